//! Who comes before whom among those who wait.

use crate::config::Priority;
use crate::time::Timestamp;

/// A chat's place in every line it ever stands in: its class, then its arrival. It keeps it for ever,
/// and no two chats have the same.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Place {
    /// The class, the most urgent first, and when it came, less the head start that its class has.
    since: u64,
    /// The number of its arrival.
    arrival: u64,
}

/// Milliseconds since the earliest instant fill less than these bits; the class stands before them.
const TIME_BITS: u32 = 56;

impl Place {
    pub(crate) const fn of_parts(since: u64, arrival: u64) -> Self {
        Self { since, arrival }
    }

    /// The class with when it came, and the number of its arrival.
    pub(crate) const fn parts(self) -> (u64, u64) {
        (self.since, self.arrival)
    }

    /// The place of a chat of this class that comes now.
    pub(crate) fn of(class: u8, priorities: &[Priority], now: Timestamp, arrival: u64) -> Self {
        let classes = &priorities[..usize::from(class).min(priorities.len())];
        let (more_urgent, head_start) = match classes.last() {
            None => (0, 0),
            Some(Priority::HeadStart { span }) => (0, span.as_millis()),
            Some(Priority::Strict) => {
                (classes.iter().filter(|class| **class == Priority::Strict).count(), 0)
            }
        };
        let more_urgent = u8::try_from(more_urgent).unwrap_or(u8::MAX);
        // No span: there may be more time since then than the longest span has.
        let came = now.as_millis().abs_diff(Timestamp::MIN.as_millis()).saturating_sub(head_start);
        Self { since: u64::from(u8::MAX - more_urgent) << TIME_BITS | came, arrival }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Span;

    #[test]
    fn a_head_start_is_as_long_at_the_end_of_time() {
        let classes = [Priority::HeadStart { span: Span::from_secs(60) }];
        let last_hour = Timestamp::from_millis(Timestamp::MAX.as_millis() - 3_600_000);
        for first in [Timestamp::default(), last_hour] {
            let came_first = Place::of(0, &classes, first, 1);
            let urgent =
                |seconds| Place::of(1, &classes, first.saturating_add(Span::from_secs(seconds)), 2);
            assert!(urgent(59) < came_first, "at {first}");
            assert!(came_first < urgent(61), "at {first}");
        }
    }
}
