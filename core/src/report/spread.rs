//! How long something took, over many chats: in bounded memory, however many there are.

use hdrhistogram::Histogram;
use serde::{Deserialize, Serialize};

use crate::time::Span;

/// How spans are spread.
///
/// `n`, `mean` and `max` are exact, the mean to the millisecond. The others are the smallest span that
/// so many of all are not longer than: exact below 256 ms, and above that too long by less than 1 %.
/// With `n` of 0 all are 0.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Spread {
    /// How many there are.
    pub n: u64,
    /// Their mean.
    pub mean: Span,
    /// Half of them are not longer.
    pub median: Span,
    /// 90 % of them are not longer.
    pub p90: Span,
    /// 95 % of them are not longer.
    pub p95: Span,
    /// The longest.
    pub max: Span,
}

/// Spans as they come in.
///
/// The histogram is as large as the longest of them asks for: 8 KB for an hour, 24 KB for the longest
/// there is.
#[derive(Clone, Debug, Default)]
pub(super) struct Spans {
    n: u64,
    sum: u128,
    max: u64,
    seen: Option<Histogram<u32>>,
}

/// 256 values are told apart in each power of two from 256 on: less than 1 % between them.
const SIGNIFICANT_DIGITS: u8 = 2;

impl Spans {
    pub(super) fn add(&mut self, span: Span) {
        let millis = span.as_millis();
        self.n += 1;
        self.sum += u128::from(millis);
        self.max = self.max.max(millis);
        let seen = self.seen.get_or_insert_with(|| {
            Histogram::new(SIGNIFICANT_DIGITS).expect("2 is among those that it knows")
        });
        seen.record(millis).expect("it grows to what there is to record");
    }

    pub(super) fn spread(&self) -> Spread {
        let Some(seen) = &self.seen else {
            return Spread::default();
        };
        let at = |quantile| Span::from_millis(seen.value_at_quantile(quantile).min(self.max));
        let n = u128::from(self.n);
        let mean = u64::try_from((self.sum + n / 2) / n).expect("no more than the longest");
        Spread {
            n: self.n,
            mean: Span::from_millis(mean),
            median: at(0.5),
            p90: at(0.9),
            p95: at(0.95),
            max: Span::from_millis(self.max),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;
    use alloc::vec::Vec;

    /// What is not longer than so many percent of them, by the definition.
    fn exact(sorted: &[u64], percent: usize) -> u64 {
        sorted[(sorted.len() * percent).div_ceil(100).max(1) - 1]
    }

    #[test]
    fn it_is_what_the_definition_says_within_a_hundredth() {
        // As different as milliseconds and years, and many of the same.
        for (n, growth) in [(1, 1), (2, 3), (10, 7), (101, 3), (5_000, 1_000_003), (20_000, 977)] {
            let mut values: Vec<u64> =
                (0..n).map(|i: u64| (i * i * growth + i % 7) % (1 << (i % 40))).collect();
            let mut spans = Spans::default();
            for &millis in &values {
                spans.add(Span::from_millis(millis));
            }
            values.sort_unstable();
            let spread = spans.spread();
            assert_eq!(spread.n, n);
            assert_eq!(spread.max.as_millis(), values[values.len() - 1]);
            let sum: u128 = values.iter().map(|&millis| u128::from(millis)).sum();
            assert_eq!(
                u128::from(spread.mean.as_millis()),
                (sum + u128::from(n) / 2) / u128::from(n)
            );
            for (percent, found) in [(50, spread.median), (90, spread.p90), (95, spread.p95)] {
                let (exact, found) = (exact(&values, percent), found.as_millis());
                assert!(
                    exact <= found && (found - exact) * 100 <= exact,
                    "{n} {percent}: {exact} {found}"
                );
                assert!(exact >= 256 || found == exact, "{n} {percent}: {exact} {found}");
            }
        }
    }

    #[test]
    fn the_longest_span_there_is_has_room() {
        let longest = Timestamp::MAX.since(Timestamp::MIN);
        let mut spans = Spans::default();
        spans.add(longest);
        spans.add(longest);
        let spread = spans.spread();
        assert_eq!((spread.mean, spread.median, spread.max), (longest, longest, longest));
        assert_eq!(Spans::default().spread(), Spread::default());
    }

    #[test]
    fn it_takes_as_much_memory_as_is_promised() {
        for (longest, kilobytes) in
            [(Span::from_secs(3_600), 8), (Timestamp::MAX.since(Timestamp::MIN), 24)]
        {
            let mut spans = Spans::default();
            spans.add(longest);
            let counters = spans.seen.expect("something was seen").distinct_values();
            assert!(counters * size_of::<u32>() <= kilobytes * 1_024, "{longest:?}: {counters}");
        }
    }
}
