//! The document: what it may say, how it is spelled, and that all its faults are told at once.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use refdesk::Timestamp;
use refdesk::hours::{
    Day, Exception, HolidayLists, Holidays, Hours, HoursFault, HoursOddity, HoursReport, MAX_DATES,
    MAX_EXCEPTIONS, MAX_WINDOWS, Window, Zones, tz_version,
};
use serde_json::json;

use crate::language::federal;

/// The findings as people read them.
fn told(report: &HoursReport) -> Vec<String> {
    report.to_string().lines().map(str::to_owned).collect()
}

fn check(hours: &Hours) -> Vec<String> {
    let report = hours.check(&federal(), &mut Zones::default());
    let compiled = hours.schedule(&federal(), &mut Zones::default());
    match compiled {
        Ok(_) => assert!(report.faults.is_empty(), "{report}"),
        Err(error) => assert!(error == report && !report.faults.is_empty(), "{report}"),
    }
    told(&report)
}

#[test]
fn every_fault_is_told_at_once_with_its_place() {
    let mut hours = Hours::of(
        "America/Springfield",
        [
            Window::of([], "8:00", "25:00"),
            Window::daily("24:00", "24:00"),
            Window::daily("08:00", "08:00"),
            Window::daily("08:60", "24:01"),
            Window::daily("٠٨:00", "08:00\n"),
        ],
    );
    hours.exceptions = vec![
        Exception::default(),
        Exception::on(["2026-2-03", "2026-02-30", "2026-12-24/2026-12-23", "0000-00-00"])
            .open([Window::daily("+8:00", "noon")]),
        Exception {
            holidays: vec!["federal".to_owned(), "provincial".to_owned()],
            ..Exception::on(["2026-01-01/", "26-01-01", "2026-01-01/2026-01-02/2026-01-03"])
        },
    ];
    let expected = [
        "timeZone: there is no time zone `America/Springfield`",
        "week[0].days: the window names no day; every day is meant where `days` is left out",
        "week[0].from: `8:00` is no time of day, such as `08:00` or `24:00`",
        "week[0].to: `25:00` is no time of day, such as `08:00` or `24:00`",
        "week[1].from: a window cannot begin at `24:00`; `00:00` of the next day can be meant",
        "week[2]: the window is empty; the whole day is from `00:00` to `24:00`",
        "week[3].from: `08:60` is no time of day, such as `08:00` or `24:00`",
        "week[3].to: `24:01` is no time of day, such as `08:00` or `24:00`",
        "week[4].from: `٠٨:00` is no time of day, such as `08:00` or `24:00`",
        "week[4].to: `08:00\\n` is no time of day, such as `08:00` or `24:00`",
        "exceptions[0]: the exception names neither dates nor holidays",
        "exceptions[1].dates[0]: `2026-2-03` is no date, such as `2026-12-25`, nor two of them \
         with `/` between",
        "exceptions[1].dates[1]: no calendar has the date `2026-02-30`",
        "exceptions[1].dates[2]: the range `2026-12-24/2026-12-23` ends before it begins",
        "exceptions[1].dates[3]: no calendar has the date `0000-00-00`",
        "exceptions[1].windows[0].from: `+8:00` is no time of day, such as `08:00` or `24:00`",
        "exceptions[1].windows[0].to: `noon` is no time of day, such as `08:00` or `24:00`",
        "exceptions[2].dates[0]: `2026-01-01/` is no date, such as `2026-12-25`, nor two of them \
         with `/` between",
        "exceptions[2].dates[1]: `26-01-01` is no date, such as `2026-12-25`, nor two of them \
         with `/` between",
        "exceptions[2].dates[2]: `2026-01-01/2026-01-02/2026-01-03` is no date, such as \
         `2026-12-25`, nor two of them with `/` between",
        "exceptions[2].holidays[1]: there are no holidays `provincial`",
    ];
    assert_eq!(check(&hours), expected);
}

#[test]
fn a_zone_is_spelled_as_it_is_named() {
    let expected =
        ["timeZone: there is no time zone `europe/berlin`; `Europe/Berlin` can be meant"];
    assert_eq!(check(&Hours::always("europe/berlin")), expected);
    assert_eq!(check(&Hours::always("")), ["timeZone: there is no time zone ``"]);
    assert_eq!(check(&Hours::always("US/Central")), [""; 0], "older names of zones are names");
}

#[test]
fn what_is_odd_is_told_and_works() {
    let mut hours = Hours::of(
        "UTC",
        [
            Window::of([Day::Sunday, Day::Monday, Day::Sunday], "20:00", "09:00"),
            Window::of([Day::Monday], "08:00", "17:00"),
            Window::of([Day::Monday], "17:00", "18:00"),
            Window::of([Day::Monday], "08:00", "09:00"),
        ],
    );
    hours.exceptions = vec![
        Exception::on(["2026-12-25", "2026-12-20/2026-12-25", "2026-12-26"])
            .open([Window::daily("10:00", "12:00")]),
        // A Saturday and a Sunday.
        Exception::on(["2026-06-06/2026-06-07"]).open([
            Window::of([Day::Sunday], "10:00", "12:00"),
            Window::of([Day::Friday], "10:00", "12:00"),
        ]),
        Exception::on(["2026-12-01/2026-12-31"]),
    ];
    let expected = [
        "week[0].days[2]: the day is named twice",
        "week[1]: the window overlaps `week[0]`",
        "week[3]: the window overlaps `week[0]`",
        "exceptions[0].dates[1]: dates of `exceptions[0].dates[0]` are named again",
        "exceptions[1].windows[1]: none of the dates is a day on which the window begins",
        "exceptions[0]: later exceptions name all dates of this one, and outrank it",
    ];
    assert_eq!(check(&hours), expected);
}

#[test]
fn hours_that_never_open_are_odd() {
    let never = ["this never opens"];
    assert_eq!(check(&Hours::of("UTC", [])), never);
    assert_eq!(check(&Hours::of("UTC", []).except(Exception::on(["2026-12-25"]))), never);
    // The one window falls into the hour that is skipped.
    let spring = Exception::on(["2026-03-08"]).open([Window::daily("02:10", "02:50")]);
    assert_eq!(check(&Hours::of("America/Chicago", []).except(spring.clone())), never);
    assert_eq!(check(&Hours::of("America/Denver", []).except(spring.clone())), never);
    assert_eq!(check(&Hours::of("America/Phoenix", []).except(spring)), [""; 0]);
}

#[test]
fn a_list_of_holidays_is_checked_by_itself() {
    let list = Holidays::of(["2026-13-01", "2026-12-25", "christmas", "2026-12-25"]);
    let expected = [
        "dates[0]: no calendar has the date `2026-13-01`",
        "dates[2]: `christmas` is no date, such as `2026-12-25`, nor two of them with `/` between",
        "dates[3]: dates of `dates[1]` are named again",
    ];
    assert_eq!(told(&list.check()), expected);
    let lists: HolidayLists = [("feasts".to_owned(), list)].into();
    let hours = Hours::always("UTC").except(Exception::on_holidays("feasts"));
    let report = hours.check(&lists, &mut Zones::default());
    assert_eq!(
        told(&report),
        ["exceptions[0].holidays[0]: the holidays `feasts` have faults themselves"],
    );
}

#[test]
fn lists_have_an_end() {
    let mut hours = Hours::of("UTC", vec![Window::daily("08:00", "09:00"); MAX_WINDOWS + 1]);
    hours.exceptions = vec![Exception::on(["2026-12-25"]); MAX_EXCEPTIONS + 1];
    let expected =
        ["week: there may be at most 64 here", "exceptions: there may be at most 512 here"];
    assert_eq!(check(&hours), expected);

    let many = Holidays { dates: vec!["2026-12-25".to_owned(); MAX_DATES / 2 + 1] };
    let lists: HolidayLists = [("many".to_owned(), many)].into();
    let hours = Hours::always("UTC")
        .except(Exception::on_holidays("many"))
        .except(Exception::on_holidays("many"));
    let report = hours.check(&lists, &mut Zones::default());
    let expected = ["exceptions[1].holidays[0]: there may be at most 4096 here"];
    assert_eq!(told(&report), expected);
}

#[test]
fn the_longest_documents_are_answered_as_short_ones_are() {
    let windows = |shift| {
        let begins = (0..60_u32).map(move |number| number * 20 + shift);
        begins.map(|minute| Window::daily(&time(minute), &time(minute + 2)))
    };
    let mut hours = Hours::of("America/Chicago", windows(0));
    for year in 2000..2500_u32 {
        let date = format!("{year}-05-{:02}", year % 28 + 1);
        hours = hours.except(Exception::on([date.as_str()]).open(windows(year % 18)));
    }
    let schedule = hours.schedule(&federal(), &mut Zones::default()).expect("it has no faults");
    let mut now = Timestamp::from_millis(0);
    for _ in 0..1_200 {
        now = schedule.next_change(now).expect("it goes on");
    }
    assert_eq!(now.as_millis() / 86_400_000, 10, "60 windows a day");
}

#[test]
fn windows_in_nothing_but_skipped_hours_are_passed_over() {
    let many = (0..60).map(|minute| Window::daily(&time(120 + minute), &time(121 + minute)));
    let many: Vec<Window> = many.step_by(2).collect();
    let mut hours = Hours::of("America/Chicago", []);
    // The second Sunday of March, which is the same date again after 400 years.
    let sundays = [10, 9, 8, 14, 12, 11, 10, 9, 14, 13, 12, 11, 9, 8, 14, 13];
    for (year, sunday) in (2024..).zip(sundays) {
        for year in [year, year + 400, year + 800] {
            let date = format!("{year}-03-{sunday:02}");
            hours = hours.except(Exception::on([date.as_str()]).open(many.clone()));
        }
    }
    let opens = Window::daily("02:00", "02:01");
    let hours = hours.except(Exception::on(["2999-03-08"]).open([opens]));
    let schedule = hours.schedule(&federal(), &mut Zones::default()).expect("it has no faults");
    let expected = jiff::civil::date(2999, 3, 8).at(8, 0, 0, 0);
    let expected = jiff::tz::TimeZone::UTC.to_timestamp(expected).expect("of jiff's times");
    let next = schedule.next_change(Timestamp::MIN).map(Timestamp::as_millis);
    assert_eq!(next, Some(expected.as_millisecond()));
}

fn time(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[test]
fn the_document_is_spelled_so() {
    let hours = Hours::of("Europe/Berlin", [Window::of([Day::Monday], "08:00", "24:00")])
        .except(Exception::on(["2026-12-24/2027-01-03"]).open([Window::daily("10:00", "12:00")]))
        .except(Exception::on_holidays("state"));
    let spelled = json!({
        "timeZone": "Europe/Berlin",
        "week": [{ "days": ["monday"], "from": "08:00", "to": "24:00" }],
        "exceptions": [
            { "dates": ["2026-12-24/2027-01-03"], "windows": [{ "from": "10:00", "to": "12:00" }] },
            { "holidays": ["state"] },
        ],
    });
    let read: Hours = serde_json::from_value(spelled.clone()).expect("it is spelled right");
    assert_eq!(read, hours);
    let written = serde_json::to_value(&hours).expect("it can be written");
    assert_eq!(serde_json::from_value::<Hours>(written).ok(), Some(hours));

    let fewest = json!({ "timeZone": "UTC" });
    assert_eq!(serde_json::from_value::<Hours>(fewest).ok(), Some(Hours::of("UTC", [])));
    for (key, place) in [("zone", ""), ("until", "/week/0"), ("name", "/exceptions/0")] {
        let mut wrong = spelled.clone();
        let object = wrong.pointer_mut(place).and_then(|value| value.as_object_mut());
        object.expect("it is there").insert(key.to_owned(), json!("x"));
        assert!(serde_json::from_value::<Hours>(wrong).is_err(), "`{key}` is no key");
    }
    assert!(serde_json::from_value::<Hours>(json!({ "week": [] })).is_err(), "without a zone");
    assert!(serde_json::from_value::<Holidays>(json!({})).is_err(), "without dates");
}

#[test]
fn findings_have_codes_and_a_wire_form() {
    let report = Hours::of("mars", [Window::daily("08:00", "08:00")])
        .check(&HolidayLists::new(), &mut Zones::default());
    let written = serde_json::to_value(&report).expect("it can be written");
    let expected = json!({
        "faults": [
            {
                "path": "timeZone",
                "what": { "type": "unknownZone", "zone": "mars", "meant": null },
            },
            { "path": "week[0]", "what": { "type": "emptyWindow" } },
        ],
        "oddities": [],
    });
    assert_eq!(written, expected);
    assert_eq!(serde_json::from_value::<HoursReport>(written).ok(), Some(report.clone()));
    let codes: Vec<_> = report.faults.iter().map(|found| found.what.code()).collect();
    assert_eq!(codes, ["unknown_zone", "empty_window"]);
    let all: Vec<_> = HoursFault::CODES.iter().chain(HoursOddity::CODES).collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "no code twice");
    assert_eq!(HoursFault::TooMany { limit: 1 }.code(), HoursFault::CODES[12]);
    assert_eq!(HoursOddity::UnusedException.code(), HoursOddity::CODES[5]);
}

#[test]
fn the_time_zone_data_tells_its_version() {
    let (year, letter) = tz_version().split_at(4);
    assert!(year.parse().is_ok_and(|year: u16| year >= 2026) && letter.len() == 1);
}

#[test]
fn schedules_of_one_zone_are_equal_wherever_its_data_was_read() {
    let mut shared = Zones::default();
    let hours = Hours::always("America/Chicago");
    let one = hours.schedule(&federal(), &mut shared);
    assert_eq!(one, hours.schedule(&federal(), &mut shared));
    assert_eq!(one, hours.schedule(&federal(), &mut Zones::default()));
    assert_ne!(one, Hours::always("America/Denver").schedule(&federal(), &mut shared));
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2_026),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_makes_it_panic(
        zone in "\\PC{0,12}|UTC",
        times in prop::collection::vec(("[0-9:]{0,6}|[0-2][0-9]:[0-5][0-9]", "\\PC{0,6}"), 0..4),
        dates in prop::collection::vec("[-/0-9]{0,22}|[0-9]{4}-[0-9]{2}-[0-9]{2}", 0..4),
        at in any::<i64>(),
    ) {
        let windows: Vec<Window> =
            times.iter().map(|(from, to)| Window::daily(from, to)).collect();
        let hours = Hours::of(&zone, windows.clone())
            .except(Exception::on(dates.iter().map(String::as_str)).open(windows));
        let report = hours.check(&federal(), &mut Zones::default());
        let schedule = hours.schedule(&federal(), &mut Zones::default());
        prop_assert_eq!(schedule.is_ok(), report.faults.is_empty());
        if let Ok(schedule) = schedule {
            let at = Timestamp::from_millis(at);
            prop_assert!(schedule.next_change(at).is_none_or(|change| change > at));
        }
    }
}
