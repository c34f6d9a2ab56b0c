//! The functions' processes.

use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::get;

/// Answers without the store, so that nothing but its process matters.
const FUNCTION: &str = "unknown-route";

#[test]
fn a_process_that_dies_in_mid_call_is_a_502_at_once_and_is_started_again() {
    assert_eq!(get("/api/v1/nothing").status, 404);
    let first = processes();
    assert!(!first.is_empty(), "{FUNCTION} runs after its first call");

    // Held, so that the call is in flight when the process dies.
    signal("STOP", &first);
    let call = thread::spawn(|| get("/api/v1/nothing"));
    thread::sleep(Duration::from_millis(300));
    let killed = Instant::now();
    signal("KILL", &first);
    let answer = call.join().expect("an answer");

    assert_eq!((answer.status, answer.text.as_str()), (502, r#"{"message":"Bad Gateway"}"#));
    assert!(killed.elapsed() < Duration::from_secs(1), "after {:?}", killed.elapsed());
    assert_eq!(get("/api/v1/nothing").status, 404);
    let second = processes();
    assert!(!second.is_empty() && second.iter().all(|process| !first.contains(process)), "{first:?}, then {second:?}");
}

/// The ids of the function's processes, which are children of the stack's own.
fn processes() -> Vec<String> {
    let stack = std::env::var("BACKOFFICE_PROCESS").expect("BACKOFFICE_PROCESS is set by `cargo xtask test`");
    let output = Command::new("ps").args(["-A", "-o", "pid=,ppid=,comm="]).output().expect("ps");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines()
        .filter_map(|line| {
            let [id, parent, program] = line.split_whitespace().collect::<Vec<_>>()[..] else { return None };
            (parent == stack && program.ends_with(FUNCTION)).then(|| id.to_owned())
        })
        .collect()
}

fn signal(name: &str, processes: &[String]) {
    let status = Command::new("kill").arg(format!("-{name}")).args(processes).status().expect("kill");
    assert!(status.success(), "kill -{name} {processes:?}");
}
