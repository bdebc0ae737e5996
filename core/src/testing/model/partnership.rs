//! Consent: proposals, agreements, listings.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use crate::{
    AcceptPartnership, Actor, AnswerListing, DeclinePartnership, EndPartnership, EventKind, Grant,
    InstitutionId, Limited, PostListing, ProposalId, ProposePartnership, Queues, Refusal, Role,
    SeeListings, Terms,
};

use super::directory::no_more_than;
use super::permit::Concerns;
use super::state::{Agreed, Key, Live};
use super::{Due, Model};

impl Model {
    pub(crate) fn propose_partnership(
        &mut self,
        by: &Actor,
        action: &ProposePartnership,
    ) -> Result<(), Refusal> {
        let (own, other) = self.parties(by, &action.with)?;
        self.check_grants(own, &action.terms.gives, "gives")?;
        self.check_grants(other, &action.terms.asks, "asks")?;

        self.propose(own, other, &action.terms);
        Ok(())
    }

    fn propose(&mut self, own: Key, other: Key, terms: &Terms) {
        self.proposals += 1;
        let proposal = ProposalId::new(self.proposals);
        let side = usize::from(own > other);
        let between = self.partnerships.entry(pair(own, other)).or_default();
        between.proposals[side] = Some((proposal, terms.clone()));
        self.raise(EventKind::PartnershipProposed {
            from: self.institutions[&own].id.clone(),
            to: self.institutions[&other].id.clone(),
            proposal,
            terms: Box::new(terms.clone()),
        });
    }

    pub(crate) fn accept_partnership(
        &mut self,
        by: &Actor,
        action: &AcceptPartnership,
    ) -> Result<(), Refusal> {
        let (own, other) = self.parties(by, &action.with)?;
        let proposer = usize::from(other > own);
        let between = self.partnerships.get(&pair(own, other));
        let proposed = between.and_then(|between| between.proposals[proposer].clone());
        let gone = Refusal::ProposalGone { proposal: action.proposal };
        let (_, terms) = proposed.filter(|proposed| proposed.0 == action.proposal).ok_or(gone)?;

        let mut gives = [self.enliven(&terms.gives), self.enliven(&terms.asks)];
        if proposer == 1 {
            gives.reverse();
        }
        let between = self.partnerships.get_mut(&pair(own, other)).expect("it was proposed");
        between.proposals = [None, None];
        between.agreed = Some(Agreed { gives, on_end: terms.on_end });
        self.raise(EventKind::PartnershipAgreed {
            proposer: action.with.clone(),
            accepter: self.institutions[&own].id.clone(),
            proposal: action.proposal,
        });
        self.grants_changed(own, other, terms.on_end);
        self.arm_grants(own);
        self.arm_grants(other);
        self.judge_grants();
        Ok(())
    }

    /// Grants begin to hold as if nothing crossed by them yet.
    fn enliven(&self, grants: &[Grant]) -> Vec<Live> {
        let mut live = Vec::new();
        for grant in grants {
            let hours = grant.hours.as_ref().map(|own| {
                let schedule = Self::compile(own, "").expect("it was checked before");
                let open = schedule.is_open(self.now);
                (schedule, open)
            });
            live.push(Live { grant: grant.clone(), hours, in_force: true });
        }
        live
    }

    pub(crate) fn decline_partnership(
        &mut self,
        by: &Actor,
        action: &DeclinePartnership,
    ) -> Result<(), Refusal> {
        let (own, other) = self.parties(by, &action.with)?;
        let between = self.partnerships.entry(pair(own, other)).or_default();
        let named = |side: &usize| {
            between.proposals[*side].as_ref().is_some_and(|of| of.0 == action.proposal)
        };
        let gone = Refusal::ProposalGone { proposal: action.proposal };
        let side = [0, 1].into_iter().find(named).ok_or(gone)?;

        between.proposals[side] = None;
        self.raise(EventKind::PartnershipDeclined {
            by: self.institutions[&own].id.clone(),
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
        let (own, other) = self.parties(by, &action.with)?;
        let between = self.partnerships.entry(pair(own, other)).or_default();
        let none = Refusal::NoPartnership { with: action.with.clone() };
        let agreed = between.agreed.take().ok_or(none)?;

        self.raise(EventKind::PartnershipEnded {
            by: self.institutions[&own].id.clone(),
            with: action.with.clone(),
        });
        self.grants_changed(own, other, agreed.on_end);
        self.arm_grants(own);
        self.arm_grants(other);
        Ok(())
    }

    fn parties(&self, by: &Actor, with: &InstitutionId) -> Result<(Key, Key), Refusal> {
        let other = self.institution(with)?;
        let own = self.administrator(by)?;
        if own == other { Err(Refusal::OwnPartner) } else { Ok((own, other)) }
    }

    fn administrator(&self, by: &Actor) -> Result<Key, Refusal> {
        let Actor::Institution { institution } = by else { return Err(Refusal::not_permitted(by)) };
        let own = self.institution(institution)?;
        self.permit(by, &[Role::Institution], &Concerns::institution(own))?;
        Ok(own)
    }

    fn check_grants(&self, giver: Key, grants: &[Grant], name: &str) -> Result<(), Refusal> {
        let most = self.config.limits.grants;
        no_more_than(grants.len(), most, Limited::Grants)?;
        for (number, grant) in grants.iter().enumerate() {
            if let Some(own) = &grant.hours {
                Self::compile(own, &format!("{name}[{number}]."))?;
            }
            let Queues::Only { queues } = &grant.queues else { continue };
            no_more_than(queues.len(), most, Limited::Grants)?;
            for queue in queues {
                let queue = self.queue(queue)?;
                self.must_be_of(self.queues[&queue].institution, giver)?;
            }
        }
        Ok(())
    }
}

/// Listings.
impl Model {
    pub(crate) fn post_listing(&mut self, by: &Actor, action: &PostListing) -> Result<(), Refusal> {
        let own = self.administrator(by)?;
        self.check_grants(own, &action.terms.gives, "gives")?;
        if action.terms.asks.iter().any(|grant| grant.queues != Queues::All) {
            return Err(Refusal::ListingNamesQueues);
        }
        self.check_grants(own, &action.terms.asks, "asks")?;

        self.listings.insert(own, action.terms.clone());
        self.raise(EventKind::ListingPosted {
            institution: self.institutions[&own].id.clone(),
            terms: Box::new(action.terms.clone()),
        });
        Ok(())
    }

    pub(crate) fn withdraw_listing(&mut self, by: &Actor) -> Result<(), Refusal> {
        let own = self.administrator(by)?;
        if !self.listings.contains_key(&own) {
            return Err(Refusal::NoListing { of: self.institutions[&own].id.clone() });
        }
        self.drop_listing(own);
        Ok(())
    }

    pub(crate) fn drop_listing(&mut self, lister: Key) {
        if self.listings.remove(&lister).is_some() {
            let institution = self.institutions[&lister].id.clone();
            self.raise(EventKind::ListingWithdrawn { institution });
        }
    }

    pub(crate) fn see_listings(&mut self, by: &Actor, action: &SeeListings) -> Result<(), Refusal> {
        let own = self.administrator(by)?;
        self.institutions.get_mut(&own).expect("it is there").sees_listings = action.sees;
        Ok(())
    }

    pub(crate) fn answer_listing(
        &mut self,
        by: &Actor,
        action: &AnswerListing,
    ) -> Result<(), Refusal> {
        let (own, lister) = self.parties(by, &action.of)?;
        let sees = self.institutions[&own].sees_listings;
        let listing = self.listings.get(&lister).filter(|_| sees).cloned();
        let listing = listing.ok_or_else(|| Refusal::NoListing { of: action.of.clone() })?;

        let Terms { gives, asks, on_end } = listing;
        self.propose(own, lister, &Terms { gives: asks, asks: gives, on_end });
        Ok(())
    }
}

/// The hours of grants.
impl Model {
    pub(crate) fn grant_hours_change(&mut self, institution: Key) {
        let now = self.now;
        for (_, between) in self
            .partnerships
            .iter_mut()
            .filter(|(pair, _)| pair.0 == institution || pair.1 == institution)
        {
            let gives = between.agreed.iter_mut().flat_map(|agreed| &mut agreed.gives);
            for live in gives.flatten() {
                if let Some((schedule, open)) = &mut live.hours {
                    *open = schedule.is_open(now);
                }
            }
        }
        self.judge_grants();
        self.arm_grants(institution);
    }

    /// Sets the timer for the next change of the hours of the grants that an institution gives.
    fn arm_grants(&mut self, institution: Key) {
        self.cancel(Due::GrantHours(institution));
        let mut changes = Vec::new();
        for (pair, between) in &self.partnerships {
            let Some(side) = [pair.0, pair.1].iter().position(|&member| member == institution)
            else {
                continue;
            };
            let gives = between.agreed.iter().flat_map(|agreed| &agreed.gives[side]);
            let hours = gives.filter_map(|live| live.hours.as_ref());
            changes.extend(hours.filter_map(|hours| hours.0.next_change(self.now)));
        }
        if let Some(&next) = changes.iter().min() {
            self.set(next.since(self.now), Due::GrantHours(institution));
        }
    }
}

/// Two institutions, the one registered first before the other.
pub(crate) fn pair(one: Key, other: Key) -> (Key, Key) {
    (one.min(other), one.max(other))
}
