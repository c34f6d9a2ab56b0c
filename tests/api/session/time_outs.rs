//! Sessions end by themselves, whether or not the table has tidied up (R19).

use acceptance::{Client, somebody, table};
use jiff::{SignedDuration, Timestamp};

fn ago(minutes: i64) -> Timestamp {
    Timestamp::now() - SignedDuration::from_mins(minutes)
}

/// A session whose last request was noted, and which was opened, so many minutes ago.
fn session(seen: i64, opened: i64) -> Client {
    let session = somebody().create().sign_in();
    let (seen, opened) = (ago(seen), ago(opened));
    let over = (seen + SignedDuration::from_hours(1)).min(opened + SignedDuration::from_hours(12));
    table::set_session_times(&session, &seen.to_string(), &opened.to_string(), over.as_second());
    session
}

#[test]
fn r19_after_an_hour_without_a_request() {
    session(59, 59).get("/session").send().expect(200);
    session(60, 60).get("/session").send().refused(401, "session_required");
}

#[test]
fn r19_twelve_hours_after_signing_in_whatever_happens() {
    session(0, 12 * 60 - 1).get("/session").send().expect(200);
    session(0, 12 * 60).get("/session").send().refused(401, "session_required");
}

#[test]
fn r19_a_session_that_has_ended_is_not_noted_as_used() {
    let session = session(61, 61);
    let before = table::session(&session);

    session.get("/session").send().expect(401);

    assert_eq!(table::session(&session), before);
}

#[test]
fn a_request_is_noted_once_in_five_minutes() {
    let session = session(6, 30);

    let noted = session.get("/session").send().expect(200).cost();
    let not_noted = session.get("/session").send().expect(200).cost();

    assert_eq!((noted.write > 0.0, noted.write <= 1.0, not_noted.write > 0.0), (true, true, false));
}

#[test]
fn every_answer_says_when_the_session_ends_if_nothing_more_is_asked() {
    let expires = |session: &Client| {
        let answer = session.get("/session").send().expect(200);
        let time: Timestamp = answer.header("x-session-expires").expect("a header").parse().expect("a time");
        time.duration_since(Timestamp::now()).as_secs()
    };

    assert!((55 * 60..=60 * 60).contains(&expires(&session(0, 0))));
    assert!((55 * 60..=60 * 60).contains(&expires(&session(30, 30))), "this request counts");
    assert!((8 * 60..=10 * 60).contains(&expires(&session(0, 12 * 60 - 10))), "twelve hours are twelve hours");
}
