//! Functions are killed in the midst of their writes (R33): nothing that was answered is lost, nothing
//! happens twice, and whoever asks again gets their answer.

use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use acceptance::watch::functions_store;
use acceptance::{Answer, Person, Request, administrator, somebody, table, unique};
use serde_json::json;

use crate::customers::customer;
use crate::{alone, failing};

/// How many processes are killed.
const KILLS: usize = 200;
/// How many write at once.
const WRITERS: usize = 6;
/// The functions that write.
const FUNCTIONS: [&str; 2] = ["update-user", "assign-customers"];
/// Longer than any function takes to be started anew.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn r33_functions_killed_in_mid_write_lose_nothing_and_repeat_nothing() {
    let _turn = alone();
    let (killed, has_failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let is_over = &|| killed.load(Ordering::Relaxed) >= KILLS || has_failed.load(Ordering::Relaxed);
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS).map(|_| scope.spawn(move || write_until(is_over))).collect();
        while !is_over() {
            // Nobody stops before the end of their own will.
            has_failed.store(writers.iter().any(thread::ScopedJoinHandle::is_finished), Ordering::Relaxed);
            let processes = processes();
            if !processes.is_empty() && kill(&processes[fastrand::usize(..processes.len())]) {
                killed.fetch_add(1, Ordering::Relaxed);
            }
            thread::sleep(Duration::from_millis(fastrand::u64(50..250)));
        }
        let written: usize = writers.into_iter().map(|writer| writer.join().expect("a writer")).sum();
        assert!(written >= KILLS / 2, "{written} writes under {KILLS} kills");
    });
}

/// Changes one user and whose a customer is, over and over; answers how often.
fn write_until(is_over: &(dyn Fn() -> bool + Sync)) -> usize {
    let (person, customer) = (somebody().create(), customer());
    let mut edits = 0;
    let mut assignments = 0;
    while !is_over() {
        edit(&person, edits);
        edits += 1;
        assign(&person, &customer, assignments);
        assignments += 1;
    }
    let (user, events) = (person.now(), table::user_events(&person.id));
    let happened = |action: &str| events.iter().filter(|event| event["action"] == action).count();
    assert_eq!((happened("user.updated"), &user["version"]), (edits, &(edits + 1).into()), "each edit once");
    // The customer was created, and then changed hands so often.
    assert_eq!(table::customer_events(&customer).len(), 1 + assignments, "each assignment once");
    edits + assignments
}

fn edit(person: &Person, number: usize) {
    let name = format!("Moor {number}");
    let request = failing().patch(person.path()).once(&unique()).json(&json!({ "lastName": name }));
    until_answered(&request.if_match(u64::try_from(number).expect("a small number") + 1));
    assert_eq!(person.now()["lastName"], name, "it was answered");
}

fn assign(person: &Person, customer: &str, number: usize) {
    let name = if number.is_multiple_of(2) { "assign" } else { "unassign" };
    let path = format!("{}/customers", person.path());
    until_answered(&failing().patch(&path).once(&unique()).json(&json!({ name: [customer] })));
    let list = administrator().get(path).send().expect(200).json();
    assert_eq!(list["items"].as_array().expect("items").len(), 1 - number % 2, "it was answered");
}

/// Asks again, the same with the same key, while nobody knows whether it happened.
fn until_answered(request: &Request) -> Answer {
    let begun = Instant::now();
    loop {
        let answer = request.send();
        if !matches!(answer.status, 502 | 503) {
            return answer.expect(200);
        }
        assert!(begun.elapsed() < PATIENCE, "{answer}");
    }
}

/// The ids of the writing functions' processes, of the stack whose functions may fail.
fn processes() -> Vec<String> {
    let output = Command::new("ps").args(["-A", "-o", "pid=,comm="]).output().expect("ps");
    let text = String::from_utf8(output.stdout).expect("text");
    let candidates = text.lines().filter_map(|line| line.trim().split_once(' '));
    candidates
        .filter(|(_, program)| FUNCTIONS.iter().any(|function| program.trim_end().ends_with(function)))
        .filter(|(id, _)| is_of_this_stack(id))
        .map(|(id, _)| id.to_owned())
        .collect()
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
