//! What goes with a chat from the beginning: who speaks in whose name, and to whom.

use alloc::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::chat::{Chat, ChatKey};
use crate::command::View;
use crate::directory::OperatorKey;
use crate::event::EventKind;
use crate::id::{ChatId, Text};
use crate::record::Record;
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
    /// The ended chat after which the patron comes back ([`OpenChat::returns`](crate::OpenChat::returns)),
    /// where they may know who the patron is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns: Option<ChatId>,
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
        let to_all = profile.map(|profile| About { profile: Some(profile), ..About::default() });
        Self(to_all.map(|about| Arc::new(Shown { to_all: Some(about.into()), of_patron: None })))
    }

    /// Those of a chat with such a record, on a queue with these.
    pub(crate) fn of_chat(queue: &Self, record: &Record) -> Self {
        if record.context.is_none() && record.returns.is_none() {
            return queue.clone();
        }
        let (context, returns) = (record.context.clone(), record.returns.as_deref().cloned());
        let of_patron =
            Some(Arc::new(About { profile: queue.profile().cloned(), context, returns }));
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

    /// Whether it tells of the patron what the record of the chat does.
    pub(crate) fn agrees_with(&self, record: &Record) -> bool {
        let of_patron = self.0.as_ref().and_then(|shown| shown.of_patron.as_ref());
        let told = of_patron.map(|about| (about.context.as_ref(), about.returns.as_ref()));
        told.unwrap_or_default() == (record.context.as_ref(), record.returns.as_deref())
    }

    fn tells_of_patron(&self) -> bool {
        self.0.as_ref().is_some_and(|shown| shown.of_patron.is_some())
    }
}

impl Router {
    /// What an operator is shown of a chat that rings them.
    pub(crate) fn about(&self, key: ChatKey, operator: OperatorKey) -> Option<Arc<About>> {
        self.chats[key].about.shown(self.is_told_of_patron(key, operator))
    }

    /// Whether something is known of the patron, and an operator who is rung may know it.
    pub(crate) fn is_told_of_patron(&self, key: ChatKey, operator: OperatorKey) -> bool {
        self.chats[key].about.tells_of_patron() && self.view(key, operator) == View::Full
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
