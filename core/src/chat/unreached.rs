//! Offers that reach nobody any more, since somebody left a pool, or a queue's levels reach less.

use crate::chat::{Offer, OfferKey, OfferKind};
use crate::directory::{OperatorKey, QueueKey};
use crate::event::Withdrawal;
use crate::router::Router;
use crate::segment::LineId;

impl Router {
    /// After an operator left a pool.
    pub(crate) fn withdraw_unreached_of(&mut self, operator: OperatorKey) {
        for offer in self.operators[operator].offers.clone() {
            if !self.is_reached(offer) {
                self.withdraw(offer, &Withdrawal::Unassigned);
            }
        }
    }

    /// After a grant ended or a queue closed, and a queue's levels reach less than before.
    pub(crate) fn withdraw_unreached_in(&mut self, queue: QueueKey, reason: &Withdrawal) {
        for chat in self.ringing_in(queue) {
            // Whoever waits for one operator alone may have to give them up.
            self.work.chats.push(chat);
            for offer in self.offers_of(chat) {
                if !self.is_reached(offer) {
                    self.withdraw(offer, reason);
                }
            }
        }
    }

    /// Whether the level of an offer still reaches its operator.
    pub(crate) fn is_reached(&self, offer: OfferKey) -> bool {
        let the_offer = self.the_offer(offer);
        let Offer { operator, kind, .. } = the_offer;
        let level = match kind {
            OfferKind::Broadcast { level } | OfferKind::Targeted { level } => level,
            OfferKind::Preferred => return self.is_preferred(offer.chat, the_offer),
            OfferKind::Transfer => return true,
        };
        let Some(ringing) = &self.chats[offer.chat].ringing else {
            return false;
        };
        let line = ringing.line_at(level);
        self.is_reached_by(line, operator)
            || (kind.reserves() && self.reaches_by_right(line, operator))
    }

    /// Whether a line reaches an operator.
    pub(crate) fn is_reached_by(&self, line: LineId, operator: OperatorKey) -> bool {
        let reached = &self.lane(line).reached;
        reached.iter().any(|reached| self.stands(operator, reached.segment))
    }
}
