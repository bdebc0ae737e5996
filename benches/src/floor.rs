//! The floor: a plain machine that finds the least busy, then longest idle operator of a queue, and
//! nothing else.
//!
//! Three queues an operator, a capacity, a first-in-first-out column of timers, ids through a map. No
//! checks, no transcripts, no policies, no lines, no strings in its events: what is left is what
//! nobody can leave out. It is no router; it is the yardstick.

use std::collections::VecDeque;

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use refdesk::{ChatId, OperatorId};

use crate::desk::{id, operator};

/// What the floor says happened.
#[derive(Clone, Copy, Debug)]
pub enum Said {
    /// A chat opened.
    Opened(u32),
    /// An operator is rung for a chat.
    Offered(u32, u32),
    /// An operator has a chat.
    Claimed(u32, u32),
    /// A chat is over.
    Ended(u32),
}

#[derive(Clone, Copy, Debug)]
struct Staff {
    load: u16,
    idle: u64,
    queues: [u32; 3],
    /// Where they are in the heaps of their queues.
    at: [u32; 3],
}

#[derive(Clone, Copy, Debug)]
struct Talk {
    operator: u32,
    deadline: u64,
}

/// An operator among those of a queue: by load and then by how long they have been idle.
#[derive(Clone, Copy, Debug)]
struct Entry {
    key: u64,
    operator: u32,
    /// Which of their three queues it is.
    slot: u32,
}

/// The machine.
#[derive(Debug)]
pub struct Floor {
    staff: Vec<Staff>,
    queues: Vec<Vec<Entry>>,
    chats: Vec<Talk>,
    free: Vec<u32>,
    chat_ids: HashMap<ChatId, u32, FixedState>,
    operator_ids: HashMap<OperatorId, u32, FixedState>,
    timers: VecDeque<(u64, u32)>,
    now: u64,
    /// What the last step said.
    pub said: Vec<Said>,
}

impl Floor {
    /// That many operators, thirty in a queue.
    #[must_use]
    pub fn new(operators: u32) -> Self {
        let queues = operators.div_ceil(10);
        let mut floor = Self {
            staff: Vec::new(),
            queues: vec![Vec::new(); queues as usize],
            chats: Vec::new(),
            free: Vec::new(),
            chat_ids: HashMap::with_hasher(FixedState::default()),
            operator_ids: HashMap::with_hasher(FixedState::default()),
            timers: VecDeque::new(),
            now: 0,
            said: Vec::new(),
        };
        for number in 0..operators {
            let queues = [0, 7, 14].map(|turn| (number + turn) % queues);
            let mut at = [0; 3];
            for (slot, (at, &queue)) in (0..).zip(at.iter_mut().zip(&queues)) {
                let queue = &mut floor.queues[queue as usize];
                *at = narrow(queue.len());
                queue.push(Entry { key: u64::from(number), operator: number, slot });
            }
            floor.operator_ids.insert(operator(number), number);
            floor.staff.push(Staff { load: 0, idle: u64::from(number), queues, at });
        }
        floor.now = u64::from(operators);
        floor
    }

    /// A chat opens, and the best operator of its queue is rung.
    #[inline(never)]
    pub fn open(&mut self, id: &ChatId, queue: u32) {
        self.said.clear();
        self.now += 1;
        let operator = self.queues[queue as usize][0].operator;
        let talk = Talk { operator, deadline: self.now + 20_000 };
        let chat = self.free.pop().unwrap_or_else(|| {
            self.chats.push(talk);
            narrow(self.chats.len() - 1)
        });
        self.chats[chat as usize] = talk;
        self.chat_ids.insert(id.clone(), chat);
        self.timers.push_back((talk.deadline, chat));
        self.said.push(Said::Opened(chat));
        self.said.push(Said::Offered(chat, operator));
        self.staff[operator as usize].load += 1;
        self.rank(operator);
    }

    /// Who is rung takes the chat.
    #[inline(never)]
    pub fn claim(&mut self, id: &ChatId, by: &OperatorId) {
        self.said.clear();
        self.now += 1;
        let (chat, operator) = (self.chat_ids[id], self.operator_ids[by]);
        self.chats[chat as usize].deadline = 0;
        while self.timers.front().is_some_and(|&(at, of)| self.chats[of as usize].deadline != at) {
            self.timers.pop_front();
        }
        self.staff[operator as usize].idle = self.now;
        self.said.push(Said::Claimed(chat, operator));
        self.rank(operator);
    }

    /// Who has the chat closes it.
    #[inline(never)]
    pub fn close(&mut self, id: &ChatId) {
        self.said.clear();
        self.now += 1;
        let Some(chat) = self.chat_ids.remove(id) else { return };
        self.free.push(chat);
        let operator = self.chats[chat as usize].operator;
        let staff = &mut self.staff[operator as usize];
        staff.load -= 1;
        staff.idle = self.now;
        self.said.push(Said::Ended(chat));
        self.rank(operator);
    }

    fn rank(&mut self, operator: u32) {
        let Staff { load, idle, queues, at } = self.staff[operator as usize];
        let key = u64::from(load) << 48 | idle;
        for (slot, (queue, at)) in (0..).zip(queues.into_iter().zip(at)) {
            let heap = &mut self.queues[queue as usize];
            settle(heap, &mut self.staff, at as usize, Entry { key, operator, slot });
        }
    }
}

/// Puts an entry of a heap with four children to a node where it belongs.
fn settle(heap: &mut [Entry], staff: &mut [Staff], mut hole: usize, entry: Entry) {
    while hole > 0 && entry.key < heap[(hole - 1) / 4].key {
        let above = heap[(hole - 1) / 4];
        put(heap, staff, hole, above);
        hole = (hole - 1) / 4;
    }
    while let Some(least) = least_child(heap, hole).filter(|&at| heap[at].key < entry.key) {
        let below = heap[least];
        put(heap, staff, hole, below);
        hole = least;
    }
    put(heap, staff, hole, entry);
}

fn least_child(heap: &[Entry], of: usize) -> Option<usize> {
    let first = of * 4 + 1;
    if let Some([one, two, three, four]) = heap.get(first..first + 4) {
        let (left, one) = if two.key < one.key { (1, two) } else { (0, one) };
        let (right, three) = if four.key < three.key { (3, four) } else { (2, three) };
        return Some(first + if three.key < one.key { right } else { left });
    }
    (first..heap.len()).min_by_key(|&at| heap[at].key)
}

fn put(heap: &mut [Entry], staff: &mut [Staff], at: usize, entry: Entry) {
    heap[at] = entry;
    staff[entry.operator as usize].at[entry.slot as usize] = narrow(at);
}

fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The life of a chat on the floor: as [`Life`](crate::Life) in its steady state.
#[derive(Debug)]
pub struct FloorLife {
    floor: Floor,
    /// The operators' ids, as a host has them.
    operators: Vec<OperatorId>,
    queues: u32,
    chance: ChaCha8Rng,
    opened: u32,
    prepared: VecDeque<(ChatId, u32)>,
    active: VecDeque<ChatId>,
}

impl FloorLife {
    /// One chat for each operator.
    #[must_use]
    pub fn steady(operators: u32) -> Self {
        let mut life = Self {
            floor: Floor::new(operators),
            operators: (0..operators).map(operator).collect(),
            queues: operators.div_ceil(10),
            chance: ChaCha8Rng::seed_from_u64(1),
            opened: 0,
            prepared: VecDeque::new(),
            active: VecDeque::new(),
        };
        life.prepare(operators.into());
        for _ in 0..operators {
            life.open_and_claim();
        }
        life
    }

    /// Makes the commands of so many cycles, so that they are no part of what is measured.
    pub fn prepare(&mut self, cycles: u64) {
        for _ in 0..cycles {
            self.opened += 1;
            let queue = self.chance.random_range(0..self.queues);
            self.prepared.push_back((id(format!("chat-{:08}", self.opened)), queue));
        }
    }

    /// A chat opens and is claimed, and the oldest closes. It has to be prepared.
    pub fn cycle(&mut self) {
        self.open_and_claim();
        let Some(chat) = self.active.pop_front() else { return };
        self.floor.close(&chat);
    }

    fn open_and_claim(&mut self) {
        let Some((chat, queue)) = self.prepared.pop_front() else { return };
        self.floor.open(&chat, queue);
        let Some(&Said::Offered(_, rung)) = self.floor.said.last() else { return };
        self.floor.claim(&chat, &self.operators[rung as usize]);
        self.active.push_back(chat);
    }
}
