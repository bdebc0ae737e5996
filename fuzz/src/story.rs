//! Stories of typed steps: any bytes are one, and whatever happens at the desk, what must never happen
//! does not.

use refdesk::testing::{Desk, Pair, Step};
use refdesk::{Router, Snapshot};

/// So many steps are played at most.
const MOST: usize = 120;

/// Plays a story at a small desk.
///
/// The first eight bytes are the number of the desk, and each eleven after them a step. Where the number
/// is even an observer keeps books of all that is raised, and the router goes on from its snapshot in the
/// end; where it is odd, the model runs beside.
///
/// # Panics
/// Where something does not hold, with the story.
pub fn story(bytes: &[u8]) {
    let Some((number, steps)) = bytes.split_first_chunk() else { return };
    let number = u64::from_le_bytes(*number);
    let mut steps = Step::story(steps);
    steps.truncate(MOST);
    if number % 2 == 1 {
        return Pair::small(number).play(&steps).unwrap_or_else(|failure| panic!("{failure}"));
    }
    let mut desk = Desk::small(number);
    desk.play(&steps).unwrap_or_else(|failure| panic!("{failure}"));
    goes_on_from_its_snapshot(desk.router().clone());
}

fn goes_on_from_its_snapshot(mut stays: Router) {
    let kept = stays.snapshot();
    let read = Snapshot::from_bytes(&kept.to_bytes()).expect("what was written is read");
    let mut restarts = Router::restore(&read, [7; 32]).expect("a router was there");
    assert!(restarts.snapshot() == kept, "it was restored otherwise");
    for _ in 0..20 {
        let Some(deadline) = stays.deadline() else { break };
        assert_eq!(stays.advance(deadline.at), restarts.advance(deadline.at));
    }
    assert_eq!(stays.digest(), restarts.digest());
}
