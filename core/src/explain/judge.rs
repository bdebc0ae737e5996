//! How verdicts come about: each asks the place whose rule it is, as things are now.

use alloc::vec::Vec;
use core::cell::OnceCell;

use crate::chat::{Chat, ChatKey, OfferKey, OfferKind, Ringing};
use crate::deadline::DueKey;
use crate::directory::{Operator, OperatorKey};
use crate::explain::{Absence, LevelState, Verdict};
use crate::policy::Ring;
use crate::pool::{Pool, PoolOf};
use crate::rank::RankKey;
use crate::reach::Reached;
use crate::record::RollReason;
use crate::router::Router;
use crate::segment::{LineId, Standing};
use crate::skills::level_of;
use crate::time::Timestamp;
use crate::won::Won;

/// Judges the operators of one level for one chat.
pub(super) struct Judge<'r> {
    router: &'r Router,
    chat: ChatKey,
    line: LineId,
    ring: Ring,
    level: Stage,
    /// The keys of those who could be rung, the best first: found when first asked for.
    others: OnceCell<Vec<RankKey>>,
}

/// Where a level stands on a chat's way.
#[derive(Clone, Copy)]
enum Stage {
    Ahead,
    Live,
    /// It was passed over since it was not active, and is not yet.
    Dormant,
    Behind,
}

impl Stage {
    fn of(ringing: &Ringing, level: u8) -> Self {
        if ringing.is_live(level) {
            Self::Live
        } else if ringing.is_dormant(level) {
            Self::Dormant
        } else if level < ringing.first {
            Self::Behind
        } else {
            Self::Ahead
        }
    }
}

impl Judge<'_> {
    pub(super) fn on(&self, operator: OperatorKey) -> Verdict {
        self.personal(operator).unwrap_or_else(|| match self.level {
            Stage::Ahead => Verdict::LevelNotEntered,
            Stage::Dormant => Verdict::LevelDormant,
            Stage::Behind => Verdict::LevelLeft,
            Stage::Live => self.among_others(operator),
        })
    }

    /// What stands between the two of them, whichever way the level stands.
    fn personal(&self, operator: OperatorKey) -> Option<Verdict> {
        let Self { router, chat, line, .. } = *self;
        let rung = || router.verdict_on_rung(chat, operator, Some(line.level));
        let asked = || router.verdict_on_chat(chat, operator);
        let reached = || router.verdict_on_reach(line, operator);
        let room = || router.verdict_on_room(chat, operator);
        let limit = || self.assignment_full(operator);
        let hears = || self.too_many_broadcasts(operator);
        rung().or_else(asked).or_else(reached).or_else(room).or_else(limit).or_else(hears)
    }

    /// Whether each segment in which the level reaches them has less room than they have.
    fn assignment_full(&self, operator: OperatorKey) -> Option<Verdict> {
        let needs = self.router.chats[self.chat].demand.units;
        let stand_in = |standing: &Standing| self.router.stand_in(operator, standing.segment);
        let room = self.standings(operator).map(|standing| stand_in(standing).room).max()?;
        (room < needs).then_some(Verdict::AssignmentFull { needs, room })
    }

    fn too_many_broadcasts(&self, operator: OperatorKey) -> Option<Verdict> {
        let state = &self.router.operators[operator];
        let all = matches!(self.ring, Ring::All { .. });
        let holds = state.broadcasts;
        (all && !state.stand.listening).then_some(Verdict::TooManyBroadcasts { holds })
    }

    /// Who could be rung is not, since enough others are.
    fn among_others(&self, operator: OperatorKey) -> Verdict {
        let key = self.key(operator);
        let won = key.and_then(|key| Won::in_ring(self.ring, key));
        let better = |other: &&RankKey| key.is_some_and(|key| **other < key);
        let better = self.others.get_or_init(|| self.keys()).iter().filter(better).count();
        match u32::try_from(better).unwrap_or(u32::MAX).saturating_add(1) {
            1 => Verdict::Next { won },
            place => Verdict::EnoughRung { place, won },
        }
    }

    /// The best key of an operator in the segments that the level reaches.
    fn key(&self, operator: OperatorKey) -> Option<RankKey> {
        let keys = self.standings(operator).filter_map(|standing| {
            let ready = &self.router.segments[standing.segment].ready;
            Some(*ready.get(standing.handle?).0)
        });
        keys.min()
    }

    /// The best keys of all who could be rung.
    fn keys(&self) -> Vec<RankKey> {
        let ready = self.reached().iter().flat_map(|reached| {
            let ready = self.router.segments[reached.segment].ready.iter();
            ready.map(|(_, operator)| operator)
        });
        let mut operators: Vec<OperatorKey> =
            ready.filter(|&operator| self.router.may_be_offered(self.chat, operator)).collect();
        operators.sort_unstable();
        operators.dedup();
        operators.into_iter().filter_map(|operator| self.key(operator)).collect()
    }

    /// Where an operator stands, of the segments that the level reaches.
    fn standings(&self, operator: OperatorKey) -> impl Iterator<Item = &Standing> {
        let standings = self.router.operators[operator].standings.iter();
        standings.filter(|at| self.reached().iter().any(|reached| reached.segment == at.segment))
    }

    fn reached(&self) -> &[Reached] {
        &self.router.lane(self.line).reached
    }
}

impl Router {
    pub(super) fn judge(&self, chat: ChatKey, ringing: &Ringing, level: u8) -> Judge<'_> {
        let line = ringing.line_at(level);
        Judge {
            router: self,
            chat,
            line,
            ring: self.level(line).ring,
            level: Stage::of(ringing, level),
            others: OnceCell::new(),
        }
    }

    /// How the operator stands for whom a chat waits alone.
    pub(super) fn verdict_on_preferred(&self, chat: ChatKey, operator: OperatorKey) -> Verdict {
        let rung = || self.verdict_on_rung(chat, operator, None);
        let asked = || self.verdict_on_chat(chat, operator);
        let room = || self.verdict_on_room(chat, operator);
        let limit = || {
            let needs = self.chats[chat].demand.units;
            let full = !self.has_room_for(chat, operator);
            full.then_some(Verdict::AssignmentFull { needs, room: 0 })
        };
        let verdict = rung().or_else(asked).or_else(room).or_else(limit);
        verdict.unwrap_or(Verdict::Next { won: None })
    }

    /// Whether they are rung already: by this level, or by another one or none.
    fn verdict_on_rung(
        &self,
        chat: ChatKey,
        operator: OperatorKey,
        level: Option<u8>,
    ) -> Option<Verdict> {
        let key = self.offer_to(operator, chat)?;
        let offer = self.the_offer(key);
        if offer.kind.level() != level {
            return Some(Verdict::RungElsewhere { level: offer.kind.level() });
        }
        let lapses_at = self.lapses_at(key, offer.kind);
        Some(Verdict::Rung { offer: offer.id, won: self.won(key), lapses_at })
    }

    fn lapses_at(&self, offer: OfferKey, kind: OfferKind) -> Option<Timestamp> {
        let Chat { offers, ringing, transfer, .. } = &self.chats[offer.chat];
        let ringing = ringing.as_ref();
        let timer: Option<DueKey> = match kind {
            OfferKind::Broadcast { level } => {
                ringing.and_then(|ringing| ringing.at[usize::from(level)].lapses)
            }
            OfferKind::Targeted { .. } => offers.reservation(offer.id).and_then(|of| of.lapses),
            OfferKind::Preferred => ringing.and_then(|r| r.preferred).map(|p| p.patience),
            OfferKind::Transfer => transfer.as_ref().and_then(|transfer| transfer.lapses),
        };
        self.timers.get(timer?).map(|timer| timer.0)
    }

    /// Whether the chat is not for them: see [`Router::may_be_offered`].
    fn verdict_on_chat(&self, chat: ChatKey, operator: OperatorKey) -> Option<Verdict> {
        let Chat { owner, excluded, ringing, .. } = &self.chats[chat];
        if *owner == Some(operator) {
            Some(Verdict::Answers)
        } else if excluded.contains(&operator) {
            Some(Verdict::Excluded)
        } else if ringing.as_ref().is_some_and(|ringing| ringing.has_tried(operator)) {
            Some(Verdict::Refused)
        } else {
            None
        }
    }

    /// Whether the level does not reach them for what the chat asks: see [`Router::admits`].
    fn verdict_on_reach(&self, line: LineId, operator: OperatorKey) -> Option<Verdict> {
        if self.is_reached_by(line, operator) {
            return None;
        }
        let member = self.member_key(operator);
        let pools = self.level(line).sources.iter().map(|&pool| &self.pools[pool]);
        let mut pools = pools.filter(|pool| pool.members.contains_key(&member)).peekable();
        if pools.peek().is_none() {
            return Some(Verdict::OptedOut);
        }
        let is_closed = |pool: &Pool| match pool.of {
            PoolOf::Queue(queue) => queue != line.queue && !self.queues[queue].is_open(),
            PoolOf::Group | PoolOf::Names => false,
        };
        if pools.all(is_closed) {
            return Some(Verdict::QueueClosed);
        }
        let Operator { institution, ref skills, .. } = self.operators[operator];
        if !self.may_staff(line.queue, institution) {
            return Some(Verdict::NoGrant);
        }
        if !self.may_ring(line.queue, institution) {
            let cap = self.cap_reached(line.queue, institution);
            return Some(cap.map_or(Verdict::GrantClosed, |cap| Verdict::GrantAtCap { cap }));
        }
        let lacks = self.lane(line).demand.needs.iter().find_map(|need| {
            let has = level_of(skills, &need.skill);
            let (skill, needs) = (need.skill.clone(), need.at_least);
            (has < needs).then_some(Verdict::LacksSkill { skill, has, needs })
        });
        // Nothing else keeps a member of the pool out.
        Some(lacks.unwrap_or(Verdict::OptedOut))
    }

    /// Whether they are not there, or full.
    fn verdict_on_room(&self, chat: ChatKey, operator: OperatorKey) -> Option<Verdict> {
        let state = &self.operators[operator];
        let (needs, room) = (self.chats[chat].demand.units, state.stand.room);
        if !state.stand.there {
            return Some(Verdict::NotThere { why: self.absence(operator) });
        }
        let capacity = state.capacity;
        (!state.stand.free_for(needs)).then_some(Verdict::NoRoom { needs, room, capacity })
    }

    /// Why an operator takes nothing new, who does not: see [`Router::takes_chats`].
    fn absence(&self, operator: OperatorKey) -> Absence {
        let state = &self.operators[operator];
        match state.sessions.iter().map(|session| session.show).min() {
            None if state.grace.is_some() => Absence::InGrace,
            None => Absence::Offline,
            Some(_) if state.pause.is_some() => Absence::Paused,
            Some(_) if state.leaving => Absence::Leaving,
            Some(_) if state.capacity == 0 => Absence::NoCapacity,
            Some(show) => Absence::Shown { show },
        }
    }

    pub(super) fn state_of_level(&self, chat: ChatKey, ringing: &Ringing, level: u8) -> LevelState {
        let line = ringing.line_at(level);
        let vacant = self.nobody_for(line);
        match Stage::of(ringing, level) {
            Stage::Ahead => {
                let open = self.queues[line.queue].is_open();
                let active = self.level(line).is_active(open, ringing.admitted);
                let dormant = (!active).then_some(RollReason::OutOfHours);
                LevelState::NotEntered { vacant: dormant.or(vacant) }
            }
            Stage::Dormant => LevelState::Dormant,
            Stage::Behind => LevelState::Replaced { left: self.left(chat, line) },
            Stage::Live => {
                let last = level == ringing.stage;
                let ends = ringing.level_ends.filter(|_| last);
                LevelState::Rings {
                    rung: ringing.out_at(level),
                    wanted: match self.level(line).ring {
                        Ring::All { .. } => None,
                        Ring::Best { count, .. } => Some(count),
                    },
                    until: ends.and_then(|timer| self.timers.get(timer)).map(|timer| timer.0),
                    left: if last { None } else { self.left(chat, line) },
                    vacant,
                }
            }
        }
    }

    /// Why a chat left a level that it left: the last time, which is on its present way.
    fn left(&self, chat: ChatKey, line: LineId) -> Option<RollReason> {
        let queue = &self.queues[line.queue].id;
        let mut hops = self.chats[chat].record.hops.iter().rev();
        let hop = hops.find(|hop| hop.level == line.level && hop.queue == *queue);
        hop.map(|hop| hop.reason)
    }
}
