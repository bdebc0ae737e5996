//! Hours that are written where they are wanted, or named there.

use core::fmt;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::finding::Finding;

use super::{HolidayLists, Hours, HoursFault, HoursReport, Schedule, Zones};

/// Hours, and the lists of holidays that they name: all that it takes to know when something is open.
/// In a setup document a name alone may stand for all of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::or_name))]
#[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnHours {
    /// The hours; in a setup document also the name of some that it has.
    pub hours: HoursOf,
    /// The lists of holidays that their exceptions may name. Default: none.
    #[serde(default)]
    pub holidays: HolidayLists,
}

impl From<Hours> for OwnHours {
    fn from(hours: Hours) -> Self {
        Self { hours: hours.into(), holidays: HolidayLists::new() }
    }
}

impl Serialize for OwnHours {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, to)
    }
}

impl<'de> Deserialize<'de> for OwnHours {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NameOrOwn)
    }
}

struct NameOrOwn;

impl<'de> Visitor<'de> for NameOrOwn {
    type Value = OwnHours;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table with `hours`, or the name of hours of the setup document")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<OwnHours, E> {
        let hours = HoursOf::Named(name.to_owned());
        Ok(OwnHours { hours, holidays: HolidayLists::new() })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OwnHours, A::Error> {
        OwnHours::deserialize(MapAccessDeserializer::new(map))
    }
}

/// Hours, or the name of some: only a [setup document](crate::setup) has hours by name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum HoursOf {
    /// These.
    Here(Hours),
    /// Those that the setup document has by this name.
    Named(String),
}

impl HoursOf {
    /// As [`Hours::check`]. Hours that are only named have a fault: see [`HoursOf::Named`].
    #[must_use]
    pub fn check(&self, holidays: &HolidayLists, zones: &mut Zones) -> HoursReport {
        match self {
            Self::Here(hours) => hours.check(holidays, zones),
            Self::Named(name) => unknown(name),
        }
    }

    /// As [`Hours::schedule`].
    ///
    /// # Errors
    /// As there, and for hours that are only named.
    pub fn schedule(
        &self,
        holidays: &HolidayLists,
        zones: &mut Zones,
    ) -> Result<Schedule, HoursReport> {
        match self {
            Self::Here(hours) => hours.schedule(holidays, zones),
            Self::Named(name) => Err(unknown(name)),
        }
    }
}

fn unknown(name: &str) -> HoursReport {
    let what = HoursFault::UnknownHours { name: name.to_owned() };
    HoursReport { faults: vec![Finding { path: String::new(), what }], ..HoursReport::default() }
}

impl From<Hours> for HoursOf {
    fn from(hours: Hours) -> Self {
        Self::Here(hours)
    }
}

impl<'de> Deserialize<'de> for HoursOf {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NameOrTable)
    }
}

struct NameOrTable;

impl<'de> Visitor<'de> for NameOrTable {
    type Value = HoursOf;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hours, or the name of hours of the setup document")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<HoursOf, E> {
        Ok(HoursOf::Named(name.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<HoursOf, A::Error> {
        Hours::deserialize(MapAccessDeserializer::new(map)).map(HoursOf::Here)
    }
}
