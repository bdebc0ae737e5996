//! What comes to chats that wait: its faults, and plans that never send chats in a circle.

use refdesk::setup::Setup;
use refdesk::{After, Full, Policy, TooLong};
use serde_json::{Value, json};

use crate::language::{bring, brought_to, faults, sound};

/// The sound document whose two queues have these outcomes besides.
fn with_outcomes(outcomes: [Value; 2]) -> Setup {
    let mut setup = sound();
    for (queue, outcomes) in setup.queues.iter_mut().zip(outcomes) {
        let mut policy = serde_json::to_value(&queue.policy).expect("it can be written");
        let fields = policy.as_object_mut().expect("it has fields");
        fields.extend(outcomes.as_object().expect("it has fields").clone());
        queue.policy = serde_json::from_value::<Policy>(policy).expect("it can be read");
    }
    setup
}

fn move_to(queue: &str) -> Value {
    json!({ "type": "moveTo", "queue": queue })
}

#[test]
fn outcomes_that_cannot_work() {
    let long = "x".repeat(5_000);
    let setup = with_outcomes([
        json!({
            "after": move_to("ames-desk"),
            "full": { "chats": 0, "then": { "type": "keepWaiting" } },
        }),
        json!({
            "after": { "type": "close", "notice": long },
            "tooLong": { "after": 0, "then": move_to("cedar-desk") },
            "notice": { "after": "30 s", "text": long },
        }),
    ]);
    let cannot = |path: &str, why: &str| format!("queues{path}: the policy cannot work: {why}");
    let bytes = "has 5000 bytes, and at most 4096 are allowed";
    let expected = [
        cannot("[0].policy.full.then", "a bound is to be followed by something"),
        cannot("[0].policy.full.chats", "no chat could wait"),
        cannot("[0].policy.after", "its chats would move on in a circle"),
        cannot("[1].policy.tooLong.after", "no chat could wait"),
        "queues[1].policy.tooLong.then.queue: the document has no queue `cedar-desk`".to_owned(),
        format!("queues[1].policy.after.notice: the note {bytes}"),
        format!("queues[1].policy.notice.text: the note {bytes}"),
    ];
    assert_eq!(faults(&setup), expected);
}

#[test]
fn chats_that_would_move_on_in_a_circle() {
    let back = json!({ "full": { "chats": 5, "then": move_to("ames-desk") } });
    let setup = with_outcomes([json!({ "after": move_to("boone-desk") }), back]);
    let circle = "the policy cannot work: its chats would move on in a circle";
    let expected = [
        format!("queues[0].policy.after.queue: {circle}"),
        format!("queues[1].policy.full.then.queue: {circle}"),
    ];
    assert_eq!(faults(&setup), expected);
}

#[test]
fn hours_of_a_level_with_faults() {
    let mut setup = sound();
    let level = &mut setup.queues[0].policy.levels[1];
    let hours = json!({ "type": "hours", "hours": { "timeZone": "UTC", "week": [{ "from": "8", "to": "9" }] } });
    level.only_when = serde_json::from_value(hours).expect("it can be read");
    let found = faults(&setup);
    let path = "queues[0].policy.levels[1].onlyWhen.hours.week[0].from: `8` is no time of day";
    assert!(found[0].starts_with(path), "{found:?}");
}

/// Whoever turns round where chats move on does so without a circle on the way.
#[test]
fn where_chats_move_on_turns_round() {
    let none = || json!({});
    let there = with_outcomes([json!({ "after": move_to("boone-desk") }), none()]);
    let back = with_outcomes([none(), json!({ "after": move_to("ames-desk") })]);
    let mut router = brought_to(&there);
    for to in [&back, &there, &Setup::default(), &back] {
        bring(&mut router, to);
        assert_eq!(router.plan(to), Ok(Vec::new()), "what was brought is there");
    }
}

/// A queue that goes is named by no bound of one that stays.
#[test]
fn a_queue_goes_where_chats_moved_on() {
    let mut before = with_outcomes([json!({}), json!({})]);
    let then = || After::MoveTo { queue: before.queues[1].id.clone() };
    let full = Full { chats: 3, then: then() };
    let too_long = TooLong { after: refdesk::Span::from_secs(60), then: then() };
    let policy = &mut before.queues[0].policy;
    (policy.full, policy.too_long) = (Some(full.into()), Some(too_long.into()));
    policy.levels.truncate(1);
    let mut after = before.clone();
    after.queues.pop();
    let policy = &mut after.queues[0].policy;
    (policy.full, policy.too_long) = (None, None);
    after.partnerships.clear();
    let mut router = brought_to(&before);
    bring(&mut router, &after);
    bring(&mut router, &before);
}
