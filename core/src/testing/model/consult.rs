//! Talking first: whoever is to take a chat over reads along, and talks with its owner alone.

use crate::{
    Actor, Audience, Author, Body, ClaimReason, CompleteTransfer, EventKind, Part, Phase, Refusal,
    TransferMode, Withdrawal,
};

use super::state::{Consulted, Key, Kind, Offer, Place, To};
use super::{Due, Model};

impl Model {
    /// The operator of an offer of a transfer accepts.
    pub(crate) fn accept_transfer(&mut self, chat: Place, offer: &Offer) {
        let transfer = self.chats[&chat].transfer.as_ref().expect("it is pending");
        match transfer.mode {
            // A repeat.
            TransferMode::Consult if transfer.consulted.is_some() => {}
            TransferMode::Consult => self.begin_consulting(chat, offer),
            TransferMode::Blind | TransferMode::Join => self.complete_transfer(chat, offer),
        }
    }

    fn begin_consulting(&mut self, chat: Place, offer: &Offer) {
        let reason = Self::reason_of(offer);
        let operator = offer.operator;
        self.keep_place(chat, offer);
        self.the_operator(operator).missed = 0;
        self.cancel(Due::TransferLapses(chat));
        let view = self.view(chat, operator);
        let state = self.the_chat(chat);
        state.phase = Phase::Consulting;
        let since = u32::try_from(state.transcript.len()).expect("there are few") + 1;
        let transfer = state.transfer.as_mut().expect("it is pending");
        transfer.consulted = Some(Consulted { operator, offer: offer.number, reason });
        let (id, told) = (transfer.id, (transfer.reason.clone(), transfer.note.clone()));
        let name = self.id_of(operator);
        let body = Body::ConsultationStarted { transfer: id, operator: name.clone() };
        self.write(chat, Author::Router, Audience::Staff, body);
        let to = self.readers(chat, &Audience::Staff);
        let named = self.chats[&chat].id.clone();
        self.raise(EventKind::ConsultationStarted {
            chat: named,
            transfer: id,
            operator: name,
            to,
        });
        self.show_transcript(chat, operator, (view, since), told);
        self.judge_grants();
    }

    /// Nobody else is rung, and the place of who is consulted is kept by their offer.
    fn keep_place(&mut self, chat: Place, offer: &Offer) {
        let way = self.way_of(chat, offer);
        self.stop_ringing(chat);
        self.drop_offer(chat, offer.number);
        let winner = self.id_of(offer.operator);
        self.withdraw_all(chat, &Withdrawal::Claimed { winner });
        self.offers_made += 1;
        let birth = self.offers_made;
        let turn = self.operators[&offer.operator].offered_turn;
        let kept = Offer {
            birth,
            kind: Kind::Transfer,
            best: None,
            way,
            turns: (turn, turn),
            ..offer.clone()
        };
        self.the_chat(chat).offers.push(kept);
        self.restand(offer.operator);
        self.carry(chat, offer.operator);
    }

    pub(crate) fn complete_consultation(
        &mut self,
        by: &Actor,
        action: &CompleteTransfer,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.answering(by, chat)?;
        let transfer = self.chats[&chat].transfer.as_ref();
        if transfer.is_none_or(|transfer| transfer.id != action.transfer) {
            let (chat, transfer) = (action.chat.clone(), action.transfer);
            return Err(Refusal::TransferGone { chat, transfer });
        }
        let Some(consulted) = self.consulted(chat) else { return Err(self.wrong_phase(chat)) };

        let offer = self.chats[&chat].offer(consulted.offer).expect("it keeps their place").clone();
        self.complete_transfer(chat, &offer);
        Ok(())
    }

    /// Why it is the operator of an offer who takes a chat that is handed over.
    pub(crate) fn reason_of(offer: &Offer) -> ClaimReason {
        match offer.kind.level() {
            Some(level) => ClaimReason::Accepted { level, won: Self::won(offer) },
            None => ClaimReason::Transferred,
        }
    }

    /// Who has handed a chat over takes part in it, if grants let them still.
    pub(crate) fn stay(&mut self, chat: Place, sender: Key) {
        let there = !self.operators[&sender].sessions.is_empty();
        let room = self.must_have_room_for_company(chat).is_ok();
        if there && room && self.may_answer(chat, sender) {
            self.take_part(chat, sender, Part::Invited);
        }
    }

    /// Whether an operator may accept a pending transfer, as far as grants go.
    pub(crate) fn may_be_handed(&self, chat: Place, operator: Key) -> bool {
        let to = self.chats[&chat].transfer.as_ref().map(|transfer| transfer.to);
        let by_queue = match to {
            Some(To::Queue(queue)) => {
                self.may_transfer(chat, To::Queue(queue))
                    && self.may_staff(queue, self.institution_of(operator))
            }
            Some(To::Operator(_)) | None => false,
        };
        by_queue || self.may_transfer(chat, To::Operator(operator))
    }
}
