//! Which values cross without names, and the tables of those in Rust. `script` has the other half for Node, and
//! `swift::crossing` that for Swift.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::python::path;
use crate::shape::{Field, Holds, Kind, Missing, Shape, Struct, Ty, Type, Variant};

/// What the router hands out.
const OUT: &[&str] = &[
    "Availability",
    "BuddyView",
    "ChatView",
    "Choice",
    "Colleagues",
    "Deadline",
    "Entry",
    "EventKind",
    "OperatorView",
    "Position",
    "QueueState",
    "Refusal",
    "TranscriptView",
];

/// What is asked with, beside actions.
const IN: &[&str] = &["Actor", "Party"];

/// What has many parts and is seldom seen goes in the wire form.
const AS_TEXT: &[&str] = &["Config", "Explanation", "OwnHours", "Page", "Policy", "Terms"];

/// A text, or where the host keeps it: its key stands among those of the message.
const CONTENT: &str = "Content";

pub(crate) fn is_as_text(name: &str) -> bool {
    AS_TEXT.contains(&name)
}

pub(crate) fn is_content(field: &Field) -> bool {
    field.ty == Ty::Named(CONTENT.to_owned())
}

/// All types that come out.
pub(crate) fn put(shape: &Shape) -> Vec<&Type> {
    put_from(shape, OUT)
}

/// Some of them, with what is in them.
pub(crate) fn put_from<'s>(shape: &'s Shape, roots: &[&'s str]) -> Vec<&'s Type> {
    reached(shape, roots.iter().copied())
}

/// All types that go in, but for the actions themselves.
pub(crate) fn taken(shape: &Shape) -> Vec<&Type> {
    let actions = shape.actions.iter().map(String::as_str);
    let mut types = reached(shape, actions.chain(IN.iter().copied()));
    types.retain(|ty| !shape.actions.contains(&ty.name));
    types
}

/// What can be reached without what goes as text.
fn reached<'s>(shape: &'s Shape, roots: impl Iterator<Item = &'s str>) -> Vec<&'s Type> {
    let mut found = BTreeMap::new();
    let mut left: Vec<&str> = roots.collect();
    while let Some(name) = left.pop() {
        if let Some((name, ty)) = shape.types.get_key_value(name)
            && !is_as_text(name)
            && found.insert(name.as_str(), ty).is_none()
        {
            left.extend(ty.names());
        }
    }
    found.remove(CONTENT);
    found.into_values().collect()
}

/// How the fields of a thing come out: those that are always there, the content, what may be missing, and
/// what is left out where it is the default.
pub(crate) struct Parted<'s> {
    pub(crate) always: Vec<&'s Field>,
    pub(crate) content: Option<&'s Field>,
    pub(crate) maybe: Vec<&'s Field>,
    pub(crate) left: Vec<&'s Field>,
}

impl<'s> Parted<'s> {
    pub(crate) fn out(fields: &'s [Field]) -> Self {
        Self::by(fields, |field| field.skipped)
    }

    /// What goes in may be left out where it has a default.
    pub(crate) fn given(fields: &'s [Field]) -> Self {
        Self::by(fields, |field| field.missing != Missing::Never || is_maybe(field))
    }

    fn by(fields: &'s [Field], may_be_missing: impl Fn(&Field) -> bool) -> Self {
        let content = fields.iter().find(|field| is_content(field));
        let (missing, always): (Vec<_>, Vec<_>) = fields
            .iter()
            .filter(|field| !is_content(field))
            .partition(|field| may_be_missing(field));
        let (maybe, left) = missing.into_iter().partition(|field| is_maybe(field));
        Self { always, content, maybe, left }
    }

    /// All but the last, as one list.
    pub(crate) fn first(&self) -> impl Iterator<Item = &'s Field> {
        self.always.iter().copied().chain(self.content).chain(self.maybe.iter().copied())
    }
}

pub(crate) fn is_maybe(field: &Field) -> bool {
    matches!(field.ty, Ty::Maybe(_))
}

const HEAD: &str = "//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

use crate::tables::*;

";

pub(crate) fn actions(shape: &Shape) -> String {
    let mut text = HEAD.to_owned();
    for name in &shape.actions {
        text.push_str(&take_fields(shape, name, shape.fields(name)));
    }
    let arms: String = shape
        .actions
        .iter()
        .enumerate()
        .map(|(tag, name)| format!("{tag} => core::{name}::take(given)?.into(),"))
        .collect();
    let names: String =
        shape.actions.iter().map(|name| format!("core::Action::{name}(_)|")).collect();
    let _ = write!(
        text,
        "
impl Take for core::Action {{
    #[allow(clippy::too_many_lines, reason = \"as many as there are\")]
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {{
        Ok(match given.byte()? {{ {arms} other => return Err(Fault::new(format!(\"there is no action {{other}}\"))), }})
    }}
}}

/// An action that is new in the core does not compile here.
const _: fn(&core::Action) = |action| match action {{ {} => {{}} }};
",
        names.trim_end_matches('|')
    );
    text
}

pub(crate) fn values(shape: &Shape) -> String {
    let mut text = HEAD.to_owned();
    for ty in put(shape) {
        text.push_str(&put_type(ty));
    }
    for ty in taken(shape) {
        text.push_str(&take_type(shape, ty));
    }
    text
}

fn put_type(ty: &Type) -> String {
    let path = path(&ty.name);
    match &ty.kind {
        Kind::Struct(Struct { formed: true, fields, .. }) => {
            let looks = |fields: Vec<&Field>| {
                let look = |field: &&Field| {
                    let call = if field.public { "" } else { "()" };
                    format!("of.{}{call}, ", field.name)
                };
                fields.iter().map(look).collect::<String>()
            };
            let parted = Parted::out(fields);
            assert!(parted.left.is_empty(), "`{}` is left out as no other is", ty.name);
            format!("put_form! {{ {path} as of {{ {}}} }}\n", looks(parted.first().collect()))
        }
        Kind::Struct(of) => format!("put! {{ {path} {} }}\n", put_fields(&of.fields)),
        Kind::Tagged(variants) => put_kinds(ty, variants),
        Kind::Words(words) => {
            let list: String = words
                .iter()
                .enumerate()
                .map(|(tag, word)| format!("{tag} {} ", word.name))
                .collect();
            format!("put_words! {{ {path} {{ {list}}}{} }}\n", count(ty, words.len()))
        }
    }
}

fn put_fields(fields: &[Field]) -> String {
    let parted = Parted::out(fields);
    let first: String = parted.first().map(|field| format!("{} ", field.name)).collect();
    let left: String = parted.left.iter().map(|field| format!("{} ", field.name)).collect();
    format!("{{ {first}}} {{ {left}}}")
}

fn put_kinds(ty: &Type, variants: &[Variant]) -> String {
    let (mut own, mut all) = (String::new(), String::new());
    for (tag, variant) in variants.iter().enumerate() {
        let _ = match &variant.holds {
            Holds::Fields(fields) => writeln!(own, "{tag} {} {}", variant.name, put_fields(fields)),
            Holds::All(_) => writeln!(all, "all {tag} {}", variant.name),
        };
    }
    format!("put_kinds! {{ {} {{\n{own}{all}}}{} }}\n", path(&ty.name), count(ty, variants.len()))
}

/// Where more cases may come without notice, how many there are is compared.
fn count(ty: &Type, cases: usize) -> String {
    if ty.open { format!(" of {cases}") } else { String::new() }
}

fn take_type(shape: &Shape, ty: &Type) -> String {
    let path = path(&ty.name);
    match &ty.kind {
        Kind::Struct(of) => take_fields(shape, &ty.name, &of.fields),
        Kind::Tagged(variants) => {
            let mut cases = String::new();
            for (tag, variant) in variants.iter().enumerate() {
                let fields = shape.fields_of(variant);
                let never = |field: &Field| field.missing == Missing::Never && !is_maybe(field);
                assert!(fields.iter().all(never), "`{}`: a field may be left out", ty.name);
                let fields: String = fields
                    .iter()
                    .map(|field| {
                        format!("{} \"{}\" ", field.name, crate::words::camel(&field.name))
                    })
                    .collect();
                let _ = writeln!(cases, "{tag} {} {{ {fields}}}", variant.name);
            }
            format!("take_kinds! {{ {path} {{\n{cases}}} }}\n")
        }
        Kind::Words(words) => {
            let list: String = words
                .iter()
                .enumerate()
                .map(|(tag, word)| format!("{tag} {} ", word.name))
                .collect();
            format!("take_words! {{ {path} {{ {list}}} }}\n")
        }
    }
}

fn take_fields(shape: &Shape, name: &str, fields: &[Field]) -> String {
    let parted = Parted::given(fields);
    let entry = |field: &Field| {
        // The names in it say themselves where they stand.
        let known =
            if is_content(field) { String::new() } else { crate::words::camel(&field.name) };
        format!("{} \"{known}\" ", field.name)
    };
    let first: String = parted.first().map(entry).collect();
    let left: String = parted
        .left
        .iter()
        .map(|field| {
            let default = match &field.missing {
                Missing::By(function) => shape.default_of(function),
                Missing::Default | Missing::Never => "Default::default()",
            };
            format!("{} \"{}\" = {default}, ", field.name, crate::words::camel(&field.name))
        })
        .collect();
    format!("take! {{ {} {{ {first}}} {{ {left}}} }}\n", path(name))
}
