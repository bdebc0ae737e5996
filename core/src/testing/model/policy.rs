//! Whether a policy can work, and its beginning.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::vec::Vec;

use crate::{
    After, Level, Limited, MAX_LEVELS, MAX_SKILL, Measured, Need, OnlyWhen, Policy, PolicyFault,
    QueueId, Refusal, Ring, SkillId, Source, Span, Text,
};

use super::directory::no_more_than;
use super::state::{Demand, Key, LevelState, Queue};
use super::{Due, Model};

impl Model {
    pub(crate) fn check_policy(&self, queue: &QueueId, policy: &Policy) -> Result<(), Refusal> {
        for then in outcomes(policy) {
            if let After::TakeMessage { notice } | After::Close { notice } = then {
                self.check_text(notice.as_ref(), Measured::Note)?;
            }
        }
        let rules = [&policy.idle_patron, &policy.idle_operator];
        let reminders = rules.into_iter().flatten().filter_map(|rule| rule.notice.as_ref());
        for notice in policy.notice.iter().map(|notice| &**notice).chain(reminders) {
            self.check_text(Some(&notice.text), Measured::Note)?;
        }
        check_faults(queue, policy)?;
        for (number, level) in policy.levels.iter().enumerate() {
            self.check_level(number, level)?;
        }
        for target in targets(policy) {
            self.queue(target)?;
        }
        if self.leads_back(queue, policy) {
            return Err(Refusal::InvalidPolicy { level: 0, fault: PolicyFault::Circle });
        }
        Ok(())
    }

    fn check_level(&self, number: usize, level: &Level) -> Result<(), Refusal> {
        if let OnlyWhen::Hours(own) = &level.only_when {
            Self::compile(own, &format!("levels[{number}].onlyWhen."))?;
        }
        no_more_than(level.needs.len(), self.config.limits.needs, Limited::Needs)?;
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

    /// Whether chats could come back to a queue, moving on from queue to queue.
    fn leads_back(&self, queue: &QueueId, policy: &Policy) -> bool {
        let mut seen: BTreeSet<&QueueId> = targets(policy).into_iter().collect();
        loop {
            let known = seen.len();
            for other in self.queues.values() {
                if seen.contains(&other.id) {
                    seen.extend(other.targets());
                }
            }
            if seen.contains(queue) || seen.len() == known {
                return seen.contains(queue);
            }
        }
    }

    /// A queue has another policy than before, or its first.
    pub(crate) fn begin_policy(&mut self, queue: Key) {
        self.policies_made += 1;
        let version = self.policies_made;
        let policy = self.queues[&queue].policy.clone();
        let mut levels = Vec::new();
        for (number, level) in (0..).zip(&policy.levels) {
            let hours = match &level.only_when {
                OnlyWhen::Hours(own) => {
                    let schedule = Self::compile(own, "").expect("it was checked before");
                    Some(self.begin_hours(schedule, Due::LevelHours(queue, number)))
                }
                OnlyWhen::Open | OnlyWhen::Closed | OnlyWhen::Always => None,
            };
            let ordinary = Demand { units: 1, needs: merged(&level.needs) };
            levels.push(LevelState { hours, asked: [ordinary].into() });
        }
        let state = self.the_queue(queue);
        state.version = version;
        state.levels = levels;
    }

    pub(crate) fn check_text(&self, text: Option<&Text>, what: Measured) -> Result<(), Refusal> {
        let limit = match what {
            Measured::Message => self.config.limits.message_bytes,
            Measured::Context => self.config.limits.context_bytes,
            Measured::Profile => self.config.limits.profile_bytes,
            Measured::Reference => self.config.limits.reference_bytes,
            Measured::Label => self.config.limits.label_bytes,
            _ => self.config.limits.note_bytes,
        };
        let bytes = text.map_or(0, Text::bytes);
        if bytes <= limit as usize {
            return Ok(());
        }
        Err(Refusal::TooLong { what, bytes: bytes as u64, limit })
    }
}

impl Queue {
    /// The queues to which its chats may move on.
    pub(crate) fn targets(&self) -> Vec<&QueueId> {
        targets(&self.policy)
    }

    pub(crate) fn level(&self, level: u8) -> &Level {
        &self.policy.levels[usize::from(level)]
    }

    pub(crate) fn is_last(&self, level: u8) -> bool {
        usize::from(level) + 1 == self.policy.levels.len()
    }

    /// Whether chats leave a level at all: not the last one where they keep waiting.
    pub(crate) fn rolls(&self, level: u8) -> bool {
        !self.is_last(level) || self.policy.after != After::KeepWaiting
    }
}

fn outcomes(policy: &Policy) -> Vec<&After> {
    let full = policy.full.iter().map(|full| &full.then);
    let too_long = policy.too_long.iter().map(|too_long| &too_long.then);
    core::iter::once(&policy.after).chain(full).chain(too_long).collect()
}

fn targets(policy: &Policy) -> Vec<&QueueId> {
    let mut targets = Vec::new();
    for then in outcomes(policy) {
        if let After::MoveTo { queue } = then {
            targets.push(queue);
        }
    }
    targets
}

fn check_faults(queue: &QueueId, policy: &Policy) -> Result<(), Refusal> {
    let too_short = policy.too_long.as_ref().is_some_and(|bound| bound.after == Span::ZERO);
    let keeps = outcomes(policy).into_iter().skip(1).any(|then| *then == After::KeepWaiting);
    let rules = [&policy.idle_patron, &policy.idle_operator];
    let idles_at_once = rules
        .into_iter()
        .flatten()
        .any(|rule| rule.after <= rule.notice.as_ref().map_or(Span::ZERO, |notice| notice.after));
    let whole = [
        (policy.levels.is_empty(), PolicyFault::NoLevels),
        (policy.levels.len() > MAX_LEVELS, PolicyFault::TooManyLevels),
        (policy.round_pause < Span::from_secs(1), PolicyFault::PauseTooShort),
        (policy.pause_after_missed == Some(0), PolicyFault::PausesAtOnce),
        (keeps, PolicyFault::KeepsWaiting),
        (policy.full.as_ref().is_some_and(|full| full.chats == 0), PolicyFault::EndsAtOnce),
        (too_short, PolicyFault::EndsAtOnce),
        (idles_at_once, PolicyFault::IdlesAtOnce),
        (targets(policy).contains(&queue), PolicyFault::Circle),
    ];
    if let Some(&(_, fault)) = whole.iter().find(|found| found.0) {
        return Err(Refusal::InvalidPolicy { level: 0, fault });
    }
    for (number, level) in (0..).zip(&policy.levels) {
        let lapse = match level.ring {
            Ring::All { lapse_after } | Ring::Best { lapse_after, .. } => lapse_after,
        };
        let itself = |source: &Source| matches!(source, Source::Queue { queue: q } if q == queue);
        let wrong = |need: &Need| !(1..=MAX_SKILL).contains(&need.at_least);
        let faults = [
            (level.needs.iter().any(wrong), PolicyFault::NoSuchSkillLevel),
            (level.pool.is_empty(), PolicyFault::EmptyPool),
            (matches!(level.ring, Ring::Best { count: 0, .. }), PolicyFault::RingsNobody),
            (lapse == Some(Span::ZERO), PolicyFault::LapsesAtOnce),
            (level.pool.iter().any(itself), PolicyFault::NamesItself),
        ];
        if let Some(&(_, fault)) = faults.iter().find(|found| found.0) {
            return Err(Refusal::InvalidPolicy { level: number, fault });
        }
    }
    Ok(())
}

/// Each skill once, at the highest level that is asked.
pub(crate) fn merged<'n>(needs: impl IntoIterator<Item = &'n Need>) -> BTreeMap<SkillId, u8> {
    let mut all = BTreeMap::new();
    for need in needs {
        let level = all.entry(need.skill.clone()).or_insert(0);
        *level = need.at_least.max(*level);
    }
    all
}
