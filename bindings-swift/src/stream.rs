//! How values cross between Swift and Rust: the other half is `Crossing.swift`.
//!
//! `refdesk_crossing` says which values those are, and in which order. What comes out is a text, since `uniffi` hands a
//! text on as it is, and bytes one by one: so no byte is above 127 but those of texts. A number below 100 is one byte; of
//! others a byte says how many groups of seven bits follow, the lowest first. What goes in has the same form; where a
//! number may be negative, the lowest bit says whether it is.

use refdesk::wire::Wire;
use refdesk_crossing as crossing;

use crossing::{Fault, Put, Take};

/// From here on, the first byte of a number says how many groups it has.
const GROUPS: u8 = 100;
/// As many as 64 bits have.
const MOST_GROUPS: u8 = 10;

/// What a value is, as it goes out.
pub(crate) fn text_of(value: &impl Put) -> String {
    let mut out = Out::new();
    value.put(&mut out);
    out.finish()
}

/// A value that came in.
pub(crate) fn value_from<T: Take>(bytes: &[u8]) -> Result<T, Fault> {
    let mut given = Given::new(bytes);
    let value = T::take(&mut given)?;
    given.end().map(|()| value)
}

/// What goes out.
pub(crate) struct Out(Vec<u8>);

impl Out {
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(512))
    }

    pub(crate) fn finish(self) -> String {
        String::from_utf8(self.0).expect("what is no text is below 128")
    }

    #[cold]
    fn long_number(&mut self, mut number: u64) {
        let head = self.0.len();
        self.0.push(GROUPS);
        while number > 0 {
            self.0.push((number & 127) as u8);
            self.0[head] += 1;
            number >>= 7;
        }
    }
}

impl crossing::Out for Out {
    #[inline]
    fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    #[inline]
    fn number(&mut self, number: u64) {
        match u8::try_from(number) {
            Ok(byte) if byte < GROUPS => self.byte(byte),
            _ => self.long_number(number),
        }
    }

    fn instant(&mut self, millis: i64) {
        self.number(folded(millis));
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// As CBOR, each byte in two halves.
    fn whole(&mut self, value: &impl Wire) {
        let bytes = value.to_bytes();
        self.number(bytes.len() as u64);
        self.0.extend(bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]));
    }
}

/// Those below 0 stand between the others.
const fn folded(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

const fn unfolded(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

/// What came in.
pub(crate) struct Given<'b> {
    bytes: &'b [u8],
}

impl<'b> Given<'b> {
    pub(crate) const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes }
    }

    fn some(&mut self, many: usize) -> Result<&'b [u8], Fault> {
        let (some, left) = self.bytes.split_at_checked(many).ok_or_else(Fault::cut)?;
        self.bytes = left;
        Ok(some)
    }

    /// That nothing more stands here.
    pub(crate) fn end(&self) -> Result<(), Fault> {
        if self.bytes.is_empty() { Ok(()) } else { Err(Fault::new("there is more than a value")) }
    }
}

impl<'b> crossing::Given<'b> for Given<'b> {
    fn byte(&mut self) -> Result<u8, Fault> {
        let (&byte, left) = self.bytes.split_first().ok_or_else(Fault::cut)?;
        self.bytes = left;
        Ok(byte)
    }

    fn number(&mut self, least: i64, most: i64) -> Result<i64, Fault> {
        let number = self.large()?;
        let number = if least < 0 { Ok(unfolded(number)) } else { number.try_into() };
        match number {
            Ok(number) if (least..=most).contains(&number) => Ok(number),
            _ => Err(Fault::new(format!("a number from {least} to {most} is wanted"))),
        }
    }

    fn large(&mut self) -> Result<u64, Fault> {
        let head = self.byte()?;
        if head < GROUPS {
            return Ok(head.into());
        }
        let groups = head - GROUPS;
        if groups > MOST_GROUPS {
            return Err(Fault::new("a number has more groups than 64 bits"));
        }
        let groups = self.some(groups.into())?;
        Ok(groups.iter().rev().fold(0, |number, group| number << 7 | u64::from(group & 127)))
    }

    fn instant(&mut self) -> Result<i64, Fault> {
        self.large().map(unfolded)
    }

    fn count(&mut self) -> Result<usize, Fault> {
        self.large()?.try_into().map_err(Fault::new)
    }

    fn text(&mut self) -> Result<&'b str, Fault> {
        let length = self.count()?;
        std::str::from_utf8(self.some(length)?).map_err(Fault::new)
    }

    fn whole<T: Wire>(&mut self) -> Result<T, Fault> {
        let length = self.count()?;
        let halves = self.some(length.checked_mul(2).ok_or_else(Fault::cut)?)?;
        let bytes: Vec<u8> = halves.chunks(2).map(|half| half[0] << 4 | half[1] & 15).collect();
        T::from_bytes(&bytes).map_err(Fault::of)
    }
}
