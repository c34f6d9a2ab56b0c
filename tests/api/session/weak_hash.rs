//! A hash that is weaker than today's is made anew at the next good sign-in (R03).

use acceptance::{Client, signed_out, somebody, table};

const PASSWORD: &str = "correct horse battery";
/// Of this password: as an older version stored it, and as other products store theirs.
const WEAK: [&str; 2] = [
    "$argon2id$v=19$m=8192,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$jK7mUeN33WcrauLkbHmQ1ySVEEpKdFfOLVj3emNSD/Q",
    "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
];

#[test]
fn r03_a_new_hash_is_as_strong_as_can_be() {
    let (one, other) = (somebody().create(), somebody().create());

    let hashes = [&one, &other].map(|person| table::password_hash(&person.email));

    for hash in &hashes {
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_eq!(hash.split('$').nth(4).map(str::len), Some(22), "16 bytes of salt in {hash}");
    }
    assert_ne!(hashes[0], hashes[1], "one password, two salts");
}

#[test]
fn r03_a_weak_hash_is_replaced_by_a_good_sign_in_only() {
    for weak in WEAK {
        let person = somebody().create();
        table::set_password_hash(&person.email, weak);

        signed_out().attempt(&person.email, "wrong").refused(401, "sign_in_failed");
        assert_eq!(table::password_hash(&person.email), weak);

        Client::sign_in(&person.email, PASSWORD);
        let strong = table::password_hash(&person.email);
        assert!(strong.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{strong}");

        Client::sign_in(&person.email, PASSWORD);
        assert_eq!(table::password_hash(&person.email), strong, "once");
    }
}
