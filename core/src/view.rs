//! Looking in: what the host may ask of a router at any time, for a screen or a test.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::chain::{Digest, TranscriptView};
use crate::chat::{ChatKey, OfferKey, Phase};
use crate::command::{Actor, Part, View};
use crate::event::{PauseReason, Presence};
use crate::id::{
    ChatId, InstitutionId, OfferId, OperatorId, PatronId, QueueId, SessionId, TransferId,
};
use crate::refusal::Refusal;
use crate::router::Router;
use crate::time::Timestamp;
use crate::transcript::{Entry, Reader};

/// An open chat, as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChatView {
    /// The chat.
    pub chat: ChatId,
    /// Whose chat.
    pub patron: PatronId,
    /// Where it stands in its life.
    pub phase: Phase,
    /// Where it was opened.
    pub origin: QueueId,
    /// Where it is now.
    pub queue: QueueId,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Who answers, if somebody does.
    pub owner: Option<OperatorId>,
    /// Who is to take it over, and talks about it with them first.
    pub consulted: Option<OperatorId>,
    /// Who takes part beside them, in the order of joining.
    pub company: Vec<(OperatorId, Part)>,
    /// Who is rung, in the order of ringing, with the offer that each answers.
    pub rung: Vec<(OperatorId, OfferId)>,
    /// The transfer that is pending, or has been accepted and is talked about, if there is one.
    pub transfer: Option<TransferId>,
    /// The level that it entered last of those that ring for it, counted from 0. `None` while it does
    /// not ring, or no level is active for it.
    pub level: Option<u8>,
}

/// An operator, as they are now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OperatorView {
    /// Who.
    pub operator: OperatorId,
    /// Where they work.
    pub institution: InstitutionId,
    /// How they are seen.
    pub presence: Presence,
    /// Why they pause, if they do.
    pub pause: Option<PauseReason>,
    /// Whether they log out when their last chat is over.
    pub leaves: bool,
    /// Their sessions, the oldest first.
    pub sessions: Vec<SessionId>,
    /// How many units of chats they answer at once.
    pub capacity: u16,
    /// The chats that they answer, in the order of claiming.
    pub answering: Vec<ChatId>,
    /// The chats that ring them, the oldest offer first, each with that offer.
    pub rung_for: Vec<(ChatId, OfferId)>,
}

impl Router {
    /// An open chat, as it is now; `None` if it is not open.
    ///
    /// What a host that begins again has to know of it is there: who is rung by which offers, which transfer is
    /// pending. It is for the host, and shows who the patron is whatever grants say: what an operator may see comes
    /// with the events, and by [`Router::transcript`].
    #[must_use]
    pub fn view_chat(&self, chat: &ChatId) -> Option<ChatView> {
        self.chat(chat).ok().map(|key| self.chat_view(key))
    }

    pub(crate) fn chat_view(&self, key: ChatKey) -> ChatView {
        let state = &self.chats[key];
        let name = |operator| self.operators[operator].id.clone();
        let consulted = self.consulted(key).map(|consulted| consulted.operator);
        let offers = state.offers.iter().filter(|_| consulted.is_none());
        let rung = offers.map(|offer| (name(offer.operator), offer.id));
        let company = state.company.iter().flat_map(|company| &company.present);
        ChatView {
            chat: state.id.clone(),
            patron: state.record.patron.clone(),
            phase: state.phase(),
            origin: self.queues[state.origin].id.clone(),
            queue: self.queues[state.queue].id.clone(),
            opened_at: state.record.opened_at,
            owner: state.owner.map(name),
            consulted: consulted.map(name),
            company: company.map(|present| (name(present.operator), present.part)).collect(),
            rung: rung.collect(),
            transfer: state.transfer.as_ref().map(|transfer| transfer.id),
            level: state.ringing.as_ref().and_then(|ringing| ringing.live_levels().last()),
        }
    }

    /// An operator, as they are now; `None` if nobody bears the id.
    #[must_use]
    pub fn view_operator(&self, operator: &OperatorId) -> Option<OperatorView> {
        let key = self.operator(operator).ok()?;
        let state = &self.operators[key];
        let name = |chat| self.chats[chat].id.clone();
        let rings = |offer: &&OfferKey| self.consulted(offer.chat).is_none();
        let rung = state.offers.iter().filter(rings).map(|offer| (name(offer.chat), offer.id));
        Some(OperatorView {
            operator: state.id.clone(),
            institution: self.institutions[state.institution].id.clone(),
            presence: state.seen,
            pause: state.pause.clone(),
            leaves: state.leaving,
            sessions: state.sessions.iter().map(|session| session.id.clone()).collect(),
            capacity: state.capacity,
            answering: state.answering.iter().map(|&chat| name(chat)).collect(),
            rung_for: rung.collect(),
        })
    }

    /// The open chats, in the order of their ids, for a host that begins again: [`Router::view_chat`] says what there is
    /// to know of each.
    #[must_use]
    pub fn chats(&self) -> Vec<ChatId> {
        let mut chats: Vec<ChatId> = self.chats.iter().map(|(_, chat)| chat.id.clone()).collect();
        chats.sort_unstable();
        chats
    }

    /// How many chats are open.
    #[must_use]
    pub fn open_chats(&self) -> usize {
        self.chats.len()
    }

    /// What `reader` may read of an open chat: the host everything; the patron and the operator who
    /// answers what is for them; the institution of its origin all that is for its staff.
    ///
    /// # Errors
    /// [`Refusal::UnknownChat`]; [`Refusal::NotPermitted`] for everybody else.
    pub fn transcript(&self, chat: &ChatId, reader: &Actor) -> Result<Vec<Entry>, Refusal> {
        let (chat, reader) = self.reads(chat, reader)?;
        Ok(self.chats[chat].transcript.read(reader))
    }

    /// As [`Router::transcript`], such that it can be checked: of what they may not read the number and
    /// the leaf. See [`chain`](crate::chain).
    ///
    /// # Errors
    /// Those of [`Router::transcript`].
    pub fn view_transcript(
        &self,
        chat: &ChatId,
        reader: &Actor,
    ) -> Result<TranscriptView, Refusal> {
        let (key, reader) = self.reads(chat, reader)?;
        Ok(self.chats[key].transcript.view(chat, reader))
    }

    /// Where the chain of an open chat's transcript stands now: the same for all who may read any of
    /// it. See [`chain`](crate::chain).
    ///
    /// # Errors
    /// Those of [`Router::transcript`].
    pub fn transcript_digest(&self, chat: &ChatId, reader: &Actor) -> Result<Digest, Refusal> {
        let (key, _) = self.reads(chat, reader)?;
        Ok(self.chats[key].transcript.digest(chat))
    }

    fn reads<'a>(
        &'a self,
        chat: &ChatId,
        reader: &Actor,
    ) -> Result<(ChatKey, Reader<'a>), Refusal> {
        let key = self.chat(chat)?;
        let state = &self.chats[key];
        let home = &self.institutions[self.queues[state.origin].institution].id;
        let reader = match reader {
            Actor::Host => Reader::Host,
            Actor::Patron { patron } if *patron == state.record.patron => Reader::Patron,
            Actor::Institution { institution } if institution == home => {
                Reader::Staff { institution: home, view: View::Full, since: 1 }
            }
            Actor::Operator { operator } => {
                let operator = self.operator(operator)?;
                self.reader(key, operator).ok_or_else(|| Refusal::not_permitted(reader))?
            }
            Actor::Patron { .. } | Actor::Institution { .. } => {
                return Err(Refusal::not_permitted(reader));
            }
        };
        Ok((key, reader))
    }
}
