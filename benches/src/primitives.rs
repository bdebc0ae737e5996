//! The bare primitives: what a command cannot do without, each by itself.

use std::collections::BTreeMap;
use std::hint::black_box;

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use refdesk::{ChatId, OperatorId, QueueId};

use crate::desk::{id, operator};

/// Ids in a map, looked up in an order that no cache foresees.
#[derive(Debug)]
pub struct Ids {
    numbers: HashMap<OperatorId, u32, FixedState>,
    asked: Vec<OperatorId>,
    turn: usize,
}

impl Ids {
    /// That many ids.
    #[must_use]
    pub fn of(ids: u32) -> Self {
        let mut chance = ChaCha8Rng::seed_from_u64(1);
        let asked = (0..ids).map(|_| operator(chance.random_range(0..ids))).collect();
        let numbers = (0..ids).map(|number| (operator(number), number)).collect();
        Self { numbers, asked, turn: 0 }
    }

    /// Looks the next id up.
    pub fn find(&mut self) -> Option<u32> {
        self.turn = (self.turn + 1) % self.asked.len();
        self.numbers.get(&self.asked[self.turn]).copied()
    }
}

/// Operators in an order, as a standard tree keeps it.
#[derive(Debug)]
pub struct Ranks {
    operators: BTreeMap<u64, u32>,
    turn: u64,
}

impl Ranks {
    /// That many operators.
    #[must_use]
    pub fn of(operators: u32) -> Self {
        let in_order = (0..operators).map(|number| (number.into(), number));
        Self { operators: in_order.collect(), turn: operators.into() }
    }

    /// The first becomes the last.
    pub fn update(&mut self) {
        let Some((_, operator)) = self.operators.pop_first() else { return };
        self.operators.insert(self.turn, operator);
        self.turn += 1;
    }
}

/// A buffer of events with strings, as a step fills and a host empties it.
#[derive(Debug)]
pub struct Said {
    offer: (ChatId, OperatorId, QueueId),
    events: Vec<(u64, (ChatId, OperatorId, QueueId))>,
}

impl Default for Said {
    fn default() -> Self {
        let offer = (id("chat-00000001"), operator(1), id("queue-00001"));
        Self { offer, events: Vec::new() }
    }
}

impl Said {
    /// One event more.
    pub fn append(&mut self) {
        self.events.clear();
        self.events.push((1, self.offer.clone()));
        black_box(&self.events);
    }
}
