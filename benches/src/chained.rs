//! The chain of digests over a transcript, and what the hash crate needs for the same bytes.

use refdesk::chain::{Chain, Digest, Salt};
use refdesk::{Author, Body, ChatId, Content, Entry};
use sha2::{Digest as _, Sha256};

use crate::desk::id;

/// A transcript of messages.
#[derive(Debug)]
pub struct Chained {
    chat: ChatId,
    entries: Vec<Entry>,
    /// What is hashed, in order.
    pieces: Vec<Vec<u8>>,
}

impl Chained {
    /// So many messages of an operator.
    ///
    /// # Panics
    /// Where the bytes for the hash crate are not those that the chain hashes.
    #[must_use]
    pub fn of(chat: ChatId, entries: Vec<Entry>) -> Self {
        let mut pieces = vec![[b"\0refdesk transcript 1", chat.as_str().as_bytes()].concat()];
        let mut link = hash(&pieces[0]);
        for entry in &entries {
            let number = entry.number.to_be_bytes();
            let salt = [&[2][..], Salt::NONE.as_bytes(), &number].concat();
            let leaf = [&[1][..], &hash(&salt), &bytes(entry)].concat();
            let next = [&[3][..], &link, &number, &hash(&leaf)].concat();
            link = hash(&next);
            pieces.extend([salt, leaf, next]);
        }
        let mut chained = Self { chat, entries, pieces };
        assert_eq!(chained.chain(), Digest::from_bytes(link), "the same bytes are hashed");
        assert_eq!(chained.bare(), link, "the same bytes are hashed");
        chained
    }

    /// The chain over all of it.
    #[must_use]
    pub fn chain(&self) -> Digest {
        let mut chain = Chain::of(&self.chat, Salt::NONE);
        chain.extend(&self.entries);
        chain.digest()
    }

    /// The hash crate alone, over the same bytes: all is written down before, and each digest is put
    /// where it belongs.
    ///
    /// # Panics
    /// Never: a chain has a beginning.
    pub fn bare(&mut self) -> [u8; 32] {
        let (first, rest) = self.pieces.split_first_mut().expect("a chain has a beginning");
        rest.chunks_exact_mut(3).fold(hash(first), |link, three| {
            let salt = hash(&three[0]);
            three[1][1..33].copy_from_slice(&salt);
            let leaf = hash(&three[1]);
            three[2][1..33].copy_from_slice(&link);
            three[2][37..].copy_from_slice(&leaf);
            hash(&three[2])
        })
    }

    /// As [`Chained::bare`], but as if no digest had to wait for another.
    #[must_use]
    pub fn apart(&self) -> [u8; 32] {
        self.pieces.iter().fold([0; 32], |_, piece| hash(piece))
    }
}

/// A number of entries as they stand in a chat: what was said, and who says it.
#[must_use]
pub fn talk(messages: u32) -> Chained {
    let entry = |number: u32| Entry {
        number,
        at: refdesk::Timestamp::from_millis(1_764_057_640_000 + i64::from(number)),
        author: Author::Operator { operator: id("o-00000001") },
        audience: refdesk::Audience::Everyone,
        body: Body::Message {
            message: id(format!("m-{number:08}")),
            content: Content::from("Where do I find it?"),
        },
    };
    Chained::of(id("c-00000001"), (1..=messages).map(entry).collect())
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A message of an operator for everyone, as the docs of the chain have it.
fn bytes(entry: &Entry) -> Vec<u8> {
    let text = |text: &str| {
        let length = u32::try_from(text.len()).expect("it is short");
        [&length.to_be_bytes()[..], text.as_bytes()].concat()
    };
    let Author::Operator { operator } = &entry.author else { return Vec::new() };
    let Body::Message { message, content: Content::Text(said) } = &entry.body else {
        return Vec::new();
    };
    let head = [&entry.number.to_be_bytes()[..], &entry.at.as_millis().to_be_bytes()].concat();
    let who = [&[1][..], &text(operator.as_str())].concat();
    let body = [&[0, 0][..], &text(message.as_str()), &[0], &text(said.as_str())].concat();
    [head, who, body].concat()
}
