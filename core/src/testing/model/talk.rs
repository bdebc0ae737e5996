//! Messages.

use alloc::boxed::Box;

use crate::{
    Actor, Audience, Author, Body, ClaimBy, ClaimReason, Content, EventKind, Idler, Limited,
    Measured, MessageId, Part, Phase, PostMessage, Posted, Refusal, Role,
};

use super::Model;
use super::permit::Concerns;
use super::state::{Key, Offer, Place};

impl Model {
    pub(crate) fn post_message(&mut self, by: &Actor, action: &PostMessage) -> Result<(), Refusal> {
        self.check_content(&action.content)?;
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
        if state.transcript.iter().any(|entry| message_of(&entry.body) == Some(&action.message)) {
            return Ok(());
        }
        let to_patron = writer.is_some() && audience == Audience::Everyone;
        let parted = state.phase == Phase::WrapUp && (writer.is_none() || to_patron);
        if parted || (state.phase == Phase::OnHold && to_patron) {
            return Err(self.wrong_phase(chat));
        }
        let limit = self.config.limits.transcript_entries;
        if state.transcript.len() >= limit as usize {
            return Err(Refusal::LimitReached { what: Limited::TranscriptEntries, limit });
        }

        if writer.is_none() {
            self.patron_is_back(chat);
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
        let (message, content) = (action.message.clone(), action.content.clone());
        self.post(chat, Posted { author, message, audience, content });
        Ok(())
    }

    pub(crate) fn check_content(&self, content: &Content) -> Result<(), Refusal> {
        match content {
            Content::Text(text) => self.check_text(Some(text), Measured::Message),
            // None is too long here.
            Content::Reference(_) => Ok(()),
        }
    }

    /// Whether an operator may write in a chat; if it takes an offer, which one.
    fn may_write(
        &self,
        chat: Place,
        operator: Key,
        audience: &Audience,
    ) -> Result<Option<Offer>, Refusal> {
        let state = &self.chats[&chat];
        if state.owner == Some(operator) {
            return Ok(None);
        }
        let among_staff = *audience != Audience::Everyone;
        let with_staff_alone = if among_staff { Ok(None) } else { Err(self.barred(operator)) };
        if self.consulted(chat).is_some_and(|consulted| consulted.operator == operator) {
            return with_staff_alone;
        }
        match self.participant(chat, operator).map(|present| present.part) {
            Some(Part::Invited) => return Ok(None),
            Some(Part::Whisperer) => return with_staff_alone,
            Some(Part::Observer) => return Err(self.barred(operator)),
            None => {}
        }
        if let Some(owner) = state.owner {
            return Err(self.taken(chat, owner));
        }
        let offer = state.offer_to(operator).ok_or_else(|| self.barred(operator))?;
        let claim_by = self.queues[&state.queue].policy.claim_by;
        if claim_by == ClaimBy::FirstMessage && *audience == Audience::Everyone {
            return Ok(Some(offer.clone()));
        }
        Err(Refusal::AcceptFirst { chat: state.id.clone() })
    }

    pub(crate) fn post(&mut self, chat: Place, posted: Posted) {
        let to = self.readers(chat, &posted.audience);
        let Posted { author, message, audience, content } = posted.clone();
        let for_patron = audience == Audience::Everyone;
        let number = self.write(chat, author, audience, Body::Message { message, content });
        if for_patron && self.chats[&chat].owner.is_some() {
            let by_patron = posted.author == Author::Patron;
            self.await_next(chat, if by_patron { Idler::Operator } else { Idler::Patron });
        }
        let chat = self.chats[&chat].id.clone();
        self.raise(EventKind::MessagePosted { chat, number, posted: Box::new(posted), to });
    }
}

/// The id of the message that an entry is, or was.
fn message_of(body: &Body) -> Option<&MessageId> {
    match body {
        Body::Message { message, .. } => Some(message),
        Body::Masked(masked) => Some(&masked.message),
        _ => None,
    }
}
