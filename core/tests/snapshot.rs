//! Snapshots: their two forms, what is damaged or of another time, and those that were kept long ago.
//!
//! That nobody can tell a restored router from one that never stopped is held by every story
//! (`scenarios.rs`) and by random commands (`properties.rs`).

#[path = "support/stories.rs"]
mod stories;

use std::path::{Path, PathBuf};

use refdesk::wire::Wire;
use refdesk::{
    AcceptOffer, Actor, CancelTransfer, ChatView, Config, EndSession, Router, Snapshot,
    SnapshotError, Timestamp, check_invariants,
};
use serde_json::{Value, json};

/// A desk where much is going on: the router in the midst of a story that has most of everything.
fn desk() -> Router {
    let stories = stories::stories();
    let (_, story) = stories.iter().find(|story| story.0 == "night_owl").expect("it is there");
    story.router_after(story.steps() / 2).expect("it goes as it is told")
}

fn text(snapshot: &Snapshot) -> Value {
    serde_json::to_value(snapshot).expect("a snapshot is JSON")
}

#[test]
fn both_forms_hold_the_same() {
    let router = desk();
    let snapshot = router.snapshot();
    let of_bytes = Snapshot::from_bytes(&snapshot.to_bytes()).expect("what was written is read");
    let of_text: Snapshot = serde_json::from_value(text(&snapshot)).expect("so is JSON");
    assert_eq!(of_bytes, snapshot);
    assert_eq!(of_text, snapshot);
}

#[test]
fn the_digest_is_that_of_the_header_and_of_whoever_went_on() {
    let router = desk();
    let text = text(&router.snapshot());
    assert_eq!(text["digest"], json!(router.digest().to_string()));
    let again = Router::restore(&router.snapshot(), [9; 32]).expect("it was a router's");
    assert_eq!(again.digest(), router.digest());
    let mut later = again;
    later.advance(Timestamp::MAX);
    assert_ne!(later.digest(), router.digest());
}

#[test]
fn a_host_that_begins_again_finds_what_is_answered_in_the_views() {
    let (mut offers, mut transfers, mut sessions) = (0, 0, 0);
    for (_, story) in stories::stories() {
        let kept = story.router_after(story.steps() / 2).expect("it goes as it is told").snapshot();
        let router = Router::restore(&kept, [9; 32]).expect("it was a router's");
        assert_eq!(router.chats().len(), router.open_chats());
        let open = router.chats().into_iter().map(|chat| router.view_chat(&chat));
        for ChatView { chat, rung, transfer, .. } in open.map(|view| view.expect("it is open")) {
            for (operator, offer) in rung {
                let holder = router.view_operator(&operator).expect("they are there");
                assert!(holder.rung_for.contains(&(chat.clone(), offer)), "{holder:?}");
                let accepts = AcceptOffer { chat: chat.clone(), offer }.by(operator);
                router.clone().apply(&accepts).expect("the offer is theirs");
                offers += 1;
            }
            if let Some(transfer) = transfer {
                let cancels = CancelTransfer { chat, transfer }.by(Actor::Host);
                router.clone().apply(&cancels).expect("it is pending");
                transfers += 1;
            }
        }
        for operator in router.setup().operators {
            let mut later = router.clone();
            let view = later.view_operator(&operator.id).expect("they are there");
            for session in view.sessions {
                let ends = EndSession { operator: operator.id.clone(), session };
                later.apply(&ends.by(Actor::Host)).expect("it is theirs");
                sessions += 1;
            }
            let view = later.view_operator(&operator.id).expect("they are there");
            assert_eq!(view.sessions, [], "{view:?}");
        }
    }
    let found = (offers, transfers, sessions);
    assert!(
        offers > 10 && transfers > 3 && sessions > 100,
        "{found:?} offers, transfers, sessions"
    );
}

#[test]
fn the_secret_stays_with_the_host() {
    let config = Config { secret: [7; 32], ..Config::default() };
    let router = Router::new(config, Timestamp::default());
    let other = Router::new(Config::default(), Timestamp::default());
    assert_eq!(router.snapshot().to_bytes(), other.snapshot().to_bytes());
}

#[test]
fn whatever_was_cut_is_refused() {
    let bytes = desk().snapshot().to_bytes();
    for length in 0..bytes.len() {
        let error = Snapshot::from_bytes(&bytes[..length]).expect_err("it was cut");
        let expected = if length < 8 { SnapshotError::NoSnapshot } else { SnapshotError::Cut };
        assert_eq!(error, expected, "cut after {length}");
    }
    let longer = [bytes.as_slice(), &[0]].concat();
    assert_eq!(Snapshot::from_bytes(&longer), Err(SnapshotError::Cut));
}

#[test]
fn whatever_was_damaged_is_refused() {
    let bytes = desk().snapshot().to_bytes();
    for place in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[place] ^= 0x20;
        // Other time zone data is read, and refused by who restores.
        let restored =
            Snapshot::from_bytes(&damaged).and_then(|snapshot| Router::restore(&snapshot, [0; 32]));
        assert!(restored.is_err(), "byte {place}");
    }
}

#[test]
fn text_that_was_changed_is_refused() {
    let mut text = text(&desk().snapshot());
    text["state"]["now"] = json!(1);
    let error = serde_json::from_value::<Snapshot>(text).expect_err("somebody changed it");
    assert!(error.to_string().contains("damaged"), "{error}");
}

#[test]
fn text_that_is_no_snapshot_says_what_is_wrong_with_it() {
    let error = SnapshotError::from(Snapshot::from_json("{}").expect_err("it is empty"));
    assert_eq!(error.code(), "unreadable");
    assert_eq!(error.to_string(), "the snapshot cannot be read: missing field `refdesk`");
}

#[test]
fn what_a_later_version_writes_is_named() {
    let mut bytes = desk().snapshot().to_bytes();
    bytes[9] = 2;
    assert_eq!(Snapshot::from_bytes(&bytes), Err(SnapshotError::LaterForm { form: 2 }));
}

#[test]
fn other_time_zone_data_is_refused_unless_asked_for() {
    let router = desk();
    let mut text = text(&router.snapshot());
    text["timeZones"] = json!("1990a");
    let mut snapshot: Snapshot = serde_json::from_value(text).expect("it is a snapshot");
    let error = Router::restore(&snapshot, [0; 32]).expect_err("hours may be others");
    assert_eq!(error.code(), "other_time_zones");
    snapshot.adopt_time_zones();
    let mut adopted = Router::restore(&snapshot, [0; 32]).expect("it was asked for");
    assert_eq!(check_invariants(&adopted), Ok(()));
    // Nothing has changed about the hours in this case, so nobody is told anything.
    let mut same = router.clone();
    assert_eq!(adopted.advance(router.now()), same.advance(router.now()));
    assert_eq!(check_invariants(&adopted), Ok(()));
}

/// Every form that was ever released stays in `snapshots/` and can be read, for ever.
///
/// `REFDESK_REWRITE=1 cargo test -p refdesk --test snapshot` writes that of this version anew: only
/// before it is released.
#[test]
fn what_was_kept_long_ago_is_gone_on_from() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    if std::env::var_os("REFDESK_REWRITE").is_some() {
        let snapshot = desk().snapshot();
        let pretty = serde_json::to_string_pretty(&snapshot).expect("a snapshot is JSON");
        std::fs::write(folder.join("v1.json"), pretty + "\n").expect("it can be written");
        std::fs::write(folder.join("v1.bin"), snapshot.to_bytes()).expect("it can be written");
    }
    let files = std::fs::read_dir(&folder).expect("they are there");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    assert!(paths.len() >= 2, "each form twice: as bytes and as text");
    for path in paths {
        let bytes = std::fs::read(&path).expect("it can be read");
        let mut snapshot = if path.extension().is_some_and(|extension| extension == "json") {
            serde_json::from_slice(&bytes).expect("it is a snapshot")
        } else {
            Snapshot::from_bytes(&bytes).expect("it is a snapshot")
        };
        snapshot.adopt_time_zones();
        let mut router = Router::restore(&snapshot, [0; 32]).expect("a router was there once");
        router.advance(Timestamp::MAX);
        assert_eq!(check_invariants(&router), Ok(()), "{}", path.display());
    }
}
