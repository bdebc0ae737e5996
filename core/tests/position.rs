//! What a patron is told before they come, where they stand in line, and how long they may wait.

#[path = "explain/language.rs"]
#[allow(dead_code, reason = "the language has words for other tests too")]
mod language;

use language::{Desk, id, open};
use refdesk::{
    Actor, AnsweredBy, Availability, CloseChat, LeaveChat, LogOut, OpenChat, OperatorId, PatronId,
    Position, QueueState, SetCapacity, SetQueueState, Span, Switch, Target, TransferChat,
};

const BEST: &str =
    r#"{ pool = [{ type = "assigned" }], ring = { type = "best", order = "leastBusy" } }"#;
const ALL: &str = r#"{ pool = [{ type = "assigned" }], ring = { type = "all" } }"#;

fn told(desk: &Desk, chat: &str) -> Option<(u32, Option<u64>)> {
    let position = desk.router.position(&id(chat))?;
    let json = serde_json::to_string(&position).expect("it has a wire form");
    assert_eq!(serde_json::from_str::<Position>(&json).ok(), Some(position));
    Some((position.before, position.expected_wait.map(Span::as_millis).map(|ms| ms / 1_000)))
}

/// Ana has a chat of so many seconds, with the wrap-up.
#[track_caller]
fn serves(desk: &mut Desk, chat: &str, seconds: i64) {
    desk.opens(chat);
    desk.accepts("ana", chat, 1);
    desk.waits(seconds - 100);
    desk.does(id::<PatronId>(&format!("patron-of-{chat}")), LeaveChat { chat: id(chat) });
    desk.waits(100);
    desk.does(Actor::Host, CloseChat { chat: id(chat) });
}

#[test]
fn a_queue_says_what_it_would_do_with_a_chat() {
    let mut desk = Desk::of(BEST, []);
    let says = |desk: &Desk| {
        let queue = id("ask");
        let state = desk.router.queue_state(&queue).expect("it is there");
        (state, desk.router.availability(&queue).expect("it is there"))
    };
    assert_eq!(says(&desk), (QueueState::Open, Availability::Unstaffed));
    desk.comes("ana");
    let by = AnsweredBy::Home;
    assert_eq!(says(&desk), (QueueState::Open, Availability::Available { by }));
    desk.opens("c1");
    assert_eq!(says(&desk), (QueueState::Open, Availability::Busy));
    desk.does(Actor::Host, SetQueueState { queue: id("ask"), state: Switch::Closed });
    assert_eq!(says(&desk), (QueueState::Closed, Availability::Closed { opens_at: None }));
    assert_eq!(desk.router.availability(&id("none")), None);
    assert_eq!(desk.router.queue_state(&id("none")), None);
}

#[test]
fn nothing_is_known_before_the_first_chat_has_ended() {
    let mut desk = Desk::of(BEST, ["ana"]);
    desk.opens("c1");
    desk.accepts("ana", "c1", 1);
    desk.opens("c2");
    assert_eq!(told(&desk, "c1"), None, "somebody answers it");
    assert_eq!(told(&desk, "c2"), Some((0, None)));
    assert_eq!(told(&desk, "c9"), None);
    // Nobody has answered it: it says nothing of how long that takes.
    desk.waits(600);
    desk.does(Actor::Host, LeaveChat { chat: id("c2") });
    desk.opens("c3");
    assert_eq!(told(&desk, "c3"), Some((0, None)));
}

#[test]
fn the_nth_in_line_waits_for_n_chats_to_end() {
    let mut desk = Desk::of(BEST, ["ana"]);
    serves(&mut desk, "c1", 200);
    serves(&mut desk, "c2", 400);
    desk.opens("c3");
    desk.accepts("ana", "c3", 1);
    desk.opens("c4");
    desk.opens("c5");
    assert_eq!(told(&desk, "c4"), Some((0, Some(300))));
    assert_eq!(told(&desk, "c5"), Some((1, Some(600))));
    // An urgent one comes before both.
    desk.opens_as(OpenChat { priority: 1, ..open("c6") });
    assert_eq!(told(&desk, "c6"), Some((0, Some(300))));
    assert_eq!(told(&desk, "c5"), Some((2, Some(900))));
    // With two places, one of which is free, all is twice as fast and the first one is rung.
    desk.does(Actor::Host, SetCapacity { operator: id("ana"), capacity: 2 });
    assert_eq!(told(&desk, "c6"), Some((0, Some(0))));
    assert_eq!(told(&desk, "c4"), Some((1, Some(150))));
    assert_eq!(told(&desk, "c5"), Some((2, Some(300))));
}

#[test]
fn a_ring_reserves_nothing_and_has_room_for_so_many() {
    let mut desk = Desk::of(ALL, ["ana"]);
    serves(&mut desk, "c1", 200);
    desk.opens("c2");
    desk.opens("c3");
    assert_eq!(told(&desk, "c2"), Some((0, Some(0))), "somebody has room for it");
    assert_eq!(told(&desk, "c3"), Some((1, Some(200))), "and for no more");
}

#[test]
fn without_anybody_nothing_can_be_said() {
    let mut desk = Desk::of(BEST, ["ana"]);
    serves(&mut desk, "c1", 200);
    desk.shows("ana", refdesk::Show::Away);
    desk.opens("c2");
    assert_eq!(told(&desk, "c2"), Some((0, None)));
    desk.comes("ana");
    desk.opens_as(OpenChat { preferred: Some(id("ana")), ..open("c3") });
    assert_eq!(told(&desk, "c3"), Some((1, None)), "it waits for one alone");
}

/// What a chat took in another queue is no matter of this one; a chat on its way here is before those
/// who come later.
#[test]
fn each_queue_counts_what_its_own_operators_did() {
    let mut desk = Desk::of(BEST, ["ana", "cy"]);
    desk.opens("c1");
    desk.accepts("ana", "c1", 1);
    desk.waits(200);
    let (to, chat) = (Target::Queue { queue: id("next-door") }, id("c1"));
    let transfer = TransferChat::of(chat, to);
    desk.does(id::<OperatorId>("ana"), transfer);
    let behind = OpenChat { queue: id("next-door"), ..open("c2") };
    desk.opens_as(behind);
    assert_eq!(told(&desk, "c1"), None, "somebody answers it still");
    assert_eq!(told(&desk, "c2"), Some((1, None)));
    desk.accepts("cy", "c1", 2);
    desk.waits(50);
    desk.does(id::<OperatorId>("cy"), CloseChat { chat: id("c1") });
    desk.opens_as(OpenChat { queue: id("next-door"), ..open("c3") });
    assert_eq!(told(&desk, "c3"), Some((1, Some(50))));
    desk.opens("c4");
    desk.accepts("ana", "c4", 1);
    desk.opens_as(OpenChat { excluded: vec![id("cy")], ..open("c5") });
    assert_eq!(told(&desk, "c5"), Some((0, Some(100))), "two are there, of 200 s");
}

#[test]
fn a_chat_that_loses_its_operator_counts_when_it_has_ended() {
    let mut desk = Desk::of(BEST, ["ana", "ben"]);
    desk.opens("c1");
    desk.accepts("ana", "c1", 1);
    desk.waits(200);
    desk.does(id::<OperatorId>("ana"), LogOut { operator: id("ana") });
    desk.opens("c2");
    assert_eq!(told(&desk, "c2"), Some((1, None)), "none has ended");
    desk.waits(10);
    desk.accepts("ben", "c1", 2);
    desk.waits(100);
    desk.does(id::<PatronId>("patron-of-c1"), LeaveChat { chat: id("c1") });
    desk.does(Actor::Host, CloseChat { chat: id("c1") });
    desk.accepts("ben", "c2", 1);
    desk.opens("c3");
    assert_eq!(
        told(&desk, "c3"),
        Some((0, Some(300))),
        "as long as they had it, one after the other"
    );
}
