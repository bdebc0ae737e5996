//! Colleagues: who is whose buddy, sees whose presence, and may write to whom.
//!
//! Whatever is between two parties is a tie, and each of the two keeps its side of it: `subscription`
//! says how a state moves, `exchange` moves both sides in one step, `presence` tells who is there to
//! those who may know, `message` carries what they write, `block` keeps it from arriving.

mod block;
mod contact;
mod exchange;
mod message;
mod presence;
mod queue;
mod subscription;
mod view;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::authority::{Allowed, Concerns};
use crate::chat::ChatKey;
use crate::command::{Actor, Party};
use crate::directory::institutions::at_most;
use crate::directory::{InstitutionKey, OperatorKey, QueueKey, Serial};
use crate::event::Presence;
use crate::id::{ContactId, MessageId};
use crate::ids::{Named, Recent, RegisterKey};
use crate::refusal::{Limited, Refusal};
use crate::router::Router;
use crate::snapshot::v1;

pub(crate) use queue::FirstMessage;
pub use subscription::{Stanza, Subscription};
pub use view::{BuddyView, Colleagues};

pub(crate) type ContactKey = RegisterKey<Contact>;

/// A colleague outside, as long as somebody here has a tie with them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Contact {
    pub(crate) id: ContactId,
    pub(crate) serial: Serial,
    /// How they are seen, as the host has said last.
    pub(crate) presence: Presence,
    pub(crate) roster: Option<Box<Roster>>,
}

impl Named for Contact {
    type Id = ContactId;

    fn name(&self) -> &ContactId {
        &self.id
    }
}

/// The ties of one party: whoever has none has no roster either.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Roster {
    /// By the registration of the other.
    pub(crate) ties: BTreeMap<Serial, Tie>,
    /// Who is told of the party's presence: operators who are there, and contacts.
    pub(crate) watchers: BTreeMap<Serial, PartyKey>,
    /// How many of the ties are with buddies, how many are requests, and how many are blocks.
    pub(crate) buddies: u32,
    pub(crate) requests: u32,
    pub(crate) blocks: u32,
    /// What the party has written last, and to whom.
    sent: Recent<(Serial, MessageId)>,
}

impl Roster {
    /// What the party has written last, the oldest first.
    pub(crate) fn sent(&self) -> impl Iterator<Item = &(Serial, MessageId)> {
        self.sent.iter()
    }

    /// Whether what was written last is found, and nothing else is.
    pub(crate) fn is_sound(&self) -> bool {
        self.sent.is_sound()
    }
}

/// One side of what is between two parties. There are two or none, and one says of itself what the
/// other says of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tie {
    pub(crate) with: PartyKey,
    pub(crate) bond: Bond,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Bond {
    /// Of a contact, it is that of the other side, mirrored: what they have at home is not known.
    pub(crate) subscription: Subscription,
    /// Whether a request of the other is approved before it comes.
    pub(crate) approved: bool,
    /// Whether the party blocks the other.
    pub(crate) blocks: bool,
    /// The chat that the party opened last by writing to the other, a queue. It may be over.
    chat: Option<ChatKey>,
}

impl Bond {
    /// Whether the other stands among the party's buddies, by something that the party has said.
    pub(crate) const fn is_buddy(&self) -> bool {
        self.approved
            || !matches!(self.subscription, Subscription::None | Subscription::NonePendingIn)
    }

    /// Whether the other has asked the party, which has said nothing yet.
    pub(crate) const fn is_request(&self) -> bool {
        !self.approved && matches!(self.subscription, Subscription::NonePendingIn)
    }

    /// Whether the party has opened a chat by writing to the other.
    pub(crate) fn has_chat(&self) -> bool {
        self.chat.is_some()
    }

    pub(crate) const fn chat(&self) -> Option<ChatKey> {
        self.chat
    }

    pub(crate) const fn is_nothing(&self) -> bool {
        !self.is_buddy() && !self.is_request() && !self.blocks
    }
}

/// A party that is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum PartyKey {
    Operator(OperatorKey),
    Queue(QueueKey),
    Contact(ContactKey),
}

/// A party that a command names: known, or a contact with whom nobody has a tie yet.
#[derive(Clone, Debug)]
enum Mention {
    Known(PartyKey),
    New(ContactId),
}

impl Mention {
    const fn key(&self) -> Option<PartyKey> {
        match *self {
            Self::Known(key) => Some(key),
            Self::New(_) => None,
        }
    }
}

/// The two of a command: who gives it, and the other.
type Two = [Mention; 2];

/// Checks that several commands share.
impl Router {
    /// The two whom a command names, if the actor may speak for the first.
    fn two<A: Allowed>(&self, by: &Actor, party: &Party, buddy: &Party) -> Result<Two, Refusal> {
        let two = [self.named(party)?, self.named(buddy)?];
        let concerns = match two[0] {
            Mention::Known(PartyKey::Operator(operator)) => Concerns::default().operator(operator),
            Mention::Known(PartyKey::Queue(queue)) => {
                Concerns::institution(self.queues[queue].institution)
            }
            Mention::Known(PartyKey::Contact(_)) | Mention::New(_) => Concerns::default(),
        };
        self.permit::<A>(by, concerns)?;
        match (party, buddy) {
            (Party::Contact { .. }, Party::Contact { .. }) => Err(Refusal::BothOutside),
            _ if party == buddy => Err(Refusal::OwnBuddy),
            _ => Ok(two),
        }
    }

    fn named(&self, party: &Party) -> Result<Mention, Refusal> {
        Ok(match party {
            Party::Operator { operator } => {
                Mention::Known(PartyKey::Operator(self.operator(operator)?))
            }
            Party::Queue { queue } => Mention::Known(PartyKey::Queue(self.queue(queue)?)),
            Party::Contact { contact } => match self.contacts.find(contact) {
                Some(key) => Mention::Known(PartyKey::Contact(key)),
                None => Mention::New(contact.clone()),
            },
        })
    }

    /// Whether nothing is blocked between the two.
    fn check_open(&self, two: &Two, buddy: &Party) -> Result<(), Refusal> {
        let [party, other] = [self.bond_of(two, 0), self.bond_of(two, 1)];
        if party.blocks {
            return Err(Refusal::BuddyBlocked { buddy: buddy.clone() });
        }
        if other.blocks {
            return Err(Refusal::BuddyUnreachable { buddy: buddy.clone() });
        }
        Ok(())
    }

    /// Whether the institutions of the two let them become buddies.
    fn check_border(&self, two: &Two) -> Result<(), Refusal> {
        let at = [0, 1].map(|side| two[side].key().and_then(|key| self.institution_of(key)));
        if at[0] == at[1] {
            return Ok(());
        }
        match at.into_iter().flatten().find(|&at| !self.institutions[at].foreign_buddies) {
            Some(at) => {
                let institution = self.institutions[at].id.clone();
                Err(Refusal::ForeignBuddiesForbidden { institution })
            }
            None => Ok(()),
        }
    }

    /// Whether a side of the two may have one more buddy, if the other is none yet. Requests that are
    /// more than may come, since buddies became such again, count as buddies.
    fn room_for_buddy(&self, two: &Two, side: usize) -> Result<(), Refusal> {
        if self.bond_of(two, side).is_buddy() {
            return Ok(());
        }
        let roster = two[side].key().and_then(|key| self.roster(key));
        let limits = &self.config.limits;
        let buddies = roster.map_or(0, |roster| {
            roster.buddies.saturating_add(roster.requests.saturating_sub(limits.requests_per_party))
        });
        at_most(buddies as usize, limits.buddies_per_party, Limited::Buddies)
    }

    /// Whether a side of the two may be asked by the other. Requests have a bound of their own, so that
    /// nobody's buddies are kept out by strangers who ask.
    fn room_for_request(&self, two: &Two, side: usize) -> Result<(), Refusal> {
        let bond = self.bond_of(two, side);
        if bond.is_buddy() || bond.is_request() {
            return Ok(());
        }
        let roster = two[side].key().and_then(|key| self.roster(key));
        let requests = roster.map_or(0, |roster| roster.requests);
        at_most(requests as usize, self.config.limits.requests_per_party, Limited::BuddyRequests)
    }

    fn room_for_contact(&self, two: &Two) -> Result<(), Refusal> {
        if two.iter().all(|named| named.key().is_some()) {
            return Ok(());
        }
        at_most(self.contacts.len(), self.config.limits.contacts, Limited::Contacts)
    }

    /// What one side of the two says of the other.
    fn bond_of(&self, two: &Two, side: usize) -> Bond {
        match (two[side].key(), two[1 - side].key()) {
            (Some(one), Some(other)) => self.bond(one, other),
            _ => Bond::default(),
        }
    }

    /// The two, known from now on.
    fn known(&mut self, two: Two) -> [PartyKey; 2] {
        two.map(|named| match named {
            Mention::Known(key) => key,
            Mention::New(id) => {
                let serial = self.next_registration();
                let presence = Presence::Offline;
                let contact = Contact { id, serial, presence, roster: None };
                PartyKey::Contact(self.contacts.insert(contact))
            }
        })
    }
}

/// What a snapshot gives back.
impl Router {
    pub(crate) fn restore_tie(
        &mut self,
        party: PartyKey,
        with: PartyKey,
        kept: &v1::Tie,
        chat: Option<ChatKey>,
    ) {
        self.rebond(party, with, |bond| {
            bond.subscription = kept.subscription;
            (bond.approved, bond.blocks, bond.chat) = (kept.approved, kept.blocks, chat);
        });
    }

    pub(crate) fn restore_sent(&mut self, party: PartyKey, sent: &[(Serial, MessageId)]) {
        let most = self.config.limits.direct_messages as usize;
        for (serial, message) in sent {
            let hash = self.chats.hash(message);
            if let Some(roster) = self.roster_slot(party) {
                roster.sent.remember(hash, (*serial, message.clone()), most);
            }
        }
    }

    /// Whoever is there and sees a party is told of its presence.
    pub(crate) fn restore_watchers(&mut self, party: PartyKey) {
        let ties = self.roster(party).into_iter().flat_map(|roster| roster.ties.values());
        let others: Vec<PartyKey> = ties.map(|tie| tie.with).collect();
        for other in others {
            if self.sees(other, party) && self.is_told_presence(other) {
                self.put_watcher(other, party, true);
            }
        }
    }
}

/// Looking parties up.
impl Router {
    pub(crate) fn roster(&self, key: PartyKey) -> Option<&Roster> {
        match key {
            PartyKey::Operator(operator) => self.operators[operator].roster.as_deref(),
            PartyKey::Queue(queue) => self.queues[queue].roster.as_deref(),
            PartyKey::Contact(contact) => self.contacts[contact].roster.as_deref(),
        }
    }

    fn roster_slot(&mut self, key: PartyKey) -> &mut Option<Box<Roster>> {
        match key {
            PartyKey::Operator(operator) => &mut self.operators[operator].roster,
            PartyKey::Queue(queue) => &mut self.queues[queue].roster,
            PartyKey::Contact(contact) => &mut self.contacts[contact].roster,
        }
    }

    pub(crate) fn serial_of(&self, key: PartyKey) -> Serial {
        match key {
            PartyKey::Operator(operator) => self.operators[operator].serial,
            PartyKey::Queue(queue) => self.queues[queue].serial,
            PartyKey::Contact(contact) => self.contacts[contact].serial,
        }
    }

    pub(crate) fn party(&self, key: PartyKey) -> Party {
        match key {
            PartyKey::Operator(operator) => self.operators[operator].id.clone().into(),
            PartyKey::Queue(queue) => self.queues[queue].id.clone().into(),
            PartyKey::Contact(contact) => self.contacts[contact].id.clone().into(),
        }
    }

    /// Where a party is at home; a contact is nowhere.
    fn institution_of(&self, key: PartyKey) -> Option<InstitutionKey> {
        match key {
            PartyKey::Operator(operator) => Some(self.operators[operator].institution),
            PartyKey::Queue(queue) => Some(self.queues[queue].institution),
            PartyKey::Contact(_) => None,
        }
    }

    /// What a party says of another.
    pub(crate) fn bond(&self, party: PartyKey, other: PartyKey) -> Bond {
        let serial = self.serial_of(other);
        let tie = self.roster(party).and_then(|roster| roster.ties.get(&serial));
        tie.map_or_else(Bond::default, |tie| tie.bond)
    }

    /// Changes what a party says of another.
    fn rebond(&mut self, party: PartyKey, other: PartyKey, change: impl FnOnce(&mut Bond)) {
        let serial = self.serial_of(other);
        let roster = self.roster_slot(party).get_or_insert_default();
        let tie = Tie { with: other, bond: Bond::default() };
        let bond = &mut roster.ties.entry(serial).or_insert(tie).bond;
        let before = *bond;
        change(bond);
        let count = |count: &mut u32, before: bool, after: bool| {
            *count = *count + u32::from(after) - u32::from(before);
        };
        count(&mut roster.buddies, before.is_buddy(), bond.is_buddy());
        count(&mut roster.requests, before.is_request(), bond.is_request());
        count(&mut roster.blocks, before.blocks, bond.blocks);
    }

    /// Both sides have a tie, or neither has; and whoever has none has no roster, and is unknown if
    /// they are a contact.
    fn tidy(&mut self, one: PartyKey, other: PartyKey) {
        if !(self.bond(one, other).is_nothing() && self.bond(other, one).is_nothing()) {
            self.rebond(one, other, |_| {});
            self.rebond(other, one, |_| {});
            return;
        }
        for (party, with) in [(one, other), (other, one)] {
            let serial = self.serial_of(with);
            let slot = self.roster_slot(party);
            if let Some(roster) = slot {
                roster.ties.remove(&serial);
                if roster.ties.is_empty() {
                    *slot = None;
                }
            }
        }
        for party in [one, other] {
            if let PartyKey::Contact(contact) = party
                && self.contacts[contact].roster.is_none()
            {
                self.contacts.remove(contact);
            }
        }
    }
}
