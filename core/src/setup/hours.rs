//! Hours by name: where a document refers to them, and what is meant.

use alloc::format;
use alloc::string::String;

use crate::hours::{HoursOf, OwnHours};
use crate::policy::OnlyWhen;

use super::Setup;

impl Setup {
    /// All places that have hours, with their paths.
    pub(super) fn own_hours(&self) -> impl Iterator<Item = (String, &OwnHours)> {
        self.hours_of_queues().chain(self.hours_of_grants())
    }

    /// The hours of queues and of their levels, with their paths.
    fn hours_of_queues(&self) -> impl Iterator<Item = (String, &OwnHours)> {
        self.queues.iter().enumerate().flat_map(|(number, queue)| {
            let own = queue.hours.iter().map(move |own| (format!("queues[{number}].hours"), own));
            let levels = queue.policy.levels.iter().enumerate();
            let levels = levels.filter_map(move |(level, plan)| match &plan.only_when {
                OnlyWhen::Hours(own) => {
                    let path = format!("queues[{number}].policy.levels[{level}].onlyWhen");
                    Some((path, &**own))
                }
                OnlyWhen::Open | OnlyWhen::Closed | OnlyWhen::Always => None,
            });
            own.chain(levels)
        })
    }

    /// The hours of grants, with their paths.
    fn hours_of_grants(&self) -> impl Iterator<Item = (String, &OwnHours)> {
        self.partnerships.iter().enumerate().flat_map(|(number, partnership)| {
            partnership.sides.iter().enumerate().flat_map(move |(side, of)| {
                let gives = of.gives.iter().enumerate();
                gives.filter_map(move |(grant, of)| {
                    let path = format!("partnerships[{number}].sides[{side}].gives[{grant}].hours");
                    of.hours.as_ref().map(|own| (path, own))
                })
            })
        })
    }

    /// The same document with the hours themselves wherever they are only named, as commands have
    /// them.
    pub(super) fn spelled_out(&self) -> Self {
        let mut setup = self.clone();
        for queue in &mut setup.queues {
            if let Some(own) = &mut queue.hours {
                *own = self.meant(own);
            }
            for level in &mut queue.policy.levels {
                if let OnlyWhen::Hours(own) = &mut level.only_when {
                    **own = self.meant(own);
                }
            }
        }
        let sides = setup.partnerships.iter_mut().flat_map(|partnership| &mut partnership.sides);
        for own in sides.flat_map(|side| &mut side.gives).filter_map(|grant| grant.hours.as_mut()) {
            *own = self.meant(own);
        }
        setup
    }

    /// The hours that are meant, with the lists of holidays that they name.
    pub(super) fn meant(&self, own: &OwnHours) -> OwnHours {
        let hours = match &own.hours {
            HoursOf::Named(name) => self.hours.get(name).cloned().map(HoursOf::Here),
            HoursOf::Here(_) => None,
        };
        let hours = hours.unwrap_or_else(|| own.hours.clone());
        let mut holidays = own.holidays.clone();
        for name in holidays_of(&hours) {
            if let Some(list) = self.holidays.get(name).filter(|_| !holidays.contains_key(name)) {
                holidays.insert(name.clone(), list.clone());
            }
        }
        OwnHours { hours, holidays }
    }
}

/// The lists of holidays that hours name.
pub(super) fn holidays_of(hours: &HoursOf) -> impl Iterator<Item = &String> {
    let hours = match hours {
        HoursOf::Here(hours) => Some(hours),
        HoursOf::Named(_) => None,
    };
    let exceptions = hours.into_iter().flat_map(|hours| &hours.exceptions);
    exceptions.flat_map(|exception| &exception.holidays)
}
