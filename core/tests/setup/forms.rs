//! TOML and JSON, and how short the document may be.

use refdesk::setup::{Assigned, Setup};
use refdesk::{Policy, Ring, Span};
use serde_json::json;

use crate::language::{SOUND, brought_to, check, sound};

#[test]
fn the_sound_document_is_sound() {
    assert_eq!(check(&sound()).to_string(), "");
}

#[test]
fn toml_and_json_are_the_same() {
    let json = serde_json::to_string(&sound()).expect("it can be written");
    assert_eq!(serde_json::from_str::<Setup>(&json).expect("it can be read"), sound());
    let written = toml::to_string(&sound()).expect("it can be written");
    assert_eq!(toml::from_str::<Setup>(&written).expect("it can be read"), sound());
    let value: serde_json::Value = toml::from_str(SOUND).expect("it is TOML");
    assert_eq!(serde_json::from_value::<Setup>(value).expect("it is the document"), sound());
}

#[test]
fn what_is_left_out_has_a_default() {
    let setup: Setup = serde_json::from_value(json!({
        "institutions": [{ "id": "ames" }],
        "queues": [{ "id": "desk", "institution": "ames", "assigned": ["ana"] }],
    }))
    .expect("it can be read");
    assert_eq!(setup.queues[0].policy, Policy::ring_all());
    assert_eq!(setup.queues[0].assigned, [Assigned::of("ana".parse().expect("it is an id"))]);
    assert_eq!(serde_json::from_str::<Setup>("{}").expect("it can be read"), Setup::default());
}

#[test]
fn a_span_is_written_as_people_say_it() {
    let levels = &sound().queues[0].policy.levels;
    assert_eq!(levels[0].wait, Some(Span::from_secs(40)));
    assert!(matches!(levels[1].ring, Ring::Best { lapse_after: None, .. }));
}

#[track_caller]
fn refused(text: &str) -> String {
    let error = toml::from_str::<Setup>(text).expect_err("it is no setup document");
    error.to_string()
}

#[test]
fn the_example_of_the_page_is_sound() {
    let page = include_str!("../../../docs/setup.md");
    let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let setup: Setup = toml::from_str(example.expect("there is one")).expect("it is TOML");
    assert_eq!(check(&setup).to_string(), "");
    brought_to(&setup);
}

#[test]
fn what_does_not_fit_the_form_is_told_by_its_reader_with_the_line() {
    let told = refused("institutions = [{ id = \"\" }]");
    assert!(told.contains("line 1") && told.contains("an id must not be empty"), "{told}");
    let told = refused("[[queues]]\nid = \"desk\"\ninstitution = \"ames\"\nassigned = [1]");
    assert!(
        told.contains("line 4") && told.contains("the id of an operator, or a table"),
        "{told}"
    );
    let told = refused("\n[[queues]]\nid = \"desk\"\ninstitution = \"ames\"\nasigned = []");
    assert!(told.contains("line 5") && told.contains("unknown field `asigned`"), "{told}");
    let told = refused(&SOUND.replace("40 s", "40 z"));
    assert!(told.contains("`40 z` is no span of whole milliseconds"), "{told}");
    let told = refused(
        "[[partnerships]]\nsides = [{ institution = \"ames\", gives = [{ right = \"staff\" }] }]",
    );
    assert!(told.contains("a table with a `type`, such as `staff`"), "{told}");
}

#[test]
fn what_is_written_down_is_what_there_is() {
    let mut expected = sound();
    // In the order of registration.
    expected.queues[1].assigned.reverse();
    assert_eq!(brought_to(&sound()).setup(), expected);
}
