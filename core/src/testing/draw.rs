//! Small numbers out of a large one.

/// Draws small numbers from one large one. From 0 it draws nothing but 0, so whatever is plain is
/// drawn by 0: then stories shrink to plain ones.
#[derive(Clone, Debug)]
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        let most = most.max(1);
        let drawn = self.0 % most;
        self.0 = (self.0 / most) ^ self.0.rotate_left(23).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        drawn
    }

    /// Once in so many times, and never from 0.
    pub(crate) fn one_in(&mut self, most: u64) -> bool {
        self.below(most) == most - 1
    }

    /// A number that is small anyway.
    pub(crate) fn small<N: TryFrom<u64> + Default>(&mut self, most: u64) -> N {
        N::try_from(self.below(most)).unwrap_or_default()
    }

    /// One of a list, if it has any.
    pub(crate) fn one_of<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        let place: usize = self.small(list.len() as u64);
        list.get(place)
    }
}
