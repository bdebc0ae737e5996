//! Direct messages between buddies.

use alloc::boxed::Box;

use crate::colleague::PartyKey;
use crate::command::{Actor, Party, SendDirectMessage};
use crate::event::{DirectMessage, EventKind};
use crate::recipients::{Operators, Recipients};
use crate::refusal::Refusal;
use crate::router::Router;

impl Router {
    pub(crate) fn send_direct_message(
        &mut self,
        by: &Actor,
        action: &SendDirectMessage,
    ) -> Result<(), Refusal> {
        self.check_content(&action.content)?;
        let two = self.two::<SendDirectMessage>(by, &action.party, &action.buddy)?;
        if let Party::Queue { .. } = action.party {
            return Err(Refusal::not_permitted(by));
        }
        self.check_open(&two, &action.buddy)?;
        let strangers = || Refusal::NotBuddies { buddy: action.buddy.clone() };
        let [Some(party), Some(buddy)] = [two[0].key(), two[1].key()] else {
            return Err(strangers());
        };
        if !self.bond(party, buddy).subscription.is_agreed() {
            return Err(strangers());
        }
        let hash = self.chats.hash(&action.message);
        let sent = (self.serial_of(buddy), action.message.clone());
        if self.roster(party).is_some_and(|roster| roster.sent.contains(hash, &sent)) {
            return Ok(());
        }
        match buddy {
            PartyKey::Queue(queue) => self.write_to_queue(by, party, queue, action)?,
            PartyKey::Operator(_) | PartyKey::Contact(_) => self.deliver([party, buddy], action),
        }

        let most = self.config.limits.direct_messages as usize;
        if let Some(roster) = self.roster_slot(party) {
            roster.sent.remember(hash, sent, most);
        }
        Ok(())
    }

    fn deliver(&mut self, two: [PartyKey; 2], action: &SendDirectMessage) {
        // The sender's other screens see it too.
        let clients = two.map(|key| self.clients(key).operators);
        let operators = clients.iter().flat_map(Operators::as_slice);
        let to = Recipients::staff(operators.cloned());
        let [party, buddy] = two.map(|key| self.party(key));
        let (message, content) = (action.message.clone(), action.content.clone());
        let sent = Box::new(DirectMessage { message, content });
        self.raise(EventKind::DirectMessageSent { party, buddy, sent, to });
    }
}
