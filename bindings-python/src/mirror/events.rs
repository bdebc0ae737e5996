//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

use crate::classes::*;

event! {
/// One institution proposed terms to another. Show them to the administrator of `to`.
PartnershipProposed {
    /// Who proposed.
    from_: from,
    /// Who may accept or decline.
    to: to,
    /// The number that the answer must name.
    proposal: proposal,
    /// The terms, as the proposer sees them.
    terms: terms,
}
}

event! {
/// Two institutions have agreed: the terms of the proposal hold now. Tell both.
PartnershipAgreed {
    /// Who had proposed.
    proposer: proposer,
    /// Who accepted.
    accepter: accepter,
    /// What they agreed on.
    proposal: proposal,
}
}

event! {
/// A proposal was declined, or taken back. Tell both.
PartnershipDeclined {
    /// Who declined, or took back.
    by: by,
    /// The other institution.
    with_: with,
    /// The proposal.
    proposal: proposal,
}
}

event! {
/// A partnership ended. Tell both.
PartnershipEnded {
    /// Who ended it.
    by: by,
    /// The other institution.
    with_: with,
}
}

event! {
/// An institution looks for partners. Show its terms to the administrators of all institutions
/// that see listings (`Router.listings`).
ListingPosted {
    /// Who looks for partners.
    institution: institution,
    /// The terms, as they see them.
    terms: terms,
}
}

event! {
/// An institution looks for partners no more. Take its listing off the screens.
ListingWithdrawn {
    /// Who.
    institution: institution,
}
}

event! {
/// A queue that is watched would do something else with a chat than before. Show it in the chat
/// widget.
AvailabilityChanged {
    /// The queue.
    queue: queue,
    /// What would come to a chat now.
    availability: availability,
}
}

event! {
/// An operator is seen otherwise than before. Show it to `to`; `offline` means that the host
/// forgets their sessions.
PresenceChanged {
    /// Who.
    operator: operator,
    /// How they are seen now.
    presence: presence,
    /// Who is told: the operator, if they are there, and those who are there of whom they let see
    /// them.
    to: to,
}
}

event! {
/// An operator paused, and takes nothing new whatever their sessions show. Show it to them, and
/// where their supervisors look; colleagues see presence alone.
OperatorPaused {
    /// Who.
    operator: operator,
    /// Why.
    reason: reason,
    /// Who is told: they, if they are there.
    to: to,
}
}

event! {
/// An operator's pause is over. Show it as the pause was shown.
OperatorUnpaused {
    /// Who.
    operator: operator,
    /// Who is told: they, if they are there.
    to: to,
}
}

event! {
/// An operator finishes the chats that they have, takes nothing new, and is logged out after the
/// last one; or does so no more. Show it as a pause is shown.
OperatorLeaving {
    /// Who.
    operator: operator,
    /// Whether they do. When they are gone, that they are seen as `offline` says so.
    leaves: leaves,
    /// Who is told: they, if they are there.
    to: to,
}
}

event! {
/// An operator's last session ended; they keep their chats until the grace is over.
GraceStarted {
    /// Who.
    operator: operator,
    /// When the grace is over.
    until: until,
}
}

event! {
/// A queue opened or closed, by its hours or by hand. Show it where patrons find the queue.
///
/// Only of queues that have hours, or were set to a state by hand.
QueueStateChanged {
    /// The queue.
    queue: queue,
    /// What it is now.
    state: state,
}
}

event! {
/// A chat is open and in line. Tell the patron.
ChatOpened {
    /// The chat.
    chat: chat,
    /// On which queue.
    queue: queue,
    /// Whose chat.
    patron: patron,
}
}

event! {
/// An operator may take a chat. Ring them, and show what is known of it.
ChatOffered {
    /// The chat.
    chat: chat,
    /// The number that the answer must name.
    offer: offer,
    /// Who is rung.
    operator: operator,
    /// The queue in whose name they would answer.
    origin: origin,
    /// How the offer came about.
    cause: cause,
    /// When the offer ends. `None`: when the chat is taken or moves on.
    lapses_at: lapses_at,
    ;
    /// What is known of the chat and may be shown to them, if anything is.
    about: about = Default::default(),
}
}

event! {
/// An offer is no more. Stop ringing them, and say why.
OfferWithdrawn {
    /// The chat.
    chat: chat,
    /// The offer.
    offer: offer,
    /// Who was rung.
    operator: operator,
    /// Why.
    reason: reason,
}
}

event! {
/// An offer was not answered in time. Stop ringing them.
OfferLapsed {
    /// The chat.
    chat: chat,
    /// The offer.
    offer: offer,
    /// Who missed it.
    operator: operator,
}
}

event! {
/// An operator declined. Stop ringing them.
OfferDeclined {
    /// The chat.
    chat: chat,
    /// The offer.
    offer: offer,
    /// Who declined.
    operator: operator,
}
}

event! {
/// A level is passed over by all chats of its queue while nobody of it can be offered one.
/// Nothing to do; an administrator may want to know.
LevelPassedOver {
    /// The queue.
    queue: queue,
    /// The level, counted from 0.
    level: level,
    /// Why.
    reason: reason,
}
}

event! {
/// A chat rolled on to another level. Nothing to do; the patron may be told that it goes on.
ChatRolledOver {
    /// The chat.
    chat: chat,
    /// The queue.
    queue: queue,
    /// The level that it entered, counted from 0.
    level: level,
    /// Why it left the one before.
    reason: reason,
}
}

event! {
/// All have declined or missed a chat, and are rung anew. Nothing to do.
RoundStarted {
    /// The chat.
    chat: chat,
    /// The round, 2 for the second.
    round: round,
}
}

event! {
/// An operator has a chat now, and nobody else does. Open it on their screen; tell the patron.
ChatClaimed {
    /// The chat.
    chat: chat,
    /// Who answers.
    operator: operator,
    /// Why it is they.
    reason: reason,
    /// Who is told: the patron, the operator, and who else takes part.
    to: to,
}
}

event! {
/// What an operator may read of a chat that they took, or in which they take part. Show it to them before they write.
TranscriptShown {
    /// The chat.
    chat: chat,
    /// To whom.
    operator: operator,
    /// Everything that goes with the chat.
    handover: handover,
}
}

event! {
/// A message was posted. Deliver it to `to`, and to nobody else.
MessagePosted {
    /// The chat.
    chat: chat,
    /// The number of its entry in the transcript.
    number: number,
    /// The message and its author.
    posted: posted,
    /// Who may see it: the people in its audience. The author's other screens are among them if
    /// the author is.
    to: to,
}
}

event! {
/// Those who answer said what a chat is about, or what came of it. Show it where the chat is shown.
ChatDescribed {
    /// The chat.
    chat: chat,
    /// All that is said of it now.
    details: details,
    /// Who is told: the staff of the chat.
    to: to,
}
}

event! {
/// A patron asked to be forgotten. Forget who they are and what they wrote in these entries, here
/// and in the stores and screens of all who have read them.
PatronMasked {
    /// The chat.
    chat: chat,
    /// What stands for the patron from now on. Not for a partner who may not know the patron.
    patron: patron,
    /// The numbers of the entries that were masked.
    entries: entries,
    /// Who is told: the staff of the chat, and those who are rung and were shown what was known of
    /// the patron.
    to: to,
}
}

event! {
/// A chat waits in another place than before, or waits again, always at its old place in line.
/// Take it off the screen of who had it; tell the patron.
ChatRequeued {
    /// The chat.
    chat: chat,
    /// The queue in which it waits.
    queue: queue,
    /// Who answered until now. `None` if nobody did.
    operator: operator,
    /// Why.
    reason: reason,
    /// Who is told: the patron, who had it if they are there, and who else took part.
    to: to,
}
}

event! {
/// A patron has waited for some time. Tell them so, in the words of the queue.
NoticeGiven {
    /// The chat.
    chat: chat,
    /// What the patron is told.
    notice: notice,
    /// Who is told: the patron.
    to: to,
}
}

event! {
/// The operator has asked the patron to wait for a while. Tell the patron.
ChatHeld {
    /// The chat.
    chat: chat,
    /// Who answers.
    operator: operator,
    /// Who is told: everybody in the chat.
    to: to,
}
}

event! {
/// The operator goes on with a chat that was on hold. Tell the patron.
ChatResumed {
    /// The chat.
    chat: chat,
    /// Who answers.
    operator: operator,
    /// Who is told: everybody in the chat.
    to: to,
}
}

event! {
/// The patron's connection is lost. Show it to the staff of the chat.
PatronDropped {
    /// The chat.
    chat: chat,
    /// When they have left, if they do not come back.
    until: until,
    /// Who is told: the staff of the chat.
    to: to,
}
}

event! {
/// A patron whose connection was lost is back. Show them their chat, and show it to the staff.
PatronReturned {
    /// The chat.
    chat: chat,
    /// Who is told: everybody in the chat.
    to: to,
}
}

event! {
/// Somebody has not written for some time. Tell them so, in the words of the queue.
IdleNoticed {
    /// The chat.
    chat: chat,
    /// Who is to write.
    idler: idler,
    /// What they are told.
    notice: notice,
    /// Who is told: they.
    to: to,
}
}

event! {
/// An operator is invited to take part in a chat. Ask them.
OperatorInvited {
    /// The chat.
    chat: chat,
    /// Who.
    operator: operator,
    /// Who answers it, and invites them.
    by: by,
    ;
    /// What they should know.
    note: note = Default::default(),
}
}

event! {
/// Somebody is not invited any more: they declined, or the chat goes on without them. Take the
/// question off their screen.
InvitationWithdrawn {
    /// The chat.
    chat: chat,
    /// Who was invited.
    operator: operator,
    /// Who is told: they and who answers, if they are there.
    to: to,
}
}

event! {
/// An operator takes part in a chat that somebody else answers, or has another part than before.
/// Open it on their screen; show it to the others.
OperatorJoined {
    /// The chat.
    chat: chat,
    /// Who.
    operator: operator,
    /// As what.
    part: part,
    /// Who is told: the staff of the chat, the patron only of those who may write to them.
    to: to,
}
}

event! {
/// An operator takes part no more, or not so that the patron sees it. Close the chat on their screen
/// if they are told; show it to the others.
OperatorLeft {
    /// The chat.
    chat: chat,
    /// Who.
    operator: operator,
    /// What they were.
    part: part,
    /// Who is told: as when they joined; not they themself where they have another part from now on.
    to: to,
}
}

event! {
/// Home staff would like to have a chat back that a partner's operator answers. Show it to them:
/// they may transfer it.
ChatAskedBack {
    /// The chat.
    chat: chat,
    /// Who asks, at home.
    operator: operator,
    /// Who is told: who answers.
    to: to,
}
}

event! {
/// A chat was given to somebody else. Close it on the screen of who had it; the claim says the rest.
ChatReassigned {
    /// The chat.
    chat: chat,
    /// Who had it.
    from_: from,
    /// Who has it now.
    operator: operator,
    /// Who is told: the two, if they are there.
    to: to,
}
}

event! {
/// A transfer is pending; the sender goes on talking until somebody accepts. Show it to the
/// sender.
TransferStarted {
    /// The chat.
    chat: chat,
    /// The transfer.
    transfer: transfer,
    /// Who sends.
    from_: from,
    /// To whom.
    target: target,
    /// When it fails if nobody has accepted.
    lapses_at: lapses_at,
    ;
    /// What happens when somebody accepts.
    mode: mode = Default::default(),
}
}

event! {
/// Who is to take a chat over has accepted to talk about it first: they read along, and what is
/// written to the staff goes to them. Open it on their screen; show it to the sender, who completes
/// the transfer or takes it back.
ConsultationStarted {
    /// The chat.
    chat: chat,
    /// The transfer.
    transfer: transfer,
    /// Who is consulted.
    operator: operator,
    /// Who is told: the staff of the chat, who is consulted among them.
    to: to,
}
}

event! {
/// A transfer was accepted. Close the chat on the sender's screen; the claim says the rest.
TransferCompleted {
    /// The chat.
    chat: chat,
    /// The transfer.
    transfer: transfer,
    /// Who has sent.
    from_: from,
    /// Who answers now.
    operator: operator,
    /// Who is told: the sender, the new operator, who else takes part, and the patron.
    to: to,
}
}

event! {
/// A transfer came to nothing; the chat is where it was.
TransferFailed {
    /// The chat.
    chat: chat,
    /// The transfer.
    transfer: transfer,
    /// Why.
    why: why,
    /// Who is told: the sender, if they are there; and the operator whom it named.
    to: to,
}
}

event! {
/// The patron has left, and the operator finishes their notes: nothing goes to the patron any
/// more. Close the chat on the patron's screen; show the operator how much time they have.
WrapUpStarted {
    /// The chat.
    chat: chat,
    /// How the conversation ended.
    outcome: outcome,
    /// When the wrap-up is over, if nobody ends it before.
    until: until,
    /// Who is told: the patron, the operator, and who else took part.
    to: to,
}
}

event! {
/// A chat is over. Close it on every screen, and keep the record: it is handed out only once.
ChatEnded {
    /// The chat.
    chat: chat,
    /// Everything about it: for the institution of its origin, and for nobody of another.
    record: record,
    /// Who is told: the patron, the operator who answered, and who else took part; after a wrap-up the
    /// operator alone.
    to: to,
    ;
    /// What the queue says to the patron, if it was the queue that ended it.
    notice: notice = Default::default(),
}
}

event! {
/// A party said something to another about seeing presence: it asks, lets them see it, or ends
/// that. Where `buddy` is a contact, send it by the gateway; where it is a queue, show it to the
/// administrator; else show it to `to`.
SubscriptionTold {
    /// Who said it.
    party: party,
    /// To whom.
    buddy: buddy,
    /// What, by its name in RFC 6121.
    stanza: stanza,
    /// Who is told: the buddy, if they are an operator who is there. Who is not finds it among
    /// their buddies when they come (`Router.colleagues`).
    to: to,
}
}

event! {
/// What is between a party and a buddy is otherwise than before. Show it in the party's list.
BuddyChanged {
    /// Whose list: an operator's or a queue's.
    party: party,
    /// Who stands in it. With neither a subscription nor an approval they do not, any more.
    buddy: buddy,
    /// Who sees whom, and who has asked.
    subscription: subscription,
    /// Whether a request of the buddy is approved before it comes.
    approved: approved,
    /// Who is told: the party, if they are an operator who is there.
    to: to,
}
}

event! {
/// A party blocks another, or does so no more. Show it to the party.
BlockChanged {
    /// Who blocks.
    party: party,
    /// Whom.
    buddy: buddy,
    /// Whether they are blocked.
    blocked: blocked,
    /// Who is told: the party, if they are an operator who is there.
    to: to,
}
}

event! {
/// How a buddy is seen: told to whoever comes, or may see it from now on, if it is not `offline`;
/// when they may not any more, as `offline`; and of queues and contacts whenever it changes. Show
/// it to `to`.
BuddyPresence {
    /// Who is seen.
    buddy: buddy,
    /// How.
    presence: presence,
    /// Who is told: operators who are there, and whom the buddy lets see it.
    to: to,
}
}

event! {
/// How a party is seen by a contact whom it lets see it. Send it by the gateway.
ContactTold {
    /// Who is told.
    contact: contact,
    /// Who is seen.
    buddy: buddy,
    /// How.
    presence: presence,
}
}

event! {
/// A message goes from one buddy to another. Where `buddy` is a contact, send it by the gateway;
/// an operator who is not among `to` is not there: keep it for them.
DirectMessageSent {
    /// Who wrote it.
    party: party,
    /// To whom.
    buddy: buddy,
    /// What they wrote.
    sent: sent,
    /// Who is told: the sender, for their other screens, and the receiver, as far as they are
    /// operators who are there.
    to: to,
}
}

event! {
/// A colleague wrote to a queue, and this opened a chat on it: what goes to the patron of this
/// chat goes to them.
ColleagueAsks {
    /// The chat.
    chat: chat,
    /// On which queue.
    queue: queue,
    /// Who asks: an operator or a contact.
    party: party,
}
}

/// The object of an event, of the class of its own.
pub(crate) fn event(py: Python<'_>, event: core::Event) -> PyResult<Bound<'_, PyAny>> {
    match event.kind {
        core::EventKind::PartnershipProposed { .. } => {
            within!(py, Event(event), PartnershipProposed)
        }
        core::EventKind::PartnershipAgreed { .. } => within!(py, Event(event), PartnershipAgreed),
        core::EventKind::PartnershipDeclined { .. } => {
            within!(py, Event(event), PartnershipDeclined)
        }
        core::EventKind::PartnershipEnded { .. } => within!(py, Event(event), PartnershipEnded),
        core::EventKind::ListingPosted { .. } => within!(py, Event(event), ListingPosted),
        core::EventKind::ListingWithdrawn { .. } => within!(py, Event(event), ListingWithdrawn),
        core::EventKind::AvailabilityChanged { .. } => {
            within!(py, Event(event), AvailabilityChanged)
        }
        core::EventKind::PresenceChanged { .. } => within!(py, Event(event), PresenceChanged),
        core::EventKind::OperatorPaused { .. } => within!(py, Event(event), OperatorPaused),
        core::EventKind::OperatorUnpaused { .. } => within!(py, Event(event), OperatorUnpaused),
        core::EventKind::OperatorLeaving { .. } => within!(py, Event(event), OperatorLeaving),
        core::EventKind::GraceStarted { .. } => within!(py, Event(event), GraceStarted),
        core::EventKind::QueueStateChanged { .. } => within!(py, Event(event), QueueStateChanged),
        core::EventKind::ChatOpened { .. } => within!(py, Event(event), ChatOpened),
        core::EventKind::ChatOffered { .. } => within!(py, Event(event), ChatOffered),
        core::EventKind::OfferWithdrawn { .. } => within!(py, Event(event), OfferWithdrawn),
        core::EventKind::OfferLapsed { .. } => within!(py, Event(event), OfferLapsed),
        core::EventKind::OfferDeclined { .. } => within!(py, Event(event), OfferDeclined),
        core::EventKind::LevelPassedOver { .. } => within!(py, Event(event), LevelPassedOver),
        core::EventKind::ChatRolledOver { .. } => within!(py, Event(event), ChatRolledOver),
        core::EventKind::RoundStarted { .. } => within!(py, Event(event), RoundStarted),
        core::EventKind::ChatClaimed { .. } => within!(py, Event(event), ChatClaimed),
        core::EventKind::TranscriptShown { .. } => within!(py, Event(event), TranscriptShown),
        core::EventKind::MessagePosted { .. } => within!(py, Event(event), MessagePosted),
        core::EventKind::ChatDescribed { .. } => within!(py, Event(event), ChatDescribed),
        core::EventKind::PatronMasked { .. } => within!(py, Event(event), PatronMasked),
        core::EventKind::ChatRequeued { .. } => within!(py, Event(event), ChatRequeued),
        core::EventKind::NoticeGiven { .. } => within!(py, Event(event), NoticeGiven),
        core::EventKind::ChatHeld { .. } => within!(py, Event(event), ChatHeld),
        core::EventKind::ChatResumed { .. } => within!(py, Event(event), ChatResumed),
        core::EventKind::PatronDropped { .. } => within!(py, Event(event), PatronDropped),
        core::EventKind::PatronReturned { .. } => within!(py, Event(event), PatronReturned),
        core::EventKind::IdleNoticed { .. } => within!(py, Event(event), IdleNoticed),
        core::EventKind::OperatorInvited { .. } => within!(py, Event(event), OperatorInvited),
        core::EventKind::InvitationWithdrawn { .. } => {
            within!(py, Event(event), InvitationWithdrawn)
        }
        core::EventKind::OperatorJoined { .. } => within!(py, Event(event), OperatorJoined),
        core::EventKind::OperatorLeft { .. } => within!(py, Event(event), OperatorLeft),
        core::EventKind::ChatAskedBack { .. } => within!(py, Event(event), ChatAskedBack),
        core::EventKind::ChatReassigned { .. } => within!(py, Event(event), ChatReassigned),
        core::EventKind::TransferStarted { .. } => within!(py, Event(event), TransferStarted),
        core::EventKind::ConsultationStarted { .. } => {
            within!(py, Event(event), ConsultationStarted)
        }
        core::EventKind::TransferCompleted { .. } => within!(py, Event(event), TransferCompleted),
        core::EventKind::TransferFailed { .. } => within!(py, Event(event), TransferFailed),
        core::EventKind::WrapUpStarted { .. } => within!(py, Event(event), WrapUpStarted),
        core::EventKind::ChatEnded { .. } => within!(py, Event(event), ChatEnded),
        core::EventKind::SubscriptionTold { .. } => within!(py, Event(event), SubscriptionTold),
        core::EventKind::BuddyChanged { .. } => within!(py, Event(event), BuddyChanged),
        core::EventKind::BlockChanged { .. } => within!(py, Event(event), BlockChanged),
        core::EventKind::BuddyPresence { .. } => within!(py, Event(event), BuddyPresence),
        core::EventKind::ContactTold { .. } => within!(py, Event(event), ContactTold),
        core::EventKind::DirectMessageSent { .. } => within!(py, Event(event), DirectMessageSent),
        core::EventKind::ColleagueAsks { .. } => within!(py, Event(event), ColleagueAsks),
    }
}

/// Puts the classes into the module.
pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PartnershipProposed>()?;
    module.add_class::<PartnershipAgreed>()?;
    module.add_class::<PartnershipDeclined>()?;
    module.add_class::<PartnershipEnded>()?;
    module.add_class::<ListingPosted>()?;
    module.add_class::<ListingWithdrawn>()?;
    module.add_class::<AvailabilityChanged>()?;
    module.add_class::<PresenceChanged>()?;
    module.add_class::<OperatorPaused>()?;
    module.add_class::<OperatorUnpaused>()?;
    module.add_class::<OperatorLeaving>()?;
    module.add_class::<GraceStarted>()?;
    module.add_class::<QueueStateChanged>()?;
    module.add_class::<ChatOpened>()?;
    module.add_class::<ChatOffered>()?;
    module.add_class::<OfferWithdrawn>()?;
    module.add_class::<OfferLapsed>()?;
    module.add_class::<OfferDeclined>()?;
    module.add_class::<LevelPassedOver>()?;
    module.add_class::<ChatRolledOver>()?;
    module.add_class::<RoundStarted>()?;
    module.add_class::<ChatClaimed>()?;
    module.add_class::<TranscriptShown>()?;
    module.add_class::<MessagePosted>()?;
    module.add_class::<ChatDescribed>()?;
    module.add_class::<PatronMasked>()?;
    module.add_class::<ChatRequeued>()?;
    module.add_class::<NoticeGiven>()?;
    module.add_class::<ChatHeld>()?;
    module.add_class::<ChatResumed>()?;
    module.add_class::<PatronDropped>()?;
    module.add_class::<PatronReturned>()?;
    module.add_class::<IdleNoticed>()?;
    module.add_class::<OperatorInvited>()?;
    module.add_class::<InvitationWithdrawn>()?;
    module.add_class::<OperatorJoined>()?;
    module.add_class::<OperatorLeft>()?;
    module.add_class::<ChatAskedBack>()?;
    module.add_class::<ChatReassigned>()?;
    module.add_class::<TransferStarted>()?;
    module.add_class::<ConsultationStarted>()?;
    module.add_class::<TransferCompleted>()?;
    module.add_class::<TransferFailed>()?;
    module.add_class::<WrapUpStarted>()?;
    module.add_class::<ChatEnded>()?;
    module.add_class::<SubscriptionTold>()?;
    module.add_class::<BuddyChanged>()?;
    module.add_class::<BlockChanged>()?;
    module.add_class::<BuddyPresence>()?;
    module.add_class::<ContactTold>()?;
    module.add_class::<DirectMessageSent>()?;
    module.add_class::<ColleagueAsks>()?;
    Ok(())
}
