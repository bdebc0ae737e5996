//! Weeks, exceptions, holidays, and the far ends of time.

use refdesk::Timestamp;
use refdesk::hours::{Day, Exception, Hours, Window};

use crate::language::{at, open_minutes, opens_and_closes, schedule};

fn office() -> Hours {
    let days = [Day::Monday, Day::Tuesday, Day::Wednesday, Day::Thursday, Day::Friday];
    Hours::of("Europe/Berlin", [Window::of(days, "09:00", "17:00")])
}

#[test]
fn around_the_clock_never_changes() {
    let always = schedule(&Hours::always("Europe/Berlin"));
    for instant in [Timestamp::MIN, at("2026-03-29 03:00+02"), Timestamp::MAX] {
        assert!(always.is_open(instant));
        assert_eq!(always.next_change(instant), None);
        assert_eq!(always.next_opening(instant), None);
    }
}

#[test]
fn a_window_runs_over_midnight_and_over_the_end_of_the_week() {
    let hours = Hours::of("UTC", [Window::of([Day::Sunday], "10:00", "08:00")]);
    let expected = ["2026-06-07 10:00Z", "2026-06-08 08:00Z"];
    opens_and_closes(&schedule(&hours), ["2026-06-02 00:00Z", "2026-06-14 09:00Z"], &expected);
}

#[test]
fn what_opens_once_a_week_opens_again_after_a_week() {
    let hours = schedule(&Hours::of("UTC", [Window::of([Day::Monday], "08:00", "17:00")]));
    let monday = at("2026-06-01 08:00Z");
    assert_eq!(hours.next_change(monday), Some(at("2026-06-01 17:00Z")));
    for later in ["2026-06-01 08:00Z", "2026-06-01 17:00Z", "2026-06-01 23:59Z"] {
        assert_eq!(hours.next_opening(at(later)), Some(at("2026-06-08 08:00Z")));
    }
}

#[test]
fn windows_that_touch_are_one() {
    let hours = Hours::of(
        "UTC",
        [
            Window::of([Day::Saturday], "10:00", "24:00"),
            Window::of([Day::Sunday], "00:00", "24:00"),
            Window::of([Day::Monday], "00:00", "08:00"),
        ],
    );
    let expected = ["2026-06-06 10:00Z", "2026-06-08 08:00Z"];
    opens_and_closes(&schedule(&hours), ["2026-06-02 00:00Z", "2026-06-13 09:00Z"], &expected);
}

#[test]
fn midnight_may_be_written_in_two_ways() {
    let zero = schedule(&Hours::of("UTC", [Window::daily("10:00", "00:00")]));
    let late = schedule(&Hours::of("UTC", [Window::daily("10:00", "24:00")]));
    assert_eq!(zero, late);
}

#[test]
fn what_opens_is_open_at_that_millisecond_and_what_closes_is_not() {
    let office = schedule(&office());
    let opens = at("2026-06-01 09:00+02");
    let closes = at("2026-06-01 17:00+02");
    assert_eq!(office.next_change(at("2026-05-29 17:00+02")), Some(opens));
    assert!(!office.is_open(Timestamp::from_millis(opens.as_millis() - 1)));
    assert!(office.is_open(opens) && !office.is_open(closes));
    assert_eq!(office.next_change(opens), Some(closes), "strictly later");
    assert_eq!(office.next_opening(opens), Some(at("2026-06-02 09:00+02")));
    let before = Timestamp::from_millis(opens.as_millis() - 1);
    assert_eq!(office.next_opening(before), Some(opens));
}

#[test]
fn a_closed_date_is_closed_from_midnight_to_midnight_and_changes_no_other() {
    let nights = Hours::of("UTC", [Window::daily("17:00", "08:00")]);
    let closed = nights.except(Exception::on(["2026-12-25"]));
    let expected = [
        "2026-12-24 17:00Z",
        "2026-12-25 00:00Z",
        "2026-12-26 00:00Z",
        "2026-12-26 08:00Z",
        "2026-12-26 17:00Z",
    ];
    let days = ["2026-12-24 12:00Z", "2026-12-26 18:00Z"];
    opens_and_closes(&schedule(&closed), days, &expected);
}

#[test]
fn an_exception_has_windows_of_its_own_and_they_run_into_the_next_date() {
    let festival = office()
        .except(Exception::on(["2026-06-05/2026-06-06"]).open([Window::daily("20:00", "02:00")]));
    let expected = [
        "2026-06-05 20:00+02",
        "2026-06-06 02:00+02",
        "2026-06-06 20:00+02",
        "2026-06-07 02:00+02",
        "2026-06-08 09:00+02",
    ];
    let days = ["2026-06-04 18:00+02", "2026-06-08 10:00+02"];
    opens_and_closes(&schedule(&festival), days, &expected);
}

#[test]
fn the_later_of_two_exceptions_counts() {
    let summer = Exception::on(["2026-06-01/2026-08-31"]).open([Window::of(
        [Day::Monday, Day::Tuesday],
        "10:00",
        "12:00",
    )]);
    let party = Exception::on(["2026-06-09"]).open([Window::daily("20:00", "01:00")]);
    let closed = Exception::on(["2026-06-08", "2026-06-16"]);
    let hours = office().except(summer).except(party).except(closed);
    let expected = [
        "2026-06-09 20:00+02", // the summer's Wednesday does not cut it
        "2026-06-10 01:00+02",
        "2026-06-15 10:00+02",
        "2026-06-15 12:00+02",
        "2026-06-22 10:00+02",
    ];
    let days = ["2026-06-02 18:00+02", "2026-06-22 10:00+02"];
    opens_and_closes(&schedule(&hours), days, &expected);
    let after = ["2026-08-25 18:00+02", "2026-08-31 23:00+02"];
    opens_and_closes(&schedule(&hours), after, &["2026-08-31 10:00+02", "2026-08-31 12:00+02"]);
    let autumn = ["2026-08-31 18:00+02", "2026-09-02 08:00+02"];
    opens_and_closes(&schedule(&hours), autumn, &["2026-09-01 09:00+02", "2026-09-01 17:00+02"]);
}

#[test]
fn an_exception_further_below_cuts_what_runs_into_its_date() {
    let eve = Exception::on(["2026-12-31"]).open([Window::daily("20:00", "02:00")]);
    let closed = Exception::on(["2027-01-01"]);
    let days = ["2026-12-31 12:00+01", "2027-01-02 12:00+01"];
    let cut = office().except(eve.clone()).except(closed.clone());
    let expected = ["2026-12-31 20:00+01", "2027-01-01 00:00+01"];
    opens_and_closes(&schedule(&cut), days, &expected);
    let whole = office().except(closed).except(eve);
    let expected = ["2026-12-31 20:00+01", "2027-01-01 02:00+01"];
    opens_and_closes(&schedule(&whole), days, &expected);
}

#[test]
fn dates_and_holidays_stand_in_one_exception() {
    let hours = office().except(Exception {
        dates: vec!["2026-01-02".to_owned()],
        ..Exception::on_holidays("federal")
    });
    let expected = ["2026-01-05 09:00+01", "2026-01-05 17:00+01"];
    let days = ["2026-01-01 00:00+01", "2026-01-06 00:00+01"];
    opens_and_closes(&schedule(&hours), days, &expected);
}

#[test]
fn what_only_exceptions_open_ends_some_day() {
    let fair = Exception::on(["2026-05-02/2026-05-03"]).open([Window::daily("09:00", "17:00")]);
    let hours = schedule(&Hours::of("Asia/Kolkata", []).except(fair));
    let opens = at("2026-05-02 09:00+05:30");
    assert_eq!(hours.next_change(Timestamp::MIN), Some(opens));
    assert_eq!(hours.next_opening(opens), Some(at("2026-05-03 09:00+05:30")));
    let last = at("2026-05-03 17:00+05:30");
    assert_eq!(hours.next_change(at("2026-05-03 09:00+05:30")), Some(last));
    assert_eq!(hours.next_change(last), None);
    assert_eq!(hours.next_opening(at("2026-05-03 10:00+05:30")), None);
}

#[test]
fn hours_go_on_to_the_ends_of_time() {
    let office = schedule(&office());
    let first = office.next_change(Timestamp::MIN).expect("it goes on");
    assert!(first.since(Timestamp::MIN).as_millis() < 4 * 86_400_000);
    let week = Timestamp::from_millis(Timestamp::MAX.as_millis() - 7 * 86_400_000);
    let mut now = week;
    let mut changes = 0;
    while let Some(change) = office.next_change(now) {
        assert!(change > now && changes < 20);
        (now, changes) = (change, changes + 1);
    }
    // The last instant is the first of a Saturday in Greenwich.
    assert_eq!((changes, office.is_open(Timestamp::MAX)), (10, false));
    // Rules go on for ever: 400 years later the week is the same.
    let later = 146_097 * 86_400_000 * 500;
    let near = at("2030-07-01 09:00+02");
    let far = Timestamp::from_millis(near.as_millis() + later);
    assert!(office.is_open(far) && !office.is_open(Timestamp::from_millis(far.as_millis() - 1)));
}

#[test]
fn a_year_around_the_clock_but_for_lunch_has_as_many_hours_as_it_should() {
    let windows = [Window::daily("00:00", "12:00"), Window::daily("13:00", "24:00")];
    let hours = schedule(&Hours::of("Europe/Berlin", windows));
    let year = ["2026-01-01 00:00+01", "2027-01-01 00:00+01"];
    assert_eq!(open_minutes(&hours, year), 365 * 23 * 60);
}
