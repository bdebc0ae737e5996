//! Words for tests of setup documents.

use refdesk::setup::{Setup, SetupReport};
use refdesk::{Config, Router, Timestamp, check_invariants};

/// Two libraries that answer for each other: neither faults nor oddities.
pub(crate) const SOUND: &str = r#"
institutions = [{ id = "ames" }, { id = "boone" }]
operators = [
    { id = "ana", institution = "ames", capacity = 2 },
    { id = "ben", institution = "ames", capacity = 1 },
    { id = "cy", institution = "boone", capacity = 3 },
]
groups = [{ id = "night", institution = "boone", operators = ["cy"] }]
supervisors = [{ operator = "ana", queues = ["ames-desk"] }]

[[queues]]
id = "ames-desk"
institution = "ames"
assigned = ["ana", { operator = "ben", enabled = false }]

[[queues.policy.levels]]
pool = [{ type = "assigned" }]
ring = { type = "all" }
wait = "40 s"

[[queues.policy.levels]]
pool = [{ type = "queue", queue = "boone-desk" }, { type = "group", group = "night" }]
ring = { type = "best", order = "leastBusy", lapseAfter = "never" }

[[queues]]
id = "boone-desk"
institution = "boone"
assigned = ["cy", "ana"]
policy = { levels = [
    { pool = [{ type = "assigned" }, { type = "queue", queue = "ames-desk" }], ring = { type = "all" } },
] }

[[partnerships]]
onEnd = "return"
sides = [
    { institution = "ames", gives = [{ right = { type = "staff" } }] },
    { institution = "boone", gives = [
        { right = { type = "staff" }, queues = { type = "only", queues = ["boone-desk"] } },
        { right = { type = "transcript", view = "full" } },
    ] },
]
"#;

#[track_caller]
pub(crate) fn read(text: &str) -> Setup {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn sound() -> Setup {
    read(SOUND)
}

/// The sound document with other words in one place.
#[track_caller]
pub(crate) fn with(changes: &[(&str, &str)]) -> Setup {
    let mut text = SOUND.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "the document has no `{from}`");
        text = text.replacen(from, to, 1);
    }
    read(&text)
}

pub(crate) fn router() -> Router {
    Router::new(Config::default(), Timestamp::default())
}

/// A router that was brought to a document.
#[track_caller]
pub(crate) fn brought_to(setup: &Setup) -> Router {
    let mut router = router();
    bring(&mut router, setup);
    router
}

/// Brings a router to a document, as a host does: by the commands of the plan.
#[track_caller]
pub(crate) fn bring(router: &mut Router, setup: &Setup) {
    let plan = router.plan(setup).unwrap_or_else(|report| panic!("{report}"));
    for command in &plan {
        let done = router.apply(command);
        done.unwrap_or_else(|refusal| panic!("{refusal}: {command:?} of {plan:#?}"));
        assert_eq!(check_invariants(router), Ok(()), "after {command:?}");
    }
}

pub(crate) fn check(setup: &Setup) -> SetupReport {
    setup.check(&Config::default())
}

/// The faults of a document that has no oddities, as people read them.
#[track_caller]
pub(crate) fn faults(setup: &Setup) -> Vec<String> {
    let report = check(setup);
    assert_eq!(report.oddities, []);
    report.faults.iter().map(ToString::to_string).collect()
}

/// The oddities of a document that has no faults, as people read them.
#[track_caller]
pub(crate) fn oddities(setup: &Setup) -> Vec<String> {
    let report = check(setup);
    assert_eq!(report.faults, []);
    report.oddities.iter().map(ToString::to_string).collect()
}
