//! What an operator can take, and the only writer of what the segments know of it.

use crate::chat::{OfferKey, OfferKind};
use crate::directory::{Operator, OperatorKey};
use crate::event::Withdrawal;
use crate::rank::Figures;
use crate::record::TransferFailure;
use crate::router::Router;
use crate::segment::Stand;
use crate::settle::Work;

impl Router {
    /// Notes that an operator's load or turn has changed: before anybody is matched, the segments
    /// are told where they stand now.
    pub(crate) fn touch(&mut self, key: OperatorKey, by: impl Into<Touch>) {
        let most = self.config.limits.broadcasts_per_operator;
        self.operators[key].touch(key, by.into(), most, &mut self.work);
    }

    /// Tells the segments at once where an operator stands with one more offer.
    pub(crate) fn restand_weighed(&mut self, key: OperatorKey, by: OfferKind) {
        let most = self.config.limits.broadcasts_per_operator;
        if self.operators[key].has_moved(by.into(), most) {
            self.restand_touched(key);
        }
    }

    /// Tells the segments where an operator stands after a change of their presence, load or turns,
    /// and marks them if they now hold offers that they can take no more.
    pub(crate) fn restand(&mut self, key: OperatorKey) {
        let there = self.takes_chats(&self.operators[key]);
        self.restand_as(key, there);
    }

    /// As [`Router::restand`], where presence has not changed.
    pub(crate) fn restand_touched(&mut self, key: OperatorKey) {
        let there = self.operators[key].stand.there;
        self.restand_as(key, there);
    }

    fn restand_as(&mut self, key: OperatorKey, there: bool) {
        let Self { config, operators, segments, work, counters, .. } = self;
        let operator = &mut operators[key];
        operator.touched = false;
        let figures = Figures::of(operator);
        let most_broadcasts = config.limits.broadcasts_per_operator;
        let after = operator.stand_if(there, most_broadcasts);
        let before = core::mem::replace(&mut operator.stand, after);
        if operator.holds_untenable(figures.load) {
            work.overloaded.push(key);
        }
        if before.is_as_good_as(after, operator.dearest) {
            for standing in &operator.standings {
                if let Some(handle) = standing.handle {
                    segments[standing.segment].rank_anew(handle, figures);
                }
            }
            return;
        }
        // Who was free before has been offered all that waits for them.
        let dearest = operator.dearest;
        let more = before.room < after.room && before.room < dearest;
        if more || (after.listening && !before.listening) {
            work.operators.push(key);
        }
        if before.there && !after.there {
            work.chats.extend(&operator.preferred_by);
        }
        let less =
            (before.there && !after.there) || (after.room < before.room && after.room < dearest);
        for standing in &mut operator.standings {
            let segment = &mut segments[standing.segment];
            if segment.count(before, after) {
                segment.revived = counters.next_turn();
            }
            if less && segment.may_strand() {
                work.segments.push(standing.segment);
            }
            standing.handle = segment.place_ready(key, standing.handle, figures, after);
        }
    }

    pub(crate) fn stand_of(&self, key: OperatorKey) -> Stand {
        let operator = &self.operators[key];
        let there = self.takes_chats(operator);
        operator.stand_if(there, self.config.limits.broadcasts_per_operator)
    }

    /// Who is not there keeps no offers. Who is full keeps no broadcasts; who is beyond their limit
    /// (it was lowered, or they came back to chats they had lost) keeps no more targeted offers than
    /// have room, the oldest.
    pub(crate) fn withdraw_untenable(&mut self, key: OperatorKey) {
        while let Some(offer) = self.untenable(key) {
            let there = self.stand_of(key).there;
            self.take_back(offer, if there { &Withdrawal::Full } else { &Withdrawal::Absent });
        }
    }

    /// The next offer that an operator cannot keep: broadcasts first, the oldest of them, then
    /// targeted offers, the newest of them.
    fn untenable(&self, key: OperatorKey) -> Option<OfferKey> {
        let operator = &self.operators[key];
        let stand = self.stand_of(key);
        if operator.broadcasts > 0 && !stand.free_for(operator.dearest) {
            let mut offers = operator.offers.iter().copied();
            let too_dear = |&offer: &OfferKey| {
                let units = self.chats[offer.chat].demand.units;
                !self.the_offer(offer).kind.reserves() && !stand.free_for(units)
            };
            if let Some(offer) = offers.find(too_dear) {
                return Some(offer);
            }
        }
        let untenable = operator.reserved > 0 && (!stand.there || operator.is_beyond_limit());
        if untenable { operator.offers.last().copied() } else { None }
    }

    /// Withdraws an offer of a level; that of a transfer fails the transfer.
    pub(crate) fn take_back(&mut self, offer: OfferKey, reason: &Withdrawal) {
        if self.the_offer(offer).kind == OfferKind::Transfer {
            self.fail_transfer(offer.chat, TransferFailure::TargetLost);
        } else {
            self.withdraw(offer, reason);
        }
    }
}

/// What has changed about an operator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Touch {
    /// How many broadcasts they hold: no order looks at that.
    Broadcasts,
    /// Their load or a turn.
    Rank,
}

impl Stand {
    /// Whether nothing has changed for segments whose chats ask for at most so many units.
    const fn is_as_good_as(self, other: Self, dearest: u16) -> bool {
        let same_room = self.room == other.room || (self.room >= dearest && other.room >= dearest);
        self.there == other.there && self.listening == other.listening && same_room
    }
}

impl From<OfferKind> for Touch {
    fn from(kind: OfferKind) -> Self {
        if kind.reserves() { Self::Rank } else { Self::Broadcasts }
    }
}

impl Operator {
    /// See [`Router::touch`].
    pub(crate) fn touch(
        &mut self,
        key: OperatorKey,
        by: Touch,
        most_broadcasts: u32,
        work: &mut Work,
    ) {
        if !self.touched && self.has_moved(by, most_broadcasts) {
            self.touched = true;
            work.touched.push(key);
        }
    }

    /// Whether a change concerns the segments.
    fn has_moved(&self, by: Touch, most_broadcasts: u32) -> bool {
        match by {
            Touch::Rank => true,
            Touch::Broadcasts => {
                let listening = self.stand.is_free() && self.broadcasts < most_broadcasts;
                listening != self.stand.listening
            }
        }
    }

    /// The count on which an offer of this kind weighs, and how much.
    pub(crate) fn weight(&mut self, kind: OfferKind, units: u16) -> (&mut u32, u32) {
        if kind.reserves() {
            (&mut self.reserved, u32::from(units))
        } else {
            (&mut self.broadcasts, 1)
        }
    }
}
