//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

use crate::tables::*;

put! { core::About { profile context returns } { } }
put! { core::Answer { operator institution at waited reason } { } }
put_words! { core::AnsweredBy { 0 Home 1 Partner 2 Backup } }
put_kinds! { core::Asker {
0 Host { } { }
1 Institution { institution } { }
2 Operator { operator } { }
3 Patron { } { }
} }
put_kinds! { core::Audience {
0 Everyone { } { }
1 Staff { } { }
2 Institution { institution } { }
} }
put_kinds! { core::Author {
0 Patron { } { }
1 Operator { operator } { }
2 Router { } { }
} }
put_kinds! { core::Availability {
0 Available { by } { }
1 Busy { } { }
2 Unstaffed { } { }
3 Full { } { }
4 Closed { opens_at } { }
} }
put_kinds! { core::Body {
0 Message { message content } { }
1 Claimed { operator } { }
2 RolledOver { queue level } { }
3 OperatorLost { operator } { }
4 OperatorIdle { operator } { }
5 Joined { operator part } { }
6 Left { operator part } { }
7 Held { operator } { }
8 Resumed { operator } { }
9 PatronDropped { } { }
10 PatronReturned { } { }
11 Returned { } { }
12 Moved { queue } { }
13 Notice { text } { }
15 TransferFailed { transfer why } { }
16 ConsultationStarted { transfer operator } { }
17 TransferCompleted { transfer from to } { }
18 Ended { outcome } { }
all 14 TransferStarted
all 19 Masked
} }
put! { core::BuddyView { buddy subscription approved blocked presence } { } }
put! { core::ChatView { chat patron phase origin queue opened_at owner consulted company rung transfer level } { } }
put! { core::Choice { target institution presence refusal } { } }
put_kinds! { core::ClaimReason {
0 Accepted { level won } { }
1 FirstMessage { level won } { }
2 Preferred { } { }
3 Transferred { } { }
4 Picked { } { }
5 Assigned { } { }
6 Started { } { }
7 Returned { } { }
} }
put! { core::Colleagues { buddies visible } { } }
put! { core::Deadline { at reason } { } }
put! { core::Details { resolution } { tags follow_up } }
put! { core::DirectMessage { message content } { } }
put! { core::Entry { number at author audience body } { } }
put_kinds! { core::EventKind {
0 PartnershipProposed { from to proposal terms } { }
1 PartnershipAgreed { proposer accepter proposal } { }
2 PartnershipDeclined { by with proposal } { }
3 PartnershipEnded { by with } { }
4 ListingPosted { institution terms } { }
5 ListingWithdrawn { institution } { }
6 AvailabilityChanged { queue availability } { }
7 PresenceChanged { operator presence to } { }
8 OperatorPaused { operator reason to } { }
9 OperatorUnpaused { operator to } { }
10 OperatorLeaving { operator leaves to } { }
11 GraceStarted { operator until } { }
12 QueueStateChanged { queue state } { }
13 ChatOpened { chat queue patron } { }
14 ChatOffered { chat offer operator origin cause lapses_at about } { }
15 OfferWithdrawn { chat offer operator reason } { }
16 OfferLapsed { chat offer operator } { }
17 OfferDeclined { chat offer operator } { }
18 LevelPassedOver { queue level reason } { }
19 ChatRolledOver { chat queue level reason } { }
20 RoundStarted { chat round } { }
21 ChatClaimed { chat operator reason to } { }
22 TranscriptShown { chat operator handover } { }
23 MessagePosted { chat number posted to } { }
24 ChatDescribed { chat details to } { }
25 PatronMasked { chat patron entries to } { }
26 ChatRequeued { chat queue operator reason to } { }
27 NoticeGiven { chat notice to } { }
28 ChatHeld { chat operator to } { }
29 ChatResumed { chat operator to } { }
30 PatronDropped { chat until to } { }
31 PatronReturned { chat to } { }
32 IdleNoticed { chat idler notice to } { }
33 OperatorInvited { chat operator by note } { }
34 InvitationWithdrawn { chat operator to } { }
35 OperatorJoined { chat operator part to } { }
36 OperatorLeft { chat operator part to } { }
37 ChatAskedBack { chat operator to } { }
38 ChatReassigned { chat from operator to } { }
39 TransferStarted { chat transfer from target lapses_at } { mode }
40 ConsultationStarted { chat transfer operator to } { }
41 TransferCompleted { chat transfer from operator to } { }
42 TransferFailed { chat transfer why to } { }
43 WrapUpStarted { chat outcome until to } { }
44 ChatEnded { chat record to notice } { }
45 SubscriptionTold { party buddy stanza to } { }
46 BuddyChanged { party buddy subscription approved to } { }
47 BlockChanged { party buddy blocked to } { }
48 BuddyPresence { buddy presence to } { }
49 ContactTold { contact buddy presence } { }
50 DirectMessageSent { party buddy sent to } { }
51 ColleagueAsks { chat queue party } { }
} }
put_form! { core::Handover as of { of.entries(), of.patron, of.context(), of.returns(), of.profile(), of.reason(), of.note(), of.digest(), } }
put! { core::Hop { queue level at reason } { } }
put_kinds! { core::hours::HoursFault {
0 UnknownZone { zone meant } { }
1 InvalidTime { text } { }
2 BeginsAtEnd { } { }
3 EmptyWindow { } { }
4 NoDays { } { }
5 NoDates { } { }
6 InvalidDate { text } { }
7 NoSuchDate { text } { }
8 ReversedDates { text } { }
9 UnknownHours { name } { }
10 UnknownHolidays { name meant } { }
11 InvalidHolidays { name } { }
12 TooMany { limit } { }
} of 13 }
put_words! { core::Idler { 0 Patron 1 Operator } }
put_words! { core::Limited { 0 Institutions 1 Operators 2 Queues 3 Groups 4 OpenChats 5 OpenChatsOfPatron 6 Waiting 7 Participants 8 Sessions 9 Memberships 10 Skills 11 Needs 12 Demands 13 Excluded 14 Sources 15 OperatorsNamed 16 Grants 17 TranscriptEntries 18 Tags 19 Hops 20 Buddies 21 BuddyRequests 22 Blocked 23 Contacts } of 24 }
put! { core::chain::Link { number leaf shown } { } }
put! { core::Masked { message leaf } { } }
put_words! { core::Measured { 0 Message 1 Note 2 Context 3 Reference 4 Label 5 Profile } of 6 }
put_kinds! { core::OfferCause {
0 Level { level } { }
1 Preferred { } { }
2 Transfer { transfer } { }
} }
put! { core::OperatorView { operator institution presence pause leaves sessions capacity answering rung_for } { } }
put_words! { core::Order { 0 LeastBusy 1 MostSpare 2 LongestIdle 3 RoundRobin 4 WeightedRoundRobin 5 FixedRanks } }
put_words! { core::Outcome { 0 Abandoned 1 PatronLeft 2 Closed 3 ForceClosed 4 PatronIdle 5 MessageTaken 6 ClosedByQueue } }
put_words! { core::Part { 0 Invited 1 Observer 2 Whisperer } }
put_kinds! { core::Party {
0 Operator { operator } { }
1 Queue { queue } { }
2 Contact { contact } { }
} }
put_kinds! { core::PauseReason {
0 Asked { text } { }
1 MissedOffers { count } { }
} }
put_words! { core::Phase { 0 Waiting 1 Offered 2 Active 3 OnHold 4 Transferring 5 Consulting 6 WrapUp 7 Ended } }
put_words! { core::PolicyFault { 0 NoLevels 1 TooManyLevels 2 EmptyPool 3 RingsNobody 4 LapsesAtOnce 5 PauseTooShort 6 PausesAtOnce 7 NoSuchSkillLevel 8 NamesItself 9 Circle 10 KeepsWaiting 11 EndsAtOnce 12 IdlesAtOnce } of 13 }
put! { core::Position { before expected_wait } { } }
put! { core::Posted { author message audience content } { } }
put_words! { core::Presence { 0 Chat 1 Available 2 Away 3 Xa 4 Dnd 5 Offline } }
put_words! { core::QueueState { 0 Open 1 Draining 2 Closed } }
put_kinds! { core::Reason {
0 OfferLapses { chat offer } { }
1 RingLapses { chat level } { }
2 LevelEnds { chat } { }
3 PatienceEnds { chat } { }
4 RoundStarts { chat } { }
5 TransferLapses { chat transfer } { }
6 WrapUpEnds { chat } { }
7 GrantHours { institution } { }
8 GraceEnds { operator } { }
9 SessionEnds { operator session } { }
10 QueueOpens { queue } { }
11 QueueCloses { queue } { }
12 LevelOpens { queue level } { }
13 LevelCloses { queue level } { }
14 WaitEnds { chat } { }
15 NoticeDue { chat } { }
16 IdleDue { chat } { }
17 PatronGraceEnds { chat } { }
} }
put! { core::Recipients { patron operators } { } }
put! { core::Record { chat patron institution origin queue opened_at ended_at outcome answers offers hops transfers transcript context returns channel wrapped_up_at details seal } { hops_before overflows practice } }
put! { core::Reference { key bytes digest } { } }
put_kinds! { core::Refusal {
0 TooLong { what bytes limit } { }
1 LimitReached { what limit } { }
2 InvalidPolicy { level fault } { }
3 InvalidHours { path fault } { }
4 UnknownInstitution { institution } { }
5 UnknownOperator { operator } { }
6 UnknownQueue { queue } { }
7 UnknownGroup { group } { }
8 UnknownChannel { channel } { }
9 UnknownChat { chat } { }
10 UnknownContact { contact } { }
11 UnknownSession { operator session } { }
12 InstitutionExists { institution } { }
13 OperatorExists { operator } { }
14 QueueExists { queue } { }
15 DuplicateChat { chat } { }
16 QueueClosed { queue opens_at } { }
17 NotPermitted { by } { }
18 WrongInstitution { institution } { }
19 InUse { by } { }
20 NotAssigned { operator queue } { }
21 NoGrant { from to } { }
22 GrantClosed { home to } { }
23 OwnPartner { } { }
24 ProposalGone { proposal } { }
25 NoPartnership { with } { }
26 NoListing { of } { }
27 ListingNamesQueues { } { }
28 UnknownPriority { priority } { }
29 NoSuchSkillLevel { skill } { }
30 NotPaused { operator } { }
31 OperatorOffline { operator } { }
32 ChatTaken { chat winner } { }
33 OfferGone { chat offer } { }
34 AcceptFirst { chat } { }
35 WrongPhase { chat phase } { }
36 NotInvited { chat operator } { }
37 TransferToSelf { chat } { }
38 NoSender { chat } { }
39 TargetUnavailable { operator } { }
40 NotEligible { operator chat } { }
41 TransferGone { chat transfer } { }
42 OwnBuddy { } { }
43 BothOutside { } { }
44 ForeignBuddiesForbidden { institution } { }
45 BuddyBlocked { buddy } { }
46 BuddyUnreachable { buddy } { }
47 NotBuddies { buddy } { }
48 ChatNeeded { queue } { }
} of 49 }
put_words! { core::RequeueReason { 0 OperatorLost 1 GrantEnded 2 Overflow 3 OperatorIdle } }
put_words! { core::RollReason { 0 Unanswered 1 AllDeclined 2 NobodyThere 3 AllBusy 4 OutOfHours } }
put! { core::chain::Seal { digest salts } { } }
put! { core::chain::Shown { entry salt } { } }
put_words! { core::Stanza { 0 Subscribe 1 Subscribed 2 Unsubscribe 3 Unsubscribed } }
put_words! { core::Subscription { 0 None 1 NonePendingOut 2 NonePendingIn 3 NonePendingOutIn 4 To 5 ToPendingIn 6 From 7 FromPendingOut 8 Both } }
put_kinds! { core::Target {
0 Operator { operator } { }
1 Queue { queue } { }
} }
put! { core::chain::TranscriptView { chat digest links } { } }
put_words! { core::TransferFailure { 0 Declined 1 Lapsed 2 Cancelled 3 TargetLost 4 SenderLost 5 NobodyThere 6 GrantEnded 7 QueueClosed 8 Reassigned 9 ChatEnded } }
put_words! { core::TransferMode { 0 Blind 1 Consult 2 Join } }
put! { core::TransferRecord { from to at result reason } { mode } }
put! { core::TransferRequest { transfer to reason note } { } }
put_kinds! { core::TransferResult {
0 Completed { by } { }
1 Failed { why } { }
} }
put_words! { core::Use { 0 Operators 1 Queues 2 Groups 3 Partnerships 4 Policy 5 Chats } of 6 }
put_kinds! { core::Withdrawal {
0 Claimed { winner } { }
1 Full { } { }
2 Absent { } { }
3 Unassigned { } { }
4 GrantEnded { } { }
5 QueueClosed { } { }
6 GrantClosed { } { }
7 LevelLeft { } { }
8 PolicyChanged { } { }
9 TransferOver { } { }
10 Returned { } { }
11 ChatEnded { } { }
} }
put_form! { core::Won as of { of.order(), of.proficiency(), of.figure(), of.turn(), of.registration(), } }
take_kinds! { core::Actor {
0 Host { }
1 Institution { institution "institution" }
2 Operator { operator "operator" }
3 Patron { patron "patron" }
} }
take_kinds! { core::Audience {
0 Everyone { }
1 Staff { }
2 Institution { institution "institution" }
} }
take! { core::Need { skill "skill" } { at_least "atLeast" = 1, } }
take_words! { core::Part { 0 Invited 1 Observer 2 Whisperer } }
take_kinds! { core::Party {
0 Operator { operator "operator" }
1 Queue { queue "queue" }
2 Contact { contact "contact" }
} }
take_words! { core::Presence { 0 Chat 1 Available 2 Away 3 Xa 4 Dnd 5 Offline } }
take! { core::Reference { key "key" bytes "bytes" digest "digest" } { } }
take_words! { core::Show { 0 Chat 1 Available 2 Away 3 Xa 4 Dnd } }
take_words! { core::Switch { 0 Open 1 Draining 2 Closed 3 ByHours } }
take_kinds! { core::Target {
0 Operator { operator "operator" }
1 Queue { queue "queue" }
} }
take_words! { core::TransferMode { 0 Blind 1 Consult 2 Join } }
