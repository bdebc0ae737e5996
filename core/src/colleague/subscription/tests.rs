//! The tables of RFC 6121, appendix A, row by row, and the page that shows them.

use alloc::format;
use alloc::string::String;

use super::*;
use Stanza::{Subscribe, Subscribed, Unsubscribe, Unsubscribed};
use Subscription::{
    Both, From, FromPendingOut, None, NonePendingIn, NonePendingOut, NonePendingOutIn, To,
    ToPendingIn,
};

const STANZAS: [Stanza; 4] = [Subscribe, Unsubscribe, Subscribed, Unsubscribed];

/// A row: the state, whether the stanza must be routed or delivered, the new state (or `-`, as the
/// RFC says "no state change").
type Table = [(Subscription, bool, Option<Subscription>); 9];

type Moves = fn(Subscription, Stanza) -> Move;

const SAME: Option<Subscription> = Option::None;

/// Appendix A.2, "Server Processing of Outbound Presence Subscription Stanzas".
const OUT: [(Stanza, Table); 4] = [
    (
        Subscribe, // A.2.1
        [
            (None, true, Some(NonePendingOut)),
            (NonePendingOut, true, SAME),
            (NonePendingIn, true, Some(NonePendingOutIn)),
            (NonePendingOutIn, true, SAME),
            (To, true, SAME),
            (ToPendingIn, true, SAME),
            (From, true, Some(FromPendingOut)),
            (FromPendingOut, true, SAME),
            (Both, true, SAME),
        ],
    ),
    (
        Unsubscribe, // A.2.2
        [
            (None, true, SAME),
            (NonePendingOut, true, Some(None)),
            (NonePendingIn, true, SAME),
            (NonePendingOutIn, true, Some(NonePendingIn)),
            (To, true, Some(None)),
            (ToPendingIn, true, Some(NonePendingIn)),
            (From, true, SAME),
            (FromPendingOut, true, Some(From)),
            (Both, true, Some(From)),
        ],
    ),
    (
        Subscribed, // A.2.3
        [
            (None, false, SAME),
            (NonePendingOut, false, SAME),
            (NonePendingIn, true, Some(From)),
            (NonePendingOutIn, true, Some(FromPendingOut)),
            (To, false, SAME),
            (ToPendingIn, true, Some(Both)),
            (From, false, SAME),
            (FromPendingOut, false, SAME),
            (Both, false, SAME),
        ],
    ),
    (
        Unsubscribed, // A.2.4
        [
            (None, false, SAME),
            (NonePendingOut, false, SAME),
            (NonePendingIn, true, Some(None)),
            (NonePendingOutIn, true, Some(NonePendingOut)),
            (To, false, SAME),
            (ToPendingIn, true, Some(To)),
            (From, true, Some(None)),
            (FromPendingOut, true, Some(NonePendingOut)),
            (Both, true, Some(To)),
        ],
    ),
];

/// Appendix A.3, "Server Processing of Inbound Presence Subscription Stanzas".
const IN: [(Stanza, Table); 4] = [
    (
        Subscribe, // A.3.1
        [
            (None, true, Some(NonePendingIn)),
            (NonePendingOut, true, Some(NonePendingOutIn)),
            (NonePendingIn, false, SAME),
            (NonePendingOutIn, false, SAME),
            (To, true, Some(ToPendingIn)),
            (ToPendingIn, false, SAME),
            (From, false, SAME),
            (FromPendingOut, false, SAME),
            (Both, false, SAME),
        ],
    ),
    (
        Unsubscribe, // A.3.2
        [
            (None, false, SAME),
            (NonePendingOut, false, SAME),
            (NonePendingIn, true, Some(None)),
            (NonePendingOutIn, true, Some(NonePendingOut)),
            (To, false, SAME),
            (ToPendingIn, true, Some(To)),
            (From, true, Some(None)),
            (FromPendingOut, true, Some(NonePendingOut)),
            (Both, true, Some(To)),
        ],
    ),
    (
        Subscribed, // A.3.3
        [
            (None, false, SAME),
            (NonePendingOut, true, Some(To)),
            (NonePendingIn, false, SAME),
            (NonePendingOutIn, true, Some(ToPendingIn)),
            (To, false, SAME),
            (ToPendingIn, false, SAME),
            (From, false, SAME),
            (FromPendingOut, true, Some(Both)),
            (Both, false, SAME),
        ],
    ),
    (
        Unsubscribed, // A.3.4
        [
            (None, false, SAME),
            (NonePendingOut, true, Some(None)),
            (NonePendingIn, false, SAME),
            (NonePendingOutIn, true, Some(NonePendingIn)),
            (To, true, Some(None)),
            (ToPendingIn, true, Some(NonePendingIn)),
            (From, false, SAME),
            (FromPendingOut, true, Some(From)),
            (Both, true, Some(From)),
        ],
    ),
];

#[test]
fn every_stanza_in_every_state_does_what_the_rfc_says() {
    let ways = [("out", OUT, outbound as Moves), ("in", IN, inbound)];
    let mut walked = 0;
    for (way, tables, moves) in ways {
        for (stanza, table) in tables {
            assert_eq!(table.map(|row| row.0), Subscription::ALL, "{way} {stanza:?}");
            for (state, passes, next) in table {
                let expected = Move { next: next.unwrap_or(state), passes };
                assert_eq!(moves(state, stanza), expected, "{way} {stanza:?} in {state:?}");
                walked += 1;
            }
        }
    }
    assert_eq!(walked, 72);
}

#[test]
fn both_sides_move_alike() {
    for state in Subscription::ALL {
        assert_eq!(state.mirrored().mirrored(), state);
        for stanza in STANZAS {
            let sent = outbound(state, stanza);
            let received = inbound(state.mirrored(), stanza);
            if sent.passes {
                assert_eq!(received.next, sent.next.mirrored(), "{stanza:?} in {state:?}");
            } else {
                assert_eq!(sent.next, state, "what is held back changes nothing");
            }
        }
    }
}

#[test]
fn a_state_is_its_four_marks() {
    for (at, state) in Subscription::ALL.iter().enumerate() {
        let marks = |s: &Subscription| (s.sees(), s.is_seen(), s.asks(), s.is_asked());
        let others = Subscription::ALL.iter().skip(at + 1);
        assert!(others.clone().all(|other| marks(other) != marks(state)), "{state:?}");
        assert!(!(state.sees() && state.asks()), "nobody asks for what they have");
        assert!(!(state.is_seen() && state.is_asked()), "nobody is asked for what they gave");
    }
}

#[test]
fn a_request_that_was_approved_before_is_granted() {
    for state in Subscription::ALL {
        let granted = state.approved();
        assert!(granted.is_seen() && !granted.is_asked());
        assert_eq!((granted.sees(), granted.asks()), (state.sees(), state.asks()));
    }
}

/// One table of the page, as it follows from the moves.
fn drawn(way: &str, moves: Moves) -> String {
    let cells = |cell: &dyn Fn(Stanza) -> String| STANZAS.map(cell).concat();
    let head = cells(&|stanza| format!("| `{}` ", word(&stanza)));
    let row = |&state: &Subscription| {
        let cell = |stanza| {
            let Move { next, passes } = moves(state, stanza);
            let next = if next == state { "—".into() } else { format!("`{}`", word(&next)) };
            format!("| {next}{} ", if passes { "" } else { " (held)" })
        };
        format!("| `{}` {}|\n", word(&state), cells(&cell))
    };
    let rows: String = Subscription::ALL.iter().map(row).collect();
    format!("| the party {way} {head}|\n|---|---|---|---|---|\n{rows}")
}

fn word(of: &impl core::fmt::Debug) -> String {
    let name = format!("{of:?}");
    name[..1].to_lowercase() + &name[1..]
}

#[test]
fn the_page_shows_these_tables() {
    let page = include_str!("../../../../docs/colleagues.md");
    for table in [drawn("sends", outbound), drawn("is told", inbound)] {
        assert!(page.contains(&table), "the page lacks:\n{table}");
    }
}
