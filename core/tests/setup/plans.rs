//! From one document to another: just the difference, in an order in which nothing is refused.

use refdesk::hours::{HolidayLists, OwnHours};
use refdesk::setup::{Partnership, Setup};
use refdesk::{
    AcceptOffer, Action, Actor, AddOperator, AnswerListing, AssignOperator, Command, EventKind,
    OfferId, OpenChat, OptOut, Policy, PostListing, ProposePartnership, Queues, Right, SetPresence,
    Show, Source, Terms, check_invariants,
};

use crate::language::{bring, brought_to, read, router, sound, with};

/// The names of the actions of a plan.
#[track_caller]
fn planned(from: &Setup, to: &Setup) -> Vec<String> {
    let mut router = brought_to(from);
    let plan = router.plan(to).unwrap_or_else(|report| panic!("{report}"));
    bring(&mut router, to);
    assert_eq!(router.plan(to), Ok(Vec::new()), "what was brought is there");
    plan.iter().map(name).collect()
}

fn name(command: &Command) -> String {
    let value = serde_json::to_value(&command.action).expect("it can be written");
    value["type"].as_str().expect("it has a type").to_owned()
}

#[test]
fn from_nothing() {
    let expected = [
        "addInstitution",
        "addInstitution",
        "addOperator",
        "addOperator",
        "addOperator",
        "setGroup",
        "addQueue",
        "addQueue",
        "proposePartnership",
        "acceptPartnership",
        "assignOperator",
        "assignOperator",
        "assignOperator",
        "assignOperator",
        // The first queue names the second one, which came after it.
        "setPolicy",
        "setSupervisor",
    ];
    assert_eq!(planned(&Setup::default(), &sound()), expected);
}

#[test]
fn to_nothing() {
    let expected = [
        "setPolicy",
        "setPolicy",
        "endPartnership",
        "removeQueue",
        "removeQueue",
        "removeGroup",
        "removeOperator",
        "removeOperator",
        "removeOperator",
        "removeInstitution",
        "removeInstitution",
    ];
    assert_eq!(planned(&sound(), &Setup::default()), expected);
}

#[test]
fn an_unchanged_document_gives_none() {
    assert_eq!(planned(&sound(), &sound()), [""; 0]);
}

#[test]
fn the_order_of_lists_gives_none() {
    let mut other = sound();
    other.operators.reverse();
    other.queues.reverse();
    other.queues[0].assigned.reverse();
    other.partnerships[0].sides.reverse();
    assert_eq!(planned(&sound(), &other), [""; 0]);
}

#[test]
fn an_operator_more() {
    let to = with(&[
        (
            "operators = [\n",
            "operators = [\n{ id = \"dan\", institution = \"ames\", capacity = 1 },\n",
        ),
        ("assigned = [\"ana\"", "assigned = [\"dan\", \"ana\""),
    ]);
    assert_eq!(planned(&sound(), &to), ["addOperator", "assignOperator"]);
}

#[test]
fn an_operator_less() {
    let to = with(&[("assigned = [\"cy\", \"ana\"]", "assigned = [\"cy\"]")]);
    assert_eq!(planned(&sound(), &to), ["unassignOperator"]);
    let mut to = sound();
    to.operators.remove(1);
    to.queues[0].assigned.remove(1);
    assert_eq!(planned(&sound(), &to), ["removeOperator"]);
}

#[test]
fn a_level_that_changes() {
    let to = with(&[("40 s", "30 s")]);
    assert_eq!(planned(&sound(), &to), ["setPolicy"]);
}

#[test]
fn small_changes() {
    let to = with(&[("capacity = 2", "capacity = 4")]);
    assert_eq!(planned(&sound(), &to), ["setCapacity"]);
    let to = with(&[("capacity = 2", "capacity = 2, skills = { french = 40 }")]);
    assert_eq!(planned(&sound(), &to), ["setSkills"]);
    assert_eq!(planned(&to, &sound()), ["setSkills"]);
    let to = with(&[("\"cy\", \"ana\"]", "{ operator = \"cy\", rank = 2, weight = 3 }, \"ana\"]")]);
    assert_eq!(planned(&sound(), &to), ["assignOperator"]);
    let to = with(&[("enabled = false", "enabled = true")]);
    assert_eq!(planned(&sound(), &to), ["assignOperator"]);
    let to = with(&[("queues = [\"ames-desk\"] }]", "queues = [] }]")]);
    assert_eq!(planned(&sound(), &to), ["setSupervisor"]);
    let to = with(&[("{ id = \"ames\" }", "{ id = \"ames\", seesListings = false }")]);
    assert_eq!(planned(&sound(), &to), ["seeListings"]);
    let to = with(&[("view = \"full\"", "view = \"masked\"")]);
    assert_eq!(planned(&sound(), &to), ["proposePartnership", "acceptPartnership"]);
    let to = with(&[("\"return\"", "\"finish\"")]);
    assert_eq!(planned(&sound(), &to), ["proposePartnership", "acceptPartnership"]);
}

#[test]
fn a_partnership_that_ends() {
    let mut to = sound();
    to.partnerships.clear();
    to.queues[0].policy = Policy::ring_all();
    to.queues[1].assigned.pop();
    to.queues[1].policy = Policy::ring_all();
    let expected = ["unassignOperator", "endPartnership", "setPolicy", "setPolicy"];
    assert_eq!(planned(&sound(), &to), expected);
}

/// It is another queue: what names it names the new one, and only then the old one may go.
#[test]
fn a_queue_under_another_name() {
    let text = toml::to_string(&sound()).expect("it can be written");
    let to = read(&text.replace("boone-desk", "boone-help"));
    let expected = [
        // Neither policy nor terms name the old queue any more.
        "setPolicy",
        "proposePartnership",
        "acceptPartnership",
        "removeQueue",
        "addQueue",
        "proposePartnership",
        "acceptPartnership",
        "assignOperator",
        "assignOperator",
        "setPolicy",
    ];
    assert_eq!(planned(&sound(), &to), expected);
}

#[test]
fn who_moves_to_another_institution_is_removed_and_added() {
    let named = "[{ type = \"operators\", operators = [\"cy\"] }, { type = \"group\"";
    let from =
        with(&[("[{ type = \"queue\", queue = \"boone-desk\" }, { type = \"group\"", named)]);
    let mut to = from.clone();
    to.operators[2].institution = to.institutions[0].id.clone();
    to.groups[0].institution = to.institutions[0].id.clone();
    let expected = [
        "setPolicy",
        "removeGroup",
        "removeOperator",
        "addOperator",
        "setGroup",
        "assignOperator",
        "setPolicy",
    ];
    assert_eq!(planned(&from, &to), expected);
}

/// An operator who is at the limit of the places where they may be changes all of them.
#[test]
fn who_is_at_the_limit_of_their_places_leaves_the_old_ones_first() {
    let document = |first: &str, second: &str| {
        read(&format!(
            "institutions = [{{ id = \"ames\" }}]
             operators = [{{ id = \"ana\", institution = \"ames\", capacity = 1 }}]
             groups = [{{ id = \"one\", institution = \"ames\", operators = [{first}] }},
                       {{ id = \"two\", institution = \"ames\", operators = [{second}] }}]
             queues = [{{ id = \"here\", institution = \"ames\", assigned = [{first}], policy.levels = [
                            {{ pool = [{{ type = \"operators\", operators = [{first}] }}], ring.type = \"all\" }}] }},
                       {{ id = \"there\", institution = \"ames\", assigned = [{second}], policy.levels = [
                            {{ pool = [{{ type = \"operators\", operators = [{second}] }}], ring.type = \"all\" }}] }}]"
        ))
    };
    let (one, other) = (document("\"ana\"", ""), document("", "\"ana\""));
    let mut config = refdesk::Config::default();
    config.limits.memberships_per_operator = 3;
    let mut router = refdesk::Router::new(config, refdesk::Timestamp::default());
    for setup in [&one, &other, &one] {
        bring(&mut router, setup);
        assert_eq!(router.plan(setup), Ok(Vec::new()));
    }
}

#[test]
fn what_people_switch_themselves_stays() {
    let mut router = brought_to(&sound());
    let (ana, queue) = ("ana".parse().expect("an id"), "ames-desk".parse().expect("an id"));
    let opts_out = OptOut { operator: ana, queue }.by(Actor::Host);
    router.apply(&opts_out).expect("they are assigned");
    assert_eq!(router.plan(&sound()), Ok(Vec::new()));
    assert_eq!(router.setup().queues[0].assigned[0].enabled, Some(false));
}

/// The sound document with hours at the top, for its first queue and its second level.
fn in_office_hours(to: &str) -> Setup {
    let rest = toml::to_string(&sound()).expect("it can be written");
    let hours = format!(
        "[holidays.federal]
         dates = [\"2026-12-25\"]
         [hours.office]
         timeZone = \"America/Chicago\"
         week = [{{ from = \"08:00\", to = \"{to}\" }}]
         exceptions = [{{ holidays = [\"federal\"] }}]"
    );
    let mut setup = read(&(rest + &hours));
    let level = r#"{ "type": "hours", "hours": "office" }"#;
    setup.queues[0].policy.levels[1].only_when = serde_json::from_str(level).expect("it is one");
    let hours = refdesk::hours::HoursOf::Named("office".to_owned());
    setup.queues[1].hours = Some(OwnHours { hours, holidays: HolidayLists::new() });
    setup
}

#[test]
fn a_grant_in_hours_by_name() {
    let mut setup = in_office_hours("17:00");
    setup.partnerships[0].sides[0].gives[0].hours = setup.queues[1].hours.clone();
    setup.partnerships[0].sides[0].gives[0].cap = Some(2);
    let expected = ["proposePartnership", "acceptPartnership"];
    assert_eq!(planned(&in_office_hours("17:00"), &setup), expected);
}

#[test]
fn hours_by_name() {
    let (early, late) = (in_office_hours("17:00"), in_office_hours("18:00"));
    assert_eq!(planned(&sound(), &early), ["setPolicy", "setHours"]);
    // Where they are changed at the top, all that name them change.
    assert_eq!(planned(&early, &late), ["setPolicy", "setHours"]);
    assert_eq!(planned(&late, &sound()), ["setPolicy", "setHours"]);
    let written = brought_to(&early).setup();
    let own = written.queues[1].hours.clone().expect("it has hours");
    assert!(own.holidays.contains_key("federal"), "commands have all that is named");
    for text in [toml::to_string(&early), toml::to_string(&written)] {
        let again = read(&text.expect("it can be written"));
        assert_eq!(planned(&early, &again), [""; 0]);
    }
}

fn institution(id: &str) -> refdesk::InstitutionId {
    id.parse().expect("an id")
}

#[test]
fn proposals_and_listings_that_stand_in_the_way_are_taken_back() {
    let mut router = brought_to(&sound());
    let boone_desk = Queues::Only { queues: vec!["boone-desk".parse().expect("an id")] };
    let grant = refdesk::Grant { queues: boone_desk, ..refdesk::Grant::of(Right::Transfer) };
    let terms = Terms { gives: vec![grant], ..Terms::default() };
    let commands = [
        ProposePartnership { with: institution("ames"), terms: terms.clone() }
            .by(institution("boone")),
        PostListing { terms }.by(institution("boone")),
        AnswerListing { of: institution("boone") }.by(institution("ames")),
    ];
    for command in &commands {
        router.apply(command).expect("it is in order");
    }
    let mut to = sound();
    assert_eq!(router.plan(&to), Ok(Vec::new()), "they are none of its business");
    to.queues.pop();
    to.queues[0].policy = Policy::ring_all();
    to.partnerships[0].sides[1].gives.remove(0);
    bring(&mut router, &to);
    assert_eq!(router.plan(&to), Ok(Vec::new()));
    assert_eq!(router.listings(&institution("ames")), Ok(Vec::new()));
}

/// The number of each proposal is known before it is made.
#[test]
fn the_same_terms_are_agreed_on_again_after_others_were_proposed() {
    let mut router = brought_to(&sound());
    let propose = ProposePartnership { with: institution("ames"), terms: Terms::default() };
    for _ in 0..3 {
        router.apply(&propose.clone().by(institution("boone"))).expect("it is in order");
    }
    let mut to = sound();
    to.partnerships =
        vec![Partnership { on_end: refdesk::EndRule::Finish, ..to.partnerships.remove(0) }];
    bring(&mut router, &to);
    assert_eq!(router.setup().partnerships, to.partnerships);
}

fn opens(chat: &str) -> Command {
    let (chat, queue) = (chat.parse().expect("an id"), "boone-desk".parse().expect("an id"));
    let patron = "p".parse().expect("an id");
    let action = Action::from(OpenChat::of(chat, queue, patron));
    action.by(Actor::Host)
}

fn comes(operator: &str) -> Command {
    let operator: refdesk::OperatorId = operator.parse().expect("an id");
    let session = "s".parse().expect("an id");
    let show = Show::Available;
    SetPresence { operator: operator.clone(), session, show, priority: 0 }.by(operator)
}

#[test]
fn a_queue_with_open_chats_cannot_be_left_out() {
    let mut router = brought_to(&sound());
    router.apply(&opens("c1")).expect("it is in order");
    let before = router.clone();
    let report = router.apply_setup(&Setup::default()).expect_err("a chat is open");
    let told = "fault in_use: queues: queue `boone-desk` is left out, and cannot be removed while \
                chats are open on it: 1\n";
    assert_eq!(report.to_string(), told);
    assert!(router == before);
}

#[test]
fn who_is_left_out_leaves_their_chats_to_others() {
    let mut router = brought_to(&sound());
    for command in [comes("cy"), opens("c1")] {
        router.apply(&command).expect("it is in order");
    }
    let (chat, offer) = ("c1".parse().expect("an id"), OfferId::new(1));
    let cy: refdesk::OperatorId = "cy".parse().expect("an id");
    router.apply(&AcceptOffer { chat, offer }.by(cy)).expect("it is theirs");
    let to = with(&[
        ("operators = [\"cy\"]", "operators = []"),
        ("    { id = \"cy\", institution = \"boone\", capacity = 3 },\n", ""),
        ("assigned = [\"cy\", \"ana\"]", "assigned = [\"ana\"]"),
    ]);
    let events = router.apply_setup(&to).expect("it is sound");
    let again = |kind: &EventKind| matches!(kind, EventKind::ChatRequeued { .. });
    assert!(events.iter().any(|event| again(&event.kind)), "{events:?}");
    assert_eq!(check_invariants(&router), Ok(()));
}

/// What came about by commands and has no sound document is told, and stays as it is.
#[test]
fn an_assignment_whose_grant_has_ended() {
    let mut router = brought_to(&sound());
    let ends = refdesk::EndPartnership { with: institution("ames") };
    router.apply(&ends.by(institution("boone"))).expect("it is in order");
    let report = router.plan(&router.setup()).expect_err("no grant covers them");
    assert!(report.faults.iter().all(|fault| fault.what.code() == "no_grant"), "{report}");
}

#[test]
fn commands_and_documents_go_together() {
    let mut router = router();
    let by_hand = [
        Action::from(refdesk::AddInstitution { institution: institution("ames") }),
        Action::from(AddOperator {
            operator: "ana".parse().expect("an id"),
            institution: institution("ames"),
            capacity: 1,
        }),
        Action::from(refdesk::AddQueue {
            queue: "ames-desk".parse().expect("an id"),
            institution: institution("ames"),
            policy: Policy::of([refdesk::Level::of(
                [Source::Operators { operators: vec!["ana".parse().expect("an id")] }],
                refdesk::Ring::best(refdesk::Order::LongestIdle),
            )]),
        }),
        Action::from(AssignOperator::of(
            "ana".parse().expect("an id"),
            "ames-desk".parse().expect("an id"),
        )),
    ];
    for action in by_hand {
        router.apply(&action.by(Actor::Host)).expect("it is in order");
    }
    assert_eq!(router.plan(&router.setup()), Ok(Vec::new()));
    bring(&mut router, &sound());
    assert_eq!(router.plan(&sound()), Ok(Vec::new()));
}
