//! The two matchers: the best chat for an operator, and the best operators for a chat.

use core::ops::ControlFlow;

use crate::chat::{Chat, ChatKey, Place};
use crate::directory::{Operator, OperatorKey};
use crate::heap::Frontier;
use crate::ids::Register;
use crate::policy::Ring;
use crate::rank::{Rank, RankKey};
use crate::router::Router;
use crate::segment::{LineId, SegmentKey};

/// A chat that an operator could be offered, and how good it is for them: home before partners,
/// then the order of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Candidate {
    foreign: bool,
    place: Place,
    chat: ChatKey,
    line: LineId,
    /// By which segment it reaches them. `None`: it waits for them alone.
    by: Option<SegmentKey>,
}

impl Candidate {
    /// The total order: by the level, where a chat reaches an operator by several.
    const fn order(&self) -> (bool, Place, u8) {
        (self.foreign, self.place, self.line.level)
    }
}

/// Which kind of offer is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum By {
    Targeted,
    Broadcast,
}

/// The best chat for an operator.
impl Router {
    /// Offers whatever waits for them to operators who may take more, in the order of registration.
    pub(crate) fn feed(&mut self, operators: &[OperatorKey]) {
        self.feed_targeted(operators);
        for &operator in operators {
            while let Some(best) = self.best_chat_for(operator, By::Broadcast) {
                self.ring_all(best.chat, best.line, &[operator]);
            }
        }
    }

    /// Makes the targeted offers: always the oldest of the chats that are somebody's best goes
    /// first, so that none is overtaken at whoever is rung for it.
    fn feed_targeted(&mut self, operators: &[OperatorKey]) {
        let mut next = core::mem::take(&mut self.work.hungry);
        let mut fresh = None;
        for &operator in operators {
            fresh = self.best_chat_for(operator, By::Targeted);
            if let Some(best) = fresh {
                next.push((best.place, self.operators[operator].serial, operator));
            }
        }
        // The oldest stands last.
        next.sort_unstable_by(|one, other| other.cmp(one));
        // What was found before an offer was made has to be looked for again; not so for one alone.
        fresh = fresh.filter(|_| operators.len() == 1);
        while let Some((place, serial, operator)) = next.pop() {
            let best = fresh.take().or_else(|| self.best_chat_for(operator, By::Targeted));
            let Some(best) = best else { continue };
            if best.place <= place {
                self.offer_to_the_best(best, operator);
                if !self.operators[operator].stand.is_free() {
                    continue;
                }
            }
            let again = (best.place, serial, operator);
            let at = next.partition_point(|other| *other > again);
            next.insert(at, again);
        }
        self.work.hungry = next;
    }

    /// Offers a chat to the operator who is best for it, if it is the best for them too; to the one
    /// whose best it is otherwise.
    fn offer_to_the_best(&mut self, best: Candidate, operator: OperatorKey) {
        let Some(by) = best.by else {
            self.place_with_preferred(best.chat, operator);
            return;
        };
        let better = self.best_operator_for(best.chat, best.line).filter(|&(other, _)| {
            other == operator || {
                let theirs = self.best_chat_for(other, By::Targeted);
                theirs.is_some_and(|theirs| theirs.chat == best.chat)
            }
        });
        let own = || (operator, self.where_best(operator, best.line).unwrap_or(by));
        let (operator, by) = better.unwrap_or_else(own);
        self.ring_best(best.chat, best.line, operator, by);
        self.line_up_at(best.chat, best.line.level);
    }

    fn best_chat_for(&mut self, operator: OperatorKey, by: By) -> Option<Candidate> {
        let mut frontier = core::mem::take(&mut self.work.frontier);
        let mut in_order = core::mem::take(&mut self.work.frontier_in_line);
        let mut best: Option<Candidate> = None;
        for standing in &self.operators[operator].standings {
            if standing.handle.is_none() {
                continue;
            }
            let segment = &self.segments[standing.segment];
            let targeted = segment.rank != Rank::All;
            if targeted != (by == By::Targeted) {
                continue;
            }
            segment.lines.walk(&mut frontier, |rank, line| {
                let foreign = self.is_foreign(operator, line);
                let found = best.map(|best| best.order());
                if found.is_some_and(|found| found <= (foreign, rank.head, rank.level)) {
                    return ControlFlow::Break(());
                }
                let in_line = self.first_in_line_for(operator, line, &mut in_order);
                let by = Some(standing.segment);
                let next =
                    in_line.map(|(place, chat)| Candidate { foreign, place, chat, line, by });
                if let Some(next) = next
                    && found.is_none_or(|found| next.order() < found)
                {
                    best = Some(next);
                    // What a line has at its head no line after it can better.
                    if next.place == rank.head {
                        return ControlFlow::Break(());
                    }
                }
                ControlFlow::Continue(())
            });
        }
        self.work.frontier = frontier;
        self.work.frontier_in_line = in_order;
        if by == By::Targeted && !self.operators[operator].preferred_by.is_empty() {
            let alone = self.best_of_preferring(operator);
            return best.into_iter().chain(alone).min_by_key(Candidate::order);
        }
        best
    }

    /// The best of the chats that wait for an operator alone, and that they may be rung for. An offer
    /// that reaches the cap of a grant leaves others that may not, until they move on.
    fn best_of_preferring(&self, operator: OperatorKey) -> Option<Candidate> {
        let state = &self.operators[operator];
        if !state.stand.is_free() {
            return None;
        }
        let chats = state.preferred_by.iter().map(|(&place, &chat)| (place, chat));
        let chats = chats.filter(|&(_, chat)| self.may_ring_preferred(chat, operator));
        let mut candidates = chats.filter_map(|(place, chat)| {
            let line = self.chats[chat].ringing.as_ref()?.line_at(0);
            let foreign = self.is_foreign(operator, line);
            Some(Candidate { foreign, place, chat, line, by: None })
        });
        let first = candidates.next()?;
        // They come in order, but for those of other institutions: these come after all others.
        if first.foreign {
            candidates.find(|next| !next.foreign).or(Some(first))
        } else {
            Some(first)
        }
    }

    fn is_foreign(&self, operator: OperatorKey, line: LineId) -> bool {
        self.operators[operator].institution != self.queues[line.queue].institution
    }

    /// The first chat of a line that the operator may be offered.
    fn first_in_line_for(
        &self,
        operator: OperatorKey,
        line: LineId,
        frontier: &mut Frontier,
    ) -> Option<(Place, ChatKey)> {
        self.lane(line).line.chats.walk(frontier, |place, chat| {
            if self.may_be_offered(chat, operator) {
                ControlFlow::Break((place, chat))
            } else {
                ControlFlow::Continue(())
            }
        })
    }

    /// Whether a chat may be offered to an operator whom its level reaches: not to who answers it,
    /// has declined or missed it in this round, or is rung for it already.
    pub(crate) fn may_be_offered(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        self.chats[chat].may_be_offered(chat, operator, &self.operators)
    }
}

/// The best operators for a chat.
impl Router {
    /// Rings the best operators for a chat at each level that wants somebody for it, and puts it in
    /// line where they are not enough; where all have refused it, it rests.
    pub(crate) fn place(&mut self, chat: ChatKey) {
        let Some(ringing) = &self.chats[chat].ringing else {
            return;
        };
        if let Some(operator) = ringing.waits_for() {
            self.place_with_preferred(chat, operator);
            return;
        }
        for level in ringing.live_levels() {
            self.place_at(chat, level);
        }
        if self.nobody_is_left(chat) {
            self.rest_until_next_round(chat);
        }
    }

    fn place_at(&mut self, chat: ChatKey, level: u8) {
        let Some(ringing) = &self.chats[chat].ringing else { return };
        let line = ringing.line_at(level);
        match self.level(line).ring {
            // Whoever arrives later is fed: it is rung as a whole but once.
            Ring::All { .. } if self.is_unrung(chat, line.level) => {
                self.ring_whole_level(chat, line);
            }
            Ring::All { .. } => {}
            Ring::Best { count, .. } => self.ring_few(chat, line, count),
        }
        self.line_up_at(chat, line.level);
    }

    fn ring_few(&mut self, chat: ChatKey, line: LineId, count: u16) {
        let out = self.chats[chat].ringing.as_ref().map_or(0, |r| r.out_at(line.level));
        for _ in out..u32::from(count) {
            let Some((best, by)) = self.best_operator_for(chat, line) else { return };
            self.ring_best(chat, line, best, by);
        }
    }

    fn is_unrung(&self, chat: ChatKey, level: u8) -> bool {
        let ringing = self.chats[chat].ringing.as_ref();
        ringing.is_some_and(|ringing| ringing.unrung & (1 << level) != 0)
    }

    fn ring_whole_level(&mut self, chat: ChatKey, line: LineId) {
        if let Some(ringing) = &mut self.chats[chat].ringing {
            ringing.unrung &= !(1 << line.level);
        }
        // The keys of those who are rung alike are their registrations.
        let mut ready = core::mem::take(&mut self.work.ready);
        for reached in &self.lane(line).reached {
            ready.extend(self.segments[reached.segment].ready.iter());
        }
        ready.sort_unstable_by_key(|&(registration, _)| registration);
        let mut rung = core::mem::take(&mut self.work.rung);
        rung.extend(ready.drain(..).map(|(_, operator)| operator));
        self.work.ready = ready;
        rung.dedup();
        rung.retain(|&operator| self.may_be_offered(chat, operator));
        self.ring_all(chat, line, &rung);
        rung.clear();
        self.work.rung = rung;
    }

    /// Where an operator ranks best, of the segments that a line reaches.
    fn where_best(&self, operator: OperatorKey, line: LineId) -> Option<SegmentKey> {
        let reached = &self.lane(line).reached;
        let standings = self.operators[operator].standings.iter();
        let ranks = standings.filter_map(|standing| {
            let rank = *self.segments[standing.segment].ready.get(standing.handle?).0;
            let reached = reached.iter().any(|reached| reached.segment == standing.segment);
            reached.then_some((rank, standing.segment))
        });
        ranks.min_by_key(|(rank, _)| *rank).map(|(_, segment)| segment)
    }

    fn best_operator_for(
        &mut self,
        key: ChatKey,
        line: LineId,
    ) -> Option<(OperatorKey, SegmentKey)> {
        let Self { chats, operators, queues, segments, work, .. } = self;
        let chat = &chats[key];
        let mut best: Option<(RankKey, OperatorKey, SegmentKey)> = None;
        let level = &queues[line.queue].levels[usize::from(line.level)];
        for reached in &level.lanes[line.lane as usize].reached {
            let ready = &segments[reached.segment].ready;
            ready.walk(&mut work.frontier, |rank, operator| {
                if best.is_some_and(|best| best.0 <= rank) {
                    return ControlFlow::Break(());
                }
                if chat.may_be_offered(key, operator, operators) {
                    best = Some((rank, operator, reached.segment));
                    return ControlFlow::Break(());
                }
                ControlFlow::Continue(())
            });
        }
        best.map(|(_, operator, by)| (operator, by))
    }
}

impl Chat {
    /// See [`Router::may_be_offered`].
    #[inline]
    fn may_be_offered(
        &self,
        key: ChatKey,
        operator: OperatorKey,
        operators: &Register<Operator>,
    ) -> bool {
        let tried = self.ringing.as_ref().is_some_and(|ringing| ringing.has_tried(operator));
        let excluded = || !self.excluded.is_empty() && self.excluded.contains(&operator);
        let rung = || self.offers.are_out() && operators[operator].offer_of(key).is_some();
        !tried && self.owner != Some(operator) && !rung() && !excluded()
    }
}
