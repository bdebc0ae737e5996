//! One function for each kind of step, never inlined, so that a profiler tells them apart.
//!
//! A step is what the host pays for: the command, and dropping the events of the one before.

use refdesk::{Command, Event, Router, Timestamp};

/// How a command is carried out.
pub type Step = fn(&mut Router, &Command, &mut Vec<Event>);

macro_rules! steps {
    ($($(#[$doc:meta])* $step:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Panics
        /// Where the router refuses the command: the workloads are sound.
        #[inline(never)]
        pub fn $step(router: &mut Router, command: &Command, events: &mut Vec<Event>) {
            // Keeps the compiler from making one function of them all.
            std::hint::black_box(stringify!($step));
            events.clear();
            router.apply_into(command, events).expect("the workload is sound");
        }
    )*};
}

steps! {
    /// A step that is not measured.
    set_up;
    /// A chat opens.
    open;
    /// Somebody who is rung takes a chat.
    claim;
    /// Who answers a chat closes it.
    close;
    /// Somebody who is rung declines.
    decline;
    /// Somebody goes away, or comes back.
    presence;
    /// Somebody writes.
    message;
    /// Who answers a chat hands it over to a colleague.
    transfer;
}

/// Time passes.
#[inline(never)]
pub fn advance(router: &mut Router, now: Timestamp, events: &mut Vec<Event>) {
    events.clear();
    router.advance_into(now, events);
}
