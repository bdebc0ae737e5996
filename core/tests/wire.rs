//! The page about the wire form says what is so.

use std::path::Path;

use refdesk::{Action, Command, Event, Refusal, WIRE_VERSION};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/wire.md");
    std::fs::read_to_string(path).expect("the page is there")
}

/// The examples: what stands between the marks of a block of JSON.
fn examples(page: &str) -> Vec<&str> {
    let blocks = page.split("```json\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap_or_default()).collect()
}

/// Whether a text is the wire form of a `T`, and all of it.
fn is<T: DeserializeOwned + Serialize>(text: &str) -> bool {
    let value: Value = serde_json::from_str(text).expect("the example is JSON");
    let read: Result<T, _> = serde_json::from_value(value.clone());
    read.is_ok_and(|read| serde_json::to_value(read).expect("it can be written") == value)
}

#[test]
fn every_example_is_read_and_written_as_it_stands() {
    let page = page();
    let examples = examples(&page);
    assert!(examples.len() >= 5, "the page shows each kind of value");
    for example in examples {
        let known = is::<Command>(example) || is::<Event>(example) || is::<Refusal>(example);
        assert!(known, "neither command, event nor refusal:\n{example}");
    }
}

#[test]
fn every_action_and_every_code_has_its_line() {
    let page = page();
    for name in Action::NAMES {
        let mut letters = name.chars();
        let first = letters.next().expect("a name has letters").to_lowercase();
        let name: String = first.chain(letters).collect();
        assert!(page.contains(&format!("\n- `{name}`")), "`{name}` has no line");
    }
    for code in Refusal::CODES {
        assert!(page.contains(&format!("| `{code}` |")), "`{code}` has no line");
    }
}

#[test]
fn the_page_is_about_this_version() {
    assert!(page().starts_with(&format!("# The wire form, version {WIRE_VERSION}\n")));
}
