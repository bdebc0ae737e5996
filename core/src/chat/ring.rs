//! Offers that begin: operators are rung.

use crate::chat::{Chat, ChatKey, LARGE, Offer, OfferKey, OfferKind, Phase, Reservation, Step};
use crate::deadline::{Due, DueKey};
use crate::directory::{Operator, OperatorKey};
use crate::event::{EventKind, OfferCause};
use crate::rank::RankKey;
use crate::router::Router;
use crate::segment::{LineId, Segment, SegmentKey};
use crate::time::Timestamp;

impl Router {
    /// Rings one operator for a chat, by a level that rings the best, and reserves a place. The
    /// caller puts the chat in line anew.
    pub(crate) fn ring_best(
        &mut self,
        key: ChatKey,
        line: LineId,
        operator: OperatorKey,
        by: SegmentKey,
    ) {
        let way = self.way_by(operator, by);
        let about = self.about(key, operator);
        let Self { now, chats, operators, queues, segments, timers, counters, outbox, .. } = self;
        let (chat, to) = (&mut chats[key], &mut operators[operator]);
        let units = chat.demand.units;
        to.take_through(way, queues, i32::from(units));
        let ring = queues[line.queue].levels[usize::from(line.level)].ring;
        let kind = OfferKind::Targeted { level: line.level };
        let turn = counters.next_turn();
        let turn_before = core::mem::replace(&mut to.offered_turn, turn);
        let id = chat.offers.make(operator, kind);
        let lapse_after = ring.lapse_after();
        let due = Due::OfferLapses(OfferKey { chat: key, id });
        let lapses = lapse_after.map(|span| timers.set(*now, span, due));
        let rank = segments[by].spend(to, by, turn);
        let best = Some((by, rank));
        chat.offers.reserve(id, Reservation { lapses, best, way, turn, turn_before });
        to.hold(OfferKey { chat: key, id }, kind, units);
        outbox.raise(
            *now,
            EventKind::ChatOffered {
                chat: chat.id.clone(),
                offer: id,
                operator: to.id.clone(),
                origin: queues[chat.origin].id.clone(),
                cause: OfferCause::Level { level: line.level },
                lapses_at: lapse_after.map(|span| now.saturating_add(span)),
                about,
            },
        );
        let crosses = queues[chat.origin].institution != to.institution;
        let resting = chat.is_rung(line.level, 1);
        self.cancel(resting);
        self.restand_touched(operator);
        if crosses {
            self.carry_across(key, operator);
        }
    }

    /// Rings operators for a chat, by a level that rings all, in this order: nothing is reserved,
    /// and one deadline is theirs together.
    pub(crate) fn ring_all(&mut self, key: ChatKey, line: LineId, rung: &[OperatorKey]) {
        if rung.is_empty() {
            return;
        }
        let lapses_at = self.arm_ring(key, line);
        let Self { now, chats, operators, queues, outbox, work, .. } = self;
        let chat = &mut chats[key];
        if rung.len() >= LARGE
            && !chat.offers.have_much_room()
            && let Some(room) = work.room.pop()
        {
            chat.offers.move_to(room);
        }
        let origin = &queues[chat.origin].id;
        let kind = OfferKind::Broadcast { level: line.level };
        for &operator in rung {
            let to = &mut operators[operator];
            let id = chat.offers.make(operator, kind);
            to.hold(OfferKey { chat: key, id }, kind, 1);
            outbox.raise(
                *now,
                EventKind::ChatOffered {
                    chat: chat.id.clone(),
                    offer: id,
                    operator: to.id.clone(),
                    origin: origin.clone(),
                    cause: OfferCause::Level { level: line.level },
                    lapses_at,
                    about: chat.about_to_all(),
                },
            );
        }
        let resting = chat.is_rung(line.level, rung.len());
        self.tell_of_patron(key, rung);
        self.cancel(resting);
        self.line_up_at(key, line.level);
        for &operator in rung {
            self.restand_weighed(operator, kind);
        }
    }

    /// Sets the deadline of a ring, unless it runs already.
    fn arm_ring(&mut self, key: ChatKey, line: LineId) -> Option<Timestamp> {
        let span = self.level(line).ring.lapse_after()?;
        let ringing = self.chats[key].ringing.as_mut().expect("it rings");
        let lapses = &mut ringing.at[usize::from(line.level)].lapses;
        let set = || self.timers.set(self.now, span, Due::RingLapses(key, line.level));
        let timer = *lapses.get_or_insert_with(set);
        self.timers.get(timer).map(|timer| timer.0)
    }

    /// Invites the operator whom a transfer names.
    pub(crate) fn offer_transfer(&mut self, key: ChatKey, operator: OperatorKey) {
        let chat = &mut self.chats[key];
        let transfer = chat.transfer.as_ref().expect("it is being transferred");
        let cause = OfferCause::Transfer { transfer: transfer.id };
        let lapses = transfer.lapses.expect("nobody has accepted");
        let id = chat.offers.make(operator, OfferKind::Transfer);
        self.invite(OfferKey { chat: key, id }, cause, lapses);
    }

    /// Rings the operator of an offer that was made to them alone, and ends with this timer.
    pub(crate) fn invite(&mut self, key: OfferKey, cause: OfferCause, lapses: DueKey) {
        let Offer { operator, kind, .. } = self.the_offer(key);
        let about = self.about(key.chat, operator);
        let (chat, to) = (&self.chats[key.chat], &mut self.operators[operator]);
        to.hold(key, kind, chat.demand.units);
        self.outbox.raise(
            self.now,
            EventKind::ChatOffered {
                chat: chat.id.clone(),
                offer: key.id,
                operator: to.id.clone(),
                origin: self.queues[chat.origin].id.clone(),
                cause,
                lapses_at: self.timers.get(lapses).map(|timer| timer.0),
                about,
            },
        );
        self.restand_weighed(operator, kind);
        self.carry(key.chat, operator);
    }
}

impl Chat {
    /// A level has rung so many operators. What it rested with until the next round is over.
    fn is_rung(&mut self, level: u8, operators: usize) -> Option<DueKey> {
        if self.phase() == Phase::Waiting {
            self.go(Step::Offer);
        }
        let ringing = self.ringing.as_mut().expect("only what rings is offered");
        ringing.at[usize::from(level)].out += u32::try_from(operators).unwrap_or(u32::MAX);
        ringing.round_starts.take()
    }
}

impl Segment {
    /// An operator is the best here, by the key that is returned, and their turn goes on.
    fn spend(&mut self, operator: &Operator, key: SegmentKey, turn: u64) -> RankKey {
        let mut standings = operator.standings.iter();
        let standing = standings.find(|standing| standing.segment == key);
        let handle = standing.and_then(|standing| standing.handle);
        let rank = *self.ready.get(handle.expect("whoever is rung is ready")).0;
        if self.rank.has_merits()
            && let Some(merit) = self.merits.get_mut(&operator.serial)
        {
            merit.spend(turn);
        }
        rank
    }
}

impl Operator {
    /// They are invited.
    pub(super) fn hold(&mut self, offer: OfferKey, kind: OfferKind, units: u16) {
        self.offers.push(offer);
        let (count, weight) = self.weight(kind, units);
        *count += weight;
    }
}
