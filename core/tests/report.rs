//! What a report says of a morning at two libraries that answer for each other.

#[path = "support/desk.rs"]
mod desk;

use desk::{Desk, chat, operator, patron, queue_id};
use refdesk::hours::HoursFault;
use refdesk::report::{
    Chats, Exchange, InstitutionReport, Offers, Report, Spread, Tally, Transfers,
};
use refdesk::{
    Actor, LeaveChat, LogOut, OpenChat, Pause, Show, Span, StartChat, Target, TransferChat, Unpause,
};

const SETUP: &str = r#"
institutions = [{ id = "ames" }, { id = "boone" }]
operators = [
    { id = "ana", institution = "ames", capacity = 2 },
    { id = "bob", institution = "boone", capacity = 2 },
]

[[queues]]
id = "ames-desk"
institution = "ames"
assigned = ["ana"]
policy.after = { type = "takeMessage", notice = "We will write to you." }

[[queues.policy.levels]]
pool = [{ type = "assigned" }]
ring = { type = "all" }
wait = "40 s"

[[queues.policy.levels]]
pool = [{ type = "queue", queue = "boone-desk" }]
ring = { type = "best", count = 1, order = "leastBusy", lapseAfter = "20 s" }
wait = "30 s"

[[queues]]
id = "boone-desk"
institution = "boone"
assigned = ["bob"]

[[partnerships]]
sides = [
    { institution = "ames", gives = [{ right = { type = "staff" } }, { right = { type = "transcript", view = "full" } }] },
    { institution = "boone", gives = [{ right = { type = "transfer" } }] },
]
"#;

fn library() -> Desk {
    Desk::new(SETUP, &["ana", "bob"])
}

fn report(desk: &Desk) -> Report {
    let mut tally = Tally::new("America/Chicago").expect("there is such a zone");
    tally.works_at_of(&desk.router);
    desk.heard.iter().for_each(|event| tally.hear(event));
    tally.report(desk.router.now())
}

fn secs(seconds: u64) -> Span {
    Span::from_secs(seconds)
}

/// How few spans of whole seconds are spread, as the histogram tells it: each quantile too long by less
/// than a hundredth.
#[track_caller]
fn nearly(spread: Spread, seconds: [u64; 5]) {
    assert_eq!(spread.mean, secs(seconds[0]), "the mean");
    for (found, exact) in [spread.median, spread.p90, spread.p95].into_iter().zip(&seconds[1..]) {
        let (found, exact) = (found.as_millis(), exact * 1_000);
        assert!(exact <= found && found - exact <= exact / 100, "{found} is not {exact}");
    }
    assert_eq!(spread.max, secs(seconds[4]), "the longest");
}

/// Chats of every kind, one after the other.
fn morning() -> Desk {
    let mut desk = library();
    // One that is answered at home, ...
    desk.at(60);
    desk.asks("at-home", "ames-desk");
    desk.at(70);
    desk.takes("ana", "at-home");
    desk.at(370);
    desk.closes("ana", "at-home");
    // ... one that nobody answers: declined at home, missed by the partner twice.
    desk.at(600);
    desk.asks("unanswered", "ames-desk");
    desk.at(610);
    desk.declines("ana", "unanswered");
    desk.at(700);
    // One that the partner answers after 50 s, and hands over to home staff.
    desk.at(1_200);
    desk.asks("at-partner", "ames-desk");
    desk.at(1_250);
    desk.takes("bob", "at-partner");
    desk.at(1_290);
    let to = Target::Operator { operator: operator("ana") };
    desk.does(operator("bob"), TransferChat::of(chat("at-partner"), to));
    desk.at(1_300);
    desk.takes("ana", "at-partner");
    desk.at(1_500);
    desk.closes("ana", "at-partner");
    // One whose patron gives up, ...
    desk.at(3_000);
    desk.asks("given-up", "ames-desk");
    desk.at(3_005);
    desk.does(Actor::Host, LeaveChat { chat: chat("given-up") });
    // ... and one for practice, after nine.
    desk.at(3_650);
    let practice = OpenChat {
        practice: true,
        ..OpenChat::of(chat("practice"), queue_id("ames-desk"), patron("new"))
    };
    desk.does(Actor::Host, practice);
    desk.at(3_660);
    desk.takes("ana", "practice");
    desk.closes("ana", "practice");
    desk
}

#[test]
fn each_chat_is_counted_once_and_practice_never() {
    let report = report(&morning());
    let all = &report.all;
    assert_eq!((all.offered, all.answered, all.abandoned, all.unanswered), (4, 2, 1, 1));
    assert_eq!((all.answered_at_home, all.answered_by_partners, all.started), (1, 1, 0));
    nearly(all.waits, [30, 10, 50, 50, 50]);
    nearly(all.durations, [275, 250, 300, 300, 300]);
    nearly(all.abandoned_after, [5, 5, 5, 5, 5]);
    assert_eq!(all.transfers, Transfers { asked: 1, completed: 1, failed: 0 });
    // Left level 0 when all had declined, and when 40 s were over; level 1 when nobody had answered.
    assert_eq!(all.rollovers, [2, 1]);
    assert_eq!(report.queues[&queue_id("ames-desk")], *all);
}

#[test]
fn offers_are_counted_by_what_came_of_them() {
    let report = report(&morning());
    let of = |made, accepted, declined, missed, lost, withdrawn| Offers {
        made,
        accepted,
        declined,
        missed,
        lost,
        withdrawn,
    };
    // Taken, declined, still rung when the partner was faster, taken by transfer, withdrawn when the patron left.
    let ana = &report.operators[&operator("ana")];
    assert_eq!(ana.offers, of(5, 2, 1, 0, 1, 1));
    let bob = &report.operators[&operator("bob")];
    assert_eq!(bob.offers.accepted, 1);
    assert_eq!(bob.offers.missed, 1);
    assert_eq!(ana.waits.n, 2);
    nearly(ana.waits, [5, 0, 10, 10, 10]);
    nearly(ana.durations, [250, 200, 300, 300, 300]);
    nearly(bob.durations, [50, 50, 50, 50, 50]);
    let mut sum = ana.offers;
    sum.made += bob.offers.made;
    assert_eq!(sum.made, report.all.offers.made);
}

#[test]
fn chats_belong_to_the_hour_in_which_they_were_opened() {
    let report = report(&morning());
    let offered: Vec<u64> = report.hours.iter().map(|hour| hour.offered).collect();
    assert_eq!(offered.iter().sum::<u64>(), 4);
    assert_eq!(offered[8], 4);
    assert_eq!(report.hours[9], Chats::default());
}

#[test]
fn who_answered_whom_is_told_by_the_first_answer() {
    let report = report(&morning());
    let of = |home: &str, by: &str, chats| Exchange {
        home: home.try_into().expect("an id"),
        answered_by: by.try_into().expect("an id"),
        chats,
    };
    assert_eq!(report.reciprocity, [of("ames", "ames", 1), of("ames", "boone", 1)]);
    let boone = institution(&report, "boone");
    assert_eq!((boone.answered, boone.answered_for_partners, boone.chats.offered), (1, 1, 0));
    let ames = institution(&report, "ames");
    assert_eq!((ames.answered, ames.answered_for_partners, ames.chats.offered), (1, 0, 4));
}

fn institution<'r>(report: &'r Report, id: &str) -> &'r InstitutionReport {
    &report.institutions[&id.try_into().expect("an id")]
}

#[test]
fn an_institution_is_covered_while_somebody_is_there_and_not_paused() {
    let mut desk = library();
    desk.at(3_000); // 08:50
    desk.does(operator("ana"), Pause { operator: operator("ana"), reason: "lunch".into() });
    desk.at(4_200); // 09:10
    desk.does(operator("ana"), Unpause { operator: operator("ana") });
    desk.at(7_200); // 10:00
    desk.is("ana", Show::Away);
    desk.at(7_500);
    desk.is("ana", Show::Chat);
    desk.at(7_800);
    desk.does(operator("ana"), LogOut { operator: operator("ana") });
    desk.at(9_000);
    let report = report(&desk);
    let ames = institution(&report, "ames");
    assert_eq!(ames.covered, secs(3_000 + 3_000 + 300));
    assert_eq!(ames.on_duty, ames.covered);
    let hours: Vec<u64> =
        ames.covered_by_hour.iter().map(|span| span.as_millis() / 1_000).collect();
    assert_eq!(hours[8..12], [3_000, 3_000, 300, 0]);
    assert_eq!(institution(&report, "boone").covered, secs(9_000));
    assert_eq!(report.operators[&operator("ana")].on_duty, ames.covered);
}

#[test]
fn a_chat_that_an_operator_began_is_no_answer() {
    let mut desk = library();
    let start = StartChat {
        chat: chat("c"),
        queue: queue_id("boone-desk"),
        patron: patron("pat"),
        context: None,
        channel: None,
        salt: None,
        practice: false,
    };
    desk.does(operator("bob"), start);
    desk.at(90);
    desk.closes("bob", "c");
    let report = report(&desk);
    assert_eq!((report.all.started, report.all.offered, report.all.answered), (1, 0, 0));
    assert_eq!((report.all.waits.n, report.all.durations.n), (0, 1));
    assert!(report.reciprocity.is_empty());
    let bob = &report.operators[&operator("bob")];
    assert_eq!((bob.started, bob.waits.n, bob.durations.max), (1, 0, secs(90)));
}

#[test]
fn a_journal_that_is_replayed_tells_the_same() {
    let desk = morning();
    let mut tally = Tally::new("America/Chicago").expect("there is such a zone");
    let mut router = desk.header.router([9; 32]).expect("of the same time zone data");
    for input in &desk.journal {
        tally.hear_command(&input.command);
        for event in router.replay(input).expect("it was accepted") {
            tally.hear(&event);
        }
    }
    assert_eq!(tally.report(desk.router.now()), report(&desk));
}

#[test]
fn a_report_is_data_that_reads_back() {
    let report = report(&morning());
    let text = serde_json::to_string(&report).expect("JSON has room for it");
    assert_eq!(serde_json::from_str::<Report>(&text).expect("what was written"), report);
}

#[test]
fn a_report_reads_as_tables() {
    let text = report(&morning()).to_string();
    let table = |head: &str| {
        let from = text.lines().skip_while(|line| !line.starts_with(head)).skip(1);
        let cells = |line: &str| {
            line.split("  ")
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .map(String::from)
                .collect()
        };
        from.skip_while(|line| line.is_empty())
            .take_while(|line| !line.is_empty())
            .map(cells)
            .collect::<Vec<Vec<String>>>()
    };
    let chats = table("Chats from 2026-11-25T14:00:00Z to 2026-11-25T15:01:00Z");
    assert_eq!(chats[1][..7], ["all", "4", "2", "1", "1", "1", "1"]);
    assert_eq!(chats[1][7], "30.0 s");
    let exchanges = table("Whose patrons");
    assert_eq!(exchanges, [vec!["ames", "boone", "together"], vec!["ames", "1", "1", "2"]]);
}

#[test]
fn a_time_zone_that_is_none_is_refused() {
    assert!(matches!(Tally::new("Chicago"), Err(HoursFault::UnknownZone { .. })));
}
