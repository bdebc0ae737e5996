//! The page about the wire form says what is so.

use std::iter;
use std::path::Path;

use refdesk::hours::HoursFault;
use refdesk::{
    Action, Actor, After, AnsweredBy, Audience, Author, Availability, Body, ChatNeeds, ClaimBy,
    ClaimReason, Command, EndRule, Entering, Event, EventKind, Idler, Limited, Measured,
    OfferCause, OnlyWhen, Order, Outcome, Part, Party, PauseReason, Phase, PolicyFault, Presence,
    QueueState, Queues, Refusal, RequeueReason, Right, Ring, RollReason, Show, Source, Stanza,
    Subscription, Switch, Target, TransferFailure, TransferMode, TransferResult, Use, View,
    WIRE_VERSION, WhenBusy, Withdrawal,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/wire.md");
    std::fs::read_to_string(path).expect("the page is there")
}

/// The examples: what stands between the marks of a block of JSON.
fn examples(page: &str) -> Vec<&str> {
    let blocks = page.split("```json\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap_or_default()).collect()
}

/// Whether a text is the wire form of a `T`, and all of it.
fn is<T: DeserializeOwned + Serialize>(text: &str) -> bool {
    let value: Value = serde_json::from_str(text).expect("the example is JSON");
    let read: Result<T, _> = serde_json::from_value(value.clone());
    read.is_ok_and(|read| serde_json::to_value(read).expect("it can be written") == value)
}

#[test]
fn every_example_is_read_and_written_as_it_stands() {
    let page = page();
    let examples = examples(&page);
    assert!(examples.len() >= 5, "the page shows each kind of value");
    for example in examples {
        let known = is::<Command>(example) || is::<Event>(example) || is::<Refusal>(example);
        assert!(known, "neither command, event nor refusal:\n{example}");
    }
}

/// All the words that a kind of value knows. A word that none of them knows is refused with the
/// list of those that would do.
fn words<T: DeserializeOwned>() -> Vec<String> {
    let unknown = [serde_json::json!("?"), serde_json::json!({"type": "?"})];
    let refusals = unknown.map(|value| serde_json::from_value::<T>(value).err());
    let list = refusals.into_iter().flatten().map(|refusal| refusal.to_string());
    let list = list.filter_map(|said| Some(said.strip_prefix("unknown variant `?`, ")?.to_owned()));
    let words: Vec<String> = list.flat_map(|said| between_marks(&said)).collect();
    assert!(!words.is_empty(), "no words are known of a kind");
    words
}

/// What stands between each two backticks.
fn between_marks(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The item of a kind of value, from its name to the next item.
fn item<'p>(page: &'p str, kind: &str) -> &'p str {
    let start = format!("\n- `{kind}`: ");
    let (_, rest) = page.split_once(&start).unwrap_or_else(|| panic!("`{kind}` has no item"));
    rest.split("\n- ").next().and_then(|item| item.split("\n\n").next()).unwrap_or_default()
}

/// That the item of a kind names each of its words, in their order, apart from those of fields.
fn names_every<T: DeserializeOwned>(page: &str, kind: &str) {
    // Fields stand in brackets: what follows a bracket counts from where it closes.
    let mut parts = item(page, kind).split('(');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once(')').expect("a bracket closes").1);
    let cases: String = iter::once(first).chain(rest).collect();
    assert_eq!(between_marks(&cases), words::<T>(), "the words of `{kind}`");
}

#[test]
fn every_action_every_event_and_every_code_has_its_line() {
    let page = page();
    assert_eq!(words::<Action>().len(), Action::NAMES.len());
    for name in words::<Action>().iter().chain(&words::<EventKind>()) {
        assert!(page.contains(&format!("\n- `{name}`: ")), "`{name}` has no line");
    }
    let types = words::<Refusal>();
    assert_eq!(types.len(), Refusal::CODES.len());
    for (name, code) in types.iter().zip(Refusal::CODES) {
        let line = format!("\n| `{name}` | `{code}` |");
        assert!(page.contains(&line), "`{name}` has no line with `{code}`");
    }
}

#[test]
fn every_kind_of_value_has_all_its_words() {
    let page = page();
    names_every::<Show>(&page, "Show");
    names_every::<Presence>(&page, "Presence");
    names_every::<Subscription>(&page, "Subscription");
    names_every::<Stanza>(&page, "Stanza");
    names_every::<Order>(&page, "Order");
    names_every::<WhenBusy>(&page, "WhenBusy");
    names_every::<Entering>(&page, "Entering");
    names_every::<ClaimBy>(&page, "ClaimBy");
    names_every::<View>(&page, "View");
    names_every::<EndRule>(&page, "EndRule");
    names_every::<QueueState>(&page, "QueueState");
    names_every::<Switch>(&page, "Switch");
    names_every::<RollReason>(&page, "RollReason");
    names_every::<RequeueReason>(&page, "RequeueReason");
    names_every::<Idler>(&page, "Idler");
    names_every::<Part>(&page, "Part");
    names_every::<TransferMode>(&page, "TransferMode");
    names_every::<TransferFailure>(&page, "TransferFailure");
    names_every::<Outcome>(&page, "Outcome");
    names_every::<Phase>(&page, "Phase");
    names_every::<Measured>(&page, "Measured");
    names_every::<Limited>(&page, "Limited");
    names_every::<PolicyFault>(&page, "PolicyFault");
    names_every::<Use>(&page, "Use");
    names_every::<Actor>(&page, "Actor");
    names_every::<Party>(&page, "Party");
    names_every::<Source>(&page, "Source");
    names_every::<Ring>(&page, "Ring");
    names_every::<After>(&page, "After");
    names_every::<ChatNeeds>(&page, "ChatNeeds");
    names_every::<OnlyWhen>(&page, "OnlyWhen");
    names_every::<HoursFault>(&page, "HoursFault");
    names_every::<Availability>(&page, "Availability");
    names_every::<AnsweredBy>(&page, "AnsweredBy");
    names_every::<Right>(&page, "Right");
    names_every::<Queues>(&page, "Queues");
    names_every::<Target>(&page, "Target");
    names_every::<Audience>(&page, "Audience");
    names_every::<Author>(&page, "Author");
    names_every::<PauseReason>(&page, "PauseReason");
    names_every::<OfferCause>(&page, "OfferCause");
    names_every::<Withdrawal>(&page, "Withdrawal");
    names_every::<ClaimReason>(&page, "ClaimReason");
    names_every::<TransferResult>(&page, "TransferResult");
    names_every::<Body>(&page, "Body");
}

#[test]
fn a_message_says_a_text_or_a_reference_and_nothing_else() {
    let post = |says: &str| {
        let action = format!(r#"{{"type":"postMessage","chat":"c1","message":"m1"{says}}}"#);
        serde_json::from_str::<Action>(&action).is_ok()
    };
    assert!(post(r#","text":"hello""#));
    assert!(post(r#","reference":{"key":"a.jpg","bytes":3,"digest":"1f"}"#));
    assert!(!post(""), "it says nothing");
    assert!(!post(r#","text":"hello","reference":{"key":"a.jpg"}"#), "it says two things");
    assert!(!post(r#","text":"hello","colour":"red""#), "a key that nobody knows");
    assert!(!post(r#","reference":{"key":"a.jpg","colour":"red"}"#), "a key that nobody knows");
}

#[test]
fn the_page_is_about_this_version() {
    assert!(page().starts_with(&format!("# The wire form, version {WIRE_VERSION}\n")));
}
