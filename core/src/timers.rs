//! The only list of timers: whatever happens without a command, happens because one of them ran
//! out.
//!
//! There are many timers but few spans, since spans come from configuration. Time never goes back,
//! so timers of equal spans run out in the order in which they were set: a first-in-first-out column
//! per span keeps them sorted for free, and only the heads of the columns compete in a heap.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::mem;
use core::num::NonZeroU32;

use crate::heap::{Handle, Heap};
use crate::time::{Span, Timestamp};

/// Timers, each with the reason for which it was set.
///
/// Setting and cancelling cost a look-up of the span among the columns, and a move in the heap of
/// the columns only if a column's head changes: O(log columns), whatever the number of timers. A few columns
/// are kept while they have no timers, whichever came first; beyond those a column exists
/// only while it has some, so that hostile spans, each used once, leave little behind. Slots of
/// timers and columns are used again.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Timers<R> {
    slots: Vec<Slot<R>>,
    /// The first of the free slots, which are linked through `after`; or [`NONE`].
    free_slot: u32,
    columns: Vec<Column>,
    /// The first of the free columns, which are linked through `first`; or [`NONE`].
    free_column: u32,
    /// The column of every span that has timers, and of a few that had some.
    by_span: BTreeMap<Span, u32>,
    /// The columns that have timers, by the turn of their first.
    heads: Heap<Turn, u32>,
    /// The serial of the next timer.
    serial: u64,
    len: u32,
}

/// The name of one timer, never given to another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct TimerKey {
    slot: u32,
    /// Never zero, so that no timer takes no room beside a key.
    generation: NonZeroU32,
}

/// When a timer runs out. The serial decides between equal deadlines, which spans of any length
/// have at the end of time, where deadlines saturate.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Turn {
    deadline: Timestamp,
    serial: u64,
}

/// A timer, or a free slot; what a timer left in a free slot means nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Slot<R> {
    turn: Turn,
    reason: R,
    /// Counts the timers that the slot has held. A key that is valid has the same.
    generation: NonZeroU32,
    /// [`NONE`] if the slot is free.
    column: u32,
    /// The neighbours in the column, or [`NONE`].
    before: u32,
    after: u32,
}

/// The timers of one span, in the order of their serials and therefore of their deadlines.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Column {
    span: Span,
    /// What it says of a column without timers means nothing.
    first: u32,
    last: u32,
    /// The column's entry among the heads; without timers it has none.
    head: Option<Handle>,
}

/// The index that means "none".
const NONE: u32 = u32::MAX;

/// How many columns may be kept while they have no timers.
const KEPT_COLUMNS: usize = 32;

impl<R: Copy> Timers<R> {
    pub(crate) const fn new() -> Self {
        Self {
            slots: Vec::new(),
            free_slot: NONE,
            columns: Vec::new(),
            free_column: NONE,
            by_span: BTreeMap::new(),
            heads: Heap::new(),
            serial: 0,
            len: 0,
        }
    }

    /// Sets a timer that runs out `span` from `now`, or at the end of time if that is earlier.
    ///
    /// `now` must never be earlier than in a call before: the order of the columns rests on it.
    pub(crate) fn set(&mut self, now: Timestamp, span: Span, reason: R) -> TimerKey {
        let deadline = now.saturating_add(span);
        self.insert(Turn { deadline, serial: self.serial }, span, reason)
    }

    #[inline]
    fn insert(&mut self, turn: Turn, span: Span, reason: R) -> TimerKey {
        self.serial += 1;
        self.len += 1;
        let slot = self.take_slot(turn, reason);
        match self.by_span.get(&span) {
            Some(&column) => self.append(column, slot),
            None => self.open_column(span, slot),
        }
        TimerKey { slot, generation: self.slots[slot as usize].generation }
    }

    /// Sets a timer that was set before the last ones were, to run out at the same time. `None`: those
    /// of its span would be out of order.
    pub(crate) fn set_again(&mut self, at: Timestamp, span: Span, reason: R) -> Option<TimerKey> {
        let turn = Turn { deadline: at, serial: self.serial };
        let last = self.by_span.get(&span).map(|&column| self.columns[column as usize]);
        let last = last.filter(|column| column.head.is_some());
        if last.is_some_and(|column| self.slots[column.last as usize].turn >= turn) {
            return None;
        }
        Some(self.insert(turn, span, reason))
    }

    /// Ends the timer; false if it has already run out or been cancelled.
    pub(crate) fn cancel(&mut self, key: TimerKey) -> bool {
        let valid = self.find(key).is_some();
        if valid {
            self.end(key.slot);
        }
        valid
    }

    /// The timer that runs out first, of those that do so at once the one set first. O(1).
    pub(crate) fn next(&self) -> Option<(Timestamp, R)> {
        let (turn, column) = self.heads.first()?;
        let slot = self.columns[column as usize].first;
        Some((turn.deadline, self.slots[slot as usize].reason))
    }

    /// Takes out the timer that [`next`](Self::next) returns. Whether it is due is for the caller
    /// to know.
    pub(crate) fn pop(&mut self) -> Option<(Timestamp, R)> {
        let (turn, column) = self.heads.first()?;
        let slot = self.columns[column as usize].first;
        let reason = self.slots[slot as usize].reason;
        self.end(slot);
        Some((turn.deadline, reason))
    }

    /// The timer's deadline and reason, unless it has run out or been cancelled.
    pub(crate) fn get(&self, key: TimerKey) -> Option<(Timestamp, R)> {
        self.find(key).map(|slot| (slot.turn.deadline, slot.reason))
    }

    pub(crate) const fn len(&self) -> usize {
        self.len as usize
    }

    /// All timers, in the order of the slots.
    ///
    /// Only for checks of the whole state: it costs a visit to every slot ever used, and the order
    /// depends on which slots were free, so it must never reach a decision.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (TimerKey, Timestamp, R)> {
        (0..).zip(&self.slots).filter(|(_, slot)| slot.column != NONE).map(|(index, slot)| {
            let key = TimerKey { slot: index, generation: slot.generation };
            (key, slot.turn.deadline, slot.reason)
        })
    }

    /// All timers in the order in which they were set: when each runs out, for how long it was set, and
    /// its reason.
    pub(crate) fn in_order(&self) -> Vec<(Timestamp, Span, R)> {
        let mut set: Vec<&Slot<R>> = self.slots.iter().filter(|slot| slot.column != NONE).collect();
        set.sort_unstable_by_key(|slot| slot.turn.serial);
        let span = |slot: &Slot<R>| self.columns[slot.column as usize].span;
        set.into_iter().map(|slot| (slot.turn.deadline, span(slot), slot.reason)).collect()
    }

    fn find(&self, key: TimerKey) -> Option<&Slot<R>> {
        let slot = self.slots.get(key.slot as usize)?;
        (slot.generation == key.generation && slot.column != NONE).then_some(slot)
    }

    fn end(&mut self, slot: u32) {
        self.unlink(slot);
        self.free_slot(slot);
        self.len -= 1;
    }

    /// Puts the timer at the end of the column. If it has timers, its head stays.
    fn append(&mut self, index: u32, slot: u32) {
        self.slots[slot as usize].column = index;
        let column = &mut self.columns[index as usize];
        let before = mem::replace(&mut column.last, slot);
        if column.head.is_none() {
            column.first = slot;
            column.head = Some(self.heads.insert(self.slots[slot as usize].turn, index));
            return;
        }
        debug_assert!(
            self.slots[before as usize].turn < self.slots[slot as usize].turn,
            "time never goes back"
        );
        self.slots[before as usize].after = slot;
        self.slots[slot as usize].before = before;
    }

    /// Takes the timer out of its column.
    fn unlink(&mut self, slot: u32) {
        let Slot { column: index, before, after, .. } = self.slots[slot as usize];
        let column = &mut self.columns[index as usize];
        if after == NONE {
            column.last = before;
        } else {
            self.slots[after as usize].before = before;
        }
        if before != NONE {
            self.slots[before as usize].after = after;
        } else if after == NONE {
            self.empty_column(index);
        } else if let Some(head) = column.head {
            column.first = after;
            self.heads.update(head, self.slots[after as usize].turn);
        }
    }

    fn open_column(&mut self, span: Span, slot: u32) {
        let index =
            if self.free_column == NONE { narrow(self.columns.len()) } else { self.free_column };
        let head = self.heads.insert(self.slots[slot as usize].turn, index);
        let column = Column { span, first: slot, last: slot, head: Some(head) };
        if self.free_column == NONE {
            self.columns.push(column);
        } else {
            let taken = mem::replace(&mut self.columns[index as usize], column);
            self.free_column = taken.first;
        }
        self.by_span.insert(span, index);
        self.slots[slot as usize].column = index;
    }

    /// A column has lost its last timer: it waits for the next one, unless too many do.
    fn empty_column(&mut self, index: u32) {
        let column = &mut self.columns[index as usize];
        if let Some(head) = column.head.take() {
            self.heads.remove(head);
        }
        if self.by_span.len() > KEPT_COLUMNS {
            self.by_span.remove(&column.span);
            column.first = mem::replace(&mut self.free_column, index);
        }
    }

    /// A slot that holds the timer, not yet in a column.
    fn take_slot(&mut self, turn: Turn, reason: R) -> u32 {
        let generation = NonZeroU32::MIN;
        let mut slot = Slot { turn, reason, generation, column: NONE, before: NONE, after: NONE };
        let index = self.free_slot;
        if index == NONE {
            self.slots.push(slot);
            return narrow(self.slots.len() - 1);
        }
        let free = &mut self.slots[index as usize];
        self.free_slot = free.after;
        slot.generation = free.generation;
        *free = slot;
        index
    }

    /// Gives the slot back, unless it has used up its generations: then it would have to repeat a
    /// key. That wastes one slot in four billion timers.
    fn free_slot(&mut self, index: u32) {
        let slot = &mut self.slots[index as usize];
        slot.column = NONE;
        slot.generation = slot.generation.saturating_add(1);
        if slot.generation < NonZeroU32::MAX {
            slot.after = mem::replace(&mut self.free_slot, index);
        }
    }
}

impl<R: Copy> Default for Timers<R> {
    fn default() -> Self {
        Self::new()
    }
}

/// The index as it is stored.
fn narrow(index: usize) -> u32 {
    let index = u32::try_from(index).unwrap_or(NONE);
    assert!(index != NONE, "memory ends before four billion timers do");
    index
}

#[cfg(test)]
mod tests;
