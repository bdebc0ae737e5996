//! What a stanza does: the two tables of RFC 6121, as `docs/colleagues.md` has them.

use crate::{
    Actor, AllowForeignBuddies, ApproveSubscription, CancelSubscription, EventKind, Recipients,
    Refusal, RemoveBuddy, Role, Stanza, Subscribe, Subscription, Unsubscribe,
};
use serde_json::Value;

use super::Model;
use super::permit::Concerns;
use super::state::Key;

/// In the columns: subscribe, unsubscribe, subscribed, unsubscribed. A dash: the state stays. `held`:
/// it does, and the stanza goes no further.
type Table = [(&'static str, [&'static str; 4]); 9];

const SENT: Table = [
    ("none", ["nonePendingOut", "-", "held", "held"]),
    ("nonePendingOut", ["-", "none", "held", "held"]),
    ("nonePendingIn", ["nonePendingOutIn", "-", "from", "none"]),
    ("nonePendingOutIn", ["-", "nonePendingIn", "fromPendingOut", "nonePendingOut"]),
    ("to", ["-", "none", "held", "held"]),
    ("toPendingIn", ["-", "nonePendingIn", "both", "to"]),
    ("from", ["fromPendingOut", "-", "held", "none"]),
    ("fromPendingOut", ["-", "from", "held", "nonePendingOut"]),
    ("both", ["-", "from", "held", "to"]),
];

const TOLD: Table = [
    ("none", ["nonePendingIn", "held", "held", "held"]),
    ("nonePendingOut", ["nonePendingOutIn", "held", "to", "none"]),
    ("nonePendingIn", ["held", "none", "held", "held"]),
    ("nonePendingOutIn", ["held", "nonePendingOut", "toPendingIn", "nonePendingIn"]),
    ("to", ["toPendingIn", "held", "held", "none"]),
    ("toPendingIn", ["held", "to", "held", "nonePendingIn"]),
    ("from", ["held", "none", "held", "held"]),
    ("fromPendingOut", ["held", "nonePendingOut", "both", "from"]),
    ("both", ["held", "to", "held", "from"]),
];

/// The state after a stanza, and whether the stanza goes on.
fn look_up(table: &Table, state: Subscription, stanza: Stanza) -> (Subscription, bool) {
    let column = match stanza {
        Stanza::Subscribe => 0,
        Stanza::Unsubscribe => 1,
        Stanza::Subscribed => 2,
        Stanza::Unsubscribed => 3,
    };
    let row = table.iter().find(|row| named(row.0) == state).expect("all states are there");
    match row.1[column] {
        "-" => (state, true),
        "held" => (state, false),
        next => (named(next), true),
    }
}

fn named(state: &str) -> Subscription {
    serde_json::from_value(Value::from(state)).expect("it is a state")
}

/// What is between two, as the other of them sees it.
pub(crate) fn mirrored(state: Subscription) -> Subscription {
    named(match state {
        Subscription::None => "none",
        Subscription::NonePendingOut => "nonePendingIn",
        Subscription::NonePendingIn => "nonePendingOut",
        Subscription::NonePendingOutIn => "nonePendingOutIn",
        Subscription::To => "from",
        Subscription::ToPendingIn => "fromPendingOut",
        Subscription::From => "to",
        Subscription::FromPendingOut => "toPendingIn",
        Subscription::Both => "both",
    })
}

/// Commands.
impl Model {
    pub(crate) fn allow_foreign_buddies(
        &mut self,
        by: &Actor,
        action: &AllowForeignBuddies,
    ) -> Result<(), Refusal> {
        let institution = self.institution(&action.institution)?;
        self.permit(by, &[Role::Host, Role::Institution], &Concerns::institution(institution))?;

        let state = self.institutions.get_mut(&institution).expect("it is there");
        state.foreign_buddies = action.allow;
        Ok(())
    }

    pub(crate) fn subscribe(&mut self, by: &Actor, action: &Subscribe) -> Result<(), Refusal> {
        let two = self.two(by, &action.party, &action.buddy)?;
        self.must_be_open(&two, &action.buddy)?;
        self.must_not_be_forbidden(&two)?;
        self.room_for_buddy(&two, 0)?;
        self.room_for_request(&two, 1)?;
        self.room_for_contact(&two)?;

        let two = self.known(two);
        self.exchange(two, Stanza::Subscribe);
        Ok(())
    }

    pub(crate) fn approve_subscription(
        &mut self,
        by: &Actor,
        action: &ApproveSubscription,
    ) -> Result<(), Refusal> {
        let two = self.two(by, &action.party, &action.buddy)?;
        self.must_be_open(&two, &action.buddy)?;
        self.must_not_be_forbidden(&two)?;
        self.room_for_buddy(&two, 0)?;
        self.room_for_contact(&two)?;

        let two = self.known(two);
        self.exchange(two, Stanza::Subscribed);
        Ok(())
    }

    pub(crate) fn unsubscribe(&mut self, by: &Actor, action: &Unsubscribe) -> Result<(), Refusal> {
        let two = self.two(by, &action.party, &action.buddy)?;

        match [two[0].key(), two[1].key()] {
            [Some(party), Some(buddy)] => self.exchange([party, buddy], Stanza::Unsubscribe),
            // To a contact it is sent, though nothing was between the two.
            [Some(_), None] => {
                let (party, buddy) = (action.party.clone(), action.buddy.clone());
                let (stanza, to) = (Stanza::Unsubscribe, Recipients::default());
                self.raise(EventKind::SubscriptionTold { party, buddy, stanza, to });
            }
            [None, _] => {}
        }
        Ok(())
    }

    pub(crate) fn cancel_subscription(
        &mut self,
        by: &Actor,
        action: &CancelSubscription,
    ) -> Result<(), Refusal> {
        let two = self.two(by, &action.party, &action.buddy)?;

        if let [Some(party), Some(buddy)] = [two[0].key(), two[1].key()] {
            self.exchange([party, buddy], Stanza::Unsubscribed);
        }
        Ok(())
    }

    pub(crate) fn remove_buddy(&mut self, by: &Actor, action: &RemoveBuddy) -> Result<(), Refusal> {
        let two = self.two(by, &action.party, &action.buddy)?;

        if let [Some(party), Some(buddy)] = [two[0].key(), two[1].key()] {
            self.change_between([party, buddy], [true; 2], |model| model.part([party, buddy]));
        }
        Ok(())
    }
}

/// A stanza goes from one to the other.
impl Model {
    fn exchange(&mut self, two: [Key; 2], stanza: Stanza) {
        self.change_between(two, [true; 2], |model| model.send(two, stanza));
    }

    /// A party says something: its own side moves, and the other's if it gets there. What comes from a
    /// contact has been routed by their server.
    pub(crate) fn send(&mut self, two: [Key; 2], stanza: Stanza) {
        if self.contacts.contains_key(&two[0]) {
            self.receive(two, stanza);
            return;
        }
        let bond = self.the_bond(two[0], two[1]);
        let (next, goes_on) = look_up(&SENT, bond.subscription, stanza);
        bond.subscription = next;
        match stanza {
            // What nobody has asked for yet is approved before they do.
            Stanza::Subscribed => bond.approved |= !goes_on && !next.is_seen(),
            Stanza::Unsubscribed => bond.approved = false,
            Stanza::Subscribe | Stanza::Unsubscribe => {}
        }
        if goes_on {
            self.receive(two, stanza);
        }
    }

    fn receive(&mut self, two: [Key; 2], stanza: Stanza) {
        let [party, buddy] = two;
        if self.contacts.contains_key(&buddy) {
            self.tell_stanza(two, stanza);
            return;
        }
        let bond = self.the_bond(buddy, party);
        let (next, goes_on) = look_up(&TOLD, bond.subscription, stanza);
        if stanza == Stanza::Subscribe && (bond.approved || bond.subscription.is_seen()) {
            // Nobody is asked what they have answered.
            bond.subscription = look_up(&SENT, next, Stanza::Subscribed).0;
            self.receive([buddy, party], Stanza::Subscribed);
            return;
        }
        bond.subscription = next;
        if goes_on {
            self.tell_stanza(two, stanza);
        }
    }

    /// Whoever blocks another is told nothing that they say.
    fn tell_stanza(&mut self, two: [Key; 2], stanza: Stanza) {
        if self.bond(two[1], two[0]).blocks {
            return;
        }
        let to = self.screens(two[1]);
        let [party, buddy] = two.map(|key| self.party(key));
        self.raise(EventKind::SubscriptionTold { party, buddy, stanza, to });
    }
}
