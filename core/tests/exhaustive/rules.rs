//! What must never happen, as questions about one step or one moment.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use refdesk::{
    Actor, ChatId, ClaimReason, CloseChat, Command, Event, EventKind, LeaveChat, LevelState,
    OperatorId, Page, PatronId, Phase, Router, Verdict, Withdrawal, check_invariants,
};

use crate::desk::{Desk, STAFF, id, message};
use crate::moment::Moment;

type Held = Result<(), String>;

/// How often a moment may go on by itself until something comes of it.
const MOST_TIMERS: usize = 50;

/// Of the step that has led to a moment: what the host is told is right, and so is what it is not.
pub(crate) fn step(
    after: &mut Moment,
    command: Option<&Command>,
    before: &Router,
    events: &[Event],
) -> Held {
    in_time(&after.router, before, command, events)?;
    after.observer.sees(command, events, &after.router).map_err(text)?;
    after.observer.compares(&after.router).map_err(text)?;
    claims(&after.router, before, events)?;
    after.agreements.sees(command, before, events, &after.router)?;
    check_invariants(&after.router).map_err(text)
}

/// Does it, and says why it panicked if it did.
pub(crate) fn calmly<T>(what: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(what)).map_err(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
        format!("it panics: {}", said.unwrap_or("and says nothing"))
    })
}

/// All that is asked of a moment; what is wrong with it.
pub(crate) fn all(desk: &Desk, moment: &Moment) -> Held {
    calmly(|| {
        happened(moment)?;
        explained(moment)?;
        can_end(moment)?;
        only_owners_write(desk, moment)?;
        goes_on(moment)
    })?
}

/// Nothing was wrong with the last step.
pub(crate) fn happened(moment: &Moment) -> Held {
    moment.broken.clone().map_or(Ok(()), Err)
}

/// What is said of a chat is so; and nobody could be rung whom a level still wants.
pub(crate) fn explained(moment: &Moment) -> Held {
    moment.observer.explains(&moment.router).map_err(text)
}

/// Whatever state a chat is in, it can be left and closed.
pub(crate) fn can_end(moment: &Moment) -> Held {
    for (chat, patron) in moment.observer.open_chats() {
        let leave = LeaveChat { chat: chat.clone() }.by(patron.clone());
        let close = CloseChat { chat: chat.clone() }.by(Actor::Host);
        for command in [leave, close] {
            let mut router = moment.router.clone();
            let ended = router.apply(&command);
            ended.map_err(|refusal| format!("{command:?} is refused: {refusal}"))?;
            check_invariants(&router).map_err(|v| format!("after {command:?}: {v}"))?;
        }
    }
    Ok(())
}

/// Whoever does not answer a chat and is not asked to by it cannot write to its patron; and whoever
/// answers can at any time, which neither ends a transfer nor takes the chat back.
pub(crate) fn only_owners_write(desk: &Desk, moment: &Moment) -> Held {
    let mut router = moment.router.clone();
    let chats: Vec<(&ChatId, &PatronId)> = moment.observer.open_chats().collect();
    let views = chats.iter().filter_map(|(chat, _)| router.view_chat(chat));
    let views: Vec<_> = views.collect();
    for view in &views {
        for operator in STAFF {
            let name: OperatorId = id(operator);
            let rung = view.rung.iter().any(|(rung, _)| *rung == name)
                && desk.claims_by_message(&view.queue);
            if view.owner.as_ref() == Some(&name) || rung {
                continue;
            }
            let write = message(operator, view.chat.as_str()).by(name);
            if router.apply(&write).is_ok() {
                return Err(format!("{write:?} is accepted"));
            }
        }
    }
    if router != moment.router {
        return Err("a message was refused, and something changed".into());
    }
    for view in &views {
        let Some(owner) = &view.owner else { continue };
        let write = message(owner.as_str(), view.chat.as_str()).by(owner.clone());
        let silent = matches!(view.phase, Phase::OnHold | Phase::WrapUp);
        let refused = router.apply(&write).is_err();
        if refused && !silent {
            return Err(format!("{write:?} is refused"));
        }
        if router.view_chat(&view.chat).as_ref() != Some(view) {
            return Err(format!("{write:?} changes what the chat is"));
        }
    }
    Ok(())
}

/// Something comes to every chat that waits, unless nobody is there who could have it: whoever has
/// declined it is asked again.
pub(crate) fn goes_on(moment: &Moment) -> Held {
    for (chat, _) in moment.observer.open_chats() {
        let mut router = moment.router.clone();
        for _ in 0..MOST_TIMERS {
            let waits = router.view_chat(chat).is_some_and(|view| view.phase == Phase::Waiting);
            if !waits || !is_refused(&router, chat) {
                break;
            }
            let Some(deadline) = router.deadline() else {
                return Err(format!("`{chat}` waits for ever, and nobody is asked again"));
            };
            router.advance(deadline.at);
        }
    }
    Ok(())
}

/// Whether somebody has declined a chat, or missed it, and is asked no more in this round.
fn is_refused(router: &Router, chat: &ChatId) -> bool {
    let said = router.explain(chat, &Actor::Host, &Page::EVERYBODY);
    let course = said.ok().and_then(|said| said.course);
    let levels = course.iter().flat_map(|course| &course.levels);
    let live = levels.filter(|level| matches!(level.state, LevelState::Rings { .. }));
    let verdicts: Vec<&Verdict> =
        live.flat_map(|level| &level.operators).map(|said| &said.verdict).collect();
    verdicts.iter().any(|verdict| matches!(verdict, Verdict::Refused))
}

/// Commands happen now, and a timer at its own deadline; none is in the past.
fn in_time(after: &Router, before: &Router, command: Option<&Command>, events: &[Event]) -> Held {
    let now = match command {
        Some(_) => before.now(),
        None => before.deadline().map_or(before.now(), |deadline| deadline.at),
    };
    if after.now() != now || events.iter().any(|event| event.at != now) {
        return Err("something happens at another time".into());
    }
    match after.deadline() {
        Some(deadline) if deadline.at < now => Err(format!("{deadline:?} is over")),
        Some(_) | None => Ok(()),
    }
}

/// A claim has one winner, who has the chat; everybody else who was rung is told who. What is
/// announced as handed over is with another than before.
fn claims(after: &Router, before: &Router, events: &[Event]) -> Held {
    for event in events {
        match &event.kind {
            EventKind::ChatClaimed { chat, operator, reason, .. } => {
                let view = after.view_chat(chat).ok_or("a chat is claimed that is not open")?;
                if view.owner.as_ref() != Some(operator) {
                    return Err(format!("`{chat}` is claimed by `{operator}`, who has it not"));
                }
                let rung = before.view_chat(chat).map(|view| view.rung).unwrap_or_default();
                let told: BTreeSet<&OperatorId> = losers(events, chat, operator, reason).collect();
                let mut rung = rung.iter().map(|(one, _)| one);
                if let Some(loser) = rung.find(|&one| one != operator && !told.contains(one)) {
                    return Err(format!("`{loser}` is not told that `{operator}` has `{chat}`"));
                }
            }
            EventKind::TransferCompleted { chat, from, operator, .. } => {
                let owner = |router: &Router| router.view_chat(chat).and_then(|view| view.owner);
                let (gave, has) = (owner(before), owner(after));
                if gave.as_ref() != Some(from) || has.as_ref() != Some(operator) || from == operator
                {
                    return Err(format!("`{chat}` is handed over to `{operator}`, and is not"));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Who is told in a step that somebody else has the chat.
fn losers<'e>(
    events: &'e [Event],
    chat: &'e ChatId,
    winner: &'e OperatorId,
    how: &'e ClaimReason,
) -> impl Iterator<Item = &'e OperatorId> {
    events.iter().filter_map(move |event| match &event.kind {
        EventKind::OfferWithdrawn { chat: of, operator, reason, .. } if of == chat => {
            let right = match reason {
                Withdrawal::Claimed { winner: told } => told == winner,
                Withdrawal::Returned => *how == ClaimReason::Returned,
                _ => false,
            };
            right.then_some(operator)
        }
        _ => None,
    })
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
