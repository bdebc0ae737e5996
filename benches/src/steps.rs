//! One function for each kind of step, never inlined, so that a profiler tells them apart.
//!
//! A step is what the host pays for: the command, and dropping the events of the one before.

use refdesk::{Command, Event, Router, Timestamp};

macro_rules! steps {
    ($($(#[$doc:meta])* $kind:ident $step:ident;)*) => {
        /// What kind of step it is.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum Kind {$(
            $(#[$doc])*
            $kind,
        )*}

        impl Kind {
            /// Carries a command out as a step of this kind.
            pub fn run(self, router: &mut Router, command: &Command, events: &mut Vec<Event>) {
                match self {
                    $(Self::$kind => $step(router, command, events),)*
                }
            }
        }

        $(
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
        )*
    };
}

steps! {
    /// A step that is not measured.
    SetUp set_up;
    /// A chat opens.
    Open open;
    /// Somebody who is rung takes a chat.
    Claim claim;
    /// Who answers a chat closes it.
    Close close;
    /// Somebody who is rung declines.
    Decline decline;
    /// Somebody goes away, or comes back.
    Presence presence;
    /// Somebody writes.
    Message message;
    /// Who answers a chat hands it over to a colleague.
    Transfer transfer;
}

/// Time passes.
#[inline(never)]
pub fn advance(router: &mut Router, now: Timestamp, events: &mut Vec<Event>) {
    events.clear();
    router.advance_into(now, events);
}

/// Time passes, and it is not measured.
#[inline(never)]
pub fn pass(router: &mut Router, now: Timestamp, events: &mut Vec<Event>) {
    // Keeps the compiler from making one function of both.
    std::hint::black_box("pass");
    events.clear();
    router.advance_into(now, events);
}
