//! Every oddity, with its path and its sentence; none of them keeps the document from working.

use refdesk::setup::SetupOddity;

use crate::language::{brought_to, oddities, read, sound, with};

#[test]
fn who_and_what_has_no_part_in_it() {
    let setup = with(&[
        ("{ id = \"boone\" }]", "{ id = \"boone\" }, { id = \"cole\" }]"),
        (
            "capacity = 3 },",
            "capacity = 0 },\n{ id = \"dan\", institution = \"boone\", capacity = 1 },",
        ),
        ("groups = [", "groups = [{ id = \"day\", institution = \"ames\" }, "),
        ("supervisors = [", "supervisors = [{ operator = \"ben\" }, "),
        (
            "[[partnerships]]",
            "[[partnerships]]\nsides = [{ institution = \"ames\" }, { institution = \"cole\" }]\n[[partnerships]]",
        ),
    ]);
    let expected = [
        "institutions[2]: the institution has neither operators nor queues",
        "operators[2].capacity: with a capacity of 0 this operator is never offered a chat",
        "operators[3]: no queue, no group and no level names this operator, so nobody ever rings \
         them",
        "groups[0]: no level and no supervisor names this group",
        "supervisors[0]: this names neither queues nor groups to supervise",
        "partnerships[0]: neither side gives the other anything",
    ];
    assert_eq!(oddities(&setup), expected);
    brought_to(&setup);
}

#[test]
fn levels_that_name_nobody() {
    let setup = with(&[
        ("operators = [\"cy\"]", "operators = []"),
        ("queue = \"boone-desk\"", "queue = \"cold\""),
        (
            "[[partnerships]]",
            "[[queues]]\nid = \"cold\"\ninstitution = \"boone\"\npolicy.levels = [{ pool = [{ type = \"operators\", operators = [] }], ring = { type = \"all\" }, wait = 5 }]\n[[partnerships]]",
        ),
    ]);
    let expected = [
        "queues[0].policy.levels[1]: the level names nobody: every chat passes over it",
        "queues[2].policy.levels[0]: the level names nobody: every chat passes over it",
        "queues[2].policy.levels[0].wait: the wait of the last level means nothing, since a chat \
         keeps waiting after it",
    ];
    assert_eq!(oddities(&setup), expected);
    brought_to(&setup);
}

#[test]
fn levels_that_add_nobody() {
    let again = "ring = { type = \"all\" }\nwait = \"40 s\"
        [[queues.policy.levels]]
        pool = [{ type = \"assigned\" }]
        ring = { type = \"best\", order = \"longestIdle\" }
        needs = [{ skill = \"french\" }]
        [[queues.policy.levels]]
        pool = [{ type = \"assigned\" }]
        ring = { type = \"best\", order = \"longestIdle\" }
        entry = \"replace\"
        [[queues.policy.levels]]
        pool = [{ type = \"assigned\" }]
        ring = { type = \"all\" }
        [[queues.policy.levels]]
        pool = [{ type = \"assigned\" }]
        ring = { type = \"all\" }
        onlyWhen = { type = \"always\" }";
    let french = "capacity = 2, skills = { french = 40 }";
    let first = "ring = { type = \"all\" }\nwait = \"40 s\"";
    let setup = with(&[(first, again), ("capacity = 2", french)]);
    // The third one replaces the first, the next one rings more at once, the last one at other times.
    let expected =
        ["queues[0].policy.levels[1]: `queues[0].policy.levels[0]` rings everybody of this level \
         already, and keeps ringing"];
    assert_eq!(oddities(&setup), expected);
}

#[test]
fn skills_that_nobody_has() {
    let needs =
        "needs = [{ skill = \"french\", atLeast = 41 }, { skill = \"french\" }]\nwait = \"40 s\"";
    let setup = with(&[
        ("capacity = 2", "capacity = 2, skills = { french = 40 }"),
        ("capacity = 3", "capacity = 3, skills = { french = 90 }"),
        ("wait = \"40 s\"", needs),
    ]);
    let expected = [
        "queues[0].policy.levels[0].needs[0]: nobody of the level has skill `french` at 41 or higher, \
         so nobody is ever rung",
    ];
    assert_eq!(oddities(&setup), expected);
    brought_to(&setup);
}

#[test]
fn names_in_one_list_twice() {
    let mut setup = sound();
    setup.groups[0].operators.extend_from_within(..);
    let pool = &mut setup.queues[0].policy.levels[1].pool;
    pool.extend_from_within(1..);
    setup.supervisors[0].queues.extend_from_within(..);
    let expected = [
        "groups[0].operators[1]: `groups[0].operators[0]` names the same already",
        "queues[0].policy.levels[1].pool[2]: `queues[0].policy.levels[1].pool[1]` names the same \
         already",
        "supervisors[0].queues[1]: `supervisors[0].queues[0]` names the same already",
    ];
    assert_eq!(oddities(&setup), expected);
    brought_to(&setup);
}

#[test]
fn hours_that_are_odd() {
    let text = r#"
        [holidays.federal]
        dates = ["2026-12-25", "2026-12-25"]
        [hours.never]
        timeZone = "UTC"
    "#;
    let expected = [
        "holidays.federal.dates[1]: dates of `holidays.federal.dates[0]` are named again",
        "holidays.federal: no hours name these holidays",
        "hours.never: this never opens",
        "hours.never: no queue, no level and no grant names these hours",
    ];
    assert_eq!(oddities(&read(text)), expected);
}

#[test]
fn levels_that_can_never_be_reached() {
    let never = "\n[hours.never]\ntimeZone = \"UTC\"\n[[queues]]\nhours = \"never\"";
    let setup = with(&[
        ("[[queues]]", never),
        (
            "leastBusy\", lapseAfter = \"never\" }",
            "leastBusy\" }\nonlyWhen = { type = \"hours\", hours = \"never\" }",
        ),
        (
            "ring = { type = \"all\" } },\n] }",
            "ring = { type = \"all\" }, onlyWhen = { type = \"closed\" } },\n] }",
        ),
    ]);
    let expected = [
        "hours.never: this never opens",
        "queues[0].policy.levels[0]: the level can never be reached: the queue is never open",
        "queues[0].policy.levels[1]: the level can never be reached: its hours never open",
        "queues[1].policy.levels[0]: the level can never be reached: the queue is always open, \
         unless it is closed by hand",
    ];
    assert_eq!(oddities(&setup), expected);
    brought_to(&setup);
}

#[test]
fn every_code_is_in_the_page() {
    let page = include_str!("../../../docs/setup.md");
    for code in SetupOddity::CODES {
        assert!(page.contains(&format!("\n| `{code}` | ")), "`{code}` has no line");
    }
}
