//! What is wrong with a value that was handed in.

use core::fmt;

use refdesk::wire::WireError;

/// What was handed in is no value that a command can have.
#[derive(Clone, Debug)]
pub struct Fault {
    /// A dot stands before each name.
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
        let text = format!("this cannot be read: {}", fault.what());
        let whole = Self { path: String::new(), text };
        match fault.path() {
            "" => whole,
            path if path.starts_with('[') => Self { path: path.into(), ..whole },
            path => whole.within(path),
        }
    }

    /// Both sides are of one version, or the library is not loaded.
    #[cold]
    #[must_use]
    pub fn cut() -> Self {
        Self::new("the bytes end in the midst of a value")
    }

    /// In which field, or at which key of a map.
    #[cold]
    #[must_use]
    pub fn within(mut self, name: &str) -> Self {
        self.path = format!(".{name}{}", self.path);
        self
    }

    /// At which place of a list.
    #[cold]
    #[must_use]
    pub fn numbered(mut self, number: usize) -> Self {
        self.path = format!("[{number}]{}", self.path);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.text)
        } else {
            let path = self.path.strip_prefix('.').unwrap_or(&self.path);
            write!(f, "`{path}`: {}", self.text)
        }
    }
}
