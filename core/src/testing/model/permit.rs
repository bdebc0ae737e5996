//! Who may do what.

use alloc::vec;
use alloc::vec::Vec;

use crate::{Actor, Asker, Refusal, Role};

use super::Model;
use super::state::{Key, Place};

/// What an action concerns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Concerns {
    pub(crate) institutions: Vec<Key>,
    pub(crate) operator: Option<Key>,
    pub(crate) chat: Option<Place>,
    pub(crate) queue: Option<Key>,
}

impl Concerns {
    pub(crate) fn institution(institution: Key) -> Self {
        Self { institutions: vec![institution], ..Self::default() }
    }

    pub(crate) fn chat(chat: Place) -> Self {
        Self { chat: Some(chat), ..Self::default() }
    }

    pub(crate) fn operator(self, operator: Key) -> Self {
        Self { operator: Some(operator), ..self }
    }

    pub(crate) fn also(mut self, institution: Key) -> Self {
        self.institutions.push(institution);
        self
    }

    pub(crate) fn queue(self, queue: Key) -> Self {
        Self { queue: Some(queue), ..self }
    }
}

impl Model {
    /// The first of the roles that the actor plays.
    pub(crate) fn permit(
        &self,
        by: &Actor,
        roles: &[Role],
        on: &Concerns,
    ) -> Result<Role, Refusal> {
        let mut roles = roles.iter().copied();
        roles.find(|&role| self.plays(by, role, on)).ok_or_else(|| Refusal::not_permitted(by))
    }

    fn plays(&self, by: &Actor, role: Role, on: &Concerns) -> bool {
        match by {
            Actor::Host => role == Role::Host,
            Actor::Institution { institution } => {
                let own = self.institution(institution);
                role == Role::Institution && own.is_ok_and(|own| on.institutions.contains(&own))
            }
            Actor::Patron { patron } => {
                let theirs = on.chat.is_none_or(|chat| self.chats[&chat].patron == *patron);
                role == Role::Patron && theirs
            }
            Actor::Operator { operator } => {
                let own = self.operator(operator).ok();
                match role {
                    Role::Rung => true,
                    Role::Operator => own.is_some() && on.operator == own,
                    Role::Answering => {
                        on.chat.is_some_and(|chat| own.is_some() && self.chats[&chat].owner == own)
                    }
                    Role::Supervisor => own.is_some_and(|own| self.supervises(own, on)),
                    Role::Host | Role::Institution | Role::Patron => false,
                }
            }
        }
    }

    fn supervises(&self, supervisor: Key, on: &Concerns) -> bool {
        let supervisor = &self.operators[&supervisor];
        let over = |queue: Key| supervisor.over_queues.contains(&queue);
        let chat = on.chat.is_some_and(|chat| over(self.chats[&chat].queue));
        let operator = on.operator.is_some_and(|key| {
            let by_queue = self.operators[&key].assignments.keys().any(|&queue| over(queue));
            let mut groups = self.groups.iter();
            by_queue
                || groups.any(|(group, of)| {
                    of.members.contains_key(&key) && supervisor.over_groups.contains(group)
                })
        });
        chat || operator || on.queue.is_some_and(over)
    }

    pub(crate) fn barred(&self, operator: Key) -> Refusal {
        Refusal::NotPermitted { by: Asker::Operator { operator: self.id_of(operator) } }
    }

    pub(crate) fn acting_operator(&self, by: &Actor) -> Result<Key, Refusal> {
        match by {
            Actor::Operator { operator } => {
                self.operator(operator).map_err(|_| Refusal::not_permitted(by))
            }
            Actor::Host | Actor::Institution { .. } | Actor::Patron { .. } => {
                Err(Refusal::not_permitted(by))
            }
        }
    }
}
