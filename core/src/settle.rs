//! After every step: whoever could be offered something is, and no level holds a chat in vain.
//!
//! A step marks what it touched; settling works the marks off until none is left. There are two
//! matchers and no third: [`Router::feed`] finds the best chat for an operator, and
//! [`Router::place`] the best operator for a chat. Chats stand in their lines before anybody is
//! fed, so that nobody newer is picked before them; where there is nobody to be fed, a chat that is
//! placed at once never stands in line at all.

use alloc::vec::Vec;

use crate::chat::{Chat, ChatKey, Offers, Place, Room};
use crate::directory::{OperatorKey, QueueKey, Serial};
use crate::heap::Frontier;
use crate::partnership::Pair;
use crate::policy::WhenBusy;
use crate::rank::RankKey;
use crate::record::RollReason;
use crate::router::Router;
use crate::segment::{LineId, Segment, SegmentKey, Stand};

/// For how many large rings room is kept when they end, so that the next ones allocate nothing.
const ROOMS: usize = 16;

/// What a step has touched and nobody has looked at yet. Empty between steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Work {
    /// Operators whose load or turn has changed.
    pub(crate) touched: Vec<OperatorKey>,
    /// Operators who hold offers that they can take no more.
    pub(crate) overloaded: Vec<OperatorKey>,
    /// Segments that somebody has left, or where somebody is busy now.
    pub(crate) segments: Vec<SegmentKey>,
    /// Operators who may take something, or something more.
    pub(crate) operators: Vec<OperatorKey>,
    /// Chats that may have to roll on, and want somebody if they do not.
    pub(crate) chats: Vec<ChatKey>,
    /// Those of them that have been looked at, and want somebody.
    pub(crate) unplaced: Vec<ChatKey>,
    /// Operators who leave, and may have no chats any more.
    pub(crate) leaving: Vec<OperatorKey>,
    /// Queues where the first began to wait or the last waits no more, so that they may be in another
    /// state.
    pub(crate) queues: Vec<QueueKey>,
    /// Pairs of institutions between whom something may cross again.
    pub(crate) pairs: Vec<Pair>,
    /// Operators whose offers of the chat at hand are over: none when they have been counted.
    pub(crate) uncarried: Vec<OperatorKey>,
    /// Queues whose availability is told, and may be otherwise than before.
    pub(crate) watched: Vec<QueueKey>,
    /// Segments where nobody is there, or could be rung, and somebody was before, or the other way
    /// round; noted while queues are watched.
    pub(crate) turned: Vec<SegmentKey>,
    /// Kept for walks, for feeding and for ringing all, so that they allocate nothing.
    pub(crate) frontier: Frontier,
    pub(crate) frontier_in_line: Frontier,
    pub(crate) ready: Vec<(RankKey, OperatorKey)>,
    pub(crate) rung: Vec<OperatorKey>,
    /// The room that large rings had and need no more.
    pub(crate) room: Vec<Room>,
    pub(crate) hungry: Vec<(Place, Serial, OperatorKey)>,
}

impl Work {
    pub(crate) fn is_empty(&self) -> bool {
        self.touched.is_empty()
            && self.overloaded.is_empty()
            && self.segments.is_empty()
            && self.operators.is_empty()
            && self.chats.is_empty()
            && self.unplaced.is_empty()
            && self.pairs.is_empty()
            && self.watched.is_empty()
            && self.turned.is_empty()
            && self.leaving.is_empty()
            && self.queues.is_empty()
    }

    /// Keeps the room of a large ring that is over.
    pub(crate) fn keep_room(&mut self, offers: Offers) {
        if offers.have_much_room() && self.room.len() < ROOMS {
            self.room.push(offers.into_room());
        }
    }
}

impl Router {
    /// Works off what the step has touched.
    pub(crate) fn settle(&mut self) {
        loop {
            if let Some(operator) = self.work.touched.pop() {
                if self.operators.get(operator).is_some_and(|operator| operator.touched) {
                    self.restand_touched(operator);
                }
            } else if let Some(operator) = self.work.overloaded.pop() {
                if self.operators.get(operator).is_some() {
                    self.withdraw_untenable(operator);
                }
            } else if let Some(pair) = self.work.pairs.pop() {
                self.judge_grants(pair);
            } else if !self.work.segments.is_empty() {
                self.judge_segments();
            } else if !self.work.chats.is_empty() {
                self.move_chats_on();
            } else if !self.work.operators.is_empty() {
                self.feed_operators();
            } else if !self.work.unplaced.is_empty() {
                self.place_chats();
            } else if !self.work.leaving.is_empty() {
                self.log_out_leaving();
            } else if !self.work.queues.is_empty() {
                self.judge_queues();
            } else if !(self.work.watched.is_empty() && self.work.turned.is_empty()) {
                self.tell_watched();
            } else {
                return;
            }
        }
    }

    // Most steps come to none of the two that follow: what they need stays out of `settle`.

    /// Marks the chats that may have to roll on, since nobody of their level is left for them.
    #[inline(never)]
    fn judge_segments(&mut self) {
        let segments = core::mem::take(&mut self.work.segments);
        for &key in &segments {
            let Some(segment) = self.segments.get(key).filter(|s| s.may_strand()) else {
                continue;
            };
            let lines: Vec<LineId> = segment.lines.values().collect();
            for line in lines {
                self.mark_stranded(line);
            }
        }
        give_back(&mut self.work.segments, segments);
    }

    fn mark_stranded(&mut self, line: LineId) {
        let mut marked = core::mem::take(&mut self.work.chats);
        let lane = self.lane(line);
        if self.level(line).rolls && self.nobody_for(line).is_some() {
            let here = |&chat: &ChatKey| self.stage_of(chat) == Some(line.level);
            marked.extend(lane.line.chats.values().filter(here));
        }
        marked.extend(lane.line.refused.values());
        self.work.chats = marked;
    }

    fn stage_of(&self, chat: ChatKey) -> Option<u8> {
        self.chats[chat].ringing.as_ref().map(|ringing| ringing.stage)
    }

    #[inline(never)]
    fn feed_operators(&mut self) {
        let mut operators = core::mem::take(&mut self.work.operators);
        if !self.work.unplaced.is_empty() {
            self.line_up_unplaced();
        }
        operators.retain(|&key| self.could_be_fed(key));
        if operators.len() > 1 {
            operators.sort_unstable_by_key(|&key| self.operators[key].serial);
            operators.dedup();
        }
        if !operators.is_empty() {
            self.feed(&operators);
        }
        give_back(&mut self.work.operators, operators);
    }

    /// Chats move on before anybody is fed: what somebody freed for them belongs to the oldest of
    /// those who are at a level together in the end.
    fn move_chats_on(&mut self) {
        if let Some(chat) = self.only(|work| &mut work.chats) {
            self.move_on(chat);
            self.work.unplaced.push(chat);
            return;
        }
        let chats = self.in_order(|work| &mut work.chats);
        for &chat in &chats {
            self.move_on(chat);
        }
        self.work.unplaced.extend(&chats);
        give_back(&mut self.work.chats, chats);
    }

    fn place_chats(&mut self) {
        if let Some(chat) = self.only(|work| &mut work.unplaced) {
            self.place(chat);
            return;
        }
        let chats = self.in_order(|work| &mut work.unplaced);
        for &chat in &chats {
            self.place(chat);
        }
        give_back(&mut self.work.unplaced, chats);
    }

    /// Whoever is fed sees all who wait, so that nobody newer is picked before them.
    fn line_up_unplaced(&mut self) {
        let chats = core::mem::take(&mut self.work.unplaced);
        for &chat in &chats {
            if self.chats.get(chat).is_some() {
                self.line_up(chat);
            }
        }
        self.work.unplaced = chats;
    }

    /// Whether an operator is there still, and somebody waits in a line that reaches them.
    fn could_be_fed(&self, operator: OperatorKey) -> bool {
        let mut standings = self.operators.get(operator).into_iter().flat_map(|o| &o.standings);
        let preferred = self.operators.get(operator).is_some_and(|o| !o.preferred_by.is_empty());
        preferred || standings.any(|standing| self.segments[standing.segment].lines.len() > 0)
    }

    /// Takes the marked chat, if it is one alone, and rings still.
    fn only(&mut self, list: impl Fn(&mut Work) -> &mut Vec<ChatKey>) -> Option<ChatKey> {
        let &[chat] = list(&mut self.work).as_slice() else { return None };
        self.chats.get(chat)?.ringing.as_ref()?;
        list(&mut self.work).clear();
        Some(chat)
    }

    /// Takes the marked chats that ring still, in the order of arrival.
    fn in_order(&mut self, list: impl Fn(&mut Work) -> &mut Vec<ChatKey>) -> Vec<ChatKey> {
        let mut chats = core::mem::take(list(&mut self.work));
        chats.retain(|&key| self.chats.get(key).is_some_and(|chat| chat.ringing.is_some()));
        if chats.len() > 1 {
            chats.sort_unstable_by_key(|&key| self.chats[key].place);
            chats.dedup();
        }
        chats
    }

    /// Sends a chat on from a level where nobody is left for it.
    fn move_on(&mut self, chat: ChatKey) {
        let ringing = self.chats.get(chat).and_then(|chat| chat.ringing.as_ref());
        if ringing.is_some_and(|ringing| ringing.preferred.is_some()) {
            self.give_up_preferred(chat);
        }
        while let Some((line, reason)) = self.must_move_on(chat) {
            self.roll_on(chat, line, reason);
        }
    }

    /// Whether a chat cannot stay at the level that it entered last, and why.
    pub(crate) fn must_move_on(&self, chat: ChatKey) -> Option<(LineId, RollReason)> {
        let state = self.chats.get(chat)?;
        let ringing = state.ringing.as_ref().filter(|ringing| ringing.waits_for().is_none())?;
        let line = ringing.line_at(ringing.stage);
        let levels = &self.queues[line.queue].levels;
        let level = &levels[usize::from(line.level)];
        let last = usize::from(line.level) + 1 == levels.len();
        let rolls = level.rolls && !(last && ringing.stays);
        if !ringing.is_live(line.level) {
            return rolls.then_some((line, RollReason::OutOfHours));
        }
        let stranded = rolls && ringing.out_at(line.level) == 0;
        if stranded && let Some(reason) = self.nobody_for(line) {
            return Some((line, reason));
        }
        // Whether those who refused it are still here is asked last: nearly always it is not needed.
        let refused = !last
            && state.has_refusers()
            && self.nobody_for(line).is_none()
            && self.all_there_refused(chat, line)
            && self.is_refused(chat);
        refused.then_some((line, RollReason::AllDeclined))
    }

    /// Why nobody of a level could be offered a chat, if that is so: a fact about the level, for all
    /// chats alike that ask the same.
    pub(crate) fn nobody_for(&self, line: LineId) -> Option<RollReason> {
        let level = self.level(line);
        let reached = level.lanes[line.lane as usize].reached.iter();
        let mut segments = reached.map(|reached| &self.segments[reached.segment]);
        let nobody = segments.clone().all(|segment| segment.there == 0);
        if nobody && !self.names_capped(line.level()) {
            return Some(RollReason::NobodyThere);
        }
        let rolls = level.when_busy == WhenBusy::RollOn;
        (rolls && segments.all(|segment| segment.free == 0)).then_some(RollReason::AllBusy)
    }

    pub(crate) fn is_last(&self, line: LineId) -> bool {
        usize::from(line.level) + 1 == self.queues[line.queue].levels.len()
    }

    /// Whether a chat at its last level rings nobody, and all who have room for it have refused it. Who is
    /// busy is not waited for: those who are free would not be asked again meanwhile.
    pub(crate) fn nobody_is_left(&self, chat: ChatKey) -> bool {
        let Some(ringing) = &self.chats[chat].ringing else {
            return false;
        };
        if ringing.tried.is_empty() || ringing.waits_for().is_some() {
            return false;
        }
        self.is_last(ringing.line_at(ringing.stage))
            && ringing.live_levels().next().is_some()
            && ringing
                .live_levels()
                .all(|level| self.all_free_refused(chat, ringing.line_at(level)))
            && self.any_is_here(&ringing.tried)
    }

    /// Whether somebody has refused a chat, or it excludes somebody. Who is gone has refused nothing.
    #[cold]
    fn is_refused(&self, chat: ChatKey) -> bool {
        let Chat { ringing, excluded, .. } = &self.chats[chat];
        let tried = ringing.as_ref().is_some_and(|ringing| self.any_is_here(&ringing.tried));
        tried || self.any_is_here(excluded)
    }

    /// Whether any of these operators has not been removed.
    #[cold]
    fn any_is_here(&self, operators: &[OperatorKey]) -> bool {
        operators.iter().any(|&operator| self.operators.get(operator).is_some())
    }

    /// Whether a level rings nobody for a chat, and whoever is there has declined or missed it. A
    /// partner at the cap is there, and busy.
    fn all_there_refused(&self, chat: ChatKey, line: LineId) -> bool {
        let there = |segment: &Segment| segment.there;
        !self.names_capped(line.level())
            && self.all_refused(chat, line, there, |stand, _| stand.there)
    }

    /// Whether a level rings nobody for a chat, and whoever has room for it has declined or missed it.
    fn all_free_refused(&self, chat: ChatKey, line: LineId) -> bool {
        let free = |segment: &Segment| segment.free;
        self.all_refused(chat, line, free, Stand::free_for)
    }

    /// Whether a level rings nobody for a chat, and those whom a segment counts so have refused it.
    fn all_refused(
        &self,
        chat: ChatKey,
        line: LineId,
        count: impl Fn(&Segment) -> u32,
        counts: impl Fn(Stand, u16) -> bool,
    ) -> bool {
        let Some(ringing) = &self.chats[chat].ringing else {
            return false;
        };
        if ringing.out_at(line.level) > 0 {
            return false;
        }
        let lane = self.lane(line);
        let reached = |segment| lane.reached.iter().any(|reached| reached.segment == segment);
        let all: u32 = lane.reached.iter().map(|at| count(&self.segments[at.segment])).sum();
        // Somebody may be there twice, as staff of a queue and in a group: both are counted alike.
        let Chat { owner, excluded, .. } = &self.chats[chat];
        let owner = owner.filter(|owner| !excluded.contains(owner));
        let refused = ringing.tried.iter().chain(excluded).copied().chain(owner);
        let refused = refused.filter(|&key| self.operators.get(key).is_some()).map(|key| {
            let standings = self.operators[key].standings.iter();
            let standings = standings.filter(|standing| reached(standing.segment));
            let counted = standings.filter(|standing| {
                let units = self.segments[standing.segment].units;
                counts(self.stand_in(key, standing.segment), units)
            });
            counted.count()
        });
        refused.sum::<usize>() >= all as usize
    }
}

/// Gives a list back that was worked off, for the room that it has. What was marked meanwhile is
/// for the next turn of the loop.
fn give_back<T>(list: &mut Vec<T>, mut worked_off: Vec<T>) {
    worked_off.clear();
    worked_off.append(list);
    *list = worked_off;
}
