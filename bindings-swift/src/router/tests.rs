//! What stopped in the middle of a step answers nothing more.

use std::panic::{AssertUnwindSafe, catch_unwind};

use refdesk as core;

use core::Command;
use core::wire::Wire;

use super::{Router, STOPPED};
use crate::documents::{STOPPED as TALLY_STOPPED, Tally};

/// What a call says where it panics; nothing where it answers.
fn panic_of(call: impl FnOnce()) -> Option<String> {
    let thrown = catch_unwind(AssertUnwindSafe(call)).err()?;
    thrown.downcast::<String>().ok().map(|said| *said)
}

fn router() -> Router {
    Router::new(&[], 0, &[]).expect("what is left out has its default")
}

#[test]
fn a_router_that_stopped_answers_nothing_more() {
    let router = router();
    assert_eq!(panic_of(|| drop(router.digest())), None);
    let step = || {
        let _in_a_step = router.lock();
        panic!("{}", "a bug");
    };
    assert_eq!(panic_of(step).as_deref(), Some("a bug"));
    let setup = core::Router::new(core::Config::default(), core::Timestamp::default()).setup();
    let list = Vec::<Command>::new().to_bytes();
    let calls: [(&str, &dyn Fn()); 9] = [
        ("apply", &|| drop(router.apply(&[0, 0, 4, b'a', b'm', b'e', b's']))),
        ("apply_all", &|| drop(router.apply_all(&[0]))),
        ("apply_bytes", &|| drop(router.apply_bytes(&list))),
        ("advance", &|| drop(router.advance(1))),
        ("deadline", &|| drop(router.deadline())),
        ("view_chat", &|| drop(router.view_chat("c1"))),
        ("apply_setup", &|| drop(router.apply_setup(&setup.to_json()))),
        ("snapshot", &|| drop(router.snapshot())),
        ("copy", &|| drop(router.copy())),
    ];
    for (name, call) in calls {
        assert_eq!(panic_of(call).as_deref(), Some(STOPPED), "{name}");
    }
}

#[test]
fn a_tally_that_stopped_answers_nothing_more() {
    let tally = Tally::new("UTC").expect("there is such a zone");
    let step = || {
        let _in_an_event = tally.lock();
        panic!("{}", "a bug");
    };
    assert_eq!(panic_of(step).as_deref(), Some("a bug"));
    let events = Vec::<core::Event>::new().to_bytes();
    let calls: [(&str, &dyn Fn()); 3] = [
        ("hear", &|| drop(tally.hear(&events))),
        ("works_at_of", &|| tally.works_at_of(&router())),
        ("report", &|| drop(tally.report(0))),
    ];
    for (name, call) in calls {
        assert_eq!(panic_of(call).as_deref(), Some(TALLY_STOPPED), "{name}");
    }
}
