//! What a host can know of buddies, in plain books, and the rules that it holds the router to.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::colleague::Subscription;
use crate::command::{Action, Party};
use crate::event::{EventKind, Presence};
use crate::id::OperatorId;
use crate::recipients::Recipients;
use crate::router::Router;

use super::{Held, rule, same};

/// What a host knows of buddies: whose list has whom, who blocks whom, and what each was told of the
/// presence of others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Books {
    lists: BTreeMap<(Party, Party), Subscription>,
    blocks: BTreeSet<(Party, Party)>,
    here: BTreeSet<OperatorId>,
    told: BTreeMap<(OperatorId, Party), Presence>,
}

impl Books {
    pub(crate) fn sees(&mut self, kind: &EventKind) -> Held {
        match kind {
            EventKind::PresenceChanged { operator, presence, to } => {
                if *presence == Presence::Offline {
                    self.here.remove(operator);
                    self.told.retain(|(viewer, _), _| viewer != operator);
                } else {
                    self.here.insert(operator.clone());
                }
                let own = to.operators.as_slice().contains(operator);
                same!(own, *presence != Presence::Offline, "who is there is told");
                self.is_told(&Party::from(operator.clone()), *presence, to)?;
            }
            EventKind::BuddyPresence { buddy, presence, to } => {
                rule!(!to.operators.as_slice().is_empty(), "nobody is told of {buddy:?}");
                self.is_told(buddy, *presence, to)?;
            }
            EventKind::ContactTold { contact, buddy, presence } => {
                let contact = Party::from(contact.clone());
                let seen = self.between(buddy, &contact).is_seen();
                let may = seen && !self.blocked(buddy, &contact);
                rule!(may || *presence == Presence::Offline, "{contact:?} sees {buddy:?}");
            }
            EventKind::BuddyChanged { party, buddy, subscription, approved, to } => {
                self.are_here(to)?;
                let tie = (party.clone(), buddy.clone());
                if *subscription == Subscription::None && !approved {
                    self.lists.remove(&tie);
                } else {
                    self.lists.insert(tie, *subscription);
                }
            }
            EventKind::BlockChanged { party, buddy, blocked, to } => {
                self.are_here(to)?;
                let block = (party.clone(), buddy.clone());
                let changed =
                    if *blocked { self.blocks.insert(block) } else { self.blocks.remove(&block) };
                rule!(changed, "a block changes, and does not");
            }
            EventKind::SubscriptionTold { party, buddy, to, .. } => {
                self.are_here(to)?;
                let blocked = self.blocks.contains(&(buddy.clone(), party.clone()));
                rule!(!blocked, "{buddy:?} hears of {party:?}, whom they block");
            }
            EventKind::DirectMessageSent { party, buddy, to, .. } => {
                self.are_here(to)?;
                let agreed = self.between(party, buddy).is_agreed();
                rule!(agreed && !self.blocked(party, buddy), "{party:?} writes to {buddy:?}");
                let two = |operator: &OperatorId| {
                    let operator = Party::from(operator.clone());
                    operator == *party || operator == *buddy
                };
                rule!(to.operators.as_slice().iter().all(two), "others read along");
            }
            EventKind::ColleagueAsks { queue, party, .. } => {
                let queue = Party::from(queue.clone());
                rule!(self.between(party, &queue).is_agreed(), "{party:?} is a stranger");
            }
            _ => {}
        }
        Ok(())
    }

    /// Nothing is left of who was removed.
    pub(crate) fn forgets(&mut self, action: &Action) {
        let gone = match action {
            Action::RemoveOperator(remove) => Party::from(remove.operator.clone()),
            Action::RemoveQueue(remove) => Party::from(remove.queue.clone()),
            Action::RemoveContact(remove) => Party::from(remove.contact.clone()),
            _ => return,
        };
        self.lists.retain(|(party, buddy), _| *party != gone && *buddy != gone);
        self.blocks.retain(|(party, buddy)| *party != gone && *buddy != gone);
        self.told.retain(|(_, buddy), _| *buddy != gone);
    }

    /// Presence comes to those alone who are there and may see it.
    fn is_told(&mut self, buddy: &Party, presence: Presence, to: &Recipients) -> Held {
        self.are_here(to)?;
        for viewer in to.operators.as_slice() {
            let party = Party::from(viewer.clone());
            if party == *buddy {
                continue;
            }
            let may = self.between(&party, buddy).sees() && !self.blocked(&party, buddy);
            rule!(may || presence == Presence::Offline, "{viewer} sees {buddy:?}");
            self.told.insert((viewer.clone(), buddy.clone()), presence);
        }
        Ok(())
    }

    fn are_here(&self, to: &Recipients) -> Held {
        for operator in to.operators.as_slice() {
            rule!(self.here.contains(operator), "{operator} is told, and is not there");
        }
        rule!(!to.patron, "colleagues are no patrons");
        Ok(())
    }

    /// What is between two, as the first sees it.
    fn between(&self, party: &Party, buddy: &Party) -> Subscription {
        let own = self.lists.get(&(party.clone(), buddy.clone()));
        let other = self.lists.get(&(buddy.clone(), party.clone()));
        own.copied().or_else(|| other.map(|other| other.mirrored())).unwrap_or_default()
    }

    fn blocked(&self, party: &Party, buddy: &Party) -> bool {
        self.blocks.contains(&(party.clone(), buddy.clone()))
            || self.blocks.contains(&(buddy.clone(), party.clone()))
    }

    /// Whether lists are as the events said, and whoever is there knows who else is.
    pub(crate) fn compares(&self, router: &Router) -> Held {
        let operators = router.operators.iter().map(|(_, one)| Party::from(one.id.clone()));
        let queues = router.queues.iter().map(|(_, one)| Party::from(one.id.clone()));
        // Of the lists of contacts nobody is told.
        let known = self.lists.keys().chain(&self.blocks).map(|tie| tie.0.clone());
        let known = known.filter(|party| !matches!(party, Party::Contact { .. }));
        let parties: BTreeSet<Party> = operators.chain(queues).chain(known).collect();
        for party in parties {
            let views = router.buddies(&party);
            let listed = self.lists.keys().chain(&self.blocks).filter(|tie| tie.0 == party);
            let listed: BTreeSet<&Party> = listed.map(|tie| &tie.1).collect();
            same!(views.len(), listed.len(), "the list of {:?}", party);
            for view in views {
                rule!(listed.contains(&view.buddy), "{:?} has {:?}", party, view);
                let tie = (party.clone(), view.buddy.clone());
                let known = self.lists.get(&tie).copied().unwrap_or_default();
                same!(view.subscription, known);
                same!(view.blocked, self.blocks.contains(&tie));
                let Party::Operator { operator } = &party else { continue };
                if self.here.contains(operator) {
                    let told = self.told.get(&(operator.clone(), view.buddy.clone()));
                    let told = told.copied().unwrap_or(Presence::Offline);
                    let may_know = view.presence.unwrap_or(Presence::Offline);
                    same!(told, may_know, "{} of {:?}", operator, view.buddy);
                }
            }
        }
        Ok(())
    }
}
