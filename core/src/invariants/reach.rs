//! Segments, levels, partnerships.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use super::{Violation, hold};
use crate::directory::Queue;
use crate::lane::Lane;
use crate::rank::Rank;
use crate::reach::Level;
use crate::router::Router;
use crate::segment::{LevelId, LineId, Segment, SegmentKey};

impl Router {
    pub(super) fn check_segments(&self) -> Result<(), Violation> {
        for (key, segment) in self.segments.iter() {
            let standing = self.operators.iter();
            let standing = standing.filter(|(_, o)| o.standings.iter().any(|s| s.segment == key));
            let (mut there, mut free, mut ready) = (0, 0, 0);
            for (operator, _) in standing {
                let stand = self.stand_in(operator, key);
                there += u32::from(stand.there);
                free += u32::from(stand.free_for(segment.units));
                ready += usize::from(stand.ready_for(segment));
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
        let lanes = levels.flat_map(|level| level.lanes.iter().map(move |lane| (level, lane)));
        let reaching: Vec<(&Level, &Lane)> = lanes
            .filter(|(_, lane)| lane.reached.iter().any(|reached| reached.segment == key))
            .collect();
        hold(segment.users as usize == reaching.len(), || {
            format!("a segment is reached by {} lanes, not {}", reaching.len(), segment.users)
        })?;
        let weights = reaching.iter().map(|(level, lane)| level.weight(lane));
        let weights = weights.fold((0, 0), |sum, weight| (sum.0 + weight.0, sum.1 + weight.1));
        hold((segment.rolling, segment.refusing) == weights, || {
            format!("a segment is reached by levels that weigh {weights:?}")
        })?;
        let lines = reaching.iter().filter(|(_, lane)| lane.line.chats.len() > 0).count();
        hold(segment.lines.len() == lines, || {
            format!("{lines} lines reach a segment, not {}", segment.lines.len())
        })
    }

    pub(super) fn check_levels(&self) -> Result<(), Violation> {
        for (key, queue) in self.queues.iter() {
            for (number, level) in (0..).zip(&queue.levels) {
                let here = LevelId { queue: key, level: number };
                for line in self.lines_of(here) {
                    self.check_heads(line)?;
                    self.check_line(queue, line)?;
                    // A policy may name a pool twice, and reaches it once.
                    let lane = self.lane(line);
                    let name = |scope| (Rank::of(level.ring), scope, lane.demand.clone());
                    let segments = self.scopes(here).into_iter().filter_map(|(pool, scope)| {
                        self.pools[pool].segments.get(&name(scope)).copied()
                    });
                    let wanted: BTreeSet<SegmentKey> = segments.collect();
                    let reached = lane.reached.iter().map(|reached| reached.segment).collect();
                    hold(wanted == reached, || {
                        format!("level {number} of `{}` reaches less or more than it may", queue.id)
                    })?;
                }
            }
        }
        Ok(())
    }

    fn check_heads(&self, line: LineId) -> Result<(), Violation> {
        let lane = self.lane(line);
        for reached in &lane.reached {
            let head = lane.line.head();
            let segment = &self.segments[reached.segment];
            let expected = head.map(|head| segment.line_rank(self.home_of(line), line, head));
            let lines = &segment.lines;
            let found = reached.handle.map(|handle| *lines.get(handle).0);
            hold(found == expected, || "a line stands by an old head".into())?;
        }
        Ok(())
    }

    /// Whoever stands in a line belongs there; who belongs there is checked chat by chat.
    fn check_line(&self, queue: &Queue, line: LineId) -> Result<(), Violation> {
        let lane = self.lane(line);
        let (mut standing, mut refused, mut chats) = (0, 0, 0);
        for &chat in &queue.ringing {
            let ringing = self.chats.get(chat).and_then(|chat| chat.ringing.as_ref());
            let ringing = ringing.filter(|ringing| ringing.queue == line.queue);
            hold(ringing.is_some(), || {
                format!("a chat rings in `{}` that is not there", queue.id)
            })?;
            let at = ringing.and_then(|ringing| ringing.at.get(usize::from(line.level)));
            let at = at.filter(|at| at.lane == line.lane);
            chats += u32::from(at.is_some() && !self.chats[chat].demand.is_ordinary());
            standing += usize::from(at.is_some_and(|at| at.stands.is_some()));
            refused += usize::from(at.is_some_and(|at| at.refused.is_some()));
        }
        let lines = (lane.line.chats.len(), lane.line.refused.len());
        hold(lines == (standing, refused) && lane.chats == chats, || {
            format!("chats stand in `{}` that are not there", queue.id)
        })
    }

    pub(super) fn check_partnerships(&self) -> Result<(), Violation> {
        for (&(first, second), partnership) in &self.partnerships {
            let known = partnership.is_known_to_both(self, first, second);
            hold(known, || "a partnership is not known to both".into())?;
            let counted = self.knows_what_is_carried(partnership);
            hold(counted, || "a grant carries more or less than is counted".into())?;
        }
        for (key, institution) in self.institutions.iter() {
            let known = self.knows_its_caps(key);
            hold(known, || format!("the caps of `{}` are counted wrongly", institution.id))?;
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
