//! A journal that was read to its end.

use alloc::vec::Vec;

use super::{Header, Input, JournalError, read, read_lines};

/// A journal that was read to its end: what a host goes on from after a crash. What may be too long to be held as a
/// whole is read command by command ([`read`], [`read_lines`]).
///
/// ```
/// use refdesk::journal::{Header, Input, Journal};
/// use refdesk::{Actor, AddInstitution, Command, Config, InstitutionId, Router, Timestamp};
///
/// let mut router = Router::new(Config::default(), Timestamp::default());
/// let mut file: Vec<u8> = Header::of(&router).to_bytes();
/// let action = AddInstitution { institution: InstitutionId::new("lib")? }.into();
/// let command = Command { by: Actor::Host, action };
/// router.apply(&command)?;
/// file.extend(Input::last(&router, command).to_bytes());
/// file.extend([0, 0, 1]); // the next one was being written when the power failed
///
/// let journal = Journal::read(&file)?;
/// if journal.torn {
///     file.truncate(usize::try_from(journal.whole)?);
/// }
/// let mut again = journal.header.router([0; 32])?;
/// let mut events = Vec::new();
/// again.replay_all(&journal.inputs, |event| events.push(event))?;
/// assert_eq!(again.digest(), router.digest());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Journal {
    /// What it begins with.
    pub header: Header,
    /// The accepted commands, in order.
    pub inputs: Vec<Input>,
    /// So many bytes from the beginning are whole.
    pub whole: u64,
    /// Whether it ends in the midst of a command: a crash came while it was written, and nobody was told of it. Cut
    /// the file to what is whole, and go on.
    pub torn: bool,
}

impl Journal {
    /// Reads one of bytes. A torn end is no error.
    ///
    /// # Errors
    /// As [`read`]; [`JournalError::Damaged`], [`JournalError::Unreadable`]. Then [`read`] gives what comes before.
    pub fn read(bytes: &[u8]) -> Result<Self, JournalError> {
        let (header, mut frames) = read(bytes)?;
        let (inputs, torn) = to_the_end(&mut frames)?;
        Ok(Self { header, inputs, whole: frames.whole(), torn })
    }

    /// Reads one of lines. A torn end is no error.
    ///
    /// # Errors
    /// As [`read_lines`]; [`JournalError::Unreadable`]. Then [`read_lines`] gives what comes before.
    pub fn read_lines(text: &str) -> Result<Self, JournalError> {
        let (header, mut lines) = read_lines(text)?;
        let (inputs, torn) = to_the_end(&mut lines)?;
        Ok(Self { header, inputs, whole: lines.whole(), torn })
    }
}

/// All commands, and whether the last one was cut.
fn to_the_end(
    read: &mut impl Iterator<Item = Result<Input, JournalError>>,
) -> Result<(Vec<Input>, bool), JournalError> {
    let mut inputs = Vec::new();
    for input in read {
        match input {
            Ok(input) => inputs.push(input),
            Err(JournalError::Torn { .. }) => return Ok((inputs, true)),
            Err(fault) => return Err(fault),
        }
    }
    Ok((inputs, false))
}
