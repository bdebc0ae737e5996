//! The compiled form of hours: when they are open, and when that changes.

use crate::time::Timestamp;

use super::plan::Plan;
use super::zone::Zone;

const MINUTE: i64 = 60 * 1_000;

/// No clocks show a later minute at [`Timestamp::MAX`].
const LAST_MINUTE: i64 = Timestamp::MAX.as_millis() / MINUTE + 2 * 24 * 60;

/// Hours that have been read, to be asked about any instant.
///
/// [`Hours::schedule`](super::Hours::schedule) makes it. It depends on nothing but the hours, the
/// holidays that they name, and the [version](super::tz_version) of the time zone data. What it
/// answers never changes.
///
/// A question costs a search among the exceptions (O(log n)), and a look at no more than three
/// weeks; only where windows would open in skipped hours alone, those hours are passed over one
/// after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    zone: Zone,
    plan: Plan,
}

impl Schedule {
    pub(super) const fn new(zone: Zone, plan: Plan) -> Self {
        Self { zone, plan }
    }

    /// Whether it is open at this instant. It is at the one at which it opens, and no more at the
    /// one at which it closes.
    #[must_use]
    pub fn is_open(&self, at: Timestamp) -> bool {
        let (low, high) = self.zone.readings(at.as_millis());
        let (low, high) = (low.div_euclid(MINUTE), high.div_euclid(MINUTE));
        // In an hour that comes twice, what was open the first time or will be the second time.
        self.plan.is_open(low)
            || low < high && self.plan.next_edge(low).is_some_and(|edge| edge <= high)
    }

    /// The next instant, later than `at`, at which it opens or closes. `None` where that is never,
    /// or not up to [`Timestamp::MAX`].
    #[must_use]
    pub fn next_change(&self, at: Timestamp) -> Option<Timestamp> {
        let now = at.as_millis();
        let mut from = self.first_open(self.zone.readings(now).0.div_euclid(MINUTE))?;
        loop {
            let opens = self.opens(from);
            let Some(to) = self.plan.next_edge(from) else {
                return within(opens).filter(|opens| *opens > at);
            };
            let closes = self.closes(to);
            if opens < closes {
                return within(if opens > now { opens } else { self.closes_for_good(to, closes)? });
            }
            // It lies in skipped hours as a whole and never is: go on where the clocks do.
            let shown = self.zone.readings(opens).0.div_euclid(MINUTE);
            from = self.first_open(shown).filter(|minute| *minute <= LAST_MINUTE)?;
        }
    }

    /// The next instant, later than `at`, at which it opens. Where it is open at `at`, that is the
    /// next time. `None` where that is never, or not up to [`Timestamp::MAX`].
    #[must_use]
    pub fn next_opening(&self, at: Timestamp) -> Option<Timestamp> {
        let change = self.next_change(at)?;
        if self.is_open(at) { self.next_change(change) } else { Some(change) }
    }

    fn first_open(&self, minute: i64) -> Option<i64> {
        if self.plan.is_open(minute) { Some(minute) } else { self.plan.next_edge(minute) }
    }

    /// When it closes that is to close at this minute, and so at this instant: later where it opens
    /// again before, as it does where both edges lie in an hour that comes twice, or in one that is
    /// skipped. `None`: never.
    fn closes_for_good(&self, mut to: i64, mut closes: i64) -> Option<i64> {
        while let Some(from) = self.plan.next_edge(to) {
            if self.opens(from) > closes {
                break;
            }
            to = self.plan.next_edge(from)?;
            closes = self.closes(to);
        }
        Some(closes)
    }

    fn opens(&self, minute: i64) -> i64 {
        self.zone.earliest(minute * MINUTE)
    }

    fn closes(&self, minute: i64) -> i64 {
        self.zone.latest(minute * MINUTE)
    }
}

fn within(millis: i64) -> Option<Timestamp> {
    (millis <= Timestamp::MAX.as_millis()).then(|| Timestamp::from_millis(millis))
}
