//! Looking at buddies: what the host shows to an operator, or an administrator, who comes.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::colleague::{PartyKey, Subscription, Tie};
use crate::command::Party;
use crate::directory::{OperatorKey, Serial};
use crate::event::Presence;
use crate::id::OperatorId;
use crate::router::Router;

/// Whom an operator sees.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colleagues {
    /// Their buddies, whoever has asked them, and whom they block, in the order of registration.
    pub buddies: Vec<BuddyView>,
    /// The operators of partners who let them see presence, each with how they are seen, without any
    /// subscription, in the order of registration: those who are assigned to a queue that such a
    /// grant covers, while its hours last. They are not told of changes: whoever wants that asks them
    /// to be buddies.
    pub visible: Vec<(OperatorId, Presence)>,
}

/// What is between a party and another, as the party may know it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuddyView {
    /// The other.
    pub buddy: Party,
    /// Who sees whom, and who has asked.
    pub subscription: Subscription,
    /// Whether a request of theirs is approved before it comes.
    pub approved: bool,
    /// Whether the party blocks them.
    pub blocked: bool,
    /// How they are seen, if the party may see it.
    pub presence: Option<Presence>,
}

impl Router {
    /// Whom an operator sees: their buddies, and the operators whose presence a grant shows them.
    /// `None` if nobody bears the id.
    ///
    /// It costs a look at each buddy, and at each operator assigned to the queues that such grants
    /// cover.
    #[must_use]
    pub fn colleagues(&self, operator: &OperatorId) -> Option<Colleagues> {
        let key = self.operators.find(operator)?;
        let buddies = self.buddies_of(PartyKey::Operator(key));
        Some(Colleagues { buddies, visible: self.visible_to(key) })
    }

    /// The buddies of any party, whoever has asked it, and whom it blocks, in the order of
    /// registration; of a contact, what it has with those who are here. None, where it has none.
    #[must_use]
    pub fn buddies(&self, party: &Party) -> Vec<BuddyView> {
        let key = match party {
            Party::Operator { operator } => self.operators.find(operator).map(PartyKey::Operator),
            Party::Queue { queue } => self.queues.find(queue).map(PartyKey::Queue),
            Party::Contact { contact } => self.contacts.find(contact).map(PartyKey::Contact),
        };
        key.map_or_else(Vec::new, |key| self.buddies_of(key))
    }

    fn buddies_of(&self, party: PartyKey) -> Vec<BuddyView> {
        let ties = self.roster(party).into_iter().flat_map(|roster| roster.ties.values());
        // Where the other alone has made a tie, the party knows of none.
        let known = ties.filter(|tie| !tie.bond.is_nothing());
        let view = |tie: &Tie| BuddyView {
            buddy: self.party(tie.with),
            subscription: tie.bond.subscription,
            approved: tie.bond.approved,
            blocked: tie.bond.blocks,
            presence: self.sees(party, tie.with).then(|| self.presence_of(tie.with)),
        };
        known.map(view).collect()
    }

    /// The operators of partners whose presence a grant shows to an operator.
    fn visible_to(&self, operator: OperatorKey) -> Vec<(OperatorId, Presence)> {
        let own = self.operators[operator].institution;
        let mut visible: BTreeMap<Serial, OperatorKey> = BTreeMap::new();
        for partner in self.showing_presence(own) {
            let queues = self.institutions[partner].queues.values();
            let assigned = queues.flat_map(|&queue| &self.queues[queue].assigned);
            let shown = assigned.filter(|&(_, &seen)| {
                self.operators[seen].institution == partner && self.shows_presence(seen, own)
            });
            visible.extend(shown);
        }
        let seen = visible.into_values().map(|seen| &self.operators[seen]);
        seen.map(|seen| (seen.id.clone(), seen.seen)).collect()
    }
}
