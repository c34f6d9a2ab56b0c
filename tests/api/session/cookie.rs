//! Which cookies let in.

use acceptance::{Client, somebody};

fn lets_in(cookie: &str) -> bool {
    let answer = Client::with_cookie(cookie).get("/session").send();
    if answer.status != 200 {
        answer.refused(401, "session_required");
    }
    answer.status == 200
}

#[test]
fn the_sessions_own_beside_any_others() {
    let session = somebody().create().sign_in();
    let cookie = session.cookie();

    assert!(lets_in(cookie));
    assert!(lets_in(&format!("theme=dark; {cookie}; x=y")));
}

#[test]
fn none_that_is_altered_in_any_part() {
    let (session, other) = (somebody().create().sign_in(), somebody().create().sign_in());
    let parts = |client: &Client| client.cookie().split('.').map(str::to_owned).collect::<Vec<_>>();
    let (own, foreign) = (parts(&session), parts(&other));

    for altered in [
        format!("{}.{}.{}", foreign[0], own[1], own[2]),
        format!("{}.{}.{}", own[0], foreign[1], own[2]),
        format!("{}.{}.{}", own[0], own[1], foreign[2]),
        format!("{}.{}.{}", own[0], own[1], "A".repeat(43)),
        format!("{}.{}.", own[0], own[1]),
        format!("{}.{}", own[0], own[1]),
        format!("{}.x", session.cookie()),
        session.cookie().to_uppercase().replace("__HOST-SESSION", "__Host-session"),
        session.cookie().replace("__Host-session", "session"),
        session.cookie().replace("__Host-session", "__host-session"),
    ] {
        assert!(!lets_in(&altered), "{altered}");
    }
}

#[test]
fn neither_of_two_of_one_name() {
    let session = somebody().create().sign_in();
    let cookie = session.cookie();

    assert!(!lets_in(&format!("{cookie}; {cookie}")));
    assert!(!lets_in(&format!("__Host-session=x; {cookie}")));
}
