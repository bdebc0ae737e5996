//! A tiny language for tests: who does what, and what everybody then sees, and nothing more.

use refdesk::{
    AcceptOffer, AcceptPartnership, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator,
    Audience, Body, ChatId, Command, Config, Event, EventKind, Grant, InstitutionId, Level,
    OpenChat, OperatorId, PatronId, Policy, PostMessage, ProposePartnership, Right, Ring, Router,
    SetPresence, Show, Source, Span, Terms, Timestamp, View, check_invariants,
};

/// What somebody sees, in short.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sight {
    Opened(String),
    Offer(String, String),
    Lapse(String, String),
    Withdraw(String, String),
    Answered(String, String),
    RollOver(String, u8),
    /// What no test of this language speaks of.
    Other(String),
}

pub(crate) fn opened(chat: &str) -> Sight {
    Sight::Opened(chat.into())
}

pub(crate) fn offer(chat: &str, operator: &str) -> Sight {
    Sight::Offer(chat.into(), operator.into())
}

pub(crate) fn lapse(chat: &str, operator: &str) -> Sight {
    Sight::Lapse(chat.into(), operator.into())
}

pub(crate) fn withdraw(chat: &str, operator: &str) -> Sight {
    Sight::Withdraw(chat.into(), operator.into())
}

/// Somebody takes a chat, and reads what was said.
pub(crate) fn answered(chat: &str, operator: &str) -> Sight {
    Sight::Answered(chat.into(), operator.into())
}

pub(crate) fn roll_over(chat: &str, level: u8) -> Sight {
    Sight::RollOver(chat.into(), level)
}

pub(crate) const fn secs(seconds: u64) -> Span {
    Span::from_secs(seconds)
}

/// One queue, and who answers it.
pub(crate) struct Desk {
    pub(crate) router: Router,
    /// What the last step raised, and nobody has looked at yet.
    pub(crate) raised: Vec<Event>,
}

impl Desk {
    pub(crate) fn of<const N: usize>(staff: [&str; N], ring: Ring) -> Self {
        Self::with(Config::default(), staff, ring)
    }

    pub(crate) fn with<const N: usize>(config: Config, staff: [&str; N], ring: Ring) -> Self {
        Self::run_by(config, &staff, Policy::of([Level::of([Source::Assigned], ring)]))
    }

    /// A chat of the library that Ben of the college answers, and what was said in it.
    pub(crate) fn answered_by_a_partner(view: View) -> Self {
        let mut desk = Self::of([], Ring::All { lapse_after: None });
        desk.ask(&AddInstitution { institution: id("college") }.by(Actor::Host));
        desk.amends(view);
        let ben: OperatorId = id("ben");
        let (institution, capacity) = (id("college"), 1);
        desk.ask(&AddOperator { operator: ben.clone(), institution, capacity }.by(Actor::Host));
        let queue = id("desk");
        desk.ask(&AssignOperator::of(ben.clone(), queue).by(Actor::Host));
        let (session, show) = (id("tab"), Show::Available);
        let come = SetPresence { operator: ben.clone(), session, show, priority: 0 };
        desk.ask(&come.by(ben.clone()));
        desk.raised.clear();
        desk.opens("c1");
        desk.says(id::<PatronId>("patron of c1"), "Where are the maps?");
        desk.raised.clear();
        desk.accepts("ben", "c1");
        desk.says(ben, "Second floor.");
        desk
    }

    /// The library and the college agree on what the college may do.
    pub(crate) fn amends(&mut self, view: View) {
        let rights = [Right::Staff, Right::Transcript { view }];
        let gives = rights.map(Grant::of).to_vec();
        let (library, college): (InstitutionId, InstitutionId) = (id("library"), id("college"));
        let terms = Terms { gives, ..Terms::default() };
        self.ask(&ProposePartnership { with: college.clone(), terms }.by(library.clone()));
        let proposal = self.raised.iter().find_map(|event| match &event.kind {
            EventKind::PartnershipProposed { proposal, .. } => Some(*proposal),
            _ => None,
        });
        let proposal = proposal.expect("a proposal has a number");
        self.ask(&AcceptPartnership { with: library, proposal }.by(college));
    }

    fn says(&mut self, who: impl Into<Actor>, text: &str) {
        let message = id(&format!("m{}", text.len()));
        let (chat, audience) = (id("c1"), Audience::Everyone);
        self.ask(&PostMessage { chat, message, audience, content: text.into() }.by(who));
    }

    /// The messages of `c1` that somebody may read.
    pub(crate) fn reads(&self, operator: &str) -> Vec<String> {
        let reader = Actor::from(id::<OperatorId>(operator));
        let entries = self.router.transcript(&id("c1"), &reader).expect("they answer it");
        let messages = entries.into_iter().filter_map(|entry| match entry.body {
            Body::Message { content, .. } => content.text().map(ToString::to_string),
            _ => None,
        });
        messages.collect()
    }

    /// One at the desk, and one behind them after a wait.
    pub(crate) fn with_backup(front: &str, back: &str, wait: Span) -> Self {
        let all = Ring::All { lapse_after: None };
        let named = |name| Source::Operators { operators: vec![id(name)] };
        let home = Level::of([named(front)], all).rolling_on_after(wait);
        let backup = Level::of([named(back)], all);
        let mut desk = Self::run_by(Config::default(), &[front, back], Policy::ring_all());
        desk.ask(
            &refdesk::SetPolicy { queue: id("desk"), policy: Policy::of([home, backup]) }
                .by(Actor::Host),
        );
        desk.raised.clear();
        desk
    }

    fn run_by(config: Config, staff: &[&str], policy: Policy) -> Self {
        let router = Router::new(config, Timestamp::from_millis(0));
        let mut desk = Self { router, raised: Vec::new() };
        desk.ask(&AddInstitution { institution: id("library") }.by(Actor::Host));
        desk.ask(
            &AddQueue { queue: id("desk"), institution: id("library"), policy }.by(Actor::Host),
        );
        for name in staff {
            let operator: OperatorId = id(name);
            desk.ask(
                &AddOperator {
                    operator: operator.clone(),
                    institution: id("library"),
                    capacity: 1,
                }
                .by(Actor::Host),
            );
            let queue = id("desk");
            desk.ask(&AssignOperator::of(operator.clone(), queue).by(Actor::Host));
            let (session, show) = (id("tab"), Show::Available);
            desk.ask(
                &SetPresence { operator: operator.clone(), session, show, priority: 0 }
                    .by(operator),
            );
        }
        desk.raised.clear();
        desk
    }

    #[track_caller]
    fn ask(&mut self, command: &Command) -> &mut Self {
        self.raised = self.router.apply(command).expect("the desk allows it");
        self.is_sound()
    }

    #[track_caller]
    fn is_sound(&mut self) -> &mut Self {
        assert_eq!(check_invariants(&self.router), Ok(()));
        self
    }

    #[track_caller]
    pub(crate) fn opens(&mut self, chat: &str) -> &mut Self {
        self.sees_nothing_more();
        let patron = id(&format!("patron of {chat}"));
        let open = OpenChat::of(id(chat), id("desk"), patron);
        self.ask(&open.by(Actor::Host))
    }

    #[track_caller]
    pub(crate) fn accepts(&mut self, operator: &str, chat: &str) -> &mut Self {
        self.sees_nothing_more();
        let command = self.accept(operator, chat);
        self.ask(&command)
    }

    #[track_caller]
    pub(crate) fn is_refused(&mut self, operator: &str, chat: &str, code: &str) {
        let command = self.accept(operator, chat);
        let before = self.router.clone();
        let refusal = self.router.apply(&command).expect_err("they come too late");
        assert_eq!(refusal.code(), code);
        assert!(self.router == before, "a refusal changed something");
    }

    /// An accept of whichever offer of the chat is open to them; of the first if none is.
    fn accept(&self, operator: &str, chat: &str) -> Command {
        let chat: ChatId = id(chat);
        let offers = (1..50).map(refdesk::OfferId::new);
        let accept =
            |offer| AcceptOffer { chat: chat.clone(), offer }.by(id::<OperatorId>(operator));
        let open = offers.clone().find(|&offer| self.router.clone().apply(&accept(offer)).is_ok());
        accept(open.unwrap_or(refdesk::OfferId::new(1)))
    }

    #[track_caller]
    pub(crate) fn waits(&mut self, span: Span) -> &mut Self {
        self.sees_nothing_more();
        let until = self.router.now().saturating_add(span);
        self.raised = self.router.advance(until);
        self.is_sound()
    }

    #[track_caller]
    pub(crate) fn sees<const N: usize>(&mut self, expected: [Sight; N]) -> &mut Self {
        let seen: Vec<Sight> = self.raised.drain(..).filter_map(|event| sight(&event)).collect();
        assert_eq!(seen, expected);
        self
    }

    #[track_caller]
    pub(crate) fn sees_nothing_more(&mut self) {
        self.sees([]);
    }
}

/// What people see of an event; the transcript goes with the claim.
fn sight(event: &Event) -> Option<Sight> {
    Some(match &event.kind {
        EventKind::TranscriptShown { .. } => return None,
        EventKind::ChatOpened { chat, .. } => Sight::Opened(chat.to_string()),
        EventKind::ChatOffered { chat, operator, .. } => {
            Sight::Offer(chat.to_string(), operator.to_string())
        }
        EventKind::OfferLapsed { chat, operator, .. } => {
            Sight::Lapse(chat.to_string(), operator.to_string())
        }
        EventKind::OfferWithdrawn { chat, operator, .. } => {
            Sight::Withdraw(chat.to_string(), operator.to_string())
        }
        EventKind::ChatClaimed { chat, operator, .. } => {
            Sight::Answered(chat.to_string(), operator.to_string())
        }
        EventKind::ChatRolledOver { chat, level, .. } => Sight::RollOver(chat.to_string(), *level),
        other => Sight::Other(format!("{other:?}")),
    })
}

fn id<'a, T: TryFrom<&'a str>>(text: &'a str) -> T
where
    T::Error: std::fmt::Debug,
{
    T::try_from(text).expect("it is short and plain")
}
