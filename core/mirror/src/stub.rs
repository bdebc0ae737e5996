//! The types of Python: what an editor shows and a checker checks.

use std::fmt::Write as _;

use crate::python::{CODE, CODED, HOURS, mirrored, name, parted, values};
use crate::shape::{Field, Kind, Shape, Ty, Type, Variant, Word};
use crate::words::{camel, upper};

const HEAD: &str =
    "# Written by `make mirror` from the sources of the core: what is changed here by hand is lost.
";

/// The words of all kinds, as Python itself.
pub(crate) fn words(shape: &Shape) -> String {
    let mut text = format!(
        "\"\"\"What may be one of several words: each is a text too, that of the wire form.\"\"\"\n\n{HEAD}\nfrom enum import Enum\n\n__all__ = [\n"
    );
    for (ty, _) in word_lists(shape) {
        let _ = writeln!(text, "    \"{}\",", ty.name);
    }
    text.push_str("]\n\n\nclass Word(str, Enum):\n    \"\"\"A word: equal to its text.\"\"\"\n\n    __str__ = str.__str__\n");
    for (ty, words) in word_lists(shape) {
        let _ = write!(text, "\n\nclass {}(Word):\n{}", ty.name, quoted(&ty.doc, 4));
        for word in words {
            let _ = write!(
                text,
                "\n    {} = \"{}\"\n{}",
                upper(&word.name),
                camel(&word.name),
                quoted(&word.doc, 4)
            );
        }
    }
    text
}

fn word_lists(shape: &Shape) -> Vec<(&Type, &[Word])> {
    let lists = mirrored(shape).into_iter().filter_map(|ty| match &ty.kind {
        Kind::Words(words) => Some((ty, words.as_slice())),
        Kind::Struct(_) | Kind::Tagged(_) => None,
    });
    lists.collect()
}

/// The package itself: all names but those of hours.
pub(crate) fn package(shape: &Shape) -> String {
    let mut names: Vec<String> = ["Action", "Event", "Value"].map(String::from).into();
    names.extend(ROUTER.iter().map(|&name| name.to_owned()));
    names.extend(classes(shape));
    names.retain(|name| !HOURS.contains(&name.as_str()));
    names.sort();
    let words: Vec<&str> = word_lists(shape)
        .into_iter()
        .map(|(ty, _)| ty.name.as_str())
        .filter(|&name| name != "Day")
        .collect();
    let list =
        |names: &[String]| names.iter().map(|name| format!("    {name},\n")).collect::<String>();
    let unions: Vec<String> =
        unions(shape).into_iter().filter(|name| name != "AnyHoursFault").collect();
    let owned: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    let mut all = [names.clone(), owned.clone(), unions.clone()].concat();
    all.sort();
    let all: String = all.iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!(
        "\"\"\"Collaborative chat routing as an embeddable, deterministic state machine.\"\"\"\n\n{HEAD}\nfrom . import hours as hours\nfrom ._refdesk import (\n{}    __version__,\n)\nfrom ._unions import (\n{})\nfrom ._words import (\n{})\n\n__all__ = [\n{all}    \"__version__\",\n    \"hours\",\n]\n",
        list(&names),
        list(&unions),
        list(&owned),
    )
}

/// What is written by hand, at the end of the types.
const ROUTER: &[&str] = &[
    "ChainBroken",
    "Finding",
    "InvalidJournal",
    "InvalidSetup",
    "InvalidSnapshot",
    "InvalidValue",
    "InvariantBroken",
    "Journal",
    "Recording",
    "RefdeskError",
    "Refused",
    "Report",
    "Router",
    "Setup",
    "SetupReport",
    "Tally",
    "WhatIf",
    "mask_patron",
    "tz_version",
    "verify",
    "view_record",
];

/// The module of hours, with the rules that stand with them.
pub(crate) fn hours(shape: &Shape) -> String {
    let names: String = HOURS.iter().map(|name| format!("    {name},\n")).collect();
    let all: String = HOURS
        .iter()
        .chain(&["AnyHoursFault", "Day"])
        .map(|name| format!("    \"{name}\",\n"))
        .collect();
    let (_, rules) = shape.of("Hours").doc.split_once("\n\n").expect("hours have rules");
    let said = format!(
        "Opening hours by themselves: documents, and the days they are made of.\n\n{rules}"
    );
    format!(
        "{}\n{HEAD}\nfrom ._refdesk import (\n{names})\nfrom ._unions import AnyHoursFault\nfrom ._words import Day\n\n__all__ = [\n{all}]\n",
        quoted(&said, 0)
    )
}

/// For each thing of several kinds, all of them: what a `match` has to deal with.
pub(crate) fn union_file(shape: &Shape) -> String {
    let mut text = format!(
        "\"\"\"For each thing of several kinds, all of them: what a `match` has to deal with.\"\"\"\n\n{HEAD}\nfrom typing import TypeAlias, Union\n\nfrom . import _refdesk as _r\n\n"
    );
    for (name, kinds) in union_lists(shape) {
        let kinds: String = kinds.iter().map(|kind| format!("    _r.{kind},\n")).collect();
        let _ = writeln!(text, "Any{name}: TypeAlias = Union[\n{kinds}]");
    }
    text
}

fn unions(shape: &Shape) -> Vec<String> {
    union_lists(shape).into_iter().map(|(name, _)| format!("Any{name}")).collect()
}

fn union_lists(shape: &Shape) -> Vec<(String, Vec<String>)> {
    let mut lists = vec![
        ("Action".to_owned(), shape.actions.clone()),
        ("Event".to_owned(), event_names(shape)),
    ];
    for ty in values(shape) {
        if let Kind::Tagged(variants) = &ty.kind {
            let kinds = variants.iter().map(|variant| format!("{}.{}", ty.name, variant.name));
            lists.push((ty.name.clone(), kinds.collect()));
        }
    }
    lists
}

fn event_names(shape: &Shape) -> Vec<String> {
    let kinds = shape.events();
    kinds.iter().map(|kind| kind.name.clone()).collect()
}

/// All classes that are made of tables.
fn classes(shape: &Shape) -> Vec<String> {
    let mut names = [shape.actions.clone(), event_names(shape)].concat();
    let values = values(shape).into_iter().filter(|ty| !matches!(ty.kind, Kind::Words(_)));
    names.extend(values.map(|ty| ty.name.clone()));
    names
}

/// The types of the module that is written in Rust; what is written by hand is `head` and `tail`.
pub(crate) fn stub(shape: &Shape, head: &str, tail: &str) -> String {
    let mut text = format!("{HEAD}\n{head}");
    for action in &shape.actions {
        let ty = shape.of(action);
        text.push_str(&class(
            shape,
            action,
            "Action",
            &ty.doc,
            &[],
            shape.fields(action),
            false,
            0,
        ));
    }
    let kinds = shape.events();
    for kind in kinds {
        let fields = shape.fields_of(kind);
        text.push_str(&class(
            shape,
            &kind.name,
            "Event",
            &kind.doc,
            &["at", "seq"],
            fields,
            false,
            0,
        ));
    }
    for ty in values(shape) {
        match &ty.kind {
            Kind::Struct(of) => {
                text.push_str(&class(
                    shape,
                    &ty.name,
                    "Value",
                    &ty.doc,
                    &[],
                    &of.fields,
                    of.defaulted,
                    0,
                ));
            }
            Kind::Tagged(variants) => text.push_str(&tagged(shape, ty, variants)),
            Kind::Words(_) => {}
        }
    }
    let mut all = classes(shape);
    all.extend(
        ROUTER
            .iter()
            .chain(&["Action", "Event", "Value", "__version__"])
            .map(|&name| name.to_owned()),
    );
    all.sort();
    let all: String = all.iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!("{text}\n{tail}\n__all__ = [\n{all}]\n")
}

fn tagged(shape: &Shape, ty: &Type, variants: &[Variant]) -> String {
    let mut text = format!("\nclass {}(Value):\n{}", ty.name, quoted(&ty.doc, 4));
    if CODED.contains(&ty.name.as_str()) {
        let _ = write!(text, "\n    @property\n    def code(self) -> str:\n{}", quoted(CODE, 8));
    }
    for variant in variants {
        let fields = shape.fields_of(variant);
        text.push_str(&class(shape, &variant.name, &ty.name, &variant.doc, &[], fields, false, 4));
    }
    text
}

#[expect(clippy::too_many_arguments, reason = "all of it stands in a class")]
fn class(
    shape: &Shape,
    title: &str,
    base: &str,
    doc: &str,
    before: &[&str],
    fields: &[Field],
    defaulted: bool,
    indent: usize,
) -> String {
    let pad = " ".repeat(indent);
    let (wanted, given): (Vec<&Field>, Vec<&Field>) =
        if defaulted { (Vec::new(), fields.iter().collect()) } else { parted(fields) };
    let own = wanted.iter().chain(&given).map(|field| name(&field.name));
    let names: Vec<String> = before.iter().map(|&name| name.to_owned()).chain(own).collect();
    let mut text =
        format!("\n{pad}@final\n{pad}class {title}({base}):\n{}", quoted(doc, indent + 4));
    let list: String = names.iter().map(|name| format!("\"{name}\", ")).collect();
    let _ = writeln!(text, "\n{pad}    __match_args__ = ({})", list.trim_end());
    let mut params: Vec<String> = before
        .iter()
        .map(|&name| if name == "at" { "at: _Instant".to_owned() } else { format!("{name}: int") })
        .collect();
    params.extend(
        wanted.iter().map(|field| format!("{}: {}", name(&field.name), taken(shape, &field.ty))),
    );
    if !given.is_empty() {
        params.push("*".to_owned());
        params.extend(given.iter().map(|field| {
            let never = if field.never { " | Literal[\"never\"]" } else { "" };
            format!("{}: {}{never} = ...", name(&field.name), taken(shape, &field.ty))
        }));
    }
    let params: String = params.iter().map(|param| format!(", {param}")).collect();
    let _ = writeln!(text, "{pad}    def __new__(cls: type[_Self]{params}) -> _Self: ...");
    for field in wanted.iter().chain(&given) {
        let _ = write!(
            text,
            "{pad}    @property\n{pad}    def {}(self) -> {}:\n{}",
            name(&field.name),
            shown(shape, &field.ty),
            quoted(&field.doc, indent + 8)
        );
    }
    text
}

/// What a field is when it is looked at.
fn shown(shape: &Shape, ty: &Ty) -> String {
    match ty {
        Ty::Named(name) => match name.as_str() {
            "Operators" => "tuple[str, ...]".into(),
            "Action" => "AnyAction".into(),
            "Content" => "str | Reference".into(),
            "HoursOf" => "Hours | str".into(),
            "bool" => "bool".into(),
            name if is_number(name) => "int".into(),
            name if is_text(name) => "str".into(),
            name => match &shape.of(name).kind {
                Kind::Tagged(_) => format!("Any{name}"),
                Kind::Words(_) => format!("_w.{name}"),
                Kind::Struct(_) => name.to_owned(),
            },
        },
        Ty::List(of) => format!("tuple[{}, ...]", shown(shape, of)),
        Ty::Set(of) => format!("frozenset[{}]", shown(shape, of)),
        Ty::Map(key, of) => format!("dict[{}, {}]", shown(shape, key), shown(shape, of)),
        Ty::Maybe(of) => format!("{} | None", shown(shape, of)),
        Ty::Pair(one, other) => format!("tuple[{}, {}]", shown(shape, one), shown(shape, other)),
    }
}

/// What a field may be when it is given.
fn taken(shape: &Shape, ty: &Ty) -> String {
    match ty {
        Ty::Named(name) => match name.as_str() {
            "Action" => "Action".into(),
            "Operators" => "Iterable[str]".into(),
            "Timestamp" => "_Instant".into(),
            "Span" => "_Span".into(),
            "Digest" | "Salt" => "str | _Bytes".into(),
            name if is_number(name) || is_text(name) => shown(shape, ty),
            "bool" | "Content" | "HoursOf" => shown(shape, ty),
            name => match &shape.of(name).kind {
                Kind::Tagged(_) | Kind::Struct(_) => name.to_owned(),
                Kind::Words(words) => {
                    let words: Vec<String> =
                        words.iter().map(|word| format!("\"{}\"", camel(&word.name))).collect();
                    format!("_w.{name} | Literal[{}]", words.join(", "))
                }
            },
        },
        Ty::List(of) if matches!(&**of, Ty::Named(name) if is_text(name)) => "Sequence[str]".into(),
        Ty::List(of) | Ty::Set(of) => format!("Iterable[{}]", taken(shape, of)),
        Ty::Map(key, of) => format!("Mapping[{}, {}]", taken(shape, key), taken(shape, of)),
        Ty::Maybe(of) => format!("{} | None", taken(shape, of)),
        Ty::Pair(one, other) => format!("tuple[{}, {}]", taken(shape, one), taken(shape, other)),
    }
}

pub(crate) fn is_number(name: &str) -> bool {
    matches!(
        name,
        "Timestamp" | "Span" | "OfferId" | "TransferId" | "ProposalId" | "Serial" | "usize"
    ) || name.len() <= 3 && name.starts_with(['u', 'i']) && name[1..].parse::<u8>().is_ok()
}

pub(crate) fn is_text(name: &str) -> bool {
    matches!(name, "Text" | "String" | "Digest" | "Salt" | "Cursor")
        || (name.ends_with("Id") && !is_number(name))
}

/// Words as the first thing of what they are said of.
pub(crate) fn quoted(words: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let text = words.replace('\\', "\\\\");
    let mut lines = text.trim().lines();
    let Some(first) = lines.next() else { return format!("{pad}...\n") };
    let rest: Vec<&str> = lines.collect();
    if rest.is_empty() {
        return format!("{pad}\"\"\"{first}\"\"\"\n");
    }
    let rest: String =
        rest.iter().map(|line| format!("{pad}{line}").trim_end().to_owned() + "\n").collect();
    format!("{pad}\"\"\"{first}\n{rest}{pad}\"\"\"\n")
}
