//! The table of recorded contacts: one row a contact, tabs between the columns.
//!
//! The first line names the columns, these and in this order:
//!
//! | column | what it says |
//! |---|---|
//! | `vru+line`, `call_id`, `customer_id`, `priority` | not used |
//! | `type` | the queue |
//! | `date` | the day, YYMMDD |
//! | `vru_entry`, `vru_exit`, `vru_time` | when the contact came (H:MM:SS), had chosen, and seconds between |
//! | `q_start`, `q_exit`, `q_time` | from when to when they waited, and for how many seconds; 0:00:00 where they did not |
//! | `outcome` | `AGENT` (answered), `HANG` (gave up waiting), `PHANTOM` (no contact) |
//! | `ser_start`, `ser_exit`, `ser_time` | from when to when they were served, and for how many seconds |
//! | `server` | who answered; `NO_SERVER`: nobody |
//!
//! A contact asks at `q_start`, or at `vru_exit` if they did not wait.

use std::collections::BTreeMap;

use jiff::civil::Date;
use refdesk::{OperatorId, QueueId};

const COLUMNS: [&str; 17] = [
    "vru+line",
    "call_id",
    "customer_id",
    "priority",
    "type",
    "date",
    "vru_entry",
    "vru_exit",
    "vru_time",
    "q_start",
    "q_exit",
    "q_time",
    "outcome",
    "ser_start",
    "ser_exit",
    "ser_time",
    "server",
];

/// What the file holds.
#[derive(Debug)]
pub(crate) struct Table {
    /// The contacts that can be played again, in the order of the file.
    pub(crate) contacts: Vec<Contact>,
    /// Rows of phantoms.
    pub(crate) phantoms: usize,
    /// Rows that were answered by nobody who is named.
    pub(crate) unnamed: usize,
    /// Rows that cannot be read.
    pub(crate) unreadable: Vec<BadRow>,
}

/// A row that cannot be read, and why.
#[derive(Debug)]
pub(crate) struct BadRow {
    pub(crate) line: usize,
    pub(crate) reason: String,
}

/// One recorded contact. Times are seconds after midnight.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Contact {
    pub(crate) queue: String,
    pub(crate) date: Date,
    pub(crate) asked: u32,
    /// For how long they waited.
    pub(crate) waited: u32,
    pub(crate) fate: Recorded,
}

/// What became of a contact.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Recorded {
    /// By whom; and when the service began and for how many seconds it went on, if that is known.
    Answered {
        by: String,
        service: Option<(u32, u32)>,
    },
    GaveUp,
}

impl Contact {
    /// By whom they were served, from when on, and for how many seconds, if that is known.
    pub(crate) fn service(&self) -> Option<(&str, u32, u32)> {
        match &self.fate {
            Recorded::Answered { by, service: Some((from, seconds)) } => {
                Some((by, *from, *seconds))
            }
            Recorded::Answered { service: None, .. } | Recorded::GaveUp => None,
        }
    }
}

enum Row {
    Contact(Contact),
    Phantom,
    Unnamed,
}

impl Table {
    /// Reads a table.
    ///
    /// # Errors
    /// Why the file is no such table. A row that cannot be read is no error: it is counted.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "is no text".to_string())?;
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
        if header != COLUMNS {
            return Err(format!(
                "is no table of contacts: its first line has to name the columns {}",
                COLUMNS.join(", ")
            ));
        }
        let mut table =
            Self { contacts: Vec::new(), phantoms: 0, unnamed: 0, unreadable: Vec::new() };
        for (line, row) in (2..).zip(lines).filter(|(_, row)| !row.trim().is_empty()) {
            match read_row(row) {
                Ok(Row::Contact(contact)) => table.contacts.push(contact),
                Ok(Row::Phantom) => table.phantoms += 1,
                Ok(Row::Unnamed) => table.unnamed += 1,
                Err(reason) => table.unreadable.push(BadRow { line, reason }),
            }
        }
        if table.contacts.is_empty() {
            return Err("holds no contact that could be played again".into());
        }
        Ok(table)
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.contacts.len() + self.phantoms + self.unnamed + self.unreadable.len()
    }

    /// The contacts of each day, in the order of asking.
    pub(crate) fn days(&self) -> BTreeMap<Date, Vec<Contact>> {
        let mut days: BTreeMap<Date, Vec<Contact>> = BTreeMap::new();
        for contact in &self.contacts {
            days.entry(contact.date).or_default().push(contact.clone());
        }
        for contacts in days.values_mut() {
            contacts.sort_by_key(|contact| contact.asked);
        }
        days
    }
}

fn read_row(row: &str) -> Result<Row, String> {
    let cells: Vec<&str> = row.split('\t').collect();
    let cells: [&str; 17] = cells
        .try_into()
        .map_err(|cells: Vec<&str>| format!("there are {} columns, not 17", cells.len()))?;
    let [_, _, _, _, queue, date, _, vru_exit, _, q_start, _, q_time, outcome, ..] = cells;
    let [.., ser_start, _, ser_time, server] = cells;
    let date = day(date).ok_or_else(|| format!("date: `{date}` is no day (YYMMDD)"))?;
    let (left, queued) = (clock("vru_exit", vru_exit)?, clock("q_start", q_start)?);
    let waited = seconds("q_time", q_time)?;
    let fate = match (outcome, server) {
        ("PHANTOM", _) => return Ok(Row::Phantom),
        ("HANG", _) => Recorded::GaveUp,
        ("AGENT", "NO_SERVER") => return Ok(Row::Unnamed),
        ("AGENT", by) => Recorded::Answered {
            by: OperatorId::new(by).map_err(|reason| format!("server: {reason}"))?.to_string(),
            service: service(left, ser_start, ser_time)?,
        },
        _ => return Err(format!("outcome: `{outcome}` is none of AGENT, HANG, PHANTOM")),
    };
    QueueId::new(queue).map_err(|reason| format!("type: {reason}"))?;
    let asked = if queued == 0 { left } else { queued };
    Ok(Row::Contact(Contact { queue: queue.into(), date, asked, waited, fate }))
}

/// When a service began and how long it was. Where both are 0 long after midnight, nobody wrote them
/// down; a begin that is long before the contact is of the next day.
fn service(asked: u32, start: &str, time: &str) -> Result<Option<(u32, u32)>, String> {
    const LONG: u32 = 6 * 3_600;
    let (start, time) = (clock("ser_start", start)?, seconds("ser_time", time)?);
    let other_day = asked >= start.saturating_add(LONG);
    Ok(match (start, time) {
        (0, 0) if other_day => None,
        _ if other_day => Some((start + 86_400, time)),
        _ => Some((start, time)),
    })
}

/// A day between 1970 and 2069, of `YYMMDD`.
fn day(text: &str) -> Option<Date> {
    let digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i32 = text.parse().ok().filter(|_| digits)?;
    let [year, month, day] = [number / 10_000, number / 100 % 100, number % 100];
    let year = if year < 70 { 2000 + year } else { 1900 + year };
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// Seconds after midnight, of `H:MM:SS`.
fn clock(column: &str, text: &str) -> Result<u32, String> {
    let wrong = || format!("{column}: `{text}` is no time of day (H:MM:SS)");
    let parts: Vec<u32> =
        text.split(':').map(str::parse).collect::<Result<_, _>>().map_err(|_| wrong())?;
    match parts[..] {
        [hours, minutes, seconds] if hours < 24 && minutes < 60 && seconds < 60 => {
            Ok(hours * 3_600 + minutes * 60 + seconds)
        }
        _ => Err(wrong()),
    }
}

fn seconds(column: &str, text: &str) -> Result<u32, String> {
    let wrong = || format!("{column}: `{text}` is no number of seconds within a day");
    text.parse().ok().filter(|&seconds| seconds < 86_400).ok_or_else(wrong)
}
