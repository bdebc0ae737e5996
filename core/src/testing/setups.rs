//! Setup documents: most that are drawn are broken, and mended where sound ones are wanted.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use proptest::prelude::*;

use crate::command::{EndRule, Grant, Queues, Right, View};
use crate::config::Config;
use crate::hours::{Exception, HolidayLists, Holidays, Hours, HoursOf, OwnHours, Window};
use crate::id::SkillId;
use crate::policy::{
    After, ClaimBy, Entering, Full, IdleRule, Level, Notice, OnlyWhen, Order, Policy, Ring, Source,
    TooLong, WhenBusy,
};
use crate::setup::{
    Assigned, Group, Institution, Operator, Partnership, Queue, Setup, Side, Supervisor,
};
use crate::skills::{ChatNeeds, Need};
use crate::time::Span;

use super::cast::named;

/// Whose a queue, an operator or a group is may change from document to document.
const INSTITUTIONS: u8 = 3;
const OPERATORS: u8 = 5;
const GROUPS: u8 = 2;
const QUEUES: u8 = 4;

/// Setup documents without faults: up to three institutions with some operators, groups and queues,
/// partnerships that both sides agreed to, hours, skills, limits, and policies of all sorts. Their spans
/// are milliseconds, so that much happens in a short story.
pub fn setups() -> impl Strategy<Value = Setup> {
    any_setups().prop_map(mended)
}

/// Setup documents over a few names, most of them with faults, for whoever reads documents.
pub fn any_setups() -> impl Strategy<Value = Setup> {
    let institutions = prop_oneof![
        4 => Just(vec![0, 1, 2]),
        1 => prop::sample::subsequence(vec![0, 1, 2], 1..=3),
    ];
    let institutions = (institutions, any::<Option<bool>>()).prop_map(|(there, sees)| {
        let sees_listings = sees.or(Some(true));
        let all = there.into_iter();
        all.map(|number| Institution { id: id("i", number), sees_listings }).collect()
    });
    let lists = (institutions, operators(), groups(), queues());
    let pairs =
        (prop::collection::vec(supervisor(), 0..3), prop::collection::vec(partnership(), 0..4));
    (lists, pairs).prop_map(|(lists, (supervisors, partnerships))| {
        let (institutions, operators, groups, queues) = lists;
        Setup {
            hours: hours(if groups.is_empty() { "17:00" } else { "18:00" }),
            holidays: [("federal".to_owned(), Holidays::of(["2026-12-25"]))].into(),
            institutions,
            operators,
            groups,
            queues,
            supervisors,
            partnerships,
        }
    })
}

fn id<T: for<'a> TryFrom<&'a str>>(kind: &str, number: u8) -> T {
    named(kind, number.into())
}

fn ids<T: for<'a> TryFrom<&'a str> + fmt::Debug + Clone>(
    kind: &'static str,
    most: u8,
) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec((0..most).prop_map(move |number| id(kind, number)), 0..3)
}

fn skills(number: u8) -> BTreeMap<SkillId, u8> {
    [(id("s", number), 50), (id("s", 0), 40 + number)].into()
}

fn source() -> impl Strategy<Value = Source> {
    prop_oneof![
        3 => Just(Source::Assigned),
        2 => (0..QUEUES).prop_map(|number| Source::Queue { queue: id("q", number) }),
        1 => (0..GROUPS).prop_map(|number| Source::Group { group: id("g", number) }),
        1 => ids("o", OPERATORS).prop_map(|operators| Source::Operators { operators }),
    ]
}

fn orders() -> impl Strategy<Value = Order> {
    prop::sample::select(vec![
        Order::LongestIdle,
        Order::LeastBusy,
        Order::MostSpare,
        Order::RoundRobin,
        Order::WeightedRoundRobin,
        Order::FixedRanks,
    ])
}

fn millis(most: u64) -> impl Strategy<Value = Span> {
    (1..most).prop_map(Span::from_millis)
}

fn ring() -> impl Strategy<Value = Ring> {
    let best = (1..3_u16, orders(), any::<bool>(), prop::option::of(millis(60)));
    prop_oneof![
        prop::option::of(millis(60)).prop_map(|lapse_after| Ring::All { lapse_after }),
        best.prop_map(|(count, order, proficient_first, lapse_after)| Ring::Best {
            count,
            order,
            proficient_first,
            lapse_after,
        }),
    ]
}

fn level() -> impl Strategy<Value = Level> {
    let wait = prop::option::of((0_u64..60).prop_map(Span::from_millis));
    let flags = (any::<bool>(), any::<bool>(), 0..12_u8);
    (prop::collection::vec(source(), 1..3), ring(), wait, flags).prop_map(
        |(pool, ring, wait, (rolls_on, replaces, more))| {
            let mut level = Level::of(pool, ring);
            level.wait = wait;
            level.when_busy = if rolls_on { WhenBusy::RollOn } else { WhenBusy::Wait };
            if more >= 9 {
                level.needs = vec![Need { skill: id("s", 0), at_least: 41 }];
            }
            level.chat_needs = match more % 6 {
                4 => ChatNeeds::Lowered { by: 2 },
                5 => ChatNeeds::Ignored,
                _ => ChatNeeds::InFull,
            };
            level.only_when = match more {
                5 => OnlyWhen::Closed,
                6 => OnlyWhen::Always,
                7 => OnlyWhen::Hours(own_hours(u8::from(replaces)).into()),
                _ => OnlyWhen::Open,
            };
            level.entry = if replaces { Entering::Replace } else { Entering::Widen };
            level
        },
    )
}

fn grant() -> impl Strategy<Value = Grant> {
    let right = prop_oneof![
        4 => Just(Right::Staff),
        1 => Just(Right::Transfer),
        1 => Just(Right::Transcript { view: View::Masked }),
    ];
    let queues = prop_oneof![
        3 => Just(Queues::All),
        1 => ids("q", QUEUES).prop_map(|queues| Queues::Only { queues }),
    ];
    (right, queues).prop_map(|(right, queues)| {
        let hours = (queues == Queues::All).then(|| own_hours(0));
        Grant { queues, cap: hours.as_ref().map(|_| 3), hours, ..Grant::of(right) }
    })
}

/// Which of so many are there, and of which institution.
fn some(most: u8) -> impl Strategy<Value = Vec<(u8, u8)>> {
    let all = usize::from(most);
    let there =
        prop::sample::subsequence((0..most).collect::<Vec<_>>(), all / 2..=all).prop_shuffle();
    (there, prop::collection::vec(0..12_u8, all)).prop_map(|(there, institutions)| {
        // Mostly where they are at first.
        let whose =
            |number: u8, drawn: u8| if drawn < 9 { number % 2 } else { drawn % INSTITUTIONS };
        let numbered = there.into_iter().zip(institutions);
        numbered.map(|(number, drawn)| (number, whose(number, drawn))).collect()
    })
}

fn operators() -> impl Strategy<Value = Vec<Operator>> {
    (some(OPERATORS), 0..3_u16).prop_map(|(operators, capacity)| {
        let all = operators.into_iter();
        all.map(|(number, whose)| Operator {
            id: id("o", number),
            institution: id("i", whose),
            capacity: capacity + u16::from(number) % 2,
            skills: skills(whose),
        })
        .collect()
    })
}

fn groups() -> impl Strategy<Value = Vec<Group>> {
    let members = prop::collection::vec(ids("o", OPERATORS), usize::from(GROUPS));
    (some(GROUPS), members).prop_map(|(groups, members)| {
        let all = groups.into_iter().zip(members);
        all.map(|((number, whose), operators)| Group {
            id: id("g", number),
            institution: id("i", whose),
            operators,
        })
        .collect()
    })
}

fn queues() -> impl Strategy<Value = Vec<Queue>> {
    let levels = prop::collection::vec(level(), 1..4);
    let policy = (levels, outcomes(), manners()).prop_map(|(levels, (after, full), manners)| {
        let mut policy = Policy { after, full, ..manners };
        policy.levels = levels;
        policy
    });
    let assigned = prop::collection::vec((0..OPERATORS, any::<bool>()), 0..5);
    let rest = prop::collection::vec((policy, assigned), usize::from(QUEUES));
    (some(QUEUES), rest).prop_map(|(queues, rest)| {
        let all = queues.into_iter().zip(rest);
        all.map(|((number, whose), (policy, assigned))| Queue {
            id: id("q", number),
            institution: id("i", whose),
            policy,
            hours: number.is_multiple_of(2).then(|| own_hours(number)),
            profile: number.is_multiple_of(3).then(|| "in our name".into()),
            assigned: assigned.into_iter().map(assignment).collect(),
        })
        .collect()
    })
}

/// Hours by name, and hours that are written where they are wanted.
fn own_hours(number: u8) -> OwnHours {
    if number == 0 {
        return OwnHours {
            hours: HoursOf::Named("office".to_owned()),
            holidays: HolidayLists::new(),
        };
    }
    Hours::of("UTC", [Window::daily("08:00", "17:00")]).into()
}

fn hours(to: &str) -> BTreeMap<String, Hours> {
    let hours = Hours::of("UTC", [Window::daily("08:00", to)]);
    [("office".to_owned(), hours.except(Exception::on_holidays("federal")))].into()
}

/// Chats move on down the list, and seldom in a circle.
fn outcomes() -> impl Strategy<Value = (After, Option<Box<Full>>)> {
    let then = || {
        prop_oneof![
            Just(After::TakeMessage { notice: None }),
            (0..QUEUES).prop_map(|number| After::MoveTo { queue: id("q", number) }),
        ]
    };
    let full = (1..3_u32, then()).prop_map(|(chats, then)| Box::new(Full { chats, then }));
    (prop_oneof![Just(After::KeepWaiting), then()], prop::option::of(full))
}

/// All else that a policy says of its chats.
fn manners() -> impl Strategy<Value = Policy> {
    let notice = |after| Notice { after, text: "soon".into() };
    let idle = || prop::option::of(millis(80).prop_map(|after| IdleRule { notice: None, after }));
    let close = |after| TooLong { after, then: After::Close { notice: None } };
    let waits = (prop::option::of(millis(200)), prop::option::of(millis(100)), idle(), idle());
    let claims = (any::<bool>(), millis(50), prop::option::of(millis(50)));
    let staff = (prop::option::of(1..4_u16), prop::option::of(millis(60)));
    (waits, claims, staff).prop_map(
        move |((most, soon, idle_patron, idle_operator), claims, (missed, wrap_up))| {
            let mut policy = Policy::ring_all();
            policy.too_long = most.map(|most| close(most).into());
            policy.notice = soon.map(|soon| notice(soon).into());
            policy.idle_patron = idle_patron.map(Into::into);
            policy.idle_operator = idle_operator.map(Into::into);
            policy.claim_by = if claims.0 { ClaimBy::FirstMessage } else { ClaimBy::Accept };
            policy.preferred_for = claims.1;
            policy.returns_for = claims.2;
            policy.pause_after_missed = missed;
            policy.wrap_up = wrap_up;
            policy
        },
    )
}

fn assignment((number, enabled): (u8, bool)) -> Assigned {
    Assigned {
        operator: id("o", number),
        enabled: Some(enabled),
        rank: u16::from(number % 3),
        weight: u16::from(enabled),
        limit: (number % 3 == 1).then_some(1),
    }
}

fn supervisor() -> impl Strategy<Value = Supervisor> {
    let marks = (0..OPERATORS, ids("q", QUEUES), ids("g", GROUPS));
    marks.prop_map(|(number, queues, groups)| Supervisor {
        operator: id("o", number),
        queues,
        groups,
    })
}

fn partnership() -> impl Strategy<Value = Partnership> {
    let gives = || prop::collection::vec(grant(), 0..3);
    let pair = prop_oneof![2 => Just((0, 1)), 1 => (0..INSTITUTIONS, 1..INSTITUTIONS)];
    let terms = (pair, gives(), gives(), any::<bool>());
    terms.prop_map(|((one, more), gives, other_gives, returns)| Partnership {
        sides: [(one, gives), ((one + more) % INSTITUTIONS, other_gives)]
            .map(|(number, gives)| Side { institution: id("i", number), gives }),
        on_end: if returns { EndRule::Return } else { EndRule::Finish },
    })
}

/// The document without what has faults, so that most of it is left.
fn mended(mut setup: Setup) -> Setup {
    for _ in 0..64 {
        let Some(fault) = setup.check(&Config::default()).faults.into_iter().next() else {
            return setup;
        };
        mend(&mut setup, &fault.path);
    }
    panic!("it has faults still: {}", setup.check(&Config::default()));
}

/// Takes out what a path leads to.
fn mend(setup: &mut Setup, path: &str) {
    let numbers: Vec<usize> = path.split(['[', ']']).filter_map(|part| part.parse().ok()).collect();
    let list = path.split('[').next().unwrap_or_default();
    let first = numbers[0];
    match list {
        "operators" => drop(setup.operators.remove(first)),
        "groups" if path.contains(".operators") => {
            setup.groups[first].operators.remove(numbers[1]);
        }
        "groups" => drop(setup.groups.remove(first)),
        "queues" if path.contains(".assigned") => {
            setup.queues[first].assigned.remove(numbers[1]);
        }
        "queues" if path.contains(".policy.full") => setup.queues[first].policy.full = None,
        "queues" if path.contains(".policy.after") => {
            setup.queues[first].policy.after = After::KeepWaiting;
        }
        "queues" if path.contains(".policy.levels") => {
            setup.queues[first].policy.levels[numbers[1]].pool[numbers[2]] = Source::Assigned;
        }
        "queues" => drop(setup.queues.remove(first)),
        "supervisors" => drop(setup.supervisors.remove(first)),
        "partnerships" => drop(setup.partnerships.remove(first)),
        _ => panic!("no way to mend `{path}`"),
    }
}
