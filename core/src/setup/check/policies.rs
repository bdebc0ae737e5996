//! Policies: that each can work, and whom its levels name.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::config::MAX_LEVELS;
use crate::id::{OperatorId, SkillId};
use crate::policy::{After, Entering, Level, Misfit, OnlyWhen, Ring, Source};
use crate::refusal::{Limited, PolicyFault};
use crate::skills::ChatNeeds;

use super::directory::named_once;
use super::{Document, Findings, outcomes};
use crate::setup::{Queue, SetupFault, SetupOddity};

pub(super) fn each_can_work(document: &Document, findings: &mut Findings) {
    for (number, queue) in document.setup.queues.iter().enumerate() {
        for misfit in queue.policy.misfits(&queue.id) {
            let path = format!("queues[{number}].policy.{}", place(&misfit, queue));
            findings.fault(path, SetupFault::InvalidPolicy { fault: misfit.fault });
        }
    }
}

/// Where in a policy a fault of it is.
fn place(Misfit { level, source, fault }: &Misfit, queue: &Queue) -> String {
    let level = level.unwrap_or_default();
    let source = source.unwrap_or_default();
    match fault {
        PolicyFault::NoLevels | PolicyFault::TooManyLevels => "levels".into(),
        PolicyFault::PauseTooShort => "roundPause".into(),
        PolicyFault::PausesAtOnce => "pauseAfterMissed".into(),
        PolicyFault::NoSuchSkillLevel => format!("levels[{level}].needs"),
        PolicyFault::EmptyPool => format!("levels[{level}].pool"),
        PolicyFault::RingsNobody => format!("levels[{level}].ring.count"),
        PolicyFault::LapsesAtOnce => format!("levels[{level}].ring.lapseAfter"),
        PolicyFault::Circle => outcomes::own(queue).into(),
        PolicyFault::KeepsWaiting => outcomes::kept_waiting(queue).into(),
        PolicyFault::IdlesAtOnce => outcomes::idle_at_once(queue).into(),
        PolicyFault::EndsAtOnce => outcomes::ended_at_once(queue).into(),
        PolicyFault::NamesItself => format!("levels[{level}].pool[{source}].queue"),
    }
}

/// Each level that counts, with its queue and its path.
fn levels<'s>(document: &Document<'s>) -> impl Iterator<Item = (&'s Queue, &'s Level, String)> {
    document.setup.queues.iter().enumerate().flat_map(|(number, queue)| {
        let levels = queue.policy.levels.iter().take(MAX_LEVELS).enumerate();
        levels
            .map(move |(level, of)| (queue, of, format!("queues[{number}].policy.levels[{level}]")))
    })
}

pub(super) fn names_are_borne(document: &Document, findings: &mut Findings) {
    let limits = &document.config.limits;
    for (queue, level, path) in levels(document) {
        let pool = format!("{path}.pool");
        let most = limits.needs;
        let needs = format_args!("{path}.needs");
        findings.no_more_than(needs, level.needs.len(), most, Limited::Needs);
        let most = limits.sources_per_level;
        findings.no_more_than(&pool, level.pool.len(), most, Limited::Sources);
        for (number, source) in level.pool.iter().enumerate() {
            source_is_borne(document, findings, queue, (source, &format!("{pool}[{number}]")));
        }
        named_once(findings, &pool, &level.pool);
    }
}

/// Whom a source names is there, and may be rung for the queue.
fn source_is_borne(
    document: &Document,
    findings: &mut Findings,
    queue: &Queue,
    (source, path): (&Source, &str),
) {
    match source {
        Source::Assigned => {}
        Source::Queue { queue: id } => {
            let path = format_args!("{path}.queue");
            if let Some(named) = findings.queue(path, document, id) {
                findings.must_be_granted(path, document, queue, &named.institution);
            }
        }
        Source::Group { group } => {
            let path = format_args!("{path}.group");
            if let Some(named) = findings.group(path, document, group) {
                findings.must_be_granted(path, document, queue, &named.institution);
            }
        }
        Source::Operators { operators } => {
            let list = format!("{path}.operators");
            let most = document.config.limits.operators_named;
            findings.no_more_than(&list, operators.len(), most, Limited::OperatorsNamed);
            for (number, id) in operators.iter().enumerate() {
                let path = format_args!("{list}[{number}]");
                if let Some(named) = findings.operator(path, document, id) {
                    findings.must_be_granted(path, document, queue, &named.institution);
                }
            }
            named_once(findings, &list, operators);
        }
    }
}

pub(super) fn levels_name_somebody(document: &Document, findings: &mut Findings) {
    for (queue, level, path) in levels(document) {
        let named = |source: &Source| names_somebody(document, queue, source);
        if !level.pool.is_empty() && !level.pool.iter().any(named) {
            findings.oddity(path, SetupOddity::NobodyNamed);
        }
    }
    for (number, queue) in document.setup.queues.iter().enumerate() {
        let Some((last, levels)) = queue.policy.levels.split_last() else { continue };
        if last.wait.is_some() && queue.policy.after == After::KeepWaiting {
            let path = format!("queues[{number}].policy.levels[{}].wait", levels.len());
            findings.oddity(path, SetupOddity::IdleWait);
        }
    }
}

pub(super) fn levels_add_somebody(document: &Document, findings: &mut Findings) {
    for (number, queue) in document.setup.queues.iter().enumerate() {
        let levels = &queue.policy.levels[..queue.policy.levels.len().min(MAX_LEVELS)];
        for (at, level) in levels.iter().enumerate() {
            let replaced = levels[..=at].iter().rposition(|one| one.entry == Entering::Replace);
            let live = replaced.unwrap_or_default()..at;
            let Some(first) = live.into_iter().find(|&one| rings_all_of(&levels[one], level))
            else {
                continue;
            };
            let path = format!("queues[{number}].policy.levels");
            let with = format!("{path}[{first}]");
            findings.oddity(format_args!("{path}[{at}]"), SetupOddity::AddsNobody { with });
        }
    }
}

/// Whether an earlier level that is live still has rung everybody whom this one would ring.
fn rings_all_of(earlier: &Level, level: &Level) -> bool {
    let asks_no_more = earlier.needs.iter().all(|need| level.needs.contains(need));
    let as_strict =
        earlier.chat_needs == level.chat_needs || earlier.chat_needs == ChatNeeds::Ignored;
    let as_active = earlier.only_when == level.only_when || earlier.only_when == OnlyWhen::Always;
    earlier.ring == Ring::All { lapse_after: None }
        && as_active
        && asks_no_more
        && as_strict
        && level.pool.iter().all(|source| earlier.pool.contains(source))
}

pub(super) fn somebody_has_the_skills(document: &Document, findings: &mut Findings) {
    let mut known = BTreeMap::new();
    for (queue, level, path) in levels(document) {
        if !level.pool.iter().any(|source| names_somebody(document, queue, source)) {
            continue;
        }
        for (number, need) in level.needs.iter().enumerate() {
            let mut pool = level.pool.iter();
            let held = pool.any(|source| {
                let of = (matches!(source, Source::Assigned)).then_some(&queue.id);
                let skills =
                    known.entry((of, source)).or_insert_with(|| skills_of(document, queue, source));
                skills.get(&need.skill).is_some_and(|level| *level >= need.at_least)
            });
            if !held {
                let (skill, at_least) = (need.skill.clone(), need.at_least);
                let path = format_args!("{path}.needs[{number}]");
                findings.oddity(path, SetupOddity::UnheldSkill { skill, at_least });
            }
        }
    }
}

/// The skills of a source's operators, with the highest level of each.
fn skills_of<'s>(
    document: &Document<'s>,
    queue: &'s Queue,
    source: &'s Source,
) -> BTreeMap<&'s SkillId, u8> {
    let names = &document.names;
    let assigned = |queue: &'s Queue| queue.assigned.iter().map(|one| &one.operator).collect();
    let operators: Vec<&OperatorId> = match source {
        Source::Assigned => assigned(queue),
        Source::Queue { queue } => {
            names.queues.get(queue).map(|one| assigned(one)).unwrap_or_default()
        }
        Source::Group { group } => {
            names.groups.get(group).map(|one| one.operators.iter().collect()).unwrap_or_default()
        }
        Source::Operators { operators } => operators.iter().collect(),
    };
    let mut highest = BTreeMap::new();
    for operator in operators.into_iter().filter_map(|id| names.operators.get(id)) {
        for (skill, level) in &operator.skills {
            let known = highest.entry(skill).or_default();
            *known = (*level).max(*known);
        }
    }
    highest
}

/// Whether a source has anybody; one that is not in the document is no oddity but a fault.
fn names_somebody(document: &Document, queue: &Queue, source: &Source) -> bool {
    let names = &document.names;
    match source {
        Source::Assigned => !queue.assigned.is_empty(),
        Source::Queue { queue } => {
            names.queues.get(queue).is_none_or(|queue| !queue.assigned.is_empty())
        }
        Source::Group { group } => {
            names.groups.get(group).is_none_or(|group| !group.operators.is_empty())
        }
        Source::Operators { operators } => !operators.is_empty(),
    }
}
