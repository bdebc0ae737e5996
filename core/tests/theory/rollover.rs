//! A team at home and a partner's behind it.

use refdesk::{After, Entering, Level, Order, Policy, WhenBusy};

use crate::CHATS;
use crate::desk::{Model, Team, home, partner, ring_by, span};
use crate::figures::{Row, check};

/// Who has waited so long at home leaves for good, to somebody who is always free.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn patrons_who_leave_the_home_queue_after_a_while() {
    let ring = ring_by(Order::LongestIdle);
    let mut elsewhere = partner(1, ring);
    elsewhere.entry = Entering::Replace;
    let model = Model {
        teams: vec![Team { operators: 3, slots: 1 }, Team { operators: 1, slots: 1_000 }],
        policy: Policy::of([home(ring).rolling_on_after(span(0.5)), elsewhere]),
        ..Model::of(3, 2.4, ring)
    };
    let rows = check("M/M/3+D (2.4, 0.5)", &model, CHATS);
    rows.hold(&[
        Row::Waited(0.427_666_3),
        Row::MeanWait(0.142_409_0),
        Row::AnsweredBy(1, 0.155_554_9),
    ]);
}

/// Three at home and two behind them: a level that is all busy is passed over at once.
fn home_first(arrivals: f64) -> Model {
    let ring = ring_by(Order::LongestIdle);
    let passed = |level| Level { when_busy: WhenBusy::RollOn, ..level };
    Model {
        teams: vec![Team { operators: 3, slots: 1 }, Team { operators: 2, slots: 1 }],
        policy: Policy::of([passed(home(ring)), passed(partner(1, ring))]),
        ..Model::of(3, arrivals, ring)
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn home_first_then_a_backup_then_nobody() {
    let mut model = home_first(3.0);
    model.policy.after = After::Close { notice: None };
    let rows = check("home 3, backup 2, closed (3)", &model, CHATS);
    rows.hold(&[
        Row::AnsweredBy(0, 0.653_846_2),
        Row::AnsweredBy(1, 0.236_099_5),
        Row::Lost(0.110_054_3),
    ]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn home_first_then_one_line_for_both() {
    let rows = check("home 3, backup 2, one line (4)", &home_first(4.0), CHATS);
    rows.hold(&[
        Row::Waited(0.554_112_6),
        Row::MeanWait(0.554_112_6),
        Row::WaitedAtMost(1.0, 0.796_153_4),
        Row::AnsweredBy(0, 0.638_266),
    ]);
}
