//! What a router is set up to, as a document.

use alloc::vec::Vec;

use crate::ids::{Named, Register};
use crate::router::Router;

use super::{Assigned, Group, Institution, Operator, Partnership, Queue, Setup, Side, Supervisor};
use crate::directory::{self, Assignment};

impl Router {
    /// What it is set up to now, in the order of registration. Of its switches it says what is
    /// not as it is at first: who has opted out, who sees no listings.
    ///
    /// [`Router::plan`] has nothing to do for it, unless the check finds a fault
    /// in what has come about by other ways, such as an assignment whose grant has ended.
    #[must_use]
    pub fn setup(&self) -> Setup {
        Setup {
            institutions: institutions(self),
            operators: operators(self),
            groups: groups(self),
            queues: queues(self),
            supervisors: supervisors(self),
            partnerships: partnerships(self),
            ..Setup::default()
        }
    }
}

/// The things of a register by their order, which is never that of their slots.
fn in_order<T: Named, K: Ord>(things: &Register<T>, order: impl Fn(&T) -> K) -> Vec<&T> {
    let mut things: Vec<&T> = things.iter().map(|(_, thing)| thing).collect();
    things.sort_unstable_by_key(|thing| order(thing));
    things
}

fn operators_in_order(router: &Router) -> impl Iterator<Item = &directory::Operator> {
    in_order(&router.operators, |operator| operator.serial).into_iter()
}

fn institutions(router: &Router) -> Vec<Institution> {
    let institutions = in_order(&router.institutions, |institution| institution.serial).into_iter();
    institutions
        .map(|institution| Institution {
            id: institution.id.clone(),
            sees_listings: (!institution.sees_listings).then_some(false),
        })
        .collect()
}

fn operators(router: &Router) -> Vec<Operator> {
    operators_in_order(router)
        .map(|operator| Operator {
            id: operator.id.clone(),
            institution: router.institutions[operator.institution].id.clone(),
            capacity: operator.capacity,
            skills: operator.skills.clone(),
        })
        .collect()
}

fn groups(router: &Router) -> Vec<Group> {
    // No tie ends at a group, so that they are not counted.
    let groups = in_order(&router.groups, |group| group.id.clone()).into_iter();
    groups
        .map(|group| {
            let members = router.pools[group.pool].members.iter();
            let mut members: Vec<_> = members
                .map(|((_, serial), member)| (member.seat.rank, serial, member.operator))
                .collect();
            members.sort_unstable_by_key(|&(rank, serial, _)| (rank, serial));
            let members = members.into_iter().map(|(_, _, operator)| operator);
            Group {
                id: group.id.clone(),
                institution: router.institutions[group.institution].id.clone(),
                operators: members.map(|member| router.operators[member].id.clone()).collect(),
            }
        })
        .collect()
}

fn queues(router: &Router) -> Vec<Queue> {
    let queues = in_order(&router.queues, |queue| queue.serial).into_iter();
    queues
        .map(|queue| {
            let assigned = queue.assigned.values().map(|&operator| {
                let operator = &router.operators[operator];
                let Assignment { enabled, seat, limit, .. } = operator.assignments[&queue.serial];
                Assigned {
                    operator: operator.id.clone(),
                    enabled: (!enabled).then_some(false),
                    rank: seat.rank,
                    weight: seat.weight,
                    limit,
                }
            });
            Queue {
                id: queue.id.clone(),
                institution: router.institutions[queue.institution].id.clone(),
                policy: queue.policy.clone(),
                hours: queue
                    .openness
                    .as_ref()
                    .and_then(|openness| openness.hours.as_ref().map(|(own, _)| (**own).clone())),
                profile: queue.about.profile().cloned(),
                assigned: assigned.collect(),
            }
        })
        .collect()
}

fn supervisors(router: &Router) -> Vec<Supervisor> {
    let marks = operators_in_order(router).map(|operator| {
        // What was removed since is supervised no more.
        let queues = operator.over_queues.iter().filter_map(|&queue| router.queues.get(queue));
        let groups = operator.over_groups.iter().filter_map(|&group| router.groups.get(group));
        Supervisor {
            operator: operator.id.clone(),
            queues: queues.map(|queue| queue.id.clone()).collect(),
            groups: groups.map(|group| group.id.clone()).collect(),
        }
    });
    marks.filter(|mark| !mark.queues.is_empty() || !mark.groups.is_empty()).collect()
}

fn partnerships(router: &Router) -> Vec<Partnership> {
    let agreed = router.partnerships.values().filter_map(|partnership| partnership.terms());
    agreed
        .map(|(sides, on_end)| Partnership {
            sides: sides.map(|(institution, gives)| Side {
                institution: router.institutions[institution].id.clone(),
                gives: gives.to_vec(),
            }),
            on_end,
        })
        .collect()
}
