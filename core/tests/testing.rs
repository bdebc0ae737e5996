//! The testing kit, as who tests a policy of their own uses it: what is true holds, what is not is found
//! and told as a short story, and the story can be kept.

#![allow(clippy::wildcard_enum_match_arm, reason = "a property looks at few events")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestError, TestRunner};
use refdesk::setup::Setup;
use refdesk::testing::{Desk, Failure, Move, Pair, Scenario, Step, any_steps, setups, steps};
use refdesk::{Action, Config, EventKind, RollReason, Show, Span, check_invariants};

/// The home team for 20 s, then the partner, too.
const AMES: &str = r#"
institutions = [{ id = "ames" }, { id = "boone" }]
operators = [
    { id = "ana", institution = "ames", capacity = 2 },
    { id = "ben", institution = "ames", capacity = 1 },
    { id = "bob", institution = "boone", capacity = 1 },
]

[[queues]]
id = "ames-desk"
institution = "ames"
assigned = ["ana", "ben"]

[[queues.policy.levels]]
pool = [{ type = "assigned" }]
ring = { type = "all" }
wait = "20 s"

[[queues.policy.levels]]
pool = [{ type = "queue", queue = "boone-desk" }]
ring = { type = "best", order = "leastBusy", lapseAfter = "20 s" }

[[queues]]
id = "boone-desk"
institution = "boone"
assigned = ["bob"]

[[partnerships]]
sides = [
    { institution = "ames", gives = [{ right = { type = "staff" } }] },
    { institution = "boone" },
]
"#;

fn ames() -> Setup {
    toml::from_str(AMES).expect("it is a setup document")
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: ProptestConfig::default().cases / 4,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(6),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_home_team_has_20_seconds(steps in steps(1..80)) {
        let mut passed_over = false; // nobody is at home, or all of them have declined
        Desk::of(&ames())?.watch(&steps, |moment| {
            passed_over |= moment.events.iter().any(|event| match &event.kind {
                EventKind::LevelPassedOver { .. } => true,
                EventKind::ChatRolledOver { reason, .. } => *reason != RollReason::Unanswered,
                _ => false,
            });
            let early = moment.rung().find(|rung| rung.level > 0 && rung.after < Span::from_secs(20));
            prop_assert!(early.is_none() || passed_over, "{early:?}");
            Ok(())
        })?;
    }

    #[test]
    fn the_rules_hold_at_any_setup(setup in setups(), steps in any_steps(1..80)) {
        Desk::of(&setup)?.play(&steps)?;
    }

    #[test]
    fn the_model_agrees_at_any_setup(setup in setups(), steps in any_steps(1..80)) {
        Pair::of(&setup)?.play(&steps)?;
    }

    #[test]
    fn any_bytes_are_a_story(number in any::<u64>(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let steps = Step::story(&bytes);
        prop_assert_eq!(steps.len(), bytes.len().div_ceil(Step::BYTES));
        Desk::small(number).play(&steps)?;
    }

    /// What a desk tells goes the same when it is played as a scenario.
    #[test]
    fn every_story_can_be_kept(number in any::<u64>(), steps in any_steps(1..40)) {
        let mut desk = Desk::small(number);
        desk.play(&steps)?;
        let scenario: Scenario = desk.story().parse()?;
        scenario.play_once()?;
    }
}

/// Which presence takes chats is a matter of the configuration.
#[test]
fn who_is_away_is_rung_where_that_is_wanted() {
    let config_of =
        |takes_chats: &[Show]| Config { takes_chats: takes_chats.to_vec(), ..Config::default() };
    for shows in [&[Show::Chat, Show::Available, Show::Away, Show::Xa][..], &[Show::Chat]] {
        let mut runner = TestRunner::new(config());
        let plays = runner
            .run(&steps(1..80), |steps| Ok(Desk::with(config_of(shows), &ames())?.play(&steps)?));
        plays.unwrap_or_else(|failure| panic!("{shows:?}: {failure}"));
    }
}

/// No partner is rung within so many seconds, says somebody.
fn nobody_abroad_within(seconds: u64, steps: &[Step]) -> Result<(), Failure> {
    let mut desk = Desk::of(&ames()).expect("the document is sound");
    desk.watch(steps, |moment| {
        match moment.rung().find(|rung| rung.level > 0 && rung.after < Span::from_secs(seconds)) {
            Some(rung) => Err(format!("`{}` is rung early", rung.operator.operator)),
            None => Ok(()),
        }
    })
}

#[test]
fn a_wrong_expectation_is_found_and_told_as_a_short_story() {
    let mut runner = TestRunner::new(ProptestConfig { cases: 256, ..config() });
    let found = runner.run(&steps(1..80), |steps| Ok(nobody_abroad_within(40, &steps)?));
    let Err(TestError::Fail(_, shortest)) = found else { panic!("nobody finds it: {found:?}") };
    assert!(shortest.len() <= 3, "a patron comes, and nobody answers: {shortest:?}");

    let failure = nobody_abroad_within(40, &shortest).expect_err("it was found");
    assert_eq!(failure.rule, "`bob` is rung early");
    let scenario: Scenario = failure.story.parse().expect("it is told as a scenario");
    assert_eq!(scenario.why(), failure.rule);
    assert_eq!(scenario.steps(), failure.step + 1);
    scenario.play().expect("it goes as it is told");
}

#[test]
fn a_step_that_breaks_nothing_is_not_blamed() {
    let opens = Step { does: Move::OpenChat, who: 0, what: 0, more: 0 };
    let wakes = Step { does: Move::Wake, ..opens };
    nobody_abroad_within(20, &[opens, wakes, wakes]).expect("20 s are 20 s");
    let failure = nobody_abroad_within(21, &[opens, wakes, wakes]).expect_err("and no more");
    assert_eq!(failure.step, 1, "{failure}");
}

#[test]
fn a_scenario_says_at_which_step_what_differs() {
    let mut desk = Desk::of(&ames()).expect("the document is sound");
    let opens = Step { does: Move::OpenChat, who: 0, what: 0, more: 0 };
    desk.play(&[opens, Step { does: Move::Wake, ..opens }]).expect("nothing is wrong");
    let story = desk.story();
    let (given, steps) = story.split_once("\"steps\"").expect("it has steps");
    let other = steps.replace("\"operator\": \"bob\"", "\"operator\": \"ben\"");
    let scenario: Scenario = format!("{given}\"steps\"{other}").parse().expect("it can be read");
    let differs = scenario.play().expect_err("bob is rung").to_string();
    assert!(
        differs.contains("step 1") && differs.contains("  - ") && differs.contains("  + "),
        "{differs}"
    );
    assert_eq!(scenario.rewritten().ok(), Some(desk.story()));
}

/// Steps are numbers, and some numbers change the setup: not those of from day to day.
#[test]
fn from_day_to_day_the_setup_stays() {
    let changing = (0..=u8::MAX).map(Move::from_byte).filter(|does| does.changes_setup()).count();
    assert!((20..80).contains(&changing), "{changing} of 256 bytes");
    let mut runner = TestRunner::new(config());
    let stays = runner.run(&steps(1..80), |steps| {
        prop_assert!(steps.iter().all(|step| !step.does.changes_setup()));
        let mut desk = Desk::of(&ames())?;
        desk.play(&steps)?;
        let mut there = desk.router().setup();
        let opted = |setup: &mut Setup| {
            setup
                .queues
                .iter_mut()
                .flat_map(|queue| &mut queue.assigned)
                .for_each(|one| one.enabled = None);
        };
        let mut first = Desk::of(&ames())?.router().setup();
        opted(&mut first);
        opted(&mut there);
        prop_assert_eq!(there, first);
        Ok(())
    });
    stays.expect("nobody changes it");
}

#[test]
fn every_action_has_a_move() {
    let moves: BTreeSet<String> =
        (0..=u8::MAX).map(|byte| format!("{:?}", Move::from_byte(byte))).collect();
    let actions = Action::NAMES.iter().copied().chain(["Wait", "Wake"]).map(str::to_owned);
    assert_eq!(moves, actions.collect());
}

/// Most of what is tried can be done, and not all of it: a host may be asked for that, too.
#[test]
fn most_can_be_done() {
    let (mut all, mut refused) = (0, 0);
    let mut runner = TestRunner::new(config());
    for _ in 0..40 {
        let steps = steps(60).new_tree(&mut runner).expect("it is plain").current();
        let mut desk = Desk::of(&ames()).expect("the document is sound");
        let counted = desk.watch(&steps, |moment| {
            all += u32::from(moment.command.is_some());
            refused += u32::from(moment.refusal.is_some());
            Ok::<(), String>(())
        });
        counted.expect("nothing is wrong");
    }
    println!("{refused} of {all} commands are refused");
    assert!(refused * 2 < all && refused * 20 > all, "{refused} of {all}");
}

#[test]
fn a_desk_is_sound_before_anybody_comes() {
    let desk = Desk::of(&ames()).expect("the document is sound");
    assert_eq!(check_invariants(desk.router()), Ok(()));
    let broken: Setup =
        toml::from_str("operators = [{ id = \"ana\", institution = \"ames\", capacity = 1 }]")
            .expect("it has the form");
    assert!(Desk::of(&broken).is_err(), "nobody knows `ames`");
}
