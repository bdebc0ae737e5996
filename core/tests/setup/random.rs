//! Random ways from one document to another.

use proptest::prelude::*;
use refdesk::setup::Setup;
use refdesk::testing::{any_setups, setups};
use refdesk::{Config, Router, check_invariants};

use crate::language::{bring, check, router};

/// What a router is set up to, whatever the order in which it came.
fn in_no_order(router: &Router) -> Setup {
    let mut setup = router.setup();
    setup.institutions.sort_by_key(|one| one.id.clone());
    setup.operators.sort_by_key(|one| one.id.clone());
    setup.queues.sort_by_key(|one| one.id.clone());
    setup.supervisors.sort_by_key(|one| one.operator.clone());
    for queue in &mut setup.queues {
        queue.assigned.sort_by_key(|one| one.operator.clone());
    }
    for supervisor in &mut setup.supervisors {
        supervisor.queues.sort();
        supervisor.queues.dedup();
        supervisor.groups.sort();
        supervisor.groups.dedup();
    }
    for partnership in &mut setup.partnerships {
        partnership.sides.sort_by_key(|side| side.institution.clone());
    }
    setup.partnerships.sort_by_key(|one| one.sides.clone().map(|side| side.institution));
    setup
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        // Each is many steps, with everything compared after each of them.
        cases: ProptestConfig::default().cases / 4,
        rng_seed: proptest::test_runner::RngSeed::Fixed(4),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_document_is_checked(setup in any_setups()) {
        let report = check(&setup);
        let codes = report.faults.iter().map(|fault| fault.what.code());
        prop_assert!(codes.collect::<Vec<_>>().len() <= 200);
        let planned = router().plan(&setup);
        prop_assert_eq!(planned.is_ok(), report.faults.is_empty());
        if !report.faults.is_empty() {
            prop_assert_eq!(planned, Err(report));
        }
    }

    #[test]
    fn a_sound_one_is_applied_and_there_is_nothing_more_to_do(one in setups()) {
        let mut router = router();
        bring(&mut router, &one);
        prop_assert_eq!(router.plan(&one), Ok(Vec::new()));
        let there = router.setup();
        prop_assert_eq!(router.plan(&there), Ok(Vec::new()));
        let json = serde_json::to_string(&there).expect("it can be written");
        prop_assert_eq!(serde_json::from_str::<Setup>(&json).ok(), Some(there.clone()));
        let toml = toml::to_string(&there).expect("it can be written");
        prop_assert_eq!(toml::from_str::<Setup>(&toml).ok(), Some(there));
    }

    #[test]
    fn one_after_another_is_as_the_last_alone(one in setups(), other in setups(), last in setups()) {
        let mut router = router();
        for setup in [&one, &other, &last] {
            bring(&mut router, setup);
            prop_assert_eq!(router.plan(setup), Ok(Vec::new()));
        }
        let mut alone = crate::language::router();
        let applied = alone.apply_setup(&last);
        prop_assert!(applied.is_ok());
        prop_assert_eq!(in_no_order(&router), in_no_order(&alone));
        prop_assert_eq!(check_invariants(&alone), Ok(()));
    }

    #[test]
    fn at_tight_limits_too(one in setups(), other in setups()) {
        let mut config = Config::default();
        let most = |count: fn(&Setup) -> usize| {
            u32::try_from(count(&one).max(count(&other))).expect("they are few")
        };
        config.limits.institutions = most(|setup| setup.institutions.len());
        config.limits.operators = most(|setup| setup.operators.len());
        config.limits.groups = most(|setup| setup.groups.len());
        config.limits.queues = most(|setup| setup.queues.len());
        let fits = |config: &Config| {
            [&one, &other].iter().all(|setup| setup.check(config).faults.is_empty())
        };
        config.limits.memberships_per_operator = 0;
        for _ in 0..64 {
            if fits(&config) {
                break;
            }
            config.limits.memberships_per_operator += 1;
        }
        let mut router = Router::new(config, refdesk::Timestamp::default());
        for setup in [&one, &other, &one] {
            bring(&mut router, setup);
            prop_assert_eq!(router.plan(setup), Ok(Vec::new()));
        }
    }
}
