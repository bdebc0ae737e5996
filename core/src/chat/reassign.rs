//! A chat that somebody answers is given to somebody else, as it stands.

use crate::chat::{ChatKey, Step};
use crate::directory::OperatorKey;
use crate::event::EventKind;
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
        self.raise(EventKind::ChatReassigned {
            chat: self.chats[chat].id.clone(),
            from: self.operators[from].id.clone(),
            operator: self.operators[operator].id.clone(),
            to: Recipients::staff(self.those_here([from, operator])),
        });
        self.own(chat, operator, ClaimReason::Assigned, Span::ZERO);
        self.show_transcript(chat, operator, None, None);
        self.review_company(chat);
    }
}
