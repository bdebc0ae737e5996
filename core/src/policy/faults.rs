//! Whether a policy can work, as far as that shows in it alone: names are for others to look up.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::config::MAX_LEVELS;
use crate::id::{OperatorId, QueueId};
use crate::refusal::PolicyFault;
use crate::skills::MAX_SKILL;
use crate::time::Span;

use super::{After, IdleRule, Level, Policy, Ring, Source};

/// A fault of a policy, and where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Misfit {
    /// The level, counted from 0; `None` where the fault is none of a level.
    pub(crate) level: Option<usize>,
    /// The source of that level, counted from 0, where the fault is one of a source.
    pub(crate) source: Option<usize>,
    pub(crate) fault: PolicyFault,
}

impl Policy {
    /// All that is wrong with it as the policy of this queue.
    pub(crate) fn misfits(&self, queue: &QueueId) -> impl Iterator<Item = Misfit> {
        let keeps_waiting = |then: &After| *then == After::KeepWaiting;
        let too_short = self.too_long.as_ref().is_some_and(|bound| bound.after == Span::ZERO);
        let whole = [
            (self.levels.is_empty(), PolicyFault::NoLevels),
            (self.levels.len() > MAX_LEVELS, PolicyFault::TooManyLevels),
            (self.round_pause < Span::from_secs(1), PolicyFault::PauseTooShort),
            (self.pause_after_missed == Some(0), PolicyFault::PausesAtOnce),
            (self.outcomes().skip(1).any(keeps_waiting), PolicyFault::KeepsWaiting),
            (self.full.as_ref().is_some_and(|full| full.chats == 0), PolicyFault::EndsAtOnce),
            (too_short, PolicyFault::EndsAtOnce),
            (self.idle_rules().any(|rule| !rule.can_work()), PolicyFault::IdlesAtOnce),
            (self.targets().any(|target| target == queue), PolicyFault::Circle),
        ];
        let whole = whole.into_iter().filter(|(found, _)| *found);
        let whole = whole.map(|(_, fault)| Misfit { level: None, source: None, fault });
        // Beyond the bound nothing is looked at.
        let levels = self.levels.iter().take(MAX_LEVELS).enumerate();
        let levels = levels.flat_map(move |(number, level)| {
            let own = level.misfits().map(|fault| (None, fault));
            let sources = level.sources_of(queue);
            own.chain(sources.map(|source| (Some(source), PolicyFault::NamesItself)))
                .map(move |(source, fault)| Misfit { level: Some(number), source, fault })
        });
        whole.chain(levels)
    }
}

impl IdleRule {
    pub(crate) fn can_work(&self) -> bool {
        let told = self.notice.as_ref().map_or(Span::ZERO, |notice| notice.after);
        told < self.after
    }
}

impl Level {
    fn misfits(&self) -> impl Iterator<Item = PolicyFault> {
        let rings_nobody = matches!(self.ring, Ring::Best { count: 0, .. });
        let no_such_level = self.needs.iter().any(|need| !(1..=MAX_SKILL).contains(&need.at_least));
        let all = [
            (no_such_level, PolicyFault::NoSuchSkillLevel),
            (self.pool.is_empty(), PolicyFault::EmptyPool),
            (rings_nobody, PolicyFault::RingsNobody),
            (self.ring.lapse_after() == Some(Span::ZERO), PolicyFault::LapsesAtOnce),
        ];
        all.into_iter().filter_map(|(found, fault)| found.then_some(fault))
    }

    /// Which of its sources are the operators assigned to this queue, by its name.
    fn sources_of(&self, queue: &QueueId) -> impl Iterator<Item = usize> {
        let named =
            move |source: &Source| matches!(source, Source::Queue { queue: q } if q == queue);
        let sources = self.pool.iter().enumerate();
        sources.filter(move |(_, source)| named(source)).map(|(number, _)| number)
    }
}

/// How many sources of a policy name each operator.
pub(crate) fn times_named(policy: &Policy) -> BTreeMap<&OperatorId, u32> {
    let mut named = BTreeMap::new();
    for source in policy.levels.iter().flat_map(|level| &level.pool) {
        if let Source::Operators { operators } = source {
            let distinct: BTreeSet<&OperatorId> = operators.iter().collect();
            for operator in distinct {
                *named.entry(operator).or_default() += 1;
            }
        }
    }
    named
}
