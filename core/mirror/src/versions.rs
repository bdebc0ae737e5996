//! The version of the workspace, where a package cannot name it.

use std::path::{Path, PathBuf};

/// The files that repeat the version, with the right one.
pub(crate) fn packages(root: &Path) -> Vec<(PathBuf, String)> {
    // How often a file names the package itself.
    let places = [("bindings-node/package.json", 1), ("bindings-node/package-lock.json", 2)];
    let there = places.map(|(path, times)| (root.join(path), times)).into_iter();
    there
        .filter_map(|(path, times)| {
            let text = std::fs::read_to_string(&path).ok()?;
            Some((path, with_version(&text, times)))
        })
        .collect()
}

/// The first versions in a package's file are its own; those of others follow.
fn with_version(text: &str, times: usize) -> String {
    const KEY: &str = "\"version\": \"";
    let parts = text.split(KEY).enumerate().map(|(number, part)| match part.split_once('"') {
        Some((_, rest)) if (1..=times).contains(&number) => {
            format!("{}\"{rest}", env!("CARGO_PKG_VERSION"))
        }
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join(KEY)
}

/// The crates of the workspace that do not take its version.
pub(crate) fn strangers(root: &Path) -> Vec<PathBuf> {
    let folders = [
        "core",
        "core/crossing",
        "core/mirror",
        "bindings-python",
        "bindings-node",
        "bindings-swift",
    ];
    let manifests = folders.map(|folder| root.join(folder).join("Cargo.toml")).into_iter();
    let other = |path: &PathBuf| {
        std::fs::read_to_string(path)
            .is_ok_and(|text| !text.lines().any(|line| line == "version.workspace = true"))
    };
    manifests.filter(other).collect()
}

#[cfg(test)]
mod tests {
    use super::with_version;

    #[test]
    fn only_the_versions_of_the_package_itself_are_written() {
        let lock = r#"{"version": "0.0.9", "packages": {"": {"version": "0.0.9"}, "a": {"version": "0.0.9"}}}"#;
        let written = with_version(lock, 2);
        let own = format!(r#""version": "{}""#, env!("CARGO_PKG_VERSION"));
        assert_eq!(written.matches(&own).count(), 2);
        assert!(written.ends_with(r#""a": {"version": "0.0.9"}}}"#));
        assert_eq!(with_version(&written, 2), written);
    }
}
