//! What policies and terms name, and the same without some of that.

use alloc::vec::Vec;

use crate::command::{Grant, Queues};
use crate::id::QueueId;
use crate::policy::{After, Policy, Source};

use super::Partnership;

/// One thing that a policy names.
#[derive(Clone, Copy)]
pub(super) enum Named<'n> {
    Queue(&'n QueueId),
    /// To which chats move on.
    Target(&'n QueueId),
    Group(&'n crate::id::GroupId),
    Operator(&'n crate::id::OperatorId),
}

/// Whether everything that a policy names is so.
pub(super) fn names_only<'n>(policy: &'n Policy, mut may: impl FnMut(Named<'n>) -> bool) -> bool {
    let mut targets = policy.targets();
    targets.all(|target| may(Named::Target(target)))
        && policy.levels.iter().flat_map(|level| &level.pool).all(|source| match source {
            Source::Assigned => true,
            Source::Queue { queue } => may(Named::Queue(queue)),
            Source::Group { group } => may(Named::Group(group)),
            Source::Operators { operators } => {
                operators.iter().all(|one| may(Named::Operator(one)))
            }
        })
}

/// The same policy, naming only what is so. A level that would have nobody left names nobody, and
/// chats that would move on wait on.
pub(super) fn naming_only(policy: &Policy, may: impl Fn(Named<'_>) -> bool) -> Policy {
    let mut policy = policy.clone();
    let moves = |after: &After| match after {
        After::MoveTo { queue } => may(Named::Target(queue)),
        After::KeepWaiting | After::TakeMessage { .. } | After::Close { .. } => true,
    };
    policy.full.take_if(|full| !moves(&full.then));
    policy.too_long.take_if(|too_long| !moves(&too_long.then));
    if !moves(&policy.after) {
        policy.after = After::KeepWaiting;
    }
    for level in &mut policy.levels {
        level.pool.retain_mut(|source| match source {
            Source::Assigned => true,
            Source::Queue { queue } => may(Named::Queue(queue)),
            Source::Group { group } => may(Named::Group(group)),
            Source::Operators { operators } => {
                operators.retain(|one| may(Named::Operator(one)));
                true
            }
        });
        if level.pool.is_empty() {
            level.pool.push(Source::Operators { operators: Vec::new() });
        }
    }
    policy
}

/// The queues that terms name.
pub(super) fn queues_of(partnership: &Partnership) -> impl Iterator<Item = &QueueId> {
    partnership.sides.iter().flat_map(|side| &side.gives).flat_map(queues_in)
}

/// The queues that a grant names.
pub(super) fn queues_in(grant: &Grant) -> &[QueueId] {
    match &grant.queues {
        Queues::All => &[],
        Queues::Only { queues } => queues,
    }
}

/// The same terms, naming only queues that are so.
pub(super) fn granting_only(
    partnership: &Partnership,
    may: impl Fn(&QueueId) -> bool,
) -> Partnership {
    let mut partnership = partnership.clone();
    for grant in partnership.sides.iter_mut().flat_map(|side| &mut side.gives) {
        if let Queues::Only { queues } = &mut grant.queues {
            queues.retain(|queue| may(queue));
        }
    }
    partnership
}
