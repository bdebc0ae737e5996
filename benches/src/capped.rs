//! A grant with a cap, which each chat reaches and frees again.

use std::collections::VecDeque;

use refdesk::{
    Actor, ChatId, Grant, Level, OperatorId, Order, Policy, Right, Ring, SetPolicy, Source,
};

use crate::desk::{Desk, Shape, close, institution, queue};
use crate::rollover::agree;
use crate::steps::Kind;

/// The most chats that the partner's operators answer at once.
const CAP: u32 = 10;

/// A queue that the thirty operators of a partner staff, up to the cap.
#[derive(Debug)]
pub struct Capped {
    desk: Desk,
    active: VecDeque<(ChatId, OperatorId)>,
}

impl Capped {
    /// One chat less than the cap.
    #[must_use]
    pub fn new() -> Self {
        let shape = Shape { queues: 2, queues_each: 1, ..Shape::of(60) };
        let mut capped = Self { desk: Desk::new(shape), active: VecDeque::new() };
        let grant = Grant { cap: Some(CAP), ..Grant::of(Right::Staff) };
        agree(&mut capped.desk, &institution(0), &institution(1), grant);
        let partner = Source::Queue { queue: queue(1) };
        let policy = Policy::of([Level::of([partner], Ring::best(Order::LeastBusy))]);
        let set = SetPolicy { queue: queue(0), policy };
        capped.desk.step(Kind::SetUp, &set.by(Actor::Host));
        for _ in 1..CAP {
            capped.open(Kind::SetUp, Kind::SetUp);
        }
        capped
    }

    /// A chat reaches the cap as it is offered, and is claimed; the oldest closes, and frees it.
    pub fn cycle(&mut self) {
        self.open(Kind::Open, Kind::Claim);
        let Some((chat, operator)) = self.active.pop_front() else { return };
        self.desk.step(Kind::Close, &close(chat, operator));
    }

    fn open(&mut self, open: Kind, claim: Kind) {
        let command = self.desk.next_chat_with(|open| open.queue = queue(0));
        self.desk.step(open, &command);
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(claim, &rung.accept());
        self.active.push_back((rung.chat, rung.operator));
    }
}

impl Default for Capped {
    fn default() -> Self {
        Self::new()
    }
}
