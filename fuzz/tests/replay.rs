//! All that was found before: the corpus, and what broke something once.

use std::fs;
use std::path::{Path, PathBuf};

use refdesk_fuzz::TARGETS;

#[test]
fn what_was_found_before_holds() {
    for (name, target) in TARGETS {
        for folder in ["corpus", "crashers"] {
            for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name)) {
                let bytes = fs::read(&path).expect("it can be read");
                // Which file it was, where the target panics.
                println!("{}", path.display());
                target(&bytes);
            }
        }
    }
}

#[test]
fn each_target_has_a_corpus_and_a_file() {
    for (name, _) in TARGETS {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(here.join("fuzz_targets").join(name).with_extension("rs").is_file(), "{name}");
        assert!(files(&here.join("corpus").join(name)).len() > 10, "{name}");
    }
}

/// The files of a folder, which need not be there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths
}
