//! Which operator is better: one key for each order. The least key is the best.
//!
//! A key orders an index that is kept as things change, so that choosing is its first entry and
//! never a scan. No two keys in one index are equal: a turn is given once, and whoever could be offered
//! a chat has had one since they came.

use crate::directory::{Operator, Serial};
use crate::policy::Order;
use crate::router::Counters;
use crate::segment::Rank;

/// Where an operator stands in an order: what the order looks at, then the turn or the registration
/// that breaks the tie, as one small number: four of them and their handles fill a cache line.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct RankKey(u64);

/// How many bits hold a turn: at a million turns a second they last for nine years.
const TURN_BITS: u32 = 48;

impl RankKey {
    /// More than 65,535 chats, which nobody is free to add to, count as so many.
    fn new(first: u32, then: u64) -> Self {
        let first = u64::from(u16::try_from(first).unwrap_or(u16::MAX));
        Self(first << TURN_BITS | then.min((1 << TURN_BITS) - 1))
    }
}

/// What the orders look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    pub(crate) load: u32,
    idle_turn: u64,
    offered_turn: u64,
    registration: Serial,
}

impl Figures {
    pub(crate) fn of(operator: &Operator) -> Self {
        Self {
            load: operator.load(),
            idle_turn: operator.idle_turn,
            offered_turn: operator.offered_turn,
            registration: operator.serial,
        }
    }
}

/// Where an operator stands in an order.
pub(crate) fn rank_key(figures: Figures, rank: Rank) -> RankKey {
    match rank {
        Rank::All => in_order_of_registration(figures),
        Rank::By(Order::LeastBusy) => least_busy(figures),
        Rank::By(Order::LongestIdle) => longest_idle(figures),
        Rank::By(Order::RoundRobin) => round_robin(figures),
    }
}

fn in_order_of_registration(of: Figures) -> RankKey {
    RankKey::new(0, of.registration)
}

fn least_busy(of: Figures) -> RankKey {
    RankKey::new(of.load, of.idle_turn)
}

fn longest_idle(of: Figures) -> RankKey {
    RankKey::new(u32::from(of.load > 0), of.idle_turn)
}

/// Those who were never offered a chat come first, in the order of registration.
fn round_robin(of: Figures) -> RankKey {
    match of.offered_turn {
        0 => RankKey::new(0, of.registration),
        turn => RankKey::new(1, turn),
    }
}

impl Counters {
    /// The next turn. Turns are counted, not timed: what happens within one millisecond has an
    /// order too.
    pub(crate) fn next_turn(&mut self) -> u64 {
        self.turns += 1;
        self.turns
    }
}
