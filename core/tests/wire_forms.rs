//! Commands and events as text and as bytes: both hold the same, and what cannot be read changes nothing.

use refdesk::testing::scenarios_in;
use refdesk::wire::{Applied, Wire};
use refdesk::{Command, Config, Event, Router, Timestamp};

fn folder() -> String {
    format!("{}/tests/scenarios", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_scenario_goes_the_same_as_text_as_bytes_and_as_values() {
    let scenarios = scenarios_in(folder()).expect("they can be read");
    for (path, scenario) in scenarios {
        let begin = || Router::new(Config::default(), Timestamp::default());
        let (mut values, mut text, mut bytes) = (begin(), begin(), begin());
        for (at, command) in scenario.commands().expect("they can be read") {
            let moved = values.advance(at);
            assert_eq!(Vec::<Event>::from_json(&text.advance_json(at)), Ok(moved.clone()));
            assert_eq!(Vec::<Event>::from_bytes(&bytes.advance_bytes(at)), Ok(moved));

            let answers = vec![Applied::from(values.apply(&command))];
            let commands: Vec<Command> = vec![command];
            let said = text.apply_json(&commands.to_json()).expect("it is a list");
            assert_eq!(Vec::from_json(&said), Ok(answers.clone()), "{}", path.display());
            let said = bytes.apply_bytes(&commands.to_bytes()).expect("it is a list");
            assert_eq!(Vec::from_bytes(&said), Ok(answers), "{}", path.display());
        }
        assert_eq!(text.digest(), values.digest(), "{}", path.display());
        assert_eq!(bytes.digest(), values.digest(), "{}", path.display());
    }
}

#[test]
fn a_list_with_one_command_that_cannot_be_read_changes_nothing() {
    let mut router = Router::new(Config::default(), Timestamp::default());
    let before = router.clone();
    let good =
        r#"{"by": {"type": "host"}, "action": {"type": "addInstitution", "institution": "ames"}}"#;
    for bad in ["", "{}", "[7]", &format!("[{good}, 7]"), &format!("[{good}, {{\"by\": 1}}]"), good]
    {
        let error = router.apply_json(bad).expect_err("it is no list of commands");
        assert!(error.to_string().starts_with("this cannot be read: "), "{error}");
        router.apply_bytes(bad.as_bytes()).expect_err("it is no list of commands");
        assert_eq!(router, before);
    }
}
