//! Signing in and out.

use std::net::IpAddr;

use acceptance::watch::Fault;
use acceptance::{Answer, Client, Person, Request, own_address, signed_out, somebody, table};
use serde_json::json;

use crate::attack::{Change, attack};

/// How often something was recorded of somebody.
pub(crate) fn recorded(person: &Person, action: &str) -> usize {
    table::user_events(&person.id).iter().filter(|event| event["action"] == action).count()
}

struct SignIn {
    person: Person,
    address: IpAddr,
}

impl Change for SignIn {
    const OPERATION: &'static str = "signIn";
    const FUNCTION: &'static str = "sign-in";

    fn prepare() -> Self {
        // Attempts that nobody knows the end of count for whoever asks from the same address.
        Self { person: somebody().create(), address: own_address() }
    }

    fn request(&self) -> Request {
        let body = json!({ "email": self.person.email, "password": self.person.password });
        signed_out().at(self.address).meeting_faults().post("/session").json(&body)
    }

    fn events(&self) -> usize {
        recorded(&self.person, "session.signed-in")
    }

    fn shows(&self) -> bool {
        self.person.now()["lastSignInAt"].is_string()
    }

    // It takes no key: who signs in again has another session.
    fn events_after_repeating(before: usize, _: &Answer) -> usize {
        before + 1
    }
}

/// A sign-in with a wrong password: it is counted for the address, and recorded.
struct RefusedSignIn {
    person: Person,
    address: IpAddr,
}

impl Change for RefusedSignIn {
    const OPERATION: &'static str = SignIn::OPERATION;
    const FUNCTION: &'static str = SignIn::FUNCTION;

    fn prepare() -> Self {
        let SignIn { person, address } = SignIn::prepare();
        Self { person, address }
    }

    fn request(&self) -> Request {
        let body = json!({ "email": self.person.email, "password": "wrong" });
        signed_out().at(self.address).meeting_faults().post("/session").json(&body)
    }

    fn events(&self) -> usize {
        recorded(&self.person, "session.refused")
    }

    fn shows(&self) -> bool {
        assert!(self.person.now()["lastSignInAt"].is_null(), "nobody is let in");
        counts_failures(self.address)
    }

    // What it reads is read by every sign-in.
    fn is_attacked(operation: &str, _: Fault) -> bool {
        operation != "BatchGetItem"
    }

    fn is_repeated(answer: &Answer, _: bool) -> bool {
        answer.status == 401 && answer.code() == "sign_in_failed"
    }
}

/// Whether failures of an address are counted, which they are together with what is recorded first.
pub(crate) fn counts_failures(address: IpAddr) -> bool {
    !table::partition(&format!("THROTTLE#{address}")).is_empty()
}

struct SignOut {
    person: Person,
    client: Client,
}

impl Change for SignOut {
    const OPERATION: &'static str = "signOut";
    const FUNCTION: &'static str = "sign-out";

    fn prepare() -> Self {
        let person = somebody().create();
        Self { client: person.sign_in(), person }
    }

    fn request(&self) -> Request {
        self.client.clone().meeting_faults().delete("/session")
    }

    fn events(&self) -> usize {
        recorded(&self.person, "session.signed-out")
    }

    fn shows(&self) -> bool {
        self.client.get("/session").send().status == 401
    }

    // Who is signed out already is told so.
    fn is_repeated(answer: &Answer, before: bool) -> bool {
        answer.status == if before { 401 } else { 204 }
    }
}

/// One of two sessions of somebody, ended from the other one.
struct EndSession {
    person: Person,
    ends: Client,
    path: String,
}

impl Change for EndSession {
    const OPERATION: &'static str = "endSession";
    const FUNCTION: &'static str = "end-session";

    fn prepare() -> Self {
        let person = somebody().create();
        let ends = person.sign_in();
        let id = ends.cookie().split('.').nth(1).expect("a session's cookie").to_owned();
        Self { path: format!("{}/sessions/{id}", person.path()), ends, person }
    }

    fn request(&self) -> Request {
        crate::failing().delete(&self.path)
    }

    fn events(&self) -> usize {
        recorded(&self.person, "session.ended")
    }

    fn shows(&self) -> bool {
        self.ends.get("/session").send().status == 401
    }

    // What has ended is not there.
    fn is_repeated(answer: &Answer, before: bool) -> bool {
        answer.status == if before { 404 } else { 204 }
    }
}

struct EndSessions {
    person: Person,
    ends: Client,
}

impl Change for EndSessions {
    const OPERATION: &'static str = "endSessions";
    const FUNCTION: &'static str = "end-sessions";

    fn prepare() -> Self {
        let person = somebody().create();
        Self { ends: person.sign_in(), person }
    }

    fn request(&self) -> Request {
        crate::failing().delete(format!("{}/sessions", self.person.path()))
    }

    fn events(&self) -> usize {
        recorded(&self.person, "session.all-ended")
    }

    fn shows(&self) -> bool {
        self.ends.get("/session").send().status == 401
    }

    // Those that are opened until then end, too.
    fn events_after_repeating(before: usize, _: &Answer) -> usize {
        before + 1
    }
}

#[test]
fn r33_ending_a_session() {
    attack::<EndSession>();
}

#[test]
fn r33_ending_all_sessions() {
    attack::<EndSessions>();
}

#[test]
fn r33_signing_in() {
    attack::<SignIn>();
    attack::<RefusedSignIn>();
}

#[test]
fn r33_signing_out() {
    attack::<SignOut>();
}

/// The operations attacked here.
pub(crate) const ATTACKED: [&str; 4] =
    [SignIn::OPERATION, SignOut::OPERATION, EndSession::OPERATION, EndSessions::OPERATION];
