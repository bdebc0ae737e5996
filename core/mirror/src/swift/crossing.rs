//! How Swift's types cross without names: what sends those that go in and receives those that come out, in the order of
//! `crossing`.

use std::fmt::Write as _;

use super::Payload;
use super::names::{default_of, escaped, spelled};
use crate::crossing::{Parted, is_as_text, put_from, taken};
use crate::shape::{Field, Kind, Shape, Ty, Type, Variant, Word};
use crate::words::camel;

/// What comes out without names: what answers a command, and what is asked after each.
const OUT: &[&str] = &["Applied", "Deadline", "EventKind"];

/// All that goes in.
pub(super) fn sent(shape: &Shape) -> String {
    let mut text = String::new();
    let actions = shape.actions.iter().map(|name| shape.of(name));
    let types: Vec<&Type> = taken(shape).into_iter().chain(actions).collect();
    for ty in &types {
        text.push_str(&send_type(shape, ty));
    }
    let cases: String = numbered(shape.actions.iter())
        .map(|(tag, name)| {
            format!("        case .{}(let of): out.byte({tag}); of.send(in: &out)\n", camel(name))
        })
        .collect();
    text.push_str(&send_kinds("Action", &cases));
    text + &wholes(&types, "SentWhole")
}

/// All that comes out.
pub(super) fn received(shape: &Shape) -> String {
    let types = put_from(shape, OUT);
    let text: String = types.iter().map(|ty| receive_type(shape, ty)).collect();
    text + &wholes(&types, "ReceivedWhole")
}

/// What has many parts and goes in the wire form.
fn wholes(types: &[&Type], protocol: &str) -> String {
    let mut names: Vec<&str> = types.iter().flat_map(|ty| ty.names()).collect();
    names.retain(|name| is_as_text(name));
    names.sort_unstable();
    names.dedup();
    let list = names.iter().map(|name| format!("extension {name}: {protocol} {{}}\n"));
    format!("\n{}", list.collect::<String>())
}

/// Each with its byte, which is none of those that only a text has.
fn numbered<T>(items: impl ExactSizeIterator<Item = T>) -> impl Iterator<Item = (usize, T)> {
    assert!(items.len() < 128, "a byte of seven bits says which");
    items.enumerate()
}

fn send_type(shape: &Shape, ty: &Type) -> String {
    let name = &ty.name;
    match &ty.kind {
        Kind::Struct(of) => format!(
            "\nextension {name}: Sent {{\n    func send(in out: inout Outgoing) {{\n{}    }}\n}}\n",
            sending(shape, &of.fields, "", "        ")
        ),
        Kind::Tagged(variants) => {
            let cases: String = numbered(variants.iter())
                .map(|(tag, variant)| send_case(shape, name, tag, variant))
                .collect();
            send_kinds(name, &cases)
        }
        Kind::Words(words) => send_kinds(name, &word_cases(words)),
    }
}

fn send_kinds(name: &str, cases: &str) -> String {
    format!(
        "\nextension {name}: Sent {{\n    func send(in out: inout Outgoing) {{\n        switch self {{\n{cases}        }}\n    }}\n}}\n"
    )
}

fn word_cases(words: &[Word]) -> String {
    numbered(words.iter())
        .map(|(tag, word)| format!("        case .{}: out.byte({tag})\n", camel(&word.name)))
        .collect()
}

fn send_case(shape: &Shape, owner: &str, tag: usize, variant: &Variant) -> String {
    let case = camel(&variant.name);
    let (bound, of, fields) = match Payload::of(owner, variant) {
        Payload::Nothing => return format!("        case .{case}: out.byte({tag})\n"),
        Payload::Whole(_) => {
            return format!("        case .{case}(let of): out.byte({tag}); of.send(in: &out)\n");
        }
        Payload::Made(_, fields) => ("let of".to_owned(), "of.", fields),
        Payload::Inline(fields) => {
            let names = fields.iter().map(|field| format!("let {}", escaped(&camel(&field.name))));
            (names.collect::<Vec<_>>().join(", "), "", fields)
        }
    };
    let sending = sending(shape, fields, of, "            ");
    format!("        case .{case}({bound}):\n            out.byte({tag})\n{sending}")
}

/// Sends fields in their order, and of those that may be left out whether they are there.
fn sending(shape: &Shape, fields: &[Field], of: &str, pad: &str) -> String {
    let parted = Parted::given(fields);
    let name = |field: &Field| {
        let own = camel(&field.name);
        if of.is_empty() { escaped(&own) } else { format!("{of}{own}") }
    };
    let mut text: String =
        parted.first().map(|field| format!("{pad}{}.send(in: &out)\n", name(field))).collect();
    for field in &parted.left {
        let own = name(field);
        let given = default_of(shape, field).expect("what may be left out has a default");
        let differs = match given.as_str() {
            "[]" | "[:]" => format!("!{own}.isEmpty"),
            "true" => format!("!{own}"),
            "false" => own.clone(),
            given => format!("{own} != {given}"),
        };
        let _ = writeln!(text, "{pad}if out.flag({differs}) {{ {own}.send(in: &out) }}");
    }
    text
}

fn receive_type(shape: &Shape, ty: &Type) -> String {
    let name = &ty.name;
    match &ty.kind {
        Kind::Struct(of) => receive_fields(shape, name, &of.fields),
        Kind::Tagged(variants) => {
            let (mut cases, mut made) = (String::new(), String::new());
            for (tag, variant) in numbered(variants.iter()) {
                cases.push_str(&receive_case(name, tag, variant));
                if let Payload::Made(own, fields) = Payload::of(name, variant) {
                    let own = if name == "EventKind" { own } else { format!("{name}.{own}") };
                    made.push_str(&receive_fields(shape, &own, fields));
                }
            }
            receive_kinds(name, &cases) + &made
        }
        Kind::Words(words) => {
            let cases: String = numbered(words.iter())
                .map(|(tag, word)| format!("        case {tag}: self = .{}\n", camel(&word.name)))
                .collect();
            receive_kinds(name, &cases)
        }
    }
}

fn receive_kinds(name: &str, cases: &str) -> String {
    format!(
        "\nextension {name}: Received {{\n    init(from given: inout Incoming) {{\n        switch given.byte() {{\n{cases}        default: given.strange()\n        }}\n    }}\n}}\n"
    )
}

fn receive_fields(shape: &Shape, name: &str, fields: &[Field]) -> String {
    let own = |field: &Field| escaped(&camel(&field.name));
    let parted = Parted::out(fields);
    let mut text =
        format!("\nextension {name}: Received {{\n    init(from given: inout Incoming) {{\n");
    for field in parted.first() {
        let _ = writeln!(text, "        {} = {}", own(field), received_as(&field.ty));
    }
    for field in &parted.left {
        let given = default_of(shape, field).expect("what may be left out has a default");
        let value = received_as(&field.ty);
        let _ = writeln!(text, "        {} = given.flag() ? {value} : {given}", own(field));
    }
    text + "    }\n}\n"
}

fn receive_case(owner: &str, tag: usize, variant: &Variant) -> String {
    let case = camel(&variant.name);
    let value = match Payload::of(owner, variant) {
        Payload::Nothing => return format!("        case {tag}: self = .{case}\n"),
        Payload::Whole(of) => format!("{of}(from: &given)"),
        Payload::Made(of, _) => format!("{of}(from: &given)"),
        Payload::Inline(fields) => return receive_inline(tag, &case, fields),
    };
    format!("        case {tag}: self = .{case}({value})\n")
}

fn receive_inline(tag: usize, case: &str, fields: &[Field]) -> String {
    let parted = Parted::out(fields);
    assert!(parted.left.is_empty(), "`{case}` is left out as no other is");
    let own = |field: &Field| camel(&field.name);
    let mut text = format!("        case {tag}:\n");
    for field in parted.first() {
        let _ =
            writeln!(text, "            let {} = {}", escaped(&own(field)), received_as(&field.ty));
    }
    let values: Vec<String> = match fields {
        [only] if own(only) == case => vec![escaped(&own(only))],
        _ => {
            fields.iter().map(|field| format!("{}: {}", own(field), escaped(&own(field)))).collect()
        }
    };
    let _ = writeln!(text, "            self = .{case}({})", values.join(", "));
    text
}

fn received_as(ty: &Ty) -> String {
    let spelled = spelled(ty);
    match spelled.strip_suffix('?') {
        Some(of) => format!("Optional<{of}>(from: &given)"),
        None => format!("{spelled}(from: &given)"),
    }
}
