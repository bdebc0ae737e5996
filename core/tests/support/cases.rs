//! Which cases a property is held against.

use proptest::test_runner::{Config, RngSeed};

/// So many, and the same ones each time, unless somebody wants to look harder (`PROPTEST_CASES`).
pub(crate) fn same_cases(seed: u64, cases: u32) -> Config {
    let config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return config;
    }
    Config { cases, rng_seed: RngSeed::Fixed(seed), ..config }
}
