//! The life of a chat: opened, claimed, closed.

use std::collections::VecDeque;

use refdesk::{ChatId, Command, Event, OperatorId, Router};

use crate::desk::{Desk, Shape, accept, close};

/// A desk in the middle of its day: as many chats open as were asked for, and the oldest closes
/// whenever a new one has opened.
#[derive(Debug)]
pub struct Life {
    desk: Desk,
    active: VecDeque<(ChatId, OperatorId)>,
}

impl Life {
    /// A third of all places are taken, and nobody waits.
    #[must_use]
    pub fn steady(shape: Shape) -> Self {
        let chats = shape.operators * u32::from(shape.max_chats) / 3;
        Self::with(shape, chats)
    }

    /// All places are taken, and as many chats wait as there are operators: every close pulls one.
    #[must_use]
    pub fn overloaded(shape: Shape) -> Self {
        let chats = shape.operators * (u32::from(shape.max_chats) + 4);
        Self::with(shape, chats)
    }

    fn with(shape: Shape, chats: u32) -> Self {
        let mut life = Self { desk: Desk::new(shape), active: VecDeque::new() };
        for _ in 0..chats {
            life.open();
            life.claim();
        }
        // Whoever was added first has chats before the others: a while of the day evens it out.
        life
    }

    /// Opens, claims what is rung, closes the oldest, claims what that pulls.
    pub fn cycle(&mut self) {
        self.open();
        self.claim();
        self.close();
        self.claim();
    }

    fn open(&mut self) {
        let command = self.desk.open();
        open_step(&mut self.desk.router, &command, &mut self.desk.events);
    }

    fn claim(&mut self) {
        let Some((chat, offer, operator)) = self.desk.rung() else { return };
        let command = accept(chat.clone(), offer, operator.clone());
        claim_step(&mut self.desk.router, &command, &mut self.desk.events);
        self.active.push_back((chat, operator));
    }

    fn close(&mut self) {
        let Some((chat, operator)) = self.active.pop_front() else { return };
        let command = close(chat, operator);
        close_step(&mut self.desk.router, &command, &mut self.desk.events);
    }
}

// One function for each kind of step, so that a profile tells them apart.

#[inline(never)]
fn open_step(router: &mut Router, command: &Command, events: &mut Vec<Event>) {
    events.clear();
    router.apply_into(command, events).expect("the workload is sound");
}

#[inline(never)]
fn claim_step(router: &mut Router, command: &Command, events: &mut Vec<Event>) {
    events.clear();
    router.apply_into(command, events).expect("the workload is sound");
}

#[inline(never)]
fn close_step(router: &mut Router, command: &Command, events: &mut Vec<Event>) {
    events.clear();
    router.apply_into(command, events).expect("the workload is sound");
}
