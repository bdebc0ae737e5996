//! Queues that have hours.

use refdesk::hours::{Day, Hours, Window};
use refdesk::{
    Actor, ChatId, LeaveChat, Level, OnlyWhen, Order, Policy, Ring, SetHours, SetPolicy, Show,
    Source, Span,
};

use crate::desk::{Desk, Shape, operator, queue, show};
use crate::life::Life;
use crate::steps::Kind;

/// Who has a place in the queue, each for one chat; as many chats again wait in vain.
const OPERATORS: u32 = 100;

/// An ordinary day at noon, in queues that are open from eight to eight.
#[must_use]
pub fn with_hours(shape: Shape) -> Life {
    let queues = shape.queues;
    let mut life = Life::steady(shape);
    life.desk().wait(Span::from_secs(12 * 3_600));
    for number in 0..queues {
        open_by_day(life.desk(), number);
    }
    life
}

fn open_by_day(desk: &mut Desk, number: u32) {
    let hours = Hours::of("UTC", [Window::of(Day::ALL, "08:00", "20:00")]);
    let set = SetHours { queue: queue(number), hours: Some(hours.into()) };
    desk.step(Kind::SetUp, &set.by(Actor::Host));
}

/// One queue that two hundred chats come to each night, when nobody is rung: in the morning a hundred
/// of them are offered to somebody, and in the evening all wait still, and leave.
#[derive(Debug)]
pub struct Nights {
    desk: Desk,
}

impl Nights {
    /// A night, before anybody has come.
    #[must_use]
    pub fn new() -> Self {
        let shape = Shape { queues: 1, capacity: 1, ..Shape::of(OPERATORS + 1) };
        let mut nights = Self { desk: Desk::new(shape) };
        let owl = operator(OPERATORS);
        nights.desk.step(Kind::SetUp, &show(owl.clone(), Show::Away));
        // Nobody's time is up before the evening.
        let order = Order::LeastBusy;
        let ring = Ring::Best { count: 1, order, proficient_first: false, lapse_after: None };
        let by_day = Level::of([Source::Assigned], ring);
        let names = Source::Operators { operators: vec![owl] };
        let always = Level { only_when: OnlyWhen::Always, ..Level::of([names], ring) };
        let policy = Policy::of([by_day, always]);
        let set = SetPolicy { queue: queue(0), policy };
        nights.desk.step(Kind::SetUp, &set.by(Actor::Host));
        open_by_day(&mut nights.desk, 0);
        nights
    }

    /// A night and a day, of which the morning is measured: the queue opens.
    pub fn open(&mut self) {
        let chats = self.come();
        self.desk.wait_for_a_timer();
        self.desk.pass();
        self.leave(chats);
    }

    /// A night and a day, of which the evening is measured: the queue closes.
    pub fn close(&mut self) {
        let chats = self.come();
        self.desk.pass();
        self.desk.wait_for_a_timer();
        self.leave(chats);
    }

    fn come(&mut self) -> Vec<ChatId> {
        let mut chats = Vec::new();
        for _ in 0..2 * OPERATORS {
            let command = self.desk.next_chat_with(|open| chats.push(open.chat.clone()));
            self.desk.step(Kind::SetUp, &command);
        }
        chats
    }

    fn leave(&mut self, chats: Vec<ChatId>) {
        for chat in chats {
            self.desk.step(Kind::SetUp, &LeaveChat { chat }.by(Actor::Host));
        }
    }
}

impl Default for Nights {
    fn default() -> Self {
        Self::new()
    }
}
