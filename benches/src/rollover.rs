//! A collaborative that rolls over: home first, then three partners, one after the other.

use refdesk::{
    AcceptPartnership, Actor, Event, EventKind, Grant, InstitutionId, Level, Order, Policy,
    ProposePartnership, Right, Ring, SetPolicy, Source, Span, Terms,
};

use crate::desk::{Desk, Shape, close, institution, queue};
use crate::steps::Kind;

/// How many partners back an institution up.
const BACKUPS: u32 = 3;

/// Institutions with a queue and an operator each; the next three of the ring back each of them up.
#[derive(Debug)]
pub struct Rollover {
    desk: Desk,
}

impl Rollover {
    /// The desk itself.
    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// That many institutions: at least seven, so that none is its own partner's partner twice.
    #[must_use]
    pub fn of(institutions: u32) -> Self {
        let mut rollover = Self { desk: Desk::new(Shape::one_each(institutions)) };
        for number in 0..institutions {
            for next in 1..=BACKUPS {
                let other = (number + next) % institutions;
                agree(&mut rollover.desk, &institution(number), &institution(other), staff());
            }
        }
        for number in 0..institutions {
            rollover.roll_over(number, institutions);
        }
        rollover
    }

    fn roll_over(&mut self, number: u32, institutions: u32) {
        let backup = |next: u32| Source::Queue { queue: queue((number + next) % institutions) };
        let sources = [Source::Assigned].into_iter().chain((1..=BACKUPS).map(backup));
        let level = |source| {
            Level::of([source], Ring::best(Order::LeastBusy)).rolling_on_after(Span::from_secs(60))
        };
        let policy = Policy::of(sources.map(level));
        let set = SetPolicy { queue: queue(number), policy };
        self.desk.step(Kind::SetUp, &set.by(Actor::Host));
    }

    /// Home misses a chat, so that it rolls over to the first partner, who takes and closes it: one
    /// offer of two times out.
    pub fn cycle(&mut self) {
        let command = self.desk.next_chat();
        self.desk.step(Kind::Open, &command);
        self.desk.wait_for_a_timer();
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(Kind::Claim, &rung.accept());
        self.desk.step(Kind::Close, &close(rung.chat, rung.operator));
    }
}

/// The right to staff all queues.
pub(crate) fn staff() -> Grant {
    Grant::of(Right::Staff)
}

/// Each of the two gives the other this.
pub(crate) fn agree(desk: &mut Desk, one: &InstitutionId, other: &InstitutionId, grant: Grant) {
    let terms = Terms { gives: vec![grant.clone()], asks: vec![grant], ..Terms::default() };
    let propose = ProposePartnership { with: other.clone(), terms };
    desk.step(Kind::SetUp, &propose.by(one.clone()));
    if let [Event { kind: EventKind::PartnershipProposed { proposal, .. }, .. }] = *desk.events() {
        let accept = AcceptPartnership { with: one.clone(), proposal };
        desk.step(Kind::SetUp, &accept.by(other.clone()));
    }
}
