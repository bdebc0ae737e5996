//! A slow, obvious model runs beside the router under random commands, and agrees on every event.
//!
//! `PROPTEST_CASES=20000 cargo test --profile trial --test model` looks harder.

#[path = "support/cases.rs"]
mod cases;

use cases::same_cases;
use proptest::prelude::*;
use refdesk::testing::{Pair, any_steps};

proptest! {
    #![proptest_config(same_cases(1, 600))]

    #[test]
    fn the_model_agrees(number in any::<u64>(), steps in any_steps(1..130)) {
        Pair::small(number).play(&steps)?;
    }
}
