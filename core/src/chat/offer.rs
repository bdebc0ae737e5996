//! Offers: made, declined, lapsed, withdrawn.

use alloc::vec::Vec;

use crate::authority::Concerns;
use crate::chat::{ChatKey, Links, List, Offer, OfferKey, OfferKind, Phase, Step};
use crate::command::{Actor, DeclineOffer};
use crate::directory::{OperatorKey, QueueKey};
use crate::event::{EventKind, OfferCause, Withdrawal};
use crate::id::OfferId;
use crate::policy::Ring;
use crate::record::TransferFailure;
use crate::refusal::Refusal;
use crate::router::{Due, DueKey, Router};
use crate::segment::LineId;
use crate::time::Timestamp;

/// Making offers.
impl Router {
    /// Rings an operator for a chat, by a level.
    pub(crate) fn offer(&mut self, chat: ChatKey, level: u8, operator: OperatorKey) {
        let ringing = self.chats[chat].ringing.as_ref().expect("only what rings is offered");
        let line = LineId { queue: ringing.queue, level };
        let kind = match self.level(line).ring {
            Ring::All { .. } => OfferKind::Broadcast { level },
            Ring::Best { .. } => {
                let turn = self.next_turn();
                let state = &mut self.operators[operator];
                let turn_before = core::mem::replace(&mut state.offered_turn, turn);
                OfferKind::Targeted { level, lapses: None, turn_before, turn }
            }
        };
        let offer = self.make_offer(chat, operator, kind);
        let lapses = self.arm_offer(offer, line);
        let cause = OfferCause::Level { level };
        self.announce_offer(offer, cause, lapses);
        let ringing = self.chats[chat].ringing.as_mut().expect("it rings");
        let at = &mut ringing.at[usize::from(level)];
        at.out += 1;
        let first = at.out == 1;
        let resting = ringing.round_starts.take();
        self.cancel(resting);
        // One broadcast more changes nothing about the place in line.
        if first || kind.reserves() {
            self.line_up_at(chat, line);
        }
        self.restand_weighed(operator, kind);
    }

    /// Invites the operator whom a transfer names.
    pub(crate) fn offer_transfer(&mut self, chat: ChatKey, operator: OperatorKey) {
        let transfer = self.chats[chat].transfer.as_ref().expect("it is being transferred");
        let cause = OfferCause::Transfer { transfer: transfer.id };
        let lapses = self.timers.get(transfer.lapses).map(|timer| timer.0);
        let offer = self.make_offer(chat, operator, OfferKind::Transfer);
        self.announce_offer(offer, cause, lapses);
        self.restand_weighed(operator, OfferKind::Transfer);
    }

    fn make_offer(&mut self, chat: ChatKey, operator: OperatorKey, kind: OfferKind) -> OfferKey {
        let (of, to) = (&mut self.chats[chat], &mut self.operators[operator]);
        of.offers_made = of.offers_made.wrapping_add(1);
        let id = OfferId::new(of.offers_made);
        let of_chat = Links { before: of.offers.tail, after: None };
        let of_operator = Links { before: to.offers.tail, after: None };
        let key = self.offers.insert(Offer { id, chat, operator, kind, of_chat, of_operator });
        of.offers.append(key);
        if let Some(before) = of_chat.before {
            self.offers[before].of_chat.after = Some(key);
        }
        to.offers.append(key);
        if let Some(before) = of_operator.before {
            self.offers[before].of_operator.after = Some(key);
        }
        *to.weight(kind) += 1;
        if of.phase() == Phase::Waiting {
            of.go(Step::Offer);
        }
        key
    }

    /// Sets the deadline of an offer: its own, or that of its ring, which all of the ring share.
    fn arm_offer(&mut self, key: OfferKey, line: LineId) -> Option<Timestamp> {
        let chat = self.offers[key].chat;
        let timer = match self.level(line).ring {
            Ring::All { lapse_after } => self.ring_timer(chat, line.level, lapse_after?),
            Ring::Best { lapse_after, .. } => {
                let timer = self.timers.set(self.now, lapse_after?, Due::OfferLapses(key));
                if let OfferKind::Targeted { lapses, .. } = &mut self.offers[key].kind {
                    *lapses = Some(timer);
                }
                timer
            }
        };
        self.timers.get(timer).map(|timer| timer.0)
    }

    fn ring_timer(&mut self, chat: ChatKey, level: u8, span: crate::time::Span) -> DueKey {
        let ringing = self.chats[chat].ringing.as_mut().expect("it rings");
        let lapses = &mut ringing.at[usize::from(level)].lapses;
        let set = || self.timers.set(self.now, span, Due::RingLapses(chat, level));
        *lapses.get_or_insert_with(set)
    }

    fn announce_offer(&mut self, offer: OfferKey, cause: OfferCause, lapses_at: Option<Timestamp>) {
        let offer = &self.offers[offer];
        let chat = &self.chats[offer.chat];
        self.raise(EventKind::ChatOffered {
            chat: chat.id.clone(),
            offer: offer.id,
            operator: self.operators[offer.operator].id.clone(),
            origin: self.queues[chat.origin].id.clone(),
            cause,
            lapses_at,
        });
    }
}

/// Ending offers.
impl Router {
    pub(crate) fn decline_offer(
        &mut self,
        by: &Actor,
        action: &DeclineOffer,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<DeclineOffer>(by, Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        let offer = self.open_offer(chat, action.offer, operator)?;
        self.raise(EventKind::OfferDeclined {
            chat: action.chat.clone(),
            offer: action.offer,
            operator: self.operators[operator].id.clone(),
        });
        if self.offers[offer].kind == OfferKind::Transfer {
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
    ) -> Result<OfferKey, Refusal> {
        if let Some(offer) = self.offer_to(operator, chat)
            && self.offers[offer].id == id
        {
            return Ok(offer);
        }
        let state = &self.chats[chat];
        Err(match state.owner {
            Some(owner) => Refusal::ChatTaken {
                chat: state.id.clone(),
                winner: self.operators[owner].id.clone(),
            },
            None => Refusal::OfferGone { chat: state.id.clone(), offer: id },
        })
    }

    /// The offer of a chat to an operator. They hold a bounded number of them.
    pub(crate) fn offer_to(&self, operator: OperatorKey, chat: ChatKey) -> Option<OfferKey> {
        let mut next = self.operators[operator].offers.head;
        while let Some(key) = next {
            let offer = &self.offers[key];
            if offer.chat == chat {
                return Some(key);
            }
            next = offer.of_operator.after;
        }
        None
    }

    pub(crate) fn offer_lapses(&mut self, offer: OfferKey) {
        self.miss(offer);
    }

    /// The deadline of a ring: whoever has not answered has missed it.
    pub(crate) fn ring_lapses(&mut self, chat: ChatKey, level: u8) {
        for offer in self.offers_of(chat) {
            if self.offers[offer].kind.level() == Some(level) {
                self.miss(offer);
            }
        }
    }

    fn miss(&mut self, key: OfferKey) {
        let offer = &self.offers[key];
        self.raise(EventKind::OfferLapsed {
            chat: self.chats[offer.chat].id.clone(),
            offer: offer.id,
            operator: self.operators[offer.operator].id.clone(),
        });
        self.refuse(key);
    }

    /// The operator declined or missed it: not again in this round.
    fn refuse(&mut self, key: OfferKey) {
        let Offer { chat, operator, .. } = self.offers[key];
        if let Some(ringing) = &mut self.chats[chat].ringing
            && let Err(at) = ringing.tried.binary_search(&operator)
        {
            ringing.tried.insert(at, operator);
        }
        self.drop_offer(key);
        self.line_up(chat);
        self.work.chats.push(chat);
    }

    /// Takes an offer back, and tells its operator why. They were not at fault: their turn is what
    /// it was, and the chat looks for somebody else.
    pub(crate) fn withdraw(&mut self, key: OfferKey, reason: Withdrawal) {
        let Offer { id, chat, operator, kind, .. } = self.drop_offer(key);
        let to = &mut self.operators[operator];
        if let OfferKind::Targeted { turn_before, turn, .. } = kind
            && to.offered_turn == turn
        {
            to.offered_turn = turn_before;
        }
        let of = &self.chats[chat];
        if of.ringing.is_some() {
            self.work.chats.push(chat);
            // Another level that rings all may reach them too, and has rung already.
            self.work.operators.push(operator);
        }
        let (chat, operator) = (of.id.clone(), to.id.clone());
        self.raise(EventKind::OfferWithdrawn { chat, offer: id, operator, reason });
    }

    /// Takes back all offers of a chat.
    pub(crate) fn withdraw_all(&mut self, chat: ChatKey, reason: &Withdrawal) {
        while let Some(offer) = self.chats[chat].offers.head {
            self.withdraw(offer, reason.clone());
        }
    }

    /// An offer is no more: the one place where it leaves the lists, its timer, the counts.
    pub(crate) fn drop_offer(&mut self, key: OfferKey) -> Offer {
        let offer = self.offers.remove(key).expect("an offer is dropped once");
        self.unlink(&offer);
        let (of, to) = (&mut self.chats[offer.chat], &mut self.operators[offer.operator]);
        *to.weight(offer.kind) -= 1;
        if of.offers.head.is_none() && of.phase() == Phase::Offered {
            of.go(Step::Unring);
        }
        let rings = of.ringing.is_some();
        self.touch(offer.operator, offer.kind);
        if let OfferKind::Targeted { lapses, .. } = offer.kind {
            self.cancel(lapses);
        }
        if let Some(level) = offer.kind.level().filter(|_| rings) {
            self.ring_less(offer.chat, level);
        }
        offer
    }

    fn ring_less(&mut self, chat: ChatKey, level: u8) {
        let Some(ringing) = &mut self.chats[chat].ringing else {
            return;
        };
        let queue = ringing.queue;
        let at = &mut ringing.at[usize::from(level)];
        at.out -= 1;
        if at.out == 0 {
            let lapses = at.lapses.take();
            self.cancel(lapses);
        }
        self.line_up_at(chat, LineId { queue, level });
    }

    pub(crate) fn offers_of(&self, chat: ChatKey) -> Vec<OfferKey> {
        let mut offers = Vec::new();
        let mut next = self.chats[chat].offers.head;
        while let Some(key) = next {
            offers.push(key);
            next = self.offers[key].of_chat.after;
        }
        offers
    }

    pub(crate) fn offers_to(&self, operator: OperatorKey) -> Vec<OfferKey> {
        let mut offers = Vec::new();
        let mut next = self.operators[operator].offers.head;
        while let Some(key) = next {
            offers.push(key);
            next = self.offers[key].of_operator.after;
        }
        offers
    }

    pub(crate) fn cancel(&mut self, timer: Option<DueKey>) {
        if let Some(timer) = timer {
            self.timers.cancel(timer);
        }
    }
}

/// Offers whose operator is reached no more.
impl Router {
    /// After an operator left a pool.
    pub(crate) fn withdraw_unreached_of(&mut self, operator: OperatorKey) {
        for offer in self.offers_to(operator) {
            if !self.is_reached(offer) {
                self.withdraw(offer, Withdrawal::Unassigned);
            }
        }
    }

    /// After a grant ended, and a queue's levels reach less than before.
    pub(crate) fn withdraw_unreached_in(&mut self, queue: QueueKey) {
        for chat in self.ringing_in(queue) {
            for offer in self.offers_of(chat) {
                if !self.is_reached(offer) {
                    self.withdraw(offer, Withdrawal::GrantEnded);
                }
            }
        }
    }

    /// Whether the level of an offer still reaches its operator.
    pub(crate) fn is_reached(&self, offer: OfferKey) -> bool {
        let offer = &self.offers[offer];
        let Some(level) = offer.kind.level() else {
            return true;
        };
        let Some(ringing) = &self.chats[offer.chat].ringing else {
            return false;
        };
        let reached = &self.level(LineId { queue: ringing.queue, level }).reached;
        reached.iter().any(|reached| self.stands(offer.operator, reached.segment))
    }
}

/// The two lists that an offer is part of.
impl Router {
    fn unlink(&mut self, offer: &Offer) {
        let Offer { chat, operator, of_chat, of_operator, .. } = *offer;
        match of_chat.before {
            Some(before) => self.offers[before].of_chat.after = of_chat.after,
            None => self.chats[chat].offers.head = of_chat.after,
        }
        match of_chat.after {
            Some(after) => self.offers[after].of_chat.before = of_chat.before,
            None => self.chats[chat].offers.tail = of_chat.before,
        }
        match of_operator.before {
            Some(before) => self.offers[before].of_operator.after = of_operator.after,
            None => self.operators[operator].offers.head = of_operator.after,
        }
        match of_operator.after {
            Some(after) => self.offers[after].of_operator.before = of_operator.before,
            None => self.operators[operator].offers.tail = of_operator.before,
        }
    }
}

impl List {
    /// Whoever was last is told by the caller.
    fn append(&mut self, key: OfferKey) {
        self.tail = Some(key);
        self.head = self.head.or(self.tail);
    }
}
