//! `docs/bindings.md` shows the same host in several languages: each is cut from a program that runs.

use std::path::Path;

const BEGIN: &str = "The ten lines.";
const END: &str = "As far as here.";

/// The part of a program that the page shows.
fn shown_of(program: &str) -> String {
    let lines = program.lines().skip_while(|line| !line.ends_with(BEGIN)).skip(1);
    let lines: Vec<&str> = lines.take_while(|line| !line.ends_with(END)).collect();
    lines.join("\n").trim().to_owned()
}

#[test]
fn the_page_shows_what_runs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder of the workspace");
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect(path);
    let page = read("docs/bindings.md");
    // A line such as: Python, `bindings-python/examples/host.py`:
    let programs = page.lines().filter_map(|line| line.strip_suffix("`:")?.split_once(", `"));
    let mut languages = Vec::new();
    for (language, path) in programs {
        let program = shown_of(&read(path));
        assert!(program.lines().count() >= 10, "{path} has no ten lines");
        let (_, after) = page.split_once(&format!("`{path}`:\n\n```")).expect("a block follows");
        let (_, block) = after.split_once('\n').expect("it has a language");
        let (block, _) = block.split_once("\n```").expect("it ends");
        assert_eq!(block, program, "the page shows another {path}");
        languages.push(language);
    }
    assert_eq!(languages, ["Rust", "Python", "Node", "Swift"]);
}
