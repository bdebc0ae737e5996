//! Time as the router knows it: whole milliseconds that the host hands in.

use serde::{Deserialize, Serialize};

/// An instant: milliseconds since the Unix epoch, UTC.
///
/// On the wire it is a plain integer. Every value lies between [`Timestamp::MIN`] and
/// [`Timestamp::MAX`], the range that the date types of all bound languages can hold; what would
/// lie outside becomes the nearer end.
#[derive(
    Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize,
)]
#[serde(from = "i64", into = "i64")]
pub struct Timestamp(i64);

impl Timestamp {
    /// The earliest instant: 100,000,000 days before the epoch.
    pub const MIN: Self = Self(-8_640_000_000_000_000);
    /// The latest instant: 100,000,000 days after the epoch.
    pub const MAX: Self = Self(8_640_000_000_000_000);

    /// The instant that many milliseconds after the epoch (before it, if negative).
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        if millis < Self::MIN.0 {
            Self::MIN
        } else if millis > Self::MAX.0 {
            Self::MAX
        } else {
            Self(millis)
        }
    }

    /// Milliseconds since the Unix epoch.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// This instant moved on by `span`; at most [`Timestamp::MAX`].
    #[must_use]
    pub const fn saturating_add(self, span: Span) -> Self {
        match self.0.checked_add_unsigned(span.0) {
            Some(millis) => Self::from_millis(millis),
            None => Self::MAX,
        }
    }

    /// The span from `earlier` to this instant; [`Span::ZERO`] if `earlier` is not earlier.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Span {
        if self.0 > earlier.0 { Span(self.0.abs_diff(earlier.0)) } else { Span::ZERO }
    }
}

impl From<i64> for Timestamp {
    fn from(millis: i64) -> Self {
        Self::from_millis(millis)
    }
}

impl From<Timestamp> for i64 {
    fn from(at: Timestamp) -> Self {
        at.0
    }
}

/// A length of time in whole milliseconds, never negative.
///
/// On the wire it is a plain integer.
#[derive(
    Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Span(u64);

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// That many milliseconds.
    #[must_use]
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// That many seconds; at most `u64::MAX` milliseconds.
    #[must_use]
    pub const fn from_secs(seconds: u64) -> Self {
        Self(seconds.saturating_mul(1_000))
    }

    /// Milliseconds.
    #[must_use]
    pub const fn as_millis(self) -> u64 {
        self.0
    }
}
