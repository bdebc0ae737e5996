//! Who is in a chat, and who is told what.

use alloc::vec::Vec;

use crate::{Actor, Audience, OperatorId, Presence, Recipients, Refusal, Role};

use super::Model;
use super::permit::Concerns;
use super::state::{Consulted, Key, Participant, Place};

impl Model {
    /// Who answers a chat, then who is consulted about it, then who else takes part.
    pub(crate) fn staff_of(&self, chat: Place) -> Vec<Key> {
        let state = &self.chats[&chat];
        let consulted = self.consulted(chat).map(|consulted| consulted.operator);
        let mut staff: Vec<Key> = state.owner.into_iter().chain(consulted).collect();
        for present in &state.present {
            // Who takes part may be consulted, too.
            if Some(present.operator) != consulted {
                staff.push(present.operator);
            }
        }
        staff
    }

    pub(crate) fn consulted(&self, chat: Place) -> Option<&Consulted> {
        self.chats[&chat].transfer.as_ref()?.consulted.as_ref()
    }

    pub(crate) fn participant(&self, chat: Place, operator: Key) -> Option<&Participant> {
        self.chats[&chat].present.iter().find(|present| present.operator == operator)
    }

    pub(crate) fn id_of(&self, operator: Key) -> OperatorId {
        self.operators[&operator].id.clone()
    }

    /// Those of the staff, and the patron, who are in an audience.
    pub(crate) fn told(&self, staff: &[Key], audience: &Audience) -> Recipients {
        let reads = |operator: &&Key| match audience {
            Audience::Everyone | Audience::Staff => true,
            Audience::Institution { institution } => {
                self.institutions[&self.institution_of(**operator)].id == *institution
            }
        };
        let operators = staff.iter().filter(reads).map(|&operator| self.id_of(operator));
        Recipients { patron: *audience == Audience::Everyone, operators: operators.collect() }
    }

    pub(crate) fn readers(&self, chat: Place, audience: &Audience) -> Recipients {
        self.told(&self.staff_of(chat), audience)
    }

    pub(crate) fn everybody(&self, chat: Place) -> Recipients {
        self.readers(chat, &Audience::Everyone)
    }

    /// Those who are there to be told, or in grace.
    pub(crate) fn those_here(&self, operators: impl IntoIterator<Item = Key>) -> Vec<OperatorId> {
        let here = |operator: &Key| self.operators[operator].seen != Presence::Offline;
        operators.into_iter().filter(here).map(|operator| self.id_of(operator)).collect()
    }

    /// The operator who gives a command, if it is they who answer the chat.
    pub(crate) fn answering(&self, by: &Actor, chat: Place) -> Result<Key, Refusal> {
        let operator = self.acting_operator(by)?;
        match self.chats[&chat].owner {
            Some(owner) if owner != operator => return Err(self.taken(chat, owner)),
            Some(_) | None => self.permit(by, &[Role::Answering], &Concerns::chat(chat))?,
        };
        Ok(operator)
    }

    pub(crate) fn wrong_phase(&self, chat: Place) -> Refusal {
        let state = &self.chats[&chat];
        Refusal::WrongPhase { chat: state.id.clone(), phase: state.phase }
    }
}

pub(crate) fn staff(operators: Vec<OperatorId>) -> Recipients {
    Recipients { patron: false, operators: operators.into() }
}
