//! Pages of a list: where one begins, which way it goes, and what it holds.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Smallest first.
    #[default]
    Ascending,
    /// Largest first.
    Descending,
}

impl Order {
    const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

/// Which way a page goes from its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// What follows the position.
    Forward,
    /// What comes before the position.
    Backward,
}

/// A place in a list: before or behind the record with this key. It stays valid while records come
/// and go, the record itself included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The sort key of the record it stands at.
    pub key: String,
    /// Which way the page goes.
    pub direction: Direction,
    /// Whether the page begins with the record itself, if it is still there; else with its neighbour.
    pub inclusive: bool,
}

impl Position {
    /// Whether a page in `order` from here may hold the record with `key`.
    pub(crate) fn admits(&self, order: Order, key: &str) -> bool {
        match key.cmp(&self.key) {
            Ordering::Equal => self.inclusive,
            Ordering::Greater => reading_order(order, Some(self)) == Order::Ascending,
            Ordering::Less => reading_order(order, Some(self)) == Order::Descending,
        }
    }
}

/// A part of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The records, in the list's order.
    pub items: Vec<T>,
    /// Where the next page begins, if there may be one.
    pub next: Option<Position>,
    /// Where the page before this one begins, if there may be one.
    pub previous: Option<Position>,
    /// How many records the whole list has, if counting is cheap.
    pub total: Option<u64>,
    /// How many there were when somebody last counted, where counting is not cheap.
    pub about: Option<u64>,
    /// Whether the page is as long as it should be; if not, reading on from `next` finds more.
    pub complete: bool,
}

impl<T> Page<T> {
    /// The same page of other items.
    pub fn with_items<U>(self, items: Vec<U>) -> Page<U> {
        Page {
            items,
            next: self.next,
            previous: self.previous,
            total: self.total,
            about: self.about,
            complete: self.complete,
        }
    }
}

/// In which order a page is read: backwards from its position if it goes backward.
pub(crate) fn reading_order(order: Order, from: Option<&Position>) -> Order {
    match from {
        Some(Position { direction: Direction::Backward, .. }) => order.reversed(),
        _ => order,
    }
}

/// What reading brought, in reading order.
pub(crate) struct Read<T> {
    /// Sort key and record.
    pub(crate) entries: Vec<(String, T)>,
    /// The key up to which reading looked, where it stopped early.
    pub(crate) stopped: Option<String>,
}

/// Cuts what was read to a page of at most `limit` and turns it into the list's order.
pub(crate) fn cut<T>(read: Read<T>, limit: usize, from: Option<&Position>, total: Option<u64>) -> Page<T> {
    let Read { mut entries, stopped } = read;
    let more = entries.len() > limit;
    entries.truncate(limit);
    let complete = more || stopped.is_none();
    // Where reading would go on: behind the last record shown, or where it stopped looking.
    let onward = if more { entries.last().map(|(key, _)| key.clone()) } else { stopped };
    let first = entries.first().map(|(key, _)| key.clone());
    let backward = matches!(from, Some(Position { direction: Direction::Backward, .. }));
    // Whence reading came there is something, unless it began at the list's end. From a page without
    // records the way back begins with what that page would not have held.
    let back = from.map(|from| first.map_or_else(|| (from.key.clone(), !from.inclusive), |key| (key, false)));
    let onward = onward.map(|key| (key, false));
    let at =
        |place: Option<(String, bool)>, direction| place.map(|(key, inclusive)| Position { key, direction, inclusive });
    let (next, previous) = if backward {
        entries.reverse();
        (at(back, Direction::Forward), at(onward, Direction::Backward))
    } else {
        (at(onward, Direction::Forward), at(back, Direction::Backward))
    };
    Page { items: entries.into_iter().map(|(_, item)| item).collect(), next, previous, total, about: None, complete }
}

/// A list that is one page long has been counted by reading it.
pub(crate) fn counted<T>(page: Page<T>) -> Page<T> {
    let whole = page.next.is_none() && page.previous.is_none();
    let total = page.total.or_else(|| whole.then_some(page.items.len() as u64));
    Page { total, ..page }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(keys: &[&str], stopped: Option<&str>) -> Read<String> {
        Read {
            entries: keys.iter().map(|key| ((*key).to_owned(), key.to_uppercase())).collect(),
            stopped: stopped.map(str::to_owned),
        }
    }

    fn at(key: &str, direction: Direction) -> Position {
        Position { key: key.to_owned(), direction, inclusive: false }
    }

    #[test]
    fn a_first_page_has_nothing_before_it() {
        let page = cut(read(&["a", "b", "c"], None), 2, None, None);
        assert_eq!(
            (page.items, page.next, page.previous, page.complete),
            (vec!["A".to_owned(), "B".to_owned()], Some(at("b", Direction::Forward)), None, true)
        );
    }

    #[test]
    fn a_page_backward_is_shown_forward() {
        let from = at("d", Direction::Backward);
        let page = cut(read(&["c", "b", "a"], None), 2, Some(&from), None);
        assert_eq!(page.items, ["B", "C"]);
        assert_eq!((page.next, page.previous), (Some(at("c", Direction::Forward)), Some(at("b", Direction::Backward))));
    }

    #[test]
    fn a_page_that_ran_out_of_budget_says_where_to_go_on() {
        let page = cut(read(&["a"], Some("k")), 2, None, None);
        assert_eq!((page.items.len(), page.next, page.complete), (1, Some(at("k", Direction::Forward)), false));
    }

    #[test]
    fn an_empty_page_leads_back_to_where_it_came_from() {
        let from = at("z", Direction::Forward);
        let page = cut(read(&[], None), 2, Some(&from), None);
        let back = Position { inclusive: true, ..at("z", Direction::Backward) };
        assert_eq!((page.next, page.previous), (None, Some(back.clone())));
        let page = cut(read(&[], Some("k")), 2, Some(&back), None);
        assert_eq!(page.next, Some(at("z", Direction::Forward)), "z itself was before that page");
    }

    #[test]
    fn a_position_admits_what_lies_its_way() {
        let admitted = |position: &Position, order| ["a", "m", "z"].map(|key| position.admits(order, key));
        let forward = at("m", Direction::Forward);
        assert_eq!(admitted(&forward, Order::Ascending), [false, false, true]);
        assert_eq!(admitted(&forward, Order::Descending), [true, false, false]);
        let backward = Position { inclusive: true, ..at("m", Direction::Backward) };
        assert_eq!(admitted(&backward, Order::Ascending), [true, true, false]);
        assert_eq!(admitted(&backward, Order::Descending), [false, true, true]);
    }
}
