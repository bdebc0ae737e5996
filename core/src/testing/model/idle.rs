//! Who is to write next, and what comes of it if they do not.

use alloc::vec;
use alloc::vec::Vec;

use crate::{
    Audience, Author, Body, EventKind, IdleRule, Idler, Outcome, Phase, Recipients, RequeueReason,
};

use super::people::staff;
use super::state::{Key, Place};
use super::{Due, Model};

impl Model {
    /// The last word is the other's now. An operator who has not answered is awaited since the first
    /// message that they have not answered. A policy that minds nobody counts nothing.
    pub(crate) fn await_next(&mut self, chat: Place, idler: Idler) {
        let state = &self.chats[&chat];
        let policy = &self.queues[&state.queue].policy;
        let minds = policy.idle_patron.is_some() || policy.idle_operator.is_some();
        let unanswered = state.awaited == Some(Idler::Operator) && idler == Idler::Operator;
        if unanswered || (!minds && state.awaited.is_none()) {
            return;
        }
        self.stop_counting(chat);
        self.the_chat(chat).awaited = Some(idler);
        self.begin_counting(chat);
    }

    pub(crate) fn await_nobody(&mut self, chat: Place) {
        self.stop_counting(chat);
        self.the_chat(chat).awaited = None;
    }

    /// Time on hold and during a transfer does not count.
    pub(crate) fn begin_counting(&mut self, chat: Place) {
        let state = &self.chats[&chat];
        let Some(idler) = state.awaited.filter(|_| state.phase == Phase::Active) else { return };
        let Some(rule) = self.idle_rule(state.queue, idler) else { return };
        let span = rule.notice.as_ref().map_or(rule.after, |notice| notice.after);
        let noticed = rule.notice.is_none();
        self.the_chat(chat).idler_noticed = noticed;
        self.set(span, Due::Idle(chat));
    }

    pub(crate) fn stop_counting(&mut self, chat: Place) {
        self.cancel(Due::Idle(chat));
    }

    fn idle_rule(&self, queue: Key, idler: Idler) -> Option<&IdleRule> {
        let policy = &self.queues[&queue].policy;
        match idler {
            Idler::Patron => policy.idle_patron.as_deref(),
            Idler::Operator => policy.idle_operator.as_deref(),
        }
    }

    pub(crate) fn idle_due(&mut self, chat: Place) {
        let state = &self.chats[&chat];
        let idler = state.awaited.expect("somebody is awaited");
        match idler {
            _ if !state.idler_noticed => self.notice_idler(chat, idler),
            Idler::Patron => self.end_or_wrap_up(chat, Outcome::PatronIdle),
            Idler::Operator => self.take_from_idle(chat),
        }
    }

    fn notice_idler(&mut self, chat: Place, idler: Idler) {
        self.the_chat(chat).idler_noticed = true;
        let state = &self.chats[&chat];
        // The policy may be another one by now.
        let Some(rule) = self.idle_rule(state.queue, idler).cloned() else { return };
        let told = rule.notice.as_ref().map_or(rule.after, |notice| notice.after);
        let rest = rule.after.as_millis().saturating_sub(told.as_millis());
        self.set(crate::Span::from_millis(rest), Due::Idle(chat));
        let Some(notice) = rule.notice else { return };
        let (to, audience) = match idler {
            Idler::Patron => {
                (Recipients { patron: true, operators: Vec::new().into() }, Audience::Everyone)
            }
            Idler::Operator => {
                let owner = self.chats[&chat].owner.expect("somebody answers");
                (staff(vec![self.id_of(owner)]), Audience::Staff)
            }
        };
        let body = Body::Notice { text: notice.text.clone() };
        self.write(chat, Author::Router, audience, body);
        let chat = self.chats[&chat].id.clone();
        self.raise(EventKind::IdleNoticed { chat, idler, notice: notice.text, to });
    }

    /// The chat is offered to others; to who had it only in the next round.
    fn take_from_idle(&mut self, chat: Place) {
        let queue = self.queue_to_wait_in(chat);
        let owner = self.take_from_owner(chat);
        let body = Body::OperatorIdle { operator: self.id_of(owner) };
        self.write(chat, Author::Router, Audience::Everyone, body);
        self.requeue(chat, queue, RequeueReason::OperatorIdle, Some(owner));
        self.ringing(chat).tried.insert(owner);
    }
}
