//! The patrons and operators: drawn once, so that each policy meets the same ones.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Exp, LogNormal, StandardUniform};

use crate::assumptions::{self, Assumptions, FIRST_DAY, OPEN};
use crate::table::Table;

const HOUR_MS: i64 = 3_600_000;

/// Everything that happens whatever the policy is.
pub(crate) struct World {
    pub(crate) assumptions: Assumptions,
    /// The institutions.
    pub(crate) names: Vec<String>,
    /// In the order of asking.
    pub(crate) patrons: Vec<Patron>,
    /// Where each operator works.
    pub(crate) operators: Vec<usize>,
    pub(crate) shifts: Vec<Shift>,
}

/// Somebody who asks.
pub(crate) struct Patron {
    /// Their institution.
    pub(crate) home: usize,
    pub(crate) asks_at: i64,
    pub(crate) patience_ms: i64,
    pub(crate) service_ms: i64,
}

/// Who is at work, from when to when.
pub(crate) struct Shift {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) operators: Vec<usize>,
}

impl World {
    pub(crate) fn draw(table: &Table, assumptions: &Assumptions) -> Self {
        let days = table.total().div_ceil(assumptions.chats_a_day).max(1);
        let days: Vec<(i64, i64)> = (0..days as usize).map(open).collect();
        let mut chance = ChaCha8Rng::seed_from_u64(assumptions.seed);
        let patrons = patrons(table, assumptions, &days, &mut chance);
        let (operators, shifts) = staff(table, assumptions, &days, &mut chance);
        let names = table.names.clone();
        Self { assumptions: assumptions.clone(), names, patrons, operators, shifts }
    }

    /// How long an operator takes to accept a chat, in milliseconds, when they are rung for it for
    /// the first time, the second, ...: the same under every policy.
    pub(crate) fn accepts_after(&self, patron: usize, operator: usize, time: u32) -> i64 {
        let who = (patron as u64) << 24 | operator as u64;
        let mut chance = ChaCha8Rng::seed_from_u64(self.assumptions.seed);
        chance.set_stream(1 << 63 | who << 8 | u64::from(time.min(255)));
        span(self.assumptions.accepts_after, &mut chance)
    }
}

/// From when to when the service is open on a day.
fn open(day: usize) -> (i64, i64) {
    let midnight = i64::try_from(day).unwrap_or(i64::MAX).saturating_mul(24 * HOUR_MS);
    let (from, to) = OPEN[(FIRST_DAY + day) % 7];
    (midnight + i64::from(from) * HOUR_MS, midnight + i64::from(to) * HOUR_MS)
}

fn patrons(
    table: &Table,
    assumptions: &Assumptions,
    days: &[(i64, i64)],
    chance: &mut ChaCha8Rng,
) -> Vec<Patron> {
    let patience = Exp::new(1.0 / assumptions.patience_secs).expect("patience is positive");
    let open: i64 = days.iter().map(|(from, to)| to - from).sum();
    let mut patrons = Vec::new();
    for (home, asked) in table.asked().into_iter().enumerate() {
        for _ in 0..asked {
            patrons.push(Patron {
                home,
                asks_at: moment(days, whole(uniform(chance) * to_float(open))),
                patience_ms: whole(patience.sample(chance) * 1_000.0),
                service_ms: span(assumptions.service, chance),
            });
        }
    }
    patrons.sort_by_key(|patron| patron.asks_at);
    patrons
}

/// The moment when the service has been open for so long.
fn moment(days: &[(i64, i64)], mut open: i64) -> i64 {
    for &(from, to) in days {
        if open < to - from {
            return from + open;
        }
        open -= to - from;
    }
    days.last().map_or(0, |day| day.1 - 1)
}

/// Lays the shares of all institutions on a line, and picks a point in each place at work: all
/// points are equally far from each other, and only the first is drawn. So an institution with a
/// share of 2.4 places sends two or three, and one with 0.1 sends somebody to one shift in ten.
fn staff(
    table: &Table,
    assumptions: &Assumptions,
    days: &[(i64, i64)],
    chance: &mut ChaCha8Rng,
) -> (Vec<usize>, Vec<Shift>) {
    let (answered, total) = (table.answered(), f64::from(table.total()));
    let mut operators = Vec::new();
    // The operators of each institution, by number.
    let mut known: Vec<Vec<usize>> = vec![Vec::new(); answered.len()];
    let mut shifts = Vec::new();
    for &(opens, closes) in days {
        let length = i64::from(assumptions.shift_hours) * HOUR_MS;
        let mut from = opens;
        while from < closes {
            let to = (from + length).min(closes);
            let first = uniform(chance);
            let mut shift = Shift { from, to, operators: Vec::new() };
            let mut seen = 0;
            for (institution, known) in known.iter_mut().enumerate() {
                let before: u32 = answered[..=institution].iter().sum();
                let share = f64::from(before) / total * f64::from(assumptions.at_work);
                let reached = whole((share - first).max(0.0).ceil());
                let places = usize::try_from(reached - seen).unwrap_or_default();
                seen = reached;
                while known.len() < places {
                    known.push(operators.len());
                    operators.push(institution);
                }
                shift.operators.extend(&known[..places]);
            }
            shifts.push(shift);
            from = to;
        }
    }
    (operators, shifts)
}

fn uniform(chance: &mut ChaCha8Rng) -> f64 {
    StandardUniform.sample(chance)
}

fn span((mu, sigma): assumptions::LogNormal, chance: &mut ChaCha8Rng) -> i64 {
    let seconds = LogNormal::new(mu, sigma).expect("both are finite").sample(chance);
    whole(seconds * 1_000.0)
}

#[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole")]
fn whole(number: f64) -> i64 {
    number as i64
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn to_float(number: i64) -> f64 {
    number as f64
}
