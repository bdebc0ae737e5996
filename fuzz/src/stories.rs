//! The scenarios of the library, and what they lead to.

use std::path::Path;

use refdesk::testing::{Scenario, scenarios_in};
use refdesk::{Command, Config, Router, Timestamp};

/// A scenario and its name.
#[derive(Clone, Debug)]
pub struct Story {
    /// What its file is called.
    pub name: String,
    scenario: Scenario,
}

/// All of them, by name.
///
/// # Panics
/// Where a file of theirs is no scenario.
#[must_use]
pub fn all() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/scenarios");
    let filed = scenarios_in(folder).expect("the scenarios of the library can be read");
    let stories = filed.into_iter().map(|(path, scenario)| {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
        Story { name: name.unwrap_or_default(), scenario }
    });
    stories.collect()
}

/// Those of these names, in their order.
///
/// # Panics
/// Where one is not there.
#[must_use]
pub fn named(names: &[&str]) -> Vec<Story> {
    let all = all();
    let find = |name: &&str| all.iter().find(|story| story.name == **name).cloned();
    names.iter().map(|name| find(name).expect("the scenario is there")).collect()
}

impl Story {
    /// The configuration of its router.
    #[must_use]
    pub fn config(&self) -> Config {
        self.router_after(0).config().clone()
    }

    /// Its commands, each with its time.
    ///
    /// # Panics
    /// Where one of them cannot be read.
    #[must_use]
    pub fn commands(&self) -> Vec<(Timestamp, Command)> {
        self.scenario.commands().expect("its commands can be read")
    }

    /// The router where most is going on: the last steps clear everything away in many stories.
    #[must_use]
    pub fn router_halfway(&self) -> Router {
        self.router_after(self.scenario.steps() / 2)
    }

    fn router_after(&self, steps: usize) -> Router {
        self.scenario.router_after(steps).expect("it goes as it is told")
    }
}
