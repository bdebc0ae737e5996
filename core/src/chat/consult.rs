//! Talking first: whoever is to take a chat over reads along, and talks with its owner alone.
//!
//! The offer that they accepted stays out until the transfer is completed or fails, and keeps their
//! place: whatever would end it ends the consultation.

use crate::chat::{ChatKey, Offer, OfferKey, OfferKind, Phase, Reservation, Step, To};
use crate::command::{Actor, CompleteTransfer, View};
use crate::directory::OperatorKey;
use crate::event::{EventKind, Withdrawal};
use crate::id::OfferId;
use crate::record::ClaimReason;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::transcript::{Audience, Author, Body};

/// Who is consulted, and how they came to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Consulted {
    pub(crate) operator: OperatorKey,
    pub(crate) offer: OfferId,
    /// Why it is they who take the chat, once they do.
    pub(crate) reason: ClaimReason,
    /// How much they may read, and from which entry on they are there.
    pub(crate) view: View,
    pub(crate) since: u32,
}

impl Router {
    /// The operator of an offer is there to talk about a chat that is being transferred.
    pub(super) fn begin_consulting(&mut self, key: OfferKey) {
        let chat = key.chat;
        let reason = self.reason_of(chat, self.the_offer(key), ClaimReason::Transferred);
        let operator = self.keep_place(key);
        self.operators[operator].missed = 0;
        let view = self.view(chat, operator);
        let state = &mut self.chats[chat];
        state.go(Step::Consult);
        let since = state.transcript.next_number();
        let transfer = state.transfer.as_mut().expect("it is being transferred");
        transfer.consulted = Some(Consulted { operator, offer: key.id, reason, view, since });
        let (id, lapses) = (transfer.id, transfer.lapses.take());
        let (reason, note) = (transfer.reason.clone(), transfer.note.clone());
        self.cancel(lapses);

        let name = self.operators[operator].id.clone();
        let body = Body::ConsultationStarted { transfer: id, operator: name.clone() };
        self.write(chat, Author::Router, Audience::Staff, body);
        self.raise(EventKind::ConsultationStarted {
            chat: self.chats[chat].id.clone(),
            transfer: id,
            operator: name,
            to: self.readers(chat, &Audience::Staff),
        });
        self.show_transcript_to(chat, operator, (view, since), (reason, note));
        self.track_crossings(chat);
    }

    /// Nobody else is rung any more, and the place that an offer reserves is kept, or one that it did
    /// not reserve.
    fn keep_place(&mut self, key: OfferKey) -> OperatorKey {
        let (chat, way) = (key.chat, self.way_of(key));
        self.stop_ringing(chat);
        let (Offer { operator, .. }, _) = self.drop_offer(key);
        let winner = self.operators[operator].id.clone();
        self.withdraw_all(chat, &Withdrawal::Claimed { winner });
        let units = self.chats[chat].demand.units;
        self.operators[operator].take_through(way, &self.queues, units.into());
        let to = &mut self.operators[operator];
        to.hold(key, OfferKind::Transfer, units);
        let turn = to.offered_turn;
        let offers = &mut self.chats[chat].offers;
        offers.keep(key.id, operator, OfferKind::Transfer);
        if way.is_some() {
            let reservation =
                Reservation { lapses: None, best: None, way, turn, turn_before: turn };
            offers.reserve(key.id, reservation);
        }
        self.restand_weighed(operator, OfferKind::Transfer);
        self.carry(chat, operator);
        operator
    }

    pub(crate) fn complete_consultation(
        &mut self,
        by: &Actor,
        action: &CompleteTransfer,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.answering::<CompleteTransfer>(by, chat)?;
        let transfer = self.chats[chat].transfer.as_ref();
        let Some(transfer) = transfer.filter(|transfer| transfer.id == action.transfer) else {
            let (chat, transfer) = (action.chat.clone(), action.transfer);
            return Err(Refusal::TransferGone { chat, transfer });
        };
        let offer = transfer.consulted.as_ref().map(|consulted| consulted.offer);
        self.check_phase(chat, Phase::Consulting)?;

        if let Some(id) = offer {
            self.complete_transfer(OfferKey { chat, id });
        }
        Ok(())
    }

    /// Who is consulted about a chat.
    pub(crate) fn consulted(&self, chat: ChatKey) -> Option<&Consulted> {
        self.chats[chat].transfer.as_ref()?.consulted.as_ref()
    }

    /// Whether a pending transfer of a chat may be accepted by an operator, as far as grants go.
    pub(crate) fn may_be_handed(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        let there = self.operators[operator].institution;
        let to = self.chats[chat].transfer.as_ref().map(|transfer| transfer.to);
        self.may_transfer(chat, To::Operator(operator))
            || to.is_some_and(|to| match to {
                To::Operator(_) => false,
                To::Queue(queue) => self.may_transfer(chat, to) && self.may_staff(queue, there),
            })
    }
}
