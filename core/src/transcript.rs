//! The append-only record of a chat, and who may read which entry.

use alloc::boxed::Box;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::chain::{Chain, Digest, Salt, Seal, TranscriptView};
use crate::command::{Part, Target, View};
use crate::content::Content;
use crate::hash_index::HashIndex;
use crate::id::{ChatId, InstitutionId, MessageId, OperatorId, QueueId, Text, TransferId};
use crate::ids::Hash;
use crate::record::{Outcome, TransferFailure};
use crate::time::Timestamp;

/// One entry of a transcript. Their numbers have no gaps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number: 1 for the first.
    pub number: u32,
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it.
    pub author: Author,
    /// Who may read it.
    pub audience: Audience,
    /// What it says.
    pub body: Body,
}

/// Who wrote an entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Author {
    /// The patron.
    Patron,
    /// An operator.
    Operator {
        /// Who.
        operator: OperatorId,
    },
    /// The router itself.
    Router,
}

/// Who may read an entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Audience {
    /// The patron and the staff of the chat.
    #[default]
    Everyone,
    /// The staff of the chat, whichever institution they are of.
    Staff,
    /// The staff of the chat who are of this institution.
    Institution {
        /// Which one.
        institution: InstitutionId,
    },
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Body {
    /// A message, or a note among staff.
    Message {
        /// Its id.
        message: MessageId,
        /// What it says.
        #[serde(flatten)]
        content: Content,
    },
    /// An operator took the chat.
    Claimed {
        /// Who.
        operator: OperatorId,
    },
    /// The chat rolled on to another level.
    RolledOver {
        /// The queue in which it waits.
        queue: QueueId,
        /// The level that it entered, counted from 0.
        level: u8,
    },
    /// The operator who answered is gone; the chat waits again.
    OperatorLost {
        /// Who.
        operator: OperatorId,
    },
    /// The operator who answered did not write to the patron for too long; the chat waits again.
    OperatorIdle {
        /// Who.
        operator: OperatorId,
    },
    /// An operator takes part now, or has another part.
    Joined {
        /// Who.
        operator: OperatorId,
        /// As what.
        part: Part,
    },
    /// An operator takes part no more.
    Left {
        /// Who.
        operator: OperatorId,
        /// What they were.
        part: Part,
    },
    /// The operator asked the patron to wait for a while.
    Held {
        /// Who.
        operator: OperatorId,
    },
    /// The operator went on with it.
    Resumed {
        /// Who.
        operator: OperatorId,
    },
    /// The patron's connection was lost.
    PatronDropped,
    /// The patron was back.
    PatronReturned,
    /// The chat returned to its origin queue, since the grant that carried it has ended.
    Returned,
    /// The chat moved on to another queue, since the policy of the one before says so.
    Moved {
        /// The queue in which it waits.
        queue: QueueId,
    },
    /// The patron was told something while nobody answered, or whoever is to write was reminded.
    Notice {
        /// What.
        text: Text,
    },
    /// The operator asked for a transfer.
    TransferStarted(Box<TransferRequest>),
    /// A transfer came to nothing.
    TransferFailed {
        /// Which one.
        transfer: TransferId,
        /// Why.
        why: TransferFailure,
    },
    /// Who is to take the chat over reads along now, and talks with its operator first.
    ConsultationStarted {
        /// Which transfer.
        transfer: TransferId,
        /// Who.
        operator: OperatorId,
    },
    /// A transfer was accepted: another operator answers now.
    TransferCompleted {
        /// Which one.
        transfer: TransferId,
        /// Who answered before.
        from: OperatorId,
        /// Who answers now.
        to: OperatorId,
    },
    /// The chat ended.
    Ended {
        /// How.
        outcome: Outcome,
    },
    /// A message that was here, and that nobody is to read any more.
    Masked(Box<Masked>),
}

/// What is left of a message that was masked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Masked {
    /// Its id.
    pub message: MessageId,
    /// What stands for it in the [chain of digests](crate::chain): made of what it said. `None` where
    /// that cannot be known any more: it was masked in a record without a seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaf: Option<Digest>,
}

/// What an operator asked for who hands a chat over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransferRequest {
    /// Which transfer.
    pub transfer: TransferId,
    /// To whom.
    pub to: Target,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What the new operator should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Who reads: the one place that decides whether they may.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reader<'a> {
    /// The host, and the record: everything.
    Host,
    /// The patron.
    Patron,
    /// Somebody of the staff of the chat.
    Staff {
        /// Where they work.
        institution: &'a InstitutionId,
        /// How much they may see of what was written before they came.
        view: View,
        /// The number of the first entry after they came.
        since: u32,
    },
}

impl Entry {
    /// Masks a message of the patron, and says whether it was one. `leaf` gives what stands for it.
    pub(crate) fn mask_patron(&mut self, leaf: impl FnOnce(&Self) -> Option<Digest>) -> bool {
        let Body::Message { message, .. } = &self.body else { return false };
        if self.author != Author::Patron {
            return false;
        }
        let masked = Masked { message: message.clone(), leaf: leaf(self) };
        self.body = Body::Masked(Box::new(masked));
        true
    }
}

impl Body {
    /// The id of the message that it is, or was.
    pub(crate) fn message(&self) -> Option<&MessageId> {
        if let Self::Message { message, .. } = self {
            return Some(message);
        }
        if let Self::Masked(masked) = self { Some(&masked.message) } else { None }
    }
}

impl Audience {
    /// Whether staff of `institution` are in the audience.
    pub(crate) fn has_staff_of(&self, institution: &InstitutionId) -> bool {
        match self {
            Self::Everyone | Self::Staff => true,
            Self::Institution { institution: only } => only == institution,
        }
    }

    /// Whether the patron is in the audience.
    pub(crate) const fn has_patron(&self) -> bool {
        matches!(self, Self::Everyone)
    }
}

impl Reader<'_> {
    fn may_read(self, entry: &Entry) -> bool {
        match self {
            Self::Host => true,
            Self::Patron => entry.audience.has_patron(),
            Self::Staff { institution, view, since } => {
                entry.audience.has_staff_of(institution)
                    && (view > View::FromNow || entry.number >= since)
            }
        }
    }
}

/// The entries of one chat.
#[derive(Clone, Debug)]
pub(crate) struct Transcript {
    entries: Vec<Entry>,
    /// The numbers of the entries that are messages, by the hashes of their ids, so that a repeat is
    /// known.
    messages: Option<Box<HashIndex>>,
    /// As far as it was worked out; from the beginning where the chat has a salt.
    chain: Option<Box<Chain>>,
}

/// Which entries are messages follows from the entries, and the chain from them and the salt.
impl PartialEq for Transcript {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries && self.salt() == other.salt()
    }
}

impl Transcript {
    /// With room for the two entries that every answered chat has: its claim and its end.
    pub(crate) fn new() -> Self {
        Self { entries: Vec::with_capacity(2), messages: None, chain: None }
    }

    /// That of a chat with a salt.
    pub(crate) fn of(chat: &ChatId, salt: Salt) -> Self {
        Self { chain: Some(Box::new(Chain::of(chat, salt))), ..Self::new() }
    }

    /// Whether a message of this id has been posted.
    pub(crate) fn has(&self, hash: Hash, id: &MessageId) -> bool {
        let is = |number: u32| {
            let entry = (number as usize).checked_sub(1).and_then(|at| self.entries.get(at));
            let body = entry.map(|entry| &entry.body);
            body.filter(|body| body.message() == Some(id))
        };
        self.messages.as_ref().is_some_and(|known| known.find(hash, is).is_some())
    }

    /// Notes that the entry of this number is a message.
    pub(crate) fn know(&mut self, hash: Hash, number: u32) {
        self.messages.get_or_insert_default().insert(hash, number);
    }

    /// Writes the next entry and gives its number.
    pub(crate) fn append(
        &mut self,
        at: Timestamp,
        author: Author,
        audience: Audience,
        body: Body,
    ) -> u32 {
        let number = self.next_number();
        self.entries.push(Entry { number, at, author, audience, body });
        number
    }

    /// Writes an entry that was there before; whether it fits is for [`Transcript::is_sound`] to say.
    pub(crate) fn append_again(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// The number that the next entry will have.
    pub(crate) fn next_number(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// What `reader` may read of what was written before an entry, in order.
    pub(crate) fn read_before(&self, number: u32, reader: Reader<'_>) -> Vec<Entry> {
        let before = self.entries.iter().take_while(|entry| entry.number < number);
        before.filter(|entry| reader.may_read(entry)).cloned().collect()
    }

    /// What `reader` may read, in order.
    pub(crate) fn read(&self, reader: Reader<'_>) -> Vec<Entry> {
        self.entries.iter().filter(|entry| reader.may_read(entry)).cloned().collect()
    }

    /// Masks what the patron wrote, and gives the numbers of what was masked.
    pub(crate) fn mask_patron(&mut self, chat: &ChatId) -> Vec<u32> {
        let chain = Chain::of(chat, self.salt());
        let entries = self.entries.iter_mut();
        let masked = entries.filter_map(|entry| {
            entry.mask_patron(|entry| Some(chain.leaf(entry))).then_some(entry.number)
        });
        masked.collect()
    }

    /// Where the chain stood after so many entries. It goes on from where it was worked out last.
    pub(crate) fn digest_after(&mut self, chat: &ChatId, entries: u32) -> Digest {
        let mut chain = self.chain_of(chat, entries);
        self.advance(&mut chain, entries);
        let digest = chain.digest();
        self.chain = Some(Box::new(chain));
        digest
    }

    /// Where the chain stands now.
    pub(crate) fn digest(&self, chat: &ChatId) -> Digest {
        let mut chain = self.chain_of(chat, u32::MAX);
        self.advance(&mut chain, u32::MAX);
        chain.digest()
    }

    /// What `reader` may read, such that it can be checked.
    pub(crate) fn view(&self, chat: &ChatId, reader: Reader<'_>) -> TranscriptView {
        TranscriptView::of(chat, self.salt(), &self.entries, |entry| reader.may_read(entry))
    }

    pub(crate) fn seal(&self, chat: &ChatId) -> Seal {
        let chain = Chain::of(chat, self.salt());
        let salts = self.entries.iter().map(|entry| chain.salt_to_show(entry));
        Seal { digest: self.digest(chat), salts: salts.collect() }
    }

    /// The secret of the chat, if it has one.
    pub(crate) fn secret(&self) -> Option<Salt> {
        Some(self.salt()).filter(|&salt| salt != Salt::NONE)
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn salt(&self) -> Salt {
        self.chain.as_ref().map_or(Salt::NONE, |chain| chain.salt())
    }

    /// The chain as far as it was worked out, but not beyond so many entries.
    fn chain_of(&self, chat: &ChatId, most: u32) -> Chain {
        let known = self.chain.as_deref().filter(|chain| chain.entries() <= most);
        known.cloned().unwrap_or_else(|| Chain::of(chat, self.salt()))
    }

    fn advance(&self, chain: &mut Chain, to: u32) {
        let from = self.entries.len().min(chain.entries() as usize);
        let to = self.entries.len().min(to as usize).max(from);
        chain.extend(&self.entries[from..to]);
    }

    /// Whether the numbers run from 1 without a gap and the times never go back.
    pub(crate) fn is_sound(&self) -> bool {
        let numbered = self.entries.iter().zip(1..).all(|(entry, number)| entry.number == number);
        numbered && self.entries.is_sorted_by_key(|entry| entry.at)
    }

    /// When the last entry was written.
    pub(crate) fn last_at(&self) -> Option<Timestamp> {
        self.entries.last().map(|entry| entry.at)
    }

    /// Whether what was worked out of the chain is what the entries give.
    pub(crate) fn is_chained(&self, chat: &ChatId) -> bool {
        self.chain.as_deref().is_none_or(|known| {
            let mut anew = Chain::of(chat, self.salt());
            self.advance(&mut anew, known.entries());
            anew == *known
        })
    }

    pub(crate) fn into_entries(self) -> Vec<Entry> {
        self.entries
    }
}
