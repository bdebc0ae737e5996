//! Ids of few letters.

/// A kind and a number: `o0` is an operator.
pub(crate) fn id<T: for<'a> TryFrom<&'a str>>(kind: &str, number: u64) -> T {
    let text = format!("{kind}{number}");
    T::try_from(text.as_str()).ok().expect("it is short and plain")
}
