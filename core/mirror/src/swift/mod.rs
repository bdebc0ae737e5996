//! The types of Swift: structs, enums with values and words, each with its wire form.

mod coding;
mod crossing;
mod names;

use std::fmt::Write as _;

use crate::python::mirrored;
use crate::shape::{Field, Holds, Kind, Shape, Struct, Ty, Type, Variant, Word};
use crate::words::camel;

use names::{default_of, escaped, listed, said, spelled, standard};

const HEAD: &str =
    "// Written by `make mirror` from the sources of the core: what is changed here by hand is lost.
";

/// What the binding has a form of its own for: a text or a thing; numbers that stand around a kind.
const BY_HAND: &[&str] = &["Content", "HoursOf"];

/// What the other bindings have a form of their own for: here it crosses in the wire form.
pub(crate) const BESIDES: &str = "Applied";

/// The files of types, each with its name.
pub(crate) fn files(shape: &Shape) -> Vec<(&'static str, String)> {
    let (mut values, mut words, mut refusals) = (String::new(), String::new(), String::new());
    for ty in mirrored(shape).into_iter().chain([shape.of(BESIDES)]) {
        let name = ty.name.as_str();
        if BY_HAND.contains(&name)
            || name == "EventKind"
            || name == "Event"
            || shape.actions.contains(&ty.name)
        {
            continue;
        }
        match &ty.kind {
            Kind::Words(of) => words.push_str(&word_list(ty, of)),
            Kind::Struct(of) => values.push_str(&structure(shape, ty, of)),
            Kind::Tagged(variants) if name == "Refusal" => {
                refusals.push_str(&tagged(shape, ty, variants));
            }
            Kind::Tagged(variants) => values.push_str(&tagged(shape, ty, variants)),
        }
    }
    let file = |text: String| format!("{HEAD}{text}");
    vec![
        ("Actions.swift", file(actions(shape))),
        ("Events.swift", file(events(shape))),
        ("Received.swift", file(crossing::received(shape))),
        ("Refusals.swift", file(refusals)),
        ("Sent.swift", file(crossing::sent(shape))),
        ("Types.swift", file(values)),
        ("Words.swift", file(words)),
    ]
}

/// What a case has with it.
enum Payload<'s> {
    Nothing,
    /// One or two values.
    Inline(&'s [Field]),
    /// A struct of the core.
    Whole(&'s str),
    /// A struct that is made for it.
    Made(String, &'s [Field]),
}

impl<'s> Payload<'s> {
    fn of(owner: &str, variant: &'s Variant) -> Self {
        match &variant.holds {
            Holds::All(Ty::Named(name)) => Self::Whole(name),
            Holds::All(other) => panic!("a variant holds {other:?}"),
            Holds::Fields(fields) if owner == "EventKind" => {
                Self::Made(variant.name.clone(), fields)
            }
            Holds::Fields(fields) => match fields.len() {
                0 => Self::Nothing,
                1 | 2 => Self::Inline(fields),
                _ => Self::Made(variant.name.clone(), fields),
            },
        }
    }
}

fn actions(shape: &Shape) -> String {
    let mut text = String::new();
    let action = Type {
        name: "Action".to_owned(),
        doc: "What somebody wants of the router.".to_owned(),
        kind: Kind::Tagged(Vec::new()),
        open: false,
        strict: true,
    };
    let cases: Vec<Variant> = shape
        .actions
        .iter()
        .map(|name| Variant {
            name: name.clone(),
            doc: shape.of(name).doc.clone(),
            holds: Holds::All(Ty::Named(name.clone())),
            chosen: false,
        })
        .collect();
    text.push_str(&tagged(shape, &action, &cases));
    text.push_str("\nextension Action {\n");
    for name in &shape.actions {
        let fields = shape.fields(name);
        let (case, list) = (escaped(&camel(name)), listed(&parameters(shape, fields), 4));
        let given = listed(&arguments(fields), 8);
        let _ = write!(
            text,
            "{}    public static func {case}({list}) -> Action {{\n        .{case}({name}({given}))\n    }}\n\n",
            said(&shape.of(name).doc, 4)
        );
    }
    text.truncate(text.trim_end().len());
    text.push_str("\n}\n");
    for name in &shape.actions {
        let ty = shape.of(name);
        let Kind::Struct(of) = &ty.kind else { panic!("`{name}` is a struct") };
        text.push_str(&structure(shape, ty, of));
    }
    text
}

fn events(shape: &Shape) -> String {
    let kinds = shape.events();
    let mut text = tagged(shape, shape.of("EventKind"), kinds);
    for kind in kinds {
        text.push_str(&fielded(shape, &kind.name, &kind.doc, shape.fields_of(kind), None));
    }
    text
}

fn structure(shape: &Shape, ty: &Type, of: &Struct) -> String {
    let owner = of.defaulted.then_some(ty.name.as_str());
    fielded(shape, &ty.name, &ty.doc, &of.fields, owner)
}

/// A struct and its wire form. Where it has a default as a whole, that of each field stands there.
fn fielded(
    shape: &Shape,
    name: &str,
    doc: &str,
    fields: &[Field],
    standard_of: Option<&str>,
) -> String {
    let fields: Vec<Field> = fields
        .iter()
        .map(|field| match standard_of {
            Some(whole) => standard(shape, whole, field),
            None => field.clone(),
        })
        .collect();
    format!("\n{}{}", body(shape, name, doc, &fields, 0), coding::fielded(shape, name, &fields))
}

/// A struct without its wire form.
fn body(shape: &Shape, name: &str, doc: &str, fields: &[Field], indent: usize) -> String {
    let pad = " ".repeat(indent);
    let mut text = format!("{}{pad}public struct {name}: WireForm {{\n", said(doc, indent));
    for field in fields {
        let _ = writeln!(
            text,
            "{}{pad}    public var {}: {}",
            said(&field.doc, indent + 4),
            escaped(&camel(&field.name)),
            spelled(&field.ty)
        );
    }
    if !fields.is_empty() {
        text.push('\n');
    }
    let taken = listed(&parameters(shape, fields), indent + 4);
    let _ = writeln!(text, "{pad}    public init({taken}) {{");
    for field in fields {
        let own = camel(&field.name);
        let _ = writeln!(text, "{pad}        self.{own} = {}", escaped(&own));
    }
    let _ = write!(text, "{pad}    }}\n{pad}}}\n");
    text
}

fn tagged(shape: &Shape, ty: &Type, variants: &[Variant]) -> String {
    let name = &ty.name;
    // Events and transcripts are handed on, and many kinds are large.
    let indirect = if name == "EventKind" { "indirect " } else { "" };
    let mut text = format!("\n{}public {indirect}enum {name}: WireForm {{\n", said(&ty.doc, 0));
    let mut inside = String::new();
    for variant in variants {
        let case = escaped(&camel(&variant.name));
        let payload = Payload::of(name, variant);
        let with = match &payload {
            Payload::Nothing => String::new(),
            Payload::Inline(fields) => format!("({})", labelled(shape, &variant.name, fields)),
            Payload::Whole(name) => format!("({name})"),
            Payload::Made(name, _) => format!("({name})"),
        };
        let mut doc = said(&variant.doc, 4);
        if let Payload::Inline(fields) = &payload {
            for field in *fields {
                let words = said(&field.doc, 4);
                let first = format!("    /// - `{}`: ", camel(&field.name));
                doc.push_str(&words.replacen("    /// ", &first, 1));
            }
        }
        let _ = writeln!(text, "{doc}    case {case}{with}");
        if let Payload::Made(made, fields) = &payload
            && name != "EventKind"
        {
            let _ = write!(inside, "\n{}", body(shape, made, &variant.doc, fields, 4));
        }
    }
    text + &inside + "}\n" + &coding::tagged(shape, ty, variants)
}

fn word_list(ty: &Type, words: &[Word]) -> String {
    let name = &ty.name;
    let mut text =
        format!("\n{}public enum {name}: String, WireForm, CaseIterable {{\n", said(&ty.doc, 0));
    for word in words {
        let case = camel(&word.name);
        let _ = writeln!(text, "{}    case {}", said(&word.doc, 4), escaped(&case));
    }
    text + &format!("}}\n\nextension {name}: Word {{}}\n")
}

/// What an initializer takes.
fn parameters(shape: &Shape, fields: &[Field]) -> Vec<String> {
    let list = fields.iter().map(|field| {
        let given = default_of(shape, field).map(|given| format!(" = {given}"));
        format!("{}: {}{}", camel(&field.name), spelled(&field.ty), given.unwrap_or_default())
    });
    list.collect()
}

/// What a case takes: a value that is what the case says needs no label.
fn labelled(shape: &Shape, case: &str, fields: &[Field]) -> String {
    match fields {
        [only] if camel(&only.name) == camel(case) => spelled(&only.ty),
        _ => parameters(shape, fields).join(", "),
    }
}

fn arguments(fields: &[Field]) -> Vec<String> {
    let list = fields.iter().map(|field| {
        let name = camel(&field.name);
        format!("{name}: {}", escaped(&name))
    });
    list.collect()
}
