"""What may be one of several words: each is a text too, that of the wire form."""

# Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

from enum import Enum

__all__ = [
    "AnsweredBy",
    "ClaimBy",
    "Day",
    "EndRule",
    "Entering",
    "Idler",
    "Limited",
    "Measured",
    "Order",
    "Outcome",
    "Part",
    "Phase",
    "PolicyFault",
    "Presence",
    "QueueState",
    "RequeueReason",
    "RollReason",
    "Show",
    "Stanza",
    "Subscription",
    "Switch",
    "TransferFailure",
    "TransferMode",
    "Use",
    "View",
    "WhenBusy",
]


class Word(str, Enum):
    """A word: equal to its text."""

    __str__ = str.__str__


class AnsweredBy(Word):
    """Who would answer."""

    HOME = "home"
    """The staff of the institution, and whoever is assigned to the queue itself."""

    PARTNER = "partner"
    """The staff of a partner."""

    BACKUP = "backup"
    """Those of a level for when the queue is not open."""


class ClaimBy(Word):
    """How an operator takes a chat that is offered to them."""

    ACCEPT = "accept"
    """By an explicit accept only."""

    FIRST_MESSAGE = "firstMessage"
    """By an accept, or by their first message to the patron. (A transfer is always accepted
    explicitly.)
    """


class Day(Word):
    """A day of the week."""

    MONDAY = "monday"
    ...

    TUESDAY = "tuesday"
    ...

    WEDNESDAY = "wednesday"
    ...

    THURSDAY = "thursday"
    ...

    FRIDAY = "friday"
    ...

    SATURDAY = "saturday"
    ...

    SUNDAY = "sunday"
    ...


class EndRule(Word):
    """What becomes of a chat in progress at a partner when the grant that carries it ends."""

    FINISH = "finish"
    """It goes on to its end where it is."""

    RETURN = "return"
    """It returns to its origin queue, at its old place in line."""


class Entering(Word):
    """What becomes of the earlier levels when a chat enters a level."""

    WIDEN = "widen"
    """They keep ringing, and whoever arrives at one of them is rung."""

    REPLACE = "replace"
    """Their offers are withdrawn; the chat has left them for good."""


class Idler(Word):
    """Who has not written for some time."""

    PATRON = "patron"
    """The patron, since the staff wrote to them."""

    OPERATOR = "operator"
    """Who answers, since they took the chat or the patron wrote."""


class Limited(Word):
    """What there may be only so many of."""

    INSTITUTIONS = "institutions"
    """Institutions."""

    OPERATORS = "operators"
    """Operators."""

    QUEUES = "queues"
    """Queues."""

    GROUPS = "groups"
    """Groups."""

    OPEN_CHATS = "openChats"
    """Open chats."""

    OPEN_CHATS_OF_PATRON = "openChatsOfPatron"
    """Open chats of one patron."""

    WAITING = "waiting"
    """Chats waiting in one queue."""

    PARTICIPANTS = "participants"
    """Operators who take part in one chat."""

    SESSIONS = "sessions"
    """Sessions of one operator."""

    MEMBERSHIPS = "memberships"
    """Queues, groups and levels that name one operator."""

    SKILLS = "skills"
    """Skills of one operator."""

    NEEDS = "needs"
    """Skills that one chat or one level needs."""

    DEMANDS = "demands"
    """Different things that chats ask for at one level."""

    EXCLUDED = "excluded"
    """Operators whom one chat excludes."""

    SOURCES = "sources"
    """Sources of one level."""

    OPERATORS_NAMED = "operatorsNamed"
    """Operators that one level, group or mark names."""

    GRANTS = "grants"
    """Grants of one side, and queues of one grant."""

    TRANSCRIPT_ENTRIES = "transcriptEntries"
    """Entries of a transcript."""

    TAGS = "tags"
    """Tags of one chat."""

    HOPS = "hops"
    """Transfers of one chat."""

    BUDDIES = "buddies"
    """Buddies of one party."""

    BUDDY_REQUESTS = "buddyRequests"
    """Requests to one party to be buddies, without an answer."""

    BLOCKED = "blocked"
    """Whom one party blocks."""

    CONTACTS = "contacts"
    """Contacts with whom anybody has to do."""


class Measured(Word):
    """A text whose length is limited."""

    MESSAGE = "message"
    """A message."""

    NOTE = "note"
    """A reason or a note."""

    CONTEXT = "context"
    """A patron's context."""

    REFERENCE = "reference"
    """A reference to the host's store, its key and its digest together."""

    LABEL = "label"
    """A tag, or a resolution code."""

    PROFILE = "profile"
    """A queue's profile."""


class Order(Word):
    """Which operator is better than another. Ties end at the order of registration."""

    LEAST_BUSY = "leastBusy"
    """Whose chats take the fewest units, those reserved by an offer included; then the longest
    idle.
    """

    MOST_SPARE = "mostSpare"
    """Who has the most units to spare, that is, their capacity less what their chats take; then the
    longest idle.
    """

    LONGEST_IDLE = "longestIdle"
    """Who has been without a chat for the longest time; those who have chats come after them,
    whose last chat began or ended the longest ago first.
    """

    ROUND_ROBIN = "roundRobin"
    """Who was offered a chat the longest ago, by any queue."""

    WEIGHTED_ROUND_ROBIN = "weightedRoundRobin"
    """In turns, each of as many chats as the operator's assignment weighs: whoever has been offered
    so many goes behind the others. Turns count by themselves for each pool. In groups and
    among names everybody weighs 1.
    """

    FIXED_RANKS = "fixedRanks"
    """By the rank that the operator's assignment gives them, or by their place in the group or
    among the names; then the longest idle.
    """


class Outcome(Word):
    """How a chat ended."""

    ABANDONED = "abandoned"
    """The patron left before anybody answered."""

    PATRON_LEFT = "patronLeft"
    """The patron left."""

    CLOSED = "closed"
    """The operator who answered closed it."""

    FORCE_CLOSED = "forceClosed"
    """The host or an administrator closed it."""

    PATRON_IDLE = "patronIdle"
    """The patron did not write for too long, and so has left."""

    MESSAGE_TAKEN = "messageTaken"
    """Nobody answered, and the patron was asked for a message."""

    CLOSED_BY_QUEUE = "closedByQueue"
    """Nobody answered, and the queue closed it with a notice."""


class Part(Word):
    """What somebody does in a chat that another operator answers."""

    INVITED = "invited"
    """Reads and writes like who answers: the operators whom they have invited."""

    OBSERVER = "observer"
    """Reads along in silence: supervisors of the queue where the chat is or of its origin; and
    operators assigned to its origin, while a partner answers it.
    """

    WHISPERER = "whisperer"
    """Reads along, and writes to the staff alone: supervisors, as for observers."""


class Phase(Word):
    """Where a chat stands in its life."""

    WAITING = "waiting"
    """In line; nobody is rung."""

    OFFERED = "offered"
    """In line; at least one operator is rung."""

    ACTIVE = "active"
    """An operator answers."""

    ON_HOLD = "onHold"
    """An operator answers, and has asked the patron to wait for a while."""

    TRANSFERRING = "transferring"
    """An operator answers and wants to hand the chat over."""

    CONSULTING = "consulting"
    """An operator answers and talks with the one who is to take the chat over."""

    WRAP_UP = "wrapUp"
    """The patron has left; the operator who answered finishes their notes."""

    ENDED = "ended"
    """Over."""


class PolicyFault(Word):
    """What is wrong with a policy."""

    NO_LEVELS = "noLevels"
    """It has no levels."""

    TOO_MANY_LEVELS = "tooManyLevels"
    """It has too many."""

    EMPTY_POOL = "emptyPool"
    """A level names no source."""

    RINGS_NOBODY = "ringsNobody"
    """A level rings the best 0."""

    LAPSES_AT_ONCE = "lapsesAtOnce"
    """An offer that ends in the instant of its birth."""

    PAUSE_TOO_SHORT = "pauseTooShort"
    """The pause before a new round is below 1 s."""

    PAUSES_AT_ONCE = "pausesAtOnce"
    """Operators who missed no offer would be paused."""

    NO_SUCH_SKILL_LEVEL = "noSuchSkillLevel"
    """A level of a skill is not from 1 to 100."""

    NAMES_ITSELF = "namesItself"
    """The queue's own operators are named by `assigned`."""

    CIRCLE = "circle"
    """Chats would move on in a circle."""

    KEEPS_WAITING = "keepsWaiting"
    """What comes to a chat of a full queue, or after too long, is to keep waiting."""

    ENDS_AT_ONCE = "endsAtOnce"
    """The queue is full with no chat, or the first instant is too long."""

    IDLES_AT_ONCE = "idlesAtOnce"
    """Whoever is to write would be idle at once, or told when it is too late."""


class Presence(Word):
    """How an operator is seen."""

    CHAT = "chat"
    """Eager to chat."""

    AVAILABLE = "available"
    """There."""

    AWAY = "away"
    """Away for a moment."""

    XA = "xa"
    """Away for longer."""

    DND = "dnd"
    """Not to be disturbed."""

    OFFLINE = "offline"
    """No session, and no grace."""


class QueueState(Word):
    """Whether a queue takes new chats."""

    OPEN = "open"
    """It does, and other queues that name its operators ring them."""

    DRAINING = "draining"
    """Only by levels for when it is not open; chats that were admitted while it was open wait on."""

    CLOSED = "closed"
    """As draining, with nobody left who was admitted while it was open; or closed by hand."""


class RequeueReason(Word):
    """Why a chat waits again, or somewhere else."""

    OPERATOR_LOST = "operatorLost"
    """The operator who answered is gone."""

    GRANT_ENDED = "grantEnded"
    """The grant by which it was answered, or waited, at a partner has ended."""

    OVERFLOW = "overflow"
    """The policy of the queue where it waited sends it on."""

    OPERATOR_IDLE = "operatorIdle"
    """The operator who answered has not written to the patron for too long."""


class RollReason(Word):
    """Why a chat rolls on from a level."""

    UNANSWERED = "unanswered"
    """The level's wait is over."""

    ALL_DECLINED = "allDeclined"
    """Everybody there has declined or missed it."""

    NOBODY_THERE = "nobodyThere"
    """Nobody of the level is there."""

    ALL_BUSY = "allBusy"
    """Everybody there is busy, and the level says to roll on then."""

    OUT_OF_HOURS = "outOfHours"
    """The level is not active now: its queue is closed, or open, or it is not in its own hours."""


class Show(Word):
    """How a session shows an operator, as in XMPP, the best first."""

    CHAT = "chat"
    """Eager to chat."""

    AVAILABLE = "available"
    """There."""

    AWAY = "away"
    """Away for a moment."""

    XA = "xa"
    """Away for longer."""

    DND = "dnd"
    """Not to be disturbed: chats in progress go on."""


class Stanza(Word):
    """What one party tells the other about a subscription, by its name in RFC 6121."""

    SUBSCRIBE = "subscribe"
    """They ask to see the presence of whom they tell it."""

    SUBSCRIBED = "subscribed"
    """They let them see theirs."""

    UNSUBSCRIBE = "unsubscribe"
    """They do not want to see it any more."""

    UNSUBSCRIBED = "unsubscribed"
    """They do not let them see theirs."""


class Subscription(Word):
    """What is between a party and a buddy, as the party sees it: the nine states of RFC 6121."""

    NONE = "none"
    """Neither sees the other's presence, and nobody has asked."""

    NONE_PENDING_OUT = "nonePendingOut"
    """Neither does; the party has asked."""

    NONE_PENDING_IN = "nonePendingIn"
    """Neither does; the buddy has asked."""

    NONE_PENDING_OUT_IN = "nonePendingOutIn"
    """Neither does; both have asked."""

    TO = "to"
    """The party sees the buddy's presence."""

    TO_PENDING_IN = "toPendingIn"
    """The party does, and the buddy has asked."""

    FROM = "from"
    """The buddy sees the party's presence."""

    FROM_PENDING_OUT = "fromPendingOut"
    """The buddy does, and the party has asked."""

    BOTH = "both"
    """Each sees the other's."""


class Switch(Word):
    """What a queue may be set to by hand."""

    OPEN = "open"
    """Open, whatever its hours."""

    DRAINING = "draining"
    """Not open: chats that wait keep their levels."""

    CLOSED = "closed"
    """Not open. What the policy says after the last level comes to the chats that were admitted
    while it was open and wait, and pending transfers of such chats to it fail. Where the policy
    lets them wait on, they do.
    """

    BY_HOURS = "byHours"
    """What its hours say."""


class TransferFailure(Word):
    """Why a transfer came to nothing."""

    DECLINED = "declined"
    """The operator whom it named declined."""

    LAPSED = "lapsed"
    """Nobody accepted in time."""

    CANCELLED = "cancelled"
    """It was taken back."""

    TARGET_LOST = "targetLost"
    """The operator whom it named may not be offered chats any more: they left, paused, are away
    or full.
    """

    SENDER_LOST = "senderLost"
    """The operator who had asked for it is gone."""

    NOBODY_THERE = "nobodyThere"
    """Nobody of the queue is there, and its policy does not let chats wait for them."""

    GRANT_ENDED = "grantEnded"
    """The grant that carried it has ended."""

    QUEUE_CLOSED = "queueClosed"
    """The queue was closed by hand."""

    REASSIGNED = "reassigned"
    """The chat was given to somebody else."""

    CHAT_ENDED = "chatEnded"
    """The chat ended first."""


class TransferMode(Word):
    """What happens when somebody accepts a transfer."""

    BLIND = "blind"
    """The chat is theirs, and the sender has it no more."""

    CONSULT = "consult"
    """They read along and talk with the sender alone; the chat is theirs when the sender says so
    (`CompleteTransfer`).
    """

    JOIN = "join"
    """The chat is theirs, and the sender stays as an invited operator."""


class Use(Word):
    """What still needs something that was to be removed."""

    OPERATORS = "operators"
    """Operators of the institution."""

    QUEUES = "queues"
    """Queues of the institution."""

    GROUPS = "groups"
    """Groups of the institution."""

    PARTNERSHIPS = "partnerships"
    """Partnerships or proposals of the institution."""

    POLICY = "policy"
    """A policy that names it."""

    CHATS = "chats"
    """Open chats of the queue."""


class View(Word):
    """How much of a chat an operator of a partner sees."""

    FROM_NOW = "fromNow"
    """What is written from the hand-over on, and not who the patron is."""

    MASKED = "masked"
    """Everything, but not who the patron is."""

    FULL = "full"
    """Everything, and who the patron is."""


class WhenBusy(Word):
    """What a chat does at a level all of whose operators are busy."""

    WAIT = "wait"
    """It waits until one is free, or the level's wait is over."""

    ROLL_ON = "rollOn"
    """It rolls on at once, as it does where nobody is there."""
