//! A journal as lines of JSON: the header, and a line for each command.

use alloc::string::String;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::frame::FORM;
use super::{Header, Input, JournalError};
use crate::config::Config;
use crate::time::Timestamp;
use crate::wire::read::from_json;

/// A header as it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct HeaderForm {
    refdesk: Kind,
    form: u16,
    time_zones: String,
    began: Timestamp,
    config: Config,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    Journal,
}

impl From<Header> for HeaderForm {
    fn from(header: Header) -> Self {
        let Header { time_zones, config, began } = header;
        Self { refdesk: Kind::Journal, form: FORM, time_zones, began, config }
    }
}

impl From<HeaderForm> for Header {
    fn from(form: HeaderForm) -> Self {
        let HeaderForm { time_zones, began, config, .. } = form;
        Self { time_zones, config, began }
    }
}

impl Header {
    /// The first line of a journal, with its end.
    #[must_use]
    pub fn to_line(&self) -> String {
        line(&HeaderForm::from(self.clone()))
    }
}

impl Input {
    /// Its line, with its end, to be appended to the journal.
    #[must_use]
    pub fn to_line(&self) -> String {
        line(self)
    }
}

fn line(value: &impl Serialize) -> String {
    let mut line = serde_json::to_string(value).expect("all keys are texts");
    line.push('\n');
    line
}

/// Reads a journal of lines: its header, and the commands as they are asked for.
///
/// # Errors
/// [`JournalError`]: it is none, or its header was cut.
pub fn read_lines(text: &str) -> Result<(Header, Lines<'_>), JournalError> {
    let mut lines = Lines { text, whole: 0, over: false };
    match lines.next_held::<HeaderForm>() {
        None => Err(JournalError::Torn { whole: 0 }),
        Some(Err(JournalError::Unreadable { .. })) => Err(JournalError::NoJournal),
        Some(Err(error)) => Err(error),
        Some(Ok(HeaderForm { form, .. })) if form > FORM => Err(JournalError::LaterForm { form }),
        Some(Ok(header)) => Ok((header.into(), lines)),
    }
}

/// The commands of a journal of lines, in order. After an error there are no more.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    whole: usize,
    over: bool,
}

impl Lines<'_> {
    /// So many bytes from the beginning are whole, of those that have been read.
    #[must_use]
    pub const fn whole(&self) -> u64 {
        self.whole as u64
    }

    fn next_held<T: DeserializeOwned>(&mut self) -> Option<Result<T, JournalError>> {
        let rest = &self.text[self.whole..];
        if self.over || rest.is_empty() {
            return None;
        }
        let held = self.held(rest);
        self.over = held.is_err();
        Some(held)
    }

    fn held<T: DeserializeOwned>(&mut self, rest: &str) -> Result<T, JournalError> {
        let whole = self.whole as u64;
        // A line without an end was never written whole.
        let (line, _) = rest.split_once('\n').ok_or(JournalError::Torn { whole })?;
        let read = from_json(line);
        let read = read.map_err(|fault| JournalError::Unreadable { whole, why: fault.found() })?;
        self.whole += line.len() + 1;
        Ok(read)
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Input, JournalError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_held()
    }
}
