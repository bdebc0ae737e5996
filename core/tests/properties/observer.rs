//! What a host can know, in plain books, and the rules that it holds the router to.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use refdesk::chain::verify;
use refdesk::{
    Action, Actor, Author, ChannelId, ChatId, Command, Event, EventKind, Level, Need, OfferCause,
    OfferId, OpenChat, OperatorId, Part, Party, PatronId, Phase, Policy, Presence, QueueId,
    Recipients, Record, RequeueReason, Ring, Router, Target, Withdrawal,
};

use crate::buddies::Books;

type Held = Result<(), TestCaseError>;

/// One open chat, as the events tell it.
#[derive(Clone, Debug, Default)]
struct Chat {
    /// The number of its arrival.
    place: usize,
    patron: Option<PatronId>,
    /// What it asks for, at which priority.
    asks: Asks,
    /// Where it waits, or is being transferred.
    rings_in: Option<QueueId>,
    owner: Option<OperatorId>,
    company: BTreeMap<OperatorId, Part>,
    transferring: bool,
    /// Of whom losers heard before anybody owned it, or was consulted.
    announced: Option<OperatorId>,
    /// Who has accepted a transfer, and talks about it first.
    consulted: Option<OperatorId>,
    on_hold: bool,
    /// The patron has left.
    wraps_up: bool,
    /// Who is rung, by offer.
    rung: BTreeMap<OfferId, (OperatorId, OfferCause)>,
    /// Who declined or missed it in this round.
    refused: BTreeSet<OperatorId>,
}

/// What a chat asks for when it opens: only chats that ask alike are served in order.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asks {
    needs: Vec<Need>,
    priority: u8,
    excluded: Vec<OperatorId>,
    /// How many units it takes.
    channel: Option<ChannelId>,
}

impl Asks {
    fn of(open: &OpenChat) -> Self {
        Self {
            needs: open.needs.clone(),
            priority: open.priority,
            excluded: open.excluded.clone(),
            channel: open.channel.clone(),
        }
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Observer {
    chats: BTreeMap<ChatId, Chat>,
    /// The queues that ring all at one level and the best at another. A broadcast reserves nothing:
    /// there a later chat's targeted offer may take the place that an earlier one's was for.
    mixed: BTreeSet<QueueId>,
    arrivals: usize,
    /// What the chat that opens in this step asks for.
    opening: Asks,
    seq: u64,
    /// What is known of buddies.
    buddies: Books,
    /// The offers that the step under way has made, by a level.
    made: Vec<(ChatId, OperatorId)>,
}

impl Observer {
    pub(crate) fn sees(&mut self, command: &Command, events: &[Event]) -> Held {
        if let Some((queue, policy)) = policy_of(&command.action) {
            let all = |level: &Level| matches!(level.ring, Ring::All { .. });
            if policy.levels.iter().any(all) && !policy.levels.iter().all(all) {
                self.mixed.insert(queue.clone());
            } else {
                self.mixed.remove(queue);
            }
        }
        self.opening = match &command.action {
            Action::OpenChat(open) => Asks::of(open),
            _ => Asks::default(),
        };
        if let Action::SendDirectMessage(message) = &command.action {
            // Whoever asks a queue is not asked to answer.
            let own = match &message.party {
                Party::Operator { operator } => vec![operator.clone()],
                Party::Queue { .. } | Party::Contact { .. } => Vec::new(),
            };
            self.opening = Asks { excluded: own, ..Asks::default() };
        }
        if let Action::SetPolicy(set) = &command.action {
            // The chats of the queue begin anew.
            let here =
                self.chats.values_mut().filter(|chat| chat.rings_in.as_ref() == Some(&set.queue));
            here.for_each(|chat| chat.refused.clear());
        }
        if let Action::RemoveOperator(remove) = &command.action {
            // Whoever bears the name later is somebody else.
            for chat in self.chats.values_mut() {
                chat.refused.remove(&remove.operator);
            }
        }
        self.sees_time(events)?;
        self.buddies.forgets(&command.action);
        Ok(())
    }

    pub(crate) fn sees_time(&mut self, events: &[Event]) -> Held {
        self.made.clear();
        let mut claimed = Vec::new();
        for event in events {
            prop_assert_eq!(event.seq, self.seq + 1, "events are numbered without a gap");
            self.seq = event.seq;
            if let EventKind::ChatClaimed { chat, .. } = &event.kind {
                claimed.push(chat.clone());
            }
            self.sees_event(&event.kind)?;
            self.buddies.sees(&event.kind)?;
        }
        for chat in claimed {
            if let Some(chat) = self.chats.get(&chat).filter(|chat| !chat.transferring) {
                let told = chat.owner.is_none() || chat.rung.is_empty();
                prop_assert!(told, "a loser was not told: {chat:?}");
            }
        }
        Ok(())
    }

    /// A pick never exceeds a limit.
    pub(crate) fn holds_limits(command: &Command, events: &[Event], router: &Router) -> Held {
        let picker = match (&command.by, &command.action) {
            (Actor::Operator { operator }, Action::PickChat(_)) if !events.is_empty() => operator,
            _ => return Ok(()),
        };
        let view = router.view_operator(picker);
        let view = view.ok_or_else(|| TestCaseError::fail("nobody picks"))?;
        prop_assert!(view.answering.len() <= usize::from(view.capacity), "{view:?} picks too much");
        Ok(())
    }

    fn sees_event(&mut self, kind: &EventKind) -> Held {
        match kind {
            EventKind::ChatOpened { chat, queue, patron } => {
                self.arrivals += 1;
                let opened = Chat {
                    place: self.arrivals,
                    patron: Some(patron.clone()),
                    asks: self.opening.clone(),
                    rings_in: Some(queue.clone()),
                    ..Chat::default()
                };
                let before = self.chats.insert(chat.clone(), opened);
                prop_assert!(before.is_none(), "`{chat}` is opened twice");
            }
            EventKind::ChatOffered { chat, offer, operator, cause, .. } => {
                self.rings(chat, *offer, operator, cause)?;
            }
            EventKind::OfferWithdrawn { chat, offer, operator, reason } => {
                self.stops(chat, *offer, operator)?;
                if let Withdrawal::Claimed { winner } = reason {
                    self.hears_of(chat, winner)?;
                }
            }
            EventKind::OfferLapsed { chat, offer, operator }
            | EventKind::OfferDeclined { chat, offer, operator } => {
                self.stops(chat, *offer, operator)?;
                self.chat(chat)?.refused.insert(operator.clone());
            }
            EventKind::RoundStarted { chat, .. } => self.chat(chat)?.refused.clear(),
            EventKind::ChatClaimed { chat, operator, .. } => {
                let state = self.chat(chat)?;
                prop_assert!(state.owner.is_none(), "`{chat}` has two owners");
                state.owner = Some(operator.clone());
                state.company.remove(operator);
                state.rung.retain(|_, rung| rung.0 != *operator);
                state.refused.clear();
            }
            EventKind::ChatHeld { .. }
            | EventKind::ChatResumed { .. }
            | EventKind::ChatReassigned { .. }
            | EventKind::OperatorJoined { .. }
            | EventKind::OperatorLeft { .. }
            | EventKind::MessagePosted { .. } => self.sees_talk(kind)?,
            EventKind::ChatRequeued { chat, queue, reason, operator, .. } => {
                let state = self.chat(chat)?;
                state.on_hold = false;
                state.company.clear();
                state.rings_in = Some(queue.clone());
                state.owner = None;
                state.refused.clear();
                if *reason == RequeueReason::OperatorIdle {
                    state.refused.extend(operator.clone());
                }
                prop_assert!(!state.wraps_up, "`{chat}` waits again without its patron");
            }
            EventKind::TransferStarted { .. }
            | EventKind::ConsultationStarted { .. }
            | EventKind::TransferCompleted { .. }
            | EventKind::TransferFailed { .. } => self.sees_transfer(kind)?,
            EventKind::WrapUpStarted { chat, to, .. } => self.wraps_up(chat, to)?,
            EventKind::PatronMasked { chat, patron, .. } => {
                self.chat(chat)?.patron = Some(patron.clone());
            }
            EventKind::ChatEnded { chat, record, .. } => self.ends(chat, record)?,
            _ => {}
        }
        Ok(())
    }

    /// A loser hears who has a chat, or who is about to be consulted about it.
    fn hears_of(&mut self, chat: &ChatId, winner: &OperatorId) -> Held {
        let state = self.chat(chat)?;
        if state.owner.as_ref() != Some(winner) {
            let another = state.announced.replace(winner.clone());
            let other = another.is_some_and(|another| another != *winner);
            prop_assert!(state.transferring && !other, "a loser hears of another winner");
        }
        Ok(())
    }

    fn wraps_up(&mut self, chat: &ChatId, to: &Recipients) -> Held {
        let state = self.chat(chat)?;
        prop_assert!(!state.wraps_up, "`{chat}` is wrapped up twice");
        let told = to.operators.as_slice().first() == state.owner.as_ref();
        prop_assert!(to.patron && told && state.rung.is_empty(), "the wrap-up of `{chat}`");
        state.wraps_up = true;
        state.company.clear();
        Ok(())
    }

    fn ends(&mut self, chat: &ChatId, record: &Record) -> Held {
        let state = self.chats.remove(chat);
        let state = state.ok_or_else(|| TestCaseError::fail("a chat ends twice"))?;
        prop_assert!(state.rung.is_empty(), "somebody is rung for `{chat}`, which is over");
        prop_assert_eq!(state.patron.as_ref(), Some(&record.patron));
        prop_assert_eq!(record.wrapped_up_at.is_some(), state.wraps_up);
        is_whole(record)
    }

    fn sees_talk(&mut self, kind: &EventKind) -> Held {
        match kind {
            EventKind::ChatHeld { chat, operator, .. }
            | EventKind::ChatResumed { chat, operator, .. } => {
                let state = self.chat(chat)?;
                prop_assert_eq!(state.owner.as_ref(), Some(operator));
                prop_assert!(!state.transferring && !state.wraps_up, "a hold of `{chat}`");
                state.on_hold = matches!(kind, EventKind::ChatHeld { .. });
            }
            EventKind::ChatReassigned { chat, from, operator, .. } => {
                let state = self.chat(chat)?;
                prop_assert_eq!(state.owner.take(), Some(from.clone()));
                state.company.remove(operator);
                state.on_hold = false;
            }
            EventKind::OperatorJoined { chat, operator, part, to } => {
                let state = self.chat(chat)?;
                prop_assert!(state.owner.as_ref() != Some(operator), "an owner joins `{chat}`");
                prop_assert_eq!(to.patron, *part == Part::Invited);
                state.company.insert(operator.clone(), *part);
            }
            EventKind::OperatorLeft { chat, operator, part, .. } => {
                let before = self.chat(chat)?.company.remove(operator);
                prop_assert_eq!(before, Some(*part), "who leaves `{}`", chat);
            }
            EventKind::MessagePosted { chat, posted, to, .. } => {
                let state = self.chat(chat)?;
                prop_assert!(!(state.wraps_up && to.patron), "a patron who left is written to");
                if let Author::Operator { operator } = &posted.author {
                    let silent = match state.company.get(operator) {
                        Some(Part::Observer) => true,
                        Some(Part::Whisperer) => to.patron,
                        Some(Part::Invited) => false,
                        None if state.consulted.as_ref() == Some(operator) => to.patron,
                        None => state.owner.as_ref() != Some(operator),
                    };
                    prop_assert!(!silent, "`{operator}` writes in `{chat}`");
                }
                let there = |one: &OperatorId| {
                    let staff = [&state.owner, &state.consulted];
                    staff.contains(&&Some(one.clone())) || state.company.contains_key(one)
                };
                prop_assert!(
                    to.operators.as_slice().iter().all(there),
                    "a stranger reads `{chat}`"
                );
            }
            _ => {}
        }
        Ok(())
    }

    fn sees_transfer(&mut self, kind: &EventKind) -> Held {
        match kind {
            EventKind::TransferStarted { chat, from, target, .. } => {
                let state = self.chat(chat)?;
                if let Target::Queue { queue } = target {
                    state.rings_in = Some(queue.clone());
                }
                prop_assert_eq!(state.owner.as_ref(), Some(from), "only the owner transfers");
                state.transferring = true;
            }
            EventKind::TransferCompleted { chat, from, .. } => {
                let state = self.chat(chat)?;
                prop_assert!(state.transferring && state.owner.as_ref() == Some(from));
                prop_assert!(state.announced.is_none(), "a loser hears of another winner");
                state.transferring = false;
                state.consulted = None;
                state.owner = None;
            }
            EventKind::ConsultationStarted { chat, operator, .. } => {
                let state = self.chat(chat)?;
                state.rung.retain(|_, rung| rung.0 != *operator);
                prop_assert!(state.transferring && state.rung.is_empty(), "who is told?");
                let heard = state.announced.take();
                prop_assert!(heard.is_none_or(|heard| heard == *operator), "another is consulted");
                state.consulted = Some(operator.clone());
            }
            EventKind::TransferFailed { chat, .. } => {
                let state = self.chat(chat)?;
                prop_assert!(state.transferring, "a transfer fails that nobody asked for");
                prop_assert!(state.announced.is_none(), "a loser hears of another winner");
                state.transferring = false;
                state.consulted = None;
                state.refused.clear();
            }
            _ => {}
        }
        Ok(())
    }

    fn chat(&mut self, chat: &ChatId) -> Result<&mut Chat, TestCaseError> {
        self.chats.get_mut(chat).ok_or_else(|| TestCaseError::fail(format!("no chat `{chat}`")))
    }

    fn rings(
        &mut self,
        chat: &ChatId,
        offer: OfferId,
        operator: &OperatorId,
        cause: &OfferCause,
    ) -> Held {
        let state = self.chat(chat)?;
        let owned = state.owner.is_some() && !state.transferring;
        prop_assert!(!owned, "`{chat}` is offered, and somebody has it");
        prop_assert!(state.owner.as_ref() != Some(operator), "their own chat is offered to them");
        let excluded = state.asks.excluded.contains(operator);
        prop_assert!(!excluded, "`{chat}` is offered to `{operator}`, whom it excludes");
        let twice = state.rung.values().any(|rung| rung.0 == *operator);
        prop_assert!(!twice, "`{operator}` is rung twice for `{chat}`");
        if matches!(cause, OfferCause::Level { .. }) {
            let again = state.refused.contains(operator);
            prop_assert!(!again, "`{operator}` is rung again for `{chat}` in the same round");
        }
        state.rung.insert(offer, (operator.clone(), cause.clone()));
        self.made.push((chat.clone(), operator.clone()));
        Ok(())
    }

    fn stops(&mut self, chat: &ChatId, offer: OfferId, operator: &OperatorId) -> Held {
        let rung = self.chat(chat)?.rung.remove(&offer);
        let name = rung.map(|rung| rung.0);
        prop_assert_eq!(name.as_ref(), Some(operator), "an offer ends that was not out");
        Ok(())
    }

    /// The open chats and their patrons.
    pub(crate) fn open_chats(&self) -> impl Iterator<Item = (&ChatId, &PatronId)> {
        self.chats.iter().filter_map(|(id, chat)| chat.patron.as_ref().map(|patron| (id, patron)))
    }

    /// Who has declined each chat, or missed it, in this round.
    #[allow(dead_code, reason = "whoever explores tells moments apart by it")]
    pub(crate) fn refusals(&self) -> impl Iterator<Item = (&ChatId, &BTreeSet<OperatorId>)> {
        self.chats.iter().map(|(id, chat)| (id, &chat.refused))
    }

    /// Whether the router is as its events said.
    pub(crate) fn compares(&self, router: &Router) -> Held {
        self.buddies.compares(router)?;
        prop_assert_eq!(router.open_chats(), self.chats.len());
        for (id, chat) in &self.chats {
            let view = router.view_chat(id);
            let view = view.ok_or_else(|| TestCaseError::fail(format!("`{id}` is lost")))?;
            prop_assert_eq!(&view.owner, &chat.owner, "the owner of `{}`", id);
            let company: BTreeMap<OperatorId, Part> = view.company.into_iter().collect();
            prop_assert_eq!(&company, &chat.company, "the company of `{}`", id);
            let rung: Vec<&OperatorId> = chat.rung.values().map(|rung| &rung.0).collect();
            prop_assert_eq!(view.rung.iter().collect::<Vec<_>>(), rung, "who is rung for `{}`", id);
            prop_assert_eq!(&view.consulted, &chat.consulted, "who is consulted about `{}`", id);
            let phase = match (&chat.owner, chat.transferring, chat.rung.is_empty()) {
                (Some(_), _, _) if chat.wraps_up => Phase::WrapUp,
                (Some(_), true, _) if chat.consulted.is_some() => Phase::Consulting,
                (Some(_), true, _) => Phase::Transferring,
                (Some(_), false, _) if chat.on_hold => Phase::OnHold,
                (Some(_), false, _) => Phase::Active,
                (None, _, true) => Phase::Waiting,
                (None, _, false) => Phase::Offered,
            };
            prop_assert_eq!(view.phase, phase, "the phase of `{}`", id);
            for (operator, _) in chat.rung.values() {
                Self::may_be_rung(router, operator)?;
            }
        }
        self.nobody_overtakes(router)
    }

    fn may_be_rung(router: &Router, operator: &OperatorId) -> Held {
        let view = router.view_operator(operator);
        let view = view.ok_or_else(|| TestCaseError::fail("somebody is rung who is not there"))?;
        let shows = matches!(view.presence, Presence::Chat | Presence::Available);
        prop_assert!(
            shows && view.sessions > 0 && view.pause.is_none() && !view.leaves,
            "{view:?} is rung"
        );
        prop_assert!(view.answering.len() < usize::from(view.capacity), "{view:?} is rung");
        Ok(())
    }

    /// Whoever was offered a chat in this step could not have been offered an older one of the same
    /// queue at the same level that rings nobody.
    fn nobody_overtakes(&self, router: &Router) -> Held {
        for (id, operator) in &self.made {
            let (Some(chat), Some(view)) = (self.chats.get(id), router.view_chat(id)) else {
                continue;
            };
            let by_level = chat
                .rung
                .values()
                .any(|rung| rung.0 == *operator && matches!(rung.1, OfferCause::Level { .. }));
            if !by_level || chat.transferring || self.mixed.contains(&view.queue) {
                continue;
            }
            for (other, older) in self.chats.iter().filter(|(_, other)| other.place < chat.place) {
                let Some(state) = router.view_chat(other) else { continue };
                let beside = state.phase == Phase::Waiting
                    && state.queue == view.queue
                    && state.level == view.level
                    && older.asks == chat.asks;
                let passed = beside && !older.refused.contains(operator);
                prop_assert!(!passed, "`{id}` overtakes `{other}` at `{operator}`");
            }
        }
        Ok(())
    }
}

/// The policy that an action gives to a queue.
fn policy_of(action: &Action) -> Option<(&QueueId, &Policy)> {
    match action {
        Action::AddQueue(add) => Some((&add.queue, &add.policy)),
        Action::SetPolicy(set) => Some((&set.queue, &set.policy)),
        _ => None,
    }
}

/// That no entry is missing, and that a seal holds.
fn is_whole(record: &Record) -> Held {
    let numbers = record.transcript.iter().map(|entry| entry.number);
    prop_assert!(numbers.zip(1..).all(|(number, expected)| number == expected));
    if let Some(seal) = &record.seal {
        prop_assert_eq!(record.view().as_ref().map(verify), Some(Ok(seal.digest)));
    }
    Ok(())
}
