//! Chats that need a skill, in one queue of everybody.

use std::collections::VecDeque;

use refdesk::{Actor, ChatId, Need, OperatorId, Order, Ring, SetSkills, SkillId, Span};

use crate::desk::{Desk, Shape, close, id, operator};
use crate::steps::Kind;

/// Operators of whom some have the skill, a third of them busy with it: for each chat that opens the
/// oldest closes.
#[derive(Debug)]
pub struct Skilled {
    desk: Desk,
    active: VecDeque<(ChatId, OperatorId)>,
}

impl Skilled {
    /// A thousand operators, so many of a hundred of whom have the skill; the least busy first.
    #[must_use]
    pub fn of(percent: u32) -> Self {
        Self::ringing(percent, Ring::best(Order::LeastBusy))
    }

    /// The same; who is best at it comes first, and of those the least busy.
    #[must_use]
    pub fn proficient_first(percent: u32) -> Self {
        let lapse_after = Some(Span::from_secs(20));
        let (count, order) = (1, Order::LeastBusy);
        Self::ringing(percent, Ring::Best { count, order, proficient_first: true, lapse_after })
    }

    fn ringing(percent: u32, ring: Ring) -> Self {
        let shape = Shape { queues: 1, ring, ..Shape::of(1_000) };
        let (operators, chats) = (shape.operators, percent * 10);
        let mut skilled = Self { desk: Desk::new(shape), active: VecDeque::new() };
        for number in (0..operators).filter(|number| number % 100 < percent) {
            let level = u8::try_from(1 + number % 5).expect("it is at most five");
            let skills = [(skill(), level)].into();
            let set = SetSkills { operator: operator(number), skills };
            skilled.desk.step(Kind::SetUp, &set.by(Actor::Host));
        }
        for _ in 0..chats {
            skilled.open(Kind::SetUp, Kind::SetUp);
        }
        skilled
    }

    /// A chat that needs the skill opens and is claimed; the oldest closes.
    pub fn cycle(&mut self) {
        self.open(Kind::Open, Kind::Claim);
        let Some((chat, operator)) = self.active.pop_front() else { return };
        self.desk.step(Kind::Close, &close(chat, operator));
    }

    fn open(&mut self, open: Kind, claim: Kind) {
        let needs = vec![Need { skill: skill(), at_least: 1 }];
        let command = self.desk.next_chat_with(|open| open.needs = needs);
        self.desk.step(open, &command);
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(claim, &rung.accept());
        self.active.push_back((rung.chat, rung.operator));
    }
}

fn skill() -> SkillId {
    id("french")
}
