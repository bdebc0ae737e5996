//! Hostile commands: each is refused and changes nothing, or is carried out and breaks no rule.

use refdesk::{Command, Config, Refusal, Router, Timestamp};
use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::going_on::{advance, apply};

/// So many lines are told at most.
const MOST: usize = 120;
/// So often a host advances for one instant at most: timers that are due may be many.
const MOST_ADVANCES: usize = 20;

/// A line of a story.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Line {
    /// Time moves on by so many milliseconds.
    Later(i64),
    Command(Box<Command>),
}

/// Tells a story to a router, line by line: a number moves time on by so many milliseconds, anything
/// else is a command. The first line is the configuration. Lines that are neither are passed over.
///
/// # Panics
/// Where something does not hold.
pub fn command(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    let mut lines = text.lines();
    let config: Option<Config> = lines.next().and_then(|line| serde_json::from_str(line).ok());
    let mut router = Router::new(config.unwrap_or_default(), Timestamp::default());
    for line in lines.take(MOST) {
        match serde_json::from_str(line) {
            Ok(Line::Later(millis)) => later(&mut router, millis),
            Ok(Line::Command(command)) => {
                reads_alike(&*command);
                if let Err(refusal) = router.clone().apply(&command) {
                    assert!(!refusal.to_string().is_empty(), "{} has no sentence", refusal.code());
                    reads_alike::<Refusal>(&refusal);
                }
                apply(&mut router, &command);
            }
            Err(_) => {}
        }
    }
}

fn later(router: &mut Router, millis: i64) {
    let now = Timestamp::from_millis(router.now().as_millis().saturating_add(millis));
    for _ in 0..MOST_ADVANCES {
        advance(router, now);
        if router.deadline().is_none_or(|deadline| deadline.at > now) {
            return;
        }
    }
}

/// What is written is read as it was.
fn reads_alike<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(value: &T) {
    let text = serde_json::to_string(value).expect("the wire form is JSON");
    assert_eq!(serde_json::from_str::<T>(&text).expect("it is read again"), *value);
}
