//! Why a command was not carried out. Nothing has changed then.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};

use serde::{Deserialize, Serialize};

use crate::chat::Phase;
use crate::command::{Actor, Party};
use crate::hours::HoursFault;
use crate::id::{
    ChannelId, ChatId, ContactId, GroupId, InstitutionId, OfferId, OperatorId, ProposalId, QueueId,
    SessionId, SkillId, Text, TransferId,
};
use crate::time::Timestamp;

/// Why a command was refused.
///
/// Each has a stable [machine code](Self::code), the same in every language and never used again for
/// anything else, a [sentence](core::fmt::Display) for people, and the ids that it speaks of.
///
/// The checks are made in a fixed order, so that the same mistake always has the same code: texts
/// that are too long; names that nobody bears; whether the actor may; the state; the limits.
#[derive(Clone, Debug, PartialEq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Refusal {
    /// A text has more bytes than the limit allows.
    #[error("the {what} has {bytes} bytes, and at most {limit} are allowed")]
    TooLong {
        /// Which text.
        what: Measured,
        /// How many bytes it has.
        bytes: u64,
        /// How many are allowed.
        limit: u32,
    },
    /// One more would be beyond the limit.
    #[error("there may be at most {limit} {what}")]
    LimitReached {
        /// Of what.
        what: Limited,
        /// How many are allowed.
        limit: u32,
    },
    /// A policy cannot work.
    #[error("{} cannot work: {fault}", at_fault(*level, *fault))]
    InvalidPolicy {
        /// The level, counted from 0; or 0 where the fault is none of a level.
        level: u32,
        /// What is wrong with it.
        fault: PolicyFault,
    },
    /// Hours have a fault.
    #[error("the hours cannot be used: {path}: {fault}")]
    InvalidHours {
        /// Where, such as `hours.week[0].from`; in a policy, from there on:
        /// `levels[1].onlyWhen.hours.timeZone`.
        path: Text,
        /// The first fault in them.
        fault: Box<HoursFault>,
    },
    /// No institution bears this id.
    #[error("there is no institution `{institution}`")]
    UnknownInstitution {
        /// The id.
        institution: InstitutionId,
    },
    /// No operator bears this id.
    #[error("there is no operator `{operator}`")]
    UnknownOperator {
        /// The id.
        operator: OperatorId,
    },
    /// No queue bears this id.
    #[error("there is no queue `{queue}`")]
    UnknownQueue {
        /// The id.
        queue: QueueId,
    },
    /// No group bears this id.
    #[error("there is no group `{group}`")]
    UnknownGroup {
        /// The id.
        group: GroupId,
    },
    /// The configuration has no channel of this id.
    #[error("there is no channel `{channel}`")]
    UnknownChannel {
        /// The id.
        channel: ChannelId,
    },
    /// No open chat bears this id.
    #[error("there is no open chat `{chat}`")]
    UnknownChat {
        /// The id.
        chat: ChatId,
    },
    /// Nobody here has to do with a contact of this id.
    #[error("nobody here has to do with `{contact}`")]
    UnknownContact {
        /// The id.
        contact: ContactId,
    },
    /// The operator has no such session.
    #[error("operator `{operator}` has no session `{session}`")]
    UnknownSession {
        /// Who.
        operator: OperatorId,
        /// The session.
        session: SessionId,
    },
    /// An institution of this id is there already.
    #[error("there is an institution `{institution}` already")]
    InstitutionExists {
        /// The id.
        institution: InstitutionId,
    },
    /// An operator of this id is there already.
    #[error("there is an operator `{operator}` already")]
    OperatorExists {
        /// The id.
        operator: OperatorId,
    },
    /// A queue of this id is there already.
    #[error("there is a queue `{queue}` already")]
    QueueExists {
        /// The id.
        queue: QueueId,
    },
    /// A chat of this id is open, or ended not long ago.
    #[error("there is a chat `{chat}` already, or was not long ago")]
    DuplicateChat {
        /// The id.
        chat: ChatId,
    },
    /// The queue takes no chats now: none of its levels is active.
    #[error("queue `{queue}` is closed")]
    QueueClosed {
        /// The queue.
        queue: QueueId,
        /// When hours open it, or a level of it, next. `None` where they do not.
        opens_at: Option<Timestamp>,
    },
    /// The actor may not do this.
    #[error("{by} may not do this")]
    NotPermitted {
        /// Who asked for it.
        by: Asker,
    },
    /// The operator, queue or group is not of this institution.
    #[error("this is not of institution `{institution}`")]
    WrongInstitution {
        /// Of which it would have to be.
        institution: InstitutionId,
    },
    /// Something still needs it, so that it cannot be removed.
    #[error("it is still in use: {by}")]
    InUse {
        /// What needs it.
        by: Use,
    },
    /// The operator is not assigned to the queue.
    #[error("operator `{operator}` is not assigned to queue `{queue}`")]
    NotAssigned {
        /// Who.
        operator: OperatorId,
        /// The queue.
        queue: QueueId,
    },
    /// There is no live grant of `from` to `to` that covers this.
    #[error("no live grant of `{from}` lets `{to}` do this")]
    NoGrant {
        /// Who would have to give it.
        from: InstitutionId,
        /// To whom.
        to: InstitutionId,
    },
    /// The grants that would let this cross are outside their hours, or carry as many chats as they
    /// may.
    #[error("the grants between `{home}` and `{to}` are outside their hours, or at their cap")]
    GrantClosed {
        /// Whose patron it is.
        home: InstitutionId,
        /// Where they would be answered.
        to: InstitutionId,
    },
    /// An institution cannot be its own partner.
    #[error("an institution cannot be its own partner")]
    OwnPartner,
    /// There is no such proposal, or not any more.
    #[error("there is no proposal {proposal} to answer")]
    ProposalGone {
        /// The proposal.
        proposal: ProposalId,
    },
    /// The two have no partnership.
    #[error("there is no partnership with `{with}`")]
    NoPartnership {
        /// With whom.
        with: InstitutionId,
    },
    /// The institution has no listing, or none that the other may see.
    #[error("there is no listing of `{of}` to answer")]
    NoListing {
        /// Whose listing.
        of: InstitutionId,
    },
    /// What a listing asks for names queues, of a partner who is not known yet.
    #[error("what a listing asks for cannot name queues")]
    ListingNamesQueues,
    /// There is no such class of priority.
    #[error("there is no class {priority} of priority")]
    UnknownPriority {
        /// The class.
        priority: u8,
    },
    /// A level of a skill is not from 1 to [`MAX_SKILL`](crate::MAX_SKILL).
    #[error("the level of skill `{skill}` is not from 1 to 100")]
    NoSuchSkillLevel {
        /// The skill.
        skill: SkillId,
    },
    /// The operator is not paused.
    #[error("operator `{operator}` is not paused")]
    NotPaused {
        /// Who.
        operator: OperatorId,
    },
    /// The operator has no session.
    #[error("operator `{operator}` is offline")]
    OperatorOffline {
        /// Who.
        operator: OperatorId,
    },
    /// Somebody else answers the chat.
    #[error("operator `{winner}` answers chat `{chat}`")]
    ChatTaken {
        /// The chat.
        chat: ChatId,
        /// Who answers it.
        winner: OperatorId,
    },
    /// The offer was declined, missed or withdrawn, or was never theirs.
    #[error("offer {offer} of chat `{chat}` is not open to this operator")]
    OfferGone {
        /// The chat.
        chat: ChatId,
        /// The offer.
        offer: OfferId,
    },
    /// The chat has to be accepted first: the queue wants that, or this is no message to the patron.
    #[error("chat `{chat}` has to be accepted first")]
    AcceptFirst {
        /// The chat.
        chat: ChatId,
    },
    /// The chat is not in a state that allows this.
    #[error("chat `{chat}` is {phase}")]
    WrongPhase {
        /// The chat.
        chat: ChatId,
        /// What it is.
        phase: Phase,
    },
    /// The operator is not invited to the chat, and takes no part in it.
    #[error("operator `{operator}` is not invited to chat `{chat}`, and takes no part in it")]
    NotInvited {
        /// The chat.
        chat: ChatId,
        /// Who.
        operator: OperatorId,
    },
    /// A chat cannot be transferred to who has it.
    #[error("chat `{chat}` is there already")]
    TransferToSelf {
        /// The chat.
        chat: ChatId,
    },
    /// Who answers the chat did not get it by a transfer.
    #[error("chat `{chat}` was not transferred to who answers it")]
    NoSender {
        /// The chat.
        chat: ChatId,
    },
    /// The operator may not be offered a chat now: not there, paused, or full.
    #[error("operator `{operator}` cannot be offered a chat now")]
    TargetUnavailable {
        /// Who.
        operator: OperatorId,
    },
    /// The chat excludes the operator, or no level of the queue where it waits reaches them for it.
    #[error(
        "operator `{operator}` is excluded from chat `{chat}`, or no level reaches them for it"
    )]
    NotEligible {
        /// Who.
        operator: OperatorId,
        /// The chat.
        chat: ChatId,
    },
    /// There is no such transfer pending.
    #[error("transfer {transfer} of chat `{chat}` is not pending")]
    TransferGone {
        /// The chat.
        chat: ChatId,
        /// The transfer.
        transfer: TransferId,
    },
    /// Nobody is their own buddy.
    #[error("nobody is their own buddy")]
    OwnBuddy,
    /// Both are contacts outside: what is between them is not known here.
    #[error("both are contacts outside")]
    BothOutside,
    /// An institution does not let its operators and queues become buddies of anybody outside it.
    #[error("`{institution}` does not allow buddies outside it")]
    ForeignBuddiesForbidden {
        /// Which one of the two.
        institution: InstitutionId,
    },
    /// The sender has blocked them.
    #[error("{buddy} is blocked")]
    BuddyBlocked {
        /// Who is blocked.
        buddy: Party,
    },
    /// They do not take anything from the sender.
    #[error("{buddy} cannot be reached")]
    BuddyUnreachable {
        /// Who.
        buddy: Party,
    },
    /// Neither of the two sees the other's presence.
    #[error("{buddy} is no buddy")]
    NotBuddies {
        /// Who would have to be one.
        buddy: Party,
    },
    /// The message would open a chat on the queue, and does not name one.
    #[error("a message to queue `{queue}` has to name the chat that it opens")]
    ChatNeeded {
        /// The queue.
        queue: QueueId,
    },
}

/// Who asked for something that they may not do. Which patron stands in no refusal.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Asker {
    /// The host.
    Host,
    /// An institution, that is, its administrator.
    Institution {
        /// Which one.
        institution: InstitutionId,
    },
    /// An operator.
    Operator {
        /// Who.
        operator: OperatorId,
    },
    /// A patron.
    Patron,
}

impl From<&Actor> for Asker {
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Host => Self::Host,
            Actor::Institution { institution } => {
                Self::Institution { institution: institution.clone() }
            }
            Actor::Operator { operator } => Self::Operator { operator: operator.clone() },
            Actor::Patron { .. } => Self::Patron,
        }
    }
}

impl core::fmt::Display for Asker {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Host => f.write_str("the host"),
            Self::Institution { institution } => write!(f, "institution `{institution}`"),
            Self::Operator { operator } => write!(f, "operator `{operator}`"),
            Self::Patron => f.write_str("a patron"),
        }
    }
}

impl Refusal {
    /// The actor may not do what they ask for.
    #[cold]
    pub(crate) fn not_permitted(by: &Actor) -> Self {
        Self::NotPermitted { by: by.into() }
    }

    /// All the codes, in the order of the variants.
    pub const CODES: &[&str] = &[
        "too_long",
        "limit_reached",
        "invalid_policy",
        "invalid_hours",
        "unknown_institution",
        "unknown_operator",
        "unknown_queue",
        "unknown_group",
        "unknown_channel",
        "unknown_chat",
        "unknown_contact",
        "unknown_session",
        "institution_exists",
        "operator_exists",
        "queue_exists",
        "duplicate_chat",
        "queue_closed",
        "not_permitted",
        "wrong_institution",
        "in_use",
        "not_assigned",
        "no_grant",
        "grant_closed",
        "own_partner",
        "proposal_gone",
        "no_partnership",
        "no_listing",
        "listing_names_queues",
        "unknown_priority",
        "no_such_skill_level",
        "not_paused",
        "operator_offline",
        "chat_taken",
        "offer_gone",
        "accept_first",
        "wrong_phase",
        "not_invited",
        "transfer_to_self",
        "no_sender",
        "target_unavailable",
        "not_eligible",
        "transfer_gone",
        "own_buddy",
        "both_outside",
        "foreign_buddies_forbidden",
        "buddy_blocked",
        "buddy_unreachable",
        "not_buddies",
        "chat_needed",
    ];

    /// The stable machine code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too_long",
            Self::LimitReached { .. } => "limit_reached",
            Self::InvalidPolicy { .. } => "invalid_policy",
            Self::InvalidHours { .. } => "invalid_hours",
            Self::UnknownInstitution { .. } => "unknown_institution",
            Self::UnknownOperator { .. } => "unknown_operator",
            Self::UnknownQueue { .. } => "unknown_queue",
            Self::UnknownGroup { .. } => "unknown_group",
            Self::UnknownChannel { .. } => "unknown_channel",
            Self::UnknownChat { .. } => "unknown_chat",
            Self::UnknownContact { .. } => "unknown_contact",
            Self::UnknownSession { .. } => "unknown_session",
            Self::InstitutionExists { .. } => "institution_exists",
            Self::OperatorExists { .. } => "operator_exists",
            Self::QueueExists { .. } => "queue_exists",
            Self::DuplicateChat { .. } => "duplicate_chat",
            Self::QueueClosed { .. } => "queue_closed",
            Self::NotPermitted { .. } => "not_permitted",
            Self::WrongInstitution { .. } => "wrong_institution",
            Self::InUse { .. } => "in_use",
            Self::NotAssigned { .. } => "not_assigned",
            Self::NoGrant { .. } => "no_grant",
            Self::GrantClosed { .. } => "grant_closed",
            Self::OwnPartner => "own_partner",
            Self::ProposalGone { .. } => "proposal_gone",
            Self::NoPartnership { .. } => "no_partnership",
            Self::NoListing { .. } => "no_listing",
            Self::ListingNamesQueues => "listing_names_queues",
            Self::UnknownPriority { .. } => "unknown_priority",
            Self::NoSuchSkillLevel { .. } => "no_such_skill_level",
            Self::NotPaused { .. } => "not_paused",
            Self::OperatorOffline { .. } => "operator_offline",
            Self::ChatTaken { .. } => "chat_taken",
            Self::OfferGone { .. } => "offer_gone",
            Self::AcceptFirst { .. } => "accept_first",
            Self::WrongPhase { .. } => "wrong_phase",
            Self::NotInvited { .. } => "not_invited",
            Self::TransferToSelf { .. } => "transfer_to_self",
            Self::NoSender { .. } => "no_sender",
            Self::TargetUnavailable { .. } => "target_unavailable",
            Self::NotEligible { .. } => "not_eligible",
            Self::TransferGone { .. } => "transfer_gone",
            Self::OwnBuddy => "own_buddy",
            Self::BothOutside => "both_outside",
            Self::ForeignBuddiesForbidden { .. } => "foreign_buddies_forbidden",
            Self::BuddyBlocked { .. } => "buddy_blocked",
            Self::BuddyUnreachable { .. } => "buddy_unreachable",
            Self::NotBuddies { .. } => "not_buddies",
            Self::ChatNeeded { .. } => "chat_needed",
        }
    }
}

/// Builds an enum of unit variants with the words that people read.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$what:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[non_exhaustive]
        pub enum $name {$(
            $(#[$what])*
            $variant,
        )*}

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(match self { $(Self::$variant => $word,)* })
            }
        }
    )*};
}

words! {
    /// A text whose length is limited.
    Measured {
        /// A message.
        Message = "message",
        /// A reason or a note.
        Note = "note",
        /// A patron's context.
        Context = "context",
        /// A reference to the host's store, its key and its digest together.
        Reference = "reference",
        /// A tag, or a resolution code.
        Label = "tag or resolution code",
        /// A queue's profile.
        Profile = "profile",
    }

    /// What there may be only so many of.
    Limited {
        /// Institutions.
        Institutions = "institutions",
        /// Operators.
        Operators = "operators",
        /// Queues.
        Queues = "queues",
        /// Groups.
        Groups = "groups",
        /// Open chats.
        OpenChats = "open chats",
        /// Open chats of one patron.
        OpenChatsOfPatron = "open chats of one patron",
        /// Chats waiting in one queue.
        Waiting = "chats waiting in one queue",
        /// Operators who take part in one chat.
        Participants = "operators who take part in one chat",
        /// Sessions of one operator.
        Sessions = "sessions of one operator",
        /// Queues, groups and levels that name one operator.
        Memberships = "queues, groups and levels of one operator",
        /// Skills of one operator.
        Skills = "skills of one operator",
        /// Skills that one chat or one level needs.
        Needs = "skills that one chat or one level needs",
        /// Different things that chats ask for at one level.
        Demands = "different needs at one level",
        /// Operators whom one chat excludes.
        Excluded = "operators whom one chat excludes",
        /// Sources of one level.
        Sources = "sources of one level",
        /// Operators that one level, group or mark names.
        OperatorsNamed = "names in one list",
        /// Grants of one side, and queues of one grant.
        Grants = "grants of one side",
        /// Entries of a transcript.
        TranscriptEntries = "entries of one transcript",
        /// Tags of one chat.
        Tags = "tags of one chat",
        /// Transfers of one chat.
        Hops = "transfers of one chat",
        /// Buddies of one party.
        Buddies = "buddies of one party",
        /// Requests to one party to be buddies, without an answer.
        BuddyRequests = "requests to one party to be buddies",
        /// Whom one party blocks.
        Blocked = "parties whom one party blocks",
        /// Contacts with whom anybody has to do.
        Contacts = "contacts",
    }

    /// What is wrong with a policy.
    PolicyFault {
        /// It has no levels.
        NoLevels = "it has no levels",
        /// It has too many.
        TooManyLevels = "it has more than 8 levels",
        /// A level names no source.
        EmptyPool = "its pool is empty",
        /// A level rings the best 0.
        RingsNobody = "it rings nobody",
        /// An offer that ends in the instant of its birth.
        LapsesAtOnce = "its offers would lapse at once",
        /// The pause before a new round is below 1 s.
        PauseTooShort = "the pause before a new round is below 1 s",
        /// Operators who missed no offer would be paused.
        PausesAtOnce = "it would pause operators after 0 missed offers",
        /// A level of a skill is not from 1 to 100.
        NoSuchSkillLevel = "a level of a skill is not from 1 to 100",
        /// The queue's own operators are named by `assigned`.
        NamesItself = "its queue names itself",
        /// Chats would move on in a circle.
        Circle = "its chats would move on in a circle",
        /// What comes to a chat of a full queue, or after too long, is to keep waiting.
        KeepsWaiting = "a bound is to be followed by something",
        /// The queue is full with no chat, or the first instant is too long.
        EndsAtOnce = "no chat could wait",
        /// Whoever is to write would be idle at once, or told when it is too late.
        IdlesAtOnce = "somebody would be idle at once, or told of it too late",
    }

    /// What still needs something that was to be removed.
    Use {
        /// Operators of the institution.
        Operators = "it has operators",
        /// Queues of the institution.
        Queues = "it has queues",
        /// Groups of the institution.
        Groups = "it has groups",
        /// Partnerships or proposals of the institution.
        Partnerships = "it has partnerships or proposals",
        /// A policy that names it.
        Policy = "a policy names it",
        /// Open chats of the queue.
        Chats = "it has open chats",
    }
}

/// A level counts where the fault is one of a level.
fn at_fault(level: u32, fault: PolicyFault) -> String {
    match fault {
        PolicyFault::NoLevels
        | PolicyFault::TooManyLevels
        | PolicyFault::PauseTooShort
        | PolicyFault::PausesAtOnce
        | PolicyFault::Circle
        | PolicyFault::KeepsWaiting
        | PolicyFault::EndsAtOnce
        | PolicyFault::IdlesAtOnce => "the policy".to_string(),
        PolicyFault::EmptyPool
        | PolicyFault::RingsNobody
        | PolicyFault::LapsesAtOnce
        | PolicyFault::NoSuchSkillLevel
        | PolicyFault::NamesItself => format!("level {level} of the policy"),
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::{PolicyFault, Refusal};
    use crate::config::MAX_LEVELS;

    #[test]
    fn a_fault_of_the_whole_policy_names_no_level() {
        let said = |fault| Refusal::InvalidPolicy { level: 0, fault }.to_string();
        let many = format!("the policy cannot work: it has more than {MAX_LEVELS} levels");
        assert_eq!(said(PolicyFault::TooManyLevels), many);
        assert_eq!(
            said(PolicyFault::EmptyPool),
            "level 0 of the policy cannot work: its pool is empty"
        );
    }
}
