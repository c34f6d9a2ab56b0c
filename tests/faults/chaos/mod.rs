//! Random operations of several clients, with random faults, agree with a model in memory (R51).
//!
//! What happens follows from a seed alone: each world has users and customers of its own, its clients ask
//! one after another, and faults hit only their calls. `cargo xtask chaos --seed S` plays it again.

mod dice;
mod model;
mod world;

use std::collections::BTreeMap;
use std::thread;

use acceptance::watch::{FOR_GOOD, Fault, KINDS, Watch};
use acceptance::{Answer, Request, unique};

use crate::{alone, say};
use dice::Dice;
use model::{Model, Outcome, Step};
use world::{CLIENTS, Versions, World, created_id, id_of, of_user, shown};

/// Worlds that are played side by side.
const WORLDS: u64 = 4;
/// Operations of all worlds together, unless `CHAOS_OPERATIONS` says otherwise.
const OPERATIONS: u64 = 10_000;
/// After how many operations everything is compared, not only what was asked for.
const WHOLE: u64 = 100;
/// Answers say what was changed; every so many times it is looked at as well.
const LOOK: usize = 4;
/// Of so many operations one meets a fault, at least.
const MET: u64 = 20;
/// What a page that ends early does to restoring is attacked on its own: here hardly anybody restored has lost enough.
const SELDOM: [&str; 1] = ["short"];

#[test]
fn r51_random_operations_with_faults_agree_with_a_model() {
    let _turn = alone();
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    let seed = number("CHAOS_SEED").unwrap_or_else(dice::any_seed);
    let operations = number("CHAOS_OPERATIONS").unwrap_or(OPERATIONS);
    let again = format!("cargo xtask chaos --seed {seed} --operations {operations}");
    // A run that hangs or is killed has no message at its end.
    say(&format!("playing `{again}`"));
    let met = thread::scope(|scope| {
        let worlds: Vec<_> =
            (0..WORLDS).map(|world| scope.spawn(move || Game::new(seed + world).play(operations / WORLDS))).collect();
        let mut met = Met::new();
        for (world, played) in worlds.into_iter().enumerate() {
            let Ok(played) = played.join() else { panic!("world {world} of `{again}`") };
            for (kind, times) in played {
                *met.entry(kind).or_default() += times;
            }
        }
        met
    });
    say(&format!("of {operations} operations so many met a fault: {met:?}"));
    // Of a few operations fewer may meet a fault than are to be expected, and not every kind.
    if operations >= OPERATIONS {
        let sum: u64 = met.values().sum();
        assert!(sum >= operations / MET, "hardly any operation met its fault: {met:?}, `{again}`");
        let missing: Vec<_> =
            KINDS.into_iter().filter(|kind| !met.contains_key(kind) && !SELDOM.contains(kind)).collect();
        assert!(missing.is_empty(), "no operation met {missing:?}: {met:?}, `{again}`");
    }
}

/// How many operations met a fault of each kind.
type Met = BTreeMap<&'static str, u64>;

/// A world being played.
struct Game {
    dice: Dice,
    world: World,
    model: Model,
    /// A request that was applied, and its answer: whoever sends it again is to have the same.
    remembered: Option<(usize, Request, String)>,
    /// What faults its calls have met.
    met: Met,
}

impl Game {
    fn new(seed: u64) -> Self {
        let (world, model) = World::new();
        Self { dice: Dice::new(seed), world, model, remembered: None, met: Met::new() }
    }

    /// Plays so many operations; answers how many met a fault.
    fn play(mut self, operations: u64) -> Met {
        for number in 1..=operations {
            let client = self.somebody();
            if self.dice.one_in(12) {
                self.repeat();
            } else {
                self.step(number, client);
            }
            if number % WHOLE == 0 || number == operations {
                self.compare_everything(number);
            }
        }
        self.met
    }

    /// A client, who is now and then signed out; whoever could not go on is helped.
    fn somebody(&mut self) -> usize {
        let client = self.dice.below(CLIENTS);
        // Who was removed asks sometimes, to be refused, and comes back otherwise.
        if !self.model.signed_in[client] && !self.dice.one_in(3) {
            let user = &mut self.model.users[client];
            if user.status != "active" {
                self.world.revive(client);
                user.version += if user.status == "deleted" { 2 } else { 1 };
                user.status = "active";
            }
            self.world.sign_in(client);
            self.model.signed_in[client] = true;
            // What it remembers was asked in a session that has ended.
            self.remembered.take_if(|(other, ..)| *other == client);
        }
        client
    }

    fn step(&mut self, number: u64, client: usize) {
        let step = self.dice.step(&self.model, &self.world.word, number);
        let versions = if self.dice.one_in(8) { Versions::Stale } else { Versions::Current };
        let key = unique();
        let request = self.world.request(&self.model, client, &step, versions, &key);
        let mut after = self.model.clone();
        let expected = after.take(client, &step, versions == Versions::Stale);

        let faults = self.faults();
        let is_of_records = self.dice.one_in(4);
        let mark = if is_of_records { self.world.mark_of_records() } else { self.world.mark_of_client(client) };
        let watch = Watch::of_text(mark, &faults);
        let answer = request.send();
        if watch.end().iter().any(|call| call.failed) {
            for Fault { kind, .. } in &faults {
                *self.met.entry(kind).or_default() += 1;
            }
        }
        let what = format!("operation {number}, client {client}, {versions:?} {step:?} with {faults:?}: {answer}");

        if answer.status == 503 && faults.iter().any(|fault| fault.times == FOR_GOOD) {
            self.settle(&step, after, &expected, &request, &what);
        } else {
            judge(&answer, &expected, &what);
            learn(&mut after, &step, &answer);
            let is_applied = after != self.model;
            self.model = after;
            if answer.status < 300 {
                self.compare_answer(&step, &answer, &what);
            }
            if self.dice.one_in(LOOK) {
                self.compare(&step, &what);
            }
            if is_applied && answer.status < 300 && keeps_answers(&step) {
                self.remembered = Some((client, request, answer.text()));
            }
        }
    }

    /// Nobody knows whether it happened: it did, or it did not; and asking again settles it.
    fn settle(&mut self, step: &Step, mut after: Model, expected: &Outcome, request: &Request, what: &str) {
        if let Step::Create { email, .. } = step
            && after != self.model
        {
            let created = after.users.last_mut().expect("somebody was created");
            created.id = id_of(email).unwrap_or_default();
        }
        let is_after = self.agrees(&after, step);
        assert!(is_after || self.agrees(&self.model, step), "half of it happened: {what}");
        if is_after {
            self.model = after;
        } else if self.dice.one_in(2) {
            let again = request.send();
            judge(&again, expected, &format!("{what}, again: {again}"));
            learn(&mut after, step, &again);
            self.model = after;
            self.compare(step, what);
        }
    }

    /// A request of before, come once more, as late as networks allow.
    fn repeat(&mut self) {
        if let Some((client, request, text)) = &self.remembered
            && self.model.signed_in[*client]
        {
            let again = request.send();
            assert_eq!(again.text(), *text, "the same request, the same answer");
        }
    }

    /// Nothing, something that passes, or something that stays; at one of the calls.
    fn faults(&mut self) -> Vec<Fault> {
        if !self.dice.one_in(3) {
            return Vec::new();
        }
        // Nothing takes longer than being slow; once in a while is enough.
        let kind = match KINDS[self.dice.below(KINDS.len())] {
            "slow" if !self.dice.one_in(12) => "throttled",
            kind => kind,
        };
        let times = if kind != "slow" && self.dice.one_in(4) { FOR_GOOD } else { 1 };
        vec![Fault { skip: self.dice.below(4), times, kind }]
    }

    fn compare(&self, step: &Step, what: &str) {
        for user in users_of(&self.model, step) {
            assert_eq!(shown(&self.model.users[user]), self.model.user(user), "{what}");
        }
    }

    /// Whether what a step is about is as this model says.
    fn agrees(&self, model: &Model, step: &Step) -> bool {
        let is_user = |user: usize| shown(&model.users[user]) == model.user(user);
        let customers = self.world.customers();
        let is_customer = |number: usize| customers[&model.customers[number].reference] == model.customer(number);
        let is_created = match step {
            Step::Create { email, .. } => id_of(email).is_some() == model.users.iter().any(|user| user.email == *email),
            _ => true,
        };
        is_created && users_of(model, step).into_iter().all(is_user) && (0..model.customers.len()).all(is_customer)
    }

    /// What an answer says of whatever was changed.
    fn compare_answer(&self, step: &Step, answer: &Answer, what: &str) {
        let said = answer.json();
        match step {
            Step::Assign { user, .. } => assert_eq!(said["customerCount"], self.model.count(*user), "{what}"),
            Step::Write { customer, .. } => {
                assert_eq!(said["version"], self.model.customers[*customer].version, "{what}");
            }
            _ => {
                let user = users_of(&self.model, step)[0];
                assert_eq!(of_user(&said), self.model.user(user), "{what}");
            }
        }
    }

    fn compare_everything(&self, number: u64) {
        let (users, customers) = (self.world.users(), self.world.customers());
        assert_eq!((users.len(), customers.len()), (self.model.users.len(), self.model.customers.len()));
        for (user, of) in self.model.users.iter().enumerate() {
            assert_eq!(users[&of.id], self.model.user(user), "after operation {number}");
        }
        for (customer, of) in self.model.customers.iter().enumerate() {
            assert_eq!(customers[&of.reference], self.model.customer(customer), "after operation {number}");
        }
    }
}

fn judge(answer: &Answer, expected: &Outcome, what: &str) {
    let (status, code) = match expected {
        Outcome::Done(status) => (*status, ""),
        Outcome::Refused(status, code) => (*status, *code),
    };
    let found = if answer.status < 300 { String::new() } else { answer.code() };
    assert_eq!((answer.status, found.as_str()), (status, code), "{what}");
}

/// Notes the id of whoever was created.
fn learn(after: &mut Model, step: &Step, answer: &Answer) {
    if matches!(step, Step::Create { .. }) && answer.status == 201 {
        after.users.last_mut().expect("somebody was created").id = created_id(answer);
    }
}

/// Whether the answer is remembered by its key.
fn keeps_answers(step: &Step) -> bool {
    !matches!(step, Step::Status { action: "delete", .. } | Step::Write { .. })
}

/// The users that a step may change.
fn users_of(model: &Model, step: &Step) -> Vec<usize> {
    match step {
        Step::Create { .. } => vec![model.users.len() - 1],
        Step::Edit { user, .. } | Step::Move { user, .. } | Step::Status { user, .. } | Step::Assign { user, .. } => {
            vec![*user]
        }
        Step::Write { .. } => Vec::new(),
    }
}
