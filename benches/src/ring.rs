//! Everybody rings, the first to respond wins.

use refdesk::{Actor, LeaveChat, Ring, Span};

use crate::desk::{Desk, Rung, Shape, close};
use crate::steps::Kind;

/// One queue that rings all of its operators.
#[derive(Debug)]
pub struct RingAll {
    desk: Desk,
}

impl RingAll {
    /// The desk itself.
    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// That many operators, all free.
    #[must_use]
    pub fn of(operators: u32) -> Self {
        Self::with(operators, None)
    }

    /// That many operators, who have ten seconds to answer.
    #[must_use]
    pub fn lapsing(operators: u32) -> Self {
        Self::with(operators, Some(Span::from_secs(10)))
    }

    fn with(operators: u32, lapse_after: Option<Span>) -> Self {
        let ring = Ring::All { lapse_after };
        let shape = Shape { queues: 1, capacity: 10, ring, ..Shape::of(operators) };
        Self { desk: Desk::new(shape) }
    }

    /// A chat rings everybody, one of them takes it, and closes it.
    pub fn cycle(&mut self) {
        let command = self.desk.next_chat();
        self.desk.step(Kind::Open, &command);
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(Kind::Claim, &rung.accept());
        self.desk.step(Kind::Close, &close(rung.chat, rung.operator));
    }

    /// A chat rings everybody, all of them miss it, and the patron leaves.
    pub fn miss(&mut self) {
        let command = self.desk.next_chat();
        self.desk.step(Kind::Open, &command);
        let chat = self.desk.rung().map(|rung| rung.chat);
        self.desk.wait_for_a_timer();
        let Some(chat) = chat else { return };
        self.desk.step(Kind::Close, &LeaveChat { chat }.by(Actor::Host));
    }

    /// A chat rings everybody, and nobody answers.
    pub fn ring(&mut self) {
        let command = self.desk.next_chat();
        self.desk.step(Kind::Open, &command);
    }

    /// So many chats ring everybody at once; then each is claimed, by another operator.
    pub fn burst(&mut self, chats: u32) {
        let mut rung: Vec<Rung> = Vec::new();
        for number in 0..chats {
            let command = self.desk.next_chat();
            self.desk.step(Kind::Open, &command);
            rung.extend(self.desk.all_rung().nth(number as usize));
        }
        for rung in &rung {
            self.desk.step(Kind::Claim, &rung.accept());
        }
        for rung in rung {
            self.desk.step(Kind::Close, &close(rung.chat, rung.operator));
        }
    }
}
