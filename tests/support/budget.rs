//! What each operation may cost, in DynamoDB Local's figures: the upper bounds of `docs/DATA.md`.

use crate::Cost;

const fn budget(trips: f64, read: f64, write: f64) -> Cost {
    Cost { trips, read, write }
}

/// Signing in: session, last sign-in and audit event.
pub const SIGN_IN: Cost = budget(3.0, 6.0, 20.0);
/// Where somebody is signed in.
pub const SESSIONS: Cost = budget(2.0, 6.0, 0.0);
/// Ending one session or all of them.
pub const END_SESSION: Cost = budget(2.0, 5.0, 12.0);
/// A new password for oneself: guard, credential and failures, counting, the change.
pub const CHANGE_PASSWORD: Cost = budget(4.0, 6.0, 16.0);
/// An authorised read of one thing.
pub const READ: Cost = budget(1.0, 4.0, 0.0);
/// A page of 25, whatever sort, status and place.
pub const LIST: Cost = budget(3.0, 20.0, 0.0);
/// A page of 25 that were searched for.
pub const SEARCH: Cost = budget(4.0, 30.0, 0.0);
/// A page of a search with filters that no index answers alone.
pub const COMBINED: Cost = budget(60.0, 60.0, 0.0);
/// Activating, deactivating.
pub const SET_STATUS: Cost = budget(2.0, 5.0, 34.0);
/// Deleting, restoring somebody of two groups.
pub const DELETE: Cost = budget(2.0, 5.0, 44.0);
/// Assigning ten customers.
pub const ASSIGN_TEN: Cost = budget(4.0, 30.0, 180.0);
/// Reading groups or roles: the guard, and all of them at once.
pub const DEFINITIONS: Cost = budget(2.0, 8.0, 0.0);
/// Creating, editing or deleting a group or role: the definitions are read behind the guard, so that the
/// policy is compiled of what it was; the policy is 4 KB at most.
pub const DEFINE: Cost = budget(3.0, 8.0, 28.0);
/// Putting ten users into a group or taking them out.
pub const MOVE_TEN: Cost = budget(3.0, 15.0, 240.0);
/// What an idempotency key adds, in write units.
pub const ONCE: f64 = 2.0;

/// How often an operation hashes passwords, 19 MiB and some 20 ms each: compared once, made once, or both.
pub fn hashes(operation: &str) -> u32 {
    match operation {
        "signIn" | "createUser" | "updateUser" => 1,
        "changePassword" => 2,
        _ => 0,
    }
}

/// Creating somebody of two groups, with so many search tokens.
pub fn create(tokens: u32) -> Cost {
    let base = budget(2.0, 5.0, 32.0);
    Cost { write: base.write + 2.0 * f64::from(tokens), ..base }
}

/// Editing somebody, with so many search tokens that come or go: no more than creating them.
pub fn edit(tokens: u32) -> Cost {
    create(tokens)
}

/// Another e-mail: as any edit, and one trip to read the credential that moves with it.
pub fn edit_email(tokens: u32) -> Cost {
    let edit = edit(tokens);
    Cost { trips: edit.trips + 1.0, ..edit }
}
