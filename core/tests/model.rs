//! A slow, obvious model runs beside the router under random commands, and agrees on every event.
//!
//! `PROPTEST_CASES=20000 cargo test --profile trial --test model` looks harder.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use refdesk::testing::{Pair, any_steps};

/// The same stories each time, unless somebody wants to look harder.
fn config() -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return config;
    }
    ProptestConfig { cases: 600, rng_seed: RngSeed::Fixed(1), ..config }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_model_agrees(number in any::<u64>(), steps in any_steps(1..130)) {
        Pair::small(number).play(&steps)?;
    }
}
