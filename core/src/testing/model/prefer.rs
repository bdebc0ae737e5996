//! An operator for whom a chat waits alone, before it goes by the levels.

use crate::{Actor, OpenChat, Phase, Refusal, Span};

use super::state::{Key, Place};
use super::{Due, Model};

impl Model {
    /// It waits for the preferred operator alone, if they could have it.
    pub(crate) fn begin_to_prefer(&mut self, chat: Place, operator: Key, patience: Span) {
        if !self.may_prefer(chat, operator) {
            return;
        }
        self.set(patience, Due::PatienceEnds(chat));
        self.cancel(Due::LevelEnds(chat));
        let ringing = self.ringing(chat);
        ringing.dormant.clear();
        ringing.preferred = Some(operator);
    }

    fn may_prefer(&self, chat: Place, operator: Key) -> bool {
        let there = self.operators.get(&operator).is_some_and(|operator| operator.stood.there);
        let rung = self.chats[&chat].offer_to(operator).is_some();
        let others = self.chats[&chat].owner != Some(operator);
        there && others && (self.is_eligible(chat, operator) || rung)
    }

    /// Where the preferred operator cannot have it any more, it enters the first level.
    pub(crate) fn give_up_preferred(&mut self, chat: Place) -> bool {
        let ringing = self.chats[&chat].ringing.as_ref();
        let preferred = ringing.and_then(|ringing| ringing.preferred);
        let gone = preferred.is_some_and(|operator| !self.may_prefer(chat, operator));
        if gone {
            self.refused_by_preferred(chat);
        }
        gone
    }

    pub(crate) fn patience_ends(&mut self, chat: Place) {
        let ringing = self.ringing(chat);
        let operator = ringing.preferred.expect("its timer goes with it");
        let offer = self.chats[&chat].offer_to(operator).map(|offer| offer.number);
        match offer {
            Some(offer) => self.miss(chat, offer),
            None => self.refused_by_preferred(chat),
        }
    }

    pub(crate) fn refused_by_preferred(&mut self, chat: Place) {
        self.cancel(Due::PatienceEnds(chat));
        self.ringing(chat).preferred = None;
        self.enter_level(chat, 0);
    }

    pub(crate) fn may_ring_preferred(&self, chat: Place, operator: Key) -> bool {
        self.has_room_for(chat, operator)
            && self.may_be_offered(chat, operator)
            && self.is_eligible(chat, operator)
    }

    /// Who answered last the chat after which a patron comes back, if that is known.
    pub(crate) fn answered_before(
        &self,
        by: &Actor,
        action: &OpenChat,
    ) -> Result<Option<Key>, Refusal> {
        let Some(before) = &action.returns else { return Ok(None) };
        if *by != Actor::Host {
            return Err(Refusal::not_permitted(by));
        }
        if *before == action.chat {
            return Err(Refusal::DuplicateChat { chat: before.clone() });
        }
        if let Ok(open) = self.chat(before) {
            // For the patron, who has left it, a chat in wrap-up is over.
            let state = &self.chats[&open];
            let over = state.phase == Phase::WrapUp;
            return if over { Ok(state.owner) } else { Err(self.wrong_phase(open)) };
        }
        let ended = self.ended.iter().find(|(id, _)| id == before);
        let answered_by = ended.and_then(|(_, answered_by)| answered_by.as_ref());
        Ok(answered_by.and_then(|id| self.operator(id).ok()))
    }
}
