//! Words for tests of hours.

use refdesk::Timestamp;
use refdesk::hours::{HolidayLists, Holidays, Hours, Schedule, Zones};

/// An instant as people write it, with its distance from UTC: `2026-03-08 03:00-05`.
#[track_caller]
pub(crate) fn at(text: &str) -> Timestamp {
    let instant: jiff::Timestamp = text.parse().expect("it is an instant");
    Timestamp::from_millis(instant.as_millisecond())
}

/// The days of the federal holidays of 2026, some of them on a day before or after.
pub(crate) fn federal() -> HolidayLists {
    let dates = [
        "2026-01-01",
        "2026-01-19",
        "2026-02-16",
        "2026-05-25",
        "2026-06-19",
        "2026-07-03",
        "2026-09-07",
        "2026-10-12",
        "2026-11-11",
        "2026-11-26",
        "2026-12-25",
    ];
    [("federal".to_owned(), Holidays::of(dates))].into()
}

/// The compiled form of hours that have neither faults nor oddities.
#[track_caller]
pub(crate) fn schedule(hours: &Hours) -> Schedule {
    let report = hours.check(&federal(), &mut Zones::default());
    assert!(report.faults.is_empty() && report.oddities.is_empty(), "{report}");
    hours.schedule(&federal(), &mut Zones::default()).expect("it has no faults")
}

/// That between these two instants it opens and closes at just these, one after the other.
#[track_caller]
pub(crate) fn opens_and_closes(schedule: &Schedule, between: [&str; 2], expected: &[&str]) {
    let [from, until] = between.map(at);
    let mut seen = Vec::new();
    let mut now = from;
    let mut open = schedule.is_open(from);
    assert!(!open, "it is closed at first");
    while let Some(change) = schedule.next_change(now).filter(|change| *change <= until) {
        assert!(change > now, "a change at {change:?} after {now:?}");
        let before = Timestamp::from_millis(change.as_millis() - 1);
        assert_eq!(schedule.is_open(before), open, "until just before {change:?}");
        open = !open;
        assert_eq!(schedule.is_open(change), open, "from {change:?} on");
        seen.push(change);
        now = change;
        assert!(seen.len() < 1_000, "there is an end to it");
    }
    assert_eq!(seen, expected.iter().map(|text| at(text)).collect::<Vec<_>>());
}

/// How many minutes of a span it is open.
pub(crate) fn open_minutes(schedule: &Schedule, between: [&str; 2]) -> i64 {
    let [from, until] = between.map(at);
    let mut open = 0;
    let mut now = from;
    while now < until {
        let change = schedule.next_change(now).map_or(until, |change| change.min(until));
        assert!(change > now, "time goes on");
        if schedule.is_open(now) {
            open += change.as_millis() - now.as_millis();
        }
        now = change;
    }
    assert_eq!(open % 60_000, 0, "whole minutes");
    open / 60_000
}
