//! That a question looks at few runs: what the answers are is tested from outside.

use alloc::vec;
use alloc::vec::Vec;

use super::{DAY, Layer, Plan, Week};

const ALWAYS: (u16, u16) = (0, DAY);

fn layer(dates: Vec<(i32, i32)>, window: Option<(u16, u16)>) -> Layer {
    let windows: Week = core::array::from_fn(|_| window.into_iter().collect());
    Layer { dates, windows }
}

/// How many runs a plan has in which the second layer has every third date of a year.
#[track_caller]
fn runs(week: Option<(u16, u16)>, exception: Option<(u16, u16)>) -> usize {
    let dates = (0..365).step_by(3).map(|date| (date, date + 1)).collect();
    let (plan, ruling) = Plan::of(&[layer(Vec::new(), week), layer(dates, exception)]);
    assert_eq!(ruling, [true, true]);
    plan.runs.len()
}

#[test]
fn neighbours_that_are_always_open_are_one_run_and_so_are_those_that_never_are() {
    assert_eq!(runs(None, None), 1);
    assert_eq!(runs(Some(ALWAYS), Some(ALWAYS)), 1);
    // 122 dates, what lies between them, and both ends.
    assert_eq!(runs(Some(ALWAYS), None), 2 * 122 + 1);
    assert_eq!(runs(None, Some(ALWAYS)), 2 * 122 + 1);
}

#[test]
fn equal_weeks_are_kept_once() {
    let dates = (0..365).step_by(7).map(|date| (date, date + 1)).collect();
    let office = layer(Vec::new(), Some((480, 1_020)));
    let (plan, _) = Plan::of(&[office, layer(dates, Some((600, 720)))]);
    assert_eq!(plan.weeks.len(), 2);
    assert_eq!(plan.runs.len(), 2 * 53 + 1);
}

#[test]
fn a_layer_whose_dates_later_ones_have_too_rules_none() {
    let week = layer(Vec::new(), Some((480, 1_020)));
    let day = layer(vec![(10, 11)], None);
    let year = layer(vec![(0, 365)], None);
    let (_, ruling) = Plan::of(&[week.clone(), day.clone(), year.clone()]);
    assert_eq!(ruling, [true, false, true]);
    let (_, ruling) = Plan::of(&[week, year, day]);
    assert_eq!(ruling, [true, true, true]);
}
