//! MOBIUS of Missouri for the year 2026: members by day, a paid backup by night and at weekends,
//! nobody on federal holidays.

use refdesk::hours::{Day, Exception, Hours, Schedule, Window};

use crate::language::{at, open_minutes, opens_and_closes, schedule};

const WEEKDAYS: [Day; 5] = [Day::Monday, Day::Tuesday, Day::Wednesday, Day::Thursday, Day::Friday];

pub(crate) const YEAR: [&str; 2] = ["2026-01-01 00:00-06", "2027-01-01 00:00-06"];

pub(crate) fn members_hours() -> Hours {
    let week = [Window::of(WEEKDAYS, "08:00", "17:00")];
    Hours::of("America/Chicago", week).except(Exception::on_holidays("federal"))
}

fn members() -> Schedule {
    schedule(&members_hours())
}

pub(crate) fn backup_hours() -> Hours {
    let week = [
        Window::of(WEEKDAYS, "17:00", "08:00"),
        Window::of([Day::Saturday], "10:00", "22:00"),
        Window::of([Day::Sunday], "10:00", "08:00"),
    ];
    Hours::of("America/Chicago", week).except(Exception::on_holidays("federal"))
}

fn backup() -> Schedule {
    schedule(&backup_hours())
}

/// How many dates of 2026 are on each day of the week, from Monday on: it begins and ends on a
/// Thursday.
const DATES: [i64; 7] = [52, 52, 52, 53, 52, 52, 52];

/// All on working days: 1 January, 19 January, 16 February, 25 May, 19 June, 3 July (for the 4th, a
/// Saturday), 7 September, 12 October, 11 November, 26 November, 25 December.
const HOLIDAYS: i64 = 11;

#[test]
fn members_are_there_nine_hours_on_each_working_day() {
    let working_days: i64 = DATES[..5].iter().sum();
    assert_eq!(working_days, 261);
    assert_eq!(open_minutes(&members(), YEAR), (261 - HOLIDAYS) * 9 * 60);
}

#[test]
fn the_backup_is_there_when_the_members_are_not_but_for_weekend_mornings_and_nights() {
    // On a working day 00:00-08:00 and 17:00-24:00; on Saturday 00:00-08:00 and 10:00-22:00; on
    // Sunday 10:00-24:00.
    let hours = [15, 15, 15, 15, 15, 20, 14];
    let dates = DATES.iter().zip(hours).map(|(dates, hours)| dates * hours);
    assert_eq!(open_minutes(&backup(), YEAR), (dates.sum::<i64>() - HOLIDAYS * 15) * 60);
}

#[test]
fn members_and_backup_never_meet_and_leave_992_hours_to_nobody() {
    let (members, backup) = (members(), backup());
    let [mut now, end] = YEAR.map(at);
    let (mut nobody, mut longest) = (0, 0);
    while now < end {
        let changes = [members.next_change(now), backup.next_change(now)];
        let next = changes.into_iter().flatten().min().expect("the year goes on");
        let next = next.min(end);
        assert!(next > now, "time goes on");
        assert!(!(members.is_open(now) && backup.is_open(now)), "both at {now:?}");
        if !members.is_open(now) && !backup.is_open(now) {
            let span = next.since(now).as_millis();
            nobody += span;
            longest = longest.max(span);
        }
        now = next;
    }
    let hour = 60 * 60 * 1_000;
    // Two hours on Saturday and twelve over Saturday night, and the holidays. No week loses or
    // gains an hour: the clocks are changed on Sundays at 02:00, when nobody is there.
    assert_eq!(nobody, (52 * 14 + 11 * 24) * hour);
    assert_eq!(longest, 24 * hour, "no holiday is beside another gap");
}

#[test]
fn the_weekend_on_which_the_clocks_go_forward() {
    let weekend = ["2026-03-06 12:00-06", "2026-03-09 12:00-05"];
    let expected = [
        "2026-03-06 17:00-06",
        "2026-03-07 08:00-06",
        "2026-03-07 10:00-06",
        "2026-03-07 22:00-06",
        "2026-03-08 10:00-05", // eleven hours later
        "2026-03-09 08:00-05",
    ];
    opens_and_closes(&backup(), weekend, &expected);
    opens_and_closes(
        &members(),
        ["2026-03-06 18:00-06", "2026-03-09 18:00-05"],
        &["2026-03-09 08:00-05", "2026-03-09 17:00-05"],
    );
}

#[test]
fn the_weekend_on_which_the_clocks_go_back() {
    let weekend = ["2026-10-30 12:00-05", "2026-11-02 12:00-06"];
    let expected = [
        "2026-10-30 17:00-05",
        "2026-10-31 08:00-05",
        "2026-10-31 10:00-05",
        "2026-10-31 22:00-05",
        "2026-11-01 10:00-06", // thirteen hours later
        "2026-11-02 08:00-06",
    ];
    opens_and_closes(&backup(), weekend, &expected);
    opens_and_closes(
        &members(),
        ["2026-10-30 18:00-05", "2026-11-02 18:00-06"],
        &["2026-11-02 08:00-06", "2026-11-02 17:00-06"],
    );
}

#[test]
fn thanksgiving_is_nobodys() {
    let days = ["2026-11-25 12:00-06", "2026-11-27 12:00-06"];
    let expected = [
        "2026-11-25 17:00-06",
        "2026-11-26 00:00-06",
        "2026-11-27 00:00-06",
        "2026-11-27 08:00-06",
    ];
    opens_and_closes(&backup(), days, &expected);
    let next = members().next_opening(at("2026-11-25 17:00-06"));
    assert_eq!(next, Some(at("2026-11-27 08:00-06")));
    // Independence Day is kept on the day before, and the Saturday is one like any other.
    assert!(!members().is_open(at("2026-07-03 12:00-05")));
    assert!(backup().is_open(at("2026-07-04 12:00-05")));
}
