//! Operators: added, removed, assigned, opted in and out, made supervisors.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::{
    Actor, AddOperator, AssignOperator, Limited, MAX_SKILL, OperatorId, Presence, QueueId, Refusal,
    RemoveOperator, Role, SetCapacity, SetSkills, SetSupervisor, Source, TransferFailure,
    UnassignOperator, Use, Withdrawal,
};

use super::Model;
use super::directory::{at_most, no_more_than};
use super::permit::Concerns;
use super::reach::Pool;
use super::state::{Assignment, Key, Kind, Operator, Seat, Stand};

const ADMINISTRATORS: &[Role] = &[Role::Host, Role::Institution];

impl Model {
    pub(crate) fn add_operator(&mut self, by: &Actor, action: &AddOperator) -> Result<(), Refusal> {
        let institution = self.institution(&action.institution)?;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(institution))?;
        if self.operator(&action.operator).is_ok() {
            return Err(Refusal::OperatorExists { operator: action.operator.clone() });
        }
        at_most(self.operators.len(), self.config.limits.operators, Limited::Operators)?;

        let key = self.next_registration();
        let operator = Operator {
            id: action.operator.clone(),
            institution,
            capacity: action.capacity,
            skills: BTreeMap::new(),
            sessions: Vec::new(),
            sessions_opened: 0,
            pause: None,
            leaving: false,
            seen: Presence::Offline,
            missed: 0,
            idle_turn: 0,
            offered_turn: 0,
            assignments: BTreeMap::new(),
            over_queues: Vec::new(),
            over_groups: Vec::new(),
            dearest: 1,
            stood: Stand::default(),
        };
        self.operators.insert(key, operator);
        Ok(())
    }

    pub(crate) fn set_capacity(&mut self, by: &Actor, action: &SetCapacity) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(self.institution_of(key)))?;

        self.the_operator(key).capacity = action.capacity;
        self.come(key);
        Ok(())
    }

    pub(crate) fn set_skills(&mut self, by: &Actor, action: &SetSkills) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(self.institution_of(key)))?;
        no_more_than(action.skills.len(), self.config.limits.skills_per_operator, Limited::Skills)?;
        let wrong = action.skills.iter().find(|skill| !(1..=MAX_SKILL).contains(skill.1));
        if let Some((skill, _)) = wrong {
            return Err(Refusal::NoSuchSkillLevel { skill: skill.clone() });
        }

        self.the_operator(key).skills.clone_from(&action.skills);
        self.restand(key);
        self.withdraw_unreached(&Withdrawal::Unassigned);
        Ok(())
    }

    pub(crate) fn remove_operator(
        &mut self,
        by: &Actor,
        action: &RemoveOperator,
    ) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(self.institution_of(key)))?;
        let names = |source: &Source| match source {
            Source::Operators { operators } => operators.contains(&action.operator),
            Source::Assigned | Source::Queue { .. } | Source::Group { .. } => false,
        };
        let mut levels = self.queues.values().flat_map(|queue| &queue.policy.levels);
        if levels.any(|level| level.pool.iter().any(names)) {
            return Err(Refusal::InUse { by: Use::Policy });
        }

        self.go_offline(key);
        for (chat, offer) in self.offers_to(key) {
            self.take_back(chat, offer, &Withdrawal::Unassigned);
        }
        self.leave_colleagues(key);
        for chat in self.chats.values_mut() {
            chat.lost_by = chat.lost_by.filter(|&lost_by| lost_by != key);
        }
        for group in self.groups.values_mut() {
            group.members.remove(&key);
        }
        self.operators.remove(&key);
        self.touched.remove(&key);
        self.hungry.remove(&key);
        Ok(())
    }
}

/// Assignments.
impl Model {
    pub(crate) fn assign_operator(
        &mut self,
        by: &Actor,
        action: &AssignOperator,
    ) -> Result<(), Refusal> {
        let operator = self.operator(&action.operator)?;
        let queue = self.queue(&action.queue)?;
        let home = self.queues[&queue].institution;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(home))?;
        let guest = self.institution_of(operator);
        if !self.may_staff(queue, guest) {
            return Err(self.no_grant(home, guest));
        }

        let seat = Seat { rank: action.rank, weight: action.weight.max(1) };
        let assigned = Assignment { enabled: action.enabled, seat, limit: action.limit };
        let before = self.the_operator(operator).assignments.insert(queue, assigned);
        if before.is_some_and(|before| before.seat != seat) {
            self.reseat(&Pool::Queue(queue), operator, seat);
        }
        self.withdraw_unreached(&Withdrawal::Unassigned);
        self.assignments_changed(operator);
        Ok(())
    }

    pub(crate) fn unassign_operator(
        &mut self,
        by: &Actor,
        action: &UnassignOperator,
    ) -> Result<(), Refusal> {
        let operator = self.operator(&action.operator)?;
        let queue = self.queue(&action.queue)?;
        let home = Concerns::institution(self.queues[&queue].institution);
        self.permit(by, ADMINISTRATORS, &home.also(self.institution_of(operator)))?;
        self.must_be_assigned(operator, queue)?;

        self.the_operator(operator).assignments.remove(&queue);
        self.withdraw_unreached(&Withdrawal::Unassigned);
        self.assignments_changed(operator);
        // A grant for a queue covers the operators assigned to it.
        for (chat, offer) in self.offers_to(operator) {
            let kind = self.chats[&chat].offer(offer).map(|offer| offer.kind);
            if kind == Some(Kind::Transfer) && !self.may_be_handed(chat, operator) {
                self.fail_transfer(chat, TransferFailure::GrantEnded);
            }
        }
        self.review_company_of(operator);
        Ok(())
    }

    /// With another limit, an operator may have more room in one place.
    fn assignments_changed(&mut self, operator: Key) {
        self.restand(operator);
        self.hungry.insert(operator);
    }

    pub(crate) fn opt(
        &mut self,
        by: &Actor,
        operator: &OperatorId,
        queue: &QueueId,
        enabled: bool,
    ) -> Result<(), Refusal> {
        let (operator, queue) = (self.operator(operator)?, self.queue(queue)?);
        let home = Concerns::institution(self.queues[&queue].institution).operator(operator);
        let concerns = home.also(self.institution_of(operator));
        self.permit(by, &[Role::Host, Role::Institution, Role::Operator], &concerns)?;
        self.must_be_assigned(operator, queue)?;

        let assignments = &mut self.the_operator(operator).assignments;
        assignments.get_mut(&queue).expect("they are assigned").enabled = enabled;
        self.withdraw_unreached(&Withdrawal::Unassigned);
        Ok(())
    }

    pub(crate) fn must_be_assigned(&self, operator: Key, queue: Key) -> Result<(), Refusal> {
        if self.operators[&operator].assignments.contains_key(&queue) {
            return Ok(());
        }
        Err(Refusal::NotAssigned {
            operator: self.operators[&operator].id.clone(),
            queue: self.queues[&queue].id.clone(),
        })
    }

    pub(crate) fn set_supervisor(
        &mut self,
        by: &Actor,
        action: &SetSupervisor,
    ) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        let institution = self.institution_of(key);
        let (mut queues, mut groups) = (Vec::new(), Vec::new());
        for queue in &action.queues {
            let queue = self.queue(queue)?;
            self.must_be_of(self.queues[&queue].institution, institution)?;
            queues.push(queue);
        }
        for group in &action.groups {
            let group = self.group(group)?;
            self.must_be_of(self.groups[&group].institution, institution)?;
            groups.push(group);
        }
        self.permit(by, ADMINISTRATORS, &Concerns::institution(institution))?;

        let operator = self.the_operator(key);
        (operator.over_queues, operator.over_groups) = (queues, groups);
        self.review_company_of(key);
        Ok(())
    }
}
