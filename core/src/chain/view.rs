//! What a reader is given of a transcript, and how it is checked.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Chain, Digest, Salt, kept_leaf, leaf};
use crate::id::ChatId;
use crate::transcript::Entry;

/// A transcript as somebody may read it, whole or in part, such that it can be checked: of an entry
/// that they may not read it has the number and the leaf.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TranscriptView {
    /// The chat.
    pub chat: ChatId,
    /// Where the chain stands after the last entry.
    pub digest: Digest,
    /// Every entry, shown or not, in order.
    pub links: Vec<Link>,
}

/// A link of the chain: an entry, shown or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its number: 1 for the first, and no gaps.
    pub number: u32,
    /// What stands for it in the chain.
    pub leaf: Digest,
    /// The entry. `None`: the reader may not read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

/// An entry that the reader may read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The entry.
    pub entry: Entry,
    /// Its salt. `None`: it was masked, and its leaf is that of what it said before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<Salt>,
}

/// What a record has besides its entries, so that they can be checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// Where the chain stands after the last entry.
    pub digest: Digest,
    /// The salt of each entry, in order; `None` where it was masked.
    pub salts: Vec<Option<Salt>>,
}

/// Where a view is not what it says.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Broken {
    /// An entry is missing, or stands in the wrong place.
    #[error("entry {expected} is missing: in its place stands entry {found}")]
    Gap {
        /// The number that should stand there.
        expected: u32,
        /// The number that does.
        found: u32,
    },
    /// An entry, its salt or its leaf is another than it was.
    #[error("entry {number} does not fit its leaf")]
    Altered {
        /// The entry.
        number: u32,
    },
    /// An entry was masked, and its leaf is not known.
    #[error("entry {number} was masked without a leaf")]
    NoLeaf {
        /// The entry.
        number: u32,
    },
    /// Every entry that is shown fits its leaf, but the chain of the leaves ends elsewhere: a leaf of a
    /// hidden entry is another, entries at the end are missing, or it is another chat's.
    #[error("after entry {entries} the chain stands at {found}, and not at {stated}")]
    OtherDigest {
        /// How many entries there are.
        entries: u32,
        /// Where the chain of the leaves stands.
        found: Digest,
        /// Where it should.
        stated: Digest,
    },
}

/// Checks a view: that no number is missing, that each entry fits its leaf, and that the leaves give
/// the digest that it states. Whoever compares that digest with another's knows that both hold the
/// same transcript, whatever each of them may read of it.
///
/// # Errors
/// The first thing that does not fit, with its number.
pub fn verify(view: &TranscriptView) -> Result<Digest, Broken> {
    let mut chain = Chain::of(&view.chat, Salt::NONE);
    for (link, expected) in view.links.iter().zip(1..) {
        let found = link.shown.as_ref().map_or(link.number, |shown| shown.entry.number);
        if link.number != expected || found != expected {
            let found = if link.number == expected { found } else { link.number };
            return Err(Broken::Gap { expected, found });
        }
        if let Some(shown) = &link.shown
            && shown.leaf()? != link.leaf
        {
            return Err(Broken::Altered { number: expected });
        }
        chain.link(link.leaf);
    }
    let (entries, found, stated) = (chain.entries(), chain.digest(), view.digest);
    if found == stated { Ok(found) } else { Err(Broken::OtherDigest { entries, found, stated }) }
}

impl TranscriptView {
    /// The entries that are shown, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.links.iter().filter_map(|link| link.shown.as_ref()).map(|shown| &shown.entry)
    }

    /// Where the chain stood after so many entries, to compare with the digest of a hand-over. `None`
    /// where there are not so many.
    #[must_use]
    pub fn digest_after(&self, entries: usize) -> Option<Digest> {
        let mut chain = Chain::of(&self.chat, Salt::NONE);
        self.links.get(..entries)?.iter().for_each(|link| chain.link(link.leaf));
        Some(chain.digest())
    }

    /// Of a whole transcript what `may_read` says.
    pub(crate) fn of(
        chat: &ChatId,
        salt: Salt,
        entries: &[Entry],
        may_read: impl Fn(&Entry) -> bool,
    ) -> Self {
        let mut chain = Chain::of(chat, salt);
        let links = entries.iter().map(|entry| {
            let leaf = chain.push(entry);
            let shown = may_read(entry)
                .then(|| Shown { entry: entry.clone(), salt: chain.salt_to_show(entry) });
            Link { number: entry.number, leaf, shown }
        });
        let links = links.collect();
        Self { chat: chat.clone(), digest: chain.digest(), links }
    }
}

impl Seal {
    /// A record's entries such that they can be checked; `None` if there are not as many as salts.
    pub(crate) fn view(&self, chat: &ChatId, entries: &[Entry]) -> Option<TranscriptView> {
        let links = entries.iter().zip(&self.salts).map(|(entry, &salt)| {
            let shown = Shown { entry: entry.clone(), salt };
            let leaf = shown.leaf().ok()?;
            Some(Link { number: entry.number, leaf, shown: Some(shown) })
        });
        let links = links.collect::<Option<Vec<Link>>>()?;
        let whole = entries.len() == self.salts.len();
        whole.then(|| TranscriptView { chat: chat.clone(), digest: self.digest, links })
    }
}

impl Shown {
    fn leaf(&self) -> Result<Digest, Broken> {
        let number = self.entry.number;
        match self.salt {
            Some(salt) => Ok(leaf(salt, &self.entry)),
            None => kept_leaf(&self.entry).ok_or(Broken::NoLeaf { number }),
        }
    }
}
