//! Which operator is better: one key for each order. The least key is the best.
//!
//! A key orders an index that is kept as things change, so that choosing is its first entry and
//! never a scan. No two keys in one index are equal: a turn is given once, and whoever could be offered
//! a chat has had one since they came.

use crate::directory::{Operator, Serial};
use crate::policy::{Order, Ring};
use crate::router::Counters;

/// In which order a segment keeps its operators.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Rank {
    /// For broadcasts: by registration, and only those who have room for one more.
    All,
    By(Order),
    /// Who is best at what is needed comes first; among equals, by the order.
    Proficient(Order),
}

impl Rank {
    pub(crate) const fn of(ring: Ring) -> Self {
        match ring {
            Ring::All { .. } => Self::All,
            Ring::Best { order, proficient_first: false, .. } => Self::By(order),
            Ring::Best { order, proficient_first: true, .. } => Self::Proficient(order),
        }
    }

    /// Whether it looks at what only the segment knows of an operator.
    pub(crate) const fn has_merits(self) -> bool {
        match self {
            Self::All => false,
            Self::By(order) => {
                matches!(order, Order::WeightedRoundRobin | Order::FixedRanks)
            }
            Self::Proficient(_) => true,
        }
    }
}

/// Where an operator stands in an order: what the order looks at, then the turn or the registration
/// that breaks the tie, as one small number: four of them and their handles fill a cache line.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct RankKey(u64);

/// How many bits hold a turn: at a million turns a second they last for nine years.
pub(crate) const TURN_BITS: u32 = 48;

/// How many bits hold the first figure, and a turn, where proficiency comes before them: at a thousand
/// turns a second they last for five hundred years.
const FIRST_BITS: u32 = 10;
const SHORT_TURN_BITS: u32 = 44;

/// The most units that count, without proficiency and with it.
const MOST: u32 = u16::MAX as u32;
const MOST_WITH_PROFICIENCY: u32 = (1 << FIRST_BITS) - 1;

/// The highest proficiency that counts: more than ten skills at the highest level.
const MOST_PROFICIENT: u32 = 1_023;

impl RankKey {
    /// More than 65,535 units, which nobody is free to add to, count as so many.
    fn new(first: u32, then: u64) -> Self {
        let first = u64::from(u16::try_from(first).unwrap_or(u16::MAX));
        Self(first << TURN_BITS | then.min((1 << TURN_BITS) - 1))
    }

    pub(crate) const fn of_bits(bits: u64) -> Self {
        Self(bits)
    }

    pub(crate) const fn bits(self) -> u64 {
        self.0
    }

    /// The same, after those who are more proficient. More than 1,023 units count as so many.
    fn proficient(self, proficiency: u32) -> Self {
        let lack = u64::from(MOST_PROFICIENT - proficiency.min(MOST_PROFICIENT));
        let first = (self.0 >> TURN_BITS).min((1 << FIRST_BITS) - 1);
        let then = (self.0 & ((1 << TURN_BITS) - 1)).min((1 << SHORT_TURN_BITS) - 1);
        Self(lack << (FIRST_BITS + SHORT_TURN_BITS) | first << SHORT_TURN_BITS | then)
    }
}

/// What a key says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct KeyParts {
    /// How proficient they are, where that comes first.
    pub(crate) proficiency: Option<u16>,
    /// What the order looks at.
    pub(crate) figure: u16,
    /// The turn or the registration that breaks the tie.
    pub(crate) tie: u64,
}

impl RankKey {
    /// What the key says in an order.
    pub(crate) fn parts(self, order: Order, proficient_first: bool) -> KeyParts {
        let turn_bits = if proficient_first { SHORT_TURN_BITS } else { TURN_BITS };
        let first_bits = if proficient_first { FIRST_BITS } else { u64::BITS - TURN_BITS };
        let most = (1 << first_bits) - 1;
        let narrow = |bits: u64| u16::try_from(bits & most).unwrap_or(u16::MAX);
        let first = narrow(self.0 >> turn_bits);
        KeyParts {
            proficiency: proficient_first.then(|| {
                narrow(u64::from(MOST_PROFICIENT) - (self.0 >> (FIRST_BITS + SHORT_TURN_BITS)))
            }),
            figure: if order == Order::MostSpare { narrow(most) - first } else { first },
            tie: self.0 & ((1 << turn_bits) - 1),
        }
    }

    /// The key that says this in an order.
    pub(crate) fn of_parts(order: Order, parts: &KeyParts) -> Self {
        let figure = u32::from(parts.figure);
        let key = |most: u32| {
            let less = order == Order::MostSpare;
            Self::new(if less { most.saturating_sub(figure) } else { figure }, parts.tie)
        };
        match parts.proficiency {
            Some(proficiency) => key(MOST_WITH_PROFICIENCY).proficient(proficiency.into()),
            None => key(MOST),
        }
    }
}

/// What the orders look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    pub(crate) load: u32,
    capacity: u16,
    idle_turn: u64,
    offered_turn: u64,
    pub(crate) registration: Serial,
}

impl Figures {
    pub(crate) fn of(operator: &Operator) -> Self {
        Self {
            load: operator.load(),
            capacity: operator.capacity,
            idle_turn: operator.idle_turn,
            offered_turn: operator.offered_turn,
            registration: operator.serial,
        }
    }
}

/// What a segment knows of an operator besides: what their assignment says, how good they are at
/// what is needed, and whose turn it is by weights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Merit {
    pub(crate) seat: Seat,
    pub(crate) proficiency: u32,
    /// How many chats they are offered before their turn is over.
    left: u16,
    /// The turn at which they were offered the last one of those, and the one before.
    turn: u64,
    turn_before: u64,
}

/// What the membership in a pool says of an operator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Seat {
    /// The rank among fixed ones: 0 is the first.
    pub(crate) rank: u16,
    /// How many chats one turn is worth, at least 1.
    pub(crate) weight: u16,
}

impl Seat {
    /// Whoever is named in a list has the rank of their place in it.
    pub(crate) fn in_list(place: usize) -> Self {
        Self { rank: u16::try_from(place).unwrap_or(u16::MAX), weight: 1 }
    }
}

impl Default for Seat {
    fn default() -> Self {
        Self { rank: 0, weight: 1 }
    }
}

impl Merit {
    /// The same, with other turns.
    pub(crate) const fn with_turns(self, (left, turn, turn_before): (u16, u64, u64)) -> Self {
        Self { left, turn, turn_before, ..self }
    }

    /// How many chats are left of a turn, the turn of the last, and the one before.
    pub(crate) const fn turns(&self) -> (u16, u64, u64) {
        (self.left, self.turn, self.turn_before)
    }

    pub(crate) const fn new(seat: Seat, proficiency: u32) -> Self {
        Self { seat, proficiency, left: seat.weight, turn: 0, turn_before: 0 }
    }

    /// They are offered a chat: the last one of their turn sends them behind the others.
    pub(crate) fn spend(&mut self, turn: u64) {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            self.left = self.seat.weight;
            self.turn_before = core::mem::replace(&mut self.turn, turn);
        }
    }

    /// An offer was withdrawn without their fault: it does not count.
    pub(crate) fn regain(&mut self) {
        if self.left == self.seat.weight && self.turn_before < self.turn {
            self.turn = self.turn_before;
            self.left = 1;
        } else if self.left < self.seat.weight {
            self.left += 1;
        }
    }

    /// The membership says something else now; what is left of a turn is no more than a whole one.
    pub(crate) fn reseat(&mut self, seat: Seat) {
        self.left = self.left.min(seat.weight);
        self.seat = seat;
    }
}

/// Where an operator stands in an order that looks at nothing but what they are.
#[inline]
pub(crate) fn plain_key(figures: Figures, rank: Rank) -> Option<RankKey> {
    match rank {
        Rank::By(Order::LeastBusy) => Some(least_busy(figures)),
        Rank::By(Order::MostSpare) => Some(most_spare(figures, MOST)),
        Rank::By(Order::LongestIdle) => Some(longest_idle(figures)),
        Rank::By(Order::RoundRobin) => Some(round_robin(figures.offered_turn, figures)),
        Rank::All => Some(in_order_of_registration(figures)),
        Rank::By(Order::WeightedRoundRobin | Order::FixedRanks) | Rank::Proficient(_) => None,
    }
}

/// Where an operator stands in an order.
pub(crate) fn rank_key(figures: Figures, rank: Rank, merit: Merit) -> RankKey {
    match rank {
        Rank::All => in_order_of_registration(figures),
        Rank::By(order) => by(order, figures, merit, MOST),
        Rank::Proficient(order) => {
            by(order, figures, merit, MOST_WITH_PROFICIENCY).proficient(merit.proficiency)
        }
    }
}

/// More than `most` units count as so many.
fn by(order: Order, figures: Figures, merit: Merit, most: u32) -> RankKey {
    match order {
        Order::LeastBusy => least_busy(figures),
        Order::MostSpare => most_spare(figures, most),
        Order::LongestIdle => longest_idle(figures),
        Order::RoundRobin => round_robin(figures.offered_turn, figures),
        Order::WeightedRoundRobin => round_robin(merit.turn, figures),
        Order::FixedRanks => fixed_ranks(figures, merit),
    }
}

fn in_order_of_registration(of: Figures) -> RankKey {
    RankKey::new(0, of.registration)
}

fn least_busy(of: Figures) -> RankKey {
    RankKey::new(of.load, of.idle_turn)
}

fn most_spare(of: Figures, most: u32) -> RankKey {
    let spare = u32::from(of.capacity).saturating_sub(of.load);
    RankKey::new(most.saturating_sub(spare), of.idle_turn)
}

fn longest_idle(of: Figures) -> RankKey {
    RankKey::new(u32::from(of.load > 0), of.idle_turn)
}

/// Those whose turn never was come first, in the order of registration.
fn round_robin(turn: u64, of: Figures) -> RankKey {
    match turn {
        0 => RankKey::new(0, of.registration),
        turn => RankKey::new(1, turn),
    }
}

fn fixed_ranks(of: Figures, merit: Merit) -> RankKey {
    RankKey::new(u32::from(merit.seat.rank), of.idle_turn)
}

impl Counters {
    /// The next turn. Turns are counted, not timed: what happens within one millisecond has an
    /// order too.
    pub(crate) fn next_turn(&mut self) -> u64 {
        self.turns += 1;
        self.turns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proficiency_comes_before_units_and_units_before_turns() {
        let key = |proficiency, units, turn| RankKey::new(units, turn).proficient(proficiency);
        assert!(key(2, 1_023, 99) < key(1, 0, 1));
        assert!(key(1, 3, 99) < key(1, 4, 1));
        assert!(key(1, 3, 1) < key(1, 3, 2));
    }

    #[test]
    fn what_does_not_fit_counts_as_the_most_that_does() {
        let key = |proficiency, units, turn| RankKey::new(units, turn).proficient(proficiency);
        assert!(key(1, 1_022, 0) < key(1, 1_023, 0));
        assert_eq!(key(1, 1_024, 0), key(1, 1_023, 0));
        let last = (1 << SHORT_TURN_BITS) - 1;
        assert!(key(1, 0, last - 1) < key(1, 0, last));
        assert_eq!(key(1, 0, last + 1), key(1, 0, last));
        assert!(key(1_023, 0, 0) < key(1_022, 0, 0));
        assert_eq!(key(1_024, 0, 0), key(1_023, 0, 0));
    }
}
