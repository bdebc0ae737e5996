//! What an operator can take, and the only writer of what the segments know of it.

use alloc::vec::Vec;

use crate::chat::{OfferKey, OfferKind};
use crate::directory::OperatorKey;
use crate::event::Withdrawal;
use crate::record::TransferFailure;
use crate::router::Router;
use crate::segment::{Rank, Stand};

impl Router {
    /// Tells the segments where an operator stands after a change of their presence, load or turns,
    /// and marks them if they now hold offers that they can take no more.
    pub(crate) fn restand(&mut self, key: OperatorKey) {
        let before = self.operators[key].stand;
        let after = self.stand_of(key);
        self.operators[key].stand = after;
        for at in 0..self.operators[key].standings.len() {
            self.restand_at(key, at, before, after);
        }
        if after.free || after.listening {
            self.work.operators.push(key);
        }
        if !after.free && self.operators[key].offers.head.is_some() {
            self.work.overloaded.push(key);
        }
    }

    pub(crate) fn stand_of(&self, key: OperatorKey) -> Stand {
        let operator = &self.operators[key];
        let there = self.takes_chats(operator);
        let free = there && operator.has_room();
        let listening = free && operator.broadcasts < self.config.limits.broadcasts_per_operator;
        Stand { there, free, listening }
    }

    fn restand_at(&mut self, key: OperatorKey, at: usize, before: Stand, after: Stand) {
        let standing = self.operators[key].standings[at];
        let rank = self.segments[standing.segment].rank;
        let rank_key = self.rank_key(key, rank);
        let turn = self.next_turn();
        let segment = &mut self.segments[standing.segment];
        segment.count(before, after, turn);
        let left = before.there && !after.there;
        if (left || (before.free && !after.free)) && segment.may_strand() {
            self.work.segments.push(standing.segment);
        }
        let handle = match (standing.handle, after.ready_for(rank)) {
            (None, true) => Some(segment.ready.insert(rank_key, key)),
            (Some(handle), false) => {
                segment.ready.remove(handle);
                None
            }
            // Broadcasts come in the order of registration, which never changes.
            (Some(handle), true) if rank != Rank::All => {
                segment.ready.update(handle, rank_key);
                Some(handle)
            }
            (unchanged, _) => unchanged,
        };
        self.operators[key].standings[at].handle = handle;
    }

    /// Who is not there keeps no offers. Who is full keeps no broadcasts; who is beyond their limit
    /// (it was lowered, or they came back to chats they had lost) keeps no more targeted offers than
    /// have room, the oldest.
    pub(crate) fn withdraw_untenable(&mut self, key: OperatorKey) {
        let (targeted, broadcasts): (Vec<OfferKey>, Vec<OfferKey>) =
            self.offers_to(key).into_iter().partition(|&offer| self.offers[offer].kind.reserves());
        for offer in broadcasts.into_iter().chain(targeted.into_iter().rev()) {
            let operator = &self.operators[key];
            if operator.stand.free {
                return;
            }
            // To fail a transfer may have taken others with it.
            let Some(kind) = self.offers.get(offer).map(|offer| offer.kind) else {
                continue;
            };
            let beyond = operator.load() > u32::from(operator.max_chats);
            if !operator.stand.there {
                self.take_back(offer, Withdrawal::Absent);
            } else if beyond || !kind.reserves() {
                self.take_back(offer, Withdrawal::Full);
            }
        }
    }

    /// Withdraws an offer of a level; that of a transfer fails the transfer.
    pub(crate) fn take_back(&mut self, offer: OfferKey, reason: Withdrawal) {
        if self.offers[offer].kind == OfferKind::Transfer {
            let chat = self.offers[offer].chat;
            self.fail_transfer(chat, TransferFailure::TargetLost);
        } else {
            self.withdraw(offer, reason);
        }
    }

    /// An offer begins or ends to weigh on its operator.
    pub(crate) fn weigh(&mut self, offer: OfferKey, begins: bool) {
        let Some((operator, kind)) = self.offers.get(offer).map(|o| (o.operator, o.kind)) else {
            return;
        };
        let operator = &mut self.operators[operator];
        let count = if kind.reserves() { &mut operator.reserved } else { &mut operator.broadcasts };
        *count = if begins { *count + 1 } else { *count - 1 };
    }
}
