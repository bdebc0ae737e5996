//! Colleagues: two sides of each tie that agree, and told of presence exactly who may see it.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

use super::{Violation, hold};
use crate::colleague::{PartyKey, Roster, Subscription};
use crate::directory::Serial;
use crate::router::Router;

impl Router {
    pub(super) fn check_colleagues(&self) -> Result<(), Violation> {
        for (key, contact) in self.contacts.iter() {
            let id = &contact.id;
            hold(self.contacts.find(id) == Some(key), || format!("`{id}` has no name"))?;
            hold(contact.roster.is_some(), || format!("nobody has to do with contact `{id}`"))?;
        }
        for (party, roster) in self.rosters() {
            self.check_ties(party, roster)?;
            self.check_watchers(party, roster)?;
            let sound = roster.is_sound() && !roster.ties.is_empty();
            hold(sound, || format!("the roster of {} is not sound", self.party(party)))?;
        }
        for (key, queue) in self.queues.iter() {
            let watchers = queue.roster.as_ref().is_some_and(|r| !r.watchers.is_empty());
            hold(self.is_followed(key) == watchers, || {
                format!("the presence of `{}` is told to nobody, or not told", queue.id)
            })?;
        }
        Ok(())
    }

    /// The rosters of all who have one.
    fn rosters(&self) -> Vec<(PartyKey, &Roster)> {
        let operators = self.operators.iter().map(|(key, _)| PartyKey::Operator(key));
        let queues = self.queues.iter().map(|(key, _)| PartyKey::Queue(key));
        let contacts = self.contacts.iter().map(|(key, _)| PartyKey::Contact(key));
        let parties = operators.chain(queues).chain(contacts);
        parties.filter_map(|party| Some((party, self.roster(party)?))).collect()
    }

    /// Each tie has another side, which sees it the other way round.
    fn check_ties(&self, party: PartyKey, roster: &Roster) -> Result<(), Violation> {
        let (mut buddies, mut requests, mut blocks) = (0_u32, 0_u32, 0_u32);
        for (&serial, tie) in &roster.ties {
            let name = || format!("the tie of {} with {}", self.party(party), self.party(tie.with));
            hold(self.serial_of(tie.with) == serial, || format!("{} is misplaced", name()))?;
            let other = self.roster(tie.with);
            let other = other.and_then(|other| other.ties.get(&self.serial_of(party)));
            let alike = other.is_some_and(|other| {
                other.with == party && other.bond.subscription == tie.bond.subscription.mirrored()
            });
            hold(alike, || format!("{} has two sides that differ", name()))?;
            let empty = tie.bond.is_nothing() && other.is_some_and(|other| other.bond.is_nothing());
            hold(!empty, || format!("{} is none", name()))?;
            let outside = |party| matches!(party, PartyKey::Contact(_));
            hold(!(outside(party) && outside(tie.with)), || format!("{} is outside", name()))?;
            buddies += u32::from(tie.bond.is_buddy());
            requests += u32::from(tie.bond.is_request());
            blocks += u32::from(tie.bond.blocks);
            let queue = matches!(tie.with, PartyKey::Queue(_));
            hold(queue || !tie.bond.has_chat(), || format!("{} has a chat", name()))?;
        }
        let counted = (roster.buddies, roster.requests, roster.blocks);
        hold(counted == (buddies, requests, blocks), || {
            let party = self.party(party);
            format!("{party} has {buddies} buddies, {requests} requests and {blocks} blocks")
        })?;
        let limits = &self.config.limits;
        let buddies = buddies + requests.saturating_sub(limits.requests_per_party);
        let within = buddies <= limits.buddies_per_party && blocks <= limits.blocked_per_party;
        hold(within, || format!("{} has too many buddies or blocks", self.party(party)))
    }

    /// A party tells its presence to exactly those who are there and may see it.
    fn check_watchers(&self, party: PartyKey, roster: &Roster) -> Result<(), Violation> {
        let others = roster.ties.iter().map(|(&serial, tie)| (serial, tie.with));
        let watching =
            others.filter(|&(_, other)| self.sees(other, party) && self.is_told_presence(other));
        let watching: BTreeMap<Serial, PartyKey> = watching.collect();
        hold(watching == roster.watchers, || {
            format!("{} tells others than may see them", self.party(party))
        })?;
        let approved = watching.values().all(|&other| {
            let subscription: Subscription = self.bond(party, other).subscription;
            subscription.is_seen()
        });
        hold(approved, || format!("{} tells who is not approved", self.party(party)))
    }
}
