//! Types, defaults and sentences, as Swift has them.

use crate::shape::{Field, Kind, Missing, Shape, Ty};
use crate::words::camel;

/// Words of Swift's own that are names here.
const RESERVED: &[&str] = &[
    "as", "case", "default", "else", "false", "for", "if", "in", "init", "is", "operator",
    "return", "self", "switch", "true", "where",
];

/// A name where it is declared or stands alone.
pub(super) fn escaped(name: &str) -> String {
    if RESERVED.contains(&name) { format!("`{name}`") } else { name.to_owned() }
}

/// A type.
pub(super) fn spelled(ty: &Ty) -> String {
    match ty {
        Ty::Named(name) => named(name),
        Ty::List(of) => format!("[{}]", spelled(of)),
        Ty::Set(of) => format!("Set<{}>", spelled(of)),
        Ty::Map(key, of) => format!("[{}: {}]", spelled(key), spelled(of)),
        Ty::Maybe(of) => format!("{}?", spelled(of)),
        Ty::Pair(one, other) => format!("Pair<{}, {}>", spelled(one), spelled(other)),
    }
}

fn named(name: &str) -> String {
    let number = |name: &str| {
        name.len() <= 3 && name.starts_with(['u', 'i']) && name[1..].parse::<u8>().is_ok()
    };
    match name {
        "OfferId" | "TransferId" | "ProposalId" => "UInt32".to_owned(),
        "Serial" | "usize" => "UInt64".to_owned(),
        "Text" | "String" | "Digest" | "Salt" => "String".to_owned(),
        "Operators" => "[String]".to_owned(),
        "bool" => "Bool".to_owned(),
        name if name.ends_with("Id") => "String".to_owned(),
        name if number(name) => name.replacen('u', "UInt", 1).replacen('i', "Int", 1),
        name => name.to_owned(),
    }
}

/// What a field is where it is left out; none where it must be given.
pub(super) fn default_of(shape: &Shape, field: &Field) -> Option<String> {
    match &field.missing {
        Missing::By(function) => Some(expression(shape.default_of(function))),
        Missing::Default => Some(empty(shape, &field.ty)),
        Missing::Never => matches!(field.ty, Ty::Maybe(_)).then(|| "nil".to_owned()),
    }
}

/// A field of a type that has a default as a whole.
pub(super) fn standard(shape: &Shape, whole: &str, field: &Field) -> Field {
    let key = format!("{whole}.{}", field.name);
    let missing =
        if shape.defaults.contains_key(&key) { Missing::By(key) } else { Missing::Default };
    Field { missing, ..field.clone() }
}

/// The default of a type.
fn empty(shape: &Shape, ty: &Ty) -> String {
    match ty {
        Ty::Maybe(_) => "nil".to_owned(),
        Ty::List(_) | Ty::Set(_) => "[]".to_owned(),
        Ty::Map(..) => "[:]".to_owned(),
        Ty::Pair(..) => panic!("a pair has no default"),
        Ty::Named(name) => match named(name).as_str() {
            "Bool" => "false".to_owned(),
            "String" => "\"\"".to_owned(),
            "Span" | "Timestamp" => "0".to_owned(),
            number if number.starts_with("UInt") || number.starts_with("Int") => "0".to_owned(),
            list if list.starts_with('[') => "[]".to_owned(),
            name => match &shape.of(name).kind {
                Kind::Struct(_) => format!("{name}()"),
                Kind::Tagged(of) => {
                    let chosen = of.iter().find(|variant| variant.chosen);
                    let chosen = chosen.unwrap_or_else(|| panic!("`{name}` has a default"));
                    format!(".{}", camel(&chosen.name))
                }
                Kind::Words(of) => {
                    let chosen = of.iter().find(|word| word.chosen);
                    format!(".{}", camel(&chosen.expect("words have a default").name))
                }
            },
        },
    }
}

/// An expression of Rust that gives a default.
fn expression(rust: &str) -> String {
    if let Some(seconds) = rust.strip_prefix("Span::from_secs(") {
        return format!(".seconds({seconds}");
    }
    if let Some(some) = rust.strip_prefix("Some(") {
        return expression(&some[..some.len() - 1]);
    }
    if let Some(list) = rust.strip_prefix('[').and_then(|list| list.strip_suffix("].into()")) {
        if let Some((item, count)) = list.split_once(';') {
            return format!("Array(repeating: {}, count: {count})", expression(item));
        }
        let items: Vec<String> = list.split(',').map(expression).collect();
        return format!("[{}]", items.join(", "));
    }
    match rust {
        "None" => "nil".to_owned(),
        "BTreeMap::new()" => "[:]".to_owned(),
        "Day::ALL.into()" | "Day::ALL.to_vec()" => "Day.allCases".to_owned(),
        "Self::of([Level::of([Source::Assigned],Ring::All{lapse_after:None})])"
        | "Policy::of([Level::of([Source::Assigned],Ring::All{lapse_after:None})])" => {
            "Policy(levels: [Level(pool: [.assigned], ring: .all())])".to_owned()
        }
        _ if rust.ends_with("::default()") => format!("{}()", &rust[..rust.len() - 11]),
        _ if rust.contains("::") && !rust.contains('(') => {
            let (_, case) = rust.rsplit_once("::").expect("it has them");
            format!(".{}", camel(case))
        }
        _ if rust == "true"
            || rust == "false"
            || rust.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            rust.to_owned()
        }
        _ => panic!("no default of Swift is known for `{rust}`"),
    }
}

/// What stands between brackets: in one line, or in as many as there are items.
pub(super) fn listed(items: &[String], indent: usize) -> String {
    let line = items.join(", ");
    if line.len() + indent < 90 {
        return line;
    }
    let pad = " ".repeat(indent);
    format!("\n{pad}    {}\n{pad}", items.join(&format!(",\n{pad}    ")))
}

/// What is said of a thing, as Swift has it.
pub(super) fn said(doc: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    doc.trim()
        .lines()
        .map(|line| format!("{pad}/// {}", coded(line)).trim_end().to_owned() + "\n")
        .collect()
}

/// A line whose pieces of code are those of Swift.
fn coded(line: &str) -> String {
    let pieces = line.split('`').enumerate().map(|(number, piece)| match piece {
        _ if number % 2 == 0 => piece.to_owned(),
        "None" => "nil".to_owned(),
        piece if piece.contains('_') && !piece.contains(' ') => {
            let parts: Vec<String> = piece
                .split('.')
                .map(|part| {
                    let snake = part.contains('_') && !part.contains(char::is_uppercase);
                    if snake { camel(part) } else { part.to_owned() }
                })
                .collect();
            parts.join(".")
        }
        piece => piece.to_owned(),
    });
    pieces.collect::<Vec<_>>().join("`")
}
