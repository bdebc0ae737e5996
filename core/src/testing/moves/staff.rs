//! Who of the staff is there, and what for; and queues that are opened and closed by hand.

use crate::command::{
    Actor, Command, EndSession, FinishThenLeave, LogOut, OptIn, OptOut, Pause, SetPresence,
    SetQueueState, Show, Switch, Unpause, WatchAvailability,
};
use crate::id::SessionId;
use crate::testing::cast::{Scene, named};
use crate::testing::step::Move;

pub(super) fn staff(does: Move, scene: &mut Scene<'_>) -> Command {
    match does {
        Move::EndSession => end_session(scene),
        Move::LogOut => log_out(scene),
        Move::FinishThenLeave => finish_then_leave(scene),
        Move::Pause => pause(scene),
        Move::Unpause => unpause(scene),
        Move::OptIn => opt_in(scene),
        Move::OptOut => opt_out(scene),
        Move::WatchAvailability => watch(scene),
        Move::SetQueueState => set_queue_state(scene),
        _ => set_presence(scene),
    }
}

fn set_presence(scene: &mut Scene<'_>) -> Command {
    let shows = [
        Show::Available,
        Show::Available,
        Show::Available,
        Show::Chat,
        Show::Away,
        Show::Xa,
        Show::Dnd,
    ];
    let show = *scene.draw.one_of(&shows).unwrap_or(&Show::Available);
    let (operator, session) = (scene.operator(), session(scene));
    SetPresence { operator: operator.clone(), session, show, priority: 0 }.by(operator)
}

fn end_session(scene: &mut Scene<'_>) -> Command {
    let (operator, session) = (scene.operator(), session(scene));
    EndSession { operator: operator.clone(), session }.by(operator)
}

fn session(scene: &mut Scene<'_>) -> SessionId {
    named("s", u64::from(scene.draw.one_in(3)))
}

fn log_out(scene: &mut Scene<'_>) -> Command {
    let operator = scene.operator();
    LogOut { operator: operator.clone() }.by(operator)
}

fn finish_then_leave(scene: &mut Scene<'_>) -> Command {
    let operator = scene.operator();
    FinishThenLeave { operator: operator.clone(), leaves: !scene.draw.one_in(4) }.by(operator)
}

fn pause(scene: &mut Scene<'_>) -> Command {
    let operator = scene.operator();
    Pause { operator: operator.clone(), reason: "lunch".into() }.by(operator)
}

/// Mostly somebody who has paused.
fn unpause(scene: &mut Scene<'_>) -> Command {
    let all = scene.cast.operators.iter().map(|one| &one.0);
    let pauses = |id: &&_| scene.router.view_operator(id).is_some_and(|view| view.pause.is_some());
    let paused = all.cycle().skip(usize::from(scene.who)).take(scene.cast.operators.len());
    let found = paused.clone().find(pauses).cloned().filter(|_| !scene.draw.one_in(8));
    let operator = found.unwrap_or_else(|| scene.operator());
    Unpause { operator: operator.clone() }.by(operator)
}

fn opt_in(scene: &mut Scene<'_>) -> Command {
    let operator = scene.operator();
    OptIn { operator: operator.clone(), queue: scene.queue() }.by(operator)
}

fn opt_out(scene: &mut Scene<'_>) -> Command {
    let operator = scene.operator();
    OptOut { operator: operator.clone(), queue: scene.queue() }.by(operator)
}

fn watch(scene: &mut Scene<'_>) -> Command {
    let (queue, watch) = (scene.queue(), !scene.draw.one_in(4));
    WatchAvailability { queue, watch }.by(Actor::Host)
}

fn set_queue_state(scene: &mut Scene<'_>) -> Command {
    let states = [Switch::Open, Switch::ByHours, Switch::Draining, Switch::Closed];
    let state = *scene.draw.one_of(&states).unwrap_or(&Switch::Open);
    SetQueueState { queue: scene.queue(), state }.by(Actor::Host)
}
