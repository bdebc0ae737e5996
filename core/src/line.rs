//! The line of a level: the chats that it still wants to ring somebody for, in order.
//!
//! A chat stands in the line of each level that rings for it and wants more operators: always where
//! all are rung, while fewer than `count` offers are out where the best are. A chat that returns
//! after a decline or a loss stands where it stood before: the order is that of arrival, for ever.

use alloc::collections::BTreeMap;

use crate::chat::{ChatKey, Place};
use crate::policy::Ring;
use crate::router::Router;
use crate::segment::LineId;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) chats: BTreeMap<Place, ChatKey>,
    /// Those of them that ring nobody here and were declined or missed by somebody: they have to
    /// be looked at when somebody leaves who could still have answered.
    pub(crate) refused: BTreeMap<Place, ChatKey>,
}

impl Line {
    pub(crate) fn head(&self) -> Option<Place> {
        self.chats.first_key_value().map(|(&place, _)| place)
    }
}

impl Router {
    /// Puts a chat in the lines where it belongs, and takes it out of the others. The only writer
    /// of lines.
    pub(crate) fn line_up(&mut self, key: ChatKey) {
        let Some(ringing) = &self.chats[key].ringing else {
            return;
        };
        let queue = ringing.queue;
        for level in ringing.live_levels() {
            self.line_up_at(key, LineId { queue, level });
        }
    }

    /// As [`Router::line_up`], for one level.
    pub(crate) fn line_up_at(&mut self, key: ChatKey, line: LineId) {
        let chat = &self.chats[key];
        let Some(ringing) = &chat.ringing else { return };
        let live = ringing.live_levels().contains(&line.level);
        let out = ringing.out_at(line.level);
        let wants = live
            && match self.level(line).ring {
                Ring::All { .. } => true,
                Ring::Best { count, .. } => out < u32::from(count),
            };
        let refused = wants && out == 0 && !ringing.tried.is_empty();
        self.set_in_line(key, line, wants, refused);
    }

    /// Takes a chat out of all lines of the queue where it rings.
    pub(crate) fn leave_lines(&mut self, key: ChatKey) {
        let Some(ringing) = &self.chats[key].ringing else {
            return;
        };
        let queue = ringing.queue;
        for level in 0..=ringing.stage {
            self.set_in_line(key, LineId { queue, level }, false, false);
        }
    }

    fn set_in_line(&mut self, key: ChatKey, line: LineId, wants: bool, refused: bool) {
        let chat = &mut self.chats[key];
        let place = chat.place;
        let Some(ringing) = &mut chat.ringing else {
            return;
        };
        let bit = 1u8 << line.level;
        let (stood, was_refused) = (ringing.stands & bit != 0, ringing.refused & bit != 0);
        ringing.stands = if wants { ringing.stands | bit } else { ringing.stands & !bit };
        ringing.refused = if refused { ringing.refused | bit } else { ringing.refused & !bit };
        let level = &mut self.queues[line.queue].levels[usize::from(line.level)];
        let refusing = level.line.refused.is_empty();
        match (was_refused, refused) {
            (false, true) => drop(level.line.refused.insert(place, key)),
            (true, false) => drop(level.line.refused.remove(&place)),
            (true, true) | (false, false) => {}
        }
        if refusing != level.line.refused.is_empty() {
            for reached in &level.reached {
                let count = &mut self.segments[reached.segment].refusing;
                *count = if refused { *count + 1 } else { *count - 1 };
            }
        }
        if stood == wants {
            return;
        }
        let head = level.line.head();
        if wants {
            level.line.chats.insert(place, key);
        } else {
            level.line.chats.remove(&place);
        }
        let new_head = level.line.head();
        if head != new_head {
            self.move_line(line, new_head);
        }
    }

    /// Tells the segments that a line reaches who is at its head now.
    fn move_line(&mut self, line: LineId, head: Option<Place>) {
        for at in 0..self.level(line).reached.len() {
            let reached = self.level(line).reached[at];
            let rank = head.map(|head| self.line_rank(line, reached.segment, head));
            let lines = &mut self.segments[reached.segment].lines;
            let handle = match (reached.handle, rank) {
                (Some(handle), Some(rank)) => {
                    lines.update(handle, rank);
                    Some(handle)
                }
                (Some(handle), None) => {
                    lines.remove(handle);
                    None
                }
                (None, Some(rank)) => Some(lines.insert(rank, line)),
                (None, None) => None,
            };
            self.level_mut(line).reached[at].handle = handle;
        }
    }
}
