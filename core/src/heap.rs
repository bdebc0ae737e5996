//! A priority queue whose entries can be found again: the queues and the timers are made of it.
//!
//! Four children to a node halve the height of a binary heap; moves up, the most frequent, then
//! cost half as much, and the four keys compared on the way down lie side by side in memory.

use alloc::vec::Vec;
use core::cmp;
use core::mem;
use core::num::NonZeroU32;
use core::ops::ControlFlow;

/// Values in ascending order of their keys.
///
/// No two keys in one heap may be equal; the caller ends every key in a serial. Then the order is
/// total, and neither handles nor positions, which depend on history, reach any answer.
///
/// Changes cost O(log n), look-ups O(1). Nothing is allocated as long as the heap holds fewer
/// values than it once held. `==` compares positions too: equal histories make equal heaps, equal
/// contents need not.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heap<K, V> {
    /// No node's key is less than its parent's. Keys lie here and not with the values, so that a
    /// compare costs no further look-up; and nothing else does, so that few cache lines hold them.
    nodes: Vec<Node<K>>,
    /// For every handle the position of its node; for a free handle the next free one.
    positions: Vec<u32>,
    /// By handle; that of a free handle means nothing.
    values: Vec<V>,
    /// The first free handle, or [`NONE`].
    free: u32,
}

/// The name of one entry, from its insertion until its removal.
///
/// It is then given to another entry: whoever removes an entry forgets its handle.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Handle(NonZeroU32);

impl Handle {
    const fn new(index: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(index))
    }

    const fn index(self) -> u32 {
        self.0.get() - 1
    }
}

/// The memory of [`Heap::walk`], empty between walks: kept by the caller to be used again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Frontier {
    /// A binary heap of positions, by the keys at them: the entries not visited whose parents are.
    positions: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Node<K> {
    key: K,
    handle: u32,
}

/// The handle that means "none".
const NONE: u32 = u32::MAX;

/// How many children a node has.
const ARITY: usize = 4;

impl<K: Ord + Copy, V: Copy> Heap<K, V> {
    pub(crate) const fn new() -> Self {
        Self { nodes: Vec::new(), positions: Vec::new(), values: Vec::new(), free: NONE }
    }

    /// Adds an entry. Costs O(1) if the key is greater than most.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Handle {
        let handle = self.take_handle(value);
        let node = Node { key, handle };
        let end = self.nodes.len();
        self.nodes.push(node);
        self.rise(end, node);
        Handle::new(handle)
    }

    /// Gives the entry another key.
    pub(crate) fn update(&mut self, handle: Handle, key: K) {
        let position = self.position(handle);
        let node = self.nodes[position];
        if node.key < key {
            self.sink(position, Node { key, ..node });
        } else if key < node.key {
            self.rise(position, Node { key, ..node });
        }
    }

    /// Takes the entry out and gives its handle back.
    pub(crate) fn remove(&mut self, handle: Handle) -> (K, V) {
        let position = self.position(handle);
        let gone = self.nodes[position];
        let last = self.nodes.pop().expect("the entry is in the heap");
        if position < self.nodes.len() {
            self.settle(position, last);
        }
        self.positions[gone.handle as usize] = mem::replace(&mut self.free, gone.handle);
        (gone.key, self.value(&gone))
    }

    pub(crate) fn get(&self, handle: Handle) -> (&K, V) {
        (&self.nodes[self.position(handle)].key, self.values[handle.index() as usize])
    }

    /// The entry with the least key. O(1).
    pub(crate) fn first(&self) -> Option<(K, V)> {
        self.nodes.first().map(|node| (node.key, self.value(node)))
    }

    pub(crate) const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// All entries, in no order: for what concerns every one of them alike.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (K, V)> {
        self.nodes.iter().map(|node| (node.key, self.value(node)))
    }

    /// All values, in no order: for what concerns every one of them alike.
    pub(crate) fn values(&self) -> impl Iterator<Item = V> {
        self.nodes.iter().map(|node| self.value(node))
    }

    /// Visits entries in ascending order of keys until `visit` breaks, and returns what it broke
    /// with.
    ///
    /// Costs O(visited · log visited) however many entries there are; the first visit costs O(1).
    pub(crate) fn walk<B>(
        &self,
        frontier: &mut Frontier,
        mut visit: impl FnMut(K, V) -> ControlFlow<B>,
    ) -> Option<B> {
        // The first visit, most often the only one, needs no frontier.
        let first = self.nodes.first()?;
        if let ControlFlow::Break(with) = visit(first.key, self.value(first)) {
            return Some(with);
        }
        self.walk_on(frontier, visit)
    }

    fn walk_on<B>(
        &self,
        frontier: &mut Frontier,
        mut visit: impl FnMut(K, V) -> ControlFlow<B>,
    ) -> Option<B> {
        let mut found = None;
        frontier.restart();
        frontier.expand(0, &self.nodes);
        while let Some(position) = frontier.first() {
            let node = &self.nodes[position];
            if let ControlFlow::Break(with) = visit(node.key, self.value(node)) {
                found = Some(with);
                break;
            }
            frontier.expand(position, &self.nodes);
        }
        frontier.positions.clear();
        found
    }

    fn take_handle(&mut self, value: V) -> u32 {
        let handle = self.free;
        if handle == NONE {
            assert!(self.positions.len() < NONE as usize, "memory ends before four billion do");
            let new = narrow(self.positions.len());
            self.positions.push(NONE);
            self.values.push(value);
            return new;
        }
        self.free = self.positions[handle as usize];
        self.values[handle as usize] = value;
        handle
    }

    fn value(&self, node: &Node<K>) -> V {
        self.values[node.handle as usize]
    }

    fn position(&self, handle: Handle) -> usize {
        let position = self.positions[handle.index() as usize] as usize;
        debug_assert!(
            self.nodes.get(position).is_some_and(|node| node.handle == handle.index()),
            "a handle is forgotten when its entry is removed"
        );
        position
    }

    /// Puts the node at the position or wherever its key belongs from there.
    fn settle(&mut self, position: usize, node: Node<K>) {
        if position > 0 && node.key < self.nodes[parent(position)].key {
            self.rise(position, node);
        } else {
            self.sink(position, node);
        }
    }

    /// Puts the node at the position or above.
    fn rise(&mut self, hole: usize, node: Node<K>) {
        Moves { nodes: &mut self.nodes, positions: &mut self.positions }.rise(hole, node);
    }

    /// Puts the node at the position or below.
    fn sink(&mut self, hole: usize, node: Node<K>) {
        Moves { nodes: &mut self.nodes, positions: &mut self.positions }.sink(hole, node);
    }
}

/// The nodes and the positions of a heap as slices, which stay where they are while nodes move.
struct Moves<'a, K> {
    nodes: &'a mut [Node<K>],
    positions: &'a mut [u32],
}

impl<K: Ord + Copy> Moves<'_, K> {
    /// Others move once each into the hole, which costs half of what swaps would.
    fn rise(&mut self, mut hole: usize, node: Node<K>) {
        while hole > 0 {
            let above = self.nodes[parent(hole)];
            if above.key < node.key {
                break;
            }
            self.put(hole, above);
            hole = parent(hole);
        }
        self.put(hole, node);
    }

    fn sink(&mut self, mut hole: usize, node: Node<K>) {
        while let Some((position, below)) = self.least_child(hole) {
            if node.key < below.key {
                break;
            }
            self.put(hole, below);
            hole = position;
        }
        self.put(hole, node);
    }

    fn least_child(&self, position: usize) -> Option<(usize, Node<K>)> {
        let first = position * ARITY + 1;
        let siblings = self.nodes.get(first..)?;
        if let Some(four) = siblings.first_chunk::<ARITY>() {
            // Two rounds of a knock-out: without a loop, and with less to guess than in a row.
            let left = usize::from(four[1].key < four[0].key);
            let right = 2 + usize::from(four[3].key < four[2].key);
            let least = if four[right].key < four[left].key { right } else { left };
            return Some((first + least, four[least]));
        }
        self.least_of_few(first)
    }

    /// Out of the way: only the last node that has children has less than four.
    #[cold]
    fn least_of_few(&self, first: usize) -> Option<(usize, Node<K>)> {
        let siblings = self.nodes[first..].iter().copied();
        (first..).zip(siblings).min_by_key(|&(_, node)| node.key)
    }

    fn put(&mut self, position: usize, node: Node<K>) {
        self.positions[node.handle as usize] = narrow(position);
        self.nodes[position] = node;
    }
}

impl<K: Ord + Copy, V: Copy> Default for Heap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl Frontier {
    /// Begins with the root, which has been visited.
    fn restart(&mut self) {
        // A visit that panicked may have left positions behind.
        self.positions.clear();
        self.positions.push(0);
    }

    fn first(&self) -> Option<usize> {
        self.positions.first().map(|&position| position as usize)
    }

    /// Replaces the first position by its children, one of them in its place to save a removal.
    fn expand<K: Ord>(&mut self, position: usize, nodes: &[Node<K>]) {
        let (first, end) = children(position, nodes.len());
        if first < end {
            self.sink(narrow(first), nodes);
            for child in first + 1..end {
                self.push(narrow(child), nodes);
            }
        } else {
            let last = self.positions.pop().expect("the first position is in the frontier");
            if !self.positions.is_empty() {
                self.sink(last, nodes);
            }
        }
    }

    fn push<K: Ord>(&mut self, position: u32, nodes: &[Node<K>]) {
        let key = &nodes[position as usize].key;
        let mut hole = self.positions.len();
        self.positions.push(position);
        while hole > 0 {
            let above = self.positions[(hole - 1) / 2];
            if nodes[above as usize].key < *key {
                break;
            }
            self.positions[hole] = above;
            hole = (hole - 1) / 2;
        }
        self.positions[hole] = position;
    }

    /// Puts the position first or below, in place of the one that is first.
    fn sink<K: Ord>(&mut self, position: u32, nodes: &[Node<K>]) {
        let key_at = |position: u32| &nodes[position as usize].key;
        let mut hole = 0;
        while let Some(&left) = self.positions.get(2 * hole + 1) {
            let (mut at, mut below) = (2 * hole + 1, left);
            if let Some(&right) = self.positions.get(at + 1)
                && key_at(right) < key_at(left)
            {
                (at, below) = (at + 1, right);
            }
            if key_at(position) < key_at(below) {
                break;
            }
            self.positions[hole] = below;
            hole = at;
        }
        self.positions[hole] = position;
    }
}

const fn parent(position: usize) -> usize {
    (position - 1) / ARITY
}

/// The positions of the children: from the first up to, without, the second.
fn children(position: usize, len: usize) -> (usize, usize) {
    let first = position * ARITY + 1;
    (first, cmp::min(first + ARITY, len))
}

/// A position or a handle as it is stored.
#[expect(clippy::cast_possible_truncation, reason = "a new handle is checked: none is beyond")]
const fn narrow(position: usize) -> u32 {
    position as u32
}

#[cfg(test)]
mod tests;
