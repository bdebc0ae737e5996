//! The JSON Schema of what reads more forms than its type shows.

use alloc::borrow::Cow;
use alloc::string::String;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::id::{GroupId, InstitutionId, MAX_ID_BYTES, OperatorId, QueueId, SkillId, Text};
use crate::time::Span;

macro_rules! schemas {
    ($($name:ident as $word:literal: |$generator:ident| $schema:expr;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed($word)
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

schemas! {
    InstitutionId as "InstitutionId": |_generator| id();
    OperatorId as "OperatorId": |_generator| id();
    GroupId as "GroupId": |_generator| id();
    QueueId as "QueueId": |_generator| id();
    SkillId as "SkillId": |_generator| id();
    Text as "Text": |generator| generator.subschema_for::<String>();
    Span as "Span": |_generator| json_schema!({
        "description": "A number of milliseconds, or a text such as `40 s`, `1h 30m` or `PT40S`: \
                        hours, minutes, seconds and milliseconds.",
        "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "minLength": 1 }],
    });
    SpanOrNever as "SpanOrNever": |generator| {
        let span = generator.subschema_for::<Span>();
        json_schema!({ "anyOf": [{ "const": "never" }, span, { "type": "null" }] })
    };
}

/// A field that may also be `never`.
#[derive(Debug)]
pub(crate) struct SpanOrNever;

/// Characters where the bound is one of bytes: an editor lets pass what the reader refuses then, and
/// never the other way round.
fn id() -> Schema {
    json_schema!({
        "type": "string",
        "minLength": 1,
        "maxLength": MAX_ID_BYTES,
        "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$",
    })
}

/// What may also be the id that stands for all of it.
pub(crate) fn or_id(schema: &mut Schema) {
    or(schema, &id());
}

/// What may also be the name that stands for all of it.
pub(crate) fn or_name(schema: &mut Schema) {
    or(schema, &json_schema!({ "type": "string" }));
}

fn or(schema: &mut Schema, short: &Schema) {
    let description = schema.remove("description");
    let table = core::mem::take(schema);
    *schema = json_schema!({ "anyOf": [short, table] });
    description.map(|said| schema.insert("description".into(), said));
}
