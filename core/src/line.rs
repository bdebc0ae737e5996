//! The line of a level: the chats that it still wants to ring somebody for, in order.
//!
//! A chat stands in the line of each level that rings for it and wants more operators: always where
//! all are rung, while fewer than `count` offers are out where the best are. A chat that returns
//! after a decline or a loss stands where it stood before: the order is that of arrival, for ever.

use crate::chat::{ChatKey, Place};
use crate::heap::{Handle, Heap};
use crate::policy::Ring;
use crate::router::Router;
use crate::segment::LineId;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) chats: Heap<Place, ChatKey>,
    /// Those of them that ring nobody here and were declined or missed by somebody: they have to
    /// be looked at when somebody leaves who could still have answered.
    pub(crate) refused: Heap<Place, ChatKey>,
}

impl Line {
    pub(crate) fn head(&self) -> Option<Place> {
        self.chats.first().map(|(place, _)| place)
    }
}

impl Router {
    /// Puts a chat in the lines where it belongs, and takes it out of the others. The only writer
    /// of lines.
    pub(crate) fn line_up(&mut self, key: ChatKey) {
        let Some(ringing) = &self.chats[key].ringing else {
            return;
        };
        for level in ringing.live_levels() {
            self.line_up_at(key, level);
        }
    }

    /// As [`Router::line_up`], for one level.
    pub(crate) fn line_up_at(&mut self, key: ChatKey, level: u8) {
        let chat = &self.chats[key];
        let Some(ringing) = &chat.ringing else { return };
        let line = ringing.line_at(level);
        let at = &ringing.at[usize::from(level)];
        let wants = ringing.is_live(level)
            && match self.level(line).ring {
                Ring::All { .. } => true,
                Ring::Best { count, .. } => at.out < u32::from(count),
            };
        let refused = wants && at.out == 0 && chat.has_refusers();
        if (at.stands.is_some(), at.refused.is_some()) != (wants, refused) {
            self.set_in_line(key, line, wants, refused);
        }
    }

    /// Takes a chat out of all lines of the queue where it rings.
    pub(crate) fn leave_lines(&mut self, key: ChatKey) {
        let Some(ringing) = &self.chats[key].ringing else {
            return;
        };
        for level in 0..=ringing.stage {
            let Some(ringing) = &self.chats[key].ringing else { return };
            let at = &ringing.at[usize::from(level)];
            if at.stands.is_some() || at.refused.is_some() {
                self.set_in_line(key, ringing.line_at(level), false, false);
            }
        }
    }

    fn set_in_line(&mut self, key: ChatKey, line: LineId, wants: bool, refused: bool) {
        let chat = &mut self.chats[key];
        let place = chat.place;
        let Some(at) = chat.ringing.as_mut().map(|r| &mut r.at[usize::from(line.level)]) else {
            return;
        };
        let level = &mut self.queues[line.queue].levels[usize::from(line.level)];
        let lane = &mut level.lanes[line.lane as usize];
        let refusing = lane.line.refused.len() > 0;
        let head = lane.line.head();
        set(&mut lane.line.refused, &mut at.refused, refused, place, key);
        set(&mut lane.line.chats, &mut at.stands, wants, place, key);
        if refusing != (lane.line.refused.len() > 0) {
            for reached in &lane.reached {
                let count = &mut self.segments[reached.segment].refusing;
                *count = if refused { *count + 1 } else { *count - 1 };
            }
        }
        let new_head = lane.line.head();
        if head != new_head {
            self.move_line(line, new_head);
        }
    }

    /// Tells the segments that a line reaches who is at its head now.
    fn move_line(&mut self, line: LineId, head: Option<Place>) {
        let home = self.home_of(line);
        let level = &mut self.queues[line.queue].levels[usize::from(line.level)];
        for reached in &mut level.lanes[line.lane as usize].reached {
            let segment = &mut self.segments[reached.segment];
            let rank = head.map(|head| segment.line_rank(home, line, head));
            match (reached.handle, rank) {
                (Some(handle), Some(rank)) => segment.lines.update(handle, rank),
                (Some(handle), None) => {
                    segment.lines.remove(handle);
                    reached.handle = None;
                }
                (None, Some(rank)) => reached.handle = Some(segment.lines.insert(rank, line)),
                (None, None) => {}
            }
        }
    }
}

/// Puts a chat in a list or takes it out, if it is not as wanted already.
fn set(
    list: &mut Heap<Place, ChatKey>,
    handle: &mut Option<Handle>,
    wanted: bool,
    place: Place,
    key: ChatKey,
) {
    match *handle {
        None if wanted => *handle = Some(list.insert(place, key)),
        Some(stands) if !wanted => {
            list.remove(stands);
            *handle = None;
        }
        Some(_) | None => {}
    }
}
