//! What happens next: drawn at random, and the same for the same seed.

use std::collections::BTreeSet;

use fastrand::Rng;

use super::model::{Model, Step};
use super::world::{CLIENTS, CUSTOMERS};

/// More users than this are not created: they are to meet again and again.
const USERS: usize = 14;

/// A seed nobody has chosen.
pub(super) fn any_seed() -> u64 {
    fastrand::u64(..1_000_000_000)
}

/// The dice of one world.
pub(super) struct Dice(Rng);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(Rng::with_seed(seed))
    }

    /// A number below this one.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0.usize(..limit)
    }

    /// Whether this is the one time in so many.
    pub(super) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// What a client does next.
    pub(super) fn step(&mut self, model: &Model, word: &str, number: u64) -> Step {
        let is_young = model.users.len() < CLIENTS + 2;
        let has_room = model.users.len() < USERS;
        match self.below(100) {
            _ if is_young => create(word, number),
            // With so few e-mails most of them are taken already.
            0..5 if has_room => create(word, number),
            0..8 => Step::Create {
                email: model.users[self.below(model.users.len())].email.clone(),
                last_name: name(number),
            },
            8..28 => Step::Edit {
                user: self.target(model),
                last_name: name(number),
                agent: self.one_in(2),
                groups: self.groups(),
            },
            28..36 => {
                let user = self.target(model);
                let others = model.users[self.below(model.users.len())].email.clone();
                Step::Move { user, email: if self.one_in(4) { others } else { email(word, number) } }
            }
            36..66 => Step::Status {
                // Clients too: whoever is removed changes nothing more.
                user: if self.one_in(8) { self.below(CLIENTS) } else { self.target(model) },
                action: ["activate", "deactivate", "delete", "restore"][self.below(4)],
            },
            66..90 => Step::Assign { user: self.target(model), assign: self.customers(), unassign: self.customers() }
                .disjoint(),
            _ => Step::Write { customer: self.below(CUSTOMERS), last_name: format!("{} {word}", name(number)) },
        }
    }

    /// Somebody who is no client.
    fn target(&mut self, model: &Model) -> usize {
        CLIENTS + self.below(model.users.len() - CLIENTS)
    }

    fn groups(&mut self) -> BTreeSet<&'static str> {
        let sets: [&[&str]; 3] =
            [&["Content editors"], &["Customer service"], &["Content editors", "Customer service"]];
        sets[self.below(3)].iter().copied().collect()
    }

    fn customers(&mut self) -> BTreeSet<usize> {
        (0..self.below(4)).map(|_| self.below(CUSTOMERS)).collect()
    }
}

impl Step {
    /// What is assigned is not given back by the same request.
    fn disjoint(self) -> Self {
        match self {
            Self::Assign { user, assign, unassign } => {
                let unassign = unassign.difference(&assign).copied().collect();
                Self::Assign { user, assign, unassign }
            }
            other => other,
        }
    }
}

fn create(word: &str, number: u64) -> Step {
    Step::Create { email: email(word, number), last_name: name(number) }
}

fn email(word: &str, number: u64) -> String {
    format!("{word}.{number}@acceptance.example")
}

fn name(number: u64) -> String {
    format!("Moor {number}")
}
