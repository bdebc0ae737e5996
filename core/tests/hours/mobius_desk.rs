//! The same year at a desk: a router that is woken by nothing but its deadlines, with a patron every
//! half hour, and who is rung for them.

use refdesk::hours::{OwnHours, Schedule};
use refdesk::{
    AcceptPartnership, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, ChatId,
    Command, EventKind, Grant, LeaveChat, Level, OnlyWhen, OpenChat, Policy, ProposalId,
    ProposePartnership, QueueState, Refusal, Right, Ring, Router, SetHours, SetPresence, Show,
    Source, Terms, Timestamp, check_invariants,
};

use crate::language::{at, federal, schedule};
use crate::mobius::{YEAR, backup_hours, members_hours};

const HALF_HOUR: i64 = 30 * 60 * 1_000;

fn id<T: for<'a> TryFrom<&'a str>>(text: &str) -> T {
    T::try_from(text).ok().expect("it is an id")
}

/// Members by day; their paid backup in hours of its own.
fn policy() -> Policy {
    let ring = || Ring::All { lapse_after: None };
    let mut night = Level::of([Source::Queue { queue: id("night") }], ring());
    let own = OwnHours { hours: backup_hours().into(), holidays: federal() };
    night.only_when = OnlyWhen::Hours(Box::new(own));
    Policy::of([Level::of([Source::Assigned], ring()), night])
}

fn staff(operator: &str, institution: &str, queue: &str) -> Vec<Command> {
    let (operator, institution) = (id(operator), id(institution));
    let add = AddOperator { operator, institution, capacity: 1 };
    let operator = add.operator.clone();
    let assign = AssignOperator::of(operator.clone(), id(queue));
    let session = id("tab");
    let comes = SetPresence { operator: operator.clone(), session, show: Show::Chat, priority: 0 };
    vec![add.by(Actor::Host), assign.by(Actor::Host), comes.by(operator)]
}

/// MOBIUS and its backup, everybody always there: only hours decide who is rung.
fn desk() -> Router {
    let mut router = Router::new(refdesk::Config::default(), at(YEAR[0]));
    let mut commands = Vec::new();
    for institution in ["mobius", "backup"] {
        commands.push(AddInstitution { institution: id(institution) }.by(Actor::Host));
    }
    for (queue, institution, policy) in
        [("night", "backup", Policy::ring_all()), ("ask", "mobius", policy())]
    {
        let (queue, institution) = (id(queue), id(institution));
        commands.push(AddQueue { queue, institution, policy }.by(Actor::Host));
    }
    commands.extend(staff("mia", "mobius", "ask"));
    commands.extend(staff("bo", "backup", "night"));
    let gives = vec![Grant::of(Right::Staff)];
    let terms = Terms { gives, ..Terms::default() };
    let [mobius, backup] = ["mobius", "backup"].map(id::<refdesk::InstitutionId>);
    let propose = ProposePartnership { with: backup.clone(), terms };
    commands.push(propose.by(mobius.clone()));
    let proposal = ProposalId::new(1);
    commands.push(AcceptPartnership { with: mobius.clone(), proposal }.by(backup));
    let hours = Some(OwnHours { hours: members_hours().into(), holidays: federal() });
    commands.push(SetHours { queue: id("ask"), hours }.by(mobius));
    for command in commands {
        router.apply(&command).expect("the desk is sound");
    }
    router
}

/// What a router did over the year.
#[derive(Debug, Default)]
struct Year {
    /// How many patrons were answered by members, by the backup, and by nobody.
    asked: [u32; 3],
    opened: u32,
    closed: u32,
    wakings: u32,
}

/// Who is rung for a patron who asks now; they leave at once.
fn asks(router: &mut Router, number: u32) -> Result<Vec<String>, Refusal> {
    let chat: ChatId = id(&format!("c{number}"));
    let open = OpenChat::of(chat.clone(), id("ask"), id("pat")).by(Actor::Host);
    let events = router.apply(&open)?;
    let rung = events.iter().filter_map(|event| {
        let EventKind::ChatOffered { operator, .. } = &event.kind else { return None };
        Some(operator.to_string())
    });
    let rung = rung.collect();
    router.apply(&LeaveChat { chat }.by(Actor::Host)).expect("it is open");
    Ok(rung)
}

/// Advances to an instant as a host does, from deadline to deadline.
fn wakes(router: &mut Router, until: Timestamp, year: &mut Year) {
    while let Some(deadline) = router.deadline().filter(|deadline| deadline.at <= until) {
        assert!(deadline.at >= router.now(), "no deadline is over");
        year.wakings += 1;
        for event in router.advance(deadline.at) {
            assert_eq!(event.at, deadline.at, "it was woken for that");
            let EventKind::QueueStateChanged { state, .. } = event.kind else { continue };
            match state {
                QueueState::Open => year.opened += 1,
                QueueState::Closed => year.closed += 1,
                QueueState::Draining => panic!("nobody waits"),
            }
        }
    }
    router.advance(until);
}

/// When somebody is there next, by the two schedules alone.
fn next_opening(schedules: &[Schedule; 2], now: Timestamp) -> Option<Timestamp> {
    schedules.iter().filter_map(|schedule| schedule.next_opening(now)).min()
}

#[test]
fn a_year_at_the_desk_is_as_the_timetable_says() {
    let mut router = desk();
    let schedules = [schedule(&members_hours()), schedule(&backup_hours())];
    let mut year = Year::default();
    let [mut now, end] = YEAR.map(at);
    for number in 0.. {
        wakes(&mut router, now, &mut year);
        let there = schedules.each_ref().map(|schedule| schedule.is_open(now));
        match asks(&mut router, number) {
            Ok(rung) => {
                let who = if there[0] { "mia" } else { "bo" };
                assert!(there[0] || there[1], "nobody is there at {now:?}");
                assert_eq!(rung, [who], "at {now:?}");
                year.asked[usize::from(!there[0])] += 1;
            }
            Err(refusal) => {
                let opens_at = next_opening(&schedules, now);
                assert_eq!(refusal, Refusal::QueueClosed { queue: id("ask"), opens_at });
                assert!(!there[0] && !there[1], "somebody is there at {now:?}");
                year.asked[2] += 1;
            }
        }
        now = Timestamp::from_millis(now.as_millis() + HALF_HOUR);
        if now >= end {
            break;
        }
    }
    // The hours of `mobius`, two patrons each.
    assert_eq!(year.asked[0], 250 * 9 * 2);
    assert_eq!(year.asked[2], (52 * 14 + 11 * 24) * 2);
    assert_eq!(year.asked.iter().sum::<u32>(), 365 * 24 * 2);
    // Each working day opens the queue and closes it, and nothing else wakes the router but the
    // backup's hours.
    assert_eq!((year.opened, year.closed), (250, 250));
    assert!(year.wakings < 1_200, "it is woken {} times", year.wakings);
    check_invariants(&router).expect("nothing is broken");
}
