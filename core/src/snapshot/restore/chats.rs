//! Open chats: what is said in them, whom they ring, and what they weigh.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use smallvec::SmallVec;

use super::{Done, Restoring, at, ensure, found, register};
use crate::about::Abouts;
use crate::chat::{
    Asked, Chat, ChatKey, Company, Consulted, Entry, Idle, OfferKey, OfferKind, Offers,
    Participant, Phase, Place, Reservation, Ringing, To, Transfer,
};
use crate::directory::OperatorKey;
use crate::queue_state::QueueState;
use crate::rank::RankKey;
use crate::router::Router;
use crate::segment::LevelId;
use crate::skills::{Demand, Needs};
use crate::snapshot::v1::{self, No};
use crate::transcript::Transcript;

impl Restoring<'_> {
    /// The chats, without their places in line.
    pub(super) fn conversations(&mut self) -> Done {
        let state = self.state;
        for kept in &state.chats {
            let key = self.chat(kept)?;
            self.chats.push(key);
        }
        let arrivals: BTreeSet<u64> = state.chats.iter().map(|kept| kept.arrival).collect();
        let apart = arrivals.len() == state.chats.len();
        let past = arrivals.last().is_none_or(|&last| last <= state.arrivals);
        ensure(apart && past, || "two chats arrived as one, or one is still to come".into())?;
        for at in 0..self.chats.len() {
            self.router.restore_crossings(self.chats[at]);
        }
        Ok(())
    }

    fn chat(&mut self, kept: &v1::Chat) -> Done<ChatKey> {
        let router = &mut self.router;
        let origin = router.queue(&kept.record.origin)?;
        let home = &router.institutions[router.queues[origin].institution].id;
        ensure(*home == kept.record.institution && kept.record.transcript.is_empty(), || {
            format!("`{}` is of another institution than its queue", kept.record.chat)
        })?;
        let asked = Asked {
            queue: origin,
            demand: Demand { units: kept.units.max(1), needs: Needs::of(&kept.needs) },
            excluded: self.keys(&kept.excluded)?.into(),
            stored: kept.stored,
        };
        let place = Place::of_parts(kept.since, kept.arrival);
        let patron = self.router.restore_patron(&kept.record.patron, kept.phase != Phase::WrapUp);
        let mut chat = Chat::waiting(kept.record.clone(), place, patron, asked);
        chat.queue = self.queue_at(kept.queue)?;
        chat.resume_in(kept.phase);
        chat.owner = kept.owner.map(|no| self.operator_at(no)).transpose()?;
        chat.way = kept.way.map(|no| self.queue_at(no)).transpose()?;
        chat.lost_by = kept.lost_by.map(|no| self.operator_at(no)).transpose()?;
        chat.waiting_since = kept.waiting_since;
        chat.transfer = kept.transfer.as_deref().map(|kept| self.transfer(kept)).transpose()?;
        chat.offers = self.offers(kept)?;
        chat.idle = Idle::of_parts(kept.awaited, kept.noticed);
        chat.transcript = self.transcript(kept)?;
        (chat.view, chat.view_since) = (kept.view, kept.view_since);
        chat.company = self.company(kept)?;
        chat.answers_elsewhere = kept.answers_elsewhere;
        let about = Abouts::of_queue(kept.profile.clone());
        chat.about = Abouts::of_chat(&about, &kept.record);
        let elsewhere = kept.answers_elsewhere as usize <= kept.record.answers.len();
        ensure(elsewhere, || format!("`{}` has fewer answers than elsewhere", chat.id))?;
        let key = register(&mut self.router.chats, chat)?;
        self.belong(key);
        Ok(key)
    }

    fn transcript(&self, kept: &v1::Chat) -> Done<Transcript> {
        let mut transcript = match kept.salt {
            Some(salt) => Transcript::of(&kept.record.chat, salt),
            None => Transcript::new(),
        };
        for entry in &kept.entries {
            transcript.append_again(entry.clone());
            if let Some(message) = entry.body.message() {
                let hash = self.router.chats.hash(message);
                ensure(!transcript.has(hash, message), || format!("`{message}` was said twice"))?;
                transcript.know(hash, entry.number);
            }
        }
        ensure(transcript.is_sound(), || format!("`{}` has a gap", kept.record.chat))?;
        Ok(transcript)
    }

    fn transfer(&self, kept: &v1::Transfer) -> Done<Box<Transfer>> {
        let consulted = kept.consulted.as_ref().map(|kept| -> Done<Consulted> {
            Ok(Consulted {
                operator: self.operator_at(kept.operator)?,
                offer: kept.offer,
                reason: kept.reason,
                view: kept.view,
                since: kept.since,
            })
        });
        Ok(Box::new(Transfer {
            id: kept.id,
            to: match kept.to {
                v1::To::Operator(no) => To::Operator(self.operator_at(no)?),
                v1::To::Queue(no) => To::Queue(self.queue_at(no)?),
            },
            reason: kept.reason.clone(),
            note: kept.note.clone(),
            mode: kept.mode,
            lapses: None,
            consulted: consulted.transpose()?,
        }))
    }

    fn company(&self, kept: &v1::Chat) -> Done<Option<Box<Company>>> {
        if kept.invited.is_empty() && kept.present.is_empty() {
            return Ok(None);
        }
        let invited =
            kept.invited.iter().map(|&no| self.operator_at(no)).collect::<Done<Vec<_>>>()?;
        let present = kept.present.iter().map(|kept| {
            let operator = self.operator_at(kept.operator)?;
            Ok(Participant { operator, part: kept.part, view: kept.view, since: kept.since })
        });
        Ok(Some(Box::new(Company { invited, present: present.collect::<Done<Vec<_>>>()? })))
    }

    /// A chat counts where it is, and those who have to do with it know it.
    fn belong(&mut self, key: ChatKey) {
        let Router { chats, queues, operators, .. } = &mut self.router;
        let chat = &chats[key];
        queues[chat.origin].chats += 1;
        if chat.queue != chat.origin {
            queues[chat.queue].chats += 1;
        }
        if let Some(To::Queue(to)) = chat.transfer.as_ref().map(|transfer| transfer.to) {
            queues[to].chats += 1;
        }
        if let Some(loser) = chat.lost_by {
            operators[loser].lost.push(key);
        }
        let company = chat.company.iter();
        for operator in company.flat_map(|company| company.all()) {
            operators[operator].company.push(key);
        }
    }

    /// What chats and offers take of everybody's capacity, and how everybody stands by it.
    pub(super) fn workload(&mut self) {
        let Router { chats, queues, operators, .. } = &mut self.router;
        for &key in &self.chats {
            let chat = &chats[key];
            let units = chat.demand.units;
            if let Some(owner) = chat.owner {
                let owner = &mut operators[owner];
                owner.busy += u64::from(units);
                owner.take_through(chat.way, queues, units.into());
            }
            for offer in chat.offers.iter() {
                let operator = &mut operators[offer.operator];
                let (count, weight) = operator.weight(offer.kind, units);
                *count = count.saturating_add(weight);
                let way = chat.offers.reservation(offer.id).and_then(|reservation| reservation.way);
                operator.take_through(way, queues, units.into());
            }
        }
        for &key in &self.operators {
            let stand = self.router.stand_of(key);
            self.router.operators[key].stand = stand;
        }
        self.router.recount_grants();
    }

    fn offers(&self, kept: &v1::Chat) -> Done<Offers> {
        let mut offers = Offers::after(kept.offers_made);
        for offer in &kept.offers {
            let operator = self.operator_at(offer.operator)?;
            let reservation = offer.reservation.as_ref().map(|kept| self.reservation(kept));
            let reservation = reservation.transpose()?;
            let made = offers.put_back(offer.id, operator, offer.kind.into(), reservation);
            ensure(made, || "offers are in another order than they were made".into())?;
        }
        Ok(offers)
    }

    /// Where the operators of the offers were found, and the chats and offers that operators have.
    pub(super) fn hands(&mut self) -> Done {
        let state = self.state;
        for (&key, kept) in self.chats.iter().zip(&state.chats) {
            for offer in &kept.offers {
                let best = offer.reservation.as_ref().and_then(|kept| kept.best.as_ref());
                let Some(segment) = best.and_then(|best| best.segment) else { continue };
                let segment = at(&self.segments, segment, "segment")?;
                let offers = &mut self.router.chats[key].offers;
                if let Some(of) = offers.reservation_mut(offer.id) {
                    of.best = of.best.map(|(_, key)| (segment, key));
                }
            }
        }
        for (&key, kept) in self.operators.iter().zip(&state.operators) {
            for &no in &kept.answering {
                let chat = at(&self.chats, no, "chat")?;
                self.router.operators[key].answering.push(chat);
            }
            for &(no, id) in &kept.offers {
                let chat = at(&self.chats, no, "chat")?;
                self.router.operators[key].offers.push(OfferKey { chat, id });
            }
        }
        for (at, kept) in state.chats.iter().enumerate() {
            if let Some(kept) = &kept.ringing {
                self.ringing(self.chats[at], kept)?;
            }
        }
        Ok(())
    }

    fn reservation(&self, kept: &v1::Reservation) -> Done<Reservation> {
        // Which segment it was is found out when there are any.
        let best = kept.best.as_ref().map(|best| (self.gone, RankKey::of_bits(best.key)));
        Ok(Reservation {
            lapses: None,
            best,
            way: kept.way.map(|no| self.queue_at(no)).transpose()?,
            turn: kept.turn,
            turn_before: kept.turn_before,
        })
    }

    fn ringing(&mut self, key: ChatKey, kept: &v1::Ringing) -> Done {
        let queue = self.queue_at(kept.queue)?;
        let tried = self.keys(&kept.tried)?;
        let Router { chats, queues, .. } = &mut self.router;
        let (state, chat) = (&mut queues[queue], &mut chats[key]);
        let levels = state.levels.len();
        let stages = usize::from(kept.stage) < levels && kept.first <= kept.stage;
        ensure(stages, || format!("`{}` is at a level that is not there", chat.id))?;
        let entry = Entry { admitted: kept.admitted, since: kept.since, noticed: kept.noticed };
        let mut ringing = Ringing::at(queue, levels, entry);
        ringing.listed_at = No::try_from(state.ringing.len()).unwrap_or(No::MAX);
        (ringing.stage, ringing.first, ringing.dormant) = (kept.stage, kept.first, kept.dormant);
        (ringing.stays, ringing.round) = (kept.stays, kept.round);
        ringing.tried = SmallVec::from_vec(tried);
        for (no, (at, level)) in (0..).zip(ringing.at.iter_mut().zip(&mut state.levels)) {
            let asked = chat.demand.at_level(&level.needs, level.chat_needs);
            let lane = self.lanes.get(&(LevelId { queue, level: no }, asked)).copied();
            at.lane = found(lane, || format!("`{}` has no lane", chat.id))?;
            level.lanes[at.lane as usize].chats += u32::from(!chat.demand.is_ordinary());
        }
        for offer in chat.offers.iter() {
            let at = offer.kind.level().map(|level| ringing.at.get_mut(usize::from(level)));
            ensure(at.as_ref().is_none_or(Option::is_some), || "no level makes an offer".into())?;
            if let Some(at) = at.flatten() {
                at.out += 1;
            }
        }
        state.ringing.push(key);
        if let Some(openness) = state.openness.as_mut().filter(|_| kept.admitted) {
            openness.admitted += 1;
            if openness.state == QueueState::Closed {
                openness.state = openness.derived();
            }
        }
        chat.ringing = Some(ringing);
        Ok(())
    }

    /// Puts every chat in line where it belongs.
    pub(super) fn lines(&mut self) {
        for &chat in &self.chats {
            self.router.line_up(chat);
        }
    }

    /// These operators, in the order of their keys.
    fn keys(&self, operators: &[No]) -> Done<Vec<OperatorKey>> {
        let keys = operators.iter().map(|&no| self.operator_at(no));
        let mut keys = keys.collect::<Done<Vec<_>>>()?;
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }
}

impl From<v1::OfferKind> for OfferKind {
    fn from(kind: v1::OfferKind) -> Self {
        match kind {
            v1::OfferKind::Broadcast(level) => Self::Broadcast { level },
            v1::OfferKind::Targeted(level) => Self::Targeted { level },
            v1::OfferKind::Preferred => Self::Preferred,
            v1::OfferKind::Transfer => Self::Transfer,
        }
    }
}
