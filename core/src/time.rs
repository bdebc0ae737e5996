//! Time as the router knows it: whole milliseconds that the host hands in.

use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use serde::de::{self, Deserializer, Visitor};
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

    /// The span from `earlier` to this instant, at most [`Span::MAX`]; [`Span::ZERO`] if `earlier` is not earlier.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Span {
        if self.0 > earlier.0 { Span::from_millis(self.0.abs_diff(earlier.0)) } else { Span::ZERO }
    }
}

impl fmt::Display for Timestamp {
    /// As RFC 3339 in UTC, such as `2026-11-25T08:00:40Z`; beyond the years that has, as milliseconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(at) => at.fmt(f),
            Err(_) => write!(f, "{} ms", self.0),
        }
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
/// No span is longer than [`Span::MAX`], the longest that all bound languages have exactly; what would be longer
/// becomes that.
///
/// On the wire it is a plain integer. Where people write it, it may also be a text such as `40 s`,
/// `1h 30m`, `2 minutes` or `PT40S`: hours, minutes, seconds and milliseconds, in the friendly form
/// of [`jiff`](https://docs.rs/jiff/latest/jiff/fmt/friendly/index.html) or that of ISO 8601.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Span(u64);

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// The longest: 2^53 - 1 milliseconds, 285,616 years.
    pub const MAX: Self = Self(9_007_199_254_740_991);

    /// That many milliseconds; at most [`Span::MAX`].
    #[must_use]
    pub const fn from_millis(millis: u64) -> Self {
        if millis > Self::MAX.0 { Self::MAX } else { Self(millis) }
    }

    /// That many seconds; at most [`Span::MAX`].
    #[must_use]
    pub const fn from_secs(seconds: u64) -> Self {
        Self::from_millis(seconds.saturating_mul(1_000))
    }

    /// Milliseconds.
    #[must_use]
    pub const fn as_millis(self) -> u64 {
        self.0
    }
}

/// Why a text is no [`Span`].
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("`{}` is no span of whole milliseconds, such as `40 s` or `1h 30m`", text.escape_debug())]
pub struct InvalidSpan {
    text: String,
}

impl FromStr for Span {
    type Err = InvalidSpan;

    fn from_str(text: &str) -> Result<Self, InvalidSpan> {
        let span = text.parse().ok().and_then(|span: jiff::SignedDuration| {
            let whole = span.subsec_nanos() % 1_000_000 == 0;
            u64::try_from(span.as_millis()).ok().filter(|_| whole)
        });
        span.map(Self::from_millis).ok_or_else(|| InvalidSpan { text: text.into() })
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(SpanVisitor)
        } else {
            u64::deserialize(deserializer).map(Self::from_millis)
        }
    }
}

struct SpanVisitor;

impl Visitor<'_> for SpanVisitor {
    type Value = Span;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number of milliseconds, or a text such as `40 s`")
    }

    fn visit_u64<E: de::Error>(self, millis: u64) -> Result<Span, E> {
        Ok(Span::from_millis(millis))
    }

    /// What does not fit into 64 bits is read as this from JSON, and so is what JavaScript has made of the longest ones.
    fn visit_f64<E: de::Error>(self, millis: f64) -> Result<Span, E> {
        const TWO_TO_THE_64: f64 = 18_446_744_073_709_551_616.0;
        if millis >= TWO_TO_THE_64 {
            return Ok(Span::MAX);
        }
        Err(E::invalid_type(de::Unexpected::Float(millis), &self))
    }

    fn visit_i64<E: de::Error>(self, millis: i64) -> Result<Span, E> {
        let negative = de::Unexpected::Signed(millis);
        u64::try_from(millis).map(Span::from_millis).map_err(|_| E::invalid_value(negative, &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Span, E> {
        text.parse().map_err(E::custom)
    }
}
