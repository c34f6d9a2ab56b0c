//! Whoever goes on guessing waits (R09, R42).

use acceptance::{Client, PASSWORD, Person, own_address, signed_out, somebody, table, unique};

/// A stranger has guessed at somebody's password until the account is delayed.
fn delayed() -> (Client, Person) {
    let (stranger, person) = (signed_out().at(own_address()), somebody().create());
    for _ in 1..=5 {
        stranger.attempt(&person.email, "wrong").refused(401, "sign_in_failed");
    }
    (stranger, person)
}

#[test]
fn r09_four_failures_delay_nobody() {
    let (client, person) = (signed_out().at(own_address()), somebody().create());
    for _ in 0..2 {
        for _ in 1..=4 {
            client.attempt(&person.email, "wrong").refused(401, "sign_in_failed");
        }
        client.attempt(&person.email, PASSWORD).expect(201);
    }
}

#[test]
fn r09_a_delayed_account_takes_no_right_password_from_anywhere() {
    let (stranger, person) = delayed();

    stranger.attempt(&person.email, PASSWORD).refused(401, "sign_in_failed");
    signed_out().at(own_address()).attempt(&person.email.to_uppercase(), PASSWORD).refused(401, "sign_in_failed");
}

#[test]
fn r09_a_stranger_cannot_lock_out_whoever_signed_in_before() {
    let person = somebody().create();
    let known = signed_out().attempt(&person.email, PASSWORD).expect(201);
    let known = Client::with_cookie(known.device_cookie().expect("a device")).at(own_address());
    let stranger = signed_out().at(own_address());
    for _ in 1..=6 {
        stranger.attempt(&person.email, "wrong").refused(401, "sign_in_failed");
    }

    known.attempt(&person.email, PASSWORD).expect(201);
    stranger.attempt(&person.email, PASSWORD).refused(401, "sign_in_failed");
}

#[test]
fn r09_a_known_browser_is_delayed_by_its_own_failures_and_unknown_to_other_accounts() {
    let (person, (_, other)) = (somebody().create(), delayed());
    let signed_in = signed_out().attempt(&person.email, PASSWORD).expect(201);
    let known = Client::with_cookie(signed_in.device_cookie().expect("a device")).at(own_address());

    known.attempt(&other.email, PASSWORD).refused(401, "sign_in_failed");
    for _ in 1..=5 {
        known.attempt(&person.email, "wrong").refused(401, "sign_in_failed");
    }
    known.attempt(&person.email, PASSWORD).refused(401, "sign_in_failed");
    signed_out().at(own_address()).attempt(&person.email, PASSWORD).expect(201);
}

#[test]
fn r09_the_device_is_known_by_a_cookie_that_only_this_host_gets_and_that_stays_the_same() {
    let person = somebody().create();
    let first = signed_out().attempt(&person.email, PASSWORD).expect(201);
    let device = first.device_cookie().expect("a device").to_owned();

    let again = Client::with_cookie(&device).attempt(&person.email, PASSWORD).expect(201);

    assert_eq!(again.device_cookie(), Some(&*device));
    let lines: Vec<_> = again.headers.get_all("set-cookie").iter().map(|line| line.to_str().expect("text")).collect();
    let expected = format!("{device}; Path=/; Max-Age=34560000; Secure; HttpOnly; SameSite=Strict");
    assert!(lines.contains(&&*expected), "{lines:?}");
}

#[test]
fn r42_an_address_with_too_many_failures_has_to_wait() {
    let (address, person) = (own_address(), somebody().create());
    table::set_failures(address, 50);
    let client = signed_out().at(address);

    for (email, password) in [(&person.email, PASSWORD), (&person.email, "wrong"), (&unique_email(), PASSWORD)] {
        let answer = client.attempt(email, password);
        answer.refused(429, "too_many_sign_ins");
        let seconds: u32 = answer.header("retry-after").expect("a header").parse().expect("seconds");
        assert!((1..=60).contains(&seconds), "{seconds}");
    }
    signed_out().at(own_address()).attempt(&person.email, PASSWORD).expect(201);
}

#[test]
fn r49_an_address_is_not_chosen_by_a_header() {
    let (address, person) = (own_address(), somebody().create());
    table::set_failures(address, 50);
    let body = serde_json::json!({"email": person.email, "password": PASSWORD});

    let request = signed_out().at(address).post("/session").json(&body);
    let request = request.header("x-forwarded-for", "203.0.113.9").header("x-viewer-address", "203.0.113.9");

    request.header("x-origin-secret", "guessed").send().refused(429, "too_many_sign_ins");
}

#[test]
fn r46_refusals_and_delays_are_recorded_without_the_password() {
    let (_, person) = delayed();

    let events = table::user_events(&person.id);

    let actions: Vec<_> = events.iter().map(|event| event["action"].as_str().expect("text")).collect();
    assert_eq!(actions, ["user.created", "session.refused", "session.delayed"]);
    let delayed = &events[2];
    assert_eq!(delayed["actorPk"], "ACTOR#nobody");
    assert!(delayed["address"].as_str().is_some_and(|address| address.starts_with("127.0.0.")), "{delayed}");
    assert!(!delayed.to_string().contains("wrong"), "{delayed}");
}

fn unique_email() -> String {
    format!("{}@acceptance.example", unique())
}
