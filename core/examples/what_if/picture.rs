//! The picture: for both worlds how long patrons wait, and what becomes of them.

use std::path::Path;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use refdesk::what_if::{Compared, Ending, Fate, WhatIf};

type Drawn = Result<(), Box<dyn std::error::Error>>;
type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Side = fn(&Compared) -> &Fate;

/// For how many seconds the picture shows waits.
const SHOWN_SECS: u32 = 120;

const ENDINGS: [Ending; 5] =
    [Ending::AtHome, Ending::ByPartner, Ending::Abandoned, Ending::Unanswered, Ending::Open];

const WORLDS: [(&str, Side, RGBColor); 2] = [
    ("recorded", |chat| &chat.recorded, RGBColor(120, 120, 120)),
    ("supposed", |chat| &chat.supposed, BLUE),
];

/// Draws the picture as SVG.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn draw(path: &Path, what_if: &WhatIf) -> Result<(), String> {
    panels(path, what_if).map_err(|reason| format!("cannot draw `{}`: {reason}", path.display()))
}

fn panels(path: &Path, what_if: &WhatIf) -> Drawn {
    let area = SVGBackend::new(path, (1_200, 460)).into_drawing_area();
    area.fill(&WHITE)?;
    let (left, right) = area.split_horizontally(620);
    waits(&left, what_if)?;
    endings(&right, what_if)?;
    area.present()?;
    Ok(())
}

/// The share of patrons who still wait, over the seconds since they asked.
fn waits(area: &Area<'_>, what_if: &WhatIf) -> Drawn {
    let mut chart = ChartBuilder::on(area)
        .caption("patrons who still wait", ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(44)
        .build_cartesian_2d(0.0..f64::from(SHOWN_SECS), 0.0..100.0)?;
    chart
        .configure_mesh()
        .x_label_formatter(&|seconds| format!("{seconds:.0}"))
        .y_label_formatter(&|share| format!("{share:.0}"))
        .x_desc("seconds since they asked")
        .y_desc("%")
        .light_line_style(WHITE)
        .draw()?;
    for (name, side, colour) in WORLDS {
        let mut waits: Vec<u64> = what_if
            .chats
            .iter()
            .filter_map(|chat| side(chat).waited())
            .map(refdesk::Span::as_millis)
            .collect();
        waits.sort_unstable();
        let points = (0..=2 * SHOWN_SECS).map(|half| {
            let longer = waits.len() - waits.partition_point(|&wait| wait <= u64::from(half) * 500);
            (f64::from(half) / 2.0, share(longer, waits.len()))
        });
        chart
            .draw_series(LineSeries::new(points, colour.stroke_width(2)))?
            .label(name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour.stroke_width(2)));
    }
    chart.configure_series_labels().border_style(BLACK.mix(0.3)).background_style(WHITE).draw()?;
    Ok(())
}

/// How many came to each end: two bars beside each other.
fn endings(area: &Area<'_>, what_if: &WhatIf) -> Drawn {
    let count = |side: Side, ending| {
        what_if.chats.iter().filter(|chat| side(chat).ending() == ending).count()
    };
    let most = ENDINGS.iter().flat_map(|&ending| WORLDS.map(|(_, side, _)| count(side, ending)));
    let most = most.max().unwrap_or_default().max(1);
    let mut chart = ChartBuilder::on(area)
        .caption("what becomes of them", ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(56)
        .build_cartesian_2d(0.0..5.0, 0..most + most / 8 + 1)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(WHITE)
        .x_labels(0)
        .y_desc("chats")
        .draw()?;
    for (place, ending) in (0..).zip(ENDINGS) {
        let left = f64::from(place);
        for (beside, (_, side, colour)) in (0..).zip(WORLDS) {
            let from = left + 0.12 + 0.38 * f64::from(beside);
            let chats = count(side, ending);
            let bar = Rectangle::new([(from, 0), (from + 0.36, chats)], colour.mix(0.8).filled());
            chart.draw_series([bar])?;
            let above = Pos::new(HPos::Center, VPos::Bottom);
            let style = ("sans-serif", 12).into_text_style(area).pos(above);
            chart.draw_series([Text::new(chats.to_string(), (from + 0.18, chats), style)])?;
        }
        let below = chart.backend_coord(&(left + 0.1, 0));
        let name = ending.to_string().replace("answered ", "");
        area.draw(&Text::new(
            name,
            (below.0 - area.get_base_pixel().0, below.1 - area.get_base_pixel().1 + 8),
            ("sans-serif", 13),
        ))?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
