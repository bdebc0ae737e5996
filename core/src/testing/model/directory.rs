//! Institutions, groups and queues.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::{
    Actor, AddInstitution, AddQueue, Limited, Measured, Queues, Refusal, RemoveGroup,
    RemoveInstitution, RemoveQueue, Role, SetGroup, SetPolicy, SetProfile, Source, Use, Withdrawal,
};

use super::permit::Concerns;
use super::state::{Group, Institution, Key, Place, Queue, Seat};
use super::{Due, Model};

const ADMINISTRATORS: &[Role] = &[Role::Host, Role::Institution];

/// Institutions and groups.
impl Model {
    pub(crate) fn add_institution(
        &mut self,
        by: &Actor,
        action: &AddInstitution,
    ) -> Result<(), Refusal> {
        self.permit(by, &[Role::Host], &Concerns::default())?;
        let institution = action.institution.clone();
        if self.institution(&institution).is_ok() {
            return Err(Refusal::InstitutionExists { institution });
        }
        at_most(self.institutions.len(), self.config.limits.institutions, Limited::Institutions)?;

        let key = self.next_registration();
        self.institutions.insert(
            key,
            Institution { id: institution, sees_listings: true, foreign_buddies: true },
        );
        Ok(())
    }

    pub(crate) fn remove_institution(
        &mut self,
        by: &Actor,
        action: &RemoveInstitution,
    ) -> Result<(), Refusal> {
        let key = self.institution(&action.institution)?;
        self.permit(by, &[Role::Host], &Concerns::institution(key))?;
        let has_partners = self.partnerships.iter().any(|(pair, between)| {
            (pair.0 == key || pair.1 == key)
                && (between.agreed.is_some() || between.proposals.iter().any(Option::is_some))
        });
        let uses = [
            (self.operators.values().any(|of| of.institution == key), Use::Operators),
            (self.queues.values().any(|of| of.institution == key), Use::Queues),
            (self.groups.values().any(|of| of.institution == key), Use::Groups),
            (has_partners, Use::Partnerships),
        ];
        in_use(&uses)?;

        self.drop_listing(key);
        self.institutions.remove(&key);
        self.partnerships.retain(|pair, _| pair.0 != key && pair.1 != key);
        Ok(())
    }

    pub(crate) fn set_group(&mut self, by: &Actor, action: &SetGroup) -> Result<(), Refusal> {
        let institution = self.institution(&action.institution)?;
        let mut members = Vec::new();
        for id in &action.operators {
            let operator = self.operator(id)?;
            self.must_be_of(self.institution_of(operator), institution)?;
            members.push(operator);
        }
        let existing = self.group(&action.group).ok();
        if let Some(group) = existing {
            self.must_be_of(self.groups[&group].institution, institution)?;
        }
        self.permit(by, ADMINISTRATORS, &Concerns::institution(institution))?;

        let group = existing.unwrap_or_else(|| {
            self.groups_made += 1;
            let id = action.group.clone();
            self.groups
                .insert(self.groups_made, Group { id, institution, members: BTreeMap::new() });
            self.groups_made
        });
        // Whoever goes has gone before anybody comes.
        let before = &mut self.groups.get_mut(&group).expect("it is there").members;
        before.retain(|operator, _| members.contains(operator));
        self.look();
        // Where somebody is named twice, the later place counts.
        let seats = members.into_iter().enumerate();
        let members = seats.map(|(place, operator)| (operator, Seat::in_list(place))).collect();
        self.groups.get_mut(&group).expect("it is there").members = members;
        self.withdraw_unreached(&Withdrawal::Unassigned);
        Ok(())
    }

    pub(crate) fn remove_group(&mut self, by: &Actor, action: &RemoveGroup) -> Result<(), Refusal> {
        let key = self.group(&action.group)?;
        let institution = self.groups[&key].institution;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(institution))?;
        let names =
            |source: &Source| matches!(source, Source::Group { group } if *group == action.group);
        let named = self.queues.values().any(|queue| queue.sources().any(names));
        in_use(&[(named, Use::Policy)])?;

        self.groups.remove(&key);
        for operator in self.operators.values_mut() {
            operator.over_groups.retain(|&over| over != key);
        }
        Ok(())
    }

    pub(crate) fn must_be_of(&self, found: Key, institution: Key) -> Result<(), Refusal> {
        if found == institution {
            return Ok(());
        }
        Err(Refusal::WrongInstitution { institution: self.institutions[&institution].id.clone() })
    }

    pub(crate) fn next_registration(&mut self) -> Key {
        self.registrations += 1;
        self.registrations - 1
    }
}

/// Queues.
impl Model {
    pub(crate) fn add_queue(&mut self, by: &Actor, action: &AddQueue) -> Result<(), Refusal> {
        let institution = self.institution(&action.institution)?;
        self.check_policy(&action.queue, &action.policy)?;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(institution))?;
        if self.queue(&action.queue).is_ok() {
            return Err(Refusal::QueueExists { queue: action.queue.clone() });
        }
        at_most(self.queues.len(), self.config.limits.queues, Limited::Queues)?;

        let key = self.next_registration();
        let queue = Queue {
            id: action.queue.clone(),
            institution,
            policy: action.policy.clone(),
            profile: None,
            version: 0,
            levels: Vec::new(),
            openness: None,
            asked: false,
            told: None,
        };
        self.queues.insert(key, queue);
        self.begin_policy(key);
        Ok(())
    }

    pub(crate) fn set_policy(&mut self, by: &Actor, action: &SetPolicy) -> Result<(), Refusal> {
        let queue = self.queue(&action.queue)?;
        self.check_policy(&action.queue, &action.policy)?;
        let institution = self.queues[&queue].institution;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(institution))?;

        let mut chats = Vec::new();
        for chat in self.ringing_in(queue) {
            chats.push((chat, self.entry_of(chat)));
            self.stop_ringing(chat);
            self.withdraw_all(chat, &Withdrawal::PolicyChanged);
        }
        self.end_policy(queue);
        self.the_queue(queue).policy = action.policy.clone();
        self.begin_policy(queue);
        for (chat, entry) in chats {
            self.begin_ringing(chat, queue, entry);
        }
        Ok(())
    }

    pub(crate) fn set_profile(&mut self, by: &Actor, action: &SetProfile) -> Result<(), Refusal> {
        self.check_text(action.profile.as_ref(), Measured::Profile)?;
        let queue = self.queue(&action.queue)?;
        let institution = self.queues[&queue].institution;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(institution))?;

        self.the_queue(queue).profile.clone_from(&action.profile);
        Ok(())
    }

    /// The chats that ring in a queue, in the order of their places.
    pub(crate) fn ringing_in(&self, queue: Key) -> Vec<Place> {
        let rings = |place: &Place| {
            self.chats[place].ringing.as_ref().is_some_and(|ringing| ringing.queue == queue)
        };
        self.chats.keys().copied().filter(rings).collect()
    }

    fn end_policy(&mut self, queue: Key) {
        for level in 0..self.queues[&queue].levels.len() {
            self.cancel(Due::LevelHours(queue, u8::try_from(level).expect("there are few")));
        }
        self.passed_over.retain(|told, _| told.0 != queue);
        self.forget_segments_of(queue);
        self.the_queue(queue).levels.clear();
    }

    pub(crate) fn remove_queue(&mut self, by: &Actor, action: &RemoveQueue) -> Result<(), Refusal> {
        let key = self.queue(&action.queue)?;
        let institution = self.queues[&key].institution;
        self.permit(by, ADMINISTRATORS, &Concerns::institution(institution))?;
        let transfers_here = |chat: &super::state::Chat| {
            chat.transfer.as_ref().is_some_and(|of| of.to == super::state::To::Queue(key))
        };
        let has_chats = self
            .chats
            .values()
            .any(|chat| chat.origin == key || chat.queue == key || transfers_here(chat));
        let names =
            |source: &Source| matches!(source, Source::Queue { queue } if *queue == action.queue);
        let named = self
            .queues
            .values()
            .any(|queue| queue.sources().any(names) || queue.targets().contains(&&action.queue));
        let granted = self.is_granted(institution, &action.queue);
        in_use(&[(has_chats, Use::Chats), (named, Use::Policy), (granted, Use::Partnerships)])?;

        self.leave_colleagues(key);
        self.end_policy(key);
        self.end_hours(key);
        self.queues.remove(&key);
        for operator in self.operators.values_mut() {
            operator.assignments.remove(&key);
        }
        self.withdraw_unreached(&Withdrawal::Unassigned);
        Ok(())
    }

    /// Whether a partnership, a proposal or a listing names a queue of its giver.
    fn is_granted(&self, giver: Key, queue: &crate::QueueId) -> bool {
        let mut grants = Vec::new();
        for (pair, between) in &self.partnerships {
            if pair.0 != giver && pair.1 != giver {
                continue;
            }
            let agreed = between.agreed.iter().flat_map(|agreed| agreed.gives.iter().flatten());
            grants.extend(agreed.map(|live| &live.grant));
            for (_, terms) in between.proposals.iter().flatten() {
                grants.extend(terms.gives.iter().chain(&terms.asks));
            }
        }
        grants.extend(self.listings.get(&giver).iter().flat_map(|terms| &terms.gives));
        grants.iter().any(|grant| match &grant.queues {
            Queues::All => false,
            Queues::Only { queues } => queues.contains(queue),
        })
    }
}

impl Queue {
    fn sources(&self) -> impl Iterator<Item = &Source> {
        self.policy.levels.iter().flat_map(|level| &level.pool)
    }
}

impl Seat {
    pub(crate) fn in_list(place: usize) -> Self {
        Self { rank: u16::try_from(place).unwrap_or(u16::MAX), weight: 1 }
    }
}

pub(crate) fn at_most(count: usize, limit: u32, what: Limited) -> Result<(), Refusal> {
    if count < limit as usize { Ok(()) } else { Err(Refusal::LimitReached { what, limit }) }
}

pub(crate) fn no_more_than(count: usize, limit: u32, what: Limited) -> Result<(), Refusal> {
    if count <= limit as usize { Ok(()) } else { Err(Refusal::LimitReached { what, limit }) }
}

fn in_use(uses: &[(bool, Use)]) -> Result<(), Refusal> {
    match uses.iter().find(|used| used.0) {
        Some(&(_, by)) => Err(Refusal::InUse { by }),
        None => Ok(()),
    }
}
