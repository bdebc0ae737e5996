//! Means and percentiles of waits.

/// The waits of some contacts, in seconds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waits(Vec<u32>);

impl Waits {
    pub(crate) fn of(waits: impl IntoIterator<Item = u32>) -> Self {
        let mut waits: Vec<u32> = waits.into_iter().collect();
        waits.sort_unstable();
        Self(waits)
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    pub(crate) fn mean(&self) -> f64 {
        let sum: u64 = self.0.iter().map(|&wait| u64::from(wait)).sum();
        if self.0.is_empty() { 0.0 } else { sum as f64 / self.0.len() as f64 }
    }

    /// The least wait that at least so many per cent of all did not exceed: the nearest rank.
    pub(crate) fn percentile(&self, per_cent: usize) -> u32 {
        let rank = (self.0.len() * per_cent).div_ceil(100);
        self.0.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }
}
