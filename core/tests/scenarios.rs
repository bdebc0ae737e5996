//! Replays the stories of `scenarios/`; `scenarios/README.md` says how they are written.
//!
//! `REFDESK_REWRITE=1 cargo test -p refdesk --test scenarios` writes down what the router does now,
//! for a deliberate change: read the difference before it is kept. With `REFDESK_ONCE` each story is told
//! once only.

use std::collections::BTreeSet;
use std::path::Path;

use refdesk::testing::{play_folder, scenarios_in};
use refdesk::{
    Action, ClaimReason, EventKind, OfferCause, Outcome, PauseReason, PolicyFault, Presence,
    Reason, Refusal, RollReason, TransferFailure, Use, Withdrawal,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

#[test]
fn every_story_goes_as_it_is_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let played = play_folder(folder).unwrap_or_else(|failure| panic!("{failure}"));
    println!("{played} stories");
    assert!(played > 300, "the stories are there");
}

#[test]
fn every_refusal_has_a_story() {
    let told = told();
    let missing = |codes: &[&'static str]| -> Vec<&'static str> {
        codes.iter().copied().filter(|code| !told.contains(&format!("code={code}"))).collect()
    };
    assert_eq!(missing(Refusal::CODES), Vec::<&str>::new(), "codes that no story has");
}

#[test]
fn every_action_and_every_event_has_a_story() {
    let told = told();
    let mut missing = Vec::new();
    let mut want = |place: &str, names: Vec<String>| {
        let names = names.into_iter().map(|name| format!("{place}={name}"));
        missing.extend(names.filter(|name| !told.contains(name)));
    };
    want("do", Action::NAMES.iter().map(|name| small(name)).collect());
    want("see", variants::<EventKind>());
    want("deadline", variants::<Reason>());
    want("presenceChanged.presence", variants::<Presence>());
    want("operatorPaused.reason", variants::<PauseReason>());
    want("chatOffered.cause", variants::<OfferCause>());
    want("offerWithdrawn.reason", variants::<Withdrawal>());
    want("levelPassedOver.reason", ["nobodyThere", "allBusy"].map(String::from).into());
    want("chatRolledOver.reason", ["unanswered", "allDeclined"].map(String::from).into());
    want("hops.reason", variants::<RollReason>());
    want("chatClaimed.reason", variants::<ClaimReason>());
    want("transferFailed.why", variants::<TransferFailure>());
    want("record.outcome", variants::<Outcome>());
    want("invalidPolicy.fault", variants::<PolicyFault>());
    want("inUse.by", variants::<Use>());
    assert_eq!(missing, Vec::<String>::new(), "what no story has");
}

/// The names of an enum's variants on the wire: serde lists them when it is asked for another one.
fn variants<T: DeserializeOwned>() -> Vec<String> {
    let asked = [r#"{"type":"?"}"#, r#""?""#].map(serde_json::from_str::<T>);
    let answers = asked.into_iter().filter_map(Result::err).map(|error| error.to_string());
    let answer = answers.filter(|answer| answer.contains("expected")).find(|a| a.contains("`?`"));
    let answer = answer.expect("serde names the variants that it knows");
    let names = answer.split('`').skip(1).step_by(2).filter(|&name| name != "?");
    names.map(str::to_owned).collect()
}

/// What the stories tell of: `field=value`, by the event or the field that holds it.
fn told() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut told = BTreeSet::new();
    for (_, story) in scenarios_in(folder).expect("the stories can be read") {
        let story: Value = serde_json::from_str(story.text()).expect("it was read before");
        for part in ["given", "step"] {
            let items = if part == "step" { &story["steps"] } else { &story[part] };
            items.as_array().into_iter().flatten().for_each(|item| collect(item, part, &mut told));
        }
    }
    told
}

fn collect(json: &Value, holder: &str, told: &mut BTreeSet<String>) {
    let Value::Object(fields) = json else { return };
    let kind = json["type"].as_str().unwrap_or(holder);
    for (key, value) in fields {
        match value {
            Value::String(text) => drop(told.insert(match kind {
                "step" => format!("{key}={text}"),
                _ => format!("{kind}.{key}={text}"),
            })),
            Value::Array(items) => {
                for item in items {
                    if let Some(name) = item["type"].as_str() {
                        told.insert(format!("{key}={name}"));
                    }
                    collect(item, key, told);
                }
            }
            Value::Object(_) => {
                if let Some(name) = value["type"].as_str() {
                    told.insert(format!("{kind}.{key}={name}"));
                }
                if key == "action" {
                    let name = value["type"].as_str().unwrap_or_default();
                    told.insert(format!("do={name}"));
                }
                if kind == "step" && key == "deadline" {
                    let name = value["reason"]["type"].as_str().unwrap_or_default();
                    told.insert(format!("deadline={name}"));
                }
                collect(value, key, told);
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// The name of an action in the wire form.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
