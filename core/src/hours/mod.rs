//! Opening hours: data that people write, and what follows from it for any instant.
//!
//! [`Hours`] are a document. [`Hours::check`] says all that is wrong with it; [`Hours::schedule`]
//! compiles it into a [`Schedule`], which tells whether it is open and when that changes. The rules
//! stand with [`Hours`].
//!
//! ```
//! use refdesk::Timestamp;
//! use refdesk::hours::{HolidayLists, Hours, Zones};
//!
//! let hours: Hours = serde_json::from_str(
//!     r#"{
//!         "timeZone": "America/Chicago",
//!         "week": [
//!             { "days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
//!               "from": "08:00", "to": "17:00" },
//!             { "days": ["sunday"], "from": "10:00", "to": "02:00" }
//!         ],
//!         "exceptions": [
//!             { "dates": ["2026-12-21/2027-01-03"],
//!               "windows": [{ "from": "10:00", "to": "14:00" }] },
//!             { "holidays": ["federal"] }
//!         ]
//!     }"#,
//! )?;
//! let holidays: HolidayLists =
//!     serde_json::from_str(r#"{ "federal": { "dates": ["2026-12-25", "2027-01-01"] } }"#)?;
//! let schedule = hours.schedule(&holidays, &mut Zones::default())?;
//!
//! let christmas_eve = Timestamp::from_millis(1_798_135_200_000); // 2026-12-24 12:00 in Chicago
//! assert!(schedule.is_open(christmas_eve));
//! let closes = Timestamp::from_millis(1_798_142_400_000); // at 14:00
//! assert_eq!(schedule.next_change(christmas_eve), Some(closes));
//! let opens = Timestamp::from_millis(1_798_300_800_000); // 2026-12-26 10:00
//! assert_eq!(schedule.next_change(closes), Some(opens));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(feature = "report")]
pub(crate) mod clock;
mod named;
mod plan;
mod read;
mod report;
mod schedule;
mod text;
mod zone;

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use crate::finding::Finding;
pub use named::{HoursOf, OwnHours};
pub use report::{HoursFault, HoursOddity, HoursReport};
pub use schedule::Schedule;
pub use zone::{Zones, tz_version};

/// The most windows of a week or an exception.
pub const MAX_WINDOWS: usize = 64;

/// The most exceptions of one document.
pub const MAX_EXCEPTIONS: usize = 512;

/// The most dates and ranges in one list, and in all the lists that one document names together.
pub const MAX_DATES: usize = 4_096;

/// Lists of holidays by name, for hours to refer to.
pub type HolidayLists = BTreeMap<String, Holidays>;

/// When something is open: the hours of a week, and the dates on which they are others.
///
/// # Dates
///
/// A date is ruled by one thing: by the last exception that names it, else by the week. Write what
/// is general first, and below it what is special (a summer, and the holidays in it). It is as if
/// they were painted over each other in this order:
///
/// - An exception covers its dates from midnight to midnight, and only its own windows count then.
///   A window of what stands above it (an earlier exception, the week) is cut off at the first
///   midnight and goes on at the last, if it lasts so long: on a date that an exception does not
///   name, it changes nothing.
/// - A window of its own that runs past midnight goes on into the next date, unless an exception
///   further below covers that one.
/// - Windows that overlap or touch are one window. That two of one list overlap is an
///   [oddity](HoursOddity::Overlap), since it is hardly meant.
///
/// # Clocks that are changed
///
/// **A window opens at the first instant at which the clocks show `from` or later, and closes at
/// the instant from which on they show `to` or later for good.** So whenever the clocks show a time
/// within the window, it is open, and it is never interrupted. It follows:
///
/// - In spring, where an hour is skipped, an edge within that hour is the instant at which the
///   clocks are put forward. A window that lies in it as a whole does not happen. (RFC 5545 and
///   others move the edge on by an hour, so that a service "from 02:30" would be closed while the
///   clocks show 03:00.)
/// - In autumn, where an hour comes twice, it opens the first time and closes the second time, and
///   is open all the time between.
/// - A window that ends just where that hour begins is over the first time: earlier times never
///   come back. So what closes at 24:00 does, where the clocks go from 01:00 back to 00:00, and a
///   closed date stays closed.
/// - One service until 01:30 and another from 01:30 are both open for an hour then, and never
///   neither.
/// - A date that a zone left out (Samoa had no 30 December 2011) does not happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Hours {
    /// The time zone of all times and dates here, by its IANA name as that is spelled: for example
    /// `America/Chicago`.
    pub time_zone: String,
    /// The windows of an ordinary week; none: closed but for the exceptions. Around the clock is
    /// one window on every day from `00:00` to `24:00`. At most [`MAX_WINDOWS`]. Default: none.
    #[serde(default)]
    pub week: Vec<Window>,
    /// Dates with hours of their own. Of two exceptions that name a date, the later one counts. At
    /// most [`MAX_EXCEPTIONS`]. Default: none.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

impl Hours {
    /// Open around the clock, in this time zone.
    #[must_use]
    pub fn always(time_zone: &str) -> Self {
        Self::of(time_zone, [Window::of(Day::ALL, "00:00", "24:00")])
    }

    /// Open in these windows of each week, in this time zone.
    #[must_use]
    pub fn of(time_zone: &str, week: impl IntoIterator<Item = Window>) -> Self {
        let week = week.into_iter().collect();
        Self { time_zone: time_zone.to_owned(), week, exceptions: Vec::new() }
    }

    /// The same hours with one exception more, which outranks those before.
    #[must_use]
    pub fn except(mut self, exception: Exception) -> Self {
        self.exceptions.push(exception);
        self
    }

    /// All that is wrong with these hours, and all that is odd about them.
    ///
    /// Of `holidays`, only the lists that they name are looked at; what is wrong with a list is
    /// said by [`Holidays::check`].
    #[must_use]
    pub fn check(&self, holidays: &HolidayLists, zones: &mut Zones) -> HoursReport {
        read::read(self, holidays, zones).1
    }

    /// The compiled form.
    ///
    /// # Errors
    /// The whole report where there is any fault in it. Oddities alone are no error: ask
    /// [`Hours::check`] for them.
    pub fn schedule(
        &self,
        holidays: &HolidayLists,
        zones: &mut Zones,
    ) -> Result<Schedule, HoursReport> {
        let (schedule, report) = read::read(self, holidays, zones);
        schedule.ok_or(report)
    }
}

/// A time of being open, on some days of the week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Window {
    /// The days on which it begins, each once and at least one. Default: every day (for an
    /// exception: every date that it names).
    #[serde(default = "Day::all")]
    pub days: Vec<Day>,
    /// When it opens, as the clocks of the time zone show it: `HH:MM`, from `00:00` to `23:59`.
    pub from: String,
    /// When it closes: `HH:MM`, from `00:00` to `24:00`. Where that is earlier than `from`, it is
    /// on the next day; `00:00` is the same as `24:00` then. It may not equal `from`.
    pub to: String,
}

impl Window {
    /// From one time of day to another, on these days.
    #[must_use]
    pub fn of(days: impl IntoIterator<Item = Day>, from: &str, to: &str) -> Self {
        Self { days: days.into_iter().collect(), from: from.to_owned(), to: to.to_owned() }
    }

    /// From one time of day to another, on every day.
    #[must_use]
    pub fn daily(from: &str, to: &str) -> Self {
        Self::of(Day::ALL, from, to)
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Day {
    /// All of them, from Monday on.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }
}

/// Dates on which other hours count than on ordinary ones.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Exception {
    /// The dates: each `YYYY-MM-DD`, or the first and the last of a range with `/` between them:
    /// `2026-12-24/2027-01-03`. Default: none, then there must be holidays.
    #[serde(default)]
    pub dates: Vec<String>,
    /// Names of lists whose dates are meant too. Default: none, then there must be dates.
    #[serde(default)]
    pub holidays: Vec<String>,
    /// The windows on these dates, at most [`MAX_WINDOWS`]. Default: none, closed.
    #[serde(default)]
    pub windows: Vec<Window>,
}

impl Exception {
    /// These dates and ranges of dates, closed.
    #[must_use]
    pub fn on<'d>(dates: impl IntoIterator<Item = &'d str>) -> Self {
        Self { dates: dates.into_iter().map(ToOwned::to_owned).collect(), ..Self::default() }
    }

    /// The dates of a list, closed.
    #[must_use]
    pub fn on_holidays(name: &str) -> Self {
        Self { holidays: [name.to_owned()].into(), ..Self::default() }
    }

    /// The same dates, open in these windows.
    #[must_use]
    pub fn open(mut self, windows: impl IntoIterator<Item = Window>) -> Self {
        self.windows = windows.into_iter().collect();
        self
    }
}

/// A list of dates that many hours refer to by its name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Holidays {
    /// The dates, in any order: each `YYYY-MM-DD`, or the first and the last of a range with `/`
    /// between them. At most [`MAX_DATES`].
    pub dates: Vec<String>,
}

impl Holidays {
    /// These dates and ranges of dates.
    #[must_use]
    pub fn of<'d>(dates: impl IntoIterator<Item = &'d str>) -> Self {
        Self { dates: dates.into_iter().map(ToOwned::to_owned).collect() }
    }

    /// All that is wrong with the list, and all that is odd about it.
    #[must_use]
    pub fn check(&self) -> HoursReport {
        read::read_holidays(self)
    }
}
