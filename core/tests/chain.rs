//! The chain of digests: what is hashed, who can check what, and where a view breaks.

use refdesk::chain::{Broken, Chain, Digest, Salt, TranscriptView, verify};
use refdesk::{Actor, ChatId, Command, Config, Entry, Event, EventKind, Record, Router, Timestamp};
use serde_json::{Value, json};

fn entries() -> Vec<Entry> {
    let entries = json!([
        {"number": 1, "at": 0, "author": {"type": "router"}, "audience": {"type": "everyone"},
         "body": {"type": "claimed", "operator": "ana"}},
        {"number": 2, "at": 1000, "author": {"type": "patron"}, "audience": {"type": "everyone"},
         "body": {"type": "message", "message": "m1", "text": "hello é"}},
        {"number": 3, "at": 2000, "author": {"type": "operator", "operator": "ana"},
         "audience": {"type": "institution", "institution": "duke"},
         "body": {"type": "message", "message": "m2",
                  "reference": {"key": "a.jpg", "bytes": 3, "digest": "1f"}}},
        {"number": 4, "at": 3000, "author": {"type": "operator", "operator": "ana"},
         "audience": {"type": "staff"},
         "body": {"type": "transferStarted", "transfer": 1,
                  "to": {"type": "queue", "queue": "desk"}, "reason": "why"}},
        {"number": 5, "at": 4000, "author": {"type": "router"}, "audience": {"type": "everyone"},
         "body": {"type": "ended", "outcome": "closed"}},
    ]);
    serde_json::from_value(entries).expect("they are entries")
}

/// Worked out by a few lines of Python from what the docs say, for the chat `c1`.
const WITHOUT_A_SALT: [&str; 6] = [
    "1185b43414ee8a07826eaf2507ac7c1f7e5610b99f97d93a35130bdf31aa05d7",
    "12f187f2b223d505ccd7b906a7fade09bd50c5d8db6ef726c2ac1b927c922ef3",
    "956004350b46adfca26a82143bdaed644881ea8e2356af85445b366e2d334628",
    "e36b62796614051c604a02427c58e94e2288bc285a21b0e1b50aa7b219f9ad02",
    "938e5aad6e017016eb7e00542ebbff40b5bcfb50d26d6dead69d0b8ab390aaec",
    "d7feffe39a4776a03e2a523ea0d804b7943f0c55cbd3556a37b60555e2e9bb3b",
];
const WITH_SEVENS: &str = "bddcd4270a6149be03d3562a5ce16325b4de5802ffa60a7d8695a9c759b76b72";

fn chat() -> ChatId {
    "c1".parse().expect("it is an id")
}

#[test]
fn the_digests_are_those_of_the_docs() {
    let mut chain = Chain::of(&chat(), Salt::NONE);
    assert_eq!(chain.digest().to_string(), WITHOUT_A_SALT[0]);
    for (entry, expected) in entries().iter().zip(&WITHOUT_A_SALT[1..]) {
        chain.push(entry);
        assert_eq!(chain.digest().to_string(), *expected, "entry {}", entry.number);
    }
    let mut salted = Chain::of(&chat(), Salt::from_bytes([7; 32]));
    for entry in entries() {
        salted.push(&entry);
    }
    assert_eq!(salted.digest().to_string(), WITH_SEVENS);
}

#[test]
fn many_at_once_are_one_after_the_other() {
    let (one, many) =
        (Chain::of(&chat(), Salt::NONE), [entries(), entries(), entries(), entries()].concat());
    for length in 0..many.len() {
        let (mut one_by_one, mut at_once) = (one.clone(), one.clone());
        for entry in &many[..length] {
            one_by_one.push(entry);
        }
        at_once.extend(&many[..length]);
        assert_eq!(at_once, one_by_one, "{length} entries");
    }
}

#[test]
fn long_texts_are_hashed_as_short_ones() {
    for length in [0, 150, 200, 256, 257, 1_000] {
        let with = |text: String| {
            let mut entry = entries()[1].clone();
            let body = json!({"type": "message", "message": "m1", "text": text});
            entry.body = serde_json::from_value(body).expect("it is a message");
            Chain::of(&chat(), Salt::NONE).leaf(&entry)
        };
        let one = with("x".repeat(length));
        assert_ne!(one, with("x".repeat(length) + "y"), "{length}");
        assert_eq!(one, with("x".repeat(length)), "{length}");
    }
}

#[test]
fn a_digest_is_sixty_four_digits() {
    let text = WITHOUT_A_SALT[0];
    let digest: Digest = text.parse().expect("it is one");
    assert_eq!(digest.to_string(), text);
    assert_eq!(text.to_uppercase().parse(), Ok(digest));
    assert_eq!(serde_json::to_value(digest).expect("it has a wire form"), json!(text));
    for wrong in ["", "12", &text[1..], &format!("{text}0"), &text.replace('1', "g")] {
        assert!(wrong.parse::<Digest>().is_err(), "{wrong}");
    }
    assert!(!format!("{:?}", Salt::from_bytes([7; 32])).contains('7'), "a salt is not printed");
}

/// A chat of `unc` with a note among its staff, handed over to `dev` of `duke`.
struct Desk {
    router: Router,
    events: Vec<Event>,
}

impl Desk {
    fn new(config: Config) -> Self {
        Self { router: Router::new(config, Timestamp::default()), events: Vec::new() }
    }

    fn asks(&mut self, by: &Value, action: impl Into<Value>) {
        let command = json!({"by": by, "action": action.into()});
        let command: Command = serde_json::from_value(command).expect("it is a command");
        let events = self.router.apply(&command).unwrap_or_else(|no| panic!("{command:?}: {no}"));
        self.events.extend(events);
    }

    fn handed_over(config: Config, view: &str) -> Self {
        let mut desk = Self::new(config);
        let host = json!({"type": "host"});
        let [unc, duke] =
            ["unc", "duke"].map(|id| json!({"type": "institution", "institution": id}));
        let [uma, dev] = ["uma", "dev"].map(|id| json!({"type": "operator", "operator": id}));
        let pat = json!({"type": "patron", "patron": "pat"});
        for (institution, operator) in [("unc", "uma"), ("duke", "dev")] {
            let queue = format!("{institution}-desk");
            desk.asks(&host, json!({"type": "addInstitution", "institution": institution}));
            desk.asks(
                &host,
                json!({"type": "addQueue", "queue": queue, "institution": institution,
                "policy": {"levels": [{"pool": [{"type": "assigned"}], "ring": {"type": "all"}}]}}),
            );
            desk.asks(
                &host,
                json!({"type": "addOperator", "operator": operator,
                "institution": institution, "capacity": 2}),
            );
            desk.asks(
                &host,
                json!({"type": "assignOperator", "operator": operator,
                "queue": queue}),
            );
            desk.asks(
                &host,
                json!({"type": "setPresence", "operator": operator, "session": "tab",
                "show": "available"}),
            );
        }
        let reads = json!([{"right": {"type": "transcript", "view": view}}]);
        let terms = json!({"gives": reads, "asks": [{"right": {"type": "transfer"}}]});
        desk.asks(&unc, json!({"type": "proposePartnership", "with": "duke", "terms": terms}));
        desk.asks(&duke, json!({"type": "acceptPartnership", "with": "unc", "proposal": 1}));
        desk.asks(
            &host,
            json!({"type": "openChat", "chat": "c1", "queue": "unc-desk",
            "patron": "pat", "salt": "07".repeat(32)}),
        );
        desk.asks(&uma, json!({"type": "acceptOffer", "chat": "c1", "offer": 1}));
        let post = |message: &str, audience: Value, text: &str| {
            json!({"type": "postMessage", "chat": "c1", "message": message, "audience": audience,
                "text": text})
        };
        let everyone = json!({"type": "everyone"});
        desk.asks(&pat, post("m1", everyone.clone(), "Where is the map?"));
        let ours = json!({"type": "institution", "institution": "unc"});
        desk.asks(&uma, post("m2", ours, "they ask this each week"));
        desk.asks(
            &uma,
            json!({"type": "transferChat", "chat": "c1",
            "to": {"type": "operator", "operator": "dev"}}),
        );
        desk.asks(&dev, json!({"type": "acceptOffer", "chat": "c1", "offer": 2}));
        desk.asks(&dev, post("m3", everyone, "Here it is."));
        desk
    }

    fn view(&self, reader: &Value) -> TranscriptView {
        let reader: Actor = serde_json::from_value(reader.clone()).expect("it is an actor");
        let view = self.router.view_transcript(&chat(), &reader).expect("they may read it");
        let digest = self.router.transcript_digest(&chat(), &reader);
        assert_eq!(digest, Ok(view.digest), "asked for alone it is the same");
        let shown: Vec<Entry> = view.entries().cloned().collect();
        assert_eq!(self.router.transcript(&chat(), &reader), Ok(shown), "as without the chain");
        let wire = serde_json::to_value(&view).expect("it has a wire form");
        assert_eq!(serde_json::from_value::<TranscriptView>(wire).expect("it is one"), view);
        view
    }

    /// The digest that went with the chat to `dev`.
    fn handed(&self) -> Option<Digest> {
        let shown = self.events.iter().rev().find_map(|event| {
            let EventKind::TranscriptShown { handover, .. } = &event.kind else { return None };
            Some(handover.digest())
        });
        shown.expect("the chat was handed over")
    }

    fn record(mut self) -> Record {
        self.asks(&json!({"type": "host"}), json!({"type": "closeChat", "chat": "c1"}));
        let ended = self.events.into_iter().find_map(|event| {
            let EventKind::ChatEnded { record, .. } = event.kind else { return None };
            Some(*record)
        });
        ended.expect("the chat has ended")
    }
}

fn readers() -> [Value; 4] {
    [
        json!({"type": "host"}),
        json!({"type": "institution", "institution": "unc"}),
        json!({"type": "operator", "operator": "dev"}),
        json!({"type": "patron", "patron": "pat"}),
    ]
}

#[test]
fn whoever_reads_whatever_part_comes_to_the_same_digest() {
    for view in ["full", "masked", "fromNow"] {
        let desk = Desk::handed_over(Config::default(), view);
        let views = readers().map(|reader| desk.view(&reader));
        for view in &views {
            assert_eq!(verify(view), Ok(views[0].digest));
        }
        let shown = views.map(|view| view.entries().count());
        let partner = if view == "fromNow" { 2 } else { 6 };
        assert_eq!(shown, [7, 7, partner, 5], "{view}");
    }
}

#[test]
fn a_hand_over_and_a_record_carry_the_digest_where_it_is_wanted() {
    let wanted = Config { digests: true, ..Config::default() };
    let desk = Desk::handed_over(wanted, "fromNow");
    let view = desk.view(&readers()[2]);
    // Five entries were written before Dev came: a claim, two messages, the transfer and its end.
    assert_eq!(desk.handed(), view.digest_after(5));
    assert!(desk.handed().is_some());
    assert_eq!(view.digest_after(8), None);
    let record = desk.record();
    let whole = record.view().expect("it has a seal");
    assert_eq!(verify(&whole), Ok(record.seal.as_ref().expect("it has a seal").digest));
    assert_eq!(whole.digest_after(7), Some(view.digest), "what was seen before stands in it");

    let desk = Desk::handed_over(Config::default(), "fromNow");
    assert_eq!(desk.handed(), None);
    let record = desk.record();
    assert_eq!((record.view(), record.seal), (None, None));
}

#[test]
fn a_salt_hides_what_is_short() {
    let desk = Desk::handed_over(Config::default(), "fromNow");
    let hidden = desk.view(&readers()[2]).links[2].clone();
    assert_eq!(hidden.shown, None);
    let note = desk.view(&readers()[0]).links[2].shown.clone().expect("the host reads it").entry;
    assert_ne!(Chain::of(&chat(), Salt::NONE).leaf(&note), hidden.leaf, "it cannot be tried out");
    assert_eq!(Chain::of(&chat(), Salt::from_bytes([7; 32])).leaf(&note), hidden.leaf);
}

#[test]
fn a_view_that_was_changed_breaks_where_it_was() {
    let desk = Desk::handed_over(Config::default(), "full");
    let whole = desk.view(&readers()[2]);
    let broken = |change: fn(&mut TranscriptView)| {
        let mut view = whole.clone();
        change(&mut view);
        verify(&view).expect_err("it was changed")
    };
    let altered = broken(|view| {
        let entry = &mut view.links[1].shown.as_mut().expect("it is shown").entry;
        entry.at = Timestamp::from_millis(1);
    });
    assert_eq!(altered, Broken::Altered { number: 2 });
    assert_eq!(altered.to_string(), "entry 2 does not fit its leaf");
    let salted = broken(|view| {
        view.links[3].shown.as_mut().expect("it is shown").salt = Some(Salt::NONE);
    });
    assert_eq!(salted, Broken::Altered { number: 4 });
    let unsalted = broken(|view| view.links[3].shown.as_mut().expect("it is shown").salt = None);
    assert_eq!(unsalted, Broken::NoLeaf { number: 4 });
    let missing = broken(|view| drop(view.links.remove(4)));
    assert_eq!(missing, Broken::Gap { expected: 5, found: 6 });
    let swapped = broken(|view| {
        let entry = view.links[0].shown.clone();
        view.links[1].shown = entry;
    });
    assert_eq!(swapped, Broken::Gap { expected: 2, found: 1 });
    for change in [
        |view: &mut TranscriptView| drop(view.links.pop()),
        |view: &mut TranscriptView| view.links[2].leaf = view.links[0].leaf,
        |view: &mut TranscriptView| view.chat = "c2".parse().expect("it is an id"),
    ] {
        assert!(matches!(broken(change), Broken::OtherDigest { .. }));
    }
}

#[test]
fn a_patron_is_forgotten_in_a_record_and_the_digest_holds() {
    let wanted = Config { digests: true, ..Config::default() };
    let mut record = Desk::handed_over(wanted, "full").record();
    let digest = record.seal.as_ref().expect("it has a seal").digest;
    record.mask_patron("somebody".parse().expect("it is an id"));
    assert_eq!(record.view().as_ref().map(verify), Some(Ok(digest)));
    let text = serde_json::to_string(&record).expect("it has a wire form");
    assert!(!text.contains("Where is the map?") && !text.contains("\"pat\""), "{text}");
    assert!(text.contains("Here it is."), "what others wrote stays");
    let again = record.clone();
    record.mask_patron("somebody".parse().expect("it is an id"));
    assert_eq!(record, again, "a second time changes nothing");
    let read: Record = serde_json::from_str(&text).expect("it is a record");
    assert_eq!(read, record);

    let mut unsealed = Desk::handed_over(Config::default(), "full").record();
    unsealed.mask_patron("somebody".parse().expect("it is an id"));
    let masked = json!({"type": "masked", "message": "m1"});
    let body = serde_json::to_value(&unsealed.transcript[1].body).expect("it has a wire form");
    assert_eq!(body, masked, "nothing vouches for it");
}

#[test]
fn a_patron_is_forgotten_in_an_open_chat_and_the_digest_holds() {
    let mut desk = Desk::handed_over(Config::default(), "full");
    let [host, home, partner, _] = readers();
    let digest = desk.view(&host).digest;
    desk.asks(&home, json!({"type": "maskPatron", "chat": "c1", "name": "somebody"}));
    for reader in [host, home, partner] {
        let view = desk.view(&reader);
        assert_eq!(verify(&view), Ok(digest));
        let text = serde_json::to_string(&view).expect("it has a wire form");
        assert!(!text.contains("Where is the map?"), "{text}");
        assert_eq!(view.links[1].shown.as_ref().expect("it is shown").salt, None);
    }
}
