//! The bytes in which values cross between JavaScript and Rust: the other half is `stream.js`.
//!
//! `refdesk_crossing` says which values those are, and in which order. Small numbers are one byte; a text that stood in
//! the crossing before is the number of where.

use refdesk::wire::Wire;
use refdesk_crossing as crossing;

use crossing::{Fault, Given as _, Out as _};

/// The first byte of a number that is no byte.
const DOUBLE: u8 = 252;
const WORD: u8 = 253;

/// The first byte of a text: below `AGAIN` how many letters, all ASCII, follow; from there on which of the
/// texts before it is.
const AGAIN: u8 = 128;
const LONG_ASCII: u8 = 192;
const LONG: u8 = 193;

/// How many texts of a crossing are remembered.
const REMEMBERED: usize = 64;

/// The texts of a crossing, as far as they are remembered.
#[derive(Default)]
pub(crate) struct Texts {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Texts {
    fn add(&mut self, text: &[u8]) {
        if self.ends.len() < REMEMBERED {
            self.bytes.extend_from_slice(text);
            self.ends.push(self.bytes.len());
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "there are not that many")]
    fn find(&self, text: &[u8]) -> Option<u8> {
        let mut start = 0;
        for (number, &end) in self.ends.iter().enumerate() {
            if &self.bytes[start..end] == text {
                return Some(number as u8);
            }
            start = end;
        }
        None
    }

    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }
}

/// What Rust hands out.
#[derive(Default)]
pub(crate) struct Out {
    pub(crate) bytes: Vec<u8>,
    pub(crate) texts: Texts,
}

impl Out {
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.bytes.shrink_to(1 << 20);
        self.texts.clear();
    }

    fn double(&mut self, number: f64) {
        self.byte(DOUBLE);
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }
}

impl crossing::Out for Out {
    fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    fn number(&mut self, number: u64) {
        if let Ok(word) = u32::try_from(number) {
            match u8::try_from(word) {
                Ok(byte) if byte < DOUBLE => self.byte(byte),
                _ => {
                    self.byte(WORD);
                    self.bytes.extend_from_slice(&word.to_le_bytes());
                }
            }
        } else {
            #[expect(clippy::cast_precision_loss, reason = "as JavaScript reads it from JSON")]
            self.double(number as f64);
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "instants are within what JavaScript has")]
    fn instant(&mut self, millis: i64) {
        self.double(millis as f64);
    }

    fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let ascii = text.is_ascii();
        match u8::try_from(bytes.len()) {
            Ok(length) if ascii && length < AGAIN => {
                if let Some(number) = self.texts.find(bytes) {
                    self.byte(AGAIN + number);
                    return;
                }
                self.texts.add(bytes);
                self.byte(length);
            }
            _ => {
                self.byte(if ascii { LONG_ASCII } else { LONG });
                let length =
                    u32::try_from(bytes.len()).expect("limits of the router are far below");
                self.bytes.extend_from_slice(&length.to_le_bytes());
            }
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// As JSON, which JavaScript has a reader for.
    fn whole(&mut self, value: &impl Wire) {
        self.text(&value.to_json());
    }
}

/// What Node has handed in.
pub(crate) struct Given<'b> {
    bytes: &'b [u8],
    at: usize,
    texts: &'b mut Texts,
}

impl<'b> Given<'b> {
    /// Reads the bytes; `texts` gets those that JavaScript remembers too.
    pub(crate) fn new(bytes: &'b [u8], texts: &'b mut Texts) -> Self {
        Self { bytes, at: 0, texts }
    }

    fn some(&mut self, many: usize) -> Result<&'b [u8], Fault> {
        let end = self.at.checked_add(many).ok_or_else(Fault::cut)?;
        let bytes = self.bytes.get(self.at..end).ok_or_else(Fault::cut)?;
        self.at = end;
        Ok(bytes)
    }

    /// How many bytes have been read.
    pub(crate) const fn consumed(&self) -> usize {
        self.at
    }

    fn word(&mut self) -> Result<u32, Fault> {
        let bytes = self.some(4)?.try_into().map_err(|_| Fault::cut())?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn double(&mut self) -> Result<f64, Fault> {
        match self.byte()? {
            DOUBLE => {
                let bytes = self.some(8)?.try_into().map_err(|_| Fault::cut())?;
                Ok(f64::from_le_bytes(bytes))
            }
            WORD => self.word().map(f64::from),
            byte => Ok(byte.into()),
        }
    }
}

/// The greatest number of JavaScript between which and 0 none is missing.
const SAFE: i64 = 9_007_199_254_740_991;

impl<'b> crossing::Given<'b> for Given<'b> {
    fn byte(&mut self) -> Result<u8, Fault> {
        let byte = *self.bytes.get(self.at).ok_or_else(Fault::cut)?;
        self.at += 1;
        Ok(byte)
    }

    fn number(&mut self, least: i64, most: i64) -> Result<i64, Fault> {
        let number = self.double()?;
        #[expect(clippy::cast_precision_loss, reason = "bounds are safe numbers")]
        if number.fract() == 0.0 && (least as f64..=most as f64).contains(&number) {
            #[expect(clippy::cast_possible_truncation, reason = "it is between them")]
            Ok(number as i64)
        } else {
            Err(Fault::new(format!(
                "a whole number from {least} to {most} is wanted, not {number}"
            )))
        }
    }

    /// As exact as JavaScript has it.
    fn large(&mut self) -> Result<u64, Fault> {
        self.number(0, SAFE)?.try_into().map_err(Fault::new)
    }

    fn instant(&mut self) -> Result<i64, Fault> {
        self.number(-SAFE, SAFE)
    }

    fn count(&mut self) -> Result<usize, Fault> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length")]
        self.double().map(|number| number as usize)
    }

    fn text(&mut self) -> Result<&'b str, Fault> {
        let head = self.byte()?;
        let length = if head < AGAIN { head.into() } else { self.word()? as usize };
        let bytes = self.some(length)?;
        if head < AGAIN {
            self.texts.add(bytes);
        }
        std::str::from_utf8(bytes).map_err(Fault::new)
    }

    fn whole<T: Wire>(&mut self) -> Result<T, Fault> {
        T::from_json(self.text()?).map_err(Fault::of)
    }
}
