//! What comes to chats that wait.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use crate::id::{QueueId, Text};
use crate::policy::{After, Policy};
use crate::refusal::{Measured, PolicyFault};

use super::{Document, Findings};
use crate::setup::{Queue, SetupFault};

/// The outcomes of a policy, each with its place.
fn outcomes(policy: &Policy) -> impl Iterator<Item = (&'static str, &After)> {
    let full = policy.full.iter().map(|full| ("full.then", &full.then));
    let too_long = policy.too_long.iter().map(|too_long| ("tooLong.then", &too_long.then));
    core::iter::once(("after", &policy.after)).chain(full).chain(too_long)
}

/// Where a policy sends chats back to its own queue.
pub(super) fn own(queue: &Queue) -> &'static str {
    let own = |then: &After| matches!(then, After::MoveTo { queue: to } if *to == queue.id);
    let found = outcomes(&queue.policy).find(|(_, then)| own(then));
    found.map_or("after", |(place, _)| place)
}

/// Where a bound of a policy is followed by nothing.
pub(super) fn kept_waiting(queue: &Queue) -> &'static str {
    let mut bounds = outcomes(&queue.policy).skip(1);
    let found = bounds.find(|(_, then)| **then == After::KeepWaiting);
    found.map_or("full.then", |(place, _)| place)
}

/// Where a bound of a policy lets no chat wait.
pub(super) fn ended_at_once(queue: &Queue) -> &'static str {
    let full = queue.policy.full.as_ref().is_some_and(|full| full.chats == 0);
    if full { "full.chats" } else { "tooLong.after" }
}

/// Which rule about who is idle cannot work.
pub(super) fn idle_at_once(queue: &Queue) -> &'static str {
    let patron = queue.policy.idle_patron.as_ref().is_some_and(|rule| !rule.can_work());
    if patron { "idlePatron.after" } else { "idleOperator.after" }
}

pub(super) fn queues_are_borne(document: &Document, findings: &mut Findings) {
    for (number, queue) in document.setup.queues.iter().enumerate() {
        for (place, outcome) in outcomes(&queue.policy) {
            let After::MoveTo { queue: target } = outcome else { continue };
            let path = format!("queues[{number}].policy.{place}.queue");
            let known = findings.queue(&path, document, target);
            // A queue that names itself is a fault of its policy alone.
            if known.is_some() && *target != queue.id && leads_to(document, target, &queue.id) {
                findings.fault(path, SetupFault::InvalidPolicy { fault: PolicyFault::Circle });
            }
        }
    }
}

/// Whether chats of one queue could come to another, moving on from queue to queue.
fn leads_to(document: &Document, from: &QueueId, to: &QueueId) -> bool {
    let mut next: Vec<&QueueId> = [from].into();
    let mut seen: BTreeSet<&QueueId> = [from].into();
    while let Some(queue) = next.pop() {
        if queue == to {
            return true;
        }
        let further = document.names.queues.get(queue).into_iter();
        let further = further.flat_map(|queue| queue.policy.targets());
        next.extend(further.filter(|target| seen.insert(target)));
    }
    false
}

pub(super) fn texts_are_short(document: &Document, findings: &mut Findings) {
    let most = document.config.limits.note_bytes;
    for (number, queue) in document.setup.queues.iter().enumerate() {
        for (place, outcome) in outcomes(&queue.policy) {
            if let After::TakeMessage { notice: Some(notice) }
            | After::Close { notice: Some(notice) } = outcome
            {
                let path = format_args!("queues[{number}].policy.{place}.notice");
                findings.no_longer_than(path, notice.bytes(), most, Measured::Note);
            }
        }
        let (most_of_profile, what) = (document.config.limits.profile_bytes, Measured::Profile);
        let bytes = queue.profile.as_ref().map_or(0, Text::bytes);
        let path = format_args!("queues[{number}].profile");
        findings.no_longer_than(path, bytes, most_of_profile, what);
        for (place, notice) in queue.policy.notices() {
            let path = format_args!("queues[{number}].policy.{place}.text");
            findings.no_longer_than(path, notice.text.bytes(), most, Measured::Note);
        }
    }
}
