//! The life of a chat is as its table says, and the page draws the table.
//!
//! A chat is led to each phase (`life/desk.rs`), and everything that might move one is tried there
//! (`life/attempt.rs`): it takes the step that it should (`life/taken.rs`), or none.

#![allow(clippy::wildcard_enum_match_arm, reason = "most attempts need nothing special")]

#[path = "life/attempt.rs"]
mod attempt;
#[path = "life/desk.rs"]
mod desk;
#[path = "life/taken.rs"]
mod taken;

use std::path::Path;

use attempt::Attempt as A;
use desk::Desk;
use refdesk::{ChatView, EventKind, LIFE, Phase, Step};
use taken::taken_by;

/// The table as a drawing that browsers show.
fn drawing() -> String {
    let name = |phase: &Phase| format!("{phase:?}");
    let mut lines = vec!["stateDiagram-v2".to_string()];
    for phase in Phase::ALL {
        lines.push(format!("    {}: {phase}", name(phase)));
    }
    lines.push(format!("    [*] --> {}", name(&Phase::ALL[0])));
    lines.extend(
        LIFE.iter().map(|(from, step, to)| format!("    {} --> {}: {step}", name(from), name(to))),
    );
    lines.push(format!("    {} --> [*]", name(&Phase::Ended)));
    lines.join("\n") + "\n"
}

#[test]
fn the_page_draws_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/chat.md");
    let page = std::fs::read_to_string(&path).expect("the page is there");
    let (before, rest) = page.split_once("```mermaid\n").expect("it has a drawing");
    let (drawn, after) = rest.split_once("```").expect("the drawing ends");
    if std::env::var_os("REFDESK_REWRITE").is_some() {
        let drawn = drawing();
        std::fs::write(&path, format!("{before}```mermaid\n{drawn}```{after}")).expect("written");
        return;
    }
    assert_eq!(drawn, drawing(), "set REFDESK_REWRITE=1 to draw it anew");
}

#[test]
fn every_pair_of_phase_and_step_is_allowed_only_where_it_stands_in_the_table() {
    for &from in Phase::ALL {
        for &step in Step::ALL {
            let listed = LIFE.iter().filter(|line| (line.0, line.1) == (from, step));
            let listed: Vec<Phase> = listed.map(|line| line.2).collect();
            assert_eq!(from.after(step).as_slice(), listed, "{from:?} {step:?}");
        }
    }
}

#[test]
fn whatever_is_open_can_end_and_what_has_ended_stays_so() {
    for &phase in Phase::ALL {
        let ends = phase.after(Step::End) == Some(Phase::Ended);
        assert_eq!(ends, phase != Phase::Ended, "{phase:?}");
        let steps = Step::ALL.iter().filter_map(|&step| phase.after(step));
        assert_eq!(steps.count() == 0, phase == Phase::Ended, "{phase:?}");
    }
}

#[test]
fn a_step_is_taken_by_something_where_the_table_has_it_and_by_nothing_where_not() {
    for &phase in Phase::ALL {
        for &step in Step::ALL {
            let taken = !taken_by(phase, step).is_empty();
            assert_eq!(taken, phase.after(step).is_some(), "{phase:?} {step:?}");
        }
    }
}

#[test]
fn whatever_happens_in_a_phase_takes_the_step_that_the_table_has_or_none() {
    for &phase in Phase::ALL {
        for &attempt in A::ALL {
            let steps = Step::ALL.iter().filter(|&&step| taken_by(phase, step).contains(&attempt));
            let steps: Vec<Step> = steps.copied().collect();
            match *steps {
                [] => leads_nowhere(phase, attempt),
                [step] => leads_on(phase, attempt, step),
                _ => panic!("{attempt:?} takes two steps from {phase:?}: {steps:?}"),
            }
        }
    }
}

/// The chat goes where the table says, and whoever sees the events sees it.
fn leads_on(phase: Phase, attempt: A, step: Step) {
    let mut desk = Desk::with_chat(phase, attempt);
    let events = attempt.is_made_at(&mut desk);
    let events = events.unwrap_or_else(|why| panic!("{attempt:?} from {phase:?}: {why}"));
    assert_eq!(Some(desk.phase()), phase.after(step), "{attempt:?} from {phase:?}: {events:?}");
    assert!(events.iter().any(|event| tells(step, &event.kind)), "{attempt:?}: {events:?}");
}

/// It is refused, and nothing changes; or it is about something else, and the chat is where it was.
fn leads_nowhere(phase: Phase, attempt: A) {
    let mut desk = Desk::with_chat(phase, attempt);
    let before = desk.clone();
    match attempt.is_made_at(&mut desk) {
        Err(why) => assert!(desk == before, "{attempt:?} in {phase:?} changed something: {why}"),
        Ok(events) => {
            let (view, before) = (desk.view(), before.view());
            let place = |chat: &ChatView| (chat.phase, chat.owner.clone(), chat.queue.clone());
            let (now, then) = (view.as_ref().map(place), before.as_ref().map(place));
            assert_eq!(now, then, "{attempt:?} in {phase:?}: {events:?}");
        }
    }
}

/// Whether an event says that a step was taken.
const fn tells(step: Step, event: &EventKind) -> bool {
    match step {
        Step::Offer => matches!(event, EventKind::ChatOffered { .. }),
        Step::Unring => matches!(
            event,
            EventKind::OfferWithdrawn { .. }
                | EventKind::OfferLapsed { .. }
                | EventKind::OfferDeclined { .. }
        ),
        Step::Claim => matches!(event, EventKind::ChatClaimed { .. }),
        Step::Lose => matches!(event, EventKind::ChatRequeued { .. }),
        Step::Hold => matches!(event, EventKind::ChatHeld { .. }),
        Step::Resume => matches!(event, EventKind::ChatResumed { .. }),
        Step::Transfer => matches!(event, EventKind::TransferStarted { .. }),
        Step::Consult => matches!(event, EventKind::ConsultationStarted { .. }),
        Step::Fail => matches!(event, EventKind::TransferFailed { .. }),
        Step::HandOver => {
            matches!(event, EventKind::TransferCompleted { .. } | EventKind::ChatReassigned { .. })
        }
        Step::WrapUp => matches!(event, EventKind::WrapUpStarted { .. }),
        Step::End => matches!(event, EventKind::ChatEnded { .. }),
    }
}
