//! Random commands, valid and not, over small desks: what must never happen does not.
//!
//! They are written with the testing kit: steps are numbers that mean something at any desk, so that any
//! list is a story and shrinks to a short one; and a `Desk` holds the rules after each.
//!
//! `PROPTEST_CASES=20000 cargo test --profile trial --test properties` looks harder.

#[path = "support/cases.rs"]
mod cases;

use std::collections::BTreeSet;
use std::sync::Mutex;

use cases::same_cases;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use refdesk::testing::{Cast, Desk, Moment, Next, Step, any_steps, small_desk};
use refdesk::{Config, Event, Refusal, Router, Snapshot, Timestamp};

/// Which events and refusals all cases together have come to.
static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

proptest! {
    #![proptest_config(same_cases(1, 256))]

    #[test]
    fn what_must_never_happen_does_not(number in any::<u64>(), steps in any_steps(1..110)) {
        Desk::small(number).watch(&steps, |moment| {
            note(&moment);
            Ok::<(), String>(())
        })?;
    }

    #[test]
    fn two_runs_are_equal_whatever_the_secret(number in any::<u64>(), steps in any_steps(1..110)) {
        let mut one = Twin::small(number, [0; 32]);
        let mut same = one.clone();
        let mut other = Twin::small(number, [7; 32]);
        for step in &steps {
            let next = one.decide(step);
            let answers = [&mut one, &mut same, &mut other].map(|twin| twin.does(&next));
            prop_assert_eq!(&answers[0], &answers[1]);
            prop_assert_eq!(&answers[0], &answers[2]);
            prop_assert!(one.router == same.router);
        }
    }

    #[test]
    fn who_restarts_cannot_be_told_from_who_does_not(
        number in any::<u64>(),
        steps in any_steps(1..110),
        often in 1_usize..12,
    ) {
        let mut stays = Twin::small(number, [0; 32]);
        let mut restarts = stays.clone();
        for (count, step) in steps.iter().enumerate() {
            let next = stays.decide(step);
            prop_assert_eq!(stays.does(&next), restarts.does(&next));
            prop_assert_eq!(stays.router.deadline(), restarts.router.deadline());
            if count % often == 0 {
                let text = |router: &Router| serde_json::to_string(&router.snapshot());
                let kept = text(&stays.router).expect("JSON has room for it");
                same_text(&kept, &text(&restarts.router).expect("JSON has room for it"))?;
                let read = Snapshot::from_bytes(&stays.router.snapshot().to_bytes());
                let read = read.expect("what was written is read");
                restarts.router = Router::restore(&read, [7; 32])?;
            }
        }
    }

    #[test]
    fn many_at_once_are_one_after_the_other(number in any::<u64>(), steps in any_steps(1..110)) {
        let mut one_by_one = Twin::small(number, [0; 32]);
        let mut at_once = one_by_one.router.clone();
        let (mut commands, mut answers) = (Vec::new(), Vec::new());
        for step in &steps {
            let next = one_by_one.decide(step);
            let answer = one_by_one.does(&next);
            match next {
                Next::Command(command) => {
                    answers.push(answer);
                    commands.push(command);
                }
                Next::Time(now) => {
                    prop_assert_eq!(at_once.apply_all(&commands), std::mem::take(&mut answers));
                    commands.clear();
                    prop_assert_eq!(Ok(at_once.advance(now)), answer);
                    prop_assert!(at_once == one_by_one.router);
                }
            }
        }
        let (mut events, mut counts) = (Vec::new(), Vec::new());
        at_once.apply_all_into(&commands, &mut events, &mut counts);
        let expected = answers.iter().map(|answer| answer.clone().map(|events| events.len()));
        prop_assert!(counts.into_iter().eq(expected));
        prop_assert_eq!(events, answers.into_iter().flatten().flatten().collect::<Vec<_>>());
    }
}

/// Fails with what is around the first difference, since the whole is long.
fn same_text(one: &str, other: &str) -> Result<(), TestCaseError> {
    let at = one.bytes().zip(other.bytes()).position(|(one, other)| one != other);
    let around = |text: &str| -> String {
        let from = at.unwrap_or_default().saturating_sub(200);
        text.chars().skip(from).take(400).collect()
    };
    prop_assert!(one == other, "one: {}\nother: {}", around(one), around(other));
    Ok(())
}

/// A router that is compared with another.
#[derive(Clone)]
struct Twin {
    router: Router,
    cast: Cast,
}

impl Twin {
    fn small(number: u64, secret: [u8; 32]) -> Self {
        let (config, given) = small_desk(number);
        let mut router = Router::new(Config { secret, ..config }, Timestamp::default());
        for command in &given {
            // Some policies cannot work.
            let _ = router.apply(command);
        }
        let cast = Cast::of(&router);
        Self { router, cast }
    }

    fn decide(&self, step: &Step) -> Next {
        self.cast.decide(step, &self.router)
    }

    fn does(&mut self, next: &Next) -> Result<Vec<Event>, Refusal> {
        let answer = match next {
            Next::Time(now) => Ok(self.router.advance(*now)),
            Next::Command(command) => self.router.apply(command),
        };
        self.cast.sees(answer.as_deref().unwrap_or_default());
        answer
    }
}

fn note(moment: &Moment<'_>) {
    let codes = moment.refusal.iter().map(|refusal| refusal.code().to_string());
    let names = moment.events.iter().map(name_of);
    SEEN.lock().expect("nobody panics with it").extend(names.chain(codes));
}

/// The `type` of an event in the wire form.
fn name_of(event: &Event) -> String {
    let value = serde_json::to_value(event).expect("an event has a wire form");
    value["type"].as_str().expect("every event has a type").to_string()
}

/// All that can happen.
const EVENTS: &[&str] = &[
    "partnershipProposed",
    "partnershipAgreed",
    "partnershipDeclined",
    "partnershipEnded",
    "listingPosted",
    "listingWithdrawn",
    "presenceChanged",
    "operatorPaused",
    "operatorUnpaused",
    "operatorLeaving",
    "graceStarted",
    "queueStateChanged",
    "availabilityChanged",
    "chatOpened",
    "chatOffered",
    "offerWithdrawn",
    "offerLapsed",
    "offerDeclined",
    "levelPassedOver",
    "chatRolledOver",
    "roundStarted",
    "chatClaimed",
    "transcriptShown",
    "messagePosted",
    "chatRequeued",
    "noticeGiven",
    "chatHeld",
    "chatResumed",
    "operatorInvited",
    "invitationWithdrawn",
    "operatorJoined",
    "operatorLeft",
    "chatAskedBack",
    "chatReassigned",
    "patronDropped",
    "patronReturned",
    "idleNoticed",
    "transferStarted",
    "consultationStarted",
    "transferCompleted",
    "transferFailed",
    "wrapUpStarted",
    "chatDescribed",
    "patronMasked",
    "chatEnded",
    "subscriptionTold",
    "buddyChanged",
    "blockChanged",
    "buddyPresence",
    "contactTold",
    "directMessageSent",
    "colleagueAsks",
];

/// The generator has not gone blind: a fixed run of cases comes to nearly everything.
#[test]
fn the_stories_come_to_everything_that_can_happen() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut accepted, mut all) = (0, 0);
    for _ in 0..400 {
        let story = (any::<u64>(), any_steps(300..301));
        let (number, steps) = story.new_tree(&mut runner).expect("it is plain").current();
        let mut twin = Twin::small(number, [0; 32]);
        for step in &steps {
            let next = twin.decide(step);
            let answer = twin.does(&next);
            if matches!(next, Next::Command(_)) {
                all += 1;
                accepted += u32::from(answer.is_ok());
            }
            note(&Moment {
                router: &twin.router,
                command: None,
                refusal: answer.as_ref().err(),
                events: answer.as_deref().unwrap_or_default(),
            });
        }
    }
    println!("{accepted} of {all} commands were accepted");
    assert!(accepted * 2 > all, "most can be done");
    let seen = SEEN.lock().expect("nobody panics with it").clone();
    // Limits and a supervisor's matters have stories of their own.
    let rare = ["limit_reached", "too_long", "own_partner"];
    let codes = Refusal::CODES.iter().filter(|code| !rare.contains(code));
    let missing: Vec<&str> =
        EVENTS.iter().chain(codes).copied().filter(|name| !seen.contains(*name)).collect();
    assert!(missing.is_empty(), "no story comes to {missing:?}");
}
