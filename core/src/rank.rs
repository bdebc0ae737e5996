//! Which operator is better: one key for each order. The least key is the best.
//!
//! A key orders an index that is kept as things change, so that choosing is its first entry and
//! never a scan. No two keys in one index are equal: a turn is given once, and whoever could be offered
//! a chat has had one since they came.

use crate::directory::Operator;
use crate::policy::Order;
use crate::router::Router;
use crate::segment::Rank;

/// Where an operator stands in an order: what the order looks at, then the turn or the registration
/// that breaks the tie, as one number, so that comparing two is a single subtraction.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct RankKey(u128);

impl RankKey {
    const fn new(first: u64, then: u64) -> Self {
        Self((first as u128) << 64 | then as u128)
    }
}

/// Where an operator stands in an order.
pub(crate) fn rank_key(operator: &Operator, rank: Rank) -> RankKey {
    match rank {
        Rank::All => in_order_of_registration(operator),
        Rank::By(Order::LeastBusy) => least_busy(operator),
        Rank::By(Order::LongestIdle) => longest_idle(operator),
        Rank::By(Order::RoundRobin) => round_robin(operator),
    }
}

impl Router {
    /// The next turn. Turns are counted, not timed: what happens within one millisecond has an
    /// order too.
    pub(crate) fn next_turn(&mut self) -> u64 {
        self.counters.turns += 1;
        self.counters.turns
    }
}

fn in_order_of_registration(operator: &Operator) -> RankKey {
    RankKey::new(0, operator.serial)
}

fn least_busy(operator: &Operator) -> RankKey {
    RankKey::new(operator.load().into(), operator.idle_turn)
}

fn longest_idle(operator: &Operator) -> RankKey {
    RankKey::new(operator.load().min(1).into(), operator.idle_turn)
}

/// Those who were never offered a chat come first, in the order of registration.
fn round_robin(operator: &Operator) -> RankKey {
    match operator.offered_turn {
        0 => RankKey::new(0, operator.serial),
        turn => RankKey::new(1, turn),
    }
}
