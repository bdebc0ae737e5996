//! The chain of digests over a transcript: two who hold it prove to each other that it is the same, and
//! whoever may read but a part can check that part.
//!
//! Usable without a [`Router`](crate::Router): [`verify`] checks what a router has given
//! ([`Router::view_transcript`](crate::Router::view_transcript), [`Record::view`](crate::Record::view)),
//! and a [`Chain`] follows the entries of a chat as they come.
//!
//! # Example
//! ```
//! use refdesk::{Actor, chain};
//! # use refdesk::{AddInstitution, AddQueue, ChatId, Config, InstitutionId, OpenChat, PatronId};
//! # use refdesk::{Content, MessageId, Policy, PostMessage, QueueId, Router, Timestamp};
//!
//! # let mut router = Router::new(Config::default(), Timestamp::default());
//! # let (institution, queue) = (InstitutionId::new("ames")?, QueueId::new("desk")?);
//! # router.apply(&AddInstitution { institution: institution.clone() }.by(Actor::Host))?;
//! # let policy = Policy::ring_all();
//! # router.apply(&AddQueue { queue: queue.clone(), institution, policy }.by(Actor::Host))?;
//! # let (chat, patron) = (ChatId::new("c1")?, PatronId::new("pat")?);
//! # router.apply(&OpenChat::of(chat.clone(), queue, patron.clone()).by(Actor::Host))?;
//! # let (message, content) = (MessageId::new("m1")?, Content::Text("Hello?".into()));
//! # let audience = Default::default();
//! # let says = PostMessage { chat: chat.clone(), message, audience, content };
//! # router.apply(&says.by(patron.clone()))?;
//! let mut view = router.view_transcript(&chat, &Actor::from(patron))?;
//! assert_eq!(chain::verify(&view)?, router.transcript_digest(&chat, &Actor::Host)?);
//!
//! view.links.pop();
//! assert!(chain::verify(&view).is_err()); // an entry is missing at the end
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is hashed
//! H is SHA-256, `‖` puts bytes one after the other.
//!
//! ```text
//! chain 0 = H(0 ‖ "refdesk transcript 1" ‖ the chat's id)
//! salt n  = H(2 ‖ the chat's salt ‖ n)
//! leaf n  = H(1 ‖ salt n ‖ entry n)
//! chain n = H(3 ‖ chain n-1 ‖ n ‖ leaf n)
//! ```
//!
//! The numbers 0 to 3 in front are one byte each, n has four. An entry is written field by field, in the
//! order of its wire form (`docs/transcript.md` has the table):
//!
//! - a number has 4 bytes, the highest first; a time 8, and so has the length of what a reference
//!   stands for;
//! - a text, and an id, is its length in bytes as a number, and then these bytes of UTF-8;
//! - one of several cases is a byte for the case, and its fields;
//! - what may be left out is a byte, 0 or 1, and then it, if it is there.
//!
//! No compiler, platform or version of a library has a say in it. A new kind of entry gets a new number;
//! those that are given stay.
//!
//! # Where the salts come from
//! The host gives a chat a secret salt when it opens ([`OpenChat::salt`](crate::OpenChat::salt)), and
//! each entry's salt is made of it. Who reads an entry is given that entry's salt, which tells nothing
//! of the others. Without one, [`Salt::NONE`] stands in its place: the chain holds as well, but whoever
//! has a leaf of a hidden entry can try out what it may say, and finds it where it is short.
//!
//! # Masking
//! An entry that is masked keeps its number and its leaf
//! ([`Masked::leaf`](crate::Masked::leaf)), so that the digest stays the same and can still be checked.
//! Its salt is given to nobody any more.

mod bytes;
mod digest;
mod view;

use sha2::{Digest as _, Sha256};

use crate::id::ChatId;
use crate::transcript::{Body, Entry};
use bytes::Writer;

pub use digest::{Digest, InvalidDigits, Salt};
pub use view::{Broken, Link, Seal, Shown, TranscriptView, verify};

const BEGINNING: &[u8] = b"\0refdesk transcript 1";
const SALT: u8 = 2;
const LINK: u8 = 3;

/// How many entries are hashed at a time.
const TOGETHER: usize = 8;

/// A chain that goes on as entries come, from where it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    salt: Salt,
    entries: u32,
    digest: Digest,
}

impl Chain {
    /// The chain of a chat in which nothing was written yet.
    #[must_use]
    pub fn of(chat: &ChatId, salt: Salt) -> Self {
        let beginning = Sha256::new().chain_update(BEGINNING).chain_update(chat.as_str());
        Self { salt, entries: 0, digest: Digest::from_bytes(beginning.finalize().into()) }
    }

    /// How many entries it holds.
    #[must_use]
    pub const fn entries(&self) -> u32 {
        self.entries
    }

    /// Where it stands.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// It goes on by the next entry, whose leaf it gives.
    pub fn push(&mut self, entry: &Entry) -> Digest {
        let leaf = self.leaf(entry);
        self.link(leaf);
        leaf
    }

    /// It goes on by all of these entries, in order: faster than one by one.
    pub fn extend(&mut self, entries: &[Entry]) {
        let mut writer = Writer::default();
        for some in entries.chunks(TOGETHER) {
            let ends = self.write(some, &mut writer);
            let mut begin = 0;
            for (entry, end) in some.iter().zip(ends) {
                self.link(kept_leaf(entry).unwrap_or_else(|| hash(&writer.0[begin..end])));
                begin = end;
            }
        }
    }

    /// Writes down what the leaves of some entries are the hashes of, and where each ends. It is hashed
    /// some time after it was written: processors like that.
    fn write(&self, entries: &[Entry], writer: &mut Writer) -> [usize; TOGETHER] {
        let mut salts = [Salt::NONE; TOGETHER];
        for (salt, entry) in salts.iter_mut().zip(entries) {
            *salt = self.salt_of(entry.number);
        }
        writer.0.clear();
        let mut ends = [0; TOGETHER];
        for ((end, entry), &salt) in ends.iter_mut().zip(entries).zip(&salts) {
            writer.leaf(salt, entry);
            *end = writer.0.len();
        }
        ends
    }

    /// It goes on by an entry of which only the leaf is known.
    pub fn link(&mut self, leaf: Digest) {
        self.entries = self.entries.saturating_add(1);
        let mut bytes = [LINK; 69];
        bytes[1..33].copy_from_slice(self.digest.as_bytes());
        bytes[33..37].copy_from_slice(&self.entries.to_be_bytes());
        bytes[37..].copy_from_slice(leaf.as_bytes());
        self.digest = hash(&bytes);
    }

    /// The leaf of an entry of this chat: of one that was masked, the one that it had before.
    #[must_use]
    pub fn leaf(&self, entry: &Entry) -> Digest {
        kept_leaf(entry).unwrap_or_else(|| leaf(self.salt_of(entry.number), entry))
    }

    /// The salt that goes with an entry to whoever may read it: none with one that was masked.
    pub(crate) fn salt_to_show(&self, entry: &Entry) -> Option<Salt> {
        kept_leaf(entry).is_none().then(|| self.salt_of(entry.number))
    }

    pub(crate) const fn salt(&self) -> Salt {
        self.salt
    }

    /// The salt of the entry of this number.
    #[must_use]
    pub fn salt_of(&self, number: u32) -> Salt {
        let mut bytes = [SALT; 37];
        bytes[1..33].copy_from_slice(self.salt.as_bytes());
        bytes[33..].copy_from_slice(&number.to_be_bytes());
        Salt::from_bytes(*hash(&bytes).as_bytes())
    }
}

/// The leaf of an entry with its salt.
pub(crate) fn leaf(salt: Salt, entry: &Entry) -> Digest {
    let mut writer = Writer::default();
    writer.leaf(salt, entry);
    hash(&writer.0)
}

fn hash(bytes: &[u8]) -> Digest {
    Digest::from_bytes(Sha256::digest(bytes).into())
}

/// The leaf that an entry has kept when it was masked.
fn kept_leaf(entry: &Entry) -> Option<Digest> {
    if let Body::Masked(masked) = &entry.body { masked.leaf } else { None }
}
