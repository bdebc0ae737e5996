//! The bytes in which values cross between JavaScript and Rust: the other half is `stream.js`.
//!
//! A crossing is one call. Values stand one after the other, without names: both sides are written from the
//! same sources and agree on the order. Small numbers are one byte; a text that stood in the crossing before
//! is the number of where; where a value may be left out, a byte says whether it is.

use refdesk as core;

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

/// What Node handed in is no value that a command can have.
pub(crate) struct Fault {
    path: String,
    text: String,
}

impl Fault {
    pub(crate) fn new(text: impl ToString) -> Self {
        Self { path: String::new(), text: text.to_string() }
    }

    /// What is wrong in what goes as JSON stands as deep in its path.
    #[cold]
    fn of(fault: core::wire::WireError) -> Self {
        Self { path: fault.path().into(), text: format!("this cannot be read: {}", fault.what()) }
    }

    /// Both sides are of one version, or the module is not loaded.
    #[cold]
    fn cut() -> Self {
        Self::new("the bytes end in the midst of a value")
    }

    #[cold]
    pub(crate) fn within(mut self, name: &str) -> Self {
        let joint = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{name}{joint}{}", self.path);
        self
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.text)
        } else {
            write!(f, "`{}`: {}", self.path, self.text)
        }
    }
}

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

    pub(crate) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(crate) fn number(&mut self, number: u64) {
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
    pub(crate) fn instant(&mut self, millis: i64) {
        self.double(millis as f64);
    }

    fn double(&mut self, number: f64) {
        self.byte(DOUBLE);
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    pub(crate) fn text(&mut self, text: &str) {
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

    /// A value that is left out where it is the default.
    pub(crate) fn unless_default<T: Put + Default + PartialEq>(&mut self, value: &T) {
        let there = *value != T::default();
        self.byte(there.into());
        if there {
            value.put(self);
        }
    }

    /// A value that is left out where there is none.
    pub(crate) fn if_any<T: Put>(&mut self, value: Option<&T>) {
        self.byte(value.is_some().into());
        if let Some(value) = value {
            value.put(self);
        }
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

    /// As a field of this name.
    pub(crate) fn field<T: Take>(&mut self, name: &str) -> Result<T, Fault> {
        T::take(self).map_err(|fault| fault.within(name))
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Fault> {
        let byte = *self.bytes.get(self.at).ok_or_else(Fault::cut)?;
        self.at += 1;
        Ok(byte)
    }

    pub(crate) fn flag(&mut self) -> Result<bool, Fault> {
        self.byte().map(|byte| byte != 0)
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

    pub(crate) fn number(&mut self) -> Result<f64, Fault> {
        match self.byte()? {
            DOUBLE => {
                let bytes = self.some(8)?.try_into().map_err(|_| Fault::cut())?;
                Ok(f64::from_le_bytes(bytes))
            }
            WORD => self.word().map(f64::from),
            byte => Ok(byte.into()),
        }
    }

    pub(crate) fn count(&mut self) -> Result<usize, Fault> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length")]
        self.number().map(|number| number as usize)
    }

    pub(crate) fn text(&mut self) -> Result<&'b str, Fault> {
        let head = self.byte()?;
        let length = if head < AGAIN { head.into() } else { self.word()? as usize };
        let bytes = self.some(length)?;
        if head < AGAIN {
            self.texts.add(bytes);
        }
        std::str::from_utf8(bytes).map_err(Fault::new)
    }
}

/// What JavaScript is shown.
pub(crate) trait Put {
    fn put(&self, out: &mut Out);
}

/// What JavaScript hands in.
pub(crate) trait Take: Sized {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault>;
}

/// What goes as JSON, since it is seldom seen and has many parts.
pub(crate) struct AsText<T>(pub(crate) T);

impl<T: core::wire::Wire> Put for AsText<&T> {
    fn put(&self, out: &mut Out) {
        out.text(&self.0.to_json());
    }
}

impl<T: core::wire::Wire> Take for AsText<T> {
    fn take(given: &mut Given<'_>) -> Result<Self, Fault> {
        T::from_json(given.text()?).map(Self).map_err(Fault::of)
    }
}
