//! Hours and holidays: each by itself, that somebody uses them, and levels that they keep shut.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};

use crate::config::MAX_LEVELS;
use crate::hours::{HoursOddity, HoursOf, HoursReport, OwnHours, Zones};
use crate::policy::OnlyWhen;
use crate::time::Timestamp;

use super::{Document, Findings};
use crate::setup::hours::holidays_of;
use crate::setup::{Inactive, Kind, SetupFault, SetupOddity};

pub(super) fn holidays(document: &Document, findings: &mut Findings) {
    let named = document.setup.hours.values();
    let named = named.flat_map(|hours| &hours.exceptions).flat_map(|exception| &exception.holidays);
    let own = document.setup.own_hours().flat_map(|(_, own)| holidays_of(&own.hours));
    let used: BTreeSet<&String> = named.chain(own).collect();
    for (name, holidays) in &document.setup.holidays {
        let path = format!("holidays.{}", key(name));
        tell(findings, &path, holidays.check());
        if !used.contains(name) {
            findings.oddity(path, SetupOddity::UnusedHolidays);
        }
    }
}

pub(super) fn hours(document: &Document, findings: &mut Findings) {
    let own = document.setup.own_hours();
    let used: BTreeSet<&String> = own.filter_map(|(_, own)| name(own)).collect();
    for (name, hours) in &document.setup.hours {
        let path = format!("hours.{}", key(name));
        let report = hours.check(&document.setup.holidays, &mut findings.zones);
        tell(findings, &path, report);
        if !used.contains(name) {
            findings.oddity(path, SetupOddity::UnusedHours);
        }
    }
}

fn name(own: &OwnHours) -> Option<&String> {
    match &own.hours {
        HoursOf::Named(name) => Some(name),
        HoursOf::Here(_) => None,
    }
}

/// The hours of queues and levels: a name is borne, and what is written there has no faults.
pub(super) fn own_hours(document: &Document, findings: &mut Findings) {
    for (path, own) in document.setup.own_hours() {
        if let Some(name) = name(own) {
            // A queue may have the name alone.
            let key = if path.ends_with("onlyWhen") { ".hours" } else { "" };
            let hours = &document.names.hours;
            findings.find(format_args!("{path}{key}"), Kind::Hours, name, hours);
        } else {
            let own = document.setup.meant(own);
            let report = own.hours.check(&own.holidays, &mut findings.zones);
            tell(findings, &format!("{path}.hours"), report);
        }
        for (name, holidays) in &own.holidays {
            tell(findings, &format!("{path}.holidays.{}", key(name)), holidays.check());
        }
    }
}

pub(super) fn levels_are_active(document: &Document, findings: &mut Findings) {
    for (number, queue) in document.setup.queues.iter().enumerate() {
        let of_queue = match &queue.hours {
            Some(own) => ever(document, own, &mut findings.zones),
            None => Some(Ever::Open),
        };
        for (level, plan) in queue.policy.levels.iter().take(MAX_LEVELS).enumerate() {
            let because = match &plan.only_when {
                OnlyWhen::Open => (of_queue == Some(Ever::Closed)).then_some(Inactive::QueueClosed),
                OnlyWhen::Closed => (of_queue == Some(Ever::Open)).then_some(Inactive::QueueOpen),
                OnlyWhen::Always => None,
                OnlyWhen::Hours(own) => (ever(document, own, &mut findings.zones)
                    == Some(Ever::Closed))
                .then_some(Inactive::NeverOpen),
            };
            if let Some(because) = because {
                let path = format_args!("queues[{number}].policy.levels[{level}]");
                findings.oddity(path, SetupOddity::NeverActive { because });
            }
        }
    }
}

/// What hours are at any time, where that is always the same.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Ever {
    Open,
    Closed,
    Both,
}

/// `None` for hours with faults.
fn ever(document: &Document, own: &OwnHours, zones: &mut Zones) -> Option<Ever> {
    let own = document.setup.meant(own);
    let schedule = own.hours.schedule(&own.holidays, zones).ok()?;
    Some(match schedule.next_change(Timestamp::MIN) {
        Some(_) => Ever::Both,
        None if schedule.is_open(Timestamp::MIN) => Ever::Open,
        None => Ever::Closed,
    })
}

/// What was found in hours, as findings of the document.
fn tell(findings: &mut Findings, path: &str, report: HoursReport) {
    let at = |within: &str| {
        if within.is_empty() { path.to_string() } else { format!("{path}.{within}") }
    };
    for fault in report.faults {
        findings.fault(at(&fault.path), SetupFault::InvalidHours { fault: fault.what });
    }
    for found in report.oddities {
        let mut oddity = found.what;
        if let HoursOddity::Overlap { with } | HoursOddity::RepeatedDates { with } = &mut oddity {
            *with = at(with);
        }
        findings.oddity(at(&found.path), SetupOddity::OddHours { oddity });
    }
}

/// A key of a map as it stands in a path: as TOML has it, in marks where it is not plain.
pub(super) fn key(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    if !name.is_empty() && name.chars().all(plain) { name.to_string() } else { format!("{name:?}") }
}
