//! Random commands, valid and not, over small desks: what must never happen does not.
//!
//! Each case is a list of numbers that `world` decodes, against what is there at the moment, into
//! commands and steps of time, so that any list is a story and shrinks to a short one. An observer
//! (`observer`) sees what a host sees, keeps plain books, and holds the rules after each step; beside
//! it `check_invariants` looks from the inside.
//!
//! `PROPTEST_CASES=20000 cargo test --profile trial --test properties` looks harder.

#![allow(clippy::wildcard_enum_match_arm, reason = "an observer looks at what it keeps books of")]

#[path = "properties/buddies.rs"]
mod buddies;
#[path = "properties/explained.rs"]
mod explained;
#[path = "properties/identity.rs"]
mod identity;
#[path = "support/names.rs"]
mod names;
#[path = "properties/observer.rs"]
mod observer;
#[path = "properties/world.rs"]
mod world;

use std::collections::BTreeSet;
use std::sync::Mutex;

use observer::Observer;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use refdesk::{
    Actor, CloseChat, Command, Config, Event, LeaveChat, Refusal, Router, Snapshot, Timestamp,
    check_invariants,
};
use world::{Choice, Step, World};

/// Which events and refusals all cases together have come to.
static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec(any::<Choice>(), 1..160)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_must_never_happen_does_not(seed in any::<Choice>(), choices in choices()) {
        let mut desk = Desk::new(World::config(seed));
        for command in World::setting(seed) {
            desk.applies(&command)?;
        }
        for choice in choices {
            match desk.world.decode(choice, &desk.router) {
                Step::Time(now) => desk.advances(now)?,
                Step::Command(command) => desk.applies(&command)?,
            }
        }
        let open = desk.observer.open_chats().map(|(chat, _)| chat.clone());
        explained::names_everybody(&desk.router, open)?;
    }

    #[test]
    fn two_runs_are_equal_whatever_the_secret(seed in any::<Choice>(), choices in choices()) {
        let config = World::config(seed);
        let mut one = Router::new(config.clone(), Timestamp::default());
        let mut same = one.clone();
        let mut other = Router::new(Config { secret: [7; 32], ..config }, Timestamp::default());
        let mut world = World::default();
        let setting = World::setting(seed).into_iter().map(Step::Command);
        let mut steps: Vec<Step> = setting.collect();
        for choice in choices {
            steps.push(world.decode(choice, &one));
            for step in steps.drain(..) {
                let answers = [&mut one, &mut same, &mut other].map(|router| play(router, &step));
                prop_assert_eq!(&answers[0], &answers[1]);
                prop_assert_eq!(&answers[0], &answers[2]);
            }
            prop_assert!(one == same);
        }
    }

    #[test]
    fn who_restarts_cannot_be_told_from_who_does_not(
        seed in any::<Choice>(),
        choices in choices(),
        often in 1_usize..12,
    ) {
        let mut stays = Router::new(World::config(seed), Timestamp::default());
        let mut restarts = stays.clone();
        let mut world = World::default();
        let setting = World::setting(seed).into_iter().map(Step::Command);
        let mut steps: Vec<Step> = setting.collect();
        for (number, choice) in choices.into_iter().enumerate() {
            steps.push(world.decode(choice, &stays));
            for step in steps.drain(..) {
                prop_assert_eq!(play(&mut stays, &step), play(&mut restarts, &step));
                prop_assert_eq!(stays.deadline(), restarts.deadline());
            }
            if number % often == 0 {
                let text = |router: &Router| serde_json::to_string(&router.snapshot());
                let kept = text(&stays).expect("JSON has room for it");
                same_text(&kept, &text(&restarts).expect("JSON has room for it"))?;
                let read = Snapshot::from_bytes(&stays.snapshot().to_bytes());
                let read = read.expect("what was written is read");
                restarts = Router::restore(&read, [7; 32]).map_err(|e| TestCaseError::fail(e.to_string()))?;
            }
        }
    }

    #[test]
    fn many_at_once_are_one_after_the_other(seed in any::<Choice>(), choices in choices()) {
        let mut one_by_one = Router::new(World::config(seed), Timestamp::default());
        let mut at_once = one_by_one.clone();
        let mut world = World::default();
        let mut commands = World::setting(seed);
        let mut answers: Vec<_> = commands.iter().map(|one| one_by_one.apply(one)).collect();
        for choice in choices {
            match world.decode(choice, &one_by_one) {
                Step::Command(command) => {
                    answers.push(one_by_one.apply(&command));
                    commands.push(command);
                }
                Step::Time(now) => {
                    prop_assert_eq!(&at_once.apply_all(&commands), &answers);
                    prop_assert!(at_once == one_by_one);
                    commands.clear();
                    answers.clear();
                    prop_assert_eq!(at_once.advance(now), one_by_one.advance(now));
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

fn play(router: &mut Router, step: &Step) -> Result<Vec<Event>, Refusal> {
    match step {
        Step::Time(now) => Ok(router.advance(*now)),
        Step::Command(command) => router.apply(command),
    }
}

/// A router under observation.
struct Desk {
    router: Router,
    world: World,
    observer: Observer,
}

impl Desk {
    /// One timer at a time, so that the observer looks between any two.
    fn new(mut config: Config) -> Self {
        config.limits.events_per_advance = 1;
        let router = Router::new(config, Timestamp::default());
        Self { router, world: World::default(), observer: Observer::default() }
    }

    fn applies(&mut self, command: &Command) -> Result<(), TestCaseError> {
        let before = self.router.clone();
        match self.router.apply(command) {
            Ok(events) => {
                self.world.learn(&events);
                self.observer.sees(command, &events)?;
                identity::stays_where_it_may(&events, &self.router)?;
                Observer::holds_limits(command, &events, &self.router)?;
                Self::note(events.iter().map(name_of));
            }
            Err(refusal) => {
                prop_assert!(self.router == before, "{command:?} is refused and changed something");
                Self::note([refusal.code().to_string()]);
            }
        }
        self.holds()
    }

    fn advances(&mut self, now: Timestamp) -> Result<(), TestCaseError> {
        let mut last = self.router.now();
        loop {
            let events = self.router.advance(now);
            for event in &events {
                prop_assert!(
                    event.at >= last && event.at <= now.max(last),
                    "{event:?} out of time"
                );
                last = event.at;
            }
            self.world.learn(&events);
            self.observer.sees_time(&events)?;
            identity::stays_where_it_may(&events, &self.router)?;
            Self::note(events.iter().map(name_of));
            self.holds()?;
            if self.router.deadline().is_none_or(|deadline| deadline.at > now) {
                return Ok(());
            }
        }
    }

    fn holds(&self) -> Result<(), TestCaseError> {
        check_invariants(&self.router).map_err(|broken| TestCaseError::fail(broken.to_string()))?;
        self.observer.compares(&self.router)?;
        // Whatever state a chat is in, it can be left and closed.
        for (chat, patron) in self.observer.open_chats() {
            explained::agrees(&self.router, chat)?;
            let leave = LeaveChat { chat: chat.clone() }.by(patron.clone());
            let close = CloseChat { chat: chat.clone() }.by(Actor::Host);
            for command in [leave, close] {
                prop_assert!(self.router.clone().apply(&command).is_ok(), "{command:?} is refused");
            }
        }
        Ok(())
    }

    fn note(names: impl IntoIterator<Item = String>) {
        SEEN.lock().expect("nobody panics with it").extend(names);
    }
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
    for _ in 0..400 {
        let story = (any::<Choice>(), prop::collection::vec(any::<Choice>(), 300..301));
        let (seed, choices) = story.new_tree(&mut runner).expect("it is plain").current();
        let mut router = Router::new(World::config(seed), Timestamp::default());
        let mut world = World::default();
        let mut steps: Vec<Step> = World::setting(seed).into_iter().map(Step::Command).collect();
        for choice in choices {
            steps.push(world.decode(choice, &router));
            for step in steps.drain(..) {
                let names: Vec<String> = match play(&mut router, &step) {
                    Ok(events) => {
                        world.learn(&events);
                        events.iter().map(name_of).collect()
                    }
                    Err(refusal) => vec![refusal.code().to_string()],
                };
                SEEN.lock().expect("nobody panics with it").extend(names);
            }
        }
    }
    let seen = SEEN.lock().expect("nobody panics with it").clone();
    // Limits and a supervisor's matters have stories of their own.
    let rare = ["limit_reached", "too_long", "own_partner"];
    let codes = Refusal::CODES.iter().filter(|code| !rare.contains(code));
    let missing: Vec<&str> =
        EVENTS.iter().chain(codes).copied().filter(|name| !seen.contains(*name)).collect();
    assert!(missing.is_empty(), "no story comes to {missing:?}");
}
