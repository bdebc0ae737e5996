//! What patrons and whoever answers them do.

use crate::chain::Salt;
use crate::command::{
    AcceptOffer, Actor, AssignChat, CloseChat, Command, DeclineOffer, DescribeChat, DropPatron,
    FinishWrapUp, HoldChat, LeaveChat, MaskPatron, OpenChat, PickChat, PostMessage, ResumeChat,
    ReturnPatron, StartChat,
};
use crate::content::{Content, Reference};
use crate::id::{ChatId, PatronId, Text};
use crate::testing::cast::{Scene, named, stranger};
use crate::testing::drawn;
use crate::transcript::Audience;

pub(super) fn open(scene: &mut Scene<'_>) -> Command {
    let (chat, queue, patron) = (scene.new_chat(), scene.queue(), scene.patron::<PatronId>());
    let by: Actor = match scene.draw.below(32) {
        0..=24 => Actor::Host,
        31 => stranger::<PatronId>().into(),
        _ => patron.clone().into(),
    };
    let channel = scene.channel();
    let needs = drawn::needs(scene);
    let known = scene.cast.priorities.max(1);
    let priority = match scene.draw.below(4) {
        3 if scene.draw.one_in(8) => scene.draw.small(known + 2),
        3 => scene.draw.small(known + 1),
        _ => 0,
    };
    let preferred = scene.draw.one_in(4).then(|| scene.another());
    let excluded = scene.draw.one_in(5).then(|| scene.another()).into_iter().collect();
    let salt = (priority == 1).then_some(Salt::from_bytes([1; 32]));
    let context = scene.draw.one_in(2).then(|| "known".into());
    let before = scene.draw.below(96);
    let returns = (before > 72).then(|| named("c", before - 72));
    let practice = scene.draw.one_in(24);
    let plain = OpenChat { returns, context, salt, practice, ..OpenChat::of(chat, queue, patron) };
    OpenChat { priority, preferred, excluded, needs, channel, ..plain }.by(by)
}

pub(super) fn accept(scene: &mut Scene<'_>) -> Command {
    let (chat, offer, operator) = scene.offer();
    AcceptOffer { chat, offer }.by(operator)
}

pub(super) fn decline(scene: &mut Scene<'_>) -> Command {
    let (chat, offer, operator) = scene.offer();
    DeclineOffer { chat, offer }.by(operator)
}

pub(super) fn pick(scene: &mut Scene<'_>) -> Command {
    let (chat, _, rung) = scene.offer();
    let by = if scene.draw.one_in(3) { scene.operator() } else { rung };
    PickChat { chat }.by(by)
}

pub(super) fn assign(scene: &mut Scene<'_>) -> Command {
    let (chat, _, rung) = scene.offer();
    let operator = if scene.draw.one_in(3) { rung } else { scene.another() };
    let by = match scene.draw.below(3) {
        0 => Actor::Host,
        1 => scene.institution().into(),
        _ => scene.operator().into(),
    };
    AssignChat { chat, operator }.by(by)
}

pub(super) fn post(scene: &mut Scene<'_>) -> Command {
    let (chat, by): (ChatId, Actor) = match scene.draw.below(8) {
        0..=3 => {
            let (chat, owner) = scene.answered();
            (chat, owner.into())
        }
        4 => {
            // To whoever is rung the first message is a claim, where the policy says so.
            let (chat, _, rung) = scene.offer();
            (chat, rung.into())
        }
        5 => {
            let joined = scene.last_open(&scene.cast.joined);
            let (chat, guest) = joined.unwrap_or_else(|| (scene.chat(), scene.operator()));
            (chat, guest.into())
        }
        6 => {
            let chat = scene.chat();
            let patron = patron_of(scene, &chat);
            (chat, patron.into())
        }
        _ => (scene.chat(), scene.operator().into()),
    };
    let audience = match scene.draw.below(4) {
        2 => Audience::Staff,
        3 => Audience::Institution { institution: scene.institution() },
        _ => Audience::Everyone,
    };
    let content = match scene.draw.below(6) {
        5 => Content::from(Reference::of("file")),
        _ => "hello".into(),
    };
    PostMessage { chat, message: scene.message(), audience, content }.by(by)
}

pub(super) fn leave(scene: &mut Scene<'_>) -> Command {
    let chat = scene.chat();
    let by = if scene.draw.one_in(2) { patron_of(scene, &chat).into() } else { Actor::Host };
    LeaveChat { chat }.by(by)
}

pub(super) fn close(scene: &mut Scene<'_>) -> Command {
    let (chat, owner) = scene.answered();
    CloseChat { chat }.by(owner)
}

pub(super) fn hold(scene: &mut Scene<'_>) -> Command {
    let (chat, owner) = scene.answered();
    HoldChat { chat }.by(owner)
}

pub(super) fn resume(scene: &mut Scene<'_>) -> Command {
    let (chat, owner) = scene.answered();
    ResumeChat { chat }.by(owner)
}

pub(super) fn drops(scene: &mut Scene<'_>) -> Command {
    DropPatron { chat: scene.chat() }.by(Actor::Host)
}

pub(super) fn returns(scene: &mut Scene<'_>) -> Command {
    let dropped = scene.cast.dropped.clone().filter(|_| !scene.draw.one_in(8));
    let chat = dropped.unwrap_or_else(|| scene.chat());
    let patron = patron_of(scene, &chat);
    ReturnPatron { chat }.by(patron)
}

pub(super) fn start(scene: &mut Scene<'_>) -> Command {
    let start = StartChat {
        chat: scene.new_chat(),
        queue: scene.queue(),
        patron: scene.patron(),
        context: None,
        channel: scene.channel(),
        salt: None,
        practice: scene.draw.one_in(3),
    };
    start.by(scene.operator())
}

pub(super) fn mask(scene: &mut Scene<'_>) -> Command {
    let (chat, name) = (scene.chat(), named("p", scene.draw.below(6)));
    MaskPatron { chat, name }.by(Actor::Host)
}

pub(super) fn describe(scene: &mut Scene<'_>) -> Command {
    let (chat, owner) = scene.answered();
    let draw = &mut scene.draw;
    let tags = draw.one_in(2).then(|| [Text::from("tag")].into());
    let resolution = draw.one_in(2).then(|| if draw.one_in(3) { "" } else { "solved" }.into());
    let follow_up = draw.one_in(2).then(|| draw.one_in(2));
    DescribeChat { chat, tags, follow_up, resolution }.by(owner)
}

pub(super) fn finish_wrap_up(scene: &mut Scene<'_>) -> Command {
    let (chat, owner) = scene.answered();
    FinishWrapUp { chat }.by(owner)
}

/// Whose chat it is, and any patron where it is not open.
fn patron_of(scene: &mut Scene<'_>, chat: &ChatId) -> PatronId {
    let view = scene.router.view_chat(chat).filter(|_| !scene.draw.one_in(16));
    view.map_or_else(|| scene.patron(), |view| view.patron)
}
