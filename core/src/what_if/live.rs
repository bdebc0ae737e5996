//! A chat under the other setup: how far its script has come.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::recording::{Deed, Script, Stretch};
use crate::command::Action;
use crate::id::{OfferId, OperatorId, TransferId};
use crate::time::{Span, Timestamp};

/// A chat that is open.
#[derive(Debug)]
pub(super) struct Live<'r> {
    /// The number of the command in the journal that opened it.
    pub(super) opened_by: u64,
    pub(super) script: &'r Script,
    pub(super) owner: Option<OperatorId>,
    pub(super) transfer: Option<TransferId>,
    pub(super) rings: BTreeMap<OfferId, OperatorId>,
    /// How many offers each operator has had of it.
    offers: BTreeMap<OperatorId, usize>,
    course: Course,
    /// The stretches before this one are played, or passed over.
    next: usize,
    /// A conversation that was cut short after so long, to be gone on with when somebody answers again.
    cut: Option<(Played, Span)>,
    /// Goes up with each change of course: what was planned before is void. It does not begin anew with the
    /// next chat of this id.
    pub(super) turn: u64,
    /// Whether what comes next waits for a transfer that is pending.
    pub(super) held: bool,
}

/// What its people go by.
#[derive(Clone, Copy, Debug)]
enum Course {
    /// A stretch of the script.
    Script(Played),
    /// Nothing that was recorded.
    Drawn,
}

/// How far a stretch has come.
#[derive(Clone, Copy, Debug)]
struct Played {
    stretch: usize,
    /// The next deed.
    deed: usize,
    /// When it would have begun if nothing had come between.
    began: Timestamp,
}

/// What is to be planned after a change of course.
pub(super) enum Then {
    /// The script goes on.
    Script,
    /// A wait for whose end there is no script: they have not left before so long.
    Wait { beyond: Option<Span> },
    /// A conversation without a script.
    Conversation,
    /// It goes on as it was.
    AsItWas,
    /// The script knows no more of it: the patron was lost, and nobody answered them again.
    End,
}

/// What comes next of a script.
pub(super) enum Coming<'r> {
    Deed(&'r Deed),
    /// The stretch is over.
    End,
}

impl<'r> Live<'r> {
    pub(super) const fn new(opened_by: u64, script: &'r Script) -> Self {
        Self {
            opened_by,
            script,
            owner: None,
            transfer: None,
            rings: BTreeMap::new(),
            offers: BTreeMap::new(),
            course: Course::Drawn,
            next: 0,
            cut: None,
            turn: opened_by << 24,
            held: false,
        }
    }

    /// The patron begins to wait.
    pub(super) fn opens(&mut self, at: Timestamp) -> Then {
        match self.script.stretches.first() {
            Some(first) if !first.talk => self.begin(0, at),
            _ => self.improvise(Then::Wait { beyond: None }),
        }
    }

    /// The number of an offer among those that an operator has had of it, from 0 on.
    pub(super) fn count_offer(&mut self, operator: &OperatorId) -> usize {
        let offers = self.offers.entry(operator.clone()).or_default();
        *offers += 1;
        *offers - 1
    }

    /// Somebody answers from now on.
    pub(super) fn claimed(&mut self, operator: &OperatorId, at: Timestamp) -> Then {
        let talked = self.owner.replace(operator.clone()).is_some();
        if talked {
            // Handed over. Where the journal knows of no other who answered, they go on with the same.
            return match self.stretch(self.next) {
                Some(stretch) if stretch.talk => self.begin(self.next, at),
                _ => Then::AsItWas,
            };
        }
        if let Some((played, after)) = self.cut.take() {
            return self.go_on(Played { began: before(at, after), ..played });
        }
        match self.next_talk() {
            Some(place) => self.begin(place, at),
            None => self.improvise(Then::Conversation),
        }
    }

    /// Nobody answers any more.
    pub(super) fn lost(&mut self, at: Timestamp) -> Then {
        self.owner = None;
        if let Course::Script(played) = self.course {
            let stretch = &self.script.stretches[played.stretch];
            let as_recorded = played.deed == stretch.deeds.len()
                && stretch.over
                && at.since(played.began) >= stretch.length
                && self.stretch(self.next).is_some_and(|next| !next.talk);
            if as_recorded {
                return self.begin(self.next, at);
            }
            self.cut = Some((played, at.since(played.began)));
        }
        self.improvise(Then::Wait { beyond: None })
    }

    /// The stretch is over, and who answers was not lost as in the journal: they go on with what was done
    /// next, when somebody answered again.
    pub(super) fn goes_on(&mut self, at: Timestamp) -> Then {
        if self.transfer.is_some() {
            self.held = true;
            return Then::AsItWas;
        }
        match self.next_talk() {
            Some(place) => self.begin(place, at),
            None => Then::End,
        }
    }

    /// What comes next of the script, and when.
    pub(super) fn coming(&self) -> Option<(Timestamp, Coming<'r>)> {
        let Course::Script(played) = self.course else {
            return None;
        };
        let stretch = &self.script.stretches[played.stretch];
        match stretch.deeds.get(played.deed) {
            Some(deed) => Some((played.began.saturating_add(deed.after), Coming::Deed(deed))),
            None if stretch.talk && stretch.over => {
                Some((played.began.saturating_add(stretch.length), Coming::End))
            }
            None => None,
        }
    }

    /// The deed that comes next is done.
    pub(super) fn passes(&mut self) {
        if let Course::Script(played) = &mut self.course {
            played.deed += 1;
        }
    }

    /// What was still to be done while the patron waited, when it would have been: but for their leaving,
    /// since they are answered.
    pub(super) fn left_over(&self) -> Vec<(Timestamp, &'r Deed)> {
        let Course::Script(played) = self.course else {
            return Vec::new();
        };
        let stretch = &self.script.stretches[played.stretch];
        if stretch.talk {
            return Vec::new();
        }
        let deeds = stretch.deeds[played.deed..].iter();
        let deeds = deeds.filter(|deed| !matches!(deed.command.action, Action::LeaveChat(_)));
        deeds.map(|deed| (played.began.saturating_add(deed.after), deed)).collect()
    }

    fn stretch(&self, place: usize) -> Option<&'r Stretch> {
        self.script.stretches.get(place)
    }

    fn next_talk(&self) -> Option<usize> {
        (self.next..self.script.stretches.len()).find(|&place| self.script.stretches[place].talk)
    }

    fn begin(&mut self, stretch: usize, at: Timestamp) -> Then {
        self.next = stretch + 1;
        let told = &self.script.stretches[stretch];
        self.go_on(Played { stretch, deed: 0, began: at });
        let leaves = |deed: &Deed| matches!(deed.command.action, Action::LeaveChat(_));
        if told.talk || told.deeds.iter().any(leaves) {
            Then::Script
        } else {
            Then::Wait { beyond: Some(told.length) }
        }
    }

    fn go_on(&mut self, played: Played) -> Then {
        self.course = Course::Script(played);
        self.turn += 1;
        self.held = false;
        Then::Script
    }

    fn improvise(&mut self, then: Then) -> Then {
        self.course = Course::Drawn;
        self.turn += 1;
        self.held = false;
        then
    }
}

/// The instant so long before.
fn before(at: Timestamp, span: Span) -> Timestamp {
    let span = i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
    Timestamp::from_millis(at.as_millis().saturating_sub(span))
}
