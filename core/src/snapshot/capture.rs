//! From the state at work to what is kept of it.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::numbers::Numbers;
use super::v1;
use crate::chat::{Chat, OfferKind, Reservation, Ringing, To, Transfer};
use crate::colleague::{Contact, Roster};
use crate::config::Config;
use crate::directory::{Group, Operator, Queue};
use crate::lane::Lane;
use crate::reach::{Level, When};
use crate::router::Router;
use crate::segment::{Scope, Segment};
use crate::skills::Needs;

impl Router {
    pub(super) fn capture(&self) -> v1::State {
        let numbers = &Numbers::of(self);
        let pairs = self.partnerships.values();
        v1::State {
            // It is no part of the state.
            config: Config { secret: [0; 32], ..self.config.clone() },
            now: self.now,
            events: self.outbox.seq(),
            registrations: self.counters.registrations,
            arrivals: self.counters.arrivals,
            turns: self.counters.turns,
            proposals: self.counters.proposals,
            accepted: self.counters.accepted,
            institutions: numbers
                .institutions
                .keys
                .iter()
                .map(|&key| &self.institutions[key])
                .map(|institution| v1::Institution {
                    id: institution.id.clone(),
                    serial: institution.serial,
                    sees_listings: institution.sees_listings,
                    foreign_buddies: institution.foreign_buddies,
                })
                .collect(),
            operators: numbers
                .operators
                .keys
                .iter()
                .map(|&key| self.operators[key].capture(numbers))
                .collect(),
            queues: numbers
                .queues
                .keys
                .iter()
                .map(|&key| self.queues[key].capture(numbers))
                .collect(),
            groups: numbers
                .groups
                .keys
                .iter()
                .map(|&key| self.capture_group(&self.groups[key], numbers))
                .collect(),
            contacts: numbers
                .contacts
                .keys
                .iter()
                .map(|&key| self.contacts[key].capture(numbers))
                .collect(),
            partnerships: pairs.filter_map(|pair| pair.capture(numbers)).collect(),
            listings: self.listings.values().map(|listing| listing.capture(numbers)).collect(),
            chats: numbers.chats.keys.iter().map(|&key| self.chats[key].capture(numbers)).collect(),
            ended: self
                .ended
                .iter()
                .map(|ended| v1::Ended {
                    chat: ended.id.clone(),
                    answered_by: ended.answered_by.clone(),
                })
                .collect(),
            timers: self
                .timers
                .in_order()
                .into_iter()
                .map(|(at, span, due)| v1::Timer { at, span, due: numbers.due(due) })
                .collect(),
            segments: numbers
                .segments
                .iter()
                .map(|&(pool, key)| self.segments[key].capture(pool, numbers))
                .collect(),
        }
    }

    fn capture_group(&self, group: &Group, numbers: &Numbers) -> v1::Group {
        let members = self.pools[group.pool].members.values();
        let members = members.map(|member| v1::Member {
            operator: numbers.operators.at(member.operator),
            rank: member.seat.rank,
        });
        v1::Group {
            id: group.id.clone(),
            institution: numbers.institutions.at(group.institution),
            members: members.collect(),
        }
    }
}

impl Operator {
    fn capture(&self, numbers: &Numbers) -> v1::Operator {
        let assignments = self.assignments.values().map(|assigned| v1::Assignment {
            queue: numbers.queues.at(assigned.queue),
            enabled: assigned.enabled,
            rank: assigned.seat.rank,
            weight: assigned.seat.weight,
            limit: assigned.limit,
        });
        let sessions = self.sessions.iter().map(|session| v1::Session {
            id: session.id.clone(),
            serial: session.serial,
            show: session.show,
            priority: session.priority,
        });
        let offers = self.offers.iter().map(|offer| (numbers.chats.at(offer.chat), offer.id));
        v1::Operator {
            id: self.id.clone(),
            serial: self.serial,
            institution: numbers.institutions.at(self.institution),
            capacity: self.capacity,
            dearest: self.dearest,
            skills: self.skills.clone(),
            assignments: assignments.collect(),
            over_queues: numbers.queues.sorted(&self.over_queues),
            over_groups: numbers.groups.sorted(&self.over_groups),
            sessions: sessions.collect(),
            sessions_opened: self.sessions_opened,
            seen: self.seen,
            pause: self.pause.clone(),
            leaving: self.leaving,
            missed: self.missed,
            idle_turn: self.idle_turn,
            offered_turn: self.offered_turn,
            answering: self.answering.iter().map(|&chat| numbers.chats.at(chat)).collect(),
            offers: offers.collect(),
            roster: capture_roster(self.roster.as_deref(), numbers),
        }
    }
}

impl Queue {
    fn capture(&self, numbers: &Numbers) -> v1::Queue {
        let openness = self.openness.as_deref();
        let hours = openness.and_then(|openness| openness.hours.as_ref());
        let hours = hours.map(|(hours, timetable)| {
            Box::new(v1::Hours { hours: (**hours).clone(), open: timetable.open })
        });
        let (mean, chats) = self.served.parts();
        v1::Queue {
            id: self.id.clone(),
            serial: self.serial,
            institution: numbers.institutions.at(self.institution),
            policy: self.policy.clone(),
            profile: self.about.profile().cloned(),
            hours,
            by_hand: openness.and_then(|openness| openness.by_hand),
            levels: self.levels.iter().map(Level::capture).collect(),
            watched: self.watch.is_some_and(|watch| watch.is_asked()),
            served: v1::Served { mean, chats },
            roster: capture_roster(self.roster.as_deref(), numbers),
        }
    }
}

impl Level {
    fn capture(&self) -> v1::Level {
        let open = match &self.when {
            When::Hours(timetable) => Some(timetable.open),
            When::Open | When::Closed | When::Always => None,
        };
        v1::Level { open, lanes: self.lanes.iter().map(Lane::capture).collect() }
    }
}

impl Lane {
    fn capture(&self) -> v1::Lane {
        v1::Lane {
            units: self.demand.units,
            needs: list(&self.demand.needs),
            passed_over: self.passed_over,
            left: self.left(),
        }
    }
}

impl Contact {
    fn capture(&self, numbers: &Numbers) -> v1::Contact {
        v1::Contact {
            id: self.id.clone(),
            serial: self.serial,
            presence: self.presence,
            roster: capture_roster(self.roster.as_deref(), numbers),
        }
    }
}

fn capture_roster(roster: Option<&Roster>, numbers: &Numbers) -> v1::Roster {
    let Some(roster) = roster else { return v1::Roster::default() };
    let ties = roster.ties.values().map(|tie| v1::Tie {
        with: numbers.party(tie.with),
        subscription: tie.bond.subscription,
        approved: tie.bond.approved,
        blocks: tie.bond.blocks,
        chat: tie.bond.chat().and_then(|chat| numbers.chats.no(chat)),
    });
    v1::Roster { ties: ties.collect(), sent: roster.sent().cloned().collect() }
}

impl Segment {
    fn capture(&self, pool: v1::Pool, numbers: &Numbers) -> v1::Segment {
        let institution = match self.scope {
            Scope::Own => None,
            Scope::Of(serial) => numbers.registered(serial),
        };
        let merits = self.merits.iter().filter_map(|(&serial, merit)| {
            let (left, turn, turn_before) = merit.turns();
            Some(v1::Merit { operator: numbers.registered(serial)?, left, turn, turn_before })
        });
        v1::Segment {
            pool,
            rank: self.rank.into(),
            institution,
            units: self.units,
            needs: list(&self.needs),
            revived: self.revived,
            merits: merits.collect(),
        }
    }
}

fn list(needs: &Needs) -> Vec<crate::skills::Need> {
    needs.iter().cloned().collect()
}

impl Chat {
    fn capture(&self, numbers: &Numbers) -> v1::Chat {
        let (since, arrival) = self.place.parts();
        let (awaited, noticed) = self.idle.parts();
        let company = self.company.as_deref();
        let invited = company.into_iter().flat_map(|company| &company.invited);
        let present = company.into_iter().flat_map(|company| &company.present);
        let present = present.map(|present| v1::Participant {
            operator: numbers.operators.at(present.operator),
            part: present.part,
            view: present.view,
            since: present.since,
        });
        let offers = self.offers.iter().map(|offer| v1::Offer {
            id: offer.id,
            operator: numbers.operators.at(offer.operator),
            kind: offer.kind.into(),
            reservation: self.offers.reservation(offer.id).map(|of| of.capture(numbers)),
        });
        v1::Chat {
            record: self.record.clone(),
            since,
            arrival,
            queue: numbers.queues.at(self.queue),
            units: self.demand.units,
            needs: list(&self.demand.needs),
            excluded: numbers.operators.sorted(&self.excluded),
            phase: self.phase(),
            owner: self.owner.map(|owner| numbers.operators.at(owner)),
            way: self.way.and_then(|way| numbers.queues.no(way)),
            lost_by: self.lost_by.map(|loser| numbers.operators.at(loser)),
            stored: self.stored,
            waiting_since: self.waiting_since,
            ringing: self.ringing.as_ref().map(|ringing| ringing.capture(numbers)),
            transfer: self.transfer.as_deref().map(|transfer| Box::new(transfer.capture(numbers))),
            awaited,
            noticed,
            offers: offers.collect(),
            offers_made: self.offers.made(),
            entries: self.transcript.entries().to_vec(),
            salt: self.transcript.secret(),
            view: self.view,
            view_since: self.view_since,
            invited: invited.map(|&one| numbers.operators.at(one)).collect(),
            present: present.collect(),
            answers_elsewhere: self.answers_elsewhere,
            profile: self.about.profile().cloned(),
        }
    }
}

impl Transfer {
    fn capture(&self, numbers: &Numbers) -> v1::Transfer {
        let consulted = self.consulted.as_ref().map(|consulted| v1::Consulted {
            operator: numbers.operators.at(consulted.operator),
            offer: consulted.offer,
            reason: consulted.reason,
            view: consulted.view,
            since: consulted.since,
        });
        v1::Transfer {
            id: self.id,
            to: match self.to {
                To::Operator(operator) => v1::To::Operator(numbers.operators.at(operator)),
                To::Queue(queue) => v1::To::Queue(numbers.queues.at(queue)),
            },
            reason: self.reason.clone(),
            note: self.note.clone(),
            mode: self.mode,
            consulted,
        }
    }
}

impl Ringing {
    fn capture(&self, numbers: &Numbers) -> v1::Ringing {
        v1::Ringing {
            queue: numbers.queues.at(self.queue),
            stage: self.stage,
            first: self.first,
            preferred: self.waits_for().map(|operator| numbers.operators.at(operator)),
            dormant: self.dormant,
            admitted: self.admitted,
            stays: self.stays,
            noticed: self.noticed,
            since: self.since,
            round: self.round,
            tried: numbers.operators.sorted(&self.tried),
        }
    }
}

impl Reservation {
    fn capture(&self, numbers: &Numbers) -> v1::Reservation {
        v1::Reservation {
            best: self.best.map(|(segment, key)| v1::Best {
                segment: numbers.segment(segment),
                key: key.bits(),
            }),
            way: self.way.and_then(|way| numbers.queues.no(way)),
            turn: self.turn,
            turn_before: self.turn_before,
        }
    }
}

impl From<OfferKind> for v1::OfferKind {
    fn from(kind: OfferKind) -> Self {
        match kind {
            OfferKind::Broadcast { level } => Self::Broadcast(level),
            OfferKind::Targeted { level } => Self::Targeted(level),
            OfferKind::Preferred => Self::Preferred,
            OfferKind::Transfer => Self::Transfer,
        }
    }
}
