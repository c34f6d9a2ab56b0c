//! What one does to oneself.

use acceptance::{Answer, Client, PASSWORD, Person, Request, own_address, somebody, unique};
use serde_json::json;

use crate::attack::{Change, attack};
use crate::session::recorded;

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

#[test]
fn r33_editing_oneself() {
    attack::<UpdateAccount>();
}

#[test]
fn r33_a_new_password_for_oneself() {
    attack::<ChangePassword>();
}

/// The operations attacked here.
pub(crate) const ATTACKED: [&str; 2] = [UpdateAccount::OPERATION, ChangePassword::OPERATION];
