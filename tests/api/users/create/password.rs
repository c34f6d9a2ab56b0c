//! Which passwords are taken, and that nobody sees them (R04, R05, R25).

use acceptance::{Client, somebody, unique};

/// Of this many characters, and hard to guess: `x4-` and letters as random as they come.
fn password(length: usize) -> String {
    let letters = (0..length).map(|position| {
        let mixed = position.wrapping_mul(2_654_435_761) >> 7;
        char::from(b"QWERTYUIOPASDFGHJKLZXCVBNMqwertyuiopasdfghjklzxcvbnm0123456789"[mixed % 62])
    });
    letters.collect()
}

#[test]
fn r04_a_password_has_15_to_128_characters() {
    for (length, code) in [(0, "required"), (14, "too_short"), (129, "too_long")] {
        let refused = somebody().with("password", password(length)).try_create();
        refused.refused_fields(&[("/password", code)]);
    }
    for length in [15, 128] {
        somebody().with("password", password(length)).create().sign_in();
    }
}

#[test]
fn r04_nothing_of_a_password_is_cut_off() {
    let whole = password(128);
    let person = somebody().with("password", whole.as_str()).create();

    Client::default().attempt(&person.email, &whole[..127]).refused(401, "sign_in_failed");
}

#[test]
fn r04_spaces_and_every_character_are_welcome_in_any_unicode_form() {
    let person = somebody().with("password", "  vier bunte A\u{308}pfel 🍎 im Körbchen  ").create();

    Client::sign_in(&person.email, "  vier bunte Äpfel 🍎 im Ko\u{308}rbchen  ");
    Client::default().attempt(&person.email, "vier bunte Äpfel 🍎 im Körbchen").refused(401, "sign_in_failed");
}

#[test]
fn r04_a_password_needs_no_digit_sign_or_capital() {
    somebody().with("password", "umbrellas whisper beneath granite").create();
}

#[test]
fn r05_common_passwords_are_refused() {
    for weak in ["passwordpassword", "aaaaaaaaaaaaaaaaaaaa", "123456789012345", "qwertyuiopasdfgh"] {
        let refused = somebody().with("password", weak).try_create();
        refused.refused_fields(&[("/password", "password_too_weak")]);
    }
}

#[test]
fn r05_the_persons_and_the_products_words_count_for_nothing() {
    for context in ["wilhelmina featherstone", "Backoffice-Wilhelmina-12", "featherstone.admin.backoffice"] {
        let user = somebody().named("Wilhelmina", "Featherstone").with("password", context);
        user.try_create().refused_fields(&[("/password", "password_context")]);
    }
    let email = format!("quetzalcoatl.{}@acceptance.example", unique());
    let user = somebody().email(&email).with("password", "Quetzalcoatl+12+34");
    user.try_create().refused_fields(&[("/password", "password_context")]);
}
