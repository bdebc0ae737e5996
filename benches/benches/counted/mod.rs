//! How the instructions of one kind of step are counted.

use gungraun::prelude::*;
use gungraun::{Callgrind, EntryPoint, EventKind};

/// Counts what is done within a function of the package, by its path there, and bounds the sum.
pub(crate) fn count(function: &str, bound: u64) -> LibraryBenchmarkConfig {
    let mut callgrind = Callgrind::with_args(["--cache-sim=no"]);
    callgrind
        .entry_point(EntryPoint::Custom(format!("refdesk_benches::{function}")))
        .hard_limits([(EventKind::Ir, bound)]);
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(callgrind);
    config
}
