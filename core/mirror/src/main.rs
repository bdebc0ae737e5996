//! Writes what the bindings have of the core's types, from the sources of the core: one description of each
//! command and event, in the core itself.
//!
//! `mirror` writes the files, and the version of the workspace into those that repeat it; `mirror --check` compares
//! them and says which ones differ.

#![allow(clippy::format_collect, reason = "texts are short, and written once")]
#![allow(
    clippy::wildcard_enum_match_arm,
    clippy::match_wildcard_for_single_variants,
    reason = "the syntax of Rust has many cases, and few of them matter here"
)]

mod by_hand;
mod crossing;
mod proof;
mod python;
mod read;
mod script;
mod shape;
mod stub;
mod swift;
mod tongue;
mod types;
mod versions;
mod words;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use tongue::Language;

fn main() -> ExitCode {
    let check = std::env::args().nth(1).is_some_and(|word| word == "--check");
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("it is a folder of the core");
    let root = core.parent().expect("the core is a folder of the workspace");
    let shape = python::all(read::read(&core.join("src")));
    let (rust, package) =
        (root.join("bindings-python/src"), root.join("bindings-python/python/refdesk"));
    let documents = read::read_documents(&core.join("src")).only(types::DOCUMENTS);
    let (node, tables) = (root.join("bindings-node"), core.join("crossing"));
    let words = by_hand::words(&rust);
    let by_hand = |name: &str| by_hand::filled(&read_text(&rust.join(name)), &words);
    let swift = root.join("bindings-swift");
    let (head, tail) = (
        read_text(&node.join("src/types/head.d.ts")),
        read_text(&node.join("src/types/router.d.ts")),
    );
    let tongue = |language, by_hand| tongue::Tongue { language, by_hand };
    let in_python =
        tongue(Language::Python, words.keys().cloned().collect()).told(&shape, &[&shape]);
    let in_script = tongue(Language::JavaScript, tongue::in_typescript(&tail));
    let both = [&documents, &shape];
    let (in_script, documents) = (in_script.told(&shape, &both), in_script.told(&documents, &both));
    let in_swift = tongue(Language::Swift, names_of_swift(&swift.join("Sources/RefDesk")));
    let in_swift = in_swift.told(&shape, &[&shape]);
    let proof = rustfmt(&proof::proof(&shape));
    let mut files = vec![
        (rust.join("mirror/actions.rs"), rustfmt(&python::actions(&in_python))),
        (rust.join("mirror/events.rs"), rustfmt(&python::events(&in_python))),
        (rust.join("mirror/values.rs"), rustfmt(&python::all_values(&in_python))),
        (
            package.join("_refdesk.pyi"),
            stub::stub(&in_python, &by_hand("head.pyi"), &by_hand("router.pyi")),
        ),
        (package.join("_unions.py"), stub::union_file(&in_python)),
        (package.join("_words.py"), stub::words(&in_python)),
        (package.join("__init__.py"), stub::package(&in_python)),
        (package.join("hours.py"), stub::hours(&in_python)),
        (tables.join("src/mirror/actions.rs"), rustfmt(&crossing::actions(&shape))),
        (tables.join("src/mirror/values.rs"), rustfmt(&crossing::values(&shape))),
        (node.join("index.d.ts"), types::types(&in_script, &documents, &head, &tail)),
        (
            node.join("lib/mirror.js"),
            script::script(&shape, &read_text(&node.join("src/stream.js"))),
        ),
        (rust.join("mirror/proof.rs"), proof.clone()),
        (node.join("src/proof.rs"), proof.clone()),
        (swift.join("src/proof.rs"), proof),
    ];
    let types = swift.join("Sources/RefDesk/Mirror");
    files.extend(swift::files(&in_swift).into_iter().map(|(name, text)| (types.join(name), text)));
    files.extend(versions::packages(root));
    let other: Vec<&PathBuf> =
        files.iter().filter(|(path, text)| !put(path, text, check)).map(|(path, _)| path).collect();
    for path in &other {
        eprintln!("error: {} is not what the core says: run `make mirror`", path.display());
    }
    let strangers = versions::strangers(root);
    for path in &strangers {
        eprintln!("error: {} does not take the version of the workspace", path.display());
    }
    if other.is_empty() && strangers.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What is written by hand for Swift, in all files of the folder.
fn names_of_swift(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).expect("the package has sources");
    let paths = entries.map(|entry| entry.expect("can be listed").path());
    let files = paths.filter(|path| path.extension().is_some_and(|ending| ending == "swift"));
    files.flat_map(|path| tongue::in_swift(&read_text(&path))).collect()
}

fn read_text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("what is written by hand is there")
}

/// Writes a file, or says whether it is written already.
fn put(path: &Path, text: &str, check: bool) -> bool {
    let same = std::fs::read_to_string(path).is_ok_and(|there| there == text);
    if !same && !check {
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file can be written");
    }
    same || !check
}

fn rustfmt(text: &str) -> String {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config", "max_width=100,use_small_heuristics=Max"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("rustfmt is there");
    let mut stdin = child.stdin.take().expect("it is piped");
    let owned = text.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(owned.as_bytes()));
    let output = child.wait_with_output().expect("rustfmt ends");
    writer.join().expect("the writer ends").expect("rustfmt reads");
    assert!(output.status.success(), "what was written is no Rust");
    String::from_utf8(output.stdout).expect("Rust is UTF-8")
}
