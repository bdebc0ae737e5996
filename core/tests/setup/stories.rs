//! Random commands on desks that random documents set up, and another document in the midst of it.

use proptest::prelude::*;
use refdesk::testing::{Cast, Next, Step, any_steps, setups, small_desk};
use refdesk::{Router, Timestamp, check_invariants};

use crate::language::bring;

fn plays(router: &mut Router, cast: &mut Cast, step: &Step) -> Result<(), TestCaseError> {
    let events = match cast.decide(step, router) {
        Next::Command(command) => router.apply(&command).unwrap_or_default(),
        Next::Time(now) => {
            let mut events = router.advance(now);
            for _ in 0..10_000 {
                if router.deadline().is_none_or(|deadline| deadline.at > now) {
                    break;
                }
                events.extend(router.advance(now));
            }
            events
        }
    };
    cast.sees(&events);
    prop_assert_eq!(check_invariants(router), Ok(()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(5),
        cases: ProptestConfig::default().cases / 4,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_document_in_the_midst_of_it(
        number in any::<u64>(),
        one in setups(),
        other in setups(),
        steps in any_steps(2..120),
    ) {
        let mut router = Router::new(small_desk(number).0, Timestamp::default());
        bring(&mut router, &one);
        let mut cast = Cast::of(&router);
        let (first, second) = steps.split_at(steps.len() / 2);
        for step in first {
            plays(&mut router, &mut cast, step)?;
        }
        match router.plan(&other) {
            Ok(_) => {
                bring(&mut router, &other);
                prop_assert_eq!(router.plan(&other), Ok(Vec::new()));
            }
            Err(report) => {
                let in_use = |code: &str| code == "in_use";
                prop_assert!(report.faults.iter().all(|fault| in_use(fault.what.code())));
            }
        }
        for step in second {
            plays(&mut router, &mut cast, step)?;
        }
    }
}
