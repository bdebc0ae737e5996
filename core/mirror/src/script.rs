//! The half of the crossing that is JavaScript: how each value is written and read, in the order of `crossing`.

use std::fmt::Write as _;

use crate::crossing::{Parted, is_as_text, put, taken};
use crate::shape::{Field, Kind, Shape, Ty, Type, Variant};
use crate::stub::{is_number, is_text};
use crate::words::{camel, upper};

/// The whole file; `head` is written by hand.
pub(crate) fn script(shape: &Shape, head: &str) -> String {
    let mut text = format!(
        "// Written by `make mirror` from the sources of the core and from `src/stream.js`: what is changed here by\n// hand is lost.\n\n\"use strict\";\n\n{head}"
    );
    text.push_str(&word_lists(shape));
    for ty in taken(shape) {
        text.push_str(&writer(shape, ty));
    }
    for (tag, name) in shape.actions.iter().enumerate() {
        text.push_str(&action(shape, tag, name));
    }
    text.push_str(&dispatch(shape));
    for ty in put(shape) {
        text.push_str(&reader(shape, ty));
    }
    text.push_str(&events(shape));
    text.push_str(&exports());
    text
}

fn word_lists(shape: &Shape) -> String {
    let mut types = put(shape);
    for ty in taken(shape) {
        if !types.iter().any(|other| other.name == ty.name) {
            types.push(ty);
        }
    }
    let mut text = String::new();
    for ty in types {
        if let Kind::Words(words) = &ty.kind {
            let list: Vec<String> =
                words.iter().map(|word| format!("\"{}\"", camel(&word.name))).collect();
            let _ = writeln!(text, "const {} = [{}];", upper(&ty.name), list.join(", "));
        }
    }
    text
}

/// How a value is written that is no action.
fn writer(shape: &Shape, ty: &Type) -> String {
    let name = &ty.name;
    match &ty.kind {
        Kind::Struct(of) => format!(
            "\nfunction put{name}(value, key) {{\n  isThing(value, key);\n  enter(key);\n{}  leave();\n}}\n",
            written(shape, &of.fields, 0, "  ")
        ),
        Kind::Tagged(variants) => {
            let mut cases = String::new();
            for (tag, variant) in variants.iter().enumerate() {
                let _ = write!(
                    cases,
                    "    case \"{}\":\n      putByte({tag});\n{}      break;\n",
                    camel(&variant.name),
                    written(shape, shape.fields_of(variant), 1, "      ")
                );
            }
            let kinds: Vec<String> =
                variants.iter().map(|of| format!("\"{}\"", camel(&of.name))).collect();
            format!(
                "\nfunction put{name}(value, key) {{\n  isObject(value, key, \"an object\");\n  enter(key);\n  switch (value.type) {{\n{cases}    default:\n      throw noSuch(value.type, \"type\", [{}]);\n  }}\n  leave();\n}}\n",
                kinds.join(", ")
            )
        }
        Kind::Words(_) => String::new(),
    }
}

fn action(shape: &Shape, tag: usize, name: &str) -> String {
    format!(
        "\nfunction put{name}(value) {{\n  putByte({tag});\n{}}}\n",
        written(shape, shape.fields(name), 1, "  ")
    )
}

/// Writes the fields of `value`, and looks whether it has others; `more` is how many keys it has besides.
fn written(shape: &Shape, fields: &[Field], more: usize, pad: &str) -> String {
    let parted = Parted::given(fields);
    let mut text = String::new();
    for field in &parted.always {
        let _ = writeln!(text, "{pad}{};", put_call(shape, &field.ty, field));
    }
    if parted.content.is_some() {
        let _ = writeln!(text, "{pad}putContent(value);");
    }
    if fields.is_empty() {
        return text;
    }
    let expected = parted.always.len() + usize::from(parted.content.is_some()) + more;
    let mut names: Vec<String> = vec!["type".to_owned(); more];
    for field in fields {
        if crate::crossing::is_content(field) {
            names.extend(["text".to_owned(), "reference".to_owned()]);
        } else {
            names.push(camel(&field.name));
        }
    }
    let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let check = format!("checkKeys(value, [{}])", names.join(", "));
    let given = parted.maybe.len() + parted.left.len();
    if given == 0 {
        let _ = writeln!(text, "{pad}if (keys(value) !== {expected}) {check};");
        return text;
    }
    let _ = writeln!(text, "{pad}if (keys(value) === {expected}) {{\n{pad}  putNone({given});");
    let _ = writeln!(text, "{pad}}} else {{\n{pad}  {check};");
    for field in &parted.maybe {
        let Ty::Maybe(inner) = &field.ty else { unreachable!("it may be missing") };
        let place = format!("value.{}", camel(&field.name));
        let call = put_call(shape, inner, field);
        let _ = writeln!(
            text,
            "{pad}  if ({place} == null) putByte(0);\n{pad}  else {{\n{pad}    putByte(1);\n{pad}    {call};\n{pad}  }}"
        );
    }
    for field in &parted.left {
        let place = format!("value.{}", camel(&field.name));
        let call = put_call(shape, &field.ty, field);
        let _ = writeln!(
            text,
            "{pad}  if ({place} === undefined) putByte(0);\n{pad}  else {{\n{pad}    putByte(1);\n{pad}    {call};\n{pad}  }}"
        );
    }
    let _ = writeln!(text, "{pad}}}");
    text
}

fn put_call(shape: &Shape, ty: &Ty, field: &Field) -> String {
    let name = camel(&field.name);
    format!("{}value.{name}, \"{name}\"{}", put_start(shape, ty), put_end(shape, ty))
}

/// The call that writes a value of this type, up to the value itself.
fn put_start(shape: &Shape, ty: &Ty) -> String {
    match ty {
        Ty::Named(name) => match name.as_str() {
            "Timestamp" => "putInstant(".into(),
            "Digest" | "Salt" => "putDigest(".into(),
            "bool" => "putFlag(".into(),
            name if is_number(name) => "putNumber(".into(),
            name if is_text(name) => "putText(".into(),
            name if is_as_text(name) => "putJson(".into(),
            name => match &shape.of(name).kind {
                Kind::Words(_) => format!("putWord({}, ", upper(name)),
                Kind::Struct(_) | Kind::Tagged(_) => format!("put{name}("),
            },
        },
        Ty::List(_) | Ty::Set(_) => "putList(".into(),
        Ty::Map(..) => "putMap(".into(),
        Ty::Maybe(_) | Ty::Pair(..) => panic!("none of these goes in"),
    }
}

/// The rest of the call.
fn put_end(shape: &Shape, ty: &Ty) -> String {
    match ty {
        Ty::List(of) | Ty::Set(of) | Ty::Map(_, of) => {
            let start = put_start(shape, of);
            match start.strip_suffix('(') {
                Some(function) => format!(", {function})"),
                None => format!(", (item, at) => {start}item, at))"),
            }
        }
        _ => ")".into(),
    }
}

fn dispatch(shape: &Shape) -> String {
    let list: String =
        shape.actions.iter().map(|name| format!("  {}: put{name},\n", camel(name))).collect();
    format!(
        "
const ACTIONS = {{
  __proto__: null,
{list}}};

function putAction(value, key) {{
  isObject(value, key, \"an object\");
  enter(key);
  const put = typeof value.type === \"string\" ? ACTIONS[value.type] : undefined;
  if (put === undefined) throw noSuch(value.type, \"type\", Object.keys(ACTIONS));
  put(value);
  leave();
}}
"
    )
}

/// How a value is read.
fn reader(shape: &Shape, ty: &Type) -> String {
    let name = &ty.name;
    match &ty.kind {
        Kind::Struct(of) => {
            format!("\nfunction take{name}() {{\n{}}}\n", read(shape, "", &of.fields, "  "))
        }
        Kind::Tagged(_) if name == "EventKind" => String::new(),
        Kind::Tagged(variants) => {
            let cases: String = variants
                .iter()
                .enumerate()
                .map(|(tag, variant)| {
                    let start = format!("type: \"{}\"", camel(&variant.name));
                    let body = read(shape, &start, shape.fields_of(variant), "      ");
                    format!("    case {tag}: {{\n{body}    }}\n")
                })
                .collect();
            format!(
                "\nfunction take{name}() {{\n  switch (bytes[at++]) {{\n{cases}    default:\n      throw new Error(\"the module and this file are of two versions\");\n  }}\n}}\n"
            )
        }
        Kind::Words(_) => String::new(),
    }
}

/// Reads the fields into an object, and returns it.
fn read(shape: &Shape, start: &str, fields: &[Field], pad: &str) -> String {
    let parted = Parted::out(fields);
    let mut entries: Vec<String> = if start.is_empty() { vec![] } else { vec![start.to_owned()] };
    entries.extend(
        parted
            .always
            .iter()
            .map(|field| format!("{}: {}", camel(&field.name), take(shape, &field.ty))),
    );
    let literal = if entries.join(", ").len() < 80 {
        format!("{{ {} }}", entries.join(", "))
    } else {
        format!("{{\n{pad}  {},\n{pad}}}", entries.join(&format!(",\n{pad}  ")))
    };
    if parted.content.is_none() && parted.maybe.is_empty() && parted.left.is_empty() {
        return format!("{pad}return {literal};\n");
    }
    let mut text = format!("{pad}const value = {literal};\n");
    if parted.content.is_some() {
        let _ = writeln!(text, "{pad}takeContent(value);");
    }
    for field in parted.maybe.iter().chain(&parted.left) {
        let inner = if let Ty::Maybe(inner) = &field.ty { inner } else { &field.ty };
        let _ = writeln!(
            text,
            "{pad}if (flag()) value.{} = {};",
            camel(&field.name),
            take(shape, inner)
        );
    }
    let _ = writeln!(text, "{pad}return value;");
    text
}

/// The expression that reads a value of this type.
fn take(shape: &Shape, ty: &Ty) -> String {
    match ty {
        Ty::Named(name) => match name.as_str() {
            "Operators" => "list(text)".into(),
            "bool" => "flag()".into(),
            name if is_number(name) => "number()".into(),
            name if is_text(name) => "text()".into(),
            name if is_as_text(name) => "parsed()".into(),
            name => match &shape.of(name).kind {
                Kind::Words(_) => format!("word({})", upper(name)),
                Kind::Struct(_) | Kind::Tagged(_) => format!("take{name}()"),
            },
        },
        Ty::List(of) | Ty::Set(of) => {
            let item = take(shape, of);
            match item.strip_suffix("()") {
                Some(function) => format!("list({function})"),
                None => format!("list(() => {item})"),
            }
        }
        Ty::Maybe(of) => format!("flag() ? {} : null", take(shape, of)),
        Ty::Pair(one, other) => format!("[{}, {}]", take(shape, one), take(shape, other)),
        Ty::Map(..) => panic!("no map comes out"),
    }
}

fn events(shape: &Shape) -> String {
    let mut text = String::new();
    let kinds: &[Variant] = shape.events();
    for kind in kinds {
        let start = format!("at: when, seq, type: \"{}\"", camel(&kind.name));
        let body = read(shape, &start, shape.fields_of(kind), "  ");
        let _ = write!(text, "\nfunction take{}(when, seq) {{\n{body}}}\n", kind.name);
    }
    let list: String = kinds.iter().map(|kind| format!("  take{},\n", kind.name)).collect();
    let _ = write!(
        text,
        "
const EVENTS = [
{list}];

function takeEvent() {{
  const when = number();
  const seq = number();
  return EVENTS[bytes[at++]](when, seq);
}}
"
    );
    text
}

/// What `router.js` uses.
const EXPORTS: &[&str] = &[
    "begin",
    "buffer",
    "checkKeys",
    "enter",
    "fault",
    "flag",
    "keys",
    "leave",
    "list",
    "parsed",
    "putAction",
    "putActor",
    "putByte",
    "putJson",
    "putList",
    "putNone",
    "putParty",
    "putText",
    "recall",
    "receive",
    "remember",
    "remembered",
    "takeAvailability",
    "takeBuddyView",
    "takeChatView",
    "takeChoice",
    "takeColleagues",
    "takeDeadline",
    "takeEntry",
    "takeEvent",
    "takeOperatorView",
    "takePosition",
    "takeQueueState",
    "takeRefusal",
    "takeTranscriptView",
    "text",
    "thrownBy",
    "written",
];

fn exports() -> String {
    let list: String = EXPORTS.iter().map(|name| format!("  {name},\n")).collect();
    format!(
        "\nfunction takeQueueState() {{\n  return word(QUEUE_STATE);\n}}\n\nmodule.exports = {{\n{list}}};\n"
    )
}
