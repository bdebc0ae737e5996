//! JSON that keeps the order of its keys, so that a rewritten scenario reads as its author wrote it.

use core::fmt;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::de::{DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

/// A line may be this long before it is broken up.
const WIDTH: usize = 180;

/// A value as it stands in a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// The wire form of anything, in its own order of keys.
    pub(crate) fn of(value: &impl Serialize) -> Self {
        let text = serde_json::to_string(value).expect("the wire form has no maps with odd keys");
        Self::parse(&text).expect("what serde_json writes, it reads")
    }

    /// What this is the wire form of.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, String> {
        serde_json::from_str(&self.to_string()).map_err(|error| format!("{error} in {self}"))
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(fields) => fields.iter().find(|field| field.0 == key).map(|field| &field.1),
            _ => None,
        }
    }

    /// The items of a list; none where there is no list.
    pub(crate) fn items(&self, key: &str) -> &[Self] {
        match self.get(key) {
            Some(Self::List(items)) => items,
            _ => &[],
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn int(&self) -> Option<i64> {
        if let Self::Number(number) = self { number.as_i64() } else { None }
    }

    pub(crate) fn keys(&self) -> Vec<&str> {
        match self {
            Self::Map(fields) => fields.iter().map(|field| field.0.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn without(self, key: &str) -> Self {
        match self {
            Self::Map(fields) => {
                Self::Map(fields.into_iter().filter(|field| field.0 != key).collect())
            }
            other => other,
        }
    }

    /// The same with a value for a key: in its place if the key is there, else at the end.
    pub(crate) fn with(mut self, key: &str, value: Self) -> Self {
        if let Self::Map(fields) = &mut self {
            match fields.iter_mut().find(|field| field.0 == key) {
                Some(field) => field.1 = value,
                None => fields.push((key.to_owned(), value)),
            }
        }
        self
    }

    /// The same value, whatever the order of its keys.
    pub(crate) fn same_as(&self, other: &Self) -> bool {
        let value = |json: &Self| json.read::<serde_json::Value>();
        value(self) == value(other)
    }

    /// Laid out for people: what fits stands on one line, the rest has a line for each part.
    pub(crate) fn laid_out(&self, indent: usize) -> String {
        let line = self.to_string();
        if indent + line.chars().count() <= WIDTH {
            return line;
        }
        let parts: Vec<String> = match self {
            Self::List(items) => items.iter().map(|item| item.laid_out(indent + 2)).collect(),
            Self::Map(fields) => fields
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), value.laid_out(indent + 2)))
                .collect(),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => return line,
        };
        block(&parts, indent, matches!(self, Self::List(_)))
    }
}

/// Parts one below the other, in the brackets of a list or a map.
pub(crate) fn block(parts: &[String], indent: usize, list: bool) -> String {
    let (open, close) = if list { ('[', ']') } else { ('{', '}') };
    let inner = " ".repeat(indent + 2);
    let outer = " ".repeat(indent);
    format!("{open}\n{inner}{}\n{outer}{close}", parts.join(&format!(",\n{inner}")))
}

pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string is JSON")
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::to_string).collect();
                write!(f, "[{}]", items.join(", "))
            }
            Self::Map(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|(key, value)| format!("{}: {value}", quoted(key))).collect();
                write!(f, "{{{}}}", fields.join(", "))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Map(fields))
    }
}
