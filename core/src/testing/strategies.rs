//! Strategies for stories.

use alloc::vec::Vec;

use proptest::collection::{SizeRange, vec};
use proptest::prelude::{Strategy, any};

use super::step::{DAILY, Move, Step};

/// Stories of what people do from day to day: patrons and operators, colleagues, and time that goes
/// by. What the setup document says stays as it is, but that operators opt in and out, and that
/// queues are opened and closed by hand.
///
/// They shrink to short stories of plain steps.
pub fn steps(count: impl Into<SizeRange>) -> impl Strategy<Value = Vec<Step>> {
    vec(step(0..DAILY), count)
}

/// Stories in which the setup changes too: who is there, policies, hours, partnerships.
pub fn any_steps(count: impl Into<SizeRange>) -> impl Strategy<Value = Vec<Step>> {
    vec(step(any::<u8>()), count)
}

fn step(does: impl Strategy<Value = u8>) -> impl Strategy<Value = Step> {
    let numbers = (does, any::<u8>(), any::<u8>(), any::<u64>());
    numbers.prop_map(|(does, who, what, more)| Step {
        does: Move::from_byte(does),
        who,
        what,
        more,
    })
}
