//! The page about who may do what says what is so.

use std::collections::BTreeSet;
use std::path::Path;

use refdesk::{
    AUTHORITY, Actor, AddInstitution, AddOperator, AddQueue, Asker, Audience, Channel, Config,
    Content, EventKind, Need, OpenChat, Policy, PostMessage, Refusal, Role, Router, SetQueueState,
    Switch, Text, Timestamp,
};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/authority.md");
    std::fs::read_to_string(path).expect("the page is there")
}

/// The part of the page below this heading.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("\n## {heading}\n")).expect(heading);
    rest.split("\n## ").next().unwrap_or_default()
}

/// What begins an item of a list in this part: `name`, or words in italics.
fn items(part: &str, mark: char) -> Vec<&str> {
    let items = part.lines().filter_map(|line| line.strip_prefix("- ")?.strip_prefix(mark));
    items.map(|item| item.split(mark).next().unwrap_or_default()).collect()
}

const fn said(role: Role) -> &'static str {
    match role {
        Role::Host => "host",
        Role::Institution => "institution",
        Role::Operator => "operator concerned",
        Role::Supervisor => "supervisor",
        Role::Rung => "any operator",
        Role::Answering => "who answers",
        Role::Patron => "patron",
    }
}

/// The name of an action on the wire.
fn on_the_wire(action: &str) -> String {
    action[..1].to_lowercase() + &action[1..]
}

#[test]
fn the_table_is_that_of_the_code() {
    let page = page();
    let rows = section(&page, "The table").lines().filter_map(|line| line.strip_prefix("| `"));
    let rows: Vec<&str> = rows.collect();
    let expected: Vec<String> = AUTHORITY
        .iter()
        .map(|(action, roles)| {
            let roles: Vec<&str> = roles.iter().map(|&role| said(role)).collect();
            format!("{}` | {} |", on_the_wire(action), roles.join(", "))
        })
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn each_role_is_explained() {
    let page = page();
    let explained: BTreeSet<&str> = items(section(&page, "The roles"), '*').into_iter().collect();
    let roles = AUTHORITY.iter().flat_map(|(_, roles)| roles.iter().map(|&role| said(role)));
    assert_eq!(explained, roles.collect());
}

fn id<T: TryFrom<&'static str, Error: std::fmt::Debug>>(text: &'static str) -> T {
    T::try_from(text).expect("it is an id")
}

/// A desk with one queue, an operator, and a channel by which patrons come back for an answer.
fn desk() -> Router {
    let sms = Channel { store_and_forward: true, ..Channel::default() };
    let config = Config { channels: [(id("sms"), sms)].into(), ..Config::default() };
    let mut router = Router::new(config, Timestamp::from_millis(0));
    let queue = AddQueue { queue: id("desk"), institution: id("unc"), policy: Policy::ring_all() };
    let ana = AddOperator { operator: id("ana"), institution: id("unc"), capacity: 1 };
    for command in [
        AddInstitution { institution: id("unc") }.by(Actor::Host),
        queue.by(Actor::Host),
        ana.by(Actor::Host),
    ] {
        router.apply(&command).expect("the host may");
    }
    router
}

/// A chat with all that may be asked of one: what comes to be asked for has to stand here.
fn full() -> OpenChat {
    OpenChat {
        chat: id("c1"),
        queue: id("desk"),
        patron: id("pat"),
        priority: 1,
        preferred: Some(id("ana")),
        returns: Some(id("c0")),
        excluded: vec![id("ana")],
        needs: vec![Need { skill: id("french"), at_least: 1 }],
        context: Some(Text::from("a professor")),
        channel: Some(id("sms")),
        salt: Some("5a".repeat(32).parse().expect("it is a salt")),
        practice: true,
    }
}

/// What comes of a chat that its patron opens with no more than these fields beside those that each has.
fn opened_by_patron(router: &mut Router, fields: &[&str]) -> Result<(), Refusal> {
    let mut chat = serde_json::to_value(full()).expect("it can be written");
    let all = chat.as_object_mut().expect("it has fields");
    all.retain(|name, _| OF_EACH.contains(&name.as_str()) || fields.contains(&name.as_str()));
    let chat: OpenChat = serde_json::from_value(chat).expect("it can be read");
    router.apply(&chat.by(Actor::Patron { patron: id("pat") })).map(drop)
}

/// The fields that no chat is without.
const OF_EACH: [&str; 3] = ["chat", "queue", "patron"];

#[test]
fn what_a_patron_may_ask_for_is_said() {
    let page = page();
    let said = items(section(&page, "What a patron may ask for"), '`');
    let full = serde_json::to_value(full()).expect("it can be written");
    let fields = full.as_object().expect("it has fields").keys().map(String::as_str);
    let (may, may_not): (Vec<&str>, Vec<&str>) = fields
        .filter(|field| !OF_EACH.contains(field))
        .partition(|field| opened_by_patron(&mut desk(), &[field]).is_ok());
    assert_eq!(BTreeSet::from_iter(said), may.into_iter().collect());
    assert_eq!(may_not, ["returns"]);
    let refused = Refusal::NotPermitted { by: Asker::Patron };
    assert_eq!(opened_by_patron(&mut desk(), &["returns"]), Err(refused));
}

#[test]
fn a_patron_who_names_a_channel_that_stores_comes_into_a_closed_queue() {
    let mut router = desk();
    let closed = SetQueueState { queue: id("desk"), state: Switch::Closed };
    router.apply(&closed.by(Actor::Host)).expect("the host may");
    let refused = opened_by_patron(&mut router, &[]);
    assert_eq!(refused, Err(Refusal::QueueClosed { queue: id("desk"), opens_at: None }));
    assert_eq!(opened_by_patron(&mut router, &["channel"]), Ok(()));
}

#[test]
fn a_patron_asks_for_nobody_else() {
    let other = Actor::Patron { patron: id("mallory") };
    let chat = OpenChat::of(id("c1"), id("desk"), id("pat"));
    let refused = desk().apply(&chat.by(other)).expect_err("they are not the patron");
    assert_eq!(refused.code(), "not_permitted");
}

#[test]
fn what_a_patron_writes_is_for_everyone_whatever_they_ask_for() {
    let mut router = desk();
    opened_by_patron(&mut router, &[]).expect("they may");
    let content = Content::Text(Text::from("hello"));
    let note =
        PostMessage { chat: id("c1"), message: id("m1"), audience: Audience::Staff, content };
    let events = router.apply(&note.by(Actor::Patron { patron: id("pat") })).expect("they may");
    let audiences: Vec<&Audience> = events
        .iter()
        .filter_map(|event| {
            if let EventKind::MessagePosted { posted, .. } = &event.kind {
                Some(&posted.audience)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(audiences, [&Audience::Everyone]);
}
