//! After every step: whoever could be offered something is, and no level holds a chat in vain.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::{RollReason, WhenBusy, Withdrawal};

use super::Model;
use super::state::{Key, Place};

/// A step that goes on for ever is a failure.
const MOST_TURNS: usize = 1_000;

impl Model {
    pub(crate) fn settle(&mut self) {
        for _ in 0..MOST_TURNS {
            if !self.settle_once() {
                self.tell_watched();
                return;
            }
        }
        panic!("a step goes on for ever");
    }

    /// Does what is first to be done. False if nothing is.
    fn settle_once(&mut self) -> bool {
        while let Some(operator) = self.touched.pop_last() {
            self.restand(operator);
        }
        self.look();
        if self.withdraw_untenable() {
            return true;
        }
        self.judge_grants();
        if !self.touched.is_empty() || self.move_chats_on() {
            return true;
        }
        let hungry = core::mem::take(&mut self.hungry);
        if !hungry.is_empty() {
            self.feed(&hungry.into_iter().collect::<Vec<Key>>());
            return true;
        }
        let (offers, timers) = (self.offers_made, self.timers_set);
        for chat in self.chats.keys().copied().collect::<Vec<_>>() {
            self.place_chat(chat);
        }
        if offers != self.offers_made || timers != self.timers_set {
            return true;
        }
        if self.log_out_leaving() {
            return true;
        }
        let queues: Vec<Key> = self.queues.keys().copied().collect();
        let mut changed = false;
        for queue in queues {
            changed |= self.judge_queue(queue);
        }
        changed
    }

    /// Withdraws what operators hold and can take no more: who is not there keeps nothing, who is
    /// full no broadcasts; who is beyond their limit keeps the oldest targeted offers that have room.
    fn withdraw_untenable(&mut self) -> bool {
        let mut withdrawn = false;
        for operator in self.operators.keys().copied().collect::<Vec<_>>() {
            while let Some((chat, offer)) = self.untenable(operator) {
                let there = self.stand(operator).there;
                let reason = if there { Withdrawal::Full } else { Withdrawal::Absent };
                self.take_back(chat, offer, &reason);
                withdrawn = true;
            }
        }
        withdrawn
    }

    fn untenable(&self, operator: Key) -> Option<(Place, u32)> {
        let offers = self.offers_to(operator);
        let reserves = |&(chat, offer): &(Place, u32)| {
            self.chats[&chat].offer(offer).is_some_and(|offer| offer.kind.reserves())
        };
        let too_dear = |of: &&(Place, u32)| !reserves(of) && !self.has_room_for(of.0, operator);
        if let Some(&offer) = offers.iter().find(too_dear) {
            return Some(offer);
        }
        let beyond = self.load(operator) > u32::from(self.operators[&operator].capacity);
        let untenable = !self.stand(operator).there || beyond;
        offers.last().copied().filter(|_| untenable && offers.iter().any(reserves))
    }

    /// Sends chats on from levels where nobody is left for them.
    fn move_chats_on(&mut self) -> bool {
        let mut moved = false;
        for chat in self.chats.keys().copied().collect::<Vec<_>>() {
            if !self.chats.contains_key(&chat) {
                continue;
            }
            moved |= self.give_up_preferred(chat);
            while let Some(reason) = self.must_move_on(chat) {
                self.roll_on(chat, reason);
                moved = true;
            }
        }
        moved
    }

    /// Why a chat cannot stay at the level that it entered last.
    fn must_move_on(&self, chat: Place) -> Option<RollReason> {
        let state = self.chats.get(&chat)?;
        let ringing = state.ringing.as_ref().filter(|ringing| ringing.preferred.is_none())?;
        let (queue, level) = (&self.queues[&ringing.queue], ringing.stage);
        let last = queue.is_last(level);
        let rolls = queue.rolls(level) && !(last && ringing.stays);
        if !ringing.is_live(level) {
            return rolls.then_some(RollReason::OutOfHours);
        }
        let nobody = self.nobody_for(chat, level);
        if rolls && state.out_at(level) == 0 && nobody.is_some() {
            return nobody;
        }
        let has_refusers =
            ringing.tried.iter().chain(&state.excluded).any(|&who| self.is_here(who));
        let refused =
            !last && has_refusers && nobody.is_none() && self.all_there_refused(chat, level);
        refused.then_some(RollReason::AllDeclined)
    }

    /// Why nobody of a level could be offered a chat: a fact about the level.
    fn nobody_for(&self, chat: Place, level: u8) -> Option<RollReason> {
        let ringing = self.chats[&chat].ringing.as_ref()?;
        if self.there_at(chat, level).is_empty() && !self.names_capped(ringing.queue, level) {
            return Some(RollReason::NobodyThere);
        }
        let rolls = self.queues[&ringing.queue].level(level).when_busy == WhenBusy::RollOn;
        let free = self.reached_by(chat, level).into_iter().any(|segment| {
            let free = |operator| self.room_in(operator, &segment) >= segment.demand.units;
            self.standing(&segment).into_iter().any(free)
        });
        (rolls && !free).then_some(RollReason::AllBusy)
    }

    /// Who of a level is there, busy or not.
    fn there_at(&self, chat: Place, level: u8) -> BTreeSet<Key> {
        let segments = self.reached_by(chat, level);
        let staff = segments.iter().flat_map(|segment| self.standing(segment));
        staff.filter(|operator| self.operators[operator].stood.there).collect()
    }

    /// Whether a level rings nobody for a chat, and whoever is there has declined or missed it.
    fn all_there_refused(&self, chat: Place, level: u8) -> bool {
        let state = &self.chats[&chat];
        let Some(ringing) = &state.ringing else { return false };
        if state.out_at(level) > 0 || self.names_capped(ringing.queue, level) {
            return false;
        }
        self.there_at(chat, level).into_iter().all(|operator| {
            ringing.tried.contains(&operator)
                || state.excluded.contains(&operator)
                || state.owner == Some(operator)
        })
    }

    /// Whether a level rings nobody for a chat, and whoever has room for it has declined or missed it.
    fn all_free_refused(&self, chat: Place, level: u8) -> bool {
        let state = &self.chats[&chat];
        let Some(ringing) = &state.ringing else { return false };
        if state.out_at(level) > 0 {
            return false;
        }
        self.reached_by(chat, level).into_iter().all(|segment| {
            self.standing(&segment).into_iter().all(|operator| {
                ringing.tried.contains(&operator)
                    || state.excluded.contains(&operator)
                    || state.owner == Some(operator)
                    || self.room_in(operator, &segment) < segment.demand.units
            })
        })
    }

    /// Whether an operator has not been removed.
    fn is_here(&self, operator: Key) -> bool {
        self.operators.contains_key(&operator)
    }

    /// Whether a chat at its last level rings nobody, and all who have room for it have refused it.
    pub(crate) fn nobody_is_left(&self, chat: Place) -> bool {
        let state = &self.chats[&chat];
        let Some(ringing) = &state.ringing else { return false };
        let live = ringing.live_levels();
        ringing.tried.iter().any(|&who| self.is_here(who))
            && self.queues[&ringing.queue].is_last(ringing.stage)
            && !live.is_empty()
            && live.into_iter().all(|level| self.all_free_refused(chat, level))
    }
}
