//! Timers, and who holds them.

use alloc::format;
use alloc::vec::Vec;

use super::{Done, Restoring, ensure};
use crate::chat::{OfferKey, Preferred};
use crate::deadline::{Due, DueKey};
use crate::reach::When;
use crate::router::Router;
use crate::snapshot::v1::{self, No};
use crate::time::Span;
use crate::timers::Timers;

impl Restoring<'_> {
    /// Sets all timers anew, in the order in which they were set.
    pub(super) fn timers(&mut self) -> Done {
        self.router.timers = Timers::default();
        for kept in &self.state.timers {
            let due = self.due(kept.due)?;
            // It was set some time ago.
            let latest = self.router.now.saturating_add(kept.span);
            let timers = &mut self.router.timers;
            let timer = (kept.at <= latest).then(|| timers.set_again(kept.at, kept.span, due));
            let timer = timer.flatten();
            let held = match (timer, kept.due) {
                (Some(timer), v1::Due::PatienceEnds(no)) => self.prefer(no, timer)?,
                (Some(timer), _) => self.router.hold_timer(due, timer),
                (None, _) => false,
            };
            ensure(held, || format!("a timer is nobody's, or out of order: {:?}", kept.due))?;
        }
        let (mut preferring, mut kept) = (0, 0);
        for (&chat, kept_chat) in self.chats.iter().zip(&self.state.chats) {
            let ringing = self.router.chats[chat].ringing.as_ref();
            preferring += usize::from(ringing.is_some_and(|ringing| ringing.preferred.is_some()));
            let ringing = kept_chat.ringing.as_ref();
            kept += usize::from(ringing.is_some_and(|ringing| ringing.preferred.is_some()));
        }
        ensure(preferring == kept, || "a chat waits for somebody without an end".into())
    }

    /// A chat waits for one operator alone, until this timer runs out.
    fn prefer(&mut self, no: No, patience: DueKey) -> Done<bool> {
        let chat = self.chat_at(no)?;
        let kept = self.state.chats.get(no as usize).and_then(|kept| kept.ringing.as_ref());
        let Some(operator) = kept.and_then(|kept| kept.preferred) else { return Ok(false) };
        let operator = self.operator_at(operator)?;
        let Router { chats, operators, .. } = &mut self.router;
        let place = chats[chat].place;
        let Some(ringing) = &mut chats[chat].ringing else { return Ok(false) };
        if ringing.preferred.is_some() {
            return Ok(false);
        }
        ringing.preferred = Some(Preferred { operator, patience });
        operators[operator].preferred_by.insert(place, chat);
        Ok(true)
    }

    fn due(&self, due: v1::Due) -> Done<Due> {
        Ok(match due {
            v1::Due::OfferLapses(no, id) => {
                Due::OfferLapses(OfferKey { chat: self.chat_at(no)?, id })
            }
            v1::Due::RingLapses(no, level) => Due::RingLapses(self.chat_at(no)?, level),
            v1::Due::LevelEnds(no) => Due::LevelEnds(self.chat_at(no)?),
            v1::Due::RoundStarts(no) => Due::RoundStarts(self.chat_at(no)?),
            v1::Due::PatienceEnds(no) => Due::PatienceEnds(self.chat_at(no)?),
            v1::Due::TransferLapses(no) => Due::TransferLapses(self.chat_at(no)?),
            v1::Due::WrapUpEnds(no) => Due::WrapUpEnds(self.chat_at(no)?),
            v1::Due::GraceEnds(no) => Due::GraceEnds(self.operator_at(no)?),
            v1::Due::SessionEnds(no, serial) => Due::SessionEnds(self.operator_at(no)?, serial),
            v1::Due::GrantHours(no) => Due::GrantHours(self.institution_at(no)?),
            v1::Due::QueueHours(no) => Due::QueueHours(self.queue_at(no)?),
            v1::Due::LevelHours(no, level) => Due::LevelHours(self.queue_at(no)?, level),
            v1::Due::WaitEnds(no) => Due::WaitEnds(self.chat_at(no)?),
            v1::Due::Notice(no) => Due::Notice(self.chat_at(no)?),
            v1::Due::Idle(no) => Due::Idle(self.chat_at(no)?),
            v1::Due::PatronGrace(no) => Due::PatronGrace(self.chat_at(no)?),
        })
    }
}

impl Router {
    /// All hours begin or end now, as far as anybody knows: what they are comes to light when time moves.
    pub(in crate::snapshot) fn look_at_hours_again(&mut self) {
        let timetables: Vec<Due> = self.timetables().map(|(due, _)| due).collect();
        let institutions = self.institutions.iter();
        let grants = institutions.map(|(key, _)| Due::GrantHours(key)).collect::<Vec<Due>>();
        for due in timetables.into_iter().chain(grants) {
            let before = self.slot_for(due).and_then(Option::take);
            self.cancel(before);
            let timer = self.timers.set(self.now, Span::ZERO, due);
            self.hold_timer(due, timer);
        }
    }

    /// Gives a timer to what it is for, unless that is not there or holds one already.
    fn hold_timer(&mut self, due: Due, timer: DueKey) -> bool {
        match self.slot_for(due) {
            Some(slot @ None) => {
                *slot = Some(timer);
                true
            }
            Some(Some(_)) | None => false,
        }
    }

    /// Where the holder of a timer keeps it.
    fn slot_for(&mut self, due: Due) -> Option<&mut Option<DueKey>> {
        let Self { chats, operators, institutions, queues, .. } = self;
        match due {
            Due::OfferLapses(offer) => {
                let chat = chats.get_mut(offer.chat)?;
                Some(&mut chat.offers.reservation_mut(offer.id)?.lapses)
            }
            Due::RingLapses(chat, level) => {
                let ringing = chats.get_mut(chat)?.ringing.as_mut()?;
                Some(&mut ringing.at.get_mut(usize::from(level))?.lapses)
            }
            Due::LevelEnds(chat) => Some(&mut chats.get_mut(chat)?.ringing.as_mut()?.level_ends),
            Due::RoundStarts(chat) => {
                Some(&mut chats.get_mut(chat)?.ringing.as_mut()?.round_starts)
            }
            // It begins with its timer.
            Due::PatienceEnds(_) => None,
            Due::TransferLapses(chat) => Some(&mut chats.get_mut(chat)?.transfer.as_mut()?.lapses),
            Due::WrapUpEnds(chat) => Some(&mut chats.get_mut(chat)?.wrap_up),
            Due::GraceEnds(operator) => Some(&mut operators.get_mut(operator)?.grace),
            Due::SessionEnds(operator, serial) => {
                let mut sessions = operators.get_mut(operator)?.sessions.iter_mut();
                Some(&mut sessions.find(|session| session.serial == serial)?.ends)
            }
            Due::GrantHours(institution) => {
                Some(&mut institutions.get_mut(institution)?.grant_hours)
            }
            Due::QueueHours(queue) => {
                let openness = queues.get_mut(queue)?.openness.as_mut()?;
                Some(&mut openness.hours.as_mut()?.1.changes)
            }
            Due::LevelHours(queue, level) => {
                let level = queues.get_mut(queue)?.levels.get_mut(usize::from(level))?;
                let When::Hours(timetable) = &mut level.when else { return None };
                Some(&mut timetable.changes)
            }
            Due::WaitEnds(chat) => Some(&mut chats.get_mut(chat)?.ringing.as_mut()?.wait_ends),
            Due::Notice(chat) => Some(&mut chats.get_mut(chat)?.ringing.as_mut()?.notice_due),
            Due::Idle(chat) => Some(chats.get_mut(chat)?.idle.timer_mut()),
            Due::PatronGrace(chat) => Some(&mut chats.get_mut(chat)?.dropped),
        }
    }
}
