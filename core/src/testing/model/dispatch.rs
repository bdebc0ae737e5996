//! Who is rung for what: the best chat for an operator, and the best operators for a chat.

use alloc::vec::Vec;

use crate::Ring;

use super::Model;
use super::rank::Rank;
use super::reach::Segment;
use super::state::{Key, Place};

/// A chat that an operator could be offered: home before partners, then the order of the line, then
/// the level.
#[derive(Clone, Debug)]
struct Candidate {
    order: (bool, Place, u8),
    /// The segment by which it reaches them. `None`: it waits for them alone.
    by: Option<Segment>,
}

impl Candidate {
    const fn chat(&self) -> Place {
        self.order.1
    }

    const fn level(&self) -> u8 {
        self.order.2
    }
}

/// The best chat for an operator.
impl Model {
    /// Offers whatever waits for them to operators who may take more.
    pub(crate) fn feed(&mut self, operators: &[Key]) {
        self.feed_targeted(operators);
        for &operator in operators {
            while let Some(best) = self.best_chat_for(operator, false) {
                self.ring_all(best.chat(), best.level(), &[operator]);
            }
        }
    }

    /// Always the oldest of the chats that are somebody's best goes first.
    fn feed_targeted(&mut self, operators: &[Key]) {
        let best = |&operator: &Key| Some((self.best_chat_for(operator, true)?.chat(), operator));
        let mut next: Vec<(Place, Key)> = operators.iter().filter_map(best).collect();
        next.sort_unstable();
        while !next.is_empty() {
            let (place, operator) = next.remove(0);
            let Some(best) = self.best_chat_for(operator, true) else { continue };
            if best.chat() <= place {
                self.offer_to_the_best(&best, operator);
                if self.operators[&operator].stood.room == 0 {
                    continue;
                }
            }
            next.push((best.chat(), operator));
            next.sort_unstable();
        }
    }

    /// Offers a chat to the operator who is best for it, if it is the best for them too; to the one
    /// whose best it is otherwise.
    fn offer_to_the_best(&mut self, best: &Candidate, operator: Key) {
        let (chat, level) = (best.chat(), best.level());
        let Some(by) = &best.by else {
            if self.may_ring_preferred(chat, operator) {
                self.ring_preferred(chat, operator);
            }
            return;
        };
        let better = self.best_operator_for(chat, level).filter(|(other, _)| {
            let theirs = self.best_chat_for(*other, true);
            *other == operator || theirs.is_some_and(|theirs| theirs.chat() == chat)
        });
        let (operator, by) = better.unwrap_or_else(|| (operator, by.clone()));
        self.ring_best(chat, level, operator, &by);
    }

    fn best_chat_for(&self, operator: Key, targeted: bool) -> Option<Candidate> {
        let mut candidates = Vec::new();
        for (&place, chat) in &self.chats {
            let Some(ringing) = &chat.ringing else { continue };
            let foreign = self.institution_of(operator) != self.queues[&ringing.queue].institution;
            if targeted && ringing.preferred == Some(operator) {
                if self.operators[&operator].stood.room > 0
                    && self.may_ring_preferred(place, operator)
                {
                    candidates.push(Candidate { order: (foreign, place, 0), by: None });
                }
                continue;
            }
            if !self.may_be_offered(place, operator) {
                continue;
            }
            for level in ringing.live_levels() {
                let ring = self.queues[&ringing.queue].level(level).ring;
                if matches!(ring, Ring::All { .. }) == targeted || !self.wants(place, level) {
                    continue;
                }
                let by = self.reached_by(place, level).into_iter().filter(|segment| {
                    self.standing(segment).contains(&operator) && self.is_ready(operator, segment)
                });
                let by = by.min_by_key(|segment| self.rank_key(operator, segment));
                if by.is_some() {
                    candidates.push(Candidate { order: (foreign, place, level), by });
                }
            }
        }
        candidates.into_iter().min_by_key(|candidate| candidate.order)
    }

    /// Whether a level wants to ring somebody more for a chat.
    fn wants(&self, chat: Place, level: u8) -> bool {
        let state = &self.chats[&chat];
        let Some(ringing) = &state.ringing else { return false };
        match self.queues[&ringing.queue].level(level).ring {
            Ring::All { .. } => true,
            Ring::Best { count, .. } => state.out_at(level) < usize::from(count),
        }
    }

    /// Whether an operator of a segment could be rung by it now.
    pub(crate) fn is_ready(&self, operator: Key, segment: &Segment) -> bool {
        let hears = segment.rank != Rank::All || self.operators[&operator].stood.listening;
        hears && self.room_in(operator, segment) >= segment.demand.units
    }

    /// Whether a chat may be offered to an operator whom its level reaches.
    pub(crate) fn may_be_offered(&self, chat: Place, operator: Key) -> bool {
        let state = &self.chats[&chat];
        state.owner != Some(operator)
            && !state.tried().contains(&operator)
            && !state.excluded.contains(&operator)
            && state.offer_to(operator).is_none()
    }
}

/// The best operators for a chat.
impl Model {
    /// Rings the best operators for a chat at each level that wants somebody for it; where all have
    /// refused it, it rests.
    pub(crate) fn place_chat(&mut self, chat: Place) {
        let Some(ringing) = self.chats.get(&chat).and_then(|chat| chat.ringing.clone()) else {
            return;
        };
        if let Some(operator) = ringing.preferred {
            if self.may_ring_preferred(chat, operator) {
                self.ring_preferred(chat, operator);
            }
            return;
        }
        for level in ringing.live_levels() {
            match self.queues[&ringing.queue].level(level).ring {
                Ring::All { .. } => self.ring_whole_level(chat, level),
                Ring::Best { .. } => {
                    while self.wants(chat, level)
                        && let Some((operator, by)) = self.best_operator_for(chat, level)
                    {
                        self.ring_best(chat, level, operator, &by);
                    }
                }
            }
        }
        if self.nobody_is_left(chat) {
            self.rest_until_next_round(chat);
        }
    }

    fn ring_whole_level(&mut self, chat: Place, level: u8) {
        let mut rung = Vec::new();
        for segment in self.reached_by(chat, level) {
            let standing = self.standing(&segment).into_iter();
            rung.extend(standing.filter(|&operator| self.is_ready(operator, &segment)));
        }
        rung.sort_unstable();
        rung.dedup();
        rung.retain(|&operator| self.may_be_offered(chat, operator));
        self.ring_all(chat, level, &rung);
    }

    fn best_operator_for(&self, chat: Place, level: u8) -> Option<(Key, Segment)> {
        let mut ready = Vec::new();
        for segment in self.reached_by(chat, level) {
            for operator in self.standing(&segment) {
                if self.is_ready(operator, &segment) && self.may_be_offered(chat, operator) {
                    ready.push((self.rank_key(operator, &segment), operator, segment.clone()));
                }
            }
        }
        let best = ready.into_iter().min_by_key(|(key, _, _)| *key);
        best.map(|(_, operator, by)| (operator, by))
    }
}
