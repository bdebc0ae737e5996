//! The page for who comes from another product: each document works, and does what its story says.

#![allow(clippy::wildcard_enum_match_arm, reason = "a story looks at who is rung")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use refdesk::setup::{Setup, SetupReport};
use refdesk::{
    AcceptOffer, Action, Actor, Audience, ChatId, Config, Event, EventKind, LogOut, MessageId,
    Need, OfferId, OpenChat, OperatorId, Outcome, PostMessage, Router, SetPresence, Show, SkillId,
    Span, Timestamp, check_invariants,
};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/coming-from.md");
    std::fs::read_to_string(path).expect("the page is there")
}

/// The documents, by the product whose part they stand in.
fn documents(page: &str) -> BTreeMap<&str, &str> {
    let parts = page.split("\n## ").skip(1);
    let documents = parts.map(|part| {
        let product = part.lines().next().unwrap_or_default();
        let blocks: Vec<&str> = part.split("```toml\n").skip(1).collect();
        let [block] = blocks[..] else { panic!("one document for `{product}`") };
        (product, block.split("```").next().unwrap_or_default())
    });
    documents.collect()
}

/// A collaborative that is set up as the page says, and who is rung in it.
struct Desk {
    router: Router,
    now: Timestamp,
    /// The offers that are out.
    rung: BTreeMap<(ChatId, OfferId), OperatorId>,
    ended: Vec<Outcome>,
}

impl Desk {
    /// Sets it up, with everybody there.
    #[track_caller]
    fn of(product: &str) -> Self {
        let page = page();
        let documents = documents(&page);
        let text = documents.get(product).unwrap_or_else(|| panic!("no part for `{product}`"));
        let setup: Setup = toml::from_str(text).unwrap_or_else(|error| panic!("{error}"));
        let config = Config::default();
        assert_eq!(setup.check(&config), SetupReport::default(), "neither faults nor oddities");
        let now = Timestamp::default();
        let mut router = Router::new(config, now);
        router.apply_setup(&setup).unwrap_or_else(|report| panic!("{report:?}"));
        let mut desk = Self { router, now, rung: BTreeMap::new(), ended: Vec::new() };
        for operator in setup.operators {
            desk.comes(operator.id.as_str());
        }
        desk
    }

    #[track_caller]
    fn ask(&mut self, by: impl Into<Actor>, action: impl Into<Action>) {
        let events = self.router.apply(&action.into().by(by));
        self.note(&events.unwrap_or_else(|refusal| panic!("{refusal}")));
    }

    #[track_caller]
    fn comes(&mut self, who: &str) {
        let (operator, session): (OperatorId, _) = (id(who), id("tab"));
        let show = Show::Available;
        let come = SetPresence { operator: operator.clone(), session, show, priority: 0 };
        self.ask(operator, come);
    }

    #[track_caller]
    fn goes(&mut self, who: &str) {
        let operator: OperatorId = id(who);
        self.ask(operator.clone(), LogOut { operator });
    }

    #[track_caller]
    fn opens(&mut self, chat: &str, queue: &str) {
        self.ask(Actor::Host, OpenChat::of(id(chat), id(queue), id("patron")));
    }

    /// Somebody who is rung takes the chat, by an accept.
    #[track_caller]
    fn accepts(&mut self, who: &str, chat: &str) {
        let (operator, chat): (OperatorId, ChatId) = (id(who), id(chat));
        let mut offers = self.rung.iter();
        let offer = offers.find(|((of, _), rung)| *of == chat && **rung == operator);
        let ((_, offer), _) = offer.unwrap_or_else(|| panic!("{who} is not rung"));
        let offer = *offer;
        self.ask(operator, AcceptOffer { chat, offer });
    }

    #[track_caller]
    fn writes(&mut self, who: &str, chat: &str) {
        let message: MessageId = id("hello");
        let (audience, content) = (Audience::default(), "What can I do for you?".into());
        let post = PostMessage { chat: id(chat), message, audience, content };
        self.ask(id::<OperatorId>(who), post);
    }

    fn waits(&mut self, seconds: u64) {
        self.now = self.now.saturating_add(Span::from_secs(seconds));
        let events = self.router.advance(self.now);
        self.note(&events);
    }

    fn note(&mut self, events: &[Event]) {
        for event in events {
            match &event.kind {
                EventKind::ChatOffered { chat, offer, operator, .. } => {
                    self.rung.insert((chat.clone(), *offer), operator.clone());
                }
                EventKind::OfferWithdrawn { chat, offer, .. }
                | EventKind::OfferLapsed { chat, offer, .. } => {
                    self.rung.remove(&(chat.clone(), *offer));
                }
                EventKind::ChatClaimed { chat, .. } => self.rung.retain(|(of, _), _| of != chat),
                EventKind::ChatEnded { record, .. } => self.ended.push(record.outcome),
                _ => {}
            }
        }
        assert_eq!(check_invariants(&self.router), Ok(()));
    }

    /// Exactly these are rung now, for whichever chat.
    #[track_caller]
    fn rings<const N: usize>(&self, who: [&str; N]) {
        let mut rung: Vec<&str> = self.rung.values().map(OperatorId::as_str).collect();
        rung.sort_unstable();
        assert_eq!(rung, who);
    }

    #[track_caller]
    fn is_with(&self, chat: &str, who: &str) {
        let view = self.router.view_chat(&id(chat)).expect("it is open");
        assert_eq!(view.owner.as_ref().map(OperatorId::as_str), Some(who));
    }
}

fn id<T: for<'a> TryFrom<&'a str>>(text: &str) -> T {
    T::try_from(text).ok().expect("it is short and plain")
}

#[test]
fn each_product_has_its_story_here() {
    let page = page();
    let products: Vec<&str> = documents(&page).into_keys().collect();
    let told = [
        "Amazon Connect",
        "Asterisk queues (queues.conf)",
        "Genesys Cloud bullseye routing",
        "LibAnswers (Springshare) timed roll-up",
        "LibraryH3lp simple rollover",
        "Rocket.Chat omnichannel",
        "TaskRouter (Twilio)",
        "mod_callcenter (FreeSWITCH)",
    ];
    assert_eq!(products, told);
}

/// The right columns speak of fields and words that there are: the page about the wire form, which is
/// compared with the code, knows them.
#[test]
fn the_tables_name_what_there_is() {
    let page = page();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/wire.md");
    let wire = std::fs::read_to_string(path).expect("the page is there");
    let known: BTreeSet<&str> = wire.split(|c: char| !c.is_alphanumeric()).collect();
    let mut named = 0;
    for row in page.lines().filter(|line| line.starts_with("| ")) {
        let here = row.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default();
        let code = here.split('`').skip(1).step_by(2);
        for word in code.flat_map(|code| code.split(|c: char| !c.is_alphanumeric())) {
            if word.contains(char::is_uppercase) && word.starts_with(char::is_lowercase) {
                assert!(known.contains(word), "nothing is called `{word}`: {row}");
                named += 1;
            }
        }
    }
    assert!(named > 50, "the tables name fields: {named}");
}

#[test]
fn task_router() {
    let mut desk = Desk::of("TaskRouter (Twilio)");
    desk.opens("task", "support");
    desk.rings(["ana"]);
    desk.waits(29);
    desk.rings(["ana"]);
    desk.waits(1);
    desk.rings(["eve"]);
}

#[test]
fn amazon_connect() {
    let mut desk = Desk::of("Amazon Connect");
    desk.opens("first", "support");
    desk.rings(["sue"]);
    desk.accepts("sue", "first");
    desk.opens("second", "support");
    desk.waits(29);
    desk.rings([]);
    desk.waits(1);
    desk.rings(["sam"]);
}

#[test]
fn genesys_bullseye() {
    let mut desk = Desk::of("Genesys Cloud bullseye routing");
    let open = OpenChat::of(id("chat"), id("questions"), id("patron"));
    let needs = vec![Need { skill: id::<SkillId>("billing"), at_least: 80 }];
    desk.ask(Actor::Host, OpenChat { needs, ..open });
    desk.rings(["ana"]);
    desk.waits(10);
    desk.rings(["ana", "ben"]);
    desk.waits(10);
    desk.rings(["ana", "ben", "cy"]);
}

#[test]
fn asterisk() {
    let mut desk = Desk::of("Asterisk queues (queues.conf)");
    desk.opens("one", "markq");
    desk.rings(["ana", "ben"]);
    desk.accepts("ben", "one");
    desk.rings([]);
    desk.opens("two", "markq");
    desk.rings(["ana"]);
    desk.accepts("ana", "two");
    desk.opens("three", "markq");
    desk.rings(["cy"]);
    desk.accepts("cy", "three");
    desk.opens("four", "markq");
    assert_eq!(desk.ended, [], "one may wait");
    desk.opens("five", "markq");
    assert_eq!(desk.ended, [Outcome::ClosedByQueue], "and no more");
    desk.waits(59);
    assert_eq!(desk.ended.len(), 1);
    desk.waits(1);
    assert_eq!(desk.ended.len(), 2, "for so long");
}

#[test]
fn mod_callcenter() {
    let mut desk = Desk::of("mod_callcenter (FreeSWITCH)");
    desk.opens("one", "support");
    desk.rings(["ana"]);
    desk.accepts("ana", "one");
    desk.opens("two", "support");
    desk.waits(299);
    desk.rings([]);
    desk.waits(1);
    desk.rings(["ben"]);

    let mut desk = Desk::of("mod_callcenter (FreeSWITCH)");
    desk.goes("ana");
    desk.opens("one", "support");
    desk.rings(["ben"]);
}

#[test]
fn rocket_chat() {
    let mut desk = Desk::of("Rocket.Chat omnichannel");
    for (chat, who) in [("one", "ana"), ("two", "ben"), ("three", "ana"), ("four", "ben")] {
        desk.opens(chat, "sales");
        desk.rings([who]);
        desk.accepts(who, chat);
    }
    desk.opens("five", "sales");
    desk.waits(3_600);
    desk.rings([]);
    assert_eq!(desk.ended, [], "it waits");
}

#[test]
fn library_h3lp() {
    let mut desk = Desk::of("LibraryH3lp simple rollover");
    desk.opens("day", "home-library");
    desk.rings(["hal"]);
    desk.waits(40);
    desk.rings(["hal", "pam"]);
    desk.writes("pam", "day");
    desk.rings([]);
    desk.is_with("day", "pam");
    desk.goes("hal");
    desk.opens("night", "home-library");
    desk.rings(["pam"]);
    desk.goes("pam");
    assert_eq!(desk.ended.first(), Some(&Outcome::MessageTaken));
}

#[test]
fn lib_answers() {
    let mut desk = Desk::of("LibAnswers (Springshare) timed roll-up");
    desk.opens("chat", "reference");
    desk.rings(["lee"]);
    desk.waits(60);
    desk.rings(["cole", "coral", "lee"]);
    desk.accepts("lee", "chat");
    desk.rings([]);
    desk.is_with("chat", "lee");
}
