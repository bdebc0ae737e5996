//! What a desk does, in the words of the people at it: `desk/language.rs` is the language.

#![allow(clippy::wildcard_enum_match_arm, reason = "the language has words for a few events")]
#![allow(clippy::needless_pass_by_value, reason = "so that a list can be written where it is used")]

#[path = "desk/language.rs"]
mod language;

use language::{Desk, answered, lapse, offer, opened, roll_over, secs, withdraw};
use refdesk::{
    Actor, AssignChat, Channel, ChannelId, ChatId, CloseChat, Config, InvalidId, LeaveChat,
    OpenChat, OperatorId, Order, Refusal, Ring, Span, Timestamp, View,
};

#[test]
fn an_offer_that_nobody_answers_goes_to_the_next_and_the_patron_keeps_their_place() {
    let mut desk = Desk::of(["ana", "ben"], Ring::best(Order::LongestIdle));
    desk.opens("c1").sees([opened("c1"), offer("c1", "ana")]);
    desk.opens("c2").sees([opened("c2"), offer("c2", "ben")]);
    desk.opens("c3").sees([opened("c3")]);
    desk.waits(secs(20)).sees([
        lapse("c1", "ana"),
        offer("c3", "ana"),
        lapse("c2", "ben"),
        offer("c1", "ben"),
    ]);
    desk.sees_nothing_more();
}

#[test]
fn the_first_to_accept_wins_and_the_others_are_told() {
    let mut desk = Desk::of(["ana", "ben", "eve"], Ring::All { lapse_after: None });
    desk.opens("c1").sees([
        opened("c1"),
        offer("c1", "ana"),
        offer("c1", "ben"),
        offer("c1", "eve"),
    ]);
    desk.accepts("ben", "c1").sees([
        answered("c1", "ben"),
        withdraw("c1", "ana"),
        withdraw("c1", "eve"),
    ]);
    desk.is_refused("ana", "c1", "chat_taken");
    desk.sees_nothing_more();
}

#[test]
fn a_long_advance_stops_between_two_timers_and_goes_on_when_asked() {
    let mut config = Config::default();
    config.limits.events_per_advance = 1;
    let mut desk = Desk::with(config, ["ana"], Ring::best(Order::LeastBusy));
    desk.opens("c1").sees([opened("c1"), offer("c1", "ana")]);
    desk.opens("c2").sees([opened("c2")]);
    let now = Timestamp::from_millis(20_000);
    let first = desk.router.advance(now);
    assert!(first.iter().all(|event| event.at == now));
    desk.router.advance(Timestamp::from_millis(1_000_000));
    let due = desk.router.deadline().map(|deadline| deadline.at);
    assert!(due <= Some(Timestamp::from_millis(1_000_000)), "more is due at {due:?}");
}

#[test]
fn a_clock_that_goes_back_moves_nothing() {
    let mut desk = Desk::of(["ana"], Ring::best(Order::LeastBusy));
    desk.opens("c1").sees([opened("c1"), offer("c1", "ana")]);
    desk.waits(secs(10)).sees([]);
    assert!(desk.router.advance(Timestamp::from_millis(0)).is_empty());
    assert_eq!(desk.router.now(), Timestamp::from_millis(10_000));
}

#[test]
fn the_end_of_time_is_a_deadline_like_any_other() {
    let ring = Ring::Best {
        count: 1,
        order: Order::LeastBusy,
        proficient_first: false,
        lapse_after: Some(Span::from_millis(u64::MAX)),
    };
    let mut desk = Desk::of(["ana"], ring);
    desk.opens("c1").sees([opened("c1"), offer("c1", "ana")]);
    assert_eq!(desk.router.deadline().map(|deadline| deadline.at), Some(Timestamp::MAX));
    desk.router.advance(Timestamp::from_millis(i64::MAX));
    assert_eq!(desk.router.now(), Timestamp::MAX);
}

/// Whoever assigns chats may go beyond a capacity, and as far as that is possible.
#[test]
fn more_units_than_anybody_counts_are_counted() {
    let mut config = Config::default();
    let channel: ChannelId = "film".parse().expect("a plain id");
    let film = Channel { units: u16::MAX, ..Channel::default() };
    config.channels.insert(channel.clone(), film);
    let mut desk = Desk::with(config, ["ana"], Ring::best(Order::LeastBusy));
    let operator: OperatorId = "ana".parse().expect("a plain id");
    for number in 0..=u32::from(u16::MAX) + 2 {
        let chat: ChatId = format!("c{number}").parse().expect("a plain id");
        let patron = format!("p{number}").parse().expect("a plain id");
        let open = OpenChat::of(chat.clone(), "desk".parse().expect("a plain id"), patron);
        let open = OpenChat { channel: Some(channel.clone()), ..open };
        let assign = AssignChat { chat, operator: operator.clone() };
        for command in [open.by(Actor::Host), assign.by(Actor::Host)] {
            assert_eq!(desk.router.apply(&command).err(), None);
        }
    }
}

#[test]
fn many_commands_at_once_have_each_its_own_answer() {
    let mut desk = Desk::of([], Ring::All { lapse_after: None });
    let chat: ChatId = "c1".parse().expect("a plain id");
    let open = OpenChat::of(
        chat.clone(),
        "desk".parse().expect("a plain id"),
        "pat".parse().expect("a plain id"),
    );
    let commands = [
        open.clone().by(Actor::Host),
        open.by(Actor::Host),
        LeaveChat { chat: chat.clone() }.by(Actor::Host),
        CloseChat { chat: chat.clone() }.by(Actor::Host),
    ];
    let answers = desk.router.apply_all(&commands);
    assert_eq!(answers[0].as_ref().map(Vec::len), Ok(1));
    assert_eq!(answers[1], Err(Refusal::DuplicateChat { chat: chat.clone() }));
    assert_eq!(answers[2].as_ref().map(Vec::len), Ok(1));
    assert_eq!(answers[3], Err(Refusal::UnknownChat { chat }));
}

#[test]
fn events_go_behind_what_the_host_has_in_its_buffer() {
    let mut desk = Desk::of(["ana"], Ring::best(Order::LeastBusy));
    let mut buffer = desk.opens("c1").raised.clone();
    let before = buffer.clone();
    let leave = LeaveChat { chat: "c1".parse().expect("a plain id") }.by(Actor::Host);
    assert_eq!(desk.router.apply_into(&leave, &mut buffer), Ok(()));
    assert!(buffer.starts_with(&before) && buffer.len() == before.len() + 2);
    let length = buffer.len();
    assert!(desk.router.apply_into(&leave, &mut buffer).is_err());
    assert_eq!(buffer.len(), length, "a refusal leaves the buffer as it was");
}

#[test]
fn an_id_is_a_short_line_of_text() {
    assert_eq!(ChatId::new(""), Err(InvalidId::Empty));
    assert_eq!(ChatId::new("a\nb"), Err(InvalidId::ControlCharacter));
    assert_eq!(ChatId::new("x".repeat(256)), Err(InvalidId::TooLong { bytes: 256 }));
    assert!(ChatId::new("x".repeat(255)).is_ok());
    assert!(ChatId::new("ana@example.org/Büro ☏").is_ok());
}

#[test]
fn a_level_that_nobody_answers_rolls_on_after_its_wait() {
    let mut desk = Desk::with_backup("ana", "ben", secs(40));
    desk.opens("c1").sees([opened("c1"), offer("c1", "ana")]);
    desk.waits(secs(40)).sees([roll_over("c1", 1), offer("c1", "ben")]);
    desk.accepts("ben", "c1").sees([answered("c1", "ben"), withdraw("c1", "ana")]);
    desk.sees_nothing_more();
}

/// An amendment that narrows what a partner may read holds for the chat in progress too.
#[test]
fn who_answers_reads_no_more_once_the_grant_is_narrowed() {
    let mut desk = Desk::answered_by_a_partner(View::Full);
    assert_eq!(desk.reads("ben"), ["Where are the maps?", "Second floor."]);
    desk.amends(View::FromNow);
    assert_eq!(desk.reads("ben"), ["Second floor."]);
    desk.amends(View::Full);
    assert_eq!(desk.reads("ben"), ["Second floor."], "what was narrowed stays so for this chat");
}
