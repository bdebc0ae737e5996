//! What is wrong with a value that was handed in.

use core::fmt;

use refdesk::wire::WireError;

/// What was handed in is no value that a command can have.
#[derive(Clone, Debug)]
pub struct Fault {
    path: String,
    text: String,
}

impl Fault {
    /// What is wrong.
    #[expect(clippy::needless_pass_by_value, reason = "errors are handed over")]
    pub fn new(text: impl ToString) -> Self {
        Self { path: String::new(), text: text.to_string() }
    }

    /// What is wrong in what goes in the wire form stands as deep in its path.
    #[cold]
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "errors are handed over")]
    pub fn of(fault: WireError) -> Self {
        Self { path: fault.path().into(), text: format!("this cannot be read: {}", fault.what()) }
    }

    /// Both sides are of one version, or the library is not loaded.
    #[cold]
    #[must_use]
    pub fn cut() -> Self {
        Self::new("the bytes end in the midst of a value")
    }

    /// In which field, or at which place of a list.
    #[cold]
    #[must_use]
    pub fn within(mut self, name: &str) -> Self {
        let joint = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{name}{joint}{}", self.path);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.text)
        } else {
            write!(f, "`{}`: {}", self.path, self.text)
        }
    }
}
