//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

use crate::classes::*;

action! {
/// Adds an institution.
AddInstitution {
    /// Its id, not yet in use.
    institution: institution,
}
}

action! {
/// Removes an institution that has no operators, queues, groups or partnerships any more.
RemoveInstitution {
    /// Which one.
    institution: institution,
}
}

action! {
/// Adds an operator to an institution. They are offline until they open a session.
AddOperator {
    /// Their id, not yet in use.
    operator: operator,
    /// Where they work.
    institution: institution,
    /// How many units of chats they answer at once; a chat costs one unit unless its channel costs
    /// more. 0: none.
    capacity: capacity,
}
}

action! {
/// Changes how many units of chats an operator answers at once. Chats beyond a lowered limit go on,
/// and nothing new comes until they are below it.
SetCapacity {
    /// Who.
    operator: operator,
    /// How many units of chats they answer at once; a chat costs one unit unless its channel costs
    /// more. 0: none.
    capacity: capacity,
}
}

action! {
/// Says which skills an operator has. Offers for which they lack one now are withdrawn.
SetSkills {
    /// Who.
    operator: operator,
    /// Their skills and the level of each, from 1 to 100. Those of
    /// before are forgotten. At most `Limits.skills_per_operator`.
    skills: skills,
}
}

action! {
/// Removes an operator. Their chats are offered again, as if they had logged out.
RemoveOperator {
    /// Who. No policy may name them.
    operator: operator,
}
}

action! {
/// Adds a queue to an institution.
AddQueue {
    /// Its id, not yet in use.
    queue: queue,
    /// Whose queue it is.
    institution: institution,
    /// What it does with a waiting chat.
    policy: policy,
}
}

action! {
/// Watches a queue's availability, for a chat widget: from now on an event tells how it is, at once
/// and whenever it changes.
WatchAvailability {
    /// Which queue.
    queue: queue,
    ;
    /// Whether it is told. Default: yes.
    watch: watch = true,
}
}

action! {
/// Gives a queue another policy. Chats that wait in it begin again at the first level, each at its
/// old place in line.
SetPolicy {
    /// Which queue.
    queue: queue,
    /// What it does with a waiting chat from now on.
    policy: policy,
}
}

action! {
/// Gives a queue hours, others than before, or none: then it is always open.
///
/// In its hours a queue is open. Outside them it is draining while chats wait that were admitted
/// while it was open (they keep their levels), and closed when none does; which levels take new chats
/// then is for `Level.only_when` to say. A state
/// by hand outranks the hours.
SetHours {
    /// Which queue.
    queue: queue,
    /// When it is open. `None`: always.
    hours: hours,
}
}

action! {
/// Opens or closes a queue by hand, or leaves it to its hours again.
SetQueueState {
    /// Which queue.
    queue: queue,
    /// What it is from now on.
    state: state,
}
}

action! {
/// Says what whoever answers a queue's patrons should know to speak in its name: greetings, rules,
/// links. Opaque to the router; offers and hand-overs of chats that open from now on carry it, those at
/// partners too.
SetProfile {
    /// Which queue.
    queue: queue,
    /// What they should know. `None`: nothing. At most
    /// `Limits.profile_bytes`.
    profile: profile,
}
}

action! {
/// Removes a queue that has no open chats and that no policy and no grant names.
RemoveQueue {
    /// Which one.
    queue: queue,
}
}

action! {
/// Defines a group of operators, or says anew who is in it.
SetGroup {
    /// The group.
    group: group,
    /// Whose group it is; an existing group stays with its institution.
    institution: institution,
    /// Who is in it, all of that institution.
    operators: operators,
}
}

action! {
/// Removes a group that no policy names.
RemoveGroup {
    /// Which one.
    group: group,
}
}

action! {
/// Assigns an operator to a queue of their institution, or of one that lets them staff it.
///
/// Given again, it sets what it says anew.
AssignOperator {
    /// Who.
    operator: operator,
    /// To which queue.
    queue: queue,
    ;
    /// Whether they have opted in. Default: yes.
    enabled: enabled = true,
    /// Their rank where the order is by fixed ranks: 0 is the first. Default: 0.
    rank: rank = Default::default(),
    /// How many chats their turn is worth where the order is round robin by weight; 0 counts as 1.
    /// Default: 1.
    weight: weight = 1,
    /// The most units of chats that they answer at once of those that reached them through this
    /// assignment. What they had taken before a limit was first set does not count. Default: as many
    /// as their capacity allows.
    limit: limit = Default::default(),
}
}

action! {
/// Takes an operator off a queue. Chats in progress go on.
UnassignOperator {
    /// Who.
    operator: operator,
    /// Off which queue.
    queue: queue,
}
}

action! {
/// An operator takes chats of a queue again that they are assigned to.
OptIn {
    /// Who.
    operator: operator,
    /// Which queue.
    queue: queue,
}
}

action! {
/// An operator takes no new chats of a queue that they are assigned to. Chats in progress go on.
OptOut {
    /// Who.
    operator: operator,
    /// Which queue.
    queue: queue,
}
}

action! {
/// Marks an operator as supervisor over queues and groups of their institution, and of no others.
SetSupervisor {
    /// Who.
    operator: operator,
    ;
    /// Over which queues.
    queues: queues = Default::default(),
    /// Over which groups.
    groups: groups = Default::default(),
}
}

action! {
/// Proposes a partnership to another institution, or other terms for the one that lives.
///
/// Given by an institution. A later proposal of the same institution replaces its earlier one.
ProposePartnership {
    /// With whom.
    with_: with,
    /// On which terms, as the proposer sees them.
    terms: terms,
}
}

action! {
/// Agrees to a proposal of the other institution: from now on its terms hold.
AcceptPartnership {
    /// With whom.
    with_: with,
    /// Which proposal, so that nobody agrees to terms that they have not seen.
    proposal: proposal,
}
}

action! {
/// Declines a proposal of the other institution, or takes back one's own.
DeclinePartnership {
    /// With whom.
    with_: with,
    /// Which proposal.
    proposal: proposal,
}
}

action! {
/// Ends a partnership, at once and without asking.
///
/// Offers and transfers across are withdrawn in the same step; chats in progress follow
/// `Terms.on_end`.
EndPartnership {
    /// With whom.
    with_: with,
}
}

action! {
/// Lists an institution that looks for partners: an open proposal with its terms.
///
/// Institutions that see listings may answer it. Given again, it replaces the terms.
PostListing {
    /// The terms that it offers, as the lister sees them. What it asks for cannot name queues,
    /// since they would be those of a partner who is not known yet.
    terms: terms,
}
}

action! {
/// Takes one's listing back. Proposals that answered it stay.
WithdrawListing {
}
}

action! {
/// Says whether an institution sees the listings of others, and may answer them. It does until it
/// says no.
SeeListings {
    /// Whether it does.
    sees: sees,
}
}

action! {
/// Answers the listing of another institution: its terms become a proposal to the lister, who
/// accepts or declines it like any other.
AnswerListing {
    /// Whose listing.
    of: of,
}
}

action! {
/// Opens a session of an operator, or says anew how it shows them.
SetPresence {
    /// Who.
    operator: operator,
    /// Which of their sessions.
    session: session,
    /// How it shows them.
    show: show,
    ;
    /// The priority of the session: where messages go, among several. Default: 0.
    priority: priority = Default::default(),
}
}

action! {
/// Ends one session of an operator: a tab closed, a connection lost.
///
/// The others go on. The last one starts their grace.
EndSession {
    /// Who.
    operator: operator,
    /// Which of their sessions.
    session: session,
}
}

action! {
/// Ends all sessions of an operator, without a grace: their chats are offered again at once.
LogOut {
    /// Who.
    operator: operator,
}
}

action! {
/// An operator finishes the chats that they have, and is logged out, without a grace, when the last
/// of them is over, its wrap-up included: at once, if they have none. Nothing new comes meanwhile.
FinishThenLeave {
    /// Who.
    operator: operator,
    ;
    /// Whether they leave, or stay after all. Default: yes.
    leaves: leaves = true,
}
}

action! {
/// Pauses an operator, whatever their sessions show: nothing new comes until they are back.
Pause {
    /// Who.
    operator: operator,
    /// Why, in their own words: for themself, and for whoever looks after them.
    reason: reason,
}
}

action! {
/// Ends an operator's pause.
Unpause {
    /// Who.
    operator: operator,
}
}

action! {
/// Opens a patron's chat on a queue.
OpenChat {
    /// The chat's id, not in use and not used by one of the last that ended.
    chat: chat,
    /// Where the patron asks: the chat's origin for ever.
    queue: queue,
    /// Who asks.
    patron: patron,
    ;
    /// The class of priority, of those that the router was set up with
    /// (`Config.priorities`). Default: 0, ordinary.
    priority: priority = Default::default(),
    /// The operator who should have it, since they know the patron or the question: where they are
    /// there, and a level of the queue reaches them, it waits for them alone as long as
    /// `Policy.preferred_for` says. Default: nobody.
    preferred: preferred = Default::default(),
    /// The ended chat after which the patron comes back. The record of this one names it, and whoever
    /// may know who the patron is sees it. Where the router remembers it still
    /// (`Limits.ended_ids`), who answered it last is preferred as long as
    /// `Policy.returns_for` says, unless `preferred` names somebody.
    ///
    /// Only the host names it: the router keeps nothing of whose an ended chat was, so it is the host
    /// who knows that it was this patron's. One in wrap-up counts as ended. Default: none.
    returns: returns = Default::default(),
    /// The operators who are never to have it. At most
    /// `Limits.excluded`. Default: nobody.
    excluded: excluded = Default::default(),
    /// The skills that whoever answers must have: a language, a subject. At most
    /// `Limits.needs`. Default: none.
    needs: needs = Default::default(),
    /// What the host knows of the patron and their question, opaque to the router; the operator
    /// who takes the chat is shown it. Default: nothing.
    context: context = Default::default(),
    /// The channel by which the patron writes, one of `Config.channels`.
    /// Default: none, an ordinary one.
    channel: channel = Default::default(),
    /// The secret from which the salts of the chat's chain of digests are made: 32
    /// bytes that nobody can guess, others for each chat. Default: none, and then a short entry can be
    /// guessed from the leaf that stands for it in a view that hides it.
    salt: salt = Default::default(),
    /// Whether it is for practice: it goes its way as any other, and its record says so. Default: no.
    practice: practice = Default::default(),
}
}

action! {
/// An operator takes the chat that an offer invites them to, a transferred one too.
AcceptOffer {
    /// The chat.
    chat: chat,
    /// The offer.
    offer: offer,
}
}

action! {
/// An operator declines an offer: others are rung, and the chat keeps its place.
DeclineOffer {
    /// The chat.
    chat: chat,
    /// The offer.
    offer: offer,
}
}

action! {
/// An operator takes a chat that waits in a queue whose levels reach them, rung or not: also one that
/// they had declined or missed, and by a level that the chat has not come to. It never exceeds what
/// they can take.
PickChat {
    /// The chat.
    chat: chat,
}
}

action! {
/// Gives a chat to an operator who is there, whether it waits or somebody else answers it: by the host,
/// the institution of its origin, or a supervisor of the queue where it is. A supervisor takes a chat
/// over by giving it to themself.
///
/// Where somebody else answers it, a transfer that is pending fails. It may exceed what they can take, and then nothing new comes until they are below it.
AssignChat {
    /// The chat.
    chat: chat,
    /// To whom: somebody who has a session and does not pause, and whom live grants let answer it.
    operator: operator,
}
}

action! {
/// Posts a message of the patron or of the operator who answers.
///
/// By an operator whose offer the queue's policy lets a first message claim, it claims the chat.
PostMessage {
    /// The chat.
    chat: chat,
    /// The message's id: a repeat in the same chat is dropped.
    message: message,
    /// What it says.
    content: content,
    ;
    /// Who may read it. A patron's are always for everyone. Default: everyone.
    audience: audience = Default::default(),
}
}

action! {
/// The patron leaves their chat, whatever state it is in. Where an operator answers and the policy
/// has it, a wrap-up follows; in one it is a repeat.
LeaveChat {
    /// The chat.
    chat: chat,
}
}

action! {
/// Closes a chat: its operator ends it, or the host or its institution does, in any state.
///
/// By its operator, a wrap-up follows where the policy has it; the host, the institution or a
/// supervisor ends it at once. In a wrap-up, it ends the wrap-up.
CloseChat {
    /// The chat.
    chat: chat,
}
}

action! {
/// Ends a chat's wrap-up before its time: the record is handed out.
FinishWrapUp {
    /// The chat.
    chat: chat,
}
}

action! {
/// Says what a chat was about and what came of it: who answers it, in its wrap-up too, a supervisor,
/// the institution of its origin, or the host. What is left out stays as it is.
DescribeChat {
    /// The chat.
    chat: chat,
    ;
    /// Its tags from now on, each once. At most `Limits.tags`. Default: as before.
    tags: tags = Default::default(),
    /// Whether somebody is to come back to it. Default: as before.
    follow_up: follow_up = Default::default(),
    /// The code of how it was resolved, in the institution's own words; an empty one takes it back.
    /// Default: as before.
    resolution: resolution = Default::default(),
}
}

action! {
/// Masks the patron of an open chat, who asks to be forgotten: they bear another name from now on,
/// what the host knew of them is gone, and so is what they wrote. By the host or the institution of
/// the origin.
///
/// The entries keep their numbers and what stands for them in the chain of digests.
/// What others wrote of them stays. Given again with the same name, it masks what they have written
/// since. For a record that was handed out there is
/// `mask_patron`.
MaskPatron {
    /// The chat.
    chat: chat,
    /// What stands for the patron from now on, made up by the host and telling nothing of them: in the
    /// record, and as who gives the patron's commands.
    name: name,
}
}

action! {
/// Asks the patron of a chat to wait for a while: by who answers it, and it stays theirs.
///
/// Nobody counts as idle meanwhile, and nothing can be written to the patron before it goes on.
HoldChat {
    /// The chat.
    chat: chat,
}
}

action! {
/// Goes on with a chat that was on hold.
ResumeChat {
    /// The chat.
    chat: chat,
}
}

action! {
/// An operator opens a chat to a patron whom they know, on a queue to which they are assigned, and
/// answers it from the beginning.
///
/// It never exceeds what they can take. A queue that is closed to patrons is open to this.
StartChat {
    /// The chat's id, not in use and not used by one of the last that ended.
    chat: chat,
    /// In whose name: the chat's origin for ever.
    queue: queue,
    /// To whom.
    patron: patron,
    ;
    /// What the host knows of the patron and the matter, opaque to the router. Default: nothing.
    context: context = Default::default(),
    /// The channel by which the patron is written to, one of
    /// `Config.channels`. Default: none, an ordinary one.
    channel: channel = Default::default(),
    /// As `OpenChat.salt`: given by the host, which passes the command on. Default: none.
    salt: salt = Default::default(),
    /// Whether it is for practice, as `OpenChat.practice`. Default: no.
    practice: practice = Default::default(),
}
}

action! {
/// The connection of a chat's patron is lost: they have
/// `Config.patron_grace` to come back, and keep their place. After that they
/// have left.
///
/// In a chat by a store-and-forward channel it means nothing, and in a wrap-up neither.
DropPatron {
    /// The chat.
    chat: chat,
}
}

action! {
/// A chat's patron whose connection was lost is back. A message of theirs says the same.
ReturnPatron {
    /// The chat.
    chat: chat,
}
}

action! {
/// Who answers a chat invites another operator to take part.
///
/// Nobody needs room for it: a chat takes units of its owner alone.
InviteOperator {
    /// The chat.
    chat: chat,
    /// Whom: somebody who has a session, and whom live grants let answer the chat.
    operator: operator,
    ;
    /// What they should know; no patron ever sees it.
    note: note = Default::default(),
}
}

action! {
/// An operator takes part in a chat that somebody else answers.
JoinChat {
    /// The chat.
    chat: chat,
    /// As what. Whoever takes part already has this part from now on.
    part: part,
}
}

action! {
/// Somebody takes part in a chat no more, or is not invited or consulted any more: by themselves, by who answers, a
/// supervisor, the institution of its origin, or the host.
RemoveParticipant {
    /// The chat.
    chat: chat,
    /// Who.
    operator: operator,
}
}

action! {
/// Home staff ask the partner's operator who answers their patron's chat to hand it back: by an
/// operator assigned to its origin.
///
/// The router passes the question on and keeps nothing of it; a transfer home is always allowed.
AskBackChat {
    /// The chat.
    chat: chat,
}
}

action! {
/// The operator who answers a chat hands it to an operator or a queue.
///
/// Until somebody accepts, the chat stays theirs and they go on talking.
TransferChat {
    /// The chat.
    chat: chat,
    /// To whom.
    to: to,
    ;
    /// Why, in words for the new operator and the record.
    reason: reason = Default::default(),
    /// What the new operator should know; no patron ever sees it.
    note: note = Default::default(),
    /// What happens when somebody accepts. Default: the chat is theirs.
    mode: mode = Default::default(),
    /// The operator of the queue who should have it: as where a chat is opened, it waits for them
    /// alone for a while. It means nothing where the transfer names an operator. Default: nobody.
    preferred: preferred = Default::default(),
}
}

action! {
/// The sender of a transfer has talked with who is to take the chat over: now it is theirs.
CompleteTransfer {
    /// The chat.
    chat: chat,
    /// Which of its transfers.
    transfer: transfer,
}
}

action! {
/// The operator who got a chat by a transfer hands it back to whom they had it from: a blind transfer
/// to them.
ReturnChat {
    /// The chat.
    chat: chat,
    ;
    /// Why, in words for the operator and the record.
    reason: reason = Default::default(),
    /// What they should know; no patron ever sees it.
    note: note = Default::default(),
}
}

action! {
/// Takes a pending transfer back, a consultation too.
CancelTransfer {
    /// The chat.
    chat: chat,
    /// Which of its transfers.
    transfer: transfer,
}
}

action! {
/// Says whether the operators and queues of an institution may become buddies of anybody outside it:
/// of another institution, or a contact. They may until it says no.
///
/// From then on requests across its border, and approvals of such, are refused. Those who are
/// buddies already stay so.
AllowForeignBuddies {
    /// Which institution.
    institution: institution,
    /// Whether they may.
    allow: allow,
}
}

action! {
/// Asks a party to let another see its presence: `subscribe`, in the words of RFC 6121.
///
/// Given again, it does no harm. Where the other has approved before, it is granted at once.
Subscribe {
    /// Who asks.
    party: party,
    /// Who is asked.
    buddy: buddy,
}
}

action! {
/// Lets another party see one's presence: `subscribed`, in the words of RFC 6121.
///
/// Before any request of theirs it approves the one to come, until it is taken back.
ApproveSubscription {
    /// Who approves.
    party: party,
    /// Whose request.
    buddy: buddy,
}
}

action! {
/// Sees a party's presence no more, or takes a request back: `unsubscribe`, in the words of
/// RFC 6121.
Unsubscribe {
    /// Who wants it no more.
    party: party,
    /// Whose presence.
    buddy: buddy,
}
}

action! {
/// Lets another party see one's presence no more, declines their request, or takes an approval back
/// that was given before any: `unsubscribed`, in the words of RFC 6121.
CancelSubscription {
    /// Who declines.
    party: party,
    /// Whose request.
    buddy: buddy,
}
}

action! {
/// Ends all between two parties, on both sides: subscriptions, requests, approvals. Blocks stay.
RemoveBuddy {
    /// Who ends it.
    party: party,
    /// With whom.
    buddy: buddy,
}
}

action! {
/// Blocks another party, a buddy or not: their requests and messages do not arrive, and neither sees
/// the other's presence. Subscriptions stay for the day when the block ends.
Block {
    /// Who blocks.
    party: party,
    /// Whom.
    buddy: buddy,
}
}

action! {
/// Ends a block.
Unblock {
    /// Who blocks no more.
    party: party,
    /// Whom.
    buddy: buddy,
}
}

action! {
/// Says how a contact is seen, as the host's gateway has heard. Offline, until it says otherwise.
SetContactPresence {
    /// Who: somebody's buddy, or somebody who is asked.
    contact: contact,
    /// How they are seen.
    presence: presence,
}
}

action! {
/// Removes a contact whose address is no more: from everybody's buddies, requests and blocks.
RemoveContact {
    /// Who.
    contact: contact,
}
}

action! {
/// Sends a message of an operator or a contact to a buddy: one of the two sees the other's presence.
///
/// To a queue, it opens a chat on it, whose patron is the sender; as long as that one is open, what
/// they send to the queue goes into it. A queue sends nothing: those who answer it write in the chat.
SendDirectMessage {
    /// Who writes.
    party: party,
    /// To whom.
    buddy: buddy,
    /// The message's id: a repeat to the same buddy is dropped, among the last
    /// `Limits.direct_messages` of the sender.
    message: message,
    /// What it says.
    content: content,
    ;
    /// The id of the chat that it opens if it is to a queue and none is open: not in use and not used
    /// by one of the last that ended. Default: none, which does where no chat is to be opened.
    chat: chat = Default::default(),
}
}

/// The object of an action, of the class of its own.
pub(crate) fn action(py: Python<'_>, action: core::Action) -> PyResult<Bound<'_, PyAny>> {
    match &action {
        core::Action::AddInstitution(_) => within!(py, Action(action), AddInstitution),
        core::Action::RemoveInstitution(_) => within!(py, Action(action), RemoveInstitution),
        core::Action::AddOperator(_) => within!(py, Action(action), AddOperator),
        core::Action::SetCapacity(_) => within!(py, Action(action), SetCapacity),
        core::Action::SetSkills(_) => within!(py, Action(action), SetSkills),
        core::Action::RemoveOperator(_) => within!(py, Action(action), RemoveOperator),
        core::Action::AddQueue(_) => within!(py, Action(action), AddQueue),
        core::Action::WatchAvailability(_) => within!(py, Action(action), WatchAvailability),
        core::Action::SetPolicy(_) => within!(py, Action(action), SetPolicy),
        core::Action::SetHours(_) => within!(py, Action(action), SetHours),
        core::Action::SetQueueState(_) => within!(py, Action(action), SetQueueState),
        core::Action::SetProfile(_) => within!(py, Action(action), SetProfile),
        core::Action::RemoveQueue(_) => within!(py, Action(action), RemoveQueue),
        core::Action::SetGroup(_) => within!(py, Action(action), SetGroup),
        core::Action::RemoveGroup(_) => within!(py, Action(action), RemoveGroup),
        core::Action::AssignOperator(_) => within!(py, Action(action), AssignOperator),
        core::Action::UnassignOperator(_) => within!(py, Action(action), UnassignOperator),
        core::Action::OptIn(_) => within!(py, Action(action), OptIn),
        core::Action::OptOut(_) => within!(py, Action(action), OptOut),
        core::Action::SetSupervisor(_) => within!(py, Action(action), SetSupervisor),
        core::Action::ProposePartnership(_) => within!(py, Action(action), ProposePartnership),
        core::Action::AcceptPartnership(_) => within!(py, Action(action), AcceptPartnership),
        core::Action::DeclinePartnership(_) => within!(py, Action(action), DeclinePartnership),
        core::Action::EndPartnership(_) => within!(py, Action(action), EndPartnership),
        core::Action::PostListing(_) => within!(py, Action(action), PostListing),
        core::Action::WithdrawListing(_) => within!(py, Action(action), WithdrawListing),
        core::Action::SeeListings(_) => within!(py, Action(action), SeeListings),
        core::Action::AnswerListing(_) => within!(py, Action(action), AnswerListing),
        core::Action::SetPresence(_) => within!(py, Action(action), SetPresence),
        core::Action::EndSession(_) => within!(py, Action(action), EndSession),
        core::Action::LogOut(_) => within!(py, Action(action), LogOut),
        core::Action::FinishThenLeave(_) => within!(py, Action(action), FinishThenLeave),
        core::Action::Pause(_) => within!(py, Action(action), Pause),
        core::Action::Unpause(_) => within!(py, Action(action), Unpause),
        core::Action::OpenChat(_) => within!(py, Action(action), OpenChat),
        core::Action::AcceptOffer(_) => within!(py, Action(action), AcceptOffer),
        core::Action::DeclineOffer(_) => within!(py, Action(action), DeclineOffer),
        core::Action::PickChat(_) => within!(py, Action(action), PickChat),
        core::Action::AssignChat(_) => within!(py, Action(action), AssignChat),
        core::Action::PostMessage(_) => within!(py, Action(action), PostMessage),
        core::Action::LeaveChat(_) => within!(py, Action(action), LeaveChat),
        core::Action::CloseChat(_) => within!(py, Action(action), CloseChat),
        core::Action::FinishWrapUp(_) => within!(py, Action(action), FinishWrapUp),
        core::Action::DescribeChat(_) => within!(py, Action(action), DescribeChat),
        core::Action::MaskPatron(_) => within!(py, Action(action), MaskPatron),
        core::Action::HoldChat(_) => within!(py, Action(action), HoldChat),
        core::Action::ResumeChat(_) => within!(py, Action(action), ResumeChat),
        core::Action::StartChat(_) => within!(py, Action(action), StartChat),
        core::Action::DropPatron(_) => within!(py, Action(action), DropPatron),
        core::Action::ReturnPatron(_) => within!(py, Action(action), ReturnPatron),
        core::Action::InviteOperator(_) => within!(py, Action(action), InviteOperator),
        core::Action::JoinChat(_) => within!(py, Action(action), JoinChat),
        core::Action::RemoveParticipant(_) => within!(py, Action(action), RemoveParticipant),
        core::Action::AskBackChat(_) => within!(py, Action(action), AskBackChat),
        core::Action::TransferChat(_) => within!(py, Action(action), TransferChat),
        core::Action::CompleteTransfer(_) => within!(py, Action(action), CompleteTransfer),
        core::Action::ReturnChat(_) => within!(py, Action(action), ReturnChat),
        core::Action::CancelTransfer(_) => within!(py, Action(action), CancelTransfer),
        core::Action::AllowForeignBuddies(_) => within!(py, Action(action), AllowForeignBuddies),
        core::Action::Subscribe(_) => within!(py, Action(action), Subscribe),
        core::Action::ApproveSubscription(_) => within!(py, Action(action), ApproveSubscription),
        core::Action::Unsubscribe(_) => within!(py, Action(action), Unsubscribe),
        core::Action::CancelSubscription(_) => within!(py, Action(action), CancelSubscription),
        core::Action::RemoveBuddy(_) => within!(py, Action(action), RemoveBuddy),
        core::Action::Block(_) => within!(py, Action(action), Block),
        core::Action::Unblock(_) => within!(py, Action(action), Unblock),
        core::Action::SetContactPresence(_) => within!(py, Action(action), SetContactPresence),
        core::Action::RemoveContact(_) => within!(py, Action(action), RemoveContact),
        core::Action::SendDirectMessage(_) => within!(py, Action(action), SendDirectMessage),
    }
}

/// Puts the classes into the module.
pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<AddInstitution>()?;
    module.add_class::<RemoveInstitution>()?;
    module.add_class::<AddOperator>()?;
    module.add_class::<SetCapacity>()?;
    module.add_class::<SetSkills>()?;
    module.add_class::<RemoveOperator>()?;
    module.add_class::<AddQueue>()?;
    module.add_class::<WatchAvailability>()?;
    module.add_class::<SetPolicy>()?;
    module.add_class::<SetHours>()?;
    module.add_class::<SetQueueState>()?;
    module.add_class::<SetProfile>()?;
    module.add_class::<RemoveQueue>()?;
    module.add_class::<SetGroup>()?;
    module.add_class::<RemoveGroup>()?;
    module.add_class::<AssignOperator>()?;
    module.add_class::<UnassignOperator>()?;
    module.add_class::<OptIn>()?;
    module.add_class::<OptOut>()?;
    module.add_class::<SetSupervisor>()?;
    module.add_class::<ProposePartnership>()?;
    module.add_class::<AcceptPartnership>()?;
    module.add_class::<DeclinePartnership>()?;
    module.add_class::<EndPartnership>()?;
    module.add_class::<PostListing>()?;
    module.add_class::<WithdrawListing>()?;
    module.add_class::<SeeListings>()?;
    module.add_class::<AnswerListing>()?;
    module.add_class::<SetPresence>()?;
    module.add_class::<EndSession>()?;
    module.add_class::<LogOut>()?;
    module.add_class::<FinishThenLeave>()?;
    module.add_class::<Pause>()?;
    module.add_class::<Unpause>()?;
    module.add_class::<OpenChat>()?;
    module.add_class::<AcceptOffer>()?;
    module.add_class::<DeclineOffer>()?;
    module.add_class::<PickChat>()?;
    module.add_class::<AssignChat>()?;
    module.add_class::<PostMessage>()?;
    module.add_class::<LeaveChat>()?;
    module.add_class::<CloseChat>()?;
    module.add_class::<FinishWrapUp>()?;
    module.add_class::<DescribeChat>()?;
    module.add_class::<MaskPatron>()?;
    module.add_class::<HoldChat>()?;
    module.add_class::<ResumeChat>()?;
    module.add_class::<StartChat>()?;
    module.add_class::<DropPatron>()?;
    module.add_class::<ReturnPatron>()?;
    module.add_class::<InviteOperator>()?;
    module.add_class::<JoinChat>()?;
    module.add_class::<RemoveParticipant>()?;
    module.add_class::<AskBackChat>()?;
    module.add_class::<TransferChat>()?;
    module.add_class::<CompleteTransfer>()?;
    module.add_class::<ReturnChat>()?;
    module.add_class::<CancelTransfer>()?;
    module.add_class::<AllowForeignBuddies>()?;
    module.add_class::<Subscribe>()?;
    module.add_class::<ApproveSubscription>()?;
    module.add_class::<Unsubscribe>()?;
    module.add_class::<CancelSubscription>()?;
    module.add_class::<RemoveBuddy>()?;
    module.add_class::<Block>()?;
    module.add_class::<Unblock>()?;
    module.add_class::<SetContactPresence>()?;
    module.add_class::<RemoveContact>()?;
    module.add_class::<SendDirectMessage>()?;
    Ok(())
}
