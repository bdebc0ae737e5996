//! What a number, a text and a list are to JavaScript.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use refdesk as core;

use core::chain::{Digest, Salt};
use core::{Content, Operators, Span, Text, Timestamp};

use crate::stream::{AsText, Fault, Given, Out, Put, Take};

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Put for core::$name {
            fn put(&self, out: &mut Out) {
                out.text(self.as_str());
            }
        }
        impl Take for core::$name {
            fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
                Self::new(given.text()?).map_err(Fault::new)
            }
        }
    )*};
}
ids! { InstitutionId OperatorId QueueId GroupId SkillId ChatId ChannelId PatronId SessionId ContactId MessageId }

macro_rules! minted {
    ($($name:ident)*) => {$(
        impl Put for core::$name {
            fn put(&self, out: &mut Out) {
                out.number(self.number().into());
            }
        }
        impl Take for core::$name {
            fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
                u32::take(given).map(Self::new)
            }
        }
    )*};
}
minted! { OfferId TransferId ProposalId }

macro_rules! small {
    ($($name:ident)*) => {$(
        impl Put for $name {
            fn put(&self, out: &mut Out) {
                out.number((*self).into());
            }
        }
        impl Take for $name {
            fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
                whole(given, Self::MIN.into(), Self::MAX.into()).and_then(|number| {
                    Self::try_from(number).map_err(Fault::new)
                })
            }
        }
    )*};
}
small! { u8 u16 u32 }

impl Put for u64 {
    fn put(&self, out: &mut Out) {
        out.number(*self);
    }
}

/// As exact as JavaScript has it.
impl Take for u64 {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        whole(given, 0, SAFE)?.try_into().map_err(Fault::new)
    }
}

impl Take for i8 {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        whole(given, Self::MIN.into(), Self::MAX.into())?.try_into().map_err(Fault::new)
    }
}

/// The greatest number of JavaScript between which and 0 none is missing.
const SAFE: i64 = 9_007_199_254_740_991;

fn whole(given: &mut Given<'_>, least: i64, most: i64) -> Result<i64, Fault> {
    let number = given.number()?;
    #[expect(clippy::cast_precision_loss, reason = "bounds are safe numbers")]
    if number.fract() == 0.0 && (least as f64..=most as f64).contains(&number) {
        #[expect(clippy::cast_possible_truncation, reason = "it is between them")]
        Ok(number as i64)
    } else {
        Err(Fault::new(format!("a whole number from {least} to {most} is wanted, not {number}")))
    }
}

impl Put for bool {
    fn put(&self, out: &mut Out) {
        out.byte((*self).into());
    }
}

impl Take for bool {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        given.flag()
    }
}

impl Put for Text {
    fn put(&self, out: &mut Out) {
        out.text(self.as_str());
    }
}

impl Take for Text {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        given.text().map(Self::from)
    }
}

impl Put for String {
    fn put(&self, out: &mut Out) {
        out.text(self);
    }
}

impl Put for Timestamp {
    fn put(&self, out: &mut Out) {
        out.instant(self.as_millis());
    }
}

impl Take for Timestamp {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        whole(given, -SAFE, SAFE).map(Self::from_millis)
    }
}

impl Put for Span {
    fn put(&self, out: &mut Out) {
        out.number(self.as_millis());
    }
}

/// As 64 hexadecimal digits, as on the wire.
macro_rules! digests {
    ($($name:ident)*) => {$(
        impl Put for $name {
            fn put(&self, out: &mut Out) {
                out.text(&String::from(*self));
            }
        }
        impl Take for $name {
            fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
                given.text()?.parse().map_err(Fault::new)
            }
        }
    )*};
}
digests! { Digest Salt }

/// Either the words, or where the host keeps them.
impl Put for Content {
    fn put(&self, out: &mut Out) {
        match self {
            Self::Text(text) => {
                out.byte(0);
                text.put(out);
            }
            Self::Reference(reference) => {
                out.byte(1);
                reference.put(out);
            }
        }
    }
}

impl Take for Content {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        if given.flag()? {
            given.field("reference").map(Self::Reference)
        } else {
            given.field("text").map(Self::Text)
        }
    }
}

impl Put for Operators {
    fn put(&self, out: &mut Out) {
        self.as_slice().put(out);
    }
}

impl<T: Put> Put for [T] {
    fn put(&self, out: &mut Out) {
        out.number(self.len() as u64);
        for item in self {
            item.put(out);
        }
    }
}

impl<T: Put> Put for Vec<T> {
    fn put(&self, out: &mut Out) {
        self.as_slice().put(out);
    }
}

impl<T: Take> Take for Vec<T> {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        let count = given.count()?;
        // What is said to come may not be there.
        let mut items = Self::with_capacity(count.min(64));
        for number in 0..count {
            items.push(T::take(given).map_err(|fault| fault.within(&format!("[{number}]")))?);
        }
        Ok(items)
    }
}

impl<T: Put> Put for BTreeSet<T> {
    fn put(&self, out: &mut Out) {
        out.number(self.len() as u64);
        for item in self {
            item.put(out);
        }
    }
}

impl<T: Take + Ord> Take for BTreeSet<T> {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        Vec::take(given).map(|items| items.into_iter().collect())
    }
}

impl<K: Take + Ord, T: Take> Take for BTreeMap<K, T> {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        let count = given.count()?;
        let mut map = Self::new();
        for _ in 0..count {
            let key = K::take(given)?;
            map.insert(key, T::take(given)?);
        }
        Ok(map)
    }
}

impl<T: Put> Put for Option<T> {
    fn put(&self, out: &mut Out) {
        out.if_any(self.as_ref());
    }
}

impl<T: Take> Take for Option<T> {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        if given.flag()? { T::take(given).map(Some) } else { Ok(None) }
    }
}

macro_rules! pointers {
    ($($name:ident)*) => {$(
        impl<T: Put + ?Sized> Put for $name<T> {
            fn put(&self, out: &mut Out) {
                (**self).put(out);
            }
        }
        impl<T: Take> Take for $name<T> {
            fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
                T::take(given).map(Self::new)
            }
        }
    )*};
}
pointers! { Box Arc }

impl<T: Put + ?Sized> Put for &T {
    fn put(&self, out: &mut Out) {
        (**self).put(out);
    }
}

impl<T: Put, U: Put> Put for (T, U) {
    fn put(&self, out: &mut Out) {
        self.0.put(out);
        self.1.put(out);
    }
}

/// What goes as JSON.
macro_rules! as_text {
    ($($name:ty)*) => {$(
        impl Put for $name {
            fn put(&self, out: &mut Out) {
                AsText(self).put(out);
            }
        }
        impl Take for $name {
            fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
                AsText::take(given).map(|AsText(value)| value)
            }
        }
    )*};
}
as_text! { core::Policy core::Terms core::hours::OwnHours core::Config core::Explanation core::Page }
