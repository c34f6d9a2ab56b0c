//! Lists of users: every order, every filter, page by page.

mod coming_and_going;
mod empty_page;
mod every_list;

use std::cmp::Ordering;

use backoffice_domain::fold::fold;
use backoffice_domain::{GroupId, Status, User, UserId};
use backoffice_store::Order;
use backoffice_store::users::{UserFilter, UserQuery, UserSort};

pub(crate) const SORTS: [UserSort; 5] =
    [UserSort::LastName, UserSort::FirstName, UserSort::Email, UserSort::LastSignIn, UserSort::Created];
pub(crate) const ORDERS: [Order; 2] = [Order::Ascending, Order::Descending];

/// Everybody of these statuses.
pub(crate) fn of_status(statuses: &[Status]) -> UserFilter {
    UserFilter { statuses: statuses.to_vec(), group: None, agent: None }
}

/// A query for the first page.
pub(crate) fn query(filter: UserFilter, sort: UserSort, order: Order, limit: usize) -> UserQuery {
    UserQuery { filter, sort, order, limit, from: None }
}

/// Who should be listed, in which order: what the store's answer is compared with.
pub(crate) fn expected(everybody: &[User], query: &UserQuery) -> Vec<UserId> {
    let UserFilter { statuses, group, agent } = &query.filter;
    let mut users: Vec<&User> = everybody
        .iter()
        .filter(|user| statuses.contains(&user.status))
        .filter(|user| group.is_none_or(|group: GroupId| user.groups.contains(&group)))
        .filter(|user| agent.is_none_or(|agent| user.agent == agent))
        .collect();
    users.sort_by(|one, other| {
        let ascending = compare(one, other, query.sort).then(one.id.cmp(&other.id));
        if query.order == Order::Ascending { ascending } else { ascending.reverse() }
    });
    users.into_iter().map(|user| user.id).collect()
}

fn compare(one: &User, other: &User, sort: UserSort) -> Ordering {
    let names = |user: &User| (fold(user.last_name.as_str()), fold(user.first_name.as_str()));
    match sort {
        UserSort::LastName => names(one).cmp(&names(other)),
        UserSort::FirstName => {
            let ((last, first), (other_last, other_first)) = (names(one), names(other));
            (first, last).cmp(&(other_first, other_last))
        }
        UserSort::Email => fold(one.email.as_str()).cmp(&fold(other.email.as_str())),
        UserSort::LastSignIn => one.last_sign_in_at.cmp(&other.last_sign_in_at),
        UserSort::Created => Ordering::Equal,
    }
}
