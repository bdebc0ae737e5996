//! From what is there to what the document says, in commands none of which is refused.
//!
//! First all that goes is let go, then all that comes is taken on. So nothing is ever beyond a limit
//! that holds for what is there and for what the document says; and whatever is named is there.
//! What stays is told a change once, with one exception: a policy or terms that name something that
//! goes and something that comes are loosened first, by leaving out what they may not name.

mod let_go;
mod policies;
mod take_on;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::command::{AcceptPartnership, Action, Actor, Command, ProposePartnership, Terms};
use crate::event::Event;
use crate::finding::Finding;
use crate::id::{GroupId, InstitutionId, OperatorId, ProposalId, QueueId};
use crate::policy::{Policy, times_named};
use crate::router::Router;

use super::names::Names;
use super::{Partnership, Queue, Setup, SetupFault, SetupReport};

impl Router {
    /// The commands that bring this router to the document: just the difference, in an order in
    /// which none is refused as long as nothing else is applied in between. None where it is so
    /// already.
    ///
    /// An operator who is left out is removed, and their chats are offered again, as if they had
    /// logged out. A policy that changes begins anew with the chats that wait. A partnership is
    /// proposed by the one side and accepted by the other; what was proposed between the two before
    /// is answered by that.
    ///
    /// # Errors
    /// The whole report where there is any fault in it: what [`Setup::check`] finds, and queues that
    /// are left out while chats are open on them.
    pub fn plan(&self, setup: &Setup) -> Result<Vec<Command>, SetupReport> {
        let mut report = setup.check(&self.config);
        report.faults.extend(self.in_use(setup));
        if !report.faults.is_empty() {
            return Err(report);
        }
        let (before, setup) = (self.setup(), setup.spelled_out());
        let mut plan = Plan::new(self, &before, &setup);
        plan.let_go();
        plan.take_on();
        Ok(plan.commands)
    }

    /// Brings this router to the document: plans it, and applies the whole plan.
    ///
    /// A host that keeps a journal plans, and applies the commands itself.
    ///
    /// # Errors
    /// As [`Router::plan`], and then nothing has changed.
    ///
    /// # Panics
    /// Never: no command of a plan is refused.
    pub fn apply_setup(&mut self, setup: &Setup) -> Result<Vec<Event>, SetupReport> {
        let mut events = Vec::new();
        for command in self.plan(setup)? {
            let done = self.apply_into(&command, &mut events);
            done.expect("a plan is in an order in which nothing is refused");
        }
        Ok(events)
    }

    fn in_use(&self, setup: &Setup) -> Vec<Finding<SetupFault>> {
        let stay: BTreeSet<_> =
            setup.queues.iter().map(|one| (&one.id, &one.institution)).collect();
        let mut in_use: Vec<_> = self.queues.iter().map(|(_, queue)| queue).collect();
        in_use.retain(|queue| {
            let institution = &self.institutions[queue.institution].id;
            queue.chats > 0 && !stay.contains(&(&queue.id, institution))
        });
        in_use.sort_unstable_by_key(|queue| queue.serial);
        let faults = in_use.into_iter().map(|queue| {
            let what = SetupFault::InUse { queue: queue.id.clone(), chats: queue.chats };
            Finding { path: "queues".into(), what }
        });
        faults.collect()
    }
}

/// A plan in the making.
struct Plan<'p> {
    router: &'p Router,
    before: Names<'p>,
    after: Names<'p>,
    was: &'p Setup,
    setup: &'p Setup,
    /// The names in levels that make room for others first: of operators who would for a while be in
    /// more places than the limit allows.
    crowded: BTreeSet<&'p OperatorId>,
    /// The policies that queues have by now, where they are no more those of before.
    policies: BTreeMap<&'p QueueId, Policy>,
    /// The terms that hold by now, where they are no more those of before.
    terms: BTreeMap<Pair<'p>, Partnership>,
    proposals: u32,
    commands: Vec<Command>,
}

/// Two institutions, the smaller id first.
type Pair<'p> = (&'p InstitutionId, &'p InstitutionId);

impl<'p> Plan<'p> {
    fn new(router: &'p Router, was: &'p Setup, setup: &'p Setup) -> Self {
        Self {
            router,
            before: Names::of(was),
            after: Names::of(setup),
            was,
            setup,
            crowded: crowded(router, was, setup),
            policies: BTreeMap::new(),
            terms: BTreeMap::new(),
            proposals: router.counters.proposals,
            commands: Vec::new(),
        }
    }

    fn host(&mut self, action: impl Into<Action>) {
        self.commands.push(action.into().by(Actor::Host));
    }

    fn institution(&mut self, institution: &InstitutionId, action: impl Into<Action>) {
        self.commands.push(action.into().by(institution.clone()));
    }

    /// What stays is what is there, and will be, at the same institution.
    fn institution_stays(&self, id: &InstitutionId) -> bool {
        self.before.institutions.contains_key(id) && self.after.institutions.contains_key(id)
    }

    fn operator_stays(&self, id: &OperatorId) -> bool {
        let [before, after] = [&self.before, &self.after].map(|names| names.operators.get(id));
        matches!((before, after), (Some(b), Some(a)) if b.institution == a.institution)
    }

    fn group_stays(&self, id: &GroupId) -> bool {
        let [before, after] = [&self.before, &self.after].map(|names| names.groups.get(id));
        matches!((before, after), (Some(b), Some(a)) if b.institution == a.institution)
    }

    fn queue_stays(&self, id: &QueueId) -> bool {
        let [before, after] = [&self.before, &self.after].map(|names| names.queues.get(id));
        matches!((before, after), (Some(b), Some(a)) if b.institution == a.institution)
    }

    /// Both sides agree on the terms.
    fn agree(&mut self, partnership: &Partnership) {
        let [one, other] = partnership.sides.clone();
        self.proposals = self.proposals.wrapping_add(1);
        let proposal = ProposalId::new(self.proposals);
        let terms = Terms { gives: one.gives, asks: other.gives, on_end: partnership.on_end };
        let with = other.institution.clone();
        self.institution(&one.institution, ProposePartnership { with, terms });
        let with = one.institution;
        self.institution(&other.institution, AcceptPartnership { with, proposal });
    }
}

fn pair(partnership: &Partnership) -> Pair<'_> {
    let [one, other] = partnership.sides.each_ref().map(|side| &side.institution);
    (one.min(other), one.max(other))
}

/// Whether two partnerships of one pair say the same.
fn agree_on_the_same(one: &Partnership, other: &Partnership) -> bool {
    let [first, second] = &other.sides;
    one.on_end == other.on_end
        && (one.sides == other.sides || one.sides == [second.clone(), first.clone()])
}

/// The operators who have no room for all places of before and of after together.
fn crowded<'p>(router: &Router, was: &'p Setup, setup: &'p Setup) -> BTreeSet<&'p OperatorId> {
    let mut places: BTreeMap<&OperatorId, u64> = BTreeMap::new();
    let both = || [was, setup].into_iter();
    let assigned: BTreeSet<_> = both()
        .flat_map(|setup| &setup.queues)
        .flat_map(|queue| queue.assigned.iter().map(|one| (&one.operator, queue.id.as_str())))
        .collect();
    let grouped: BTreeSet<_> = both()
        .flat_map(|setup| &setup.groups)
        .flat_map(|group| group.operators.iter().map(|one| (one, group.id.as_str())))
        .collect();
    for (operator, _) in assigned.into_iter().chain(grouped) {
        *places.entry(operator).or_default() += 1;
    }
    let policies: BTreeMap<_, _> = was.queues.iter().map(|queue| (&queue.id, queue)).collect();
    let same = |queue: &&Queue| policies.get(&queue.id).is_some_and(|b| b.policy == queue.policy);
    let changed = setup.queues.iter().filter(|queue| !same(queue));
    for queue in was.queues.iter().chain(changed) {
        for (operator, times) in times_named(&queue.policy) {
            *places.entry(operator).or_default() += u64::from(times);
        }
    }
    let most = u64::from(router.config.limits.memberships_per_operator);
    places.retain(|_, count| *count > most);
    places.into_keys().collect()
}
