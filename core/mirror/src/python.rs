//! The classes of Python, as tables for the macros of the binding.

use std::fmt::Write as _;

use crate::shape::{Field, Holds, Kind, Missing, Shape, Struct, Ty, Type, Variant, Word};
use crate::swift::BESIDES;
use crate::words::camel;

/// What a host asks and sees beside commands, events and refusals.
const ROOTS: &[&str] = &[
    "Actor",
    "Availability",
    "BuddyView",
    "ChatView",
    "Choice",
    "Colleagues",
    "Command",
    "Config",
    "Deadline",
    "Entry",
    "EventKind",
    "Explanation",
    "Input",
    "OperatorView",
    "Page",
    "Position",
    "QueueState",
    "Refusal",
    "TranscriptView",
];

/// What the binding has a form of its own for: a text or a thing; a number of nobody's concern.
const BY_HAND: &[&str] = &["Content", "Cursor", "EventKind", "HoursOf"];

/// All that goes in or out.
pub(crate) fn mirrored(shape: &Shape) -> Vec<&Type> {
    let roots = shape.actions.iter().map(String::as_str).chain(ROOTS.iter().copied());
    shape.reached(&roots.collect::<Vec<_>>())
}

/// The shape with all that goes in or out in any language, and no more.
pub(crate) fn all(shape: Shape) -> Shape {
    let actions = shape.actions.clone();
    let roots = actions.iter().map(String::as_str).chain(ROOTS.iter().copied());
    shape.only(&roots.chain([BESIDES]).collect::<Vec<_>>())
}

/// All that is neither an action nor an event, and has no form of its own.
pub(crate) fn values(shape: &Shape) -> Vec<&Type> {
    let mut values = mirrored(shape);
    values.retain(|ty| !BY_HAND.contains(&ty.name.as_str()) && !shape.actions.contains(&ty.name));
    values
}

/// Names that are words of Python's own have a line below them, as its style has it.
pub(crate) fn name(of: &str) -> String {
    match of {
        "from" | "with" | "in" | "is" => format!("{of}_"),
        _ => of.to_owned(),
    }
}

/// The field where it must be given, and what may be left out.
pub(crate) fn parted(fields: &[Field]) -> (Vec<&Field>, Vec<&Field>) {
    fields.iter().partition(|field| field.missing == Missing::Never)
}

const HEAD: &str = "//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.
";

pub(crate) fn actions(shape: &Shape) -> String {
    let mut text = format!("{HEAD}\nuse crate::classes::*;\n");
    for name in &shape.actions {
        let ty = shape.of(name);
        let fields = table(shape, shape.fields(name));
        let _ = write!(text, "\naction! {{\n{}{name} {{\n{fields}}}\n}}\n", docs(&ty.doc, ""));
    }
    let arms = shape
        .actions
        .iter()
        .map(|name| format!("core::Action::{name}(_) => within!(py, Action(action), {name}),"));
    let names = shape.actions.iter().map(|name| (name.clone(), None));
    text + &dispatch("action", "Action", "&action", &arms.collect::<String>())
        + &registration(names)
}

pub(crate) fn events(shape: &Shape) -> String {
    let mut text = format!("{HEAD}\nuse crate::classes::*;\n");
    let kinds = shape.events();
    for kind in kinds {
        let fields = table(shape, shape.fields_of(kind));
        let _ =
            write!(text, "\nevent! {{\n{}{} {{\n{fields}}}\n}}\n", docs(&kind.doc, ""), kind.name);
    }
    let arms = kinds.iter().map(|kind| {
        format!("core::EventKind::{0} {{ .. }} => within!(py, Event(event), {0}),", kind.name)
    });
    let names = kinds.iter().map(|kind| (kind.name.clone(), None));
    text + &dispatch("event", "Event", "event.kind", &arms.collect::<String>())
        + &registration(names)
}

fn dispatch(what: &str, of: &str, on: &str, arms: &str) -> String {
    format!(
        "
/// The object of an {what}, of the class of its own.
pub(crate) fn {what}(py: Python<'_>, {what}: core::{of}) -> PyResult<Bound<'_, PyAny>> {{
    match {on} {{ {arms} }}
}}
"
    )
}

pub(crate) fn all_values(shape: &Shape) -> String {
    let mut text = format!("{HEAD}\nuse crate::classes::*;\n");
    let mut classes = Vec::new();
    for ty in values(shape) {
        match &ty.kind {
            Kind::Struct(of) => {
                classes.push((ty.name.clone(), None));
                text.push_str(&structure(shape, ty, of));
            }
            Kind::Tagged(variants) => {
                classes.push((ty.name.clone(), None));
                text.push_str(&kinds(ty, variants));
                for variant in variants {
                    text.push_str(&case(shape, ty, variant));
                    let kind = Some((ty.name.clone(), variant.name.clone()));
                    classes.push((format!("{}{}", ty.name, variant.name), kind));
                }
            }
            Kind::Words(words) => text.push_str(&word_list(ty, words)),
        }
    }
    text + &registration(classes.into_iter())
}

fn structure(shape: &Shape, ty: &Type, of: &Struct) -> String {
    let (kind, fields) = match of {
        Struct { formed: true, .. } => ("form", form(&path(&ty.name), &of.fields)),
        Struct { defaulted: true, .. } => {
            ("settings", format!(";\n{}", of.fields.iter().map(entry).collect::<String>()))
        }
        _ => ("value", table(shape, &of.fields)),
    };
    let (doc, name, path) = (docs(&ty.doc, ""), &ty.name, path(&ty.name));
    format!("\n{kind}! {{\n{doc}{name} of {path} {{\n{fields}}}\n}}\n")
}

fn kinds(ty: &Type, variants: &[Variant]) -> String {
    let (doc, name, path) = (docs(&ty.doc, ""), &ty.name, path(&ty.name));
    let list: String =
        variants.iter().map(|of| format!("    {0}: {name}{0},\n", of.name)).collect();
    let coded = if CODED.contains(&name.as_str()) {
        format!("\ncoded! {{ {name} }}\n")
    } else {
        String::new()
    };
    let count = count(ty, variants.len());
    format!("\nkinds! {{\n{doc}{name} of {path} {{\n{list}{count}}}\n}}\n{coded}")
}

/// What has a code, the same in every language.
pub(crate) const CODED: &[&str] = &["HoursFault", "LevelState", "Refusal", "Verdict"];

/// What is said of it.
pub(crate) const CODE: &str = "The stable machine code, the same in every language.";

/// Where more cases may come without notice, how many there are is compared.
fn count(ty: &Type, cases: usize) -> String {
    if ty.open { format!("    ; {cases}\n") } else { String::new() }
}

fn case(shape: &Shape, ty: &Type, variant: &Variant) -> String {
    let doc = docs(&variant.doc, "");
    let (whole, name, path) = (&ty.name, &variant.name, path(&ty.name));
    let (kind, inner) = match &variant.holds {
        Holds::Fields(_) => ("case", String::new()),
        Holds::All(Ty::Named(inner)) => ("holding", format!(" of {}", self::path(inner))),
        Holds::All(other) => panic!("a variant holds {other:?}"),
    };
    let fields = table(shape, shape.fields_of(variant));
    format!(
        "\n{kind}! {{\n{doc}{whole}{name} \"{name}\" of {whole} = {path} as {name}{inner} {{\n{fields}}}\n}}\n"
    )
}

fn word_list(ty: &Type, words: &[Word]) -> String {
    let list: String = words
        .iter()
        .map(|word| format!("    {} = \"{}\",\n", word.name, camel(&word.name)))
        .collect();
    format!(
        "\nwords! {{\n    {} of {} {{\n{list}{}}}\n}}\n",
        ty.name,
        path(&ty.name),
        count(ty, words.len())
    )
}

fn table(shape: &Shape, fields: &[Field]) -> String {
    let (before, after) = parted(fields);
    let mut text: String = before.into_iter().map(entry).collect();
    if !after.is_empty() {
        text.push_str("    ;\n");
    }
    for field in after {
        let default = match &field.missing {
            Missing::By(function) => shape.default_of(function),
            Missing::Default | Missing::Never => "Default::default()",
        };
        let entry = entry(field);
        let never = if field.never { " or \"never\"" } else { "" };
        let _ = writeln!(text, "{}{never} = {default},", entry.trim_end().trim_end_matches(','));
    }
    text
}

fn entry(field: &Field) -> String {
    format!("{}    {}: {},\n", docs(&field.doc, "    "), name(&field.name), field.name)
}

/// The fields of a form: what each is, and how it is looked up.
fn form(whole: &str, fields: &[Field]) -> String {
    let (before, after) = parted(fields);
    let entry = |field: &&Field| {
        let call = if field.public { "" } else { "()" };
        let (ty, place) = (rust(&field.ty), &field.name);
        format!(
            "{}    {}: {place} as {ty} = |of: &{whole}, py| of.{place}{call}.show(py),\n",
            docs(&field.doc, "    "),
            name(place)
        )
    };
    let before: String = before.iter().map(entry).collect();
    let after: String = after.iter().map(entry).collect();
    if after.is_empty() { before } else { format!("{before}    ;\n{after}") }
}

/// What is in `refdesk.hours`, as it is in the core.
pub(crate) const HOURS: &[&str] =
    &["Exception", "Holidays", "Hours", "HoursFault", "OwnHours", "Window"];

/// Where the core has a type.
pub(crate) fn path(name: &str) -> String {
    match name {
        "Input" => "core::journal::Input".to_owned(),
        "HoursOf" | "Day" => format!("core::hours::{name}"),
        name if HOURS.contains(&name) => format!("core::hours::{name}"),
        "Digest" | "Link" | "Salt" | "Seal" | "Shown" | "TranscriptView" => {
            format!("core::chain::{name}")
        }
        _ => format!("core::{name}"),
    }
}

/// A type as Rust has it, where it goes through a form; whether it may be missing stands elsewhere.
fn rust(ty: &Ty) -> String {
    match ty {
        Ty::Named(name) if name.starts_with(|letter: char| letter.is_lowercase()) => name.clone(),
        Ty::Named(name) => path(name),
        Ty::List(of) => format!("Vec<{}>", rust(of)),
        Ty::Maybe(of) => rust(of),
        other => panic!("no form has {other:?}"),
    }
}

fn docs(doc: &str, indent: &str) -> String {
    doc.lines().map(|line| format!("{indent}/// {line}").trim_end().to_owned() + "\n").collect()
}

/// Puts all classes of a file into the module; those of a kind into its class.
fn registration(classes: impl Iterator<Item = (String, Option<(String, String)>)>) -> String {
    let mut lines = String::new();
    for (class, kind) in classes {
        let outer = kind.as_ref().map_or(&class, |(of, _)| of);
        let in_hours = HOURS.contains(&outer.as_str());
        let _ = match &kind {
            None => writeln!(lines, "    module.add_class::<{class}>()?;"),
            Some((of, name)) => writeln!(
                lines,
                "    put_into::<{of}, {class}>(module.py(), \"{of}\", \"{name}\")?;"
            ),
        };
        if in_hours {
            let _ = writeln!(lines, "    found_in::<{class}>(module.py(), \"refdesk.hours\")?;");
        }
    }
    format!(
        "
/// Puts the classes into the module.
pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {{
{lines}    Ok(())
}}
"
    )
}
