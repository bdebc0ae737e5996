//! The collaborative: its partnerships, its queues, and the three policies.
//!
//! Each institution has a queue of its own, to which its patrons come and its operators are assigned.
//! One more institution, the collaborative, has the common queue, to which everybody is assigned. All
//! are partners: each lets the others staff its queues. So a level of a home queue may ring its own
//! operators, or those of the common queue, that is, everybody.

use std::path::Path;

use refdesk::{
    AcceptPartnership, Action, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator,
    EventKind, Grant, InstitutionId, Level, OperatorId, Order, Policy, ProposePartnership, QueueId,
    Right, Ring, Source, Span, Terms, Timestamp,
};

use crate::assumptions::BEGAN_MS;
use crate::host::Host;
use crate::world::World;

/// How the home queues ring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Plan {
    RingAll,
    HomeFirst,
    BestTwo,
}

impl Plan {
    pub(crate) const ALL: [Self; 3] = [Self::RingAll, Self::HomeFirst, Self::BestTwo];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::RingAll => "ring all",
            Self::HomeFirst => "home first",
            Self::BestTwo => "best two",
        }
    }

    /// What it means, in words.
    pub(crate) fn says(self, at_home_alone: Span) -> String {
        match self {
            Self::RingAll => "everybody is rung, whoever accepts first".into(),
            Self::HomeFirst => format!(
                "those at home are rung for {} s, at once everybody if nobody is there",
                at_home_alone.as_millis() / 1_000
            ),
            Self::BestTwo => "the two least busy are rung for 20 s, then two others".into(),
        }
    }

    fn policy(self, at_home_alone: Span) -> Result<Policy, String> {
        let everybody = [Source::Queue { queue: common()? }];
        let all = Ring::All { lapse_after: None };
        Ok(match self {
            Self::RingAll => Policy::of([Level::of(everybody, all)]),
            Self::HomeFirst => Policy::of([
                Level::of([Source::Assigned], all).rolling_on_after(at_home_alone),
                Level::of(everybody, all),
            ]),
            Self::BestTwo => {
                let ring = Ring::Best {
                    count: 2,
                    order: Order::LeastBusy,
                    proficient_first: false,
                    lapse_after: Some(Span::from_secs(20)),
                };
                Policy::of([Level::of(everybody, ring)])
            }
        })
    }
}

/// The name of the collaborative, and of its queue.
const COLLABORATIVE: &str = "the collaborative";

fn common() -> Result<QueueId, String> {
    id(COLLABORATIVE)
}

/// A router in which everything is set up, and its journal where there is a path for it.
///
/// # Errors
/// Where two institutions bear the name of the collaborative, or there are more than the router's
/// limits allow, or the journal cannot be written.
pub(crate) fn set_up(world: &World, plan: Plan, journal: Option<&Path>) -> Result<Host, String> {
    let mut desk = Desk { host: Host::new(moment(0), journal)? };
    let members: Vec<&str> =
        world.names.iter().map(String::as_str).chain([COLLABORATIVE]).collect();
    for member in &members {
        desk.ask(Actor::Host, AddInstitution { institution: id(member)? })?;
    }
    for (number, one) in members.iter().enumerate() {
        for other in &members[number + 1..] {
            desk.agree(&id(one)?, &id(other)?)?;
        }
    }
    let (queue, institution) = (common()?, id(COLLABORATIVE)?);
    desk.ask(Actor::Host, AddQueue { queue, institution, policy: Policy::ring_all() })?;
    for name in &world.names {
        let policy = plan.policy(world.assumptions.at_home_alone)?;
        let (queue, institution) = (id(name)?, id(name)?);
        desk.ask(Actor::Host, AddQueue { queue, institution, policy })?;
    }
    for (number, &home) in world.operators.iter().enumerate() {
        desk.employ(&operator(number)?, &world.names[home], world.assumptions.chats_at_once)?;
    }
    Ok(desk.host)
}

struct Desk {
    host: Host,
}

impl Desk {
    fn ask(
        &mut self,
        by: impl Into<Actor>,
        action: impl Into<Action>,
    ) -> Result<Vec<EventKind>, String> {
        let events = self.host.apply(action.into().by(by))?;
        Ok(events.into_iter().map(|event| event.kind).collect())
    }

    /// Two institutions let each other's operators answer their chats.
    fn agree(&mut self, one: &InstitutionId, other: &InstitutionId) -> Result<(), String> {
        let staff = || vec![Grant::of(Right::Staff)];
        let terms = Terms { gives: staff(), asks: staff(), ..Terms::default() };
        let propose = ProposePartnership { with: other.clone(), terms };
        for event in self.ask(one.clone(), propose)? {
            if let EventKind::PartnershipProposed { proposal, .. } = event {
                self.ask(other.clone(), AcceptPartnership { with: one.clone(), proposal })?;
            }
        }
        Ok(())
    }

    fn employ(&mut self, who: &OperatorId, home: &str, capacity: u16) -> Result<(), String> {
        let (operator, institution) = (who.clone(), id(home)?);
        self.ask(Actor::Host, AddOperator { operator, institution, capacity })?;
        for queue in [id(home)?, common()?] {
            self.ask(Actor::Host, AssignOperator::of(who.clone(), queue))?;
        }
        Ok(())
    }
}

/// So many milliseconds after the first midnight.
pub(crate) const fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millis(BEGAN_MS.saturating_add(ms))
}

/// The id of an operator.
pub(crate) fn operator(number: usize) -> Result<OperatorId, String> {
    id(&format!("operator {number}"))
}

/// A name as an id.
pub(crate) fn id<'a, T: TryFrom<&'a str>>(text: &'a str) -> Result<T, String>
where
    T::Error: std::fmt::Display,
{
    T::try_from(text).map_err(|reason| format!("`{text}`: {reason}"))
}
