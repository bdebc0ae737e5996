//! The two worlds as people read them.

use core::fmt::{self, Display, Formatter};

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{ASSUMPTIONS, Assumed, WhatIf};
use crate::report::{Chats, Lines, Report, Shown, Spread};
use crate::time::Span;

impl Display for WhatIf {
    /// The two reports side by side, who went which way, and what is assumed: for people. The form may
    /// change; what programs read is the data.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { recorded, supposed, .. } = self;
        writeln!(f, "From {} to {}, as recorded and as supposed", recorded.from, recorded.until)?;
        writeln!(f, "\n{}", figures(&recorded.all, &supposed.all))?;
        writeln!(f, "\nInstitutions, recorded > supposed")?;
        writeln!(f, "\n{}", institutions(recorded, supposed))?;
        writeln!(f, "\nWhat became of chats")?;
        writeln!(f, "\n{}", self.ways())?;
        let (changed, all) = (self.changed().count(), self.chats.len());
        writeln!(
            f,
            "\n{changed} of {all} chats have another operator, another wait or another end."
        )?;
        writeln!(f, "\n{}", self.assumed)?;
        write!(f, "\nAssumed:\n\n{ASSUMPTIONS}")
    }
}

impl WhatIf {
    fn ways(&self) -> String {
        let mut table = Lines::new(&["recorded", "supposed", "chats"]);
        for ((recorded, supposed), chats) in self.moves() {
            table.row(&[&recorded, &supposed, &chats]);
        }
        table.text()
    }
}

/// Each figure in the one, in the other, and the difference.
fn figures(recorded: &Chats, supposed: &Chats) -> String {
    type Count = fn(&Chats) -> u64;
    type Of = fn(&Chats) -> &Spread;
    type Figure = fn(&Spread) -> Span;
    let counts: [(&str, Count); 9] = [
        ("offered", |it| it.offered),
        ("answered", |it| it.answered),
        ("  at home", |it| it.answered_at_home),
        ("  by partners", |it| it.answered_by_partners),
        ("abandoned", |it| it.abandoned),
        ("unanswered", |it| it.unanswered),
        ("offers", |it| it.offers.made),
        ("  missed", |it| it.offers.missed),
        ("transfers completed", |it| it.transfers.completed),
    ];
    let times: [(&str, Of, Figure); 8] = [
        ("wait: mean", |it| &it.waits, |it| it.mean),
        ("  median", |it| &it.waits, |it| it.median),
        ("  p90", |it| &it.waits, |it| it.p90),
        ("  p95", |it| &it.waits, |it| it.p95),
        ("  longest", |it| &it.waits, |it| it.max),
        ("abandoned after: mean", |it| &it.abandoned_after, |it| it.mean),
        ("conversation: mean", |it| &it.durations, |it| it.mean),
        ("  median", |it| &it.durations, |it| it.median),
    ];
    let mut table = Lines::new(&["", "recorded", "supposed", "difference"]);
    for (name, count) in counts {
        let (before, after) = (count(recorded), count(supposed));
        table.row(&[&name, &before, &after, &difference(before, after, |it| it.to_string())]);
    }
    let levels = recorded.rollovers.len().max(supposed.rollovers.len());
    for level in 0..levels {
        let left = |chats: &Chats| chats.rollovers.get(level).copied().unwrap_or_default();
        let (before, after) = (left(recorded), left(supposed));
        let name = format!("left level {level}");
        table.row(&[&name, &before, &after, &difference(before, after, |it| it.to_string())]);
    }
    for (name, of, figure) in times {
        let (before, after) = (of(recorded), of(supposed));
        let (early, late) = (figure(before), figure(after));
        let shown = |millis| Shown(Span::from_millis(millis)).to_string();
        let difference = match (before.n, after.n) {
            (0, _) | (_, 0) => String::new(),
            _ => difference(early.as_millis(), late.as_millis(), shown),
        };
        table.row(&[&name, &before.shown(early), &after.shown(late), &difference]);
    }
    table.text()
}

fn difference(before: u64, after: u64, shown: impl Fn(u64) -> String) -> String {
    match shown(before.abs_diff(after)) {
        _ if before == after => String::new(),
        more if after > before => format!("+{more}"),
        less => format!("-{less}"),
    }
}

fn institutions(recorded: &Report, supposed: &Report) -> String {
    let mut table = Lines::new(&[
        "",
        "at home",
        "",
        "by partners",
        "",
        "abandoned or unanswered",
        "",
        "answered for others",
        "",
        "wait: p90",
        "",
    ]);
    let mut all: Vec<_> =
        recorded.institutions.keys().chain(supposed.institutions.keys()).collect();
    all.sort_unstable();
    all.dedup();
    for id in all {
        let mut cells = alloc::vec![id.to_string()];
        let [before, after] = [recorded, supposed].map(|report| {
            let report = report.institutions.get(id).cloned().unwrap_or_default();
            let Chats { answered_at_home, answered_by_partners, waits, .. } = report.chats;
            let unserved = report.chats.abandoned + report.chats.unanswered;
            let counts =
                [answered_at_home, answered_by_partners, unserved, report.answered_for_partners];
            let mut cells: Vec<String> = counts.iter().map(ToString::to_string).collect();
            cells.push(waits.shown(waits.p90));
            cells
        });
        for (before, after) in before.into_iter().zip(after) {
            let nothing = before.is_empty() && after.is_empty();
            let after = if nothing { String::new() } else { format!("> {after}") };
            cells.extend([before, after]);
        }
        table.row(&cells.iter().map(|cell| cell as &dyn Display).collect::<Vec<_>>());
    }
    table.text()
}

impl Display for Assumed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { setup_commands, answers_recorded, answers_drawn, .. } = self;
        write!(
            f,
            "Of the answers to offers {answers_recorded} are as recorded and {answers_drawn} drawn; {} patrons left \
             after a time that is drawn; {} conversations are drawn; the document stands for {setup_commands} commands.",
            self.patience_drawn, self.conversations_drawn,
        )?;
        if self.refused.is_empty() {
            return Ok(());
        }
        f.write_str("\nCould not be done:")?;
        for (place, (code, count)) in self.refused.iter().enumerate() {
            write!(f, "{} {count} {code}", if place == 0 { "" } else { "," })?;
        }
        f.write_str(".")
    }
}
