//! refdesk at the workload of the peers.

mod host;
#[path = "../../workload.rs"]
mod workload;

use std::collections::VecDeque;
use std::time::Instant;

use host::{Host, Rung};
use workload::Run;

fn main() {
    let run = Run::from_arguments();
    let mut host = Host::staffed(&run);
    let mut answered: VecDeque<Rung> = VecDeque::new();
    for chat in &run.answered {
        let rung = host.open(chat);
        host.claim(&rung);
        assert_eq!(rung.operator.as_str(), chat.operator, "who answers when the clock starts");
        answered.push_back(rung);
    }

    let mut choices = Vec::with_capacity(run.opens.len());
    let mut started = Instant::now();
    for (number, chat) in run.opens.iter().enumerate() {
        if number == run.untimed() {
            started = Instant::now();
        }
        let rung = host.open(chat);
        host.claim(&rung);
        choices.push(rung.operator.as_str().to_owned());
        answered.push_back(rung);
        host.close(answered.pop_front().expect("many are answered"));
        host.wait();
    }
    run.report(env!("PEER_VERSION"), started.elapsed(), &choices);
}
