//! A journal that is written and replayed; and beside it what nobody can leave out: the same command encoded,
//! summed and copied, and the same commands applied.

use refdesk::journal::{self, Header, Input};
use refdesk::{Event, Router};

use crate::{Life, Shape};

/// The commands of some cycles in the life of chats: each opens, is claimed and closed.
#[derive(Debug)]
pub struct Journalled {
    /// Before the first of them.
    before: Router,
    inputs: Vec<Input>,
    frames: Vec<u8>,
    lines: String,
}

impl Journalled {
    /// So many cycles at a desk of so many operators.
    #[must_use]
    pub fn of(operators: u32, cycles: u32) -> Self {
        let (before, inputs) = day(operators, cycles);
        let header = Header::of(&before);
        let (mut frames, mut lines) = (header.to_bytes(), header.to_line());
        for input in &inputs {
            frame(input, &mut frames);
            line(input, &mut lines);
        }
        Self { before, inputs, frames, lines }
    }

    /// How many commands there are.
    #[must_use]
    pub const fn commands(&self) -> usize {
        self.inputs.len()
    }

    /// The router before the first of them, to be replayed on.
    #[must_use]
    pub fn begin(&self) -> Router {
        self.before.clone()
    }

    /// All frames, appended to one buffer.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.frames.len());
        self.inputs.iter().for_each(|input| frame(input, &mut bytes));
        bytes
    }

    /// The same commands encoded by the crate alone, summed and copied.
    ///
    /// # Panics
    /// Never: there is room.
    #[must_use]
    pub fn encode(&self) -> (Vec<u8>, u32) {
        let (mut bytes, mut sum) = (Vec::with_capacity(self.frames.len()), 0);
        let mut held = Vec::new();
        for input in &self.inputs {
            held.clear();
            held = cbor4ii::serde::to_vec(held, input).expect("there is room");
            sum ^= crc32fast::hash(&held);
            bytes.extend_from_slice(&held);
        }
        (bytes, sum)
    }

    /// All lines, appended to one text.
    #[must_use]
    pub fn write_lines(&self) -> String {
        let mut text = String::with_capacity(self.lines.len());
        self.inputs.iter().for_each(|input| line(input, &mut text));
        text
    }

    /// The same commands as JSON by the crate alone, and copied.
    ///
    /// # Panics
    /// Never: there is room.
    #[must_use]
    pub fn encode_lines(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.lines.len());
        for input in &self.inputs {
            serde_json::to_writer(&mut bytes, input).expect("there is room");
            bytes.push(b'\n');
        }
        bytes
    }

    /// Reads all frames.
    #[must_use]
    pub fn read(&self) -> usize {
        self.inputs().fold(0, |commands, _| commands + 1)
    }

    /// Reads all lines.
    ///
    /// # Panics
    /// Never: they were written so.
    #[must_use]
    pub fn read_lines(&self) -> usize {
        let (_, inputs) = journal::read_lines(&self.lines).expect("it was written so");
        inputs.fold(0, |commands, input| commands + usize::from(input.is_ok()))
    }

    fn inputs(&self) -> impl Iterator<Item = Input> {
        let (_, inputs) = journal::read(&self.frames).expect("it was written so");
        inputs.map(|input| input.expect("it was written so"))
    }

    /// Reads all frames and replays them.
    #[must_use]
    pub fn replay(&self, mut router: Router) -> Router {
        let mut events = Vec::new();
        self.inputs().for_each(|input| replay(&mut router, &input, &mut events));
        router
    }

    /// Applies the same commands, which lie ready.
    ///
    /// # Panics
    /// Never: the router had accepted them.
    #[must_use]
    pub fn apply(&self, mut router: Router) -> Router {
        let mut events = Vec::new();
        for input in &self.inputs {
            events.clear();
            router.apply_into(&input.command, &mut events).expect("it had accepted it");
        }
        router
    }
}

/// A router, and the commands of so many cycles that it is about to accept.
#[must_use]
pub fn day(operators: u32, cycles: u32) -> (Router, Vec<Input>) {
    let mut life = Life::steady(Shape::of(operators));
    let before = life.desk().router().clone();
    life.desk().write_down();
    (0..cycles).for_each(|_| life.cycle());
    let inputs = life.desk().written_down();
    (before, inputs)
}

/// Appends a frame.
#[inline(never)]
pub fn frame(input: &Input, bytes: &mut Vec<u8>) {
    input.append_to(bytes);
}

/// Appends a line.
#[inline(never)]
pub fn line(input: &Input, text: &mut String) {
    text.push_str(&input.to_line());
}

/// Replays a command.
///
/// # Panics
/// Where another router had accepted it.
#[inline(never)]
pub fn replay(router: &mut Router, input: &Input, events: &mut Vec<Event>) {
    events.clear();
    router.replay_into(input, events).expect("it had accepted it");
}
