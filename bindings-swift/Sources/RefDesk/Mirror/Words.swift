// Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

/// Who would answer.
public enum AnsweredBy: String, WireForm, CaseIterable {
    /// The staff of the institution, and whoever is assigned to the queue itself.
    case home
    /// The staff of a partner.
    case partner
    /// Those of a level for when the queue is not open.
    case backup
}

extension AnsweredBy: Word {}

/// How an operator takes a chat that is offered to them.
public enum ClaimBy: String, WireForm, CaseIterable {
    /// By an explicit accept only.
    case accept
    /// By an accept, or by their first message to the patron. (A transfer is always accepted
    /// explicitly.)
    case firstMessage
}

extension ClaimBy: Word {}

/// A day of the week.
public enum Day: String, WireForm, CaseIterable {
    case monday
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday
}

extension Day: Word {}

/// What becomes of a chat in progress at a partner when the grant that carries it ends.
public enum EndRule: String, WireForm, CaseIterable {
    /// It goes on to its end where it is.
    case finish
    /// It returns to its origin queue, at its old place in line.
    case `return`
}

extension EndRule: Word {}

/// What becomes of the earlier levels when a chat enters a level.
public enum Entering: String, WireForm, CaseIterable {
    /// They keep ringing, and whoever arrives at one of them is rung.
    case widen
    /// Their offers are withdrawn; the chat has left them for good.
    case replace
}

extension Entering: Word {}

/// Who has not written for some time.
public enum Idler: String, WireForm, CaseIterable {
    /// The patron, since the staff wrote to them.
    case patron
    /// Who answers, since they took the chat or the patron wrote.
    case `operator`
}

extension Idler: Word {}

/// What there may be only so many of.
public enum Limited: String, WireForm, CaseIterable {
    /// Institutions.
    case institutions
    /// Operators.
    case operators
    /// Queues.
    case queues
    /// Groups.
    case groups
    /// Open chats.
    case openChats
    /// Open chats of one patron.
    case openChatsOfPatron
    /// Chats waiting in one queue.
    case waiting
    /// Operators who take part in one chat.
    case participants
    /// Sessions of one operator.
    case sessions
    /// Queues, groups and levels that name one operator.
    case memberships
    /// Skills of one operator.
    case skills
    /// Skills that one chat or one level needs.
    case needs
    /// Different things that chats ask for at one level.
    case demands
    /// Operators whom one chat excludes.
    case excluded
    /// Sources of one level.
    case sources
    /// Operators that one level, group or mark names.
    case operatorsNamed
    /// Grants of one side, and queues of one grant.
    case grants
    /// Entries of a transcript.
    case transcriptEntries
    /// Tags of one chat.
    case tags
    /// Transfers of one chat.
    case hops
    /// Buddies of one party.
    case buddies
    /// Requests to one party to be buddies, without an answer.
    case buddyRequests
    /// Whom one party blocks.
    case blocked
    /// Contacts with whom anybody has to do.
    case contacts
}

extension Limited: Word {}

/// A text whose length is limited.
public enum Measured: String, WireForm, CaseIterable {
    /// A message.
    case message
    /// A reason or a note.
    case note
    /// A patron's context.
    case context
    /// A reference to the host's store, its key and its digest together.
    case reference
    /// A tag, or a resolution code.
    case label
    /// A queue's profile.
    case profile
}

extension Measured: Word {}

/// Which operator is better than another. Ties end at the order of registration.
public enum Order: String, WireForm, CaseIterable {
    /// Whose chats take the fewest units, those reserved by an offer included; then the longest
    /// idle.
    case leastBusy
    /// Who has the most units to spare, that is, their capacity less what their chats take; then the
    /// longest idle.
    case mostSpare
    /// Who has been without a chat for the longest time; those who have chats come after them,
    /// whose last chat began or ended the longest ago first.
    case longestIdle
    /// Who was offered a chat the longest ago, by any queue.
    case roundRobin
    /// In turns, each of as many chats as the operator's assignment weighs: whoever has been offered
    /// so many goes behind the others. Turns count by themselves for each pool. In groups and
    /// among names everybody weighs 1.
    case weightedRoundRobin
    /// By the rank that the operator's assignment gives them, or by their place in the group or
    /// among the names; then the longest idle.
    case fixedRanks
}

extension Order: Word {}

/// How a chat ended.
public enum Outcome: String, WireForm, CaseIterable {
    /// The patron left before anybody answered.
    case abandoned
    /// The patron left.
    case patronLeft
    /// The operator who answered closed it.
    case closed
    /// The host or an administrator closed it.
    case forceClosed
    /// The patron did not write for too long, and so has left.
    case patronIdle
    /// Nobody answered, and the patron was asked for a message.
    case messageTaken
    /// Nobody answered, and the queue closed it with a notice.
    case closedByQueue
}

extension Outcome: Word {}

/// What somebody does in a chat that another operator answers.
public enum Part: String, WireForm, CaseIterable {
    /// Reads and writes like who answers: the operators whom they have invited.
    case invited
    /// Reads along in silence: supervisors of the queue where the chat is or of its origin; and
    /// operators assigned to its origin, while a partner answers it.
    case observer
    /// Reads along, and writes to the staff alone: supervisors, as for observers.
    case whisperer
}

extension Part: Word {}

/// Where a chat stands in its life.
public enum Phase: String, WireForm, CaseIterable {
    /// In line; nobody is rung.
    case waiting
    /// In line; at least one operator is rung.
    case offered
    /// An operator answers.
    case active
    /// An operator answers, and has asked the patron to wait for a while.
    case onHold
    /// An operator answers and wants to hand the chat over.
    case transferring
    /// An operator answers and talks with the one who is to take the chat over.
    case consulting
    /// The patron has left; the operator who answered finishes their notes.
    case wrapUp
    /// Over.
    case ended
}

extension Phase: Word {}

/// What is wrong with a policy.
public enum PolicyFault: String, WireForm, CaseIterable {
    /// It has no levels.
    case noLevels
    /// It has too many.
    case tooManyLevels
    /// A level names no source.
    case emptyPool
    /// A level rings the best 0.
    case ringsNobody
    /// An offer that ends in the instant of its birth.
    case lapsesAtOnce
    /// The pause before a new round is below 1 s.
    case pauseTooShort
    /// Operators who missed no offer would be paused.
    case pausesAtOnce
    /// A level of a skill is not from 1 to 100.
    case noSuchSkillLevel
    /// The queue's own operators are named by `assigned`.
    case namesItself
    /// Chats would move on in a circle.
    case circle
    /// What comes to a chat of a full queue, or after too long, is to keep waiting.
    case keepsWaiting
    /// The queue is full with no chat, or the first instant is too long.
    case endsAtOnce
    /// Whoever is to write would be idle at once, or told when it is too late.
    case idlesAtOnce
}

extension PolicyFault: Word {}

/// How an operator is seen.
public enum Presence: String, WireForm, CaseIterable {
    /// Eager to chat.
    case chat
    /// There.
    case available
    /// Away for a moment.
    case away
    /// Away for longer.
    case xa
    /// Not to be disturbed.
    case dnd
    /// No session, and no grace.
    case offline
}

extension Presence: Word {}

/// Whether a queue takes new chats.
public enum QueueState: String, WireForm, CaseIterable {
    /// It does, and other queues that name its operators ring them.
    case open
    /// Only by levels for when it is not open; chats that were admitted while it was open wait on.
    case draining
    /// As draining, with nobody left who was admitted while it was open; or closed by hand.
    case closed
}

extension QueueState: Word {}

/// Why a chat waits again, or somewhere else.
public enum RequeueReason: String, WireForm, CaseIterable {
    /// The operator who answered is gone.
    case operatorLost
    /// The grant by which it was answered, or waited, at a partner has ended.
    case grantEnded
    /// The policy of the queue where it waited sends it on.
    case overflow
    /// The operator who answered has not written to the patron for too long.
    case operatorIdle
}

extension RequeueReason: Word {}

/// Why a chat rolls on from a level.
public enum RollReason: String, WireForm, CaseIterable {
    /// The level's wait is over.
    case unanswered
    /// Everybody there has declined or missed it.
    case allDeclined
    /// Nobody of the level is there.
    case nobodyThere
    /// Everybody there is busy, and the level says to roll on then.
    case allBusy
    /// The level is not active now: its queue is closed, or open, or it is not in its own hours.
    case outOfHours
}

extension RollReason: Word {}

/// How a session shows an operator, as in XMPP, the best first.
public enum Show: String, WireForm, CaseIterable {
    /// Eager to chat.
    case chat
    /// There.
    case available
    /// Away for a moment.
    case away
    /// Away for longer.
    case xa
    /// Not to be disturbed: chats in progress go on.
    case dnd
}

extension Show: Word {}

/// What one party tells the other about a subscription, by its name in RFC 6121.
public enum Stanza: String, WireForm, CaseIterable {
    /// They ask to see the presence of whom they tell it.
    case subscribe
    /// They let them see theirs.
    case subscribed
    /// They do not want to see it any more.
    case unsubscribe
    /// They do not let them see theirs.
    case unsubscribed
}

extension Stanza: Word {}

/// What is between a party and a buddy, as the party sees it: the nine states of RFC 6121.
public enum Subscription: String, WireForm, CaseIterable {
    /// Neither sees the other's presence, and nobody has asked.
    case none
    /// Neither does; the party has asked.
    case nonePendingOut
    /// Neither does; the buddy has asked.
    case nonePendingIn
    /// Neither does; both have asked.
    case nonePendingOutIn
    /// The party sees the buddy's presence.
    case to
    /// The party does, and the buddy has asked.
    case toPendingIn
    /// The buddy sees the party's presence.
    case from
    /// The buddy does, and the party has asked.
    case fromPendingOut
    /// Each sees the other's.
    case both
}

extension Subscription: Word {}

/// What a queue may be set to by hand.
public enum Switch: String, WireForm, CaseIterable {
    /// Open, whatever its hours.
    case open
    /// Not open: chats that wait keep their levels.
    case draining
    /// Not open. What the policy says after the last level comes to the chats that were admitted
    /// while it was open and wait, and pending transfers of such chats to it fail. Where the policy
    /// lets them wait on, they do.
    case closed
    /// What its hours say.
    case byHours
}

extension Switch: Word {}

/// Why a transfer came to nothing.
public enum TransferFailure: String, WireForm, CaseIterable {
    /// The operator whom it named declined.
    case declined
    /// Nobody accepted in time.
    case lapsed
    /// It was taken back.
    case cancelled
    /// The operator whom it named may not be offered chats any more: they left, paused, are away
    /// or full.
    case targetLost
    /// The operator who had asked for it is gone.
    case senderLost
    /// Nobody of the queue is there, and its policy does not let chats wait for them.
    case nobodyThere
    /// The grant that carried it has ended.
    case grantEnded
    /// The queue was closed by hand.
    case queueClosed
    /// The chat was given to somebody else.
    case reassigned
    /// The chat ended first.
    case chatEnded
}

extension TransferFailure: Word {}

/// What happens when somebody accepts a transfer.
public enum TransferMode: String, WireForm, CaseIterable {
    /// The chat is theirs, and the sender has it no more.
    case blind
    /// They read along and talk with the sender alone; the chat is theirs when the sender says so
    /// (`CompleteTransfer`).
    case consult
    /// The chat is theirs, and the sender stays as an invited operator.
    case join
}

extension TransferMode: Word {}

/// What still needs something that was to be removed.
public enum Use: String, WireForm, CaseIterable {
    /// Operators of the institution.
    case operators
    /// Queues of the institution.
    case queues
    /// Groups of the institution.
    case groups
    /// Partnerships or proposals of the institution.
    case partnerships
    /// A policy that names it.
    case policy
    /// Open chats of the queue.
    case chats
}

extension Use: Word {}

/// How much of a chat an operator of a partner sees.
public enum View: String, WireForm, CaseIterable {
    /// What is written from the hand-over on, and not who the patron is.
    case fromNow
    /// Everything, but not who the patron is.
    case masked
    /// Everything, and who the patron is.
    case full
}

extension View: Word {}

/// What a chat does at a level all of whose operators are busy.
public enum WhenBusy: String, WireForm, CaseIterable {
    /// It waits until one is free, or the level's wait is over.
    case wait
    /// It rolls on at once, as it does where nobody is there.
    case rollOn
}

extension WhenBusy: Word {}
