//! States that no router has ever been in: each gives an error, or a router that breaks no rule.

use std::prelude::rust_2024::*;
extern crate std;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use self::std::fs;

use serde_json::{Map, Value, json};

use super::v1;
use crate::command::Command;
use crate::config::Config;
use crate::invariants::check_invariants;
use crate::router::Router;
use crate::time::Timestamp;

/// How often each story's state is changed; `REFDESK_CHANGES=120` looks harder.
fn changes() -> u64 {
    let asked = std::env::var("REFDESK_CHANGES").ok();
    asked.map_or(6, |asked| asked.parse().expect("a number"))
}

#[test]
fn a_state_that_cannot_be_gives_an_error_and_nothing_else() {
    let (mut refused, mut taken) = (0, 0);
    for (name, router) in told() {
        let state = serde_json::to_value(router.capture()).expect("a state is JSON");
        for number in 0..changes() {
            let mut changed = state.clone();
            let what = change(&mut changed, &mut Dice(number * 7_919 + name.len() as u64));
            let Ok(read) = serde_json::from_value::<v1::State>(changed) else {
                refused += 1;
                continue;
            };
            match Router::revive(&read, [0; 32]) {
                Err(_) => refused += 1,
                Ok(mut router) => {
                    assert_eq!(check_invariants(&router), Ok(()), "{name}: {what}");
                    // Whatever it is, it goes on.
                    for _ in 0..20 {
                        let Some(deadline) = router.deadline() else { break };
                        router.advance(deadline.at);
                    }
                    taken += 1;
                }
            }
        }
    }
    assert!(refused > 100 && taken > 100, "{refused} refused, {taken} taken");
}

#[test]
fn messages_without_a_number_are_refused() {
    let by = |by: &str, action: Value| json!({"by": by, "action": action});
    let message = |id| json!({"type": "postMessage", "chat": "c1", "message": id, "text": "hello"});
    let level = json!({"pool": [{"type": "assigned"}], "ring": {"type": "all"}});
    let given = [
        by("host", json!({"type": "addInstitution", "institution": "tpl"})),
        by(
            "host",
            json!({"type": "addQueue", "queue": "ask", "institution": "tpl", "policy": {"levels": [level]}}),
        ),
        by(
            "patron:pat",
            json!({"type": "openChat", "chat": "c1", "queue": "ask", "patron": "pat"}),
        ),
        by("patron:pat", message("m1")),
        by("patron:pat", message("m2")),
    ];
    let router = tell(&json!({"given": given}));
    let mut state = serde_json::to_value(router.capture()).expect("a state is JSON");
    for entry in state["chats"][0]["entries"].as_array_mut().expect("two entries") {
        entry["number"] = json!(0);
        entry["body"]["message"] = json!("m1");
    }
    let read: v1::State = serde_json::from_value(state).expect("it is a state");
    assert!(Router::revive(&read, [0; 32]).is_err(), "no entry has the number 0");
}

/// The routers at the end of all stories.
fn told() -> Vec<(String, Router)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenarios");
    let files = fs::read_dir(folder).expect("the stories are there");
    let paths = files.map(|file| file.expect("a file").path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension() == Some("json".as_ref())).collect();
    paths.sort();
    let stories = paths.into_iter().map(|path| {
        let text = fs::read_to_string(&path).expect("a story can be read");
        let story: Value = serde_json::from_str(&text).expect("a story is JSON");
        (format!("{}", path.display()), tell(&story))
    });
    stories.collect()
}

fn tell(story: &Value) -> Router {
    let config = story.get("config").cloned().map(serde_json::from_value::<Config>);
    let config = config.map_or_else(Config::default, |config| config.expect("a configuration"));
    let mut router = Router::new(config, Timestamp::default());
    let given = story["given"].as_array().into_iter().flatten();
    // The last steps clear everything away in many stories.
    let steps = story["steps"].as_array().map(Vec::as_slice).unwrap_or_default();
    let steps = &steps[..steps.len().div_ceil(2)];
    let commands = given.map(|command| (0, Some(command)));
    let steps = steps.iter().map(|step| (step["at"].as_i64().expect("a time"), step.get("do")));
    for (at, command) in commands.chain(steps) {
        router.advance(Timestamp::from_millis(at));
        if let Some(command) = command {
            // Some are refused on purpose.
            let _ = router.apply(&in_full(command));
        }
    }
    router
}

fn in_full(command: &Value) -> Command {
    let mut command = command.clone();
    if let Some(short) = command["by"].as_str() {
        command["by"] = match short.split_once(':') {
            Some((role, id)) => json!({"type": role, role: id}),
            None => json!({"type": short}),
        };
    }
    serde_json::from_value(command).expect("a command")
}

/// Changes one thing somewhere, and says what.
fn change(value: &mut Value, dice: &mut Dice) -> String {
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = dice.below(items.len());
            match dice.below(8) {
                0 => format!("{} taken out", items.remove(at)),
                1 => {
                    let again = items[at].clone();
                    items.push(again);
                    format!("{} twice", items[at])
                }
                2 => {
                    let other = dice.below(items.len());
                    items.swap(at, other);
                    format!("{} in place of {}", items[at], items[other])
                }
                _ => change(&mut items[at], dice),
            }
        }
        Value::Object(fields) if !fields.is_empty() => change_field(fields, dice),
        Value::Number(number) => {
            let before = number.clone();
            let others = [0, 1, 2, 3, 255, 65_535, u64::from(u32::MAX), u64::MAX / 2];
            *value = json!(others[dice.below(others.len())]);
            format!("{value} for {before}")
        }
        Value::String(text) => {
            let before = text.clone();
            *value = json!(if dice.below(2) == 0 { "c1" } else { "ana" });
            format!("{value} for {before}")
        }
        Value::Bool(so) => {
            *so = !*so;
            format!("not {so}")
        }
        Value::Null | Value::Array(_) | Value::Object(_) => "nothing".into(),
    }
}

fn change_field(fields: &mut Map<String, Value>, dice: &mut Dice) -> String {
    let names: Vec<String> = fields.keys().filter(|name| *name != "config").cloned().collect();
    let Some(name) = names.get(dice.below(names.len().max(1))) else { return "nothing".into() };
    if dice.below(12) == 0 {
        fields.remove(name);
        return format!("without {name}");
    }
    let inner = fields.get_mut(name).expect("it was one of them");
    format!("{name}: {}", change(inner, dice))
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % most.max(1)
    }
}
