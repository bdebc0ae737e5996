//! What a report says of a morning at two libraries that answer for each other.

#![allow(clippy::wildcard_enum_match_arm, reason = "who counts looks at what they count")]

use std::collections::{BTreeMap, BTreeSet};

#[path = "support/cases.rs"]
mod cases;
#[path = "support/desk.rs"]
mod desk;

use cases::same_cases;
use desk::{Desk, chat, operator, patron, queue_id};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use refdesk::hours::HoursFault;
use refdesk::report::{
    Chats, Exchange, InstitutionReport, Offers, Report, Spread, Tally, Transfers,
};
use refdesk::testing::{Moment, any_steps};
use refdesk::{
    Actor, AddOperator, ChatId, ClaimReason, Event, EventKind, InstitutionId, LeaveChat, LogOut,
    OpenChat, OperatorId, Pause, Presence, QueueId, Recipients, Record, RemoveOperator, Router,
    Show, Span, StartChat, Target, Timestamp, TransferChat, Unpause, Withdrawal,
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

/// What a journal tells that is replayed.
fn replayed(desk: &Desk) -> Report {
    let mut tally = Tally::new("America/Chicago").expect("there is such a zone");
    let mut router = desk.header.router([9; 32]).expect("of the same time zone data");
    for input in &desk.journal {
        tally.hear_command(&input.command);
        for event in router.replay(input).expect("it was accepted") {
            tally.hear(&event);
        }
    }
    tally.report(desk.router.now())
}

#[test]
fn who_is_removed_and_added_elsewhere_has_no_pause_any_more_and_works_there() {
    let mut desk = library();
    desk.at(100);
    desk.does(operator("ana"), Pause { operator: operator("ana"), reason: "lunch".into() });
    desk.at(200);
    desk.does(Actor::Host, RemoveOperator { operator: operator("ana") });
    desk.at(300);
    let again = AddOperator {
        operator: operator("ana"),
        institution: "boone".try_into().expect("an id"),
        capacity: 1,
    };
    desk.does(Actor::Host, again);
    desk.is("ana", Show::Available);
    desk.at(350);
    let report = replayed(&desk);
    assert_eq!(report.operators[&operator("ana")].on_duty, secs(100 + 50));
    let (ames, boone) = (institution(&report, "ames"), institution(&report, "boone"));
    assert_eq!((ames.covered, ames.on_duty), (secs(100), secs(100)));
    assert_eq!((boone.covered, boone.on_duty), (secs(350), secs(350 + 50)));
}

#[test]
fn who_is_lost_had_the_chat_until_then_also_where_nobody_answers_it_again() {
    let mut desk = library();
    desk.asks("c", "ames-desk");
    desk.at(10);
    desk.takes("ana", "c");
    desk.at(40);
    desk.does(operator("ana"), LogOut { operator: operator("ana") });
    desk.at(60);
    desk.does(Actor::Host, LeaveChat { chat: chat("c") });
    let report = report(&desk);
    assert_eq!(report.operators[&operator("ana")].durations.max, secs(30));
    assert_eq!(report.all.durations.max, secs(50));
}

#[test]
fn spans_that_no_router_can_have_seen_are_counted_too() {
    let desk = morning();
    let mut tally = Tally::new("America/Chicago").expect("there is such a zone");
    for event in &desk.heard {
        let mut event = event.clone();
        if let EventKind::ChatEnded { record, .. } = &mut event.kind {
            record.opened_at = Timestamp::MAX;
            record.ended_at = Timestamp::MIN;
            for answer in &mut record.answers {
                answer.waited = Span::MAX;
            }
        }
        tally.hear(&event);
    }
    let report = tally.report(Timestamp::MAX);
    assert_eq!(report.all.waits.max, Span::MAX);
    assert!(report.to_string().contains("2501999792:59:01"), "{report}");
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
    assert_eq!(replayed(&desk), report(&desk));
}

/// The events of a story, counted one by one.
struct Counted {
    events: Vec<Event>,
    until: Timestamp,
}

impl Counted {
    fn records(&self) -> impl Iterator<Item = &Record> {
        self.events.iter().filter_map(|event| match &event.kind {
            EventKind::ChatEnded { record, .. } if !record.practice => Some(&**record),
            _ => None,
        })
    }

    /// What became of the offers of chats that are over, by the first thing that is said of each.
    fn offers(&self, whose: impl Fn(&OperatorId, &QueueId) -> bool) -> Offers {
        let mut offers = Offers::default();
        for (place, event) in self.events.iter().enumerate() {
            let EventKind::ChatOffered { chat, offer, operator, origin, .. } = &event.kind else {
                continue;
            };
            // By the next end: the id of a chat that is over can come again, for one that is still open.
            let record = self.events[place..].iter().find_map(|later| match &later.kind {
                EventKind::ChatEnded { record, .. } if record.chat == *chat => Some(record),
                _ => None,
            });
            if !whose(operator, origin) || record.is_none_or(|record| record.practice) {
                continue;
            }
            offers.made += 1;
            let of_chat = self.events[place..].iter();
            let ends = of_chat.filter(|later| names(&later.kind, chat)).find_map(|later| {
                match &later.kind {
                    EventKind::OfferDeclined { offer: it, .. } if it == offer => Some("declined"),
                    EventKind::OfferLapsed { offer: it, .. } if it == offer => Some("missed"),
                    EventKind::OfferWithdrawn { offer: it, reason, .. } if it == offer => {
                        let lost = matches!(reason, Withdrawal::Claimed { .. });
                        Some(if lost { "lost" } else { "withdrawn" })
                    }
                    EventKind::ChatClaimed { operator: who, .. }
                    | EventKind::ConsultationStarted { operator: who, .. }
                        if who == operator =>
                    {
                        Some("accepted")
                    }
                    _ => None,
                }
            });
            match ends.expect("no offer outlives its chat") {
                "declined" => offers.declined += 1,
                "missed" => offers.missed += 1,
                "lost" => offers.lost += 1,
                "withdrawn" => offers.withdrawn += 1,
                _ => offers.accepted += 1,
            }
        }
        offers
    }

    /// For how long somebody of those was there, and how long they were together.
    fn there(&self, staff: &[OperatorId]) -> (Span, Span) {
        let (mut there, mut paused) = (BTreeSet::new(), BTreeSet::new());
        let (mut covered, mut on_duty) = (0, 0);
        let ends = self.events.iter().skip(1).map(|event| event.at).chain([self.until]);
        for (event, end) in self.events.iter().zip(ends) {
            match &event.kind {
                EventKind::PresenceChanged { operator, presence, .. } => {
                    there.remove(operator);
                    if matches!(presence, Presence::Chat | Presence::Available) {
                        there.insert(operator);
                    }
                }
                EventKind::OperatorPaused { operator, .. } => {
                    paused.insert(operator);
                }
                EventKind::OperatorUnpaused { operator, .. } => {
                    paused.remove(operator);
                }
                _ => {}
            }
            let takes = staff.iter().filter(|who| there.contains(who) && !paused.contains(who));
            let (many, span) = (takes.count() as u64, end.since(event.at).as_millis());
            covered += span * many.min(1);
            on_duty += span * many;
        }
        (Span::from_millis(covered), Span::from_millis(on_duty))
    }
}

/// Whether an event is of a chat and may end an offer of it: offers are numbered chat by chat.
fn names(event: &EventKind, wanted: &ChatId) -> bool {
    match event {
        EventKind::OfferDeclined { chat, .. }
        | EventKind::OfferLapsed { chat, .. }
        | EventKind::OfferWithdrawn { chat, .. }
        | EventKind::ChatClaimed { chat, .. }
        | EventKind::ConsultationStarted { chat, .. } => chat == wanted,
        _ => false,
    }
}

/// Against the definition, which wants all of them in order.
fn is_spread(found: Spread, spans: impl Iterator<Item = Span>) -> Result<(), TestCaseError> {
    let mut millis: Vec<u64> = spans.map(Span::as_millis).collect();
    millis.sort_unstable();
    prop_assert_eq!(found.n, millis.len() as u64);
    let Some(&longest) = millis.last() else { return Ok(()) };
    prop_assert_eq!(found.max.as_millis(), longest);
    for (percent, found) in [(50, found.median), (90, found.p90), (95, found.p95)] {
        let exact = millis[(millis.len() * percent).div_ceil(100) - 1];
        let found = found.as_millis();
        prop_assert!(
            exact <= found && (found - exact) * 100 <= exact,
            "{} is not {}",
            found,
            exact
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(same_cases(6, 48))]

    #[test]
    fn whatever_happens_the_tally_is_what_counting_one_by_one_gives(
        number in any::<u64>(),
        steps in any_steps(1..120),
    ) {
        let mut desk = refdesk::testing::Desk::small(number);
        let staff = staff(desk.router());
        let mut tally = Tally::new("UTC").expect("there is such a zone");
        tally.works_at_of(desk.router());
        let mut counted = Counted { events: Vec::new(), until: desk.router().now() };
        // Those who had come before the story are told of.
        for who in staff.values().flatten() {
            let kind = EventKind::PresenceChanged {
                operator: who.clone(),
                presence: Presence::Available,
                to: Recipients::default(),
            };
            counted.events.push(Event { at: counted.until, seq: 0, kind });
        }
        let moves = |moment: Moment<'_>| {
            // Nobody moves to another institution in this story.
            counted.events.extend_from_slice(moment.events);
            counted.until = moment.router.now();
            Ok::<(), String>(())
        };
        desk.watch(&steps, moves)?;
        counted.events.iter().for_each(|event| tally.hear(event));
        let report = tally.report(counted.until);

        let of = |home: Option<&InstitutionId>, queue: Option<&QueueId>| {
            counted.records().filter(move |record| {
                home.is_none_or(|home| record.institution == *home)
                    && queue.is_none_or(|queue| record.origin == *queue)
            }).collect::<Vec<_>>()
        };
        counts(&report.all, &of(None, None))?;
        prop_assert_eq!(report.all.offers, counted.offers(|_, _| true));
        for (queue, chats) in &report.queues {
            counts(chats, &of(None, Some(queue)))?;
            prop_assert_eq!(chats.offers, counted.offers(|_, origin| origin == queue));
        }
        for (institution, its) in &report.institutions {
            counts(&its.chats, &of(Some(institution), None))?;
        }
        for (institution, staff) in &staff {
            let (covered, on_duty) = counted.there(staff);
            let its = report.institutions.get(institution).cloned().unwrap_or_default();
            prop_assert_eq!((its.covered, its.on_duty), (covered, on_duty));
        }
        for (operator, did) in &report.operators {
            prop_assert_eq!(did.offers, counted.offers(|who, _| who == operator));
        }
    }
}

fn staff(router: &Router) -> BTreeMap<InstitutionId, Vec<OperatorId>> {
    let mut staff: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for operator in router.setup().operators {
        staff.entry(operator.institution).or_default().push(operator.id);
    }
    staff
}

fn counts(chats: &Chats, records: &[&Record]) -> Result<(), TestCaseError> {
    let count = |which: &dyn Fn(&Record) -> bool| {
        records.iter().filter(|record| which(record)).count() as u64
    };
    let first = |record: &Record| record.answers.first().cloned();
    let began = |record: &Record| first(record).is_some_and(|it| it.reason == ClaimReason::Started);
    let answered = |record: &Record| first(record).is_some() && !began(record);
    prop_assert_eq!(chats.started, count(&began));
    prop_assert_eq!(chats.offered, count(&|record| !began(record)));
    prop_assert_eq!(chats.answered, count(&answered));
    let at_home = |record: &Record| {
        answered(record) && first(record).is_some_and(|it| it.institution == record.institution)
    };
    prop_assert_eq!(chats.answered_at_home, count(&at_home));
    prop_assert_eq!(chats.offered, chats.answered + chats.abandoned + chats.unanswered);
    prop_assert_eq!(chats.answered, chats.answered_at_home + chats.answered_by_partners);
    let transfers = records.iter().flat_map(|record| &record.transfers).count() as u64;
    prop_assert_eq!(chats.transfers.asked, transfers);
    prop_assert_eq!(chats.transfers.asked, chats.transfers.completed + chats.transfers.failed);
    let answers =
        records.iter().filter(|record| answered(record)).filter_map(|record| first(record));
    is_spread(chats.waits, answers.map(|answer| answer.waited))?;
    let lasted = |record: &&Record| first(record).map(|it| record.ended_at.since(it.at));
    is_spread(chats.durations, records.iter().filter_map(lasted))
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
