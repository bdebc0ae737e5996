//! A chat that waits for one operator alone, before its way through the levels begins.

use crate::chat::{ChatKey, Offer, OfferKey, OfferKind, Phase, Reservation, Ringing, Step};
use crate::deadline::{Due, DueKey};
use crate::directory::{OperatorKey, QueueKey};
use crate::event::OfferCause;
use crate::router::Router;
use crate::time::Span;

/// For whom a chat waits, and until when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Preferred {
    pub(crate) operator: OperatorKey,
    pub(crate) patience: DueKey,
}

impl Ringing {
    /// Whether it waits for one operator alone.
    pub(crate) const fn waits_for(&self) -> Option<OperatorKey> {
        match &self.preferred {
            Some(preferred) => Some(preferred.operator),
            None => None,
        }
    }
}

impl Router {
    /// A chat begins its way through a queue: it waits for the preferred operator, if there is one
    /// who could have it, and enters the first level otherwise.
    pub(crate) fn begin_with(
        &mut self,
        key: ChatKey,
        queue: QueueKey,
        operator: OperatorKey,
        patience: Span,
    ) {
        self.begin_ringing(key, queue, self.new_entry(queue));
        if !self.may_prefer(key, operator) {
            return;
        }
        let patience = self.timers.set(self.now, patience, Due::PatienceEnds(key));
        let ringing = self.chats[key].ringing.as_mut().expect("it rings");
        (ringing.unrung, ringing.dormant) = (0, 0);
        ringing.preferred = Some(Preferred { operator, patience });
        let level_ends = ringing.level_ends.take();
        self.cancel(level_ends);
        let place = self.chats[key].place;
        self.operators[operator].preferred_by.insert(place, key);
    }

    /// Whether it makes sense that a chat waits for an operator: they are there, do not have it, and a
    /// level of the queue reaches them for it.
    fn may_prefer(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        let there = self.operators.get(operator).is_some_and(|operator| operator.stand.there);
        let others = self.chats[chat].owner != Some(operator);
        there
            && others
            && (self.is_eligible(chat, operator) || self.offer_to(operator, chat).is_some())
    }

    /// The operator for whom a chat waits cannot have it any more: it enters the first level.
    pub(crate) fn give_up_preferred(&mut self, chat: ChatKey) {
        let ringing = self.chats.get(chat).and_then(|chat| chat.ringing.as_ref());
        let Some(operator) = ringing.and_then(Ringing::waits_for) else { return };
        if !self.may_prefer(chat, operator) {
            self.refused_by_preferred(chat);
        }
    }

    /// A chat waits for nobody in particular any more.
    pub(crate) fn stop_preferring(&mut self, chat: ChatKey) {
        let state = &mut self.chats[chat];
        let (place, ringing) = (state.place, state.ringing.as_mut());
        let Some(preferred) = ringing.and_then(|ringing| ringing.preferred.take()) else { return };
        self.timers.cancel(preferred.patience);
        if let Some(operator) = self.operators.get_mut(preferred.operator) {
            operator.preferred_by.remove(&place);
        }
    }

    /// The patience is over: who has not answered has missed it.
    pub(crate) fn patience_ends(&mut self, chat: ChatKey) {
        let ringing = self.chats[chat].ringing.as_ref();
        let operator = ringing.and_then(Ringing::waits_for).expect("its timer goes with it");
        match self.offer_to(operator, chat) {
            Some(offer) => self.miss(offer),
            None => self.refused_by_preferred(chat),
        }
    }

    /// The preferred operator declined or missed a chat, was not free in time, or cannot have it.
    pub(crate) fn refused_by_preferred(&mut self, chat: ChatKey) {
        self.stop_preferring(chat);
        self.enter_level(chat, 0);
    }

    /// Rings the preferred operator for a chat that waits for them, if they have room.
    pub(crate) fn place_with_preferred(&mut self, key: ChatKey, operator: OperatorKey) {
        if self.may_ring_preferred(key, operator) {
            self.ring_preferred(key, operator);
        }
    }

    /// Whether the preferred operator may be rung now for a chat that waits for them.
    pub(crate) fn may_ring_preferred(&self, key: ChatKey, operator: OperatorKey) -> bool {
        self.has_room_for(key, operator)
            && self.may_be_offered(key, operator)
            && self.is_eligible(key, operator)
    }

    fn ring_preferred(&mut self, key: ChatKey, operator: OperatorKey) {
        let way = self.way_to(key, operator);
        let units = self.chats[key].demand.units;
        self.operators[operator].take_through(way, &self.queues, units.into());
        let chat = &mut self.chats[key];
        let preferred = chat.ringing.as_ref().and_then(|ringing| ringing.preferred);
        let patience = preferred.expect("it waits for them").patience;
        let id = chat.offers.make(operator, OfferKind::Preferred);
        // No turn of theirs is spent on it.
        let turn = self.operators[operator].offered_turn;
        let reservation = Reservation { lapses: None, best: None, way, turn, turn_before: turn };
        chat.offers.reserve(id, reservation);
        if chat.phase() == Phase::Waiting {
            chat.go(Step::Offer);
        }
        self.invite(OfferKey { chat: key, id }, OfferCause::Preferred, patience);
    }

    /// Whether an offer to the preferred operator still holds.
    pub(crate) fn is_preferred(&self, chat: ChatKey, offer: Offer) -> bool {
        let ringing = self.chats[chat].ringing.as_ref();
        ringing.and_then(Ringing::waits_for) == Some(offer.operator)
            && (self.is_eligible(chat, offer.operator)
                || self.is_eligible_by_right(chat, offer.operator))
    }
}
