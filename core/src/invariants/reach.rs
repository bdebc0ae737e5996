//! Segments, levels, partnerships.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use super::{Violation, hold};
use crate::directory::{Queue, QueueKey};
use crate::reach::Level;
use crate::router::Router;
use crate::segment::{LineId, Rank, Segment, SegmentKey};

impl Router {
    pub(super) fn check_segments(&self) -> Result<(), Violation> {
        for (key, segment) in self.segments.iter() {
            let standing = self.operators.iter().map(|(_, operator)| operator);
            let standing = standing.filter(|o| o.standings.iter().any(|s| s.segment == key));
            let (mut there, mut free, mut ready) = (0, 0, 0);
            for operator in standing {
                there += u32::from(operator.stand.there);
                free += u32::from(operator.stand.free);
                ready += usize::from(operator.stand.ready_for(segment.rank));
            }
            let counts = (segment.there, segment.free, segment.ready.len());
            hold(counts == (there, free, ready), || {
                format!("a segment counts {counts:?}, and has {:?}", (there, free, ready))
            })?;
            self.check_users(key, segment)?;
        }
        for (_, pool) in self.pools.iter() {
            let live = pool.segments.values().all(|&segment| self.segments.get(segment).is_some());
            hold(live, || "a pool names a segment that is gone".into())?;
        }
        Ok(())
    }

    fn check_users(&self, key: SegmentKey, segment: &Segment) -> Result<(), Violation> {
        let levels = self.queues.iter().flat_map(|(_, queue)| &queue.levels);
        let reaching: Vec<&Level> = levels
            .filter(|level| level.reached.iter().any(|reached| reached.segment == key))
            .collect();
        hold(segment.users as usize == reaching.len(), || {
            format!("a segment is reached by {} levels, not {}", reaching.len(), segment.users)
        })?;
        let weights = reaching.iter().map(|level| level.weight());
        let weights = weights.fold((0, 0), |sum, weight| (sum.0 + weight.0, sum.1 + weight.1));
        hold((segment.rolling, segment.refusing) == weights, || {
            format!("a segment is reached by levels that weigh {weights:?}")
        })?;
        let lines = reaching.iter().filter(|level| level.line.chats.len() > 0).count();
        hold(segment.lines.len() == lines, || {
            format!("{lines} lines reach a segment, not {}", segment.lines.len())
        })
    }

    pub(super) fn check_levels(&self) -> Result<(), Violation> {
        for (key, queue) in self.queues.iter() {
            for (number, level) in (0..).zip(&queue.levels) {
                let line = LineId { queue: key, level: number };
                self.check_heads(line, level)?;
                self.check_line(key, queue, number)?;
                // A policy may name a pool twice, and reaches it once.
                let wanted: BTreeSet<SegmentKey> = self
                    .scopes(line)
                    .into_iter()
                    .filter_map(|(pool, scope)| {
                        self.pools[pool].segments.get(&(Rank::of(level.ring), scope)).copied()
                    })
                    .collect();
                let reached = level.reached.iter().map(|reached| reached.segment).collect();
                hold(wanted == reached, || {
                    format!("level {number} of `{}` reaches less or more than it may", queue.id)
                })?;
            }
        }
        Ok(())
    }

    fn check_heads(&self, line: LineId, level: &Level) -> Result<(), Violation> {
        for reached in &level.reached {
            let head = level.line.head();
            let segment = &self.segments[reached.segment];
            let expected = head.map(|head| segment.line_rank(self.home_of(line), line, head));
            let lines = &segment.lines;
            let found = reached.handle.map(|handle| *lines.get(handle).0);
            hold(found == expected, || "a line stands by an old head".into())?;
        }
        Ok(())
    }

    /// Whoever stands in a line belongs there; who belongs there is checked chat by chat.
    fn check_line(&self, key: QueueKey, queue: &Queue, number: u8) -> Result<(), Violation> {
        let level = &queue.levels[usize::from(number)];
        let (mut standing, mut refused) = (0, 0);
        for &chat in &queue.ringing {
            let ringing = self.chats.get(chat).and_then(|chat| chat.ringing.as_ref());
            let ringing = ringing.filter(|ringing| ringing.queue == key);
            hold(ringing.is_some(), || {
                format!("a chat rings in `{}` that is not there", queue.id)
            })?;
            let at = ringing.and_then(|ringing| ringing.at.get(usize::from(number)));
            standing += usize::from(at.is_some_and(|at| at.stands.is_some()));
            refused += usize::from(at.is_some_and(|at| at.refused.is_some()));
        }
        let lines = (level.line.chats.len(), level.line.refused.len());
        hold(lines == (standing, refused), || {
            format!("chats stand in `{}` that are not there", queue.id)
        })
    }

    pub(super) fn check_partnerships(&self) -> Result<(), Violation> {
        for (&(first, second), partnership) in &self.partnerships {
            let known = partnership.is_known_to_both(self, first, second);
            hold(known, || "a partnership is not known to both".into())?;
        }
        for (key, chat) in self.chats.iter() {
            let tracked = self.crossings(key) == chat.crossings;
            hold(tracked, || format!("`{}` crosses where nobody looks", chat.id))?;
            let listed =
                chat.crossings.iter().all(|&(one, other)| self.is_crossing(one, other, chat.place));
            hold(listed, || format!("`{}` crosses where nobody looks", chat.id))?;
        }
        Ok(())
    }
}
