//! What partners see of a chat, and of each other's staff.

use std::collections::BTreeMap;

use refdesk::{Actor, Command, Config, EventKind, Refusal, Router, Timestamp};
use serde_json::{Value, json};

struct Desk(Router);

impl Desk {
    /// The chat of a patron of tpl, which ana answers; olga and otto are of opl, with a queue of theirs.
    fn new() -> Self {
        let mut desk = Self(Router::new(Config::default(), Timestamp::default()));
        for institution in ["tpl", "opl"] {
            desk.does("host", json!({"type": "addInstitution", "institution": institution}));
        }
        for (queue, institution) in [("ask", "tpl"), ("desk", "opl")] {
            let policy =
                json!({"levels": [{"pool": [{"type": "assigned"}], "ring": {"type": "all"}}]});
            let queue = json!({"type": "addQueue", "queue": queue, "institution": institution, "policy": policy});
            desk.does("host", queue);
        }
        let staff = [("ana", "tpl", "ask"), ("olga", "opl", "desk"), ("otto", "opl", "desk")];
        for (operator, institution, queue) in staff {
            desk.does(
                "host",
                json!({"type": "addOperator", "operator": operator, "institution": institution, "capacity": 2}),
            );
            desk.does(
                "host",
                json!({"type": "assignOperator", "operator": operator, "queue": queue}),
            );
            desk.does(
                &format!("operator:{operator}"),
                json!({"type": "setPresence", "operator": operator, "session": "tab", "show": "away"}),
            );
        }
        desk.shows("ana", "available");
        desk.does(
            "patron:pat",
            json!({"type": "openChat", "chat": "c1", "queue": "ask", "patron": "pat"}),
        );
        desk.does("operator:ana", json!({"type": "acceptOffer", "chat": "c1", "offer": 1}));
        desk
    }

    fn shows(&mut self, operator: &str, show: &str) {
        self.does(
            &format!("operator:{operator}"),
            json!({"type": "setPresence", "operator": operator, "session": "tab", "show": show}),
        );
    }

    #[track_caller]
    fn does(&mut self, by: &str, action: Value) -> Vec<EventKind> {
        let by = match by.split_once(':') {
            Some((kind, id)) => json!({"type": kind, kind: id}),
            None => json!({"type": by}),
        };
        let command = Value::from_iter([("by", by), ("action", action)]);
        let command: Command = serde_json::from_value(command).expect("it is a command");
        let events = self.0.apply(&command).expect("it is allowed");
        assert_eq!(refdesk::check_invariants(&self.0), Ok(()));
        events.into_iter().map(|event| event.kind).collect()
    }

    /// Tpl gives opl these grants.
    fn gives(&mut self, rights: &[Value]) {
        let gives: Vec<Value> = rights.iter().map(|right| json!({"right": right})).collect();
        let terms = json!({"gives": gives, "asks": [{"right": {"type": "transfer"}}]});
        let proposed = self.does(
            "institution:tpl",
            json!({"type": "proposePartnership", "with": "opl", "terms": terms}),
        );
        let [EventKind::PartnershipProposed { proposal, .. }] = *proposed else {
            panic!("it is proposed: {proposed:?}");
        };
        self.does(
            "institution:opl",
            json!({"type": "acceptPartnership", "with": "tpl", "proposal": proposal}),
        );
    }

    /// How many entries somebody may read.
    fn reads(&self, operator: &str) -> usize {
        let reader = actor(operator);
        let chat = "c1".parse().expect("it is an id");
        self.0.transcript(&chat, &reader).expect("they are there").len()
    }

    /// Those to whom ana might transfer the chat, with how they are seen and why not.
    fn targets(&self) -> BTreeMap<String, (Value, Value)> {
        let chat = "c1".parse().expect("it is an id");
        let choices = self.0.targets(&chat, &actor("ana")).expect("ana answers");
        let choices = choices.into_iter().map(|choice| {
            let target = json!(choice.target);
            let name = target["operator"].as_str().or(target["queue"].as_str());
            let why = choice.refusal.map(|refusal| refusal.code().to_string());
            (name.expect("it has one").to_string(), (json!(choice.presence), json!(why)))
        });
        choices.collect()
    }
}

fn actor(operator: &str) -> Actor {
    Actor::Operator { operator: operator.parse().expect("it is an id") }
}

#[test]
fn whom_the_owner_consults_reads_no_more_than_new_terms_let_them() {
    let mut desk = Desk::new();
    let full = json!({"type": "transcript", "view": "full"});
    desk.gives(&[full]);
    desk.shows("olga", "available");
    let to = json!({"type": "operator", "operator": "olga"});
    desk.does(
        "operator:ana",
        json!({"type": "transferChat", "chat": "c1", "to": to, "mode": "consult"}),
    );
    desk.does("operator:olga", json!({"type": "acceptOffer", "chat": "c1", "offer": 2}));
    assert_eq!((desk.reads("ana"), desk.reads("olga")), (3, 3));

    desk.gives(&[]);
    assert_eq!((desk.reads("ana"), desk.reads("olga")), (3, 1), "from when they came");
}

#[test]
fn targets_show_nobody_whom_nothing_agreed_shows() {
    let mut desk = Desk::new();
    let terms = json!({"gives": [], "asks": [{"right": {"type": "transfer"}}]});
    desk.does(
        "institution:tpl",
        json!({"type": "proposePartnership", "with": "opl", "terms": terms}),
    );
    let known = desk.targets().into_keys();
    assert!(known.eq(["ana", "ask"]), "a proposal alone shows nobody");

    desk.gives(&[]);
    let targets = desk.targets();
    assert_eq!(targets["ana"].0, json!("available"));
    assert_eq!(targets["olga"], (Value::Null, json!("target_unavailable")));
    assert_eq!(targets["desk"], (Value::Null, Value::Null));

    for (by, of) in [("ana", "olga"), ("olga", "ana")] {
        let (kind, party, buddy) =
            if by == "ana" { ("subscribe", by, of) } else { ("approveSubscription", by, of) };
        let [party, buddy] = [party, buddy].map(|one| json!({"type": "operator", "operator": one}));
        desk.does(&format!("operator:{by}"), json!({"type": kind, "party": party, "buddy": buddy}));
    }
    let targets = desk.targets();
    assert_eq!((&targets["olga"].0, &targets["otto"].0), (&json!("away"), &Value::Null));
}

#[test]
fn who_asks_is_not_shown_who_observes_them() {
    let mut desk = Desk::new();
    desk.gives(&[]);
    desk.does("operator:ana", json!({"type": "closeChat", "chat": "c1"}));
    for operator in ["amy", "bea"] {
        let new = json!({"type": "addOperator", "operator": operator, "institution": "tpl", "capacity": 2});
        desk.does("host", new);
        desk.does("host", json!({"type": "assignOperator", "operator": operator, "queue": "ask"}));
    }
    let (ana, ask) =
        (json!({"type": "operator", "operator": "ana"}), json!({"type": "queue", "queue": "ask"}));
    desk.does("operator:ana", json!({"type": "subscribe", "party": ana, "buddy": ask}));
    desk.does(
        "institution:tpl",
        json!({"type": "approveSubscription", "party": ask, "buddy": ana}),
    );
    let message = json!({"type": "sendDirectMessage", "party": ana, "buddy": ask, "message": "m1", "text": "help", "chat": "c2"});
    desk.does("operator:ana", message);
    desk.shows("amy", "available");
    desk.does("operator:amy", json!({"type": "acceptOffer", "chat": "c2", "offer": 1}));
    desk.shows("olga", "available");
    let to = json!({"type": "operator", "operator": "olga"});
    desk.does("operator:amy", json!({"type": "transferChat", "chat": "c2", "to": to}));
    desk.does("operator:olga", json!({"type": "acceptOffer", "chat": "c2", "offer": 2}));
    desk.shows("bea", "away");
    desk.does("operator:bea", json!({"type": "joinChat", "chat": "c2", "part": "observer"}));

    let tpl = "tpl".parse().expect("it is an id");
    let shown = |reader: &str| desk.0.chats_at_partners(&tpl, &actor(reader)).expect("home staff");
    assert_eq!(shown("bea")[0].company.len(), 1);
    assert_eq!(shown("ana"), [], "bea observes in silence");
}

#[test]
fn which_chats_are_at_partners_is_for_their_home_alone() {
    let mut desk = Desk::new();
    desk.gives(&[]);
    desk.shows("olga", "available");
    let to = json!({"type": "operator", "operator": "olga"});
    desk.does("operator:ana", json!({"type": "transferChat", "chat": "c1", "to": to}));
    desk.does("operator:olga", json!({"type": "acceptOffer", "chat": "c1", "offer": 2}));

    let id = "tpl".parse().expect("it is an id");
    let asks = |reader: Actor| desk.0.chats_at_partners(&id, &reader).map(|chats| chats.len());
    let institution =
        |id: &str| Actor::Institution { institution: id.parse().expect("it is an id") };
    for reader in [Actor::Host, institution("tpl"), actor("ana")] {
        assert_eq!(asks(reader), Ok(1));
    }
    let patron = Actor::Patron { patron: "pat".parse().expect("it is an id") };
    for reader in [institution("opl"), actor("olga"), patron] {
        let by = (&reader).into();
        assert_eq!(asks(reader), Err(Refusal::NotPermitted { by }));
    }
}
