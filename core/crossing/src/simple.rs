//! What crosses and has no parts of its own, and what holds several of one kind.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use refdesk as core;

use core::chain::{Digest, Salt};
use core::{Command, Content, Event, Operators, Span, Text, Timestamp};

use crate::{Fault, Given, Out, Put, Take};

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Put for core::$name {
            fn put<O: Out>(&self, out: &mut O) {
                out.text(self.as_str());
            }
        }
        impl Take for core::$name {
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                Self::new(given.text()?).map_err(Fault::new)
            }
        }
    )*};
}
ids! { InstitutionId OperatorId QueueId GroupId SkillId ChatId ChannelId PatronId SessionId ContactId MessageId }

macro_rules! minted {
    ($($name:ident)*) => {$(
        impl Put for core::$name {
            fn put<O: Out>(&self, out: &mut O) {
                out.number(self.number().into());
            }
        }
        impl Take for core::$name {
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                u32::take(given).map(Self::new)
            }
        }
    )*};
}
minted! { OfferId TransferId ProposalId }

macro_rules! small {
    ($($name:ident)*) => {$(
        impl Put for $name {
            fn put<O: Out>(&self, out: &mut O) {
                out.number((*self).into());
            }
        }
        impl Take for $name {
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                given.number(Self::MIN.into(), Self::MAX.into()).and_then(|number| {
                    Self::try_from(number).map_err(Fault::new)
                })
            }
        }
    )*};
}
small! { u8 u16 u32 }

impl Take for i8 {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        given.number(Self::MIN.into(), Self::MAX.into())?.try_into().map_err(Fault::new)
    }
}

impl Put for u64 {
    fn put<O: Out>(&self, out: &mut O) {
        out.number(*self);
    }
}

impl Take for u64 {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        given.large()
    }
}

impl Put for bool {
    fn put<O: Out>(&self, out: &mut O) {
        out.byte((*self).into());
    }
}

impl Take for bool {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        given.flag()
    }
}

impl Put for Text {
    fn put<O: Out>(&self, out: &mut O) {
        out.text(self.as_str());
    }
}

impl Take for Text {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        given.text().map(Self::from)
    }
}

impl Put for String {
    fn put<O: Out>(&self, out: &mut O) {
        out.text(self);
    }
}

impl Put for Timestamp {
    fn put<O: Out>(&self, out: &mut O) {
        out.instant(self.as_millis());
    }
}

impl Take for Timestamp {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        given.instant().map(Self::from_millis)
    }
}

impl Put for Span {
    fn put<O: Out>(&self, out: &mut O) {
        out.number(self.as_millis());
    }
}

/// As 64 hexadecimal digits, as on the wire.
macro_rules! digests {
    ($($name:ident)*) => {$(
        impl Put for $name {
            fn put<O: Out>(&self, out: &mut O) {
                out.text(&String::from(*self));
            }
        }
        impl Take for $name {
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                given.text()?.parse().map_err(Fault::new)
            }
        }
    )*};
}
digests! { Digest Salt }

impl Put for Event {
    fn put<O: Out>(&self, out: &mut O) {
        self.at.put(out);
        self.seq.put(out);
        self.kind.put(out);
    }
}

impl Take for Command {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        Ok(Self { by: given.field("by")?, action: given.field("action")? })
    }
}

/// Either the words, or where the host keeps them.
impl Put for Content {
    fn put<O: Out>(&self, out: &mut O) {
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
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        if given.flag()? {
            given.field("reference").map(Self::Reference)
        } else {
            given.field("text").map(Self::Text)
        }
    }
}

impl Put for Operators {
    fn put<O: Out>(&self, out: &mut O) {
        self.as_slice().put(out);
    }
}

impl<T: Put> Put for [T] {
    fn put<O: Out>(&self, out: &mut O) {
        out.number(self.len() as u64);
        for item in self {
            item.put(out);
        }
    }
}

impl<T: Put> Put for Vec<T> {
    fn put<O: Out>(&self, out: &mut O) {
        self.as_slice().put(out);
    }
}

impl<T: Take> Take for Vec<T> {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        let count = given.count()?;
        // What is said to come may not be there.
        let mut items = Self::with_capacity(count.min(64));
        for number in 0..count {
            items.push(T::take(given).map_err(|fault| fault.numbered(number))?);
        }
        Ok(items)
    }
}

impl<T: Put> Put for BTreeSet<T> {
    fn put<O: Out>(&self, out: &mut O) {
        out.number(self.len() as u64);
        for item in self {
            item.put(out);
        }
    }
}

impl<T: Take + Ord> Take for BTreeSet<T> {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        Vec::take(given).map(|items| items.into_iter().collect())
    }
}

impl<K: Take + Ord + fmt::Display, T: Take> Take for BTreeMap<K, T> {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        let count = given.count()?;
        let mut map = Self::new();
        for _ in 0..count {
            let key = K::take(given)?;
            let item = T::take(given).map_err(|fault| fault.within(&key.to_string()))?;
            map.insert(key, item);
        }
        Ok(map)
    }
}

impl<T: Put> Put for Option<T> {
    fn put<O: Out>(&self, out: &mut O) {
        out.if_any(self.as_ref());
    }
}

impl<T: Take> Take for Option<T> {
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        if given.flag()? { T::take(given).map(Some) } else { Ok(None) }
    }
}

macro_rules! pointers {
    ($($name:ident)*) => {$(
        impl<T: Put + ?Sized> Put for $name<T> {
            fn put<O: Out>(&self, out: &mut O) {
                (**self).put(out);
            }
        }
        impl<T: Take> Take for $name<T> {
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                T::take(given).map(Self::new)
            }
        }
    )*};
}
pointers! { Box Arc }

impl<T: Put + ?Sized> Put for &T {
    fn put<O: Out>(&self, out: &mut O) {
        (**self).put(out);
    }
}

impl<T: Put, U: Put> Put for (T, U) {
    fn put<O: Out>(&self, out: &mut O) {
        self.0.put(out);
        self.1.put(out);
    }
}

/// What has many parts and is seldom seen.
macro_rules! wholes {
    ($($name:ty)*) => {$(
        impl Put for $name {
            fn put<O: Out>(&self, out: &mut O) {
                out.whole(self);
            }
        }
        impl Take for $name {
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                given.whole()
            }
        }
    )*};
}
wholes! { core::Policy core::Terms core::hours::OwnHours core::Config core::Explanation core::Page }
