//! What may cross between institutions, and what comes back when a grant ends.

use alloc::vec;
use alloc::vec::Vec;

use crate::{EndRule, Grant, QueueId, Queues, Refusal, Right, TransferFailure, View, Withdrawal};

use super::Model;
use super::partnership::pair;
use super::state::{Key, Live, Place, To};

/// What may cross.
impl Model {
    /// The grants of one institution to another that hold.
    fn grants(&self, from: Key, to: Key) -> &[Live] {
        let side = usize::from(from > to);
        let between = self.partnerships.get(&pair(from, to));
        let agreed = between.and_then(|between| between.agreed.as_ref());
        agreed.map_or(&[], |agreed| &agreed.gives[side])
    }

    fn staff_grants(&self, queue: Key, institution: Key) -> impl Iterator<Item = &Live> {
        let home = &self.queues[&queue];
        let grants = self.grants(home.institution, institution).iter();
        grants.filter(|live| live.grant.right == Right::Staff && covers(&live.grant, &home.id))
    }

    /// Whether operators of an institution may answer the chats of a queue.
    pub(crate) fn may_staff(&self, queue: Key, institution: Key) -> bool {
        self.queues[&queue].institution == institution
            || self.staff_grants(queue, institution).next().is_some()
    }

    /// Whether they may be rung for them now.
    pub(crate) fn may_ring(&self, queue: Key, institution: Key) -> bool {
        self.queues[&queue].institution == institution
            || self.staff_grants(queue, institution).any(|live| live.in_force)
    }

    /// Whether they may not since they answer as many as they may: they are as good as busy.
    pub(crate) fn is_at_cap(&self, queue: Key, institution: Key) -> bool {
        let home = self.queues[&queue].institution;
        !self.may_ring(queue, institution)
            && self.staff_grants(queue, institution).any(|live| {
                let open = live.hours.as_ref().is_none_or(|hours| hours.1);
                open && live.grant.cap.is_some() && self.carried(home, institution, &live.grant) > 0
            })
    }

    fn covers_target(&self, grant: &Grant, to: To) -> bool {
        match to {
            To::Queue(queue) => covers(grant, &self.queues[&queue].id),
            To::Operator(operator) => {
                let mut assigned = self.operators[&operator].assignments.keys();
                grant.queues == Queues::All
                    || assigned.any(|queue| covers(grant, &self.queues[queue].id))
            }
        }
    }

    fn institution_at(&self, to: To) -> Key {
        match to {
            To::Operator(operator) => self.institution_of(operator),
            To::Queue(queue) => self.queues[&queue].institution,
        }
    }

    /// Whether a chat may be handed there: it goes home, or where its home lets it be answered, or
    /// where its home's patrons may be transferred.
    pub(crate) fn may_transfer(&self, chat: Place, to: To) -> bool {
        let (home, there) = (self.home(chat), self.institution_at(to));
        let by_transfer = |live: &Live| {
            live.grant.right == Right::Transfer && self.covers_target(&live.grant, to)
        };
        self.may_staff(self.chats[&chat].origin, there)
            || self.grants(there, home).iter().any(by_transfer)
    }

    pub(crate) fn may_wait_in(&self, chat: Place, queue: Key) -> bool {
        self.may_transfer(chat, To::Queue(queue))
    }

    pub(crate) fn may_answer(&self, chat: Place, operator: Key) -> bool {
        let queue = self.chats[&chat].queue;
        self.may_transfer(chat, To::Operator(operator))
            || (self.may_wait_in(chat, queue)
                && self.may_staff(queue, self.institution_of(operator)))
    }

    /// Whether a chat that may cross there by right may do so now.
    pub(crate) fn check_in_force(&self, chat: Place, to: To) -> Result<(), Refusal> {
        let (home, there) = (self.home(chat), self.institution_at(to));
        let state = &self.chats[&chat];
        let target = state.transfer.as_ref().map(|transfer| transfer.to);
        let consulted = self.consulted(chat).map(|consulted| To::Operator(consulted.operator));
        let owner = state.owner.map(To::Operator);
        let places = [Some(To::Queue(state.queue)), owner, consulted, target];
        let mut places = places.into_iter().flatten();
        if home == there || places.any(|place| self.institution_at(place) == there) {
            return Ok(());
        }
        let has_guest = self.crossings(chat).contains(&pair(home, there));
        let origin = &self.queues[&self.chats[&chat].origin].id;
        let staff = self.grants(home, there).iter();
        let staff =
            staff.filter(|live| live.grant.right == Right::Staff && covers(&live.grant, origin));
        let transfer = self.grants(there, home).iter();
        let transfer = transfer.filter(|live| {
            live.grant.right == Right::Transfer && self.covers_target(&live.grant, to)
        });
        let carrying: Vec<&Live> = staff.chain(transfer).collect();
        // A chat with a guest from there counts among those transferred already.
        let carries =
            |live: &&Live| live.in_force || (has_guest && live.grant.right == Right::Transfer);
        // Where none of them carries it, it crosses as to the staff of the queue where it is.
        if carrying.is_empty() || carrying.iter().any(carries) {
            return Ok(());
        }
        Err(Refusal::GrantClosed {
            home: self.institutions[&home].id.clone(),
            to: self.institutions[&there].id.clone(),
        })
    }

    /// How much of a chat an operator may read.
    pub(crate) fn view(&self, chat: Place, operator: Key) -> View {
        let (home, there) = (self.home(chat), self.institution_of(operator));
        if home == there {
            return View::Full;
        }
        let origin = &self.queues[&self.chats[&chat].origin].id;
        let granted = self.grants(home, there).iter();
        let granted = granted.filter(|live| covers(&live.grant, origin));
        let views = granted.filter_map(|live| match live.grant.right {
            Right::Transcript { view } => Some(view),
            Right::Transfer | Right::Staff | Right::SeePresence => None,
        });
        views.max().unwrap_or(View::FromNow)
    }

    pub(crate) fn no_grant(&self, from: Key, to: Key) -> Refusal {
        Refusal::NoGrant {
            from: self.institutions[&from].id.clone(),
            to: self.institutions[&to].id.clone(),
        }
    }
}

/// What crosses.
impl Model {
    /// The institutions that have to do with a chat, two by two.
    fn crossings(&self, chat: Place) -> Vec<(Key, Key)> {
        let state = &self.chats[&chat];
        let mut parties = vec![self.home(chat), self.queues[&state.queue].institution];
        let people = self.staff_of(chat).into_iter().chain(state.invited.iter().copied());
        parties.extend(people.map(|one| self.institution_of(one)));
        parties.extend(state.transfer.as_ref().map(|transfer| self.institution_at(transfer.to)));
        let mut pairs = Vec::new();
        for (at, &one) in parties.iter().enumerate() {
            let others = parties[at + 1..].iter().filter(|&&other| other != one);
            pairs.extend(others.map(|&other| pair(one, other)));
        }
        pairs
    }

    /// How many chats a grant carries.
    fn carried(&self, giver: Key, guest: Key, grant: &Grant) -> u32 {
        let mut carried = 0;
        for (&place, chat) in &self.chats {
            let home = self.home(place);
            match grant.right {
                Right::Staff if home == giver => {
                    let reserved = chat.offers.iter().filter(|offer| offer.kind.reserves());
                    let operators = chat.owner.into_iter().chain(reserved.map(|of| of.operator));
                    let there =
                        operators.filter(|&operator| self.institution_of(operator) == guest);
                    if covers(grant, &self.queues[&chat.origin].id) {
                        carried += u32::try_from(there.count()).expect("there are few");
                    }
                }
                Right::Transfer if home == guest => {
                    let crosses = self.crossings(place).contains(&pair(giver, guest));
                    carried += u32::from(crosses);
                }
                Right::Staff | Right::Transfer | Right::Transcript { .. } | Right::SeePresence => {}
            }
        }
        carried
    }

    /// Looks at which grants are in force. Where one to staff is so no more, offers across that
    /// have reserved nothing are withdrawn.
    pub(crate) fn judge_grants(&mut self) {
        let mut changed = false;
        for pair in self.partnerships.keys().copied().collect::<Vec<_>>() {
            for (side, (giver, guest)) in
                [(pair.0, pair.1), (pair.1, pair.0)].into_iter().enumerate()
            {
                for at in 0..self.grants(giver, guest).len() {
                    let Live { grant, hours, in_force } = self.grants(giver, guest)[at].clone();
                    let open = hours.is_none_or(|hours| hours.1);
                    let below =
                        grant.cap.is_none_or(|cap| self.carried(giver, guest, &grant) < cap);
                    let now = open && below;
                    changed |= now != in_force && grant.right == Right::Staff;
                    let between = self.partnerships.get_mut(&pair);
                    let agreed = between.and_then(|between| between.agreed.as_mut());
                    agreed.expect("it gives something").gives[side][at].in_force = now;
                }
            }
        }
        if changed {
            self.look();
            self.withdraw_unreached(&Withdrawal::GrantClosed);
        }
    }

    /// Other terms hold between two institutions: what crossed by the old ones alone comes back.
    pub(crate) fn grants_changed(&mut self, one: Key, other: Key, on_end: EndRule) {
        self.look();
        self.withdraw_unreached(&Withdrawal::GrantEnded);
        let crossing: Vec<Place> = self.chats.keys().copied().collect();
        let crossing =
            crossing.into_iter().filter(|&chat| self.crossings(chat).contains(&pair(one, other)));
        for chat in crossing.collect::<Vec<_>>() {
            if self.chats.contains_key(&chat) {
                self.check_crossing(chat, on_end);
            }
        }
    }

    /// A chat that crosses is where it may be still, or comes back.
    fn check_crossing(&mut self, chat: Place, on_end: EndRule) {
        let transfer = self.chats[&chat].transfer.as_ref().map(|transfer| transfer.to);
        let consulted = self.consulted(chat).map(|consulted| consulted.operator);
        if transfer.is_some_and(|to| !self.may_transfer(chat, to))
            || consulted.is_some_and(|one| !self.may_be_handed(chat, one))
        {
            self.fail_transfer(chat, TransferFailure::GrantEnded);
        }
        let (owner, queue) = (self.chats[&chat].owner, self.chats[&chat].queue);
        match owner {
            Some(owner) if !self.may_answer(chat, owner) && on_end == EndRule::Return => {
                self.return_home(chat);
            }
            // Who answers reads no more than the grants let them now, nor more than when they came.
            Some(owner) => {
                let view = self.view(chat, owner);
                let state = self.the_chat(chat);
                state.view = state.view.min(view);
            }
            None if !self.may_wait_in(chat, queue) => self.requeue_home(chat),
            None => {}
        }
        if self.chats.contains_key(&chat) {
            self.review_company(chat);
        }
    }
}

pub(crate) fn covers(grant: &Grant, queue: &QueueId) -> bool {
    match &grant.queues {
        Queues::All => true,
        Queues::Only { queues } => queues.contains(queue),
    }
}
