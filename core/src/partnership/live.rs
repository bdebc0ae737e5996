//! Whether a grant is in force now: within its hours, and below its cap.
//!
//! A grant that is not in force lets nothing new cross; what it carries already goes on.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::chat::{ChatKey, To};
use crate::command::{Grant, Right};
use crate::deadline::Due;
use crate::directory::{InstitutionKey, OperatorKey, Queue, QueueKey};
use crate::event::Withdrawal;
use crate::hours::Schedule;
use crate::partnership::{Agreed, Pair, Partnership};
use crate::pool::PoolOf;
use crate::router::Router;
use crate::segment::LineId;
use crate::skills::fits;
use crate::time::Timestamp;

/// What is known of a grant that holds, as long as it does.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Live {
    /// How many chats it carries, those reserved by an offer, or on their way by a transfer, included;
    /// counted where it has a cap.
    pub(super) carried: u32,
    /// Its hours, and whether they are open.
    pub(super) hours: Option<Box<(Schedule, bool)>>,
    /// Whether it was in force when that was looked at last.
    pub(super) in_force: bool,
    /// Whether it was at its cap then: who answers by it was as good as busy, and not away.
    pub(super) at_cap: bool,
}

impl Live {
    /// Whether its cap and its hours let something new cross.
    fn is_in_force(&self, grant: &Grant) -> bool {
        grant.cap.is_none_or(|cap| self.carried < cap) && self.is_open()
    }

    /// Whether nothing but what it carries keeps something new from crossing.
    fn is_at_cap(&self, grant: &Grant) -> bool {
        self.carried > 0 && self.is_open() && !self.is_in_force(grant)
    }

    /// Whether it is within its hours.
    pub(super) fn is_open(&self) -> bool {
        self.hours.as_ref().is_none_or(|hours| hours.1)
    }
}

/// Grants that begin, and the timers of their hours.
impl Router {
    /// What is to be known of grants that hold from now on: nothing is counted yet.
    pub(super) fn enliven(&mut self, grants: &[Grant]) -> Vec<Live> {
        let now = self.now;
        let mut live = Vec::with_capacity(grants.len());
        for grant in grants {
            let hours = grant.hours.as_ref().map(|own| {
                let schedule = own.hours.schedule(&own.holidays, &mut self.zones);
                let schedule = schedule.expect("terms are checked when they are proposed");
                let open = schedule.is_open(now);
                Box::new((schedule, open))
            });
            live.push(Live { carried: 0, hours, in_force: true, at_cap: false });
        }
        live
    }

    /// Counts what the grants of two institutions carry, which have just begun to hold.
    pub(super) fn count_carried(&mut self, one: InstitutionKey, other: InstitutionKey) {
        let (pair, _) = self.pair(one, other);
        if self.agreed(pair).is_some_and(Agreed::has_caps) {
            self.count_anew(pair);
        }
        for institution in [one, other] {
            self.arm_grants(institution);
        }
        self.judge_grants(pair);
    }

    fn count_anew(&mut self, pair: Pair) {
        let Some(partnership) = self.partnerships.get(&pair) else { return };
        let counts = self.count_between(partnership);
        let agreed = self.partnerships.get_mut(&pair).and_then(|p| p.agreed.as_mut());
        let live = agreed.into_iter().flat_map(|agreed| agreed.live.iter_mut().flatten());
        for (live, carried) in live.zip(counts) {
            live.carried = carried;
        }
    }

    /// Counts what all grants carry of the chats and offers that a snapshot gives back, and finds out
    /// which are in force.
    pub(crate) fn recount_grants(&mut self) {
        let chats: Vec<ChatKey> = self.chats.iter().map(|(key, _)| key).collect();
        for key in chats {
            let chat = &self.chats[key];
            let reserving = chat.offers.iter().filter(|offer| offer.kind.reserves());
            let operators = chat.owner.into_iter().chain(reserving.map(|offer| offer.operator));
            let there: Vec<_> = operators.map(|one| self.operators[one].institution).collect();
            let home = self.home(key);
            let over = chat.crossings.iter().filter(|&&(one, _)| one == home);
            let over: Vec<_> = over.map(|&(_, other)| other).collect();
            for there in there.into_iter().filter(|&there| there != home) {
                self.count(Right::Staff, key, there, 1);
            }
            for there in over {
                self.count(Right::Transfer, key, there, 1);
            }
        }
        for agreed in self.partnerships.values_mut().filter_map(|pair| pair.agreed.as_mut()) {
            let grants = agreed.gives.iter().flatten().zip(agreed.live.iter_mut().flatten());
            for (grant, live) in grants {
                (live.in_force, live.at_cap) = (live.is_in_force(grant), live.is_at_cap(grant));
            }
        }
    }

    /// How many chats each grant of two institutions carries: those of the one, then of the other.
    fn count_between(&self, partnership: &Partnership) -> Vec<u32> {
        let answered = self.answered_between(partnership.members);
        let crossing = partnership.crossing.values();
        let homes: Vec<InstitutionKey> = crossing.map(|&chat| self.home(chat)).collect();
        let agreed = partnership.agreed.iter();
        let given = agreed.flat_map(|agreed| partnership.members.iter().zip(&agreed.gives));
        let grants = given.flat_map(|(&giver, grants)| grants.iter().map(move |one| (giver, one)));
        let carried = |(giver, grant): (InstitutionKey, &Grant)| match grant.right {
            Right::Staff => {
                let origins =
                    answered.iter().map(|&(chat, _)| &self.queues[self.chats[chat].origin]);
                let by_it =
                    |origin: &&Queue| origin.institution == giver && grant.covers(&origin.id);
                origins.filter(by_it).count()
            }
            Right::Transfer => {
                let guest = partnership.members.iter().find(|&&member| member != giver);
                homes.iter().filter(|&home| Some(home) == guest).count()
            }
            Right::Transcript { .. } | Right::SeePresence => 0,
        };
        grants.map(|one| u32::try_from(carried(one)).unwrap_or(u32::MAX)).collect()
    }

    /// Who of one institution answers a chat of the other, or has a place reserved for it.
    fn answered_between(&self, parties: [InstitutionKey; 2]) -> Vec<(ChatKey, OperatorKey)> {
        let mut answered: Vec<(ChatKey, OperatorKey)> = Vec::new();
        for (key, chat) in self.chats.iter() {
            let reserving = chat.offers.iter().filter(|offer| offer.kind.reserves());
            let operators = chat.owner.into_iter().chain(reserving.map(|offer| offer.operator));
            let [one, other] = parties;
            answered.extend(operators.map(|operator| (key, operator)).filter(|&(_, operator)| {
                let crosses = (self.home(key), self.operators[operator].institution);
                crosses == (one, other) || crosses == (other, one)
            }));
        }
        answered
    }

    /// Whether what grants carry is counted rightly, and what is in force is known.
    pub(crate) fn knows_what_is_carried(&self, partnership: &Partnership) -> bool {
        let Some(agreed) = &partnership.agreed else { return true };
        let grants = agreed.gives.iter().flatten().zip(agreed.live.iter().flatten());
        grants.zip(self.count_between(partnership)).all(|((grant, live), carried)| {
            let counted = grant.cap.is_none() || live.carried == carried;
            counted
                && live.in_force == live.is_in_force(grant)
                && live.at_cap == live.is_at_cap(grant)
        })
    }

    /// Whether the partnerships of an institution that have a cap are counted rightly.
    pub(crate) fn knows_its_caps(&self, institution: InstitutionKey) -> bool {
        let agreed = self.partnerships_of(institution).filter_map(|p| p.agreed.as_ref());
        let capped = agreed.filter(|agreed| agreed.has_caps()).count();
        self.institutions[institution].capped as usize == capped
    }

    /// The hours of grants of an institution begin or end.
    pub(crate) fn grant_hours_change(&mut self, institution: InstitutionKey) {
        self.institutions[institution].grant_hours = None;
        let now = self.now;
        for pair in self.pairs_of(institution).collect::<Vec<_>>() {
            let agreed = self.partnerships.get_mut(&pair).and_then(|p| p.agreed.as_mut());
            if let Some(agreed) = agreed {
                agreed.turn(now);
            }
            self.judge_grants(pair);
        }
        self.arm_grants(institution);
    }

    /// Sets the timer for the next change of the hours of the grants that an institution gives.
    pub(super) fn arm_grants(&mut self, institution: InstitutionKey) {
        let next = self.next_grant_hours(institution);
        let timer = next
            .map(|at| self.timers.set(self.now, at.since(self.now), Due::GrantHours(institution)));
        let before = core::mem::replace(&mut self.institutions[institution].grant_hours, timer);
        self.cancel(before);
    }

    fn next_grant_hours(&self, institution: InstitutionKey) -> Option<Timestamp> {
        let given = self.all_between(institution).filter_map(|partnership| {
            let side = usize::from(partnership.members[0] != institution);
            partnership.agreed.as_ref().map(|agreed| &agreed.live[side])
        });
        let hours = given.flatten().filter_map(|live| live.hours.as_ref());
        hours.filter_map(|hours| hours.0.next_change(self.now)).min()
    }
}

/// What grants carry.
impl Router {
    /// Whose operator or queue it is.
    pub(crate) fn institution_at(&self, to: To) -> InstitutionKey {
        match to {
            To::Operator(operator) => self.operators[operator].institution,
            To::Queue(queue) => self.queues[queue].institution,
        }
    }

    /// The institution whose patron's chat it is.
    pub(crate) fn home(&self, chat: ChatKey) -> InstitutionKey {
        self.queues[self.chats[chat].origin].institution
    }

    /// An operator has a chat, or a place reserved for it: what carries it may be at its cap now.
    pub(crate) fn carry(&mut self, chat: ChatKey, operator: OperatorKey) {
        if self.home(chat) != self.operators[operator].institution {
            self.carry_across(chat, operator);
        }
    }

    /// As [`Router::carry`], for who has the chat of another institution.
    #[inline(never)]
    pub(crate) fn carry_across(&mut self, chat: ChatKey, operator: OperatorKey) {
        let there = self.operators[operator].institution;
        if let Some(pair) = self.count(Right::Staff, chat, there, 1) {
            self.judge_grants(pair);
        }
    }

    /// Who had the chat of another institution has it no more, or no place reserved for it. Whether
    /// something may cross again is looked at when the step settles: a claim takes what its offer had
    /// reserved.
    #[inline(never)]
    pub(crate) fn carry_across_no_more(&mut self, chat: ChatKey, operator: OperatorKey) {
        let there = self.operators[operator].institution;
        let pair = self.count(Right::Staff, chat, there, -1);
        self.work.pairs.extend(pair);
    }

    /// A chat has to do with another institution now: it waits or is answered there, or is about to.
    pub(super) fn carry_over(&mut self, chat: ChatKey, there: InstitutionKey) {
        if let Some(pair) = self.count(Right::Transfer, chat, there, 1) {
            self.judge_grants(pair);
        }
    }

    /// A chat has to do with another institution no more.
    pub(super) fn carry_over_no_more(&mut self, chat: ChatKey, there: InstitutionKey) {
        let pair = self.count(Right::Transfer, chat, there, -1);
        self.work.pairs.extend(pair);
    }

    /// Counts a chat for the grants with a cap that let an institution answer it, or let it be
    /// transferred there. Returns the pair of the two institutions, if there are any.
    fn count(
        &mut self,
        right: Right,
        chat: ChatKey,
        there: InstitutionKey,
        by: i32,
    ) -> Option<Pair> {
        let home = self.home(chat);
        if self.institutions[home].capped == 0 {
            return None;
        }
        let (pair, side) = self.pair(home, there);
        let Self { chats, queues, partnerships, .. } = self;
        let agreed = partnerships.get_mut(&pair)?.agreed.as_mut()?;
        let origin = &queues[chats[chat].origin].id;
        let transfers = right == Right::Transfer;
        let giver = if transfers { 1 - side } else { side };
        let mut counted = None;
        for (grant, live) in agreed.gives[giver].iter().zip(&mut agreed.live[giver]) {
            if grant.right == right && grant.cap.is_some() && (transfers || grant.covers(origin)) {
                live.carried = live.carried.saturating_add_signed(by);
                counted = Some(pair);
            }
        }
        counted
    }

    /// Whether an institution would be rung for the chats of a queue, were it not that it answers as
    /// many as it may.
    pub(crate) fn is_at_cap(&self, queue: QueueKey, institution: InstitutionKey) -> bool {
        let home = self.queues[queue].institution;
        if home == institution || self.may_ring(queue, institution) {
            return false;
        }
        let mut grants = self.staff_grants(queue, institution);
        grants.any(|(_, live)| live.carried > 0 && live.is_open())
    }

    /// Closes and opens what depends on grants that are in force now, or not any more.
    pub(crate) fn judge_grants(&mut self, pair: Pair) {
        let Some(partnership) = self.partnerships.get_mut(&pair) else { return };
        let members = partnership.members;
        let Some(agreed) = &mut partnership.agreed else { return };
        let mut changed: Vec<(usize, Grant)> = Vec::new();
        for side in [0, 1] {
            for (grant, live) in agreed.gives[side].iter().zip(&mut agreed.live[side]) {
                let stands = (live.is_in_force(grant), live.is_at_cap(grant));
                let stood = (live.in_force, live.at_cap);
                (live.in_force, live.at_cap) = stands;
                if stands != stood && grant.right == Right::Staff {
                    changed.push((side, grant.clone()));
                }
            }
        }
        for (side, grant) in changed {
            let (home, guest) = (members[side], members[1 - side]);
            let queues: Vec<QueueKey> = self.institutions[home].queues.values().copied().collect();
            for queue in queues {
                if grant.covers(&self.queues[queue].id) {
                    self.guests_changed(queue, guest, &Withdrawal::GrantClosed);
                }
            }
        }
    }
}

/// Why a grant is not in force.
impl Router {
    /// The cap that keeps operators of an institution from being rung for the chats of a queue: of the
    /// grants within their hours, the highest. `None`: none is within its hours.
    pub(crate) fn cap_reached(&self, queue: QueueKey, institution: InstitutionKey) -> Option<u32> {
        let open = self.staff_grants(queue, institution).filter(|(_, live)| live.is_open());
        open.filter_map(|(grant, _)| grant.cap).max()
    }
}

/// What is reached by right, though the grant is not in force.
impl Router {
    /// Whether a line would reach an operator if all its grants were in force: whoever was offered a
    /// chat before a cap was reached may still take it.
    pub(crate) fn reaches_by_right(&self, line: LineId, operator: OperatorKey) -> bool {
        let state = &self.operators[operator];
        let member = self.member_key(operator);
        let mut sources = self.level(line).sources.iter().map(|&pool| &self.pools[pool]);
        let in_pool = sources.any(|pool| {
            let open = match pool.of {
                PoolOf::Queue(queue) => queue == line.queue || self.queues[queue].is_open(),
                PoolOf::Group | PoolOf::Names => true,
            };
            open && pool.members.contains_key(&member)
        });
        in_pool
            && fits(&state.skills, &self.lane(line).demand.needs)
            && self.may_staff(line.queue, state.institution)
    }
}

impl Agreed {
    pub(super) fn has_caps(&self) -> bool {
        self.gives.iter().flatten().any(|grant| grant.cap.is_some())
    }

    /// Their hours may begin or end now.
    fn turn(&mut self, now: Timestamp) {
        let hours = self.live.iter_mut().flatten().filter_map(|live| live.hours.as_deref_mut());
        hours.for_each(|(schedule, open)| *open = schedule.is_open(now));
    }
}
