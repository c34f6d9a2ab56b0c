//! What one does to oneself.

use std::net::IpAddr;

use acceptance::watch::Fault;
use acceptance::{Answer, Client, PASSWORD, Person, Request, own_address, somebody, unique};
use serde_json::json;

use crate::attack::{Change, attack};
use crate::session::{counts_failures, recorded};

struct UpdateAccount {
    person: Person,
    client: Client,
    key: String,
}

impl Change for UpdateAccount {
    const OPERATION: &'static str = "updateAccount";
    const FUNCTION: &'static str = "update-account";

    fn prepare() -> Self {
        let person = somebody().create();
        Self { client: person.sign_in(), person, key: unique() }
    }

    fn request(&self) -> Request {
        let client = self.client.clone().meeting_faults();
        client.patch("/account").if_match(1).once(&self.key).json(&json!({ "firstName": "Grace" }))
    }

    fn events(&self) -> usize {
        recorded(&self.person, "user.updated")
    }

    fn shows(&self) -> bool {
        self.person.now()["firstName"] == "Grace"
    }
}

struct ChangePassword {
    person: Person,
    client: Client,
    key: String,
}

const NEW: &str = "velvet anchor 58 lantern qT2";

impl Change for ChangePassword {
    const OPERATION: &'static str = "changePassword";
    const FUNCTION: &'static str = "change-password";

    fn prepare() -> Self {
        let person = somebody().create();
        // Attempts that nobody knows the end of count for whoever asks from the same address.
        Self { client: person.sign_in().at(own_address()), person, key: unique() }
    }

    fn request(&self) -> Request {
        let body = json!({ "currentPassword": PASSWORD, "newPassword": NEW });
        self.client.clone().meeting_faults().post("/account/password").once(&self.key).json(&body)
    }

    fn events(&self) -> usize {
        recorded(&self.person, "user.updated")
    }

    fn shows(&self) -> bool {
        self.person.version() == 2
    }

    fn is_repeated(answer: &Answer, _before: bool) -> bool {
        answer.status == 200
    }
}

/// A new password by a wrong one: it is counted for the address, and recorded.
struct WrongPassword {
    person: Person,
    client: Client,
    address: IpAddr,
}

impl Change for WrongPassword {
    const OPERATION: &'static str = ChangePassword::OPERATION;
    const FUNCTION: &'static str = ChangePassword::FUNCTION;

    fn prepare() -> Self {
        let (person, address) = (somebody().create(), own_address());
        Self { client: person.sign_in().at(address), person, address }
    }

    fn request(&self) -> Request {
        let body = json!({ "currentPassword": "wrong", "newPassword": NEW });
        self.client.clone().meeting_faults().post("/account/password").json(&body)
    }

    fn events(&self) -> usize {
        recorded(&self.person, "user.password-refused")
    }

    fn shows(&self) -> bool {
        assert_eq!(self.person.version(), 1, "the password is what it was");
        counts_failures(self.address)
    }

    // What it reads is read with every new password.
    fn is_attacked(operation: &str, _: Fault) -> bool {
        operation != "BatchGetItem"
    }

    // An attempt of which nobody knows whether it was counted is sent again and again: then there were enough.
    fn is_repeated(answer: &Answer, _: bool) -> bool {
        answer.code() == if answer.status == 429 { "too_many_passwords" } else { "validation_failed" }
    }

    fn events_after_repeating(before: usize, again: &Answer) -> usize {
        if again.status == 429 { before } else { 1 }
    }
}

#[test]
fn r33_editing_oneself() {
    attack::<UpdateAccount>();
}

#[test]
fn r33_a_new_password_for_oneself() {
    attack::<ChangePassword>();
    attack::<WrongPassword>();
}

/// The operations attacked here.
pub(crate) const ATTACKED: [&str; 2] = [UpdateAccount::OPERATION, ChangePassword::OPERATION];
