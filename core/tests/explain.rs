//! Why this one and not that one: a story for each verdict.

#[path = "explain/language.rs"]
mod language;

use std::path::Path;

use language::{Desk, id, open};
use refdesk::{
    Absence, AcceptPartnership, Actor, AddOperator, AssignOperator, ClaimReason, Config,
    EndPartnership, EndSession, EventKind, Explanation, FinishThenLeave, Grant, InstitutionId,
    LeaveChat, LevelState, Need, OpenChat, OperatorId, OptOut, Order, Page, PatronId, Pause, Phase,
    ProposePartnership, Refusal, RemoveOperator, Right, SetCapacity, SetQueueState, Show, Switch,
    Target, Terms, Timestamp, TransferChat, Verdict,
};

const BEST: &str =
    r#"{ pool = [{ type = "assigned" }], ring = { type = "best", order = "leastBusy" } }"#;
const ALL: &str = r#"{ pool = [{ type = "assigned" }], ring = { type = "all" } }"#;
const ANA_THEN_ALL: &str = r#"
    { pool = [{ type = "operators", operators = ["ana"] }], ring = { type = "all" }, wait = "40 s" },
    { pool = [{ type = "assigned" }], ring = { type = "all" } }"#;
const ANA_THEN_OTHERS: &str = r#"
    { pool = [{ type = "operators", operators = ["ana"] }], ring = { type = "all" }, wait = "40 s" },
    { pool = [{ type = "assigned" }], ring = { type = "all" }, entry = "replace" }"#;

const BY_NIGHT: &str = r#"
    { pool = [{ type = "assigned" }], ring = { type = "all" }, onlyWhen = { type = "closed" } },
    { pool = [{ type = "operators", operators = ["ana"] }], ring = { type = "all" } }"#;
const NEXT_DOOR: &str = r#"
    { pool = [{ type = "operators", operators = ["ana"] }], ring = { type = "all" } },
    { pool = [{ type = "queue", queue = "next-door" }], ring = { type = "all" } }"#;

#[test]
fn the_best_is_rung_and_the_others_have_their_places() {
    let mut desk = Desk::of(BEST, ["cy", "ana", "ben"]);
    desk.opens("c1");
    desk.says(
        "c1",
        [
            "chat `c1` is offered",
            "round 1 in `ask`",
            "level 0 rings 1 of 1",
            "`ana` would be the next to be rung, by least busy (units taken: 0, turn 3)",
            "`ben` would be rung in place 2, by least busy (units taken: 0, turn 4)",
            "`cy` is rung (offer 1), as the best by least busy (units taken: 0, turn 1)",
        ],
    );
    assert_eq!(desk.code("c1", 0, "ana"), "next");
    assert_eq!(desk.code("c1", 0, "ben"), "enough_rung");
    assert_eq!(desk.code("c1", 0, "cy"), "rung");
    let Verdict::Rung { lapses_at, .. } = desk.verdict("c1", 0, "cy") else { panic!("rung") };
    assert_eq!(lapses_at, Some(Timestamp::from_millis(20_000)));
}

#[test]
fn who_declined_is_not_rung_in_the_same_round() {
    let mut desk = Desk::of(BEST, ["ana", "ben"]);
    desk.opens("c1");
    desk.declines("ana", "c1", 1);
    assert_eq!(desk.code("c1", 0, "ana"), "refused");
    assert_eq!(desk.code("c1", 0, "ben"), "rung");
    desk.declines("ben", "c1", 2);
    desk.says(
        "c1",
        [
            "chat `c1` is waiting",
            "round 1 in `ask`, which rests until 1970-01-01T00:00:20Z",
            "level 0 rings 0 of 1",
            "`ana` declined or missed it in this round",
            "`ben` declined or missed it in this round",
            "`cy` is offline",
        ],
    );
}

#[test]
fn who_is_excluded_never_has_it() {
    let mut desk = Desk::of(BEST, ["ana"]);
    desk.opens_as(OpenChat { excluded: vec![id("ana")], ..open("c1") });
    assert_eq!(desk.code("c1", 0, "ana"), "excluded");
}

#[test]
fn who_hands_it_over_answers_it() {
    let mut desk = Desk::of(BEST, ["ana"]);
    desk.opens("c1");
    desk.accepts("ana", "c1", 1);
    let (to, chat) = (Target::Queue { queue: id("ask") }, id("c1"));
    desk.comes("ben");
    let transfer = TransferChat::of(chat, to);
    desk.does(id::<OperatorId>("ana"), transfer);
    desk.says(
        "c1",
        [
            "chat `c1` is being transferred",
            "`ana` accepted it, rung by level 0 as the best by least busy (units taken: 0, turn 1)",
            "round 1 in `ask`",
            "level 0 rings 1 of 1",
            "`ana` answers it, and hands it over",
            "`ben` is rung (offer 2), as the best by least busy (units taken: 0, turn 5)",
            "`cy` is offline",
        ],
    );
    assert_eq!(desk.code("c1", 0, "ana"), "answers");
}

#[test]
fn a_level_that_widens_does_not_ring_twice() {
    let mut desk = Desk::of(ANA_THEN_ALL, ["ana", "ben"]);
    desk.opens("c1");
    desk.says(
        "c1",
        [
            "chat `c1` is offered",
            "round 1 in `ask`",
            "level 0 rings 1, everybody who can be, until 1970-01-01T00:00:40Z",
            "`ana` is rung (offer 1)",
            "level 1 is not entered yet",
            "`ana` is rung for it already, by level 0",
            "`ben` could have it, if the chat came to this level",
            "`cy` is offline",
        ],
    );
    assert_eq!(desk.code("c1", 1, "ben"), "level_not_entered");
    desk.waits(40);
    desk.says(
        "c1",
        [
            "chat `c1` is offered",
            "it left level 0 of `ask`, since nobody answered in time",
            "round 1 in `ask`",
            "level 0 rings 1, everybody who can be; the chat has moved on, since nobody answered in \
             time",
            "`ana` is rung (offer 1)",
            "level 1 rings 1, everybody who can be",
            "`ana` is rung for it already, by level 0",
            "`ben` is rung (offer 2)",
            "`cy` is offline",
        ],
    );
    assert_eq!(desk.code("c1", 1, "ana"), "rung_elsewhere");
}

#[test]
fn a_level_that_replaces_leaves_the_one_before() {
    let mut desk = Desk::of(ANA_THEN_OTHERS, ["ana", "ben"]);
    desk.opens("c1");
    desk.waits(40);
    let course = desk.explains("c1").course.expect("it rings");
    let why = Some(refdesk::RollReason::Unanswered);
    assert_eq!(course.levels[0].state, LevelState::Replaced { left: why });
    assert_eq!(
        course.levels[0].state.to_string(),
        "was replaced; the chat had moved on, since nobody answered in time"
    );
    assert_eq!(desk.code("c1", 0, "ana"), "rung_elsewhere");
    desk.accepts("ben", "c1", 3);
    // Somebody of the first level alone could have had it.
    let mut desk = Desk::of(ANA_THEN_OTHERS, ["ana"]);
    desk.does(id::<OperatorId>("ana"), OptOut { operator: id("ana"), queue: id("ask") });
    desk.opens("c1");
    desk.waits(40);
    assert_eq!(desk.code("c1", 0, "ana"), "level_left");
    assert_eq!(desk.code("c1", 1, "ana"), "opted_out");
}

#[test]
fn a_level_is_passed_over_and_rings_on() {
    let mut desk = Desk::of(ANA_THEN_ALL, ["ben"]);
    desk.opens("c1");
    desk.says(
        "c1",
        [
            "chat `c1` is offered",
            "it left level 0 of `ask`, since nobody was there",
            "round 1 in `ask`",
            "level 0 rings 0, everybody who can be; the chat has moved on, since nobody was there",
            "`ana` is offline",
            "level 1 rings 1, everybody who can be",
            "`ana` is offline",
            "`ben` is rung (offer 1)",
            "`cy` is offline",
        ],
    );
}

#[test]
fn who_opted_out_is_named_all_the_same() {
    let mut desk = Desk::of(BEST, ["ana", "ben"]);
    desk.does(id::<OperatorId>("ana"), OptOut { operator: id("ana"), queue: id("ask") });
    desk.opens("c1");
    assert_eq!(desk.code("c1", 0, "ana"), "opted_out");
    assert_eq!(desk.verdict("c1", 0, "ana").to_string(), "has opted out of the queue");
}

/// Dee of the college is assigned as well, by a grant of the library.
#[track_caller]
fn with_dee(grant: Grant) -> Desk {
    let mut desk = Desk::of(BEST, ["ana"]);
    let (lib, college): (InstitutionId, InstitutionId) = (id("lib"), id("college"));
    let terms = Terms { gives: vec![grant], ..Terms::default() };
    let propose = ProposePartnership { with: college.clone(), terms };
    let events = desk.router.apply(&propose.by(lib.clone())).expect("they may propose");
    let EventKind::PartnershipProposed { proposal, .. } = events[0].kind else { panic!() };
    desk.does(college.clone(), AcceptPartnership { with: lib, proposal });
    let (institution, capacity) = (college, 5);
    desk.does(Actor::Host, AddOperator { operator: id("dee"), institution, capacity });
    desk.does(Actor::Host, AssignOperator::of(id("dee"), id("ask")));
    desk.comes("dee");
    desk.opens("c1");
    desk
}

#[test]
fn no_grant_no_ring() {
    let mut desk = with_dee(Grant::of(Right::Staff));
    assert_eq!(desk.code("c1", 0, "dee"), "next");
    desk.does(id::<InstitutionId>("college"), EndPartnership { with: id("lib") });
    assert_eq!(desk.code("c1", 0, "dee"), "no_grant");
}

#[test]
fn a_grant_carries_so_many_chats_and_no_more() {
    let mut desk = with_dee(Grant { cap: Some(1), ..Grant::of(Right::Staff) });
    desk.opens("c2");
    assert_eq!(desk.code("c2", 0, "dee"), "rung");
    desk.opens("c3");
    assert_eq!(desk.verdict("c3", 0, "dee"), Verdict::GrantAtCap { cap: 1 });
    assert_eq!(desk.code("c3", 0, "dee"), "grant_at_cap");
}

#[test]
fn a_grant_has_hours() {
    // The clock begins on a Thursday.
    let hours = r#"{ "hours": { "timeZone": "UTC", "week": [{ "days": ["monday"], "from": "09:00", "to": "17:00" }] } }"#;
    let hours = Some(serde_json::from_str(hours).expect("they are hours"));
    let desk = with_dee(Grant { hours, ..Grant::of(Right::Staff) });
    assert_eq!(desk.code("c1", 0, "dee"), "grant_closed");
}

#[test]
fn a_level_out_of_its_hours_is_passed_over_until_it_is_active() {
    let mut desk = Desk::of(BY_NIGHT, ["ana", "ben"]);
    desk.opens("c1");
    desk.says(
        "c1",
        [
            "chat `c1` is offered",
            "it left level 0 of `ask`, since it was not active",
            "round 1 in `ask`",
            "level 0 is not active now, and was passed over",
            "`ana` is rung for it already, by level 1",
            "`ben` could have it, if this level were active now",
            "`cy` is offline",
            "level 1 rings 1, everybody who can be",
            "`ana` is rung (offer 1)",
        ],
    );
    assert_eq!(desk.code("c1", 0, "ben"), "level_dormant");
    let course = desk.explains("c1").course.expect("it rings");
    assert_eq!(course.levels[0].state.code(), "dormant");
}

#[test]
fn nobody_is_rung_by_a_queue_that_is_not_open() {
    let mut desk = Desk::of(NEXT_DOOR, ["cy"]);
    desk.opens("c1");
    assert_eq!(desk.code("c1", 1, "cy"), "rung");
    let closed = SetQueueState { queue: id("next-door"), state: Switch::Closed };
    desk.does(Actor::Host, closed);
    assert_eq!(desk.code("c1", 1, "cy"), "queue_closed");
}

#[test]
fn a_skill_is_lacked_or_not_good_enough() {
    let mut desk = Desk::of(BEST, ["ana", "ben"]);
    let law = Need { skill: id("law"), at_least: 60 };
    desk.opens_as(OpenChat { needs: vec![law], ..open("c1") });
    desk.says(
        "c1",
        [
            "chat `c1` is waiting",
            "round 1 in `ask`",
            "level 0 rings 0 of 1; it is vacant, since nobody was there",
            "`ana` has `law` at level 40, needed at level 60",
            "`ben` lacks `law`, needed at level 60",
            "`cy` lacks `law`, needed at level 60",
        ],
    );
    assert_eq!(desk.code("c1", 0, "ben"), "lacks_skill");
}

#[test]
fn who_is_not_there_is_so_for_a_reason() {
    let mut desk = Desk::of(BEST, ["ana"]);
    let ana: OperatorId = id("ana");
    let why = |desk: &Desk| {
        let verdict = desk.verdict("c1", 0, "ana");
        let Verdict::NotThere { why } = verdict else { panic!("she {verdict}") };
        why
    };
    desk.does(ana.clone(), EndSession { operator: ana.clone(), session: id("tab") });
    desk.opens("c1");
    assert_eq!(why(&desk), Absence::InGrace);
    desk.waits(60);
    assert_eq!(why(&desk), Absence::Offline);
    for show in [Show::Away, Show::Xa, Show::Dnd] {
        desk.shows("ana", show);
        assert_eq!(why(&desk), Absence::Shown { show });
    }
    desk.does(ana.clone(), Pause { operator: ana, reason: "lunch".into() });
    desk.comes("ana");
    assert_eq!(why(&desk), Absence::Paused);
    let mut desk = Desk::of(BEST, ["ana"]);
    desk.opens("c0");
    desk.accepts("ana", "c0", 1);
    desk.opens("c1");
    let ana: OperatorId = id("ana");
    desk.does(ana.clone(), FinishThenLeave { operator: ana.clone(), leaves: true });
    assert_eq!(why(&desk), Absence::Leaving);
    desk.does(ana.clone(), FinishThenLeave { operator: ana.clone(), leaves: false });
    desk.does(Actor::Host, SetCapacity { operator: ana, capacity: 0 });
    assert_eq!(why(&desk), Absence::NoCapacity);
    assert_eq!(desk.code("c1", 0, "ana"), "not_there");
}

#[test]
fn who_is_full_has_no_room() {
    let mut desk = Desk::of(BEST, ["ana"]);
    desk.opens("c1");
    desk.opens("c2");
    assert_eq!(desk.code("c2", 0, "ana"), "no_room");
    let said = desk.verdict("c2", 0, "ana").to_string();
    assert_eq!(said, "has no room (units free: 0 of 1, needed: 1)");
}

#[test]
fn an_assignment_may_be_full_by_itself() {
    let mut desk = Desk::of(BEST, ["ana"]);
    desk.does(Actor::Host, SetCapacity { operator: id("ana"), capacity: 5 });
    desk.limits("ana", 1);
    desk.opens("c1");
    desk.opens("c2");
    assert_eq!(desk.code("c2", 0, "ana"), "assignment_full");
    let said = desk.verdict("c2", 0, "ana").to_string();
    assert_eq!(said, "has no room by the assignment (units free: 0, needed: 1)");
}

#[test]
fn a_person_hears_of_so_many_chats_and_no_more() {
    let mut config = Config::default();
    config.limits.broadcasts_per_operator = 1;
    let mut desk = Desk::with(config, ALL, ["ana"]);
    desk.opens("c1");
    desk.opens("c2");
    assert_eq!(desk.code("c2", 0, "ana"), "too_many_broadcasts");
    assert_eq!(
        desk.verdict("c2", 0, "ana").to_string(),
        "holds as many broadcast offers as may be (1)"
    );
}

#[test]
fn a_chat_waits_for_one_alone() {
    let mut desk = Desk::of(BEST, ["ana", "ben"]);
    desk.opens("c0");
    desk.opens_as(OpenChat { preferred: Some(id("ana")), ..open("c1") });
    desk.says(
        "c1",
        [
            "chat `c1` is waiting",
            "round 1 in `ask`",
            "it waits for one alone: `ana` has no room (units free: 0 of 1, needed: 1)",
            "level 0 is not entered yet",
            "`ana` has no room (units free: 0 of 1, needed: 1)",
            "`ben` could have it, if the chat came to this level",
            "`cy` is offline",
        ],
    );
    desk.does(Actor::Host, LeaveChat { chat: id("c0") });
    let course = desk.explains("c1").course.expect("it rings");
    let preferred = course.preferred.expect("it waits for her still");
    assert_eq!(preferred.verdict.code(), "rung");
    assert_eq!(desk.code("c1", 0, "ana"), "rung_elsewhere");
    desk.declines("ana", "c1", 1);
    assert_eq!(desk.explains("c1").course.and_then(|course| course.preferred), None);
    assert_eq!(desk.code("c1", 0, "ana"), "refused");
}

#[test]
fn who_answers_is_why_and_what_was_passed() {
    let mut desk = Desk::of(ANA_THEN_ALL, ["ben"]);
    desk.opens("c1");
    desk.accepts("ben", "c1", 1);
    let lines = [
        "chat `c1` is active",
        "`ben` accepted it, rung by level 1",
        "it left level 0 of `ask`, since nobody was there",
    ];
    desk.says("c1", lines);
    desk.does(id::<PatronId>("patron-of-c1"), LeaveChat { chat: id("c1") });
    let why = desk.explains("c1");
    assert_eq!(why.phase, Phase::WrapUp);
    let reason = why.answer.map(|answer| answer.reason);
    assert_eq!(reason, Some(ClaimReason::Accepted { level: 1, won: None }));
    assert_eq!((why.passed.len(), why.course, why.next), (1, None, None));
}

#[test]
fn a_claim_says_by_what_it_was_won() {
    let mut desk = Desk::of(BEST, ["ana"]);
    desk.opens("c1");
    desk.accepts("ana", "c1", 1);
    let answer = desk.explains("c1").answer.expect("she answers");
    let ClaimReason::Accepted { level: 0, won: Some(won) } = answer.reason else {
        panic!("{answer:?}")
    };
    assert_eq!((won.order(), won.figure(), won.turn()), (Order::LeastBusy, Some(0), Some(1)));
    assert_eq!((won.proficiency(), won.registration()), (None, None));
}

#[test]
fn only_those_whom_it_concerns_are_told_why() {
    let mut desk = Desk::of(BEST, ["ana"]);
    desk.opens("c1");
    let asks = |who: Actor| desk.router.explain(&id("c1"), &who, &Page::first(10)).map(drop);
    assert_eq!(asks(Actor::Host), Ok(()));
    assert_eq!(asks(id::<InstitutionId>("lib").into()), Ok(()));
    assert_eq!(asks(id::<OperatorId>("cy").into()), Ok(()), "she supervises the queue");
    let others: [Actor; 5] = [
        id::<InstitutionId>("college").into(),
        id::<InstitutionId>("nobody").into(),
        id::<OperatorId>("ana").into(),
        id::<OperatorId>("nobody").into(),
        id::<PatronId>("patron-of-c1").into(),
    ];
    for other in others {
        let by = (&other).into();
        assert_eq!(asks(other), Err(Refusal::NotPermitted { by }));
    }
    let unknown = desk.router.explain(&id("c9"), &Actor::Host, &Page::first(10));
    assert_eq!(unknown, Err(Refusal::UnknownChat { chat: id("c9") }));
}

#[test]
fn pages_name_everybody_once_at_each_level() {
    let mut desk = Desk::of(ANA_THEN_ALL, ["ana"]);
    desk.opens("c1");
    let all = [(0, "ana"), (1, "ana"), (1, "ben"), (1, "cy")].map(|(l, n)| (l, n.to_owned()));
    for limit in 0..6 {
        let pages = desk.pages("c1", limit);
        assert_eq!(pages.concat(), all, "{limit} on a page");
        assert!(pages.iter().all(|page| page.len() <= limit.max(1) as usize));
    }
    assert_eq!(desk.pages("c1", 1).len(), 4);
    let whole = desk.router.explain(&id("c1"), &Actor::Host, &Page::EVERYBODY);
    let whole = whole.expect("the host may ask");
    assert_eq!(whole.next, None);
    let levels = whole.course.expect("it rings").levels;
    assert_eq!(levels.iter().map(|level| level.operators.len()).sum::<usize>(), all.len());
    // A cursor outlives those whom it stands behind.
    let page = Page::first(3);
    let first = desk.router.explain(&id("c1"), &Actor::Host, &page).expect("the host may ask");
    desk.does(Actor::Host, RemoveOperator { operator: id("ben") });
    let page = page.after(first.next.expect("there is more"));
    let rest = desk.router.explain(&id("c1"), &Actor::Host, &page).expect("the host may ask");
    let levels = rest.course.expect("it rings").levels;
    let named: Vec<_> = levels.iter().flat_map(|level| &level.operators).collect();
    assert_eq!(named.len(), 1);
    assert_eq!(named[0].operator.as_str(), "cy");
}

/// The page shows what is said, and has a line for each code.
#[test]
fn the_page_says_what_is_so() {
    let mut desk = Desk::of(BEST, ["cy", "ana", "ben"]);
    desk.opens("c1");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/explain.md");
    let page = std::fs::read_to_string(path).expect("the page is there");
    let block = |language: &str| {
        let (_, rest) = page.split_once(&format!("```{language}\n")).expect("it has a block");
        rest.split("\n```").next().expect("a block ends").to_owned()
    };
    let why = desk.explains("c1");
    assert_eq!(block("text"), why.to_string());
    let json = serde_json::from_str::<Explanation>(&block("json"));
    assert_eq!(json.expect("it is one"), why);
    for code in Verdict::CODES {
        assert!(page.contains(&format!("\n| `{code}` | ")), "`{code}` has no line");
    }
    let states = LevelState::CODES;
    assert_eq!(states, ["not_entered", "rings", "dormant", "replaced"]);
}
