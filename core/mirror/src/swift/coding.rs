//! The wire form of Swift's types: what reads and writes each.

use std::fmt::Write as _;

use super::Payload;
use super::names::{default_of, escaped, listed, spelled};
use crate::shape::{Field, Shape, Ty, Type, Variant};
use crate::words::camel;

/// The wire form of what has fields.
pub(super) fn fielded(shape: &Shape, name: &str, fields: &[Field]) -> String {
    let mut text = format!("\nextension {name}: Fielded {{\n");
    text.push_str(&names(fields, is_strict(shape, name)));
    text.push_str("\n    init(_ fields: inout Fields, _ reader: inout Reader) throws {\n");
    text.push_str(&reading(shape, fields));
    let _ = write!(text, "        self.init({})\n    }}\n", listed(&made(shape, fields), 8));
    text.push_str("\n    func writeFields(to writer: inout Writer) {\n");
    text.push_str(&writing(shape, fields, "        "));
    text + "    }\n}\n"
}

/// Whether keys that nobody knows are refused. What is made for a case is as strict as what that is a case of.
fn is_strict(shape: &Shape, name: &str) -> bool {
    let owner = name.split('.').next().unwrap_or(name);
    shape.types.get(owner).unwrap_or_else(|| shape.of("EventKind")).strict
}

/// The keys of fields, in their order.
fn names(fields: &[Field], strict: bool) -> String {
    let list: Vec<String> = keys(fields).into_iter().map(|(key, _)| format!("\"{key}\"")).collect();
    assert!(list.len() <= 64, "there is a bit for each key");
    let open = if strict { "" } else { ", open: true" };
    format!("    static let names = Names([{}]{open})\n", list.join(", "))
}

fn keys(fields: &[Field]) -> Vec<(String, &Field)> {
    let keys = fields.iter().flat_map(|field| match &field.ty {
        Ty::Named(name) if field.flat && name == "Content" => {
            vec![("text".to_owned(), field), ("reference".to_owned(), field)]
        }
        _ => {
            assert!(!field.flat, "only contents are flat");
            vec![(camel(&field.name), field)]
        }
    });
    keys.collect()
}

fn reading(shape: &Shape, fields: &[Field]) -> String {
    if fields.is_empty() {
        return "        _ = try fields.next(Self.names, &reader)\n".to_owned();
    }
    let mut text = String::new();
    for field in fields {
        let (own, ty) = (escaped(&camel(&field.name)), spelled(&field.ty));
        let _ = match default_of(shape, field) {
            Some(given) => writeln!(text, "        var {own}: {ty} = {given}"),
            None => writeln!(text, "        var {own}: {ty}?"),
        };
    }
    text.push_str("        while let slot = try fields.next(Self.names, &reader) {\n");
    text.push_str("            switch slot {\n");
    let keys = keys(fields);
    for (place, (key, field)) in keys.iter().enumerate() {
        let (own, ty) = (escaped(&camel(&field.name)), spelled(&field.ty));
        let label =
            if place + 1 == keys.len() { "default".to_owned() } else { format!("case {place}") };
        let value = match key.as_str() {
            "text" if field.flat => {
                format!("try {ty}.text(String(reading: &reader)).alone(beside: {own})")
            }
            "reference" if field.flat => {
                format!("try {ty}.reference(Reference(reading: &reader)).alone(beside: {own})")
            }
            _ => match ty.strip_suffix('?') {
                Some(of) => format!("try Optional<{of}>(reading: &reader)"),
                None => format!("try {ty}(reading: &reader)"),
            },
        };
        let _ = writeln!(text, "            {label}: {own} = {value}");
    }
    text + "            }\n        }\n"
}

fn made(shape: &Shape, fields: &[Field]) -> Vec<String> {
    let list = fields.iter().map(|field| {
        let own = camel(&field.name);
        match default_of(shape, field) {
            Some(_) => format!("{own}: {}", escaped(&own)),
            None => format!("{own}: try fields.must({}, \"{own}\")", escaped(&own)),
        }
    });
    list.collect()
}

fn writing(shape: &Shape, fields: &[Field], pad: &str) -> String {
    fields.iter().map(|field| written(shape, field, pad)).collect()
}

fn written(shape: &Shape, field: &Field, pad: &str) -> String {
    let (own, key) = (escaped(&camel(&field.name)), camel(&field.name));
    if field.flat {
        return format!("{pad}{own}.writeFields(to: &writer)\n");
    }
    let put = format!("writer.key(\"{key}\"); {own}.write(to: &writer)");
    match (&field.ty, default_of(shape, field)) {
        (Ty::Maybe(_), Some(_)) if field.skipped => {
            format!("{pad}if let {own} {{ {put} }}\n")
        }
        (_, Some(given)) if field.skipped => match given.as_str() {
            "[]" | "[:]" => format!("{pad}if !{own}.isEmpty {{ {put} }}\n"),
            "true" => format!("{pad}if !{own} {{ {put} }}\n"),
            "false" => format!("{pad}if {own} {{ {put} }}\n"),
            given => format!("{pad}if {own} != {given} {{ {put} }}\n"),
        },
        _ => format!("{pad}{put}\n"),
    }
}

/// The wire form of what is one of several kinds.
pub(super) fn tagged(shape: &Shape, ty: &Type, variants: &[Variant]) -> String {
    let name = &ty.name;
    let tags: Vec<String> =
        variants.iter().map(|variant| format!("\"{}\"", camel(&variant.name))).collect();
    let (mut read, mut written) = (String::new(), String::new());
    let (mut names, mut made) = (String::new(), String::new());
    for (number, variant) in variants.iter().enumerate() {
        let last = number + 1 == variants.len();
        let label = if last { "default".to_owned() } else { format!("case {number}") };
        let arm = Arm::of(shape, name, variant);
        let _ = writeln!(read, "        {label}:{}", arm.read);
        let _ = writeln!(written, "        case .{}", arm.written);
        names.push_str(&arm.names);
        made.push_str(&arm.made);
    }
    if !names.is_empty() {
        names.insert(0, '\n');
    }
    format!(
        "
extension {name}: Tagged {{
    static let tags = Names([{}])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {{
        switch tag {{
{read}        }}
    }}

    func writeFields(to writer: inout Writer) {{
        switch self {{
{written}        }}
    }}
{names}}}
{made}",
        tags.join(", ")
    )
}

/// What reads and writes a case; the keys that it needs, and the wire form of a struct that is made for it.
struct Arm {
    read: String,
    written: String,
    names: String,
    made: String,
}

impl Arm {
    fn of(shape: &Shape, owner: &str, variant: &Variant) -> Self {
        let tag = camel(&variant.name);
        match Payload::of(owner, variant) {
            Payload::Nothing => Self {
                read: format!(" try fields.none(&reader); self = .{tag}"),
                written: format!("{tag}: writer.tag(\"{tag}\")"),
                names: String::new(),
                made: String::new(),
            },
            Payload::Whole(of) => Self::whole(&tag, of, String::new()),
            Payload::Made(of, _) if owner == "EventKind" => Self::whole(&tag, &of, String::new()),
            Payload::Made(of, inner) => {
                Self::whole(&tag, &of, fielded(shape, &format!("{owner}.{of}"), inner))
            }
            Payload::Inline(inner) => Self::inline(shape, owner, &tag, inner),
        }
    }

    fn whole(tag: &str, of: &str, made: String) -> Self {
        Self {
            read: format!(" self = .{tag}(try {of}(&fields, &reader))"),
            written: format!("{tag}(let of): writer.tag(\"{tag}\"); of.writeFields(to: &writer)"),
            names: String::new(),
            made,
        }
    }

    fn inline(shape: &Shape, owner: &str, tag: &str, fields: &[Field]) -> Self {
        let own = format!("{tag}Names");
        let read = reading(shape, fields).replace("Self.names", &format!("Self.{own}"));
        let read: String = read.lines().map(|line| format!("    {line}\n")).collect();
        let given = made(shape, fields).join(", ");
        let given = match fields {
            [only] if camel(&only.name) == tag => given.split_once(": ").expect("a label").1,
            _ => &given,
        };
        let bound = fields.iter().map(|field| format!("let {}", escaped(&camel(&field.name))));
        let bound = bound.collect::<Vec<_>>().join(", ");
        let written = writing(shape, fields, "            ");
        let names = names(fields, is_strict(shape, owner));
        let names = names.replacen("static let names", &format!("private static let {own}"), 1);
        Self {
            read: format!("\n{read}            self = .{tag}({given})"),
            written: format!(
                "{tag}({bound}):\n            writer.tag(\"{tag}\")\n{}",
                written.trim_end()
            ),
            names,
            made: String::new(),
        }
    }
}
