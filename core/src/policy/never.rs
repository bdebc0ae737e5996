//! A span, or `never`: for fields that are left out where a span is meant, in forms that cannot say
//! `null`.

use core::fmt;

use serde::de::{self, Deserializer, IntoDeserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::time::Span;

const NEVER: &str = "never";

#[expect(clippy::ref_option, reason = "serde hands the field")]
pub(super) fn serialize<S: Serializer>(span: &Option<Span>, to: S) -> Result<S::Ok, S::Error> {
    match span {
        Some(span) => span.serialize(to),
        None if to.is_human_readable() => to.serialize_str(NEVER),
        None => to.serialize_none(),
    }
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Span>, D::Error> {
    if from.is_human_readable() { from.deserialize_any(OrNever) } else { Option::deserialize(from) }
}

struct OrNever;

impl Visitor<'_> for OrNever {
    type Value = Option<Span>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`never`, a whole number of milliseconds, or a text such as `40 s`")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Option<Span>, E> {
        Ok(None)
    }

    fn visit_none<E: de::Error>(self) -> Result<Option<Span>, E> {
        Ok(None)
    }

    fn visit_u64<E: de::Error>(self, millis: u64) -> Result<Option<Span>, E> {
        Span::deserialize(millis.into_deserializer()).map(Some)
    }

    fn visit_f64<E: de::Error>(self, millis: f64) -> Result<Option<Span>, E> {
        Span::deserialize(millis.into_deserializer()).map(Some)
    }

    fn visit_i64<E: de::Error>(self, millis: i64) -> Result<Option<Span>, E> {
        Span::deserialize(millis.into_deserializer()).map(Some)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Option<Span>, E> {
        if text == NEVER {
            return Ok(None);
        }
        Span::deserialize(text.into_deserializer()).map(Some)
    }
}
