//! The chats of a level by what they ask: those that ask the same stand in one line, and reach the
//! same operators. So whoever becomes free finds the first chat that they fit without passing others.

use smallvec::SmallVec;

use crate::chat::ChatKey;
use crate::directory::QueueKey;
use crate::event::Withdrawal;
use crate::line::Line;
use crate::reach::Reached;
use crate::refusal::{Limited, Refusal};
use crate::router::Router;
use crate::segment::LevelId;
use crate::skills::Demand;

/// The chats of a level that ask the same of an operator, and whom they reach.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lane {
    /// Those of the segments of the level's sources that it reaches.
    pub(crate) reached: SmallVec<[Reached; 2]>,
    /// The turn at which a chat first passed it over, since nobody was there.
    pub(crate) passed_over: Option<u64>,
    pub(crate) line: Line,
    pub(crate) demand: Demand,
    /// How many chats on their way through the queue have it. The first lane does not count: it is
    /// there without any.
    pub(crate) chats: u32,
    /// The turn at which the last of them left.
    left: u64,
}

impl Lane {
    pub(crate) fn new(demand: Demand) -> Self {
        Self {
            reached: SmallVec::new(),
            passed_over: None,
            line: Line::default(),
            demand,
            chats: 0,
            left: 0,
        }
    }
}

impl Lane {
    /// What a snapshot remembers of it.
    pub(crate) const fn remember(&mut self, passed_over: Option<u64>, left: u64) {
        (self.passed_over, self.left) = (passed_over, left);
    }

    /// The turn at which the last of its chats left.
    pub(crate) const fn left(&self) -> u64 {
        self.left
    }
}

impl Router {
    /// Whether each level of a queue has a lane for a demand, or room for one more.
    pub(crate) fn room_for_demand(&self, queue: QueueKey, demand: &Demand) -> Result<(), Refusal> {
        let limit = self.config.limits.demands_per_level.max(1);
        for level in &self.queues[queue].levels {
            let asked = demand.at_level(&level.needs, level.chat_needs);
            let known = level.lanes.iter().any(|lane| lane.demand == asked);
            let unused = level.lanes.iter().skip(1).any(|lane| lane.chats == 0);
            if !known && !unused && level.lanes.len() >= limit as usize {
                return Err(Refusal::LimitReached { what: Limited::Demands, limit });
            }
        }
        Ok(())
    }

    /// A chat that begins its way through a queue, and is no ordinary one, takes its lane at each
    /// level. A chat that was admitted before finds one whatever the limit says.
    pub(crate) fn take_lanes(&mut self, key: ChatKey, queue: QueueKey) {
        for number in 0..self.queues[queue].levels.len() {
            let level = LevelId { queue, level: u8::try_from(number).unwrap_or(u8::MAX) };
            let plan = &self.queues[queue].levels[number];
            let asked = self.chats[key].demand.at_level(&plan.needs, plan.chat_needs);
            let lane = self.lane_for(level, asked);
            self.lane_mut(level.lane(lane)).chats += 1;
            if let Some(ringing) = &mut self.chats[key].ringing {
                ringing.at[number].lane = lane;
            }
        }
    }

    /// A chat that is no ordinary one is on its way through a queue no more. Its lanes stay, for the
    /// next that asks the same.
    pub(crate) fn leave_lanes(&mut self, key: ChatKey) {
        let turn = self.counters.next_turn();
        let Self { chats, queues, .. } = self;
        let Some(ringing) = &chats[key].ringing else { return };
        for (level, at) in queues[ringing.queue].levels.iter_mut().zip(&ringing.at) {
            let lane = &mut level.lanes[at.lane as usize];
            lane.chats -= 1;
            lane.left = turn;
        }
    }

    /// The lane of a level for a demand: made, if new, in place of the one that was unused longest
    /// where there are as many as may be.
    fn lane_for(&mut self, level: LevelId, asked: Demand) -> u32 {
        let lanes = &self.queues[level.queue].levels[usize::from(level.level)].lanes;
        if let Some(known) = lanes.iter().position(|lane| lane.demand == asked) {
            return narrow(known);
        }
        let most = self.config.limits.demands_per_level.max(1) as usize;
        let unused = lanes.iter().enumerate().skip(1).filter(|(_, lane)| lane.chats == 0);
        let oldest = unused.min_by_key(|(at, lane)| (lane.left, *at)).map(|(at, _)| at);
        let line = level.lane(narrow(lanes.len()));
        let line = oldest.filter(|_| lanes.len() >= most).map_or(line, |at| level.lane(narrow(at)));
        if lanes.len() > line.lane as usize {
            self.release_lane(line);
            *self.lane_mut(line) = Lane::new(asked);
        } else {
            let levels = &mut self.queues[level.queue].levels;
            levels[usize::from(level.level)].lanes.push(Lane::new(asked));
        }
        self.reach_again(line, &Withdrawal::LevelLeft);
        line.lane
    }
}

/// The number of a lane. There are never more than open chats.
fn narrow(lane: usize) -> u32 {
    u32::try_from(lane).expect("the limit of open chats comes first")
}
