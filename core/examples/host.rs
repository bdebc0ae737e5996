//! A whole host: the desk of one library, a chat that nobody answers, and a clock that a person could have moved.

#![expect(clippy::wildcard_enum_match_arm, reason = "a host does something about what it knows")]

use refdesk::setup::Setup;
use refdesk::{
    Action, Actor, Command, Config, Deadline, EventKind, OpenChat, OperatorId, PatronId, Router,
    SetPresence, Show, Timestamp,
};

const SETUP: &str = r#"{
    "institutions": [{"id": "ames"}],
    "operators": [{"id": "ana", "institution": "ames", "capacity": 2}],
    "queues": [{"id": "desk", "institution": "ames", "assigned": ["ana"], "policy": {"levels": [
        {"pool": [{"type": "assigned"}], "ring": {"type": "all", "lapseAfter": "40 s"}}
    ]}}]
}"#;

// The ten lines.
fn step(router: &mut Router, now: Timestamp, by: Actor, action: Action) -> Option<Deadline> {
    let mut events = router.advance(now);
    match router.apply(&Command { by, action }) {
        Ok(more) => events.extend(more),
        Err(refusal) => println!("refused: {}", refusal.code()),
    }
    for event in events {
        match event.kind {
            EventKind::ChatOffered { chat, operator, .. } => println!("ring {operator} for {chat}"),
            EventKind::OfferLapsed { chat, operator, .. } => {
                println!("{operator} did not answer {chat}");
            }
            _ => {}
        }
    }
    router.deadline()
}

// As far as here.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setup: Setup = serde_json::from_str(SETUP)?;
    let mut router = Router::new(Config::default(), Timestamp::default());
    router.apply_setup(&setup)?;
    let (operator, session) = (OperatorId::try_from("ana")?, "tab-1".try_into()?);
    let (ana, pat) = (operator.clone().into(), Actor::from(PatronId::try_from("pat")?));
    let comes = SetPresence { operator, session, show: Show::Available, priority: 0 };
    step(&mut router, Timestamp::default(), ana, comes.into());

    let open = OpenChat::of("c1".try_into()?, "desk".try_into()?, "pat".try_into()?);
    let asked = Timestamp::from_millis(1_000);
    let alarm = step(&mut router, asked, pat.clone(), open.clone().into());
    let alarm = alarm.expect("an offer lapses");
    println!("wake me at {}", alarm.at.as_millis());
    step(&mut router, alarm.at, pat, open.into());
    Ok(())
}
