//! A stanza goes from one party to another, and both sides move in one step.
//!
//! Of a contact only our side is known: what it sends is what its server routed, what it is told the
//! host sends by its gateway.

use crate::authority::Concerns;
use crate::colleague::subscription::{Move, inbound, outbound};
use crate::colleague::{Bond, PartyKey, Stanza};
use crate::command::{
    Actor, AllowForeignBuddies, ApproveSubscription, CancelSubscription, RemoveBuddy, Subscribe,
    Unsubscribe,
};
use crate::event::EventKind;
use crate::recipients::Recipients;
use crate::refusal::Refusal;
use crate::router::Router;

impl Router {
    pub(crate) fn allow_foreign_buddies(
        &mut self,
        by: &Actor,
        action: &AllowForeignBuddies,
    ) -> Result<(), Refusal> {
        let institution = self.institution(&action.institution)?;
        self.permit::<AllowForeignBuddies>(by, Concerns::institution(institution))?;

        self.institutions[institution].foreign_buddies = action.allow;
        Ok(())
    }

    pub(crate) fn subscribe(&mut self, by: &Actor, action: &Subscribe) -> Result<(), Refusal> {
        let two = self.two::<Subscribe>(by, &action.party, &action.buddy)?;
        self.check_open(&two, &action.buddy)?;
        self.check_border(&two)?;
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
        let two = self.two::<ApproveSubscription>(by, &action.party, &action.buddy)?;
        self.check_open(&two, &action.buddy)?;
        self.check_border(&two)?;
        self.room_for_buddy(&two, 0)?;
        self.room_for_contact(&two)?;

        let two = self.known(two);
        self.exchange(two, Stanza::Subscribed);
        Ok(())
    }

    pub(crate) fn unsubscribe(&mut self, by: &Actor, action: &Unsubscribe) -> Result<(), Refusal> {
        let two = self.two::<Unsubscribe>(by, &action.party, &action.buddy)?;

        match [two[0].key(), two[1].key()] {
            [Some(party), Some(buddy)] => self.exchange([party, buddy], Stanza::Unsubscribe),
            // With nothing between the two it is routed, all the same (A.2.2).
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
        let two = self.two::<CancelSubscription>(by, &action.party, &action.buddy)?;

        if let [Some(party), Some(buddy)] = [two[0].key(), two[1].key()] {
            self.exchange([party, buddy], Stanza::Unsubscribed);
        }
        Ok(())
    }

    pub(crate) fn remove_buddy(&mut self, by: &Actor, action: &RemoveBuddy) -> Result<(), Refusal> {
        let two = self.two::<RemoveBuddy>(by, &action.party, &action.buddy)?;
        let [Some(party), Some(buddy)] = [two[0].key(), two[1].key()] else { return Ok(()) };

        self.change_between([party, buddy], [true; 2], |router| router.part([party, buddy]));
        Ok(())
    }

    /// A party is about to go: all that it has with others ends, and they are told.
    pub(crate) fn leave_colleagues(&mut self, party: PartyKey) {
        let Some(roster) = self.roster(party) else { return };
        let others: alloc::vec::Vec<PartyKey> = roster.ties.values().map(|tie| tie.with).collect();
        for other in others {
            self.change_between([party, other], [false, true], |router| {
                router.part([party, other]);
                for (one, with) in [(party, other), (other, party)] {
                    router.rebond(one, with, |bond| bond.blocks = false);
                }
            });
        }
    }

    fn exchange(&mut self, two: [PartyKey; 2], stanza: Stanza) {
        self.change_between(two, [true; 2], |router| router.send(two, stanza));
    }

    /// Ends all but blocks between two, as section 2.5 of RFC 6121 has it: whoever saw or asked is
    /// told so, and so is whoever was seen or asked.
    fn part(&mut self, two: [PartyKey; 2]) {
        let [party, buddy] = two;
        let before = self.bond(party, buddy).subscription;
        if before.sees() || before.asks() {
            self.send(two, Stanza::Unsubscribe);
        }
        if before.is_seen() || before.is_asked() {
            self.send(two, Stanza::Unsubscribed);
        }
        for (one, other) in [(party, buddy), (buddy, party)] {
            self.rebond(one, other, |bond| bond.approved = false);
        }
    }

    /// A party says something to another: its own side moves, and the other's if it gets there.
    fn send(&mut self, two: [PartyKey; 2], stanza: Stanza) {
        let [party, buddy] = two;
        if let PartyKey::Contact(_) = party {
            self.receive(two, stanza);
            return;
        }
        let Move { next, passes } = outbound(self.bond(party, buddy).subscription, stanza);
        self.rebond(party, buddy, |bond| {
            bond.subscription = next;
            match stanza {
                // What nobody has asked for yet is approved before they do (section 3.4).
                Stanza::Subscribed => bond.approved |= !passes && !next.is_seen(),
                Stanza::Unsubscribed => bond.approved = false,
                Stanza::Subscribe | Stanza::Unsubscribe => {}
            }
        });
        if passes {
            self.receive(two, stanza);
        }
    }

    /// What a party said comes to the other.
    fn receive(&mut self, two: [PartyKey; 2], stanza: Stanza) {
        let [party, buddy] = two;
        if let PartyKey::Contact(_) = buddy {
            self.pass_on(two, stanza);
            return;
        }
        let Bond { subscription, approved, .. } = self.bond(buddy, party);
        let Move { next, passes } = inbound(subscription, stanza);
        let asked = stanza == Stanza::Subscribe;
        if asked && (approved || subscription.is_seen()) {
            // Nobody is asked what they have answered (sections 3.1.3 and 3.4.2).
            self.rebond(buddy, party, |bond| bond.subscription = subscription.approved());
            self.receive([buddy, party], Stanza::Subscribed);
            return;
        }
        self.rebond(buddy, party, |bond| bond.subscription = next);
        if passes {
            self.pass_on(two, stanza);
        }
    }

    /// Tells the other side, unless it blocks whoever says it.
    fn pass_on(&mut self, two: [PartyKey; 2], stanza: Stanza) {
        let [party, buddy] = two;
        if self.bond(buddy, party).blocks {
            return;
        }
        let to = self.clients(buddy);
        let [party, buddy] = two.map(|key| self.party(key));
        self.raise(EventKind::SubscriptionTold { party, buddy, stanza, to });
    }

    /// Changes something between two, tells what has changed to those of them who are to be told,
    /// and then who is there to whoever sees it now.
    pub(super) fn change_between(
        &mut self,
        two: [PartyKey; 2],
        told: [bool; 2],
        change: impl FnOnce(&mut Self),
    ) {
        let ways = [two, [two[1], two[0]]];
        let before = ways.map(|[one, other]| (self.bond(one, other), self.sees(one, other)));
        change(self);
        self.mirror(two);
        for (([one, other], told), (was, _)) in ways.into_iter().zip(told).zip(before) {
            let is = self.bond(one, other);
            let same = (was.subscription, was.approved) == (is.subscription, is.approved);
            let ours = !matches!(one, PartyKey::Contact(_));
            if !same && told && ours {
                self.tell_buddy([one, other], is);
            }
        }
        for ([one, other], (_, saw)) in ways.into_iter().zip(before) {
            if self.sees(one, other) != saw {
                self.watch_presence(one, other, !saw);
            }
        }
        self.tidy(two[0], two[1]);
    }

    /// What a contact has is what our side has, seen from there.
    fn mirror(&mut self, two: [PartyKey; 2]) {
        for [one, other] in [two, [two[1], two[0]]] {
            if let PartyKey::Contact(_) = one {
                let ours = self.bond(other, one).subscription;
                self.rebond(one, other, |bond| bond.subscription = ours.mirrored());
            }
        }
    }

    fn tell_buddy(&mut self, two: [PartyKey; 2], is: Bond) {
        let to = self.clients(two[0]);
        let [party, buddy] = two.map(|key| self.party(key));
        let Bond { subscription, approved, .. } = is;
        self.raise(EventKind::BuddyChanged { party, buddy, subscription, approved, to });
    }

    /// Who is to see what is told to a party: an operator who is there.
    pub(super) fn clients(&self, party: PartyKey) -> Recipients {
        let operator = match party {
            PartyKey::Operator(operator) => Some(operator),
            PartyKey::Queue(_) | PartyKey::Contact(_) => None,
        };
        Recipients::staff(self.those_here(operator))
    }
}
