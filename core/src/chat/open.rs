//! A patron arrives.

use alloc::boxed::Box;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::about::Abouts;
use crate::authority::Concerns;
use crate::chat::{Chat, ChatKey, Entry, Idle, Offers, Patron, PatronKey, Phase, Place};
use crate::colleague::FirstMessage;
use crate::command::{Actor, OpenChat, View};
use crate::config::MAX_PRIORITIES;
use crate::content::Content;
use crate::directory::institutions::{at_most, no_more_than};
use crate::directory::{Institution, OperatorKey, QueueKey};
use crate::event::EventKind;
use crate::id::{ChannelId, ChatId, OperatorId, PatronId, Text};
use crate::ids::Hash;
use crate::record::{Outcome, Record};
use crate::refusal::{Limited, Measured, Refusal};
use crate::router::Router;
use crate::skills::{Demand, MAX_SKILL, Need, Needs};
use crate::time::Timestamp;
use crate::transcript::Transcript;

impl Router {
    pub(crate) fn open_chat(&mut self, by: &Actor, action: &OpenChat) -> Result<(), Refusal> {
        self.open_chat_with(by, action, None)
    }

    /// As [`Router::open_chat`], by what a colleague wrote to the queue, if it was that.
    pub(crate) fn open_chat_with(
        &mut self,
        by: &Actor,
        action: &OpenChat,
        first: Option<FirstMessage<'_>>,
    ) -> Result<(), Refusal> {
        self.check_text(action.context.as_ref(), Measured::Context)?;
        self.check_needs(&action.needs)?;
        let queue = self.queue(&action.queue)?;
        let (units, stored) = self.channel(action.channel.as_ref())?;
        let preferred = action.preferred.as_ref().map(|id| self.operator(id)).transpose()?;
        let excluded = self.excluded(&action.excluded)?;
        self.permit::<OpenChat>(by, Concerns::default())?;
        if let Actor::Patron { patron } = by
            && *patron != action.patron
        {
            return Err(Refusal::not_permitted(by));
        }
        let before = match &action.returns {
            Some(before) => self.answered_before(by, &action.chat, before)?,
            None => None,
        };
        let classes = self.config.priorities.len().min(MAX_PRIORITIES);
        if usize::from(action.priority) > classes {
            return Err(Refusal::UnknownPriority { priority: action.priority });
        }
        let hash = self.new_chat(&action.chat)?;
        if !stored && !self.takes_new_chats(queue) {
            return Err(self.queue_closed(queue));
        }
        let whose = self.room_for_chat(&action.patron)?;
        let waiting = self.queues[queue].ringing.len();
        at_most(waiting, self.config.limits.waiting_per_queue, Limited::Waiting)?;
        let demand = Demand { units, needs: Needs::of(&action.needs) };
        if !demand.is_ordinary() {
            self.room_for_demand(queue, &demand)?;
        }

        let key = self.open_on(action, hash, whose, Asked { queue, demand, excluded, stored });
        let state = &self.queues[queue];
        let (may_be_full, admitted) = (state.policy.full.is_some(), state.is_open());
        if let Some(first) = first {
            self.opened_by_colleague(key, first);
        }
        if may_be_full && self.comes_to_one_too_many(key, queue) {
            return Ok(());
        }
        let entry = Entry { admitted, since: self.now, noticed: false };
        let policy = &self.queues[queue].policy;
        let returned = || before.zip(policy.returns_for);
        let prefers = preferred.map(|operator| (operator, policy.preferred_for)).or_else(returned);
        match prefers.filter(|_| self.takes_new_chats(queue)) {
            Some((operator, patience)) => self.begin_with(key, queue, operator, patience),
            None => self.begin_ringing(key, queue, entry),
        }
        Ok(())
    }

    /// Who answered last the chat after which a patron comes back, if that is known and they are still
    /// an operator.
    #[inline(never)]
    fn answered_before(
        &self,
        by: &Actor,
        chat: &ChatId,
        before: &ChatId,
    ) -> Result<Option<OperatorKey>, Refusal> {
        if *by != Actor::Host {
            return Err(Refusal::not_permitted(by));
        }
        if before == chat {
            return Err(Refusal::DuplicateChat { chat: before.clone() });
        }
        let hash = self.chats.hash(before);
        if let Some(open) = self.chats.find_hashed(hash, before) {
            // For the patron, who has left it, it is over.
            self.check_phase(open, Phase::WrapUp)?;
            return Ok(self.chats[open].owner);
        }
        let ended = self.ended.chat(hash, before);
        let operator = ended.and_then(|ended| ended.answered_by.as_ref());
        Ok(operator.and_then(|operator| self.operators.find(operator)))
    }

    /// The hash of a chat's id that no open chat has, and none of those that ended last.
    #[inline]
    pub(super) fn new_chat(&self, id: &ChatId) -> Result<Hash, Refusal> {
        let hash = self.chats.hash(id);
        let open = self.chats.find_hashed(hash, id).is_some();
        if open || self.ended.chat(hash, id).is_some() {
            return Err(Refusal::DuplicateChat { chat: id.clone() });
        }
        Ok(hash)
    }

    /// The patron by their hash, and by their key if they have other chats, where there is room for
    /// one more.
    #[inline]
    pub(super) fn room_for_chat(&self, patron: &PatronId) -> Result<Whose, Refusal> {
        let known = self.patrons.hash(patron);
        let patron = self.patrons.find_hashed(known, patron);
        let limits = &self.config.limits;
        let of_patron = patron.map_or(0, |patron| self.patrons[patron].chats);
        at_most(self.chats.len(), limits.open_chats, Limited::OpenChats)?;
        let most = limits.open_chats_per_patron;
        at_most(of_patron as usize, most, Limited::OpenChatsOfPatron)?;
        Ok((known, patron))
    }

    /// A patron has one open chat more.
    #[inline]
    pub(super) fn one_more_of(&mut self, (known, patron): Whose, id: &PatronId) -> PatronKey {
        let patron = patron.unwrap_or_else(|| {
            self.patrons.insert_hashed(known, Patron { id: id.clone(), chats: 0 })
        });
        self.patrons[patron].chats += 1;
        patron
    }

    /// The patron of a chat that comes back: one who has left it is known only by their other chats.
    pub(crate) fn restore_patron(&mut self, id: &PatronId, is_there: bool) -> PatronKey {
        let hash = self.patrons.hash(id);
        let known = self.patrons.find_hashed(hash, id);
        if is_there {
            return self.one_more_of((hash, known), id);
        }
        known.unwrap_or_else(|| {
            let gone = self.patrons.insert_hashed(hash, Patron { id: id.clone(), chats: 0 });
            self.patrons.remove(gone);
            gone
        })
    }

    /// A chat is open on a queue, and nowhere yet.
    #[inline]
    pub(super) fn open_on(
        &mut self,
        action: &OpenChat,
        hash: Hash,
        (known, patron): Whose,
        asked: Asked,
    ) -> ChatKey {
        let patron = self.one_more_of((known, patron), &action.patron);
        self.counters.arrivals += 1;
        let queue = asked.queue;
        let home = &self.institutions[self.queues[queue].institution];
        let record = Box::new(Record::of(action, home, self.now));
        let arrival = self.counters.arrivals;
        let place = Place::of(action.priority, &self.config.priorities, self.now, arrival);
        let about = Abouts::of_chat(&self.queues[queue].about, &record);
        let mut chat = Chat::waiting(record, place, patron, asked);
        chat.about = about;
        if let Some(salt) = action.salt {
            chat.transcript = Transcript::of(&action.chat, salt);
        }
        let key = self.chats.insert_hashed(hash, chat);
        self.queues[queue].chats += 1;
        self.raise(EventKind::ChatOpened {
            chat: action.chat.clone(),
            queue: action.queue.clone(),
            patron: action.patron.clone(),
        });
        key
    }

    /// Whom a chat excludes. Each counts once among those who are out of the question for it.
    fn excluded(&self, excluded: &[OperatorId]) -> Result<Box<[OperatorKey]>, Refusal> {
        no_more_than(excluded.len(), self.config.limits.excluded, Limited::Excluded)?;
        let operators = excluded.iter().map(|id| self.operator(id));
        let mut operators = operators.collect::<Result<Vec<_>, _>>()?;
        operators.sort_unstable();
        operators.dedup();
        Ok(operators.into())
    }

    /// Whether so many needs may be asked for, each at a level that there is.
    pub(crate) fn check_needs(&self, needs: &[Need]) -> Result<(), Refusal> {
        no_more_than(needs.len(), self.config.limits.needs, Limited::Needs)?;
        match needs.iter().find(|need| !(1..=MAX_SKILL).contains(&need.at_least)) {
            Some(need) => Err(Refusal::NoSuchSkillLevel { skill: need.skill.clone() }),
            None => Ok(()),
        }
    }

    /// How many units a chat of a channel takes, and whether it waits until it is answered.
    pub(super) fn channel(&self, channel: Option<&ChannelId>) -> Result<(u16, bool), Refusal> {
        let Some(channel) = channel else { return Ok((1, false)) };
        let known = self.config.channels.get(channel);
        let known = known.ok_or_else(|| Refusal::UnknownChannel { channel: channel.clone() })?;
        Ok((known.units.max(1), known.store_and_forward))
    }

    pub(crate) fn check_text(&self, text: Option<&Text>, what: Measured) -> Result<(), Refusal> {
        self.check_bytes(text.map_or(0, Text::bytes), what)
    }

    pub(crate) fn check_content(&self, content: &Content) -> Result<(), Refusal> {
        match content {
            Content::Text(text) => self.check_bytes(text.bytes(), Measured::Message),
            Content::Reference(kept) => self.check_bytes(kept.text_bytes(), Measured::Reference),
        }
    }

    fn check_bytes(&self, bytes: usize, what: Measured) -> Result<(), Refusal> {
        let limits = &self.config.limits;
        let limit = match what {
            Measured::Message => limits.message_bytes,
            Measured::Note => limits.note_bytes,
            Measured::Context => limits.context_bytes,
            Measured::Reference => limits.reference_bytes,
            Measured::Label => limits.label_bytes,
            Measured::Profile => limits.profile_bytes,
        };
        if bytes > limit as usize {
            return Err(Refusal::TooLong { what, bytes: bytes as u64, limit });
        }
        Ok(())
    }
}

/// A patron by the hash of their id, and by their key if they have open chats.
type Whose = (Hash, Option<PatronKey>);

/// What is asked of a chat that opens.
pub(crate) struct Asked {
    pub(crate) queue: QueueKey,
    pub(crate) demand: Demand,
    pub(crate) excluded: Box<[OperatorKey]>,
    pub(crate) stored: bool,
}

impl Chat {
    /// A chat that has just been opened on a queue.
    #[inline]
    pub(crate) fn waiting(
        record: Box<Record>,
        place: Place,
        patron: PatronKey,
        asked: Asked,
    ) -> Self {
        let Asked { queue, demand, excluded, stored } = asked;
        Self {
            id: record.chat.clone(),
            place,
            patron,
            origin: queue,
            queue,
            demand,
            excluded,
            phase: Phase::Waiting,
            owner: None,
            way: None,
            lost_by: None,
            stored,
            waiting_since: record.opened_at,
            ringing: None,
            transfer: None,
            wrap_up: None,
            idle: Idle::default(),
            dropped: None,
            offers: Offers::default(),
            transcript: Transcript::new(),
            view: View::Full,
            view_since: 1,
            company: None,
            answers_elsewhere: 0,
            crossings: Vec::new(),
            about: Abouts::default(),
            record,
        }
    }
}

impl Record {
    /// The record of a chat that opens; what is not known yet is written as it comes.
    fn of(action: &OpenChat, home: &Institution, now: Timestamp) -> Self {
        Self {
            chat: action.chat.clone(),
            patron: action.patron.clone(),
            context: action.context.clone(),
            returns: action.returns.clone().map(Box::new),
            channel: action.channel.clone(),
            institution: home.id.clone(),
            origin: action.queue.clone(),
            queue: action.queue.clone(),
            opened_at: now,
            ended_at: now,
            wrapped_up_at: None,
            outcome: Outcome::Abandoned,
            answers: SmallVec::new(),
            offers: 0,
            hops: Vec::new(),
            hops_before: 0,
            overflows: Vec::new(),
            transfers: Vec::new(),
            transcript: Vec::new(),
            details: None,
            practice: action.practice,
            seal: None,
        }
    }
}
