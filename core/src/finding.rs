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

/// What a sentence ends with where a name is not borne, but one that is nearly the same is.
pub(crate) struct Meant<'n>(pub(crate) Option<&'n str>);

impl fmt::Display for Meant<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |name| write!(f, "; `{}` can be meant", name.escape_debug()))
    }
}

/// The name among these that is nearly this one: but for small and large letters, or for one letter
/// that is wrong, missing, too many, or has changed places with the next.
pub(crate) fn meant<'n>(name: &str, mut among: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    among.find(|other| is_near(name.as_bytes(), other.as_bytes()))
}

fn is_near(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if long.len() - short.len() > 1 {
        return false;
    }
    if long.eq_ignore_ascii_case(short) {
        return true;
    }
    // A name of one letter is near to every other.
    if short.len() < 2 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(s, l)| s.eq_ignore_ascii_case(l)).count();
    let (short, long) = (&short[same..], &long[same..]);
    if short.len() < long.len() {
        return long[1..].eq_ignore_ascii_case(short);
    }
    let changed = short[1..].eq_ignore_ascii_case(&long[1..]);
    let swapped = || {
        short.len() > 1
            && short[0].eq_ignore_ascii_case(&long[1])
            && short[1].eq_ignore_ascii_case(&long[0])
            && short[2..].eq_ignore_ascii_case(&long[2..])
    };
    changed || swapped()
}
