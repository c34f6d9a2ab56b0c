//! Users.

mod activate;
mod audit;
mod climbing;
mod create;
mod deactivate;
mod delete;
mod get;
mod list;
mod once;
mod permissions;
mod restore;
mod update;

use acceptance::access::Access;
use acceptance::{Person, Request, administrator};

/// Who may do what here.
pub(crate) const ACCESS: &[Access] = &[
    activate::ACCESS,
    create::ACCESS,
    deactivate::ACCESS,
    delete::ACCESS,
    get::ACCESS,
    list::ACCESS,
    permissions::ACCESS,
    restore::ACCESS,
    update::ACCESS,
];

/// Ends the test unless a change is refused without the user's version, and with any that is not
/// strongly theirs now; and unless the refusal says what they are now.
#[track_caller]
fn needs_the_version(person: &Person, change: &Request) {
    let before = person.now();

    change.clone().without("if-match").send().refused(428, "precondition_required");
    for tag in ["\"0\"", "\"999\"", "W/\"1\"", "*", "1", "\"\"", "\"1", "\"one\""] {
        let problem = change.clone().header("if-match", tag).send().refused(412, "stale_version");
        assert_eq!(problem["current"], before, "{tag}");
    }

    assert_eq!(person.now(), before);
}

/// Ends the test unless a change of a user who does not exist is a 404, however the id is spelt.
#[track_caller]
fn needs_a_user(change: impl Fn(&str) -> Request) {
    let known = administrator().get("/session").send().json()["user"]["id"].as_str().expect("an id").to_owned();
    for id in [&acceptance::unknown_id(), &known.to_uppercase(), "1", "..%2Fusers", "%00", &"x".repeat(500)] {
        change(id).send().refused(404, "not_found");
    }
}
