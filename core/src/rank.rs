//! Which operator is better: one key for each order. The least key is the best.
//!
//! A key orders an index that is kept as things change, so that choosing is its first entry and
//! never a scan. Every key ends in the registration, so that no two are equal.

use crate::directory::{Operator, OperatorKey, Serial};
use crate::policy::Order;
use crate::router::Router;
use crate::segment::Rank;

/// Where an operator stands in an order.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct RankKey {
    load: u32,
    turn: u64,
    registration: Serial,
}

impl Router {
    pub(crate) fn rank_key(&self, operator: OperatorKey, rank: Rank) -> RankKey {
        let operator = &self.operators[operator];
        match rank {
            Rank::All => in_order_of_registration(operator),
            Rank::By(Order::LeastBusy) => least_busy(operator),
            Rank::By(Order::LongestIdle) => longest_idle(operator),
            Rank::By(Order::RoundRobin) => round_robin(operator),
        }
    }

    /// The next turn. Turns are counted, not timed: what happens within one millisecond has an
    /// order too.
    pub(crate) fn next_turn(&mut self) -> u64 {
        self.counters.turns += 1;
        self.counters.turns
    }
}

fn in_order_of_registration(operator: &Operator) -> RankKey {
    RankKey { load: 0, turn: 0, registration: operator.serial }
}

fn least_busy(operator: &Operator) -> RankKey {
    RankKey { load: operator.load(), turn: operator.idle_turn, registration: operator.serial }
}

fn longest_idle(operator: &Operator) -> RankKey {
    RankKey {
        load: operator.load().min(1),
        turn: operator.idle_turn,
        registration: operator.serial,
    }
}

fn round_robin(operator: &Operator) -> RankKey {
    RankKey { load: 0, turn: operator.offered_turn, registration: operator.serial }
}
