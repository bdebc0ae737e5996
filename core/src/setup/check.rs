//! Checking a document as a whole: one table of rules, and what they have in common.

mod directory;
mod hours;
mod outcomes;
mod partnerships;
mod policies;

use core::fmt::Display;

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::ToString;

use crate::config::Config;
use crate::finding::{Finding, meant};
use crate::hours::Zones;
use crate::id::{GroupId, InstitutionId, OperatorId, QueueId};
use crate::refusal::{Limited, Measured};

use super::names::Names;
use super::{
    Group, Institution, Kind, Operator, Queue, Setup, SetupFault, SetupOddity, SetupReport,
};

/// Every rule, in the order in which what they find is told.
const RULES: &[fn(&Document, &mut Findings)] = &[
    directory::there_are_not_too_many,
    directory::names_are_borne_once,
    directory::institutions,
    directory::operators,
    directory::groups,
    hours::holidays,
    hours::hours,
    directory::queues,
    directory::memberships,
    policies::each_can_work,
    policies::names_are_borne,
    outcomes::queues_are_borne,
    outcomes::texts_are_short,
    hours::own_hours,
    hours::levels_are_active,
    policies::levels_name_somebody,
    policies::levels_add_somebody,
    policies::somebody_has_the_skills,
    directory::supervisors,
    partnerships::two_institutions,
    partnerships::grants,
];

impl Setup {
    /// All that is wrong with the document, and all that is odd about it, for a router with this
    /// configuration.
    #[must_use]
    pub fn check(&self, config: &Config) -> SetupReport {
        let document = Document { setup: self, names: Names::of(self), config };
        let mut findings = Findings::default();
        for rule in RULES {
            rule(&document, &mut findings);
        }
        findings.report
    }
}

/// What the rules look at.
struct Document<'s> {
    setup: &'s Setup,
    names: Names<'s>,
    config: &'s Config,
}

/// How many times a name that nobody bears is compared with those that somebody does: all of them,
/// each time.
const MOST_GUESSES: u8 = 32;

/// What they find.
#[derive(Default)]
struct Findings {
    report: SetupReport,
    guesses: u8,
    /// The time zones that hours have named so far.
    zones: Zones,
}

impl Findings {
    fn fault(&mut self, path: impl Display, what: SetupFault) {
        self.report.faults.push(Finding { path: path.to_string(), what });
    }

    fn oddity(&mut self, path: impl Display, what: SetupOddity) {
        self.report.oddities.push(Finding { path: path.to_string(), what });
    }

    fn no_more_than(&mut self, path: impl Display, count: usize, limit: u32, what: Limited) {
        if count > limit as usize {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            self.fault(path, SetupFault::TooMany { what, count, limit });
        }
    }

    fn no_longer_than(&mut self, path: impl Display, bytes: usize, limit: u32, what: Measured) {
        if bytes > limit as usize {
            let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
            self.fault(path, SetupFault::TooLong { what, bytes, limit });
        }
    }

    fn institution<'s>(
        &mut self,
        path: impl Display,
        document: &Document<'s>,
        id: &InstitutionId,
    ) -> Option<&'s Institution> {
        self.find(path, Kind::Institution, id, &document.names.institutions)
    }

    fn operator<'s>(
        &mut self,
        path: impl Display,
        document: &Document<'s>,
        id: &OperatorId,
    ) -> Option<&'s Operator> {
        self.find(path, Kind::Operator, id, &document.names.operators)
    }

    fn group<'s>(
        &mut self,
        path: impl Display,
        document: &Document<'s>,
        id: &GroupId,
    ) -> Option<&'s Group> {
        self.find(path, Kind::Group, id, &document.names.groups)
    }

    fn queue<'s>(
        &mut self,
        path: impl Display,
        document: &Document<'s>,
        id: &QueueId,
    ) -> Option<&'s Queue> {
        self.find(path, Kind::Queue, id, &document.names.queues)
    }

    /// What bears the name, or a fault.
    fn find<'s, K: AsRef<str> + Ord, T>(
        &mut self,
        path: impl Display,
        kind: Kind,
        name: &K,
        among: &BTreeMap<&'s K, &'s T>,
    ) -> Option<&'s T> {
        if let Some(found) = among.get(name) {
            return Some(*found);
        }
        let name = name.as_ref();
        let guess = self.guesses < MOST_GUESSES;
        self.guesses += u8::from(guess);
        let near = guess.then(|| meant(name, among.keys().map(|other| (*other).as_ref())));
        let meant = near.flatten().map(ToOwned::to_owned);
        self.fault(path, SetupFault::UnknownName { kind, name: name.to_owned(), meant });
        None
    }

    /// A fault where what bears a name is of another institution than it has to be.
    fn must_be_of(
        &mut self,
        path: impl Display,
        (kind, name): (Kind, &str),
        of: &InstitutionId,
        institution: &InstitutionId,
    ) {
        if of != institution {
            let (of, institution) = (of.clone(), institution.clone());
            let name = name.to_owned();
            self.fault(path, SetupFault::WrongInstitution { kind, name, of, institution });
        }
    }

    /// A fault where operators of an institution may not answer the chats of a queue. What is not in
    /// the document is told elsewhere.
    fn must_be_granted(
        &mut self,
        path: impl Display,
        document: &Document,
        queue: &Queue,
        guest: &InstitutionId,
    ) {
        let Names { institutions, .. } = &document.names;
        let known = [&queue.institution, guest].iter().all(|id| institutions.contains_key(id));
        if known && !document.names.may_staff(queue, guest) {
            let (from, to) = (queue.institution.clone(), guest.clone());
            self.fault(path, SetupFault::NoGrant { from, to, queue: queue.id.clone() });
        }
    }
}
