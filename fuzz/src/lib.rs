//! Whatever the bytes are: what refdesk claims of any input, as functions that panic where it does not
//! hold.
//!
//! Each function is the whole of a fuzz target of the same name, so that what was found is replayed by
//! an ordinary test (`tests/replay.rs`).

mod command;
mod draw;
mod edit;
mod going_on;
mod journal;
mod setup;
mod snapshot;
pub mod stories;
mod story;

pub use command::command;
pub use draw::Draw;
pub use edit::edit;
pub use journal::journal;
pub use setup::setup;
pub use snapshot::{KEPT, snapshot};
pub use story::story;

/// A target by its name.
pub type Target = fn(&[u8]);

/// All targets, by name.
pub const TARGETS: [(&str, Target); 5] = [
    ("command", command),
    ("journal", journal),
    ("setup", setup),
    ("snapshot", snapshot),
    ("story", story),
];
