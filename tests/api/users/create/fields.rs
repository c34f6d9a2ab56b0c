//! What a new user may be like.

use acceptance::{administrator, group_id, somebody, unique, unknown_id};
use serde_json::{Value, json};

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let answer = administrator().post("/users").json(&json!({})).send();

    answer.refused_fields(&[
        ("/email", "required"),
        ("/password", "required"),
        ("/firstName", "required"),
        ("/lastName", "required"),
        ("/groups", "required"),
        ("/language", "required"),
    ]);
}

#[test]
fn each_member_has_its_type() {
    for name in ["email", "password", "firstName", "lastName", "groups", "agent", "language"] {
        let pointer = format!("/{name}");
        somebody().with(name, 7).try_create().refused_fields(&[(&pointer, "wrong_type")]);
        somebody().with(name, Value::Null).try_create().refused_fields(&[(&pointer, "null_refused")]);
    }
}

#[test]
fn r25_what_only_the_product_sets_cannot_be_set() {
    for name in [
        "id",
        "status",
        "version",
        "sessionEpoch",
        "hash",
        "customerCount",
        "createdAt",
        "updatedAt",
        "updatedBy",
        "lastSignInAt",
        "groupIds",
        "pk",
    ] {
        let pointer = format!("/{name}");
        somebody().with(name, "active").try_create().refused_fields(&[(&pointer, "unknown_field")]);
    }
}

#[test]
fn names_have_1_to_100_characters() {
    let long = "é".repeat(101);
    for (name, code) in [("", "required"), (" \u{a0} ", "required"), (&long, "too_long")] {
        somebody().with("firstName", name).try_create().refused_fields(&[("/firstName", code)]);
        somebody().with("lastName", name).try_create().refused_fields(&[("/lastName", code)]);
    }
}

#[test]
fn r47_names_hold_no_control_characters() {
    for name in ["Robin\r\nVale", "Robin\u{1b}[31m", "Robin\u{0}", "Robin\u{85}Vale"] {
        somebody().with("lastName", name).try_create().refused_fields(&[("/lastName", "control_character")]);
    }
}

#[test]
fn r38_whatever_people_are_called_survives_exactly() {
    let long = "𝔸".repeat(100);
    for name in ["🦀👩‍🚀", "מַרְיָם", "ﷺ", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "O’Neill \"Q\" \\", &long]
    {
        let person = somebody().named(name, name).create();

        let found = person.now();
        assert_eq!((found["firstName"].as_str(), found["lastName"].as_str()), (Some(name), Some(name)));
    }
}

#[test]
fn white_space_around_what_was_typed_is_taken_off() {
    let word = unique();
    let person = somebody().named("  Robin ", "\tVale\n").email(&format!(" {word}@acceptance.example ")).create();

    let found = person.now();
    assert_eq!((found["firstName"].as_str(), found["lastName"].as_str()), (Some("Robin"), Some("Vale")));
    assert_eq!(found["email"], format!("{word}@acceptance.example"));
}

#[test]
fn at_least_one_group_and_all_of_them_exist() {
    let editors = group_id("Content editors");
    let unknown = unknown_id();
    let many: Vec<_> = (0..11).map(|_| unknown_id()).collect();
    for (groups, pointer, code) in [
        (json!([]), "/groups", "too_few"),
        (json!(many), "/groups", "too_many"),
        (json!([editors, editors]), "/groups/1", "duplicate"),
        (json!([editors, unknown]), "/groups/1", "unknown_group"),
        (json!(["Administrators"]), "/groups/0", "unknown_group"),
        (json!([7]), "/groups/0", "wrong_type"),
        (json!("Administrators"), "/groups", "wrong_type"),
    ] {
        somebody().with("groups", groups).try_create().refused_fields(&[(pointer, code)]);
    }
}

#[test]
fn only_the_pages_languages_are_taken() {
    for language in ["fr", "EN", "en-GB", ""] {
        let refused = somebody().with("language", language).try_create();
        refused.refused_fields(&[("/language", "unknown_value")]);
    }
}

#[test]
fn errors_say_the_figures_that_belong_to_them() {
    let answer = somebody().with("password", "short").with("language", "fr").without("lastName").try_create();

    let errors = answer.refused(422, "validation_failed")["errors"].clone();
    assert_eq!(
        errors,
        json!([
            {"pointer": "/password", "code": "too_short", "params": {"min": 15}},
            {"pointer": "/lastName", "code": "required", "params": {}},
            {"pointer": "/language", "code": "unknown_value", "params": {"allowed": ["en", "de"]}},
        ])
    );
}

#[test]
fn a_body_that_is_no_object_is_malformed() {
    for body in
        ["", "{", "[]", "null", "\"text\"", "{\"email\": \"x\"} trailing", "{\"email\":\"\\ud800\"}", "\u{feff}{}"]
    {
        let answer = administrator().post("/users").body("application/json", body).send();
        answer.refused(400, "malformed_body");
    }
    let not_unicode = administrator().post("/users").body("application/json", [0xff, 0xfe]).send();
    not_unicode.refused(400, "malformed_body");
}
