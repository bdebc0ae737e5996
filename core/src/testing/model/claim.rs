//! Somebody takes a chat: by an offer, by picking it, by being given it, or by coming back.

use alloc::vec;
use alloc::vec::Vec;

use crate::{
    AcceptOffer, Actor, Answer, AssignChat, Audience, Author, Body, ChatId, ClaimReason, Entry,
    EventKind, Handover, Idler, OperatorId, Phase, PickChat, Refusal, Role, Span, Text,
    TransferFailure, View, Withdrawal,
};
use serde_json::json;

use super::Model;
use super::people::staff;
use super::permit::Concerns;
use super::state::{Key, Kind, Offer, Place, To};

/// The reason and the note of a transfer.
type Told = (Option<Text>, Option<Text>);

/// Commands.
impl Model {
    pub(crate) fn accept_offer(&mut self, by: &Actor, action: &AcceptOffer) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Rung], &Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        if self.chats[&chat].owner == Some(operator) {
            return Ok(());
        }
        let offer = self.open_offer(chat, action.offer.number(), operator)?;

        if self.chats[&chat].transfer.is_some() {
            self.accept_transfer(chat, &offer);
        } else {
            let reason = match offer.kind.level() {
                Some(level) => ClaimReason::Accepted { level, won: Self::won(&offer) },
                None => ClaimReason::Preferred,
            };
            self.claim(chat, &offer, reason);
        }
        Ok(())
    }

    pub(crate) fn pick_chat(&mut self, by: &Actor, action: &PickChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Rung], &Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        if self.is_answered_by(chat, operator)? {
            return Ok(());
        }
        if !self.is_eligible(chat, operator) {
            return Err(self.not_eligible(chat, operator));
        }
        // The place that a targeted offer reserves is the chat's own.
        let offer = self.chats[&chat].offer_to(operator);
        let reserved = offer.is_some_and(|offer| offer.kind.reserves());
        if !reserved && !self.has_room_for(chat, operator) {
            return Err(self.unavailable(operator));
        }

        self.the_operator(operator).missed = 0;
        self.hand_to(chat, operator, ClaimReason::Picked);
        Ok(())
    }

    pub(crate) fn assign_chat(&mut self, by: &Actor, action: &AssignChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let operator = self.operator(&action.operator)?;
        let home = self.home(chat);
        let concerns = Concerns { institutions: vec![home], ..Concerns::chat(chat) };
        self.permit(by, &[Role::Host, Role::Institution, Role::Supervisor], &concerns)?;
        let state = &self.chats[&chat];
        if state.owner == Some(operator) {
            return Ok(());
        }
        let phase = state.phase;
        if phase == Phase::WrapUp {
            return Err(Refusal::WrongPhase { chat: action.chat.clone(), phase });
        }
        if self.chats[&chat].excluded.contains(&operator) {
            return Err(self.not_eligible(chat, operator));
        }
        if !self.may_answer(chat, operator) {
            return Err(self.no_grant(home, self.institution_of(operator)));
        }
        self.check_in_force(chat, To::Operator(operator))?;
        let state = &self.operators[&operator];
        if state.sessions.is_empty() || state.pause.is_some() || state.leaving {
            return Err(self.unavailable(operator));
        }

        if self.chats[&chat].owner.is_some() {
            self.reassign(chat, operator);
        } else {
            self.hand_to(chat, operator, ClaimReason::Assigned);
        }
        Ok(())
    }

    fn reassign(&mut self, chat: Place, operator: Key) {
        self.fail_transfer(chat, TransferFailure::Reassigned);
        let from = self.disown(chat).expect("somebody answers");
        let id = |key: Key| self.operators[&key].id.clone();
        self.raise(EventKind::ChatReassigned {
            chat: self.chats[&chat].id.clone(),
            from: id(from),
            operator: id(operator),
            to: staff(self.those_here([from, operator])),
        });
        self.the_chat(chat).phase = Phase::Active;
        self.own(chat, operator, ClaimReason::Assigned, Span::ZERO);
        self.show_to_owner(chat, operator, (None, None));
        self.review_company(chat);
    }

    fn is_answered_by(&self, chat: Place, operator: Key) -> Result<bool, Refusal> {
        match self.chats[&chat].owner {
            None => Ok(false),
            Some(owner) if owner == operator => Ok(true),
            Some(owner) => Err(self.taken(chat, owner)),
        }
    }

    /// Whether a level of the queue where a chat waits, entered or not, reaches an operator.
    pub(crate) fn is_eligible(&self, chat: Place, operator: Key) -> bool {
        let state = &self.chats[&chat];
        let Some(ringing) = &state.ringing else { return false };
        !state.excluded.contains(&operator)
            && self.levels(ringing.queue).any(|level| self.is_reached(chat, level, operator))
    }

    pub(crate) fn not_eligible(&self, chat: Place, operator: Key) -> Refusal {
        let operator: OperatorId = self.operators[&operator].id.clone();
        Refusal::NotEligible { operator, chat: self.chats[&chat].id.clone() }
    }

    pub(crate) fn unavailable(&self, operator: Key) -> Refusal {
        Refusal::TargetUnavailable { operator: self.operators[&operator].id.clone() }
    }
}

/// Claims.
impl Model {
    pub(crate) fn way_of(&self, chat: Place, offer: &Offer) -> Option<Key> {
        match offer.kind {
            Kind::Targeted(_) | Kind::Preferred | Kind::Transfer => offer.way,
            Kind::Broadcast(_) => self.way_to(chat, offer.operator),
        }
    }

    /// The operator of an offer takes a chat that nobody answers.
    pub(crate) fn claim(&mut self, chat: Place, offer: &Offer, reason: ClaimReason) {
        let way = self.way_of(chat, offer);
        self.stop_ringing(chat);
        self.drop_offer(chat, offer.number);
        if way.is_some() {
            self.the_chat(chat).way = way;
        }
        self.the_operator(offer.operator).missed = 0;
        self.take(chat, offer.operator, reason);
        let winner = self.operators[&offer.operator].id.clone();
        self.withdraw_all(chat, &Withdrawal::Claimed { winner });
    }

    /// Somebody who had lost a chat has it again.
    pub(crate) fn claim_returned(&mut self, chat: Place, operator: Key) {
        let way = self.way_to(chat, operator);
        self.stop_ringing(chat);
        self.the_chat(chat).way = way;
        self.take(chat, operator, ClaimReason::Returned);
        self.withdraw_all(chat, &Withdrawal::Returned);
    }

    /// An operator takes a chat that waits, whether they were rung for it or not.
    fn hand_to(&mut self, chat: Place, operator: Key, reason: ClaimReason) {
        let offer = self.chats[&chat].offer_to(operator).cloned();
        let way = match &offer {
            Some(offer) => self.way_of(chat, offer),
            None => self.way_to(chat, operator),
        };
        self.stop_ringing(chat);
        if let Some(offer) = offer {
            self.drop_offer(chat, offer.number);
        }
        self.the_chat(chat).way = way;
        self.take(chat, operator, reason);
        let winner = self.operators[&operator].id.clone();
        self.withdraw_all(chat, &Withdrawal::Claimed { winner });
    }

    pub(crate) fn take(&mut self, chat: Place, operator: Key, reason: ClaimReason) {
        let now = self.now;
        let state = self.the_chat(chat);
        state.phase = Phase::Active;
        state.lost_by = None;
        let waited = now.since(state.waiting_since);
        self.own(chat, operator, reason, waited);
        self.show_to_owner(chat, operator, (None, None));
    }

    /// Makes an operator the owner of a chat, and tells them and the patron.
    pub(crate) fn own(&mut self, chat: Place, operator: Key, reason: ClaimReason, waited: Span) {
        let view = self.view(chat, operator);
        let turn = self.next_turn();
        self.the_operator(operator).idle_turn = turn;
        let id = self.operators[&operator].id.clone();
        let institution = self.institutions[&self.institution_of(operator)].id.clone();
        let at = self.now;
        let state = self.the_chat(chat);
        // Who answers is no company any more.
        state.invited.retain(|&invited| invited != operator);
        state.present.retain(|present| present.operator != operator);
        state.owner = Some(operator);
        state.view = view;
        state.view_since = u32::try_from(state.transcript.len()).expect("there are few") + 1;
        state.answers.push(Answer { operator: id.clone(), institution, at, waited, reason });
        let body = Body::Claimed { operator: id.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        self.raise(EventKind::ChatClaimed {
            chat: self.chats[&chat].id.clone(),
            operator: id,
            reason,
            to: self.everybody(chat),
        });
        self.touched.insert(operator);
        self.carry(chat, operator);
        // Whoever takes a chat over has all the time to answer.
        self.await_nobody(chat);
        self.await_next(chat, Idler::Operator);
    }

    /// A chat has no owner any more.
    pub(crate) fn disown(&mut self, chat: Place) -> Option<Key> {
        let state = self.the_chat(chat);
        state.way = None;
        let owner = state.owner.take()?;
        let turn = self.next_turn();
        self.the_operator(owner).idle_turn = turn;
        self.touched.insert(owner);
        Some(owner)
    }

    /// Shows a new owner what they may read, before they can write.
    pub(crate) fn show_to_owner(&mut self, chat: Place, operator: Key, told: Told) {
        let state = &self.chats[&chat];
        let (view, since) = (state.view, state.view_since);
        self.show_transcript(chat, operator, (view, since), told);
    }

    /// Shows somebody who comes what they may read, and what they are told besides.
    pub(crate) fn show_transcript(
        &mut self,
        chat: Place,
        operator: Key,
        (view, since): (View, u32),
        (reason, note): Told,
    ) {
        let state = &self.chats[&chat];
        let institution = &self.institutions[&self.institution_of(operator)].id;
        let may_read = |entry: &&Entry| {
            let among = match &entry.audience {
                Audience::Everyone | Audience::Staff => true,
                Audience::Institution { institution: only } => only == institution,
            };
            among && entry.number < since && view > View::FromNow
        };
        let entries: Vec<&Entry> = state.transcript.iter().filter(may_read).collect();
        let mut handover = json!({ "entries": entries });
        let full = view == View::Full;
        let known = [
            ("patron", full.then(|| json!(state.patron))),
            ("profile", state.profile.as_ref().map(|profile| json!(profile))),
            ("context", state.context.as_ref().filter(|_| full).map(|context| json!(context))),
            ("returns", state.returns.as_ref().filter(|_| full).map(|returns| json!(returns))),
            ("reason", reason.map(|reason| json!(reason))),
            ("note", note.map(|note| json!(note))),
        ];
        for (name, value) in known {
            if let Some(value) = value {
                handover[name] = value;
            }
        }
        let handover: Handover = serde_json::from_value(handover).expect("it is its wire form");
        let id: ChatId = state.id.clone();
        let operator = self.operators[&operator].id.clone();
        self.raise(EventKind::TranscriptShown { chat: id, operator, handover });
    }

    /// Writes an entry in a chat's transcript and gives its number.
    pub(crate) fn write(
        &mut self,
        chat: Place,
        author: Author,
        audience: Audience,
        body: Body,
    ) -> u32 {
        let at = self.now;
        let transcript = &mut self.the_chat(chat).transcript;
        let number = u32::try_from(transcript.len()).expect("there are few") + 1;
        transcript.push(Entry { number, at, author, audience, body });
        number
    }
}
