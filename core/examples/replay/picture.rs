//! The picture: the mean wait by quarter of an hour, recorded against routed.

use std::path::Path;

use plotters::prelude::*;

use crate::figures::Waits;
use crate::simulation::Fate;

const QUARTER: u32 = 900;

/// Draws the picture as SVG.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn draw(path: &Path, fates: &[Fate]) -> Result<(), String> {
    let recorded = by_quarter(fates, |fate| fate.contact.waited);
    let routed = by_quarter(fates, |fate| fate.routed.waited());
    chart(path, &recorded, &routed)
        .map_err(|reason| format!("cannot draw `{}`: {reason}", path.display()))
}

fn by_quarter(fates: &[Fate], wait: impl Fn(&Fate) -> u32) -> Vec<(f64, f64)> {
    let mut quarters = vec![Vec::new(); 96];
    for fate in fates {
        quarters[(fate.contact.asked / QUARTER) as usize].push(wait(fate));
    }
    let hours = (0..).map(|quarter| f64::from(quarter) / 4.0);
    // Where nobody came there is no wait to draw.
    let asked = hours.zip(quarters).filter(|(_, waits)| !waits.is_empty());
    asked.map(|(hour, waits)| (hour, Waits::of(waits).mean())).collect()
}

fn chart(
    path: &Path,
    recorded: &[(f64, f64)],
    routed: &[(f64, f64)],
) -> Result<(), Box<dyn std::error::Error>> {
    let highest = recorded.iter().chain(routed).map(|point| point.1).fold(1.0, f64::max);
    let area = SVGBackend::new(path, (900, 420)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption("Waiting over the day", ("sans-serif", 20))
        .margin(14)
        .x_label_area_size(40)
        .y_label_area_size(52)
        .build_cartesian_2d(0.0..24.0, 0.0..highest * 1.1)?;
    chart
        .configure_mesh()
        .x_labels(13)
        .x_label_formatter(&|hour| format!("{hour:.0}:00"))
        .x_desc("time of asking")
        .y_desc("mean wait, seconds")
        .light_line_style(WHITE)
        .draw()?;
    for (points, colour, name) in [(recorded, &RED, "recorded"), (routed, &BLUE, "routed")] {
        chart
            .draw_series(LineSeries::new(points.iter().copied(), colour.stroke_width(2)))?
            .label(name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2)));
    }
    let mut legend = chart.configure_series_labels();
    legend.position(SeriesLabelPosition::UpperLeft);
    legend.background_style(WHITE).border_style(BLACK).draw()?;
    area.present()?;
    Ok(())
}
