//! An operator opens a chat to a patron, or asks for one back.

use alloc::vec;

use crate::{
    Actor, AskBackChat, ClaimReason, EventKind, Measured, OpenChat, Refusal, Role, StartChat,
};

use super::Model;
use super::people::staff;
use super::permit::Concerns;
use super::policy::merged;
use super::state::{Chat, Demand, Key, Place};

impl Model {
    pub(crate) fn start_chat(&mut self, by: &Actor, action: &StartChat) -> Result<(), Refusal> {
        self.check_text(action.context.as_ref(), Measured::Context)?;
        let queue = self.queue(&action.queue)?;
        let (units, stored) = self.channel(action.channel.as_ref())?;
        self.permit(by, &[Role::Rung], &Concerns::default())?;
        let operator = self.acting_operator(by)?;
        self.must_be_new(&action.chat)?;
        self.check_start(operator, queue, units)?;
        self.room_for_chat(&action.patron)?;

        let asked = OpenChat {
            context: action.context.clone(),
            channel: action.channel.clone(),
            practice: action.practice,
            ..OpenChat::of(action.chat.clone(), action.queue.clone(), action.patron.clone())
        };
        let place = self.place(0);
        let chat = self.new_chat(&asked, queue);
        let demand = Demand { units, needs: merged([]) };
        let limit = self.operators[&operator].assignments[&queue].limit;
        let way = limit.map(|_| queue);
        self.chats.insert(place, Chat { stored, demand, way, ..chat });
        self.raise(EventKind::ChatOpened {
            chat: action.chat.clone(),
            queue: action.queue.clone(),
            patron: action.patron.clone(),
        });
        self.the_operator(operator).missed = 0;
        self.take(place, operator, ClaimReason::Started);
        Ok(())
    }

    /// Assigned to the queue, let by a grant where it is another institution's, there, and with room.
    fn check_start(&self, operator: Key, queue: Key, units: u16) -> Result<(), Refusal> {
        self.must_be_assigned(operator, queue)?;
        let (home, own) = (self.queues[&queue].institution, self.institution_of(operator));
        if !self.may_staff(queue, own) {
            return Err(self.no_grant(home, own));
        }
        if !self.may_ring(queue, own) {
            return Err(Refusal::GrantClosed {
                home: self.institutions[&home].id.clone(),
                to: self.institutions[&own].id.clone(),
            });
        }
        let room = self.operators[&operator].stood.room.min(self.room_through(operator, queue));
        if room < units { Err(self.unavailable(operator)) } else { Ok(()) }
    }

    pub(crate) fn ask_back_chat(
        &mut self,
        by: &Actor,
        action: &AskBackChat,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Rung], &Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        if !self.is_home_staff(operator, chat) {
            return Err(Refusal::not_permitted(by));
        }
        self.must_be_answered(chat)?;
        let owner = self.chats[&chat].owner.expect("somebody answers");
        if self.institution_of(owner) == self.home(chat) {
            return Err(self.taken(chat, owner));
        }

        let to = staff(vec![self.id_of(owner)]);
        let operator = self.id_of(operator);
        self.raise(EventKind::ChatAskedBack { chat: action.chat.clone(), operator, to });
        Ok(())
    }

    /// Whether an operator of the home institution is assigned to a chat's origin.
    pub(crate) fn is_home_staff(&self, operator: Key, chat: Place) -> bool {
        let origin = self.chats[&chat].origin;
        self.institution_of(operator) == self.home(chat)
            && self.operators[&operator].assignments.contains_key(&origin)
    }

    /// Somebody talks with the patron.
    pub(crate) fn must_be_answered(&self, chat: Place) -> Result<(), Refusal> {
        use crate::Phase::{Active, Consulting, OnHold, Transferring};
        match self.chats[&chat].phase {
            Active | OnHold | Transferring | Consulting => Ok(()),
            _ => Err(self.wrong_phase(chat)),
        }
    }
}
