//! Draws `benches/growth.svg` from the times that `cargo bench -p refdesk-benches --bench time` has
//! left in `target/criterion`: the time of a command against the number of operators.

use std::error::Error;
use std::fs;
use std::path::Path;

use plotters::prelude::*;

/// Commands of a cycle.
const COMMANDS: f64 = 3.0;

/// Operators, and nanoseconds a command.
type Curve = Vec<(f64, f64)>;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (floor, steady) = (curve(root, "floor")?, curve(root, "steady")?);
    let path = root.join("growth.svg");
    let area = SVGBackend::new(&path, (720, 400)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .margin(16)
        .x_label_area_size(40)
        .y_label_area_size(56)
        .build_cartesian_2d((1_000.0..200_000.0).log_scale(), (20.0..3_000.0).log_scale())?;
    chart.configure_mesh().x_desc("operators").y_desc("ns a command").draw()?;
    for (name, curve, colour) in [("refdesk", steady, &BLUE), ("floor", floor, &RED)] {
        chart
            .draw_series(LineSeries::new(curve.iter().copied(), colour))?
            .label(name)
            .legend(|(x, y)| PathElement::new([(x, y), (x + 16, y)], *colour));
        chart.draw_series(curve.iter().map(|&at| Circle::new(at, 3, colour.filled())))?;
    }
    chart.configure_series_labels().border_style(BLACK).draw()?;
    area.present()?;
    Ok(())
}

#[expect(clippy::float_arithmetic, reason = "a figure to be read")]
fn curve(root: &Path, name: &str) -> Result<Curve, Box<dyn Error>> {
    let sizes = [1_000_u32, 10_000, 50_000, 100_000, 200_000];
    let read = |operators: u32| {
        let folder = root.join("../target/criterion/life").join(format!("{name}_{operators}"));
        let text = fs::read_to_string(folder.join("new/estimates.json"))?;
        let estimates: serde_json::Value = serde_json::from_str(&text)?;
        let cycle = estimates["mean"]["point_estimate"].as_f64().ok_or("no estimate")?;
        Ok((f64::from(operators), cycle / COMMANDS))
    };
    sizes.into_iter().map(read).collect()
}
