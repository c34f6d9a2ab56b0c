//! Ways to break a sound table, each breaking as few rules as it can, and what the check says then.

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_store::check::Rule;
use jiff::Timestamp;
use uuid::Uuid;

use super::whole::{Whole, key, one_more, plain, session, text, with};
use crate::harness::{Item, group};

/// One way to break a table.
pub(super) struct Tampering {
    pub(super) name: &'static str,
    /// The items it removes, and those it writes.
    pub(super) breaks: fn(&Whole) -> (Vec<Item>, Vec<Item>),
    /// The items that are named, with the rules they break.
    pub(super) expected: fn(&Whole) -> Vec<(String, Rule)>,
}

/// All of them: together they break every rule.
pub(super) fn all() -> Vec<Tampering> {
    [users(), access(), customers(), words(), audit(), others()].into_iter().flatten().collect()
}

fn gone(item: &Item) -> (Vec<Item>, Vec<Item>) {
    (vec![item.clone()], vec![])
}

fn put(item: Item) -> (Vec<Item>, Vec<Item>) {
    (vec![], vec![item])
}

fn users() -> Vec<Tampering> {
    vec![
        Tampering {
            name: "a login is lost",
            breaks: |whole| gone(whole.login()),
            expected: |whole| whole.ada_breaks(Rule::Reserved),
        },
        Tampering {
            name: "a login too many",
            breaks: |whole| put(with(whole.login(), &[("pk", text("EMAIL#eve@shop.example"))])),
            expected: |_| vec![("EMAIL#eve@shop.example LOGIN".to_owned(), Rule::Login)],
        },
        Tampering {
            name: "a user's version moves without an edit",
            breaks: |whole| put(one_more(whole.ada(), "version")),
            expected: |whole| whole.ada_breaks(Rule::Version),
        },
        Tampering {
            name: "a user counts a customer too many",
            breaks: |whole| put(one_more(whole.ada(), "customerCount")),
            expected: |whole| whole.ada_breaks(Rule::CustomerCount),
        },
        Tampering {
            name: "a user's language changes without an event",
            breaks: |whole| put(with(whole.ada(), &[("language", text("de"))])),
            expected: |whole| whole.ada_breaks(Rule::History),
        },
        Tampering {
            name: "a user is listed elsewhere",
            breaks: |whole| put(with(whole.ada(), &[("nameSk", text("zzz"))])),
            expected: |whole| whole.ada_breaks(Rule::Filed),
        },
        Tampering {
            name: "a session of nobody",
            breaks: |whole| put(session(whole, "0190a5c8-7b1e-7000-8000-00000000dead", 0)),
            expected: |_| {
                let user = "USER#0190a5c8-7b1e-7000-8000-00000000dead";
                vec![(format!("{user} SESSION#0190a5c8-7b1e-7000-8000-000000000005"), Rule::Session)]
            },
        },
        Tampering {
            name: "a session of a later epoch",
            breaks: |whole| put(session(whole, &whole.ada.id.to_string(), 7)),
            expected: |whole| {
                let sk = "SESSION#0190a5c8-7b1e-7000-8000-000000000005";
                vec![(format!("USER#{} {sk}", whole.ada.id), Rule::Epoch)]
            },
        },
        Tampering {
            name: "a user cannot be read",
            breaks: |whole| put(with(whole.ada(), &[("status", text("gone"))])),
            expected: |whole| {
                let unowned = |id: &str| (format!("CUSTOMER#{id} PROFILE"), Rule::Owner);
                vec![
                    ("ACCESS HEADCOUNT".to_owned(), Rule::Headcount),
                    (format!("AUDIT#user#{} *", whole.ada.id), Rule::Event),
                    unowned("C-000"),
                    unowned("C-001"),
                    (key(whole.login()), Rule::Login),
                    (key(whole.member()), Rule::Member),
                    (key(whole.one(&format!("GROUP#{}", group(3)), "MEMBER#")), Rule::Member),
                    (key(whole.ada()), Rule::Readable),
                    (key(whole.ada()), Rule::Found),
                ]
            },
        },
    ]
}

fn access() -> Vec<Tampering> {
    vec![
        Tampering {
            name: "a member is lost",
            breaks: |whole| gone(whole.member()),
            expected: |whole| vec![(key(whole.group()), Rule::MemberCount), (key(whole.member()), Rule::Member)],
        },
        Tampering {
            name: "a group counts one more",
            breaks: |whole| put(one_more(whole.group(), "memberCount")),
            expected: |whole| vec![(key(whole.group()), Rule::MemberCount)],
        },
        Tampering {
            name: "a group with members is lost",
            breaks: |whole| gone(whole.group()),
            expected: |whole| {
                let events = format!("AUDIT#group#{} *", group(2));
                vec![
                    (key(whole.group()), Rule::Group),
                    ("ACCESS POLICY".to_owned(), Rule::Policy),
                    (events, Rule::Event),
                ]
            },
        },
        Tampering {
            name: "a group has another name",
            breaks: |whole| put(with(whole.group(), &[("name", text("Others"))])),
            expected: |whole| vec![(key(whole.group()), Rule::History), ("ACCESS POLICY".to_owned(), Rule::Policy)],
        },
        Tampering {
            name: "a group's version moves without an edit",
            breaks: |whole| put(one_more(whole.group(), "version")),
            expected: |whole| vec![(key(whole.group()), Rule::Version)],
        },
        Tampering {
            name: "a role has another rule",
            breaks: |whole| {
                let rules = AttributeValue::L(vec![text("allow users.*")]);
                put(with(whole.one("ACCESS", "ROLE#"), &[("rules", rules)]))
            },
            expected: |whole| {
                let role = key(whole.one("ACCESS", "ROLE#"));
                vec![("ACCESS POLICY".to_owned(), Rule::Policy), (role, Rule::History)]
            },
        },
        Tampering {
            name: "a role is deleted in its events only",
            breaks: |whole| {
                let sk = text(&Uuid::now_v7().to_string());
                let end = [("sk", sk), ("action", text("role.deleted"))];
                put(with(whole.one("AUDIT#role#", ""), &end))
            },
            expected: |whole| {
                let role = key(whole.one("ACCESS", "ROLE#"));
                vec![(role.clone(), Rule::History), (role.clone(), Rule::History), (role, Rule::History)]
            },
        },
        Tampering {
            name: "administrators may less",
            breaks: |whole| {
                let policy = whole.one("ACCESS", "POLICY");
                let mut grants = policy["grants"].as_m().expect("grants").clone();
                let all = grants.get_mut(&group(1).to_string()).expect("administrators");
                let AttributeValue::M(grant) = all else { panic!("a grant") };
                grant.insert("deny".to_owned(), AttributeValue::N("1".to_owned()));
                put(with(policy, &[("grants", AttributeValue::M(grants))]))
            },
            expected: |_| [Rule::Policy, Rule::Administrators].map(|rule| ("ACCESS POLICY".to_owned(), rule)).to_vec(),
        },
        Tampering {
            name: "the counts are lost",
            breaks: |whole| gone(whole.one("ACCESS", "HEADCOUNT")),
            expected: |_| vec![("ACCESS HEADCOUNT".to_owned(), Rule::Headcount)],
        },
        Tampering {
            name: "one more administrator is counted",
            breaks: |whole| put(one_more(whole.one("ACCESS", "HEADCOUNT"), "activeAdministrators")),
            expected: |_| vec![("ACCESS HEADCOUNT".to_owned(), Rule::Headcount)],
        },
        Tampering {
            name: "the only administrator is none",
            breaks: |whole| {
                let is_first = |item: &&&Item| key(item) != key(whole.ada());
                let first = *whole.all("USER#", "PROFILE").iter().find(is_first).expect("an administrator");
                put(with(first, &[("groupIds", AttributeValue::L(Vec::new()))]))
            },
            expected: |whole| {
                let is_first = |item: &&&Item| key(item) != key(whole.ada());
                let first = key(whole.all("USER#", "PROFILE").iter().find(is_first).expect("an administrator"));
                let member = key(whole.one(&format!("GROUP#{}", group(1)), "MEMBER#"));
                let headcount = "ACCESS HEADCOUNT".to_owned();
                vec![
                    (headcount.clone(), Rule::Headcount),
                    (headcount, Rule::ActiveAdministrator),
                    (member, Rule::Member),
                    (first, Rule::History),
                ]
            },
        },
    ]
}

fn customers() -> Vec<Tampering> {
    vec![
        Tampering {
            name: "a customer's event is lost",
            breaks: |whole| gone(whole.one("AUDIT#customer#C-002", "")),
            expected: |_| {
                let fields = [Rule::Version, Rule::History, Rule::History, Rule::History];
                fields.map(|rule| ("CUSTOMER#C-002 PROFILE".to_owned(), rule)).to_vec()
            },
        },
        Tampering {
            name: "a customer goes over to nobody who exists",
            breaks: |whole| {
                let other = "0190a5c8-7b1e-7000-8000-00000000dead";
                let owner = [("ownerId", text(other)), ("ownerPk", text(&format!("OWNER#{other}")))];
                put(with(whole.one("CUSTOMER#C-000", "PROFILE"), &owner))
            },
            expected: |whole| {
                let customer = |rule| ("CUSTOMER#C-000 PROFILE".to_owned(), rule);
                let ada = key(whole.ada());
                vec![
                    customer(Rule::Owner),
                    customer(Rule::History),
                    (ada.clone(), Rule::CustomerCount),
                    (ada, Rule::History),
                ]
            },
        },
    ]
}

fn words() -> Vec<Tampering> {
    vec![
        Tampering {
            name: "a search word of a user is lost",
            breaks: |whole| gone(whole.word()),
            expected: |whole| whole.ada_breaks(Rule::Words),
        },
        Tampering {
            name: "a search word notes others",
            breaks: |whole| put(with(whole.word(), &[("words", AttributeValue::L(vec![text("else")]))])),
            expected: |whole| whole.ada_breaks(Rule::NotedWords),
        },
        Tampering {
            name: "a search word of nobody",
            breaks: |_| {
                let item = [("pk", "FIND#C#x"), ("sk", "x\u{1f}C-999"), ("id", "C-999")];
                let item: Item = item.map(|(name, value)| (name.to_owned(), text(value))).into();
                put(with(&item, &[("words", AttributeValue::L(vec![text("x")]))]))
            },
            expected: |_| vec![("CUSTOMER#C-999 PROFILE".to_owned(), Rule::Found)],
        },
        Tampering {
            name: "a customer's search word is lost",
            breaks: |whole| {
                let of_one = |item: &&&Item| plain(item, "id") == "C-002";
                gone(whole.all("FIND#C#", "").iter().find(of_one).expect("a word"))
            },
            expected: |_| vec![("CUSTOMER#C-002 PROFILE".to_owned(), Rule::Words)],
        },
    ]
}

fn audit() -> Vec<Tampering> {
    vec![
        Tampering {
            name: "an audit event of a user is lost",
            breaks: |whole| gone(whole.event("customer.assigned")),
            expected: |whole| whole.ada_breaks(Rule::History),
        },
        Tampering {
            name: "an audit event too many",
            breaks: |whole| {
                let changes = AttributeValue::L(Vec::new());
                let sk = text(&Uuid::now_v7().to_string());
                put(with(whole.event("user.created"), &[("sk", sk), ("changes", changes)]))
            },
            expected: |whole| whole.ada_breaks(Rule::Version),
        },
        Tampering {
            name: "an audit event of nobody",
            breaks: |whole| {
                let pk = text("AUDIT#user#0190a5c8-7b1e-7000-8000-00000000dead");
                let quiet = [("pk", pk), ("action", text("session.signed-in")), ("changes", AttributeValue::L(vec![]))];
                put(with(whole.event("user.created"), &quiet))
            },
            expected: |_| vec![("AUDIT#user#0190a5c8-7b1e-7000-8000-00000000dead *".to_owned(), Rule::Event)],
        },
        Tampering {
            name: "an audit event is listed in another month",
            breaks: |whole| put(with(whole.event("user.created"), &[("timePk", text("AUDIT#1999-12"))])),
            expected: |whole| vec![(key(whole.event("user.created")), Rule::Filed)],
        },
    ]
}

fn others() -> Vec<Tampering> {
    vec![
        Tampering {
            name: "failures that count nothing",
            breaks: |_| {
                let soon = (Timestamp::now().as_second() + 600).to_string();
                let numbers = [("count", "0"), ("since", "1"), ("last", "1"), ("expiresAt", &soon)];
                let numbers = numbers.map(|(name, value)| (name.to_owned(), AttributeValue::N(value.to_owned())));
                let keys = [("pk", "THROTTLE#account#x"), ("sk", "SIGN-IN")];
                put(keys.map(|(name, value)| (name.to_owned(), text(value))).into_iter().chain(numbers).collect())
            },
            expected: |_| vec![("THROTTLE#account#x SIGN-IN".to_owned(), Rule::Failures)],
        },
        Tampering {
            name: "something of another kind",
            breaks: |whole| put(with(whole.login(), &[("sk", text("OTHER"))])),
            expected: |_| vec![("EMAIL#ada@shop.example OTHER".to_owned(), Rule::Known)],
        },
    ]
}
