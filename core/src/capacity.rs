//! What an operator can take, and the only writer of what the segments know of it.

use crate::chat::{OfferKey, OfferKind};
use crate::directory::OperatorKey;
use crate::event::Withdrawal;
use crate::record::TransferFailure;
use crate::rank::rank_key;
use crate::router::Router;
use crate::segment::{Rank, Stand, Standing};

impl Router {
    /// Notes that an operator's load or turn has changed: before anybody is matched, the segments
    /// are told where they stand now.
    pub(crate) fn touch(&mut self, key: OperatorKey) {
        let operator = &mut self.operators[key];
        if !operator.touched {
            operator.touched = true;
            self.work.touched.push(key);
        }
    }

    /// Tells the segments where an operator stands after a change of their presence, load or turns,
    /// and marks them if they now hold offers that they can take no more.
    pub(crate) fn restand(&mut self, key: OperatorKey) {
        let after = self.stand_of(key);
        let operator = &mut self.operators[key];
        operator.touched = false;
        let before = core::mem::replace(&mut operator.stand, after);
        if after.free || after.listening {
            self.work.operators.push(key);
        }
        if operator.holds_untenable() {
            self.work.overloaded.push(key);
        }
        // Out of the operator while the segments look at them.
        let mut standings = core::mem::take(&mut operator.standings);
        for standing in &mut standings {
            self.restand_in(key, standing, before, after);
        }
        self.operators[key].standings = standings;
    }

    pub(crate) fn stand_of(&self, key: OperatorKey) -> Stand {
        let operator = &self.operators[key];
        let there = self.takes_chats(operator);
        let free = there && operator.has_room();
        let listening = free && operator.broadcasts < self.config.limits.broadcasts_per_operator;
        Stand { there, free, listening }
    }

    fn restand_in(
        &mut self,
        key: OperatorKey,
        standing: &mut Standing,
        before: Stand,
        after: Stand,
    ) {
        let segment = &mut self.segments[standing.segment];
        if before != after {
            if segment.count(before, after) {
                self.counters.turns += 1;
                segment.revived = self.counters.turns;
            }
            let less = (before.there && !after.there) || (before.free && !after.free);
            if less && segment.may_strand() {
                self.work.segments.push(standing.segment);
            }
        }
        let rank = segment.rank;
        match (standing.handle, after.ready_for(rank)) {
            (None, true) => {
                let rank_key = rank_key(&self.operators[key], rank);
                standing.handle = Some(segment.ready.insert(rank_key, key));
            }
            (Some(handle), false) => {
                segment.ready.remove(handle);
                standing.handle = None;
            }
            // Broadcasts come in the order of registration, which never changes.
            (Some(handle), true) if rank != Rank::All => {
                segment.ready.update(handle, rank_key(&self.operators[key], rank));
            }
            (Some(_), true) | (None, false) => {}
        }
    }

    /// Who is not there keeps no offers. Who is full keeps no broadcasts; who is beyond their limit
    /// (it was lowered, or they came back to chats they had lost) keeps no more targeted offers than
    /// have room, the oldest.
    pub(crate) fn withdraw_untenable(&mut self, key: OperatorKey) {
        while let Some(offer) = self.untenable(key) {
            let there = self.stand_of(key).there;
            self.take_back(offer, if there { Withdrawal::Full } else { Withdrawal::Absent });
        }
    }

    /// The next offer that an operator cannot keep: broadcasts first, the oldest of them, then
    /// targeted offers, the newest of them.
    fn untenable(&self, key: OperatorKey) -> Option<OfferKey> {
        let operator = &self.operators[key];
        let stand = self.stand_of(key);
        if operator.broadcasts > 0 && !stand.free {
            let mut offer = operator.offers.head?;
            while self.offers[offer].kind.reserves() {
                offer = self.offers[offer].of_operator.after?;
            }
            return Some(offer);
        }
        let untenable = operator.reserved > 0 && (!stand.there || operator.is_beyond_limit());
        if untenable { operator.offers.tail } else { None }
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
