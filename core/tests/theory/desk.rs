//! A desk and its patrons, and the router that is set up for them.

use refdesk::{
    AcceptPartnership, Action, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator,
    Config, EventKind, Grant, InstitutionId, Level, OperatorId, Order, Policy, Priority,
    ProposePartnership, Right, Ring, Router, SetPresence, SetSkills, Show, Source, Span, Terms,
    Timestamp,
};

/// A unit of time, the mean service, in milliseconds: so long that rounding does not show.
pub(crate) const UNIT_MS: f64 = 1.0e7;

/// A desk and its patrons.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// The team at home, to whose queue the patrons come, and those of its partners.
    pub(crate) teams: Vec<Team>,
    /// What the queue at home does with a chat that waits.
    pub(crate) policy: Policy,
    pub(crate) arrivals: Arrivals,
    /// The share of patrons who are urgent.
    pub(crate) urgent: f64,
    /// The rate at which a waiting patron gives up.
    pub(crate) gives_up: Option<f64>,
    /// The rate at which an operator who is rung accepts. `None`: they accept at once.
    pub(crate) accepts: Option<f64>,
    /// Whether patrons ask where they stand when they come.
    pub(crate) asks_position: bool,
}

/// The operators of one institution, all alike.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Team {
    pub(crate) operators: u32,
    /// How many chats each of them answers at once.
    pub(crate) slots: u16,
}

/// When patrons come.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Arrivals {
    /// At random, so many in a unit of time.
    Poisson(f64),
    /// Each when the one before has left.
    OneAtATime,
}

impl Model {
    /// One team at home, with one chat each, that accepts at once.
    pub(crate) fn of(operators: u32, arrivals: f64, ring: Ring) -> Self {
        Self {
            teams: [Team { operators, slots: 1 }].into(),
            policy: Policy::of([home(ring)]),
            arrivals: Arrivals::Poisson(arrivals),
            urgent: 0.0,
            gives_up: None,
            accepts: None,
            asks_position: false,
        }
    }
}

/// The level of the team at home.
pub(crate) fn home(ring: Ring) -> Level {
    Level::of([Source::Assigned], ring)
}

/// The level of a partner's team, by its number among the teams.
pub(crate) fn partner(team: usize, ring: Ring) -> Level {
    Level::of([Source::Queue { queue: id(&name(team)) }], ring)
}

/// So many units of time.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and positive")]
pub(crate) fn span(units: f64) -> Span {
    Span::from_millis((units * UNIT_MS) as u64)
}

pub(crate) const fn ring_by(order: Order) -> Ring {
    Ring::Best { count: 1, order, proficient_first: false, lapse_after: None }
}

/// What everybody can, each at another level.
pub(crate) const SKILL: &str = "reference";

/// The name of a team's institution, and of its queue.
pub(crate) fn name(team: usize) -> String {
    format!("team{team}")
}

pub(crate) fn staffed(model: &Model) -> Router {
    let config = Config { priorities: vec![Priority::Strict], ..Config::default() };
    let mut desk = Desk { router: Router::new(config, Timestamp::from_millis(0)), operators: 0 };
    for number in 0..model.teams.len() {
        desk.ask(Actor::Host, AddInstitution { institution: id(&name(number)) });
    }
    for (number, &team) in model.teams.iter().enumerate().skip(1) {
        desk.agree_with(number);
        desk.open(number, team, Policy::ring_all());
    }
    desk.open(0, model.teams[0], model.policy.clone());
    desk.router
}

struct Desk {
    router: Router,
    operators: u32,
}

impl Desk {
    fn ask(&mut self, by: impl Into<Actor>, action: impl Into<Action>) -> Vec<EventKind> {
        let events = self.router.apply(&action.into().by(by)).expect("the setting is sound");
        events.into_iter().map(|event| event.kind).collect()
    }

    /// The team at home lets a partner's answer its chats.
    fn agree_with(&mut self, team: usize) {
        let (home, with): (InstitutionId, InstitutionId) = (id(&name(0)), id(&name(team)));
        let gives = vec![Grant::of(Right::Staff)];
        let terms = Terms { gives, ..Terms::default() };
        let events = self.ask(home.clone(), ProposePartnership { with: with.clone(), terms });
        let [EventKind::PartnershipProposed { proposal, .. }] = events[..] else {
            panic!("a proposal is told, and nothing else: {events:?}");
        };
        self.ask(with, AcceptPartnership { with: home, proposal });
    }

    fn open(&mut self, number: usize, team: Team, policy: Policy) {
        let at = name(number);
        self.ask(Actor::Host, AddQueue { queue: id(&at), institution: id(&at), policy });
        for _ in 0..team.operators {
            let operator: OperatorId = id(&format!("o{}", self.operators));
            let (institution, capacity) = (id(&at), team.slots);
            self.ask(
                Actor::Host,
                AddOperator { operator: operator.clone(), institution, capacity },
            );
            self.assign(number, &operator);
            let (session, show) = (id("tab"), Show::Available);
            let come = SetPresence { operator: operator.clone(), session, show, priority: 0 };
            self.ask(operator, come);
            self.operators += 1;
        }
    }

    /// No two operators have the same rank, weight and skill, so that each order has something to
    /// go by.
    fn assign(&mut self, team: usize, operator: &OperatorId) {
        let number = u16::try_from(self.operators).expect("teams are small");
        let assign = AssignOperator::of(operator.clone(), id(&name(team)));
        let (rank, weight) = (number, 1 + number % 3);
        self.ask(Actor::Host, AssignOperator { rank, weight, ..assign });
        let level = u8::try_from(number % 100).expect("it is below 100") + 1;
        let skills = [(id(SKILL), level)].into();
        self.ask(Actor::Host, SetSkills { operator: operator.clone(), skills });
    }
}

pub(crate) fn id<'a, T: TryFrom<&'a str>>(text: &'a str) -> T
where
    T::Error: std::fmt::Debug,
{
    T::try_from(text).expect("it is short and plain")
}
