//! The types of JavaScript: what a value of the wire form is, in TypeScript.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::crossing::is_content;
use crate::python::mirrored;
use crate::shape::{Field, Kind, Missing, Shape, Struct, Ty, Type, Variant, Word};
use crate::stub::{is_number, is_text};
use crate::words::{camel, spoken};

/// What is asked with.
const IN: &[&str] = &["Actor", "Command", "Config", "OwnHours", "Page", "Party", "Policy", "Terms"];

/// What has a form of its own: it stands in others.
const WITHIN: &[&str] = &["Content", "EventKind", "HoursOf"];

/// The documents: what each is made of is in the namespace of its name.
pub(crate) const DOCUMENTS: &[&str] = &["Setup", "Report", "WhatIf"];

/// The whole file: `head` and `tail` are written by hand.
pub(crate) fn types(shape: &Shape, documents: &Shape, head: &str, tail: &str) -> String {
    let writer = Writer::of(shape);
    let mut text = format!(
        "// Written by `make mirror` from the sources of the core and from `src/types`: what is changed here by hand\n// is lost.\n\n{head}"
    );
    let actions: Vec<&Type> = shape.actions.iter().map(|name| shape.of(name)).collect();
    text.push_str(&said("What somebody wants of the router: one of these, by its `type`.", ""));
    text.push_str(&union("Action", actions.iter().map(|ty| ty.name.clone())));
    for ty in actions {
        let title = Title::of(&ty.name, &ty.doc).tagged();
        text.push_str(&interface(&title, shape.fields(&ty.name), writer.whose(&ty.name)));
    }
    text.push_str(&said(
        "Something that happened, for the host to carry out: one of these, by its `type`.",
        "",
    ));
    text.push_str(&union("Event", shape.events().iter().map(|kind| kind.name.clone())));
    for kind in shape.events() {
        let title =
            Title { base: " extends Happened", ..Title::of(&kind.name, &kind.doc).tagged() };
        text.push_str(&interface(&title, shape.fields_of(kind), writer.whose("EventKind")));
    }
    for ty in mirrored(shape) {
        if !shape.actions.contains(&ty.name) && !WITHIN.contains(&ty.name.as_str()) {
            text.push_str(&writer.value(ty, ""));
        }
    }
    for name in DOCUMENTS {
        text.push_str(&document(documents, name));
    }
    format!("{text}\n{tail}")
}

struct Writer<'s> {
    shape: &'s Shape,
    /// What goes in: what may be left out need not be given.
    given: BTreeSet<&'s str>,
}

impl<'s> Writer<'s> {
    fn of(shape: &'s Shape) -> Self {
        let roots: Vec<&str> =
            shape.actions.iter().map(String::as_str).chain(IN.iter().copied()).collect();
        let given = shape.reached(&roots).into_iter().map(|ty| ty.name.as_str()).collect();
        Self { shape, given }
    }

    fn value(&self, ty: &Type, pad: &str) -> String {
        match &ty.kind {
            Kind::Struct(Struct { fields, .. }) => {
                let title = Title { pad, ..Title::of(&ty.name, &ty.doc) };
                interface(&title, fields, self.whose(&ty.name))
            }
            Kind::Tagged(variants) => self.kinds(ty, variants, pad),
            Kind::Words(words) => word_list(ty, words, pad),
        }
    }

    /// A thing of several kinds: the union of all, and each in the namespace of the same name.
    fn kinds(&self, ty: &Type, variants: &[Variant], pad: &str) -> String {
        let names = variants.iter().map(|variant| format!("{}.{}", ty.name, variant.name));
        let mut text = said(&with_open(ty), pad) + &indented(&union(&ty.name, names), pad);
        let inner = format!("{pad}  ");
        let _ = write!(text, "\n{pad}export namespace {} {{", ty.name);
        for variant in variants {
            let title = Title { pad: &inner, ..Title::of(&variant.name, &variant.doc).tagged() };
            text.push_str(&interface(&title, self.shape.fields_of(variant), self.whose(&ty.name)));
        }
        let _ = writeln!(text, "{pad}}}");
        text
    }

    /// How what is said of this type goes: whether it goes in, and has a default as a whole.
    fn whose(&self, name: &str) -> Whose {
        let given = self.given.contains(name);
        let ty = self.shape.types.get(name);
        let defaulted =
            ty.is_some_and(|ty| matches!(&ty.kind, Kind::Struct(Struct { defaulted: true, .. })));
        Whose { given, defaulted }
    }
}

fn interface(title: &Title<'_>, fields: &[Field], whose: Whose) -> String {
    let Title { name, doc, base, tagged, pad } = title;
    let mut text = said(doc, pad);
    let _ = writeln!(text, "{pad}export interface {name}{base} {{");
    if *tagged {
        let _ = writeln!(text, "{pad}  type: \"{}\";", camel(name));
    }
    let inner = format!("{pad}  ");
    for each in fields {
        text.push_str(&field(each, whose, &inner));
    }
    let _ = writeln!(text, "{pad}}}");
    text.replace("{\n\n", "{\n")
}

fn field(field: &Field, whose: Whose, pad: &str) -> String {
    if is_content(field) {
        let text = said("What it says, unless `reference` says where that is.", pad);
        let reference = said("Where the host keeps what it says: a file, a picture.", pad);
        return format!("{text}{pad}text?: string;\n{reference}{pad}reference?: Reference;\n");
    }
    let may_be_left = if whose.given {
        field.skipped || whose.defaulted || field.missing != Missing::Never
    } else {
        field.skipped
    };
    let ty = match &field.ty {
        Ty::Maybe(of) if field.never => {
            format!("{} | \"never\"", type_of(of, whose.given))
        }
        // What is not there is left out, and not null.
        Ty::Maybe(of) if field.skipped && !whose.given => type_of(of, whose.given),
        ty => type_of(ty, whose.given),
    };
    let mark = if may_be_left { "?" } else { "" };
    let none = if field.skipped && !whose.given { "left out" } else { "`null`" };
    format!("{}{pad}{}{mark}: {ty};\n", said_with(&field.doc, pad, none), camel(&field.name))
}

/// What a value of this type is; `given` is whether it goes in.
fn type_of(ty: &Ty, given: bool) -> String {
    match ty {
        Ty::Named(name) => match name.as_str() {
            "Operators" => "string[]".into(),
            "Assigned" => "string | Assigned".into(),
            "HoursOf" => "Hours | string".into(),
            "bool" => "boolean".into(),
            "Span" if given => "Span".into(),
            "Timestamp" if given => "Instant".into(),
            "Digest" | "Salt" if given => "string | Uint8Array".into(),
            "Cursor" => "Cursor".into(),
            name if is_number(name) => "number".into(),
            name if is_text(name) => "string".into(),
            name => name.to_owned(),
        },
        Ty::List(of) | Ty::Set(of) => {
            let item = type_of(of, given);
            let item = if item.contains('|') { format!("({item})") } else { item };
            if given { format!("readonly {item}[]") } else { format!("{item}[]") }
        }
        Ty::Map(_, of) => format!("{{ [name: string]: {} }}", type_of(of, given)),
        Ty::Maybe(of) => format!("{} | null", type_of(of, given)),
        Ty::Pair(one, other) => format!("[{}, {}]", type_of(one, given), type_of(other, given)),
    }
}

/// A document, and in the namespace of its name all that no other part of the core has.
fn document(documents: &Shape, name: &str) -> String {
    let whole = documents.of(name);
    let given = name == "Setup";
    let inner = Writer {
        shape: documents,
        given: if given {
            documents.types.keys().map(String::as_str).collect()
        } else {
            BTreeSet::new()
        },
    };
    let parts = documents.reached(&[name]);
    let parts = parts.into_iter().filter(|ty| !DOCUMENTS.contains(&ty.name.as_str()));
    let Kind::Struct(of) = &whole.kind else { panic!("`{name}` has fields") };
    let local: Vec<&Type> = parts.collect();
    let title = Title::of(name, &whole.doc);
    let mut text = interface(&title, &of.fields, inner.whose(name));
    // From outside, its parts are named with it.
    for ty in &local {
        text = qualified(&text, &ty.name, name);
    }
    let _ = write!(text, "\nexport namespace {name} {{");
    for ty in local {
        text.push_str(&inner.value(ty, "  "));
    }
    text + "}\n"
}

/// The type of each field with the name of the whole before that of the part.
fn qualified(text: &str, part: &str, whole: &str) -> String {
    let line = |line: &str| match line.split_once(": ") {
        Some((field, ty)) if !field.trim_start().starts_with(['*', '/']) => {
            let words: Vec<String> = ty
                .split_inclusive(|letter: char| !letter.is_alphanumeric())
                .map(|word| {
                    let name = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
                    if name == part { format!("{whole}.{word}") } else { word.to_owned() }
                })
                .collect();
            format!("{field}: {}\n", words.concat())
        }
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// What an interface begins with.
struct Title<'t> {
    name: &'t str,
    doc: &'t str,
    base: &'t str,
    /// Whether it says of which type it is.
    tagged: bool,
    pad: &'t str,
}

impl<'t> Title<'t> {
    const fn of(name: &'t str, doc: &'t str) -> Self {
        Self { name, doc, base: "", tagged: false, pad: "" }
    }

    const fn tagged(self) -> Self {
        Self { tagged: true, ..self }
    }
}

#[derive(Clone, Copy)]
struct Whose {
    /// Whether it goes in.
    given: bool,
    /// Whether what is missing is as in the default of the whole.
    defaulted: bool,
}

fn union(name: &str, kinds: impl Iterator<Item = String>) -> String {
    let kinds: String = kinds.map(|kind| format!("  | {kind}\n")).collect();
    format!("export type {name} =\n{};\n", kinds.trim_end())
}

fn word_list(ty: &Type, words: &[Word], pad: &str) -> String {
    let mut text = said(&with_open(ty), pad);
    let _ = writeln!(text, "{pad}export type {} =", ty.name);
    for word in words {
        let _ = writeln!(
            text,
            "{}{pad}  | \"{}\"",
            said(&word.doc, &format!("{pad}  ")).trim_start_matches('\n'),
            camel(&word.name)
        );
    }
    text.truncate(text.trim_end().len());
    text + ";\n"
}

/// Of what more may come without notice, it says so.
fn with_open(ty: &Type) -> String {
    if ty.open {
        format!("{}\n\nMore of them may come in any version: a `switch` needs a `default`.", ty.doc)
    } else {
        ty.doc.clone()
    }
}

fn indented(text: &str, pad: &str) -> String {
    text.lines().map(|line| format!("{pad}{line}\n")).collect()
}

fn said(doc: &str, pad: &str) -> String {
    said_with(doc, pad, "`null`")
}

/// What is said of a thing, as JavaScript has it; what is called none there is `none` here.
fn said_with(doc: &str, pad: &str, none: &str) -> String {
    let text = spoken(doc).replace("`None`", none).replace("*/", "* /");
    // A sentence begins with it as with any other word.
    let text = if none.starts_with('`') { text } else { text.replace("left out:", "Left out:") };
    let mut lines = text.trim().lines();
    let Some(first) = lines.next() else { return "\n".into() };
    let rest: Vec<&str> = lines.collect();
    if rest.is_empty() {
        return format!("\n{pad}/** {first} */\n");
    }
    let rest: String =
        rest.iter().map(|line| format!("{pad} * {line}").trim_end().to_owned() + "\n").collect();
    format!("\n{pad}/**\n{pad} * {first}\n{rest}{pad} */\n")
}
