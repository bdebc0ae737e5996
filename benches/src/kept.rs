//! A router's state that is kept, and gone on from; and beside each what nobody can leave out of it: a copy
//! of the router, and the same bytes encoded, hashed, decoded and copied.

use cbor4ii::core::Value;
use cbor4ii::core::dec::Decode;
use cbor4ii::core::enc::Encode;
use cbor4ii::core::utils::{BufWriter, SliceReader};
use refdesk::{Router, Snapshot};
use sha2::{Digest as _, Sha256};

use crate::{Life, Shape, Waiting};

/// A router, and what is kept of it.
#[derive(Debug)]
pub struct Kept {
    router: Router,
    snapshot: Snapshot,
    bytes: Vec<u8>,
    /// The state in those bytes, as a tree of plain values.
    tree: Value,
}

impl Kept {
    /// So many chats, all of which wait, at a desk of a hundred operators.
    #[must_use]
    pub fn waiting(chats: u32) -> Self {
        Self::of(waiting(chats))
    }

    /// So many chats, each of which somebody answers, and as many operators.
    #[must_use]
    pub fn answered(chats: u32) -> Self {
        Self::of(Life::steady(Shape::of(chats)).desk().router().clone())
    }

    /// # Panics
    /// Where a tree of plain values is written otherwise than the state that it was read from.
    fn of(router: Router) -> Self {
        let snapshot = capture(&router);
        let bytes = write(&snapshot);
        let tree = decode(state(&bytes));
        assert_eq!(encode(&tree), state(&bytes), "the same bytes are encoded");
        Self { router, snapshot, bytes, tree }
    }

    /// How many bytes they are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether nothing is kept.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Takes the snapshot.
    #[must_use]
    pub fn capture(&self) -> Snapshot {
        capture(&self.router)
    }

    /// What has to be copied for it at least.
    #[must_use]
    pub fn copy(&self) -> Router {
        self.router.clone()
    }

    /// Writes the snapshot.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        write(&self.snapshot)
    }

    /// Encodes and hashes the same bytes, and copies them behind the header.
    #[must_use]
    pub fn encode(&self) -> (Vec<u8>, [u8; 32]) {
        let bytes = encode(&self.tree);
        let digest = hash(&bytes);
        (bytes.clone(), digest)
    }

    /// Reads the snapshot.
    #[must_use]
    pub fn read(&self) -> Snapshot {
        read(&self.bytes)
    }

    /// Hashes and decodes the same bytes.
    #[must_use]
    pub fn decode(&self) -> (Value, [u8; 32]) {
        let state = state(&self.bytes);
        (decode(state), hash(state))
    }

    /// Makes a router of the snapshot.
    #[must_use]
    pub fn restore(&self) -> Router {
        restore(&self.snapshot)
    }
}

/// A router where so many chats wait.
#[must_use]
pub fn waiting(chats: u32) -> Router {
    Waiting::of(chats).desk().router().clone()
}

/// A snapshot of a router.
#[inline(never)]
#[must_use]
pub fn capture(router: &Router) -> Snapshot {
    router.snapshot()
}

/// A snapshot as bytes.
#[inline(never)]
#[must_use]
pub fn write(snapshot: &Snapshot) -> Vec<u8> {
    snapshot.to_bytes()
}

/// A snapshot of bytes.
///
/// # Panics
/// Where nobody has written it.
#[inline(never)]
#[must_use]
pub fn read(bytes: &[u8]) -> Snapshot {
    Snapshot::from_bytes(bytes).expect("it was written so")
}

/// A router that goes on from a snapshot.
///
/// # Panics
/// Where no router was in that state.
#[inline(never)]
#[must_use]
pub fn restore(snapshot: &Snapshot) -> Router {
    Router::restore(snapshot, [1; 32]).expect("a router was in that state")
}

/// What follows the header.
fn state(bytes: &[u8]) -> &[u8] {
    &bytes[11 + usize::from(bytes[10]) + 32 + 8..]
}

fn encode(tree: &Value) -> Vec<u8> {
    let mut bytes = BufWriter::new(Vec::new());
    tree.encode(&mut bytes).expect("there is room");
    bytes.into_inner()
}

fn decode(bytes: &[u8]) -> Value {
    Value::decode(&mut SliceReader::new(bytes)).expect("it was written so")
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
