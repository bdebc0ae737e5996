//! A chat opens, ends, or waits again.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use crate::{
    Actor, Audience, Author, Body, ChannelId, ChatId, CloseChat, EventKind, FinishWrapUp,
    LeaveChat, Limited, MAX_PRIORITIES, MAX_SKILL, Measured, OpenChat, Outcome, PatronId, Phase,
    Priority, Recipients, Record, Refusal, RequeueReason, Role, SendDirectMessage, Span, Text,
    TransferFailure, View, Withdrawal,
};

use super::directory::{at_most, no_more_than};
use super::people::staff;
use super::permit::Concerns;
use super::policy::merged;
use super::state::{Chat, Demand, Key, Place};
use super::{Due, Model};

/// Opening.
impl Model {
    pub(crate) fn open_chat(&mut self, by: &Actor, action: &OpenChat) -> Result<(), Refusal> {
        self.open_chat_with(by, action, None)
    }

    /// By what a colleague wrote to the queue, if it was that.
    pub(crate) fn open_chat_with(
        &mut self,
        by: &Actor,
        action: &OpenChat,
        first: Option<(Key, &SendDirectMessage)>,
    ) -> Result<(), Refusal> {
        self.check_text(action.context.as_ref(), Measured::Context)?;
        no_more_than(action.needs.len(), self.config.limits.needs, Limited::Needs)?;
        let wrong = action.needs.iter().find(|need| !(1..=MAX_SKILL).contains(&need.at_least));
        if let Some(need) = wrong {
            return Err(Refusal::NoSuchSkillLevel { skill: need.skill.clone() });
        }
        let queue = self.queue(&action.queue)?;
        let (units, stored) = self.channel(action.channel.as_ref())?;
        let preferred = action.preferred.as_ref().map(|id| self.operator(id)).transpose()?;
        no_more_than(action.excluded.len(), self.config.limits.excluded, Limited::Excluded)?;
        let excluded = action.excluded.iter().map(|id| self.operator(id));
        let excluded = excluded.collect::<Result<BTreeSet<Key>, Refusal>>()?;
        self.permit(by, &[Role::Host, Role::Patron], &Concerns::default())?;
        if matches!(by, Actor::Patron { patron } if *patron != action.patron) {
            return Err(Refusal::not_permitted(by));
        }
        let before = self.answered_before(by, action)?;
        let classes = self.config.priorities.len().min(MAX_PRIORITIES);
        if usize::from(action.priority) > classes {
            return Err(Refusal::UnknownPriority { priority: action.priority });
        }
        self.must_be_new(&action.chat)?;
        if !stored && !self.takes_new_chats(queue) {
            return Err(self.queue_closed(queue));
        }
        self.room_for_chat(&action.patron)?;
        let waiting = self.ringing_in(queue).len();
        at_most(waiting, self.config.limits.waiting_per_queue, Limited::Waiting)?;

        let place = self.place(action.priority);
        let demand = Demand { units, needs: merged(&action.needs) };
        let chat = self.new_chat(action, queue);
        self.chats.insert(place, Chat { stored, demand, excluded, ..chat });
        self.raise(EventKind::ChatOpened {
            chat: action.chat.clone(),
            queue: action.queue.clone(),
            patron: action.patron.clone(),
        });
        if let Some((party, message)) = first {
            self.opened_by_colleague(place, party, message);
        }
        let full = self.queues[&queue].policy.full.clone().filter(|_| !stored);
        if let Some(full) = full.filter(|full| waiting >= full.chats as usize)
            && self.comes_to(place, &full.then)
        {
            return Ok(());
        }
        self.begin_ringing(place, queue, self.new_entry(queue));
        let policy = &self.queues[&queue].policy;
        let returned = before.zip(policy.returns_for);
        let prefers = preferred.map(|operator| (operator, policy.preferred_for)).or(returned);
        if let Some((operator, patience)) = prefers.filter(|_| self.takes_new_chats(queue)) {
            self.begin_to_prefer(place, operator, patience);
        }
        Ok(())
    }

    /// How many units a chat of a channel takes, and whether it waits until it is answered.
    pub(crate) fn channel(&self, channel: Option<&ChannelId>) -> Result<(u16, bool), Refusal> {
        let Some(id) = channel else { return Ok((1, false)) };
        let unknown = || Refusal::UnknownChannel { channel: id.clone() };
        let channel = self.config.channels.get(id).ok_or_else(unknown)?;
        Ok((channel.units.max(1), channel.store_and_forward))
    }

    pub(crate) fn must_be_new(&self, chat: &ChatId) -> Result<(), Refusal> {
        if self.chat(chat).is_ok() || self.ended.iter().any(|(id, _)| id == chat) {
            return Err(Refusal::DuplicateChat { chat: chat.clone() });
        }
        Ok(())
    }

    pub(crate) fn room_for_chat(&self, patron: &PatronId) -> Result<(), Refusal> {
        let limits = &self.config.limits;
        at_most(self.chats.len(), limits.open_chats, Limited::OpenChats)?;
        let theirs = self.chats_of_patron(patron);
        at_most(theirs, limits.open_chats_per_patron, Limited::OpenChatsOfPatron)
    }

    /// How many open chats a patron has: in a wrap-up they have left.
    pub(crate) fn chats_of_patron(&self, patron: &PatronId) -> usize {
        let mut chats = self.chats.values();
        let theirs = chats.by_ref().filter(|of| of.patron == *patron && of.phase != Phase::WrapUp);
        theirs.count()
    }

    pub(crate) fn place(&mut self, priority: u8) -> Place {
        self.arrivals += 1;
        let came = self.now.as_millis().abs_diff(crate::Timestamp::MIN.as_millis());
        let priorities = &self.config.priorities[..usize::from(priority)];
        let strict = priorities.iter().filter(|class| **class == Priority::Strict).count();
        let (above, head_start) = match priorities.last() {
            None => (0, 0),
            Some(Priority::Strict) => (strict, 0),
            Some(Priority::HeadStart { span }) => (0, span.as_millis()),
        };
        let below = u8::MAX - u8::try_from(above).expect("there are few classes");
        (below, came.saturating_sub(head_start), self.arrivals)
    }

    pub(crate) fn new_chat(&self, action: &OpenChat, queue: Key) -> Chat {
        Chat {
            id: action.chat.clone(),
            patron: action.patron.clone(),
            context: action.context.clone(),
            returns: action.returns.clone(),
            profile: self.queues[&queue].profile.clone(),
            channel: action.channel.clone(),
            stored: false,
            demand: Demand { units: 1, needs: merged([]) },
            excluded: BTreeSet::new(),
            opened_at: self.now,
            origin: queue,
            queue,
            phase: Phase::Waiting,
            owner: None,
            way: None,
            lost_by: None,
            waiting_since: self.now,
            ringing: None,
            transfer: None,
            offers: Vec::new(),
            offers_made: 0,
            transcript: Vec::new(),
            view: View::Full,
            view_since: 1,
            answers: Vec::new(),
            hops: Vec::new(),
            hops_before: 0,
            overflows: Vec::new(),
            transfers: Vec::new(),
            concluded: None,
            wrapped_up_at: None,
            details: None,
            practice: action.practice,
            awaited: None,
            idler_noticed: false,
            invited: Vec::new(),
            present: Vec::new(),
        }
    }
}

/// Ending.
impl Model {
    pub(crate) fn leave_chat(&mut self, by: &Actor, action: &LeaveChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Host, Role::Patron], &Concerns::chat(chat))?;

        if self.chats[&chat].phase == Phase::WrapUp {
            return Ok(());
        }
        self.patron_leaves(chat);
        Ok(())
    }

    pub(crate) fn close_chat(&mut self, by: &Actor, action: &CloseChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let role = self.permit_to_end(by, chat)?;

        if self.chats[&chat].phase == Phase::WrapUp {
            self.end_wrap_up(chat);
        } else if role == Role::Answering {
            self.end_or_wrap_up(chat, Outcome::Closed);
        } else {
            self.end(chat, Outcome::ForceClosed, None);
        }
        Ok(())
    }

    pub(crate) fn finish_wrap_up(
        &mut self,
        by: &Actor,
        action: &FinishWrapUp,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit_to_end(by, chat)?;
        let phase = self.chats[&chat].phase;
        if phase != Phase::WrapUp {
            return Err(Refusal::WrongPhase { chat: action.chat.clone(), phase });
        }

        self.end_wrap_up(chat);
        Ok(())
    }

    fn permit_to_end(&self, by: &Actor, chat: Place) -> Result<Role, Refusal> {
        let roles = [Role::Host, Role::Institution, Role::Answering, Role::Supervisor];
        let concerns = Concerns { institutions: vec![self.home(chat)], ..Concerns::chat(chat) };
        self.permit(by, &roles, &concerns)
    }

    pub(crate) fn end_or_wrap_up(&mut self, chat: Place, outcome: Outcome) {
        let state = &self.chats[&chat];
        let span = self.queues[&state.queue].policy.wrap_up.filter(|&span| span > Span::ZERO);
        let Some(span) = span.filter(|_| state.owner.is_some()) else {
            self.end(chat, outcome, None);
            return;
        };
        self.fail_transfer(chat, TransferFailure::ChatEnded);
        self.conclude_conversation(chat, outcome);
        let until = self.set(span, Due::WrapUpEnds(chat));
        self.the_chat(chat).phase = Phase::WrapUp;
        let to = self.everybody(chat);
        self.dissolve_company(chat);
        let chat = self.chats[&chat].id.clone();
        self.raise(EventKind::WrapUpStarted { chat, outcome, until, to });
    }

    /// A wrap-up is over. The patron was told when they left.
    pub(crate) fn end_wrap_up(&mut self, chat: Place) {
        self.cancel(Due::WrapUpEnds(chat));
        let owner = self.disown(chat);
        let to = staff(self.those_here(owner));
        self.the_chat(chat).wrapped_up_at = Some(self.now);
        self.hand_out(chat, None, to);
    }

    /// Ends a chat, whatever state it is in.
    pub(crate) fn end(&mut self, chat: Place, outcome: Outcome, notice: Option<Text>) {
        self.fail_transfer(chat, TransferFailure::ChatEnded);
        self.stop_ringing(chat);
        self.withdraw_all(chat, &Withdrawal::ChatEnded);
        let company = self.dissolve_company(chat);
        let owner = self.disown(chat).map(|owner| self.id_of(owner));
        self.conclude_conversation(chat, outcome);
        let told: Vec<_> = owner.into_iter().chain(company).collect();
        self.hand_out(chat, notice, Recipients { patron: true, operators: told.into() });
    }

    fn conclude_conversation(&mut self, chat: Place, outcome: Outcome) {
        self.the_chat(chat).concluded = Some((outcome, self.now));
        self.await_nobody(chat);
        self.cancel(Due::PatronGrace(chat));
        self.write(chat, Author::Router, Audience::Everyone, Body::Ended { outcome });
    }

    fn hand_out(&mut self, place: Place, notice: Option<Text>, to: Recipients) {
        let chat = self.chats.remove(&place).expect("it is open");
        let answered_by = chat.answers.last().map(|answer| answer.operator.clone());
        self.ended.push((chat.id.clone(), answered_by));
        let beyond = self.ended.len().saturating_sub(self.config.limits.ended_ids as usize);
        self.ended.drain(..beyond);
        let (outcome, ended_at) = chat.concluded.expect("the conversation is over");
        let home = self.queues[&chat.origin].institution;
        let record = Record {
            chat: chat.id.clone(),
            patron: chat.patron,
            context: chat.context,
            returns: chat.returns.map(Box::new),
            channel: chat.channel,
            institution: self.institutions[&home].id.clone(),
            origin: self.queues[&chat.origin].id.clone(),
            queue: self.queues[&chat.queue].id.clone(),
            opened_at: chat.opened_at,
            ended_at,
            wrapped_up_at: chat.wrapped_up_at,
            outcome,
            answers: chat.answers.into_iter().collect(),
            offers: chat.offers_made,
            hops: chat.hops,
            hops_before: chat.hops_before,
            overflows: chat.overflows,
            transfers: chat.transfers,
            transcript: chat.transcript,
            details: chat.details,
            practice: chat.practice,
            seal: None,
        };
        self.raise(EventKind::ChatEnded { chat: chat.id, notice, record: Box::new(record), to });
    }
}

/// Waiting again.
impl Model {
    /// The operator who answers is gone.
    pub(crate) fn lose(&mut self, chat: Place) {
        if self.chats[&chat].phase == Phase::WrapUp {
            self.end_wrap_up(chat);
            return;
        }
        self.fail_transfer(chat, TransferFailure::SenderLost);
        let queue = self.queue_to_wait_in(chat);
        let owner = self.take_from_owner(chat);
        self.the_chat(chat).lost_by = Some(owner);
        let operator = self.operators[&owner].id.clone();
        let body = Body::OperatorLost { operator };
        self.write(chat, Author::Router, Audience::Everyone, body);
        self.requeue(chat, queue, RequeueReason::OperatorLost, Some(owner));
    }

    /// The grant that carried an answered chat has ended, and its terms say that it returns.
    pub(crate) fn return_home(&mut self, chat: Place) {
        if self.chats[&chat].phase == Phase::WrapUp {
            self.end_wrap_up(chat);
            return;
        }
        self.fail_transfer(chat, TransferFailure::GrantEnded);
        let owner = self.take_from_owner(chat);
        self.write(chat, Author::Router, Audience::Everyone, Body::Returned);
        let origin = self.chats[&chat].origin;
        self.requeue(chat, origin, RequeueReason::GrantEnded, Some(owner));
    }

    /// No grant lets a chat wait where it does any more.
    pub(crate) fn requeue_home(&mut self, chat: Place) {
        self.stop_ringing(chat);
        self.withdraw_all(chat, &Withdrawal::GrantEnded);
        self.write(chat, Author::Router, Audience::Everyone, Body::Returned);
        let origin = self.chats[&chat].origin;
        self.requeue(chat, origin, RequeueReason::GrantEnded, None);
    }

    /// Where a chat waits that nobody answers any more: where it is, or at home where no live grant
    /// covers that.
    pub(crate) fn queue_to_wait_in(&self, chat: Place) -> Key {
        let state = &self.chats[&chat];
        if self.may_wait_in(chat, state.queue) { state.queue } else { state.origin }
    }

    pub(crate) fn take_from_owner(&mut self, chat: Place) -> Key {
        let owner = self.disown(chat).expect("somebody answers");
        self.await_nobody(chat);
        let now = self.now;
        let state = self.the_chat(chat);
        state.phase = Phase::Waiting;
        state.waiting_since = now;
        owner
    }

    /// A chat waits in a queue, from its first level, at its old place in line.
    pub(crate) fn requeue(
        &mut self,
        chat: Place,
        queue: Key,
        reason: RequeueReason,
        from: Option<Key>,
    ) {
        self.the_chat(chat).queue = queue;
        let company = self.dissolve_company(chat);
        let told: Vec<_> = self.those_here(from).into_iter().chain(company).collect();
        self.raise(EventKind::ChatRequeued {
            chat: self.chats[&chat].id.clone(),
            queue: self.queues[&queue].id.clone(),
            operator: from.map(|from| self.id_of(from)),
            reason,
            to: Recipients { patron: true, operators: told.into() },
        });
        self.judge_grants();
        let mut entry = self.new_entry(queue);
        entry.admitted |= reason != RequeueReason::Overflow;
        self.begin_ringing(chat, queue, entry);
    }
}
