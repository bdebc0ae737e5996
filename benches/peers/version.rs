//! The build script of the peers written in Rust: tells them the version of what they measure.

use std::path::Path;

/// What `Cargo.lock` says of the package that is named like the peer, without its `-peer`.
fn main() {
    let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let peer = std::env::var("CARGO_PKG_NAME").expect("cargo sets it");
    let measured = peer.strip_suffix("-peer").expect("a peer is named after what it measures");

    let lock = Path::new(&folder).join("Cargo.lock");
    let packages = std::fs::read_to_string(&lock).expect("a lock file that can be read");
    let (_, package) = packages
        .split_once(&format!("name = \"{measured}\"\nversion = \""))
        .expect("the lock file lists what is measured");
    let (version, _) = package.split_once('"').expect("a version ends");
    println!("cargo::rustc-env=PEER_VERSION={version}");
    println!("cargo::rerun-if-changed={}", lock.display());
}
