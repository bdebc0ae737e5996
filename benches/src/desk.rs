//! A staffed desk of any size, and a host that makes commands for it.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::Zipf;
use refdesk::journal::Input;
use refdesk::{
    AcceptOffer, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, ChatId, CloseChat,
    Command, Config, DeclineOffer, Event, EventKind, InstitutionId, Level, Limits, OfferId,
    OpenChat, OperatorId, Order, PatronId, Policy, QueueId, Refusal, Ring, Router, SetPresence,
    Show, Source, Span, Timestamp,
};

use crate::steps::{self, Kind};

/// How large a desk is, and how it rings.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Operators, each with three queues of their own institution.
    pub operators: u32,
    /// Queues.
    pub queues: u32,
    /// Queues of one institution.
    pub queues_each: u32,
    /// Chats that an operator answers at once.
    pub capacity: u16,
    /// How each queue rings.
    pub ring: Ring,
    /// Whether hand-overs and records carry the digest of the transcript.
    pub digests: bool,
    /// Whether patrons prefer some queues to others, by Zipf's law with an exponent of 1.
    pub zipf: bool,
}

impl Shape {
    /// Thirty operators in a queue, whatever the number of operators; the least busy first.
    #[must_use]
    pub const fn of(operators: u32) -> Self {
        Self {
            operators,
            queues: operators.div_ceil(10),
            queues_each: 20,
            capacity: 3,
            ring: Ring::best(Order::LeastBusy),
            digests: false,
            zipf: false,
        }
    }

    /// So many institutions with a queue and an operator each.
    #[must_use]
    pub const fn one_each(institutions: u32) -> Self {
        Self { queues: institutions, queues_each: 1, ..Self::of(institutions) }
    }
}

/// An offer as the host hears of it.
#[derive(Clone, Debug)]
pub struct Rung {
    /// The chat.
    pub chat: ChatId,
    /// The offer.
    pub offer: OfferId,
    /// Who is rung.
    pub operator: OperatorId,
}

/// A staffed router, and a host that makes commands for it.
#[derive(Debug)]
pub struct Desk {
    router: Router,
    /// The events of the last step: one buffer for all steps.
    events: Vec<Event>,
    /// The answers to the commands of the last batch.
    answers: Vec<Result<usize, Refusal>>,
    shape: Shape,
    chance: ChaCha8Rng,
    opened: u32,
    /// What is done around each step.
    probe: Probe,
    /// The commands since somebody asked for them.
    journal: Option<Vec<Input>>,
}

/// Something done around a step of some kind; time that passes has none.
pub type Probe = fn(Option<Kind>, &mut dyn FnMut());

impl Desk {
    /// All operators are assigned and there.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        // Nobody is refused for the size of a benchmark.
        let limits = Limits {
            ended_ids: 1_000,
            waiting_per_queue: u32::MAX,
            hops: u32::MAX,
            transcript_entries: u32::MAX,
            ..Limits::default()
        };
        let config = Config { limits, digests: shape.digests, ..Config::default() };
        let mut desk = Self {
            router: Router::new(config, Timestamp::default()),
            events: Vec::new(),
            answers: Vec::new(),
            shape,
            chance: ChaCha8Rng::seed_from_u64(1),
            opened: 0,
            probe: |_, step| step(),
            journal: None,
        };
        desk.add_queues();
        desk.add_operators();
        desk
    }

    fn add_queues(&mut self) {
        let level = Level::of([Source::Assigned], self.shape.ring);
        for number in 0..self.shape.queues {
            let institution = institution(number / self.shape.queues_each);
            if number % self.shape.queues_each == 0 {
                let add = AddInstitution { institution: institution.clone() };
                self.step(Kind::SetUp, &add.by(Actor::Host));
            }
            let policy = Policy::of([level.clone()]);
            let add = AddQueue { queue: queue(number), institution, policy };
            self.step(Kind::SetUp, &add.by(Actor::Host));
        }
    }

    /// Each operator works for the institution of the queue at their place in the row, for that
    /// queue and for two more of it.
    fn add_operators(&mut self) {
        for number in 0..self.shape.operators {
            let first = number % self.shape.queues;
            let home = first / self.shape.queues_each;
            let operator = operator(number);
            let add = AddOperator {
                operator: operator.clone(),
                institution: institution(home),
                capacity: self.shape.capacity,
            };
            self.step(Kind::SetUp, &add.by(Actor::Host));
            let from = home * self.shape.queues_each;
            let here = self.shape.queues_each.min(self.shape.queues - from);
            for queue_number in 0..here.min(3) {
                let queue = queue(from + (first - from + queue_number * 7) % here);
                let operator = operator.clone();
                // The orders that look at neither have no use for them.
                let rank = u16::try_from(number % 3).expect("it is below three");
                let assign = AssignOperator::of(operator, queue);
                let assign = AssignOperator { rank, weight: 1 + rank, ..assign };
                self.step(Kind::SetUp, &assign.by(Actor::Host));
            }
            self.step(Kind::SetUp, &show(operator, Show::Available));
        }
    }

    /// From now on, does this around each step.
    pub fn watch(&mut self, probe: Probe) {
        self.probe = probe;
    }

    /// The router.
    #[must_use]
    pub const fn router(&self) -> &Router {
        &self.router
    }

    /// From now on, writes the commands down.
    pub fn write_down(&mut self) {
        self.journal = Some(Vec::new());
    }

    /// What was written down, and no more is.
    pub fn written_down(&mut self) -> Vec<Input> {
        self.journal.take().unwrap_or_default()
    }

    /// Carries a command out, as a step of some kind.
    pub fn step(&mut self, kind: Kind, command: &Command) {
        let Self { router, events, .. } = self;
        (self.probe)(Some(kind), &mut || kind.run(router, command, events));
        if let Some(journal) = &mut self.journal {
            journal.push(Input::last(router, command.clone()));
        }
    }

    /// Carries many commands out at once.
    ///
    /// # Panics
    /// Where the router refuses one of them: the workloads are sound.
    pub fn step_all(&mut self, commands: &[Command]) {
        self.events.clear();
        self.answers.clear();
        self.router.apply_all_into(commands, &mut self.events, &mut self.answers);
        assert!(self.answers.iter().all(Result::is_ok), "the workload is sound");
    }

    /// Lets time pass until a timer runs out; false if there is none.
    pub fn wait_for_a_timer(&mut self) -> bool {
        let Some(deadline) = self.router.deadline() else { return false };
        self.advance(deadline.at);
        true
    }

    /// Lets time pass; whether there are timers left.
    pub fn wait(&mut self, span: Span) -> bool {
        self.advance(self.router.now().saturating_add(span));
        self.router.deadline().is_some()
    }

    fn advance(&mut self, now: Timestamp) {
        let Self { router, events, .. } = self;
        (self.probe)(None, &mut || steps::advance(router, now, events));
    }

    /// Lets time pass until a timer runs out, as no step that is measured.
    pub fn pass(&mut self) {
        if let Some(deadline) = self.router.deadline() {
            steps::pass(&mut self.router, deadline.at, &mut self.events);
        }
    }

    /// The events of the last step.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The command that opens the next chat.
    pub fn next_chat(&mut self) -> Command {
        self.next_chat_with(|_| {})
    }

    /// The command that opens the next chat, with something special about it.
    pub fn next_chat_with(&mut self, change: impl FnOnce(&mut OpenChat)) -> Command {
        let number = self.pick_queue();
        self.opened += 1;
        let mut open = OpenChat::of(chat(self.opened), queue(number), patron(self.opened));
        change(&mut open);
        open.by(Actor::Host)
    }

    fn pick_queue(&mut self) -> u32 {
        let queues = self.shape.queues;
        if !self.shape.zipf {
            return self.chance.random_range(0..queues);
        }
        let zipf = Zipf::new(f64::from(queues), 1.0).expect("there are queues");
        let rank: f64 = self.chance.sample(zipf);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank")]
        let rank = rank as u32;
        rank.clamp(1, queues) - 1
    }

    /// The first offer that the last step made.
    #[must_use]
    pub fn rung(&self) -> Option<Rung> {
        self.all_rung().next()
    }

    /// The offers that the last step made.
    pub fn all_rung(&self) -> impl Iterator<Item = Rung> {
        self.events.iter().filter_map(|event| {
            let EventKind::ChatOffered { chat, offer, operator, .. } = &event.kind else {
                return None;
            };
            Some(Rung { chat: chat.clone(), offer: *offer, operator: operator.clone() })
        })
    }
}

impl Rung {
    /// The command by which they take the chat.
    #[must_use]
    pub fn accept(&self) -> Command {
        AcceptOffer { chat: self.chat.clone(), offer: self.offer }.by(self.operator.clone())
    }

    /// The command by which they decline it.
    #[must_use]
    pub fn decline(&self) -> Command {
        DeclineOffer { chat: self.chat.clone(), offer: self.offer }.by(self.operator.clone())
    }
}

/// The command by which who answers a chat closes it.
pub(crate) fn close(chat: ChatId, operator: OperatorId) -> Command {
    CloseChat { chat }.by(operator)
}

/// The command by which an operator shows themselves.
pub(crate) fn show(operator: OperatorId, show: Show) -> Command {
    let session = "tab".try_into().expect("an id");
    SetPresence { operator: operator.clone(), session, show, priority: 0 }.by(operator)
}

pub(crate) fn institution(number: u32) -> InstitutionId {
    id(format!("library-{number:04}"))
}

pub(crate) fn queue(number: u32) -> QueueId {
    id(format!("queue-{number:05}"))
}

/// The operator of that number.
pub(crate) fn operator(number: u32) -> OperatorId {
    id(format!("operator-{number:06}"))
}

fn chat(number: u32) -> ChatId {
    id(format!("chat-{number:08}"))
}

fn patron(number: u32) -> PatronId {
    id(format!("patron-{number:08}"))
}

pub(crate) fn id<I>(text: impl AsRef<str>) -> I
where
    I: for<'a> TryFrom<&'a str>,
    for<'a> <I as TryFrom<&'a str>>::Error: std::fmt::Debug,
{
    text.as_ref().try_into().expect("it is an id")
}
