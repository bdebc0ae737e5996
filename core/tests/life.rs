//! The life of a chat is as its table says, and the page draws the table.

use std::path::Path;

use refdesk::{LIFE, Phase, Step};

/// The table as a drawing that browsers show.
fn drawing() -> String {
    let name = |phase: &Phase| format!("{phase:?}");
    let mut lines = vec!["stateDiagram-v2".to_string()];
    for phase in Phase::ALL {
        lines.push(format!("    {}: {phase}", name(phase)));
    }
    lines.push(format!("    [*] --> {}", name(&Phase::ALL[0])));
    lines.extend(
        LIFE.iter().map(|(from, step, to)| format!("    {} --> {}: {step}", name(from), name(to))),
    );
    lines.push(format!("    {} --> [*]", name(&Phase::Ended)));
    lines.join("\n") + "\n"
}

#[test]
fn the_page_draws_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/chat.md");
    let page = std::fs::read_to_string(&path).expect("the page is there");
    let (before, rest) = page.split_once("```mermaid\n").expect("it has a drawing");
    let (drawn, after) = rest.split_once("```").expect("the drawing ends");
    if std::env::var_os("REFDESK_REWRITE").is_some() {
        let drawn = drawing();
        std::fs::write(&path, format!("{before}```mermaid\n{drawn}```{after}")).expect("written");
        return;
    }
    assert_eq!(drawn, drawing(), "set REFDESK_REWRITE=1 to draw it anew");
}

#[test]
fn every_pair_of_phase_and_step_is_allowed_only_where_it_stands_in_the_table() {
    for &from in Phase::ALL {
        for &step in Step::ALL {
            let listed = LIFE.iter().filter(|line| (line.0, line.1) == (from, step));
            let listed: Vec<Phase> = listed.map(|line| line.2).collect();
            assert_eq!(from.after(step).as_slice(), listed, "{from:?} {step:?}");
        }
    }
}

#[test]
fn whatever_is_open_can_end_and_what_has_ended_stays_so() {
    for &phase in Phase::ALL {
        let ends = phase.after(Step::End) == Some(Phase::Ended);
        assert_eq!(ends, phase != Phase::Ended, "{phase:?}");
        let steps = Step::ALL.iter().filter_map(|&step| phase.after(step));
        assert_eq!(steps.count() == 0, phase == Phase::Ended, "{phase:?}");
    }
}
