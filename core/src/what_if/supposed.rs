//! The same people under another setup: an agenda of what they have in mind, and the router among them.

use alloc::collections::BTreeMap;
use alloc::string::ToString;

use super::fate::{self, Fates};
use super::likely::Chance;
use super::live::{Coming, Live, Then};
use super::recording::{Deed, Reaction, Recording, Takes, UNTOLD};
use super::{Assumed, WhatIfError};
use crate::command::{
    AcceptOffer, Action, Actor, CancelTransfer, CloseChat, Command, CompleteTransfer, DeclineOffer,
    LeaveChat,
};
use crate::event::{Event, EventKind};
use crate::id::{ChatId, OfferId, OperatorId};
use crate::report::Tally;
use crate::router::Router;
use crate::setup::Setup;
use crate::time::{Span, Timestamp};

/// The world that would have been.
pub(super) struct Supposed<'r> {
    recording: &'r Recording,
    router: Router,
    pub(super) tally: Tally,
    agenda: BTreeMap<Place, Next<'r>>,
    planned: u64,
    chats: BTreeMap<ChatId, Live<'r>>,
    /// The number, in the journal, of what happens now at a time of its own.
    moment: u64,
    pub(super) fates: Fates,
    pub(super) assumed: Assumed,
}

/// When something happens. What was recorded comes in the order of the journal, and before what is drawn.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Place {
    at: Timestamp,
    number: u64,
    planned: u64,
}

/// The number of what is in no journal.
const DRAWN: u64 = u64::MAX;

/// What somebody has in mind. A turn that is over makes it void.
enum Next<'r> {
    /// What was recorded, at its time.
    Moment(&'r Command),
    /// An operator answers an offer as they did in the journal, ...
    Answers(Rung, &'r Command),
    /// ... or as operators do.
    AnswersLikely(Rung, Takes),
    /// The next deed of a script.
    Deed(ChatId, u64, &'r Deed),
    /// What was still to be done while the patron waited, and is done now that they are answered.
    LeftOver(ChatId, u64, &'r Deed),
    /// A conversation has lasted as long as in the journal, where the operator was then lost.
    GoesOn(ChatId, u64),
    /// The patron has waited as long as patrons do.
    Leaves(ChatId, u64),
    /// The conversation has lasted as long as conversations do.
    Closes(ChatId, u64),
}

/// An offer of the chat of this id that this command opened: each chat numbers its offers anew.
struct Rung {
    chat: ChatId,
    opened_by: u64,
    offer: OfferId,
}

impl<'r> Supposed<'r> {
    /// Plays the recording under another setup, to the time at which it ends.
    pub(super) fn play(recording: &'r Recording, setup: &Setup) -> Result<Self, WhatIfError> {
        let mut supposed = Self {
            recording,
            router: recording.header.router([0; 32])?,
            tally: recording.tally.clone(),
            agenda: BTreeMap::new(),
            planned: 0,
            chats: BTreeMap::new(),
            moment: 0,
            fates: Fates::new(),
            assumed: Assumed { setup_commands: recording.setup_commands, ..Assumed::default() },
        };
        let events = supposed.router.apply_setup(setup)?;
        supposed.tally.works_at_of(&supposed.router);
        supposed.hear(events);
        for input in &recording.moments {
            supposed.plan(input.at, input.number, Next::Moment(&input.command));
        }
        while supposed.goes_on() {}
        supposed.advance(recording.until);
        Ok(supposed)
    }

    /// The next thing happens: what the router wants to be woken for, or what somebody has in mind.
    fn goes_on(&mut self) -> bool {
        let next = self.agenda.first_key_value().map(|(place, _)| place.at);
        let due = self.router.deadline().map(|deadline| deadline.at);
        let until = self.recording.until;
        if let Some(due) = due.filter(|due| *due <= until && next.is_none_or(|next| *due <= next)) {
            self.advance(due);
            return true;
        }
        if next.is_none_or(|next| next > until) {
            return false;
        }
        if let Some((place, next)) = self.agenda.pop_first() {
            self.advance(place.at);
            self.happens(place.number, next);
        }
        true
    }

    fn advance(&mut self, at: Timestamp) {
        let events = self.router.advance(at);
        self.hear(events);
    }

    fn happens(&mut self, number: u64, next: Next<'r>) {
        match next {
            Next::Moment(command) => {
                self.moment = number;
                self.tries(command);
            }
            Next::Answers(rung, command) => self.answers(&rung, command),
            Next::AnswersLikely(rung, takes) => self.answers_likely(rung, takes),
            Next::Deed(chat, turn, deed) => {
                if let Some(live) = self.chats.get_mut(&chat).filter(|live| live.turn == turn) {
                    live.passes();
                    self.plan_script(&chat);
                    self.does(&chat, deed);
                }
            }
            Next::LeftOver(chat, opened_by, deed) => {
                if self.chats.get(&chat).is_some_and(|live| live.opened_by == opened_by) {
                    self.does(&chat, deed);
                }
            }
            Next::GoesOn(chat, turn) => {
                if self.is_on(&chat, turn) {
                    self.change(&chat, Live::goes_on);
                }
            }
            Next::Leaves(chat, turn) => {
                if self.is_on(&chat, turn) {
                    self.assumed.patience_drawn += 1;
                    self.tries(&LeaveChat { chat }.by(Actor::Host));
                }
            }
            Next::Closes(chat, turn) => {
                let owner = self.chats.get(&chat).filter(|live| live.turn == turn);
                if let Some(owner) = owner.and_then(|live| live.owner.clone()) {
                    self.tries(&CloseChat { chat }.by(owner));
                }
            }
        }
    }

    fn is_on(&self, chat: &ChatId, turn: u64) -> bool {
        self.chats.get(chat).is_some_and(|live| live.turn == turn)
    }

    /// Somebody does what they did, as far as it can be done here.
    fn does(&mut self, chat: &ChatId, deed: &Deed) {
        let Some(live) = self.chats.get(chat) else {
            return;
        };
        let mut command = deed.command.clone();
        if let Some(owner) = live.owner.as_ref().filter(|_| deed.by_owner) {
            command.by = owner.clone().into();
        }
        // Transfers are numbered otherwise here.
        if let (
            Action::CompleteTransfer(CompleteTransfer { transfer, .. })
            | Action::CancelTransfer(CancelTransfer { transfer, .. }),
            Some(now),
        ) = (&mut command.action, live.transfer)
        {
            *transfer = now;
        }
        self.tries(&command);
    }

    /// An operator answers an offer, if it still stands, as they answered one of the same chat.
    fn answers(&mut self, rung: &Rung, command: &Command) {
        let Some(operator) = self.rings(rung) else {
            return;
        };
        let Rung { chat, offer, .. } = rung;
        self.assumed.answers_recorded += 1;
        let (chat, offer) = (chat.clone(), *offer);
        let accept = AcceptOffer { chat: chat.clone(), offer }.by(operator.clone());
        if matches!(command.action, Action::DeclineOffer(_)) {
            self.tries(&DeclineOffer { chat, offer }.by(operator));
        } else if !matches!(command.action, Action::PostMessage(_)) {
            self.tries(&accept);
        } else if self.applies(command).is_err() && self.tries(&accept) {
            // Where no message takes a chat, they accept before they write.
            self.tries(command);
        }
    }

    fn answers_likely(&mut self, rung: Rung, takes: Takes) {
        let Some(operator) = self.rings(&rung) else {
            return;
        };
        let Rung { chat, offer, .. } = rung;
        self.assumed.answers_drawn += 1;
        self.tries(&match takes {
            Takes::Yes => AcceptOffer { chat, offer }.by(operator),
            Takes::No => DeclineOffer { chat, offer }.by(operator),
        });
    }

    /// Who is rung, if they still are.
    fn rings(&self, Rung { chat, opened_by, offer }: &Rung) -> Option<OperatorId> {
        let live = self.chats.get(chat).filter(|live| live.opened_by == *opened_by)?;
        live.rings.get(offer).cloned()
    }

    /// Applies a command, and counts it where it is refused. Whether it was accepted.
    fn tries(&mut self, command: &Command) -> bool {
        let applied = self.applies(command);
        if let Err(code) = applied {
            *self.assumed.refused.entry(code.to_string()).or_default() += 1;
        }
        applied.is_ok()
    }

    fn applies(&mut self, command: &Command) -> Result<(), &'static str> {
        let events = self.router.apply(command).map_err(|refusal| refusal.code())?;
        self.hear(events);
        Ok(())
    }

    fn hear(&mut self, events: impl IntoIterator<Item = Event>) {
        for event in events {
            self.tally.hear(&event);
            self.note(event);
        }
    }

    #[allow(clippy::wildcard_enum_match_arm, reason = "no other changes what anybody has in mind")]
    fn note(&mut self, Event { at, kind, .. }: Event) {
        match kind {
            EventKind::ChatOpened { chat, .. } => {
                let scripts = self.recording.scripts.get(&chat);
                let script = scripts.and_then(|scripts| scripts.get(&self.moment));
                self.chats.insert(chat.clone(), Live::new(self.moment, script.unwrap_or(&UNTOLD)));
                self.change(&chat, Live::opens);
            }
            EventKind::ChatOffered { chat, offer, operator, .. } => {
                self.is_rung(&chat, offer, &operator, at);
            }
            EventKind::OfferWithdrawn { chat, offer, .. }
            | EventKind::OfferLapsed { chat, offer, .. }
            | EventKind::OfferDeclined { chat, offer, .. } => {
                if let Some(live) = self.chats.get_mut(&chat) {
                    live.rings.remove(&offer);
                }
            }
            EventKind::ChatClaimed { chat, operator, .. } => self.claimed(&chat, &operator),
            EventKind::ChatRequeued { chat, operator: Some(_), .. } => {
                self.change(&chat, Live::lost);
            }
            EventKind::TransferStarted { chat, transfer, .. } => {
                if let Some(live) = self.chats.get_mut(&chat) {
                    live.transfer = Some(transfer);
                }
            }
            EventKind::TransferCompleted { chat, .. } | EventKind::TransferFailed { chat, .. } => {
                self.transfer_over(&chat);
            }
            EventKind::ChatEnded { chat, record, .. } => {
                let opened_by = self.chats.remove(&chat).map_or(0, |live| live.opened_by);
                fate::note(&mut self.fates, opened_by, &record);
            }
            _ => {}
        }
    }

    fn is_rung(&mut self, chat: &ChatId, offer: OfferId, operator: &OperatorId, at: Timestamp) {
        let Some(live) = self.chats.get_mut(chat) else {
            return;
        };
        let number = live.count_offer(operator);
        let rung = Rung { chat: chat.clone(), opened_by: live.opened_by, offer };
        live.rings.insert(offer, operator.clone());
        let reactions = live.script.reactions.get(operator);
        let beyond = match reactions.and_then(|reactions| reactions.get(number)) {
            Some(Reaction::Answered { after, number, command }) => {
                let next = Next::Answers(rung, command);
                self.plan(at.saturating_add(*after), *number, next);
                return;
            }
            Some(Reaction::None { stood }) => Some(*stood),
            None => None,
        };
        let about = [chat.as_str(), operator.as_str()];
        let chance = Chance::of("answer", &about, number as u64);
        let likely = self.recording.habits.reaction(operator);
        if let Some((after, takes)) = likely.draw(chance, beyond) {
            let next = Next::AnswersLikely(rung, takes);
            self.plan(at.saturating_add(after), DRAWN, next);
        }
    }

    fn claimed(&mut self, chat: &ChatId, operator: &OperatorId) {
        let Some(live) = self.chats.get_mut(chat) else {
            return;
        };
        live.rings.retain(|_, rung| rung != operator);
        let opened_by = live.opened_by;
        for (at, deed) in live.left_over() {
            self.plan(at, deed.number, Next::LeftOver(chat.clone(), opened_by, deed));
        }
        self.change(chat, |live, at| live.claimed(operator, at));
    }

    fn transfer_over(&mut self, chat: &ChatId) {
        let Some(live) = self.chats.get_mut(chat) else {
            return;
        };
        live.transfer = None;
        if core::mem::take(&mut live.held) {
            // When all is heard that this step has raised: who takes over by it is.
            let turn = live.turn;
            self.plan(self.router.now(), DRAWN, Next::GoesOn(chat.clone(), turn));
        }
    }

    /// A chat changes its course, and what comes next of it is planned.
    fn change(&mut self, chat: &ChatId, change: impl FnOnce(&mut Live<'r>, Timestamp) -> Then) {
        let now = self.router.now();
        let Some(live) = self.chats.get_mut(chat) else {
            return;
        };
        match change(live, now) {
            Then::AsItWas => {}
            Then::Script => self.plan_script(chat),
            Then::Wait { beyond } => {
                let turn = live.turn;
                self.plan_script(chat);
                self.plan_leaving(chat, turn, beyond);
            }
            Then::Conversation => {
                let turn = live.turn;
                self.plan_closing(chat, turn);
            }
            Then::End => {
                self.tries(&LeaveChat { chat: chat.clone() }.by(Actor::Host));
            }
        }
    }

    fn plan_script(&mut self, chat: &ChatId) {
        let Some(live) = self.chats.get(chat) else {
            return;
        };
        let turn = live.turn;
        match live.coming() {
            Some((at, Coming::Deed(deed))) => {
                self.plan(at, deed.number, Next::Deed(chat.clone(), turn, deed));
            }
            Some((at, Coming::End)) => self.plan(at, DRAWN, Next::GoesOn(chat.clone(), turn)),
            None => {}
        }
    }

    fn plan_leaving(&mut self, chat: &ChatId, turn: u64, beyond: Option<Span>) {
        let chance = Chance::of("patience", &[chat.as_str()], turn);
        if let Some((after, ())) = self.recording.habits.patience.draw(chance, beyond) {
            let at = self.router.now().saturating_add(after);
            self.plan(at, DRAWN, Next::Leaves(chat.clone(), turn));
        }
    }

    fn plan_closing(&mut self, chat: &ChatId, turn: u64) {
        self.assumed.conversations_drawn += 1;
        let likely = &self.recording.habits.conversation;
        let chance = Chance::of("conversation", &[chat.as_str()], turn);
        let lasts = likely.draw(chance, None).or_else(|| likely.longest());
        let lasts = lasts.map_or(Span::ZERO, |(lasts, ())| lasts);
        let at = self.router.now().saturating_add(lasts);
        self.plan(at, DRAWN, Next::Closes(chat.clone(), turn));
    }

    fn plan(&mut self, at: Timestamp, number: u64, next: Next<'r>) {
        self.planned += 1;
        self.agenda.insert(Place { at, number, planned: self.planned }, next);
    }
}
