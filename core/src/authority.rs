//! Who may do what: one table for all actions.

use crate::chat::ChatKey;
use crate::command::{
    AcceptOffer, AcceptPartnership, Actor, AddInstitution, AddOperator, AddQueue,
    AllowForeignBuddies, AnswerListing, ApproveSubscription, AskBackChat, AssignChat,
    AssignOperator, Block, CancelSubscription, CancelTransfer, CloseChat, CompleteTransfer,
    DeclineOffer, DeclinePartnership, DescribeChat, DropPatron, EndPartnership, EndSession,
    FinishThenLeave, FinishWrapUp, HoldChat, InviteOperator, JoinChat, LeaveChat, LogOut,
    MaskPatron, OpenChat, OptIn, OptOut, Pause, PickChat, PostListing, PostMessage,
    ProposePartnership, RemoveBuddy, RemoveContact, RemoveGroup, RemoveInstitution, RemoveOperator,
    RemoveParticipant, RemoveQueue, ResumeChat, ReturnChat, ReturnPatron, SeeListings,
    SendDirectMessage, SetCapacity, SetContactPresence, SetGroup, SetHours, SetPolicy, SetPresence,
    SetProfile, SetQueueState, SetSkills, SetSupervisor, StartChat, Subscribe, TransferChat,
    UnassignOperator, Unblock, Unpause, Unsubscribe, WatchAvailability, WithdrawListing,
};
use crate::directory::{InstitutionKey, OperatorKey, QueueKey};
use crate::refusal::{Asker, Refusal};
use crate::router::Router;

/// The part that an actor must play to be allowed an action.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// The chat product itself.
    Host,
    /// The administrator of an institution that the action concerns: of the queue, the operator,
    /// the group, the origin of the chat.
    Institution,
    /// The operator whom the action concerns.
    Operator,
    /// Who supervises the queue that the action concerns, or that of the chat, or a queue or a group
    /// of the operator concerned.
    Supervisor,
    /// Any operator: whether they hold an offer, are reached or invited, is a question of the state,
    /// not of authority.
    Rung,
    /// The operator who answers the chat.
    Answering,
    /// The patron of the chat.
    Patron,
}

/// What the table says of one action.
pub(crate) trait Allowed {
    const ROLES: &'static [Role];
}

macro_rules! authority {
    ($($action:ident: $($role:ident)*;)*) => {
        /// Who may do what: each action, and the roles that may ask for it.
        ///
        /// | action | may be asked for by |
        /// |---|---|
        $(#[doc = concat!("| [`", stringify!($action), "`] |" $(, " ", stringify!($role))*, " |")])*
        pub const AUTHORITY: &[(&str, &[Role])] =
            &[$((stringify!($action), <$action as Allowed>::ROLES),)*];

        $(impl Allowed for $action {
            const ROLES: &'static [Role] = &[$(Role::$role,)*];
        })*
    };
}

authority! {
    AddInstitution: Host;
    RemoveInstitution: Host;
    AddOperator: Host Institution;
    SetCapacity: Host Institution;
    SetSkills: Host Institution;
    RemoveOperator: Host Institution;
    AddQueue: Host Institution;
    WatchAvailability: Host Institution;
    SetPolicy: Host Institution;
    SetHours: Host Institution;
    SetQueueState: Host Institution Supervisor;
    SetProfile: Host Institution;
    RemoveQueue: Host Institution;
    SetGroup: Host Institution;
    RemoveGroup: Host Institution;
    AssignOperator: Host Institution;
    UnassignOperator: Host Institution;
    OptIn: Host Institution Operator;
    OptOut: Host Institution Operator;
    SetSupervisor: Host Institution;
    ProposePartnership: Institution;
    AcceptPartnership: Institution;
    DeclinePartnership: Institution;
    EndPartnership: Institution;
    PostListing: Institution;
    WithdrawListing: Institution;
    SeeListings: Institution;
    AnswerListing: Institution;
    SetPresence: Host Operator;
    EndSession: Host Operator;
    LogOut: Host Operator;
    FinishThenLeave: Host Institution Operator Supervisor;
    Pause: Host Institution Operator Supervisor;
    Unpause: Operator Supervisor;
    OpenChat: Host Patron;
    AcceptOffer: Rung;
    DeclineOffer: Rung;
    PickChat: Rung;
    AssignChat: Host Institution Supervisor;
    PostMessage: Rung Patron;
    LeaveChat: Host Patron;
    CloseChat: Host Institution Answering Supervisor;
    FinishWrapUp: Host Institution Answering Supervisor;
    DescribeChat: Host Institution Answering Supervisor;
    MaskPatron: Host Institution;
    HoldChat: Answering;
    ResumeChat: Answering;
    StartChat: Rung;
    DropPatron: Host Patron;
    ReturnPatron: Host Patron;
    InviteOperator: Answering;
    JoinChat: Rung;
    RemoveParticipant: Host Institution Operator Answering Supervisor;
    AskBackChat: Rung;
    TransferChat: Answering;
    CompleteTransfer: Answering;
    ReturnChat: Answering;
    CancelTransfer: Host Answering;
    AllowForeignBuddies: Host Institution;
    Subscribe: Host Institution Operator;
    ApproveSubscription: Host Institution Operator;
    Unsubscribe: Host Institution Operator;
    CancelSubscription: Host Institution Operator;
    RemoveBuddy: Host Institution Operator;
    Block: Host Institution Operator;
    Unblock: Host Institution Operator;
    SetContactPresence: Host;
    RemoveContact: Host;
    SendDirectMessage: Host Operator;
}

/// What an action concerns, as far as authority goes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Concerns {
    pub(crate) institutions: [Option<InstitutionKey>; 2],
    pub(crate) operator: Option<OperatorKey>,
    pub(crate) chat: Option<ChatKey>,
    pub(crate) queue: Option<QueueKey>,
}

impl Concerns {
    pub(crate) fn institution(institution: InstitutionKey) -> Self {
        Self { institutions: [Some(institution), None], ..Self::default() }
    }

    pub(crate) fn chat(chat: ChatKey) -> Self {
        Self { chat: Some(chat), ..Self::default() }
    }

    pub(crate) fn queue(self, queue: QueueKey) -> Self {
        Self { queue: Some(queue), ..self }
    }

    pub(crate) fn operator(self, operator: OperatorKey) -> Self {
        Self { operator: Some(operator), ..self }
    }
}

impl Router {
    /// A chat, and the institution whose patron's chat it is.
    pub(crate) fn concerns_chat(&self, chat: ChatKey) -> Concerns {
        Concerns { institutions: [Some(self.home(chat)), None], ..Concerns::chat(chat) }
    }

    /// Whether the table allows `by` the action on what it concerns, and as what: the first of its
    /// roles that they play.
    pub(crate) fn permit<A: Allowed>(&self, by: &Actor, on: Concerns) -> Result<Role, Refusal> {
        let mut roles = A::ROLES.iter().copied();
        roles.find(|&role| self.plays(by, role, on)).ok_or_else(|| Refusal::not_permitted(by))
    }

    fn plays(&self, by: &Actor, role: Role, on: Concerns) -> bool {
        match (role, by) {
            (Role::Host, Actor::Host) => true,
            (Role::Institution, Actor::Institution { institution }) => {
                let institution = self.institutions.find(institution);
                institution.is_some() && on.institutions.contains(&institution)
            }
            (Role::Operator, Actor::Operator { operator }) => {
                on.operator.is_some_and(|key| self.operators[key].id == *operator)
            }
            (Role::Rung, Actor::Operator { .. }) => true,
            (Role::Answering, Actor::Operator { .. }) => {
                on.chat.is_some_and(|chat| self.is_owner(by, chat))
            }
            (Role::Supervisor, Actor::Operator { operator }) => {
                self.operators.find(operator).is_some_and(|key| self.supervises(key, on))
            }
            (Role::Patron, Actor::Patron { patron }) => {
                on.chat.is_none_or(|chat| self.chats[chat].record.patron == *patron)
            }
            // No other actor plays any other role.
            _ => false,
        }
    }

    fn supervises(&self, supervisor: OperatorKey, on: Concerns) -> bool {
        let supervisor = &self.operators[supervisor];
        let over_chat =
            on.chat.is_some_and(|chat| supervisor.supervises_queue(self.chats[chat].queue));
        let over_operator = on.operator.is_some_and(|operator| {
            let operator = &self.operators[operator];
            let by_queue =
                operator.assignments.values().any(|a| supervisor.supervises_queue(a.queue));
            by_queue || operator.groups.iter().any(|group| supervisor.over_groups.contains(group))
        });
        let over_queue = on.queue.is_some_and(|queue| supervisor.supervises_queue(queue));
        over_chat || over_queue || over_operator
    }

    /// The refusal of what an operator may not do.
    #[cold]
    pub(crate) fn barred(&self, operator: OperatorKey) -> Refusal {
        let operator = self.operators[operator].id.clone();
        Refusal::NotPermitted { by: Asker::Operator { operator } }
    }

    /// The operator who gives a command, if it is one whom the router knows.
    pub(crate) fn acting_operator(&self, by: &Actor) -> Result<OperatorKey, Refusal> {
        let known = match by {
            Actor::Operator { operator } => self.operators.find(operator),
            Actor::Host | Actor::Institution { .. } | Actor::Patron { .. } => None,
        };
        known.ok_or_else(|| Refusal::not_permitted(by))
    }

    /// The operator who gives a command, if it is they who answer the chat.
    pub(crate) fn answering<A: Allowed>(
        &self,
        by: &Actor,
        chat: ChatKey,
    ) -> Result<OperatorKey, Refusal> {
        let operator = self.acting_operator(by)?;
        match self.chats[chat].owner {
            Some(owner) if owner != operator => Err(self.taken(chat, owner)),
            Some(_) | None => {
                self.permit::<A>(by, Concerns::chat(chat))?;
                Ok(operator)
            }
        }
    }

    /// Whether the actor is the operator who answers a chat.
    pub(crate) fn is_owner(&self, by: &Actor, chat: ChatKey) -> bool {
        let owner = self.chats[chat].owner.map(|owner| &self.operators[owner].id);
        matches!(by, Actor::Operator { operator } if owner == Some(operator))
    }
}
