//! The JSON Schema of setup documents, as it is committed for editors.
//!
//! `REFDESK_REWRITE=1 cargo test -p refdesk --test schema` writes it anew.

use std::path::Path;

use refdesk::hours;
use refdesk::setup::Setup;
use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::Value;

/// The descriptions are those of the code, without the links that only it can follow and without rules at length.
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(Value::String(said)) = schema.get_mut("description") {
            *said = plain(said);
        }
        transform_subschemas(self, schema);
    }
}

/// What the code names, and nobody else knows.
const BOUNDS: [(&str, usize); 5] = [
    ("MAX_DATES", hours::MAX_DATES),
    ("MAX_EXCEPTIONS", hours::MAX_EXCEPTIONS),
    ("MAX_LEVELS", refdesk::MAX_LEVELS),
    ("MAX_SKILL", refdesk::MAX_SKILL as usize),
    ("MAX_WINDOWS", hours::MAX_WINDOWS),
];

/// A text as far as its first heading, with numbers for bounds, without the marks and the target of each link, and with
/// each paragraph on one line.
fn plain(said: &str) -> String {
    let mut plain = String::new();
    let mut rest = said.split("\n\n# ").next().unwrap_or_default();
    while let Some((before, link)) = rest.split_once('[') {
        let (name, after) = link.split_once(']').expect("a bracket closes");
        plain.push_str(before);
        let bound = BOUNDS.iter().find(|(bound, _)| name == format!("`{bound}`"));
        plain.push_str(
            &bound.map_or_else(|| name.replace("::", "."), |(_, number)| number.to_string()),
        );
        rest = match after.strip_prefix('(') {
            Some(target) => target.split_once(')').expect("a target closes").1,
            None => after,
        };
    }
    plain.push_str(rest);
    let paragraphs: Vec<String> = plain.split("\n\n").map(|one| one.replace('\n', " ")).collect();
    paragraphs.join("\n\n")
}

fn schema() -> String {
    let mut schema = schemars::schema_for!(Setup);
    Plain.transform(&mut schema);
    let text = serde_json::to_string_pretty(&schema).expect("it can be written");
    format!("{text}\n")
}

#[test]
fn links_become_plain_text() {
    let said = "See [here](self), [`Policy::after`],\n[`MAX_SKILL`] and [two](crate::TWO).\n\nThen\nthis.\n\n# Rules";
    assert_eq!(plain(said), "See here, `Policy.after`, 100 and two.\n\nThen this.");
}

#[test]
fn the_committed_schema_is_that_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/setup.schema.json");
    if std::env::var_os("REFDESK_REWRITE").is_some() {
        std::fs::write(&path, schema()).expect("it can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let why = "run `REFDESK_REWRITE=1 cargo test -p refdesk --test schema` and read what changed";
    assert!(committed == schema(), "{} is out of date: {why}", path.display());
}
