//! What came of chats: of all, or of those of a queue, an institution, an hour.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::offers::Offers;
use super::spread::{Spans, Spread};
use crate::policy::is_default;
use crate::record::{Answer, ClaimReason, Outcome, Record, TransferResult};

/// What came of chats that have ended.
///
/// `offered` is `answered`, `abandoned` and `unanswered` together. Chats that an operator began
/// ([`StartChat`](crate::StartChat)) are counted as `started` and among the `durations`, and nowhere
/// else: nobody waited for them.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Chats {
    /// How many patrons asked.
    pub offered: u64,
    /// How many of them somebody answered.
    pub answered: u64,
    /// How many of those were first answered by somebody of the patron's own institution.
    pub answered_at_home: u64,
    /// How many by a partner.
    pub answered_by_partners: u64,
    /// How many patrons left before anybody answered.
    pub abandoned: u64,
    /// How many chats ended without an answer and without the patron's doing: a message was taken, the
    /// queue closed them, or somebody did.
    pub unanswered: u64,
    /// How many chats an operator began.
    pub started: u64,
    /// What became of the offers.
    pub offers: Offers,
    /// How often a chat left each level, from level 0 on; of a queue, the levels of that queue.
    pub rollovers: Vec<u64>,
    /// How often chats rolled over before what their records still tell
    /// ([`Record::hops_before`](crate::Record::hops_before)).
    #[serde(default, skip_serializing_if = "is_default")]
    pub rollovers_before: u64,
    /// How often a policy sent a chat on to another queue.
    pub overflows: u64,
    /// What came of the transfers.
    pub transfers: Transfers,
    /// How long those who were answered had waited for the first answer.
    pub waits: Spread,
    /// How long those waited who abandoned.
    pub abandoned_after: Spread,
    /// How long the conversations took, from the first answer on, wrap-ups left out.
    pub durations: Spread,
}

/// What came of transfers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Transfers {
    /// How many were asked for.
    pub asked: u64,
    /// How many somebody accepted.
    pub completed: u64,
    /// How many came to nothing.
    pub failed: u64,
}

/// Chats as they end.
#[derive(Clone, Debug, Default)]
pub(super) struct ChatTally {
    so_far: Chats,
    waits: Spans,
    abandoned_after: Spans,
    durations: Spans,
}

impl ChatTally {
    /// Counts a chat, but for its levels and offers.
    pub(super) fn count(&mut self, record: &Record) {
        match record.answers.first() {
            Some(answer) if answer.reason == ClaimReason::Started => self.so_far.started += 1,
            Some(answer) => self.count_answered(record, answer),
            None => self.count_unanswered(record),
        }
        if let Some(answer) = record.answers.first() {
            self.durations.add(record.ended_at.since(answer.at));
        }
        self.so_far.overflows += record.overflows.len() as u64;
        let transfers = &mut self.so_far.transfers;
        for transfer in &record.transfers {
            transfers.asked += 1;
            match transfer.result {
                Some(TransferResult::Completed { .. }) => transfers.completed += 1,
                Some(TransferResult::Failed { .. }) | None => transfers.failed += 1,
            }
        }
    }

    fn count_answered(&mut self, record: &Record, answer: &Answer) {
        self.so_far.offered += 1;
        self.so_far.answered += 1;
        if answer.institution == record.institution {
            self.so_far.answered_at_home += 1;
        } else {
            self.so_far.answered_by_partners += 1;
        }
        self.waits.add(answer.waited);
    }

    fn count_unanswered(&mut self, record: &Record) {
        self.so_far.offered += 1;
        if left_by_patron(record.outcome) {
            self.so_far.abandoned += 1;
            self.abandoned_after.add(record.ended_at.since(record.opened_at));
        } else {
            self.so_far.unanswered += 1;
        }
    }

    /// Counts that a chat left a level.
    pub(super) fn roll_over(&mut self, level: u8) {
        let (level, rollovers) = (usize::from(level), &mut self.so_far.rollovers);
        if rollovers.len() <= level {
            rollovers.resize(level + 1, 0);
        }
        rollovers[level] += 1;
    }

    pub(super) fn roll_over_before(&mut self, record: &Record) {
        self.so_far.rollovers_before += u64::from(record.hops_before);
    }

    pub(super) const fn count_offers(&mut self, offers: Offers) {
        self.so_far.offers.add(offers);
    }

    pub(super) fn chats(&self) -> Chats {
        Chats {
            waits: self.waits.spread(),
            abandoned_after: self.abandoned_after.spread(),
            durations: self.durations.spread(),
            ..self.so_far.clone()
        }
    }
}

/// Whether it was the patron who ended a chat.
pub(crate) const fn left_by_patron(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Abandoned | Outcome::PatronLeft | Outcome::PatronIdle => true,
        Outcome::Closed | Outcome::ForceClosed | Outcome::MessageTaken | Outcome::ClosedByQueue => {
            false
        }
    }
}
