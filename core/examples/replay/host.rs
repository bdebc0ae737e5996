//! The router and, where somebody asks for it, the journal of what it has accepted.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use refdesk::journal::{Header, Input};
use refdesk::{Command, Config, Deadline, Event, Router, Timestamp};

pub(crate) struct Host {
    router: Router,
    journal: Option<Journal>,
}

struct Journal {
    path: PathBuf,
    file: BufWriter<File>,
    /// Whether it is written as lines of JSON, and not as frames.
    lines: bool,
}

impl Host {
    /// A host whose router begins now. Where there is a path, the journal is written there: as lines of
    /// JSON where it ends in `.jsonl`, as frames otherwise.
    ///
    /// # Errors
    /// Where the journal cannot be written.
    pub(crate) fn new(began: Timestamp, journal: Option<&Path>) -> Result<Self, String> {
        let router = Router::new(Config::default(), began);
        let journal = journal.map(|path| Journal::begin(path, &router)).transpose()?;
        Ok(Self { router, journal })
    }

    pub(crate) fn advance(&mut self, now: Timestamp) -> Vec<Event> {
        self.router.advance(now)
    }

    pub(crate) fn deadline(&self) -> Option<Deadline> {
        self.router.deadline()
    }

    /// Gives a command, and writes it down.
    ///
    /// # Errors
    /// Why the router refuses it, or why it cannot be written.
    pub(crate) fn apply(&mut self, command: Command) -> Result<Vec<Event>, String> {
        let events = self.router.apply(&command).map_err(|refusal| refusal.to_string())?;
        if let Some(journal) = &mut self.journal {
            journal.write(&Input::last(&self.router, command))?;
        }
        Ok(events)
    }

    /// The journal is written to its end; says where it is, and where the router stands.
    ///
    /// # Errors
    /// Why it is not.
    pub(crate) fn close(self) -> Result<Option<String>, String> {
        let Some(mut journal) = self.journal else { return Ok(None) };
        let flushed = journal.file.flush();
        flushed.map_err(|reason| cannot_write(&journal.path, &reason))?;
        let (path, now) = (journal.path.display(), self.router.now().as_millis());
        let digest = self.router.digest();
        Ok(Some(format!("The journal is in {path}.\nAt {now} the digest is {digest}\n")))
    }
}

impl Journal {
    fn begin(path: &Path, router: &Router) -> Result<Self, String> {
        let file = File::create(path).map_err(|reason| cannot_write(path, &reason))?;
        let lines = path.extension().is_some_and(|extension| extension == "jsonl");
        let mut journal = Self { path: path.into(), file: BufWriter::new(file), lines };
        let header = Header::of(router);
        journal.append(&if lines { header.to_line().into_bytes() } else { header.to_bytes() })?;
        Ok(journal)
    }

    fn write(&mut self, input: &Input) -> Result<(), String> {
        self.append(&if self.lines { input.to_line().into_bytes() } else { input.to_bytes() })
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.file.write_all(bytes).map_err(|reason| cannot_write(&self.path, &reason))
    }
}

fn cannot_write(path: &Path, reason: &std::io::Error) -> String {
    format!("cannot write `{}`: {reason}", path.display())
}
