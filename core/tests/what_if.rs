//! What another setup would have done with what a journal tells.

#[path = "support/cases.rs"]
mod cases;
#[path = "support/desk.rs"]
mod desk;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use cases::same_cases;
use desk::{Desk, chat, operator, patron, queue_id};
use proptest::prelude::*;
use refdesk::journal::{Header, Input, Journal, JournalError};
use refdesk::setup::Setup;
use refdesk::testing::{Cast, Next, small_desk, steps};
use refdesk::what_if::{Ending, Fate, Recording, WhatIf, WhatIfError};
use refdesk::{
    Actor, Audience, Config, Content, LeaveChat, Limits, LogOut, PostMessage, Router, Span,
    StartChat, Target, Timestamp, TransferChat,
};

/// Ames answers at home, and after a wait Boone is rung, too.
fn setup(wait: &str, more: &str) -> String {
    format!(
        r#"
        institutions = [{{ id = "ames" }}, {{ id = "boone" }}]
        operators = [
            {{ id = "ana", institution = "ames", capacity = 9 }},
            {{ id = "bob", institution = "boone", capacity = 9 }},
        ]

        [[queues]]
        id = "ask"
        institution = "ames"
        assigned = ["ana"]
        {more}

        [[queues.policy.levels]]
        pool = [{{ type = "assigned" }}]
        ring = {{ type = "all" }}
        wait = "{wait}"

        [[queues.policy.levels]]
        pool = [{{ type = "queue", queue = "boone-desk" }}]
        ring = {{ type = "all" }}

        [[queues]]
        id = "boone-desk"
        institution = "boone"
        assigned = ["bob"]

        [[partnerships]]
        sides = [
            {{ institution = "ames", gives = [{{ right = {{ type = "staff" }} }}, {{ right = {{ type = "transcript", view = "full" }} }}] }},
            {{ institution = "boone", gives = [{{ right = {{ type = "transfer" }} }}] }},
        ]
        "#
    )
}

fn document(text: &str) -> Setup {
    toml::from_str(text).expect("a document")
}

/// With a rollover after 40 s, both there.
fn desk() -> Desk {
    Desk::new(&setup("40s", ""), &["ana", "bob"])
}

fn recording(desk: &Desk) -> Recording {
    let inputs = desk.journal.iter().cloned().map(Ok);
    Recording::of(&desk.header, inputs, "America/Chicago").expect("it is the desk's own journal")
}

fn under(desk: &Desk, text: &str) -> WhatIf {
    recording(desk).under(&document(text)).expect("there is no fault in it")
}

#[track_caller]
fn fate(what_if: &WhatIf, id: &str) -> Fate {
    let chat = chat(id);
    what_if.chats.iter().find(|it| it.chat == chat).expect("it was a chat").supposed.clone()
}

fn answered(who: &str, seconds: u64) -> Fate {
    let (institution, at_home) = if who == "ana" { ("ames", true) } else { ("boone", false) };
    let institution = institution.try_into().expect("an id");
    Fate::Answered {
        operator: operator(who),
        institution,
        at_home,
        waited: Span::from_secs(seconds),
    }
}

/// Bob takes so many chats, each 5 s after he is rung, and closes each 100 s later.
fn bob_is_quick(desk: &mut Desk, chats: i64) -> i64 {
    for number in 0..chats {
        let at = number * 200;
        let id = format!("before-{number}");
        desk.at(at);
        desk.asks(&id, "ask");
        desk.at(at + 45);
        desk.takes("bob", &id);
        desk.at(at + 145);
        desk.closes("bob", &id);
    }
    chats * 200
}

#[test]
fn who_is_rung_sooner_answers_sooner() {
    let mut desk = desk();
    desk.asks("c", "ask");
    desk.at(45);
    desk.takes("bob", "c");
    desk.at(145);
    desk.closes("bob", "c");
    let what_if = under(&desk, &setup("20s", ""));
    assert_eq!(fate(&what_if, "c"), answered("bob", 25));
    assert_eq!(what_if.supposed.all.durations.max, Span::from_secs(100));
    assert_eq!(what_if.recorded.all.waits.max, Span::from_secs(45));
    assert_eq!(what_if.changed().count(), 1);
    assert_eq!((what_if.assumed.answers_recorded, what_if.assumed.answers_drawn), (1, 0));
}

#[test]
fn who_left_is_answered_where_somebody_is_rung_in_time() {
    let mut desk = desk();
    let at = bob_is_quick(&mut desk, 20);
    desk.at(at);
    desk.asks("c", "ask");
    desk.at(at + 30);
    desk.does(Actor::Host, LeaveChat { chat: chat("c") });
    desk.at(at + 1_000);
    desk.does(operator("ana"), LogOut { operator: operator("ana") });
    let what_if = under(&desk, &setup("20s", ""));
    assert_eq!(what_if.moves()[&(Ending::Abandoned, Ending::ByPartner)], 1);
    assert_eq!(fate(&what_if, "c"), answered("bob", 25));
    // Nobody knows how long they would have talked: as long as the others.
    assert_eq!(what_if.assumed.conversations_drawn, 1);
    assert_eq!(what_if.supposed.all.durations.n, 21);
    // Where it is too late for it, they leave as they did.
    let what_if = under(&desk, &setup("28s", ""));
    assert_eq!(fate(&what_if, "c"), Fate::Abandoned { waited: Span::from_secs(30) });
}

#[test]
fn who_answered_is_counted_as_in_the_reports() {
    let mut desk = desk();
    let at = bob_is_quick(&mut desk, 2);
    desk.at(at);
    let start = StartChat {
        chat: chat("begun"),
        queue: queue_id("ask"),
        patron: patron("pat"),
        context: None,
        channel: None,
        salt: None,
        practice: false,
    };
    desk.does(operator("ana"), start);
    desk.at(at + 10);
    desk.closes("ana", "begun");
    let what_if = under(&desk, &setup("40s", ""));
    let ways = |ending| {
        let moves = what_if.moves();
        moves.iter().filter(|((recorded, _), _)| *recorded == ending).map(|(_, n)| n).sum::<u64>()
    };
    let all = &what_if.recorded.all;
    assert_eq!((all.started, all.answered_at_home, all.answered_by_partners), (1, 0, 2));
    assert_eq!(ways(Ending::AtHome), all.answered_at_home);
    assert_eq!(ways(Ending::ByPartner), all.answered_by_partners);
}

/// A chat whose id comes again, where the first could not be opened: each is compared with itself.
#[test]
fn a_chat_is_compared_with_itself_where_its_id_comes_again() {
    let more = setup("40s", "")
        + r#"
        [[queues]]
        id = "other"
        institution = "ames"
        assigned = ["ana"]
        "#;
    let config =
        Config { limits: Limits { ended_ids: 0, ..Limits::default() }, ..Config::default() };
    let mut desk = Desk::with(config, &more, &["ana", "bob"]);
    desk.asks("c", "other");
    desk.at(10);
    desk.takes("ana", "c");
    desk.at(20);
    desk.closes("ana", "c");
    desk.at(100);
    desk.asks("c", "ask");
    desk.at(130);
    desk.takes("ana", "c");
    desk.at(200);
    desk.closes("ana", "c");
    let what_if = under(&desk, &setup("40s", ""));
    let fates: Vec<(&Fate, &Fate)> =
        what_if.chats.iter().map(|chat| (&chat.recorded, &chat.supposed)).collect();
    let (first, second) = (answered("ana", 10), answered("ana", 30));
    assert_eq!(fates, [(&first, &Fate::Open), (&second, &second)]);
}

#[test]
fn a_decline_is_a_decline() {
    let mut desk = desk();
    desk.asks("c", "ask");
    desk.at(10);
    desk.declines("ana", "c");
    desk.at(12);
    desk.takes("bob", "c");
    desk.at(20);
    desk.closes("bob", "c");
    let what_if = under(&desk, &setup("5s", ""));
    assert_eq!(fate(&what_if, "c"), answered("bob", 7));
    let what_if = under(&desk, &setup("1h", ""));
    assert_eq!(fate(&what_if, "c"), answered("bob", 12));
}

/// What somebody says, or writes first.
fn says(text: &str) -> PostMessage {
    PostMessage {
        chat: chat("c"),
        message: text.try_into().expect("an id"),
        audience: Audience::Everyone,
        content: Content::Text(text.into()),
    }
}

#[test]
fn a_conversation_goes_on_with_whoever_answers() {
    let mut desk = desk();
    desk.asks("c", "ask");
    desk.at(10);
    desk.takes("ana", "c");
    desk.does(operator("ana"), says("hello"));
    // Ana hands it over to Bob, who goes on and closes.
    desk.at(30);
    let to = Target::Operator { operator: operator("bob") };
    desk.does(operator("ana"), TransferChat::of(chat("c"), to));
    desk.at(35);
    desk.takes("bob", "c");
    desk.does(operator("bob"), says("it is on shelf 4"));
    desk.at(95);
    desk.closes("bob", "c");

    // Where Ana is not asked, Bob answers, and has nobody to hand it over to.
    let other = setup("2s", "").replace(r#"assigned = ["ana"]"#, "assigned = []");
    let what_if = under(&desk, &other);
    assert_eq!(fate(&what_if, "c"), answered("bob", 5));
    assert_eq!(what_if.supposed.all.durations.max, Span::from_secs(25 + 60));
    assert_eq!(what_if.assumed.refused.values().sum::<u64>(), 1, "{:?}", what_if.assumed);
    assert_eq!(what_if.supposed.all.transfers.asked, 0);
}

#[test]
fn who_is_not_lost_goes_on() {
    let mut desk = desk();
    desk.asks("c", "ask");
    desk.at(10);
    desk.takes("ana", "c");
    desk.at(40);
    desk.does(operator("ana"), LogOut { operator: operator("ana") });
    desk.at(47);
    desk.takes("bob", "c");
    desk.at(147);
    desk.closes("bob", "c");
    // Bob, alone, is not logged out: after 30 s he goes on with what he did when he had taken over.
    let other = setup("2s", "").replace(r#"assigned = ["ana"]"#, "assigned = []");
    let what_if = under(&desk, &other);
    assert_eq!(fate(&what_if, "c"), answered("bob", 7));
    assert_eq!(what_if.supposed.all.durations.max, Span::from_secs(30 + 100));
}

#[test]
fn who_is_not_lost_waits_for_a_transfer_to_be_over() {
    let with_cat = |text: String| {
        let bob = r#"{ id = "bob""#;
        text.replace(
            bob,
            &format!(r#"{{ id = "cat", institution = "ames", capacity = 1 }}, {bob}"#),
        )
    };
    let mut desk = Desk::new(&with_cat(setup("40s", "")), &["ana", "bob", "cat"]);
    let at = bob_is_quick(&mut desk, 20);
    desk.at(at);
    desk.asks("c", "ask");
    desk.at(at + 10);
    desk.takes("ana", "c");
    desk.at(at + 20);
    let to = Target::Operator { operator: operator("cat") };
    desk.does(operator("ana"), TransferChat::of(chat("c"), to));
    desk.at(at + 30);
    desk.does(operator("ana"), LogOut { operator: operator("ana") });
    desk.at(at + 33);
    desk.does(Actor::Host, LeaveChat { chat: chat("c") });
    desk.at(at + 1_000);
    desk.does(operator("cat"), LogOut { operator: operator("cat") });
    // Bob, alone, asks Cat 10 s after the answer, and nothing goes on until that has come to nothing.
    let other = with_cat(setup("40s", "")).replace(r#"assigned = ["ana"]"#, "assigned = []");
    let what_if = under(&desk, &other);
    assert_eq!(fate(&what_if, "c"), answered("bob", 5));
    let all = &what_if.supposed.all;
    assert_eq!((all.transfers.asked, all.transfers.failed), (1, 1));
    // 20 conversations of 100 s, and one of 70 s: the transfer was pending for 60 s.
    assert_eq!(all.durations.mean, Span::from_millis((20 * 100_000 + 70_000) / 21));
    assert!(what_if.assumed.refused.is_empty(), "{:?}", what_if.assumed);
}

#[test]
fn who_took_a_chat_by_a_message_accepts_where_that_is_asked() {
    let mut desk = Desk::new(&setup("40s", r#"policy.claimBy = "firstMessage""#), &["ana", "bob"]);
    desk.asks("c", "ask");
    desk.at(10);
    desk.does(operator("ana"), says("hello"));
    desk.at(60);
    desk.closes("ana", "c");
    let what_if = under(&desk, &setup("40s", ""));
    assert_eq!(fate(&what_if, "c"), answered("ana", 10));
    assert!(what_if.assumed.refused.is_empty(), "{:?}", what_if.assumed);
}

#[test]
fn under_its_own_setup_everything_is_as_it_was() {
    let mut desk = desk();
    let at = bob_is_quick(&mut desk, 3);
    desk.at(at);
    desk.asks("kept", "ask");
    desk.asks("left", "ask");
    desk.asks("handed over", "ask");
    desk.at(at + 10);
    desk.takes("ana", "kept");
    desk.takes("ana", "handed over");
    let to = Target::Operator { operator: operator("bob") };
    desk.does(operator("ana"), TransferChat::of(chat("handed over"), to));
    desk.at(at + 20);
    desk.takes("bob", "handed over");
    desk.does(Actor::Host, LeaveChat { chat: chat("left") });
    desk.at(at + 30);
    desk.does(operator("ana"), LogOut { operator: operator("ana") });
    desk.at(at + 33);
    desk.takes("bob", "kept");
    desk.closes("bob", "handed over");
    let what_if = under(&desk, &setup("40s", ""));
    assert_eq!(what_if.changed().count(), 0, "{:?}", what_if.chats);
    assert_eq!(what_if.supposed, what_if.recorded);
    let assumed = &what_if.assumed;
    assert_eq!(
        (assumed.answers_drawn, assumed.patience_drawn, assumed.conversations_drawn),
        (0, 0, 0)
    );
    assert!(assumed.refused.is_empty(), "{assumed:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 1 << 20, ..same_cases(1, 256) })]

    /// Whatever people do, under the same setup nobody's fate is another one.
    #[test]
    fn where_nothing_is_supposed_nothing_changes(number in any::<u64>(), steps in steps(1..120)) {
        let (config, given) = small_desk(number);
        let mut router = Router::new(config, Timestamp::default());
        let header = Header::of(&router);
        let mut journal = Vec::new();
        for command in given {
            if router.apply(&command).is_ok() {
                journal.push(Input::last(&router, command));
            }
        }
        // Not every policy that a router has may stand in a document: some name partners who have no grant.
        prop_assume!(router.setup().check(router.config()).faults.is_empty());
        let mut cast = Cast::of(&router);
        for step in &steps {
            let next = cast.decide(step, &router);
            let now = if let Next::Time(now) = next { now } else { router.now() };
            cast.sees(&router.advance(now));
            while router.deadline().is_some_and(|deadline| deadline.at <= now) {
                cast.sees(&router.advance(now));
            }
            if let Next::Command(command) = next
                && let Ok(events) = router.apply(&command)
            {
                cast.sees(&events);
                journal.push(Input::last(&router, command));
            }
        }
        let recording = Recording::of(&header, journal.into_iter().map(Ok), "UTC");
        let recording = recording.expect("it is the router's own journal");
        let what_if = recording.under(recording.setup()).expect("it was its setup");
        prop_assert_eq!(&what_if.assumed.refused, &BTreeMap::new());
        for chat in what_if.changed() {
            prop_assert!(false, "{:?}", chat);
        }
        prop_assert_eq!(what_if.supposed, what_if.recorded);
    }
}

#[test]
fn it_is_data_that_reads_back_and_says_what_it_assumes() {
    let mut desk = desk();
    bob_is_quick(&mut desk, 2);
    let what_if = under(&desk, &setup("20s", ""));
    let text = serde_json::to_string(&what_if).expect("JSON has room for it");
    assert_eq!(serde_json::from_str::<WhatIf>(&text).expect("what was written"), what_if);
    let text = what_if.to_string();
    assert!(text.contains("2 of 2 chats have another"), "{text}");
    assert!(text.contains("Kaplan and Meier"), "{text}");
}

#[test]
fn a_journal_that_was_read_to_its_end_is_asked_in_the_same_way() {
    let mut desk = desk();
    bob_is_quick(&mut desk, 3);
    let mut bytes = desk.header.to_bytes();
    desk.journal.iter().for_each(|input| input.append_to(&mut bytes));
    let read = Journal::read(&bytes).expect("it is a journal");
    let of_journal = Recording::of_journal(&read, "America/Chicago").expect("it replays");
    let other = document(&setup("20s", ""));
    assert_eq!(of_journal.under(&other), recording(&desk).under(&other));
    let nowhere = Recording::of_journal(&read, "Chicago");
    assert!(matches!(nowhere, Err(WhatIfError::TimeZone(_))));
}

#[test]
fn what_cannot_be_answered_is_refused() {
    let desk = desk();
    let faulty = setup("20s", "").replace(r#"assigned = ["bob"]"#, r#"assigned = ["bill"]"#);
    let refused = recording(&desk).under(&document(&faulty));
    let Err(WhatIfError::Setup(report)) = refused else { panic!("{refused:?}") };
    assert_eq!(report.faults.len(), 1);

    let inputs = || desk.journal.iter().cloned();
    let nowhere = Recording::of(&desk.header, inputs().map(Ok), "Chicago");
    assert!(matches!(nowhere, Err(WhatIfError::TimeZone(_))));
    let gap = Recording::of(&desk.header, inputs().skip(1).map(Ok), "UTC");
    assert!(matches!(gap, Err(WhatIfError::Journal(JournalError::Gap { .. }))));
    let torn = [Err(JournalError::Torn { whole: 7 })];
    let torn = Recording::of(&desk.header, torn, "UTC");
    assert!(matches!(torn, Err(WhatIfError::Journal(JournalError::Torn { whole: 7 }))));
    let time_zones = "1999a".into();
    let other = Header { time_zones, ..desk.header.clone() };
    let other = Recording::of(&other, inputs().map(Ok), "UTC");
    assert!(matches!(other, Err(WhatIfError::Journal(JournalError::OtherTimeZones { .. }))));
}

/// What the example `ontario` writes down where those at home are rung alone for so many seconds.
fn ontario(file: &Path, seconds: &str) -> Recording {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("what_if");
    std::fs::create_dir_all(&folder).expect("the test may write in its own folder");
    let journal = folder.join(format!("after-{seconds}.jsonl"));
    let mut run = Command::new(env!("CARGO"));
    run.args(["run", "--quiet", "--profile", "trial", "--locked", "--example", "ontario", "--"]);
    run.arg(file).arg("--picture").arg(folder.join("ontario.svg")).arg("--journal").arg(&journal);
    run.args(["--at-home-alone", seconds]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = run.output().expect("cargo runs the tests, so that it is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(&journal).expect("the example has written it");
    let journal = Journal::read_lines(&text).expect("it is a journal");
    assert!(!journal.torn, "the example has written it to its end");
    Recording::of_journal(&journal, "America/Toronto").expect("it replays")
}

/// The simulated people of Ontario are the same whatever the policy is: so what they would have done is known.
#[test]
#[ignore = "it simulates ten weeks three times: `make slow` runs it"]
fn ten_weeks_in_ontario_go_as_they_would_have_gone() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/ontario-ask-2020.csv");
    if !file.exists() {
        println!("skipped: the chats of Ontario are not beside this checkout");
        return;
    }
    let (after_40, after_20) = (ontario(&file, "40"), ontario(&file, "20"));
    let what_if = after_40.under(after_20.setup()).expect("the same institutions");
    let (told, truth, before) =
        (&what_if.supposed.all, &after_20.report().all, &what_if.recorded.all);
    println!("told {told:#?}\ntrue {truth:#?}");
    // What changes much, it foretells within a tenth of the change.
    for (name, told, truth, before) in [
        ("at home", told.answered_at_home, truth.answered_at_home, before.answered_at_home),
        (
            "by partners",
            told.answered_by_partners,
            truth.answered_by_partners,
            before.answered_by_partners,
        ),
        ("abandoned", told.abandoned, truth.abandoned, before.abandoned),
        ("offers", told.offers.made, truth.offers.made, before.offers.made),
        (
            "mean wait",
            told.waits.mean.as_millis(),
            truth.waits.mean.as_millis(),
            before.waits.mean.as_millis(),
        ),
        (
            "p90 of waits",
            told.waits.p90.as_millis(),
            truth.waits.p90.as_millis(),
            before.waits.p90.as_millis(),
        ),
    ] {
        assert!(truth.abs_diff(before) > before / 20, "{name} hardly changes");
        assert!(
            told.abs_diff(truth) * 10 <= truth.abs_diff(before),
            "{name}: told {told}, true {truth}, before {before}"
        );
    }
    // And where nothing is supposed, nothing changes.
    let same = after_40.under(after_40.setup()).expect("its own setup");
    assert_eq!(same.changed().count(), 0);
    assert_eq!(same.supposed, same.recorded);
}
