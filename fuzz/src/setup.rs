//! Hostile setup documents: each is told all that is wrong with it, or a router is brought to it.

use std::sync::OnceLock;

use refdesk::setup::Setup;
use refdesk::{Config, Router, Timestamp};

use crate::going_on::{advance, hold};
use crate::stories;

/// Stories in whose midst a document comes.
const USED: [&str; 4] =
    ["night_owl", "home_team_first", "mobius_across_a_night", "transfer_accepted"];
/// Time goes on for so many timers afterwards.
const MOST_TIMERS: usize = 6;

/// Reads a document, checks it, and brings a new router and one that is at work to it, and that one back.
///
/// The first byte says what the others are: TOML where it is even, else JSON; and which router is at work.
///
/// # Panics
/// Where something does not hold.
pub fn setup(bytes: &[u8]) {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let Ok(text) = core::str::from_utf8(rest) else { return };
    let read: Option<Setup> = match kind % 2 {
        0 => toml::from_str(text).ok(),
        _ => serde_json::from_str(text).ok(),
    };
    let Some(setup) = read else { return };
    both_forms_hold_the_same(&setup);
    let mut new = Router::new(Config::default(), Timestamp::default());
    let fits = bring(&mut new, &setup);
    assert_eq!(
        fits,
        setup.check(&Config::default()).faults.is_empty(),
        "a new router has no chats"
    );
    let mut used = routers()[usize::from(kind / 2) % USED.len()].clone();
    let before = used.setup();
    if bring(&mut used, &setup) {
        for _ in 0..MOST_TIMERS {
            let Some(deadline) = used.deadline() else { break };
            advance(&mut used, deadline.at);
        }
        // Chats that came on queues which are new are the only reason not to go back.
        bring(&mut used, &before);
    }
}

/// Brings a router to a document. Gives whether it could be; else nothing changed.
fn bring(router: &mut Router, setup: &Setup) -> bool {
    let before = router.clone();
    let done = router.apply_setup(setup);
    match &done {
        Ok(_) => {
            assert_eq!(router.plan(setup).map_err(|_| ()), Ok(vec![]), "there is more to do");
            let of = router.setup();
            assert_eq!(router.plan(&of).map_err(|_| ()), Ok(vec![]), "what is there is not there");
        }
        Err(report) => {
            assert!(!report.faults.is_empty(), "refused for nothing");
            assert!(*router == before, "refused, and yet something changed");
        }
    }
    hold(router, setup);
    done.is_ok()
}

fn both_forms_hold_the_same(setup: &Setup) {
    let json = serde_json::to_string(setup).expect("a document is JSON");
    assert_eq!(serde_json::from_str::<Setup>(&json).expect("it is read again"), *setup);
    // Not every number of JSON is one of TOML.
    if let Ok(toml) = toml::to_string(setup) {
        assert_eq!(toml::from_str::<Setup>(&toml).expect("it is read again"), *setup);
    }
}

fn routers() -> &'static [Router] {
    static ROUTERS: OnceLock<Vec<Router>> = OnceLock::new();
    ROUTERS
        .get_or_init(|| stories::named(&USED).iter().map(stories::Story::router_halfway).collect())
}
