//! Where a fault of form is: in documents, in commands, and in bytes.

use refdesk::journal::{Header, Journal};
use refdesk::setup::Setup;
use refdesk::wire::{Wire, WireError};
use refdesk::{Command, Config, Policy, Router, Timestamp};
use serde_json::{Value, json};

/// A setup document whose second queue has this policy.
fn with_policy(policy: &Value) -> Value {
    json!({
        "institutions": [{"id": "ames"}],
        "queues": [
            {"id": "first", "institution": "ames"},
            {"id": "second", "institution": "ames", "policy": policy}
        ]
    })
}

/// What is said of a value as text; of its bytes the same place is said.
#[track_caller]
fn said<T: Wire>(value: &Value) -> String {
    let fault: WireError = T::from_json(&value.to_string()).err().expect("it has a fault");
    let bytes = cbor4ii::serde::to_vec(Vec::new(), value).expect("there is room");
    let of_bytes: WireError = T::from_bytes(&bytes).err().expect("it has the same fault");
    assert_eq!(of_bytes.path(), fault.path());
    fault.to_string().strip_prefix("this cannot be read: ").expect("it says so").to_owned()
}

#[test]
fn a_fault_in_a_setup_document_says_where_by_keys_and_numbers() {
    let level = |second: Value| {
        let first = json!({"pool": [{"type": "assigned"}], "ring": {"type": "all"}});
        with_policy(&json!({"levels": [first, second]}))
    };
    assert_eq!(
        said::<Setup>(&level(json!({"wiat": 7}))),
        "queues[1].policy.levels[1].wiat: unknown field `wiat`, expected one of `pool`, `ring`, `wait`, \
         `needs`, `chatNeeds`, `whenBusy`, `entry`, `onlyWhen`"
    );
    assert_eq!(
        said::<Setup>(&level(json!({"wait": "soon"}))),
        "queues[1].policy.levels[1].wait: `soon` is no span of whole milliseconds, such as `40 s` or `1h 30m`"
    );
    assert_eq!(
        said::<Setup>(&level(json!({"needs": [{"skill": ""}]}))),
        "queues[1].policy.levels[1].needs[0].skill: an id must not be empty"
    );
    assert_eq!(
        said::<Setup>(
            &json!({"operators": [{"id": "ana", "institution": "ames", "skills": {"fr": "good"}}]})
        ),
        "operators[0].skills.fr: invalid type: string \"good\", expected u8"
    );
}

#[test]
fn what_has_a_type_is_named_as_a_whole() {
    assert_eq!(
        said::<Setup>(&with_policy(
            &json!({"levels": [{"pool": [{"type": "group", "gruop": "night"}]}]})
        )),
        "queues[1].policy.levels[0].pool[0]: unknown field `gruop`, expected `group`"
    );
}

#[test]
fn so_does_one_in_a_policy_a_configuration_and_a_list_of_commands() {
    assert_eq!(
        said::<Policy>(&json!({"levels": [{"pool": 7}]})),
        "levels[0].pool: invalid type: integer `7`, expected a sequence"
    );
    assert_eq!(
        said::<Config>(&json!({"limits": {"openChats": -1}})),
        "limits.openChats: invalid value: integer `-1`, expected u32"
    );
    let command = |institution: Value| json!({"by": {"type": "host"}, "action": {"type": "removeInstitution", "institution": institution}});
    assert_eq!(
        said::<Vec<Command>>(&json!([command("ames".into()), command(7.into())])),
        "[1].action: invalid type: integer `7`, expected a string"
    );
}

#[test]
fn what_is_no_json_says_the_line_and_one_that_is_wrong_as_a_whole_nothing_of_where() {
    let said = |text: &str| {
        let fault = Setup::from_json(text).expect_err("it has a fault");
        assert_eq!(fault.path(), "");
        fault.to_string()
    };
    assert_eq!(
        said("{\n  \"queues\": [}\n"),
        "this cannot be read: expected value at line 2 column 14"
    );
    assert_eq!(said("{} {}"), "this cannot be read: trailing characters at line 1 column 4");
    assert_eq!(said("7"), "this cannot be read: invalid type: integer `7`, expected struct Setup");
}

#[test]
fn bytes_that_are_cut_go_on_or_hold_something_else_say_so() {
    let policy = json!({"levels": [{"pool": [{"type": "assigned"}], "ring": {"type": "all"}}]});
    let whole = cbor4ii::serde::to_vec(Vec::new(), &policy).expect("there is room");
    let said = |bytes: &[u8]| {
        let fault = Policy::from_bytes(bytes).expect_err("it has a fault");
        (fault.path().to_owned(), fault.what().to_owned())
    };
    for end in 0..whole.len() {
        let (path, what) = said(&whole[..end]);
        assert_eq!((path.as_str(), what.as_str()), ("", "it ends too early"), "at {end}");
    }
    let more = [whole.as_slice(), b"more"].concat();
    assert_eq!(said(&more), (String::new(), "something follows what was read".into()));
    let list =
        cbor4ii::serde::to_vec(Vec::new(), &json!({"levels": [[7]]})).expect("there is room");
    let (path, what) = said(&list);
    assert_eq!(path, "levels[0]");
    assert_eq!(what, "something that begins with 0x81 stands where map is read");
}

#[test]
fn a_line_of_a_journal_says_where_its_fault_is() {
    let router = Router::new(Config::default(), Timestamp::default());
    let header = Header::of(&router).to_line();
    let text = header + &json!({"number": 1, "at": 0, "command": {"by": 7}}).to_string() + "\n";
    let fault = Journal::read_lines(&text).expect_err("nobody is 7");
    assert!(fault.to_string().contains("command.by: "), "{fault}");
}
