//! A desk that is small and has everything, drawn from a number.

use alloc::vec;
use alloc::vec::Vec;

use crate::command::{
    AcceptPartnership, Actor, AddInstitution, AddOperator, AddQueue, ApproveSubscription,
    AssignOperator, Command, Party, ProposePartnership, SetGroup, SetPolicy, SetPresence,
    SetSkills, Show, Subscribe,
};
use crate::config::{Channel, Config, Limits, Priority};
use crate::id::{InstitutionId, OperatorId, ProposalId, QueueId};
use crate::policy::Policy;
use crate::router::Router;
use crate::time::{Span, Timestamp};

use super::cast::{Cast, Scene, named};
use super::draw::Draw;
use super::drawn;

const QUEUES: u64 = 4;
const OPERATORS: u64 = 6;

/// A small desk, by a number: its configuration, and the commands that set it up. Some of them are
/// refused, since not every policy that is drawn can work.
///
/// Two institutions have two queues and three operators each, who are all there; policies use all
/// that there is, with spans of milliseconds, so that much happens in a short story. Half of them are
/// partners.
#[must_use]
pub fn small_desk(number: u64) -> (Config, Vec<Command>) {
    let config = config(&mut Draw(number));
    let mut draw = Draw(number.rotate_left(29));
    let mut commands = staff(&mut draw);
    // Policies may name whatever is there by then.
    let mut router = Router::new(config.clone(), Timestamp::default());
    let accepted = commands.iter().filter(|command| router.apply(command).is_ok()).count();
    debug_assert_eq!(accepted, commands.len(), "the directory can be had");
    let mut cast = Cast::of(&router);
    cast.skills.extend((0..3).map(|number| named("skill", number)));
    let mut scene = Scene { router: &router, cast: &cast, who: 0, what: 0, draw };
    for (queue, _) in &cast.queues {
        let set = SetPolicy { queue: queue.clone(), policy: drawn::policy(&mut scene) };
        commands.push(set.by(Actor::Host));
    }
    let (one, other): (InstitutionId, InstitutionId) = (named("i", 0), named("i", 1));
    if scene.draw.one_in(2) {
        let terms = drawn::terms(&mut scene, &one, &other);
        commands.push(ProposePartnership { with: other.clone(), terms }.by(one.clone()));
        let proposal = ProposalId::new(1);
        commands.push(AcceptPartnership { with: one, proposal }.by(other));
    }
    commands.extend(buddies());
    commands.extend((0..OPERATORS).map(|number| comes(named("o", number))));
    (config, commands)
}

fn config(draw: &mut Draw) -> Config {
    let mut config = Config {
        grace: Span::from_millis(30),
        patron_grace: Span::from_millis(150),
        priorities: if draw.one_in(2) {
            vec![Priority::Strict; 2]
        } else {
            vec![Priority::HeadStart { span: Span::from_millis(40) }, Priority::Strict]
        },
        transfer_lapse: Span::from_millis(60),
        ..Config::default()
    };
    config.session_length = draw.one_in(4).then_some(Span::from_millis(150));
    config.limits.events_per_advance = if draw.one_in(2) { 1 } else { 1_000 };
    config.digests = draw.one_in(3);
    config.limits.ended_ids = 4;
    config.limits.overflows = 2;
    config.channels = [
        (named("sms", 0), Channel { units: 1, store_and_forward: true }),
        (named("call", 0), Channel { units: 2, store_and_forward: false }),
    ]
    .into();
    tighten(draw, &mut config.limits);
    config
}

/// Two institutions with two queues and three operators each.
fn staff(draw: &mut Draw) -> Vec<Command> {
    let mut commands = Vec::new();
    for number in 0..2 {
        commands.push(AddInstitution { institution: named("i", number) }.by(Actor::Host));
    }
    for number in 0..QUEUES {
        let (queue, institution) = (named("q", number), named("i", number % 2));
        let policy = Policy::ring_all();
        commands.push(AddQueue { queue, institution, policy }.by(Actor::Host));
    }
    for number in 0..OPERATORS {
        let operator: OperatorId = named("o", number);
        let institution = named("i", number % 2);
        let capacity = if draw.one_in(2) { 1 } else { 2 };
        let add = AddOperator { operator: operator.clone(), institution, capacity };
        commands.push(add.by(Actor::Host));
        let queue: QueueId = named("q", number % 2 + 2 * draw.below(2));
        commands.push(AssignOperator::of(operator.clone(), queue).by(Actor::Host));
        let skills = (0..draw.below(3))
            .map(|skill| (named("skill", skill), drawn::skill_level(draw).max(1)));
        let skills = skills.collect();
        commands.push(SetSkills { operator, skills }.by(Actor::Host));
    }
    for number in 0..2 {
        let (group, institution) = (named("g", number), named("i", number));
        let operators = vec![named("o", number), named("o", number + 2)];
        commands.push(SetGroup { group, institution, operators }.by(Actor::Host));
    }
    commands
}

/// Somebody opens their client.
pub(crate) fn comes(operator: OperatorId) -> Command {
    let set = SetPresence {
        operator: operator.clone(),
        session: named("s", 0),
        show: Show::Available,
        priority: 0,
    };
    set.by(operator)
}

/// Who are buddies from the beginning.
fn buddies() -> Vec<Command> {
    let operator = |number| Party::Operator { operator: named("o", number) };
    let queue = Party::Queue { queue: named("q", 0) };
    let contact = Party::Contact { contact: named("contact", 0) };
    let pairs = [
        (operator(0), operator(1)),
        (operator(1), operator(0)),
        (operator(1), queue.clone()),
        (operator(2), queue),
        (operator(0), contact.clone()),
        (contact, operator(0)),
    ];
    let befriend = |(party, buddy): (Party, Party)| {
        let ask = Subscribe { party: party.clone(), buddy: buddy.clone() };
        let answer = ApproveSubscription { party: buddy, buddy: party };
        [ask.by(Actor::Host), answer.by(Actor::Host)]
    };
    pairs.into_iter().flat_map(befriend).collect()
}

/// Bounds that a story comes to, at some desks.
fn tighten(draw: &mut Draw, limits: &mut Limits) {
    let bounds = [
        &mut limits.open_chats,
        &mut limits.open_chats_per_patron,
        &mut limits.waiting_per_queue,
        &mut limits.broadcasts_per_operator,
        &mut limits.participants,
        &mut limits.hops,
        &mut limits.levels_left,
        &mut limits.transcript_entries,
        &mut limits.buddies_per_party,
        &mut limits.requests_per_party,
        &mut limits.blocked_per_party,
        &mut limits.contacts,
        &mut limits.direct_messages,
    ];
    for bound in bounds {
        if draw.one_in(12) {
            *bound = 1 + u32::try_from(draw.below(4)).unwrap_or_default();
        }
    }
}
