//! Home staff and their patrons' chats at partners.

use alloc::vec::Vec;

use crate::authority::Concerns;
use crate::chat::ChatKey;
use crate::command::{Actor, AskBackChat};
use crate::event::EventKind;
use crate::id::InstitutionId;
use crate::recipients::Recipients;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::view::ChatView;

impl Router {
    pub(crate) fn ask_back_chat(
        &mut self,
        by: &Actor,
        action: &AskBackChat,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<AskBackChat>(by, Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        if !self.is_home_staff(operator, chat) {
            return Err(Refusal::not_permitted(by));
        }
        self.check_answered(chat)?;
        let Some(owner) = self.chats[chat].owner else { return Ok(()) };
        if self.operators[owner].institution == self.home(chat) {
            return Err(self.taken(chat, owner));
        }

        self.raise(EventKind::ChatAskedBack {
            chat: action.chat.clone(),
            operator: self.operators[operator].id.clone(),
            to: Recipients::staff([self.operators[owner].id.clone()]),
        });
        Ok(())
    }

    /// The open chats of an institution's patrons that are at partners: they wait there, are answered
    /// from there, or are being transferred there. In the order of arrival.
    ///
    /// For the host, the institution, and its operators; those see the chats of the queues to which
    /// they are assigned, but for one in which they ask themselves: who observes it in silence is not for
    /// its patron.
    ///
    /// # Errors
    /// [`Refusal::UnknownInstitution`]; [`Refusal::NotPermitted`] for everybody else.
    pub fn chats_at_partners(
        &self,
        institution: &InstitutionId,
        reader: &Actor,
    ) -> Result<Vec<ChatView>, Refusal> {
        let key = self.institution(institution)?;
        let operator = match reader {
            Actor::Host => None,
            Actor::Institution { institution: own } if own == institution => None,
            Actor::Operator { operator } => {
                let operator = self.operator(operator)?;
                if self.operators[operator].institution != key {
                    return Err(Refusal::not_permitted(reader));
                }
                Some(operator)
            }
            Actor::Institution { .. } | Actor::Patron { .. } => {
                return Err(Refusal::not_permitted(reader));
            }
        };
        let sees = |&chat: &ChatKey| {
            operator.is_none_or(|one| {
                self.is_home_staff(one, chat) && !self.chats[chat].excluded.contains(&one)
            })
        };
        let chats = self.chats_across(key).into_iter().filter(sees);
        Ok(chats.map(|chat| self.chat_view(chat)).collect())
    }
}
