//! What a host can know of buddies, in plain books, and the rules that it holds the router to.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use refdesk::{Action, EventKind, OperatorId, Party, Presence, Recipients, Router, Subscription};

use crate::names::id;

type Held = Result<(), TestCaseError>;

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
                prop_assert_eq!(own, *presence != Presence::Offline, "who is there is told");
                self.is_told(&Party::from(operator.clone()), *presence, to)?;
            }
            EventKind::BuddyPresence { buddy, presence, to } => {
                prop_assert!(!to.operators.as_slice().is_empty(), "nobody is told of {buddy:?}");
                self.is_told(buddy, *presence, to)?;
            }
            EventKind::ContactTold { contact, buddy, presence } => {
                let contact = Party::from(contact.clone());
                let seen = self.between(buddy, &contact).is_seen();
                let may = seen && !self.blocked(buddy, &contact);
                prop_assert!(may || *presence == Presence::Offline, "{contact:?} sees {buddy:?}");
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
                prop_assert!(changed, "a block changes, and does not");
            }
            EventKind::SubscriptionTold { party, buddy, to, .. } => {
                self.are_here(to)?;
                let blocked = self.blocks.contains(&(buddy.clone(), party.clone()));
                prop_assert!(!blocked, "{buddy:?} hears of {party:?}, whom they block");
            }
            EventKind::DirectMessageSent { party, buddy, to, .. } => {
                self.are_here(to)?;
                let agreed = self.between(party, buddy).is_agreed();
                prop_assert!(
                    agreed && !self.blocked(party, buddy),
                    "{party:?} writes to {buddy:?}"
                );
                let two = |operator: &OperatorId| {
                    let operator = Party::from(operator.clone());
                    operator == *party || operator == *buddy
                };
                prop_assert!(to.operators.as_slice().iter().all(two), "others read along");
            }
            EventKind::ColleagueAsks { queue, party, .. } => {
                let queue = Party::from(queue.clone());
                prop_assert!(self.between(party, &queue).is_agreed(), "{party:?} is a stranger");
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
            prop_assert!(may || presence == Presence::Offline, "{viewer} sees {buddy:?}");
            self.told.insert((viewer.clone(), buddy.clone()), presence);
        }
        Ok(())
    }

    fn are_here(&self, to: &Recipients) -> Held {
        for operator in to.operators.as_slice() {
            prop_assert!(self.here.contains(operator), "{operator} is told, and is not there");
        }
        prop_assert!(!to.patron, "colleagues are no patrons");
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
        let parties = (0..7).map(|number| Party::Operator { operator: id("o", number) });
        let parties = parties.chain((0..2).map(|number| Party::Queue { queue: id("q", number) }));
        for party in parties {
            let views = router.buddies(&party);
            let listed = self.lists.keys().chain(&self.blocks).filter(|tie| tie.0 == party);
            let listed: BTreeSet<&Party> = listed.map(|tie| &tie.1).collect();
            prop_assert_eq!(views.len(), listed.len(), "the list of {:?}", party);
            for view in views {
                prop_assert!(listed.contains(&view.buddy), "{:?} has {:?}", party, view);
                let tie = (party.clone(), view.buddy.clone());
                let known = self.lists.get(&tie).copied().unwrap_or_default();
                prop_assert_eq!(view.subscription, known);
                prop_assert_eq!(view.blocked, self.blocks.contains(&tie));
                let Party::Operator { operator } = &party else { continue };
                if self.here.contains(operator) {
                    let told = self.told.get(&(operator.clone(), view.buddy.clone()));
                    let told = told.copied().unwrap_or(Presence::Offline);
                    let may_know = view.presence.unwrap_or(Presence::Offline);
                    prop_assert_eq!(told, may_know, "{} of {:?}", operator, view.buddy);
                }
            }
        }
        Ok(())
    }
}
