//! After every step: whoever could be offered something is, and no level holds a chat in vain.
//!
//! A step marks what it touched; settling works the marks off until none is left. There are two
//! matchers and no third: [`Router::feed`] finds the best chat for an operator, and
//! [`Router::place`] the best operator for a chat. Chats stand in their lines before anybody is
//! fed, so that nobody newer is picked before them.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use crate::chat::{ChatKey, Place};
use crate::directory::OperatorKey;
use crate::heap::Frontier;
use crate::policy::Ring;
use crate::rank::RankKey;
use crate::record::RollReason;
use crate::router::Router;
use crate::segment::{LineId, SegmentKey};

/// What a step has touched and nobody has looked at yet. Empty between steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Work {
    /// Operators who hold offers that they can take no more.
    pub(crate) overloaded: Vec<OperatorKey>,
    /// Segments that somebody has left, or where somebody is busy now.
    pub(crate) segments: Vec<SegmentKey>,
    /// Operators who may take something, or something more.
    pub(crate) operators: Vec<OperatorKey>,
    /// Chats that want somebody, or may have to roll on.
    pub(crate) chats: Vec<ChatKey>,
    /// Kept for walks, so that they allocate nothing.
    frontier: Frontier,
}

/// A chat that an operator could be offered, and how good it is for them: home before partners,
/// then the order of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Candidate {
    foreign: bool,
    place: Place,
    chat: ChatKey,
    line: LineId,
}

impl Candidate {
    /// The total order: by the level, where a chat reaches an operator by several.
    const fn order(&self) -> (bool, Place, u8) {
        (self.foreign, self.place, self.line.level)
    }
}

impl Work {
    pub(crate) fn is_empty(&self) -> bool {
        self.overloaded.is_empty()
            && self.segments.is_empty()
            && self.operators.is_empty()
            && self.chats.is_empty()
    }
}

impl Router {
    /// Works off what the step has touched.
    pub(crate) fn settle(&mut self) {
        loop {
            if let Some(operator) = self.work.overloaded.pop() {
                if self.operators.get(operator).is_some() {
                    self.withdraw_untenable(operator);
                }
            } else if !self.work.segments.is_empty() {
                self.judge_segments();
            } else if !self.work.operators.is_empty() {
                self.feed_operators();
            } else if !self.work.chats.is_empty() {
                self.consider_chats();
            } else {
                return;
            }
        }
    }

    /// Marks the chats that may have to roll on, since nobody of their level is left for them.
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
        self.work.segments = reuse(segments);
    }

    fn mark_stranded(&mut self, line: LineId) {
        let mut marked = core::mem::take(&mut self.work.chats);
        let level = self.level(line);
        if level.rolls && self.nobody_for(line).is_some() {
            let here = |&chat: &ChatKey| self.stage_of(chat) == Some(line.level);
            marked.extend(level.line.chats.values().copied().filter(here));
        }
        marked.extend(level.line.refused.values());
        self.work.chats = marked;
    }

    fn stage_of(&self, chat: ChatKey) -> Option<u8> {
        self.chats[chat].ringing.as_ref().map(|ringing| ringing.stage)
    }

    fn feed_operators(&mut self) {
        let mut operators = core::mem::take(&mut self.work.operators);
        operators.retain(|&key| self.operators.get(key).is_some());
        operators.sort_unstable_by_key(|&key| self.operators[key].serial);
        operators.dedup();
        for &operator in &operators {
            self.feed(operator);
        }
        // Those who were touched meanwhile are fed in the next turn of the loop.
        let touched = core::mem::replace(&mut self.work.operators, reuse(operators));
        self.work.operators.extend(touched);
    }

    fn consider_chats(&mut self) {
        let mut chats = core::mem::take(&mut self.work.chats);
        chats.retain(|&key| self.chats.get(key).is_some());
        chats.sort_unstable_by_key(|&key| self.chats[key].place);
        chats.dedup();
        for &chat in &chats {
            self.consider(chat);
        }
        let touched = core::mem::replace(&mut self.work.chats, reuse(chats));
        self.work.chats.extend(touched);
    }

    /// Offers an operator whatever waits for them, the best first, as long as they have room.
    fn feed(&mut self, operator: OperatorKey) {
        while let Some(best) = self.best_chat_for(operator) {
            match self.level(best.line).ring {
                Ring::All { .. } => self.offer(best.chat, best.line.level, operator),
                // Somebody else may be better for it; then this operator is looked at again.
                Ring::Best { .. } => {
                    let operator = self.best_operator_for(best.chat, best.line).unwrap_or(operator);
                    self.offer(best.chat, best.line.level, operator);
                }
            }
        }
    }

    fn best_chat_for(&mut self, operator: OperatorKey) -> Option<Candidate> {
        let mut frontier = core::mem::take(&mut self.work.frontier);
        let mut best: Option<Candidate> = None;
        for standing in &self.operators[operator].standings {
            if standing.handle.is_none() {
                continue;
            }
            self.segments[standing.segment].lines.walk(&mut frontier, |rank, line| {
                let foreign = self.is_foreign(operator, line);
                let found = best.map(|best| best.order());
                if found.is_some_and(|found| found <= (foreign, rank.head, rank.level)) {
                    return ControlFlow::Break(());
                }
                let in_line = self.first_in_line_for(operator, line);
                let next = in_line.map(|(place, chat)| Candidate { foreign, place, chat, line });
                if let Some(next) = next
                    && found.is_none_or(|found| next.order() < found)
                {
                    best = Some(next);
                }
                ControlFlow::Continue(())
            });
        }
        self.work.frontier = frontier;
        best
    }

    fn is_foreign(&self, operator: OperatorKey, line: LineId) -> bool {
        self.operators[operator].institution != self.queues[line.queue].institution
    }

    /// The first chat of a line that the operator may be offered.
    fn first_in_line_for(&self, operator: OperatorKey, line: LineId) -> Option<(Place, ChatKey)> {
        let mut in_order = self.level(line).line.chats.iter();
        let found = in_order.find(|&(_, &chat)| self.may_be_offered(chat, operator));
        found.map(|(&place, &chat)| (place, chat))
    }

    /// Whether a chat may be offered to an operator whom its level reaches: not to who answers it,
    /// has declined or missed it in this round, or is rung for it already.
    pub(crate) fn may_be_offered(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        let chat_state = &self.chats[chat];
        let tried = chat_state.ringing.as_ref().is_some_and(|r| r.tried.contains(&operator));
        !tried
            && chat_state.owner != Some(operator)
            && (chat_state.offers.head.is_none() || self.offer_to(operator, chat).is_none())
    }

    /// Rings for a chat whoever it still wants, or sends it on where nobody is left.
    fn consider(&mut self, chat: ChatKey) {
        while let Some(line) = self.top_line(chat) {
            if let Some(reason) = self.stranded(chat, line) {
                self.roll_on(chat, line, reason);
                continue;
            }
            self.place(chat);
            if self.is_last(line) {
                if self.nobody_is_left(chat) {
                    self.rest_until_next_round(chat);
                }
                return;
            }
            if !self.is_refused_by_all(chat, line) {
                return;
            }
            self.roll_on(chat, line, RollReason::AllDeclined);
        }
    }

    fn top_line(&self, chat: ChatKey) -> Option<LineId> {
        let ringing = self.chats.get(chat)?.ringing.as_ref()?;
        Some(LineId { queue: ringing.queue, level: ringing.stage })
    }

    /// Why a chat cannot stay at the level that it entered last, if it cannot.
    pub(crate) fn stranded(&self, chat: ChatKey, line: LineId) -> Option<RollReason> {
        let ringing = self.chats[chat].ringing.as_ref()?;
        if ringing.out_at(line.level) > 0 {
            return None;
        }
        if self.level(line).rolls { self.nobody_for(line) } else { None }
    }

    /// Why nobody of a level could be offered a chat, if that is so: a fact about the level.
    pub(crate) fn nobody_for(&self, line: LineId) -> Option<RollReason> {
        let level = self.level(line);
        let mut segments = level.reached.iter().map(|reached| &self.segments[reached.segment]);
        if segments.clone().all(|segment| segment.there == 0) {
            return Some(RollReason::NobodyThere);
        }
        let rolls = level.when_busy == crate::policy::WhenBusy::RollOn;
        (rolls && segments.all(|segment| segment.free == 0)).then_some(RollReason::AllBusy)
    }

    pub(crate) fn is_last(&self, line: LineId) -> bool {
        usize::from(line.level) + 1 == self.queues[line.queue].levels.len()
    }

    /// Whether a chat at its last level rings nobody, and all who are there have refused it.
    pub(crate) fn nobody_is_left(&self, chat: ChatKey) -> bool {
        let Some(ringing) = &self.chats[chat].ringing else {
            return false;
        };
        let line = |level| LineId { queue: ringing.queue, level };
        !ringing.tried.is_empty()
            && ringing.live_levels().all(|level| self.all_there_refused(chat, line(level)))
    }

    pub(crate) fn is_refused_by_all(&self, chat: ChatKey, line: LineId) -> bool {
        let tried = self.chats[chat].ringing.as_ref().is_some_and(|r| !r.tried.is_empty());
        tried && self.nobody_for(line).is_none() && self.all_there_refused(chat, line)
    }

    /// Whether a level rings nobody for a chat, and whoever is there has declined or missed it.
    fn all_there_refused(&self, chat: ChatKey, line: LineId) -> bool {
        let Some(ringing) = &self.chats[chat].ringing else {
            return false;
        };
        if ringing.out_at(line.level) > 0 {
            return false;
        }
        let level = self.level(line);
        let reached = |segment| level.reached.iter().any(|reached| reached.segment == segment);
        let there: u32 =
            level.reached.iter().map(|reached| self.segments[reached.segment].there).sum();
        // Somebody may be there twice, as staff of a queue and in a group: both are counted alike.
        let owner = self.chats[chat].owner;
        let refused = ringing.tried.iter().copied().chain(owner);
        let refused = refused.filter_map(|key| self.operators.get(key)).filter(|o| o.stand.there);
        let refused: usize =
            refused.map(|o| o.standings.iter().filter(|s| reached(s.segment)).count()).sum();
        refused >= there as usize
    }

    /// Rings the best operators for a chat at each level that wants somebody for it.
    fn place(&mut self, chat: ChatKey) {
        let Some(ringing) = &self.chats[chat].ringing else {
            return;
        };
        let queue = ringing.queue;
        for level in ringing.live_levels() {
            let line = LineId { queue, level };
            match self.level(line).ring {
                // Whoever arrives later is fed: it is rung as a whole but once.
                Ring::All { .. } if self.is_unrung(chat, level) => self.ring_all(chat, line),
                Ring::All { .. } => {}
                Ring::Best { .. } => {
                    while self.wants_more(chat, level) {
                        let Some(best) = self.best_operator_for(chat, line) else {
                            break;
                        };
                        self.offer(chat, level, best);
                    }
                }
            }
        }
    }

    fn is_unrung(&self, chat: ChatKey, level: u8) -> bool {
        let ringing = self.chats[chat].ringing.as_ref();
        ringing.is_some_and(|ringing| ringing.unrung & (1 << level) != 0)
    }

    fn wants_more(&self, chat: ChatKey, level: u8) -> bool {
        let ringing = self.chats[chat].ringing.as_ref();
        ringing.is_some_and(|ringing| ringing.stands & (1 << level) != 0)
    }

    fn ring_all(&mut self, chat: ChatKey, line: LineId) {
        if let Some(ringing) = &mut self.chats[chat].ringing {
            ringing.unrung &= !(1 << line.level);
        }
        let mut rung: Vec<OperatorKey> = Vec::new();
        for reached in &self.level(line).reached {
            rung.extend(self.segments[reached.segment].ready.values());
        }
        rung.sort_unstable_by_key(|&operator| self.operators[operator].serial);
        rung.dedup();
        rung.retain(|&operator| self.may_be_offered(chat, operator));
        for operator in rung {
            self.offer(chat, line.level, operator);
        }
    }

    fn best_operator_for(&mut self, chat: ChatKey, line: LineId) -> Option<OperatorKey> {
        let mut frontier = core::mem::take(&mut self.work.frontier);
        let mut best: Option<(RankKey, OperatorKey)> = None;
        for reached in &self.level(line).reached {
            let ready = &self.segments[reached.segment].ready;
            ready.walk(&mut frontier, |rank, operator| {
                if best.is_some_and(|best| best.0 <= rank) {
                    return ControlFlow::Break(());
                }
                if self.may_be_offered(chat, operator) {
                    best = Some((rank, operator));
                    return ControlFlow::Break(());
                }
                ControlFlow::Continue(())
            });
        }
        self.work.frontier = frontier;
        best.map(|(_, operator)| operator)
    }
}

/// The list again, empty, with the room that it had.
fn reuse<T>(mut list: Vec<T>) -> Vec<T> {
    list.clear();
    list
}
