//! What makes two moments of a desk the same: all that a router keeps, but for what it decides nothing
//! by.
//!
//! The key is made of the router's snapshot, which holds the whole state without what follows from
//! it. What is not named here is kept as it stands, so that a new field keeps moments apart until
//! somebody has thought about it. What is:
//!
//! - **Time** is counted from now, so that two moments that differ only in the date are one. How long
//!   each timer still runs is kept.
//! - **Counters** (turns, arrivals, the numbers of offers) come down to their order; turns that no
//!   order of choice at the desk looks at are left out.
//! - **Transcripts** are left out, and of records all that only tells: the answers but that there are
//!   some, the hops but for the last reason, the transfers but for the last that was completed. Limits
//!   of how many there may be are far beyond the depth.

use std::hash::{DefaultHasher, Hash, Hasher};

use refdesk::{Order, Policy, Ring, Router};

use crate::tree::Tree;

/// What is the same for a whole desk, only told, or only counts.
const LEFT_OUT: &[&str] = &[
    "answersElsewhere",
    "best",
    "endedAt",
    "entries",
    "offersMade",
    "openedAt",
    "policy",
    "round",
    "served",
    "sessionsOpened",
    "span",
    "viewSince",
    "waitingSince",
];

/// The same in some places. Chats stand in their order.
const LEFT_OUT_OF: &[(&str, &str)] = &[
    ("", "digest"),
    ("state", "accepted"),
    ("state", "arrivals"),
    ("state", "config"),
    ("state", "events"),
    ("state", "now"),
    ("state", "proposals"),
    ("state", "registrations"),
    ("state", "turns"),
    ("chats", "arrival"),
    ("chats", "since"),
    ("consulted", "reason"),
    ("consulted", "since"),
    ("lanes", "left"),
    ("present", "since"),
    ("proposals", "id"),
    ("sessions", "serial"),
    ("transfer", "id"),
];

/// The turns, those that are compared with one another together.
const TURNS: [&[&str]; 3] =
    [&["idleTurn"], &["offeredTurn", "turn", "turnBefore"], &["passedOver", "revived"]];

/// What decides at a desk.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    /// The fields that no policy of the desk looks at.
    unread: Vec<&'static str>,
}

impl Keys {
    pub(crate) fn of<'p>(policies: impl Iterator<Item = &'p Policy>) -> Self {
        let policies: Vec<&Policy> = policies.collect();
        let levels = policies.iter().flat_map(|policy| &policy.levels);
        let orders: Vec<Order> = levels
            .filter_map(|level| match level.ring {
                Ring::Best { order, .. } => Some(order),
                Ring::All { .. } => None,
            })
            .collect();
        let by_offers =
            |order: &Order| matches!(order, Order::RoundRobin | Order::WeightedRoundRobin);
        let mut unread = Vec::new();
        if !orders.iter().any(by_offers) {
            unread.extend(["offeredTurn", "turn", "turnBefore"]);
        }
        if orders.iter().all(by_offers) {
            unread.push("idleTurn");
        }
        if policies.iter().all(|policy| policy.pause_after_missed.is_none()) {
            unread.push("missed");
        }
        Self { unread }
    }

    /// The key of a router: 64 bits, which is what the checker keeps of it.
    pub(crate) fn key(&self, router: &Router) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.canonical(router).hash(&mut hasher);
        hasher.finish()
    }

    /// All that the key is made of.
    fn canonical(&self, router: &Router) -> Tree {
        let left_out = |holder: &str, field: &str| {
            LEFT_OUT.contains(&field)
                || LEFT_OUT_OF.contains(&(holder, field))
                || self.unread.contains(&field)
        };
        let mut snapshot = Tree::of(&router.snapshot(), &left_out);
        let mut state = snapshot.get_mut("state").map(std::mem::take).expect("it has a state");
        name_offers(&mut state);
        if let Some(chats) = state.get_mut("chats") {
            chats.items_mut().iter_mut().for_each(shorten_record);
        }
        let mut reducer = Reducer { turns: Default::default(), now: router.now().as_millis() };
        reducer.learn_turns(&state, "");
        for turns in &mut reducer.turns {
            turns.sort_unstable();
            turns.dedup();
        }
        reducer.reduce(&mut state, "", "");
        state
    }
}

/// Offers are numbered anew for each chat, in the order of their birth.
fn name_offers(state: &mut Tree) {
    let chats = state.get("chats").items().iter();
    let offers: Vec<Vec<Tree>> = chats
        .map(|chat| chat.get("offers").items().iter().map(|of| of.get("id").clone()).collect())
        .collect();
    let place = |chat: usize, id: &Tree| {
        let place = offers[chat].iter().position(|one| one == id);
        Tree::Number(place.and_then(|place| i64::try_from(place).ok()).unwrap_or(-1))
    };
    // A chat and an offer of it become the chat and the place of the offer.
    let rename = |pair: &mut Tree| {
        if let [Tree::Number(chat), id] = pair.items_mut() {
            *id = place(usize::try_from(*chat).expect("it is a place in a list"), id);
        }
    };
    let lists = ["operators", "timers"];
    for list in lists {
        for one in state.get_mut(list).map(Tree::items_mut).unwrap_or_default() {
            if let Some(offers) = one.get_mut("offers") {
                offers.items_mut().iter_mut().for_each(rename);
            }
            if let Some(lapses) = one.get_mut("due").and_then(|due| due.get_mut("offerLapses")) {
                rename(lapses);
            }
        }
    }
    let chats = state.get_mut("chats").map(Tree::items_mut).unwrap_or_default();
    for (number, chat) in chats.iter_mut().enumerate() {
        let consulted = chat.get_mut("transfer").and_then(|it| it.get_mut("consulted"));
        if let Some(offer) = consulted.and_then(|consulted| consulted.get_mut("offer")) {
            *offer = place(number, offer);
        }
        for (place, offer) in
            (0..).zip(chat.get_mut("offers").map(Tree::items_mut).into_iter().flatten())
        {
            *offer.get_mut("id").expect("an offer has a number") = Tree::Number(place);
        }
    }
}

/// What is decided by the record of a chat: whether it was answered, why it left its last level, who
/// handed it over last, where policies have sent it.
fn shorten_record(chat: &mut Tree) {
    let Some(record) = chat.get_mut("record") else { return };
    let answered = !record.get("answers").items().is_empty();
    let hops = record.get("hops").items().iter().map(|hop| hop.get("reason"));
    let hop = hops.rev().find(|&why| *why != Tree::word("outOfHours"));
    let completed = |it: &&Tree| *it.get("result").get("type") == Tree::word("completed");
    let transfer = record.get("transfers").items().iter().rev().find(completed);
    let transfer = transfer.map(|it| vec![it.get("from").clone(), it.get("result").clone()]);
    let short = vec![
        ("answered", Tree::Number(i64::from(answered))),
        ("chat", record.get("chat").clone()),
        ("hop", hop.cloned().unwrap_or(Tree::Nothing)),
        ("origin", record.get("origin").clone()),
        ("overflows", record.get("overflows").clone()),
        ("patron", record.get("patron").clone()),
        ("transfer", transfer.map_or(Tree::Nothing, Tree::Items)),
    ];
    *record = Tree::Fields(short);
}

/// Among which turns a field counts.
fn kind_of_turn(field: &str) -> Option<usize> {
    TURNS.iter().position(|fields| fields.contains(&field))
}

struct Reducer {
    turns: [Vec<i64>; 3],
    now: i64,
}

impl Reducer {
    fn learn_turns(&mut self, tree: &Tree, field: &str) {
        match tree {
            Tree::Fields(fields) => {
                for (field, part) in fields {
                    self.learn_turns(part, field);
                }
            }
            Tree::Items(items) => items.iter().for_each(|item| self.learn_turns(item, field)),
            Tree::Number(number) => {
                if let Some(kind) = kind_of_turn(field) {
                    self.turns[kind].push(*number);
                }
            }
            Tree::Nothing | Tree::Word(_) => {}
        }
    }

    /// Reduces what is in this field of what is in that one.
    fn reduce(&self, tree: &mut Tree, field: &str, holder: &str) {
        match tree {
            Tree::Items(items) => {
                for item in items {
                    self.reduce(item, field, holder);
                }
            }
            Tree::Fields(fields) => {
                for (inner, part) in fields {
                    self.reduce(part, inner, field);
                }
            }
            Tree::Number(number) => {
                if let Some(kind) = kind_of_turn(field) {
                    let place = self.turns[kind].binary_search(number);
                    *number = place.ok().and_then(|place| i64::try_from(place).ok()).unwrap_or(-1);
                } else if [("at", "timers"), ("since", "ringing")].contains(&(field, holder)) {
                    *number -= self.now;
                }
            }
            Tree::Nothing | Tree::Word(_) => {}
        }
    }
}
