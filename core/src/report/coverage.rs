//! When an institution had somebody there.

use alloc::collections::BTreeMap;

use crate::event::{EventKind, Presence};
use crate::hours::clock::{Clock, HOURS};
use crate::id::{InstitutionId, OperatorId};
use crate::time::{Span, Timestamp};

/// Who is on duty: seen as `chat` or `available`, and not paused.
#[derive(Clone, Debug, Default)]
pub(super) struct Coverage {
    staff: BTreeMap<OperatorId, Duty>,
    institutions: BTreeMap<InstitutionId, Covered>,
}

#[derive(Clone, Debug, Default)]
struct Duty {
    /// Where they work, as far as that was told.
    institution: Option<InstitutionId>,
    available: bool,
    paused: bool,
    since: Option<Timestamp>,
    so_far: Span,
}

/// When an institution had somebody on duty.
#[derive(Clone, Debug, Default)]
pub(super) struct Covered {
    on_duty: u32,
    since: Option<Timestamp>,
    by_hour: [Span; HOURS],
    /// For how long those were on duty, all together, who are not any more.
    together: Span,
}

impl Coverage {
    /// Hears where an operator works, from `at` on.
    pub(super) fn works_at(
        &mut self,
        operator: OperatorId,
        institution: InstitutionId,
        clock: &Clock,
        at: Timestamp,
    ) {
        self.change(operator, clock, at, |duty| duty.institution = Some(institution));
    }

    /// Hears of an operator who is new, or is added again under the id of one who was removed: nobody
    /// has paused them yet.
    pub(super) fn is_added(
        &mut self,
        operator: OperatorId,
        institution: InstitutionId,
        clock: &Clock,
        at: Timestamp,
    ) {
        self.change(operator, clock, at, |duty| {
            (duty.institution, duty.paused) = (Some(institution), false);
        });
    }

    pub(super) fn institution(&self, operator: &OperatorId) -> Option<&InstitutionId> {
        self.staff.get(operator)?.institution.as_ref()
    }

    /// Hears of an event that may begin or end somebody's duty.
    #[allow(clippy::wildcard_enum_match_arm, reason = "all others change nobody's duty")]
    pub(super) fn hear(&mut self, event: &EventKind, clock: &Clock, at: Timestamp) {
        match event {
            EventKind::PresenceChanged { operator, presence, .. } => {
                let available = matches!(presence, Presence::Chat | Presence::Available);
                self.change(operator.clone(), clock, at, |duty| duty.available = available);
            }
            EventKind::OperatorPaused { operator, .. } => {
                self.change(operator.clone(), clock, at, |duty| duty.paused = true);
            }
            EventKind::OperatorUnpaused { operator, .. } => {
                self.change(operator.clone(), clock, at, |duty| duty.paused = false);
            }
            _ => {}
        }
    }

    fn change(
        &mut self,
        operator: OperatorId,
        clock: &Clock,
        at: Timestamp,
        change: impl FnOnce(&mut Duty),
    ) {
        let duty = self.staff.entry(operator).or_default();
        if let Some(since) = duty.since.take() {
            duty.so_far = sum(duty.so_far, at.since(since));
            if let Some(covered) =
                duty.institution.as_ref().and_then(|i| self.institutions.get_mut(i))
            {
                covered.goes(clock, at, at.since(since));
            }
        }
        change(duty);
        if duty.available && !duty.paused {
            duty.since = Some(at);
            if let Some(institution) = &duty.institution {
                self.institutions.entry(institution.clone()).or_default().comes(at);
            }
        }
    }

    /// For how long each operator was on duty until `at`.
    pub(super) fn on_duty(&self, at: Timestamp) -> impl Iterator<Item = (&OperatorId, Span)> {
        self.staff.iter().map(move |(operator, duty)| {
            let lately = duty.since.map_or(Span::ZERO, |since| at.since(since));
            (operator, sum(duty.so_far, lately))
        })
    }

    /// For how long the operators of each institution were on duty until `at`, all together: each for
    /// the one where they worked then.
    pub(super) fn together(&self, at: Timestamp) -> BTreeMap<&InstitutionId, Span> {
        let so_far = self.institutions.iter().map(|(id, covered)| (id, covered.together));
        let mut together: BTreeMap<_, _> = so_far.collect();
        for duty in self.staff.values() {
            if let (Some(institution), Some(since)) = (&duty.institution, duty.since) {
                let span = together.entry(institution).or_default();
                *span = sum(*span, at.since(since));
            }
        }
        together
    }

    /// For how long each institution had somebody on duty until `at`, by the hour.
    pub(super) fn covered(
        &self,
        clock: &Clock,
        at: Timestamp,
    ) -> impl Iterator<Item = (&InstitutionId, [Span; HOURS])> {
        self.institutions.iter().map(move |(institution, covered)| {
            let mut covered = covered.clone();
            covered.pass(clock, at);
            (institution, covered.by_hour)
        })
    }
}

impl Covered {
    fn comes(&mut self, at: Timestamp) {
        self.on_duty += 1;
        self.since.get_or_insert(at);
    }

    fn goes(&mut self, clock: &Clock, at: Timestamp, after: Span) {
        self.on_duty -= 1;
        self.together = sum(self.together, after);
        if self.on_duty == 0 {
            self.pass(clock, at);
        }
    }

    fn pass(&mut self, clock: &Clock, at: Timestamp) {
        let Some(since) = self.since.take() else {
            return;
        };
        for (covered, more) in self.by_hour.iter_mut().zip(clock.hours(since, at)) {
            *covered = sum(*covered, more);
        }
    }
}

pub(super) fn sum(one: Span, other: Span) -> Span {
    Span::from_millis(one.as_millis().saturating_add(other.as_millis()))
}
