//! What is wrong with hours, and what is odd about them.

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Meant};

/// All that was found in a document: faults refuse it, oddities only warn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoursReport {
    /// What makes the document unusable, in its order. None: it can be used.
    pub faults: Vec<Finding<HoursFault>>,
    /// What can be used but is hardly meant, in the order of the document.
    pub oddities: Vec<Finding<HoursOddity>>,
}

impl fmt::Display for HoursReport {
    /// One finding a line, the faults first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.faults.iter().try_for_each(|fault| writeln!(f, "{fault}"))?;
        self.oddities.iter().try_for_each(|oddity| writeln!(f, "{oddity}"))
    }
}

impl core::error::Error for HoursReport {}

/// What makes hours unusable.
///
/// Each has a stable [machine code](Self::code) and a [sentence](fmt::Display) for people.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum HoursFault {
    /// The time zone data has no zone of this name.
    #[error("there is no time zone `{}`{}", zone.escape_debug(), Meant(meant.as_deref()))]
    UnknownZone {
        /// The name.
        zone: String,
        /// A zone whose name is nearly the same.
        meant: Option<String>,
    },
    /// A text is no time of day.
    #[error("`{}` is no time of day, such as `08:00` or `24:00`", text.escape_debug())]
    InvalidTime {
        /// The text.
        text: String,
    },
    /// A window begins at `24:00`.
    #[error("a window cannot begin at `24:00`; `00:00` of the next day can be meant")]
    BeginsAtEnd,
    /// A window ends where it begins.
    #[error("the window is empty; the whole day is from `00:00` to `24:00`")]
    EmptyWindow,
    /// A window names no day.
    #[error("the window names no day; every day is meant where `days` is left out")]
    NoDays,
    /// An exception has neither dates nor holidays.
    #[error("the exception names neither dates nor holidays")]
    NoDates,
    /// A text is no date and no range of dates.
    #[error(
        "`{}` is no date, such as `2026-12-25`, nor two of them with `/` between",
        text.escape_debug()
    )]
    InvalidDate {
        /// The text.
        text: String,
    },
    /// A date that no calendar has.
    #[error("no calendar has the date `{}`", text.escape_debug())]
    NoSuchDate {
        /// The text.
        text: String,
    },
    /// A range of dates ends before it begins.
    #[error("the range `{}` ends before it begins", text.escape_debug())]
    ReversedDates {
        /// The text.
        text: String,
    },
    /// Hours are only named, and no setup document is there to have them.
    #[error("there are no hours `{}`: a command has the hours themselves", name.escape_debug())]
    UnknownHours {
        /// The name.
        name: String,
    },
    /// No holidays bear this name.
    #[error("there are no holidays `{}`{}", name.escape_debug(), Meant(meant.as_deref()))]
    UnknownHolidays {
        /// The name.
        name: String,
        /// A list whose name is nearly the same.
        meant: Option<String>,
    },
    /// The holidays of this name have faults of their own.
    #[error("the holidays `{}` have faults themselves", name.escape_debug())]
    InvalidHolidays {
        /// The name.
        name: String,
    },
    /// A list is too long.
    #[error("there may be at most {limit} here")]
    TooMany {
        /// How many are allowed.
        limit: u32,
    },
}

impl HoursFault {
    /// All the codes, in the order of the variants.
    pub const CODES: &[&str] = &[
        "unknown_zone",
        "invalid_time",
        "begins_at_end",
        "empty_window",
        "no_days",
        "no_dates",
        "invalid_date",
        "no_such_date",
        "reversed_dates",
        "unknown_hours",
        "unknown_holidays",
        "invalid_holidays",
        "too_many",
    ];

    /// The stable machine code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownZone { .. } => "unknown_zone",
            Self::InvalidTime { .. } => "invalid_time",
            Self::BeginsAtEnd => "begins_at_end",
            Self::EmptyWindow => "empty_window",
            Self::NoDays => "no_days",
            Self::NoDates => "no_dates",
            Self::InvalidDate { .. } => "invalid_date",
            Self::NoSuchDate { .. } => "no_such_date",
            Self::ReversedDates { .. } => "reversed_dates",
            Self::UnknownHours { .. } => "unknown_hours",
            Self::UnknownHolidays { .. } => "unknown_holidays",
            Self::InvalidHolidays { .. } => "invalid_holidays",
            Self::TooMany { .. } => "too_many",
        }
    }
}

/// What is odd about hours, and hardly meant.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum HoursOddity {
    /// There is no instant at which it is open.
    #[error("this never opens")]
    NeverOpens,
    /// Two windows share a time. It is open then, as if only one had it.
    #[error("the window overlaps `{with}`")]
    Overlap {
        /// The path of the other window.
        with: String,
    },
    /// A day stands twice in one window.
    #[error("the day is named twice")]
    RepeatedDay,
    /// Two items of a list of dates share a date.
    #[error("dates of `{with}` are named again")]
    RepeatedDates {
        /// The path of the other item.
        with: String,
    },
    /// The window of an exception none of whose dates falls on a day of the window.
    #[error("none of the dates is a day on which the window begins")]
    UnusedWindow,
    /// An exception all of whose dates are named by later ones too.
    #[error("later exceptions name all dates of this one, and outrank it")]
    UnusedException,
}

impl HoursOddity {
    /// All the codes, in the order of the variants.
    pub const CODES: &[&str] = &[
        "never_opens",
        "overlap",
        "repeated_day",
        "repeated_dates",
        "unused_window",
        "unused_exception",
    ];

    /// The stable machine code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NeverOpens => "never_opens",
            Self::Overlap { .. } => "overlap",
            Self::RepeatedDay => "repeated_day",
            Self::RepeatedDates { .. } => "repeated_dates",
            Self::UnusedWindow => "unused_window",
            Self::UnusedException => "unused_exception",
        }
    }
}
