//! The picture: for each policy how long patrons waited, and below it who answered whose.

use std::collections::BTreeMap;
use std::path::Path;

use plotters::coord::Shift;
use plotters::prelude::*;

use crate::outcome::{Outcome, SHOWN_SECS, share};
use crate::table::Table;

type Drawn = Result<(), Box<dyn std::error::Error>>;
type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Draws the picture as SVG.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn draw(path: &Path, table: &Table, outcomes: &[Outcome]) -> Result<(), String> {
    panels(path, table, outcomes)
        .map_err(|reason| format!("cannot draw `{}`: {reason}", path.display()))
}

fn panels(path: &Path, table: &Table, outcomes: &[Outcome]) -> Drawn {
    let area = SVGBackend::new(path, (1_260, 820)).into_drawing_area();
    area.fill(&WHITE)?;
    let (above, below) = area.split_vertically(360);
    let columns = outcomes.len();
    let panels = above.split_evenly((1, columns)).into_iter().zip(below.split_evenly((1, columns)));
    for (outcome, (above, below)) in outcomes.iter().zip(panels) {
        waits(&above, outcome)?;
        matrix(&below, table, &outcome.chats)?;
    }
    area.present()?;
    Ok(())
}

/// The share of patrons who still wait, over the seconds since they asked.
fn waits(area: &Area<'_>, outcome: &Outcome) -> Drawn {
    let title = format!(
        "{}: mean {:.1} s, {:.1} % at home",
        outcome.plan.name(),
        outcome.waits.mean() / 1_000.0,
        100.0 * outcome.share_at_home()
    );
    let mut chart = ChartBuilder::on(area)
        .caption(title, ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(44)
        .build_cartesian_2d(0.0..f64::from(SHOWN_SECS), 0.0..100.0)?;
    chart
        .configure_mesh()
        .x_labels(7)
        .y_labels(6)
        .x_label_formatter(&|seconds| format!("{seconds:.0}"))
        .y_label_formatter(&|share| format!("{share:.0}"))
        .x_desc("seconds since they asked")
        .y_desc("still waiting, %")
        .light_line_style(WHITE)
        .draw()?;
    let points = (0..).zip(&outcome.waited_longer);
    let points = points.map(|(seconds, share)| (f64::from(seconds), 100.0 * share));
    chart.draw_series(LineSeries::new(points, BLUE.stroke_width(2)))?;
    Ok(())
}

/// Whose patrons (lines) were answered by whom (columns): the darker, the larger a share of theirs.
fn matrix(area: &Area<'_>, table: &Table, chats: &BTreeMap<(usize, usize), u32>) -> Drawn {
    let size = i32::try_from(table.names.len())?;
    // Plotters counts lines from below, people from above.
    let line = |home: usize| i32::try_from(home).map(|home| size - 1 - home);
    let mut chart = ChartBuilder::on(area)
        .caption("whose patrons (lines), answered by whom (columns)", ("sans-serif", 15))
        .margin(12)
        .x_label_area_size(24)
        .y_label_area_size(104)
        .build_cartesian_2d((0..size - 1).into_segmented(), (0..size - 1).into_segmented())?;
    chart
        .configure_mesh()
        .disable_mesh()
        .x_labels(table.names.len())
        .y_labels(table.names.len())
        .label_style(("sans-serif", 10))
        .x_label_formatter(&|column| numbered(column).map_or(String::new(), |n| n.to_string()))
        .y_label_formatter(&|line| label(table, size, line).unwrap_or_default())
        .draw()?;
    let mut asked = vec![0; table.names.len()];
    for ((home, _), chats) in chats {
        asked[*home] += chats;
    }
    let edge = |at| if at == size { SegmentValue::Last } else { SegmentValue::Exact(at) };
    for (&(home, by), &answered) in chats {
        let (line, column) = (line(home)?, i32::try_from(by)?);
        let colour = BLUE.mix(share(answered, asked[home]).max(0.02));
        let cell = [(edge(column), edge(line)), (edge(column + 1), edge(line + 1))];
        chart.draw_series([Rectangle::new(cell, colour.filled())])?;
    }
    Ok(())
}

/// The number of a column, counted from 1.
const fn numbered(segment: &SegmentValue<i32>) -> Option<i32> {
    match segment {
        SegmentValue::CenterOf(at) | SegmentValue::Exact(at) => Some(*at + 1),
        SegmentValue::Last => None,
    }
}

/// The name of the institution of a line, and its number.
fn label(table: &Table, size: i32, line: &SegmentValue<i32>) -> Option<String> {
    let number = size + 1 - numbered(line)?;
    let name = table.names.get(usize::try_from(number - 1).ok()?)?;
    Some(format!("{} {number}", name.chars().take(16).collect::<String>()))
}
