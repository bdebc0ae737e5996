//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

use crate::classes::*;

value! {
/// What an operator is shown of a chat when they are rung for it, so that they can speak for the
/// institution whose patron it is. Opaque to the router.
About of core::About {
    ;
    /// The profile that the origin queue had when the chat was opened
    /// (`SetProfile`), if it had one.
    profile: profile = Default::default(),
    /// What the host knows of the patron (`OpenChat.context`), where they
    /// may know who the patron is.
    context: context = Default::default(),
    /// The ended chat after which the patron comes back (`OpenChat.returns`),
    /// where they may know who the patron is.
    returns: returns = Default::default(),
}
}

kinds! {
/// Why an operator takes nothing new.
Absence of core::Absence {
    Offline: AbsenceOffline,
    InGrace: AbsenceInGrace,
    Paused: AbsencePaused,
    Leaving: AbsenceLeaving,
    NoCapacity: AbsenceNoCapacity,
    Shown: AbsenceShown,
}
}

case! {
/// They have no session.
AbsenceOffline "Offline" of Absence = core::Absence as Offline {
}
}

case! {
/// Their last session ended, and their grace runs.
AbsenceInGrace "InGrace" of Absence = core::Absence as InGrace {
}
}

case! {
/// They pause.
AbsencePaused "Paused" of Absence = core::Absence as Paused {
}
}

case! {
/// They finish what they have, and leave.
AbsenceLeaving "Leaving" of Absence = core::Absence as Leaving {
}
}

case! {
/// They take no chats at all.
AbsenceNoCapacity "NoCapacity" of Absence = core::Absence as NoCapacity {
}
}

case! {
/// They are seen in a way that takes no chats.
AbsenceShown "Shown" of Absence = core::Absence as Shown {
    /// How.
    show: show,
}
}

kinds! {
/// Who gives a command.
Actor of core::Actor {
    Host: ActorHost,
    Institution: ActorInstitution,
    Operator: ActorOperator,
    Patron: ActorPatron,
}
}

case! {
/// The chat product that embeds the router.
ActorHost "Host" of Actor = core::Actor as Host {
}
}

case! {
/// An institution, that is, its administrator.
ActorInstitution "Institution" of Actor = core::Actor as Institution {
    /// Which one.
    institution: institution,
}
}

case! {
/// An operator.
ActorOperator "Operator" of Actor = core::Actor as Operator {
    /// Who.
    operator: operator,
}
}

case! {
/// A patron.
ActorPatron "Patron" of Actor = core::Actor as Patron {
    /// Who.
    patron: patron,
}
}

kinds! {
/// What happens to a chat after the last level.
///
/// To a chat of a store-and-forward channel none of it does: it keeps waiting.
After of core::After {
    KeepWaiting: AfterKeepWaiting,
    TakeMessage: AfterTakeMessage,
    Close: AfterClose,
    MoveTo: AfterMoveTo,
}
}

case! {
/// It waits on at the last level, which keeps ringing.
AfterKeepWaiting "KeepWaiting" of After = core::After as KeepWaiting {
}
}

case! {
/// It ends, and the patron is asked to leave a message.
AfterTakeMessage "TakeMessage" of After = core::After as TakeMessage {
    ;
    /// What the patron is told.
    notice: notice = Default::default(),
}
}

case! {
/// It ends with a notice.
AfterClose "Close" of After = core::After as Close {
    ;
    /// What the patron is told.
    notice: notice = Default::default(),
}
}

case! {
/// It moves on to another queue, at its old place in line. Where it cannot, it keeps waiting: if
/// it has been there before, no level there would take a new chat now, no grant lets it wait
/// there, or it has moved on too often.
AfterMoveTo "MoveTo" of After = core::After as MoveTo {
    /// That queue. Its own policy may not lead back here.
    queue: queue,
}
}

value! {
/// One operator's turn at a chat.
Answer of core::Answer {
    /// Who.
    operator: operator,
    /// Where they work.
    institution: institution,
    /// When they took the chat.
    at: at,
    /// For how long the patron had then waited without an operator: from the arrival, or from the
    /// loss of the operator before. Zero at a transfer.
    waited: waited,
    /// Why it was they.
    reason: reason,
}
}

words! {
    AnsweredBy of core::AnsweredBy {
    Home = "home",
    Partner = "partner",
    Backup = "backup",
}
}

kinds! {
/// Who asked for something that they may not do. Which patron stands in no refusal.
Asker of core::Asker {
    Host: AskerHost,
    Institution: AskerInstitution,
    Operator: AskerOperator,
    Patron: AskerPatron,
}
}

case! {
/// The host.
AskerHost "Host" of Asker = core::Asker as Host {
}
}

case! {
/// An institution, that is, its administrator.
AskerInstitution "Institution" of Asker = core::Asker as Institution {
    /// Which one.
    institution: institution,
}
}

case! {
/// An operator.
AskerOperator "Operator" of Asker = core::Asker as Operator {
    /// Who.
    operator: operator,
}
}

case! {
/// A patron.
AskerPatron "Patron" of Asker = core::Asker as Patron {
}
}

kinds! {
/// Who may read an entry.
Audience of core::Audience {
    Everyone: AudienceEveryone,
    Staff: AudienceStaff,
    Institution: AudienceInstitution,
}
}

case! {
/// The patron and the staff of the chat.
AudienceEveryone "Everyone" of Audience = core::Audience as Everyone {
}
}

case! {
/// The staff of the chat, whichever institution they are of.
AudienceStaff "Staff" of Audience = core::Audience as Staff {
}
}

case! {
/// The staff of the chat who are of this institution.
AudienceInstitution "Institution" of Audience = core::Audience as Institution {
    /// Which one.
    institution: institution,
}
}

kinds! {
/// Who wrote an entry.
Author of core::Author {
    Patron: AuthorPatron,
    Operator: AuthorOperator,
    Router: AuthorRouter,
}
}

case! {
/// The patron.
AuthorPatron "Patron" of Author = core::Author as Patron {
}
}

case! {
/// An operator.
AuthorOperator "Operator" of Author = core::Author as Operator {
    /// Who.
    operator: operator,
}
}

case! {
/// The router itself.
AuthorRouter "Router" of Author = core::Author as Router {
}
}

kinds! {
/// What an ordinary chat that asks for nothing special would come to on a queue now.
///
/// It is worked out over exactly those operators who could be offered it.
Availability of core::Availability {
    Available: AvailabilityAvailable,
    Busy: AvailabilityBusy,
    Unstaffed: AvailabilityUnstaffed,
    Full: AvailabilityFull,
    Closed: AvailabilityClosed,
}
}

case! {
/// Somebody could be rung for it at once. Show that somebody is there.
AvailabilityAvailable "Available" of Availability = core::Availability as Available {
    /// Who, of the first level that has anybody.
    by: by,
}
}

case! {
/// Somebody is there, and all are busy: it would wait. Show that it may take a while.
AvailabilityBusy "Busy" of Availability = core::Availability as Busy {
}
}

case! {
/// It would be taken, and nobody is there to be rung for it. Offer to leave a message.
AvailabilityUnstaffed "Unstaffed" of Availability = core::Availability as Unstaffed {
}
}

case! {
/// As many chats wait as the policy allows: what the policy says then would come to it.
AvailabilityFull "Full" of Availability = core::Availability as Full {
}
}

case! {
/// It would be refused: no level is active. Show when the queue opens.
AvailabilityClosed "Closed" of Availability = core::Availability as Closed {
    /// When a level will be active, as far as hours tell. `None`: they do not.
    opens_at: opens_at,
}
}

kinds! {
/// What an entry says.
Body of core::Body {
    Message: BodyMessage,
    Claimed: BodyClaimed,
    RolledOver: BodyRolledOver,
    OperatorLost: BodyOperatorLost,
    OperatorIdle: BodyOperatorIdle,
    Joined: BodyJoined,
    Left: BodyLeft,
    Held: BodyHeld,
    Resumed: BodyResumed,
    PatronDropped: BodyPatronDropped,
    PatronReturned: BodyPatronReturned,
    Returned: BodyReturned,
    Moved: BodyMoved,
    Notice: BodyNotice,
    TransferStarted: BodyTransferStarted,
    TransferFailed: BodyTransferFailed,
    ConsultationStarted: BodyConsultationStarted,
    TransferCompleted: BodyTransferCompleted,
    Ended: BodyEnded,
    Masked: BodyMasked,
}
}

case! {
/// A message, or a note among staff.
BodyMessage "Message" of Body = core::Body as Message {
    /// Its id.
    message: message,
    /// What it says.
    content: content,
}
}

case! {
/// An operator took the chat.
BodyClaimed "Claimed" of Body = core::Body as Claimed {
    /// Who.
    operator: operator,
}
}

case! {
/// The chat rolled on to another level.
BodyRolledOver "RolledOver" of Body = core::Body as RolledOver {
    /// The queue in which it waits.
    queue: queue,
    /// The level that it entered, counted from 0.
    level: level,
}
}

case! {
/// The operator who answered is gone; the chat waits again.
BodyOperatorLost "OperatorLost" of Body = core::Body as OperatorLost {
    /// Who.
    operator: operator,
}
}

case! {
/// The operator who answered did not write to the patron for too long; the chat waits again.
BodyOperatorIdle "OperatorIdle" of Body = core::Body as OperatorIdle {
    /// Who.
    operator: operator,
}
}

case! {
/// An operator takes part now, or has another part.
BodyJoined "Joined" of Body = core::Body as Joined {
    /// Who.
    operator: operator,
    /// As what.
    part: part,
}
}

case! {
/// An operator takes part no more.
BodyLeft "Left" of Body = core::Body as Left {
    /// Who.
    operator: operator,
    /// What they were.
    part: part,
}
}

case! {
/// The operator asked the patron to wait for a while.
BodyHeld "Held" of Body = core::Body as Held {
    /// Who.
    operator: operator,
}
}

case! {
/// The operator went on with it.
BodyResumed "Resumed" of Body = core::Body as Resumed {
    /// Who.
    operator: operator,
}
}

case! {
/// The patron's connection was lost.
BodyPatronDropped "PatronDropped" of Body = core::Body as PatronDropped {
}
}

case! {
/// The patron was back.
BodyPatronReturned "PatronReturned" of Body = core::Body as PatronReturned {
}
}

case! {
/// The chat returned to its origin queue, since the grant that carried it has ended.
BodyReturned "Returned" of Body = core::Body as Returned {
}
}

case! {
/// The chat moved on to another queue, since the policy of the one before says so.
BodyMoved "Moved" of Body = core::Body as Moved {
    /// The queue in which it waits.
    queue: queue,
}
}

case! {
/// The patron was told something while nobody answered, or whoever is to write was reminded.
BodyNotice "Notice" of Body = core::Body as Notice {
    /// What.
    text: text,
}
}

holding! {
/// The operator asked for a transfer.
BodyTransferStarted "TransferStarted" of Body = core::Body as TransferStarted of core::TransferRequest {
    /// Which transfer.
    transfer: transfer,
    /// To whom.
    to: to,
    ;
    /// Why.
    reason: reason = Default::default(),
    /// What the new operator should know.
    note: note = Default::default(),
}
}

case! {
/// A transfer came to nothing.
BodyTransferFailed "TransferFailed" of Body = core::Body as TransferFailed {
    /// Which one.
    transfer: transfer,
    /// Why.
    why: why,
}
}

case! {
/// Who is to take the chat over reads along now, and talks with its operator first.
BodyConsultationStarted "ConsultationStarted" of Body = core::Body as ConsultationStarted {
    /// Which transfer.
    transfer: transfer,
    /// Who.
    operator: operator,
}
}

case! {
/// A transfer was accepted: another operator answers now.
BodyTransferCompleted "TransferCompleted" of Body = core::Body as TransferCompleted {
    /// Which one.
    transfer: transfer,
    /// Who answered before.
    from_: from,
    /// Who answers now.
    to: to,
}
}

case! {
/// The chat ended.
BodyEnded "Ended" of Body = core::Body as Ended {
    /// How.
    outcome: outcome,
}
}

holding! {
/// A message that was here, and that nobody is to read any more.
BodyMasked "Masked" of Body = core::Body as Masked of core::Masked {
    /// Its id.
    message: message,
    ;
    /// What stands for it in the chain of digests: made of what it said. `None` where
    /// that cannot be known any more: it was masked in a record without a seal.
    leaf: leaf = Default::default(),
}
}

value! {
/// What is between a party and another, as the party may know it.
BuddyView of core::BuddyView {
    /// The other.
    buddy: buddy,
    /// Who sees whom, and who has asked.
    subscription: subscription,
    /// Whether a request of theirs is approved before it comes.
    approved: approved,
    /// Whether the party blocks them.
    blocked: blocked,
    /// How they are seen, if the party may see it.
    presence: presence,
}
}

settings! {
/// A way by which patrons write.
Channel of core::Channel {
;
    /// How many units of an operator's capacity a chat costs. Default: 1; 0 counts as 1.
    units: units,
    /// Whether patrons write and come back for an answer some time later, as by SMS or email. Such a
    /// chat is admitted though its queue is closed, and waits there with its age until a level takes
    /// it; nothing that a policy says ends its waiting. Default: no.
    store_and_forward: store_and_forward,
}
}

kinds! {
/// How what a chat needs counts at a level.
ChatNeeds of core::ChatNeeds {
    InFull: ChatNeedsInFull,
    Lowered: ChatNeedsLowered,
    Ignored: ChatNeedsIgnored,
}
}

case! {
/// As it is.
ChatNeedsInFull "InFull" of ChatNeeds = core::ChatNeeds as InFull {
}
}

case! {
/// Each level of a skill is lowered, but never below having the skill at all.
ChatNeedsLowered "Lowered" of ChatNeeds = core::ChatNeeds as Lowered {
    /// By how much.
    by: by,
}
}

case! {
/// Not at all.
ChatNeedsIgnored "Ignored" of ChatNeeds = core::ChatNeeds as Ignored {
}
}

value! {
/// An open chat, as it is now.
ChatView of core::ChatView {
    /// The chat.
    chat: chat,
    /// Whose chat.
    patron: patron,
    /// Where it stands in its life.
    phase: phase,
    /// Where it was opened.
    origin: origin,
    /// Where it is now.
    queue: queue,
    /// When it was opened.
    opened_at: opened_at,
    /// Who answers, if somebody does.
    owner: owner,
    /// Who is to take it over, and talks about it with them first.
    consulted: consulted,
    /// Who takes part beside them, in the order of joining.
    company: company,
    /// Who is rung, in the order of ringing, with the offer that each answers.
    rung: rung,
    /// The transfer that is pending, or has been accepted and is talked about, if there is one.
    transfer: transfer,
    /// The level that it entered last of those that ring for it, counted from 0. `None` while it does
    /// not ring, or no level is active for it.
    level: level,
}
}

value! {
/// An operator or a queue to whom a chat might be transferred.
Choice of core::Choice {
    /// Who.
    target: target,
    /// Whose operator or queue it is.
    institution: institution,
    /// How an operator is seen, where who answers may see it: of a colleague at their own institution,
    /// of a buddy, and where a grant shows it.
    presence: presence,
    /// Why a transfer to them would be refused now. `None`: it would not.
    refusal: refusal,
}
}

words! {
    ClaimBy of core::ClaimBy {
    Accept = "accept",
    FirstMessage = "firstMessage",
}
}

kinds! {
/// Why an operator got a chat.
ClaimReason of core::ClaimReason {
    Accepted: ClaimReasonAccepted,
    FirstMessage: ClaimReasonFirstMessage,
    Preferred: ClaimReasonPreferred,
    Transferred: ClaimReasonTransferred,
    Picked: ClaimReasonPicked,
    Assigned: ClaimReasonAssigned,
    Started: ClaimReasonStarted,
    Returned: ClaimReasonReturned,
}
}

case! {
/// They took an offer of this level, counted from 0, by an accept.
ClaimReasonAccepted "Accepted" of ClaimReason = core::ClaimReason as Accepted {
    /// The level.
    level: level,
    ;
    /// By what they were the best of it. `None`: the level rang everybody.
    won: won = Default::default(),
}
}

case! {
/// They took an offer of this level, counted from 0, by their first message.
ClaimReasonFirstMessage "FirstMessage" of ClaimReason = core::ClaimReason as FirstMessage {
    /// The level.
    level: level,
    ;
    /// By what they were the best of it. `None`: the level rang everybody.
    won: won = Default::default(),
}
}

case! {
/// The chat waited for them alone, and they took it.
ClaimReasonPreferred "Preferred" of ClaimReason = core::ClaimReason as Preferred {
}
}

case! {
/// They accepted a transfer that named them.
ClaimReasonTransferred "Transferred" of ClaimReason = core::ClaimReason as Transferred {
}
}

case! {
/// They took it out of the queue, whether they were rung for it or not.
ClaimReasonPicked "Picked" of ClaimReason = core::ClaimReason as Picked {
}
}

case! {
/// The host, an administrator or a supervisor gave it to them.
ClaimReasonAssigned "Assigned" of ClaimReason = core::ClaimReason as Assigned {
}
}

case! {
/// They began it themselves.
ClaimReasonStarted "Started" of ClaimReason = core::ClaimReason as Started {
}
}

case! {
/// They came back after they were lost, before anybody else had taken it.
ClaimReasonReturned "Returned" of ClaimReason = core::ClaimReason as Returned {
}
}

value! {
/// Whom an operator sees.
Colleagues of core::Colleagues {
    /// Their buddies, whoever has asked them, and whom they block, in the order of registration.
    buddies: buddies,
    /// The operators of partners who let them see presence, each with how they are seen, without any
    /// subscription, in the order of registration: those who are assigned to a queue that such a
    /// grant covers, while its hours last. They are not told of changes: whoever wants that asks them
    /// to be buddies.
    visible: visible,
}
}

value! {
/// A request: who gives it, and what is wanted.
Command of core::Command {
    /// Who gives the command. The host has made sure that it is really they.
    by: by,
    /// What they want.
    action: action,
}
}

settings! {
/// What holds for a whole router, from its beginning to its end.
Config of core::Config {
;
    /// How long an operator whose last session ended keeps their chats. Default: 60 s.
    grace: grace,
    /// After how long a session ends that was not renewed by another
    /// `SetPresence`, so that a forgotten log-in does not last. Default:
    /// never.
    session_length: session_length,
    /// How operators must show themselves to be offered chats. Default: `chat` and `available`.
    takes_chats: takes_chats,
    /// How long a transfer may be pending. Default: 60 s.
    transfer_lapse: transfer_lapse,
    /// How long a patron whose connection is lost keeps their chat. Default: 60 s.
    patron_grace: patron_grace,
    /// The classes of priority above the ordinary 0: the first is class 1, and so on, each more urgent
    /// than those before it. At most 100; those beyond are not there. Default: nine
    /// strict ones.
    priorities: priorities,
    /// The channels by which patrons write, for a chat to name. Default: none; a chat that names
    /// none is an ordinary one.
    channels: channels,
    /// Whether hand-overs and records carry the digest of the transcript. It costs
    /// three hashes for each entry, once; asking for it
    /// (`Router.transcript_digest`) is possible either way, and
    /// nothing is hashed before. Default: no.
    digests: digests,
    /// The bounds of everything.
    limits: limits,
}
}

value! {
/// A chat's way through the levels of a queue.
Course of core::Course {
    /// The queue.
    queue: queue,
    /// The round, 1 for the first: whoever declined or missed it is not rung again in the same one.
    round: round,
    /// The levels that this page speaks of, in order.
    levels: levels,
    ;
    /// When the next round starts, if it rests until then.
    rests_until: rests_until = Default::default(),
    /// When its wait in the queue is over, and what the policy says follows: by no level's clock.
    ends: ends = Default::default(),
    /// The operator for whom it waits alone, before it enters the first level.
    preferred: preferred = Default::default(),
}
}

words! {
    Day of core::hours::Day {
    Monday = "monday",
    Tuesday = "tuesday",
    Wednesday = "wednesday",
    Thursday = "thursday",
    Friday = "friday",
    Saturday = "saturday",
    Sunday = "sunday",
}
}

value! {
/// When the router wants to be woken, and whose timer it is.
Deadline of core::Deadline {
    /// When to call `Router.advance`.
    at: at,
    /// Whose timer it is.
    reason: reason,
}
}

value! {
/// What those who answered a chat said of it.
Details of core::Details {
    ;
    /// Its tags, each once.
    tags: tags = Default::default(),
    /// Whether somebody is to come back to it.
    follow_up: follow_up = Default::default(),
    /// The code of how it was resolved, in the institution's own words.
    resolution: resolution = Default::default(),
}
}

value! {
/// A direct message as it was sent.
DirectMessage of core::DirectMessage {
    /// The host's id of it.
    message: message,
    /// What it says.
    content: content,
}
}

words! {
    EndRule of core::EndRule {
    Finish = "finish",
    Return = "return",
}
}

words! {
    Entering of core::Entering {
    Widen = "widen",
    Replace = "replace",
}
}

value! {
/// One entry of a transcript. Their numbers have no gaps.
Entry of core::Entry {
    /// Its number: 1 for the first.
    number: number,
    /// When it was written.
    at: at,
    /// Who wrote it.
    author: author,
    /// Who may read it.
    audience: audience,
    /// What it says.
    body: body,
}
}

value! {
/// Dates on which other hours count than on ordinary ones.
Exception of core::hours::Exception {
    ;
    /// The dates: each `YYYY-MM-DD`, or the first and the last of a range with `/` between them:
    /// `2026-12-24/2027-01-03`. Default: none, then there must be holidays.
    dates: dates = Default::default(),
    /// Names of lists whose dates are meant too. Default: none, then there must be dates.
    holidays: holidays = Default::default(),
    /// The windows on these dates, at most 64. Default: none, closed.
    windows: windows = Default::default(),
}
}

value! {
/// What a level is to a chat.
ExplainedLevel of core::ExplainedLevel {
    /// The level, counted from 0.
    level: level,
    /// How it stands.
    state: state,
    /// Everybody of its pool, and those assigned to its queues who have opted out, in the order of
    /// registration: those whom this page speaks of.
    operators: operators,
}
}

value! {
/// What stands between an operator and a chat, at one level.
ExplainedOperator of core::ExplainedOperator {
    /// Who.
    operator: operator,
    /// What it is.
    verdict: verdict,
}
}

value! {
/// Why a chat is where it is, or as much of it as a page holds.
Explanation of core::Explanation {
    /// The chat.
    chat: chat,
    /// Where it stands in its life.
    phase: phase,
    /// The levels that it has left so far, in order, and why: whichever queue they are of.
    passed: passed,
    ;
    /// Who answers, and why it is they. `None`: nobody does.
    answer: answer = Default::default(),
    /// Its way through the levels of a queue, while nobody answers or it is transferred to one.
    course: course = Default::default(),
    /// Where the next page begins. `None`: this is the last one.
    next: next = Default::default(),
}
}

value! {
/// A bound on how many chats wait in a queue.
Full of core::Full {
    /// How many may wait, at least 1; those that are being transferred to the queue count.
    chats: chats,
    /// What comes to a chat that opens while so many wait, in the step of its opening. Never to one
    /// that was admitted before: lost, returned, transferred, or moved on from another queue.
    then: then,
}
}

value! {
/// One right inside a partnership, on queues of the institution that gives it.
Grant of core::Grant {
    /// What the partner may do.
    right: right,
    ;
    /// On which queues of the giver. Default: all.
    queues: queues = Default::default(),
    /// The most chats at once that it carries across. For the right to staff: chats whose origin is
    /// one of its queues, and which the partner's staff answer, or have a place reserved for; at the
    /// cap those are as good as busy. For the right to transfer: chats of the partner's patrons that
    /// wait here, are answered here or in company from here, or are being transferred here. It means
    /// nothing for transcripts and presence.
    /// Default: as many as come.
    cap: cap = Default::default(),
    /// When something new may cross by it; what crossed before goes on. It means nothing for
    /// transcripts. Default: always.
    hours: hours = Default::default(),
}
}

form! {
/// What goes with a chat to the operator who took it, by what the grant lets them see.
Handover of core::Handover {
    /// The entries that were written before they took it, and that they may read.
    entries: entries as Vec<core::Entry> = |of: &core::Handover, py| of.entries().show(py),
    ;
    /// Who the patron is, where they may know.
    patron: patron as core::PatronId = |of: &core::Handover, py| of.patron.show(py),
    /// What the host knows of the patron, where they may know.
    context: context as core::Text = |of: &core::Handover, py| of.context().show(py),
    /// The ended chat after which the patron comes back, where they may know the patron.
    returns: returns as core::ChatId = |of: &core::Handover, py| of.returns().show(py),
    /// The profile that the origin queue had when the chat was opened.
    profile: profile as core::Text = |of: &core::Handover, py| of.profile().show(py),
    /// Why the chat was transferred, in the sender's words.
    reason: reason as core::Text = |of: &core::Handover, py| of.reason().show(py),
    /// What the sender wants them to know.
    note: note as core::Text = |of: &core::Handover, py| of.note().show(py),
    /// Where the chain stood after the last entry that was written before they took it,
    /// whether they may read that entry or not: where
    /// `Config.digests` says so, and anything was written before.
    digest: digest as core::chain::Digest = |of: &core::Handover, py| of.digest().show(py),
}
}

value! {
/// A list of dates that many hours refer to by its name.
Holidays of core::hours::Holidays {
    /// The dates, in any order: each `YYYY-MM-DD`, or the first and the last of a range with `/`
    /// between them. At most 4,096.
    dates: dates,
}
}

value! {
/// A level that a chat left unanswered.
Hop of core::Hop {
    /// The queue.
    queue: queue,
    /// The level, counted from 0.
    level: level,
    /// When.
    at: at,
    /// Why.
    reason: reason,
}
}

value! {
/// When something is open: the hours of a week, and the dates on which they are others.
///
/// # Dates
///
/// A date is ruled by one thing: by the last exception that names it, else by the week. Write what
/// is general first, and below it what is special (a summer, and the holidays in it). It is as if
/// they were painted over each other in this order:
///
/// - An exception covers its dates from midnight to midnight, and only its own windows count then.
///   A window of what stands above it (an earlier exception, the week) is cut off at the first
///   midnight and goes on at the last, if it lasts so long: on a date that an exception does not
///   name, it changes nothing.
/// - A window of its own that runs past midnight goes on into the next date, unless an exception
///   further below covers that one.
/// - Windows that overlap or touch are one window. That two of one list overlap is an
///   oddity, since it is hardly meant.
///
/// # Clocks that are changed
///
/// **A window opens at the first instant at which the clocks show `from` or later, and closes at
/// the instant from which on they show `to` or later for good.** So whenever the clocks show a time
/// within the window, it is open, and it is never interrupted. It follows:
///
/// - In spring, where an hour is skipped, an edge within that hour is the instant at which the
///   clocks are put forward. A window that lies in it as a whole does not happen. (RFC 5545 and
///   others move the edge on by an hour, so that a service "from 02:30" would be closed while the
///   clocks show 03:00.)
/// - In autumn, where an hour comes twice, it opens the first time and closes the second time, and
///   is open all the time between.
/// - A window that ends just where that hour begins is over the first time: earlier times never
///   come back. So what closes at 24:00 does, where the clocks go from 01:00 back to 00:00, and a
///   closed date stays closed.
/// - One service until 01:30 and another from 01:30 are both open for an hour then, and never
///   neither.
/// - A date that a zone left out (Samoa had no 30 December 2011) does not happen.
Hours of core::hours::Hours {
    /// The time zone of all times and dates here, by its IANA name as that is spelled: for example
    /// `America/Chicago`.
    time_zone: time_zone,
    ;
    /// The windows of an ordinary week; none: closed but for the exceptions. Around the clock is
    /// one window on every day from `00:00` to `24:00`. At most 64. Default: none.
    week: week = Default::default(),
    /// Dates with hours of their own. Of two exceptions that name a date, the later one counts. At
    /// most 512. Default: none.
    exceptions: exceptions = Default::default(),
}
}

kinds! {
/// What makes hours unusable.
///
/// Each has a stable machine code and a sentence for people.
HoursFault of core::hours::HoursFault {
    UnknownZone: HoursFaultUnknownZone,
    InvalidTime: HoursFaultInvalidTime,
    BeginsAtEnd: HoursFaultBeginsAtEnd,
    EmptyWindow: HoursFaultEmptyWindow,
    NoDays: HoursFaultNoDays,
    NoDates: HoursFaultNoDates,
    InvalidDate: HoursFaultInvalidDate,
    NoSuchDate: HoursFaultNoSuchDate,
    ReversedDates: HoursFaultReversedDates,
    UnknownHours: HoursFaultUnknownHours,
    UnknownHolidays: HoursFaultUnknownHolidays,
    InvalidHolidays: HoursFaultInvalidHolidays,
    TooMany: HoursFaultTooMany,
    ; 13
}
}

coded! { HoursFault }

case! {
/// The time zone data has no zone of this name.
HoursFaultUnknownZone "UnknownZone" of HoursFault = core::hours::HoursFault as UnknownZone {
    /// The name.
    zone: zone,
    /// A zone whose name is nearly the same.
    meant: meant,
}
}

case! {
/// A text is no time of day.
HoursFaultInvalidTime "InvalidTime" of HoursFault = core::hours::HoursFault as InvalidTime {
    /// The text.
    text: text,
}
}

case! {
/// A window begins at `24:00`.
HoursFaultBeginsAtEnd "BeginsAtEnd" of HoursFault = core::hours::HoursFault as BeginsAtEnd {
}
}

case! {
/// A window ends where it begins.
HoursFaultEmptyWindow "EmptyWindow" of HoursFault = core::hours::HoursFault as EmptyWindow {
}
}

case! {
/// A window names no day.
HoursFaultNoDays "NoDays" of HoursFault = core::hours::HoursFault as NoDays {
}
}

case! {
/// An exception has neither dates nor holidays.
HoursFaultNoDates "NoDates" of HoursFault = core::hours::HoursFault as NoDates {
}
}

case! {
/// A text is no date and no range of dates.
HoursFaultInvalidDate "InvalidDate" of HoursFault = core::hours::HoursFault as InvalidDate {
    /// The text.
    text: text,
}
}

case! {
/// A date that no calendar has.
HoursFaultNoSuchDate "NoSuchDate" of HoursFault = core::hours::HoursFault as NoSuchDate {
    /// The text.
    text: text,
}
}

case! {
/// A range of dates ends before it begins.
HoursFaultReversedDates "ReversedDates" of HoursFault = core::hours::HoursFault as ReversedDates {
    /// The text.
    text: text,
}
}

case! {
/// Hours are only named, and no setup document is there to have them.
HoursFaultUnknownHours "UnknownHours" of HoursFault = core::hours::HoursFault as UnknownHours {
    /// The name.
    name: name,
}
}

case! {
/// No holidays bear this name.
HoursFaultUnknownHolidays "UnknownHolidays" of HoursFault = core::hours::HoursFault as UnknownHolidays {
    /// The name.
    name: name,
    /// A list whose name is nearly the same.
    meant: meant,
}
}

case! {
/// The holidays of this name have faults of their own.
HoursFaultInvalidHolidays "InvalidHolidays" of HoursFault = core::hours::HoursFault as InvalidHolidays {
    /// The name.
    name: name,
}
}

case! {
/// A list is too long.
HoursFaultTooMany "TooMany" of HoursFault = core::hours::HoursFault as TooMany {
    /// How many are allowed.
    limit: limit,
}
}

value! {
/// How long somebody in a chat may leave the last word to the other side. Time on hold, or during a
/// transfer, does not count.
IdleRule of core::IdleRule {
    /// After how long it is enough, the notice included: more than 0, and after the notice.
    after: after,
    ;
    /// What they are told before, and when: counted from when they are to write. Default: nothing.
    notice: notice = Default::default(),
}
}

words! {
    Idler of core::Idler {
    Patron = "patron",
    Operator = "operator",
}
}

value! {
/// An accepted command, with its number and its time.
Input of core::journal::Input {
    /// The first is 1, and there are no gaps.
    number: number,
    /// When it was applied.
    at: at,
    /// What was applied.
    command: command,
}
}

value! {
/// One step of a queue's rollover: who is rung, how, and for how long.
Level of core::Level {
    /// Whose operators are rung, at least one source.
    pool: pool,
    /// How many of them at once, and in which order.
    ring: ring,
    ;
    /// How long a chat stays before it rolls on, counted from entering the level. `None`: for
    /// ever, unless nobody is there. After the last level, `Policy.after` follows; where that is
    /// to keep waiting, the wait of the last level means nothing. Default: `None`.
    wait: wait = Default::default(),
    /// The skills that everybody here must have, besides what a chat asks for. At most
    /// `Limits.needs`. Default: none.
    needs: needs = Default::default(),
    /// How what a chat asks for counts here. Default: in full.
    chat_needs: chat_needs = Default::default(),
    /// What happens while all of the level's operators are busy. Default: the chat waits.
    when_busy: when_busy = Default::default(),
    /// What becomes of the earlier levels when a chat enters this one. Default: they keep ringing.
    entry: entry = Default::default(),
    /// When it is active. A chat passes an inactive level over at once; it is rung there after all
    /// if the level becomes active while the chat waits further on, unless a later level has
    /// replaced it. A level that a chat has entered stays active for that chat. Default: while the
    /// queue is open.
    only_when: only_when = Default::default(),
}
}

kinds! {
/// How a level of the queue stands for a chat.
LevelState of core::LevelState {
    NotEntered: LevelStateNotEntered,
    Rings: LevelStateRings,
    Dormant: LevelStateDormant,
    Replaced: LevelStateReplaced,
}
}

coded! { LevelState }

case! {
/// The chat has not come to it.
LevelStateNotEntered "NotEntered" of LevelState = core::LevelState as NotEntered {
    ;
    /// Why it would be passed over, as things are now. `None`: it would not.
    vacant: vacant = Default::default(),
}
}

case! {
/// It rings for the chat: it was entered last, or was left and rings on, since the plan widens.
LevelStateRings "Rings" of LevelState = core::LevelState as Rings {
    /// How many operators it rings.
    rung: rung,
    ;
    /// How many it wants to ring. `None`: everybody.
    wanted: wanted = Default::default(),
    /// When the chat rolls on. `None`: by no clock.
    until: until = Default::default(),
    /// Why the chat has rolled on from it; passed over is what `nobodyThere` and `allBusy` are.
    /// `None`: it was entered last.
    left: left = Default::default(),
    /// Why nobody of it could be offered a chat now. `None`: somebody could.
    vacant: vacant = Default::default(),
}
}

case! {
/// The chat has come to it, and passed it over since it is not active; it rings once it is.
LevelStateDormant "Dormant" of LevelState = core::LevelState as Dormant {
}
}

case! {
/// A later level has replaced it, for good.
LevelStateReplaced "Replaced" of LevelState = core::LevelState as Replaced {
    ;
    /// Why the chat had rolled on from it.
    left: left = Default::default(),
}
}

words! {
    Limited of core::Limited {
    Institutions = "institutions",
    Operators = "operators",
    Queues = "queues",
    Groups = "groups",
    OpenChats = "openChats",
    OpenChatsOfPatron = "openChatsOfPatron",
    Waiting = "waiting",
    Participants = "participants",
    Sessions = "sessions",
    Memberships = "memberships",
    Skills = "skills",
    Needs = "needs",
    Demands = "demands",
    Excluded = "excluded",
    Sources = "sources",
    OperatorsNamed = "operatorsNamed",
    Grants = "grants",
    TranscriptEntries = "transcriptEntries",
    Tags = "tags",
    Hops = "hops",
    Buddies = "buddies",
    BuddyRequests = "buddyRequests",
    Blocked = "blocked",
    Contacts = "contacts",
    ; 24
}
}

settings! {
/// How much there may be of each thing. Beyond it a command is refused with
/// `Refusal.LimitReached` or
/// `Refusal.TooLong`, and nothing changed.
Limits of core::Limits {
;
    /// Institutions. Default: 10,000.
    institutions: institutions,
    /// Operators. Default: 1,000,000.
    operators: operators,
    /// Queues. Default: 100,000.
    queues: queues,
    /// Groups. Default: 100,000.
    groups: groups,
    /// Open chats. Default: 2,000,000.
    open_chats: open_chats,
    /// Open chats of one patron, those in wrap-up apart: they have left them. Default: 10.
    open_chats_per_patron: open_chats_per_patron,
    /// Chats that wait in one queue; one that was admitted before is never refused. Default:
    /// 100,000.
    waiting_per_queue: waiting_per_queue,
    /// How many ended chats' ids are remembered, so that a late repeat of an open is known as one, and
    /// who answered them last, for patrons who come back. Default: 100,000.
    ended_ids: ended_ids,
    /// Operators who take part in one chat, or are invited, beside the one who answers. Default: 8.
    participants: participants,
    /// Sessions of one operator. Default: 32.
    sessions_per_operator: sessions_per_operator,
    /// Broadcast offers that one operator holds; beyond them chats wait their turn with them. The
    /// one limit that refuses nothing. Default: 20.
    broadcasts_per_operator: broadcasts_per_operator,
    /// Queues that one operator is assigned to, and groups and levels that name them. Default: 64.
    memberships_per_operator: memberships_per_operator,
    /// Skills of one operator. Default: 64.
    skills_per_operator: skills_per_operator,
    /// Skills that one chat or one level needs. Default: 8.
    needs: needs,
    /// Different things (skills, units) that chats ask for at one level at a time; at least 1. A chat
    /// that was admitted before is never refused for it. Default: 64.
    demands_per_level: demands_per_level,
    /// Operators whom one chat excludes. Default: 64.
    excluded: excluded,
    /// Sources of one level. Default: 64.
    sources_per_level: sources_per_level,
    /// Operators that one level or one group names. Default: 100,000.
    operators_named: operators_named,
    /// Grants that one side gives in a partnership, and queues that one grant names. Default:
    /// 1,000.
    grants: grants,
    /// Bytes of a message. Default: 65,536.
    message_bytes: message_bytes,
    /// Bytes of a reference to the host's store: its key and its digest together. Default: 1,024.
    reference_bytes: reference_bytes,
    /// Bytes of a reason, a note or a notice. Default: 4,096.
    note_bytes: note_bytes,
    /// Tags of one chat. Default: 32.
    tags: tags,
    /// Bytes of a tag or of a resolution code. Default: 255.
    label_bytes: label_bytes,
    /// Bytes of a queue's profile. Default: 65,536.
    profile_bytes: profile_bytes,
    /// Bytes of a patron's context. Default: 65,536.
    context_bytes: context_bytes,
    /// Entries of a transcript that messages may fill; the router's own entries always find room.
    /// Default: 10,000.
    transcript_entries: transcript_entries,
    /// Transfers of one chat, whatever came of them. Default: 20.
    hops: hops,
    /// How many of the levels that one chat has left are told, at least 8: the record has
    /// the last ones, and the transcript the first; the record counts the others. Default: 256.
    levels_left: levels_left,
    /// How often one chat moves on to another queue because a policy says so; beyond that it keeps
    /// waiting. Default: 8.
    overflows: overflows,
    /// Buddies of one party, whoever it has asked or approved in advance included. Default: 10,000.
    buddies_per_party: buddies_per_party,
    /// Those who have asked one party to be buddies, and to whom it has said nothing yet; so strangers
    /// take no room from buddies. Default: 1,000.
    requests_per_party: requests_per_party,
    /// Whom one party blocks. Default: 1,000.
    blocked_per_party: blocked_per_party,
    /// Contacts with whom anybody has to do. Default: 1,000,000.
    contacts: contacts,
    /// How many of a sender's last direct messages are remembered, so that a repeat is known as one.
    /// Default: 64.
    direct_messages: direct_messages,
    /// Events after which `Router.advance` stops between two timers.
    /// Default: 10,000; 0 counts as 1.
    events_per_advance: events_per_advance,
}
}

value! {
/// A link of the chain: an entry, shown or not.
Link of core::chain::Link {
    /// Its number: 1 for the first, and no gaps.
    number: number,
    /// What stands for it in the chain.
    leaf: leaf,
    ;
    /// The entry. `None`: the reader may not read it.
    shown: shown = Default::default(),
}
}

value! {
/// What is left of a message that was masked.
Masked of core::Masked {
    /// Its id.
    message: message,
    ;
    /// What stands for it in the chain of digests: made of what it said. `None` where
    /// that cannot be known any more: it was masked in a record without a seal.
    leaf: leaf = Default::default(),
}
}

words! {
    Measured of core::Measured {
    Message = "message",
    Note = "note",
    Context = "context",
    Reference = "reference",
    Label = "label",
    Profile = "profile",
    ; 6
}
}

value! {
/// A skill that whoever takes a chat must have.
Need of core::Need {
    /// Which skill: a language, a subject, a permission.
    skill: skill,
    ;
    /// At which level at least, from 1 to 100. Default: 1, having it at all.
    at_least: at_least = 1,
}
}

value! {
/// What somebody is told once: a patron while they wait in a queue, or who is to write in a chat.
Notice of core::Notice {
    /// When, counted from when the chat began to wait in this queue, or for them.
    after: after,
    /// What they are told.
    text: text,
}
}

kinds! {
/// How an offer came about.
OfferCause of core::OfferCause {
    Level: OfferCauseLevel,
    Preferred: OfferCausePreferred,
    Transfer: OfferCauseTransfer,
}
}

case! {
/// A level rang them, of the queue where the chat is or where it is being transferred.
OfferCauseLevel "Level" of OfferCause = core::OfferCause as Level {
    /// The level, counted from 0.
    level: level,
}
}

case! {
/// The chat waits for them alone.
OfferCausePreferred "Preferred" of OfferCause = core::OfferCause as Preferred {
}
}

case! {
/// Somebody transfers the chat to them.
OfferCauseTransfer "Transfer" of OfferCause = core::OfferCause as Transfer {
    /// The transfer.
    transfer: transfer,
}
}

kinds! {
/// When a level is active.
OnlyWhen of core::OnlyWhen {
    Open: OnlyWhenOpen,
    Closed: OnlyWhenClosed,
    Always: OnlyWhenAlways,
    Hours: OnlyWhenHours,
}
}

case! {
/// While the queue is open; and for chats that were admitted while it was, or that somebody
/// had answered before.
OnlyWhenOpen "Open" of OnlyWhen = core::OnlyWhen as Open {
}
}

case! {
/// While the queue is not open: draining or closed.
OnlyWhenClosed "Closed" of OnlyWhen = core::OnlyWhen as Closed {
}
}

case! {
/// Always.
OnlyWhenAlways "Always" of OnlyWhen = core::OnlyWhen as Always {
}
}

holding! {
/// In hours of its own.
OnlyWhenHours "Hours" of OnlyWhen = core::OnlyWhen as Hours of core::hours::OwnHours {
    /// The hours; in a setup document also the name of some that it has.
    hours: hours,
    ;
    /// The lists of holidays that their exceptions may name. Default: none.
    holidays: holidays = Default::default(),
}
}

value! {
/// An operator, as they are now.
OperatorView of core::OperatorView {
    /// Who.
    operator: operator,
    /// Where they work.
    institution: institution,
    /// How they are seen.
    presence: presence,
    /// Why they pause, if they do.
    pause: pause,
    /// Whether they log out when their last chat is over.
    leaves: leaves,
    /// Their sessions, the oldest first.
    sessions: sessions,
    /// How many units of chats they answer at once.
    capacity: capacity,
    /// The chats that they answer, in the order of claiming.
    answering: answering,
    /// The chats that ring them, the oldest offer first, each with that offer.
    rung_for: rung_for,
}
}

words! {
    Order of core::Order {
    LeastBusy = "leastBusy",
    MostSpare = "mostSpare",
    LongestIdle = "longestIdle",
    RoundRobin = "roundRobin",
    WeightedRoundRobin = "weightedRoundRobin",
    FixedRanks = "fixedRanks",
}
}

words! {
    Outcome of core::Outcome {
    Abandoned = "abandoned",
    PatronLeft = "patronLeft",
    Closed = "closed",
    ForceClosed = "forceClosed",
    PatronIdle = "patronIdle",
    MessageTaken = "messageTaken",
    ClosedByQueue = "closedByQueue",
}
}

value! {
/// Hours, and the lists of holidays that they name: all that it takes to know when something is open.
/// In a setup document a name alone may stand for all of it.
OwnHours of core::hours::OwnHours {
    /// The hours; in a setup document also the name of some that it has.
    hours: hours,
    ;
    /// The lists of holidays that their exceptions may name. Default: none.
    holidays: holidays = Default::default(),
}
}

value! {
/// Which part of an explanation is wanted.
Page of core::Page {
    /// How many operators it speaks of at most; 0 counts as 1.
    limit: limit,
    ;
    /// What the page before ended with. `None`: the first one.
    after: after = Default::default(),
}
}

words! {
    Part of core::Part {
    Invited = "invited",
    Observer = "observer",
    Whisperer = "whisperer",
}
}

kinds! {
/// Whoever may have buddies, and be one.
///
/// An operator speaks for themself, an institution for its queues, and the host for contacts (it
/// hands on what comes by its gateway); the host may speak for anybody.
Party of core::Party {
    Operator: PartyOperator,
    Queue: PartyQueue,
    Contact: PartyContact,
}
}

case! {
/// An operator.
PartyOperator "Operator" of Party = core::Party as Operator {
    /// Who.
    operator: operator,
}
}

case! {
/// A queue: whoever writes to it opens a chat on it.
PartyQueue "Queue" of Party = core::Party as Queue {
    /// Which one.
    queue: queue,
}
}

case! {
/// A colleague on some other chat service, reached through the host's gateway.
PartyContact "Contact" of Party = core::Party as Contact {
    /// Their address there.
    contact: contact,
}
}

kinds! {
/// Why an operator pauses.
PauseReason of core::PauseReason {
    Asked: PauseReasonAsked,
    MissedOffers: PauseReasonMissedOffers,
}
}

case! {
/// They, or somebody for them, asked for it.
PauseReasonAsked "Asked" of PauseReason = core::PauseReason as Asked {
    /// Why, in their words.
    text: text,
}
}

case! {
/// They let targeted offers lapse, one after the other.
PauseReasonMissedOffers "MissedOffers" of PauseReason = core::PauseReason as MissedOffers {
    /// How many.
    count: count,
}
}

words! {
    Phase of core::Phase {
    Waiting = "waiting",
    Offered = "offered",
    Active = "active",
    OnHold = "onHold",
    Transferring = "transferring",
    Consulting = "consulting",
    WrapUp = "wrapUp",
    Ended = "ended",
}
}

value! {
/// A queue's policy: its levels in the order of rollover, and what happens after the last.
///
/// The simplest has one level, which rings everybody who is assigned to the queue
/// until somebody takes the chat.
Policy of core::Policy {
    /// The levels, at least one and at most 8.
    levels: levels,
    ;
    /// What happens when the last level has had its wait, or nobody of it is there. Default: keep
    /// waiting.
    after: after = Default::default(),
    /// How an operator takes a chat that is offered to them. Default: by an accept only.
    claim_by: claim_by = Default::default(),
    /// How long a chat waits for its preferred operator alone, where it has one who is there. Default:
    /// 30 s.
    preferred_for: preferred_for = Span::from_secs(30),
    /// How long a chat whose patron comes back after an ended one waits for the operator who answered
    /// that one last, where they are there and the chat names nobody else. Default: it does not.
    returns_for: returns_for = Default::default(),
    /// How long a chat rests at the last level when all who are free have declined or missed it, before
    /// they are rung again: at least 1 s. Default: 20 s.
    round_pause: round_pause = Span::from_secs(20),
    /// How long an operator has to finish their notes when the patron has left a chat that they
    /// answered; it counts as theirs meanwhile. 0 is none. Default: none.
    wrap_up: wrap_up = Default::default(),
    /// How many targeted offers in a row an operator lets lapse before they are paused: at least 1,
    /// and counted in all queues together; that of the last offer decides. Whoever claims or
    /// declines something, is back from a pause, or logs out begins anew. Default: they are not.
    pause_after_missed: pause_after_missed = Default::default(),
    /// How many chats may wait, and what comes to one that would be one too many. Default: no
    /// bound.
    full: full = Default::default(),
    /// How long a chat may wait, and what comes to one that has. Default: for ever.
    too_long: too_long = Default::default(),
    /// What the patron is told while nobody answers. Default: nothing.
    notice: notice = Default::default(),
    /// How long a patron who was written to may leave it at that, before the chat ends as if they had
    /// left. Default: for ever.
    idle_patron: idle_patron = Default::default(),
    /// How long an operator who took a chat, or to whom the patron wrote, may leave it at that, before
    /// the chat is offered to others, at its old place in line. Default: for ever.
    idle_operator: idle_operator = Default::default(),
}
}

words! {
    PolicyFault of core::PolicyFault {
    NoLevels = "noLevels",
    TooManyLevels = "tooManyLevels",
    EmptyPool = "emptyPool",
    RingsNobody = "ringsNobody",
    LapsesAtOnce = "lapsesAtOnce",
    PauseTooShort = "pauseTooShort",
    PausesAtOnce = "pausesAtOnce",
    NoSuchSkillLevel = "noSuchSkillLevel",
    NamesItself = "namesItself",
    Circle = "circle",
    KeepsWaiting = "keepsWaiting",
    EndsAtOnce = "endsAtOnce",
    IdlesAtOnce = "idlesAtOnce",
    ; 13
}
}

value! {
/// Where a chat that nobody answers stands in line.
Position of core::Position {
    /// How many chats of its queue come before it, those who are being transferred there and those
    /// for whom somebody is rung among them: 0 is the first in line.
    before: before,
    ;
    /// How long it may take until somebody is free for it; see `Router.position` for what that
    /// supposes. `None`: nothing is known, since no chat of the queue has ended yet that somebody
    /// answered, or nobody is there whom it reaches, or it waits for one operator alone.
    expected_wait: expected_wait = Default::default(),
}
}

value! {
/// A message as it was posted.
Posted of core::Posted {
    /// Who wrote it.
    author: author,
    /// The host's id of it.
    message: message,
    /// Who may read it.
    audience: audience,
    /// What it says.
    content: content,
}
}

words! {
    Presence of core::Presence {
    Chat = "chat",
    Available = "available",
    Away = "away",
    Xa = "xa",
    Dnd = "dnd",
    Offline = "offline",
}
}

kinds! {
/// What a class of priority gives to a chat.
Priority of core::Priority {
    Strict: PriorityStrict,
    HeadStart: PriorityHeadStart,
}
}

case! {
/// It comes before all chats of the classes below.
PriorityStrict "Strict" of Priority = core::Priority as Strict {
}
}

case! {
/// It counts as if it had come so much earlier than it did, among the ordinary ones.
PriorityHeadStart "HeadStart" of Priority = core::Priority as HeadStart {
    /// How much.
    span: span,
}
}

words! {
    QueueState of core::QueueState {
    Open = "open",
    Draining = "draining",
    Closed = "closed",
}
}

kinds! {
/// Which queues of an institution.
Queues of core::Queues {
    All: QueuesAll,
    Only: QueuesOnly,
}
}

case! {
/// All, those of later too.
QueuesAll "All" of Queues = core::Queues as All {
}
}

case! {
/// These.
QueuesOnly "Only" of Queues = core::Queues as Only {
    /// Which ones.
    queues: queues,
}
}

kinds! {
/// Whose timer it is.
Reason of core::Reason {
    OfferLapses: ReasonOfferLapses,
    RingLapses: ReasonRingLapses,
    LevelEnds: ReasonLevelEnds,
    PatienceEnds: ReasonPatienceEnds,
    RoundStarts: ReasonRoundStarts,
    TransferLapses: ReasonTransferLapses,
    WrapUpEnds: ReasonWrapUpEnds,
    GrantHours: ReasonGrantHours,
    GraceEnds: ReasonGraceEnds,
    SessionEnds: ReasonSessionEnds,
    QueueOpens: ReasonQueueOpens,
    QueueCloses: ReasonQueueCloses,
    LevelOpens: ReasonLevelOpens,
    LevelCloses: ReasonLevelCloses,
    WaitEnds: ReasonWaitEnds,
    NoticeDue: ReasonNoticeDue,
    IdleDue: ReasonIdleDue,
    PatronGraceEnds: ReasonPatronGraceEnds,
}
}

case! {
/// An operator has not answered an offer.
ReasonOfferLapses "OfferLapses" of Reason = core::Reason as OfferLapses {
    /// The chat.
    chat: chat,
    /// The offer.
    offer: offer,
}
}

case! {
/// Nobody of a level that rings all has claimed the chat.
ReasonRingLapses "RingLapses" of Reason = core::Reason as RingLapses {
    /// The chat.
    chat: chat,
    /// The level, counted from 0.
    level: level,
}
}

case! {
/// A chat rolls on from its level.
ReasonLevelEnds "LevelEnds" of Reason = core::Reason as LevelEnds {
    /// The chat.
    chat: chat,
}
}

case! {
/// A chat waits for its preferred operator alone no longer.
ReasonPatienceEnds "PatienceEnds" of Reason = core::Reason as PatienceEnds {
    /// The chat.
    chat: chat,
}
}

case! {
/// All who declined or missed a chat are rung anew.
ReasonRoundStarts "RoundStarts" of Reason = core::Reason as RoundStarts {
    /// The chat.
    chat: chat,
}
}

case! {
/// Nobody has accepted a transfer.
ReasonTransferLapses "TransferLapses" of Reason = core::Reason as TransferLapses {
    /// The chat.
    chat: chat,
    /// The transfer.
    transfer: transfer,
}
}

case! {
/// The time to finish a chat whose patron has left is over.
ReasonWrapUpEnds "WrapUpEnds" of Reason = core::Reason as WrapUpEnds {
    /// The chat.
    chat: chat,
}
}

case! {
/// The hours of a grant that an institution gives begin or end.
ReasonGrantHours "GrantHours" of Reason = core::Reason as GrantHours {
    /// Whose grant.
    institution: institution,
}
}

case! {
/// An operator whose last session ended has not come back.
ReasonGraceEnds "GraceEnds" of Reason = core::Reason as GraceEnds {
    /// Who.
    operator: operator,
}
}

case! {
/// A session was not renewed.
ReasonSessionEnds "SessionEnds" of Reason = core::Reason as SessionEnds {
    /// Whose.
    operator: operator,
    /// Which one.
    session: session,
}
}

case! {
/// A queue's hours begin. (A state by hand may outrank them.)
ReasonQueueOpens "QueueOpens" of Reason = core::Reason as QueueOpens {
    /// The queue.
    queue: queue,
}
}

case! {
/// A queue's hours end. (A state by hand may outrank them.)
ReasonQueueCloses "QueueCloses" of Reason = core::Reason as QueueCloses {
    /// The queue.
    queue: queue,
}
}

case! {
/// The own hours of a level begin.
ReasonLevelOpens "LevelOpens" of Reason = core::Reason as LevelOpens {
    /// The queue.
    queue: queue,
    /// The level, counted from 0.
    level: level,
}
}

case! {
/// The own hours of a level end.
ReasonLevelCloses "LevelCloses" of Reason = core::Reason as LevelCloses {
    /// The queue.
    queue: queue,
    /// The level, counted from 0.
    level: level,
}
}

case! {
/// A chat has waited in a queue as long as the policy allows.
ReasonWaitEnds "WaitEnds" of Reason = core::Reason as WaitEnds {
    /// The chat.
    chat: chat,
}
}

case! {
/// A patron who waits is to be told so.
ReasonNoticeDue "NoticeDue" of Reason = core::Reason as NoticeDue {
    /// The chat.
    chat: chat,
}
}

case! {
/// Somebody who is to write is told so, or has not written for too long.
ReasonIdleDue "IdleDue" of Reason = core::Reason as IdleDue {
    /// The chat.
    chat: chat,
}
}

case! {
/// A patron whose connection is lost has not come back.
ReasonPatronGraceEnds "PatronGraceEnds" of Reason = core::Reason as PatronGraceEnds {
    /// The chat.
    chat: chat,
}
}

value! {
/// The people who are to see an event.
Recipients of core::Recipients {
    /// Whether the patron of the chat is among them.
    patron: patron,
    /// Which operators are.
    operators: operators,
}
}

value! {
/// The complete record of an ended chat. It belongs to the institution of the origin queue.
Record of core::Record {
    /// The chat.
    chat: chat,
    /// Who asked.
    patron: patron,
    /// The institution whose patron it was.
    institution: institution,
    /// The queue on which it was opened.
    origin: origin,
    /// The queue where it was at the end.
    queue: queue,
    /// When it was opened.
    opened_at: opened_at,
    /// When the conversation ended: the patron left, or was left. A wrap-up comes after that.
    ended_at: ended_at,
    /// How it ended.
    outcome: outcome,
    /// Who answered, in order, and for how long the patron had waited for each.
    answers: answers,
    /// How many offers were made.
    offers: offers,
    /// The levels that were passed, in order: the last ones, where there were more than
    /// `Limits.levels_left`.
    hops: hops,
    /// The transfers, in order, with what came of each.
    transfers: transfers,
    /// Every entry, whoever may read it.
    transcript: transcript,
    ;
    /// What the host knew of them when the chat opened.
    context: context = Default::default(),
    /// The ended chat after which they came back, if they did.
    returns: returns = Default::default(),
    /// The channel by which they wrote, if one was named.
    channel: channel = Default::default(),
    /// When the wrap-up was over. `None`: there was none.
    wrapped_up_at: wrapped_up_at = Default::default(),
    /// How many were passed before those.
    hops_before: hops_before = Default::default(),
    /// The queues to which it moved on because a policy said so, in order.
    overflows: overflows = Default::default(),
    /// What those who answered said of it (`DescribeChat`), if anything.
    details: details = Default::default(),
    /// Whether it was a practice chat: reports leave it out.
    practice: practice = Default::default(),
    /// What makes it possible to check them, where
    /// `Config.digests` says so.
    seal: seal = Default::default(),
}
}

value! {
/// Where the host keeps what a message says, and by what it is known again. Opaque to the router.
Reference of core::Reference {
    /// Under which key.
    key: key,
    ;
    /// How many bytes it has there. Default: not told.
    bytes: bytes = Default::default(),
    /// The digest of what is kept there, in the host's own form, such as `sha-256:` and its digits:
    /// with it the transcript's digest vouches for what is kept as well. Default: not told.
    digest: digest = Default::default(),
}
}

kinds! {
/// Why a command was refused.
///
/// Each has a stable machine code, the same in every language and never used again for
/// anything else, a sentence for people, and the ids that it speaks of.
///
/// The checks are made in a fixed order, so that the same mistake always has the same code: texts
/// that are too long; names that nobody bears; whether the actor may; the state; the limits.
Refusal of core::Refusal {
    TooLong: RefusalTooLong,
    LimitReached: RefusalLimitReached,
    InvalidPolicy: RefusalInvalidPolicy,
    InvalidHours: RefusalInvalidHours,
    UnknownInstitution: RefusalUnknownInstitution,
    UnknownOperator: RefusalUnknownOperator,
    UnknownQueue: RefusalUnknownQueue,
    UnknownGroup: RefusalUnknownGroup,
    UnknownChannel: RefusalUnknownChannel,
    UnknownChat: RefusalUnknownChat,
    UnknownContact: RefusalUnknownContact,
    UnknownSession: RefusalUnknownSession,
    InstitutionExists: RefusalInstitutionExists,
    OperatorExists: RefusalOperatorExists,
    QueueExists: RefusalQueueExists,
    DuplicateChat: RefusalDuplicateChat,
    QueueClosed: RefusalQueueClosed,
    NotPermitted: RefusalNotPermitted,
    WrongInstitution: RefusalWrongInstitution,
    InUse: RefusalInUse,
    NotAssigned: RefusalNotAssigned,
    NoGrant: RefusalNoGrant,
    GrantClosed: RefusalGrantClosed,
    OwnPartner: RefusalOwnPartner,
    ProposalGone: RefusalProposalGone,
    NoPartnership: RefusalNoPartnership,
    NoListing: RefusalNoListing,
    ListingNamesQueues: RefusalListingNamesQueues,
    UnknownPriority: RefusalUnknownPriority,
    NoSuchSkillLevel: RefusalNoSuchSkillLevel,
    NotPaused: RefusalNotPaused,
    OperatorOffline: RefusalOperatorOffline,
    ChatTaken: RefusalChatTaken,
    OfferGone: RefusalOfferGone,
    AcceptFirst: RefusalAcceptFirst,
    WrongPhase: RefusalWrongPhase,
    NotInvited: RefusalNotInvited,
    TransferToSelf: RefusalTransferToSelf,
    NoSender: RefusalNoSender,
    TargetUnavailable: RefusalTargetUnavailable,
    NotEligible: RefusalNotEligible,
    TransferGone: RefusalTransferGone,
    OwnBuddy: RefusalOwnBuddy,
    BothOutside: RefusalBothOutside,
    ForeignBuddiesForbidden: RefusalForeignBuddiesForbidden,
    BuddyBlocked: RefusalBuddyBlocked,
    BuddyUnreachable: RefusalBuddyUnreachable,
    NotBuddies: RefusalNotBuddies,
    ChatNeeded: RefusalChatNeeded,
    ; 49
}
}

coded! { Refusal }

case! {
/// A text has more bytes than the limit allows.
RefusalTooLong "TooLong" of Refusal = core::Refusal as TooLong {
    /// Which text.
    what: what,
    /// How many bytes it has.
    bytes: bytes,
    /// How many are allowed.
    limit: limit,
}
}

case! {
/// One more would be beyond the limit.
RefusalLimitReached "LimitReached" of Refusal = core::Refusal as LimitReached {
    /// Of what.
    what: what,
    /// How many are allowed.
    limit: limit,
}
}

case! {
/// A policy cannot work.
RefusalInvalidPolicy "InvalidPolicy" of Refusal = core::Refusal as InvalidPolicy {
    /// The level, counted from 0; or 0 where the fault is none of a level.
    level: level,
    /// What is wrong with it.
    fault: fault,
}
}

case! {
/// Hours have a fault.
RefusalInvalidHours "InvalidHours" of Refusal = core::Refusal as InvalidHours {
    /// Where, such as `hours.week[0].from`; in a policy, from there on:
    /// `levels[1].onlyWhen.hours.timeZone`.
    path: path,
    /// The first fault in them.
    fault: fault,
}
}

case! {
/// No institution bears this id.
RefusalUnknownInstitution "UnknownInstitution" of Refusal = core::Refusal as UnknownInstitution {
    /// The id.
    institution: institution,
}
}

case! {
/// No operator bears this id.
RefusalUnknownOperator "UnknownOperator" of Refusal = core::Refusal as UnknownOperator {
    /// The id.
    operator: operator,
}
}

case! {
/// No queue bears this id.
RefusalUnknownQueue "UnknownQueue" of Refusal = core::Refusal as UnknownQueue {
    /// The id.
    queue: queue,
}
}

case! {
/// No group bears this id.
RefusalUnknownGroup "UnknownGroup" of Refusal = core::Refusal as UnknownGroup {
    /// The id.
    group: group,
}
}

case! {
/// The configuration has no channel of this id.
RefusalUnknownChannel "UnknownChannel" of Refusal = core::Refusal as UnknownChannel {
    /// The id.
    channel: channel,
}
}

case! {
/// No open chat bears this id.
RefusalUnknownChat "UnknownChat" of Refusal = core::Refusal as UnknownChat {
    /// The id.
    chat: chat,
}
}

case! {
/// Nobody here has to do with a contact of this id.
RefusalUnknownContact "UnknownContact" of Refusal = core::Refusal as UnknownContact {
    /// The id.
    contact: contact,
}
}

case! {
/// The operator has no such session.
RefusalUnknownSession "UnknownSession" of Refusal = core::Refusal as UnknownSession {
    /// Who.
    operator: operator,
    /// The session.
    session: session,
}
}

case! {
/// An institution of this id is there already.
RefusalInstitutionExists "InstitutionExists" of Refusal = core::Refusal as InstitutionExists {
    /// The id.
    institution: institution,
}
}

case! {
/// An operator of this id is there already.
RefusalOperatorExists "OperatorExists" of Refusal = core::Refusal as OperatorExists {
    /// The id.
    operator: operator,
}
}

case! {
/// A queue of this id is there already.
RefusalQueueExists "QueueExists" of Refusal = core::Refusal as QueueExists {
    /// The id.
    queue: queue,
}
}

case! {
/// A chat of this id is open, or ended not long ago.
RefusalDuplicateChat "DuplicateChat" of Refusal = core::Refusal as DuplicateChat {
    /// The id.
    chat: chat,
}
}

case! {
/// The queue takes no chats now: none of its levels is active.
RefusalQueueClosed "QueueClosed" of Refusal = core::Refusal as QueueClosed {
    /// The queue.
    queue: queue,
    /// When hours open it, or a level of it, next. `None` where they do not.
    opens_at: opens_at,
}
}

case! {
/// The actor may not do this.
RefusalNotPermitted "NotPermitted" of Refusal = core::Refusal as NotPermitted {
    /// Who asked for it.
    by: by,
}
}

case! {
/// The operator, queue or group is not of this institution.
RefusalWrongInstitution "WrongInstitution" of Refusal = core::Refusal as WrongInstitution {
    /// Of which it would have to be.
    institution: institution,
}
}

case! {
/// Something still needs it, so that it cannot be removed.
RefusalInUse "InUse" of Refusal = core::Refusal as InUse {
    /// What needs it.
    by: by,
}
}

case! {
/// The operator is not assigned to the queue.
RefusalNotAssigned "NotAssigned" of Refusal = core::Refusal as NotAssigned {
    /// Who.
    operator: operator,
    /// The queue.
    queue: queue,
}
}

case! {
/// There is no live grant of `from` to `to` that covers this.
RefusalNoGrant "NoGrant" of Refusal = core::Refusal as NoGrant {
    /// Who would have to give it.
    from_: from,
    /// To whom.
    to: to,
}
}

case! {
/// The grants that would let this cross are outside their hours, or carry as many chats as they
/// may.
RefusalGrantClosed "GrantClosed" of Refusal = core::Refusal as GrantClosed {
    /// Whose patron it is.
    home: home,
    /// Where they would be answered.
    to: to,
}
}

case! {
/// An institution cannot be its own partner.
RefusalOwnPartner "OwnPartner" of Refusal = core::Refusal as OwnPartner {
}
}

case! {
/// There is no such proposal, or not any more.
RefusalProposalGone "ProposalGone" of Refusal = core::Refusal as ProposalGone {
    /// The proposal.
    proposal: proposal,
}
}

case! {
/// The two have no partnership.
RefusalNoPartnership "NoPartnership" of Refusal = core::Refusal as NoPartnership {
    /// With whom.
    with_: with,
}
}

case! {
/// The institution has no listing, or none that the other may see.
RefusalNoListing "NoListing" of Refusal = core::Refusal as NoListing {
    /// Whose listing.
    of: of,
}
}

case! {
/// What a listing asks for names queues, of a partner who is not known yet.
RefusalListingNamesQueues "ListingNamesQueues" of Refusal = core::Refusal as ListingNamesQueues {
}
}

case! {
/// There is no such class of priority.
RefusalUnknownPriority "UnknownPriority" of Refusal = core::Refusal as UnknownPriority {
    /// The class.
    priority: priority,
}
}

case! {
/// A level of a skill is not from 1 to 100.
RefusalNoSuchSkillLevel "NoSuchSkillLevel" of Refusal = core::Refusal as NoSuchSkillLevel {
    /// The skill.
    skill: skill,
}
}

case! {
/// The operator is not paused.
RefusalNotPaused "NotPaused" of Refusal = core::Refusal as NotPaused {
    /// Who.
    operator: operator,
}
}

case! {
/// The operator has no session.
RefusalOperatorOffline "OperatorOffline" of Refusal = core::Refusal as OperatorOffline {
    /// Who.
    operator: operator,
}
}

case! {
/// Somebody else answers the chat.
RefusalChatTaken "ChatTaken" of Refusal = core::Refusal as ChatTaken {
    /// The chat.
    chat: chat,
    /// Who answers it.
    winner: winner,
}
}

case! {
/// The offer was declined, missed or withdrawn, or was never theirs.
RefusalOfferGone "OfferGone" of Refusal = core::Refusal as OfferGone {
    /// The chat.
    chat: chat,
    /// The offer.
    offer: offer,
}
}

case! {
/// The chat has to be accepted first: the queue wants that, or this is no message to the patron.
RefusalAcceptFirst "AcceptFirst" of Refusal = core::Refusal as AcceptFirst {
    /// The chat.
    chat: chat,
}
}

case! {
/// The chat is not in a state that allows this.
RefusalWrongPhase "WrongPhase" of Refusal = core::Refusal as WrongPhase {
    /// The chat.
    chat: chat,
    /// What it is.
    phase: phase,
}
}

case! {
/// The operator is not invited to the chat, and takes no part in it.
RefusalNotInvited "NotInvited" of Refusal = core::Refusal as NotInvited {
    /// The chat.
    chat: chat,
    /// Who.
    operator: operator,
}
}

case! {
/// A chat cannot be transferred to who has it.
RefusalTransferToSelf "TransferToSelf" of Refusal = core::Refusal as TransferToSelf {
    /// The chat.
    chat: chat,
}
}

case! {
/// Who answers the chat did not get it by a transfer.
RefusalNoSender "NoSender" of Refusal = core::Refusal as NoSender {
    /// The chat.
    chat: chat,
}
}

case! {
/// The operator may not be offered a chat now: not there, paused, or full.
RefusalTargetUnavailable "TargetUnavailable" of Refusal = core::Refusal as TargetUnavailable {
    /// Who.
    operator: operator,
}
}

case! {
/// The chat excludes the operator, or no level of the queue where it waits reaches them for it.
RefusalNotEligible "NotEligible" of Refusal = core::Refusal as NotEligible {
    /// Who.
    operator: operator,
    /// The chat.
    chat: chat,
}
}

case! {
/// There is no such transfer pending.
RefusalTransferGone "TransferGone" of Refusal = core::Refusal as TransferGone {
    /// The chat.
    chat: chat,
    /// The transfer.
    transfer: transfer,
}
}

case! {
/// Nobody is their own buddy.
RefusalOwnBuddy "OwnBuddy" of Refusal = core::Refusal as OwnBuddy {
}
}

case! {
/// Both are contacts outside: what is between them is not known here.
RefusalBothOutside "BothOutside" of Refusal = core::Refusal as BothOutside {
}
}

case! {
/// An institution does not let its operators and queues become buddies of anybody outside it.
RefusalForeignBuddiesForbidden "ForeignBuddiesForbidden" of Refusal = core::Refusal as ForeignBuddiesForbidden {
    /// Which one of the two.
    institution: institution,
}
}

case! {
/// The sender has blocked them.
RefusalBuddyBlocked "BuddyBlocked" of Refusal = core::Refusal as BuddyBlocked {
    /// Who is blocked.
    buddy: buddy,
}
}

case! {
/// They do not take anything from the sender.
RefusalBuddyUnreachable "BuddyUnreachable" of Refusal = core::Refusal as BuddyUnreachable {
    /// Who.
    buddy: buddy,
}
}

case! {
/// Neither of the two sees the other's presence.
RefusalNotBuddies "NotBuddies" of Refusal = core::Refusal as NotBuddies {
    /// Who would have to be one.
    buddy: buddy,
}
}

case! {
/// The message would open a chat on the queue, and does not name one.
RefusalChatNeeded "ChatNeeded" of Refusal = core::Refusal as ChatNeeded {
    /// The queue.
    queue: queue,
}
}

words! {
    RequeueReason of core::RequeueReason {
    OperatorLost = "operatorLost",
    GrantEnded = "grantEnded",
    Overflow = "overflow",
    OperatorIdle = "operatorIdle",
}
}

kinds! {
/// What a grant lets the partner do.
Right of core::Right {
    Transfer: RightTransfer,
    Staff: RightStaff,
    SeePresence: RightSeePresence,
    Transcript: RightTranscript,
}
}

case! {
/// Transfer patrons to the giver's queues, and to the operators assigned to them.
RightTransfer "Transfer" of Right = core::Right as Transfer {
}
}

case! {
/// Answer the giver's chats: its operators may be rung by levels of the giver's queues.
RightStaff "Staff" of Right = core::Right as Staff {
}
}

case! {
/// See the presence of the giver's operators who are assigned to its queues, without a
/// subscription (`Router.colleagues`).
RightSeePresence "SeePresence" of Right = core::Right as SeePresence {
}
}

case! {
/// Read the transcripts of the giver's chats when they answer them. Without this right the
/// partner reads as with `View.FROM_NOW`.
RightTranscript "Transcript" of Right = core::Right as Transcript {
    /// How much of them.
    view: view,
}
}

kinds! {
/// How many operators of a level are rung at once.
Ring of core::Ring {
    All: RingAll,
    Best: RingBest,
}
}

case! {
/// Everybody: the first to claim wins. Such an offer is a broadcast and reserves nothing.
RingAll "All" of Ring = core::Ring as All {
    ;
    /// When the ring ends for everybody who has not answered, counted from its start; they
    /// have missed it then. `None`, the default, on the wire `never`: not before the level is
    /// left.
    lapse_after: lapse_after or "never" = Default::default(),
}
}

case! {
/// The best few, the next best whenever one declines or misses. Such an offer is targeted and
/// reserves its place in the operator's capacity.
RingBest "Best" of Ring = core::Ring as Best {
    /// Which of them is better.
    order: order,
    ;
    /// How many at once, at least 1. Default: 1.
    count: count = 1,
    /// Whether those who are better at what is needed come first, and the order decides among
    /// equals: by the sum of their levels in the skills that the chat and the level ask for,
    /// up to 1,023. Default: no.
    proficient_first: proficient_first = Default::default(),
    /// When an offer ends for somebody who has not answered; they have missed it then.
    /// `None`, on the wire `never`: not before the level is left. Default: 20 s.
    lapse_after: lapse_after or "never" = Some(Span::from_secs(20)),
}
}

words! {
    RollReason of core::RollReason {
    Unanswered = "unanswered",
    AllDeclined = "allDeclined",
    NobodyThere = "nobodyThere",
    AllBusy = "allBusy",
    OutOfHours = "outOfHours",
}
}

value! {
/// What a record has besides its entries, so that they can be checked.
Seal of core::chain::Seal {
    /// Where the chain stands after the last entry.
    digest: digest,
    /// The salt of each entry, in order; `None` where it was masked.
    salts: salts,
}
}

words! {
    Show of core::Show {
    Chat = "chat",
    Available = "available",
    Away = "away",
    Xa = "xa",
    Dnd = "dnd",
}
}

value! {
/// An entry that the reader may read.
Shown of core::chain::Shown {
    /// The entry.
    entry: entry,
    ;
    /// Its salt. `None`: it was masked, and its leaf is that of what it said before.
    salt: salt = Default::default(),
}
}

kinds! {
/// Where the operators of a level's pool come from.
///
/// Whichever it is, only operators with whose institution there is a live grant to staff the queue
/// are ever rung, and those of the queue's own institution.
Source of core::Source {
    Assigned: SourceAssigned,
    Queue: SourceQueue,
    Group: SourceGroup,
    Operators: SourceOperators,
}
}

case! {
/// The operators assigned to the queue itself who have opted in.
SourceAssigned "Assigned" of Source = core::Source as Assigned {
}
}

case! {
/// The operators assigned to another queue, of this institution or of a partner, who have
/// opted in, while that queue is open. Its own levels do not apply.
SourceQueue "Queue" of Source = core::Source as Queue {
    /// That queue.
    queue: queue,
}
}

case! {
/// The operators of a group, of this institution or of a partner.
SourceGroup "Group" of Source = core::Source as Group {
    /// The group.
    group: group,
}
}

case! {
/// These operators, whether assigned or not.
SourceOperators "Operators" of Source = core::Source as Operators {
    /// Who they are.
    operators: operators,
}
}

words! {
    Stanza of core::Stanza {
    Subscribe = "subscribe",
    Subscribed = "subscribed",
    Unsubscribe = "unsubscribe",
    Unsubscribed = "unsubscribed",
}
}

words! {
    Subscription of core::Subscription {
    None = "none",
    NonePendingOut = "nonePendingOut",
    NonePendingIn = "nonePendingIn",
    NonePendingOutIn = "nonePendingOutIn",
    To = "to",
    ToPendingIn = "toPendingIn",
    From = "from",
    FromPendingOut = "fromPendingOut",
    Both = "both",
}
}

words! {
    Switch of core::Switch {
    Open = "open",
    Draining = "draining",
    Closed = "closed",
    ByHours = "byHours",
}
}

kinds! {
/// Where a transfer goes.
Target of core::Target {
    Operator: TargetOperator,
    Queue: TargetQueue,
}
}

case! {
/// To this operator.
TargetOperator "Operator" of Target = core::Target as Operator {
    /// Who.
    operator: operator,
}
}

case! {
/// To this queue, by its levels.
TargetQueue "Queue" of Target = core::Target as Queue {
    /// Which one.
    queue: queue,
}
}

value! {
/// What two institutions agree on, as the one that proposes it sees it.
Terms of core::Terms {
    ;
    /// What the proposer lets the other do.
    gives: gives = Default::default(),
    /// What the other lets the proposer do.
    asks: asks = Default::default(),
    /// What becomes of chats in progress when a grant that carries them ends. Default: they finish.
    on_end: on_end = Default::default(),
}
}

value! {
/// A bound on how long a chat waits in a queue.
TooLong of core::TooLong {
    /// How long, at least 1 ms, counted from when it began to wait in this queue.
    after: after,
    /// What comes to it then.
    then: then,
}
}

value! {
/// A transcript as somebody may read it, whole or in part, such that it can be checked: of an entry
/// that they may not read it has the number and the leaf.
TranscriptView of core::chain::TranscriptView {
    /// The chat.
    chat: chat,
    /// Where the chain stands after the last entry.
    digest: digest,
    /// Every entry, shown or not, in order.
    links: links,
}
}

words! {
    TransferFailure of core::TransferFailure {
    Declined = "declined",
    Lapsed = "lapsed",
    Cancelled = "cancelled",
    TargetLost = "targetLost",
    SenderLost = "senderLost",
    NobodyThere = "nobodyThere",
    GrantEnded = "grantEnded",
    QueueClosed = "queueClosed",
    Reassigned = "reassigned",
    ChatEnded = "chatEnded",
}
}

words! {
    TransferMode of core::TransferMode {
    Blind = "blind",
    Consult = "consult",
    Join = "join",
}
}

value! {
/// A transfer and what came of it.
TransferRecord of core::TransferRecord {
    /// Who handed the chat over, or tried to.
    from_: from,
    /// To whom.
    to: to,
    /// When they asked for it.
    at: at,
    /// What came of it. `None` while it is pending.
    result: result,
    ;
    /// What was to happen when somebody accepts.
    mode: mode = Default::default(),
    /// Why, in their words.
    reason: reason = Default::default(),
}
}

value! {
/// What an operator asked for who hands a chat over.
TransferRequest of core::TransferRequest {
    /// Which transfer.
    transfer: transfer,
    /// To whom.
    to: to,
    ;
    /// Why.
    reason: reason = Default::default(),
    /// What the new operator should know.
    note: note = Default::default(),
}
}

kinds! {
/// What came of a transfer.
TransferResult of core::TransferResult {
    Completed: TransferResultCompleted,
    Failed: TransferResultFailed,
}
}

case! {
/// This operator took the chat.
TransferResultCompleted "Completed" of TransferResult = core::TransferResult as Completed {
    /// Who.
    by: by,
}
}

case! {
/// Nobody took it.
TransferResultFailed "Failed" of TransferResult = core::TransferResult as Failed {
    /// Why not.
    why: why,
}
}

words! {
    Use of core::Use {
    Operators = "operators",
    Queues = "queues",
    Groups = "groups",
    Partnerships = "partnerships",
    Policy = "policy",
    Chats = "chats",
    ; 6
}
}

kinds! {
/// What stands between an operator and a chat at one level: the first thing that does, in the order of
/// this list.
Verdict of core::Verdict {
    Rung: VerdictRung,
    RungElsewhere: VerdictRungElsewhere,
    Answers: VerdictAnswers,
    Excluded: VerdictExcluded,
    Refused: VerdictRefused,
    OptedOut: VerdictOptedOut,
    QueueClosed: VerdictQueueClosed,
    NoGrant: VerdictNoGrant,
    GrantAtCap: VerdictGrantAtCap,
    GrantClosed: VerdictGrantClosed,
    LacksSkill: VerdictLacksSkill,
    NotThere: VerdictNotThere,
    NoRoom: VerdictNoRoom,
    AssignmentFull: VerdictAssignmentFull,
    TooManyBroadcasts: VerdictTooManyBroadcasts,
    LevelNotEntered: VerdictLevelNotEntered,
    LevelDormant: VerdictLevelDormant,
    LevelLeft: VerdictLevelLeft,
    Next: VerdictNext,
    EnoughRung: VerdictEnoughRung,
}
}

coded! { Verdict }

case! {
/// They are rung for it by this level.
VerdictRung "Rung" of Verdict = core::Verdict as Rung {
    /// The offer.
    offer: offer,
    ;
    /// By what they were the best. `None`: the level rings everybody; or it waits for them alone.
    won: won = Default::default(),
    /// When the offer ends. `None`: when the chat is taken or moves on.
    lapses_at: lapses_at = Default::default(),
}
}

case! {
/// They are rung for it already, but not by this level.
VerdictRungElsewhere "RungElsewhere" of Verdict = core::Verdict as RungElsewhere {
    ;
    /// By which one. `None`: the chat waits for them alone.
    level: level = Default::default(),
}
}

case! {
/// They answer it, and want to hand it over.
VerdictAnswers "Answers" of Verdict = core::Verdict as Answers {
}
}

case! {
/// The chat excludes them.
VerdictExcluded "Excluded" of Verdict = core::Verdict as Excluded {
}
}

case! {
/// They declined or missed it in this round.
VerdictRefused "Refused" of Verdict = core::Verdict as Refused {
}
}

case! {
/// They are assigned to the queue, and have opted out.
VerdictOptedOut "OptedOut" of Verdict = core::Verdict as OptedOut {
}
}

case! {
/// The level names the queue to which they are assigned, which is not open.
VerdictQueueClosed "QueueClosed" of Verdict = core::Verdict as QueueClosed {
}
}

case! {
/// No live grant lets their institution staff the queue.
VerdictNoGrant "NoGrant" of Verdict = core::Verdict as NoGrant {
}
}

case! {
/// The grants that would let their institution staff the queue carry as many chats as they may.
VerdictGrantAtCap "GrantAtCap" of Verdict = core::Verdict as GrantAtCap {
    /// How many.
    cap: cap,
}
}

case! {
/// The grants that would let their institution staff the queue are outside their hours.
VerdictGrantClosed "GrantClosed" of Verdict = core::Verdict as GrantClosed {
}
}

case! {
/// They lack a skill that is asked for here: the first of them by its id.
VerdictLacksSkill "LacksSkill" of Verdict = core::Verdict as LacksSkill {
    /// Which one.
    skill: skill,
    /// At which level they have it; 0 is not at all.
    has: has,
    /// At which level it is needed.
    needs: needs,
}
}

case! {
/// They are not there, or take nothing new.
VerdictNotThere "NotThere" of Verdict = core::Verdict as NotThere {
    /// Why.
    why: why,
}
}

case! {
/// They have no room for it.
VerdictNoRoom "NoRoom" of Verdict = core::Verdict as NoRoom {
    /// How many units it takes.
    needs: needs,
    /// For how many they have room.
    room: room,
    /// How many they take in all.
    capacity: capacity,
}
}

case! {
/// They have taken as much through their assignment as its limit allows.
VerdictAssignmentFull "AssignmentFull" of Verdict = core::Verdict as AssignmentFull {
    /// How many units the chat takes.
    needs: needs,
    /// For how many there is room.
    room: room,
}
}

case! {
/// They hold as many broadcast offers as may be: it waits its turn with them.
VerdictTooManyBroadcasts "TooManyBroadcasts" of Verdict = core::Verdict as TooManyBroadcasts {
    /// How many.
    holds: holds,
}
}

case! {
/// Nothing, but the chat has not come to the level.
VerdictLevelNotEntered "LevelNotEntered" of Verdict = core::Verdict as LevelNotEntered {
}
}

case! {
/// Nothing, but the level is not active at this time.
VerdictLevelDormant "LevelDormant" of Verdict = core::Verdict as LevelDormant {
}
}

case! {
/// Nothing, but the chat has left the level for good.
VerdictLevelLeft "LevelLeft" of Verdict = core::Verdict as LevelLeft {
}
}

case! {
/// Nothing, but enough operators of the level are rung; they would be the next.
VerdictNext "Next" of Verdict = core::Verdict as Next {
    ;
    /// By what they are the best of the others. `None`: the level rings everybody.
    won: won = Default::default(),
}
}

case! {
/// Nothing, but enough operators of the level are rung, and others would come before them.
VerdictEnoughRung "EnoughRung" of Verdict = core::Verdict as EnoughRung {
    /// Their place among those who are not rung: 2 comes after the next.
    place: place,
    ;
    /// By what they have that place.
    won: won = Default::default(),
}
}

words! {
    View of core::View {
    FromNow = "fromNow",
    Masked = "masked",
    Full = "full",
}
}

words! {
    WhenBusy of core::WhenBusy {
    Wait = "wait",
    RollOn = "rollOn",
}
}

value! {
/// A time of being open, on some days of the week.
Window of core::hours::Window {
    /// When it opens, as the clocks of the time zone show it: `HH:MM`, from `00:00` to `23:59`.
    from_: from,
    /// When it closes: `HH:MM`, from `00:00` to `24:00`. Where that is earlier than `from`, it is
    /// on the next day; `00:00` is the same as `24:00` then. It may not equal `from`.
    to: to,
    ;
    /// The days on which it begins, each once and at least one. Default: every day (for an
    /// exception: every date that it names).
    days: days = Day::ALL.to_vec(),
}
}

kinds! {
/// Why an offer is no more.
Withdrawal of core::Withdrawal {
    Claimed: WithdrawalClaimed,
    Full: WithdrawalFull,
    Absent: WithdrawalAbsent,
    Unassigned: WithdrawalUnassigned,
    GrantEnded: WithdrawalGrantEnded,
    QueueClosed: WithdrawalQueueClosed,
    GrantClosed: WithdrawalGrantClosed,
    LevelLeft: WithdrawalLevelLeft,
    PolicyChanged: WithdrawalPolicyChanged,
    TransferOver: WithdrawalTransferOver,
    Returned: WithdrawalReturned,
    ChatEnded: WithdrawalChatEnded,
}
}

case! {
/// Somebody else took the chat.
WithdrawalClaimed "Claimed" of Withdrawal = core::Withdrawal as Claimed {
    /// Who.
    winner: winner,
}
}

case! {
/// The operator has as many chats as they take.
WithdrawalFull "Full" of Withdrawal = core::Withdrawal as Full {
}
}

case! {
/// The operator is not there any more: away, paused, gone.
WithdrawalAbsent "Absent" of Withdrawal = core::Withdrawal as Absent {
}
}

case! {
/// The operator may not be rung for this chat any more: opted out, taken off the queue or the
/// group, removed, or without a skill that it asks for.
WithdrawalUnassigned "Unassigned" of Withdrawal = core::Withdrawal as Unassigned {
}
}

case! {
/// The grant that covered it has ended.
WithdrawalGrantEnded "GrantEnded" of Withdrawal = core::Withdrawal as GrantEnded {
}
}

case! {
/// The queue whose staff they were rung as is open no more.
WithdrawalQueueClosed "QueueClosed" of Withdrawal = core::Withdrawal as QueueClosed {
}
}

case! {
/// The grant that covered it is outside its hours, or carries as many chats as it may.
WithdrawalGrantClosed "GrantClosed" of Withdrawal = core::Withdrawal as GrantClosed {
}
}

case! {
/// The chat has left the level.
WithdrawalLevelLeft "LevelLeft" of Withdrawal = core::Withdrawal as LevelLeft {
}
}

case! {
/// The queue has another policy.
WithdrawalPolicyChanged "PolicyChanged" of Withdrawal = core::Withdrawal as PolicyChanged {
}
}

case! {
/// The transfer failed or was taken back.
WithdrawalTransferOver "TransferOver" of Withdrawal = core::Withdrawal as TransferOver {
}
}

case! {
/// The chat has returned to somebody who had lost it.
WithdrawalReturned "Returned" of Withdrawal = core::Withdrawal as Returned {
}
}

case! {
/// The chat ended.
WithdrawalChatEnded "ChatEnded" of Withdrawal = core::Withdrawal as ChatEnded {
}
}

form! {
/// By which order an operator was the best of a level, and by which key: as they stood just before
/// the offer, which is when they were chosen.
///
/// Keys are compared from left to right, and the better one comes first: the higher
/// `proficiency`, where it counts; then the better
/// `figure`, which is what the order looks at; then the lower
/// `turn` or `registration`.
///
/// | order | figure | better is | then |
/// |---|---|---|---|
/// | `Order.LEAST_BUSY` | the units that their chats took, reserved ones too | less | the longest idle: the turn at which their last chat began or ended, or they came |
/// | `Order.MOST_SPARE` | the units that they had to spare | more | the longest idle |
/// | `Order.LONGEST_IDLE` | 0 for those without a chat, 1 for the others | less | the longest idle |
/// | `Order.ROUND_ROBIN` | none | | the turn at which they were last offered a chat; those who never were come first, by their registration |
/// | `Order.WEIGHTED_ROUND_ROBIN` | none | | the turn at which they were last offered the whole of their weight, in this pool; those who never were come first, by their registration |
/// | `Order.FIXED_RANKS` | their rank | less | the longest idle |
///
/// Turns are counted, not timed: they say who was first, and nothing else. Above 65,535 (above 1,023
/// where proficiency counts) figures are as good as that.
Won of core::Won {
    /// The order.
    order: order as core::Order = |of: &core::Won, py| of.order().show(py),
    ;
    /// How good they were at what was needed, up to 1,023, where the level rings the most proficient
    /// first.
    proficiency: proficiency as u16 = |of: &core::Won, py| of.proficiency().show(py),
    /// What the order looks at. `None`: at turns alone.
    figure: figure as u16 = |of: &core::Won, py| of.figure().show(py),
    /// The turn that decides among equals, the lowest first.
    turn: turn as u64 = |of: &core::Won, py| of.turn().show(py),
    /// The number of registration that decides among those whose turn never was, the lowest first.
    registration: registration as u64 = |of: &core::Won, py| of.registration().show(py),
}
}

/// Puts the classes into the module.
pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<About>()?;
    module.add_class::<Absence>()?;
    put_into::<Absence, AbsenceOffline>(module.py(), "Absence", "Offline")?;
    put_into::<Absence, AbsenceInGrace>(module.py(), "Absence", "InGrace")?;
    put_into::<Absence, AbsencePaused>(module.py(), "Absence", "Paused")?;
    put_into::<Absence, AbsenceLeaving>(module.py(), "Absence", "Leaving")?;
    put_into::<Absence, AbsenceNoCapacity>(module.py(), "Absence", "NoCapacity")?;
    put_into::<Absence, AbsenceShown>(module.py(), "Absence", "Shown")?;
    module.add_class::<Actor>()?;
    put_into::<Actor, ActorHost>(module.py(), "Actor", "Host")?;
    put_into::<Actor, ActorInstitution>(module.py(), "Actor", "Institution")?;
    put_into::<Actor, ActorOperator>(module.py(), "Actor", "Operator")?;
    put_into::<Actor, ActorPatron>(module.py(), "Actor", "Patron")?;
    module.add_class::<After>()?;
    put_into::<After, AfterKeepWaiting>(module.py(), "After", "KeepWaiting")?;
    put_into::<After, AfterTakeMessage>(module.py(), "After", "TakeMessage")?;
    put_into::<After, AfterClose>(module.py(), "After", "Close")?;
    put_into::<After, AfterMoveTo>(module.py(), "After", "MoveTo")?;
    module.add_class::<Answer>()?;
    module.add_class::<Asker>()?;
    put_into::<Asker, AskerHost>(module.py(), "Asker", "Host")?;
    put_into::<Asker, AskerInstitution>(module.py(), "Asker", "Institution")?;
    put_into::<Asker, AskerOperator>(module.py(), "Asker", "Operator")?;
    put_into::<Asker, AskerPatron>(module.py(), "Asker", "Patron")?;
    module.add_class::<Audience>()?;
    put_into::<Audience, AudienceEveryone>(module.py(), "Audience", "Everyone")?;
    put_into::<Audience, AudienceStaff>(module.py(), "Audience", "Staff")?;
    put_into::<Audience, AudienceInstitution>(module.py(), "Audience", "Institution")?;
    module.add_class::<Author>()?;
    put_into::<Author, AuthorPatron>(module.py(), "Author", "Patron")?;
    put_into::<Author, AuthorOperator>(module.py(), "Author", "Operator")?;
    put_into::<Author, AuthorRouter>(module.py(), "Author", "Router")?;
    module.add_class::<Availability>()?;
    put_into::<Availability, AvailabilityAvailable>(module.py(), "Availability", "Available")?;
    put_into::<Availability, AvailabilityBusy>(module.py(), "Availability", "Busy")?;
    put_into::<Availability, AvailabilityUnstaffed>(module.py(), "Availability", "Unstaffed")?;
    put_into::<Availability, AvailabilityFull>(module.py(), "Availability", "Full")?;
    put_into::<Availability, AvailabilityClosed>(module.py(), "Availability", "Closed")?;
    module.add_class::<Body>()?;
    put_into::<Body, BodyMessage>(module.py(), "Body", "Message")?;
    put_into::<Body, BodyClaimed>(module.py(), "Body", "Claimed")?;
    put_into::<Body, BodyRolledOver>(module.py(), "Body", "RolledOver")?;
    put_into::<Body, BodyOperatorLost>(module.py(), "Body", "OperatorLost")?;
    put_into::<Body, BodyOperatorIdle>(module.py(), "Body", "OperatorIdle")?;
    put_into::<Body, BodyJoined>(module.py(), "Body", "Joined")?;
    put_into::<Body, BodyLeft>(module.py(), "Body", "Left")?;
    put_into::<Body, BodyHeld>(module.py(), "Body", "Held")?;
    put_into::<Body, BodyResumed>(module.py(), "Body", "Resumed")?;
    put_into::<Body, BodyPatronDropped>(module.py(), "Body", "PatronDropped")?;
    put_into::<Body, BodyPatronReturned>(module.py(), "Body", "PatronReturned")?;
    put_into::<Body, BodyReturned>(module.py(), "Body", "Returned")?;
    put_into::<Body, BodyMoved>(module.py(), "Body", "Moved")?;
    put_into::<Body, BodyNotice>(module.py(), "Body", "Notice")?;
    put_into::<Body, BodyTransferStarted>(module.py(), "Body", "TransferStarted")?;
    put_into::<Body, BodyTransferFailed>(module.py(), "Body", "TransferFailed")?;
    put_into::<Body, BodyConsultationStarted>(module.py(), "Body", "ConsultationStarted")?;
    put_into::<Body, BodyTransferCompleted>(module.py(), "Body", "TransferCompleted")?;
    put_into::<Body, BodyEnded>(module.py(), "Body", "Ended")?;
    put_into::<Body, BodyMasked>(module.py(), "Body", "Masked")?;
    module.add_class::<BuddyView>()?;
    module.add_class::<Channel>()?;
    module.add_class::<ChatNeeds>()?;
    put_into::<ChatNeeds, ChatNeedsInFull>(module.py(), "ChatNeeds", "InFull")?;
    put_into::<ChatNeeds, ChatNeedsLowered>(module.py(), "ChatNeeds", "Lowered")?;
    put_into::<ChatNeeds, ChatNeedsIgnored>(module.py(), "ChatNeeds", "Ignored")?;
    module.add_class::<ChatView>()?;
    module.add_class::<Choice>()?;
    module.add_class::<ClaimReason>()?;
    put_into::<ClaimReason, ClaimReasonAccepted>(module.py(), "ClaimReason", "Accepted")?;
    put_into::<ClaimReason, ClaimReasonFirstMessage>(module.py(), "ClaimReason", "FirstMessage")?;
    put_into::<ClaimReason, ClaimReasonPreferred>(module.py(), "ClaimReason", "Preferred")?;
    put_into::<ClaimReason, ClaimReasonTransferred>(module.py(), "ClaimReason", "Transferred")?;
    put_into::<ClaimReason, ClaimReasonPicked>(module.py(), "ClaimReason", "Picked")?;
    put_into::<ClaimReason, ClaimReasonAssigned>(module.py(), "ClaimReason", "Assigned")?;
    put_into::<ClaimReason, ClaimReasonStarted>(module.py(), "ClaimReason", "Started")?;
    put_into::<ClaimReason, ClaimReasonReturned>(module.py(), "ClaimReason", "Returned")?;
    module.add_class::<Colleagues>()?;
    module.add_class::<Command>()?;
    module.add_class::<Config>()?;
    module.add_class::<Course>()?;
    module.add_class::<Deadline>()?;
    module.add_class::<Details>()?;
    module.add_class::<DirectMessage>()?;
    module.add_class::<Entry>()?;
    module.add_class::<Exception>()?;
    found_in::<Exception>(module.py(), "refdesk.hours")?;
    module.add_class::<ExplainedLevel>()?;
    module.add_class::<ExplainedOperator>()?;
    module.add_class::<Explanation>()?;
    module.add_class::<Full>()?;
    module.add_class::<Grant>()?;
    module.add_class::<Handover>()?;
    module.add_class::<Holidays>()?;
    found_in::<Holidays>(module.py(), "refdesk.hours")?;
    module.add_class::<Hop>()?;
    module.add_class::<Hours>()?;
    found_in::<Hours>(module.py(), "refdesk.hours")?;
    module.add_class::<HoursFault>()?;
    found_in::<HoursFault>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultUnknownZone>(module.py(), "HoursFault", "UnknownZone")?;
    found_in::<HoursFaultUnknownZone>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultInvalidTime>(module.py(), "HoursFault", "InvalidTime")?;
    found_in::<HoursFaultInvalidTime>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultBeginsAtEnd>(module.py(), "HoursFault", "BeginsAtEnd")?;
    found_in::<HoursFaultBeginsAtEnd>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultEmptyWindow>(module.py(), "HoursFault", "EmptyWindow")?;
    found_in::<HoursFaultEmptyWindow>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultNoDays>(module.py(), "HoursFault", "NoDays")?;
    found_in::<HoursFaultNoDays>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultNoDates>(module.py(), "HoursFault", "NoDates")?;
    found_in::<HoursFaultNoDates>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultInvalidDate>(module.py(), "HoursFault", "InvalidDate")?;
    found_in::<HoursFaultInvalidDate>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultNoSuchDate>(module.py(), "HoursFault", "NoSuchDate")?;
    found_in::<HoursFaultNoSuchDate>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultReversedDates>(module.py(), "HoursFault", "ReversedDates")?;
    found_in::<HoursFaultReversedDates>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultUnknownHours>(module.py(), "HoursFault", "UnknownHours")?;
    found_in::<HoursFaultUnknownHours>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultUnknownHolidays>(
        module.py(),
        "HoursFault",
        "UnknownHolidays",
    )?;
    found_in::<HoursFaultUnknownHolidays>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultInvalidHolidays>(
        module.py(),
        "HoursFault",
        "InvalidHolidays",
    )?;
    found_in::<HoursFaultInvalidHolidays>(module.py(), "refdesk.hours")?;
    put_into::<HoursFault, HoursFaultTooMany>(module.py(), "HoursFault", "TooMany")?;
    found_in::<HoursFaultTooMany>(module.py(), "refdesk.hours")?;
    module.add_class::<IdleRule>()?;
    module.add_class::<Input>()?;
    module.add_class::<Level>()?;
    module.add_class::<LevelState>()?;
    put_into::<LevelState, LevelStateNotEntered>(module.py(), "LevelState", "NotEntered")?;
    put_into::<LevelState, LevelStateRings>(module.py(), "LevelState", "Rings")?;
    put_into::<LevelState, LevelStateDormant>(module.py(), "LevelState", "Dormant")?;
    put_into::<LevelState, LevelStateReplaced>(module.py(), "LevelState", "Replaced")?;
    module.add_class::<Limits>()?;
    module.add_class::<Link>()?;
    module.add_class::<Masked>()?;
    module.add_class::<Need>()?;
    module.add_class::<Notice>()?;
    module.add_class::<OfferCause>()?;
    put_into::<OfferCause, OfferCauseLevel>(module.py(), "OfferCause", "Level")?;
    put_into::<OfferCause, OfferCausePreferred>(module.py(), "OfferCause", "Preferred")?;
    put_into::<OfferCause, OfferCauseTransfer>(module.py(), "OfferCause", "Transfer")?;
    module.add_class::<OnlyWhen>()?;
    put_into::<OnlyWhen, OnlyWhenOpen>(module.py(), "OnlyWhen", "Open")?;
    put_into::<OnlyWhen, OnlyWhenClosed>(module.py(), "OnlyWhen", "Closed")?;
    put_into::<OnlyWhen, OnlyWhenAlways>(module.py(), "OnlyWhen", "Always")?;
    put_into::<OnlyWhen, OnlyWhenHours>(module.py(), "OnlyWhen", "Hours")?;
    module.add_class::<OperatorView>()?;
    module.add_class::<OwnHours>()?;
    found_in::<OwnHours>(module.py(), "refdesk.hours")?;
    module.add_class::<Page>()?;
    module.add_class::<Party>()?;
    put_into::<Party, PartyOperator>(module.py(), "Party", "Operator")?;
    put_into::<Party, PartyQueue>(module.py(), "Party", "Queue")?;
    put_into::<Party, PartyContact>(module.py(), "Party", "Contact")?;
    module.add_class::<PauseReason>()?;
    put_into::<PauseReason, PauseReasonAsked>(module.py(), "PauseReason", "Asked")?;
    put_into::<PauseReason, PauseReasonMissedOffers>(module.py(), "PauseReason", "MissedOffers")?;
    module.add_class::<Policy>()?;
    module.add_class::<Position>()?;
    module.add_class::<Posted>()?;
    module.add_class::<Priority>()?;
    put_into::<Priority, PriorityStrict>(module.py(), "Priority", "Strict")?;
    put_into::<Priority, PriorityHeadStart>(module.py(), "Priority", "HeadStart")?;
    module.add_class::<Queues>()?;
    put_into::<Queues, QueuesAll>(module.py(), "Queues", "All")?;
    put_into::<Queues, QueuesOnly>(module.py(), "Queues", "Only")?;
    module.add_class::<Reason>()?;
    put_into::<Reason, ReasonOfferLapses>(module.py(), "Reason", "OfferLapses")?;
    put_into::<Reason, ReasonRingLapses>(module.py(), "Reason", "RingLapses")?;
    put_into::<Reason, ReasonLevelEnds>(module.py(), "Reason", "LevelEnds")?;
    put_into::<Reason, ReasonPatienceEnds>(module.py(), "Reason", "PatienceEnds")?;
    put_into::<Reason, ReasonRoundStarts>(module.py(), "Reason", "RoundStarts")?;
    put_into::<Reason, ReasonTransferLapses>(module.py(), "Reason", "TransferLapses")?;
    put_into::<Reason, ReasonWrapUpEnds>(module.py(), "Reason", "WrapUpEnds")?;
    put_into::<Reason, ReasonGrantHours>(module.py(), "Reason", "GrantHours")?;
    put_into::<Reason, ReasonGraceEnds>(module.py(), "Reason", "GraceEnds")?;
    put_into::<Reason, ReasonSessionEnds>(module.py(), "Reason", "SessionEnds")?;
    put_into::<Reason, ReasonQueueOpens>(module.py(), "Reason", "QueueOpens")?;
    put_into::<Reason, ReasonQueueCloses>(module.py(), "Reason", "QueueCloses")?;
    put_into::<Reason, ReasonLevelOpens>(module.py(), "Reason", "LevelOpens")?;
    put_into::<Reason, ReasonLevelCloses>(module.py(), "Reason", "LevelCloses")?;
    put_into::<Reason, ReasonWaitEnds>(module.py(), "Reason", "WaitEnds")?;
    put_into::<Reason, ReasonNoticeDue>(module.py(), "Reason", "NoticeDue")?;
    put_into::<Reason, ReasonIdleDue>(module.py(), "Reason", "IdleDue")?;
    put_into::<Reason, ReasonPatronGraceEnds>(module.py(), "Reason", "PatronGraceEnds")?;
    module.add_class::<Recipients>()?;
    module.add_class::<Record>()?;
    module.add_class::<Reference>()?;
    module.add_class::<Refusal>()?;
    put_into::<Refusal, RefusalTooLong>(module.py(), "Refusal", "TooLong")?;
    put_into::<Refusal, RefusalLimitReached>(module.py(), "Refusal", "LimitReached")?;
    put_into::<Refusal, RefusalInvalidPolicy>(module.py(), "Refusal", "InvalidPolicy")?;
    put_into::<Refusal, RefusalInvalidHours>(module.py(), "Refusal", "InvalidHours")?;
    put_into::<Refusal, RefusalUnknownInstitution>(module.py(), "Refusal", "UnknownInstitution")?;
    put_into::<Refusal, RefusalUnknownOperator>(module.py(), "Refusal", "UnknownOperator")?;
    put_into::<Refusal, RefusalUnknownQueue>(module.py(), "Refusal", "UnknownQueue")?;
    put_into::<Refusal, RefusalUnknownGroup>(module.py(), "Refusal", "UnknownGroup")?;
    put_into::<Refusal, RefusalUnknownChannel>(module.py(), "Refusal", "UnknownChannel")?;
    put_into::<Refusal, RefusalUnknownChat>(module.py(), "Refusal", "UnknownChat")?;
    put_into::<Refusal, RefusalUnknownContact>(module.py(), "Refusal", "UnknownContact")?;
    put_into::<Refusal, RefusalUnknownSession>(module.py(), "Refusal", "UnknownSession")?;
    put_into::<Refusal, RefusalInstitutionExists>(module.py(), "Refusal", "InstitutionExists")?;
    put_into::<Refusal, RefusalOperatorExists>(module.py(), "Refusal", "OperatorExists")?;
    put_into::<Refusal, RefusalQueueExists>(module.py(), "Refusal", "QueueExists")?;
    put_into::<Refusal, RefusalDuplicateChat>(module.py(), "Refusal", "DuplicateChat")?;
    put_into::<Refusal, RefusalQueueClosed>(module.py(), "Refusal", "QueueClosed")?;
    put_into::<Refusal, RefusalNotPermitted>(module.py(), "Refusal", "NotPermitted")?;
    put_into::<Refusal, RefusalWrongInstitution>(module.py(), "Refusal", "WrongInstitution")?;
    put_into::<Refusal, RefusalInUse>(module.py(), "Refusal", "InUse")?;
    put_into::<Refusal, RefusalNotAssigned>(module.py(), "Refusal", "NotAssigned")?;
    put_into::<Refusal, RefusalNoGrant>(module.py(), "Refusal", "NoGrant")?;
    put_into::<Refusal, RefusalGrantClosed>(module.py(), "Refusal", "GrantClosed")?;
    put_into::<Refusal, RefusalOwnPartner>(module.py(), "Refusal", "OwnPartner")?;
    put_into::<Refusal, RefusalProposalGone>(module.py(), "Refusal", "ProposalGone")?;
    put_into::<Refusal, RefusalNoPartnership>(module.py(), "Refusal", "NoPartnership")?;
    put_into::<Refusal, RefusalNoListing>(module.py(), "Refusal", "NoListing")?;
    put_into::<Refusal, RefusalListingNamesQueues>(module.py(), "Refusal", "ListingNamesQueues")?;
    put_into::<Refusal, RefusalUnknownPriority>(module.py(), "Refusal", "UnknownPriority")?;
    put_into::<Refusal, RefusalNoSuchSkillLevel>(module.py(), "Refusal", "NoSuchSkillLevel")?;
    put_into::<Refusal, RefusalNotPaused>(module.py(), "Refusal", "NotPaused")?;
    put_into::<Refusal, RefusalOperatorOffline>(module.py(), "Refusal", "OperatorOffline")?;
    put_into::<Refusal, RefusalChatTaken>(module.py(), "Refusal", "ChatTaken")?;
    put_into::<Refusal, RefusalOfferGone>(module.py(), "Refusal", "OfferGone")?;
    put_into::<Refusal, RefusalAcceptFirst>(module.py(), "Refusal", "AcceptFirst")?;
    put_into::<Refusal, RefusalWrongPhase>(module.py(), "Refusal", "WrongPhase")?;
    put_into::<Refusal, RefusalNotInvited>(module.py(), "Refusal", "NotInvited")?;
    put_into::<Refusal, RefusalTransferToSelf>(module.py(), "Refusal", "TransferToSelf")?;
    put_into::<Refusal, RefusalNoSender>(module.py(), "Refusal", "NoSender")?;
    put_into::<Refusal, RefusalTargetUnavailable>(module.py(), "Refusal", "TargetUnavailable")?;
    put_into::<Refusal, RefusalNotEligible>(module.py(), "Refusal", "NotEligible")?;
    put_into::<Refusal, RefusalTransferGone>(module.py(), "Refusal", "TransferGone")?;
    put_into::<Refusal, RefusalOwnBuddy>(module.py(), "Refusal", "OwnBuddy")?;
    put_into::<Refusal, RefusalBothOutside>(module.py(), "Refusal", "BothOutside")?;
    put_into::<Refusal, RefusalForeignBuddiesForbidden>(
        module.py(),
        "Refusal",
        "ForeignBuddiesForbidden",
    )?;
    put_into::<Refusal, RefusalBuddyBlocked>(module.py(), "Refusal", "BuddyBlocked")?;
    put_into::<Refusal, RefusalBuddyUnreachable>(module.py(), "Refusal", "BuddyUnreachable")?;
    put_into::<Refusal, RefusalNotBuddies>(module.py(), "Refusal", "NotBuddies")?;
    put_into::<Refusal, RefusalChatNeeded>(module.py(), "Refusal", "ChatNeeded")?;
    module.add_class::<Right>()?;
    put_into::<Right, RightTransfer>(module.py(), "Right", "Transfer")?;
    put_into::<Right, RightStaff>(module.py(), "Right", "Staff")?;
    put_into::<Right, RightSeePresence>(module.py(), "Right", "SeePresence")?;
    put_into::<Right, RightTranscript>(module.py(), "Right", "Transcript")?;
    module.add_class::<Ring>()?;
    put_into::<Ring, RingAll>(module.py(), "Ring", "All")?;
    put_into::<Ring, RingBest>(module.py(), "Ring", "Best")?;
    module.add_class::<Seal>()?;
    module.add_class::<Shown>()?;
    module.add_class::<Source>()?;
    put_into::<Source, SourceAssigned>(module.py(), "Source", "Assigned")?;
    put_into::<Source, SourceQueue>(module.py(), "Source", "Queue")?;
    put_into::<Source, SourceGroup>(module.py(), "Source", "Group")?;
    put_into::<Source, SourceOperators>(module.py(), "Source", "Operators")?;
    module.add_class::<Target>()?;
    put_into::<Target, TargetOperator>(module.py(), "Target", "Operator")?;
    put_into::<Target, TargetQueue>(module.py(), "Target", "Queue")?;
    module.add_class::<Terms>()?;
    module.add_class::<TooLong>()?;
    module.add_class::<TranscriptView>()?;
    module.add_class::<TransferRecord>()?;
    module.add_class::<TransferRequest>()?;
    module.add_class::<TransferResult>()?;
    put_into::<TransferResult, TransferResultCompleted>(
        module.py(),
        "TransferResult",
        "Completed",
    )?;
    put_into::<TransferResult, TransferResultFailed>(module.py(), "TransferResult", "Failed")?;
    module.add_class::<Verdict>()?;
    put_into::<Verdict, VerdictRung>(module.py(), "Verdict", "Rung")?;
    put_into::<Verdict, VerdictRungElsewhere>(module.py(), "Verdict", "RungElsewhere")?;
    put_into::<Verdict, VerdictAnswers>(module.py(), "Verdict", "Answers")?;
    put_into::<Verdict, VerdictExcluded>(module.py(), "Verdict", "Excluded")?;
    put_into::<Verdict, VerdictRefused>(module.py(), "Verdict", "Refused")?;
    put_into::<Verdict, VerdictOptedOut>(module.py(), "Verdict", "OptedOut")?;
    put_into::<Verdict, VerdictQueueClosed>(module.py(), "Verdict", "QueueClosed")?;
    put_into::<Verdict, VerdictNoGrant>(module.py(), "Verdict", "NoGrant")?;
    put_into::<Verdict, VerdictGrantAtCap>(module.py(), "Verdict", "GrantAtCap")?;
    put_into::<Verdict, VerdictGrantClosed>(module.py(), "Verdict", "GrantClosed")?;
    put_into::<Verdict, VerdictLacksSkill>(module.py(), "Verdict", "LacksSkill")?;
    put_into::<Verdict, VerdictNotThere>(module.py(), "Verdict", "NotThere")?;
    put_into::<Verdict, VerdictNoRoom>(module.py(), "Verdict", "NoRoom")?;
    put_into::<Verdict, VerdictAssignmentFull>(module.py(), "Verdict", "AssignmentFull")?;
    put_into::<Verdict, VerdictTooManyBroadcasts>(module.py(), "Verdict", "TooManyBroadcasts")?;
    put_into::<Verdict, VerdictLevelNotEntered>(module.py(), "Verdict", "LevelNotEntered")?;
    put_into::<Verdict, VerdictLevelDormant>(module.py(), "Verdict", "LevelDormant")?;
    put_into::<Verdict, VerdictLevelLeft>(module.py(), "Verdict", "LevelLeft")?;
    put_into::<Verdict, VerdictNext>(module.py(), "Verdict", "Next")?;
    put_into::<Verdict, VerdictEnoughRung>(module.py(), "Verdict", "EnoughRung")?;
    module.add_class::<Window>()?;
    found_in::<Window>(module.py(), "refdesk.hours")?;
    module.add_class::<Withdrawal>()?;
    put_into::<Withdrawal, WithdrawalClaimed>(module.py(), "Withdrawal", "Claimed")?;
    put_into::<Withdrawal, WithdrawalFull>(module.py(), "Withdrawal", "Full")?;
    put_into::<Withdrawal, WithdrawalAbsent>(module.py(), "Withdrawal", "Absent")?;
    put_into::<Withdrawal, WithdrawalUnassigned>(module.py(), "Withdrawal", "Unassigned")?;
    put_into::<Withdrawal, WithdrawalGrantEnded>(module.py(), "Withdrawal", "GrantEnded")?;
    put_into::<Withdrawal, WithdrawalQueueClosed>(module.py(), "Withdrawal", "QueueClosed")?;
    put_into::<Withdrawal, WithdrawalGrantClosed>(module.py(), "Withdrawal", "GrantClosed")?;
    put_into::<Withdrawal, WithdrawalLevelLeft>(module.py(), "Withdrawal", "LevelLeft")?;
    put_into::<Withdrawal, WithdrawalPolicyChanged>(module.py(), "Withdrawal", "PolicyChanged")?;
    put_into::<Withdrawal, WithdrawalTransferOver>(module.py(), "Withdrawal", "TransferOver")?;
    put_into::<Withdrawal, WithdrawalReturned>(module.py(), "Withdrawal", "Returned")?;
    put_into::<Withdrawal, WithdrawalChatEnded>(module.py(), "Withdrawal", "ChatEnded")?;
    module.add_class::<Won>()?;
    Ok(())
}
