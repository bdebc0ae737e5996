//! What an operator can take, and the only writer of what the segments know of it.

use crate::chat::{Chat, ChatKey, OfferKey, OfferKind};
use crate::directory::{Assignment, Operator, OperatorKey, Queue, QueueKey};
use crate::event::Withdrawal;
use crate::ids::Register;
use crate::pool::PoolOf;
use crate::rank::Figures;
use crate::record::TransferFailure;
use crate::router::Router;
use crate::segment::{SegmentKey, Stand, Standing};
use crate::settle::Work;

impl Router {
    /// Notes that an operator's load or turn has changed: before anybody is matched, the segments
    /// are told where they stand now.
    pub(crate) fn touch(&mut self, key: OperatorKey, by: impl Into<Touch>) {
        let most = self.config.limits.broadcasts_per_operator;
        self.operators[key].touch(key, by.into(), most, &mut self.work);
    }

    /// Tells the segments at once where an operator stands with one more offer.
    pub(crate) fn restand_weighed(&mut self, key: OperatorKey, by: OfferKind) {
        let most = self.config.limits.broadcasts_per_operator;
        if self.operators[key].has_moved(by.into(), most) {
            self.restand_touched(key);
        }
    }

    /// Tells the segments where an operator stands after a change of their presence, load or turns,
    /// and marks them if they now hold offers that they can take no more.
    pub(crate) fn restand(&mut self, key: OperatorKey) {
        let there = self.takes_chats(&self.operators[key]);
        self.restand_as(key, there);
    }

    /// As [`Router::restand`], where presence has not changed.
    pub(crate) fn restand_touched(&mut self, key: OperatorKey) {
        let there = self.operators[key].stand.there;
        self.restand_as(key, there);
    }

    fn restand_as(&mut self, key: OperatorKey, there: bool) {
        let Self { config, operators, segments, work, counters, watched, .. } = self;
        let watching = *watched > 0;
        let operator = &mut operators[key];
        operator.touched = false;
        let figures = Figures::of(operator);
        let most_broadcasts = config.limits.broadcasts_per_operator;
        let after = operator.stand_if(there, most_broadcasts);
        let before = core::mem::replace(&mut operator.stand, after);
        if operator.holds_untenable(figures.load) {
            work.overloaded.push(key);
        }
        if operator.limited {
            self.restand_limited(key, before, after);
            return;
        }
        if before.is_as_good_as(after, operator.dearest) {
            for standing in &operator.standings {
                if let Some(handle) = standing.handle {
                    segments[standing.segment].rank_anew(handle, figures);
                }
            }
            return;
        }
        // Who was free before has been offered all that waits for them.
        let dearest = operator.dearest;
        let more = before.room < after.room && before.room < dearest;
        if more || (after.listening && !before.listening) {
            work.operators.push(key);
        }
        if before.there && !after.there {
            work.chats.extend(operator.preferred_by.values());
        }
        let less =
            (before.there && !after.there) || (after.room < before.room && after.room < dearest);
        // One turn for all of them: in which order they are told is nobody's business.
        let mut turn = None;
        for standing in &mut operator.standings {
            let segment = &mut segments[standing.segment];
            if segment.count(before, after) {
                segment.revived = *turn.get_or_insert_with(|| counters.next_turn());
            }
            if less && segment.may_strand() {
                work.segments.push(standing.segment);
            }
            let could_ring = segment.could_ring();
            standing.handle = segment.place_ready(key, standing.handle, figures, after);
            if watching && (could_ring != segment.could_ring() || before.there != after.there) {
                work.turned.push(standing.segment);
            }
        }
    }

    /// As the rest of [`Router::restand_as`], for somebody who has a limit of their own somewhere.
    fn restand_limited(&mut self, key: OperatorKey, before: Stand, after: Stand) {
        self.work.operators.push(key);
        if before.there && !after.there {
            self.work.chats.extend(self.operators[key].preferred_by.values());
        }
        let mut turn = None;
        for at in 0..self.operators[key].standings.len() {
            let standing = self.operators[key].standings[at];
            let after =
                Stand { room: after.room.min(self.limit_in(key, standing.segment)), ..after };
            let Self { operators, segments, work, counters, .. } = self;
            let segment = &mut segments[standing.segment];
            if segment.count(Stand { room: standing.room, ..before }, after) {
                segment.revived = *turn.get_or_insert_with(|| counters.next_turn());
            }
            if segment.may_strand() {
                work.segments.push(standing.segment);
            }
            let figures = Figures::of(&operators[key]);
            let handle = segment.place_ready(key, standing.handle, figures, after);
            work.turned.extend((self.watched > 0).then_some(standing.segment));
            operators[key].standings[at] = Standing { handle, room: after.room, ..standing };
        }
    }

    /// The limits of an operator's assignments are about to change.
    pub(crate) fn begin_to_limit(&mut self, key: OperatorKey) {
        let Operator { ref mut standings, ref mut limited, stand, .. } = self.operators[key];
        if !*limited {
            standings.iter_mut().for_each(|standing| standing.room = stand.room);
        }
        *limited = true;
    }

    /// They have changed: the segments are told.
    pub(crate) fn end_to_limit(&mut self, key: OperatorKey) {
        self.restand(key);
        let operator = &mut self.operators[key];
        operator.limited = operator.assignments.values().any(|assigned| assigned.limit.is_some());
    }

    /// How an operator stands in a segment: as everywhere, but for the limit of the assignment by
    /// which they are there.
    pub(crate) fn stand_in(&self, key: OperatorKey, segment: SegmentKey) -> Stand {
        let Operator { stand, limited, .. } = self.operators[key];
        if !limited {
            return stand;
        }
        Stand { room: stand.room.min(self.limit_in(key, segment)), ..stand }
    }

    /// For how many units an operator has room in a segment by the limit of their assignment.
    fn limit_in(&self, key: OperatorKey, segment: SegmentKey) -> u16 {
        self.limited_by(key, segment).map_or(u16::MAX, Assignment::room)
    }

    /// The assignment with a limit by which an operator is in a segment.
    fn limited_by(&self, key: OperatorKey, segment: SegmentKey) -> Option<&Assignment> {
        let PoolOf::Queue(queue) = self.pools[self.segments[segment].pool].of else { return None };
        let assignments = &self.operators[key].assignments;
        let assigned = assignments.get(&self.queues.get(queue)?.serial);
        assigned.filter(|assigned| assigned.limit.is_some())
    }

    /// Through which assignment with a limit an operator would take a chat, of those by which the
    /// queue where it rings reaches them: through none, if there is another way; else through one
    /// that has room, if any has.
    pub(crate) fn way_to(&self, chat: ChatKey, operator: OperatorKey) -> Option<QueueKey> {
        if !self.operators[operator].limited {
            return None;
        }
        let ringing = self.chats[chat].ringing.as_ref()?;
        let units = self.chats[chat].demand.units;
        let mut limited: Option<&Assignment> = None;
        for reached in ringing.lines().flat_map(|line| &self.lane(line).reached) {
            if self.stands(operator, reached.segment) {
                let assigned = self.limited_by(operator, reached.segment)?;
                if limited.is_none_or(|other| other.room() < units) {
                    limited = Some(assigned);
                }
            }
        }
        limited.map(|assigned| assigned.queue)
    }

    /// Whether an operator has room for a chat by one of the ways by which the queue where it rings
    /// reaches them.
    pub(crate) fn has_room_for(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        let units = self.chats[chat].demand.units;
        let state = &self.operators[operator];
        let way = self.way_to(chat, operator).and_then(|queue| self.queues.get(queue));
        let assigned = way.and_then(|queue| state.assignments.get(&queue.serial));
        state.stand.free_for(units) && assigned.is_none_or(|assigned| assigned.room() >= units)
    }

    /// The assignment with a limit by which an operator is in a segment, as a way to them.
    pub(crate) fn way_by(&self, operator: OperatorKey, segment: SegmentKey) -> Option<QueueKey> {
        if !self.operators[operator].limited {
            return None;
        }
        self.limited_by(operator, segment).map(|assigned| assigned.queue)
    }

    /// Through which assignment with a limit an operator takes the chat of their offer.
    pub(crate) fn way_of(&self, key: OfferKey) -> Option<QueueKey> {
        let Chat { offers, .. } = &self.chats[key.chat];
        match offers.reservation(key.id) {
            Some(reservation) => reservation.way,
            None => self.way_to(key.chat, self.the_offer(key).operator),
        }
    }

    /// The units that an operator has taken through an assignment.
    pub(crate) fn taken_through(&self, operator: OperatorKey, queue: QueueKey) -> u64 {
        let operator = &self.operators[operator];
        let units = |chat: ChatKey| u64::from(self.chats[chat].demand.units);
        let answering = operator.answering.iter().copied();
        let answering = answering.filter(|&chat| self.chats[chat].way == Some(queue));
        let reserved = operator.offers.iter().filter(|offer| {
            let reservation = self.chats[offer.chat].offers.reservation(offer.id);
            reservation.is_some_and(|reservation| reservation.way == Some(queue))
        });
        answering.map(units).sum::<u64>() + reserved.map(|offer| units(offer.chat)).sum::<u64>()
    }

    pub(crate) fn stand_of(&self, key: OperatorKey) -> Stand {
        let operator = &self.operators[key];
        let there = self.takes_chats(operator);
        operator.stand_if(there, self.config.limits.broadcasts_per_operator)
    }

    /// Who is not there keeps no offers. Who is full keeps no broadcasts; who is beyond their limit
    /// (it was lowered, or they came back to chats they had lost) keeps no more targeted offers than
    /// have room, the oldest.
    pub(crate) fn withdraw_untenable(&mut self, key: OperatorKey) {
        while let Some(offer) = self.untenable(key) {
            let there = self.stand_of(key).there;
            self.take_back(offer, if there { &Withdrawal::Full } else { &Withdrawal::Absent });
        }
    }

    /// The next offer that an operator cannot keep: broadcasts first, the oldest of them, then
    /// targeted offers, the newest of them.
    fn untenable(&self, key: OperatorKey) -> Option<OfferKey> {
        let operator = &self.operators[key];
        let stand = self.stand_of(key);
        if operator.broadcasts > 0 && (operator.limited || !stand.free_for(operator.dearest)) {
            let mut offers = operator.offers.iter().copied();
            let too_dear = |&offer: &OfferKey| {
                !self.the_offer(offer).kind.reserves() && !self.has_room_for(offer.chat, key)
            };
            if let Some(offer) = offers.find(too_dear) {
                return Some(offer);
            }
        }
        let untenable = operator.reserved > 0 && (!stand.there || operator.is_beyond_limit());
        if untenable { operator.offers.last().copied() } else { None }
    }

    /// Withdraws an offer of a level; that of a transfer fails the transfer.
    pub(crate) fn take_back(&mut self, offer: OfferKey, reason: &Withdrawal) {
        if self.the_offer(offer).kind == OfferKind::Transfer {
            self.fail_transfer(offer.chat, TransferFailure::TargetLost);
        } else {
            self.withdraw(offer, reason);
        }
    }
}

/// What has changed about an operator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Touch {
    /// How many broadcasts they hold: no order looks at that.
    Broadcasts,
    /// Their load or a turn.
    Rank,
}

impl Stand {
    /// Whether nothing has changed for segments whose chats ask for at most so many units.
    const fn is_as_good_as(self, other: Self, dearest: u16) -> bool {
        let same_room = self.room == other.room || (self.room >= dearest && other.room >= dearest);
        self.there == other.there && self.listening == other.listening && same_room
    }
}

impl From<OfferKind> for Touch {
    fn from(kind: OfferKind) -> Self {
        if kind.reserves() { Self::Rank } else { Self::Broadcasts }
    }
}

impl Operator {
    /// Counts units as taken through an assignment with a limit, or as taken no more; where there is
    /// none, nothing. The queue or the assignment may be gone by then.
    #[inline]
    pub(crate) fn take_through(
        &mut self,
        way: Option<QueueKey>,
        queues: &Register<Queue>,
        units: i32,
    ) {
        let queue = way.and_then(|way| queues.get(way));
        if let Some(assigned) = queue.and_then(|queue| self.assignments.get_mut(&queue.serial)) {
            assigned.taken = assigned.taken.saturating_add_signed(units.into());
        }
    }

    /// See [`Router::touch`].
    pub(crate) fn touch(
        &mut self,
        key: OperatorKey,
        by: Touch,
        most_broadcasts: u32,
        work: &mut Work,
    ) {
        if !self.touched && self.has_moved(by, most_broadcasts) {
            self.touched = true;
            work.touched.push(key);
        }
    }

    /// Whether a change concerns the segments.
    fn has_moved(&self, by: Touch, most_broadcasts: u32) -> bool {
        match by {
            Touch::Rank => true,
            Touch::Broadcasts => {
                let listening = self.stand.is_free() && self.broadcasts < most_broadcasts;
                listening != self.stand.listening
            }
        }
    }

    /// The count on which an offer of this kind weighs, and how much.
    pub(crate) fn weight(&mut self, kind: OfferKind, units: u16) -> (&mut u32, u32) {
        if kind.reserves() {
            (&mut self.reserved, u32::from(units))
        } else {
            (&mut self.broadcasts, 1)
        }
    }
}
