//! Functions are killed in the midst of their writes (R33): nothing that was answered is lost, nothing
//! happens twice, and whoever asks again gets their answer.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use acceptance::watch::functions_store;
use acceptance::{Answer, Person, Request, administrator, somebody, table, unique};
use serde_json::{Value, json};

use crate::customers::customer;
use crate::{alone, failing, say};

/// How many processes are killed.
const KILLS: usize = 200;
/// How many requests have to be broken by it: a process that waits for the next one loses nothing.
const BROKEN: usize = KILLS / 2;
/// How many write at once.
const WRITERS: usize = 4;
/// The functions that write.
const FUNCTIONS: [&str; 5] = ["assign-customers", "create-user", "delete-user", "import-customers", "update-user"];
/// Longer than any function takes to be started anew.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn r33_functions_killed_in_mid_write_lose_nothing_and_repeat_nothing() {
    let _turn = alone();
    let shared = &Shared::default();
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS).map(|_| scope.spawn(|| Writer::new(shared).write_until_over())).collect();
        let mut killed = BTreeMap::<_, usize>::new();
        while !shared.is_over() {
            // Nobody stops before the end of their own will.
            shared.has_failed.store(writers.iter().any(thread::ScopedJoinHandle::is_finished), Ordering::Relaxed);
            if let Some((id, function)) = shared.victim()
                && kill(&id)
            {
                *killed.entry(function).or_default() += 1;
                shared.killed.fetch_add(1, Ordering::Relaxed);
            }
            thread::sleep(Duration::from_millis(fastrand::u64(50..250)));
        }
        let done: Vec<_> = writers.into_iter().map(|writer| writer.join().expect("a writer")).collect();
        let (written, broken) = done.into_iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        say(&format!("{written} writes, {broken} broken answers, processes killed: {killed:?}"));
        assert!(written >= KILLS / 2, "hardly anybody wrote");
        assert!(broken >= BROKEN, "hardly any process was killed in mid-write");
        assert_eq!(killed.len(), FUNCTIONS.len(), "each function was killed: {killed:?}");
    });
}

/// What the writers and whoever kills know of each other.
#[derive(Default)]
struct Shared {
    killed: AtomicUsize,
    has_failed: AtomicBool,
    /// The functions that are asked at this moment.
    asked: Mutex<Vec<&'static str>>,
}

impl Shared {
    fn is_over(&self) -> bool {
        self.killed.load(Ordering::Relaxed) >= KILLS || self.has_failed.load(Ordering::Relaxed)
    }

    fn asked(&self) -> MutexGuard<'_, Vec<&'static str>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The id of a process and its function: one that is asked at this moment, if there is any.
    fn victim(&self) -> Option<(String, &'static str)> {
        let mut processes = processes();
        let asked = self.asked().clone();
        if processes.iter().any(|(_, function)| asked.contains(function)) {
            processes.retain(|(_, function)| asked.contains(function));
        }
        (!processes.is_empty()).then(|| processes.swap_remove(fastrand::usize(..processes.len())))
    }
}

/// Who writes until it is over, and asks again whenever nobody knows whether it happened.
struct Writer<'a> {
    shared: &'a Shared,
    person: Person,
    customer: String,
    /// How often each of the writes was made.
    rounds: usize,
    /// How many answers were broken.
    broken: usize,
}

impl<'a> Writer<'a> {
    fn new(shared: &'a Shared) -> Self {
        Self { shared, person: somebody().create(), customer: customer(), rounds: 0, broken: 0 }
    }

    /// Answers how often it wrote, and how often a process died while it waited for an answer.
    fn write_until_over(mut self) -> (usize, usize) {
        while !self.shared.is_over() {
            self.edit();
            self.assign();
            self.import();
            self.create_and_delete();
            self.rounds += 1;
        }
        let Self { person, customer, rounds, broken, .. } = self;
        let (user, events) = (person.now(), table::user_events(&person.id));
        let edits = actions(&events).into_iter().filter(|action| *action == "user.updated").count();
        assert_eq!((edits, &user["version"]), (rounds, &(rounds + 1).into()), "each edit once");
        // The customer was created, and then changed hands so often.
        assert_eq!(table::customer_events(&customer).len(), 1 + rounds, "each assignment once");
        (5 * rounds, broken)
    }

    fn edit(&mut self) {
        let name = format!("Moor {}", self.rounds);
        let request = failing().patch(self.person.path()).once(&unique()).json(&json!({ "lastName": name }));
        let version = u64::try_from(self.rounds).expect("a small number") + 1;
        self.until_answered("update-user", &request.if_match(version)).expect(200);
        assert_eq!(self.person.now()["lastName"], name, "it was answered");
    }

    fn assign(&mut self) {
        let is_odd = self.rounds % 2;
        let name = if is_odd == 0 { "assign" } else { "unassign" };
        let path = format!("{}/customers", self.person.path());
        let request = failing().patch(&path).once(&unique()).json(&json!({ name: [self.customer] }));
        self.until_answered("assign-customers", &request).expect(200);
        let list = administrator().get(path).send().expect(200).json();
        assert_eq!(list["items"].as_array().expect("items").len(), 1 - is_odd, "it was answered");
    }

    /// Several rows, which are written before their answer is remembered.
    fn import(&mut self) {
        let word = unique();
        let ids = [1, 2, 3].map(|number| format!("{word}-{number}"));
        let rows = ids.iter().map(|id| format!("{id},kim@shop.example,Kim,Reed,\n"));
        let csv = format!("reference,email,firstName,lastName,gender\n{}", rows.collect::<String>());
        let request = failing().post("/customers/import").once(&word).json(&json!({ "csv": csv }));
        let said = self.until_answered("import-customers", &request).expect(200).json();
        assert_eq!(said["refused"], 0, "{said}");
        for id in ids {
            assert_eq!(actions(&table::customer_events(&id)), ["customer.created"], "each row once");
        }
    }

    fn create_and_delete(&mut self) {
        let email = format!("{}@acceptance.example", unique());
        let request = failing().post("/users").once(&unique()).json(&somebody().email(&email).json());
        let user = self.until_answered("create-user", &request).expect(201).json();
        let id = user["id"].as_str().expect("an id");
        let path = format!("/users/{id}");
        assert_eq!(administrator().get(&path).send().expect(200).json()["email"], email, "it was answered");

        let gone = self.until_answered("delete-user", &failing().delete(&path).if_match(1));
        // It is remembered by no key: whoever asks again is shown what the user has become, or told so if they become it
        // at that moment.
        let has_gone = match gone.status {
            412 => gone.json()["current"]["status"] == "deleted",
            _ => gone.code() == "user_deleted",
        };
        assert!(gone.status == 200 || has_gone, "{gone}");
        assert_eq!(actions(&table::user_events(id)), ["user.created", "user.deleted"], "each once");
    }

    /// Asks again, the same with the same key, while nobody knows whether it happened.
    fn until_answered(&mut self, function: &'static str, request: &Request) -> Answer {
        let begun = Instant::now();
        loop {
            self.shared.asked().push(function);
            let answer = request.send();
            let mut asked = self.shared.asked();
            let position = asked.iter().position(|other| *other == function).expect("what was asked");
            asked.swap_remove(position);
            drop(asked);
            if !matches!(answer.status, 502 | 503) {
                return answer;
            }
            // The gateway's word for a process that died.
            self.broken += usize::from(answer.status == 502);
            assert!(begun.elapsed() < PATIENCE, "{answer}");
        }
    }
}

/// What audit events say was done.
fn actions(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["action"].as_str().expect("an action")).collect()
}

/// The ids of the writing functions' processes, of the stack whose functions may fail, and which functions they are.
fn processes() -> Vec<(String, &'static str)> {
    let entries = fs::read_dir("/proc").expect("processes").flatten();
    let ids = entries.filter_map(|entry| entry.file_name().into_string().ok());
    ids.filter_map(|id| Some((function(&id)?, id)))
        .filter(|(_, id)| is_of_this_stack(id))
        .map(|(function, id)| (id, function))
        .collect()
}

/// Which of the functions a process is, by its program: the name that `ps` shows is cut off after 15 letters.
fn function(process: &str) -> Option<&'static str> {
    let program = fs::read_link(format!("/proc/{process}/exe")).ok()?;
    FUNCTIONS.into_iter().find(|function| program.ends_with(function))
}

/// Whose store is the one in between is of this stack: its address is free for the whole test run.
fn is_of_this_stack(process: &str) -> bool {
    let environment = fs::read(format!("/proc/{process}/environ")).unwrap_or_default();
    let store = format!("AWS_ENDPOINT_URL_DYNAMODB={}", functions_store());
    environment.split(|byte| *byte == 0).any(|variable| variable == store.as_bytes())
}

fn kill(process: &str) -> bool {
    Command::new("kill").args(["-KILL", process]).status().expect("kill").success()
}
