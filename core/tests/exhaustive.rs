//! Every order of what may happen at small desks, to a depth: explored, not sampled.
//!
//! A desk has two institutions, three operators and two patrons (`exhaustive/desk.rs`). A step is a
//! command that somebody there may give, or the next timer. A model checker goes through all
//! sequences of steps, the shorter ones first, and holds the rules (`exhaustive/rules.rs`) after each
//! step and at each moment. Moments that differ in nothing that decides anything are one
//! (`exhaustive/key.rs`). What breaks a rule is told as a story.
//!
//! `cargo test --profile trial --test exhaustive -- --nocapture` says how many moments there are; with
//! `REFDESK_DEPTH=9` before it, it looks so far at every desk. Without optimisation it looks
//! `SHALLOW` steps far.

#![allow(clippy::wildcard_enum_match_arm, reason = "an observer looks at what it keeps books of")]

#[path = "exhaustive/agreements.rs"]
mod agreements;
#[path = "exhaustive/desk.rs"]
mod desk;
#[path = "exhaustive/key.rs"]
mod key;
#[path = "exhaustive/moment.rs"]
mod moment;
#[path = "exhaustive/rules.rs"]
mod rules;
#[path = "exhaustive/story.rs"]
mod story;
#[path = "exhaustive/tree.rs"]
mod tree;

use std::time::Instant;

use desk::{
    CHATS, DESK, Desk, HELP, LIB, STAFF, UNI, accepts, agrees, closes, comes, completes, declines,
    drops, each, ends_partnership, goes_on, hands_over, holds, is_away, is_lost, logs_out, opts_in,
    opts_out, partners, pauses, picks, proposes, resumes, returns, takes_back, to_operator,
    to_queue, writes,
};
use moment::{Exploration, Moment, Next};
use refdesk::{
    ClaimBy, EndRule, Entering, Grant, Level, Order, Policy, Right, Ring, Source, Span, Terms,
    Timestamp, TransferMode, WhenBusy,
};
use stateright::{Checker, HasDiscoveries, Model};

fn assigned_and_partner() -> Vec<Source> {
    vec![Source::Assigned, Source::Queue { queue: desk::id(DESK) }]
}

fn all() -> Ring {
    Ring::All { lapse_after: Some(Span::from_secs(20)) }
}

fn best() -> Ring {
    Ring::best(Order::LongestIdle)
}

/// Everybody of both institutions rings, and the first message claims.
#[test]
fn everybody_rings() {
    let help = Policy {
        claim_by: ClaimBy::FirstMessage,
        ..Policy::of([Level::of(assigned_and_partner(), all())])
    };
    let desk = Desk::of("everybody rings", help, Policy::ring_all(), partners(EndRule::Finish))
        .where_also(each(accepts))
        .where_also(each(declines))
        .where_also(each(writes))
        .where_also(STAFF.iter().flat_map(|one| [is_away(one), comes(one)]));
    explore(desk, 9, &["a loser is told", "a message claims", "a round starts"]);
}

/// The home team is asked first, one after the other; then the partner as well.
#[test]
fn home_team_first() {
    let home = Level::of([Source::Assigned], best()).rolling_on_after(Span::from_secs(30));
    let backup = Level::of([Source::Queue { queue: desk::id(DESK) }], all());
    let help = Policy::of([home, backup]);
    let desk = Desk::of("home team first", help, Policy::ring_all(), partners(EndRule::Finish))
        .where_also(each(accepts))
        .where_also(each(declines))
        .where_also(each(picks))
        .where_also(STAFF.iter().flat_map(|one| [pauses(one), goes_on(one)]))
        .where_also([opts_out("ben"), opts_in("ben"), opts_out("uma"), opts_in("uma")]);
    explore(desk, 7, &["a chat rolls over", "a level is passed over", "a chat is picked"]);
}

/// As before, but that the home team is left for good, at once where all are busy.
#[test]
fn a_later_level_replaces() {
    let mut home = Level::of([Source::Assigned], all()).rolling_on_after(Span::from_secs(30));
    home.when_busy = WhenBusy::RollOn;
    let mut backup = Level::of([Source::Queue { queue: desk::id(DESK) }], best());
    backup.entry = Entering::Replace;
    let help = Policy::of([home, backup]);
    let desk =
        Desk::of("a later level replaces", help, Policy::ring_all(), partners(EndRule::Finish))
            .where_also(each(accepts))
            .where_also(each(declines))
            .where_also(STAFF.iter().flat_map(|one| [is_away(one), comes(one)]));
    explore(desk, 8, &["a chat rolls over", "a level is passed over", "a loser is told"]);
}

/// Chats are handed over to colleagues, to the partner and to queues, and taken back.
#[test]
fn transfers() {
    let to = |operator: &str, chat: &str, to| hands_over(operator, chat, to, TransferMode::Blind);
    let desk = Desk::of(
        "transfers",
        Policy::of([Level::of([Source::Assigned], best())]),
        Policy::ring_all(),
        partners(EndRule::Finish),
    )
    .with_room_for(2)
    .where_also(each(accepts))
    .where_also(each(declines))
    .where_also(each(|operator, chat| to(operator, chat, to_operator("uma"))))
    .where_also(each(|operator, chat| to(operator, chat, to_operator("ben"))))
    .where_also(each(|operator, chat| to(operator, chat, to_queue(HELP))))
    .where_also(each(|operator, chat| to(operator, chat, to_queue(DESK))))
    .where_also(CHATS.map(takes_back))
    .where_also(each(closes));
    explore(desk, 10, &["a transfer is completed", "a transfer fails"]);
}

/// Colleagues are consulted before they take a chat over, and chats are held.
#[test]
fn consultations() {
    let desk = Desk::of(
        "consultations",
        Policy::of([Level::of(assigned_and_partner(), all())]),
        Policy::ring_all(),
        partners(EndRule::Return),
    )
    .with_room_for(2)
    .where_also(each(accepts))
    .where_also(each(|operator, chat| {
        hands_over(operator, chat, to_operator("uma"), TransferMode::Consult)
    }))
    .where_also(each(|operator, chat| {
        hands_over(operator, chat, to_queue(HELP), TransferMode::Consult)
    }))
    .where_also(each(completes))
    .where_also(CHATS.map(takes_back))
    .where_also(each(holds))
    .where_also(each(resumes))
    .where_also([is_lost("uma"), comes("uma"), is_lost("ana"), comes("ana")]);
    explore(desk, 9, &["somebody is consulted", "a transfer is completed", "a transfer fails"]);
}

/// Operators are lost and come back, patrons too.
#[test]
fn losses() {
    let desk = Desk::of(
        "losses",
        Policy::of([Level::of(assigned_and_partner(), best())]),
        Policy::ring_all(),
        partners(EndRule::Finish),
    )
    .where_also(each(accepts))
    .where_also(STAFF.iter().flat_map(|one| [is_lost(one), comes(one), logs_out(one)]))
    .where_also(CHATS.iter().flat_map(|chat| [drops(chat), returns(chat)]));
    explore(desk, 7, &["a chat is lost", "a chat is back", "a patron returns", "a grace starts"]);
}

/// The partnership ends in the midst of it, is narrowed and begins anew.
fn partnership(name: &'static str, on_end: EndRule) -> Desk {
    let narrow = Terms { gives: vec![], asks: vec![Grant::of(Right::Transfer)], on_end };
    let to_uma = |operator: &str, chat: &str| {
        hands_over(operator, chat, to_operator("uma"), TransferMode::Blind)
    };
    let to_desk = |operator: &str, chat: &str| {
        hands_over(operator, chat, to_queue(DESK), TransferMode::Blind)
    };
    Desk::of(
        name,
        Policy::of([Level::of(assigned_and_partner(), all())]),
        Policy::ring_all(),
        partners(on_end),
    )
    .where_also(each(accepts))
    .where_also(each(to_uma))
    .where_also(each(to_desk))
    .where_also([ends_partnership(LIB, UNI), ends_partnership(UNI, LIB)])
    .where_also([proposes(LIB, UNI, narrow), proposes(LIB, UNI, partners(on_end))])
    .where_also([agrees(UNI, LIB), is_lost("uma"), comes("uma")])
}

/// Nothing but the date has changed, and then more has.
#[test]
fn a_moment_is_the_same_on_another_day() {
    let desk = partnership("two days", EndRule::Finish);
    let mut router = Moment::first(&desk).router;
    let key = desk.keys.key(&router);
    router.advance(Timestamp::from_millis(86_400_000));
    assert_eq!(desk.keys.key(&router), key);
    let (after, _) = Moment::first(&desk).after(&desk, Next::Move(0)).expect("a patron comes");
    assert_ne!(desk.keys.key(&after.router), key);
}

const ENDS: [&str; 4] = [
    "a partnership ends",
    "an offer ends with its grant",
    "terms are agreed on",
    "a transfer fails",
];

#[test]
fn a_partnership_ends_and_chats_return() {
    let desk = partnership("a partnership ends, chats return", EndRule::Return);
    explore(desk, 9, &[ENDS.as_slice(), &["a chat returns home"]].concat());
}

#[test]
fn a_partnership_ends_and_chats_finish() {
    explore(partnership("a partnership ends, chats finish", EndRule::Finish), 9, &ENDS);
}

/// How far to look where each step takes long.
const SHALLOW: usize = 5;

/// Goes through all that may happen at a desk in so many steps; what is expected has happened then.
fn explore(desk: Desk, depth: usize, expected: &[&'static str]) {
    let depth = match std::env::var("REFDESK_DEPTH") {
        Ok(depth) => depth.parse().expect("`REFDESK_DEPTH` is a number of steps"),
        Err(_) if cfg!(debug_assertions) => depth.min(SHALLOW),
        Err(_) => depth,
    };
    let (name, moves, began) = (desk.name, desk.moves.len(), Instant::now());
    // One thread, so that the shortest ways come first and the figures are always the same.
    let checker = Exploration::of(desk, depth)
        .checker()
        .finish_when(HasDiscoveries::AnyFailures)
        .spawn_bfs()
        .join();
    if let Some((rule, way)) = checker.discoveries().into_iter().next() {
        let (desk, last) = (&checker.model().desk, way.last_state().clone());
        let wrong = rules::all(desk, &last).err().unwrap_or_default();
        let way = way.into_actions();
        let story = story::tell(desk, &way, &format!("{rule}: {wrong}"));
        panic!("{name}: not so after {} steps: {rule}: {wrong}\n\n{story}\n", way.len());
    }
    let (generated, unique) = (checker.state_count(), checker.unique_state_count());
    let (steps, seconds) = (checker.max_depth() - 1, began.elapsed().as_secs_f32());
    println!(
        "{name}: {moves} moves, depth {steps}: {generated} states, {unique} unique, {seconds:.1} s"
    );
    assert_eq!(steps, depth, "the moments of `{name}` end before the depth");
    let seen = checker.model().events.lock().expect("nobody panics with it");
    let missing: Vec<_> = expected.iter().filter(|&&what| !seen.contains(what)).collect();
    assert!(missing.is_empty(), "`{name}` never comes to {missing:?}");
}
