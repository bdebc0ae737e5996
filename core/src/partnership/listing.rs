//! Listings: open proposals of institutions that have no partner yet.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::authority::{Allowed, Concerns};
use crate::command::{
    Actor, AnswerListing, PostListing, Queues, SeeListings, Terms, WithdrawListing,
};
use crate::directory::{InstitutionKey, Serial};
use crate::event::EventKind;
use crate::id::{InstitutionId, QueueId};
use crate::refusal::Refusal;
use crate::router::Router;
use crate::snapshot::{Numbers, v1};

/// An open proposal: its lister, and the terms as the lister sees them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Listing {
    by: InstitutionKey,
    terms: Terms,
}

impl Listing {
    pub(crate) const fn new(by: InstitutionKey, terms: Terms) -> Self {
        Self { by, terms }
    }

    pub(super) const fn parts(&self) -> (InstitutionKey, &Terms) {
        (self.by, &self.terms)
    }

    pub(crate) fn capture(&self, numbers: &Numbers) -> v1::Listing {
        v1::Listing { by: numbers.institutions.at(self.by), terms: self.terms.clone() }
    }
}

impl Router {
    /// The listings that an institution sees, in the order of registration: who looks for partners,
    /// and on which terms. None for one that does not see listings.
    ///
    /// # Errors
    /// [`Refusal::UnknownInstitution`].
    pub fn listings(
        &self,
        institution: &InstitutionId,
    ) -> Result<Vec<(InstitutionId, Terms)>, Refusal> {
        let viewer = self.institution(institution)?;
        let seen = self
            .listings
            .values()
            .filter(|listing| self.institutions[viewer].sees_listings && listing.by != viewer);
        let named =
            |listing: &Listing| (self.institutions[listing.by].id.clone(), listing.terms.clone());
        Ok(seen.map(named).collect())
    }

    pub(crate) fn post_listing(&mut self, by: &Actor, action: &PostListing) -> Result<(), Refusal> {
        let own = self.lister::<PostListing>(by)?;
        self.check_grants(own, &action.terms.gives, "gives")?;
        if action.terms.asks.iter().any(|grant| grant.queues != Queues::All) {
            return Err(Refusal::ListingNamesQueues);
        }
        self.check_grants(own, &action.terms.asks, "asks")?;

        let serial = self.institutions[own].serial;
        self.listings.insert(serial, Listing { by: own, terms: action.terms.clone() });
        self.raise(EventKind::ListingPosted {
            institution: self.institutions[own].id.clone(),
            terms: Box::new(action.terms.clone()),
        });
        Ok(())
    }

    pub(crate) fn withdraw_listing(
        &mut self,
        by: &Actor,
        _: &WithdrawListing,
    ) -> Result<(), Refusal> {
        let own = self.lister::<WithdrawListing>(by)?;
        let institution = self.institutions[own].id.clone();
        let serial = self.institutions[own].serial;
        if !self.listings.contains_key(&serial) {
            return Err(Refusal::NoListing { of: institution });
        }
        self.drop_listing(serial, institution);
        Ok(())
    }

    /// Takes a listing off the list, if there is one.
    pub(crate) fn drop_listing(&mut self, lister: Serial, institution: InstitutionId) {
        if self.listings.remove(&lister).is_some() {
            self.raise(EventKind::ListingWithdrawn { institution });
        }
    }

    pub(crate) fn see_listings(&mut self, by: &Actor, action: &SeeListings) -> Result<(), Refusal> {
        let own = self.lister::<SeeListings>(by)?;
        self.institutions[own].sees_listings = action.sees;
        Ok(())
    }

    pub(crate) fn answer_listing(
        &mut self,
        by: &Actor,
        action: &AnswerListing,
    ) -> Result<(), Refusal> {
        let (own, lister) = self.parties::<AnswerListing>(by, &action.of)?;
        let listing = self.listings.get(&self.institutions[lister].serial);
        let seen = listing.filter(|_| self.institutions[own].sees_listings);
        let terms = &seen.ok_or_else(|| Refusal::NoListing { of: action.of.clone() })?.terms;

        // The answerer proposes what the lister had put up, seen from the other side.
        let terms =
            Terms { gives: terms.asks.clone(), asks: terms.gives.clone(), on_end: terms.on_end };
        self.propose(own, lister, &terms);
        Ok(())
    }

    fn lister<A: Allowed>(&self, by: &Actor) -> Result<InstitutionKey, Refusal> {
        let Actor::Institution { institution } = by else { return Err(Refusal::not_permitted(by)) };
        let own = self.institution(institution)?;
        self.permit::<A>(by, Concerns::institution(own))?;
        Ok(own)
    }

    /// Whether a listing names a queue of its lister.
    pub(crate) fn is_listed(&self, lister: InstitutionKey, queue: &QueueId) -> bool {
        let listing = self.listings.get(&self.institutions[lister].serial);
        listing.is_some_and(|listing| {
            let mut gives = listing.terms.gives.iter();
            gives.any(|grant| grant.queues != Queues::All && grant.covers(queue))
        })
    }
}
