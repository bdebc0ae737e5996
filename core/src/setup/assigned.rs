//! Who is assigned to a queue, written as short as it can be.

use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::id::OperatorId;
use crate::policy::{is_default, is_one, one};

/// An operator's assignment to a queue. Where there is no more to say, their id stands for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::or_id))]
#[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields)]
pub struct Assigned {
    /// Who.
    pub operator: OperatorId,
    /// Whether they have opted in. Default: as they have it; at first they have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Their rank where the order is by fixed ranks: 0 is the first. Default: 0.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rank: u16,
    /// How many chats their turn is worth where the order is round robin by weight; 0 counts as 1.
    /// Default: 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u16,
    /// The most units of chats that they answer at once of those that reached them through this
    /// assignment. Default: as many as their capacity allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u16>,
}

impl Assigned {
    /// The assignment of this operator, with the defaults for the rest.
    #[must_use]
    pub const fn of(operator: OperatorId) -> Self {
        Self { operator, enabled: None, rank: 0, weight: one(), limit: None }
    }

    fn is_plain(&self) -> bool {
        *self == Self::of(self.operator.clone())
    }
}

impl Serialize for Assigned {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.is_plain() { self.operator.serialize(to) } else { Self::serialize(self, to) }
    }
}

impl<'de> Deserialize<'de> for Assigned {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(IdOrTable)
    }
}

struct IdOrTable;

impl<'de> Visitor<'de> for IdOrTable {
    type Value = Assigned;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of an operator, or a table with `operator`")
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<Assigned, E> {
        OperatorId::new(id).map(Assigned::of).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Assigned, A::Error> {
        Assigned::deserialize(MapAccessDeserializer::new(map))
    }
}
