//! What colleagues see of each other, write to each other, and block.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::{
    Actor, Audience, Author, Availability, Block, ContactId, DirectMessage, EventKind, Limited,
    OpenChat, Party, PatronId, Phase, PostMessage, Posted, Presence, Refusal, RemoveContact, Role,
    SendDirectMessage, SetContactPresence, Unblock,
};

use super::Model;
use super::directory::at_most;
use super::people::staff;
use super::permit::Concerns;
use super::state::{Key, Place};
use super::tie::Bond;

/// Presence.
impl Model {
    fn presence_of(&self, party: Key) -> Presence {
        if let Some(operator) = self.operators.get(&party) {
            return operator.seen;
        }
        match self.queues.get(&party) {
            Some(queue) => as_seen(queue.told.unwrap_or_else(|| self.availability(party))),
            None => self.contacts[&party].presence,
        }
    }

    /// Whether somebody is there who is told of presence. A queue has no screen.
    fn is_told_presence(&self, party: Key) -> bool {
        match self.operators.get(&party) {
            Some(operator) => operator.seen != Presence::Offline,
            None => self.contacts.contains_key(&party),
        }
    }

    /// Whoever sees a party and is told of it: operators, contacts.
    fn watchers(&self, party: Key) -> (Vec<Key>, Vec<Key>) {
        let watches = |&other: &Key| self.is_told_presence(other) && self.sees(other, party);
        let watchers = self.tied_to(party).into_iter().filter(watches);
        watchers.partition(|watcher| self.operators.contains_key(watcher))
    }

    pub(crate) fn is_followed(&self, queue: Key) -> bool {
        let (operators, contacts) = self.watchers(queue);
        !(operators.is_empty() && contacts.is_empty())
    }

    /// A party sees another from now on, or does not any more. Who was not told of is offline.
    pub(crate) fn begin_to_see(&mut self, party: Key, other: Key, sees: bool) {
        if !self.is_told_presence(party) {
            return;
        }
        let before = self.presence_of(other);
        self.follow(other);
        let presence = if sees { self.presence_of(other) } else { Presence::Offline };
        if before != Presence::Offline || presence != Presence::Offline {
            self.tell_presence(party, other, presence);
        }
    }

    fn tell_presence(&mut self, party: Key, other: Key, presence: Presence) {
        let buddy = self.party(other);
        if let Some(contact) = self.contacts.get(&party) {
            let contact = contact.id.clone();
            self.raise(EventKind::ContactTold { contact, buddy, presence });
        } else {
            let to = self.screens(party);
            self.raise(EventKind::BuddyPresence { buddy, presence, to });
        }
    }

    /// An operator is seen otherwise than before: they and whoever sees them are told.
    pub(crate) fn tell_operator(&mut self, key: Key, before: Presence) {
        let presence = self.operators[&key].seen;
        let (operators, contacts) = self.watchers(key);
        let own = Some(key).filter(|_| presence != Presence::Offline);
        let told = own.into_iter().chain(operators).map(|one| self.id_of(one));
        let (operator, to) = (self.id_of(key), staff(told.collect()));
        self.raise(EventKind::PresenceChanged { operator, presence, to });
        for contact in contacts {
            self.tell_presence(contact, key, presence);
        }
        let comes = before == Presence::Offline;
        if !comes && presence != Presence::Offline {
            return;
        }
        // Who comes is told of their buddies who are there.
        for other in self.tied_to(key) {
            if !self.sees(key, other) {
                continue;
            }
            self.follow(other);
            let presence = self.presence_of(other);
            if comes && presence != Presence::Offline {
                self.tell_presence(key, other, presence);
            }
        }
    }

    /// A queue or a contact is seen otherwise than before.
    pub(crate) fn tell_watchers(&mut self, party: Key, presence: Presence) {
        let (operators, contacts) = self.watchers(party);
        if !operators.is_empty() {
            let to = staff(operators.into_iter().map(|one| self.id_of(one)).collect());
            let buddy = self.party(party);
            self.raise(EventKind::BuddyPresence { buddy, presence, to });
        }
        for contact in contacts {
            self.tell_presence(contact, party, presence);
        }
    }
}

/// How a queue is seen: by what would come to a message that opens a chat on it.
pub(crate) const fn as_seen(availability: Availability) -> Presence {
    match availability {
        Availability::Available { .. } => Presence::Available,
        Availability::Busy | Availability::Full => Presence::Dnd,
        Availability::Unstaffed | Availability::Closed { .. } => Presence::Offline,
    }
}

/// Blocks, and contacts.
impl Model {
    pub(crate) fn block(&mut self, by: &Actor, action: &Block) -> Result<(), Refusal> {
        let two = self.two(by, &action.party, &action.buddy)?;
        if self.said(&two, 0).blocks {
            return Ok(());
        }
        let blocks = |bond: &Bond| bond.blocks;
        let blocked = two[0].key().map_or(0, |party| self.count_ties(party, blocks));
        at_most(blocked, self.config.limits.blocked_per_party, Limited::Blocked)?;
        self.room_for_contact(&two)?;

        let two = self.known(two);
        self.set_block(two, true);
        Ok(())
    }

    pub(crate) fn unblock(&mut self, by: &Actor, action: &Unblock) -> Result<(), Refusal> {
        let two = self.two(by, &action.party, &action.buddy)?;
        if let [Some(party), Some(buddy)] = [two[0].key(), two[1].key()]
            && self.bond(party, buddy).blocks
        {
            self.set_block([party, buddy], false);
        }
        Ok(())
    }

    fn set_block(&mut self, two: [Key; 2], blocked: bool) {
        let to = self.screens(two[0]);
        let [party, buddy] = two.map(|key| self.party(key));
        self.raise(EventKind::BlockChanged { party, buddy, blocked, to });
        self.change_between(two, [true; 2], |model| {
            model.the_bond(two[0], two[1]).blocks = blocked;
        });
    }

    pub(crate) fn set_contact_presence(
        &mut self,
        by: &Actor,
        action: &SetContactPresence,
    ) -> Result<(), Refusal> {
        let key = self.contact(&action.contact)?;
        self.permit(by, &[Role::Host], &Concerns::default())?;

        let contact = self.contacts.get_mut(&key).expect("they are known");
        if core::mem::replace(&mut contact.presence, action.presence) != action.presence {
            self.tell_watchers(key, action.presence);
        }
        Ok(())
    }

    pub(crate) fn remove_contact(
        &mut self,
        by: &Actor,
        action: &RemoveContact,
    ) -> Result<(), Refusal> {
        let key = self.contact(&action.contact)?;
        self.permit(by, &[Role::Host], &Concerns::default())?;

        self.leave_colleagues(key);
        Ok(())
    }

    fn contact(&self, id: &ContactId) -> Result<Key, Refusal> {
        let found = self.contacts.iter().find(|(_, contact)| contact.id == *id);
        let unknown = || Refusal::UnknownContact { contact: id.clone() };
        found.map(|(&key, _)| key).ok_or_else(unknown)
    }
}

/// Messages.
impl Model {
    pub(crate) fn send_direct_message(
        &mut self,
        by: &Actor,
        action: &SendDirectMessage,
    ) -> Result<(), Refusal> {
        self.check_content(&action.content)?;
        let two = self.two_by(by, &action.party, &action.buddy, &[Role::Host, Role::Operator])?;
        if matches!(action.party, Party::Queue { .. }) {
            return Err(Refusal::not_permitted(by));
        }
        self.must_be_open(&two, &action.buddy)?;
        let strangers = Refusal::NotBuddies { buddy: action.buddy.clone() };
        let subscription = self.said(&two, 0).subscription;
        let (true, [Some(party), Some(buddy)]) =
            (subscription.sees() || subscription.is_seen(), [two[0].key(), two[1].key()])
        else {
            return Err(strangers);
        };
        let sent = (buddy, action.message.clone());
        if self.sent.get(&party).is_some_and(|known| known.contains(&sent)) {
            return Ok(());
        }
        if self.queues.contains_key(&buddy) {
            self.write_to_queue(party, buddy, action)?;
        } else {
            self.deliver([party, buddy], action);
        }
        self.remember_sent(party, buddy, sent.1);
        Ok(())
    }

    fn deliver(&mut self, two: [Key; 2], action: &SendDirectMessage) {
        let people = two.into_iter().filter(|key| self.operators.contains_key(key));
        let to = staff(self.those_here(people));
        let [party, buddy] = two.map(|key| self.party(key));
        let (message, content) = (action.message.clone(), action.content.clone());
        let sent = Box::new(DirectMessage { message, content });
        self.raise(EventKind::DirectMessageSent { party, buddy, sent, to });
    }

    /// It goes into the chat that is open between the two, or opens one.
    fn write_to_queue(
        &mut self,
        party: Key,
        queue: Key,
        action: &SendDirectMessage,
    ) -> Result<(), Refusal> {
        let open = self.bond(party, queue).chat.and_then(|chat| self.chats.get(&chat));
        if let Some(open) = open.filter(|chat| chat.phase != Phase::WrapUp) {
            let post = PostMessage {
                chat: open.id.clone(),
                message: action.message.clone(),
                audience: Audience::Everyone,
                content: action.content.clone(),
            };
            return self.post_message(&Actor::Patron { patron: open.patron.clone() }, &post);
        }
        let id = self.queues[&queue].id.clone();
        let chat = action.chat.clone().ok_or(Refusal::ChatNeeded { queue: id.clone() })?;
        let limit = self.config.limits.transcript_entries;
        if limit == 0 {
            return Err(Refusal::LimitReached { what: Limited::TranscriptEntries, limit });
        }
        let name = match self.party(party) {
            Party::Operator { operator } => operator.to_string(),
            Party::Queue { queue } => queue.to_string(),
            Party::Contact { contact } => contact.to_string(),
        };
        let patron = PatronId::try_from(name.as_str()).expect("it is an id");
        let asker = self.operators.get(&party).map(|operator| operator.id.clone());
        let open =
            OpenChat { excluded: asker.into_iter().collect(), ..OpenChat::of(chat, id, patron) };
        self.open_chat_with(&Actor::Host, &open, Some((party, action)))
    }

    /// A chat has been opened by what a colleague wrote, and nobody has been rung yet.
    pub(crate) fn opened_by_colleague(
        &mut self,
        chat: Place,
        party: Key,
        action: &SendDirectMessage,
    ) {
        let state = &self.chats[&chat];
        let (id, origin) = (state.id.clone(), state.origin);
        self.the_bond(party, origin).chat = Some(chat);
        let (queue, party) = (self.queues[&origin].id.clone(), self.party(party));
        self.raise(EventKind::ColleagueAsks { chat: id, queue, party });
        let (message, content) = (action.message.clone(), action.content.clone());
        let (author, audience) = (Author::Patron, Audience::Everyone);
        self.post(chat, Posted { author, message, audience, content });
    }
}
