//! The scenarios of `scenarios/`.

use std::path::Path;

use refdesk::testing::{Scenario, scenarios_in};

/// All of them, by name.
pub(crate) fn stories() -> Vec<(String, Scenario)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let stories = scenarios_in(folder).unwrap_or_else(|error| panic!("{error}"));
    let named = stories.into_iter().map(|(path, story)| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        (name, story)
    });
    named.collect()
}
