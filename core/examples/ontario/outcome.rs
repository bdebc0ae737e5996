//! What came of one policy.

use std::collections::BTreeMap;

use crate::figures::Waits;
use crate::setting::Plan;
use crate::simulation::Fate;
use crate::world::World;

/// The figures of one policy.
pub(crate) struct Outcome {
    pub(crate) plan: Plan,
    /// How long everybody waited, in milliseconds, those who gave up included.
    pub(crate) waits: Waits,
    pub(crate) answered: u32,
    pub(crate) gave_up: u32,
    pub(crate) offers: u32,
    /// The chats that were answered, by home and by who answered.
    pub(crate) chats: BTreeMap<(usize, usize), u32>,
    /// The share of patrons who had waited longer than each number of seconds.
    pub(crate) waited_longer: Vec<f64>,
}

/// For how many seconds the picture shows waits.
pub(crate) const SHOWN_SECS: u32 = 120;

impl Outcome {
    pub(crate) fn of(plan: Plan, world: &World, fates: &[Fate]) -> Self {
        let mut outcome = Self {
            plan,
            waits: Waits::of(fates.iter().map(|fate| fate.waited_ms)),
            answered: 0,
            gave_up: 0,
            offers: fates.iter().map(|fate| fate.offers).sum(),
            chats: BTreeMap::new(),
            waited_longer: waited_longer(fates),
        };
        for (patron, fate) in world.patrons.iter().zip(fates) {
            if let Some(by) = fate.answered_by {
                outcome.answered += 1;
                *outcome.chats.entry((patron.home, by)).or_default() += 1;
            } else {
                outcome.gave_up += 1;
            }
        }
        outcome
    }

    pub(crate) fn total(&self) -> u32 {
        self.answered + self.gave_up
    }

    /// The share of all answered chats that somebody at home answered.
    pub(crate) fn share_at_home(&self) -> f64 {
        share_at_home(&self.chats)
    }
}

/// The share of all chats that somebody at home answered.
pub(crate) fn share_at_home(chats: &BTreeMap<(usize, usize), u32>) -> f64 {
    let at_home = chats.iter().filter(|((home, by), _)| home == by).map(|(_, chats)| chats).sum();
    share(at_home, chats.values().sum())
}

/// How large a part of the whole is; nothing of nothing is nothing.
pub(crate) fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

fn waited_longer(fates: &[Fate]) -> Vec<f64> {
    let all = u32::try_from(fates.len()).unwrap_or(u32::MAX);
    let longer = |seconds: u32| {
        let longer = fates.iter().filter(|fate| fate.waited_ms > seconds * 1_000).count();
        share(u32::try_from(longer).unwrap_or(u32::MAX), all)
    };
    (0..=SHOWN_SECS).map(longer).collect()
}
