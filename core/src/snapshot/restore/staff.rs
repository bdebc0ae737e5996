//! Institutions, operators, groups, contacts, and what is agreed between them.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use super::{Done, Restoring, at, ensure, register};
use crate::colleague::{Contact, PartyKey};
use crate::directory::{Assignment, Group, Institution, Operator, OperatorKey, Session};
use crate::partnership::Listing;
use crate::pool::PoolOf;
use crate::rank::Seat;
use crate::snapshot::v1;

impl Restoring<'_> {
    pub(super) fn institution(&mut self, kept: &v1::Institution) -> Done {
        let mut institution = Institution::new(kept.id.clone(), kept.serial);
        institution.sees_listings = kept.sees_listings;
        institution.foreign_buddies = kept.foreign_buddies;
        let key = register(&mut self.router.institutions, institution)?;
        self.institutions.push(key);
        Ok(())
    }

    pub(super) fn operator(&mut self, kept: &v1::Operator) -> Done {
        let institution = self.institution_at(kept.institution)?;
        let mut operator = Operator::new(kept.id.clone(), kept.serial, institution, kept.capacity);
        operator.skills.clone_from(&kept.skills);
        operator.sessions_opened = kept.sessions_opened;
        operator.seen = kept.seen;
        operator.pause.clone_from(&kept.pause);
        operator.leaving = kept.leaving;
        operator.dearest = kept.dearest.max(1);
        operator.missed = kept.missed;
        operator.idle_turn = kept.idle_turn;
        operator.offered_turn = kept.offered_turn;
        operator.sessions = kept
            .sessions
            .iter()
            .map(|session| Session {
                id: session.id.clone(),
                serial: session.serial,
                show: session.show,
                priority: session.priority,
                ends: None,
            })
            .collect();
        let serials: BTreeSet<u32> = kept.sessions.iter().map(|session| session.serial).collect();
        let ids: BTreeSet<_> = kept.sessions.iter().map(|session| &session.id).collect();
        let apart = serials.len() == kept.sessions.len() && ids.len() == kept.sessions.len();
        ensure(apart, || format!("`{}` has a session twice", kept.id))?;
        let key = register(&mut self.router.operators, operator)?;
        self.router.institutions[institution].operators += 1;
        self.operators.push(key);
        Ok(())
    }

    pub(super) fn group(&mut self, kept: &v1::Group) -> Done {
        let institution = self.institution_at(kept.institution)?;
        let pool = self.router.new_pool(PoolOf::Group);
        let group = Group { id: kept.id.clone(), institution, pool };
        let key = register(&mut self.router.groups, group)?;
        self.router.institutions[institution].groups += 1;
        self.groups.push(key);
        Ok(())
    }

    pub(super) fn contact(&mut self, kept: &v1::Contact) -> Done {
        let (id, serial, presence) = (kept.id.clone(), kept.serial, kept.presence);
        let contact = Contact { id, serial, presence, roster: None };
        let key = register(&mut self.router.contacts, contact)?;
        self.contacts.push(PartyKey::Contact(key));
        Ok(())
    }

    /// Who is in which group, assigned to which queue, and supervisor of what.
    pub(super) fn members(&mut self) -> Done {
        let state = self.state;
        for (no, group) in (0..).zip(&state.groups) {
            let key = self.group_at(no)?;
            let pool = self.router.groups[key].pool;
            for member in &group.members {
                let operator = self.operator_at(member.operator)?;
                let place = self.router.member_key(operator);
                let new = !self.router.pools[pool].members.contains_key(&place);
                ensure(new, || format!("`{}` has a member twice", group.id))?;
                self.router.operators[operator].groups.push(key);
                let seat = Seat { rank: member.rank, weight: 1 };
                self.router.join_pool(pool, operator, seat);
            }
        }
        for (no, operator) in (0..).zip(&state.operators) {
            let key = self.operator_at(no)?;
            for assigned in &operator.assignments {
                self.assignment(key, assigned)?;
            }
            let over_queues = operator.over_queues.iter().map(|&no| self.queue_at(no));
            let over_groups = operator.over_groups.iter().map(|&no| self.group_at(no));
            let over_queues = over_queues.collect::<Done<Vec<_>>>()?;
            let over_groups = over_groups.collect::<Done<Vec<_>>>()?;
            let operator = &mut self.router.operators[key];
            (operator.over_queues, operator.over_groups) = (over_queues, over_groups);
        }
        Ok(())
    }

    fn assignment(&mut self, key: OperatorKey, kept: &v1::Assignment) -> Done {
        let queue = self.queue_at(kept.queue)?;
        let router = &mut self.router;
        let (serial, pool) = (router.queues[queue].serial, router.queues[queue].pool);
        let seat = Seat { rank: kept.rank, weight: kept.weight.max(1) };
        let (enabled, limit) = (kept.enabled, kept.limit);
        let operator = &mut router.operators[key];
        operator.limited |= limit.is_some();
        let registration = operator.serial;
        let assigned = Assignment { queue, enabled, seat, limit, taken: 0 };
        let before = operator.assignments.insert(serial, assigned);
        ensure(before.is_none(), || format!("`{}` is assigned twice", router.operators[key].id))?;
        router.queues[queue].assigned.insert(registration, key);
        if enabled {
            router.join_pool(pool, key, seat);
        }
        Ok(())
    }

    /// Partnerships and listings; what grants carry is counted when the chats are there.
    pub(super) fn agreements(&mut self) -> Done {
        let state = self.state;
        for kept in &state.partnerships {
            let members =
                [self.institution_at(kept.members[0])?, self.institution_at(kept.members[1])?];
            self.router.restore_partnership(members, kept)?;
        }
        for kept in &state.listings {
            let by = self.institution_at(kept.by)?;
            self.router.restore_listing(Listing::new(by, kept.terms.clone()))?;
        }
        Ok(())
    }

    /// Buddies, and who is told of whose presence.
    pub(super) fn colleagues(&mut self) -> Done {
        let state = self.state;
        let operators = state.operators.iter().map(|operator| &operator.roster);
        let operators = self.operators.iter().map(|&key| PartyKey::Operator(key)).zip(operators);
        let queues = state.queues.iter().map(|queue| &queue.roster);
        let queues = self.queues.iter().map(|&key| PartyKey::Queue(key)).zip(queues);
        let contacts = state.contacts.iter().map(|contact| &contact.roster);
        let contacts = self.contacts.iter().copied().zip(contacts);
        let all: Vec<(PartyKey, &v1::Roster)> = operators
            .chain(queues)
            .chain(contacts)
            .filter(|(_, kept)| !kept.ties.is_empty())
            .collect();
        for &(party, kept) in &all {
            for tie in &kept.ties {
                let with = self.party_at(tie.with)?;
                let chat = tie.chat.map(|no| at(&self.chats, no, "chat")).transpose()?;
                self.router.restore_tie(party, with, tie, chat);
            }
            self.router.restore_sent(party, &kept.sent);
        }
        for &(party, _) in &all {
            self.router.restore_watchers(party);
        }
        Ok(())
    }
}
