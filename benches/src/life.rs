//! The life of a chat: opened, claimed, closed.

use std::collections::VecDeque;

use refdesk::{ChatId, Command, OperatorId};

use crate::desk::{Desk, Shape, close};
use crate::steps::Kind;

/// A desk in the middle of its day: for each chat that opens the oldest closes.
#[derive(Debug)]
pub struct Life {
    desk: Desk,
    /// Chats to be opened.
    prepared: VecDeque<Command>,
    active: VecDeque<(ChatId, OperatorId)>,
    /// Those of the batch under way: one buffer for all batches.
    commands: Vec<Command>,
}

impl Life {
    /// The desk itself.
    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// A third of all places are taken, and nobody waits.
    #[must_use]
    pub fn steady(shape: Shape) -> Self {
        let chats = shape.operators * u32::from(shape.capacity) / 3;
        Self::with(shape, chats)
    }

    /// All places are taken, and four chats wait for each operator: every close pulls one.
    #[must_use]
    pub fn overloaded(shape: Shape) -> Self {
        let chats = shape.operators * (u32::from(shape.capacity) + 4);
        Self::with(shape, chats)
    }

    fn with(shape: Shape, chats: u32) -> Self {
        let mut life = Self {
            desk: Desk::new(shape),
            prepared: VecDeque::new(),
            active: VecDeque::new(),
            commands: Vec::new(),
        };
        for _ in 0..chats {
            life.open(Kind::SetUp);
            life.claim(Kind::SetUp);
        }
        life
    }

    /// Makes the commands that open so many chats, so that they are no part of what is measured.
    pub fn prepare(&mut self, chats: u64) {
        for _ in 0..chats {
            let command = self.desk.next_chat();
            self.prepared.push_back(command);
        }
    }

    /// A chat opens and is claimed, if somebody is rung; the oldest closes, and what that pulls is
    /// claimed. Three commands in either case.
    pub fn cycle(&mut self) {
        self.open(Kind::Open);
        self.claim(Kind::Claim);
        self.close(Kind::Close);
        self.claim(Kind::Claim);
    }

    /// As many cycles, in batches: so many chats open, as many are claimed, as many close. They
    /// have to be prepared.
    pub fn batch(&mut self, chats: usize) {
        self.commands.clear();
        self.commands.extend(self.prepared.drain(..chats));
        self.desk.step_all(&self.commands);
        self.commands.clear();
        for rung in self.desk.all_rung() {
            self.commands.push(rung.accept());
            self.active.push_back((rung.chat, rung.operator));
        }
        self.desk.step_all(&self.commands);
        self.commands.clear();
        let oldest = self.active.drain(..chats);
        self.commands.extend(oldest.map(|(chat, operator)| close(chat, operator)));
        self.desk.step_all(&self.commands);
    }

    /// A chat opens, and nothing else happens.
    pub fn arrive(&mut self) {
        self.open(Kind::Open);
    }

    fn open(&mut self, kind: Kind) {
        let command = self.prepared.pop_front().unwrap_or_else(|| self.desk.next_chat());
        self.desk.step(kind, &command);
    }

    fn claim(&mut self, kind: Kind) {
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(kind, &rung.accept());
        self.active.push_back((rung.chat, rung.operator));
    }

    fn close(&mut self, kind: Kind) {
        let Some((chat, operator)) = self.active.pop_front() else { return };
        self.desk.step(kind, &close(chat, operator));
    }
}
