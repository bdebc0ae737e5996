//! When the clocks on the wall show a time of being open: dates and minutes, without a time zone.
//!
//! A *minute* here is what the clocks show: the number of minutes for which clocks in UTC would
//! show it. A *date* is the number of days since 1 January 1970.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

/// Minutes of a day.
pub(super) const DAY: u16 = 24 * 60;

/// Minutes of a day, each part from its first minute to before its end: sorted, apart from one
/// another, none empty.
pub(super) type Parts = Vec<(u16, u16)>;

/// What is open on Monday, ..., Sunday.
pub(super) type Week = [Parts; 7];

/// The day of the week of a date: 0 is Monday.
pub(super) fn weekday(date: i32) -> usize {
    // 1 January 1970 was a Thursday.
    usize::try_from((i64::from(date) + 3).rem_euclid(7)).expect("it is below 7")
}

/// Windows, and the dates on which they count: the week, or an exception to what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    /// Dates, each range from its first date to before its end: sorted, and apart from one another.
    pub(super) dates: Vec<(i32, i32)>,
    /// The windows that begin on each day of the week. They may end on the next one: at most at
    /// twice a [`DAY`].
    pub(super) windows: Week,
}

/// All of the layers together, so that a minute is found without looking at each of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    /// Runs of dates on which the same week counts: sorted, the first has no beginning, the last no
    /// end. Of two neighbours at most one is open all the time, and at most one never.
    runs: Vec<Run>,
    weeks: Vec<Week>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Run {
    first: i32,
    week: u32,
}

impl Plan {
    /// The plan in which each date is ruled by the last of the layers that has it, and which layers
    /// rule any date at all. The first layer, the week, has every date.
    ///
    /// A window that began on the date before goes on unless a later layer than its own rules.
    pub(super) fn of(layers: &[Layer]) -> (Self, Vec<bool>) {
        let mut plan = Self { runs: Vec::new(), weeks: Vec::new() };
        let mut numbers = BTreeMap::new();
        let mut ruling = vec![false; layers.len()];
        let mut there = There::default();
        let changes = changes(layers);
        let mut coming = changes.iter().peekable();
        let mut first = i32::MIN;
        loop {
            let end = coming.peek().map_or(i32::MAX, |(date, _)| **date);
            let ruler = there.today.last().copied().unwrap_or(0);
            ruling[ruler] = true;
            plan.push(first, week(layers, &there, first, end), &mut numbers);
            let Some((date, moves)) = coming.next() else { return (plan, ruling) };
            for change in moves {
                there.make(*change);
            }
            first = *date;
        }
    }

    fn push(&mut self, first: i32, week: Week, numbers: &mut BTreeMap<Week, u32>) {
        let next = u32::try_from(self.weeks.len()).expect("weeks are limited in number");
        let number = *numbers.entry(week).or_insert_with_key(|week| {
            self.weeks.push(week.clone());
            next
        });
        // INVARIANT: neighbours differ, so that whoever looks for a change passes by few of them.
        if self.runs.last().is_none_or(|run| run.week != number) {
            self.runs.push(Run { first, week: number });
        }
    }

    /// Whether this minute is one of being open.
    pub(super) fn is_open(&self, minute: i64) -> bool {
        let (date, within) = split(minute);
        let run = self.run_of(date);
        covers(self.parts(run, date), within)
    }

    /// The first later minute that is open where this one is closed, or closed where it is open.
    ///
    /// It looks at no more than three runs, and at eight days of each.
    pub(super) fn next_edge(&self, minute: i64) -> Option<i64> {
        let (mut date, mut within) = split(minute);
        let mut run = self.run_of(date);
        let open = covers(self.parts(run, date), within);
        loop {
            let end = self.runs.get(run + 1).map(|next| next.first);
            // A week, and the day on which it began once more: then all has been seen.
            for date in date..end.unwrap_or(i32::MAX).min(date.saturating_add(8)) {
                if let Some(edge) = edge(self.parts(run, date), within, open) {
                    return Some(i64::from(date) * i64::from(DAY) + i64::from(edge));
                }
                within = 0;
            }
            date = end?;
            within = 0;
            run += 1;
        }
    }

    fn run_of(&self, date: i32) -> usize {
        self.runs.partition_point(|run| run.first <= date) - 1
    }

    fn parts(&self, run: usize, date: i32) -> &[(u16, u16)] {
        &self.weeks[self.runs[run].week as usize][weekday(date)]
    }
}

/// The date of a minute, and which minute of that date it is.
fn split(minute: i64) -> (i32, u16) {
    let date = minute.div_euclid(i64::from(DAY));
    let within = minute.rem_euclid(i64::from(DAY));
    let within = u16::try_from(within).expect("a day has fewer minutes than that");
    (i32::try_from(date).expect("time ends before the dates do"), within)
}

fn covers(parts: &[(u16, u16)], minute: u16) -> bool {
    let next = parts.partition_point(|(from, _)| *from <= minute);
    next.checked_sub(1).is_some_and(|at| minute < parts[at].1)
}

/// The first minute of a day, from `minute` on, that is not as `open` says.
fn edge(parts: &[(u16, u16)], minute: u16, open: bool) -> Option<u16> {
    let part = parts.iter().find(|(_, to)| *to > minute);
    match (open, part) {
        (false, None) => None,
        (false, Some((from, _))) => Some((*from).max(minute)),
        (true, Some((from, to))) if *from <= minute => Some(*to).filter(|to| *to < DAY),
        (true, _) => Some(minute),
    }
}

/// Which layers have the present date, and which had the one before. All but the week, which always
/// does.
#[derive(Default)]
struct There {
    today: BTreeSet<usize>,
    yesterday: BTreeSet<usize>,
}

#[derive(Clone, Copy)]
struct Change {
    layer: usize,
    begins: bool,
    yesterday: bool,
}

impl There {
    fn make(&mut self, change: Change) {
        let set = if change.yesterday { &mut self.yesterday } else { &mut self.today };
        if change.begins {
            set.insert(change.layer);
        } else {
            set.remove(&change.layer);
        }
    }
}

/// The dates on which it changes which layers are there.
fn changes(layers: &[Layer]) -> BTreeMap<i32, Vec<Change>> {
    let mut changes: BTreeMap<i32, Vec<Change>> = BTreeMap::new();
    for (layer, exception) in layers.iter().enumerate().skip(1) {
        for (first, end) in &exception.dates {
            for (date, begins) in [(*first, true), (*end, false)] {
                for (date, yesterday) in [(date, false), (date + 1, true)] {
                    changes.entry(date).or_default().push(Change { layer, begins, yesterday });
                }
            }
        }
    }
    changes
}

/// What is open on the dates from `first` to before `end`, on which the same layers are there.
///
/// Days of the week that are not among these dates are as if their ruler had all dates, so that its
/// runs mostly have equal weeks.
fn week(layers: &[Layer], there: &There, first: i32, end: i32) -> Week {
    let ruler = there.today.last().copied().unwrap_or(0);
    let week_goes_on = (ruler == 0).then_some(0);
    let left: Vec<usize> = there.yesterday.range(ruler..).copied().chain(week_goes_on).collect();
    let mut week: Week = core::array::from_fn(|day| parts(layers, ruler, &[ruler], day));
    let (mut always, mut never) = (true, true);
    for date in first..end.min(first.saturating_add(7)) {
        let parts = parts(layers, ruler, &left, weekday(date));
        always &= parts == [(0, DAY)];
        never &= parts.is_empty();
        week[weekday(date)] = parts;
    }
    match (always, never) {
        (true, _) => core::array::from_fn(|_| vec![(0, DAY)]),
        (_, true) => Week::default(),
        (false, false) => week,
    }
}

/// What is open on a day of the week: what begins in one layer, and what is left of the day before
/// in some.
fn parts(layers: &[Layer], ruler: usize, left: &[usize], day: usize) -> Parts {
    let begun = layers[ruler].windows[day].iter();
    let mut parts: Parts = begun.map(|(from, to)| (*from, (*to).min(DAY))).collect();
    for layer in left {
        let before = layers[*layer].windows[(day + 6) % 7].iter().filter(|(_, to)| *to > DAY);
        parts.extend(before.map(|(_, to)| (0, to - DAY)));
    }
    joined(parts)
}

/// The same ranges in order, with those joined that overlap or touch.
pub(super) fn joined<T: Copy + Ord>(mut ranges: Vec<(T, T)>) -> Vec<(T, T)> {
    ranges.sort_unstable();
    let mut joined: Vec<(T, T)> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
