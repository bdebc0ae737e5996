//! Which operator is better.

use crate::{Order, Ring, Won};
use serde_json::{Value, json};

use super::Model;
use super::reach::Segment;
use super::state::{Key, Seat};

/// In which order a level looks at operators.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Rank {
    /// Everybody, by registration.
    All,
    By(Order),
    /// The most proficient first.
    Proficient(Order),
}

/// What lacks to the highest proficiency, the figure of the order, and what breaks the tie. The least
/// is the best.
pub(crate) type RankKey = (u32, u32, u64);

/// The highest proficiency that counts.
const MOST_PROFICIENT: u32 = 1_023;

/// Whose turn it is by weights: in one segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Merit {
    pub(crate) weight: u16,
    /// How many chats they are offered before their turn is over.
    pub(crate) left: u16,
    /// The turn at which they were offered the last one of those, and the one before.
    pub(crate) turn: u64,
    pub(crate) turn_before: u64,
}

impl Merit {
    pub(crate) const fn new(seat: Seat) -> Self {
        Self { weight: seat.weight, left: seat.weight, turn: 0, turn_before: 0 }
    }

    pub(crate) fn spend(&mut self, turn: u64) {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            self.left = self.weight;
            self.turn_before = core::mem::replace(&mut self.turn, turn);
        }
    }

    /// An offer was withdrawn without their fault: it does not count.
    pub(crate) fn regain(&mut self) {
        if self.left == self.weight && self.turn_before < self.turn {
            self.turn = self.turn_before;
            self.left = 1;
        } else if self.left < self.weight {
            self.left += 1;
        }
    }

    pub(crate) fn reseat(&mut self, seat: Seat) {
        self.left = self.left.min(seat.weight);
        self.weight = seat.weight;
    }
}

impl Rank {
    pub(crate) const fn of(ring: Ring) -> Self {
        match ring {
            Ring::All { .. } => Self::All,
            Ring::Best { order, proficient_first: false, .. } => Self::By(order),
            Ring::Best { order, proficient_first: true, .. } => Self::Proficient(order),
        }
    }
}

impl Model {
    /// Where an operator stands in the order of a segment.
    pub(crate) fn rank_key(&self, operator: Key, segment: &Segment) -> RankKey {
        let lack = match segment.rank {
            Rank::All => return (0, 0, operator),
            Rank::By(_) => 0,
            Rank::Proficient(_) => MOST_PROFICIENT - self.proficiency(operator, segment),
        };
        let state = &self.operators[&operator];
        let load = self.load(operator);
        let idle = state.idle_turn;
        let in_turn = |turn: u64| if turn == 0 { (lack, 0, operator) } else { (lack, 1, turn) };
        match segment.order() {
            Order::LeastBusy => (lack, load, idle),
            Order::MostSpare => {
                let spare = u32::from(state.capacity).saturating_sub(load);
                (lack, u32::MAX - spare, idle)
            }
            Order::LongestIdle => (lack, u32::from(load > 0), idle),
            Order::RoundRobin => in_turn(state.offered_turn),
            Order::WeightedRoundRobin => {
                let merit = self.segments.get(segment).and_then(|of| of.merits.get(&operator));
                in_turn(merit.map_or(0, |merit| merit.turn))
            }
            Order::FixedRanks => {
                let rank = self.seat(&segment.pool, operator).map_or(0, |seat| seat.rank);
                (lack, rank.into(), idle)
            }
        }
    }

    fn proficiency(&self, operator: Key, segment: &Segment) -> u32 {
        let skills = &self.operators[&operator].skills;
        let levels = segment.demand.needs.keys().map(|skill| skills.get(skill).copied());
        let sum: u32 = levels.map(|level| u32::from(level.unwrap_or(0))).sum();
        sum.min(MOST_PROFICIENT)
    }
}

impl Segment {
    fn order(&self) -> Order {
        match self.rank {
            Rank::By(order) | Rank::Proficient(order) => order,
            Rank::All => unreachable!("everybody is rung there"),
        }
    }

    /// A key as a claim tells it.
    pub(crate) fn won(&self, (lack, first, tie): RankKey) -> Won {
        let order = self.order();
        let mut won = json!({ "order": order });
        if matches!(self.rank, Rank::Proficient(_)) {
            won["proficiency"] = Value::from(MOST_PROFICIENT - lack);
        }
        let by_turns = matches!(order, Order::RoundRobin | Order::WeightedRoundRobin);
        if !by_turns {
            let spare = order == Order::MostSpare;
            won["figure"] = Value::from(if spare { u32::MAX - first } else { first });
        }
        let tie_is = if by_turns && first == 0 { "registration" } else { "turn" };
        won[tie_is] = Value::from(tie);
        serde_json::from_value(won).expect("somebody can have won by this")
    }
}
