//! Every fault, with its path and its sentence.

use std::collections::BTreeSet;

use refdesk::setup::{Setup, SetupFault};
use refdesk::{Config, Entering};
use serde_json::json;

use crate::language::{check, faults, read, router, sound, with};

#[test]
fn names_that_nobody_bears() {
    let setup = with(&[
        ("assigned = [\"ana\"", "assigned = [\"anna\""),
        ("queue = \"boone-desk\"", "queue = \"Boone-Desk\""),
        ("group = \"night\"", "group = \"nihgt\""),
        ("operators = [\"cy\"]", "operators = [\"cy\", \"dan\"]"),
        ("\"ben\", institution = \"ames\"", "\"ben\", institution = \"amess\""),
        (
            "supervisors = [{ operator = \"ana\", queues = [\"ames-desk\"]",
            "supervisors = [{ operator = \"an\", queues = [\"ames\"], groups = [\"day\"]",
        ),
        ("{ institution = \"boone\", gives", "{ institution = \"bone\", gives"),
        ("queues = [\"boone-desk\"] }", "queues = [\"desk\"] }"),
    ]);
    let expected = [
        "operators[1].institution: the document has no institution `amess`; `ames` can be meant",
        "groups[0].operators[1]: the document has no operator `dan`",
        "queues[0].assigned[0]: the document has no operator `anna`; `ana` can be meant",
        "queues[1].assigned[1]: `boone` has to let `ames` staff queue `boone-desk`: give the right \
         in a partnership",
        "queues[0].policy.levels[1].pool[0].queue: the document has no queue `Boone-Desk`; \
         `boone-desk` can be meant",
        "queues[0].policy.levels[1].pool[1].group: the document has no group `nihgt`; `night` can \
         be meant",
        "queues[1].policy.levels[0].pool[1].queue: `boone` has to let `ames` staff queue \
         `boone-desk`: give the right in a partnership",
        "supervisors[0].operator: the document has no operator `an`; `ana` can be meant",
        "supervisors[0].queues[0]: the document has no queue `ames`",
        "supervisors[0].groups[0]: the document has no group `day`",
        "partnerships[0].sides[1].institution: the document has no institution `bone`; `boone` can \
         be meant",
        "partnerships[0].sides[1].gives[0].queues.queues[0]: the document has no queue `desk`",
    ];
    let report = check(&setup);
    assert_eq!(report.faults.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn names_that_are_borne_twice() {
    let setup = with(&[
        ("{ id = \"boone\" }", "{ id = \"boone\" }, { id = \"ames\" }"),
        ("\"ben\", institution", "\"ana\", institution"),
        ("\"ana\", { operator = \"ben\", enabled = false }", "\"ana\""),
        (
            "groups = [",
            "groups = [{ id = \"night\", institution = \"boone\", operators = [\"cy\"] }, ",
        ),
        ("id = \"boone-desk\"", "id = \"ames-desk\""),
    ]);
    let report = check(&setup);
    let told: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
    let expected = [
        "institutions[2].id: `institutions[0]` is institution `ames` already: give one of the two \
         another id",
        "operators[1].id: `operators[0]` is operator `ana` already: give one of the two another id",
        "groups[1].id: `groups[0]` is group `night` already: give one of the two another id",
        "queues[1].id: `queues[0]` is queue `ames-desk` already: give one of the two another id",
    ];
    assert_eq!(told[..4], expected);
}

#[test]
fn what_is_said_twice() {
    let mut setup = sound();
    setup.queues[0].assigned.extend_from_within(..1);
    setup.supervisors.extend_from_within(..);
    let mut again = setup.partnerships[0].clone();
    again.sides.reverse();
    setup.partnerships.push(again);
    let expected = [
        "queues[0].assigned[2]: `queues[0].assigned[0]` says this already: keep one of the two",
        "supervisors[1]: `supervisors[0]` says this already: keep one of the two",
        "partnerships[1]: `partnerships[0]` says this already: keep one of the two",
    ];
    assert_eq!(faults(&setup), expected);
}

#[test]
fn of_another_institution() {
    let setup = with(&[
        ("operators = [\"cy\"]", "operators = [\"cy\", \"ana\"]"),
        ("queues = [\"ames-desk\"] }]", "queues = [\"boone-desk\"], groups = [\"night\"] }]"),
        ("queues = [\"boone-desk\"] }", "queues = [\"boone-desk\", \"ames-desk\"] }"),
        ("queue = \"boone-desk\" }, {", "queue = \"boone-desk\" }, {"),
    ]);
    let expected = [
        "groups[0].operators[1]: operator `ana` is of `ames`, and here it has to be one of `boone`",
        "supervisors[0].queues[0]: queue `boone-desk` is of `boone`, and here it has to be one of \
         `ames`",
        "supervisors[0].groups[0]: group `night` is of `boone`, and here it has to be one of `ames`",
        "partnerships[0].sides[1].gives[0].queues.queues[1]: queue `ames-desk` is of `ames`, and \
         here it has to be one of `boone`",
    ];
    assert_eq!(faults(&setup), expected);
}

#[test]
fn a_pool_without_a_grant() {
    let mut setup = sound();
    setup.partnerships.clear();
    let named = json!([{ "type": "operators", "operators": ["ana", "cy"] }]);
    setup.queues[0].policy.levels[0].pool = serde_json::from_value(named).expect("it is a pool");
    let lets = |queue: &str, from: &str, to: &str, path: &str| {
        format!(
            "queues{path}: `{from}` has to let `{to}` staff queue `{queue}`: give the right in a \
             partnership"
        )
    };
    let expected = [
        lets("boone-desk", "boone", "ames", "[1].assigned[1]"),
        lets("ames-desk", "ames", "boone", "[0].policy.levels[0].pool[0].operators[1]"),
        lets("ames-desk", "ames", "boone", "[0].policy.levels[1].pool[0].queue"),
        lets("ames-desk", "ames", "boone", "[0].policy.levels[1].pool[1].group"),
        lets("boone-desk", "boone", "ames", "[1].policy.levels[0].pool[1].queue"),
    ];
    assert_eq!(faults(&setup), expected);
}

#[test]
fn an_institution_that_is_its_own_partner() {
    let mut setup = sound();
    let mut own = setup.partnerships[0].clone();
    own.sides[1] = own.sides[0].clone();
    setup.partnerships.push(own);
    assert_eq!(faults(&setup), ["partnerships[1]: an institution cannot be its own partner"]);
}

#[test]
fn policies_that_cannot_work() {
    let mut setup = sound();
    setup.queues[0].policy = serde_json::from_value(json!({
        "levels": [
            { "pool": [], "ring": { "type": "all", "lapseAfter": "0 s" } },
            { "pool": [{ "type": "assigned" }], "ring": { "type": "best", "count": 0, "order": "roundRobin" } },
            { "pool": [{ "type": "assigned" }, { "type": "queue", "queue": "ames-desk" },
                       { "type": "group", "group": "night" }], "ring": { "type": "all" } },
        ],
        "roundPause": "999 ms",
        "pauseAfterMissed": 0,
    }))
    .expect("it can be read");
    setup.queues[1].policy.levels = Vec::new();
    let cannot = |path: &str, why: &str| format!("queues{path}: the policy cannot work: {why}");
    let expected = [
        cannot("[0].policy.roundPause", "the pause before a new round is below 1 s"),
        cannot("[0].policy.pauseAfterMissed", "it would pause operators after 0 missed offers"),
        cannot("[0].policy.levels[0].pool", "its pool is empty"),
        cannot("[0].policy.levels[0].ring.lapseAfter", "its offers would lapse at once"),
        cannot("[0].policy.levels[1].ring.count", "it rings nobody"),
        cannot("[0].policy.levels[2].pool[1].queue", "its queue names itself"),
        cannot("[1].policy.levels", "it has no levels"),
    ];
    assert_eq!(faults(&setup), expected);
    let mut level = setup.queues[0].policy.levels[2].clone();
    level.entry = Entering::Replace;
    setup.queues[1].policy.levels = vec![level; 9];
    assert!(faults(&setup).contains(&cannot("[1].policy.levels", "it has more than 8 levels")));
}

#[test]
fn levels_of_skills() {
    let mut setup =
        with(&[("capacity = 2", "capacity = 2, skills = { french = 0, \"old norse\" = 101 }")]);
    let need = json!([{ "skill": "french", "atLeast": 101 }]);
    let levels = &mut setup.queues[1].policy.levels;
    levels[0].needs = serde_json::from_value(need).expect("they are needs");
    let report = check(&setup);
    let expected = [
        "operators[0].skills.french: the level of skill `french` has to be from 1 to 100",
        "operators[0].skills.\"old norse\": the level of skill `old norse` has to be from 1 to 100",
        "queues[1].policy.levels[0].needs: the policy cannot work: a level of a skill is \
         not from 1 to 100",
    ];
    assert_eq!(report.faults.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn hours_with_faults() {
    let text = r#"
        [holidays.federal]
        dates = ["2026-13-01"]
        [hours.office]
        timeZone = "America/Springfield"
        [hours."late shift"]
        timeZone = "UTC"
        week = [{ from = "8:00", to = "12:00" }]
        exceptions = [{ holidays = ["federal"] }]
    "#;
    let expected = [
        "holidays.federal.dates[0]: no calendar has the date `2026-13-01`",
        "hours.\"late shift\".week[0].from: `8:00` is no time of day, such as `08:00` or `24:00`",
        "hours.\"late shift\".exceptions[0].holidays[0]: the holidays `federal` have faults \
         themselves",
        "hours.office.timeZone: there is no time zone `America/Springfield`",
    ];
    let report = check(&read(text));
    assert_eq!(report.faults.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn beyond_the_limits() {
    let mut setup = with(&[(
        "[[queues]]",
        "[[queues]]\npolicy.after = { type = \"close\", notice = \"closed\" }",
    )]);
    setup.groups.push(setup.groups[0].clone());
    let mut config = Config::default();
    let limits = &mut config.limits;
    limits.institutions = 1;
    limits.operators = 2;
    limits.groups = 1;
    limits.queues = 1;
    limits.memberships_per_operator = 1;
    limits.sources_per_level = 1;
    limits.operators_named = 0;
    limits.grants = 1;
    limits.note_bytes = 5;
    let report = setup.check(&config);
    let told: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
    let expected = [
        "institutions: there may be at most 1 institutions, and here are 2",
        "operators: there may be at most 2 operators, and here are 3",
        "groups: there may be at most 1 groups, and here are 2",
        "queues: there may be at most 1 queues, and here are 2",
        "groups[1].id: `groups[0]` is group `night` already: give one of the two another id",
        "groups[0].operators: there may be at most 0 names in one list, and here are 1",
        "groups[1].operators: there may be at most 0 names in one list, and here are 1",
        "operators[0]: there may be at most 1 queues, groups and levels of one operator, and here \
         are 2",
        "operators[2]: there may be at most 1 queues, groups and levels of one operator, and here \
         are 3",
        "queues[0].policy.levels[1].pool: there may be at most 1 sources of one level, and here \
         are 2",
        "queues[1].policy.levels[0].pool: there may be at most 1 sources of one level, and here \
         are 2",
        "queues[0].policy.after.notice: the notice has 6 bytes, and at most 5 are allowed",
        "supervisors[0]: there may be at most 0 names in one list, and here are 1",
        "partnerships[0].sides[1].gives: there may be at most 1 grants of one side, and here are 2",
    ];
    let expected = expected.map(|one| one.replace("the notice has", "the note has"));
    assert_eq!(told, expected);
}

#[test]
fn hours_that_nobody_bears() {
    let office =
        "\n[hours.office]\ntimeZone = \"UTC\"\nweek = [{ from = \"08:00\", to = \"12:00\" }]\n";
    let setup = with(&[
        ("[[queues]]", &format!("{office}[[queues]]\nhours = \"offise\"")),
        ("wait = \"40 s\"", "onlyWhen = { type = \"hours\", hours = \"Office\" }\nwait = \"40 s\""),
        (
            "[[partnerships]]",
            "hours = { hours = { timeZone = \"UTC\", exceptions = [{ holidays = [\"state\"] }] } }\n[[partnerships]]",
        ),
        ("{ right = { type = \"staff\" } }", "{ right = { type = \"staff\" }, hours = \"day\" }"),
    ]);
    let expected = [
        "queues[0].hours: the document has no hours `offise`; `office` can be meant",
        "queues[0].policy.levels[0].onlyWhen.hours: the document has no hours `Office`; `office` can \
         be meant",
        "queues[1].hours.hours.exceptions[0].holidays[0]: there are no holidays `state`",
        "partnerships[0].sides[0].gives[0].hours: the document has no hours `day`",
    ];
    let report = check(&setup);
    assert_eq!(report.faults.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

/// One broken document, all of whose faults are told at once and none of which is applied.
#[test]
fn all_at_once_and_nothing_applied() {
    let text = r#"
        institutions = [{ id = "ames" }]
        operators = [{ id = "ana", institution = "amse", capacity = 1 }]
        partnerships = [{ sides = [{ institution = "ames" }, { institution = "ames" }] }]
        [[queues]]
        id = "desk"
        institution = "ames"
        assigned = ["ana", "ana"]
        policy = { levels = [], roundPause = 0 }
        [hours.never]
        timeZone = "UTC"
        week = [{ from = "09:00", to = "09:00" }]
    "#;
    let setup = read(text);
    let mut router = router();
    let before = router.clone();
    let report = router.plan(&setup).expect_err("it has faults");
    assert_eq!(report, check(&setup));
    let codes: Vec<&str> = report.faults.iter().map(|fault| fault.what.code()).collect();
    let expected = [
        "unknown_name",
        "invalid_hours",
        "said_twice",
        "invalid_policy",
        "invalid_policy",
        "own_partner",
    ];
    assert_eq!(codes, expected);
    assert_eq!(report.code(), "unknown_name", "that of the first");
    assert_eq!(router.apply_setup(&setup), Err(report));
    assert!(router == before);
}

#[test]
fn every_code_is_of_one_fault_and_is_in_the_page() {
    let page = include_str!("../../../docs/setup.md");
    let codes: BTreeSet<&str> = SetupFault::CODES.iter().copied().collect();
    assert_eq!(codes.len(), SetupFault::CODES.len());
    for code in codes {
        assert!(page.contains(&format!("\n| `{code}` | ")), "`{code}` has no line");
    }
}

#[test]
fn an_empty_document_has_no_faults() {
    let report = check(&Setup::default());
    assert_eq!((report.to_string(), report.code()), (String::new(), "no_fault"));
}
