//! Offers that end: declined, lapsed, withdrawn, answered.

use alloc::vec::Vec;

use crate::authority::Concerns;
use crate::chat::{Chat, ChatKey, Offer, OfferKey, OfferKind, Phase, Reservation, Step};
use crate::command::{Actor, DeclineOffer};
use crate::deadline::DueKey;
use crate::directory::{Operator, OperatorKey, Serial};
use crate::event::{EventKind, Withdrawal};
use crate::id::OfferId;
use crate::record::TransferFailure;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::segment::Segment;

impl Router {
    pub(crate) fn decline_offer(
        &mut self,
        by: &Actor,
        action: &DeclineOffer,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<DeclineOffer>(by, Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        let Offer { id, kind, .. } = self.open_offer(chat, action.offer, operator)?;
        if self.consulted(chat).is_some() {
            // They have accepted it.
            return Err(Refusal::OfferGone { chat: action.chat.clone(), offer: id });
        }

        let offer = OfferKey { chat, id };
        self.operators[operator].missed = 0;
        self.raise(EventKind::OfferDeclined {
            chat: action.chat.clone(),
            offer: action.offer,
            operator: self.operators[operator].id.clone(),
        });
        if kind == OfferKind::Transfer {
            self.drop_offer(offer);
            self.fail_transfer(chat, TransferFailure::Declined);
        } else {
            self.refuse(offer);
        }
        Ok(())
    }

    /// The offer of this number, if it is open to the operator.
    pub(crate) fn open_offer(
        &self,
        chat: ChatKey,
        id: OfferId,
        operator: OperatorKey,
    ) -> Result<Offer, Refusal> {
        let state = &self.chats[chat];
        if let Some(offer) = state.offers.get(id).filter(|offer| offer.operator == operator) {
            return Ok(offer);
        }
        Err(match state.owner {
            Some(owner) => self.taken(chat, owner),
            None => Refusal::OfferGone { chat: state.id.clone(), offer: id },
        })
    }

    /// Somebody answers the chat, and it is they.
    pub(crate) fn taken(&self, chat: ChatKey, owner: OperatorKey) -> Refusal {
        Refusal::ChatTaken {
            chat: self.chats[chat].id.clone(),
            winner: self.operators[owner].id.clone(),
        }
    }

    /// The offer of a chat to an operator. They hold a bounded number of them.
    pub(crate) fn offer_to(&self, operator: OperatorKey, chat: ChatKey) -> Option<OfferKey> {
        self.operators[operator].offer_of(chat)
    }

    /// An offer that is out.
    pub(crate) fn the_offer(&self, key: OfferKey) -> Offer {
        self.chats[key.chat].offers.get(key.id).expect("an offer that is held is out")
    }

    pub(crate) fn offer_lapses(&mut self, offer: OfferKey) {
        self.miss(offer);
    }

    /// The deadline of a ring: whoever has not answered has missed it.
    pub(crate) fn ring_lapses(&mut self, chat: ChatKey, level: u8) {
        for offer in self.offers_of(chat) {
            if self.the_offer(offer).kind.level() == Some(level) {
                self.miss(offer);
            }
        }
    }

    pub(crate) fn miss(&mut self, key: OfferKey) {
        self.raise(EventKind::OfferLapsed {
            chat: self.chats[key.chat].id.clone(),
            offer: key.id,
            operator: self.operators[self.the_offer(key).operator].id.clone(),
        });
        let Offer { operator, kind, .. } = self.the_offer(key);
        let queue = self.chats[key.chat].ringing.as_ref().map(|ringing| ringing.queue);
        self.refuse(key);
        if let (OfferKind::Targeted { .. }, Some(queue)) = (kind, queue) {
            self.count_missed(operator, queue);
        }
    }

    /// The operator declined or missed it: not again in this round.
    fn refuse(&mut self, key: OfferKey) {
        let (chat, Offer { operator, kind, .. }) = (key.chat, self.the_offer(key));
        self.note_refusal(chat, operator);
        self.drop_offer(key);
        if kind == OfferKind::Preferred {
            self.refused_by_preferred(chat);
        }
        self.line_up(chat);
        self.work.chats.push(chat);
    }

    /// A chat that begins to wait is not to be offered to an operator in this round.
    pub(crate) fn refused_by(&mut self, chat: ChatKey, operator: OperatorKey) {
        self.note_refusal(chat, operator);
        self.line_up(chat);
        self.work.chats.push(chat);
    }

    fn note_refusal(&mut self, chat: ChatKey, operator: OperatorKey) {
        if let Some(ringing) = &mut self.chats[chat].ringing
            && let Err(at) = ringing.tried.binary_search(&operator)
        {
            ringing.tried.insert(at, operator);
        }
    }

    /// Takes an offer back, and tells its operator why.
    pub(crate) fn withdraw(&mut self, key: OfferKey, reason: &Withdrawal) {
        let taken = self.chats[key.chat].offers.remove(key.id);
        let (offer, _) = taken.expect("an offer is withdrawn once");
        self.unring_without_offers(key.chat);
        if let Some(level) = offer.kind.level() {
            self.ring_less(key.chat, level);
        }
        if self.chats[key.chat].ringing.is_some() {
            self.work.chats.push(key.chat);
            // Another level that rings all may reach them too, and has rung already.
            self.work.operators.push(offer.operator);
        }
        self.take_back_from(key.chat, taken.into_iter(), reason);
    }

    /// Takes back all offers of a chat that rings no more.
    pub(crate) fn withdraw_all(&mut self, chat: ChatKey, reason: &Withdrawal) {
        if !self.chats[chat].offers.are_out() {
            return;
        }
        let mut offers = self.chats[chat].offers.take();
        self.unring_without_offers(chat);
        self.take_back_from(chat, offers.drain(), reason);
        self.work.keep_room(offers);
    }

    /// Tells the operators of offers that are out no more. They were not at fault: their turn is
    /// what it was.
    fn take_back_from(
        &mut self,
        chat: ChatKey,
        offers: impl Iterator<Item = (Offer, Option<Reservation>)>,
        reason: &Withdrawal,
    ) {
        let Self { now, config, chats, operators, queues, segments, timers, outbox, work, .. } =
            self;
        let most_broadcasts = config.limits.broadcasts_per_operator;
        let Chat { id: name, demand, origin, .. } = &chats[chat];
        let home = queues[*origin].institution;
        for (Offer { id, operator, kind }, reservation) in offers {
            let to = &mut operators[operator];
            to.release(OfferKey { chat, id }, kind, demand.units);
            if kind.reserves() && to.institution != home {
                work.uncarried.push(operator);
            }
            if let Some(Reservation { lapses, best, way, turn, turn_before }) = reservation {
                to.take_through(way, queues, -i32::from(demand.units));
                if to.offered_turn == turn {
                    to.offered_turn = turn_before;
                }
                if let Some(segment) = best.and_then(|(by, _)| segments.get_mut(by)) {
                    segment.regain(to.serial);
                }
                lapses.map(|timer| timers.cancel(timer));
            }
            to.touch(operator, kind.into(), most_broadcasts, work);
            let (chat, operator) = (name.clone(), to.id.clone());
            let reason = reason.clone();
            outbox.raise(*now, EventKind::OfferWithdrawn { chat, offer: id, operator, reason });
        }
        while let Some(operator) = self.work.uncarried.pop() {
            self.carry_across_no_more(chat, operator);
        }
    }

    /// An offer was answered, and is out no more.
    pub(crate) fn drop_offer(&mut self, key: OfferKey) -> (Offer, Option<Reservation>) {
        let taken = self.chats[key.chat].offers.remove(key.id);
        let (offer, reservation) = taken.expect("an offer is dropped once");
        self.unring_without_offers(key.chat);
        let Self { config, chats, operators, queues, work, .. } = self;
        let Chat { demand, origin, .. } = &chats[key.chat];
        let of = &mut operators[offer.operator];
        of.release(key, offer.kind, demand.units);
        let way = reservation.and_then(|reservation| reservation.way);
        of.take_through(way, queues, -i32::from(demand.units));
        of.touch(offer.operator, offer.kind.into(), config.limits.broadcasts_per_operator, work);
        if offer.kind.reserves() && queues[*origin].institution != of.institution {
            self.carry_across_no_more(key.chat, offer.operator);
        }
        self.cancel(reservation.and_then(|reservation| reservation.lapses));
        if let Some(level) = offer.kind.level() {
            self.ring_less(key.chat, level);
        }
        (offer, reservation)
    }

    /// A chat whose last offer is over waits, and keeps no room for more.
    fn unring_without_offers(&mut self, chat: ChatKey) {
        let chat = &mut self.chats[chat];
        if chat.offers.are_out() {
            return;
        }
        if chat.phase() == Phase::Offered {
            chat.go(Step::Unring);
        }
        if chat.offers.have_much_room() {
            self.work.keep_room(chat.offers.take());
        }
    }

    fn ring_less(&mut self, chat: ChatKey, level: u8) {
        let Some(ringing) = &mut self.chats[chat].ringing else {
            return;
        };
        let at = &mut ringing.at[usize::from(level)];
        at.out -= 1;
        if at.out == 0 {
            let lapses = at.lapses.take();
            self.cancel(lapses);
        }
        self.line_up_at(chat, level);
    }

    /// The offers of a chat, in order of birth, for who changes them on the way.
    pub(crate) fn offers_of(&self, chat: ChatKey) -> Vec<OfferKey> {
        let offers = self.chats[chat].offers.iter();
        offers.map(|offer| OfferKey { chat, id: offer.id }).collect()
    }

    pub(crate) fn cancel(&mut self, timer: Option<DueKey>) {
        if let Some(timer) = timer {
            self.timers.cancel(timer);
        }
    }
}

impl Segment {
    /// An offer to an operator was withdrawn without their fault.
    fn regain(&mut self, operator: Serial) {
        if self.rank.has_merits()
            && let Some(merit) = self.merits.get_mut(&operator)
        {
            merit.regain();
        }
    }
}

impl Operator {
    /// The offer of a chat to them.
    pub(crate) fn offer_of(&self, chat: ChatKey) -> Option<OfferKey> {
        self.offers.iter().copied().find(|offer| offer.chat == chat)
    }

    /// They are invited no more.
    fn release(&mut self, offer: OfferKey, kind: OfferKind, units: u16) {
        if self.offers.last() == Some(&offer) {
            self.offers.pop();
        } else {
            let at = self.offers.iter().position(|&held| held == offer);
            self.offers.remove(at.expect("they hold what is out to them"));
        }
        let (count, weight) = self.weight(kind, units);
        *count -= weight;
    }
}
