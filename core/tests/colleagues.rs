//! What an operator sees of colleagues: buddies as they are now, and whom a grant shows.

use refdesk::{
    AcceptPartnership, Action, Actor, AddInstitution, AddOperator, AddQueue, ApproveSubscription,
    AssignOperator, Block, Colleagues, EndPartnership, EventKind, Grant, InstitutionId, OperatorId,
    Party, Policy, Presence, ProposePartnership, QueueId, Queues, Right, Router, SetPresence, Show,
    Subscribe, Subscription, Terms, Timestamp,
};

fn id<T: for<'a> TryFrom<&'a str>>(text: &str) -> T {
    T::try_from(text).ok().expect("it is short and plain")
}

fn party(operator: &str) -> Party {
    Party::Operator { operator: id(operator) }
}

/// Duke has ana; unc has ben and cleo on a desk, dan on another, and eve on none.
struct Desk(Router);

impl Desk {
    fn new() -> Self {
        let mut desk = Self(Router::new(refdesk::Config::default(), Timestamp::default()));
        for institution in ["duke", "unc"] {
            desk.does(Actor::Host, AddInstitution { institution: id(institution) });
        }
        for queue in ["unc-desk", "unc-maps"] {
            let (queue, institution, policy) = (id(queue), id("unc"), Policy::ring_all());
            desk.does(Actor::Host, AddQueue { queue, institution, policy });
        }
        let staff =
            [("ana", "duke"), ("ben", "unc"), ("cleo", "unc"), ("dan", "unc"), ("eve", "unc")];
        for (operator, institution) in staff {
            let (operator, institution) = (id(operator), id(institution));
            desk.does(Actor::Host, AddOperator { operator, institution, capacity: 1 });
        }
        for (operator, queue) in [("ben", "unc-desk"), ("cleo", "unc-desk"), ("dan", "unc-maps")] {
            desk.does(Actor::Host, AssignOperator::of(id(operator), id(queue)));
        }
        desk
    }

    #[track_caller]
    fn does(&mut self, by: impl Into<Actor>, action: impl Into<Action>) -> Vec<EventKind> {
        let events = self.0.apply(&action.into().by(by)).expect("it is allowed");
        assert_eq!(refdesk::check_invariants(&self.0), Ok(()));
        events.into_iter().map(|event| event.kind).collect()
    }

    fn comes(&mut self, operator: &str, show: Show) -> Vec<EventKind> {
        let (operator, session): (OperatorId, _) = (id(operator), id("tab"));
        self.does(operator.clone(), SetPresence { operator, session, show, priority: 0 })
    }

    fn agrees(&mut self, gives: Vec<Grant>) {
        let terms = Terms { gives, ..Terms::default() };
        let proposed =
            self.does(id::<InstitutionId>("unc"), ProposePartnership { with: id("duke"), terms });
        let [EventKind::PartnershipProposed { proposal, .. }] = *proposed else {
            panic!("it is proposed: {proposed:?}");
        };
        self.does(id::<InstitutionId>("duke"), AcceptPartnership { with: id("unc"), proposal });
    }

    fn seen_by(&self, operator: &str) -> Colleagues {
        self.0.colleagues(&id(operator)).expect("they are there")
    }
}

#[test]
fn a_grant_shows_who_is_assigned_to_its_queues() {
    let mut desk = Desk::new();
    desk.comes("ben", Show::Away);
    assert_eq!(desk.seen_by("ana"), Colleagues::default());

    desk.agrees(vec![Grant::of(Right::SeePresence)]);
    let visible =
        [("ben", Presence::Away), ("cleo", Presence::Offline), ("dan", Presence::Offline)];
    assert_eq!(desk.seen_by("ana").visible, visible.map(|(one, seen)| (id(one), seen)));
    assert_eq!(desk.seen_by("ben"), Colleagues::default(), "a grant goes one way");

    let queues = Queues::Only { queues: vec![id::<QueueId>("unc-maps")] };
    // A cap means nothing for it.
    desk.agrees(vec![Grant { queues, cap: Some(0), ..Grant::of(Right::SeePresence) }]);
    assert_eq!(desk.seen_by("ana").visible, [(id("dan"), Presence::Offline)]);

    desk.agrees(vec![Grant::of(Right::Staff), Grant::of(Right::Transfer)]);
    assert_eq!(desk.seen_by("ana").visible, [], "other rights show nobody");

    desk.agrees(vec![Grant::of(Right::SeePresence)]);
    desk.does(id::<InstitutionId>("unc"), EndPartnership { with: id("duke") });
    assert_eq!(desk.seen_by("ana"), Colleagues::default());
}

#[test]
fn whom_a_grant_shows_is_no_buddy() {
    let mut desk = Desk::new();
    desk.agrees(vec![Grant::of(Right::SeePresence)]);
    desk.comes("ana", Show::Available);
    let told = desk.comes("ben", Show::Available);
    let [EventKind::PresenceChanged { to, .. }] = &*told else { panic!("one event: {told:?}") };
    assert_eq!(to.operators.as_slice(), [id::<OperatorId>("ben")], "ana looks, and is not told");
    assert_eq!(desk.seen_by("ana").buddies, []);
}

#[test]
fn a_list_has_buddies_with_their_presence_as_far_as_it_may_be_known() {
    let mut desk = Desk::new();
    desk.comes("ben", Show::Dnd);
    desk.does(Actor::Host, Subscribe { party: party("ana"), buddy: party("ben") });
    desk.does(Actor::Host, Subscribe { party: party("ana"), buddy: party("cleo") });
    desk.does(Actor::Host, ApproveSubscription { party: party("ben"), buddy: party("ana") });
    desk.does(Actor::Host, ApproveSubscription { party: party("dan"), buddy: party("ana") });
    desk.does(Actor::Host, Block { party: party("eve"), buddy: party("ana") });

    let buddies = desk.seen_by("ana").buddies;
    let seen = buddies.iter().map(|view| (view.buddy.clone(), view.subscription, view.presence));
    let expected = [
        (party("ben"), Subscription::To, Some(Presence::Dnd)),
        (party("cleo"), Subscription::NonePendingOut, None),
    ];
    assert!(seen.eq(expected), "neither approvals nor blocks of others show: {buddies:?}");

    let dan = &desk.seen_by("dan").buddies[0];
    assert!(dan.approved && dan.subscription == Subscription::None, "{dan:?}");
    let eve = &desk.seen_by("eve").buddies[0];
    assert!(eve.blocked && eve.presence.is_none(), "{eve:?}");
    assert_eq!(desk.0.buddies(&party("nobody")), []);
    assert_eq!(desk.0.colleagues(&id("nobody")), None);
}
