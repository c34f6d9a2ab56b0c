//! `DELETE /session`

use acceptance::access::Access;
use acceptance::{Role, somebody, table};

/// Everybody who is signed in may.
pub(crate) const ACCESS: Access = Access { operation: "signOut", request: |client| client.delete("/session") };

#[test]
fn r23_signed_out() {
    ACCESS.refuses_who_is_signed_out();
}

#[test]
fn r23_nobody_is_forbidden() {
    for role in Role::ALL {
        let person = somebody().in_groups([role.group()]);
        // An administrator more would have to be taken away again; the first stays signed in.
        if role != Role::Administrator {
            (ACCESS.request)(&person.create().sign_in()).send().expect(204);
        }
    }
}

#[test]
fn r21_another_site() {
    ACCESS.refuses_another_site();
}

#[test]
fn ends_the_session_on_the_server_and_in_the_browser() {
    let person = somebody().create();
    let (session, other) = (person.sign_in(), person.sign_in());

    let answer = session.delete("/session").send().expect(204);

    let removed = "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict";
    assert_eq!((answer.set_cookie(), answer.text().as_str()), (Some(removed), ""));
    session.get("/session").send().refused(401, "session_required");
    other.get("/session").send().expect(200);
    let sessions = table::partition(&format!("USER#{}", person.id));
    assert_eq!(sessions.len(), 2, "the profile and the other session: {sessions:?}");
}

#[test]
fn signing_out_twice_is_refused_the_second_time() {
    let session = somebody().create().sign_in();
    session.delete("/session").send().expect(204);

    session.delete("/session").send().refused(401, "session_required");
}
