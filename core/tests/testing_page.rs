//! The page about the testing kit says what is so.

use std::path::Path;

use refdesk::setup::Setup;
use refdesk::testing::{Desk, Scenario};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(path).expect("the page is there")
}

/// What stands between the marks of each block of a language.
fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let blocks = page.split(&format!("```{language}\n")).skip(1).collect::<Vec<_>>();
    assert!(!blocks.is_empty(), "the page shows some {language}");
    blocks.into_iter().map(|block| block.split("```").next().unwrap_or_default()).collect()
}

/// Without what only lays it out.
fn words(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_property_is_one_that_is_tested() {
    let (page, test) = (read("../docs/testing.md"), words(&read("tests/testing.rs")));
    let properties =
        blocks(&page, "rust").into_iter().filter(|block| block.contains("fn the_home"));
    let property = properties.map(words).next().expect("the page shows it");
    let body = property.split("{letmut").nth(1).expect("it has a body");
    let body = body.split("Ok(())})?;").next().expect("it has an end");
    assert!(test.contains(body), "`tests/testing.rs` has not:\n{body}");
}

#[test]
fn the_document_is_the_one_of_the_tests() {
    let (page, test) = (read("../docs/testing.md"), read("tests/testing.rs"));
    for document in blocks(&page, "toml") {
        let setup: Setup = toml::from_str(document).expect("it is a setup document");
        Desk::of(&setup).expect("it is sound");
        assert!(words(&test).contains(&words(document)), "`tests/testing.rs` has another");
    }
}

#[test]
fn the_scenarios_go_as_they_are_told() {
    let page = read("../docs/testing.md");
    for scenario in blocks(&page, "json") {
        let scenario: Scenario = scenario.parse().unwrap_or_else(|error| panic!("{error}"));
        scenario.play().unwrap_or_else(|error| panic!("{error}"));
    }
}
