//! What was found in a document that people wrote, and where.

use core::fmt;

use alloc::string::String;

use serde::{Deserialize, Serialize};

/// Something found in a document, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding<T> {
    /// Where: keys with points between them, places in lists counted from 0, such as
    /// `exceptions[2].windows[0].from`. Empty: the document as a whole.
    pub path: String,
    /// What was found there.
    pub what: T,
}

impl<T: fmt::Display> fmt::Display for Finding<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return self.what.fmt(f);
        }
        write!(f, "{}: {}", self.path, self.what)
    }
}
