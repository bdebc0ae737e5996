//! What is written to a queue: a chat opens on it, or goes on.

use alloc::vec::Vec;

use crate::chat::{ChatKey, Phase};
use crate::colleague::PartyKey;
use crate::command::{Actor, OpenChat, PostMessage, SendDirectMessage};
use crate::directory::QueueKey;
use crate::event::{EventKind, Posted};
use crate::id::{ContactId, OperatorId, PatronId};
use crate::refusal::{Limited, Refusal};
use crate::router::Router;
use crate::transcript::{Audience, Author};

/// What a colleague wrote to a queue, so that a chat opens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstMessage<'a> {
    party: PartyKey,
    queue: QueueKey,
    action: &'a SendDirectMessage,
}

impl Router {
    /// Posts in the chat that is open between the two, or opens one. Whoever writes is its patron,
    /// and is never asked to answer it.
    pub(super) fn write_to_queue(
        &mut self,
        by: &Actor,
        party: PartyKey,
        queue: QueueKey,
        action: &SendDirectMessage,
    ) -> Result<(), Refusal> {
        let patron = self.patron_of(by, party)?;
        if let Some(chat) = self.chat_between(party, queue) {
            // They may have another name there by now.
            let patron = self.chats[chat].record.patron.clone();
            let (chat, message) = (self.chats[chat].id.clone(), action.message.clone());
            let (audience, content) = (Audience::Everyone, action.content.clone());
            let post = PostMessage { chat, message, audience, content };
            return self.post_message(&Actor::Patron { patron }, &post);
        }
        let id = self.queues[queue].id.clone();
        let chat = action.chat.clone();
        let chat = chat.ok_or_else(|| Refusal::ChatNeeded { queue: id.clone() })?;
        let most = self.config.limits.transcript_entries;
        if most == 0 {
            return Err(Refusal::LimitReached { what: Limited::TranscriptEntries, limit: most });
        }
        let excluded: Vec<OperatorId> = match party {
            PartyKey::Operator(operator) => [self.operators[operator].id.clone()].into(),
            PartyKey::Queue(_) | PartyKey::Contact(_) => Vec::new(),
        };
        let open = OpenChat { excluded, ..OpenChat::of(chat, id, patron) };
        let first = FirstMessage { party, queue, action };
        self.open_chat_with(&Actor::Host, &open, Some(first))
    }

    /// The chat that a party opened by writing to a queue, if they could go on in it.
    fn chat_between(&self, party: PartyKey, queue: QueueKey) -> Option<ChatKey> {
        let chat = self.bond(party, PartyKey::Queue(queue)).chat?;
        let open = self.chats.get(chat).is_some_and(|chat| chat.phase() != Phase::WrapUp);
        open.then_some(chat)
    }

    /// A chat has just been opened by what a colleague wrote, and nobody has been rung yet.
    pub(crate) fn opened_by_colleague(&mut self, chat: ChatKey, first: FirstMessage<'_>) {
        let FirstMessage { party, queue, action } = first;
        self.rebond(party, PartyKey::Queue(queue), |bond| bond.chat = Some(chat));
        let (id, queue) = (self.chats[chat].id.clone(), self.queues[queue].id.clone());
        let party = self.party(party);
        self.raise(EventKind::ColleagueAsks { chat: id, queue, party });
        let hash = self.chats.hash(&action.message);
        let (message, content) = (action.message.clone(), action.content.clone());
        let (author, audience) = (Author::Patron, Audience::Everyone);
        self.post(chat, hash, Posted { author, message, audience, content });
    }

    /// As whom a party asks: under the same name, among the patrons.
    fn patron_of(&self, by: &Actor, party: PartyKey) -> Result<PatronId, Refusal> {
        let name = match party {
            PartyKey::Operator(operator) => OperatorId::text(&self.operators[operator].id),
            PartyKey::Contact(contact) => ContactId::text(&self.contacts[contact].id),
            PartyKey::Queue(_) => return Err(Refusal::not_permitted(by)),
        };
        Ok(PatronId::try_from(name.clone()).expect("what is an id of one kind is one of another"))
    }
}
