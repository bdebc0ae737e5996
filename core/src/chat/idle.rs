//! Who is to write next, and what comes of it if they do not.

use serde::{Deserialize, Serialize};

use crate::chat::{Chat, ChatKey, Phase};
use crate::deadline::{Due, DueKey};
use crate::event::{EventKind, RequeueReason};
use crate::policy::{IdleRule, Policy};
use crate::recipients::Recipients;
use crate::record::Outcome;
use crate::router::Router;
use crate::time::Span;
use crate::transcript::{Audience, Author, Body};

/// Who has not written for some time.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Idler {
    /// The patron, since the staff wrote to them.
    Patron,
    /// Who answers, since they took the chat or the patron wrote.
    Operator,
}

/// Whom a chat waits for, once somebody answers it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Idle {
    /// Who is to write next.
    awaited: Option<Idler>,
    /// Whether they have been told.
    noticed: bool,
    /// When they are told, or what comes of it.
    due: Option<DueKey>,
}

impl Idle {
    pub(crate) const fn of_parts(awaited: Option<Idler>, noticed: bool) -> Self {
        Self { awaited, noticed, due: None }
    }

    pub(crate) const fn timer_mut(&mut self) -> &mut Option<DueKey> {
        &mut self.due
    }

    /// Who is to write next, and whether they have been told.
    pub(crate) const fn parts(&self) -> (Option<Idler>, bool) {
        (self.awaited, self.noticed)
    }

    /// Nobody is awaited any more. The timer that ran.
    pub(crate) const fn take(&mut self) -> Option<DueKey> {
        let due = self.due;
        *self = Self { awaited: None, noticed: false, due: None };
        due
    }

    /// The timer that runs, if one does.
    pub(crate) const fn timer(&self) -> Option<DueKey> {
        self.due
    }
}

impl Policy {
    /// Whether it minds who does not write: few do.
    fn minds_idlers(&self) -> bool {
        self.idle_patron.is_some() || self.idle_operator.is_some()
    }

    fn idle(&self, idler: Idler) -> Option<&IdleRule> {
        match idler {
            Idler::Patron => self.idle_patron.as_deref(),
            Idler::Operator => self.idle_operator.as_deref(),
        }
    }
}

impl Router {
    /// Somebody has written, or taken the chat: now the other one is to write. An operator who has
    /// not answered is awaited since the first message that they have not answered.
    #[inline]
    pub(crate) fn await_next(&mut self, chat: ChatKey, idler: Idler) {
        let Chat { queue, idle, .. } = &self.chats[chat];
        if self.queues[*queue].policy.minds_idlers() || idle.awaited.is_some() {
            self.await_mindfully(chat, idler);
        }
    }

    #[inline(never)]
    fn await_mindfully(&mut self, chat: ChatKey, idler: Idler) {
        if self.chats[chat].idle.awaited == Some(idler) && idler == Idler::Operator {
            return;
        }
        self.stop_idling(chat);
        self.chats[chat].idle.awaited = Some(idler);
        self.idle_again(chat);
    }

    /// Whoever is awaited counts as idle from now on, where the policy minds and the patron is not
    /// on hold or changes hands.
    pub(crate) fn idle_again(&mut self, key: ChatKey) {
        let chat = &self.chats[key];
        let Some(idler) = chat.idle.awaited.filter(|_| chat.phase() == Phase::Active) else {
            return;
        };
        let Some(rule) = self.queues[chat.queue].policy.idle(idler) else { return };
        let span = rule.notice.as_ref().map_or(rule.after, |notice| notice.after);
        let due = self.timers.set(self.now, span, Due::Idle(key));
        let idle = &mut self.chats[key].idle;
        (idle.noticed, idle.due) = (rule.notice.is_none(), Some(due));
    }

    /// Nobody counts as idle for now.
    pub(crate) fn stop_idling(&mut self, chat: ChatKey) {
        let due = self.chats[chat].idle.due.take();
        self.cancel(due);
    }

    /// Nobody is awaited any more.
    pub(crate) fn await_nobody(&mut self, chat: ChatKey) {
        let due = self.chats[chat].idle.take();
        self.cancel(due);
    }

    /// Somebody has not written for as long as the policy allows, or until they are to be told so.
    pub(crate) fn idle_due(&mut self, key: ChatKey) {
        let idle = &mut self.chats[key].idle;
        idle.due = None;
        let Some(idler) = idle.awaited else { return };
        if !idle.noticed {
            self.notice_idler(key, idler);
        } else if idler == Idler::Patron {
            self.end_or_wrap_up(key, Outcome::PatronIdle);
        } else {
            self.take_from_idle(key);
        }
    }

    /// Tells whoever is awaited, and gives them the rest of the time.
    fn notice_idler(&mut self, key: ChatKey, idler: Idler) {
        let chat = &mut self.chats[key];
        chat.idle.noticed = true;
        // The policy may be another one than when the time began.
        let Some(rule) = self.queues[chat.queue].policy.idle(idler) else { return };
        let text = rule.notice.as_ref().map(|notice| (notice.after, notice.text.clone()));
        let (told, text) = text.map_or((rule.after, None), |(after, text)| (after, Some(text)));
        let rest = rule.after.as_millis().saturating_sub(told.as_millis());
        chat.idle.due = Some(self.timers.set(self.now, Span::from_millis(rest), Due::Idle(key)));
        let Some(notice) = text else { return };
        let (to, audience) = match idler {
            Idler::Patron => (Recipients::default().with_patron(true), Audience::Everyone),
            Idler::Operator => {
                let owner = chat.owner.map(|owner| self.operators[owner].id.clone());
                (Recipients::staff(owner), Audience::Staff)
            }
        };
        self.write(key, Author::Router, audience, Body::Notice { text: notice.clone() });
        let chat = self.chats[key].id.clone();
        self.raise(EventKind::IdleNoticed { chat, idler, notice, to });
    }

    /// A chat whose operator does not answer the patron is offered to others.
    fn take_from_idle(&mut self, chat: ChatKey) {
        let queue = self.queue_to_wait_in(chat);
        let Some(owner) = self.take_from_owner(chat) else { return };
        let body = Body::OperatorIdle { operator: self.operators[owner].id.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        self.requeue(chat, queue, RequeueReason::OperatorIdle, Some(owner));
        self.refused_by(chat, owner);
    }
}
