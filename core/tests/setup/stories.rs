//! Random commands on desks that random documents set up, and another document in the midst of it.

use proptest::prelude::*;
use refdesk::{Router, Timestamp, check_invariants};

use crate::documents::sound;
use crate::language::bring;
use crate::world::{Choice, Step, World};

fn plays(router: &mut Router, world: &mut World, choice: Choice) -> Result<(), TestCaseError> {
    let events = match world.decode(choice, router) {
        Step::Command(command) => router.apply(&command).unwrap_or_default(),
        Step::Time(now) => {
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
    world.learn(&events);
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
        seed in any::<Choice>(),
        one in sound(),
        other in sound(),
        choices in prop::collection::vec(any::<Choice>(), 2..120),
    ) {
        let mut router = Router::new(World::config(seed), Timestamp::default());
        let mut world = World::default();
        bring(&mut router, &one);
        let (first, second) = choices.split_at(choices.len() / 2);
        for choice in first {
            plays(&mut router, &mut world, *choice)?;
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
        for choice in second {
            plays(&mut router, &mut world, *choice)?;
        }
    }
}
