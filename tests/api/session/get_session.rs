//! `GET /session`

use acceptance::access::Access;
use acceptance::{Role, budget, customer_service, somebody};
use serde_json::{Value, json};

/// Everybody who is signed in may.
pub(crate) const ACCESS: Access = Access { operation: "getSession", request: |client| client.get("/session") };

#[test]
fn r23_signed_out() {
    ACCESS.refuses_who_is_signed_out();
}

#[test]
fn r23_nobody_is_forbidden() {
    for role in Role::ALL {
        (ACCESS.request)(&role.client()).send().expect(200);
    }
}

#[test]
fn answers_what_signing_in_did() {
    let person = somebody().in_groups(["Customer service"]).create();
    let session = person.sign_in();

    let answer = session.get("/session").send().expect(200).within(budget::READ);

    assert_eq!(answer.json()["user"], person.now());
    assert_eq!(answer.header("x-session-expires"), answer.json()["expiresAt"].as_str());
}

#[test]
fn r23_permissions_are_those_of_the_group() {
    for role in Role::ALL {
        let session = role.client().get("/session").send().expect(200).json();
        let permissions = session["permissions"].as_array().expect("permissions");
        assert!(permissions.iter().filter_map(Value::as_str).all(|permission| role.may(permission)), "{session}");
    }
    let service = customer_service().get("/session").send().expect(200).json();
    let expected = json!(["users.read", "users.assign-customers", "customers.read", "groups.read"]);
    assert_eq!(sorted(&service["permissions"]), sorted(&expected));
}

fn sorted(list: &Value) -> Vec<&str> {
    let mut words: Vec<_> = list.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    words.sort_unstable();
    words
}
