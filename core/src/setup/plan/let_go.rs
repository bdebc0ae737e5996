//! The first half of a plan: what is there and is not in the document goes.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::id::InstitutionId;

use super::policies::{Named, granting_only, names_only, naming_only, queues_in, queues_of};
use super::{Pair, Plan, agree_on_the_same, pair};
use crate::command::{
    DeclinePartnership, EndPartnership, RemoveGroup, RemoveInstitution, RemoveOperator,
    RemoveQueue, SetGroup, SetPolicy, UnassignOperator, WithdrawListing,
};

impl<'p> Plan<'p> {
    pub(super) fn let_go(&mut self) {
        self.unassign();
        self.leave_crowded_groups();
        self.loosen_policies();
        self.answer_what_is_proposed();
        self.loosen_partnerships();
        self.remove();
    }

    /// Who stays is taken off queues that stay. What goes takes its assignments with it.
    fn unassign(&mut self) {
        for queue in &self.was.queues {
            let Some(after) = self.after.queues.get(&queue.id).copied() else { continue };
            if !self.queue_stays(&queue.id) {
                continue;
            }
            let stay: BTreeSet<_> = after.assigned.iter().map(|one| &one.operator).collect();
            for assigned in &queue.assigned {
                let operator = assigned.operator.clone();
                if self.operator_stays(&operator) && !stay.contains(&operator) {
                    self.host(UnassignOperator { operator, queue: queue.id.clone() });
                }
            }
        }
    }

    fn leave_crowded_groups(&mut self) {
        for group in &self.was.groups {
            let Some(after) = self.after.groups.get(&group.id).copied() else { continue };
            let leaves = |id: &_| self.crowded.contains(id) && !after.operators.contains(id);
            if self.group_stays(&group.id) && group.operators.iter().any(leaves) {
                let stay = group.operators.iter().filter(|id| !leaves(id)).cloned();
                let operators = stay.collect();
                let (group, institution) = (group.id.clone(), group.institution.clone());
                self.host(SetGroup { group, institution, operators });
            }
        }
    }

    /// No policy names what goes; and one that changes names nobody who has no room for more.
    fn loosen_policies(&mut self) {
        for queue in &self.was.queues {
            let after = self.after.queues.get(&queue.id).filter(|_| self.queue_stays(&queue.id));
            let after = after.map(|after| &after.policy);
            let changes = after.is_some_and(|after| *after != queue.policy);
            let may = |named: Named<'_>| self.stays(named) && !(changes && self.is_loose(named));
            if names_only(&queue.policy, may) {
                continue;
            }
            let loose = match after {
                Some(after) if names_only(after, may) => after.clone(),
                Some(_) | None => naming_only(&queue.policy, may),
            };
            self.host(SetPolicy { queue: queue.id.clone(), policy: loose.clone() });
            self.policies.insert(&queue.id, loose);
        }
    }

    fn stays(&self, named: Named<'_>) -> bool {
        match named {
            Named::Queue(queue) | Named::Target(queue) => self.queue_stays(queue),
            Named::Group(group) => self.group_stays(group),
            Named::Operator(operator) => self.operator_stays(operator),
        }
    }

    /// What a policy that changes does not name on the way: who has no room for more, and where
    /// chats move on, so that they never do so in a circle.
    fn is_loose(&self, named: Named<'_>) -> bool {
        match named {
            Named::Target(_) => true,
            Named::Queue(_) | Named::Group(_) => false,
            Named::Operator(operator) => self.crowded.contains(operator),
        }
    }

    /// Proposals and listings that name what goes are taken back; the others stay.
    fn answer_what_is_proposed(&mut self) {
        let router = self.router;
        for partnership in router.partnerships.values() {
            for ([own, other], proposal, terms) in partnership.proposed() {
                let [own, other] = [own, other].map(|one| &router.institutions[one].id);
                let stay = self.institution_stays(own) && self.institution_stays(other);
                let mut named = terms.gives.iter().chain(&terms.asks).flat_map(queues_in);
                if !stay || named.any(|queue| !self.queue_stays(queue)) {
                    let with = other.clone();
                    self.institution(own, DeclinePartnership { with, proposal });
                }
            }
        }
        let gone = self.was.queues.iter().filter(|queue| !self.queue_stays(&queue.id));
        let listed: BTreeSet<&InstitutionId> = gone
            .filter(|queue| {
                let lister = router.institutions.find(&queue.institution);
                router.is_listed(lister.expect("it was read from there"), &queue.id)
            })
            .map(|queue| &queue.institution)
            .collect();
        for lister in listed {
            self.institution(lister, WithdrawListing {});
        }
    }

    /// No partnership is left that the document does not have, and none names a queue that goes.
    fn loosen_partnerships(&mut self) {
        let after: BTreeMap<Pair<'p>, _> =
            self.setup.partnerships.iter().map(|one| (pair(one), one)).collect();
        for partnership in &self.was.partnerships {
            let (one, other) = pair(partnership);
            let kept = after.get(&(one, other)).copied();
            let stay = |id: &&_| self.queue_stays(id);
            match kept {
                // Beside a new institution of the same id there is no partnership to end.
                None => self.institution(one, EndPartnership { with: other.clone() }),
                Some(_) if queues_of(partnership).all(|id| stay(&id)) => {}
                Some(kept) => {
                    let loose = if queues_of(kept).all(|id| stay(&id)) {
                        kept.clone()
                    } else {
                        granting_only(partnership, |id| self.queue_stays(id))
                    };
                    if !agree_on_the_same(&loose, partnership) {
                        self.agree(&loose);
                    }
                    self.terms.insert((one, other), loose);
                }
            }
        }
    }

    /// What names others goes before what is named.
    fn remove(&mut self) {
        for queue in &self.was.queues {
            if !self.queue_stays(&queue.id) {
                self.host(RemoveQueue { queue: queue.id.clone() });
            }
        }
        for group in &self.was.groups {
            if !self.group_stays(&group.id) {
                self.host(RemoveGroup { group: group.id.clone() });
            }
        }
        for operator in &self.was.operators {
            if !self.operator_stays(&operator.id) {
                self.host(RemoveOperator { operator: operator.id.clone() });
            }
        }
        for institution in &self.was.institutions {
            if !self.institution_stays(&institution.id) {
                self.host(RemoveInstitution { institution: institution.id.clone() });
            }
        }
    }
}
