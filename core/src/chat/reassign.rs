//! A chat that somebody answers is given to somebody else, as it stands.

use crate::chat::{ChatKey, Step};
use crate::directory::OperatorKey;
use crate::event::{EventKind, Presence};
use crate::recipients::Recipients;
use crate::record::{ClaimReason, TransferFailure};
use crate::router::Router;
use crate::time::Span;

impl Router {
    /// An operator has the chat that another one answered until now.
    pub(super) fn reassign(&mut self, chat: ChatKey, operator: OperatorKey) {
        self.fail_transfer(chat, TransferFailure::Reassigned);
        self.chats[chat].go(Step::HandOver);
        let Some(from) = self.disown(chat) else { return };
        let told = [from, operator].into_iter();
        let told = told.filter(|&told| self.operators[told].seen != Presence::Offline);
        self.raise(EventKind::ChatReassigned {
            chat: self.chats[chat].id.clone(),
            from: self.operators[from].id.clone(),
            operator: self.operators[operator].id.clone(),
            to: Recipients::staff(told.map(|told| self.operators[told].id.clone())),
        });
        self.own(chat, operator, ClaimReason::Assigned, Span::ZERO);
        self.show_transcript(chat, operator, None, None);
        self.review_company(chat);
    }
}
