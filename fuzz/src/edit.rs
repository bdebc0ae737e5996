//! Changes in a tree of JSON, so that what comes out is nearly what a router would have written.

use serde_json::{Map, Value};

use crate::Draw;

/// Numbers at which something ends.
const EDGES: [u64; 12] = [
    0,
    1,
    2,
    3,
    64,
    255,
    65_535,
    u32::MAX as u64 - 1,
    u32::MAX as u64,
    i64::MAX as u64,
    u64::MAX - 1,
    u64::MAX,
];

/// Changes one thing somewhere.
pub fn edit(whole: &mut Value, draw: &mut Draw<'_>) {
    let mut places = Vec::new();
    list(whole, String::new(), &mut places);
    let Some(place) = draw.one_of(&places) else { return };
    match draw.below(8) {
        0 => {
            let other = draw.one_of(&places).and_then(|place| whole.pointer(place)).cloned();
            if let (Some(place), Some(other)) = (whole.pointer_mut(place), other) {
                *place = other;
            }
        }
        1..=3 => among_others(whole, place, draw),
        _ => {
            if let Some(value) = whole.pointer_mut(place) {
                become_another(value, draw);
            }
        }
    }
}

/// The places of everything in it, by JSON pointer.
fn list(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                list(item, format!("{place}/{at}"), places);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                list(field, format!("{place}/{name}"), places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    places.push(place);
}

/// It goes, comes twice, or changes places with a neighbour.
fn among_others(whole: &mut Value, place: &str, draw: &mut Draw<'_>) {
    let Some((around, last)) = place.rsplit_once('/') else { return };
    match whole.pointer_mut(around) {
        Some(Value::Array(items)) => {
            let Ok(at) = last.parse::<usize>() else { return };
            match draw.below(3) {
                0 => drop(items.remove(at)),
                1 => items.insert(at, items[at].clone()),
                _ => {
                    let other = draw.below(items.len());
                    items.swap(at, other);
                }
            }
        }
        Some(Value::Object(fields)) => {
            fields.remove(&last.replace("~1", "/").replace("~0", "~"));
        }
        _ => {}
    }
}

fn become_another(value: &mut Value, draw: &mut Draw<'_>) {
    match value {
        Value::Null => *value = draw.byte().into(),
        Value::Bool(so) => *so = !*so,
        Value::Number(number) => {
            let before = number.as_u64().unwrap_or_default();
            *value = match draw.below(4) {
                0 => before.wrapping_add(1).into(),
                1 => before.wrapping_sub(1).into(),
                2 => draw.one_of(&EDGES).copied().into(),
                _ => draw.byte().into(),
            };
        }
        Value::String(text) => match draw.below(3) {
            0 => text.push(char::from(draw.byte() & 0x7f)),
            1 => drop(text.pop()),
            _ => text.clear(),
        },
        Value::Array(items) => items.clear(),
        Value::Object(fields) => *fields = Map::new(),
    }
}
