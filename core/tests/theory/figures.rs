//! Means over seeds, and whether theory lies within their interval.

use crate::desk::Model;
use crate::run::{Contact, Fate, run};

/// Student's t for 99 % and nine degrees of freedom.
const T: f64 = 3.249_836;

pub(crate) const SEEDS: std::ops::RangeInclusive<u64> = 1..=10;

/// One figure of a row, and what theory says.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Row {
    /// The share of contacts that waited at all.
    Waited(f64),
    /// The mean wait over all contacts, those who gave up included.
    MeanWait(f64),
    /// The mean wait over those who are urgent, or over those who are not.
    MeanWaitOf { urgent: bool, theory: f64 },
    /// The share of contacts that waited at most so long.
    WaitedAtMost(f64, f64),
    /// The mean time over all contacts until somebody was rung for them.
    MeanWaitToOffer(f64),
    /// The share of contacts that gave up.
    Abandoned(f64),
    /// The share of contacts that this team answered, 0 being the one at home.
    AnsweredBy(usize, f64),
    /// The share of contacts that the queue closed.
    Lost(f64),
}

impl Row {
    const fn theory(self) -> f64 {
        match self {
            Self::Waited(theory)
            | Self::MeanWait(theory)
            | Self::MeanWaitOf { theory, .. }
            | Self::WaitedAtMost(_, theory)
            | Self::MeanWaitToOffer(theory)
            | Self::Abandoned(theory)
            | Self::AnsweredBy(_, theory)
            | Self::Lost(theory) => theory,
        }
    }

    /// What one contact adds to the figure. `None`: it is not among those whose figure it is.
    fn of(self, contact: &Contact) -> Option<f64> {
        if let Self::MeanWaitOf { urgent, .. } = self
            && urgent != contact.urgent
        {
            return None;
        }
        Some(match self {
            Self::Waited(_) => f64::from(contact.wait() > 0.0),
            Self::MeanWait(_) | Self::MeanWaitOf { .. } => contact.wait(),
            Self::WaitedAtMost(limit, _) => f64::from(contact.wait() <= limit),
            Self::MeanWaitToOffer(_) => contact.wait_to_offer(),
            Self::Abandoned(_) => f64::from(contact.fate == Fate::GaveUp),
            Self::AnsweredBy(team, _) => f64::from(contact.fate == Fate::Answered { team }),
            Self::Lost(_) => f64::from(contact.fate == Fate::Lost),
        })
    }
}

pub(crate) struct Runs {
    name: &'static str,
    model: Model,
    seeds: Vec<Vec<Contact>>,
}

/// Plays a model with every seed.
pub(crate) fn check(name: &'static str, model: &Model, chats: u32) -> Runs {
    let seeds: Vec<Vec<Contact>> = SEEDS.map(|seed| run(model, seed, chats)).collect();
    Runs { name, model: model.clone(), seeds }
}

impl Runs {
    /// Whether theory lies within the interval of each figure.
    #[track_caller]
    pub(crate) fn hold(&self, rows: &[Row]) {
        for &row in rows {
            let theory = row.theory();
            let means: Vec<f64> = self
                .seeds
                .iter()
                .map(|contacts| mean(steady(contacts).iter().filter_map(|c| row.of(c))))
                .collect();
            let (mean, half) = interval(&means);
            let model = &self.model;
            println!("{}, {row:?}: {mean:.6} ± {half:.6}", self.name);
            assert!(
                (mean - theory).abs() <= half,
                "{row:?}: theory says {theory}, the router {mean} ± {half} in {model:?}"
            );
        }
    }
}

/// The first tenth of a run is still filling the desk.
pub(crate) fn steady(contacts: &[Contact]) -> &[Contact] {
    &contacts[contacts.len() / 10..]
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
pub(crate) fn mean(figures: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = figures.fold((0.0, 0u64), |(sum, count), figure| (sum + figure, count + 1));
    sum / count as f64
}

/// The mean of the seeds, and half the width of its 99 % interval.
pub(crate) fn interval(means: &[f64]) -> (f64, f64) {
    let centre = mean(means.iter().copied());
    let spread = mean(means.iter().map(|m| (m - centre).powi(2))) * 10.0 / 9.0;
    (centre, T * (spread / 10.0).sqrt())
}
