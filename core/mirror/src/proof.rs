//! What makes a change of the core's types break the build of each binding: each field and each case, named once.

use std::fmt::Write as _;

use crate::python::{mirrored, path};
use crate::shape::{Field, Holds, Kind, Shape, Type};

const HEAD: &str =
    "//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.
//!
//! The binding has a type for each of these. A field or a case that it does not know breaks the build here.

#![allow(
    dead_code,
    clippy::match_same_arms,
    clippy::too_many_lines,
    clippy::trivially_copy_pass_by_ref,
    reason = \"a proof, written by a program\"
)]

use refdesk as core;
";

pub(crate) fn proof(shape: &Shape) -> String {
    let mut text = HEAD.to_owned();
    for (number, ty) in mirrored(shape).into_iter().enumerate() {
        if ty.name == "Action" {
            continue;
        }
        let whole = path(&ty.name);
        let Some(seen) = seen(ty, &whole) else { continue };
        let _ = write!(text, "\nconst fn of_{number}(of: &{whole}) {{\n{seen}}}\n");
    }
    let arms: String =
        shape.actions.iter().map(|name| format!("core::Action::{name}(_) => {{}}\n")).collect();
    let _ = write!(text, "\nconst fn of_action(of: &core::Action) {{\nmatch of {{\n{arms}}}\n}}\n");
    text
}

fn seen(ty: &Type, whole: &str) -> Option<String> {
    match &ty.kind {
        // What has private fields is known by its form alone.
        Kind::Struct(of) if of.formed || of.fields.iter().any(|field| !field.public) => None,
        Kind::Struct(of) => {
            let rest = if ty.open || ty.name == "Config" { " .. " } else { "" };
            Some(format!("let {whole} {{ {}{rest} }} = of;\n", named(&of.fields)))
        }
        Kind::Tagged(variants) => {
            let arms: String = variants
                .iter()
                .map(|variant| match &variant.holds {
                    Holds::Fields(fields) if fields.is_empty() => {
                        format!("{whole}::{} => {{}}\n", variant.name)
                    }
                    Holds::Fields(fields) => {
                        format!("{whole}::{} {{ {} }} => {{}}\n", variant.name, named(fields))
                    }
                    Holds::All(_) => format!("{whole}::{}(_) => {{}}\n", variant.name),
                })
                .collect();
            Some(matched(ty, &arms, "CODES", variants.len(), whole))
        }
        Kind::Words(words) => {
            let arms: String =
                words.iter().map(|word| format!("{whole}::{} => {{}}\n", word.name)).collect();
            Some(matched(ty, &arms, "ALL", words.len(), whole))
        }
    }
}

/// Where more cases may come without notice, how many there are is compared.
fn matched(ty: &Type, arms: &str, list: &str, count: usize, whole: &str) -> String {
    let (proof, rest) = if ty.open {
        let proof = format!(
            "const {{ assert!({whole}::{list}.len() == {count}, \"the mirror is older than the core\") }};\n"
        );
        (proof, "_ => {}\n")
    } else {
        (String::new(), "")
    };
    format!("{proof}match of {{\n{arms}{rest}}}\n")
}

fn named(fields: &[Field]) -> String {
    fields.iter().map(|field| format!("{}: _, ", field.name)).collect()
}
