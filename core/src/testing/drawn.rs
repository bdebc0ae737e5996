//! Policies, needs and terms, drawn from numbers: most can work.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use crate::command::{EndRule, Grant, Queues, Right, Terms, View};
use crate::hours::{Hours, OwnHours, Window};
use crate::id::InstitutionId;
use crate::policy::{
    After, ClaimBy, Entering, Full, IdleRule, Level, Notice, OnlyWhen, Order, Policy, Ring, Source,
    TooLong, WhenBusy,
};
use crate::skills::{ChatNeeds, Need};
use crate::time::Span;

use super::cast::{Scene, stranger};
use super::draw::Draw;

pub(crate) fn skill_level(draw: &mut Draw) -> u8 {
    if draw.one_in(40) { 0 } else { 1 + draw.small::<u8>(4) }
}

/// Most chats ask for nothing.
pub(crate) fn needs(scene: &mut Scene<'_>) -> Vec<Need> {
    let count = scene.draw.below(5).saturating_sub(2);
    let need = |_| {
        let skill = scene.skill();
        Need { skill, at_least: skill_level(&mut scene.draw) }
    };
    (0..count).map(need).collect()
}

/// What a queue may do with its chats: in most policies the spans are moments, so that much happens
/// in a short story.
pub(crate) fn policy(scene: &mut Scene<'_>) -> Policy {
    let count = 1 + scene.draw.below(3);
    let levels: Vec<Level> = (0..count).map(|_| level(scene)).collect();
    let mut policy = Policy::of(levels);
    policy.after = match scene.draw.below(5) {
        2 => After::TakeMessage { notice: None },
        3 => After::Close { notice: Some("closed".into()) },
        4 => After::MoveTo { queue: scene.queue() },
        _ => After::KeepWaiting,
    };
    policy.full = scene.draw.one_in(5).then(|| Full { chats: 2, then: then(scene) }.into());
    let span = Span::from_millis(1 + scene.draw.below(200));
    policy.too_long =
        scene.draw.one_in(5).then(|| TooLong { after: span, then: then(scene) }.into());
    let draw = &mut scene.draw;
    policy.notice = draw.one_in(4).then(|| Notice { after: span, text: "soon".into() }.into());
    policy.idle_patron = draw.one_in(4).then(|| idle(draw).into());
    policy.idle_operator = draw.one_in(4).then(|| idle(draw).into());
    policy.claim_by = if draw.one_in(2) { ClaimBy::FirstMessage } else { ClaimBy::Accept };
    policy.preferred_for = Span::from_millis(draw.below(50));
    policy.returns_for = draw.one_in(2).then(|| Span::from_millis(draw.below(50)));
    policy.round_pause = Span::from_millis(if draw.one_in(40) { 1 } else { 1_000 });
    policy.pause_after_missed = draw.one_in(4).then(|| draw.small(4));
    policy.wrap_up = draw.one_in(3).then(|| Span::from_millis(draw.below(60)));
    policy
}

fn idle(draw: &mut Draw) -> IdleRule {
    let after = 1 + draw.below(80);
    let notice = draw.one_in(2).then(|| Notice {
        after: Span::from_millis(draw.below(after)),
        text: "still there?".into(),
    });
    IdleRule { notice, after: Span::from_millis(if draw.one_in(40) { 0 } else { after }) }
}

fn then(scene: &mut Scene<'_>) -> After {
    match scene.draw.below(4) {
        0 => After::TakeMessage { notice: None },
        1 => After::Close { notice: None },
        _ => After::MoveTo { queue: scene.queue() },
    }
}

/// Open for some minutes of each of the first hours.
pub(crate) fn own_hours(draw: &mut Draw) -> OwnHours {
    let (first, length) = (draw.below(10), 1 + draw.below(30));
    let window = |hour: u64| {
        let [from, to] = [first, first + length].map(|minute| format!("{hour:02}:{minute:02}"));
        Window::daily(&from, &to)
    };
    let zone = if draw.one_in(12) { "Nowhere" } else { "Etc/UTC" };
    Hours::of(zone, (0..3).map(window)).into()
}

fn ring(draw: &mut Draw) -> Ring {
    let lapse_after = draw.one_in(2).then(|| Span::from_millis(1 + draw.below(60)));
    let orders = [
        Order::LeastBusy,
        Order::MostSpare,
        Order::LongestIdle,
        Order::RoundRobin,
        Order::WeightedRoundRobin,
        Order::FixedRanks,
    ];
    match draw.below(5) {
        0 | 1 => Ring::All { lapse_after },
        number => Ring::Best {
            count: if draw.one_in(3) { 2 } else { 1 },
            order: *draw.one_of(&orders).unwrap_or(&Order::LeastBusy),
            proficient_first: number == 4,
            lapse_after,
        },
    }
}

fn level(scene: &mut Scene<'_>) -> Level {
    let ring = ring(&mut scene.draw);
    let sources = 1 + scene.draw.below(2);
    let pool: Vec<Source> = (0..sources).map(|_| source(scene)).collect();
    let mut level = Level::of(pool, ring);
    if scene.draw.one_in(4) {
        level.needs = needs(scene);
    }
    let draw = &mut scene.draw;
    level.chat_needs = match draw.below(6) {
        4 => ChatNeeds::Ignored,
        5 => ChatNeeds::Lowered { by: 2 },
        _ => ChatNeeds::InFull,
    };
    level.wait = draw.one_in(2).then(|| Span::from_millis(draw.below(90)));
    level.when_busy = if draw.one_in(3) { WhenBusy::RollOn } else { WhenBusy::Wait };
    level.only_when = match draw.below(8) {
        5 => OnlyWhen::Closed,
        6 => OnlyWhen::Always,
        7 => OnlyWhen::Hours(own_hours(draw).into()),
        _ => OnlyWhen::Open,
    };
    level.entry = if draw.one_in(3) { Entering::Replace } else { Entering::Widen };
    level
}

fn source(scene: &mut Scene<'_>) -> Source {
    match scene.draw.below(6) {
        3 => Source::Queue { queue: scene.queue() },
        4 => Source::Group { group: scene.group().0 },
        5 => {
            let named = 1 + scene.draw.below(2);
            Source::Operators { operators: (0..named).map(|_| scene.another()).collect() }
        }
        _ => Source::Assigned,
    }
}

/// What one institution proposes to another.
pub(crate) fn terms(scene: &mut Scene<'_>, own: &InstitutionId, other: &InstitutionId) -> Terms {
    let (gives, asks) = (grants(scene, own), grants(scene, other));
    let on_end = if scene.draw.one_in(2) { EndRule::Return } else { EndRule::Finish };
    Terms { gives, asks, on_end }
}

fn grants(scene: &mut Scene<'_>, giver: &InstitutionId) -> Vec<Grant> {
    let count = scene.draw.below(4);
    (0..count).map(|_| grant(scene, giver)).collect()
}

fn grant(scene: &mut Scene<'_>, giver: &InstitutionId) -> Grant {
    let views = [View::Full, View::FromNow, View::Masked];
    let right = match scene.draw.below(6) {
        5 => Right::SeePresence,
        2 | 3 => Right::Transfer,
        4 => Right::Transcript { view: *scene.draw.one_of(&views).unwrap_or(&View::Full) },
        _ => Right::Staff,
    };
    let queues = if scene.draw.one_in(3) {
        let of_giver = scene.queues_of(giver);
        let one = scene.draw.one_of(&of_giver).cloned();
        Queues::Only { queues: vec![one.unwrap_or_else(stranger)] }
    } else {
        Queues::All
    };
    let draw = &mut scene.draw;
    let cap = draw.one_in(3).then(|| draw.small(3));
    let hours = draw.one_in(5).then(|| own_hours(draw));
    Grant { queues, cap, hours, ..Grant::of(right) }
}
