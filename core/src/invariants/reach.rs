//! Segments, levels, partnerships.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;

use super::{Violation, hold};
use crate::directory::{Queue, QueueKey};
use crate::rank::Rank;
use crate::router::Router;
use crate::segment::{LevelId, LineId, Segment, SegmentKey};

/// What there is of a segment, counted from the operators who stand there and the lanes that reach it.
#[derive(Default)]
struct Counted {
    standing: usize,
    there: u32,
    free: u32,
    ready: usize,
    users: u32,
    /// How its levels weigh: how many roll on while all are busy, and how many have refused chats.
    weights: (u32, u32),
    lines: usize,
}

/// By level and lane.
type Lines = BTreeMap<(u8, u32), (u32, (usize, usize))>;

impl Router {
    pub(super) fn check_segments(&self) -> Result<(), Violation> {
        let counted = self.count_segments();
        let nothing = Counted::default();
        for (key, segment) in self.segments.iter() {
            self.check_segment(key, segment, counted.get(&key).unwrap_or(&nothing))?;
        }
        for (_, pool) in self.pools.iter() {
            let live = pool.segments.values().all(|&segment| self.segments.get(segment).is_some());
            hold(live, || "a pool names a segment that is gone".into())?;
        }
        Ok(())
    }

    /// In one walk over the operators and one over the lanes.
    fn count_segments(&self) -> BTreeMap<SegmentKey, Counted> {
        let mut counted: BTreeMap<SegmentKey, Counted> = BTreeMap::new();
        for (operator, state) in self.operators.iter() {
            for standing in &state.standings {
                let segment = &self.segments[standing.segment];
                let stand = self.stand_in(operator, standing.segment);
                let counts = counted.entry(standing.segment).or_default();
                counts.standing += 1;
                counts.there += u32::from(stand.there);
                counts.free += u32::from(stand.free_for(segment.units));
                counts.ready += usize::from(stand.ready_for(segment));
            }
        }
        let levels = self.queues.iter().flat_map(|(_, queue)| &queue.levels);
        for (level, lane) in levels.flat_map(|level| level.lanes.iter().map(move |l| (level, l))) {
            let (rolling, refusing) = level.weight(lane);
            for reached in &lane.reached {
                let counts = counted.entry(reached.segment).or_default();
                counts.users += 1;
                counts.weights.0 += rolling;
                counts.weights.1 += refusing;
                counts.lines += usize::from(lane.line.chats.len() > 0);
            }
        }
        counted
    }

    fn check_segment(
        &self,
        key: SegmentKey,
        segment: &Segment,
        counted: &Counted,
    ) -> Result<(), Violation> {
        let counts = (segment.there, segment.free, segment.ready.len());
        let found = (counted.there, counted.free, counted.ready);
        hold(counts == found, || format!("a segment counts {counts:?}, and has {found:?}"))?;
        let admitted = self.members(segment.pool).filter(|&one| self.admits(key, one)).count();
        hold(counted.standing == admitted, || {
            format!("{} stand in a segment that admits {admitted}", counted.standing)
        })?;
        hold(segment.users == counted.users, || {
            format!("a segment is reached by {} lanes, not {}", counted.users, segment.users)
        })?;
        let weights = counted.weights;
        hold((segment.rolling, segment.refusing) == weights, || {
            format!("a segment is reached by levels that weigh {weights:?}")
        })?;
        hold(segment.lines.len() == counted.lines, || {
            format!("{} lines reach a segment, not {}", counted.lines, segment.lines.len())
        })
    }

    pub(super) fn check_levels(&self) -> Result<(), Violation> {
        for (key, queue) in self.queues.iter() {
            let standing = self.count_lines(key, queue)?;
            for (number, level) in (0..).zip(&queue.levels) {
                let here = LevelId { queue: key, level: number };
                let scopes = self.scopes(here);
                for line in self.lines_of(here) {
                    self.check_heads(line)?;
                    // A policy may name a pool twice, and reaches it once.
                    let lane = self.lane(line);
                    let counted = standing.get(&(line.level, line.lane));
                    let (chats, lines) = counted.copied().unwrap_or_default();
                    let counts = (lane.line.chats.len(), lane.line.refused.len());
                    hold(counts == lines && lane.chats == chats, || {
                        format!("chats stand in `{}` that are not there", queue.id)
                    })?;
                    let name = |scope| (Rank::of(level.ring), scope, lane.demand.clone());
                    let segments = scopes.iter().filter_map(|&(pool, scope)| {
                        self.pools[pool].segments.get(&name(scope)).copied()
                    });
                    let wanted: BTreeSet<SegmentKey> = segments.collect();
                    let reached = lane.reached.iter().map(|reached| reached.segment).collect();
                    hold(wanted == reached && lane.reached.len() == wanted.len(), || {
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

    /// How many chats each lane of a queue has that ask for something special, and how many stand in its
    /// line, and among the refused. Who belongs there is checked chat by chat.
    fn count_lines(&self, key: QueueKey, queue: &Queue) -> Result<Lines, Violation> {
        let mut counted = Lines::new();
        for &chat in &queue.ringing {
            let ringing = self.chats.get(chat).and_then(|chat| chat.ringing.as_ref());
            let here = ringing.filter(|ringing| ringing.queue == key);
            hold(here.is_some(), || format!("a chat rings in `{}` that is not there", queue.id))?;
            let special = u32::from(!self.chats[chat].demand.is_ordinary());
            for (level, at) in (0..).zip(here.iter().flat_map(|ringing| &ringing.at)) {
                let (chats, lines) = counted.entry((level, at.lane)).or_default();
                *chats += special;
                lines.0 += usize::from(at.stands.is_some());
                lines.1 += usize::from(at.refused.is_some());
            }
        }
        Ok(counted)
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
