//! Hours and holidays: each by itself, and that somebody uses them.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};

use crate::hours::{HoursOddity, HoursReport, Zones};

use super::{Document, Findings};
use crate::setup::{SetupFault, SetupOddity};

pub(super) fn holidays(document: &Document, findings: &mut Findings) {
    let hours = document.setup.hours.values();
    let used = hours.flat_map(|hours| &hours.exceptions).flat_map(|exception| &exception.holidays);
    let used: BTreeSet<&String> = used.collect();
    for (name, holidays) in &document.setup.holidays {
        let path = format!("holidays.{}", key(name));
        tell(findings, &path, holidays.check());
        if !used.contains(name) {
            findings.oddity(path, SetupOddity::UnusedHolidays);
        }
    }
}

pub(super) fn hours(document: &Document, findings: &mut Findings) {
    let mut zones = Zones::default();
    for (name, hours) in &document.setup.hours {
        let report = hours.check(&document.setup.holidays, &mut zones);
        tell(findings, &format!("hours.{}", key(name)), report);
    }
}

/// What was found in hours, as findings of the document.
pub(super) fn tell(findings: &mut Findings, path: &str, report: HoursReport) {
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
