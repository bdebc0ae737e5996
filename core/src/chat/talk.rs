//! Messages: who may write, who may read, and the first one that claims a chat.

use alloc::boxed::Box;

use crate::authority::Concerns;
use crate::chat::{ChatKey, Idler, OfferKey, Phase};
use crate::command::{Actor, Part, PostMessage};
use crate::directory::OperatorKey;
use crate::event::{EventKind, Posted, Presence};
use crate::id::OperatorId;
use crate::ids::Hash;
use crate::policy::ClaimBy;
use crate::recipients::Recipients;
use crate::record::ClaimReason;
use crate::refusal::{Limited, Refusal};
use crate::router::Router;
use crate::transcript::{Audience, Author, Body};

impl Router {
    pub(crate) fn post_message(&mut self, by: &Actor, action: &PostMessage) -> Result<(), Refusal> {
        self.check_content(&action.content)?;
        let chat = self.chat(&action.chat)?;
        self.permit::<PostMessage>(by, Concerns::chat(chat))?;
        let writer = match by {
            Actor::Operator { .. } => Some(self.acting_operator(by)?),
            Actor::Host | Actor::Institution { .. } | Actor::Patron { .. } => None,
        };
        let audience = self.audience(writer, &action.audience)?;
        let claim = match writer {
            Some(operator) => self.may_write(chat, operator, &audience)?,
            None => None,
        };
        let hash = self.chats.hash(&action.message);
        let transcript = &self.chats[chat].transcript;
        if transcript.has(hash, &action.message) {
            return Ok(());
        }
        let phase = self.chats[chat].phase();
        let to_patron = writer.is_some() && audience.has_patron();
        if phase == Phase::WrapUp && (writer.is_none() || to_patron)
            || phase == Phase::OnHold && to_patron
        {
            return Err(Refusal::WrongPhase { chat: action.chat.clone(), phase });
        }
        let most = self.config.limits.transcript_entries;
        if transcript.next_number() > most {
            return Err(Refusal::LimitReached { what: Limited::TranscriptEntries, limit: most });
        }

        if writer.is_none() {
            self.patron_is_back(chat);
        }
        if let Some(offer) = claim {
            let (offer, won) = (self.the_offer(offer), self.won(offer));
            let first = |level| ClaimReason::FirstMessage { level, won };
            self.claim(chat, offer, offer.kind.level().map_or(ClaimReason::Preferred, first));
        }
        let author = writer.map_or(Author::Patron, |operator| Author::Operator {
            operator: self.operators[operator].id.clone(),
        });
        self.post(
            chat,
            hash,
            Posted {
                author,
                message: action.message.clone(),
                audience,
                content: action.content.clone(),
            },
        );
        Ok(())
    }

    /// What a patron writes is for everyone.
    fn audience(
        &self,
        writer: Option<OperatorKey>,
        wanted: &Audience,
    ) -> Result<Audience, Refusal> {
        if writer.is_none() {
            return Ok(Audience::Everyone);
        }
        if let Audience::Institution { institution } = wanted {
            self.institution(institution)?;
        }
        Ok(wanted.clone())
    }

    /// Whether an operator may write in a chat: its owner may, and who takes part as their part says;
    /// somebody who is rung may where the first message claims, and then this is the offer that it takes.
    fn may_write(
        &self,
        chat: ChatKey,
        operator: OperatorKey,
        audience: &Audience,
    ) -> Result<Option<OfferKey>, Refusal> {
        let state = &self.chats[chat];
        if state.owner == Some(operator) {
            return Ok(None);
        }
        if self.consulted(chat).is_some_and(|consulted| consulted.operator == operator) {
            // With the staff alone, until the chat is theirs.
            return if audience.has_patron() { Err(self.barred(operator)) } else { Ok(None) };
        }
        match self.participant(chat, operator).map(|participant| participant.part) {
            Some(Part::Invited) => return Ok(None),
            Some(Part::Whisperer) if !audience.has_patron() => return Ok(None),
            Some(Part::Whisperer | Part::Observer) => return Err(self.barred(operator)),
            None => {}
        }
        if let Some(owner) = state.owner {
            return Err(self.taken(chat, owner));
        }
        let offer = self.offer_to(operator, chat).ok_or_else(|| self.barred(operator))?;
        match self.queues[state.queue].policy.claim_by {
            // A note that the patron does not see claims nothing.
            ClaimBy::FirstMessage if audience.has_patron() => Ok(Some(offer)),
            ClaimBy::FirstMessage | ClaimBy::Accept => {
                Err(Refusal::AcceptFirst { chat: state.id.clone() })
            }
        }
    }

    pub(crate) fn post(&mut self, chat: ChatKey, hash: Hash, posted: Posted) {
        let Posted { author, message, audience, content } = posted.clone();
        let to = self.readers(chat, &audience);
        let number = self.write(chat, author, audience, Body::Message { message, content });
        self.chats[chat].transcript.know(hash, number);
        let (id, answered) = (self.chats[chat].id.clone(), self.chats[chat].owner.is_some());
        if posted.audience.has_patron() && answered {
            let by_patron = posted.author == Author::Patron;
            self.await_next(chat, if by_patron { Idler::Operator } else { Idler::Patron });
        }
        self.raise(EventKind::MessagePosted { chat: id, number, posted: Box::new(posted), to });
    }

    /// Everybody in a chat.
    pub(crate) fn everybody(&self, chat: ChatKey) -> Recipients {
        self.readers(chat, &Audience::Everyone)
    }

    /// Everybody in a chat, and an operator who is about to have it.
    pub(super) fn everybody_with(&self, chat: ChatKey, operator: OperatorKey) -> Recipients {
        let others = self.staff_of(chat).filter(|&one| one != operator);
        let staff = core::iter::once(operator).chain(others);
        let staff = staff.map(|operator| self.operators[operator].id.clone());
        Recipients::staff(staff).with_patron(true)
    }

    /// Who of the people in a chat is in an audience: the only place that says so.
    pub(crate) fn readers(&self, chat: ChatKey, audience: &Audience) -> Recipients {
        self.told(self.staff_of(chat), audience)
    }

    /// Those of some operators who are there to be told, or in grace.
    pub(crate) fn those_here(
        &self,
        operators: impl IntoIterator<Item = OperatorKey>,
    ) -> impl Iterator<Item = OperatorId> {
        let operators = operators.into_iter().map(|operator| &self.operators[operator]);
        let here = operators.filter(|operator| operator.seen != Presence::Offline);
        here.map(|operator| operator.id.clone())
    }

    /// Those of some staff, and the patron, who are in an audience.
    pub(super) fn told(
        &self,
        staff: impl Iterator<Item = OperatorKey>,
        audience: &Audience,
    ) -> Recipients {
        let staff = staff.map(|operator| &self.operators[operator]);
        let reads =
            staff.filter(|one| audience.has_staff_of(&self.institutions[one.institution].id));
        Recipients::staff(reads.map(|one| one.id.clone())).with_patron(audience.has_patron())
    }
}
