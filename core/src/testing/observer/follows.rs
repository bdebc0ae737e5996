//! The books, event by event.

use alloc::format;
use alloc::vec::Vec;

use crate::chain::verify;
use crate::command::{Part, Target};
use crate::event::{Event, EventKind, OfferCause, RequeueReason, Withdrawal};
use crate::id::{ChatId, OfferId, OperatorId};
use crate::invariants::Violation;
use crate::recipients::Recipients;
use crate::record::Record;
use crate::transcript::Author;

use super::{Chat, Held, Observer, rule, same};

impl Observer {
    /// Keeps the books of one step.
    pub(super) fn follows(&mut self, events: &[Event]) -> Held {
        self.made.clear();
        let mut claimed = Vec::new();
        for event in events {
            same!(event.seq, self.seq + 1, "events are numbered without a gap");
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
                rule!(told, "a loser was not told: {chat:?}");
            }
        }
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
                rule!(before.is_none(), "`{chat}` is opened twice");
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
                rule!(state.owner.is_none(), "`{chat}` has two owners");
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
                rule!(!state.wraps_up, "`{chat}` waits again without its patron");
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
            rule!(state.transferring && !other, "a loser hears of another winner");
        }
        Ok(())
    }

    fn wraps_up(&mut self, chat: &ChatId, to: &Recipients) -> Held {
        let state = self.chat(chat)?;
        rule!(!state.wraps_up, "`{chat}` is wrapped up twice");
        let told = to.operators.as_slice().first() == state.owner.as_ref();
        rule!(to.patron && told && state.rung.is_empty(), "the wrap-up of `{chat}`");
        state.wraps_up = true;
        state.company.clear();
        Ok(())
    }

    fn ends(&mut self, chat: &ChatId, record: &Record) -> Held {
        let state = self.chats.remove(chat);
        let state = state.ok_or_else(|| Violation::of("a chat ends twice"))?;
        rule!(state.rung.is_empty(), "somebody is rung for `{chat}`, which is over");
        same!(state.patron.as_ref(), Some(&record.patron));
        same!(record.wrapped_up_at.is_some(), state.wraps_up);
        is_whole(record)
    }

    fn sees_talk(&mut self, kind: &EventKind) -> Held {
        match kind {
            EventKind::ChatHeld { chat, operator, .. }
            | EventKind::ChatResumed { chat, operator, .. } => {
                let state = self.chat(chat)?;
                same!(state.owner.as_ref(), Some(operator));
                rule!(!state.transferring && !state.wraps_up, "a hold of `{chat}`");
                state.on_hold = matches!(kind, EventKind::ChatHeld { .. });
            }
            EventKind::ChatReassigned { chat, from, operator, .. } => {
                let state = self.chat(chat)?;
                same!(state.owner.take(), Some(from.clone()));
                state.company.remove(operator);
                state.on_hold = false;
            }
            EventKind::OperatorJoined { chat, operator, part, to } => {
                let state = self.chat(chat)?;
                rule!(state.owner.as_ref() != Some(operator), "an owner joins `{chat}`");
                same!(to.patron, *part == Part::Invited);
                state.company.insert(operator.clone(), *part);
            }
            EventKind::OperatorLeft { chat, operator, part, .. } => {
                let before = self.chat(chat)?.company.remove(operator);
                same!(before, Some(*part), "who leaves `{}`", chat);
            }
            EventKind::MessagePosted { chat, posted, to, .. } => {
                let state = self.chat(chat)?;
                rule!(!(state.wraps_up && to.patron), "a patron who left is written to");
                if let Author::Operator { operator } = &posted.author {
                    let silent = match state.company.get(operator) {
                        Some(Part::Observer) => true,
                        Some(Part::Whisperer) => to.patron,
                        Some(Part::Invited) => false,
                        None if state.consulted.as_ref() == Some(operator) => to.patron,
                        None => state.owner.as_ref() != Some(operator),
                    };
                    rule!(!silent, "`{operator}` writes in `{chat}`");
                }
                let there = |one: &OperatorId| {
                    let staff = [&state.owner, &state.consulted];
                    staff.contains(&&Some(one.clone())) || state.company.contains_key(one)
                };
                rule!(to.operators.as_slice().iter().all(there), "a stranger reads `{chat}`");
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
                same!(state.owner.as_ref(), Some(from), "only the owner transfers");
                state.transferring = true;
            }
            EventKind::TransferCompleted { chat, from, .. } => {
                let state = self.chat(chat)?;
                rule!(state.transferring && state.owner.as_ref() == Some(from));
                rule!(state.announced.is_none(), "a loser hears of another winner");
                state.transferring = false;
                state.consulted = None;
                state.owner = None;
            }
            EventKind::ConsultationStarted { chat, operator, .. } => {
                let state = self.chat(chat)?;
                state.rung.retain(|_, rung| rung.0 != *operator);
                rule!(state.transferring && state.rung.is_empty(), "who is told?");
                let heard = state.announced.take();
                rule!(heard.is_none_or(|heard| heard == *operator), "another is consulted");
                state.consulted = Some(operator.clone());
            }
            EventKind::TransferFailed { chat, .. } => {
                let state = self.chat(chat)?;
                rule!(state.transferring, "a transfer fails that nobody asked for");
                rule!(state.announced.is_none(), "a loser hears of another winner");
                state.transferring = false;
                state.consulted = None;
                state.refused.clear();
            }
            _ => {}
        }
        Ok(())
    }

    fn chat(&mut self, chat: &ChatId) -> Result<&mut Chat, Violation> {
        self.chats.get_mut(chat).ok_or_else(|| Violation::of(format!("no chat `{chat}`")))
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
        rule!(!owned, "`{chat}` is offered, and somebody has it");
        rule!(state.owner.as_ref() != Some(operator), "their own chat is offered to them");
        let excluded = state.asks.excluded.contains(operator);
        rule!(!excluded, "`{chat}` is offered to `{operator}`, whom it excludes");
        let twice = state.rung.values().any(|rung| rung.0 == *operator);
        rule!(!twice, "`{operator}` is rung twice for `{chat}`");
        if matches!(cause, OfferCause::Level { .. }) {
            let again = state.refused.contains(operator);
            rule!(!again, "`{operator}` is rung again for `{chat}` in the same round");
        }
        state.rung.insert(offer, (operator.clone(), cause.clone()));
        self.made.push((chat.clone(), operator.clone()));
        Ok(())
    }

    fn stops(&mut self, chat: &ChatId, offer: OfferId, operator: &OperatorId) -> Held {
        let rung = self.chat(chat)?.rung.remove(&offer);
        let name = rung.map(|rung| rung.0);
        same!(name.as_ref(), Some(operator), "an offer ends that was not out");
        Ok(())
    }
}

/// That no entry is missing, and that a seal holds.
fn is_whole(record: &Record) -> Held {
    let numbers = record.transcript.iter().map(|entry| entry.number);
    rule!(numbers.zip(1..).all(|(number, expected)| number == expected));
    if let Some(seal) = &record.seal {
        same!(record.view().as_ref().map(verify), Some(Ok(seal.digest)));
    }
    Ok(())
}
