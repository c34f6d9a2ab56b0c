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

/// Whether the file declares the test, be it Rust's or the browser's.
fn declares(file: &Path, name: &str) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    [format!("fn {name}("), format!("test(\"{name}\""), format!("test(`{name}`")]
        .iter()
        .any(|declaration| text.contains(declaration))
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
    assert_eq!(
        named("**A.** b [`c`](d.rs)\n[`e f`](g.ts)"),
        [("c".to_owned(), "d.rs".to_owned()), ("e f".to_owned(), "g.ts".to_owned())]
    );
}
