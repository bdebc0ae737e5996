//! The scenarios of a folder.

use core::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::scenario::{Scenario, ScenarioError};

/// A scenario and the file that it was read from.
pub type Filed = (PathBuf, Scenario);

/// Reads the scenarios of a folder, its files `*.json`, in the order of their names.
///
/// # Errors
/// The first file that cannot be read, by its path.
pub fn scenarios_in(folder: impl AsRef<Path>) -> Result<Vec<Filed>, ScenarioError> {
    let folder = folder.as_ref();
    let files = fs::read_dir(folder).map_err(|error| fault(folder, error))?;
    let paths = files.map(|file| file.map(|file| file.path()));
    let mut paths = paths.collect::<Result<Vec<_>, _>>().map_err(|error| fault(folder, error))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).map_err(|error| fault(&path, error))?;
        let scenario = text.parse().map_err(|error: ScenarioError| fault(&path, error))?;
        Ok((path, scenario))
    };
    paths.into_iter().map(read).collect()
}

/// Plays the scenarios of a folder, and says how many there were. Where the environment has
/// `REFDESK_REWRITE`, it writes the files with what the router does now, for a deliberate change: read
/// the difference before you keep it. Where it has `REFDESK_ONCE`, each is told once, which is faster
/// ([`Scenario::play_once`]).
///
/// # Errors
/// Each scenario that goes otherwise than it is told, and how.
pub fn play_folder(folder: impl AsRef<Path>) -> Result<usize, ScenarioError> {
    let scenarios = scenarios_in(folder)?;
    let has = |name: &str| std::env::var_os(name).is_some();
    let play = if has("REFDESK_ONCE") { Scenario::play_once } else { Scenario::play };
    let rewrites = has("REFDESK_REWRITE");
    let plays = |(path, scenario): &Filed| {
        let done = if rewrites { write(path, scenario) } else { play(scenario) };
        done.map_err(|error| fault(path, error)).err()
    };
    let failed: Vec<String> =
        scenarios.iter().filter_map(plays).map(|error| error.to_string()).collect();
    if failed.is_empty() {
        return Ok(scenarios.len());
    }
    let (bad, all) = (failed.len(), scenarios.len());
    Err(ScenarioError::of(format!(
        "{bad} of {all} scenarios go otherwise\n\n{}\n",
        failed.join("\n\n")
    )))
}

fn write(path: &Path, scenario: &Scenario) -> Result<(), ScenarioError> {
    let text = scenario.rewritten()?;
    if text == scenario.text() {
        return Ok(());
    }
    fs::write(path, text).map_err(|error| ScenarioError::of(error.to_string()))
}

fn fault(path: &Path, error: impl Display) -> ScenarioError {
    ScenarioError::of(format!("{}: {error}", path.display()))
}
