//! What a chat was about, and what came of it.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;

use crate::command::{Actor, DescribeChat};
use crate::directory::institutions::no_more_than;
use crate::event::EventKind;
use crate::record::Details;
use crate::refusal::{Limited, Measured, Refusal};
use crate::router::Router;
use crate::transcript::Audience;

impl Router {
    pub(crate) fn describe_chat(
        &mut self,
        by: &Actor,
        action: &DescribeChat,
    ) -> Result<(), Refusal> {
        for label in action.tags.iter().flatten().chain(&action.resolution) {
            self.check_text(Some(label), Measured::Label)?;
        }
        let chat = self.chat(&action.chat)?;
        self.permit::<DescribeChat>(by, self.concerns_chat(chat))?;
        let tags = action.tags.as_ref().map_or(0, BTreeSet::len);
        no_more_than(tags, self.config.limits.tags, Limited::Tags)?;

        let before = self.chats[chat].record.details.as_deref();
        let mut details = before.cloned().unwrap_or_default();
        details.take_on(action);
        if before.is_some_and(|before| *before == details)
            || before.is_none() && details == Details::default()
        {
            return Ok(());
        }
        let details = Box::new(details);
        self.chats[chat].record.details = Some(details.clone());
        let to = self.readers(chat, &Audience::Staff);
        self.raise(EventKind::ChatDescribed { chat: action.chat.clone(), details, to });
        Ok(())
    }
}

impl Details {
    fn take_on(&mut self, said: &DescribeChat) {
        if let Some(tags) = &said.tags {
            self.tags.clone_from(tags);
        }
        if let Some(follow_up) = said.follow_up {
            self.follow_up = follow_up;
        }
        if let Some(resolution) = &said.resolution {
            self.resolution = (resolution.bytes() > 0).then(|| resolution.clone());
        }
    }
}
