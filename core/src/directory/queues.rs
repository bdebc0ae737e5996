//! Queues and their policies.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::about::Abouts;
use crate::authority::Concerns;
use crate::colleague::PartyKey;
use crate::command::{Actor, AddQueue, RemoveQueue, SetPolicy, SetProfile};
use crate::directory::Queue;
use crate::directory::institutions::{at_most, no_more_than};
use crate::directory::{InstitutionKey, Serial};
use crate::event::Withdrawal;
use crate::id::QueueId;
use crate::policy::{Level, Misfit, OnlyWhen, Policy, Source, times_named};
use crate::pool::PoolKey;
use crate::pool::PoolOf;
use crate::position::Served;
use crate::refusal::{Limited, Measured, Refusal, Use};
use crate::router::Router;

impl Router {
    pub(crate) fn add_queue(&mut self, by: &Actor, action: &AddQueue) -> Result<(), Refusal> {
        let institution = self.institution(&action.institution)?;
        self.check_policy(&action.queue, &action.policy)?;
        self.permit::<AddQueue>(by, Concerns::institution(institution))?;
        if self.queues.find(&action.queue).is_some() {
            return Err(Refusal::QueueExists { queue: action.queue.clone() });
        }
        at_most(self.queues.len(), self.config.limits.queues, Limited::Queues)?;

        let serial = self.next_registration();
        let pool = self.new_pool(PoolOf::Group);
        let (id, policy) = (action.queue.clone(), action.policy.clone());
        let key = self.queues.insert(Queue::new(id, serial, institution, pool, policy));
        self.pools[pool].of = PoolOf::Queue(key);
        self.institutions[institution].queues.insert(serial, key);
        self.open_levels(key);
        self.name_targets(key, true);
        Ok(())
    }

    pub(crate) fn set_policy(&mut self, by: &Actor, action: &SetPolicy) -> Result<(), Refusal> {
        let queue = self.queue(&action.queue)?;
        self.check_policy(&action.queue, &action.policy)?;
        let institution = self.queues[queue].institution;
        self.permit::<SetPolicy>(by, Concerns::institution(institution))?;

        let mut chats = Vec::new();
        for chat in self.ringing_in(queue) {
            chats.extend(self.chats[chat].ringing.as_ref().map(|ringing| (chat, ringing.entry())));
            self.stop_ringing(chat);
            self.withdraw_all(chat, &Withdrawal::PolicyChanged);
        }
        self.close_levels(queue);
        self.name_targets(queue, false);
        self.queues[queue].policy = action.policy.clone();
        self.name_targets(queue, true);
        self.open_levels(queue);
        self.mark_watched(queue);
        for (chat, entry) in chats {
            self.begin_ringing(chat, queue, entry);
        }
        Ok(())
    }

    pub(crate) fn set_profile(&mut self, by: &Actor, action: &SetProfile) -> Result<(), Refusal> {
        self.check_text(action.profile.as_ref(), Measured::Profile)?;
        let queue = self.queue(&action.queue)?;
        let institution = self.queues[queue].institution;
        self.permit::<SetProfile>(by, Concerns::institution(institution))?;

        self.queues[queue].about = Abouts::of_queue(action.profile.clone());
        Ok(())
    }

    pub(crate) fn remove_queue(&mut self, by: &Actor, action: &RemoveQueue) -> Result<(), Refusal> {
        let key = self.queue(&action.queue)?;
        let queue = &self.queues[key];
        let (institution, pool, serial) = (queue.institution, queue.pool, queue.serial);
        self.permit::<RemoveQueue>(by, Concerns::institution(institution))?;
        let named =
            queue.moved_to_by > 0 || self.pools[pool].named_by.keys().any(|&(by, _)| by != serial);
        let uses = [
            (queue.chats > 0, Use::Chats),
            (named, Use::Policy),
            (self.is_granted(institution, &action.queue), Use::Partnerships),
        ];
        if let Some(&(_, by)) = uses.iter().find(|used| used.0) {
            return Err(Refusal::InUse { by });
        }

        self.leave_colleagues(PartyKey::Queue(key));
        self.stop_watching(key);
        self.close_levels(key);
        self.name_targets(key, false);
        self.end_hours(key);
        for operator in self.queues[key].assigned.clone().into_values() {
            self.leave_pool(pool, operator);
            self.operators[operator].assignments.remove(&serial);
        }
        self.pools.remove(pool);
        self.institutions[institution].queues.remove(&serial);
        self.queues.remove(key);
        Ok(())
    }
}

/// Whether a policy can work.
impl Router {
    pub(crate) fn check_policy(&self, queue: &QueueId, policy: &Policy) -> Result<(), Refusal> {
        self.check_texts(policy)?;
        if let Some(Misfit { level, fault, .. }) = policy.misfits(queue).next() {
            let level = level.and_then(|level| u32::try_from(level).ok()).unwrap_or_default();
            return Err(Refusal::InvalidPolicy { level, fault });
        }
        for (number, level) in policy.levels.iter().enumerate() {
            self.check_level(number, level)?;
        }
        self.check_targets(queue, policy)?;
        self.check_named(queue, policy)
    }

    fn check_level(&self, number: usize, level: &Level) -> Result<(), Refusal> {
        if let OnlyWhen::Hours(own) = &level.only_when {
            self.compile(own, &format!("levels[{number}].onlyWhen."))?;
        }
        let most = self.config.limits.needs;
        no_more_than(level.needs.len(), most, Limited::Needs)?;
        let most = self.config.limits.sources_per_level;
        no_more_than(level.pool.len(), most, Limited::Sources)?;
        for source in &level.pool {
            match source {
                Source::Assigned => {}
                Source::Queue { queue } => drop(self.queue(queue)?),
                Source::Group { group } => drop(self.group(group)?),
                Source::Operators { operators } => {
                    let most = self.config.limits.operators_named;
                    no_more_than(operators.len(), most, Limited::OperatorsNamed)?;
                    for operator in operators {
                        self.operator(operator)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether everybody whom the levels name has room for that.
    fn check_named(&self, queue: &QueueId, policy: &Policy) -> Result<(), Refusal> {
        let before = self.queues.find(queue).map(|queue| &self.queues[queue].policy);
        let freed = before.map(times_named).unwrap_or_default();
        for (id, count) in times_named(policy) {
            let operator = self.operator(id)?;
            let freed = freed.get(id).copied().unwrap_or_default();
            self.room_for_memberships(operator, count.saturating_sub(freed))?;
        }
        Ok(())
    }
}

impl Queue {
    /// A queue whose levels are not at work yet.
    pub(crate) fn new(
        id: QueueId,
        serial: Serial,
        institution: InstitutionKey,
        pool: PoolKey,
        policy: Policy,
    ) -> Self {
        Self {
            id,
            serial,
            institution,
            policy,
            levels: SmallVec::new(),
            openness: None,
            watch: None,
            pool,
            ringing: Vec::new(),
            chats: 0,
            about: Abouts::default(),
            moved_to_by: 0,
            assigned: BTreeMap::new(),
            served: Served::default(),
            roster: None,
        }
    }
}
