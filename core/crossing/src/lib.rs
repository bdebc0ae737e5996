//! Which values cross between the core and a binding, and in which order.
//!
//! A crossing is one call, and its values are bytes. They stand one after the other, without names: both sides are
//! written from the same sources and agree on the order. Where a value may be left out, a byte says whether it is; a
//! byte says which of several kinds of thing follows, or which of several words it is. How a number and a text is
//! written is up to the binding, and to what its language reads soonest: its [`Out`] and its [`Given`].

mod fault;
#[allow(
    clippy::default_trait_access,
    clippy::wildcard_imports,
    reason = "tables, written by a program"
)]
mod mirror;
mod simple;
mod tables;

pub use fault::Fault;

use refdesk::wire::Wire;

/// What Rust hands out.
pub trait Out: Sized {
    /// A byte as it is: which of several kinds, or whether something is there.
    fn byte(&mut self, byte: u8);

    /// A number that is never negative.
    fn number(&mut self, number: u64);

    /// An instant, in milliseconds.
    fn instant(&mut self, millis: i64);

    /// A text.
    fn text(&mut self, text: &str);

    /// What has many parts and is seldom seen, in the wire form.
    fn whole(&mut self, value: &impl Wire);

    /// A value that is left out where it is the default.
    fn unless_default<T: Put + Default + PartialEq>(&mut self, value: &T) {
        let there = *value != T::default();
        self.byte(there.into());
        if there {
            value.put(self);
        }
    }

    /// A value that is left out where there is none.
    fn if_any<T: Put>(&mut self, value: Option<&T>) {
        self.byte(value.is_some().into());
        if let Some(value) = value {
            value.put(self);
        }
    }
}

/// What the host has handed in.
pub trait Given<'b>: Sized {
    /// A byte as it is.
    ///
    /// # Errors
    /// The bytes end here.
    fn byte(&mut self) -> Result<u8, Fault>;

    /// A number between two others.
    ///
    /// # Errors
    /// It lies elsewhere.
    fn number(&mut self, least: i64, most: i64) -> Result<i64, Fault>;

    /// A number that is never negative, as large as the language has them.
    ///
    /// # Errors
    /// It is none.
    fn large(&mut self) -> Result<u64, Fault>;

    /// An instant, in milliseconds.
    ///
    /// # Errors
    /// It is none.
    fn instant(&mut self) -> Result<i64, Fault>;

    /// How many there are of something.
    ///
    /// # Errors
    /// The bytes end here.
    fn count(&mut self) -> Result<usize, Fault>;

    /// A text.
    ///
    /// # Errors
    /// It is none.
    fn text(&mut self) -> Result<&'b str, Fault>;

    /// What has many parts and is seldom seen, in the wire form.
    ///
    /// # Errors
    /// It is no such value.
    fn whole<T: Wire>(&mut self) -> Result<T, Fault>;

    /// Whether something is so.
    ///
    /// # Errors
    /// The bytes end here.
    fn flag(&mut self) -> Result<bool, Fault> {
        self.byte().map(|byte| byte != 0)
    }

    /// As a field of this name.
    ///
    /// # Errors
    /// It is no such value; the error says in which field.
    fn field<T: Take>(&mut self, name: &str) -> Result<T, Fault> {
        T::take(self).map_err(|fault| fault.within(name))
    }
}

/// What a host is shown.
pub trait Put {
    /// Writes it.
    fn put<O: Out>(&self, out: &mut O);
}

/// What a host hands in.
pub trait Take: Sized {
    /// Reads one.
    ///
    /// # Errors
    /// What stands there is none.
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault>;
}
