//! The only rule about what may cross between institutions: live grants.

use crate::chat::{ChatKey, To};
use crate::command::{Grant, Queues, Right, View};
use crate::directory::{InstitutionKey, OperatorKey, Queue, QueueKey};
use crate::id::QueueId;
use crate::partnership::live::Live;
use crate::refusal::Refusal;
use crate::router::Router;

impl Router {
    /// The live grants of one institution to another.
    fn grants(&self, from: InstitutionKey, to: InstitutionKey) -> &[Grant] {
        let (pair, side) = self.pair(from, to);
        self.agreed(pair).map_or(&[], |agreed| &agreed.gives[side])
    }

    /// Whether operators of an institution may be rung for the chats of a queue now: by a grant that
    /// is in force.
    pub(crate) fn may_ring(&self, queue: QueueKey, institution: InstitutionKey) -> bool {
        let home = self.queues[queue].institution;
        home == institution || {
            self.staff_grants(queue, institution).any(|(_, live)| live.in_force)
        }
    }

    /// The live grants by which another institution answers the chats of a queue.
    pub(super) fn staff_grants(
        &self,
        queue: QueueKey,
        institution: InstitutionKey,
    ) -> impl Iterator<Item = (&Grant, &Live)> {
        let Queue { ref id, institution: home, .. } = self.queues[queue];
        let (pair, side) = self.pair(home, institution);
        let agreed = self.agreed(pair).into_iter();
        let grants =
            agreed.flat_map(move |agreed| agreed.gives[side].iter().zip(&agreed.live[side]));
        grants.filter(move |(grant, _)| grant.right == Right::Staff && grant.covers(id))
    }

    /// Whether a chat may cross by a grant that is in force, where it may cross by right: if it is
    /// there already, it goes on there. Where it is there by a guest alone, it counts for the grants to
    /// transfer, and not for those to answer.
    pub(crate) fn check_in_force(&self, chat: ChatKey, to: To) -> Result<(), Refusal> {
        let home = self.home(chat);
        let there = self.institution_at(to);
        let (pair, side) = self.pair(home, there);
        let crosses = self.chats[chat].crossings.contains(&(home, there));
        let is_there = crosses && self.is_there(chat, there);
        // At home nothing crosses, and nothing is agreed.
        let Some(agreed) = self.agreed(pair).filter(|_| !is_there) else { return Ok(()) };
        let origin = &self.queues[self.chats[chat].origin].id;
        let carries = |giver: usize, grant: &Grant| match grant.right {
            Right::Staff => giver == side && grant.covers(origin),
            Right::Transfer => giver != side && self.covers_target(grant, to),
            Right::Transcript { .. } | Right::SeePresence => false,
        };
        let carrying = [0, 1].into_iter().flat_map(|giver| {
            let grants = agreed.gives[giver].iter().zip(&agreed.live[giver]);
            let grants = grants.filter(move |(grant, _)| carries(giver, grant));
            grants.map(move |(grant, live)| {
                live.in_force || (crosses && grant.right == Right::Transfer)
            })
        });
        let mut carrying = carrying.peekable();
        // Where none of them carries it, it crosses as to the staff of the queue where it is.
        if carrying.peek().is_none() || carrying.any(|in_force| in_force) {
            return Ok(());
        }
        Err(Refusal::GrantClosed {
            home: self.institutions[home].id.clone(),
            to: self.institutions[there].id.clone(),
        })
    }

    /// Whether a chat waits at an institution, is answered from there, or is to be transferred there.
    fn is_there(&self, chat: ChatKey, there: InstitutionKey) -> bool {
        let state = &self.chats[chat];
        let to = state.transfer.as_ref().map(|transfer| transfer.to);
        let consulted = self.consulted(chat).map(|consulted| consulted.operator);
        let people = [state.owner, consulted].map(|one| one.map(To::Operator));
        let places = people.into_iter().chain([Some(To::Queue(state.queue)), to]);
        places.flatten().any(|place| self.institution_at(place) == there)
    }

    /// Whether operators of an institution may answer the chats of a queue.
    pub(crate) fn may_staff(&self, queue: QueueKey, institution: InstitutionKey) -> bool {
        let home = self.queues[queue].institution;
        home == institution || { self.staff_grants(queue, institution).next().is_some() }
    }

    /// The live grants by which an institution lets another see presence, within their hours.
    fn presence_grants(
        &self,
        from: InstitutionKey,
        to: InstitutionKey,
    ) -> impl Iterator<Item = &Grant> {
        let (pair, side) = self.pair(from, to);
        let agreed = self.agreed(pair).into_iter();
        let grants =
            agreed.flat_map(move |agreed| agreed.gives[side].iter().zip(&agreed.live[side]));
        let open =
            grants.filter(|(grant, live)| grant.right == Right::SeePresence && live.is_open());
        open.map(|(grant, _)| grant)
    }

    /// The partners that let an institution see presence now.
    pub(crate) fn showing_presence(
        &self,
        to: InstitutionKey,
    ) -> impl Iterator<Item = InstitutionKey> {
        let members = self.partnerships_of(to).flat_map(|partnership| partnership.members);
        members
            .filter(move |&member| member != to)
            .filter(move |&partner| self.presence_grants(partner, to).next().is_some())
    }

    /// Whether an institution is let see the presence of an operator of another.
    pub(crate) fn shows_presence(&self, operator: OperatorKey, to: InstitutionKey) -> bool {
        let mut grants = self.presence_grants(self.operators[operator].institution, to);
        grants.any(|grant| self.covers_target(grant, To::Operator(operator)))
    }

    /// Whether patrons of an institution may be transferred to a queue.
    fn may_transfer_to_queue(&self, queue: QueueKey, home: InstitutionKey) -> bool {
        let there = self.queues[queue].institution;
        there == home || {
            let id = &self.queues[queue].id;
            let mut grants = self.grants(there, home).iter();
            grants.any(|grant| grant.right == Right::Transfer && grant.covers(id))
        }
    }

    /// Whether patrons of an institution may be transferred to an operator.
    fn may_transfer_to_operator(&self, operator: OperatorKey, home: InstitutionKey) -> bool {
        let there = self.operators[operator].institution;
        let to = To::Operator(operator);
        there == home
            || self
                .grants(there, home)
                .iter()
                .any(|grant| grant.right == Right::Transfer && self.covers_target(grant, to))
    }

    /// Whether a grant is for a queue, or for a queue to which an operator is assigned.
    fn covers_target(&self, grant: &Grant, to: To) -> bool {
        let covers = |queue: QueueKey| grant.covers(&self.queues[queue].id);
        match to {
            To::Queue(queue) => covers(queue),
            To::Operator(operator) => {
                let assigned = self.operators[operator].assignments.values();
                grant.queues == Queues::All || assigned.map(|to| to.queue).any(covers)
            }
        }
    }

    /// Whether a chat may be handed to this operator or queue by a transfer: it goes home, or where
    /// its home lets it be answered, or where its home's patrons may be transferred.
    pub(crate) fn may_transfer(&self, chat: ChatKey, to: To) -> bool {
        let origin = self.chats[chat].origin;
        let home = self.queues[origin].institution;
        match to {
            To::Operator(operator) => {
                self.may_staff(origin, self.operators[operator].institution)
                    || self.may_transfer_to_operator(operator, home)
            }
            To::Queue(queue) => {
                self.may_staff(origin, self.queues[queue].institution)
                    || self.may_transfer_to_queue(queue, home)
            }
        }
    }

    /// Whether live grants still carry a chat where it waits.
    pub(crate) fn may_wait_in(&self, chat: ChatKey, queue: QueueKey) -> bool {
        self.may_transfer(chat, To::Queue(queue))
    }

    /// Whether live grants still carry a chat at an operator: as one whom its home lets answer it,
    /// as one to whom its home may transfer, or as staff of the queue where it may be.
    pub(crate) fn may_answer(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        let queue = self.chats[chat].queue;
        self.may_transfer(chat, To::Operator(operator))
            || (self.may_wait_in(chat, queue)
                && self.may_staff(queue, self.operators[operator].institution))
    }

    /// How much of a chat an operator may read, by the grant of its home.
    pub(crate) fn view(&self, chat: ChatKey, operator: OperatorKey) -> View {
        let origin = &self.queues[self.chats[chat].origin];
        let there = self.operators[operator].institution;
        if origin.institution == there {
            return View::Full;
        }
        let granted = self.grants(origin.institution, there).iter();
        let views =
            granted.filter(|grant| grant.covers(&origin.id)).filter_map(|grant| {
                match grant.right {
                    Right::Transcript { view } => Some(view),
                    Right::Transfer | Right::Staff | Right::SeePresence => None,
                }
            });
        views.max().unwrap_or(View::FromNow)
    }

    pub(crate) fn no_grant(&self, from: InstitutionKey, to: InstitutionKey) -> Refusal {
        Refusal::NoGrant {
            from: self.institutions[from].id.clone(),
            to: self.institutions[to].id.clone(),
        }
    }
}

impl Grant {
    pub(crate) fn covers(&self, queue: &QueueId) -> bool {
        match &self.queues {
            Queues::All => true,
            Queues::Only { queues } => queues.contains(queue),
        }
    }
}
