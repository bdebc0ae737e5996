//! Names, operators, timers.

use alloc::format;
use alloc::vec::Vec;

use super::{Violation, hold};
use crate::chat::ChatKey;
use crate::deadline::Due;
use crate::directory::{Operator, OperatorKey};
use crate::rank::Figures;
use crate::reach::When;
use crate::router::Router;

impl Router {
    pub(super) fn check_names(&self) -> Result<(), Violation> {
        for (key, institution) in self.institutions.iter() {
            let id = &institution.id;
            hold(self.institutions.find(id) == Some(key), || format!("`{id}` has no name"))?;
        }
        for (key, operator) in self.operators.iter() {
            let id = &operator.id;
            hold(self.operators.find(id) == Some(key), || format!("`{id}` has no name"))?;
        }
        for (key, queue) in self.queues.iter() {
            let id = &queue.id;
            hold(self.queues.find(id) == Some(key), || format!("`{id}` has no name"))?;
        }
        let names = [
            (self.institutions.names(), self.institutions.len()),
            (self.operators.names(), self.operators.len()),
            (self.queues.names(), self.queues.len()),
            (self.groups.names(), self.groups.len()),
            (self.patrons.names(), self.patrons.len()),
            (self.contacts.names(), self.contacts.len()),
            (self.chats.names(), self.chats.len()),
        ];
        for (names, things) in names {
            hold(names == things, || format!("{names} names for {things} things"))?;
        }
        hold(self.ended.is_sound(), || "an ended chat is forgotten too early".into())?;
        let settled = self.work.is_empty();
        hold(settled, || "a step has left work undone".into())
    }

    pub(super) fn check_operators(&self) -> Result<(), Violation> {
        for (key, operator) in self.operators.iter() {
            self.check_capacity(key, operator)?;
            self.check_standings(key, operator)?;
        }
        Ok(())
    }

    fn check_capacity(&self, key: OperatorKey, operator: &Operator) -> Result<(), Violation> {
        let id = &operator.id;
        let offers = &operator.offers;
        let (mut reserving, mut reserved) = (0, 0);
        for held in offers {
            let offer = self.chats.get(held.chat).and_then(|chat| chat.offers.get(held.id));
            let theirs = offer.filter(|offer| offer.operator == key);
            hold(theirs.is_some(), || format!("`{id}` is rung for what is not offered to them"))?;
            if theirs.is_some_and(|offer| offer.kind.reserves()) {
                reserving += 1;
                reserved += self.units_of(held.chat);
            }
        }
        let company = operator.company.iter().all(|&chat| {
            let company = self.chats.get(chat).and_then(|chat| chat.company.as_ref());
            company.is_some_and(|company| {
                let present = company.present.iter().any(|present| present.operator == key);
                present || company.invited.contains(&key)
            })
        });
        hold(company, || format!("`{id}` takes part in what does not know them"))?;
        let busy = operator.answering.iter().map(|&chat| u64::from(self.units_of(chat)));
        let busy: u64 = busy.sum();
        hold((operator.busy, operator.reserved) == (busy, reserved), || {
            format!("`{id}` has {busy} units taken and {reserved} reserved")
        })?;
        let broadcasts = offers.len() - reserving;
        hold(operator.broadcasts as usize == broadcasts, || {
            format!("`{id}` has {broadcasts} broadcasts, not {}", operator.broadcasts)
        })?;
        let most = self.config.limits.broadcasts_per_operator as usize;
        hold(broadcasts <= most, || format!("`{id}` has {broadcasts} broadcasts"))?;
        hold(operator.stand == self.stand_of(key), || {
            format!("`{id}` stands as {:?}, and is {:?}", operator.stand, self.stand_of(key))
        })?;
        hold(offers.is_empty() || operator.stand.there, || {
            format!("`{id}` is rung and not there")
        })?;
        hold(broadcasts == 0 || operator.stand.is_free(), || format!("`{id}` is rung and full"))?;
        let within = operator.load() <= u32::from(operator.capacity);
        hold(within || reserving == 0, || format!("`{id}` is offered more than they can take"))?;
        hold(operator.grace.is_none() || operator.sessions.is_empty(), || {
            format!("`{id}` is there and in grace")
        })?;
        let there = !operator.sessions.is_empty() || operator.grace.is_some();
        hold(!operator.leaving || !operator.answering.is_empty(), || {
            format!("`{id}` leaves, and has no chats to wait for")
        })?;
        hold(there || operator.answering.is_empty(), || format!("`{id}` is gone with chats"))?;
        for &chat in &operator.answering {
            let owner = self.chats.get(chat).and_then(|chat| chat.owner);
            hold(owner == Some(key), || format!("`{id}` answers a chat that is not theirs"))?;
        }
        for assigned in
            operator.assignments.values().filter(|a| operator.limited && a.limit.is_some())
        {
            let taken = self.taken_through(key, assigned.queue);
            hold(assigned.taken == taken, || format!("`{id}` has taken {taken} by an assignment"))?;
        }
        for &chat in operator.preferred_by.values() {
            let waits = self.chats.get(chat).and_then(|chat| chat.ringing.as_ref()?.waits_for());
            hold(waits == Some(key), || format!("`{id}` is waited for by a chat that does not"))?;
        }
        for &chat in &operator.lost {
            let loser = self.chats.get(chat).and_then(|chat| chat.lost_by);
            hold(loser == Some(key), || format!("`{id}` remembers a chat that is not lost"))?;
        }
        Ok(())
    }

    fn units_of(&self, chat: ChatKey) -> u32 {
        self.chats.get(chat).map_or(0, |chat| u32::from(chat.demand.units))
    }

    /// Each operator stands in segments that admit them, once in each, and among the ready ones of those
    /// where they are ready. Whether all who are admitted stand there is seen segment by segment.
    fn check_standings(&self, key: OperatorKey, operator: &Operator) -> Result<(), Violation> {
        let id = &operator.id;
        let mut segments: Vec<_> = operator.standings.iter().map(|s| s.segment).collect();
        segments.sort_unstable();
        let once = segments.is_sorted_by(|one, other| one < other);
        hold(once, || format!("`{id}` stands somewhere twice"))?;
        let admitted = segments.iter().all(|&segment| {
            let pool = self.segments.get(segment).map(|segment| &self.pools[segment.pool]);
            pool.is_some_and(|pool| pool.members.contains_key(&self.member_key(key)))
                && self.admits(segment, key)
        });
        hold(admitted, || format!("`{id}` stands where they are not admitted"))?;
        for standing in &operator.standings {
            let segment = &self.segments[standing.segment];
            let ready = self.stand_in(key, standing.segment).ready_for(segment);
            hold(standing.handle.is_some() == ready, || {
                format!("`{id}` is among the ready, or not, against what they are")
            })?;
            if let Some(handle) = standing.handle {
                let entry = segment.ready.get(handle);
                let right = (&segment.key(Figures::of(operator)), key);
                hold(entry == right, || format!("`{id}` has an old rank"))?;
            }
        }
        Ok(())
    }

    /// Every timer is held by what it is for, and nothing holds a timer that is gone.
    pub(super) fn check_timers(&self) -> Result<(), Violation> {
        let mut held = 0;
        for (_, operator) in self.operators.iter() {
            held += usize::from(operator.grace.is_some());
            held += operator.sessions.iter().filter(|session| session.ends.is_some()).count();
        }
        for (_, chat) in self.chats.iter() {
            let transfer = chat.transfer.as_ref();
            held += usize::from(transfer.is_some_and(|transfer| transfer.lapses.is_some()));
            held += usize::from(chat.wrap_up.is_some());
            held += usize::from(chat.idle.timer().is_some());
            held += usize::from(chat.dropped.is_some());
            held += chat.offers.reservations().filter(|of| of.lapses.is_some()).count();
            if let Some(ringing) = &chat.ringing {
                held += usize::from(ringing.level_ends.is_some());
                held += usize::from(ringing.round_starts.is_some());
                held += usize::from(ringing.preferred.is_some());
                held += usize::from(ringing.wait_ends.is_some());
                held += usize::from(ringing.notice_due.is_some());
                held += ringing.at.iter().filter(|at| at.lapses.is_some()).count();
            }
        }
        let grants = self.institutions.iter().filter(|(_, one)| one.grant_hours.is_some());
        held += grants.count();
        held += self.timetables().filter(|(_, timetable)| timetable.changes.is_some()).count();
        let timers = self.timers.len();
        hold(timers == held, || format!("{timers} timers run, {held} are held"))?;
        for (key, _, due) in self.timers.iter() {
            let alive = self.holder_of(due) == Some(key);
            hold(alive, || format!("a timer runs that nobody holds: {due:?}"))?;
        }
        Ok(())
    }

    /// The timer that whatever `due` speaks of holds for it.
    fn holder_of(&self, due: Due) -> Option<crate::deadline::DueKey> {
        match due {
            Due::OfferLapses(offer) => {
                self.chats.get(offer.chat)?.offers.reservation(offer.id)?.lapses
            }
            Due::RingLapses(chat, level) => {
                let ringing = self.chats.get(chat)?.ringing.as_ref()?;
                ringing.at.get(usize::from(level))?.lapses
            }
            Due::LevelEnds(chat) => self.chats.get(chat)?.ringing.as_ref()?.level_ends,
            Due::RoundStarts(chat) => self.chats.get(chat)?.ringing.as_ref()?.round_starts,
            Due::PatienceEnds(chat) => self
                .chats
                .get(chat)?
                .ringing
                .as_ref()?
                .preferred
                .map(|preferred| preferred.patience),
            Due::WaitEnds(chat) => self.chats.get(chat)?.ringing.as_ref()?.wait_ends,
            Due::Notice(chat) => self.chats.get(chat)?.ringing.as_ref()?.notice_due,
            Due::GrantHours(institution) => self.institutions.get(institution)?.grant_hours,
            Due::QueueHours(queue) => {
                self.queues.get(queue)?.openness.as_ref()?.hours.as_ref()?.1.changes
            }
            Due::LevelHours(queue, level) => {
                match &self.queues.get(queue)?.levels.get(usize::from(level))?.when {
                    When::Hours(timetable) => timetable.changes,
                    When::Open | When::Closed | When::Always => None,
                }
            }
            Due::TransferLapses(chat) => self.chats.get(chat)?.transfer.as_ref()?.lapses,
            Due::WrapUpEnds(chat) => self.chats.get(chat)?.wrap_up,
            Due::Idle(chat) => self.chats.get(chat)?.idle.timer(),
            Due::PatronGrace(chat) => self.chats.get(chat)?.dropped,
            Due::GraceEnds(operator) => self.operators.get(operator)?.grace,
            Due::SessionEnds(operator, serial) => {
                let mut sessions = self.operators.get(operator)?.sessions.iter();
                sessions.find(|session| session.serial == serial)?.ends
            }
        }
    }
}
