//! What goes with a chat from the beginning: who speaks in whose name, and to whom.

use alloc::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::chat::{Chat, ChatKey};
use crate::command::View;
use crate::directory::OperatorKey;
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

/// What is shown of a chat, or of the chats of a queue: a single pointer, which all share who have the
/// same. None where there is nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Abouts(Option<Arc<Shown>>);

#[derive(Debug, PartialEq)]
struct Shown {
    /// To everybody.
    to_all: Option<Arc<About>>,
    /// To those who may know the patron, where that is more.
    of_patron: Option<Arc<About>>,
}

impl Abouts {
    /// Those of a queue.
    pub(crate) fn of_queue(profile: Option<Text>) -> Self {
        let to_all = profile.map(|profile| About { profile: Some(profile), context: None });
        Self(to_all.map(|about| Arc::new(Shown { to_all: Some(about.into()), of_patron: None })))
    }

    /// Those of a chat that opens on a queue with these.
    pub(crate) fn of_chat(queue: &Self, context: Option<&Text>) -> Self {
        let Some(context) = context else { return queue.clone() };
        let (profile, context) = (queue.profile().cloned(), Some(context.clone()));
        let of_patron = Some(Arc::new(About { profile, context }));
        Self(Some(Arc::new(Shown { to_all: queue.shown(false), of_patron })))
    }

    /// What is shown to somebody who may know who the patron is, or may not.
    pub(crate) fn shown(&self, knows: bool) -> Option<Arc<About>> {
        let shown = self.0.as_ref()?;
        shown.of_patron.as_ref().filter(|_| knows).or(shown.to_all.as_ref()).cloned()
    }

    /// Nothing is known of the patron any more.
    pub(crate) fn forget_patron(&mut self) {
        if self.tells_of_patron() {
            *self = Self::of_queue(self.profile().cloned());
        }
    }

    pub(crate) fn profile(&self) -> Option<&Text> {
        self.0.as_ref()?.to_all.as_ref()?.profile.as_ref()
    }

    /// What is known of the patron.
    pub(crate) fn context(&self) -> Option<&Text> {
        self.0.as_ref()?.of_patron.as_ref()?.context.as_ref()
    }

    fn tells_of_patron(&self) -> bool {
        self.context().is_some()
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
