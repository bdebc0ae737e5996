//! The agent registry of rustpbx at the workload of the peers.

mod desk;
#[path = "../../workload.rs"]
mod workload;

use std::collections::VecDeque;
use std::time::Instant;

use desk::{Choice, Desk};
use workload::Run;

fn main() {
    let run = Run::from_arguments();
    let choice = match std::env::args().nth(4).as_deref() {
        Some("--longest-idle") => Choice::LongestIdle,
        Some("--least-busy") => Choice::LeastBusy,
        _ => panic!("--longest-idle or --least-busy?"),
    };
    let desk = Desk::staffed(&run, choice);
    let mut answered = VecDeque::new();
    for chat in &run.answered {
        desk.claim(&chat.operator);
        answered.push_back(chat.operator.clone());
    }

    let mut choices = Vec::with_capacity(run.opens.len());
    let mut started = Instant::now();
    for (number, chat) in run.opens.iter().enumerate() {
        if number == run.untimed() {
            started = Instant::now();
        }
        let operator = desk.open(chat);
        desk.claim(&operator);
        choices.push(operator.clone());
        answered.push_back(operator);
        desk.close(&answered.pop_front().expect("many are answered"));
    }
    run.report(env!("PEER_VERSION"), started.elapsed(), &choices);
}
