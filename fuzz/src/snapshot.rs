//! Hostile snapshots: each gives an error, or a router that breaks no rule and goes on.

use std::sync::OnceLock;

use refdesk::hours::tz_version;
use refdesk::{Router, Snapshot, check_invariants};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::going_on::go_on;
use crate::{Draw, edit, stories};

/// The stories whose states are changed, in the order of the number in front.
pub const KEPT: [&str; 16] = [
    "night_owl",
    "home_team_first",
    "transfer_accepted",
    "transfer_across_masked",
    "consult_a_queue",
    "an_invited_operator_takes_part",
    "urgent_chats_first",
    "waiting_counts_at_the_cap",
    "wrap_up_after_a_transfer",
    "offers_carry_the_profile_and_the_context",
    "buddies_of_a_queue",
    "message_to_a_queue_opens_a_chat",
    "a_patron_comes_back_after_an_ended_chat",
    "mobius_across_a_night",
    "transfer_to_a_partners_queue",
    "history_of_a_chat",
];

/// Reads a snapshot, restores it, and goes on.
///
/// The first byte says what the others are: a file as it is (0), a state behind a header that is right
/// (1), JSON (2), or changes of the state of a story, by its number, after a length.
///
/// # Panics
/// Where something does not hold.
pub fn snapshot(bytes: &[u8]) {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let mut draw = Draw::of(rest);
    let read = match kind {
        0 => Snapshot::from_bytes(rest).ok(),
        1 => Snapshot::from_bytes(&sealed(rest)).ok(),
        2 => serde_json::from_slice(rest).ok(),
        _ => {
            let edits = 1 + draw.below(6);
            let mut state = states()[usize::from(kind) % KEPT.len()].clone();
            for _ in 0..edits {
                edit(&mut state, &mut draw);
            }
            let body = cbor4ii::serde::to_vec(Vec::new(), &state).expect("there is room");
            Snapshot::from_bytes(&sealed(&body)).ok()
        }
    };
    let Some(mut snapshot) = read else { return };
    both_forms_hold_the_same(&snapshot);
    if kind == 0 {
        snapshot.adopt_time_zones();
    }
    let Ok(mut router) = Router::restore(&snapshot, [0; 32]) else { return };
    assert_eq!(check_invariants(&router), Ok(()));
    let again = router.snapshot();
    if kind != 0 {
        assert!(again == snapshot, "it was restored otherwise:\n{snapshot:?}\n{again:?}");
    }
    go_on(&mut router, &mut draw);
}

fn both_forms_hold_the_same(snapshot: &Snapshot) {
    let of_bytes = Snapshot::from_bytes(&snapshot.to_bytes()).expect("what was written is read");
    assert_eq!(of_bytes, *snapshot);
    let text = serde_json::to_string(snapshot).expect("a snapshot is JSON");
    let of_text: Snapshot = serde_json::from_str(&text).expect("so is JSON");
    assert_eq!(of_text, *snapshot);
}

/// A state behind a header that fits it.
fn sealed(body: &[u8]) -> Vec<u8> {
    let digest = Sha256::new().chain_update(b"refdesk state 1").chain_update(body).finalize();
    let zones = tz_version().as_bytes();
    let length = [u8::try_from(zones.len()).expect("a year and a letter")];
    let size = (body.len() as u64).to_be_bytes();
    [b"REFDESKS\0\x01", &length[..], zones, &digest, &size, body].concat()
}

/// The states of the stories, as trees.
fn states() -> &'static [Value] {
    static STATES: OnceLock<Vec<Value>> = OnceLock::new();
    STATES.get_or_init(|| {
        let states = stories::named(&KEPT).into_iter().map(|story| {
            let bytes = story.router_halfway().snapshot().to_bytes();
            let body = &bytes[8 + 2 + 1 + tz_version().len() + 32 + 8..];
            cbor4ii::serde::from_slice(body).expect("a state is a tree")
        });
        states.collect()
    })
}
