//! Partnerships: consent, what may cross by it, and what comes back when it ends.

mod crossing;
mod grants;
mod listing;
mod live;

pub(crate) use listing::Listing;
use live::Live;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

use crate::authority::{Allowed, Concerns};
use crate::chat::{ChatKey, Place};
use crate::command::{
    AcceptPartnership, Actor, DeclinePartnership, EndPartnership, EndRule, Grant,
    ProposePartnership, Queues, Terms,
};
use crate::directory::institutions::no_more_than;
use crate::directory::{Institution, InstitutionKey, Serial};
use crate::event::EventKind;
use crate::id::{InstitutionId, ProposalId, QueueId};
use crate::refusal::{Limited, Refusal};
use crate::router::Router;
use crate::snapshot::{Numbers, v1};

/// Two institutions, the one registered first before the other.
pub(crate) type Pair = (Serial, Serial);

/// Two institutions that have to do with one chat.
pub(crate) type Crossing = (InstitutionKey, InstitutionKey);

/// What one institution lets the other do.
type Given<'g> = (InstitutionKey, &'g [Grant]);

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
    /// What is known of each of those.
    live: [Vec<Live>; 2],
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
        self.check_grants(own, &action.terms.gives, "gives")?;
        self.check_grants(other, &action.terms.asks, "asks")?;

        self.propose(own, other, &action.terms);
        Ok(())
    }

    /// Puts terms before another institution.
    fn propose(&mut self, own: InstitutionKey, other: InstitutionKey, terms: &Terms) {
        self.counters.proposals = self.counters.proposals.wrapping_add(1);
        let id = ProposalId::new(self.counters.proposals);
        let (_, side) = self.pair(own, other);
        let proposal = Proposal { id, terms: terms.clone() };
        self.between(own, other).proposals[side] = Some(proposal);
        self.raise(EventKind::PartnershipProposed {
            from: self.institutions[own].id.clone(),
            to: self.institutions[other].id.clone(),
            proposal: id,
            terms: Box::new(terms.clone()),
        });
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
        let live = [self.enliven(&gives[0]), self.enliven(&gives[1])];
        let agreed = Agreed { gives, live, on_end: terms.on_end };
        self.agree(own, other, Some(agreed));
        self.raise(EventKind::PartnershipAgreed {
            proposer: action.with.clone(),
            accepter: self.institutions[own].id.clone(),
            proposal: action.proposal,
        });
        self.grants_changed(own, other, terms.on_end);
        self.count_carried(own, other);
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

        let ended = self.agree(own, other, None);
        let on_end = ended.map(|agreed| agreed.on_end).unwrap_or_default();
        self.raise(EventKind::PartnershipEnded {
            by: self.institutions[own].id.clone(),
            with: action.with.clone(),
        });
        self.grants_changed(own, other, on_end);
        self.arm_grants(own);
        self.arm_grants(other);
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
        let Actor::Institution { institution } = by else {
            return Err(Refusal::not_permitted(by));
        };
        let own = self.institution(institution)?;
        self.permit::<A>(by, Concerns::institution(own))?;
        if own == other { Err(Refusal::OwnPartner) } else { Ok((own, other)) }
    }

    fn check_grants(
        &self,
        giver: InstitutionKey,
        grants: &[Grant],
        name: &str,
    ) -> Result<(), Refusal> {
        let most = self.config.limits.grants;
        no_more_than(grants.len(), most, Limited::Grants)?;
        for (number, grant) in grants.iter().enumerate() {
            if let Some(own) = &grant.hours {
                self.compile(own, &format!("{name}[{number}]."))?;
            }
            let Queues::Only { queues } = &grant.queues else {
                continue;
            };
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

    /// From now on two institutions have agreed on this, or on nothing. Returns what they had agreed
    /// on before.
    fn agree(
        &mut self,
        one: InstitutionKey,
        other: InstitutionKey,
        agreed: Option<Agreed>,
    ) -> Option<Agreed> {
        let capped = agreed.as_ref().is_some_and(Agreed::has_caps);
        let before = core::mem::replace(&mut self.between(one, other).agreed, agreed);
        let was_capped = before.as_ref().is_some_and(Agreed::has_caps);
        for institution in [one, other] {
            let count = &mut self.institutions[institution].capped;
            *count = *count + u32::from(capped) - u32::from(was_capped);
        }
        before
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
        let Some(partnership) = self.partnerships.get(&pair) else {
            return;
        };
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
        self.all_between(institution).filter(|partnership| partnership.is_alive())
    }

    /// All that is between an institution and others, if it is but a chat that they share.
    fn all_between(&self, institution: InstitutionKey) -> impl Iterator<Item = &Partnership> {
        self.pairs_of(institution).filter_map(|pair| self.partnerships.get(&pair))
    }

    fn pairs_of(&self, institution: InstitutionKey) -> impl Iterator<Item = Pair> {
        let Institution { serial, ref partners, .. } = self.institutions[institution];
        partners.iter().map(move |&other| (serial.min(other), serial.max(other)))
    }

    /// Whether a partnership, a proposal or a listing names a queue of its giver.
    pub(crate) fn is_granted(&self, giver: InstitutionKey, queue: &QueueId) -> bool {
        let names = |grants: &Vec<Grant>| {
            grants.iter().any(|grant| grant.queues != Queues::All && grant.covers(queue))
        };
        self.is_listed(giver, queue)
            || self.partnerships_of(giver).any(|partnership| {
                let agreed = partnership.agreed.iter().flat_map(|agreed| &agreed.gives);
                let proposed = partnership.proposals.iter().flatten();
                let proposed = proposed.flat_map(|p| [&p.terms.gives, &p.terms.asks]);
                agreed.chain(proposed).any(names)
            })
    }
}

/// What is kept of it in a snapshot.
impl Partnership {
    /// Nothing, where the two have nothing in common but chats that cross: those tell so themselves.
    pub(crate) fn capture(&self, numbers: &Numbers) -> Option<v1::Partnership> {
        let agreed = self.agreed.as_ref().map(|agreed| v1::Agreed {
            gives: [0, 1].map(|side| {
                let given = agreed.gives[side].iter().zip(&agreed.live[side]);
                let given = given.map(|(grant, live)| v1::Given {
                    grant: grant.clone(),
                    open: live.hours.as_ref().map(|hours| hours.1),
                });
                given.collect()
            }),
            on_end: agreed.on_end,
        });
        let proposals = self
            .proposals
            .clone()
            .map(|proposal| proposal.map(|Proposal { id, terms }| v1::Proposal { id, terms }));
        self.is_alive().then(|| v1::Partnership {
            members: self.members.map(|member| numbers.institutions.at(member)),
            agreed,
            proposals,
        })
    }
}

/// What a snapshot gives back.
impl Router {
    /// What two institutions have agreed on, and what is proposed between them; what is carried is
    /// counted when the chats are there.
    pub(crate) fn restore_partnership(
        &mut self,
        [one, other]: [InstitutionKey; 2],
        kept: &v1::Partnership,
    ) -> Result<(), Refusal> {
        let (pair, side) = self.pair(one, other);
        if side != 0 || one == other || self.partnerships.contains_key(&pair) {
            return Err(Refusal::OwnPartner);
        }
        let sides = [one, other];
        for (side, proposal) in kept.proposals.iter().enumerate() {
            let Some(v1::Proposal { id, terms }) = proposal else { continue };
            self.check_grants(sides[side], &terms.gives, "gives")?;
            self.check_grants(sides[1 - side], &terms.asks, "asks")?;
            let proposal = Proposal { id: *id, terms: terms.clone() };
            self.between(one, other).proposals[side] = Some(proposal);
        }
        let Some(agreed) = &kept.agreed else { return Ok(()) };
        let gives = [0, 1].map(|side| {
            agreed.gives[side].iter().map(|given| given.grant.clone()).collect::<Vec<Grant>>()
        });
        self.check_grants(one, &gives[0], "gives")?;
        self.check_grants(other, &gives[1], "gives")?;
        let mut live = [self.enliven(&gives[0]), self.enliven(&gives[1])];
        for (live, kept) in live.iter_mut().flatten().zip(agreed.gives.iter().flatten()) {
            if let (Some(hours), Some(open)) = (&mut live.hours, kept.open) {
                hours.1 = open;
            }
        }
        self.agree(one, other, Some(Agreed { gives, live, on_end: agreed.on_end }));
        Ok(())
    }

    pub(crate) fn restore_listing(&mut self, listing: Listing) -> Result<(), Refusal> {
        let (by, terms) = listing.parts();
        self.check_grants(by, &terms.gives, "gives")?;
        self.check_grants(by, &terms.asks, "asks")?;
        self.listings.insert(self.institutions[by].serial, listing);
        Ok(())
    }

    /// The partnerships that carry a chat know it.
    pub(crate) fn restore_crossings(&mut self, chat: ChatKey) {
        let crossings = self.crossings(chat);
        let place = self.chats[chat].place;
        for &(one, other) in &crossings {
            self.between(one, other).crossing.insert(place, chat);
        }
        self.chats[chat].crossings = crossings;
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

    /// The terms that hold, if any do: what each of the two gives, and the rule for their end.
    pub(crate) fn terms(&self) -> Option<([Given<'_>; 2], EndRule)> {
        let agreed = self.agreed.as_ref()?;
        let side = |side: usize| (self.members[side], agreed.gives[side].as_slice());
        Some(([side(0), side(1)], agreed.on_end))
    }

    /// What is proposed: by whom, to whom, and on which terms.
    pub(crate) fn proposed(
        &self,
    ) -> impl Iterator<Item = ([InstitutionKey; 2], ProposalId, &Terms)> {
        let sides = [(0, 1), (1, 0)].into_iter().zip(&self.proposals);
        sides.filter_map(|((own, other), proposal)| {
            let Proposal { id, terms } = proposal.as_ref()?;
            Some(([self.members[own], self.members[other]], *id, terms))
        })
    }

    fn is_alive(&self) -> bool {
        self.agreed.is_some() || self.proposals.iter().any(Option::is_some)
    }
}
