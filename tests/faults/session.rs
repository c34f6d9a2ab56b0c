//! Signing in and out.

use std::net::IpAddr;

use acceptance::{Answer, Client, Person, Request, own_address, signed_out, somebody, table};
use serde_json::json;

use crate::attack::{Change, attack};

/// How often something was recorded of somebody.
fn recorded(person: &Person, action: &str) -> usize {
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
    fn events_after_repeating(before: usize) -> usize {
        before + 1
    }
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

#[test]
fn r33_signing_in() {
    attack::<SignIn>();
}

#[test]
fn r33_signing_out() {
    attack::<SignOut>();
}

/// The operations attacked here.
pub(crate) const ATTACKED: [&str; 2] = [SignIn::OPERATION, SignOut::OPERATION];
