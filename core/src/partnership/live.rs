//! Whether a grant is in force now: within its hours, and below its cap.
//!
//! A grant that is not in force lets nothing new cross; what it carries already goes on.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::chat::ChatKey;
use crate::command::{Grant, Right};
use crate::directory::{InstitutionKey, OperatorKey, QueueKey};
use crate::event::Withdrawal;
use crate::hours::Schedule;
use crate::partnership::{Agreed, Pair, Partnership};
use crate::pool::PoolOf;
use crate::router::{Due, Router};
use crate::segment::LineId;
use crate::skills::fits;
use crate::time::Timestamp;

/// What is known of a grant that holds, as long as it does.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Live {
    /// How many chats it carries, those reserved by an offer included; counted where it has a cap.
    pub(super) carried: u32,
    /// Its hours, and whether they are open.
    pub(super) hours: Option<Box<(Schedule, bool)>>,
    /// Whether it was in force when that was looked at last.
    pub(super) in_force: bool,
}

impl Live {
    fn is_in_force(&self, grant: &Grant) -> bool {
        let below = grant.cap.is_none_or(|cap| self.carried < cap);
        below && self.hours.as_ref().is_none_or(|hours| hours.1)
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
            live.push(Live { carried: 0, hours, in_force: true });
        }
        live
    }

    /// Counts what the grants of two institutions carry, which have just begun to hold.
    pub(super) fn count_carried(&mut self, one: InstitutionKey, other: InstitutionKey) {
        let (pair, _) = self.pair(one, other);
        if self.agreed(pair).is_some_and(Agreed::has_caps) {
            for (chat, operator) in self.carried_between([one, other]) {
                self.count(chat, operator, 1);
            }
        }
        for institution in [one, other] {
            self.arm_grants(institution);
        }
        self.judge_grants(pair);
    }

    /// Who of one institution answers a chat of the other, or has a place reserved for it.
    fn carried_between(&self, parties: [InstitutionKey; 2]) -> Vec<(ChatKey, OperatorKey)> {
        let mut carried: Vec<(ChatKey, OperatorKey)> = Vec::new();
        for (key, chat) in self.chats.iter() {
            let reserving = chat.offers.iter().filter(|offer| offer.kind.reserves());
            let operators = chat.owner.into_iter().chain(reserving.map(|offer| offer.operator));
            let [one, other] = parties;
            carried.extend(operators.map(|operator| (key, operator)).filter(|&(_, operator)| {
                let crosses = (self.home(key), self.operators[operator].institution);
                crosses == (one, other) || crosses == (other, one)
            }));
        }
        carried
    }

    /// Whether what grants carry is counted rightly, and what is in force is known.
    pub(crate) fn knows_what_is_carried(&self, partnership: &Partnership) -> bool {
        let Some(agreed) = &partnership.agreed else { return true };
        let carried = self.carried_between(partnership.members);
        [0, 1].into_iter().all(|side| {
            let giver = partnership.members[side];
            let counts = |grant: &Grant, chat: ChatKey| match grant.right {
                Right::Staff => {
                    let origin = &self.queues[self.chats[chat].origin];
                    origin.institution == giver && grant.covers(&origin.id)
                }
                Right::Transfer => self.home(chat) != giver,
                Right::Transcript { .. } => false,
            };
            let mut grants = agreed.gives[side].iter().zip(&agreed.live[side]);
            grants.all(|(grant, live)| {
                let by_it = carried.iter().filter(|&&(chat, _)| counts(grant, chat)).count();
                let counted = grant.cap.is_none() || live.carried as usize == by_it;
                counted && live.in_force == live.is_in_force(grant)
            })
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
        for pair in self.pairs_of(institution) {
            let agreed = self.partnerships.get_mut(&pair).and_then(|p| p.agreed.as_mut());
            for (live, open) in agreed.into_iter().flat_map(|agreed| agreed.turned(now)) {
                // At its cap it is not in force either way, and yet otherwise: busy, or away.
                live.in_force = !open;
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
        let pairs = self.pairs_of(institution).into_iter();
        let given = pairs.filter_map(|pair| {
            let partnership = self.partnerships.get(&pair)?;
            let side = usize::from(partnership.members[0] != institution);
            partnership.agreed.as_ref().map(|agreed| &agreed.live[side])
        });
        let hours = given.flatten().filter_map(|live| live.hours.as_ref());
        hours.filter_map(|hours| hours.0.next_change(self.now)).min()
    }

    fn pairs_of(&self, institution: InstitutionKey) -> Vec<Pair> {
        let institution = &self.institutions[institution];
        let serial = institution.serial;
        let partners = institution.partners.iter();
        partners.map(|&other| (serial.min(other), serial.max(other))).collect()
    }
}

/// What grants carry.
impl Router {
    fn home(&self, chat: ChatKey) -> InstitutionKey {
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
        if let Some(pair) = self.count(chat, operator, 1) {
            self.judge_grants(pair);
        }
    }

    /// An operator has a chat no more, or no place reserved for it. Whether something may cross again
    /// is looked at when the step settles: a claim takes what its offer had reserved.
    pub(crate) fn carry_no_more(&mut self, chat: ChatKey, operator: OperatorKey) {
        if self.home(chat) != self.operators[operator].institution {
            self.carry_across_no_more(chat, operator);
        }
    }

    /// As [`Router::carry_no_more`], for who had the chat of another institution.
    #[inline(never)]
    pub(crate) fn carry_across_no_more(&mut self, chat: ChatKey, operator: OperatorKey) {
        let pair = self.count(chat, operator, -1);
        self.work.pairs.extend(pair);
    }

    /// Counts a chat for all grants with a cap that carry it to an operator. Returns the pair of the
    /// two institutions, if there are any.
    fn count(&mut self, chat: ChatKey, operator: OperatorKey, by: i32) -> Option<Pair> {
        let (home, there) = (self.home(chat), self.operators[operator].institution);
        if self.institutions[home].capped == 0 {
            return None;
        }
        let (pair, side) = self.pair(home, there);
        let Self { chats, queues, partnerships, .. } = self;
        let agreed = partnerships.get_mut(&pair)?.agreed.as_mut()?;
        let origin = &queues[chats[chat].origin].id;
        let mut counted = false;
        for (giver, right) in [(side, Right::Staff), (1 - side, Right::Transfer)] {
            for (grant, live) in agreed.gives[giver].iter().zip(&mut agreed.live[giver]) {
                let covers = right == Right::Transfer || grant.covers(origin);
                if grant.right == right && grant.cap.is_some() && covers {
                    live.carried = live.carried.saturating_add_signed(by);
                    counted = true;
                }
            }
        }
        counted.then_some(pair)
    }

    /// Whether an institution would be rung for the chats of a queue, were it not that it answers as
    /// many as it may.
    pub(crate) fn is_at_cap(&self, queue: QueueKey, institution: InstitutionKey) -> bool {
        let home = self.queues[queue].institution;
        if home == institution || self.may_ring(queue, institution) {
            return false;
        }
        let (pair, side) = self.pair(home, institution);
        let id = &self.queues[queue].id;
        self.agreed(pair).is_some_and(|agreed| {
            let mut grants = agreed.gives[side].iter().zip(&agreed.live[side]);
            grants.any(|(grant, live)| {
                let carries = grant.right == Right::Staff && grant.covers(id) && live.carried > 0;
                carries && live.hours.as_ref().is_none_or(|hours| hours.1)
            })
        })
    }

    /// Closes and opens what depends on grants that are in force now, or not any more.
    pub(crate) fn judge_grants(&mut self, pair: Pair) {
        let Some(partnership) = self.partnerships.get_mut(&pair) else { return };
        let members = partnership.members;
        let Some(agreed) = &mut partnership.agreed else { return };
        let mut changed: Vec<(usize, Grant)> = Vec::new();
        for side in [0, 1] {
            for (grant, live) in agreed.gives[side].iter().zip(&mut agreed.live[side]) {
                let in_force = live.is_in_force(grant);
                if core::mem::replace(&mut live.in_force, in_force) != in_force
                    && grant.right == Right::Staff
                {
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
        let (pair, side) = self.pair(self.queues[queue].institution, institution);
        let agreed = self.agreed(pair)?;
        let grants = agreed.gives[side].iter().zip(&agreed.live[side]);
        let covering = grants.filter(|(grant, live)| {
            let open = live.hours.as_ref().is_none_or(|hours| hours.1);
            open && grant.right == Right::Staff && grant.covers(&self.queues[queue].id)
        });
        covering.filter_map(|(grant, _)| grant.cap).max()
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

    /// Those whose hours begin or end now, and whether they are open then.
    fn turned(&mut self, now: Timestamp) -> impl Iterator<Item = (&mut Live, bool)> {
        self.live.iter_mut().flatten().filter_map(move |live| {
            let hours = live.hours.as_deref_mut()?;
            let open = hours.0.is_open(now);
            let turns = core::mem::replace(&mut hours.1, open) != open;
            turns.then_some((live, open))
        })
    }
}
