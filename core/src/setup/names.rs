//! Who and what bears which name in a document.

use alloc::collections::BTreeMap;
use alloc::string::String;

use crate::command::{Grant, Right};
use crate::hours::Hours;
use crate::id::{GroupId, InstitutionId, OperatorId, QueueId};

use super::{Group, Institution, Operator, Queue, Setup};

/// Everything by its name, the first where several bear it.
pub(super) struct Names<'s> {
    pub(super) institutions: BTreeMap<&'s InstitutionId, &'s Institution>,
    pub(super) operators: BTreeMap<&'s OperatorId, &'s Operator>,
    pub(super) groups: BTreeMap<&'s GroupId, &'s Group>,
    pub(super) queues: BTreeMap<&'s QueueId, &'s Queue>,
    pub(super) hours: BTreeMap<&'s String, &'s Hours>,
    /// What an institution lets another one do: giver, then taker.
    grants: BTreeMap<(&'s InstitutionId, &'s InstitutionId), &'s [Grant]>,
}

impl<'s> Names<'s> {
    pub(super) fn of(setup: &'s Setup) -> Self {
        Self {
            institutions: first_of(setup.institutions.iter().map(|one| (&one.id, one))),
            operators: first_of(setup.operators.iter().map(|one| (&one.id, one))),
            groups: first_of(setup.groups.iter().map(|one| (&one.id, one))),
            queues: first_of(setup.queues.iter().map(|one| (&one.id, one))),
            hours: setup.hours.iter().collect(),
            grants: first_of(setup.partnerships.iter().flat_map(|partnership| {
                let [one, other] = &partnership.sides;
                let pair = |giver: &'s super::Side, taker: &'s super::Side| {
                    ((&giver.institution, &taker.institution), giver.gives.as_slice())
                };
                [pair(one, other), pair(other, one)]
            })),
        }
    }

    /// Whether operators of an institution may be rung for the chats of a queue.
    pub(super) fn may_staff(&self, queue: &Queue, guest: &InstitutionId) -> bool {
        queue.institution == *guest
            || self.grants.get(&(&queue.institution, guest)).is_some_and(|grants| {
                let mut grants = grants.iter();
                grants.any(|grant| grant.right == Right::Staff && grant.covers(&queue.id))
            })
    }
}

fn first_of<K: Ord, V>(all: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut first = BTreeMap::new();
    for (key, value) in all {
        first.entry(key).or_insert(value);
    }
    first
}
