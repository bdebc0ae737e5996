//! Everybody rings, the first to respond wins.

use refdesk::Ring;

use crate::desk::{Desk, Rung, Shape, close};
use crate::steps;

/// One queue that rings all of its operators.
#[derive(Debug)]
pub struct RingAll {
    desk: Desk,
}

impl RingAll {
    /// That many operators, all free.
    #[must_use]
    pub fn of(operators: u32) -> Self {
        let ring = Ring::All { lapse_after: None };
        let shape = Shape { queues: 1, max_chats: 10, ring, ..Shape::of(operators) };
        Self { desk: Desk::new(shape) }
    }

    /// A chat rings everybody, one of them takes it, and closes it.
    pub fn cycle(&mut self) {
        let (_, command) = self.desk.next_chat();
        self.desk.step(steps::open, &command);
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(steps::claim, &rung.accept());
        self.desk.step(steps::close, &close(rung.chat, rung.operator));
    }

    /// So many chats ring everybody at once; then each is claimed, by another operator.
    pub fn burst(&mut self, chats: u32) {
        let mut rung: Vec<Rung> = Vec::new();
        for number in 0..chats {
            let (_, command) = self.desk.next_chat();
            self.desk.step(steps::open, &command);
            rung.extend(self.desk.all_rung().nth(number as usize));
        }
        for rung in &rung {
            self.desk.step(steps::claim, &rung.accept());
        }
        for rung in rung {
            self.desk.step(steps::close, &close(rung.chat, rung.operator));
        }
    }
}
