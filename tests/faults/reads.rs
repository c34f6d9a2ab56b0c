//! Lists under faults: nobody is missing, nobody shown twice (R37, R42).

use acceptance::watch::{FOR_GOOD, Fault, Watch, Watched};
use acceptance::{Client, administrator, group_id, somebody, unique};

use crate::customers::{assign, customer};
use crate::{alone, failing};

/// A list, and the function that answers it.
struct List {
    function: &'static str,
    path: String,
    query: Vec<(&'static str, String)>,
    /// How many a page holds: few of few, more of what other tests have left.
    limit: &'static str,
}

impl List {
    /// The ids of all its pages, one after another.
    fn walk(&self, client: &Client) -> Vec<String> {
        let (mut ids, mut cursor) = (Vec::new(), None::<String>);
        loop {
            let mut request = client.get(&self.path).query("limit", self.limit);
            for (name, value) in &self.query {
                request = request.query(name, value);
            }
            if let Some(cursor) = &cursor {
                request = request.query("cursor", cursor);
            }
            let page = request.send().expect(200).json();
            let items = page["items"].as_array().expect("items");
            ids.extend(items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()));
            match page["next"].as_str() {
                Some(next) => cursor = Some(next.to_owned()),
                None => return ids,
            }
        }
    }
}

/// Lists of every kind, with more records than a page holds.
fn lists() -> Vec<List> {
    let (word, owner) = (format!("walk{}", unique()), somebody().create());
    for _ in 0..10 {
        somebody().named("Robin", &word).in_groups(["Customer service"]).create();
        assign(&owner, &customer());
        customer();
    }
    let list = |function, path: &str, query: &[(&'static str, &str)], limit| List {
        function,
        path: path.to_owned(),
        query: query.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        limit,
    };
    let newest = [("sort", "createdAt"), ("order", "desc"), ("status", "active")];
    let group = group_id("Customer service");
    let history = format!("user:{}", owner.id);
    vec![
        list("list-audit-events", "/audit-events", &[("target", &history)], "4"),
        list("list-audit-events", "/audit-events", &[("target", &history), ("action", "customer")], "4"),
        list("list-users", "/users", &[], "50"),
        list("list-users", "/users", &newest, "50"),
        list("list-users", "/users", &[("group", &group)], "50"),
        list("list-users", "/users", &[("group", &group), ("status", "active")], "50"),
        list("list-users", "/users", &[("q", &word)], "4"),
        list("list-customers", "/customers", &[], "50"),
        list("list-customers", "/customers", &[("owner", "none")], "50"),
        list("list-customers", "/customers", &[("q", "moss")], "50"),
        list("list-members", &format!("/groups/{group}/members"), &[], "50"),
        list("list-assigned-customers", &format!("{}/customers", owner.path()), &[], "4"),
    ]
}

/// What a list survives: each fault at calls that can fail so.
fn faults(calls: &[Watched]) -> Vec<Fault> {
    let places = |operation: &str| -> Vec<usize> {
        calls.iter().enumerate().filter(|(_, call)| call.operation == operation).map(|(place, _)| place).collect()
    };
    let (batches, queries) = (places("BatchGetItem"), places("Query"));
    let once = |kind, skip| Fault { skip, times: 1, kind };
    vec![
        Fault { skip: queries[0], times: FOR_GOOD, kind: "short" },
        once("unprocessed", batches[0]),
        once("unprocessed", batches[batches.len() / 2]),
        once("throttled", queries[0]),
        once("internal", queries[queries.len() / 2]),
        once("lost-after", queries[0]),
    ]
}

#[test]
fn r37_lists_are_whole_though_the_store_answers_in_part() {
    let _turn = alone();
    for list in lists() {
        let expected = list.walk(&administrator());
        assert!(expected.len() >= 10, "{}: {expected:?}", list.path);
        let watch = Watch::of_function(list.function, &[]);
        assert_eq!(list.walk(&failing()), expected, "{} {:?}", list.path, list.query);
        for fault in faults(&watch.end()) {
            let watch = Watch::of_function(list.function, &[fault]);
            let found = list.walk(&failing());
            let what = format!("{} {:?}, {fault:?}", list.path, list.query);
            assert!(watch.end().iter().any(|call| call.failed), "no call met it: {what}");
            assert_eq!(found, expected, "{what}");
        }
    }
}
