//! From the document to the schedule, with all that is wrong on the way.

use core::fmt::Display;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::finding::Finding;
use crate::finding::meant;
use crate::time::Timestamp;

use super::plan::{DAY, Layer, Plan, Week, joined, weekday};
use super::report::{HoursFault, HoursOddity, HoursReport};
use super::schedule::Schedule;
use super::zone::{UnknownZone, Zones};
use super::{Day, text};
use super::{
    Exception, HolidayLists, Holidays, Hours, MAX_DATES, MAX_EXCEPTIONS, MAX_WINDOWS, Window,
};

/// The schedule of these hours, where they have no faults, and all that was found.
pub(super) fn read(
    hours: &Hours,
    holidays: &HolidayLists,
    zones: &mut Zones,
) -> (Option<Schedule>, HoursReport) {
    let mut reader = Reader { holidays, dates: 0, report: HoursReport::default() };
    let zone = zones.find(&hours.time_zone).map_err(|UnknownZone { meant }| {
        let zone = hours.time_zone.clone();
        reader.fault("timeZone", HoursFault::UnknownZone { zone, meant });
    });
    let mut layers = vec![Layer { dates: Vec::new(), windows: reader.week(hours) }];
    if reader.is_short("exceptions", hours.exceptions.len(), MAX_EXCEPTIONS) {
        for (number, exception) in hours.exceptions.iter().enumerate() {
            layers.push(reader.exception(&format!("exceptions[{number}]"), exception));
        }
    }
    let mut report = reader.report;
    let Some(zone) = zone.ok().filter(|_| report.faults.is_empty()) else {
        return (None, report);
    };
    let (plan, ruling) = Plan::of(&layers);
    for (number, _) in ruling.iter().skip(1).enumerate().filter(|(_, rules)| !**rules) {
        let what = HoursOddity::UnusedException;
        report.oddities.push(Finding { path: format!("exceptions[{number}]"), what });
    }
    let schedule = Schedule::new(zone, plan);
    let dawn = Timestamp::MIN;
    if !schedule.is_open(dawn) && schedule.next_change(dawn).is_none() {
        report.oddities.push(Finding { path: String::new(), what: HoursOddity::NeverOpens });
    }
    (Some(schedule), report)
}

/// All that was found in a list of holidays.
pub(super) fn read_holidays(holidays: &Holidays) -> HoursReport {
    let none = HolidayLists::new();
    let mut reader = Reader { holidays: &none, dates: 0, report: HoursReport::default() };
    reader.dates("dates", &holidays.dates);
    reader.report
}

struct Reader<'d> {
    holidays: &'d HolidayLists,
    /// How many dates and ranges have been read.
    dates: usize,
    report: HoursReport,
}

impl Reader<'_> {
    fn fault(&mut self, path: impl Display, what: HoursFault) {
        self.report.faults.push(Finding { path: path.to_string(), what });
    }

    fn oddity(&mut self, path: impl Display, what: HoursOddity) {
        self.report.oddities.push(Finding { path: path.to_string(), what });
    }

    /// Whether a list of so many items may be read.
    fn is_short(&mut self, path: &str, length: usize, limit: usize) -> bool {
        if length > limit {
            let limit = u32::try_from(limit).expect("the limits are small");
            self.fault(path, HoursFault::TooMany { limit });
        }
        length <= limit
    }

    fn week(&mut self, hours: &Hours) -> Week {
        by_day(&self.windows("week", &hours.week))
    }

    fn exception(&mut self, path: &str, exception: &Exception) -> Layer {
        if exception.dates.is_empty() && exception.holidays.is_empty() {
            self.fault(path, HoursFault::NoDates);
        }
        let mut dates = self.dates(&format!("{path}.dates"), &exception.dates);
        for (number, name) in exception.holidays.iter().enumerate() {
            dates.extend(self.named(&format!("{path}.holidays[{number}]"), name));
        }
        let dates = joined(dates);
        let windows = self.windows(&format!("{path}.windows"), &exception.windows);
        let used = used_days(&dates);
        for read in windows.iter().filter(|_| !dates.is_empty()) {
            if !read.days.iter().any(|day| used[*day]) {
                self.oddity(format!("{path}.windows[{}]", read.number), HoursOddity::UnusedWindow);
            }
        }
        Layer { dates, windows: by_day(&windows) }
    }

    /// The dates of a list of holidays.
    fn named(&mut self, path: &str, name: &str) -> Vec<(i32, i32)> {
        let Some(list) = self.holidays.get(name) else {
            let near = meant(name, self.holidays.keys().map(String::as_str)).map(Into::into);
            self.fault(path, HoursFault::UnknownHolidays { name: name.into(), meant: near });
            return Vec::new();
        };
        self.dates += list.dates.len();
        if !self.is_short(path, self.dates, MAX_DATES) {
            return Vec::new();
        }
        let dates: Result<Vec<_>, _> = list.dates.iter().map(|date| text::dates(date)).collect();
        dates.unwrap_or_else(|_| {
            self.fault(path, HoursFault::InvalidHolidays { name: name.into() });
            Vec::new()
        })
    }

    fn dates(&mut self, path: &str, texts: &[String]) -> Vec<(i32, i32)> {
        self.dates += texts.len();
        if !self.is_short(path, self.dates, MAX_DATES) {
            return Vec::new();
        }
        let mut dates = Vec::with_capacity(texts.len());
        for (number, text) in texts.iter().enumerate() {
            match text::dates(text) {
                Ok((first, end)) => dates.push((first, end, number)),
                Err(fault) => self.fault(format!("{path}[{number}]"), fault),
            }
        }
        dates.sort_unstable();
        for (earlier, later) in overlaps(&dates) {
            let with = format!("{path}[{earlier}]");
            self.oddity(format!("{path}[{later}]"), HoursOddity::RepeatedDates { with });
        }
        dates.into_iter().map(|(first, end, _)| (first, end)).collect()
    }

    fn windows(&mut self, path: &str, windows: &[Window]) -> Vec<Read> {
        if !self.is_short(path, windows.len(), MAX_WINDOWS) {
            return Vec::new();
        }
        let read = windows.iter().enumerate();
        let read: Vec<Read> = read
            .filter_map(|(number, window)| {
                self.window(&format!("{path}[{number}]"), number, window)
            })
            .collect();
        for (earlier, later) in overlaps(&spread(&read)) {
            let with = format!("{path}[{earlier}]");
            self.oddity(format!("{path}[{later}]"), HoursOddity::Overlap { with });
        }
        read
    }

    fn window(&mut self, path: &str, number: usize, window: &Window) -> Option<Read> {
        let days = self.days(path, &window.days);
        let from = self.minute(&format!("{path}.from"), &window.from);
        let to = self.minute(&format!("{path}.to"), &window.to);
        if from == Some(DAY) {
            self.fault(format!("{path}.from"), HoursFault::BeginsAtEnd);
            return None;
        }
        let (from, to) = (from?, to?);
        if from == to {
            self.fault(path, HoursFault::EmptyWindow);
            return None;
        }
        let to = if to < from { to + DAY } else { to };
        Some(Read { number, days, from, to })
    }

    fn days(&mut self, path: &str, days: &[Day]) -> Vec<usize> {
        if days.is_empty() {
            self.fault(format!("{path}.days"), HoursFault::NoDays);
        }
        let mut seen = Vec::new();
        for (number, day) in days.iter().enumerate() {
            let day = *day as usize;
            if seen.contains(&day) {
                self.oddity(format!("{path}.days[{number}]"), HoursOddity::RepeatedDay);
            } else {
                seen.push(day);
            }
        }
        seen
    }

    fn minute(&mut self, path: &str, text: &str) -> Option<u16> {
        text::minute(text).map_err(|fault| self.fault(path, fault)).ok()
    }
}

/// A window without faults.
struct Read {
    /// Its place in its list.
    number: usize,
    /// The days on which it begins: 0 is Monday.
    days: Vec<usize>,
    from: u16,
    /// Beyond [`DAY`] where it ends on the next day.
    to: u16,
}

fn by_day(windows: &[Read]) -> Week {
    core::array::from_fn(|day| {
        let begun = windows.iter().filter(|window| window.days.contains(&day));
        joined(begun.map(|window| (window.from, window.to)).collect())
    })
}

/// Each window on each of its days, in minutes of the week, in order; what runs over the end of the
/// week goes on at its beginning.
fn spread(windows: &[Read]) -> Vec<(i32, i32, usize)> {
    let week = 7 * i32::from(DAY);
    let mut spread = Vec::new();
    for window in windows {
        for day in (0_i32..7).zip(0..).filter(|(_, day)| window.days.contains(day)).map(|day| day.0)
        {
            let begin = day * i32::from(DAY);
            let (from, to) = (begin + i32::from(window.from), begin + i32::from(window.to));
            spread.push((from, to.min(week), window.number));
            if to > week {
                spread.push((0, to - week, window.number));
            }
        }
    }
    spread.sort_unstable();
    spread
}

/// Which of these numbered ranges, in order, share something with another: the number of the later
/// one in the document, each once, after that of an earlier one.
fn overlaps(ranges: &[(i32, i32, usize)]) -> Vec<(usize, usize)> {
    let mut found = BTreeMap::new();
    let mut farthest: Option<(i32, usize)> = None;
    for (from, to, number) in ranges {
        if let Some((_, other)) = farthest.filter(|(end, _)| from < end) {
            found.entry(other.max(*number)).or_insert(other.min(*number));
        }
        if farthest.is_none_or(|(end, _)| *to > end) {
            farthest = Some((*to, *number));
        }
    }
    found.into_iter().map(|(later, earlier)| (earlier, later)).collect()
}

/// On which days of the week any of these dates fall.
fn used_days(dates: &[(i32, i32)]) -> [bool; 7] {
    let mut used = [false; 7];
    for (first, end) in dates {
        for date in *first..(*end).min(*first + 7) {
            used[weekday(date)] = true;
        }
    }
    used
}
