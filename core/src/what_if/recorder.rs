//! From a journal to a recording.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::fate::{self, Fates};
use super::matter::{Matter, operator};
use super::recording::{Deed, Habits, Reaction, Recording, Script, Sights, Stretch, Takes};
use crate::command::{Action, Command};
use crate::event::{Event, EventKind};
use crate::id::{ChatId, OfferId, OperatorId, QueueId};
use crate::journal::{Header, Input, JournalError};
use crate::record::{ClaimReason, Record};
use crate::report::{Tally, left_by_patron};
use crate::router::Router;
use crate::setup::Setup;
use crate::time::{Span, Timestamp};

/// Hears a journal, input by input.
pub(super) struct Recorder {
    router: Router,
    now: Timestamp,
    /// The number of the last command.
    number: u64,
    heard: Tally,
    setup_commands: u64,
    moments: Vec<Input>,
    /// Who was assigned to which queue, and whether they had opted in at first.
    switches: BTreeMap<(QueueId, OperatorId), bool>,
    /// The last is the one that is open, or was.
    chats: BTreeMap<ChatId, Vec<Chat>>,
    fates: Fates,
    seen: Sights,
}

/// A chat as it is recorded.
#[derive(Default)]
struct Chat {
    /// The number of the command that opened it.
    opened_by: u64,
    script: Script,
    owner: Option<OperatorId>,
    /// When its last stretch began.
    since: Timestamp,
    ended: bool,
    rings: BTreeMap<OfferId, Ring>,
}

struct Ring {
    operator: OperatorId,
    at: Timestamp,
}

impl Recorder {
    pub(super) fn new(router: Router, heard: Tally) -> Self {
        Self {
            now: router.now(),
            number: 0,
            router,
            heard,
            setup_commands: 0,
            moments: Vec::new(),
            switches: BTreeMap::new(),
            chats: BTreeMap::new(),
            fates: Fates::new(),
            seen: Sights::default(),
        }
    }

    pub(super) fn hear(&mut self, input: &Input) -> Result<(), JournalError> {
        let Input { number, at, ref command } = *input;
        if number <= self.router.accepted() {
            return Ok(()); // A repeat.
        }
        // What is due by then comes first: the command meets what it has left.
        let mut events = Vec::new();
        self.router.come_to(input, &mut events)?;
        self.note(&events);
        (self.now, self.number) = (at, number);
        events.clear();
        self.heard.hear_command(command);
        let answered = self.offer_of(command);
        self.router.carry_on(input, &mut events)?;
        match Matter::of(command) {
            Matter::Setup => self.is_set_up(&command.action),
            Matter::Moment => self.moments.push(input.clone()),
            Matter::Answer(chat, _) | Matter::Chat(chat) => {
                let answers = answered.filter(|_| is_answer(command, &events));
                match (last(&mut self.chats, chat), answers) {
                    (Some(entry), Some(offer)) => entry.answer(offer, input, &mut self.seen),
                    (Some(entry), None) => entry.did(input),
                    // Forgotten, or never heard of: it did nothing.
                    (None, _) => {}
                }
            }
        }
        self.note(&events);
        Ok(())
    }

    fn is_set_up(&mut self, action: &Action) {
        self.setup_commands += 1;
        if let Action::AssignOperator(assign) = action {
            let pair = (assign.queue.clone(), assign.operator.clone());
            self.switches.insert(pair, assign.enabled);
        }
    }

    /// The setup, but with the switches as they were at first: who turned them does so again.
    fn setup(&self) -> Setup {
        let mut setup = self.router.setup();
        for queue in &mut setup.queues {
            for assigned in &mut queue.assigned {
                let pair = (queue.id.clone(), assigned.operator.clone());
                let opted_out = self.switches.get(&pair) == Some(&false);
                assigned.enabled = opted_out.then_some(false);
            }
        }
        setup
    }

    /// The offer that whoever gives a command has of the chat.
    fn offer_of(&self, command: &Command) -> Option<OfferId> {
        let operator = operator(&command.by)?;
        match Matter::of(command) {
            Matter::Answer(chat, offer) => {
                let ring = self.chats.get(chat)?.last()?.rings.get(&offer)?;
                (ring.operator == *operator).then_some(offer)
            }
            Matter::Chat(chat) => self.offer_to(chat, operator),
            Matter::Setup | Matter::Moment => None,
        }
    }

    fn note(&mut self, events: &[Event]) {
        for event in events {
            self.heard.hear(event);
            self.note_event(event);
        }
    }

    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "no other begins or ends a stretch or an offer"
    )]
    fn note_event(&mut self, Event { at, kind, .. }: &Event) {
        let at = *at;
        match kind {
            EventKind::ChatOpened { chat, .. } => {
                let mut entry = Chat { opened_by: self.number, ..Chat::default() };
                entry.begin(false, at);
                self.chats.entry(chat.clone()).or_default().push(entry);
            }
            EventKind::ChatOffered { chat, offer, operator, .. } => {
                let ring = Ring { operator: operator.clone(), at };
                self.change(chat, |entry| {
                    entry.rings.insert(*offer, ring);
                });
            }
            EventKind::OfferWithdrawn { chat, offer, .. }
            | EventKind::OfferLapsed { chat, offer, .. }
            | EventKind::OfferDeclined { chat, offer, .. } => self.ring_ends(chat, *offer, at),
            EventKind::ChatClaimed { chat, operator, .. } => {
                // They took it otherwise than by the offer that they had: picked it, or were given it.
                while let Some(offer) = self.offer_to(chat, operator) {
                    self.ring_ends(chat, offer, at);
                }
                self.change(chat, |entry| {
                    entry.owner = Some(operator.clone());
                    entry.begin(true, at);
                });
            }
            EventKind::ChatRequeued { chat, .. } => self.change(chat, |entry| {
                if entry.owner.take().is_some() {
                    entry.begin(false, at);
                }
            }),
            EventKind::ChatEnded { chat, record, .. } => {
                self.change(chat, |entry| {
                    entry.close(at, true);
                    entry.ended = true;
                });
                self.seen.ended(record);
                let opened_by = last(&mut self.chats, chat).map_or(0, |entry| entry.opened_by);
                fate::note(&mut self.fates, opened_by, record);
            }
            _ => {}
        }
    }

    fn change(&mut self, chat: &ChatId, change: impl FnOnce(&mut Chat)) {
        if let Some(entry) = last(&mut self.chats, chat) {
            change(entry);
        }
    }

    fn offer_to(&self, chat: &ChatId, operator: &OperatorId) -> Option<OfferId> {
        let rings = &self.chats.get(chat)?.last()?.rings;
        rings.iter().find(|(_, ring)| ring.operator == *operator).map(|(offer, _)| *offer)
    }

    fn ring_ends(&mut self, chat: &ChatId, offer: OfferId, at: Timestamp) {
        let Some(entry) = last(&mut self.chats, chat) else {
            return;
        };
        // Who answered it is off the list already.
        if let Some(ring) = entry.rings.remove(&offer) {
            let stood = at.since(ring.at);
            self.seen.reactions.entry(ring.operator.clone()).or_default().push((stood, None));
            entry.react(ring.operator, Reaction::None { stood });
        }
    }

    pub(super) fn recording(mut self, header: Header, tally: Tally) -> Recording {
        let (until, mut events) = (self.now, Vec::new());
        self.router.advance_wholly(until, &mut events);
        self.note(&events);
        let open: Vec<(ChatId, OfferId)> = self
            .chats
            .iter()
            .filter_map(|(chat, entries)| entries.last().map(|entry| (chat, entry)))
            .flat_map(|(chat, entry)| entry.rings.keys().map(|offer| (chat.clone(), *offer)))
            .collect();
        for (chat, offer) in open {
            self.ring_ends(&chat, offer, until);
        }
        for entry in self.chats.values_mut().flatten().filter(|entry| !entry.ended) {
            entry.close(until, false);
            self.seen.goes_on(&entry.script.stretches);
        }
        let setup = self.setup();
        let scripts = self.chats.into_iter().map(|(chat, entries)| {
            let scripts = entries.into_iter().map(|entry| (entry.opened_by, entry.script));
            (chat, scripts.collect())
        });
        Recording {
            header,
            tally,
            until,
            setup,
            setup_commands: self.setup_commands,
            moments: self.moments,
            scripts: scripts.collect(),
            fates: self.fates,
            report: self.heard.report(until),
            habits: Habits::of(self.seen),
        }
    }
}

/// The chat of an id that is open, or was last.
fn last<'c>(chats: &'c mut BTreeMap<ChatId, Vec<Chat>>, chat: &ChatId) -> Option<&'c mut Chat> {
    chats.get_mut(chat)?.last_mut()
}

/// Whether a command of somebody who was rung answered the offer: by saying so, or by the message by which
/// they took the chat.
fn is_answer(command: &Command, events: &[Event]) -> bool {
    let claims = |event: &Event| matches!(&event.kind, EventKind::ChatClaimed { operator: who, .. } if Some(who) == operator(&command.by));
    match Matter::of(command) {
        Matter::Answer(..) => true,
        Matter::Chat(_) if matches!(command.action, Action::PostMessage(_)) => {
            events.iter().any(claims)
        }
        Matter::Chat(_) | Matter::Setup | Matter::Moment => false,
    }
}

impl Chat {
    /// A stretch begins, and the one before is over.
    fn begin(&mut self, talk: bool, at: Timestamp) {
        self.close(at, true);
        self.since = at;
        let stretch = Stretch { talk, deeds: Vec::new(), length: Span::ZERO, over: false };
        self.script.stretches.push(stretch);
    }

    fn close(&mut self, at: Timestamp, over: bool) {
        if let Some(last) = self.script.stretches.last_mut() {
            last.length = at.since(self.since);
            last.over = over;
        }
    }

    fn answer(&mut self, offer: OfferId, input: &Input, seen: &mut Sights) {
        let Some(ring) = self.rings.remove(&offer) else {
            return;
        };
        let after = input.at.since(ring.at);
        let declines = matches!(input.command.action, Action::DeclineOffer(_));
        let takes = if declines { Takes::No } else { Takes::Yes };
        seen.reactions.entry(ring.operator.clone()).or_default().push((after, Some(takes)));
        let command = Box::new(input.command.clone());
        let reaction = Reaction::Answered { after, number: input.number, command };
        self.react(ring.operator, reaction);
    }

    fn react(&mut self, operator: OperatorId, reaction: Reaction) {
        self.script.reactions.entry(operator).or_default().push(reaction);
    }

    fn did(&mut self, Input { number, at, command }: &Input) {
        let by_owner = self.owner.is_some() && operator(&command.by) == self.owner.as_ref();
        let (after, command) = (at.since(self.since), command.clone());
        // A repeat, of an answer or of what an ended chat was told, does nothing, and neither does it here.
        let repeats = self.ended || matches!(Matter::of(&command), Matter::Answer(..));
        if let Some(last) = self.script.stretches.last_mut().filter(|_| !repeats) {
            last.deeds.push(Deed { after, number: *number, command, by_owner });
        }
    }
}

impl Sights {
    fn ended(&mut self, record: &Record) {
        if record.practice {
            return;
        }
        let waited = match record.answers.first() {
            Some(answer) if answer.reason == ClaimReason::Started => return,
            Some(answer) => {
                self.conversations.push((record.ended_at.since(answer.at), Some(())));
                answer.waited
            }
            None => record.ended_at.since(record.opened_at),
        };
        let left = record.answers.is_empty() && left_by_patron(record.outcome);
        self.patience.push((waited, left.then_some(())));
    }

    /// Of a chat that had not ended when the journal did.
    fn goes_on(&mut self, stretches: &[Stretch]) {
        let Some((wait, rest)) = stretches.split_first() else {
            return;
        };
        self.patience.push((wait.length, None));
        if !rest.is_empty() {
            let talked = rest.iter().map(|stretch| stretch.length.as_millis()).sum();
            self.conversations.push((Span::from_millis(talked), None));
        }
    }
}
