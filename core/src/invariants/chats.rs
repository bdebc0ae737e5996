//! Chats: one place each, one owner at most, every offer allowed, nobody free beside them.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

use super::{Violation, hold};
use crate::chat::{
    Chat, ChatKey, OfferKey, OfferKind, Participant, PatronKey, Phase, Place, Ringing, To,
};
use crate::directory::{OperatorKey, QueueKey};
use crate::heap::Heap;
use crate::policy::Ring;
use crate::router::Router;

impl Router {
    pub(super) fn check_chats(&self) -> Result<(), Violation> {
        for (key, chat) in self.chats.iter() {
            self.check_place(key, chat)?;
            self.check_company(key, chat)?;
            self.check_offers(key, chat)?;
            if let Some(ringing) = &chat.ringing {
                self.check_ringing(key, chat, ringing)?;
            }
            hold(self.is_past(chat), || format!("what is said of `{}` is still to come", chat.id))?;
            hold(chat.transcript.is_sound(), || {
                format!("the transcript of `{}` has a gap", chat.id)
            })?;
            hold(chat.about.agrees_with(&chat.record), || {
                format!("`{}` shows something else of its patron than it knows", chat.id)
            })?;
            hold(chat.transcript.is_chained(&chat.id), || {
                format!("the chain of `{}` is not that of its transcript", chat.id)
            })?;
            let named = self.chats.find(&chat.id) == Some(key);
            hold(named, || format!("`{}` has no name", chat.id))?;
        }
        self.check_counts()
    }

    /// Nothing of a chat is later than now.
    fn is_past(&self, chat: &Chat) -> bool {
        let record = &chat.record;
        let whole = [record.opened_at, record.ended_at, chat.waiting_since];
        let answers = record.answers.iter().map(|answer| answer.at);
        let hops = record.hops.iter().map(|hop| hop.at);
        let transfers = record.transfers.iter().map(|transfer| transfer.at);
        let mut all = whole.into_iter().chain(record.wrapped_up_at).chain(answers).chain(hops);
        all.all(|at| at <= self.now)
            && transfers.chain(chat.transcript.last_at()).all(|at| at <= self.now)
    }

    /// A chat is in line, or with its owner, or both while it is transferred to a queue.
    fn check_place(&self, key: ChatKey, chat: &Chat) -> Result<(), Violation> {
        let id = &chat.id;
        let (owned, ringing) = (chat.owner.is_some(), chat.ringing.is_some());
        let (moving, offered) = (chat.transfer.is_some(), chat.offers.are_out());
        let wraps_up = chat.wrap_up.is_some();
        let right = match chat.phase() {
            Phase::Waiting => !owned && ringing && !moving && !offered,
            Phase::Offered => !owned && ringing && !moving && offered,
            Phase::Active | Phase::OnHold => owned && !ringing && !moving && !offered,
            Phase::Transferring => owned && moving && (ringing || offered),
            Phase::Consulting => owned && moving && !ringing && self.consulted(key).is_some(),
            Phase::WrapUp => owned && !ringing && !moving && !offered,
            Phase::Ended => false,
        };
        let right = right && wraps_up == (chat.phase() == Phase::WrapUp);
        hold(right, || format!("`{id}` is {} and is not", chat.phase()))?;
        if let Some(owner) = chat.owner {
            let answering = self.operators.get(owner).is_some_and(|o| {
                o.answering.iter().filter(|&&answered| answered == key).count() == 1
            });
            hold(answering, || format!("`{id}` has an owner who does not know it"))?;
        }
        if let Some(loser) = chat.lost_by {
            let known = self.operators.get(loser).is_some_and(|o| o.lost.contains(&key));
            hold(known && !owned, || format!("`{id}` is lost by somebody who does not know it"))?;
        }
        Ok(())
    }

    /// Whoever takes part knows it and may, and somebody answers meanwhile.
    fn check_company(&self, key: ChatKey, chat: &Chat) -> Result<(), Violation> {
        let id = &chat.id;
        let Some(company) = &chat.company else { return Ok(()) };
        let knows = |one: OperatorKey| {
            self.operators
                .get(one)
                .is_some_and(|state| state.company.iter().filter(|&&chat| chat == key).count() == 1)
        };
        let all: Vec<OperatorKey> = company.all().collect();
        hold(all.iter().all(|&one| knows(one) && chat.owner != Some(one)), || {
            format!("`{id}` has company who does not know it, or answers it")
        })?;
        let answered = chat.owner.is_some() && chat.phase() != Phase::WrapUp;
        hold(answered && !all.is_empty(), || {
            format!("`{id}` has company, and nobody who answers")
        })?;
        let invited = company.invited.iter().all(|&one| self.may_answer(key, one));
        let stays = |one: &Participant| self.may_stay(key, one.operator, one.part);
        hold(invited && company.present.iter().all(stays), || {
            format!("`{id}` has company who may not take part any more")
        })
    }

    fn check_offers(&self, key: ChatKey, chat: &Chat) -> Result<(), Violation> {
        let id = &chat.id;
        for offer in chat.offers.iter() {
            let offer_key = OfferKey { chat: key, id: offer.id };
            let operator = &self.operators[offer.operator];
            let name = &operator.id;
            hold(chat.offers.get(offer.id) == Some(offer), || {
                format!("`{id}` does not find an offer")
            })?;
            let reserves = matches!(offer.kind, OfferKind::Targeted { .. } | OfferKind::Preferred);
            let kept = offer.kind == OfferKind::Transfer;
            hold(kept || chat.offers.reservation(offer.id).is_some() == reserves, || {
                format!("`{id}` reserves a place without an offer, or the other way round")
            })?;
            hold(self.offer_to(offer.operator, key) == Some(offer_key), || {
                format!("`{name}` has two offers of `{id}`, or does not know of one")
            })?;
            hold(chat.owner != Some(offer.operator), || format!("`{name}` is offered their own"))?;
            let tried = chat.ringing.as_ref().is_some_and(|r| r.has_tried(offer.operator));
            hold(!tried, || format!("`{name}` is offered `{id}` again in the same round"))?;
            hold(!chat.excluded.contains(&offer.operator), || {
                format!("`{name}` is offered `{id}`, which excludes them")
            })?;
            hold(self.is_reached(offer_key), || format!("`{name}` is beyond the reach of `{id}`"))?;
            if offer.kind == OfferKind::Transfer {
                hold(self.may_be_handed(key, offer.operator), || {
                    format!("`{id}` goes where it may not")
                })?;
            }
        }
        Ok(())
    }

    fn check_ringing(&self, key: ChatKey, chat: &Chat, ringing: &Ringing) -> Result<(), Violation> {
        let id = &chat.id;
        let queue = &self.queues[ringing.queue];
        let listed = queue.ringing.get(ringing.listed_at as usize) == Some(&key);
        hold(listed, || format!("`{id}` rings in a queue that does not know it"))?;
        for (number, level) in (0..).zip(&queue.levels) {
            let offers = chat.offers.iter();
            let out = offers.filter(|offer| offer.kind.level() == Some(number)).count();
            let counted = ringing.out_at(number) as usize;
            hold(out == counted, || format!("`{id}` has {out} offers out, not {counted}"))?;
            let live = ringing.is_live(number);
            hold(live || out == 0, || format!("`{id}` rings at a level that it has left"))?;
            let wants = live
                && match level.ring {
                    Ring::All { .. } => true,
                    Ring::Best { count, .. } => out < usize::from(count),
                };
            let refused = wants && out == 0 && chat.has_refusers();
            let at = ringing.at[usize::from(number)];
            hold((at.stands.is_some(), at.refused.is_some()) == (wants, refused), || {
                format!("`{id}` stands in the line of level {number}, or not, against what it is")
            })?;
            let lane = &level.lanes[at.lane as usize];
            hold(lane.demand == chat.demand.at_level(&level.needs, level.chat_needs), || {
                format!("`{id}` stands in the lane of others at level {number}")
            })?;
            let here = |line: &Heap<Place, ChatKey>, handle| *line.get(handle).0 == chat.place;
            let stands = at.stands.is_none_or(|handle| here(&lane.line.chats, handle))
                && at.refused.is_none_or(|handle| here(&lane.line.refused, handle));
            hold(stands, || format!("`{id}` forgot where it stands"))?;
            hold(ringing.unrung & (1 << number) == 0, || {
                format!("`{id}` was not rung at level {number}")
            })?;
        }
        Ok(())
    }

    /// Counted in one walk over the chats, and then compared.
    fn check_counts(&self) -> Result<(), Violation> {
        let mut at: BTreeMap<QueueKey, (u32, usize)> = BTreeMap::new();
        let mut of: BTreeMap<PatronKey, usize> = BTreeMap::new();
        for (_, chat) in self.chats.iter() {
            for queue in chat.counted_by() {
                at.entry(queue).or_default().0 += 1;
            }
            if let Some(ringing) = &chat.ringing {
                at.entry(ringing.queue).or_default().1 += 1;
            }
            if chat.phase() != Phase::WrapUp {
                *of.entry(chat.patron).or_default() += 1;
                let patron = self.patrons.get(chat.patron);
                let named = patron.is_some_and(|patron| patron.id == chat.record.patron);
                hold(named, || format!("`{}` is of another patron than it says", chat.id))?;
            }
        }
        for (key, queue) in self.queues.iter() {
            let (counted, ringing) = at.get(&key).copied().unwrap_or_default();
            hold(queue.chats == counted, || {
                format!("`{}` has {counted} chats, not {}", queue.id, queue.chats)
            })?;
            let right = ringing == queue.ringing.len();
            hold(right, || format!("`{}` lists others than ring there", queue.id))?;
        }
        for (key, patron) in self.patrons.iter() {
            let (id, counted) = (&patron.id, patron.chats as usize);
            let open = of.get(&key).copied().unwrap_or_default();
            hold(open == counted && open > 0, || {
                format!("`{id}` has {open} chats, not {counted}")
            })?;
        }
        Ok(())
    }

    /// No chat waits whose live levels hold an operator who could be offered it; and none stays at
    /// a level that holds nobody for it.
    pub(super) fn check_work_conservation(&self) -> Result<(), Violation> {
        for (key, chat) in self.chats.iter() {
            let Some(ringing) = &chat.ringing else {
                continue;
            };
            let id = &chat.id;
            for level in ringing.live_levels() {
                let line = ringing.line_at(level);
                if !ringing.stands_at(level) {
                    continue;
                }
                for reached in &self.lane(line).reached {
                    let ready = self.segments[reached.segment].ready.values();
                    let idle = ready.filter(|&o| self.may_be_offered(key, o)).count();
                    hold(idle == 0, || format!("{idle} could be offered `{id}` at level {level}"))?;
                }
            }
            if let Some(operator) = ringing.waits_for() {
                let held = self.offer_to(operator, key).is_some();
                hold(held || self.is_eligible(key, operator), || {
                    format!("`{id}` waits for somebody who is beyond its reach")
                })?;
                let free = self.has_room_for(key, operator);
                let rung = !free || !self.may_be_offered(key, operator);
                hold(rung, || format!("`{id}` waits for somebody who is free"))?;
            }
            let moves = self.must_move_on(key).map(|(_, reason)| reason);
            hold(moves.is_none(), || format!("`{id}` stays where it cannot: {moves:?}"))?;
            let rests = ringing.round_starts.is_some() || chat.offers.are_out();
            let left = self.nobody_is_left(key);
            hold(rests || !left, || format!("`{id}` waits for nobody, and for no round"))?;
        }
        Ok(())
    }
}

impl Chat {
    /// The queues that count this chat: its origin, where it is, where it may go.
    fn counted_by(&self) -> impl Iterator<Item = QueueKey> {
        let target = self.transfer.as_ref().and_then(|transfer| match transfer.to {
            To::Queue(queue) => Some(queue),
            To::Operator(_) => None,
        });
        let here = (self.queue != self.origin).then_some(self.queue);
        [Some(self.origin), here, target].into_iter().flatten()
    }
}
