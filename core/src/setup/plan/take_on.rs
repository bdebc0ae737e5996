//! The second half of a plan: what the document has and is not there yet comes.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::command::{
    AddInstitution, AddOperator, AddQueue, AssignOperator, SeeListings, SetCapacity, SetGroup,
    SetHours, SetPolicy, SetProfile, SetSkills, SetSupervisor,
};
use crate::id::{OperatorId, QueueId};
use crate::setup::{Assigned, Queue, Supervisor};

use super::policies::{Named, names_only, naming_only};
use super::{Pair, Plan, agree_on_the_same, pair};

impl<'p> Plan<'p> {
    pub(super) fn take_on(&mut self) {
        self.institutions();
        self.operators();
        self.groups();
        self.add_queues();
        self.partnerships();
        self.assign();
        self.set_policies();
        self.set_hours();
        self.set_profiles();
        self.supervisors();
    }

    fn institutions(&mut self) {
        for institution in &self.setup.institutions {
            let before = self.before.institutions.get(&institution.id);
            let sees = before.is_none_or(|before| before.sees_listings.unwrap_or(true));
            if before.is_none() {
                self.host(AddInstitution { institution: institution.id.clone() });
            }
            if let Some(wanted) = institution.sees_listings.filter(|wanted| *wanted != sees) {
                self.institution(&institution.id, SeeListings { sees: wanted });
            }
        }
    }

    fn operators(&mut self) {
        for operator in &self.setup.operators {
            let (id, capacity) = (operator.id.clone(), operator.capacity);
            let before =
                self.before.operators.get(&id).filter(|_| self.operator_stays(&id)).copied();
            match before {
                None => {
                    let (operator, institution) = (id.clone(), operator.institution.clone());
                    self.host(AddOperator { operator, institution, capacity });
                }
                Some(before) if before.capacity != capacity => {
                    self.host(SetCapacity { operator: id.clone(), capacity });
                }
                Some(_) => {}
            }
            let skills = operator.skills.clone();
            if before.map_or(!skills.is_empty(), |before| before.skills != skills) {
                self.host(SetSkills { operator: id, skills });
            }
        }
    }

    fn groups(&mut self) {
        for group in &self.setup.groups {
            let before = self.before.groups.get(&group.id).filter(|_| self.group_stays(&group.id));
            // Who went has left their groups.
            let members = before.map(|before| {
                let stay = before.operators.iter().filter(|id| self.operator_stays(id));
                stay.collect::<Vec<&OperatorId>>()
            });
            if members != Some(each_once(&group.operators)) {
                let (operators, institution) = (group.operators.clone(), group.institution.clone());
                self.host(SetGroup { group: group.id.clone(), institution, operators });
            }
        }
    }

    /// In the order of the document. Where one names a queue further below, that name follows later.
    fn add_queues(&mut self) {
        let stays = |queue: &&Queue| self.queue_stays(&queue.id);
        let mut there: BTreeSet<&QueueId> =
            self.setup.queues.iter().filter(stays).map(|queue| &queue.id).collect();
        for queue in &self.setup.queues {
            if there.contains(&queue.id) {
                continue;
            }
            let may = |named: Named<'_>| match named {
                Named::Queue(queue) | Named::Target(queue) => there.contains(queue),
                Named::Group(_) | Named::Operator(_) => true,
            };
            let policy = if names_only(&queue.policy, may) {
                queue.policy.clone()
            } else {
                naming_only(&queue.policy, may)
            };
            self.policies.insert(&queue.id, policy.clone());
            let institution = queue.institution.clone();
            self.host(AddQueue { queue: queue.id.clone(), institution, policy });
            there.insert(&queue.id);
        }
    }

    fn partnerships(&mut self) {
        let before: BTreeMap<Pair<'p>, _> =
            self.was.partnerships.iter().map(|one| (pair(one), one)).collect();
        for partnership in &self.setup.partnerships {
            let pair = pair(partnership);
            let now = self.terms.get(&pair).or_else(|| before.get(&pair).copied());
            if !now.is_some_and(|now| agree_on_the_same(now, partnership)) {
                self.agree(partnership);
            }
        }
    }

    fn assign(&mut self) {
        for queue in &self.setup.queues {
            let before = self.before.queues.get(&queue.id).filter(|_| self.queue_stays(&queue.id));
            let before = before.into_iter().flat_map(|before| &before.assigned);
            let before: BTreeMap<&OperatorId, &Assigned> = before
                .filter(|assigned| self.operator_stays(&assigned.operator))
                .map(|assigned| (&assigned.operator, assigned))
                .collect();
            for assigned in &queue.assigned {
                let known = before.get(&assigned.operator).copied();
                let was = known.is_none_or(|known| known.enabled.unwrap_or(true));
                let enabled = assigned.enabled.unwrap_or(was);
                let (rank, weight) = (assigned.rank, assigned.weight.max(1));
                let limit = assigned.limit;
                let seat = (rank, weight, limit);
                let seated = known.is_some_and(|one| (one.rank, one.weight, one.limit) == seat);
                if !seated || enabled != was {
                    let (operator, queue) = (assigned.operator.clone(), queue.id.clone());
                    self.host(AssignOperator { operator, queue, enabled, rank, weight, limit });
                }
            }
        }
    }

    fn set_policies(&mut self) {
        for queue in &self.setup.queues {
            let before = self.before.queues.get(&queue.id).map(|before| &before.policy);
            let now = self.policies.get(&queue.id).or(before);
            if now != Some(&queue.policy) {
                self.host(SetPolicy { queue: queue.id.clone(), policy: queue.policy.clone() });
            }
        }
    }

    fn set_hours(&mut self) {
        for queue in &self.setup.queues {
            let before = self.before.queues.get(&queue.id).filter(|_| self.queue_stays(&queue.id));
            let now = before.and_then(|before| before.hours.as_ref());
            if now != queue.hours.as_ref() {
                self.host(SetHours { queue: queue.id.clone(), hours: queue.hours.clone() });
            }
        }
    }

    fn set_profiles(&mut self) {
        for queue in &self.setup.queues {
            let before = self.before.queues.get(&queue.id).filter(|_| self.queue_stays(&queue.id));
            let now = before.and_then(|before| before.profile.as_ref());
            if now != queue.profile.as_ref() {
                let (queue, profile) = (queue.id.clone(), queue.profile.clone());
                self.host(SetProfile { queue, profile });
            }
        }
    }

    fn supervisors(&mut self) {
        let marks = self.was.supervisors.iter();
        let before: BTreeMap<&OperatorId, Supervisor> = marks
            .filter(|mark| self.operator_stays(&mark.operator))
            .map(|mark| (&mark.operator, self.what_stays(mark)))
            .collect();
        let after: BTreeSet<_> = self.setup.supervisors.iter().map(|mark| &mark.operator).collect();
        let unmarked = before.iter().filter(|(id, _)| !after.contains(*id));
        let unmarked = unmarked.map(|(_, mark)| Supervisor {
            operator: mark.operator.clone(),
            queues: Vec::new(),
            groups: Vec::new(),
        });
        for mark in unmarked.chain(self.setup.supervisors.iter().cloned()) {
            let nothing = Supervisor { queues: Vec::new(), groups: Vec::new(), ..mark.clone() };
            let now = before.get(&mark.operator).unwrap_or(&nothing);
            if !is_over_the_same(now, &mark) {
                let Supervisor { operator, queues, groups } = mark;
                self.host(SetSupervisor { operator, queues, groups });
            }
        }
    }

    fn what_stays(&self, mark: &Supervisor) -> Supervisor {
        let mut mark = mark.clone();
        mark.queues.retain(|id| self.queue_stays(id));
        mark.groups.retain(|id| self.group_stays(id));
        mark
    }
}

/// The members of a group in their order: the later place counts where somebody is named twice.
fn each_once(operators: &[OperatorId]) -> Vec<&OperatorId> {
    let mut seen = BTreeSet::new();
    let mut each: Vec<_> = operators.iter().rev().filter(|id| seen.insert(*id)).collect();
    each.reverse();
    each
}

fn is_over_the_same(one: &Supervisor, other: &Supervisor) -> bool {
    let [queues, others] = [one, other].map(|mark| mark.queues.iter().collect::<BTreeSet<_>>());
    let [groups, other_groups] =
        [one, other].map(|mark| mark.groups.iter().collect::<BTreeSet<_>>());
    queues == others && groups == other_groups
}
