//! Whom and what commands name.

use crate::{ChatId, GroupId, InstitutionId, OperatorId, QueueId, Refusal};

use super::Model;
use super::state::{Chat, Key, Operator, Place, Queue};

impl Model {
    pub(super) fn institution(&self, id: &InstitutionId) -> Result<Key, Refusal> {
        let found = self.institutions.iter().find(|(_, institution)| institution.id == *id);
        let unknown = || Refusal::UnknownInstitution { institution: id.clone() };
        found.map(|(&key, _)| key).ok_or_else(unknown)
    }

    pub(super) fn operator(&self, id: &OperatorId) -> Result<Key, Refusal> {
        let found = self.operators.iter().find(|(_, operator)| operator.id == *id);
        let unknown = || Refusal::UnknownOperator { operator: id.clone() };
        found.map(|(&key, _)| key).ok_or_else(unknown)
    }

    pub(super) fn queue(&self, id: &QueueId) -> Result<Key, Refusal> {
        let found = self.queues.iter().find(|(_, queue)| queue.id == *id);
        let unknown = || Refusal::UnknownQueue { queue: id.clone() };
        found.map(|(&key, _)| key).ok_or_else(unknown)
    }

    pub(super) fn group(&self, id: &GroupId) -> Result<Key, Refusal> {
        let found = self.groups.iter().find(|(_, group)| group.id == *id);
        found.map(|(&key, _)| key).ok_or_else(|| Refusal::UnknownGroup { group: id.clone() })
    }

    pub(super) fn chat(&self, id: &ChatId) -> Result<Place, Refusal> {
        let found = self.chats.iter().find(|(_, chat)| chat.id == *id);
        let unknown = || Refusal::UnknownChat { chat: id.clone() };
        found.map(|(&place, _)| place).ok_or_else(unknown)
    }

    pub(super) fn the_operator(&mut self, key: Key) -> &mut Operator {
        self.operators.get_mut(&key).expect("the operator is there")
    }

    pub(super) fn the_queue(&mut self, key: Key) -> &mut Queue {
        self.queues.get_mut(&key).expect("the queue is there")
    }

    pub(super) fn the_chat(&mut self, place: Place) -> &mut Chat {
        self.chats.get_mut(&place).expect("the chat is open")
    }

    /// The institution whose patron's chat it is.
    pub(super) fn home(&self, chat: Place) -> Key {
        self.queues[&self.chats[&chat].origin].institution
    }

    pub(super) fn institution_of(&self, operator: Key) -> Key {
        self.operators[&operator].institution
    }
}
