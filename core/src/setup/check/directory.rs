//! Institutions, operators, groups, queues and who is assigned to them, supervisors.

use core::fmt::Display;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::ToString;

use crate::id::OperatorId;
use crate::policy::{Policy, Source, times_named};
use crate::refusal::Limited;
use crate::skills::MAX_SKILL;

use super::hours::key;
use super::{Document, Findings};
use crate::setup::{Kind, SetupFault, SetupOddity};

pub(super) fn there_are_not_too_many(document: &Document, findings: &mut Findings) {
    let (setup, limits) = (document.setup, &document.config.limits);
    let lists = [
        ("institutions", setup.institutions.len(), limits.institutions, Limited::Institutions),
        ("operators", setup.operators.len(), limits.operators, Limited::Operators),
        ("groups", setup.groups.len(), limits.groups, Limited::Groups),
        ("queues", setup.queues.len(), limits.queues, Limited::Queues),
    ];
    for (path, count, limit, what) in lists {
        findings.no_more_than(path, count, limit, what);
    }
}

pub(super) fn names_are_borne_once(document: &Document, findings: &mut Findings) {
    let setup = document.setup;
    borne_once(
        findings,
        Kind::Institution,
        "institutions",
        setup.institutions.iter().map(|i| &i.id),
    );
    borne_once(findings, Kind::Operator, "operators", setup.operators.iter().map(|o| &o.id));
    borne_once(findings, Kind::Group, "groups", setup.groups.iter().map(|g| &g.id));
    borne_once(findings, Kind::Queue, "queues", setup.queues.iter().map(|q| &q.id));
}

fn borne_once<'s, Id: Ord + Display + 's>(
    findings: &mut Findings,
    kind: Kind,
    list: &str,
    ids: impl Iterator<Item = &'s Id>,
) {
    for (number, first, id) in repeated(ids) {
        let (name, with) = (id.to_string(), format!("{list}[{first}]"));
        findings.fault(
            format_args!("{list}[{number}].id"),
            SetupFault::RepeatedName { kind, name, with },
        );
    }
}

/// What has been there before: its number, that of the first, and what it is.
pub(super) fn repeated<T: Copy + Ord>(
    all: impl Iterator<Item = T>,
) -> impl Iterator<Item = (usize, usize, T)> {
    let mut first = BTreeMap::new();
    all.enumerate().filter_map(move |(number, one)| {
        let before = *first.entry(one).or_insert(number);
        (before != number).then_some((number, before, one))
    })
}

pub(super) fn institutions(document: &Document, findings: &mut Findings) {
    let setup = document.setup;
    let of_operators = setup.operators.iter().map(|operator| &operator.institution);
    let of_queues = setup.queues.iter().map(|queue| &queue.institution);
    let used: BTreeSet<_> = of_operators.chain(of_queues).collect();
    for (number, institution) in setup.institutions.iter().enumerate() {
        if !used.contains(&institution.id) {
            findings.oddity(format_args!("institutions[{number}]"), SetupOddity::EmptyInstitution);
        }
    }
}

pub(super) fn operators(document: &Document, findings: &mut Findings) {
    let setup = document.setup;
    let assigned = setup.queues.iter().flat_map(|queue| &queue.assigned).map(|one| &one.operator);
    let grouped = setup.groups.iter().flat_map(|group| &group.operators);
    let named = setup.queues.iter().flat_map(|queue| named_in(&queue.policy));
    let placed: BTreeSet<&OperatorId> = assigned.chain(grouped).chain(named).collect();
    for (number, operator) in setup.operators.iter().enumerate() {
        let path = format!("operators[{number}]");
        findings.institution(format_args!("{path}.institution"), document, &operator.institution);
        let skills = &operator.skills;
        let most = document.config.limits.skills_per_operator;
        findings.no_more_than(format_args!("{path}.skills"), skills.len(), most, Limited::Skills);
        for (skill, _) in skills.iter().filter(|(_, level)| !(1..=MAX_SKILL).contains(*level)) {
            let path = format_args!("{path}.skills.{}", key(skill.as_str()));
            findings.fault(path, SetupFault::NoSuchSkillLevel { skill: skill.clone() });
        }
        if operator.capacity == 0 {
            findings.oddity(format_args!("{path}.capacity"), SetupOddity::NoCapacity);
        }
        if !placed.contains(&operator.id) {
            findings.oddity(path, SetupOddity::UnplacedOperator);
        }
    }
}

/// The operators whom the levels of a policy name.
fn named_in(policy: &Policy) -> impl Iterator<Item = &OperatorId> {
    policy.levels.iter().flat_map(|level| &level.pool).flat_map(|source| match source {
        Source::Operators { operators } => operators.as_slice(),
        Source::Assigned | Source::Queue { .. } | Source::Group { .. } => &[],
    })
}

pub(super) fn groups(document: &Document, findings: &mut Findings) {
    let setup = document.setup;
    let in_levels = setup.queues.iter().flat_map(|queue| &queue.policy.levels);
    let in_levels = in_levels.flat_map(|level| &level.pool).filter_map(|source| match source {
        Source::Group { group } => Some(group),
        Source::Assigned | Source::Queue { .. } | Source::Operators { .. } => None,
    });
    let supervised = setup.supervisors.iter().flat_map(|supervisor| &supervisor.groups);
    let used: BTreeSet<_> = in_levels.chain(supervised).collect();
    let most = document.config.limits.operators_named;
    for (number, group) in setup.groups.iter().enumerate() {
        let path = format!("groups[{number}]");
        findings.institution(format_args!("{path}.institution"), document, &group.institution);
        if !used.contains(&group.id) {
            findings.oddity(&path, SetupOddity::UnusedGroup);
        }
        let list = format!("{path}.operators");
        findings.no_more_than(&list, group.operators.len(), most, Limited::OperatorsNamed);
        for (number, id) in group.operators.iter().enumerate() {
            let path = format_args!("{list}[{number}]");
            if let Some(operator) = findings.operator(path, document, id) {
                let name = (Kind::Operator, id.as_str());
                findings.must_be_of(path, name, &operator.institution, &group.institution);
            }
        }
        named_once(findings, &list, &group.operators);
    }
}

/// An oddity wherever a list names something again.
pub(super) fn named_once<Id: Ord>(findings: &mut Findings, list: &str, ids: &[Id]) {
    for (number, first, _) in repeated(ids.iter()) {
        let with = format!("{list}[{first}]");
        findings.oddity(format_args!("{list}[{number}]"), SetupOddity::NamedTwice { with });
    }
}

pub(super) fn queues(document: &Document, findings: &mut Findings) {
    for (number, queue) in document.setup.queues.iter().enumerate() {
        let path = format!("queues[{number}]");
        findings.institution(format_args!("{path}.institution"), document, &queue.institution);
        let list = format!("{path}.assigned");
        for (number, assigned) in queue.assigned.iter().enumerate() {
            let path = format_args!("{list}[{number}]");
            if let Some(operator) = findings.operator(path, document, &assigned.operator) {
                findings.must_be_granted(path, document, queue, &operator.institution);
            }
        }
        for (number, first, _) in repeated(queue.assigned.iter().map(|one| &one.operator)) {
            let with = format!("{list}[{first}]");
            findings.fault(format_args!("{list}[{number}]"), SetupFault::SaidTwice { with });
        }
    }
}

pub(super) fn memberships(document: &Document, findings: &mut Findings) {
    let setup = document.setup;
    let mut counts: BTreeMap<&OperatorId, usize> = BTreeMap::new();
    for queue in &setup.queues {
        let assigned: BTreeSet<_> = queue.assigned.iter().map(|one| &one.operator).collect();
        for operator in assigned {
            *counts.entry(operator).or_default() += 1;
        }
        for (operator, times) in times_named(&queue.policy) {
            *counts.entry(operator).or_default() += times as usize;
        }
    }
    for group in &setup.groups {
        let members: BTreeSet<_> = group.operators.iter().collect();
        for operator in members {
            *counts.entry(operator).or_default() += 1;
        }
    }
    let most = document.config.limits.memberships_per_operator;
    for (number, operator) in setup.operators.iter().enumerate() {
        let count = counts.get(&operator.id).copied().unwrap_or_default();
        let path = format_args!("operators[{number}]");
        findings.no_more_than(path, count, most, Limited::Memberships);
    }
}

pub(super) fn supervisors(document: &Document, findings: &mut Findings) {
    let supervisors = &document.setup.supervisors;
    let most = document.config.limits.operators_named;
    for (number, supervisor) in supervisors.iter().enumerate() {
        let path = format!("supervisors[{number}]");
        let named = supervisor.queues.len().max(supervisor.groups.len());
        findings.no_more_than(&path, named, most, Limited::OperatorsNamed);
        if named == 0 {
            findings.oddity(&path, SetupOddity::SupervisesNothing);
        }
        let who = format_args!("{path}.operator");
        let own = findings.operator(who, document, &supervisor.operator);
        let own = own.map(|operator| &operator.institution);
        for (number, id) in supervisor.queues.iter().enumerate() {
            let path = format_args!("{path}.queues[{number}]");
            if let (Some(queue), Some(own)) = (findings.queue(path, document, id), own) {
                findings.must_be_of(path, (Kind::Queue, id.as_str()), &queue.institution, own);
            }
        }
        for (number, id) in supervisor.groups.iter().enumerate() {
            let path = format_args!("{path}.groups[{number}]");
            if let (Some(group), Some(own)) = (findings.group(path, document, id), own) {
                findings.must_be_of(path, (Kind::Group, id.as_str()), &group.institution, own);
            }
        }
        named_once(findings, &format!("{path}.queues"), &supervisor.queues);
        named_once(findings, &format!("{path}.groups"), &supervisor.groups);
    }
    for (number, first, _) in repeated(supervisors.iter().map(|one| &one.operator)) {
        let with = format!("supervisors[{first}]");
        findings.fault(format_args!("supervisors[{number}]"), SetupFault::SaidTwice { with });
    }
}
