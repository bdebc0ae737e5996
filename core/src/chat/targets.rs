//! To whom a chat may be transferred, and why not to others.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::chat::{ChatKey, Phase, To};
use crate::colleague::PartyKey;
use crate::command::{Actor, Target};
use crate::directory::{InstitutionKey, OperatorKey, QueueKey, Serial};
use crate::event::Presence;
use crate::id::{ChatId, InstitutionId};
use crate::refusal::Refusal;
use crate::router::Router;

/// An operator or a queue to whom a chat might be transferred.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Who.
    pub target: Target,
    /// Whose operator or queue it is.
    pub institution: InstitutionId,
    /// How an operator is seen, where who answers may see it: of a colleague at their own institution,
    /// of a buddy, and where a grant shows it.
    pub presence: Option<Presence>,
    /// Why a transfer to them would be refused now. `None`: it would not.
    pub refusal: Option<Refusal>,
}

impl Router {
    /// To whom a chat that somebody answers may be transferred, and why not to others: the queues of
    /// its home, of the institution of who answers and of their partners, and the operators assigned to
    /// those; first the queues, then the operators, in the order of registration.
    ///
    /// For the host, and for who answers. It looks at every one of them.
    ///
    /// # Errors
    /// [`Refusal::UnknownChat`]; [`Refusal::NotPermitted`]; [`Refusal::WrongPhase`] where the chat
    /// cannot be transferred at all: nobody answers, it is on hold, or it is being transferred.
    pub fn targets(&self, chat: &ChatId, reader: &Actor) -> Result<Vec<Choice>, Refusal> {
        let key = self.chat(chat)?;
        if *reader != Actor::Host && !self.is_owner(reader, key) {
            return Err(Refusal::not_permitted(reader));
        }
        self.check_phase(key, Phase::Active)?;
        let Some(sender) = self.chats[key].owner else { return Ok(Vec::new()) };

        let mut queues: BTreeMap<Serial, QueueKey> = BTreeMap::new();
        for institution in self.around(key, sender) {
            queues.extend(&self.institutions[institution].queues);
        }
        let mut operators: BTreeMap<Serial, OperatorKey> = BTreeMap::new();
        for &queue in queues.values() {
            operators.extend(&self.queues[queue].assigned);
        }
        let queues = queues.into_values().map(To::Queue);
        let all = queues.chain(operators.into_values().map(To::Operator));
        Ok(all.map(|to| self.choice(key, sender, to)).collect())
    }

    /// The institutions to which a chat might be transferred.
    fn around(&self, chat: ChatKey, sender: OperatorKey) -> Vec<InstitutionKey> {
        let (home, there) = (self.home(chat), self.operators[sender].institution);
        let partners = [home, there].into_iter().flat_map(|one| self.partners_of(one));
        [home, there].into_iter().chain(partners).collect()
    }

    fn choice(&self, chat: ChatKey, sender: OperatorKey, to: To) -> Choice {
        let refusal = self.check_transfer(chat, sender, to).err();
        let (target, institution, presence) = match to {
            To::Operator(operator) => {
                let presence = self.shown_presence(sender, operator);
                let operator = &self.operators[operator];
                let target = Target::Operator { operator: operator.id.clone() };
                (target, operator.institution, presence)
            }
            To::Queue(queue) => {
                let queue = &self.queues[queue];
                (Target::Queue { queue: queue.id.clone() }, queue.institution, None)
            }
        };
        let institution = self.institutions[institution].id.clone();
        Choice { target, institution, presence, refusal }
    }

    /// How an operator is seen by another, if they may see it.
    fn shown_presence(&self, by: OperatorKey, operator: OperatorKey) -> Option<Presence> {
        let own = self.operators[by].institution;
        let state = &self.operators[operator];
        let shown = state.institution == own
            || self.shows_presence(operator, own)
            || self.sees(PartyKey::Operator(by), PartyKey::Operator(operator));
        shown.then_some(state.seen)
    }
}
