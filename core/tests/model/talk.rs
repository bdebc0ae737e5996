//! Messages.

use refdesk::{
    Actor, Audience, Author, Body, ClaimBy, ClaimReason, Content, EventKind, Limited, Measured,
    Phase, PostMessage, Posted, Recipients, Refusal, Role,
};

use super::Model;
use super::permit::Concerns;
use super::state::{Key, Offer, Place};

impl Model {
    pub(crate) fn post_message(&mut self, by: &Actor, action: &PostMessage) -> Result<(), Refusal> {
        if let Content::Text(text) = &action.content {
            self.check_text(Some(text), Measured::Message)?;
        }
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Rung, Role::Patron], &Concerns::chat(chat))?;
        let writer = match by {
            Actor::Operator { .. } => Some(self.acting_operator(by)?),
            Actor::Host | Actor::Institution { .. } | Actor::Patron { .. } => None,
        };
        let audience = match (writer, &action.audience) {
            // What a patron writes is for everyone.
            (None, _) => Audience::Everyone,
            (Some(_), Audience::Institution { institution }) => {
                self.institution(institution)?;
                action.audience.clone()
            }
            (Some(_), Audience::Everyone | Audience::Staff) => action.audience.clone(),
        };
        let claim = match writer {
            Some(operator) => self.may_write(chat, operator, &audience)?,
            None => None,
        };
        let state = &self.chats[&chat];
        let same = |body: &Body| matches!(body, Body::Message { message, .. } if *message == action.message);
        if state.transcript.iter().any(|entry| same(&entry.body)) {
            return Ok(());
        }
        if state.phase == Phase::WrapUp && (writer.is_none() || audience == Audience::Everyone) {
            let phase = state.phase;
            return Err(Refusal::WrongPhase { chat: action.chat.clone(), phase });
        }
        let limit = self.config.limits.transcript_entries;
        if state.transcript.len() >= limit as usize {
            return Err(Refusal::LimitReached { what: Limited::TranscriptEntries, limit });
        }

        if let Some(offer) = claim {
            let reason = match offer.kind.level() {
                Some(level) => ClaimReason::FirstMessage { level, won: Self::won(&offer) },
                None => ClaimReason::Preferred,
            };
            self.claim(chat, &offer, reason);
        }
        let author = match writer {
            None => Author::Patron,
            Some(key) => Author::Operator { operator: self.operators[&key].id.clone() },
        };
        self.post(chat, author, audience, action);
        Ok(())
    }

    /// Whether an operator may write in a chat; if it takes an offer, which one.
    fn may_write(
        &self,
        chat: Place,
        operator: Key,
        audience: &Audience,
    ) -> Result<Option<Offer>, Refusal> {
        let state = &self.chats[&chat];
        match state.owner {
            Some(owner) if owner == operator => return Ok(None),
            Some(owner) => return Err(self.taken(chat, owner)),
            None => {}
        }
        let offer = state.offer_to(operator).ok_or(Refusal::NotPermitted)?;
        let claim_by = self.queues[&state.queue].policy.claim_by;
        if claim_by == ClaimBy::FirstMessage && *audience == Audience::Everyone {
            return Ok(Some(offer.clone()));
        }
        Err(Refusal::AcceptFirst { chat: state.id.clone() })
    }

    fn post(&mut self, chat: Place, author: Author, audience: Audience, action: &PostMessage) {
        let patron = audience == Audience::Everyone;
        let owner = self.chats[&chat].owner.filter(|&owner| match &audience {
            Audience::Everyone | Audience::Staff => true,
            Audience::Institution { institution } => {
                self.institutions[&self.institution_of(owner)].id == *institution
            }
        });
        let readers: Vec<_> =
            owner.map(|owner| self.operators[&owner].id.clone()).into_iter().collect();
        let to = Recipients { patron, operators: readers.into() };
        let (message, content) = (action.message.clone(), action.content.clone());
        let body = Body::Message { message: message.clone(), content: content.clone() };
        let number = self.write(chat, author.clone(), audience.clone(), body);
        let posted = Box::new(Posted { author, message, audience, content });
        let chat = self.chats[&chat].id.clone();
        self.raise(EventKind::MessagePosted { chat, number, posted, to });
    }
}
