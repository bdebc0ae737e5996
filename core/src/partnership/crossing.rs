//! When grants change: what crossed by the old ones alone comes back in the same step.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::chat::{ChatKey, Place};
use crate::command::EndRule;
use crate::directory::{InstitutionKey, OperatorKey, QueueKey, Serial};
use crate::event::Withdrawal;
use crate::partnership::Crossing;
use crate::record::TransferFailure;
use crate::router::Router;
use crate::segment::LevelId;

impl Router {
    /// New terms hold between two institutions: what crossed by the old ones alone comes back.
    pub(super) fn grants_changed(
        &mut self,
        one: InstitutionKey,
        other: InstitutionKey,
        on_end: EndRule,
    ) {
        for (home, guest) in [(one, other), (other, one)] {
            let queues: Vec<QueueKey> = self.institutions[home].queues.values().copied().collect();
            for queue in queues {
                self.guests_changed(queue, guest, &Withdrawal::GrantEnded);
            }
        }
        let (pair, _) = self.pair(one, other);
        let Some(partnership) = self.partnerships.get(&pair) else {
            return;
        };
        let crossing: Vec<ChatKey> = partnership.crossing.values().copied().collect();
        for chat in crossing {
            self.check_crossing(chat, on_end);
        }
    }

    /// Operators of another institution may staff a queue now, or may not any more.
    pub(super) fn guests_changed(
        &mut self,
        queue: QueueKey,
        guest: InstitutionKey,
        reason: &Withdrawal,
    ) {
        let pool = self.queues[queue].pool;
        let serial = self.institutions[guest].serial;
        let guests: Vec<OperatorKey> = self.members_of(pool, serial).collect();
        let segments: Vec<_> = self.pools[pool].segments.values().copied().collect();
        for &operator in &guests {
            for &segment in &segments {
                if self.admits(segment, operator) {
                    self.stand(operator, segment);
                } else {
                    self.unstand(operator, segment);
                }
            }
        }
        let mut named = false;
        for level in 0..self.queues[queue].levels.len() {
            let level = u8::try_from(level).unwrap_or(u8::MAX);
            let level = LevelId { queue, level };
            if self.names_guests(level, serial) {
                self.reach_level_again(level, reason);
                named = true;
            }
        }
        // Whoever is rung by a grant that ends, and was at its cap, is reached by no segment before.
        if !guests.is_empty() || named && *reason == Withdrawal::GrantEnded {
            self.withdraw_unreached_in(queue, reason);
        }
    }

    fn names_guests(&self, level: LevelId, guest: Serial) -> bool {
        let mut sources = self.level(level.lane(0)).sources.iter();
        sources.any(|&pool| self.members_of(pool, guest).next().is_some())
    }

    /// A chat that crosses is where it may be still, or comes back.
    fn check_crossing(&mut self, chat: ChatKey, on_end: EndRule) {
        let Some(state) = self.chats.get(chat) else {
            return;
        };
        let consulted = self.consulted(chat).map(|consulted| consulted.operator);
        if let Some(transfer) = &state.transfer
            && (!self.may_transfer(chat, transfer.to)
                || consulted.is_some_and(|one| !self.may_be_handed(chat, one)))
        {
            self.fail_transfer(chat, TransferFailure::GrantEnded);
        }
        let state = &self.chats[chat];
        match state.owner {
            Some(owner) if !self.may_answer(chat, owner) => match on_end {
                EndRule::Return => self.return_home(chat),
                EndRule::Finish => self.narrow_views(chat, owner),
            },
            Some(owner) => self.narrow_views(chat, owner),
            None if !self.may_wait_in(chat, state.queue) => self.requeue_home(chat),
            None => {}
        }
        if self.chats.get(chat).is_some() {
            self.review_company(chat);
        }
    }

    /// Those with whom an institution has something agreed: a proposal alone shows nobody anything.
    pub(crate) fn partners_of(
        &self,
        institution: InstitutionKey,
    ) -> impl Iterator<Item = InstitutionKey> {
        let all = self.all_between(institution);
        let agreed = all.filter(|partnership| partnership.agreed.is_some());
        let members = agreed.flat_map(|partnership| partnership.members);
        members.filter(move |&member| member != institution)
    }

    /// The open chats of an institution's patrons that have to do with a partner, in the order of
    /// arrival.
    pub(crate) fn chats_across(&self, home: InstitutionKey) -> Vec<ChatKey> {
        let crossing = self.all_between(home).flat_map(|partnership| &partnership.crossing);
        let own = crossing.filter(|&(_, &chat)| self.home(chat) == home);
        let chats: BTreeMap<Place, ChatKey> = own.map(|(&place, &chat)| (place, chat)).collect();
        chats.into_values().collect()
    }

    /// Who answers, and whom they consult, read no more than the grants let them now; and no more than
    /// when they came.
    fn narrow_views(&mut self, chat: ChatKey, owner: OperatorKey) {
        let view = self.view(chat, owner);
        let consulted = self.consulted(chat).map(|consulted| self.view(chat, consulted.operator));
        let state = &mut self.chats[chat];
        state.view = state.view.min(view);
        let transfer = state.transfer.as_mut().and_then(|transfer| transfer.consulted.as_mut());
        if let (Some(consulted), Some(view)) = (transfer, consulted) {
            consulted.view = consulted.view.min(view);
        }
    }

    /// Notes which partnerships carry a chat, after it moved.
    pub(crate) fn track_crossings(&mut self, key: ChatKey) {
        if self.stays_at_home(key) {
            return;
        }
        let after = self.crossings(key);
        if self.chats[key].crossings == after {
            return;
        }
        let before = core::mem::replace(&mut self.chats[key].crossings, after.clone());
        for &(one, other) in before.iter().filter(|crossing| !after.contains(crossing)) {
            self.leave_crossing(key, one, other);
        }
        let place = self.chats[key].place;
        for &(one, other) in after.iter().filter(|crossing| !before.contains(crossing)) {
            self.between(one, other).crossing.insert(place, key);
            if one == self.home(key) {
                self.carry_over(key, other);
            }
        }
    }

    /// Whether a chat has to do with one institution alone, as most have all their lives.
    fn stays_at_home(&self, chat: ChatKey) -> bool {
        let state = &self.chats[chat];
        let home = self.queues[state.origin].institution;
        state.queue == state.origin
            && state.transfer.is_none()
            && state.company.is_none()
            && state.crossings.is_empty()
            && state.owner.is_none_or(|owner| self.operators[owner].institution == home)
    }

    pub(crate) fn stop_tracking(&mut self, key: ChatKey) {
        for (one, other) in core::mem::take(&mut self.chats[key].crossings) {
            self.leave_crossing(key, one, other);
        }
    }

    /// Whether the partnership of two institutions lists the chat of this place.
    pub(crate) fn is_crossing(
        &self,
        one: InstitutionKey,
        other: InstitutionKey,
        at: Place,
    ) -> bool {
        let (pair, _) = self.pair(one, other);
        self.partnerships.get(&pair).is_some_and(|p| p.crossing.contains_key(&at))
    }

    fn leave_crossing(&mut self, key: ChatKey, one: InstitutionKey, other: InstitutionKey) {
        let place = self.chats[key].place;
        self.between(one, other).crossing.remove(&place);
        if one == self.home(key) {
            self.carry_over_no_more(key, other);
        }
        let (pair, _) = self.pair(one, other);
        self.forget_if_empty(pair);
    }

    /// The institutions that have to do with a chat, two by two: its home, that of the queue where
    /// it is, those of its staff and of who is invited, and that of where it is to be transferred.
    pub(crate) fn crossings(&self, chat: ChatKey) -> Vec<Crossing> {
        let state = &self.chats[chat];
        let transfer = state.transfer.as_ref().map(|transfer| self.institution_at(transfer.to));
        let home = self.queues[state.origin].institution;
        let mut parties: SmallVec<[Option<InstitutionKey>; 4]> = SmallVec::new();
        parties.extend([Some(home), Some(self.queues[state.queue].institution)]);
        if state.company.is_none() && state.transfer.is_none() {
            parties.push(state.owner.map(|owner| self.operators[owner].institution));
        } else {
            parties.push(transfer);
            let invited = state.company.iter().flat_map(|company| company.invited.iter().copied());
            let people = self.staff_of(chat).chain(invited);
            parties.extend(people.map(|one| Some(self.operators[one].institution)));
        }
        let mut crossings = Vec::new();
        for (at, one) in parties.iter().enumerate() {
            for other in &parties[at + 1..] {
                if let (&Some(one), &Some(other)) = (one, other)
                    && one != other
                    && !crossings.contains(&(one, other))
                    && !crossings.contains(&(other, one))
                {
                    crossings.push((one, other));
                }
            }
        }
        crossings
    }
}
