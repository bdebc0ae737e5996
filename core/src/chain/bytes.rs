//! An entry as bytes: the same on every platform and in every version, as the docs of
//! [`chain`](crate::chain) say.

use alloc::vec::Vec;

use super::Salt;
use crate::command::{Part, Target};
use crate::content::{Content, Reference};
use crate::id::Text;
use crate::record::{Outcome, TransferFailure};
use crate::transcript::{Audience, Author, Body, Entry};

/// Writes what is hashed, one thing after the other.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

const LEAF: u8 = 1;

/// What an entry needs unless it has a long text.
const ROOM: usize = 256;

impl Writer {
    /// What the leaf of an entry is the hash of.
    pub(super) fn leaf(&mut self, salt: Salt, entry: &Entry) {
        self.0.reserve(ROOM);
        self.fixed([LEAF]).fixed(*salt.as_bytes()).number(entry.number);
        self.fixed(entry.at.as_millis().to_be_bytes());
        match &entry.author {
            Author::Patron => self.case(0),
            Author::Operator { operator } => self.case(1).text(operator.as_str()),
            Author::Router => self.case(2),
        };
        match &entry.audience {
            Audience::Everyone => self.case(0),
            Audience::Staff => self.case(1),
            Audience::Institution { institution } => self.case(2).text(institution.as_str()),
        };
        self.body(&entry.body);
    }

    fn body(&mut self, body: &Body) {
        match body {
            Body::Message { message, content } => {
                self.case(0).text(message.as_str()).content(content)
            }
            Body::Claimed { operator } => self.case(1).text(operator.as_str()),
            Body::RolledOver { queue, level } => self.case(2).text(queue.as_str()).case(*level),
            Body::OperatorLost { operator } => self.case(3).text(operator.as_str()),
            Body::Returned => self.case(4),
            Body::Moved { queue } => self.case(5).text(queue.as_str()),
            Body::Notice { text } => self.case(6).text(text.as_str()),
            Body::TransferStarted(asked) => self
                .case(7)
                .number(asked.transfer.number())
                .target(&asked.to)
                .maybe(asked.reason.as_ref())
                .maybe(asked.note.as_ref()),
            Body::TransferFailed { transfer, why } => {
                self.case(8).number(transfer.number()).case(failure(*why))
            }
            Body::TransferCompleted { transfer, from, to } => {
                self.case(9).number(transfer.number()).text(from.as_str()).text(to.as_str())
            }
            Body::Ended { outcome } => self.case(10).case(ending(*outcome)),
            Body::OperatorIdle { operator } => self.case(11).text(operator.as_str()),
            Body::Held { operator } => self.case(12).text(operator.as_str()),
            Body::Resumed { operator } => self.case(13).text(operator.as_str()),
            Body::PatronDropped => self.case(14),
            Body::PatronReturned => self.case(15),
            Body::Joined { operator, part } => {
                self.case(17).text(operator.as_str()).case(seat(*part))
            }
            Body::Left { operator, part } => {
                self.case(18).text(operator.as_str()).case(seat(*part))
            }
            Body::ConsultationStarted { transfer, operator } => {
                self.case(19).number(transfer.number()).text(operator.as_str())
            }
            Body::Masked(masked) => self.case(16).text(masked.message.as_str()),
        };
    }

    fn target(&mut self, target: &Target) -> &mut Self {
        match target {
            Target::Operator { operator } => self.case(0).text(operator.as_str()),
            Target::Queue { queue } => self.case(1).text(queue.as_str()),
        }
    }

    fn content(&mut self, content: &Content) -> &mut Self {
        match content {
            Content::Text(text) => self.case(0).text(text.as_str()),
            Content::Reference(kept) => {
                let Reference { key, bytes, digest } = &**kept;
                self.case(1).text(key.as_str());
                match bytes {
                    None => self.case(0),
                    Some(bytes) => self.case(1).fixed(bytes.to_be_bytes()),
                }
                .maybe(digest.as_ref())
            }
        }
    }

    fn maybe(&mut self, text: Option<&Text>) -> &mut Self {
        match text {
            None => self.case(0),
            Some(text) => self.case(1).text(text.as_str()),
        }
    }

    #[inline]
    fn text(&mut self, text: &str) -> &mut Self {
        // No text of an entry comes near 4 GiB: each has a limit that is a `u32`.
        self.number(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    #[inline]
    fn number(&mut self, number: u32) -> &mut Self {
        self.fixed(number.to_be_bytes())
    }

    #[inline]
    fn case(&mut self, case: u8) -> &mut Self {
        self.fixed([case])
    }

    #[inline]
    fn fixed<const N: usize>(&mut self, bytes: [u8; N]) -> &mut Self {
        self.0.extend_from_slice(&bytes);
        self
    }
}

const fn seat(part: Part) -> u8 {
    match part {
        Part::Invited => 0,
        Part::Observer => 1,
        Part::Whisperer => 2,
    }
}

const fn ending(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Abandoned => 0,
        Outcome::PatronLeft => 1,
        Outcome::Closed => 2,
        Outcome::ForceClosed => 3,
        Outcome::MessageTaken => 4,
        Outcome::ClosedByQueue => 5,
        Outcome::PatronIdle => 6,
    }
}

const fn failure(why: TransferFailure) -> u8 {
    match why {
        TransferFailure::Declined => 0,
        TransferFailure::Lapsed => 1,
        TransferFailure::Cancelled => 2,
        TransferFailure::TargetLost => 3,
        TransferFailure::SenderLost => 4,
        TransferFailure::NobodyThere => 5,
        TransferFailure::GrantEnded => 6,
        TransferFailure::QueueClosed => 7,
        TransferFailure::ChatEnded => 8,
        TransferFailure::Reassigned => 9,
    }
}
