//! Replays the stories of `scenarios/`; `scenarios/README.md` says how they are written.
//!
//! `REFDESK_REWRITE=1 cargo test -p refdesk --test scenarios` writes down what the router does now,
//! for a deliberate change: read the difference before it is kept. With `REFDESK_ONCE` each story is told
//! once only.

#![allow(clippy::wildcard_enum_match_arm, reason = "a reader of JSON asks for one kind at a time")]

#[path = "support/json.rs"]
mod json;
#[path = "support/story.rs"]
mod story;

use std::collections::BTreeSet;

use refdesk::{
    Action, ClaimReason, EventKind, OfferCause, Outcome, PauseReason, PolicyFault, Presence,
    Reason, Refusal, RollReason, TransferFailure, Use, Withdrawal,
};
use serde::de::DeserializeOwned;

use json::Json;
use story::{Host, Story, stories};

#[test]
fn every_story_goes_as_it_is_told() {
    let stories = stories();
    let mut failures = Vec::new();
    for story in &stories {
        if let Err(failure) = replay(story) {
            println!("{} ... FAILED", story.name());
            failures.push(format!("scenarios/{}.json: {failure}", story.name()));
        } else {
            println!("{} ... ok", story.name());
        }
    }
    let (bad, all) = (failures.len(), stories.len());
    assert!(failures.is_empty(), "{bad} of {all} stories\n\n{}\n", failures.join("\n\n"));
}

/// Tells a story twice: with other secrets, and to a host that restarts after every step, which
/// change nothing that anybody sees.
fn replay(story: &Story) -> Result<(), String> {
    let (told, events) = story.tell([0; 32], Host::Stays)?;
    if std::env::var_os("REFDESK_ONCE").is_none() {
        let (_, again) = story.tell([7; 32], Host::Restarts)?;
        if events != again {
            let other = events.iter().zip(&again).find(|(one, other)| one != other);
            return Err(format!("told a second time, it goes otherwise: {other:?}"));
        }
    }
    if std::env::var_os("REFDESK_REWRITE").is_some() {
        story.rewrite(&told);
        return Ok(());
    }
    let differences = story.differences(&told);
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n")) }
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
    let mut told = BTreeSet::new();
    for story in stories() {
        for step in story.steps() {
            collect(step, "step", &mut told);
        }
        for given in story.whole.items("given") {
            collect(given, "given", &mut told);
        }
    }
    told
}

fn collect(json: &Json, holder: &str, told: &mut BTreeSet<String>) {
    let Json::Map(fields) = json else { return };
    let kind = json.get("type").and_then(Json::text).unwrap_or(holder);
    for (key, value) in fields {
        match value {
            Json::Text(text) => drop(told.insert(match kind {
                "step" => format!("{key}={text}"),
                _ => format!("{kind}.{key}={text}"),
            })),
            Json::List(items) => {
                for item in items {
                    if let Some(name) = item.get("type").and_then(Json::text) {
                        told.insert(format!("{key}={name}"));
                    }
                    collect(item, key, told);
                }
            }
            Json::Map(_) => {
                if let Some(name) = value.get("type").and_then(Json::text) {
                    told.insert(format!("{kind}.{key}={name}"));
                }
                if key == "action" {
                    let name = value.get("type").and_then(Json::text).unwrap_or_default();
                    told.insert(format!("do={name}"));
                }
                if kind == "step" && key == "deadline" {
                    let reason = value.get("reason").and_then(|reason| reason.get("type"));
                    let name = reason.and_then(Json::text).unwrap_or_default();
                    told.insert(format!("deadline={name}"));
                }
                collect(value, key, told);
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }
}

/// The name of an action in the wire form.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
