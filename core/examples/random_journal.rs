//! Writes a long random journal, and the digest of the state that it leads to: what the library in every language
//! must replay to the same.
//!
//! ```sh
//! cargo run --profile trial -p refdesk --example random_journal -- target/journal
//! ```
//!
//! In the folder are then `random.journal`, in frames; `random.digest`, in hexadecimal; and on the screen what sorts
//! of commands there are, so that one can see that it is a life and no monotony. The same seed writes the same
//! bytes.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use refdesk::chain::Digest;
use refdesk::journal::{Header, Input, Journal};
use refdesk::testing::{Cast, Next, Step, small_desk};
use refdesk::{Command, Router, Timestamp};

const COMMANDS: usize = 100_000;
/// Small desks grow quiet in the end, as operators leave and partnerships are over; a host sets one up anew.
const COMMANDS_A_DESK: u64 = 500;
const SEED: u64 = 7;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: random_journal FOLDER");
        return ExitCode::FAILURE;
    };
    match written(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn written(folder: &Path) -> std::io::Result<()> {
    let mut life = Life::begun();
    while life.inputs.len() < COMMANDS {
        life.goes_on();
    }
    let digest = life.router.digest();
    std::fs::create_dir_all(folder)?;
    let mut bytes = life.header.to_bytes();
    life.inputs.iter().for_each(|input| input.append_to(&mut bytes));
    assert_eq!(digest, replayed(&bytes), "it is replayed to the same state");
    std::fs::write(folder.join("random.journal"), &bytes)?;
    std::fs::write(folder.join("random.digest"), format!("{digest}\n"))?;
    println!("{} commands, {} bytes, digest {digest}", life.inputs.len(), bytes.len());
    life.sorts().iter().for_each(|(sort, count)| println!("{count:>8} {sort}"));
    Ok(())
}

/// A router whose accepted commands are kept.
struct Life {
    header: Header,
    router: Router,
    cast: Cast,
    random: ChaCha8Rng,
    inputs: Vec<Input>,
}

impl Life {
    fn begun() -> Self {
        let (config, given) = small_desk(SEED);
        let router = Router::new(config, Timestamp::default());
        let header = Header::of(&router);
        let random = ChaCha8Rng::seed_from_u64(SEED);
        let mut life = Self { header, router, cast: Cast::default(), random, inputs: Vec::new() };
        life.all_do(&given);
        life.cast = Cast::of(&life.router);
        life
    }

    fn goes_on(&mut self) {
        if self.router.accepted().is_multiple_of(COMMANDS_A_DESK) {
            self.all_do(&small_desk(SEED + self.router.accepted()).1);
        }
        let mut bytes = [0; Step::BYTES];
        self.random.fill_bytes(&mut bytes);
        match self.cast.decide(&Step::from_bytes(bytes), &self.router) {
            Next::Time(now) => self.comes_to(now),
            Next::Command(command) => self.does(&command),
        }
    }

    /// As a host does: first what is due. What is refused is no part of a journal.
    fn does(&mut self, command: &Command) {
        self.comes_to(self.router.now());
        if let Ok(events) = self.router.apply(command) {
            self.cast.sees(&events);
            self.inputs.push(Input::last(&self.router, command.clone()));
        }
    }

    fn all_do(&mut self, commands: &[Command]) {
        for command in commands {
            self.does(command);
        }
    }

    fn comes_to(&mut self, now: Timestamp) {
        let mut events = self.router.advance(now);
        while self.router.deadline().is_some_and(|deadline| deadline.at <= now) {
            events.extend(self.router.advance(now));
        }
        self.cast.sees(&events);
    }

    /// How many commands of each sort there are.
    fn sorts(&self) -> BTreeMap<String, usize> {
        let mut sorts = BTreeMap::new();
        for input in &self.inputs {
            let told = format!("{:?}", input.command.action);
            let sort = told.split(['(', ' ']).next().unwrap_or_default();
            *sorts.entry(sort.to_owned()).or_insert(0) += 1;
        }
        sorts
    }
}

fn replayed(journal: &[u8]) -> Digest {
    let journal = Journal::read(journal).expect("it was just written");
    let router = journal.header.router([0; 32]);
    let mut router = router.expect("it was written under the same time zones");
    router.replay_all(&journal.inputs, drop).expect("all of it was accepted");
    router.digest()
}
