//! The number in line, and how long it takes to come to its end.

use refdesk::Order;

use crate::CHATS;
use crate::desk::{Model, Team, ring_by};
use crate::figures::{SEEDS, interval, mean, steady};
use crate::run::{Contact, run};

/// Where all are busy, one of c chats ends every 1/(c μ), whenever one looks: so whoever comes as the
/// n-th in line waits n/(c μ) in the mean. What they are told is n/c of what chats have taken lately.
///
/// What was taken lately is a mean of a hundred chats, and a long line is a little likelier after chats
/// that took long: so what is told has an error of some per cent beside its own interval.
#[track_caller]
fn hold(name: &str, model: &Model, places: f64) {
    let model = Model { asks_position: true, ..model.clone() };
    let seeds: Vec<Vec<Contact>> = SEEDS.map(|seed| run(&model, seed, CHATS)).collect();
    for nth in [1, 2, 3, 5, 8] {
        let theory = f64::from(nth) / places;
        let means = |figure: fn(&Contact, f64) -> f64| -> Vec<f64> {
            let of_seed = |contacts: &Vec<Contact>| {
                let nth_in_line = steady(contacts).iter().filter_map(|contact| {
                    let (told_nth, wait) = contact.told()?;
                    (told_nth == nth).then(|| figure(contact, wait))
                });
                mean(nth_in_line)
            };
            seeds.iter().map(of_seed).collect()
        };
        let (waited, half) = interval(&means(|contact, _| contact.wait()));
        let (told, half_told) = interval(&means(|_, told| told));
        println!("{name}, {nth} in line: {waited:.6} ± {half:.6}, told {told:.6} ± {half_told:.6}");
        assert!((waited - theory).abs() <= half, "{nth} in line: {theory}, not {waited} ± {half}");
        let error = half_told + 0.05 * theory;
        assert!((told - theory).abs() <= error, "{nth} in line are told {told}, not {theory}");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn who_comes_as_the_nth_waits_for_n_chats_to_end() {
    hold("Erlang C (5, 4)", &Model::of(5, 4.0, ring_by(Order::LongestIdle)), 5.0);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn the_nth_in_line_where_operators_have_several_places() {
    let teams = [Team { operators: 3, slots: 3 }].into();
    let model = Model { teams, ..Model::of(3, 7.2, ring_by(Order::LeastBusy)) };
    hold("slots (3, 3)", &model, 9.0);
}
