//! A collaborative with four levels of all kinds: home, the queues of two partners, a group of a
//! third, and a backup for all.

use refdesk::{
    Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, GroupId, InstitutionId, Level,
    OperatorId, Order, Policy, QueueId, Ring, SetGroup, SetPolicy, Show, Source, Span,
};

use crate::desk::{Desk, Shape, close, id, institution, operator, queue, show};
use crate::rollover::{agree, staff};
use crate::steps::Kind;

/// Offers of a chat that nobody answers, before the backup is rung.
const MISSED: u32 = 4;

/// Institutions with a queue, an operator and a group each, and a backup that staffs all queues.
#[derive(Debug)]
pub struct LongWay {
    desk: Desk,
}

impl LongWay {
    /// That many institutions, at least seven, and the backup.
    #[must_use]
    pub fn of(institutions: u32) -> Self {
        let mut way = Self { desk: Desk::new(Shape::one_each(institutions)) };
        way.add_backup();
        for number in 0..institutions {
            let own = institution(number);
            let operators = vec![operator(number)];
            let set = SetGroup { group: group(number), institution: own.clone(), operators };
            way.desk.step(Kind::SetUp, &set.by(Actor::Host));
            for next in 1..=3 {
                let other = institution((number + next) % institutions);
                agree(&mut way.desk, &own, &other, staff());
            }
            agree(&mut way.desk, &own, &backup(), staff());
        }
        for number in 0..institutions {
            let levels = levels(number, institutions);
            let set = SetPolicy { queue: queue(number), policy: Policy::of(levels) };
            way.desk.step(Kind::SetUp, &set.by(Actor::Host));
        }
        way
    }

    fn add_backup(&mut self) {
        let (institution, operator): (_, OperatorId) = (backup(), id("night-owl"));
        let add = AddInstitution { institution: institution.clone() };
        self.desk.step(Kind::SetUp, &add.by(Actor::Host));
        let policy = Policy::of([Level::of([Source::Assigned], Ring::best(Order::LeastBusy))]);
        let add = AddQueue { queue: backup_queue(), institution: institution.clone(), policy };
        self.desk.step(Kind::SetUp, &add.by(Actor::Host));
        let add = AddOperator { operator: operator.clone(), institution, capacity: 3 };
        self.desk.step(Kind::SetUp, &add.by(Actor::Host));
        let assign = AssignOperator::of(operator.clone(), backup_queue());
        self.desk.step(Kind::SetUp, &assign.by(Actor::Host));
        self.desk.step(Kind::SetUp, &show(operator, Show::Available));
    }

    /// A chat is missed at home, by both partners and by the group, each after twenty seconds; the
    /// backup takes and closes it.
    pub fn cycle(&mut self) {
        let command = self.desk.next_chat();
        self.desk.step(Kind::Open, &command);
        for _ in 0..MISSED {
            self.desk.wait_for_a_timer();
        }
        let Some(rung) = self.desk.rung() else { return };
        self.desk.step(Kind::Claim, &rung.accept());
        self.desk.step(Kind::Close, &close(rung.chat, rung.operator));
    }
}

fn levels(number: u32, institutions: u32) -> [Level; 4] {
    let other = |next: u32| (number + next) % institutions;
    let partner = |next: u32| Source::Queue { queue: queue(other(next)) };
    let pools = [
        vec![Source::Assigned],
        vec![partner(1), partner(2)],
        vec![Source::Group { group: group(other(3)) }],
        vec![Source::Queue { queue: backup_queue() }],
    ];
    pools.map(|pool| {
        Level::of(pool, Ring::best(Order::LeastBusy)).rolling_on_after(Span::from_secs(60))
    })
}

fn group(number: u32) -> GroupId {
    id(format!("group-{number:04}"))
}

fn backup() -> InstitutionId {
    id("backup")
}

fn backup_queue() -> QueueId {
    id("backup-queue")
}
