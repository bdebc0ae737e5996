//! A chat that an operator begins, and has from the beginning.

use alloc::boxed::Box;

use crate::authority::Concerns;
use crate::chat::open::Asked;
use crate::command::{Actor, OpenChat, StartChat};
use crate::directory::{Assignment, OperatorKey, QueueKey};
use crate::record::ClaimReason;
use crate::refusal::{Measured, Refusal};
use crate::router::Router;
use crate::skills::{Demand, Needs};

impl Router {
    pub(crate) fn start_chat(&mut self, by: &Actor, action: &StartChat) -> Result<(), Refusal> {
        self.check_text(action.context.as_ref(), Measured::Context)?;
        let queue = self.queue(&action.queue)?;
        let (units, stored) = self.channel(action.channel.as_ref())?;
        self.permit::<StartChat>(by, Concerns::default())?;
        let operator = self.acting_operator(by)?;
        let hash = self.new_chat(&action.chat)?;
        let way = self.check_start(operator, queue, units)?;
        let whose = self.room_for_chat(&action.patron)?;

        let asked = OpenChat {
            context: action.context.clone(),
            channel: action.channel.clone(),
            salt: action.salt,
            practice: action.practice,
            ..OpenChat::of(action.chat.clone(), action.queue.clone(), action.patron.clone())
        };
        let demand = Demand { units, needs: Needs::default() };
        let excluded = Box::default();
        let chat = self.open_on(&asked, hash, whose, Asked { queue, demand, excluded, stored });
        self.chats[chat].way = way;
        self.operators[operator].missed = 0;
        self.take(chat, operator, ClaimReason::Started);
        Ok(())
    }

    /// Whether an operator may begin a chat in a queue's name: assigned to it, let by a grant where it
    /// is another institution's, there, and with room. The assignment with a limit that it counts for.
    fn check_start(
        &self,
        operator: OperatorKey,
        queue: QueueKey,
        units: u16,
    ) -> Result<Option<QueueKey>, Refusal> {
        let (state, of) = (&self.operators[operator], &self.queues[queue]);
        let not_assigned =
            || Refusal::NotAssigned { operator: state.id.clone(), queue: of.id.clone() };
        let assigned = state.assignments.get(&of.serial).ok_or_else(not_assigned)?;
        if !self.may_staff(queue, state.institution) {
            return Err(self.no_grant(of.institution, state.institution));
        }
        if !self.may_ring(queue, state.institution) {
            return Err(Refusal::GrantClosed {
                home: self.institutions[of.institution].id.clone(),
                to: self.institutions[state.institution].id.clone(),
            });
        }
        if !state.stand.free_for(units) || assigned.room() < units {
            return Err(Refusal::TargetUnavailable { operator: state.id.clone() });
        }
        let Assignment { limit, .. } = assigned;
        Ok(limit.map(|_| queue))
    }
}
