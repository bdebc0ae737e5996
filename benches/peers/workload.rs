//! What the peers written in Rust share: what they read, and what they print.

use std::path::PathBuf;
use std::time::Duration;

/// The workload that a run plays, and where it writes the choices.
#[derive(Debug)]
pub struct Run {
    pub capacity: u16,
    /// In the order of registration.
    pub operators: Vec<Operator>,
    /// Oldest first: what is answered when the clock starts.
    pub answered: Vec<Chat>,
    /// What is opened then, one a cycle.
    pub opens: Vec<Chat>,
    choices_path: PathBuf,
}

#[derive(Debug)]
pub struct Operator {
    pub id: String,
    pub queues: Vec<String>,
}

#[derive(Debug)]
pub struct Chat {
    pub id: String,
    pub queue: String,
    /// Who answers it when the clock starts; empty if it is opened then.
    pub operator: String,
}

impl Run {
    /// From the command line: the workload, how many of its cycles, where to write the choices.
    pub fn from_arguments() -> Self {
        let arguments: Vec<String> = std::env::args().skip(1).take(3).collect();
        let [workload, cycles, choices] = &arguments[..] else {
            panic!("usage: WORKLOAD CYCLES CHOICES");
        };
        let cycles: usize = cycles.parse().expect("a number of cycles");
        let text = std::fs::read_to_string(workload).expect("a workload that can be read");
        let mut run = Self {
            capacity: 0,
            operators: Vec::new(),
            answered: Vec::new(),
            opens: Vec::with_capacity(cycles),
            choices_path: choices.into(),
        };
        for line in text.lines() {
            run.read_line(line);
            if run.opens.len() == cycles {
                return run;
            }
        }
        panic!("{workload} has only {} cycles", run.opens.len());
    }

    fn read_line(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        let chat = |id: &str, queue: &str, operator: &str| Chat {
            id: id.into(),
            queue: queue.into(),
            operator: operator.into(),
        };
        match &words[..] {
            ["capacity", capacity] => self.capacity = capacity.parse().expect("a number"),
            ["operator", id, queues @ ..] => {
                let queues = queues.iter().map(ToString::to_string).collect();
                self.operators.push(Operator { id: (*id).into(), queues });
            }
            ["answered", id, queue, operator] => self.answered.push(chat(id, queue, operator)),
            ["open", id, queue] => self.opens.push(chat(id, queue, "")),
            _ => panic!("what is `{line}`?"),
        }
    }

    /// How many cycles pass before the clock starts.
    pub fn untimed(&self) -> usize {
        self.opens.len() / 10
    }

    /// Writes down who was chosen for each open, and prints the result.
    pub fn report(&self, version: &str, elapsed: Duration, choices: &[String]) {
        let text = choices.join("\n") + "\n";
        std::fs::write(&self.choices_path, text).expect("a file that can be written");

        let commands = 3 * (self.opens.len() - self.untimed());
        let seconds = elapsed.as_secs_f64();
        let each = seconds * 1e9 / commands as f64;
        println!(
            r#"{{"version": "{version}", "commands": {commands}, "seconds": {seconds}, "ns_per_command": {each}}}"#
        );
    }
}
