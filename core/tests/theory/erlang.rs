//! One team, everybody free to answer at once: Erlang's formulas.

use refdesk::{Need, Order, Ring};

use crate::CHATS;
use crate::desk::{Model, SKILL, Team, id, ring_by, span};
use crate::figures::{Row, check};
use crate::run::{Contact, run};

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn two_operators_who_are_kept_busy() {
    let rows = check("Erlang C (2, 1.5)", &Model::of(2, 1.5, ring_by(Order::LeastBusy)), CHATS);
    rows.hold(&[Row::Waited(0.642_857_1), Row::MeanWait(1.285_714_3)]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn five_operators_and_the_share_of_short_waits() {
    let rows = check("Erlang C (5, 4)", &Model::of(5, 4.0, ring_by(Order::LongestIdle)), CHATS);
    rows.hold(&[
        Row::Waited(0.554_112_6),
        Row::MeanWait(0.554_112_6),
        Row::WaitedAtMost(1.0, 0.796_153_4),
    ]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn ten_operators_and_the_share_of_short_waits() {
    let rows = check("Erlang C (10, 8)", &Model::of(10, 8.0, ring_by(Order::RoundRobin)), CHATS);
    rows.hold(&[
        Row::Waited(0.409_180_2),
        Row::MeanWait(0.204_590_1),
        Row::WaitedAtMost(0.5, 0.849_471_0),
    ]);
}

/// Every order, one after the other: a new one breaks the build here, and is then asked for too.
const fn order_after(order: Option<Order>) -> Option<Order> {
    match order {
        None => Some(Order::LeastBusy),
        Some(Order::LeastBusy) => Some(Order::MostSpare),
        Some(Order::MostSpare) => Some(Order::LongestIdle),
        Some(Order::LongestIdle) => Some(Order::RoundRobin),
        Some(Order::RoundRobin) => Some(Order::WeightedRoundRobin),
        Some(Order::WeightedRoundRobin) => Some(Order::FixedRanks),
        Some(Order::FixedRanks) => None,
    }
}

/// Who serves may differ; that nobody is idle beside a waiting chat, and that the oldest goes first,
/// may not. So the same patrons wait equally long, one by one, whatever the order of choice.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn the_order_of_choice_changes_no_wait() {
    let orders = std::iter::successors(order_after(None), |&order| order_after(Some(order)));
    let orders = orders.flat_map(|order| {
        let rings = [(1, false), (2, false), (1, true)];
        rings.map(|(count, proficient_first)| Ring::Best {
            count,
            order,
            proficient_first,
            lapse_after: None,
        })
    });
    let waits = |ring| -> Vec<f64> {
        let teams = [Team { operators: 5, slots: 2 }].into();
        let mut model = Model { teams, ..Model::of(5, 8.0, ring) };
        // So that there is something to be proficient at.
        model.policy.levels[0].needs = vec![Need { skill: id(SKILL), at_least: 1 }];
        let contacts = run(&model, 1, CHATS);
        contacts.iter().map(Contact::wait).collect()
    };
    let first = waits(Ring::All { lapse_after: None });
    for ring in orders {
        assert!(waits(ring) == first, "{ring:?} lets others wait");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn three_operators_with_three_chats_each() {
    let teams = [Team { operators: 3, slots: 3 }].into();
    let model = Model { teams, ..Model::of(3, 7.2, ring_by(Order::LeastBusy)) };
    let rows = check("slots", &model, CHATS);
    rows.hold(&[Row::Waited(0.432_222_3), Row::MeanWait(0.240_123_5)]);
}

/// One in four is urgent: they wait less and the others more, in the mean as long as before.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn the_urgent_go_first_and_interrupt_nobody() {
    let model = Model { urgent: 0.25, ..Model::of(5, 4.0, ring_by(Order::LongestIdle)) };
    let rows = check("priority (5, 1 + 3)", &model, CHATS);
    rows.hold(&[
        Row::MeanWaitOf { urgent: true, theory: 0.138_528_1 },
        Row::MeanWaitOf { urgent: false, theory: 0.692_640_7 },
        Row::MeanWait(0.554_112_6),
    ]);
}

/// What follows a chat keeps its operator busy like the chat itself: the queue M/G/1.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn a_quarter_of_a_unit_to_wrap_up() {
    let mut model = Model::of(1, 0.6, ring_by(Order::LongestIdle));
    model.policy.wrap_up = Some(span(0.25));
    let rows = check("M/G/1 with wrap-up (0.6)", &model, CHATS);
    rows.hold(&[Row::MeanWait(3.075)]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn fifty_operators_and_patrons_who_give_up() {
    let model = Model { gives_up: Some(0.5), ..Model::of(50, 48.0, ring_by(Order::LongestIdle)) };
    let rows = check("Erlang A (50, 48)", &model, CHATS);
    rows.hold(&[Row::Waited(0.467_774_1), Row::MeanWait(0.061_824_5), Row::Abandoned(0.030_912_2)]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn three_operators_and_twice_the_work() {
    let model = Model { gives_up: Some(0.5), ..Model::of(3, 6.0, ring_by(Order::LongestIdle)) };
    let rows = check("Erlang A (3, 6)", &model, CHATS);
    rows.hold(&[Row::Waited(0.982_257_7), Row::MeanWait(1.007_806_6), Row::Abandoned(0.503_903_3)]);
}
