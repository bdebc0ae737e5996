//! A report as people read it.

use core::fmt::{self, Display, Formatter};

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use comfy_table::{CellAlignment, Table};

use super::{Chats, Offers, Report, Spread};
use crate::id::InstitutionId;
use crate::time::Span;

impl Display for Report {
    /// The report as tables, for people: chats, offers, hours covered, and who answered whom. The form is
    /// for reading, and may change; what programs read is the data.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "Chats from {} to {}, and by the hour in {}",
            self.from, self.until, self.time_zone
        )?;
        writeln!(f, "\n{}", self.chats())?;
        writeln!(f, "\nHow they went on")?;
        writeln!(f, "\n{}", self.ways())?;
        writeln!(f, "\nOffers to operators")?;
        writeln!(f, "\n{}", self.offers())?;
        writeln!(f, "\nHours in which an institution had somebody there, in {}", self.time_zone)?;
        writeln!(f, "\n{}", self.coverage())?;
        writeln!(f, "\nWhose patrons (lines) were answered by whom (columns)")?;
        writeln!(f, "\n{}", self.exchanges())
    }
}

impl Report {
    /// All chats, and those of each institution, queue and hour.
    fn lines(&self) -> Vec<(String, &Chats)> {
        let mut lines = vec![("all".to_string(), &self.all)];
        let institutions = self.institutions.iter().map(|(id, it)| (id.to_string(), &it.chats));
        lines.extend(institutions);
        lines.extend(self.queues.iter().map(|(id, chats)| (format!("queue {id}"), chats)));
        let hours = self.hours.iter().enumerate();
        lines.extend(hours.map(|(hour, chats)| (format!("{hour:02}:00"), chats)));
        lines.retain(|(name, chats)| name == "all" || **chats != Chats::default());
        lines
    }

    fn chats(&self) -> String {
        let mut table = Lines::new(&[
            "",
            "offered",
            "answered",
            "at home",
            "partners",
            "abandoned",
            "unanswered",
            "wait: mean",
            "median",
            "p90",
            "p95",
            "max",
            "lasted: mean",
            "median",
            "p90",
        ]);
        for (name, chats) in self.lines() {
            let Chats { waits, durations, .. } = chats;
            table.row(&[
                &name,
                &chats.offered,
                &chats.answered,
                &chats.answered_at_home,
                &chats.answered_by_partners,
                &chats.abandoned,
                &chats.unanswered,
                &waits.shown(waits.mean),
                &waits.shown(waits.median),
                &waits.shown(waits.p90),
                &waits.shown(waits.p95),
                &waits.shown(waits.max),
                &durations.shown(durations.mean),
                &durations.shown(durations.median),
                &durations.shown(durations.p90),
            ]);
        }
        table.text()
    }

    fn ways(&self) -> String {
        let mut table = Lines::new(&[
            "",
            "offers",
            "rolled over, by level",
            "overflows",
            "transfers",
            "completed",
            "failed",
            "started",
            "abandoned after: mean",
            "median",
            "p90",
        ]);
        for (name, chats) in self.lines() {
            let Chats { transfers, abandoned_after, .. } = chats;
            let levels: Vec<String> = chats.rollovers.iter().map(ToString::to_string).collect();
            table.row(&[
                &name,
                &chats.offers.made,
                &levels.join(" + "),
                &chats.overflows,
                &transfers.asked,
                &transfers.completed,
                &transfers.failed,
                &chats.started,
                &abandoned_after.shown(abandoned_after.mean),
                &abandoned_after.shown(abandoned_after.median),
                &abandoned_after.shown(abandoned_after.p90),
            ]);
        }
        table.text()
    }

    fn offers(&self) -> String {
        let mut table = Lines::new(&[
            "",
            "of",
            "offers",
            "accepted",
            "declined",
            "missed",
            "lost",
            "withdrawn",
            "got",
            "began",
            "had for: mean",
            "median",
            "on duty",
        ]);
        for (operator, report) in &self.operators {
            let Offers { made, accepted, declined, missed, lost, withdrawn } = report.offers;
            let institution = report.institution.as_ref().map(InstitutionId::as_str);
            table.row(&[
                operator,
                &institution.unwrap_or_default(),
                &made,
                &accepted,
                &declined,
                &missed,
                &lost,
                &withdrawn,
                &report.waits.n,
                &report.started,
                &report.durations.shown(report.durations.mean),
                &report.durations.shown(report.durations.median),
                &Shown(report.on_duty),
            ]);
        }
        table.text()
    }

    /// In hours, so that a day that is covered whole has 1 in each column, and ten such days 10.
    fn coverage(&self) -> String {
        let hours: Vec<String> = (0..24).map(|hour| format!("{hour:02}")).collect();
        let head = ["", "covered", "on duty"].into_iter().chain(hours.iter().map(String::as_str));
        let mut table = Lines::new(&head.collect::<Vec<_>>());
        for (institution, report) in &self.institutions {
            let hours: Vec<String> =
                report.covered_by_hour.iter().map(|span| in_hours(*span)).collect();
            let (covered, on_duty) = (Shown(report.covered), Shown(report.on_duty));
            let mut cells: Vec<&dyn Display> = vec![institution, &covered, &on_duty];
            cells.extend(hours.iter().map(|hours| hours as &dyn Display));
            table.row(&cells);
        }
        table.text()
    }

    fn exchanges(&self) -> String {
        let given = self.reciprocity.iter().map(|exchange| &exchange.answered_by);
        let asked = self.reciprocity.iter().map(|exchange| &exchange.home);
        let (homes, all): (BTreeSet<_>, BTreeSet<_>) =
            (asked.clone().collect(), asked.chain(given).collect());
        let head = [""].into_iter().chain(all.iter().map(|id| id.as_str())).chain(["together"]);
        let mut table = Lines::new(&head.collect::<Vec<_>>());
        for home in homes {
            let of_home = self.reciprocity.iter().filter(|exchange| exchange.home == *home);
            let answered = |by: &InstitutionId| {
                let found = of_home.clone().find(|exchange| exchange.answered_by == *by);
                found.map_or_else(String::new, |exchange| exchange.chats.to_string())
            };
            let chats: Vec<String> = all.iter().map(|by| answered(by)).collect();
            let together: u64 = of_home.clone().map(|exchange| exchange.chats).sum();
            let mut cells: Vec<&dyn Display> = vec![home];
            cells.extend(chats.iter().map(|chats| chats as &dyn Display));
            cells.push(&together);
            table.row(&cells);
        }
        table.text()
    }
}

/// A table without rules: names to the left, figures to the right.
pub(crate) struct Lines(Table);

impl Lines {
    pub(crate) fn new(head: &[&str]) -> Self {
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_header(head);
        for column in table.column_iter_mut().skip(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        Self(table)
    }

    pub(crate) fn row(&mut self, cells: &[&dyn Display]) {
        self.0.add_row(cells.iter().map(ToString::to_string).collect::<Vec<_>>());
    }

    pub(crate) fn text(&self) -> String {
        self.0.trim_fmt()
    }
}

impl Spread {
    /// One of its figures; nothing where there is nothing to tell.
    pub(crate) fn shown(&self, span: Span) -> String {
        if self.n == 0 { String::new() } else { Shown(span).to_string() }
    }
}

/// A span as people say it: `12.3 s`, `4:05` (minutes and seconds), `27:04:05` (and hours).
pub(crate) struct Shown(pub(crate) Span);

impl Display for Shown {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let millis = self.0.as_millis();
        let tenths = millis.saturating_add(50) / 100;
        let seconds = millis.saturating_add(500) / 1_000;
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
        match seconds {
            _ if tenths < 1_000 => write!(f, "{}.{} s", tenths / 10, tenths % 10),
            0..6_000 => write!(f, "{}:{:02}", seconds / 60, seconds % 60),
            _ => write!(f, "{hours}:{minutes:02}:{:02}", seconds % 60),
        }
    }
}

/// A span in hours; nothing where there is none.
fn in_hours(span: Span) -> String {
    let tenths = span.as_millis().saturating_add(180_000) / 360_000;
    match tenths {
        _ if span == Span::ZERO => String::new(),
        1_000.. => format!("{}", (tenths + 5) / 10),
        _ => format!("{}.{}", tenths / 10, tenths % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_as_people_say_them() {
        let cases =
            [(0, "0.0 s"), (49, "0.0 s"), (12_345, "12.3 s"), (99_949, "99.9 s"), (99_950, "1:40")];
        let longer = [
            (245_000, "4:05"),
            (5_999_499, "99:59"),
            (5_999_500, "1:40:00"),
            (Span::MAX.as_millis(), "2501999792:59:01"),
        ];
        for (millis, text) in cases.into_iter().chain(longer) {
            assert_eq!(Shown(Span::from_millis(millis)).to_string(), text);
        }
        let hours = [(0, ""), (1_800_000, "0.5"), (3_600_000 * 200, "200"), (359_640_000, "99.9")];
        for (millis, text) in hours {
            assert_eq!(in_hours(Span::from_millis(millis)), text);
        }
    }
}
