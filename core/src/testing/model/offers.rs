//! Offers: made, declined, lapsed, withdrawn.

use alloc::vec::Vec;

use crate::{
    About, Actor, ChatId, DeclineOffer, EventKind, OfferCause, OfferId, Phase, Refusal, Ring, Role,
    TransferFailure, View, Withdrawal, Won,
};

use super::permit::Concerns;
use super::reach::Segment;
use super::state::{Key, Kind, Offer, Place};
use super::{Due, Model};

/// Making offers.
impl Model {
    fn make(&mut self, chat: Place, operator: Key, kind: Kind) -> u32 {
        self.offers_made += 1;
        let birth = self.offers_made;
        let turn = self.operators[&operator].offered_turn;
        let state = self.the_chat(chat);
        state.offers_made += 1;
        let number = state.offers_made;
        let turns = (turn, turn);
        state.offers.push(Offer { number, birth, operator, kind, best: None, way: None, turns });
        if state.phase == Phase::Waiting {
            state.phase = Phase::Offered;
        }
        number
    }

    fn offered(
        &mut self,
        chat: Place,
        number: u32,
        cause: OfferCause,
        lapses_at: Option<crate::Timestamp>,
    ) {
        let state = &self.chats[&chat];
        let operator = state.offer(number).expect("it was made").operator;
        let knows = self.view(chat, operator) == View::Full;
        let context = state.context.clone().filter(|_| knows);
        let returns = state.returns.clone().filter(|_| knows);
        let about = About { profile: state.profile.clone(), context, returns };
        self.raise(EventKind::ChatOffered {
            chat: state.id.clone(),
            offer: OfferId::new(number),
            operator: self.operators[&operator].id.clone(),
            origin: self.queues[&state.origin].id.clone(),
            cause,
            about: (about != About::default()).then(|| about.into()),
            lapses_at,
        });
    }

    /// Rings one operator for a chat, by a level that rings the best.
    pub(crate) fn ring_best(&mut self, chat: Place, level: u8, operator: Key, by: &Segment) {
        let won = by.won(self.rank_key(operator, by));
        let way = self.limited_by(operator, by);
        let turn = self.next_turn();
        let before = core::mem::replace(&mut self.the_operator(operator).offered_turn, turn);
        let number = self.make(chat, operator, Kind::Targeted(level));
        let offer = self.the_chat(chat).offers.last_mut().expect("it was made");
        offer.best = Some((by.clone(), won));
        offer.way = way;
        offer.turns = (turn, before);
        if let Some(merit) = self.merit(by, operator) {
            merit.spend(turn);
        }
        let lapses = self.lapse_after(chat, level);
        let lapses = lapses.map(|span| self.set(span, Due::OfferLapses(chat, number)));
        self.offered(chat, number, OfferCause::Level { level }, lapses);
        self.cancel(Due::RoundStarts(chat));
        self.restand(operator);
        self.carry(chat, operator);
    }

    fn lapse_after(&self, chat: Place, level: u8) -> Option<crate::Span> {
        let queue = self.chats[&chat].ringing.as_ref().expect("it rings").queue;
        match self.queues[&queue].level(level).ring {
            Ring::All { lapse_after } | Ring::Best { lapse_after, .. } => lapse_after,
        }
    }

    fn merit(&mut self, segment: &Segment, operator: Key) -> Option<&mut super::rank::Merit> {
        self.segments.get_mut(segment)?.merits.get_mut(&operator)
    }

    /// Rings operators for a chat, by a level that rings all: one deadline is theirs together.
    pub(crate) fn ring_all(&mut self, chat: Place, level: u8, rung: &[Key]) {
        if rung.is_empty() {
            return;
        }
        let due = Due::RingLapses(chat, level);
        let lapses = self.lapse_after(chat, level);
        let lapses = lapses.map(|span| self.runs(due).unwrap_or_else(|| self.set(span, due)));
        for &operator in rung {
            let number = self.make(chat, operator, Kind::Broadcast(level));
            self.offered(chat, number, OfferCause::Level { level }, lapses);
        }
        self.cancel(Due::RoundStarts(chat));
        for &operator in rung {
            if self.stand(operator).listening != self.operators[&operator].stood.listening {
                self.restand(operator);
            }
        }
    }

    /// Rings the operator for whom a chat waits alone.
    pub(crate) fn ring_preferred(&mut self, chat: Place, operator: Key) {
        let way = self.way_to(chat, operator);
        let number = self.make(chat, operator, Kind::Preferred);
        self.the_chat(chat).offers.last_mut().expect("it was made").way = way;
        let lapses = self.runs(Due::PatienceEnds(chat));
        self.offered(chat, number, OfferCause::Preferred, lapses);
        self.restand(operator);
        self.carry(chat, operator);
    }

    /// Invites the operator whom a transfer names.
    pub(crate) fn offer_transfer(&mut self, chat: Place, operator: Key) {
        let number = self.make(chat, operator, Kind::Transfer);
        let transfer = self.chats[&chat].transfer.as_ref().expect("it is pending").id;
        let lapses = self.runs(Due::TransferLapses(chat));
        self.offered(chat, number, OfferCause::Transfer { transfer }, lapses);
        self.restand(operator);
        self.carry(chat, operator);
    }

    /// An operator has a chat, or a place reserved for it: a grant may be at its cap now.
    pub(crate) fn carry(&mut self, chat: Place, operator: Key) {
        if self.home(chat) != self.institution_of(operator) {
            self.judge_grants();
        }
    }
}

/// Ending offers.
impl Model {
    pub(crate) fn decline_offer(
        &mut self,
        by: &Actor,
        action: &DeclineOffer,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Rung], &Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        let number = action.offer.number();
        let kind = self.open_offer(chat, number, operator)?.kind;
        if self.consulted(chat).is_some() {
            // They have accepted it.
            return Err(Refusal::OfferGone { chat: action.chat.clone(), offer: action.offer });
        }

        self.the_operator(operator).missed = 0;
        self.raise(EventKind::OfferDeclined {
            chat: action.chat.clone(),
            offer: action.offer,
            operator: self.operators[&operator].id.clone(),
        });
        if kind == Kind::Transfer {
            self.drop_offer(chat, number);
            self.fail_transfer(chat, TransferFailure::Declined);
        } else {
            self.refuse(chat, number);
        }
        Ok(())
    }

    /// The offer of this number, if it is open to the operator.
    pub(crate) fn open_offer(
        &self,
        chat: Place,
        number: u32,
        operator: Key,
    ) -> Result<Offer, Refusal> {
        let state = &self.chats[&chat];
        let offer = state.offer(number).filter(|offer| offer.operator == operator);
        offer.cloned().ok_or_else(|| match state.owner {
            Some(owner) => self.taken(chat, owner),
            None => Refusal::OfferGone { chat: state.id.clone(), offer: OfferId::new(number) },
        })
    }

    pub(crate) fn taken(&self, chat: Place, owner: Key) -> Refusal {
        let chat: ChatId = self.chats[&chat].id.clone();
        Refusal::ChatTaken { chat, winner: self.operators[&owner].id.clone() }
    }

    /// Whoever has not answered when a ring ends has missed it.
    pub(crate) fn ring_lapses(&mut self, chat: Place, level: u8) {
        for offer in self.offers_of(chat) {
            let kind = self.chats[&chat].offer(offer).map(|offer| offer.kind);
            if kind.and_then(Kind::level) == Some(level) {
                self.miss(chat, offer);
            }
        }
    }

    pub(crate) fn miss(&mut self, chat: Place, number: u32) {
        let state = &self.chats[&chat];
        let Offer { operator, kind, .. } = state.offer(number).expect("it is out").clone();
        let queue = state.ringing.as_ref().map(|ringing| ringing.queue);
        self.raise(EventKind::OfferLapsed {
            chat: state.id.clone(),
            offer: OfferId::new(number),
            operator: self.operators[&operator].id.clone(),
        });
        self.refuse(chat, number);
        if let (Kind::Targeted(_), Some(queue)) = (kind, queue) {
            self.count_missed(operator, queue);
        }
    }

    /// The operator declined or missed it: not again in this round.
    fn refuse(&mut self, chat: Place, number: u32) {
        let offer = self.chats[&chat].offer(number).expect("it is out").clone();
        if let Some(ringing) = &mut self.the_chat(chat).ringing {
            ringing.tried.insert(offer.operator);
        }
        self.drop_offer(chat, number);
        if offer.kind == Kind::Preferred {
            self.refused_by_preferred(chat);
        }
    }

    /// An offer was answered, and is out no more.
    pub(crate) fn drop_offer(&mut self, chat: Place, number: u32) -> Offer {
        let state = self.the_chat(chat);
        let at = state.offers.iter().position(|offer| offer.number == number);
        let offer = state.offers.remove(at.expect("it is out"));
        self.cancel(Due::OfferLapses(chat, number));
        self.is_out_no_more(chat, &offer);
        offer
    }

    fn is_out_no_more(&mut self, chat: Place, offer: &Offer) {
        let state = self.the_chat(chat);
        if state.offers.is_empty() && state.phase == Phase::Offered {
            state.phase = Phase::Waiting;
        }
        if let Some(level) = offer.kind.level()
            && self.chats[&chat].out_at(level) == 0
        {
            self.cancel(Due::RingLapses(chat, level));
        }
        let stood = self.operators[&offer.operator].stood;
        let most = self.config.limits.broadcasts_per_operator as usize;
        let listens = stood.room > 0 && self.broadcasts(offer.operator) < most;
        if offer.kind.reserves() || listens != stood.listening {
            self.touched.insert(offer.operator);
        }
    }

    /// Takes an offer back, and tells its operator why. It was not their fault: their turn is what
    /// it was.
    pub(crate) fn withdraw(&mut self, chat: Place, number: u32, reason: &Withdrawal) {
        let offer = self.drop_offer(chat, number);
        if self.chats[&chat].ringing.is_some() {
            self.hungry.insert(offer.operator);
        }
        if let Some((segment, _)) = &offer.best {
            let operator = self.the_operator(offer.operator);
            if operator.offered_turn == offer.turns.0 {
                operator.offered_turn = offer.turns.1;
            }
            if let Some(merit) = self.merit(segment, offer.operator) {
                merit.regain();
            }
        }
        self.raise(EventKind::OfferWithdrawn {
            chat: self.chats[&chat].id.clone(),
            offer: OfferId::new(number),
            operator: self.operators[&offer.operator].id.clone(),
            reason: reason.clone(),
        });
    }

    pub(crate) fn withdraw_all(&mut self, chat: Place, reason: &Withdrawal) {
        for offer in self.offers_of(chat) {
            self.withdraw(chat, offer, reason);
        }
    }

    /// Withdraws an offer of a level; that of a transfer fails the transfer.
    pub(crate) fn take_back(&mut self, chat: Place, number: u32, reason: &Withdrawal) {
        let Some(offer) = self.chats[&chat].offer(number) else { return };
        if offer.kind == Kind::Transfer {
            self.fail_transfer(chat, TransferFailure::TargetLost);
        } else {
            self.withdraw(chat, number, reason);
        }
    }

    /// Withdraws the offers whose level does not reach their operators any more.
    pub(crate) fn withdraw_unreached(&mut self, reason: &Withdrawal) {
        for chat in self.chats.keys().copied().collect::<Vec<_>>() {
            for number in self.offers_of(chat) {
                let offer = self.chats[&chat].offer(number).cloned();
                if offer.is_some_and(|offer| !self.holds(chat, &offer)) {
                    self.withdraw(chat, number, reason);
                }
            }
        }
    }

    fn holds(&self, chat: Place, offer: &Offer) -> bool {
        let operator = offer.operator;
        let by_right = |level| self.is_reached_by_right(chat, level, operator);
        let reached = |level| self.is_reached(chat, level, operator);
        // The offers of a chat that rings no more are about to end for another reason.
        let Some(ringing) = &self.chats[&chat].ringing else { return true };
        match offer.kind {
            Kind::Broadcast(level) => reached(level),
            Kind::Targeted(level) => reached(level) || by_right(level),
            Kind::Preferred => {
                ringing.preferred == Some(operator)
                    && self.levels(ringing.queue).any(|level| reached(level) || by_right(level))
            }
            Kind::Transfer => true,
        }
    }

    /// The numbers of a chat's offers, in order of birth.
    pub(crate) fn offers_of(&self, chat: Place) -> Vec<u32> {
        self.chats[&chat].offers.iter().map(|offer| offer.number).collect()
    }

    /// The offers out to an operator, in order of birth.
    pub(crate) fn offers_to(&self, operator: Key) -> Vec<(Place, u32)> {
        let mut offers = Vec::new();
        for (&place, chat) in &self.chats {
            let theirs = chat.offers.iter().filter(|offer| offer.operator == operator);
            offers.extend(theirs.map(|offer| (offer.birth, place, offer.number)));
        }
        offers.sort_unstable();
        offers.into_iter().map(|(_, place, number)| (place, number)).collect()
    }

    /// By what the operator of an offer was the best.
    pub(crate) fn won(offer: &Offer) -> Option<Won> {
        offer.best.as_ref().map(|best| best.1)
    }
}
