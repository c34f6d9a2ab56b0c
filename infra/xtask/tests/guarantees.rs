//! `docs/GUARANTEES.md` promises nothing without a test that exists.

use std::path::{Path, PathBuf};

/// A test that the document names: what it is called and the file that has it.
fn named(document: &str) -> Vec<(String, String)> {
    let links = document.split("[`").skip(1);
    links
        .filter_map(|link| {
            let (name, rest) = link.split_once("`](")?;
            Some((name.to_owned(), rest.split_once(')')?.0.to_owned()))
        })
        .collect()
}

/// Where the stages of `cargo xtask test` are that are tests themselves, without an attribute.
const STAGES: &str = "/infra/xtask/src/commands/test/";

/// Whether the file declares the test, be it Rust's or the browser's, and it is run.
fn declares(file: &Path, name: &str) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let is_stage = file.to_string_lossy().contains(STAGES);
    is_run_by_rust(&text, name, is_stage)
        || [format!("est(\"{name}\""), format!("est(`{name}`")].iter().any(|declaration| text.contains(declaration))
}

/// Whether a function has the attribute of a test and is not ignored, or is one that a stage calls.
fn is_run_by_rust(text: &str, name: &str, is_stage: bool) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let words = ["pub(super) ", "pub(crate) ", "pub ", "async ", "fn "];
    let is_it = |line: &str| {
        let rest = words.iter().fold(line, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        line.contains("fn ") && rest.strip_prefix(name).is_some_and(|rest| rest.starts_with('('))
    };
    let Some(place) = lines.iter().position(|line| is_it(line)) else { return false };
    let above = lines[..place].iter().rev().take_while(|line| line.starts_with("#[") || line.starts_with("///"));
    let attributes: Vec<_> = above.filter(|line| line.starts_with("#[")).collect();
    let is_test = attributes.iter().any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"));
    (is_test || is_stage) && !attributes.iter().any(|line| line.starts_with("#[ignore"))
}

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

#[test]
fn every_promise_names_tests_that_exist() {
    let document = std::fs::read_to_string(docs().join("GUARANTEES.md")).expect("the document");

    let missing: Vec<_> =
        named(&document).into_iter().filter(|(name, file)| !declares(&docs().join(file), name)).collect();

    assert!(missing.is_empty(), "these tests are not there: {missing:#?}");
    for promise in document.split("\n\n").filter(|part| part.starts_with("**")) {
        assert!(!named(promise).is_empty(), "a promise without a test: {promise}");
    }
}

#[test]
fn a_test_that_is_gone_is_noticed() {
    let here =
        Path::new(file!()).file_name().map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name));
    let here = here.expect("this file");

    assert!(declares(&here, "a_test_that_is_gone_is_noticed"));
    assert!(!declares(&here, "a_test_that_is"));
    assert!(!declares(&docs().join("no-such-file.rs"), "a_test_that_is_gone_is_noticed"));
    assert!(!declares(&here, "named"), "no test");
    let text = "/// Tells.\n#[test]\n#[ignore = \"slow\"]\nfn ignored() {}\n// #[test]\n// fn gone() {}\n#[tokio::test]\nasync fn there() {}";
    assert_eq!(["ignored", "gone", "there"].map(|name| is_run_by_rust(text, name, false)), [false, false, true]);
    assert_eq!(
        named("**A.** b [`c`](d.rs)\n[`e f`](g.ts)"),
        [("c".to_owned(), "d.rs".to_owned()), ("e f".to_owned(), "g.ts".to_owned())]
    );
}
