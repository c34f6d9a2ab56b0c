//! Putting many users into a group, or taking them out of it, at once.

use std::collections::BTreeMap;

use backoffice_domain::audit::Action;
use backoffice_domain::{GroupId, Status, User};

use super::change::update_profile;
use crate::audit::Subject;
use crate::edge::{Condition, Store};
use crate::records::access::{Headcount, MemberRecord};
use crate::{Acting, Error, Once, keys};

/// The most users whose groups change at once: three writes each, and a few for all of them, stay within one
/// transaction.
pub const MAX_MOVED: usize = 25;

/// Users as they were read, and as they shall be: in one group more or less, the same for all, and nothing
/// else.
#[derive(Debug)]
pub struct MembersChange<'a> {
    /// Each user before and after; none is deleted.
    pub moves: &'a [(User, User)],
    /// The answer to remember under an idempotency key.
    pub once: Option<&'a Once>,
}

impl Store {
    /// Moves all of the users to other groups, with counts and audit events, or none of them.
    ///
    /// # Errors
    /// [`Error::Repeated`] and [`Error::KeyReused`] for the idempotency key, [`Error::ActorChanged`],
    /// [`Error::UserChanged`], [`Error::UserDeleted`], [`Error::UserMissing`] for the first user who is not as
    /// they were read, [`Error::DefinitionMissing`] for a group that exists no more,
    /// [`Error::LastAdministrator`]; the store is busy or unavailable.
    pub async fn move_members(&self, acting: &Acting, change: &MembersChange<'_>) -> Result<(), Error> {
        let mut transaction = self.transaction();
        Once::remember(change.once, acting.now, &mut transaction)?;
        if change.moves.iter().all(|(before, _)| acting.user_id() != Some(before.id)) {
            acting.check(&mut transaction);
        }
        let mut members: BTreeMap<GroupId, i64> = BTreeMap::new();
        for (before, after) in change.moves {
            if before.status == Status::Deleted {
                return Err(Error::UserDeleted);
            }
            update_profile(acting, before, after, &mut transaction)?;
            for group in after.groups.iter().filter(|group| !before.groups.contains(group)) {
                transaction.put(MemberRecord::write(*group, after.id)?);
                *members.entry(*group).or_default() += 1;
            }
            for group in before.groups.iter().filter(|group| !after.groups.contains(group)) {
                transaction.delete(keys::member(*group, after.id));
                *members.entry(*group).or_default() -= 1;
            }
        }
        for (group, more) in members {
            transaction.add(
                keys::group(group),
                &[("memberCount", more)],
                Condition::present(|| Error::DefinitionMissing),
            );
        }
        Headcount::move_members(&mut transaction, change.moves);
        for (before, after) in change.moves {
            let changes = after.changes_since(Some(before), false);
            acting.record(&mut transaction, &Subject::User(after), Action::UserUpdated, changes)?;
        }
        self.commit(transaction).await
    }

    /// Reads users as they are at this moment, strongly consistent; those that do not exist are left out.
    ///
    /// # Errors
    /// The store is unavailable, or holds something unreadable.
    pub async fn users_now(&self, ids: &[backoffice_domain::UserId]) -> Result<Vec<User>, Error> {
        let keys: Vec<_> = ids.iter().copied().map(keys::user).collect();
        let items = self.read_strongly(&keys).await?;
        keys.iter().filter_map(|key| items.get(key)).map(crate::records::user::UserRecord::read).collect()
    }
}
