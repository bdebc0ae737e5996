//! Operators who take a while to accept.

use refdesk::{Order, Ring};

use crate::CHATS;
use crate::desk::{Arrivals, Model, ring_by, span};
use crate::figures::{Row, check};

/// From the offer on, somebody is as good as busy: the queue M/G/1 whose service is the sum of both.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn an_offer_holds_a_place() {
    let model = Model { accepts: Some(5.0), ..Model::of(1, 0.5, ring_by(Order::LongestIdle)) };
    let rows = check("M/G/1 with offers (0.5)", &model, CHATS);
    rows.hold(&[Row::MeanWaitToOffer(1.55), Row::MeanWait(1.75)]);
}

/// Patrons come one at a time; the unit of time is a second here.
fn one_at_a_time(operators: u32, seconds_to_accept: f64, ring: Ring) -> Model {
    Model {
        arrivals: Arrivals::OneAtATime,
        accepts: Some(1.0 / seconds_to_accept),
        ..Model::of(operators, 1.0, ring)
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn five_who_are_rung_are_five_times_as_fast() {
    let model = one_at_a_time(5, 20.0, Ring::All { lapse_after: None });
    let rows = check("ring all (5, 1/20 s)", &model, CHATS);
    rows.hold(&[Row::MeanWait(4.0)]);
}

/// Nobody is nearer to an answer for having been rung for a while; so it does not matter after how
/// long the next one is rung, as long as nothing lies between the two and nobody is rung twice.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn one_after_the_other_takes_as_long_whatever_the_time_out() {
    for seconds in [5.0, 20.0, 60.0] {
        let (count, order) = (1, Order::RoundRobin);
        let proficient_first = false;
        let ring = Ring::Best { count, order, proficient_first, lapse_after: Some(span(seconds)) };
        // So many operators that no patron ever rings all of them in vain; and fewer patrons, since
        // their waits do not hang together.
        let rows = check("one by one (1/30 s)", &one_at_a_time(200, 30.0, ring), CHATS / 5);
        rows.hold(&[Row::MeanWait(30.0)]);
    }
}
