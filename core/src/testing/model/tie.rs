//! Who has to do with whom, as colleagues: what each says of the other.

use alloc::vec::Vec;

use crate::{
    Actor, ContactId, EventKind, Limited, MessageId, Party, Presence, Recipients, Refusal, Role,
    Stanza, Subscription,
};

use super::Model;
use super::directory::at_most;
use super::people::staff;
use super::permit::Concerns;
use super::stanza::mirrored;
use super::state::{Key, Place};

/// A colleague outside, as long as somebody here has to do with them.
#[derive(Clone, Debug)]
pub(crate) struct Contact {
    pub(crate) id: ContactId,
    pub(crate) presence: Presence,
}

/// What a party says of another. Of a contact, no subscription is known.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bond {
    pub(crate) subscription: Subscription,
    /// A request of the other is approved before it comes.
    pub(crate) approved: bool,
    pub(crate) blocks: bool,
    /// The chat that the party opened last by writing to the other, a queue.
    pub(crate) chat: Option<Place>,
}

/// A party that a command names: known, or a contact with whom nobody has to do yet.
#[derive(Clone, Debug)]
pub(crate) enum Named {
    Known(Key),
    New(ContactId),
}

impl Named {
    pub(crate) const fn key(&self) -> Option<Key> {
        match *self {
            Self::Known(key) => Some(key),
            Self::New(_) => None,
        }
    }
}

/// Who speaks of whom.
pub(crate) type Two = [Named; 2];

const SPEAKERS: &[Role] = &[Role::Host, Role::Institution, Role::Operator];

/// Checks.
impl Model {
    pub(crate) fn two(&self, by: &Actor, party: &Party, buddy: &Party) -> Result<Two, Refusal> {
        self.two_by(by, party, buddy, SPEAKERS)
    }

    pub(crate) fn two_by(
        &self,
        by: &Actor,
        party: &Party,
        buddy: &Party,
        roles: &[Role],
    ) -> Result<Two, Refusal> {
        let two = [self.named(party)?, self.named(buddy)?];
        let concerns = match (party, &two[0]) {
            (Party::Operator { .. }, Named::Known(operator)) => {
                Concerns::default().operator(*operator)
            }
            (Party::Queue { .. }, Named::Known(queue)) => {
                Concerns::institution(self.queues[queue].institution)
            }
            _ => Concerns::default(),
        };
        self.permit(by, roles, &concerns)?;
        match (party, buddy) {
            (Party::Contact { .. }, Party::Contact { .. }) => Err(Refusal::BothOutside),
            _ if party == buddy => Err(Refusal::OwnBuddy),
            _ => Ok(two),
        }
    }

    fn named(&self, party: &Party) -> Result<Named, Refusal> {
        Ok(match party {
            Party::Operator { operator } => Named::Known(self.operator(operator)?),
            Party::Queue { queue } => Named::Known(self.queue(queue)?),
            Party::Contact { contact } => {
                let found = self.contacts.iter().find(|(_, known)| known.id == *contact);
                found.map_or_else(|| Named::New(contact.clone()), |(&key, _)| Named::Known(key))
            }
        })
    }

    pub(crate) fn must_be_open(&self, two: &Two, buddy: &Party) -> Result<(), Refusal> {
        let buddy = buddy.clone();
        if self.said(two, 0).blocks {
            return Err(Refusal::BuddyBlocked { buddy });
        }
        if self.said(two, 1).blocks {
            return Err(Refusal::BuddyUnreachable { buddy });
        }
        Ok(())
    }

    /// Whether the institutions of the two let them become buddies.
    pub(crate) fn must_not_be_forbidden(&self, two: &Two) -> Result<(), Refusal> {
        let at = |named: &Named| named.key().and_then(|key| self.institution_of_party(key));
        let (one, other) = (at(&two[0]), at(&two[1]));
        if one == other {
            return Ok(());
        }
        for institution in one.into_iter().chain(other) {
            let institution = &self.institutions[&institution];
            if !institution.foreign_buddies {
                let institution = institution.id.clone();
                return Err(Refusal::ForeignBuddiesForbidden { institution });
            }
        }
        Ok(())
    }

    /// Whether a side may have the other among its buddies. Buddies who became mere requests again,
    /// beyond those that may come, count as such.
    pub(crate) fn room_for_buddy(&self, two: &Two, side: usize) -> Result<(), Refusal> {
        if self.said(two, side).is_buddy() {
            return Ok(());
        }
        let limits = &self.config.limits;
        let of = |counts: fn(&Bond) -> bool| {
            two[side].key().map_or(0, |party| self.count_ties(party, counts))
        };
        let beyond = of(Bond::is_request).saturating_sub(limits.requests_per_party as usize);
        at_most(of(Bond::is_buddy) + beyond, limits.buddies_per_party, Limited::Buddies)
    }

    pub(crate) fn room_for_request(&self, two: &Two, side: usize) -> Result<(), Refusal> {
        let said = self.said(two, side);
        if said.is_buddy() || said.is_request() {
            return Ok(());
        }
        let requests = two[side].key().map_or(0, |party| self.count_ties(party, Bond::is_request));
        at_most(requests, self.config.limits.requests_per_party, Limited::BuddyRequests)
    }

    pub(crate) fn room_for_contact(&self, two: &Two) -> Result<(), Refusal> {
        if two.iter().all(|named| named.key().is_some()) {
            return Ok(());
        }
        at_most(self.contacts.len(), self.config.limits.contacts, Limited::Contacts)
    }

    pub(crate) fn count_ties(&self, party: Key, counts: fn(&Bond) -> bool) -> usize {
        self.tied_to(party).into_iter().filter(|&other| counts(&self.bond(party, other))).count()
    }

    /// What one of the two says of the other.
    pub(crate) fn said(&self, two: &Two, side: usize) -> Bond {
        match (two[side].key(), two[1 - side].key()) {
            (Some(one), Some(other)) => self.bond(one, other),
            _ => Bond::default(),
        }
    }

    /// The two, known from now on.
    pub(crate) fn known(&mut self, two: Two) -> [Key; 2] {
        two.map(|named| match named {
            Named::Known(key) => key,
            Named::New(id) => {
                let key = self.next_registration();
                self.contacts.insert(key, Contact { id, presence: Presence::Offline });
                key
            }
        })
    }
}

/// Looking.
impl Model {
    pub(crate) fn party(&self, key: Key) -> Party {
        if let Some(operator) = self.operators.get(&key) {
            return operator.id.clone().into();
        }
        match self.queues.get(&key) {
            Some(queue) => queue.id.clone().into(),
            None => self.contacts[&key].id.clone().into(),
        }
    }

    /// Where a party is at home; a contact is nowhere.
    fn institution_of_party(&self, key: Key) -> Option<Key> {
        let operator = self.operators.get(&key).map(|operator| operator.institution);
        operator.or_else(|| self.queues.get(&key).map(|queue| queue.institution))
    }

    /// What a party says of another: of a contact, what our side says, seen from there.
    pub(crate) fn bond(&self, party: Key, other: Key) -> Bond {
        let said = |one, of| self.bonds.get(&(one, of)).copied().unwrap_or_default();
        let mut bond: Bond = said(party, other);
        if self.contacts.contains_key(&party) {
            bond.subscription = mirrored(said(other, party).subscription);
        }
        bond
    }

    pub(crate) fn the_bond(&mut self, party: Key, other: Key) -> &mut Bond {
        self.bonds.entry((party, other)).or_default()
    }

    /// With whom a party has to do, in the order of registration.
    pub(crate) fn tied_to(&self, party: Key) -> Vec<Key> {
        let mut others = Vec::new();
        for (&(one, other), bond) in &self.bonds {
            if bond.is_nothing() {
                continue;
            }
            if one == party {
                others.push(other);
            }
            if other == party {
                others.push(one);
            }
        }
        others.sort_unstable();
        others.dedup();
        others
    }

    /// Whether a party sees another's presence: it was approved, and neither blocks the other.
    pub(crate) fn sees(&self, party: Key, other: Key) -> bool {
        let bond = self.bond(party, other);
        bond.subscription.sees() && !bond.blocks && !self.bond(other, party).blocks
    }

    /// Who is to see what is told to a party: an operator who is there.
    pub(crate) fn screens(&self, party: Key) -> Recipients {
        let operator = Some(party).filter(|party| self.operators.contains_key(party));
        staff(self.those_here(operator))
    }
}

/// Changing.
impl Model {
    /// Changes something between two, tells what has changed to those of them who are to be told,
    /// and then who is there to whoever sees it now.
    pub(crate) fn change_between(
        &mut self,
        two: [Key; 2],
        told: [bool; 2],
        change: impl FnOnce(&mut Self),
    ) {
        let ways = [two, [two[1], two[0]]];
        let before = ways.map(|[one, other]| (self.bond(one, other), self.sees(one, other)));
        change(self);
        for side in 0..2 {
            let ([one, other], was) = (ways[side], before[side].0);
            let is = self.bond(one, other);
            let same = was.subscription == is.subscription && was.approved == is.approved;
            if !same && told[side] && !self.contacts.contains_key(&one) {
                let to = self.screens(one);
                let (party, buddy) = (self.party(one), self.party(other));
                let Bond { subscription, approved, .. } = is;
                self.raise(EventKind::BuddyChanged { party, buddy, subscription, approved, to });
            }
        }
        for side in 0..2 {
            let ([one, other], saw) = (ways[side], before[side].1);
            if self.sees(one, other) != saw {
                self.begin_to_see(one, other, !saw);
            }
        }
        self.tidy(two);
    }

    /// Nothing is kept between two who have nothing to do with each other, nor of a party who has to
    /// do with nobody.
    fn tidy(&mut self, two: [Key; 2]) {
        if !self.tied_to(two[0]).contains(&two[1]) {
            self.bonds.remove(&(two[0], two[1]));
            self.bonds.remove(&(two[1], two[0]));
        }
        for party in two {
            if self.tied_to(party).is_empty() {
                self.sent.remove(&party);
                self.contacts.remove(&party);
            }
        }
    }

    /// A party is about to go: all that it has with others ends, and they are told.
    pub(crate) fn leave_colleagues(&mut self, party: Key) {
        for other in self.tied_to(party) {
            self.change_between([party, other], [false, true], |model| {
                model.part([party, other]);
                model.the_bond(party, other).blocks = false;
                model.the_bond(other, party).blocks = false;
            });
        }
    }

    /// Ends all but blocks between two.
    pub(crate) fn part(&mut self, two: [Key; 2]) {
        let before = self.bond(two[0], two[1]).subscription;
        if before.sees() || before.asks() {
            self.send(two, Stanza::Unsubscribe);
        }
        if before.is_seen() || before.is_asked() {
            self.send(two, Stanza::Unsubscribed);
        }
        self.the_bond(two[0], two[1]).approved = false;
        self.the_bond(two[1], two[0]).approved = false;
    }

    /// The ids of the last messages of a sender, and to whom.
    pub(crate) fn remember_sent(&mut self, party: Key, buddy: Key, message: MessageId) {
        let most = self.config.limits.direct_messages as usize;
        let sent = self.sent.entry(party).or_default();
        sent.push((buddy, message));
        let beyond = sent.len().saturating_sub(most);
        sent.drain(..beyond);
    }
}

impl Bond {
    /// Whether the other stands among the buddies, by something that the party has said.
    pub(crate) fn is_buddy(&self) -> bool {
        self.approved
            || !matches!(self.subscription, Subscription::None | Subscription::NonePendingIn)
    }

    /// Whether the other has asked, and the party has said nothing yet.
    pub(crate) fn is_request(&self) -> bool {
        !self.approved && self.subscription == Subscription::NonePendingIn
    }

    fn is_nothing(&self) -> bool {
        self.subscription == Subscription::None && !self.approved && !self.blocks
    }
}
