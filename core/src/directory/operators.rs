//! Operators: added, removed, assigned, opted in and out, made supervisors.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::authority::Concerns;
use crate::chat::{OfferKey, OfferKind};
use crate::colleague::PartyKey;
use crate::command::{
    Actor, AddOperator, AssignOperator, OptIn, RemoveOperator, SetCapacity, SetSkills,
    SetSupervisor, UnassignOperator,
};
use crate::directory::institutions::{at_most, no_more_than};
use crate::directory::{Assignment, InstitutionKey, Operator, OperatorKey, QueueKey, Serial};
use crate::event::{Presence, Withdrawal};
use crate::id::{OperatorId, QueueId};
use crate::pool::PoolKey;
use crate::rank::Seat;
use crate::record::TransferFailure;
use crate::refusal::{Limited, Refusal, Use};
use crate::router::Router;
use crate::segment::Stand;
use crate::skills::MAX_SKILL;

impl Router {
    pub(crate) fn add_operator(&mut self, by: &Actor, action: &AddOperator) -> Result<(), Refusal> {
        let institution = self.institution(&action.institution)?;
        self.permit::<AddOperator>(by, Concerns::institution(institution))?;
        if self.operators.find(&action.operator).is_some() {
            return Err(Refusal::OperatorExists { operator: action.operator.clone() });
        }
        at_most(self.operators.len(), self.config.limits.operators, Limited::Operators)?;

        let (id, serial) = (action.operator.clone(), self.next_registration());
        let operator = Operator::new(id, serial, institution, action.capacity);
        self.operators.insert(operator);
        self.institutions[institution].operators += 1;
        Ok(())
    }

    pub(crate) fn set_capacity(&mut self, by: &Actor, action: &SetCapacity) -> Result<(), Refusal> {
        let operator = self.operator(&action.operator)?;
        let institution = self.operators[operator].institution;
        self.permit::<SetCapacity>(by, Concerns::institution(institution))?;

        self.operators[operator].capacity = action.capacity;
        self.come(operator);
        Ok(())
    }

    pub(crate) fn set_skills(&mut self, by: &Actor, action: &SetSkills) -> Result<(), Refusal> {
        let operator = self.operator(&action.operator)?;
        let institution = self.operators[operator].institution;
        self.permit::<SetSkills>(by, Concerns::institution(institution))?;
        let most = self.config.limits.skills_per_operator;
        no_more_than(action.skills.len(), most, Limited::Skills)?;
        let levels = 1..=MAX_SKILL;
        if let Some((skill, _)) = action.skills.iter().find(|skill| !levels.contains(skill.1)) {
            return Err(Refusal::NoSuchSkillLevel { skill: skill.clone() });
        }

        self.operators[operator].skills.clone_from(&action.skills);
        self.stand_by_skills(operator);
        Ok(())
    }

    pub(crate) fn remove_operator(
        &mut self,
        by: &Actor,
        action: &RemoveOperator,
    ) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        let institution = self.operators[key].institution;
        self.permit::<RemoveOperator>(by, Concerns::institution(institution))?;
        if !self.operators[key].named.is_empty() {
            return Err(Refusal::InUse { by: Use::Policy });
        }

        self.go_offline(key);
        for offer in self.operators[key].offers.clone() {
            self.take_back(offer, &Withdrawal::Unassigned);
        }
        let pools = self.pools_of(key);
        for pool in pools {
            self.leave_pool(pool, key);
        }
        self.leave_colleagues(PartyKey::Operator(key));
        self.forget_operator(key);
        self.operators.remove(key);
        self.institutions[institution].operators -= 1;
        Ok(())
    }

    /// The pools of the queues, groups and levels that name an operator, opted in or out.
    pub(crate) fn pools_of(&self, key: OperatorKey) -> Vec<PoolKey> {
        let operator = &self.operators[key];
        let queues = operator.assignments.values().map(|assigned| self.queues[assigned.queue].pool);
        let groups = operator.groups.iter().map(|&group| self.groups[group].pool);
        queues.chain(groups).chain(operator.named.iter().copied()).collect()
    }

    /// Nobody keeps the key of an operator who is about to go.
    fn forget_operator(&mut self, key: OperatorKey) {
        let Operator { serial, assignments, lost, .. } = self.operators[key].clone();
        for assigned in assignments.into_values() {
            self.queues[assigned.queue].assigned.remove(&serial);
        }
        for chat in lost {
            self.chats[chat].lost_by = None;
        }
    }

    pub(crate) fn assign_operator(
        &mut self,
        by: &Actor,
        action: &AssignOperator,
    ) -> Result<(), Refusal> {
        let operator = self.operator(&action.operator)?;
        let queue = self.queue(&action.queue)?;
        let home = self.queues[queue].institution;
        self.permit::<AssignOperator>(by, Concerns::institution(home))?;
        let guest = self.operators[operator].institution;
        if !self.may_staff(queue, guest) {
            return Err(self.no_grant(home, guest));
        }
        let serial = self.queues[queue].serial;
        let known = self.operators[operator].assignments.contains_key(&serial);
        if !known {
            self.room_for_memberships(operator, 1)?;
        }

        let registration = self.operators[operator].serial;
        self.queues[queue].assigned.insert(registration, operator);
        let seat = Seat { rank: action.rank, weight: action.weight.max(1) };
        self.begin_to_limit(operator);
        let taken = self.taken_through(operator, queue);
        let limit = action.limit;
        let assigned = Assignment { queue, enabled: action.enabled, seat, limit, taken };
        self.operators[operator].assignments.insert(serial, assigned);
        self.enable(operator, queue, action.enabled);
        self.end_to_limit(operator);
        Ok(())
    }

    pub(crate) fn unassign_operator(
        &mut self,
        by: &Actor,
        action: &UnassignOperator,
    ) -> Result<(), Refusal> {
        let (operator, queue) = self.assignment(&action.operator, &action.queue)?;
        let mut concerns = Concerns::institution(self.queues[queue].institution);
        concerns.institutions[1] = Some(self.operators[operator].institution);
        self.permit::<UnassignOperator>(by, concerns)?;
        self.must_be_assigned(operator, queue)?;

        self.begin_to_limit(operator);
        self.enable(operator, queue, false);
        let (serial, registration) = (self.queues[queue].serial, self.operators[operator].serial);
        self.operators[operator].assignments.remove(&serial);
        self.queues[queue].assigned.remove(&registration);
        self.end_to_limit(operator);
        self.recheck_transfers_to(operator);
        self.review_company_of(operator);
        Ok(())
    }

    /// A grant for a queue covers the operators assigned to it: one who is not any more may not be
    /// transferred to.
    fn recheck_transfers_to(&mut self, operator: OperatorKey) {
        for OfferKey { chat, id } in self.operators[operator].offers.clone() {
            let offer = self.chats.get(chat).and_then(|chat| chat.offers.get(id));
            let transfer = offer.is_some_and(|offer| offer.kind == OfferKind::Transfer);
            if transfer && !self.may_be_handed(chat, operator) {
                self.fail_transfer(chat, TransferFailure::GrantEnded);
            }
        }
    }

    /// Opts an operator in or out of a queue.
    pub(crate) fn opt(
        &mut self,
        by: &Actor,
        operator: &OperatorId,
        queue: &QueueId,
        enabled: bool,
    ) -> Result<(), Refusal> {
        let (operator, queue) = self.assignment(operator, queue)?;
        let mut concerns = Concerns::institution(self.queues[queue].institution).operator(operator);
        concerns.institutions[1] = Some(self.operators[operator].institution);
        self.permit::<OptIn>(by, concerns)?;
        self.must_be_assigned(operator, queue)?;

        self.enable(operator, queue, enabled);
        Ok(())
    }

    fn assignment(
        &self,
        operator: &OperatorId,
        queue: &QueueId,
    ) -> Result<(OperatorKey, QueueKey), Refusal> {
        Ok((self.operator(operator)?, self.queue(queue)?))
    }

    fn must_be_assigned(&self, operator: OperatorKey, queue: QueueKey) -> Result<(), Refusal> {
        let serial = self.queues[queue].serial;
        if self.operators[operator].assignments.contains_key(&serial) {
            return Ok(());
        }
        Err(Refusal::NotAssigned {
            operator: self.operators[operator].id.clone(),
            queue: self.queues[queue].id.clone(),
        })
    }

    fn enable(&mut self, operator: OperatorKey, queue: QueueKey, enabled: bool) {
        let serial = self.queues[queue].serial;
        let assignment = self.operators[operator].assignments.get_mut(&serial);
        let assignment = assignment.expect("the callers have looked");
        assignment.enabled = enabled;
        let seat = assignment.seat;
        let pool = self.queues[queue].pool;
        if enabled {
            self.join_pool(pool, operator, seat);
        } else {
            self.leave_pool(pool, operator);
        }
    }

    pub(crate) fn set_supervisor(
        &mut self,
        by: &Actor,
        action: &SetSupervisor,
    ) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        let institution = self.operators[key].institution;
        let mut queues = Vec::new();
        for queue in &action.queues {
            let queue = self.queue(queue)?;
            self.must_be_of(self.queues[queue].institution, institution)?;
            queues.push(queue);
        }
        let mut groups = Vec::new();
        for group in &action.groups {
            let group = self.group(group)?;
            self.must_be_of(self.groups[group].institution, institution)?;
            groups.push(group);
        }
        self.permit::<SetSupervisor>(by, Concerns::institution(institution))?;
        let most = self.config.limits.operators_named;
        no_more_than(queues.len().max(groups.len()), most, Limited::OperatorsNamed)?;

        self.operators[key].over_queues = queues;
        self.operators[key].over_groups = groups;
        self.review_company_of(key);
        Ok(())
    }

    fn must_be_of(
        &self,
        found: InstitutionKey,
        institution: InstitutionKey,
    ) -> Result<(), Refusal> {
        if found == institution {
            return Ok(());
        }
        Err(Refusal::WrongInstitution { institution: self.institutions[institution].id.clone() })
    }
}

impl Operator {
    /// Somebody who is not there yet.
    pub(crate) fn new(
        id: OperatorId,
        serial: Serial,
        institution: InstitutionKey,
        capacity: u16,
    ) -> Self {
        Self {
            id,
            serial,
            institution,
            sessions: Vec::new(),
            sessions_opened: 0,
            grace: None,
            pause: None,
            leaving: false,
            seen: Presence::Offline,
            capacity,
            missed: 0,
            answering: SmallVec::new(),
            busy: 0,
            reserved: 0,
            dearest: 1,
            limited: false,
            broadcasts: 0,
            offers: SmallVec::new(),
            lost: Vec::new(),
            company: Vec::new(),
            preferred_by: BTreeMap::new(),
            idle_turn: 0,
            offered_turn: 0,
            skills: BTreeMap::new(),
            assignments: BTreeMap::new(),
            groups: Vec::new(),
            named: Vec::new(),
            over_queues: Vec::new(),
            over_groups: Vec::new(),
            roster: None,
            standings: SmallVec::new(),
            stand: Stand::default(),
            touched: false,
        }
    }
}
