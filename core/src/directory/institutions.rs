//! Institutions and groups.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::authority::Concerns;
use crate::command::{Actor, AddInstitution, RemoveGroup, RemoveInstitution, SetGroup};
use crate::directory::{Group, GroupKey, Institution, InstitutionKey, OperatorKey, Serial};
use crate::pool::PoolOf;
use crate::rank::Seat;
use crate::refusal::{Limited, Refusal, Use};
use crate::router::Router;

impl Router {
    pub(crate) fn add_institution(
        &mut self,
        by: &Actor,
        action: &AddInstitution,
    ) -> Result<(), Refusal> {
        self.permit::<AddInstitution>(by, Concerns::default())?;
        let institution = &action.institution;
        if self.institutions.find(institution).is_some() {
            return Err(Refusal::InstitutionExists { institution: institution.clone() });
        }
        let limit = self.config.limits.institutions;
        at_most(self.institutions.len(), limit, Limited::Institutions)?;

        let serial = self.next_registration();
        self.institutions.insert(Institution::new(institution.clone(), serial));
        Ok(())
    }

    pub(crate) fn remove_institution(
        &mut self,
        by: &Actor,
        action: &RemoveInstitution,
    ) -> Result<(), Refusal> {
        let key = self.institution(&action.institution)?;
        self.permit::<RemoveInstitution>(by, Concerns::institution(key))?;
        let institution = &self.institutions[key];
        let partners = self.partnerships_of(key).next().is_some();
        let uses = [
            (institution.operators > 0, Use::Operators),
            (!institution.queues.is_empty(), Use::Queues),
            (institution.groups > 0, Use::Groups),
            (partners, Use::Partnerships),
        ];
        if let Some(&(_, by)) = uses.iter().find(|used| used.0) {
            return Err(Refusal::InUse { by });
        }

        let serial = institution.serial;
        self.drop_listing(serial, action.institution.clone());
        self.institutions.remove(key);
        Ok(())
    }

    pub(crate) fn set_group(&mut self, by: &Actor, action: &SetGroup) -> Result<(), Refusal> {
        let institution = self.institution(&action.institution)?;
        let members = self.operators_of(institution, &action.operators)?;
        let existing = self.groups.find(&action.group);
        if existing.is_some_and(|group| self.groups[group].institution != institution) {
            let institution = action.institution.clone();
            return Err(Refusal::WrongInstitution { institution });
        }
        self.permit::<SetGroup>(by, Concerns::institution(institution))?;
        let limits = &self.config.limits;
        let most = limits.operators_named;
        no_more_than(members.len(), most, Limited::OperatorsNamed)?;
        if existing.is_none() {
            at_most(self.groups.len(), limits.groups, Limited::Groups)?;
        }
        for &operator in &members {
            if !existing.is_some_and(|group| self.operators[operator].groups.contains(&group)) {
                self.room_for_memberships(operator, 1)?;
            }
        }

        let group = existing.unwrap_or_else(|| self.new_group(action, institution));
        self.change_members(group, &members);
        Ok(())
    }

    fn new_group(&mut self, action: &SetGroup, institution: InstitutionKey) -> GroupKey {
        let pool = self.new_pool(PoolOf::Group);
        let group = self.groups.insert(Group { id: action.group.clone(), institution, pool });
        self.institutions[institution].groups += 1;
        group
    }

    fn change_members(&mut self, group: GroupKey, members: &[OperatorKey]) {
        let pool = self.groups[group].pool;
        let before: Vec<OperatorKey> = self.members(pool).collect();
        let after: BTreeSet<OperatorKey> = members.iter().copied().collect();
        for operator in before {
            if !after.contains(&operator) {
                self.operators[operator].groups.retain(|&of| of != group);
                self.leave_pool(pool, operator);
            }
        }
        for (rank, &operator) in members.iter().enumerate() {
            if !self.operators[operator].groups.contains(&group) {
                self.operators[operator].groups.push(group);
            }
            // Where somebody is named twice, the later place counts.
            self.join_pool(pool, operator, Seat::in_list(rank));
        }
    }

    pub(crate) fn remove_group(&mut self, by: &Actor, action: &RemoveGroup) -> Result<(), Refusal> {
        let key = self.group(&action.group)?;
        let Group { institution, pool, .. } = self.groups[key];
        self.permit::<RemoveGroup>(by, Concerns::institution(institution))?;
        if !self.pools[pool].named_by.is_empty() {
            return Err(Refusal::InUse { by: Use::Policy });
        }

        self.change_members(key, &[]);
        self.pools.remove(pool);
        self.groups.remove(key);
        self.institutions[institution].groups -= 1;
        Ok(())
    }

    /// The operators of these ids, if all are of the institution.
    pub(crate) fn operators_of(
        &self,
        institution: InstitutionKey,
        ids: &[crate::id::OperatorId],
    ) -> Result<Vec<OperatorKey>, Refusal> {
        let mut operators = Vec::new();
        for id in ids {
            let operator = self.operator(id)?;
            if self.operators[operator].institution != institution {
                let institution = self.institutions[institution].id.clone();
                return Err(Refusal::WrongInstitution { institution });
            }
            operators.push(operator);
        }
        Ok(operators)
    }

    /// Every queue, group and level that names an operator is work at each change of theirs.
    pub(crate) fn room_for_memberships(
        &self,
        operator: OperatorKey,
        more: u32,
    ) -> Result<(), Refusal> {
        let operator = &self.operators[operator];
        let count = operator.assignments.len() + operator.groups.len() + operator.named.len();
        let most = self.config.limits.memberships_per_operator;
        no_more_than(count + more as usize, most, Limited::Memberships)
    }

    pub(crate) fn next_registration(&mut self) -> Serial {
        let serial = self.counters.registrations;
        self.counters.registrations += 1;
        serial
    }
}

/// Refuses one more where there are `count` already and `limit` are allowed.
pub(crate) fn at_most(count: usize, limit: u32, what: Limited) -> Result<(), Refusal> {
    if count < limit as usize { Ok(()) } else { Err(Refusal::LimitReached { what, limit }) }
}

/// Refuses `count` where only `limit` are allowed.
pub(crate) fn no_more_than(count: usize, limit: u32, what: Limited) -> Result<(), Refusal> {
    if count <= limit as usize { Ok(()) } else { Err(Refusal::LimitReached { what, limit }) }
}
