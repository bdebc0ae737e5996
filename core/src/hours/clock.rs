//! What the clocks of a place show, for reports by the hour.

use crate::time::{Span, Timestamp};

use super::HoursFault;
use super::zone::{CYCLE, DAY, UnknownZone, Zone, Zones};

const HOUR: i64 = DAY / 24;

/// The hours of a day.
pub(crate) const HOURS: usize = 24;

/// The clocks of a time zone.
#[derive(Clone, Debug)]
pub(crate) struct Clock(Zone);

impl Clock {
    pub(crate) fn new(time_zone: &str) -> Result<Self, HoursFault> {
        Zones::default().find(time_zone).map(Self).map_err(|UnknownZone { meant }| {
            HoursFault::UnknownZone { zone: time_zone.into(), meant }
        })
    }

    /// The hour that the clocks show at an instant, from 0 to 23.
    pub(crate) fn hour(&self, at: Timestamp) -> usize {
        hour(self.0.reading(at.as_millis()))
    }

    /// For how long the clocks show each hour of the day between two instants.
    pub(crate) fn hours(&self, from: Timestamp, until: Timestamp) -> [Span; HOURS] {
        let (from, until) = (from.as_millis(), until.as_millis());
        let cycles = (until - from).max(0) / CYCLE;
        let mut shown = [cycles * (CYCLE / 24); HOURS];
        let from = from + cycles * CYCLE;
        for stretch in self.0.stretches(from, until) {
            let (start, end) = (stretch.start, stretch.end.min(until));
            if start < end {
                add(&mut shown, start + stretch.offset, end + stretch.offset);
            }
        }
        shown.map(|millis| Span::from_millis(millis.unsigned_abs()))
    }
}

/// Adds the time between two readings of clocks that are not put forward or back meanwhile.
fn add(shown: &mut [i64; HOURS], from: i64, until: i64) {
    let days = (until - from) / DAY;
    for hour in shown.iter_mut() {
        *hour += days * HOUR;
    }
    let mut at = from + days * DAY;
    while at < until {
        let next = (at - at.rem_euclid(HOUR) + HOUR).min(until);
        shown[hour(at)] += next - at;
        at = next;
    }
}

fn hour(reading: i64) -> usize {
    usize::try_from(reading.rem_euclid(DAY) / HOUR).expect("a day has 24 of them")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::from_millis(text.parse::<jiff::Timestamp>().expect("a time").as_millisecond())
    }

    fn minutes(shown: [Span; HOURS]) -> Vec<(usize, u64)> {
        let shown = shown.iter().map(|span| span.as_millis() / 60_000).enumerate();
        shown.filter(|(_, minutes)| *minutes > 0).collect()
    }

    use alloc::vec;
    use alloc::vec::Vec;

    #[test]
    fn an_afternoon_is_divided_among_its_hours() {
        let toronto = Clock::new("America/Toronto").expect("a zone");
        let shown = toronto.hours(at("2026-11-25T18:30:00Z"), at("2026-11-25T20:10:00Z"));
        assert_eq!(minutes(shown), [(13, 30), (14, 60), (15, 10)]);
        assert_eq!(toronto.hour(at("2026-11-25T18:30:00Z")), 13);
    }

    #[test]
    fn an_hour_that_is_left_out_is_not_shown_and_one_that_comes_twice_is_shown_twice() {
        let berlin = Clock::new("Europe/Berlin").expect("a zone");
        let spring = berlin.hours(at("2026-03-29T00:30:00Z"), at("2026-03-29T02:00:00Z"));
        assert_eq!(minutes(spring), [(1, 30), (3, 60)]);
        let autumn = berlin.hours(at("2026-10-25T00:00:00Z"), at("2026-10-25T02:00:00Z"));
        assert_eq!(minutes(autumn), [(2, 120)]);
    }

    #[test]
    fn all_of_time_takes_no_longer_than_some_of_it_and_nothing_is_lost() {
        let berlin = Clock::new("Europe/Berlin").expect("a zone");
        let all = berlin.hours(Timestamp::MIN, Timestamp::MAX);
        let sum: u64 = all.iter().map(|span| span.as_millis()).sum();
        assert_eq!(sum, Timestamp::MAX.as_millis().abs_diff(Timestamp::MIN.as_millis()));
        let years = berlin.hours(at("2020-01-01T00:00:00Z"), at("2026-07-01T12:00:00Z"));
        let sum: u64 = years.iter().map(|span| span.as_millis()).sum();
        assert_eq!(sum, at("2026-07-01T12:00:00Z").since(at("2020-01-01T00:00:00Z")).as_millis());
        assert_eq!(minutes(berlin.hours(Timestamp::MAX, Timestamp::MIN)), vec![]);
    }

    #[test]
    fn a_zone_that_is_none_is_refused_with_what_may_be_meant() {
        let fault = Clock::new("Europe/Berln").expect_err("no such place");
        assert_eq!(fault.code(), "unknown_zone");
        assert!(alloc::string::ToString::to_string(&fault).contains("Europe/Berlin"), "{fault}");
    }
}
