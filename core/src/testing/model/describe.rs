//! What is said of a chat, and what is to be forgotten of its patron.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::{
    Actor, Audience, Author, Body, DescribeChat, Details, EventKind, Limited, MaskPatron, Masked,
    Measured, Phase, Refusal, Role, View,
};

use super::Model;
use super::directory::{at_most, no_more_than};
use super::people::staff;
use super::permit::Concerns;
use super::state::{Key, Place};

impl Model {
    pub(crate) fn describe_chat(
        &mut self,
        by: &Actor,
        action: &DescribeChat,
    ) -> Result<(), Refusal> {
        for label in action.tags.iter().flatten().chain(&action.resolution) {
            self.check_text(Some(label), Measured::Label)?;
        }
        let chat = self.chat(&action.chat)?;
        let roles = [Role::Host, Role::Institution, Role::Answering, Role::Supervisor];
        self.permit(by, &roles, &self.concerns_chat(chat))?;
        if let Some(tags) = &action.tags {
            no_more_than(tags.len(), self.config.limits.tags, Limited::Tags)?;
        }

        let before = self.chats[&chat].details.clone().unwrap_or_default();
        let mut details: Box<Details> = before.clone();
        if let Some(tags) = &action.tags {
            details.tags.clone_from(tags);
        }
        details.follow_up = action.follow_up.unwrap_or(details.follow_up);
        if let Some(resolution) = &action.resolution {
            let empty = resolution.bytes() == 0;
            details.resolution = Some(resolution.clone()).filter(|_| !empty);
        }
        if details == before {
            return Ok(());
        }
        self.the_chat(chat).details = Some(details.clone());
        let to = self.readers(chat, &Audience::Staff);
        self.raise(EventKind::ChatDescribed { chat: action.chat.clone(), details, to });
        Ok(())
    }

    pub(crate) fn mask_patron(&mut self, by: &Actor, action: &MaskPatron) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Host, Role::Institution], &self.concerns_chat(chat))?;
        let renamed = self.chats[&chat].patron != action.name;
        if renamed && self.chats[&chat].phase != Phase::WrapUp {
            let chats = self.chats_of_patron(&action.name);
            let most = self.config.limits.open_chats_per_patron;
            at_most(chats, most, Limited::OpenChatsOfPatron)?;
        }

        let told = self.told_of_patron(chat);
        let state = self.the_chat(chat);
        state.patron = action.name.clone();
        let knew = state.context.take().is_some() | state.returns.take().is_some();
        let entries = self.mask_messages(chat);
        if renamed || knew || !entries.is_empty() {
            let people = self.staff_of(chat).into_iter().chain(told);
            let to = staff(people.map(|one| self.id_of(one)).collect());
            let (chat, patron) = (action.chat.clone(), action.name.clone());
            self.raise(EventKind::PatronMasked { chat, patron, entries, to });
        }
        Ok(())
    }

    /// Those who are rung, and were shown what is known of the patron.
    fn told_of_patron(&self, chat: Place) -> Vec<Key> {
        let state = &self.chats[&chat];
        if self.consulted(chat).is_some() || (state.context.is_none() && state.returns.is_none()) {
            return Vec::new();
        }
        let rung = state.offers.iter().map(|offer| offer.operator);
        rung.filter(|&operator| self.view(chat, operator) == View::Full).collect()
    }

    /// Masks what the patron wrote, and gives the numbers of the entries.
    fn mask_messages(&mut self, chat: Place) -> Vec<u32> {
        let mut masked = Vec::new();
        for entry in &mut self.the_chat(chat).transcript {
            if entry.author != Author::Patron {
                continue;
            }
            if let Body::Message { message, .. } = &entry.body {
                // Leaves are left to those who check the chain.
                let stands_for = Masked { message: message.clone(), leaf: None };
                entry.body = Body::Masked(Box::new(stands_for));
                masked.push(entry.number);
            }
        }
        masked
    }

    pub(crate) fn concerns_chat(&self, chat: Place) -> Concerns {
        Concerns { institutions: vec![self.home(chat)], ..Concerns::chat(chat) }
    }
}
