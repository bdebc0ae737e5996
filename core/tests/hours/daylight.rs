//! What becomes of windows when the clocks are put forward and back.

use refdesk::hours::{Day, Exception, Hours, Schedule, Window};

use crate::language::{at, open_minutes, opens_and_closes, schedule};

fn daily<const N: usize>(zone: &str, windows: [(&str, &str); N]) -> Schedule {
    schedule(&Hours::of(zone, windows.map(|(from, to)| Window::daily(from, to))))
}

/// The clocks of Chicago go from 02:00 to 03:00 on 8 March 2026.
const SPRING: [&str; 2] = ["2026-03-07 12:00-06", "2026-03-08 12:00-05"];

#[test]
fn a_window_that_begins_in_the_skipped_hour_begins_at_its_end() {
    let late = daily("America/Chicago", [("02:30", "04:00")]);
    opens_and_closes(&late, SPRING, &["2026-03-08 03:00-05", "2026-03-08 04:00-05"]);
}

#[test]
fn a_window_that_ends_in_the_skipped_hour_ends_at_its_beginning() {
    let early = daily("America/Chicago", [("01:00", "02:30")]);
    opens_and_closes(&early, SPRING, &["2026-03-08 01:00-06", "2026-03-08 02:00-06"]);
}

#[test]
fn a_window_within_the_skipped_hour_does_not_happen() {
    let short = daily("America/Chicago", [("02:10", "02:50")]);
    opens_and_closes(&short, SPRING, &[]);
    assert_eq!(short.next_opening(at("2026-03-07 03:00-06")), Some(at("2026-03-09 02:10-05")));
}

#[test]
fn a_pause_within_the_skipped_hour_does_not_happen() {
    let paused = daily("America/Chicago", [("01:00", "02:10"), ("02:50", "05:00")]);
    opens_and_closes(&paused, SPRING, &["2026-03-08 01:00-06", "2026-03-08 05:00-05"]);
}

#[test]
fn a_window_over_the_skipped_hour_is_an_hour_shorter() {
    let night = daily("America/Chicago", [("17:00", "08:00")]);
    opens_and_closes(&night, SPRING, &["2026-03-07 17:00-06", "2026-03-08 08:00-05"]);
    assert_eq!(open_minutes(&night, SPRING), 14 * 60);
}

/// The clocks of Chicago go from 02:00 back to 01:00 on 1 November 2026.
const AUTUMN: [&str; 2] = ["2026-10-31 12:00-05", "2026-11-01 12:00-06"];

#[test]
fn a_window_that_begins_in_the_hour_that_comes_twice_begins_the_first_time() {
    let late = daily("America/Chicago", [("01:30", "05:00")]);
    opens_and_closes(&late, AUTUMN, &["2026-11-01 01:30-05", "2026-11-01 05:00-06"]);
}

#[test]
fn a_window_that_ends_in_the_hour_that_comes_twice_ends_the_second_time() {
    let early = daily("America/Chicago", [("00:00", "01:30")]);
    opens_and_closes(&early, AUTUMN, &["2026-11-01 00:00-05", "2026-11-01 01:30-06"]);
}

#[test]
fn a_window_within_the_hour_that_comes_twice_is_not_interrupted() {
    let short = daily("America/Chicago", [("01:10", "01:20")]);
    opens_and_closes(&short, AUTUMN, &["2026-11-01 01:10-05", "2026-11-01 01:20-06"]);
}

#[test]
fn a_window_ends_the_first_time_where_the_hour_that_comes_twice_begins() {
    let evening = daily("America/Chicago", [("20:00", "01:00")]);
    opens_and_closes(&evening, AUTUMN, &["2026-10-31 20:00-05", "2026-11-01 01:00-05"]);
    let night = daily("America/Chicago", [("20:00", "02:00")]);
    opens_and_closes(&night, AUTUMN, &["2026-10-31 20:00-05", "2026-11-01 02:00-06"]);
}

#[test]
fn a_window_begins_the_second_time_where_the_hour_that_comes_twice_ends() {
    let morning = daily("America/Chicago", [("02:00", "04:00")]);
    opens_and_closes(&morning, AUTUMN, &["2026-11-01 02:00-06", "2026-11-01 04:00-06"]);
    let earlier = daily("America/Chicago", [("01:00", "04:00")]);
    opens_and_closes(&earlier, AUTUMN, &["2026-11-01 01:00-05", "2026-11-01 04:00-06"]);
}

#[test]
fn a_pause_within_the_hour_that_comes_twice_does_not_happen() {
    let paused = daily("America/Chicago", [("00:00", "01:15"), ("01:30", "05:00")]);
    opens_and_closes(&paused, AUTUMN, &["2026-11-01 00:00-05", "2026-11-01 05:00-06"]);
}

#[test]
fn who_hands_over_in_the_hour_that_comes_twice_is_there_together_with_the_next() {
    let before = daily("America/Chicago", [("00:00", "01:30")]);
    let after = daily("America/Chicago", [("01:30", "05:00")]);
    for both in ["2026-11-01 01:30-05", "2026-11-01 01:00-06", "2026-11-01 01:29:59-06"] {
        assert!(before.is_open(at(both)) && after.is_open(at(both)), "both at {both}");
    }
    assert!(!after.is_open(at("2026-11-01 01:29:59-05")));
    assert!(!before.is_open(at("2026-11-01 01:30-06")));
}

#[test]
fn south_of_the_equator_the_clocks_go_back_in_april_and_forward_in_october() {
    let sydney = daily("Australia/Sydney", [("02:30", "06:00")]);
    let autumn = ["2026-04-04 12:00+11", "2026-04-05 12:00+10"];
    opens_and_closes(&sydney, autumn, &["2026-04-05 02:30+11", "2026-04-05 06:00+10"]);
    let spring = ["2026-10-03 12:00+10", "2026-10-04 12:00+11"];
    opens_and_closes(&sydney, spring, &["2026-10-04 03:00+11", "2026-10-04 06:00+11"]);
}

#[test]
fn on_lord_howe_island_half_an_hour_comes_twice_and_is_skipped() {
    let island = daily("Australia/Lord_Howe", [("01:45", "02:15")]);
    let autumn = ["2026-04-04 12:00+11", "2026-04-05 12:00+10:30"];
    opens_and_closes(&island, autumn, &["2026-04-05 01:45+11", "2026-04-05 02:15+10:30"]);
    let spring = ["2026-10-03 12:00+10:30", "2026-10-04 12:00+11"];
    opens_and_closes(&island, spring, &["2026-10-04 01:45+10:30", "2026-10-04 02:30+11"]);
}

#[test]
fn where_midnight_is_skipped_the_day_begins_at_one() {
    let santiago = daily("America/Santiago", [("00:00", "08:00"), ("20:00", "23:00")]);
    let spring = ["2026-09-05 12:00-04", "2026-09-06 12:00-03"];
    let expected = [
        "2026-09-05 20:00-04",
        "2026-09-05 23:00-04",
        "2026-09-06 01:00-03",
        "2026-09-06 08:00-03",
    ];
    opens_and_closes(&santiago, spring, &expected);
    let beirut = daily("Asia/Beirut", [("18:00", "00:30")]);
    let spring = ["2026-03-28 12:00+02", "2026-03-29 12:00+03"];
    opens_and_closes(&beirut, spring, &["2026-03-28 18:00+02", "2026-03-29 01:00+03"]);
}

#[test]
fn where_the_hour_before_midnight_comes_twice_the_day_ends_the_second_time() {
    let santiago = daily("America/Santiago", [("20:00", "24:00")]);
    let autumn = ["2026-04-04 12:00-03", "2026-04-05 12:00-04"];
    opens_and_closes(&santiago, autumn, &["2026-04-04 20:00-03", "2026-04-05 00:00-04"]);
    let beirut = daily("Asia/Beirut", [("00:00", "08:00"), ("20:00", "23:00")]);
    let autumn = ["2026-10-24 12:00+03", "2026-10-25 12:00+02"];
    let expected = [
        "2026-10-24 20:00+03",
        "2026-10-24 23:00+03",
        "2026-10-25 00:00+02",
        "2026-10-25 08:00+02",
    ];
    opens_and_closes(&beirut, autumn, &expected);
}

#[test]
fn where_the_first_hour_of_a_date_comes_twice_a_closed_date_stays_closed() {
    let havana = Hours::of("America/Havana", [Window::daily("09:00", "02:00")])
        .except(Exception::on(["2024-11-03"]));
    let autumn = ["2024-11-02 05:00-04", "2024-11-04 05:00-05"];
    let expected = [
        "2024-11-02 09:00-04",
        "2024-11-03 00:00-04",
        "2024-11-04 00:00-05",
        "2024-11-04 02:00-05",
    ];
    opens_and_closes(&schedule(&havana), autumn, &expected);
}

#[test]
fn the_date_that_samoa_left_out_does_not_happen() {
    let days = ["2011-12-28 20:00-10", "2011-12-31 20:00+14"];
    let apia = daily("Pacific/Apia", [("09:00", "17:00")]);
    let expected = [
        "2011-12-29 09:00-10",
        "2011-12-29 17:00-10",
        "2011-12-31 09:00+14",
        "2011-12-31 17:00+14",
    ];
    opens_and_closes(&apia, days, &expected);

    let nights = daily("Pacific/Apia", [("22:00", "06:00")]);
    let days = ["2011-12-29 12:00-10", "2011-12-31 12:00+14"];
    opens_and_closes(&nights, days, &["2011-12-29 22:00-10", "2011-12-31 06:00+14"]);

    let friday = Hours::of("Pacific/Apia", [Window::of([Day::Friday], "09:00", "17:00")]);
    let next = schedule(&friday).next_opening(at("2011-12-24 00:00-10"));
    assert_eq!(next, Some(at("2012-01-06 09:00+14")));
}
