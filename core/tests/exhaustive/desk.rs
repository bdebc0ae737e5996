//! Small desks, and what everybody there may do.
//!
//! At all of them the library `lib` has ana and ben at its queue `help`, and the university `uni` has
//! uma at its queue `desk`. Two patrons may come. What differs is who is rung how, and what may happen.

use std::collections::BTreeMap;

use refdesk::{
    AcceptOffer, AcceptPartnership, Action, Actor, AddInstitution, AddOperator, AddQueue,
    AssignOperator, Audience, CancelTransfer, ChatId, ClaimBy, CloseChat, Command,
    CompleteTransfer, Config, DeclineOffer, DropPatron, EndPartnership, EndRule, EndSession, Event,
    EventKind, Grant, HoldChat, InstitutionId, LeaveChat, LogOut, OfferId, OpenChat, OperatorId,
    OptIn, OptOut, PatronId, Pause, PickChat, Policy, PostMessage, ProposalId, ProposePartnership,
    QueueId, ResumeChat, ReturnPatron, Right, SetPresence, Show, Span, Target, Terms, TransferChat,
    TransferId, TransferMode, Unpause, View,
};

use crate::key::Keys;

pub(crate) const LIB: &str = "lib";
pub(crate) const UNI: &str = "uni";
pub(crate) const HELP: &str = "help";
pub(crate) const DESK: &str = "desk";
pub(crate) const CHATS: [&str; 2] = ["c1", "c2"];
pub(crate) const STAFF: [&str; 3] = ["ana", "ben", "uma"];

/// A desk: how it begins, and what may happen at it.
pub(crate) struct Desk {
    pub(crate) name: &'static str,
    pub(crate) config: Config,
    pub(crate) given: Vec<Command>,
    pub(crate) moves: Vec<Move>,
    pub(crate) keys: Keys,
}

/// What somebody may do.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a desk has few moves")]
pub(crate) enum Move {
    Command(Command),
    /// A patron comes, after those who are named before them: who is the first changes only names.
    Open(&'static str),
    /// And what names a number that the router has given: the last one that the host has seen.
    Accept(OperatorId, ChatId),
    Decline(OperatorId, ChatId),
    CancelTransfer(ChatId),
    CompleteTransfer(OperatorId, ChatId),
    Agree(InstitutionId, InstitutionId),
}

/// The numbers that a host has seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    /// How many chats were opened.
    opened: usize,
    offers: BTreeMap<(ChatId, OperatorId), OfferId>,
    transfers: BTreeMap<ChatId, TransferId>,
    proposals: BTreeMap<InstitutionId, ProposalId>,
}

impl Numbers {
    pub(crate) fn see(&mut self, events: &[Event]) {
        for event in events {
            match &event.kind {
                EventKind::ChatOpened { .. } => self.opened += 1,
                EventKind::ChatOffered { chat, offer, operator, .. } => {
                    self.offers.insert((chat.clone(), operator.clone()), *offer);
                }
                EventKind::TransferStarted { chat, transfer, .. } => {
                    self.transfers.insert(chat.clone(), *transfer);
                }
                EventKind::PartnershipProposed { from, proposal, .. } => {
                    self.proposals.insert(from.clone(), *proposal);
                }
                _ => {}
            }
        }
    }
}

impl Move {
    /// The command that it is, if the numbers that it names are known.
    pub(crate) fn command(&self, numbers: &Numbers) -> Option<Command> {
        let offer = |operator: &OperatorId, chat: &ChatId| {
            numbers.offers.get(&(chat.clone(), operator.clone())).copied()
        };
        let transfer = |chat: &ChatId| numbers.transfers.get(chat).copied();
        Some(match self {
            Self::Command(command) => command.clone(),
            Self::Open(chat) => {
                if CHATS.iter().position(|one| one == chat) > Some(numbers.opened) {
                    return None;
                }
                let patron = patron_of(chat);
                OpenChat::of(id(chat), id::<QueueId>(HELP), patron.clone()).by(patron)
            }
            Self::Accept(operator, chat) => {
                let offer = offer(operator, chat)?;
                AcceptOffer { chat: chat.clone(), offer }.by(operator.clone())
            }
            Self::Decline(operator, chat) => {
                let offer = offer(operator, chat)?;
                DeclineOffer { chat: chat.clone(), offer }.by(operator.clone())
            }
            Self::CancelTransfer(chat) => {
                CancelTransfer { chat: chat.clone(), transfer: transfer(chat)? }.by(Actor::Host)
            }
            Self::CompleteTransfer(operator, chat) => {
                let transfer = transfer(chat)?;
                CompleteTransfer { chat: chat.clone(), transfer }.by(operator.clone())
            }
            Self::Agree(by, with) => {
                let proposal = *numbers.proposals.get(with)?;
                AcceptPartnership { with: with.clone(), proposal }.by(by.clone())
            }
        })
    }
}

pub(crate) fn id<T: for<'a> TryFrom<&'a str>>(text: &str) -> T {
    T::try_from(text).ok().expect("it is short and plain")
}

/// What lib lets uni do, and what it asks for: everything either way.
pub(crate) fn partners(on_end: EndRule) -> Terms {
    let gives = vec![Grant::of(Right::Staff), Grant::of(Right::Transcript { view: View::Full })];
    Terms { gives, asks: vec![Grant::of(Right::Transfer)], on_end }
}

impl Desk {
    /// A desk where everybody is there, the two are partners, and nothing may happen but that patrons
    /// come and leave.
    pub(crate) fn of(name: &'static str, help: Policy, desk: Policy, terms: Terms) -> Self {
        let host = Actor::Host;
        let keys = Keys::of([&help, &desk].into_iter());
        let mut given: Vec<Command> = Vec::new();
        for (institution, queue, policy) in [(UNI, DESK, desk), (LIB, HELP, help)] {
            given.push(AddInstitution { institution: id(institution) }.by(host.clone()));
            let add = AddQueue { queue: id(queue), institution: id(institution), policy };
            given.push(add.by(host.clone()));
        }
        for operator in STAFF {
            let (institution, queue) = home_of(operator);
            let add =
                AddOperator { operator: id(operator), institution: id(institution), capacity: 1 };
            given.push(add.by(host.clone()));
            given.push(AssignOperator::of(id(operator), id(queue)).by(host.clone()));
        }
        let propose = ProposePartnership { with: id(UNI), terms };
        given.push(propose.by(id::<InstitutionId>(LIB)));
        let accept = AcceptPartnership { with: id(LIB), proposal: ProposalId::new(1) };
        given.push(accept.by(id::<InstitutionId>(UNI)));
        given.extend(STAFF.map(|operator| shows(operator, Show::Available)));
        let config = Config {
            grace: Span::from_secs(25),
            patron_grace: Span::from_secs(35),
            transfer_lapse: Span::from_secs(45),
            ..Config::default()
        };
        let moves = CHATS.into_iter().flat_map(|chat| [Move::Open(chat), leaves(chat)]).collect();
        Self { name, config, given, moves, keys }
    }

    /// The same where this may happen besides.
    pub(crate) fn where_also(mut self, moves: impl IntoIterator<Item = Move>) -> Self {
        self.moves.extend(moves);
        self
    }

    /// The same where everybody has room for so many chats.
    pub(crate) fn with_room_for(mut self, chats: u16) -> Self {
        for command in &mut self.given {
            if let Action::AddOperator(add) = &mut command.action {
                add.capacity = chats;
            }
        }
        self
    }
}

impl Desk {
    /// Whether the first message of somebody who is rung takes a chat of a queue.
    pub(crate) fn claims_by_message(&self, queue: &QueueId) -> bool {
        self.given.iter().any(|command| match &command.action {
            Action::AddQueue(add) => {
                add.queue == *queue && add.policy.claim_by == ClaimBy::FirstMessage
            }
            _ => false,
        })
    }
}

pub(crate) fn home_of(operator: &str) -> (&'static str, &'static str) {
    if operator == "uma" { (UNI, DESK) } else { (LIB, HELP) }
}

/// Every operator with every chat.
pub(crate) fn each(of: impl Fn(&str, &str) -> Move) -> Vec<Move> {
    let with = |operator| CHATS.into_iter().map(move |chat| (operator, chat));
    STAFF.into_iter().flat_map(with).map(|(operator, chat)| of(operator, chat)).collect()
}

fn by(operator: &str, action: impl Into<Action>) -> Move {
    Move::Command(action.into().by(id::<OperatorId>(operator)))
}

fn shows(operator: &str, show: Show) -> Command {
    let (name, session) = (id::<OperatorId>(operator), id("tab"));
    SetPresence { operator: name.clone(), session, show, priority: 0 }.by(name)
}

fn patron_of(chat: &str) -> PatronId {
    id(&format!("pat-{chat}"))
}

fn leaves(chat: &str) -> Move {
    Move::Command(LeaveChat { chat: id(chat) }.by(patron_of(chat)))
}

pub(crate) fn accepts(operator: &str, chat: &str) -> Move {
    Move::Accept(id(operator), id(chat))
}

pub(crate) fn declines(operator: &str, chat: &str) -> Move {
    Move::Decline(id(operator), id(chat))
}

pub(crate) fn closes(operator: &str, chat: &str) -> Move {
    by(operator, CloseChat { chat: id(chat) })
}

pub(crate) fn picks(operator: &str, chat: &str) -> Move {
    by(operator, PickChat { chat: id(chat) })
}

pub(crate) fn holds(operator: &str, chat: &str) -> Move {
    by(operator, HoldChat { chat: id(chat) })
}

pub(crate) fn resumes(operator: &str, chat: &str) -> Move {
    by(operator, ResumeChat { chat: id(chat) })
}

/// Always the same message: once posted, it is dropped as a repetition.
pub(crate) fn writes(operator: &str, chat: &str) -> Move {
    by(operator, message(operator, chat))
}

pub(crate) fn message(operator: &str, chat: &str) -> PostMessage {
    let message = id(&format!("hello-{operator}"));
    PostMessage { chat: id(chat), message, audience: Audience::Everyone, content: "hello".into() }
}

pub(crate) fn hands_over(operator: &str, chat: &str, to: Target, mode: TransferMode) -> Move {
    by(operator, TransferChat { mode, ..TransferChat::of(id(chat), to) })
}

pub(crate) fn to_operator(operator: &str) -> Target {
    Target::Operator { operator: id(operator) }
}

pub(crate) fn to_queue(queue: &str) -> Target {
    Target::Queue { queue: id(queue) }
}

pub(crate) fn takes_back(chat: &str) -> Move {
    Move::CancelTransfer(id(chat))
}

pub(crate) fn completes(operator: &str, chat: &str) -> Move {
    Move::CompleteTransfer(id(operator), id(chat))
}

pub(crate) fn comes(operator: &str) -> Move {
    Move::Command(shows(operator, Show::Available))
}

pub(crate) fn is_away(operator: &str) -> Move {
    Move::Command(shows(operator, Show::Away))
}

/// The connection of their only screen is lost.
pub(crate) fn is_lost(operator: &str) -> Move {
    by(operator, EndSession { operator: id(operator), session: id("tab") })
}

pub(crate) fn logs_out(operator: &str) -> Move {
    by(operator, LogOut { operator: id(operator) })
}

pub(crate) fn pauses(operator: &str) -> Move {
    by(operator, Pause { operator: id(operator), reason: "lunch".into() })
}

pub(crate) fn goes_on(operator: &str) -> Move {
    by(operator, Unpause { operator: id(operator) })
}

pub(crate) fn opts_out(operator: &str) -> Move {
    by(operator, OptOut { operator: id(operator), queue: id(home_of(operator).1) })
}

pub(crate) fn opts_in(operator: &str) -> Move {
    by(operator, OptIn { operator: id(operator), queue: id(home_of(operator).1) })
}

pub(crate) fn drops(chat: &str) -> Move {
    Move::Command(DropPatron { chat: id(chat) }.by(Actor::Host))
}

pub(crate) fn returns(chat: &str) -> Move {
    Move::Command(ReturnPatron { chat: id(chat) }.by(patron_of(chat)))
}

pub(crate) fn ends_partnership(institution: &str, with: &str) -> Move {
    Move::Command(EndPartnership { with: id(with) }.by(id::<InstitutionId>(institution)))
}

pub(crate) fn proposes(institution: &str, with: &str, terms: Terms) -> Move {
    let propose = ProposePartnership { with: id(with), terms };
    Move::Command(propose.by(id::<InstitutionId>(institution)))
}

pub(crate) fn agrees(institution: &str, with: &str) -> Move {
    Move::Agree(id(institution), id(with))
}
