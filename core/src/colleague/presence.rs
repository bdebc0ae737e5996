//! Who is there, told to those who may know, and to nobody else.
//!
//! A party knows who of those who see it is there (`watchers`), so that a change of presence costs in
//! proportion to them. Coming and going costs a look at each buddy: one is told of them, and put among
//! those whom they tell.

use alloc::vec::Vec;

use crate::availability::Availability;
use crate::colleague::PartyKey;
use crate::directory::{OperatorKey, QueueKey};
use crate::event::{EventKind, Presence};
use crate::recipients::Recipients;
use crate::router::Router;

impl Router {
    /// Whether a party sees another's presence: it was approved, and neither blocks the other.
    pub(crate) fn sees(&self, party: PartyKey, other: PartyKey) -> bool {
        let bond = self.bond(party, other);
        bond.subscription.sees() && !bond.blocks && !self.bond(other, party).blocks
    }

    /// How a party is seen by those who may see it.
    pub(crate) fn presence_of(&self, party: PartyKey) -> Presence {
        match party {
            PartyKey::Operator(operator) => self.operators[operator].seen,
            PartyKey::Queue(queue) => self.told_availability(queue).presence(),
            PartyKey::Contact(contact) => self.contacts[contact].presence,
        }
    }

    /// Whether somebody is there who is told of presence. A queue has no screen to show it on.
    pub(crate) fn is_told_presence(&self, party: PartyKey) -> bool {
        match party {
            PartyKey::Operator(operator) => self.operators[operator].seen != Presence::Offline,
            PartyKey::Queue(_) => false,
            PartyKey::Contact(_) => true,
        }
    }

    /// A party sees another's presence from now on, or does not any more: it is told how the other is
    /// seen. Whoever is not told of anything takes them to be offline.
    pub(super) fn watch_presence(&mut self, party: PartyKey, other: PartyKey, sees: bool) {
        if !self.is_told_presence(party) {
            return;
        }
        let before = self.presence_of(other);
        self.put_watcher(party, other, sees);
        let presence = if sees { self.presence_of(other) } else { Presence::Offline };
        if (before, presence) != (Presence::Offline, Presence::Offline) {
            self.tell_presence(party, other, presence);
        }
    }

    pub(super) fn put_watcher(&mut self, party: PartyKey, other: PartyKey, sees: bool) {
        let serial = self.serial_of(party);
        let Some(roster) = self.roster_slot(other) else { return };
        if sees {
            roster.watchers.insert(serial, party);
        } else {
            roster.watchers.remove(&serial);
        }
        let followed = !roster.watchers.is_empty();
        if let PartyKey::Queue(queue) = other {
            self.follow_availability(queue, followed);
        }
    }

    /// Tells one party how another is seen.
    fn tell_presence(&mut self, party: PartyKey, other: PartyKey, presence: Presence) {
        let buddy = self.party(other);
        match party {
            PartyKey::Contact(contact) => {
                let contact = self.contacts[contact].id.clone();
                self.raise(EventKind::ContactTold { contact, buddy, presence });
            }
            PartyKey::Operator(_) | PartyKey::Queue(_) => {
                let to = self.clients(party);
                self.raise(EventKind::BuddyPresence { buddy, presence, to });
            }
        }
    }

    /// An operator is seen otherwise than before: they and whoever sees them are told.
    pub(crate) fn tell_operator(&mut self, key: OperatorKey, before: Presence) {
        let operator = &self.operators[key];
        let (id, presence) = (operator.id.clone(), operator.seen);
        let own = (presence != Presence::Offline).then(|| id.clone());
        if operator.roster.is_none() {
            let to = Recipients::staff(own);
            self.raise(EventKind::PresenceChanged { operator: id, presence, to });
            return;
        }
        self.tell_watchers_of(key, before, own);
    }

    #[inline(never)]
    fn tell_watchers_of(
        &mut self,
        key: OperatorKey,
        before: Presence,
        own: Option<crate::id::OperatorId>,
    ) {
        let party = PartyKey::Operator(key);
        let (operators, contacts) = self.watchers(party);
        let to = Recipients::staff(own.into_iter().chain(operators));
        let (operator, presence) = (self.operators[key].id.clone(), self.operators[key].seen);
        self.raise(EventKind::PresenceChanged { operator, presence, to });
        for contact in contacts {
            self.tell_presence(contact, party, presence);
        }
        let comes = before == Presence::Offline;
        if comes || presence == Presence::Offline {
            self.come_among_buddies(party, comes);
        }
    }

    /// Those who are told of a party's presence, in the order of registration: operators, contacts.
    fn watchers(&self, party: PartyKey) -> (Vec<crate::id::OperatorId>, Vec<PartyKey>) {
        let (mut operators, mut contacts) = (Vec::new(), Vec::new());
        let watchers = self.roster(party).into_iter().flat_map(|roster| roster.watchers.values());
        for &watcher in watchers {
            match watcher {
                PartyKey::Operator(operator) => operators.push(self.operators[operator].id.clone()),
                PartyKey::Queue(_) => {}
                PartyKey::Contact(_) => contacts.push(watcher),
            }
        }
        (operators, contacts)
    }

    /// An operator who comes is told of the buddies who are there, and from now on; who goes is not.
    fn come_among_buddies(&mut self, party: PartyKey, comes: bool) {
        let ties = self.roster(party).into_iter().flat_map(|roster| roster.ties.values());
        let others: Vec<PartyKey> = ties.map(|tie| tie.with).collect();
        for other in others {
            if !self.sees(party, other) {
                continue;
            }
            self.put_watcher(party, other, comes);
            let presence = self.presence_of(other);
            if comes && presence != Presence::Offline {
                self.tell_presence(party, other, presence);
            }
        }
    }

    /// A queue or a contact is seen otherwise than before: whoever sees it is told.
    pub(crate) fn tell_watchers(&mut self, party: PartyKey, presence: Presence) {
        let (operators, contacts) = self.watchers(party);
        if !operators.is_empty() {
            let (buddy, to) = (self.party(party), Recipients::staff(operators));
            self.raise(EventKind::BuddyPresence { buddy, presence, to });
        }
        for contact in contacts {
            self.tell_presence(contact, party, presence);
        }
    }

    pub(crate) fn tell_queue(&mut self, queue: QueueKey, presence: Presence) {
        self.tell_watchers(PartyKey::Queue(queue), presence);
    }
}

impl Availability {
    /// How a queue is seen: by what would come to a message that opens a chat on it.
    pub(crate) const fn presence(self) -> Presence {
        match self {
            Self::Available { .. } => Presence::Available,
            Self::Busy | Self::Full => Presence::Dnd,
            Self::Unstaffed | Self::Closed { .. } => Presence::Offline,
        }
    }
}
