//! A way to a moment as a story, as the files of `scenarios/` tell them.

use refdesk::testing::Story;

use crate::desk::Desk;
use crate::moment::{Moment, Next};

/// What happened on the way, and what is wrong at its end.
pub(crate) fn tell(desk: &Desk, way: &[Next], wrong: &str) -> String {
    let mut moment = Moment::first(desk);
    let mut story = Story::new(desk.config.clone(), desk.given.clone());
    for &next in way {
        let step = moment.step(desk, next).expect("the way was gone before");
        let (after, events) = moment.after(desk, next).expect("the way was gone before");
        story.goes_on(&after.router, step.command.as_ref(), None, events);
        moment = after;
    }
    story.told(wrong)
}
