//! How long something takes that was not seen to its end: drawn from what was.

use alloc::vec::Vec;

use sha2::{Digest, Sha256};

use crate::time::Span;

/// How long something took as often as it was seen, and how often it was not seen to its end: the
/// product-limit estimate of Kaplan and Meier (*Nonparametric Estimation from Incomplete Observations*,
/// 1958). Without those that were cut short, only the fast would be counted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Likely<T> {
    /// After how long it happened, and the share of all that it has happened to by then.
    steps: Vec<(Span, f64, T)>,
}

/// What was seen: after so long this happened, or nothing had yet.
pub(super) type Seen<T> = (Span, Option<T>);

#[allow(clippy::float_arithmetic, reason = "shares, of what is only assumed")]
impl<T: Copy> Likely<T> {
    pub(super) fn of(mut seen: Vec<Seen<T>>) -> Self {
        // Who was cut short at the moment when it happened to another was still there then.
        seen.sort_by_key(|(span, happened)| (*span, happened.is_none()));
        let mut steps = Vec::new();
        let mut not_yet = 1.0;
        let mut left = seen.len();
        for (span, happened) in seen {
            if let Some(what) = happened {
                not_yet -= not_yet / float(left);
                steps.push((span, 1.0 - not_yet, what));
            }
            left -= 1;
        }
        Self { steps }
    }

    /// How often it was seen to happen.
    pub(super) const fn happened(&self) -> usize {
        self.steps.len()
    }

    /// After how long it happens, and what, where it has not happened for `beyond` yet. `None`: not within
    /// any time that was seen.
    pub(super) fn draw(&self, chance: Chance, beyond: Option<Span>) -> Option<(Span, T)> {
        let first = self.steps.partition_point(|(span, ..)| Some(*span) <= beyond);
        let by_then = first.checked_sub(1).map_or(0.0, |last| self.steps[last].1);
        let share = by_then + chance.0 * (1.0 - by_then);
        let place =
            first + self.steps[first..].partition_point(|(_, by_then, _)| *by_then <= share);
        self.steps.get(place).map(|(span, _, what)| (*span, *what))
    }

    /// The longest after which it was seen to happen.
    pub(super) fn longest(&self) -> Option<(Span, T)> {
        self.steps.last().map(|(span, _, what)| (*span, *what))
    }
}

/// A number from 0 to 1, the same on every run: it hangs on what it is drawn for, and on nothing else.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chance(f64);

impl Chance {
    #[allow(clippy::float_arithmetic, reason = "a share")]
    pub(super) fn of(what: &str, about: &[&str], time: u64) -> Self {
        let mut hash = Sha256::new();
        for part in [what].iter().chain(about) {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        hash.update(time.to_le_bytes());
        let bytes: [u8; 32] = hash.finalize().into();
        let first = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        Self(f64::from(first) / (f64::from(u32::MAX) + 1.0))
    }
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn secs(seconds: u64) -> Span {
        Span::from_secs(seconds)
    }

    #[test]
    fn who_was_cut_short_counts_as_long_as_they_were_seen() {
        // The example that the textbooks give: of six, one was lost sight of at 2 and one at 4.
        let seen = vec![
            (secs(1), Some(())),
            (secs(2), None),
            (secs(3), Some(())),
            (secs(4), None),
            (secs(5), Some(())),
            (secs(6), None),
        ];
        let likely = Likely::of(seen);
        let shares: Vec<f64> = likely.steps.iter().map(|(_, share, ())| 1.0 - share).collect();
        let exact = [5.0 / 6.0, 5.0 / 6.0 * 3.0 / 4.0, 5.0 / 6.0 * 3.0 / 4.0 * 1.0 / 2.0];
        for (found, exact) in shares.iter().zip(exact) {
            assert!((found - exact).abs() < 1e-12, "{shares:?}");
        }
    }

    #[test]
    fn what_has_lasted_so_long_lasts_longer() {
        let likely = Likely::of((1..=10).map(|second| (secs(second), Some(second))).collect());
        for number in 0..200 {
            let chance = Chance::of("test", &["one"], number);
            assert!(likely.draw(chance, None).is_some());
            assert!(likely.draw(chance, Some(secs(7))).is_some_and(|(span, _)| span > secs(7)));
            assert_eq!(likely.draw(chance, Some(secs(10))), None);
        }
        assert_eq!(likely.longest(), Some((secs(10), 10)));
        assert_eq!(Likely::<()>::of(Vec::new()).draw(Chance::of("test", &[], 0), None), None);
    }

    #[test]
    fn draws_are_spread_as_what_was_seen() {
        let likely = Likely::of(vec![
            (secs(1), Some('a')),
            (secs(2), Some('b')),
            (secs(3), None),
            (secs(4), None),
        ]);
        let mut drawn = [0_u32; 3];
        for number in 0..4_000 {
            match likely.draw(Chance::of("test", &["spread"], number), None) {
                Some((_, 'a')) => drawn[0] += 1,
                Some(_) => drawn[1] += 1,
                None => drawn[2] += 1,
            }
        }
        assert!(drawn[0].abs_diff(1_000) < 100 && drawn[1].abs_diff(1_000) < 100, "{drawn:?}");
    }
}
