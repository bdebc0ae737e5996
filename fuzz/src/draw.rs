//! Choices made of bytes.

/// Draws choices from bytes, one after the other. When they are used up, each choice is the first.
#[derive(Clone, Copy, Debug)]
pub struct Draw<'b>(&'b [u8]);

impl<'b> Draw<'b> {
    /// All choices that these bytes hold.
    #[must_use]
    pub const fn of(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// Whether there is nothing left to choose.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    /// A number below `most`, or 0 where there is none.
    pub fn below(&mut self, most: usize) -> usize {
        let width = if most <= 256 { 1 } else { 2 };
        let drawn = (0..width).fold(0, |drawn, _| drawn << 8 | usize::from(self.byte()));
        drawn % most.max(1)
    }

    /// One of these; `None` if there are none.
    pub fn one_of<'t, T>(&mut self, things: &'t [T]) -> Option<&'t T> {
        things.get(self.below(things.len()))
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((&byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        byte
    }

    /// A number of any size.
    pub fn number(&mut self) -> u64 {
        (0..8).fold(0, |number, _| number << 8 | u64::from(self.byte()))
    }
}
