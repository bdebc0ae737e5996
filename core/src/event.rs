//! What the router answers: facts, each with what the host does about it. What goes with them is in
//! `carried`.

mod carried;

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::about::About;
use crate::availability::Availability;
use crate::chat::Idler;
use crate::colleague::{Stanza, Subscription};
use crate::command::{Part, Party, Target, Terms, TransferMode};
use crate::id::{
    ChatId, ContactId, InstitutionId, OfferId, OperatorId, PatronId, ProposalId, QueueId, Text,
    TransferId,
};
use crate::policy::is_default;
use crate::queue_state::QueueState;
use crate::recipients::Recipients;
use crate::record::{ClaimReason, Details, Outcome, Record, RollReason, TransferFailure};
use crate::time::Timestamp;

pub(crate) use carried::History;
pub use carried::{
    DirectMessage, Handover, OfferCause, PauseReason, Posted, Presence, RequeueReason, Withdrawal,
};

/// Something that happened, for the host to carry out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it happened.
    pub at: Timestamp,
    /// Its number: 1 for a router's first event, without gaps.
    pub seq: u64,
    /// What happened.
    #[serde(flatten)]
    pub kind: EventKind,
}

/// What happened, and what the host does about it.
///
/// Exhaustive on purpose: a new kind is a breaking change, and each host and binding must notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum EventKind {
    /// One institution proposed terms to another. Show them to the administrator of `to`.
    PartnershipProposed {
        /// Who proposed.
        from: InstitutionId,
        /// Who may accept or decline.
        to: InstitutionId,
        /// The number that the answer must name.
        proposal: ProposalId,
        /// The terms, as the proposer sees them.
        terms: Box<Terms>,
    },
    /// Two institutions have agreed: the terms of the proposal hold now. Tell both.
    PartnershipAgreed {
        /// Who had proposed.
        proposer: InstitutionId,
        /// Who accepted.
        accepter: InstitutionId,
        /// What they agreed on.
        proposal: ProposalId,
    },
    /// A proposal was declined, or taken back. Tell both.
    PartnershipDeclined {
        /// Who declined, or took back.
        by: InstitutionId,
        /// The other institution.
        with: InstitutionId,
        /// The proposal.
        proposal: ProposalId,
    },
    /// A partnership ended. Tell both.
    PartnershipEnded {
        /// Who ended it.
        by: InstitutionId,
        /// The other institution.
        with: InstitutionId,
    },
    /// An institution looks for partners. Show its terms to the administrators of all institutions
    /// that see listings ([`Router::listings`](crate::Router::listings)).
    ListingPosted {
        /// Who looks for partners.
        institution: InstitutionId,
        /// The terms, as they see them.
        terms: Box<Terms>,
    },
    /// An institution looks for partners no more. Take its listing off the screens.
    ListingWithdrawn {
        /// Who.
        institution: InstitutionId,
    },
    /// A queue that is watched would do something else with a chat than before. Show it in the chat
    /// widget.
    AvailabilityChanged {
        /// The queue.
        queue: QueueId,
        /// What would come to a chat now.
        availability: Availability,
    },
    /// An operator is seen otherwise than before. Show it to `to`; `offline` means that the host
    /// forgets their sessions.
    PresenceChanged {
        /// Who.
        operator: OperatorId,
        /// How they are seen now.
        presence: Presence,
        /// Who is told: the operator, if they are there, and those who are there of whom they let see
        /// them.
        to: Recipients,
    },
    /// An operator paused, and takes nothing new whatever their sessions show. Show it to them, and
    /// where their supervisors look; colleagues see presence alone.
    OperatorPaused {
        /// Who.
        operator: OperatorId,
        /// Why.
        reason: PauseReason,
        /// Who is told: they, if they are there.
        to: Recipients,
    },
    /// An operator's pause is over. Show it as the pause was shown.
    OperatorUnpaused {
        /// Who.
        operator: OperatorId,
        /// Who is told: they, if they are there.
        to: Recipients,
    },
    /// An operator finishes the chats that they have, takes nothing new, and is logged out after the
    /// last one; or does so no more. Show it as a pause is shown.
    OperatorLeaving {
        /// Who.
        operator: OperatorId,
        /// Whether they do. When they are gone, that they are seen as `offline` says so.
        leaves: bool,
        /// Who is told: they, if they are there.
        to: Recipients,
    },
    /// An operator's last session ended; they keep their chats until the grace is over.
    GraceStarted {
        /// Who.
        operator: OperatorId,
        /// When the grace is over.
        until: Timestamp,
    },
    /// A queue opened or closed, by its hours or by hand. Show it where patrons find the queue.
    ///
    /// Only of queues that have hours, or were set to a state by hand.
    QueueStateChanged {
        /// The queue.
        queue: QueueId,
        /// What it is now.
        state: QueueState,
    },
    /// A chat is open and in line. Tell the patron.
    ChatOpened {
        /// The chat.
        chat: ChatId,
        /// On which queue.
        queue: QueueId,
        /// Whose chat.
        patron: PatronId,
    },
    /// An operator may take a chat. Ring them, and show what is known of it.
    ChatOffered {
        /// The chat.
        chat: ChatId,
        /// The number that the answer must name.
        offer: OfferId,
        /// Who is rung.
        operator: OperatorId,
        /// The queue in whose name they would answer.
        origin: QueueId,
        /// How the offer came about.
        cause: OfferCause,
        /// When the offer ends. `None`: when the chat is taken or moves on.
        lapses_at: Option<Timestamp>,
        /// What is known of the chat and may be shown to them, if anything is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<Arc<About>>,
    },
    /// An offer is no more. Stop ringing them, and say why.
    OfferWithdrawn {
        /// The chat.
        chat: ChatId,
        /// The offer.
        offer: OfferId,
        /// Who was rung.
        operator: OperatorId,
        /// Why.
        reason: Withdrawal,
    },
    /// An offer was not answered in time. Stop ringing them.
    OfferLapsed {
        /// The chat.
        chat: ChatId,
        /// The offer.
        offer: OfferId,
        /// Who missed it.
        operator: OperatorId,
    },
    /// An operator declined. Stop ringing them.
    OfferDeclined {
        /// The chat.
        chat: ChatId,
        /// The offer.
        offer: OfferId,
        /// Who declined.
        operator: OperatorId,
    },
    /// A level is passed over by all chats of its queue while nobody of it can be offered one.
    /// Nothing to do; an administrator may want to know.
    LevelPassedOver {
        /// The queue.
        queue: QueueId,
        /// The level, counted from 0.
        level: u8,
        /// Why.
        reason: RollReason,
    },
    /// A chat rolled on to another level. Nothing to do; the patron may be told that it goes on.
    ChatRolledOver {
        /// The chat.
        chat: ChatId,
        /// The queue.
        queue: QueueId,
        /// The level that it entered, counted from 0.
        level: u8,
        /// Why it left the one before.
        reason: RollReason,
    },
    /// All have declined or missed a chat, and are rung anew. Nothing to do.
    RoundStarted {
        /// The chat.
        chat: ChatId,
        /// The round, 2 for the second.
        round: u32,
    },
    /// An operator has a chat now, and nobody else does. Open it on their screen; tell the patron.
    ChatClaimed {
        /// The chat.
        chat: ChatId,
        /// Who answers.
        operator: OperatorId,
        /// Why it is they.
        reason: ClaimReason,
        /// Who is told: the patron, the operator, and who else takes part.
        to: Recipients,
    },
    /// What an operator may read of a chat that they took, or in which they take part. Show it to them before they write.
    TranscriptShown {
        /// The chat.
        chat: ChatId,
        /// To whom.
        operator: OperatorId,
        /// Everything that goes with the chat.
        handover: Handover,
    },
    /// A message was posted. Deliver it to `to`, and to nobody else.
    MessagePosted {
        /// The chat.
        chat: ChatId,
        /// The number of its entry in the transcript.
        number: u32,
        /// The message and its author.
        posted: Box<Posted>,
        /// Who may see it: the people in its audience. The author's other screens are among them if
        /// the author is.
        to: Recipients,
    },
    /// Those who answer said what a chat is about, or what came of it. Show it where the chat is shown.
    ChatDescribed {
        /// The chat.
        chat: ChatId,
        /// All that is said of it now.
        details: Box<Details>,
        /// Who is told: the staff of the chat.
        to: Recipients,
    },
    /// A patron asked to be forgotten. Forget who they are and what they wrote in these entries, here
    /// and in the stores and screens of all who have read them.
    PatronMasked {
        /// The chat.
        chat: ChatId,
        /// What stands for the patron from now on. Not for a partner who may not know the patron.
        patron: PatronId,
        /// The numbers of the entries that were masked.
        entries: Vec<u32>,
        /// Who is told: the staff of the chat, and those who are rung and were shown what was known of
        /// the patron.
        to: Recipients,
    },
    /// A chat waits in another place than before, or waits again, always at its old place in line.
    /// Take it off the screen of who had it; tell the patron.
    ChatRequeued {
        /// The chat.
        chat: ChatId,
        /// The queue in which it waits.
        queue: QueueId,
        /// Who answered until now. `None` if nobody did.
        operator: Option<OperatorId>,
        /// Why.
        reason: RequeueReason,
        /// Who is told: the patron, who had it if they are there, and who else took part.
        to: Recipients,
    },
    /// A patron has waited for some time. Tell them so, in the words of the queue.
    NoticeGiven {
        /// The chat.
        chat: ChatId,
        /// What the patron is told.
        notice: Text,
        /// Who is told: the patron.
        to: Recipients,
    },
    /// The operator has asked the patron to wait for a while. Tell the patron.
    ChatHeld {
        /// The chat.
        chat: ChatId,
        /// Who answers.
        operator: OperatorId,
        /// Who is told: everybody in the chat.
        to: Recipients,
    },
    /// The operator goes on with a chat that was on hold. Tell the patron.
    ChatResumed {
        /// The chat.
        chat: ChatId,
        /// Who answers.
        operator: OperatorId,
        /// Who is told: everybody in the chat.
        to: Recipients,
    },
    /// The patron's connection is lost. Show it to the staff of the chat.
    PatronDropped {
        /// The chat.
        chat: ChatId,
        /// When they have left, if they do not come back.
        until: Timestamp,
        /// Who is told: the staff of the chat.
        to: Recipients,
    },
    /// A patron whose connection was lost is back. Show them their chat, and show it to the staff.
    PatronReturned {
        /// The chat.
        chat: ChatId,
        /// Who is told: everybody in the chat.
        to: Recipients,
    },
    /// Somebody has not written for some time. Tell them so, in the words of the queue.
    IdleNoticed {
        /// The chat.
        chat: ChatId,
        /// Who is to write.
        idler: Idler,
        /// What they are told.
        notice: Text,
        /// Who is told: they.
        to: Recipients,
    },
    /// An operator is invited to take part in a chat. Ask them.
    OperatorInvited {
        /// The chat.
        chat: ChatId,
        /// Who.
        operator: OperatorId,
        /// Who answers it, and invites them.
        by: OperatorId,
        /// What they should know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    },
    /// Somebody is not invited any more: they declined, or the chat goes on without them. Take the
    /// question off their screen.
    InvitationWithdrawn {
        /// The chat.
        chat: ChatId,
        /// Who was invited.
        operator: OperatorId,
        /// Who is told: they and who answers, if they are there.
        to: Recipients,
    },
    /// An operator takes part in a chat that somebody else answers, or has another part than before.
    /// Open it on their screen; show it to the others.
    OperatorJoined {
        /// The chat.
        chat: ChatId,
        /// Who.
        operator: OperatorId,
        /// As what.
        part: Part,
        /// Who is told: the staff of the chat, the patron only of those who may write to them.
        to: Recipients,
    },
    /// An operator takes part no more, or not so that the patron sees it. Close the chat on their screen
    /// if they are told; show it to the others.
    OperatorLeft {
        /// The chat.
        chat: ChatId,
        /// Who.
        operator: OperatorId,
        /// What they were.
        part: Part,
        /// Who is told: as when they joined; not they themself where they have another part from now on.
        to: Recipients,
    },
    /// Home staff would like to have a chat back that a partner's operator answers. Show it to them:
    /// they may transfer it.
    ChatAskedBack {
        /// The chat.
        chat: ChatId,
        /// Who asks, at home.
        operator: OperatorId,
        /// Who is told: who answers.
        to: Recipients,
    },
    /// A chat was given to somebody else. Close it on the screen of who had it; the claim says the rest.
    ChatReassigned {
        /// The chat.
        chat: ChatId,
        /// Who had it.
        from: OperatorId,
        /// Who has it now.
        operator: OperatorId,
        /// Who is told: the two, if they are there.
        to: Recipients,
    },
    /// A transfer is pending; the sender goes on talking until somebody accepts. Show it to the
    /// sender.
    TransferStarted {
        /// The chat.
        chat: ChatId,
        /// The transfer.
        transfer: TransferId,
        /// Who sends.
        from: OperatorId,
        /// To whom.
        target: Target,
        /// What happens when somebody accepts.
        #[serde(default, skip_serializing_if = "is_default")]
        mode: TransferMode,
        /// When it fails if nobody has accepted.
        lapses_at: Timestamp,
    },
    /// Who is to take a chat over has accepted to talk about it first: they read along, and what is
    /// written to the staff goes to them. Open it on their screen; show it to the sender, who completes
    /// the transfer or takes it back.
    ConsultationStarted {
        /// The chat.
        chat: ChatId,
        /// The transfer.
        transfer: TransferId,
        /// Who is consulted.
        operator: OperatorId,
        /// Who is told: the staff of the chat, who is consulted among them.
        to: Recipients,
    },
    /// A transfer was accepted. Close the chat on the sender's screen; the claim says the rest.
    TransferCompleted {
        /// The chat.
        chat: ChatId,
        /// The transfer.
        transfer: TransferId,
        /// Who has sent.
        from: OperatorId,
        /// Who answers now.
        operator: OperatorId,
        /// Who is told: the sender, the new operator, who else takes part, and the patron.
        to: Recipients,
    },
    /// A transfer came to nothing; the chat is where it was.
    TransferFailed {
        /// The chat.
        chat: ChatId,
        /// The transfer.
        transfer: TransferId,
        /// Why.
        why: TransferFailure,
        /// Who is told: the sender, if they are there; and the operator whom it named.
        to: Recipients,
    },
    /// The patron has left, and the operator finishes their notes: nothing goes to the patron any
    /// more. Close the chat on the patron's screen; show the operator how much time they have.
    WrapUpStarted {
        /// The chat.
        chat: ChatId,
        /// How the conversation ended.
        outcome: Outcome,
        /// When the wrap-up is over, if nobody ends it before.
        until: Timestamp,
        /// Who is told: the patron, the operator, and who else took part.
        to: Recipients,
    },
    /// A chat is over. Close it on every screen, and keep the record: it is handed out only once.
    ChatEnded {
        /// The chat.
        chat: ChatId,
        /// What the queue says to the patron, if it was the queue that ended it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<Text>,
        /// Everything about it: for the institution of its origin, and for nobody of another.
        record: Box<Record>,
        /// Who is told: the patron, the operator who answered, and who else took part; after a wrap-up the
        /// operator alone.
        to: Recipients,
    },
    /// A party said something to another about seeing presence: it asks, lets them see it, or ends
    /// that. Where `buddy` is a contact, send it by the gateway; where it is a queue, show it to the
    /// administrator; else show it to `to`.
    SubscriptionTold {
        /// Who said it.
        party: Party,
        /// To whom.
        buddy: Party,
        /// What, by its name in RFC 6121.
        stanza: Stanza,
        /// Who is told: the buddy, if they are an operator who is there. Who is not finds it among
        /// their buddies when they come ([`Router::colleagues`](crate::Router::colleagues)).
        to: Recipients,
    },
    /// What is between a party and a buddy is otherwise than before. Show it in the party's list.
    BuddyChanged {
        /// Whose list: an operator's or a queue's.
        party: Party,
        /// Who stands in it. With neither a subscription nor an approval they do not, any more.
        buddy: Party,
        /// Who sees whom, and who has asked.
        subscription: Subscription,
        /// Whether a request of the buddy is approved before it comes.
        approved: bool,
        /// Who is told: the party, if they are an operator who is there.
        to: Recipients,
    },
    /// A party blocks another, or does so no more. Show it to the party.
    BlockChanged {
        /// Who blocks.
        party: Party,
        /// Whom.
        buddy: Party,
        /// Whether they are blocked.
        blocked: bool,
        /// Who is told: the party, if they are an operator who is there.
        to: Recipients,
    },
    /// How a buddy is seen: told to whoever comes, or may see it from now on, if it is not `offline`;
    /// when they may not any more, as `offline`; and of queues and contacts whenever it changes. Show
    /// it to `to`.
    BuddyPresence {
        /// Who is seen.
        buddy: Party,
        /// How.
        presence: Presence,
        /// Who is told: operators who are there, and whom the buddy lets see it.
        to: Recipients,
    },
    /// How a party is seen by a contact whom it lets see it. Send it by the gateway.
    ContactTold {
        /// Who is told.
        contact: ContactId,
        /// Who is seen.
        buddy: Party,
        /// How.
        presence: Presence,
    },
    /// A message goes from one buddy to another. Where `buddy` is a contact, send it by the gateway;
    /// an operator who is not among `to` is not there: keep it for them.
    DirectMessageSent {
        /// Who wrote it.
        party: Party,
        /// To whom.
        buddy: Party,
        /// What they wrote.
        sent: Box<DirectMessage>,
        /// Who is told: the sender, for their other screens, and the receiver, as far as they are
        /// operators who are there.
        to: Recipients,
    },
    /// A colleague wrote to a queue, and this opened a chat on it: what goes to the patron of this
    /// chat goes to them.
    ColleagueAsks {
        /// The chat.
        chat: ChatId,
        /// On which queue.
        queue: QueueId,
        /// Who asks: an operator or a contact.
        party: Party,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_small_enough_to_be_moved_about() {
        assert!(size_of::<Event>() <= 128, "an event has {} bytes", size_of::<Event>());
    }
}
