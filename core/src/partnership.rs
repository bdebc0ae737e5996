//! Partnerships: consent, grants, and the only rule about what may cross between institutions.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::authority::{Allowed, Concerns};
use crate::chat::{ChatKey, Place, To};
use crate::command::{
    AcceptPartnership, Actor, DeclinePartnership, EndPartnership, EndRule, Grant,
    ProposePartnership, Queues, Right, Terms, View,
};
use crate::directory::institutions::no_more_than;
use crate::directory::{Institution, InstitutionKey, OperatorKey, QueueKey, Serial};
use crate::event::EventKind;
use crate::id::{InstitutionId, ProposalId, QueueId};
use crate::record::TransferFailure;
use crate::refusal::{Limited, Refusal};
use crate::router::Router;

/// Two institutions, the one registered first before the other.
pub(crate) type Pair = (Serial, Serial);

/// Two institutions that have to do with one chat.
pub(crate) type Crossing = (InstitutionKey, InstitutionKey);

/// What two institutions have agreed on, and what is proposed between them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Partnership {
    members: [InstitutionKey; 2],
    /// The terms that hold, if any do.
    agreed: Option<Agreed>,
    /// What each side has proposed: the first registered, then the other.
    proposals: [Option<Proposal>; 2],
    /// The open chats that it carries across.
    crossing: BTreeMap<Place, ChatKey>,
}

#[derive(Clone, Debug, PartialEq)]
struct Agreed {
    /// What each side lets the other do.
    gives: [Vec<Grant>; 2],
    on_end: EndRule,
}

#[derive(Clone, Debug, PartialEq)]
struct Proposal {
    id: ProposalId,
    terms: Terms,
}

/// Consent.
impl Router {
    pub(crate) fn propose_partnership(
        &mut self,
        by: &Actor,
        action: &ProposePartnership,
    ) -> Result<(), Refusal> {
        let (own, other) = self.parties::<ProposePartnership>(by, &action.with)?;
        self.check_grants(own, &action.terms.gives)?;
        self.check_grants(other, &action.terms.asks)?;

        self.counters.proposals += 1;
        let id = ProposalId::new(self.counters.proposals);
        let (_, side) = self.pair(own, other);
        let proposal = Proposal { id, terms: action.terms.clone() };
        self.between(own, other).proposals[side] = Some(proposal);
        self.raise(EventKind::PartnershipProposed {
            from: self.institutions[own].id.clone(),
            to: action.with.clone(),
            proposal: id,
            terms: Box::new(action.terms.clone()),
        });
        Ok(())
    }

    pub(crate) fn accept_partnership(
        &mut self,
        by: &Actor,
        action: &AcceptPartnership,
    ) -> Result<(), Refusal> {
        let (own, other) = self.parties::<AcceptPartnership>(by, &action.with)?;
        let (pair, side) = self.pair(own, other);
        if self.proposed(pair, 1 - side) != Some(action.proposal) {
            return Err(Refusal::ProposalGone { proposal: action.proposal });
        }

        let partnership = self.between(own, other);
        let Some(Proposal { terms, .. }) = partnership.proposals[1 - side].take() else {
            return Ok(());
        };
        // What the other side had asked for before is answered by this.
        partnership.proposals[side] = None;
        let mut gives = [terms.gives, terms.asks];
        if side == 0 {
            gives.reverse();
        }
        partnership.agreed = Some(Agreed { gives, on_end: terms.on_end });
        self.raise(EventKind::PartnershipAgreed {
            proposer: action.with.clone(),
            accepter: self.institutions[own].id.clone(),
            proposal: action.proposal,
        });
        self.grants_changed(own, other, terms.on_end);
        Ok(())
    }

    pub(crate) fn decline_partnership(
        &mut self,
        by: &Actor,
        action: &DeclinePartnership,
    ) -> Result<(), Refusal> {
        let (own, other) = self.parties::<DeclinePartnership>(by, &action.with)?;
        let (pair, _) = self.pair(own, other);
        let side = [0, 1].into_iter().find(|&s| self.proposed(pair, s) == Some(action.proposal));
        let gone = Refusal::ProposalGone { proposal: action.proposal };
        let side = side.ok_or(gone)?;

        self.between(own, other).proposals[side] = None;
        self.forget_if_empty(pair);
        self.raise(EventKind::PartnershipDeclined {
            by: self.institutions[own].id.clone(),
            with: action.with.clone(),
            proposal: action.proposal,
        });
        Ok(())
    }

    pub(crate) fn end_partnership(
        &mut self,
        by: &Actor,
        action: &EndPartnership,
    ) -> Result<(), Refusal> {
        let (own, other) = self.parties::<EndPartnership>(by, &action.with)?;
        let (pair, _) = self.pair(own, other);
        if self.agreed(pair).is_none() {
            return Err(Refusal::NoPartnership { with: action.with.clone() });
        }

        let partnership = self.between(own, other);
        let on_end = partnership.agreed.take().map(|agreed| agreed.on_end).unwrap_or_default();
        self.raise(EventKind::PartnershipEnded {
            by: self.institutions[own].id.clone(),
            with: action.with.clone(),
        });
        self.grants_changed(own, other, on_end);
        self.forget_if_empty(pair);
        Ok(())
    }

    /// The institution that gives the command, and the other one.
    fn parties<A: Allowed>(
        &self,
        by: &Actor,
        with: &InstitutionId,
    ) -> Result<(InstitutionKey, InstitutionKey), Refusal> {
        let other = self.institution(with)?;
        let Actor::Institution { institution } = by else { return Err(Refusal::NotPermitted) };
        let own = self.institution(institution)?;
        self.permit::<A>(by, Concerns::institution(own))?;
        if own == other { Err(Refusal::OwnPartner) } else { Ok((own, other)) }
    }

    fn check_grants(&self, giver: InstitutionKey, grants: &[Grant]) -> Result<(), Refusal> {
        let most = self.config.limits.grants;
        no_more_than(grants.len(), most, Limited::Grants)?;
        for grant in grants {
            let Queues::Only { queues } = &grant.queues else { continue };
            no_more_than(queues.len(), most, Limited::Grants)?;
            for queue in queues {
                let queue = self.queue(queue)?;
                if self.queues[queue].institution != giver {
                    let institution = self.institutions[giver].id.clone();
                    return Err(Refusal::WrongInstitution { institution });
                }
            }
        }
        Ok(())
    }

    /// The pair of two institutions, and which side of it the first of them is.
    fn pair(&self, one: InstitutionKey, other: InstitutionKey) -> (Pair, usize) {
        let (one, other) = (self.institutions[one].serial, self.institutions[other].serial);
        if one < other { ((one, other), 0) } else { ((other, one), 1) }
    }

    fn proposed(&self, pair: Pair, side: usize) -> Option<ProposalId> {
        let proposal = self.partnerships.get(&pair)?.proposals[side].as_ref();
        proposal.map(|proposal| proposal.id)
    }

    fn agreed(&self, pair: Pair) -> Option<&Agreed> {
        self.partnerships.get(&pair)?.agreed.as_ref()
    }

    /// What there is between two institutions; made, if nothing is.
    fn between(&mut self, one: InstitutionKey, other: InstitutionKey) -> &mut Partnership {
        let (pair, side) = self.pair(one, other);
        let (serial, partner) = (self.institutions[one].serial, self.institutions[other].serial);
        self.institutions[one].partners.insert(partner);
        self.institutions[other].partners.insert(serial);
        let members = if side == 0 { [one, other] } else { [other, one] };
        self.partnerships.entry(pair).or_insert_with(|| Partnership {
            members,
            agreed: None,
            proposals: [None, None],
            crossing: BTreeMap::new(),
        })
    }

    fn forget_if_empty(&mut self, pair: Pair) {
        let Some(partnership) = self.partnerships.get(&pair) else { return };
        if partnership.is_alive() || !partnership.crossing.is_empty() {
            return;
        }
        let [first, second] = partnership.members;
        self.institutions[first].partners.remove(&pair.1);
        self.institutions[second].partners.remove(&pair.0);
        self.partnerships.remove(&pair);
    }

    /// What an institution has agreed on, or what is proposed to it or by it.
    pub(crate) fn partnerships_of(
        &self,
        institution: InstitutionKey,
    ) -> impl Iterator<Item = &Partnership> {
        let serial = self.institutions[institution].serial;
        let partners = self.institutions[institution].partners.iter();
        let pairs = partners.map(move |&other| (serial.min(other), serial.max(other)));
        pairs.filter_map(|pair| self.partnerships.get(&pair)).filter(|p| p.is_alive())
    }

    /// Whether a partnership or a proposal names a queue of its giver.
    pub(crate) fn is_granted(&self, giver: InstitutionKey, queue: &QueueId) -> bool {
        let names = |grants: &Vec<Grant>| {
            grants.iter().any(|grant| grant.queues != Queues::All && grant.covers(queue))
        };
        self.partnerships_of(giver).any(|partnership| {
            let agreed = partnership.agreed.iter().flat_map(|agreed| &agreed.gives);
            let proposed = partnership.proposals.iter().flatten();
            let proposed = proposed.flat_map(|p| [&p.terms.gives, &p.terms.asks]);
            agreed.chain(proposed).any(names)
        })
    }
}

impl Partnership {
    /// Whether both institutions name each other as partners: what an end of the one needs.
    pub(crate) fn is_known_to_both(&self, router: &Router, first: Serial, second: Serial) -> bool {
        let [one, other] = self.members.map(|member| router.institutions.get(member));
        let knows = |institution: Option<&Institution>, partner| {
            institution.is_some_and(|institution| institution.partners.contains(&partner))
        };
        knows(one, second) && knows(other, first)
    }

    fn is_alive(&self) -> bool {
        self.agreed.is_some() || self.proposals.iter().any(Option::is_some)
    }
}

/// What may cross.
impl Router {
    /// The live grants of one institution to another.
    fn grants(&self, from: InstitutionKey, to: InstitutionKey) -> &[Grant] {
        let (pair, side) = self.pair(from, to);
        self.agreed(pair).map_or(&[], |agreed| &agreed.gives[side])
    }

    /// Whether operators of an institution may be rung for the chats of a queue.
    pub(crate) fn may_staff(&self, queue: QueueKey, institution: InstitutionKey) -> bool {
        let home = self.queues[queue].institution;
        home == institution || {
            let id = &self.queues[queue].id;
            let mut grants = self.grants(home, institution).iter();
            grants.any(|grant| grant.right == Right::Staff && grant.covers(id))
        }
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
        let operator = &self.operators[operator];
        let there = operator.institution;
        let assigned = || operator.assignments.values().map(|assigned| assigned.queue);
        there == home
            || self.grants(there, home).iter().any(|grant| {
                let covers = |queue: QueueKey| grant.covers(&self.queues[queue].id);
                grant.right == Right::Transfer
                    && (grant.queues == Queues::All || assigned().any(covers))
            })
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
        let views = granted.filter(|grant| grant.covers(&origin.id)).filter_map(|grant| {
            match grant.right {
                Right::Transcript { view } => Some(view),
                Right::Transfer | Right::Staff => None,
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
    fn covers(&self, queue: &QueueId) -> bool {
        match &self.queues {
            Queues::All => true,
            Queues::Only { queues } => queues.contains(queue),
        }
    }
}

/// When grants change.
impl Router {
    /// New terms hold between two institutions: what crossed by the old ones alone comes back.
    fn grants_changed(&mut self, one: InstitutionKey, other: InstitutionKey, on_end: EndRule) {
        for (home, guest) in [(one, other), (other, one)] {
            let queues: Vec<QueueKey> = self.institutions[home].queues.values().copied().collect();
            for queue in queues {
                self.guests_changed(queue, guest);
            }
        }
        let (pair, _) = self.pair(one, other);
        let Some(partnership) = self.partnerships.get(&pair) else { return };
        let crossing: Vec<ChatKey> = partnership.crossing.values().copied().collect();
        for chat in crossing {
            self.check_crossing(chat, on_end);
        }
    }

    /// Operators of another institution may staff a queue now, or may not any more.
    fn guests_changed(&mut self, queue: QueueKey, guest: InstitutionKey) {
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
        for level in 0..self.queues[queue].levels.len() {
            let level = u8::try_from(level).unwrap_or(u8::MAX);
            let line = crate::segment::LineId { queue, level };
            if self.names_guests(line, serial) {
                self.reach_again(line);
            }
        }
        if !guests.is_empty() {
            self.withdraw_unreached_in(queue);
        }
    }

    fn names_guests(&self, line: crate::segment::LineId, guest: Serial) -> bool {
        let mut sources = self.level(line).sources.iter();
        sources.any(|&pool| self.members_of(pool, guest).next().is_some())
    }

    /// A chat that crosses is where it may be still, or comes back.
    fn check_crossing(&mut self, chat: ChatKey, on_end: EndRule) {
        let Some(state) = self.chats.get(chat) else { return };
        if let Some(transfer) = &state.transfer
            && !self.may_transfer(chat, transfer.to)
        {
            self.fail_transfer(chat, TransferFailure::GrantEnded);
        }
        let state = &self.chats[chat];
        match state.owner {
            Some(owner) if !self.may_answer(chat, owner) => match on_end {
                EndRule::Return => self.return_home(chat),
                EndRule::Finish => {}
            },
            Some(_) => {}
            None if !self.may_wait_in(chat, state.queue) => self.requeue_home(chat),
            None => {}
        }
    }

    /// Notes which partnerships carry a chat, after it moved.
    pub(crate) fn track_crossings(&mut self, key: ChatKey) {
        let after = self.crossings(key);
        let before = core::mem::replace(&mut self.chats[key].cold.crossings, after.clone());
        for &(one, other) in before.iter().filter(|crossing| !after.contains(crossing)) {
            self.leave_crossing(key, one, other);
        }
        let place = self.chats[key].place;
        for &(one, other) in after.iter().filter(|crossing| !before.contains(crossing)) {
            self.between(one, other).crossing.insert(place, key);
        }
    }

    pub(crate) fn stop_tracking(&mut self, key: ChatKey) {
        for (one, other) in core::mem::take(&mut self.chats[key].cold.crossings) {
            self.leave_crossing(key, one, other);
        }
    }

    /// Whether the partnership of two institutions lists the chat of this place.
    pub(crate) fn is_crossing(&self, one: InstitutionKey, other: InstitutionKey, at: Place) -> bool {
        let (pair, _) = self.pair(one, other);
        self.partnerships.get(&pair).is_some_and(|p| p.crossing.contains_key(&at))
    }

    fn leave_crossing(&mut self, key: ChatKey, one: InstitutionKey, other: InstitutionKey) {
        let place = self.chats[key].place;
        self.between(one, other).crossing.remove(&place);
        let (pair, _) = self.pair(one, other);
        self.forget_if_empty(pair);
    }

    /// The institutions that have to do with a chat, two by two: its home, that of the queue where
    /// it is, that of who answers it, and that of where it is to be transferred.
    pub(crate) fn crossings(&self, chat: ChatKey) -> Vec<Crossing> {
        let state = &self.chats[chat];
        let transfer = state.transfer.as_ref().map(|transfer| match transfer.to {
            To::Operator(operator) => self.operators[operator].institution,
            To::Queue(queue) => self.queues[queue].institution,
        });
        let owner = state.owner.map(|owner| self.operators[owner].institution);
        let home = self.queues[state.origin].institution;
        let parties = [Some(home), Some(self.queues[state.queue].institution), owner, transfer];
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
