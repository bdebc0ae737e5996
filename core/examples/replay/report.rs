//! The report: recorded beside routed.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::figures::Waits;
use crate::simulation::{Assumptions, Fate, Routed};
use crate::table::{Recorded, Table};

/// The whole report as text.
///
/// # Errors
/// When contacts are lost or counted twice.
pub(crate) fn report(
    table: &Table,
    fates: &[Fate],
    assumptions: Assumptions,
) -> Result<String, String> {
    let mut text = String::new();
    accounts(&mut text, table, fates)?;
    waits(&mut text, fates);
    operators(&mut text, fates);
    let break_after = assumptions.break_after;
    let _ = writeln!(
        text,
        "\nAssumed: one institution; queues ring the longest idle, one at a time, who accepts at once.\n\
         Staffing is not recorded: operators are at work between their recorded services, and gaps\n\
         over {break_after} s are breaks. How much less people wait depends on that: compare other\n\
         values of --break-after. Those who gave up are as patient as recorded, those answered wait\n\
         for ever; a service without a record is as long as the one before it in its queue. At midnight\n\
         who waits is left over: who asks just after it may wait until the morning.\n\
         Times are in seconds; a percentile is the nearest rank."
    );
    Ok(text)
}

fn accounts(text: &mut String, table: &Table, fates: &[Fate]) -> Result<(), String> {
    let recorded = fates.iter().filter(|f| f.contact.fate != Recorded::GaveUp).count();
    let answered = count(fates, |routed| matches!(routed, Routed::Answered { .. }));
    let gave_up = count(fates, |routed| matches!(routed, Routed::GaveUp { .. }));
    let left = count(fates, |routed| matches!(routed, Routed::LeftOver { .. }));
    let (phantoms, unnamed, bad) = (table.phantoms, table.unnamed, table.unreadable.len());
    let rest = phantoms + unnamed + bad;
    let rows = table.rows();
    let _ = writeln!(text, "{:<12}{:>10}{:>10}", "", "recorded", "routed");
    let lines = [
        ("contacts", rows, rows),
        ("answered", recorded, answered),
        ("gave up", fates.len() - recorded, gave_up),
        ("left over", 0, left),
        ("rest", rest, rest),
    ];
    for (name, recorded, routed) in lines {
        let _ = writeln!(text, "{name:<12}{recorded:>10}{routed:>10}");
    }
    let _ = writeln!(
        text,
        "\nThe rest is not routed: {phantoms} PHANTOM, {unnamed} answered by NO_SERVER, {bad} that\n\
         cannot be read. Left over is who still waits at midnight."
    );
    if recorded + (fates.len() - recorded) + rest != rows
        || answered + gave_up + left + rest != rows
    {
        return Err("the contacts do not add up".into());
    }
    Ok(())
}

fn count(fates: &[Fate], of: impl Fn(&Routed) -> bool) -> usize {
    fates.iter().filter(|fate| of(&fate.routed)).count()
}

/// What was waited in all, in each queue, and for each operator.
fn waits(text: &mut String, fates: &[Fate]) {
    let _ = writeln!(
        text,
        "\n{:<18}{:>8}{:>8}{:>7}{:>7}{:>7}{:>7}",
        "waits", "n", "mean", "p50", "p90", "p95", "max"
    );
    let mut by_queue: BTreeMap<&str, [Vec<u32>; 2]> = BTreeMap::new();
    let mut by_operator: BTreeMap<&str, [Vec<u32>; 2]> = BTreeMap::new();
    let mut all: [Vec<u32>; 2] = Default::default();
    for Fate { contact, routed } in fates {
        for waits in [&mut all, by_queue.entry(&contact.queue).or_default()] {
            waits[0].push(contact.waited);
            waits[1].push(routed.waited());
        }
        if let Recorded::Answered { by, .. } = &contact.fate {
            by_operator.entry(by).or_default()[0].push(contact.waited);
        }
        if let Routed::Answered { by, waited, .. } = routed {
            by_operator.entry(by).or_default()[1].push(*waited);
        }
    }
    for (name, [recorded, routed]) in
        std::iter::once(("all", all)).chain(by_queue).chain(by_operator)
    {
        wait_line(text, &format!("{name} recorded"), &Waits::of(recorded));
        wait_line(text, &format!("{name} routed"), &Waits::of(routed));
    }
}

fn wait_line(text: &mut String, name: &str, waits: &Waits) {
    let (n, mean, max) = (waits.count(), waits.mean(), waits.percentile(100));
    let [p50, p90, p95] = [50, 90, 95].map(|per_cent| waits.percentile(per_cent));
    let _ = writeln!(text, "{name:<18}{n:>8}{mean:>8.1}{p50:>7}{p90:>7}{p95:>7}{max:>7}");
}

/// How many contacts each operator answered, and for how many hours.
fn operators(text: &mut String, fates: &[Fate]) {
    let mut by: BTreeMap<&str, [(usize, u64); 2]> = BTreeMap::new();
    for fate in fates {
        if let Recorded::Answered { by: name, service } = &fate.contact.fate {
            add(&mut by.entry(name).or_default()[0], service.map_or(0, |service| service.1));
        }
        if let Routed::Answered { by: name, seconds, .. } = &fate.routed {
            add(&mut by.entry(name).or_default()[1], *seconds);
        }
    }
    let _ = writeln!(
        text,
        "\n{:<12}{:>10}{:>10}{:>12}{:>12}",
        "operator", "recorded", "routed", "hours rec.", "hours rout."
    );
    for (name, [recorded, routed]) in by {
        let [before, after] = [recorded.1, routed.1].map(hours);
        let (was, is) = (recorded.0, routed.0);
        let _ = writeln!(text, "{name:<12}{was:>10}{is:>10}{before:>12.1}{after:>12.1}");
    }
}

fn add(sum: &mut (usize, u64), seconds: u32) {
    sum.0 += 1;
    sum.1 += u64::from(seconds);
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn hours(seconds: u64) -> f64 {
    seconds as f64 / 3_600.0
}

impl Routed {
    /// For how long the contact waited, whatever came of it.
    pub(crate) const fn waited(&self) -> u32 {
        match self {
            Self::Answered { waited, .. } | Self::GaveUp { waited } | Self::LeftOver { waited } => {
                *waited
            }
        }
    }
}
