//! What each operation costs, guard included: exactly what `docs/DATA.md` says, and with 2,000
//! records what it costs with 30.
//!
//! Trips and read units are the store's own figures, as DynamoDB reports them; write units are worked
//! out by the harness, which says why.

mod reads;
mod writes;

use backoffice_store::Store;
use backoffice_store::guard::Wanted;
use jiff::Timestamp;

use crate::harness::World;
use crate::session::session;

/// A store whose meter starts with what the guard reads for a request of the administrator.
async fn guarded(world: &World, wanted: Wanted) -> Store {
    let store = world.store.metered();
    let session = Some((world.administrator.id, session(&world.administrator, Timestamp::now()).id));
    store.see(&Wanted { session, ..wanted }, Timestamp::now()).await.expect("a read");
    store
}
