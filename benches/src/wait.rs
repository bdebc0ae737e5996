//! Timers by the million: chats that wait where nobody is free, each until its wait is over.

use refdesk::{Actor, After, Level, Order, Policy, Ring, SetPolicy, Source, Span};

use crate::desk::{Desk, Shape, queue};
use crate::steps::Kind;

/// Chats in line, each with a timer: when it runs out a message is taken, and the chat ends.
#[derive(Debug)]
pub struct Waiting {
    desk: Desk,
}

impl Waiting {
    /// The desk itself.
    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// That many chats in a hundred queues whose operators are busy, opened a millisecond apart.
    #[must_use]
    pub fn of(chats: u32) -> Self {
        let shape = Shape { queues: 100, capacity: 1, ..Shape::of(100) };
        let mut waiting = Self { desk: Desk::new(shape) };
        waiting.occupy();
        waiting.end_waits_after(Span::from_secs(3_600));
        for _ in 0..chats {
            waiting.desk.wait(Span::from_millis(1));
            let command = waiting.desk.next_chat();
            waiting.desk.step(Kind::SetUp, &command);
        }
        waiting
    }

    /// Everybody takes a chat, until nobody is rung any more in a row as long as there are queues.
    fn occupy(&mut self) {
        let mut in_vain = 0;
        while in_vain < 1_000 {
            let command = self.desk.next_chat();
            self.desk.step(Kind::SetUp, &command);
            match self.desk.rung() {
                Some(rung) => self.desk.step(Kind::SetUp, &rung.accept()),
                None => in_vain += 1,
            }
        }
    }

    fn end_waits_after(&mut self, wait: Span) {
        let ring = Ring::best(Order::LeastBusy);
        let level = Level::of([Source::Assigned], ring).rolling_on_after(wait);
        let after = After::TakeMessage { notice: None };
        let policy = Policy { after, ..Policy::of([level]) };
        for number in 0..100 {
            let set = SetPolicy { queue: queue(number), policy: policy.clone() };
            self.desk.step(Kind::SetUp, &set.by(Actor::Host));
        }
    }

    /// All waits end in one step of time. The router pauses after so many events, and the host lets
    /// it go on.
    pub fn end_at_once(&mut self) {
        while self.desk.wait(Span::from_secs(100_000)) {}
    }

    /// Each wait ends in a step of its own.
    pub fn end_one_by_one(&mut self) {
        while self.desk.wait_for_a_timer() {}
    }
}
