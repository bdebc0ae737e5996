//! A staffed desk of any size, and commands for it.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::Zipf;
use refdesk::{
    AcceptOffer, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, ChatId, CloseChat,
    Command, Config, Event, EventKind, InstitutionId, Level, OfferId, OpenChat, OperatorId, Order,
    PatronId, Policy, QueueId, Ring, Router, SetPresence, Show, Source, Timestamp,
};

/// How large a desk is, and how it rings.
#[derive(Clone, Debug)]
pub struct Shape {
    pub operators: u32,
    pub queues: u32,
    /// Queues that each operator is assigned to, of their own institution.
    pub queues_each: u32,
    /// Queues of an institution.
    pub queues_per_institution: u32,
    pub max_chats: u16,
    pub ring: Ring,
    /// Whether patrons prefer some queues to others, by Zipf's law with an exponent of 1.
    pub zipf: bool,
}

impl Shape {
    /// That many operators, three queues each, thirty operators in a queue: pools of one size
    /// whatever the number of operators. Least busy first.
    #[must_use]
    pub fn of(operators: u32) -> Self {
        Self {
            operators,
            queues: operators.div_ceil(10),
            queues_each: 3,
            queues_per_institution: 20,
            max_chats: 3,
            ring: Ring::best(Order::LeastBusy),
            zipf: false,
        }
    }
}

/// A staffed router, and a host that makes commands for it.
#[derive(Debug)]
pub struct Desk {
    pub router: Router,
    /// The events of the last step: one buffer for all steps.
    pub events: Vec<Event>,
    shape: Shape,
    chance: ChaCha8Rng,
    opened: u32,
}

impl Desk {
    /// All operators are assigned and there.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        let router = Router::new(Config::default(), Timestamp::default());
        let chance = ChaCha8Rng::seed_from_u64(1);
        let mut desk = Self { router, events: Vec::new(), shape, chance, opened: 0 };
        desk.add_queues();
        desk.add_operators();
        desk
    }

    fn add_queues(&mut self) {
        let level = Level::of([Source::Assigned], self.shape.ring);
        for number in 0..self.shape.queues {
            let institution = institution(number / self.shape.queues_per_institution);
            if number % self.shape.queues_per_institution == 0 {
                self.apply(&AddInstitution { institution: institution.clone() }.by(Actor::Host));
            }
            let policy = Policy::of([level.clone()]);
            let add = AddQueue { queue: queue(number), institution, policy };
            self.apply(&add.by(Actor::Host));
        }
    }

    fn add_operators(&mut self) {
        let queues_per = self.shape.queues_per_institution.min(self.shape.queues);
        for number in 0..self.shape.operators {
            let home = number * self.shape.queues_each / 30 * 30 / self.shape.queues_each;
            let _ = home;
            let at = u64::from(number) * u64::from(self.shape.queues) / u64::from(self.shape.operators);
            let institution_number = u32::try_from(at).expect("small") / queues_per;
            let operator = operator(number);
            let add = AddOperator {
                operator: operator.clone(),
                institution: institution(institution_number),
                max_chats: self.shape.max_chats,
            };
            self.apply(&add.by(Actor::Host));
            let here = queues_per.min(self.shape.queues - institution_number * queues_per);
            for turn in 0..self.shape.queues_each {
                let queue = queue(institution_number * queues_per + (number + turn * 7) % here);
                let operator = operator.clone();
                let assign = AssignOperator { operator, queue, enabled: true };
                self.apply(&assign.by(Actor::Host));
            }
            let session = "tab".try_into().expect("an id");
            let come = SetPresence { operator: operator.clone(), session, show: Show::Available, priority: 0 };
            self.apply(&come.by(operator));
        }
    }

    /// A step outside the measurement.
    pub fn apply(&mut self, command: &Command) {
        self.events.clear();
        self.router.apply_into(command, &mut self.events).expect("the workload is sound");
    }

    /// The command that opens the next chat.
    pub fn open(&mut self) -> Command {
        let queue_number = if self.shape.zipf {
            let zipf = Zipf::new(f64::from(self.shape.queues), 1.0).expect("there are queues");
            let rank: f64 = self.chance.sample(zipf);
            rank as u32 - 1
        } else {
            self.chance.random_range(0..self.shape.queues)
        };
        self.opened += 1;
        let open = OpenChat {
            chat: chat(self.opened),
            queue: queue(queue_number),
            patron: patron(self.opened),
            context: None,
        };
        open.by(Actor::Host)
    }

    /// Who is rung for which chat, after the last step.
    #[must_use]
    pub fn rung(&self) -> Option<(ChatId, OfferId, OperatorId)> {
        self.events.iter().find_map(|event| match &event.kind {
            EventKind::ChatOffered { chat, offer, operator, .. } => {
                Some((chat.clone(), *offer, operator.clone()))
            }
            _ => None,
        })
    }
}

/// The command by which somebody who is rung takes a chat.
#[must_use]
pub fn accept(chat: ChatId, offer: OfferId, operator: OperatorId) -> Command {
    AcceptOffer { chat, offer }.by(operator)
}

/// The command by which who answers a chat closes it.
#[must_use]
pub fn close(chat: ChatId, operator: OperatorId) -> Command {
    CloseChat { chat }.by(operator)
}

fn institution(number: u32) -> InstitutionId {
    format!("library-{number:04}").as_str().try_into().expect("an id")
}

fn queue(number: u32) -> QueueId {
    format!("queue-{number:05}").as_str().try_into().expect("an id")
}

fn operator(number: u32) -> OperatorId {
    format!("operator-{number:06}").as_str().try_into().expect("an id")
}

fn chat(number: u32) -> ChatId {
    format!("chat-{number:08}").as_str().try_into().expect("an id")
}

fn patron(number: u32) -> PatronId {
    format!("patron-{number:08}").as_str().try_into().expect("an id")
}
