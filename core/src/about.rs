//! What goes with a chat from the beginning: who speaks in whose name, and to whom.

use alloc::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::chat::{Chat, ChatKey};
use crate::command::View;
use crate::directory::{OperatorKey, Queue};
use crate::event::EventKind;
use crate::id::Text;
use crate::router::Router;

/// What an operator is shown of a chat when they are rung for it, so that they can speak for the
/// institution whose patron it is. Opaque to the router.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The profile that the origin queue had when the chat was opened
    /// ([`SetProfile`](crate::SetProfile)), if it had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Text>,
    /// What the host knows of the patron ([`OpenChat::context`](crate::OpenChat::context)), where they
    /// may know who the patron is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Text>,
}

/// What is shown of a chat: to all, and to those who may know the patron. One value where that is the
/// same; shared by all who are rung.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Abouts {
    to_all: Option<Arc<About>>,
    of_patron: Option<Arc<About>>,
}

impl Abouts {
    /// Those of a chat that opens on a queue.
    pub(crate) fn of(queue: &Queue, context: Option<&Text>) -> Self {
        let to_all = queue.about.clone();
        let of_patron = context.map(|context| {
            let profile = to_all.as_ref().and_then(|about| about.profile.clone());
            Arc::new(About { profile, context: Some(context.clone()) })
        });
        Self { to_all, of_patron }
    }

    /// What is shown to somebody who may know who the patron is, or may not.
    pub(crate) fn shown(&self, knows: bool) -> Option<Arc<About>> {
        self.of_patron.as_ref().filter(|_| knows).or(self.to_all.as_ref()).cloned()
    }

    /// Nothing is known of the patron any more.
    pub(crate) fn forget_patron(&mut self) {
        self.of_patron = None;
    }

    /// What is known of the patron.
    pub(crate) fn context(&self) -> Option<&Text> {
        self.of_patron.as_ref()?.context.as_ref()
    }

    fn tells_of_patron(&self) -> bool {
        self.of_patron.is_some()
    }
}

impl Router {
    /// What an operator is shown of a chat that rings them.
    pub(crate) fn about(&self, key: ChatKey, operator: OperatorKey) -> Option<Arc<About>> {
        let about = &self.chats[key].about;
        about.shown(about.tells_of_patron() && self.view(key, operator) == View::Full)
    }

    /// The offers raised last, one for each of these operators, tell of the patron where they may.
    pub(crate) fn tell_of_patron(&mut self, key: ChatKey, rung: &[OperatorKey]) {
        if !self.chats[key].about.tells_of_patron() {
            return;
        }
        for (back, &operator) in rung.iter().rev().enumerate() {
            let told = self.about(key, operator);
            if let Some(EventKind::ChatOffered { about, .. }) = self.outbox.raised(back) {
                *about = told;
            }
        }
    }
}

impl Chat {
    /// What is shown to all who are rung.
    pub(crate) fn about_to_all(&self) -> Option<Arc<About>> {
        self.about.shown(false)
    }
}
