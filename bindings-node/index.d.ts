// Written by `make mirror` from the sources of the core and from `src/types`: what is changed here by hand
// is lost.

/** An instant: milliseconds since the Unix epoch, or a `Date`. What comes out is always a number. */
export type Instant = number | Date;

/**
 * A length of time: milliseconds, or a text such as `40 s`, `1h 30m` or `PT40S`. What comes out is always a
 * number.
 */
export type Span = number | string;

/** Where a page of an explanation ends. Nobody's concern but the next page's. */
export interface Cursor {
  level: number;
  registration: number;
}

/** What all events have. */
export interface Happened {
  /** When it happened, in milliseconds since the Unix epoch. */
  at: number;

  /** Its number: 1 for a router's first event, without gaps. */
  seq: number;
}

/** What came of a command of a list. */
export type Applied = Applied.Done | Applied.Refused;

export namespace Applied {
  /** It was carried out. */
  export interface Done {
    type: "done";

    /** What happened, in order. */
    events: Event[];
  }

  /** It was not, and nothing has changed. */
  export interface Refused {
    type: "refused";

    /** The code of the refusal. */
    code: string;

    /** Why. */
    refusal: Refusal;
  }
}

/** What somebody wants of the router: one of these, by its `type`. */
export type Action =
  | AddInstitution
  | RemoveInstitution
  | AddOperator
  | SetCapacity
  | SetSkills
  | RemoveOperator
  | AddQueue
  | WatchAvailability
  | SetPolicy
  | SetHours
  | SetQueueState
  | SetProfile
  | RemoveQueue
  | SetGroup
  | RemoveGroup
  | AssignOperator
  | UnassignOperator
  | OptIn
  | OptOut
  | SetSupervisor
  | ProposePartnership
  | AcceptPartnership
  | DeclinePartnership
  | EndPartnership
  | PostListing
  | WithdrawListing
  | SeeListings
  | AnswerListing
  | SetPresence
  | EndSession
  | LogOut
  | FinishThenLeave
  | Pause
  | Unpause
  | OpenChat
  | AcceptOffer
  | DeclineOffer
  | PickChat
  | AssignChat
  | PostMessage
  | LeaveChat
  | CloseChat
  | FinishWrapUp
  | DescribeChat
  | MaskPatron
  | HoldChat
  | ResumeChat
  | StartChat
  | DropPatron
  | ReturnPatron
  | InviteOperator
  | JoinChat
  | RemoveParticipant
  | AskBackChat
  | TransferChat
  | CompleteTransfer
  | ReturnChat
  | CancelTransfer
  | AllowForeignBuddies
  | Subscribe
  | ApproveSubscription
  | Unsubscribe
  | CancelSubscription
  | RemoveBuddy
  | Block
  | Unblock
  | SetContactPresence
  | RemoveContact
  | SendDirectMessage;

/** Adds an institution. */
export interface AddInstitution {
  type: "addInstitution";

  /** Its id, not yet in use. */
  institution: string;
}

/** Removes an institution that has no operators, queues, groups or partnerships any more. */
export interface RemoveInstitution {
  type: "removeInstitution";

  /** Which one. */
  institution: string;
}

/** Adds an operator to an institution. They are offline until they open a session. */
export interface AddOperator {
  type: "addOperator";

  /** Their id, not yet in use. */
  operator: string;

  /** Where they work. */
  institution: string;

  /**
   * How many units of chats they answer at once; a chat costs one unit unless its channel costs
   * more. 0: none.
   */
  capacity: number;
}

/**
 * Changes how many units of chats an operator answers at once. Chats beyond a lowered limit go on,
 * and nothing new comes until they are below it.
 */
export interface SetCapacity {
  type: "setCapacity";

  /** Who. */
  operator: string;

  /**
   * How many units of chats they answer at once; a chat costs one unit unless its channel costs
   * more. 0: none.
   */
  capacity: number;
}

/** Says which skills an operator has. Offers for which they lack one now are withdrawn. */
export interface SetSkills {
  type: "setSkills";

  /** Who. */
  operator: string;

  /**
   * Their skills and the level of each, from 1 to 100. Those of
   * before are forgotten. At most `Limits.skillsPerOperator`.
   */
  skills: { [name: string]: number };
}

/** Removes an operator. Their chats are offered again, as if they had logged out. */
export interface RemoveOperator {
  type: "removeOperator";

  /** Who. No policy may name them. */
  operator: string;
}

/** Adds a queue to an institution. */
export interface AddQueue {
  type: "addQueue";

  /** Its id, not yet in use. */
  queue: string;

  /** Whose queue it is. */
  institution: string;

  /** What it does with a waiting chat. */
  policy: Policy;
}

/**
 * Watches a queue's availability, for a chat widget: from now on an event tells how it is, at once
 * and whenever it changes.
 */
export interface WatchAvailability {
  type: "watchAvailability";

  /** Which queue. */
  queue: string;

  /** Whether it is told. Default: yes. */
  watch?: boolean;
}

/**
 * Gives a queue another policy. Chats that wait in it begin again at the first level, each at its
 * old place in line.
 */
export interface SetPolicy {
  type: "setPolicy";

  /** Which queue. */
  queue: string;

  /** What it does with a waiting chat from now on. */
  policy: Policy;
}

/**
 * Gives a queue hours, others than before, or none: then it is always open.
 *
 * In its hours a queue is open. Outside them it is draining while chats wait that were admitted
 * while it was open (they keep their levels), and closed when none does; which levels take new chats
 * then is for `Level.onlyWhen` to say. A state
 * by hand outranks the hours.
 */
export interface SetHours {
  type: "setHours";

  /** Which queue. */
  queue: string;

  /** When it is open. `null`: always. */
  hours: OwnHours | null;
}

/** Opens or closes a queue by hand, or leaves it to its hours again. */
export interface SetQueueState {
  type: "setQueueState";

  /** Which queue. */
  queue: string;

  /** What it is from now on. */
  state: Switch;
}

/**
 * Says what whoever answers a queue's patrons should know to speak in its name: greetings, rules,
 * links. Opaque to the router; offers and hand-overs of chats that open from now on carry it, those at
 * partners too.
 */
export interface SetProfile {
  type: "setProfile";

  /** Which queue. */
  queue: string;

  /**
   * What they should know. `null`: nothing. At most
   * `Limits.profileBytes`.
   */
  profile: string | null;
}

/** Removes a queue that has no open chats and that no policy and no grant names. */
export interface RemoveQueue {
  type: "removeQueue";

  /** Which one. */
  queue: string;
}

/** Defines a group of operators, or says anew who is in it. */
export interface SetGroup {
  type: "setGroup";

  /** The group. */
  group: string;

  /** Whose group it is; an existing group stays with its institution. */
  institution: string;

  /** Who is in it, all of that institution. */
  operators: readonly string[];
}

/** Removes a group that no policy names. */
export interface RemoveGroup {
  type: "removeGroup";

  /** Which one. */
  group: string;
}

/**
 * Assigns an operator to a queue of their institution, or of one that lets them staff it.
 *
 * Given again, it sets what it says anew.
 */
export interface AssignOperator {
  type: "assignOperator";

  /** Who. */
  operator: string;

  /** To which queue. */
  queue: string;

  /** Whether they have opted in. Default: yes. */
  enabled?: boolean;

  /** Their rank where the order is by fixed ranks: 0 is the first. Default: 0. */
  rank?: number;

  /**
   * How many chats their turn is worth where the order is round robin by weight; 0 counts as 1.
   * Default: 1.
   */
  weight?: number;

  /**
   * The most units of chats that they answer at once of those that reached them through this
   * assignment. What they had taken before a limit was first set does not count. Default: as many
   * as their capacity allows.
   */
  limit?: number | null;
}

/** Takes an operator off a queue. Chats in progress go on. */
export interface UnassignOperator {
  type: "unassignOperator";

  /** Who. */
  operator: string;

  /** Off which queue. */
  queue: string;
}

/** An operator takes chats of a queue again that they are assigned to. */
export interface OptIn {
  type: "optIn";

  /** Who. */
  operator: string;

  /** Which queue. */
  queue: string;
}

/** An operator takes no new chats of a queue that they are assigned to. Chats in progress go on. */
export interface OptOut {
  type: "optOut";

  /** Who. */
  operator: string;

  /** Which queue. */
  queue: string;
}

/** Marks an operator as supervisor over queues and groups of their institution, and of no others. */
export interface SetSupervisor {
  type: "setSupervisor";

  /** Who. */
  operator: string;

  /** Over which queues. */
  queues?: readonly string[];

  /** Over which groups. */
  groups?: readonly string[];
}

/**
 * Proposes a partnership to another institution, or other terms for the one that lives.
 *
 * Given by an institution. A later proposal of the same institution replaces its earlier one.
 */
export interface ProposePartnership {
  type: "proposePartnership";

  /** With whom. */
  with: string;

  /** On which terms, as the proposer sees them. */
  terms: Terms;
}

/** Agrees to a proposal of the other institution: from now on its terms hold. */
export interface AcceptPartnership {
  type: "acceptPartnership";

  /** With whom. */
  with: string;

  /** Which proposal, so that nobody agrees to terms that they have not seen. */
  proposal: number;
}

/** Declines a proposal of the other institution, or takes back one's own. */
export interface DeclinePartnership {
  type: "declinePartnership";

  /** With whom. */
  with: string;

  /** Which proposal. */
  proposal: number;
}

/**
 * Ends a partnership, at once and without asking.
 *
 * Offers and transfers across are withdrawn in the same step; chats in progress follow
 * `Terms.onEnd`.
 */
export interface EndPartnership {
  type: "endPartnership";

  /** With whom. */
  with: string;
}

/**
 * Lists an institution that looks for partners: an open proposal with its terms.
 *
 * Institutions that see listings may answer it. Given again, it replaces the terms.
 */
export interface PostListing {
  type: "postListing";

  /**
   * The terms that it offers, as the lister sees them. What it asks for cannot name queues,
   * since they would be those of a partner who is not known yet.
   */
  terms: Terms;
}

/** Takes one's listing back. Proposals that answered it stay. */
export interface WithdrawListing {
  type: "withdrawListing";
}

/**
 * Says whether an institution sees the listings of others, and may answer them. It does until it
 * says no.
 */
export interface SeeListings {
  type: "seeListings";

  /** Whether it does. */
  sees: boolean;
}

/**
 * Answers the listing of another institution: its terms become a proposal to the lister, who
 * accepts or declines it like any other.
 */
export interface AnswerListing {
  type: "answerListing";

  /** Whose listing. */
  of: string;
}

/** Opens a session of an operator, or says anew how it shows them. */
export interface SetPresence {
  type: "setPresence";

  /** Who. */
  operator: string;

  /** Which of their sessions. */
  session: string;

  /** How it shows them. */
  show: Show;

  /** The priority of the session: where messages go, among several. Default: 0. */
  priority?: number;
}

/**
 * Ends one session of an operator: a tab closed, a connection lost.
 *
 * The others go on. The last one starts their grace.
 */
export interface EndSession {
  type: "endSession";

  /** Who. */
  operator: string;

  /** Which of their sessions. */
  session: string;
}

/** Ends all sessions of an operator, without a grace: their chats are offered again at once. */
export interface LogOut {
  type: "logOut";

  /** Who. */
  operator: string;
}

/**
 * An operator finishes the chats that they have, and is logged out, without a grace, when the last
 * of them is over, its wrap-up included: at once, if they have none. Nothing new comes meanwhile.
 */
export interface FinishThenLeave {
  type: "finishThenLeave";

  /** Who. */
  operator: string;

  /** Whether they leave, or stay after all. Default: yes. */
  leaves?: boolean;
}

/** Pauses an operator, whatever their sessions show: nothing new comes until they are back. */
export interface Pause {
  type: "pause";

  /** Who. */
  operator: string;

  /** Why, in their own words: for themself, and for whoever looks after them. */
  reason: string;
}

/** Ends an operator's pause. */
export interface Unpause {
  type: "unpause";

  /** Who. */
  operator: string;
}

/** Opens a patron's chat on a queue. */
export interface OpenChat {
  type: "openChat";

  /** The chat's id, not in use and not used by one of the last that ended. */
  chat: string;

  /** Where the patron asks: the chat's origin for ever. */
  queue: string;

  /** Who asks. */
  patron: string;

  /**
   * The class of priority, of those that the router was set up with
   * (`Config.priorities`). Default: 0, ordinary.
   */
  priority?: number;

  /**
   * The operator who should have it, since they know the patron or the question: where they are
   * there, and a level of the queue reaches them, it waits for them alone as long as
   * `Policy.preferredFor` says. Default: nobody.
   */
  preferred?: string | null;

  /**
   * The ended chat after which the patron comes back. The record of this one names it, and whoever
   * may know who the patron is sees it. Where the router remembers it still
   * (`Limits.endedIds`), who answered it last is preferred as long as
   * `Policy.returnsFor` says, unless `preferred` names somebody.
   *
   * Only the host names it: the router keeps nothing of whose an ended chat was, so it is the host
   * who knows that it was this patron's. One in wrap-up counts as ended. Default: none.
   */
  returns?: string | null;

  /**
   * The operators who are never to have it. At most
   * `Limits.excluded`. Default: nobody.
   */
  excluded?: readonly string[];

  /**
   * The skills that whoever answers must have: a language, a subject. At most
   * `Limits.needs`. Default: none.
   */
  needs?: readonly Need[];

  /**
   * What the host knows of the patron and their question, opaque to the router; the operator
   * who takes the chat is shown it. Default: nothing.
   */
  context?: string | null;

  /**
   * The channel by which the patron writes, one of `Config.channels`.
   * Default: none, an ordinary one.
   */
  channel?: string | null;

  /**
   * The secret from which the salts of the chat's chain of digests are made: 32
   * bytes that nobody can guess, others for each chat. Default: none, and then a short entry can be
   * guessed from the leaf that stands for it in a view that hides it.
   */
  salt?: string | Uint8Array | null;

  /** Whether it is for practice: it goes its way as any other, and its record says so. Default: no. */
  practice?: boolean;
}

/** An operator takes the chat that an offer invites them to, a transferred one too. */
export interface AcceptOffer {
  type: "acceptOffer";

  /** The chat. */
  chat: string;

  /** The offer. */
  offer: number;
}

/** An operator declines an offer: others are rung, and the chat keeps its place. */
export interface DeclineOffer {
  type: "declineOffer";

  /** The chat. */
  chat: string;

  /** The offer. */
  offer: number;
}

/**
 * An operator takes a chat that waits in a queue whose levels reach them, rung or not: also one that
 * they had declined or missed, and by a level that the chat has not come to. It never exceeds what
 * they can take.
 */
export interface PickChat {
  type: "pickChat";

  /** The chat. */
  chat: string;
}

/**
 * Gives a chat to an operator who is there, whether it waits or somebody else answers it: by the host,
 * the institution of its origin, or a supervisor of the queue where it is. A supervisor takes a chat
 * over by giving it to themself.
 *
 * Where somebody else answers it, a transfer that is pending fails. It may exceed what they can take, and then nothing new comes until they are below it.
 */
export interface AssignChat {
  type: "assignChat";

  /** The chat. */
  chat: string;

  /** To whom: somebody who has a session and does not pause, and whom live grants let answer it. */
  operator: string;
}

/**
 * Posts a message of the patron or of the operator who answers.
 *
 * By an operator whose offer the queue's policy lets a first message claim, it claims the chat.
 */
export interface PostMessage {
  type: "postMessage";

  /** The chat. */
  chat: string;

  /** The message's id: a repeat in the same chat is dropped. */
  message: string;

  /** Who may read it. A patron's are always for everyone. Default: everyone. */
  audience?: Audience;

  /** What it says, unless `reference` says where that is. */
  text?: string;

  /** Where the host keeps what it says: a file, a picture. */
  reference?: Reference;
}

/**
 * The patron leaves their chat, whatever state it is in. Where an operator answers and the policy
 * has it, a wrap-up follows; in one it is a repeat.
 */
export interface LeaveChat {
  type: "leaveChat";

  /** The chat. */
  chat: string;
}

/**
 * Closes a chat: its operator ends it, or the host or its institution does, in any state.
 *
 * By its operator, a wrap-up follows where the policy has it; the host, the institution or a
 * supervisor ends it at once. In a wrap-up, it ends the wrap-up.
 */
export interface CloseChat {
  type: "closeChat";

  /** The chat. */
  chat: string;
}

/** Ends a chat's wrap-up before its time: the record is handed out. */
export interface FinishWrapUp {
  type: "finishWrapUp";

  /** The chat. */
  chat: string;
}

/**
 * Says what a chat was about and what came of it: who answers it, in its wrap-up too, a supervisor,
 * the institution of its origin, or the host. What is left out stays as it is.
 */
export interface DescribeChat {
  type: "describeChat";

  /** The chat. */
  chat: string;

  /** Its tags from now on, each once. At most `Limits.tags`. Default: as before. */
  tags?: readonly string[] | null;

  /** Whether somebody is to come back to it. Default: as before. */
  followUp?: boolean | null;

  /**
   * The code of how it was resolved, in the institution's own words; an empty one takes it back.
   * Default: as before.
   */
  resolution?: string | null;
}

/**
 * Masks the patron of an open chat, who asks to be forgotten: they bear another name from now on,
 * what the host knew of them is gone, and so is what they wrote. By the host or the institution of
 * the origin.
 *
 * The entries keep their numbers and what stands for them in the chain of digests.
 * What others wrote of them stays. Given again with the same name, it masks what they have written
 * since. For a record that was handed out there is
 * `maskPatron`.
 */
export interface MaskPatron {
  type: "maskPatron";

  /** The chat. */
  chat: string;

  /**
   * What stands for the patron from now on, made up by the host and telling nothing of them: in the
   * record, and as who gives the patron's commands.
   */
  name: string;
}

/**
 * Asks the patron of a chat to wait for a while: by who answers it, and it stays theirs.
 *
 * Nobody counts as idle meanwhile, and nothing can be written to the patron before it goes on.
 */
export interface HoldChat {
  type: "holdChat";

  /** The chat. */
  chat: string;
}

/** Goes on with a chat that was on hold. */
export interface ResumeChat {
  type: "resumeChat";

  /** The chat. */
  chat: string;
}

/**
 * An operator opens a chat to a patron whom they know, on a queue to which they are assigned, and
 * answers it from the beginning.
 *
 * It never exceeds what they can take. A queue that is closed to patrons is open to this.
 */
export interface StartChat {
  type: "startChat";

  /** The chat's id, not in use and not used by one of the last that ended. */
  chat: string;

  /** In whose name: the chat's origin for ever. */
  queue: string;

  /** To whom. */
  patron: string;

  /** What the host knows of the patron and the matter, opaque to the router. Default: nothing. */
  context?: string | null;

  /**
   * The channel by which the patron is written to, one of
   * `Config.channels`. Default: none, an ordinary one.
   */
  channel?: string | null;

  /** As `OpenChat.salt`: given by the host, which passes the command on. Default: none. */
  salt?: string | Uint8Array | null;

  /** Whether it is for practice, as `OpenChat.practice`. Default: no. */
  practice?: boolean;
}

/**
 * The connection of a chat's patron is lost: they have
 * `Config.patronGrace` to come back, and keep their place. After that they
 * have left.
 *
 * In a chat by a store-and-forward channel it means nothing, and in a wrap-up neither.
 */
export interface DropPatron {
  type: "dropPatron";

  /** The chat. */
  chat: string;
}

/** A chat's patron whose connection was lost is back. A message of theirs says the same. */
export interface ReturnPatron {
  type: "returnPatron";

  /** The chat. */
  chat: string;
}

/**
 * Who answers a chat invites another operator to take part.
 *
 * Nobody needs room for it: a chat takes units of its owner alone.
 */
export interface InviteOperator {
  type: "inviteOperator";

  /** The chat. */
  chat: string;

  /** Whom: somebody who has a session, and whom live grants let answer the chat. */
  operator: string;

  /** What they should know; no patron ever sees it. */
  note?: string | null;
}

/** An operator takes part in a chat that somebody else answers. */
export interface JoinChat {
  type: "joinChat";

  /** The chat. */
  chat: string;

  /** As what. Whoever takes part already has this part from now on. */
  part: Part;
}

/**
 * Somebody takes part in a chat no more, or is not invited or consulted any more: by themselves, by who answers, a
 * supervisor, the institution of its origin, or the host.
 */
export interface RemoveParticipant {
  type: "removeParticipant";

  /** The chat. */
  chat: string;

  /** Who. */
  operator: string;
}

/**
 * Home staff ask the partner's operator who answers their patron's chat to hand it back: by an
 * operator assigned to its origin.
 *
 * The router passes the question on and keeps nothing of it; a transfer home is always allowed.
 */
export interface AskBackChat {
  type: "askBackChat";

  /** The chat. */
  chat: string;
}

/**
 * The operator who answers a chat hands it to an operator or a queue.
 *
 * Until somebody accepts, the chat stays theirs and they go on talking.
 */
export interface TransferChat {
  type: "transferChat";

  /** The chat. */
  chat: string;

  /** To whom. */
  to: Target;

  /** Why, in words for the new operator and the record. */
  reason?: string | null;

  /** What the new operator should know; no patron ever sees it. */
  note?: string | null;

  /** What happens when somebody accepts. Default: the chat is theirs. */
  mode?: TransferMode;

  /**
   * The operator of the queue who should have it: as where a chat is opened, it waits for them
   * alone for a while. It means nothing where the transfer names an operator. Default: nobody.
   */
  preferred?: string | null;
}

/** The sender of a transfer has talked with who is to take the chat over: now it is theirs. */
export interface CompleteTransfer {
  type: "completeTransfer";

  /** The chat. */
  chat: string;

  /** Which of its transfers. */
  transfer: number;
}

/**
 * The operator who got a chat by a transfer hands it back to whom they had it from: a blind transfer
 * to them.
 */
export interface ReturnChat {
  type: "returnChat";

  /** The chat. */
  chat: string;

  /** Why, in words for the operator and the record. */
  reason?: string | null;

  /** What they should know; no patron ever sees it. */
  note?: string | null;
}

/** Takes a pending transfer back, a consultation too. */
export interface CancelTransfer {
  type: "cancelTransfer";

  /** The chat. */
  chat: string;

  /** Which of its transfers. */
  transfer: number;
}

/**
 * Says whether the operators and queues of an institution may become buddies of anybody outside it:
 * of another institution, or a contact. They may until it says no.
 *
 * From then on requests across its border, and approvals of such, are refused. Those who are
 * buddies already stay so.
 */
export interface AllowForeignBuddies {
  type: "allowForeignBuddies";

  /** Which institution. */
  institution: string;

  /** Whether they may. */
  allow: boolean;
}

/**
 * Asks a party to let another see its presence: `subscribe`, in the words of RFC 6121.
 *
 * Given again, it does no harm. Where the other has approved before, it is granted at once.
 */
export interface Subscribe {
  type: "subscribe";

  /** Who asks. */
  party: Party;

  /** Who is asked. */
  buddy: Party;
}

/**
 * Lets another party see one's presence: `subscribed`, in the words of RFC 6121.
 *
 * Before any request of theirs it approves the one to come, until it is taken back.
 */
export interface ApproveSubscription {
  type: "approveSubscription";

  /** Who approves. */
  party: Party;

  /** Whose request. */
  buddy: Party;
}

/**
 * Sees a party's presence no more, or takes a request back: `unsubscribe`, in the words of
 * RFC 6121.
 */
export interface Unsubscribe {
  type: "unsubscribe";

  /** Who wants it no more. */
  party: Party;

  /** Whose presence. */
  buddy: Party;
}

/**
 * Lets another party see one's presence no more, declines their request, or takes an approval back
 * that was given before any: `unsubscribed`, in the words of RFC 6121.
 */
export interface CancelSubscription {
  type: "cancelSubscription";

  /** Who declines. */
  party: Party;

  /** Whose request. */
  buddy: Party;
}

/** Ends all between two parties, on both sides: subscriptions, requests, approvals. Blocks stay. */
export interface RemoveBuddy {
  type: "removeBuddy";

  /** Who ends it. */
  party: Party;

  /** With whom. */
  buddy: Party;
}

/**
 * Blocks another party, a buddy or not: their requests and messages do not arrive, and neither sees
 * the other's presence. Subscriptions stay for the day when the block ends.
 */
export interface Block {
  type: "block";

  /** Who blocks. */
  party: Party;

  /** Whom. */
  buddy: Party;
}

/** Ends a block. */
export interface Unblock {
  type: "unblock";

  /** Who blocks no more. */
  party: Party;

  /** Whom. */
  buddy: Party;
}

/** Says how a contact is seen, as the host's gateway has heard. Offline, until it says otherwise. */
export interface SetContactPresence {
  type: "setContactPresence";

  /** Who: somebody's buddy, or somebody who is asked. */
  contact: string;

  /** How they are seen. */
  presence: Presence;
}

/** Removes a contact whose address is no more: from everybody's buddies, requests and blocks. */
export interface RemoveContact {
  type: "removeContact";

  /** Who. */
  contact: string;
}

/**
 * Sends a message of an operator or a contact to a buddy: one of the two sees the other's presence.
 *
 * To a queue, it opens a chat on it, whose patron is the sender; as long as that one is open, what
 * they send to the queue goes into it. A queue sends nothing: those who answer it write in the chat.
 */
export interface SendDirectMessage {
  type: "sendDirectMessage";

  /** Who writes. */
  party: Party;

  /** To whom. */
  buddy: Party;

  /**
   * The message's id: a repeat to the same buddy is dropped, among the last
   * `Limits.directMessages` of the sender.
   */
  message: string;

  /** What it says, unless `reference` says where that is. */
  text?: string;

  /** Where the host keeps what it says: a file, a picture. */
  reference?: Reference;

  /**
   * The id of the chat that it opens if it is to a queue and none is open: not in use and not used
   * by one of the last that ended. Default: none, which does where no chat is to be opened.
   */
  chat?: string | null;
}

/** Something that happened, for the host to carry out: one of these, by its `type`. */
export type Event =
  | PartnershipProposed
  | PartnershipAgreed
  | PartnershipDeclined
  | PartnershipEnded
  | ListingPosted
  | ListingWithdrawn
  | AvailabilityChanged
  | PresenceChanged
  | OperatorPaused
  | OperatorUnpaused
  | OperatorLeaving
  | GraceStarted
  | QueueStateChanged
  | ChatOpened
  | ChatOffered
  | OfferWithdrawn
  | OfferLapsed
  | OfferDeclined
  | LevelPassedOver
  | ChatRolledOver
  | RoundStarted
  | ChatClaimed
  | TranscriptShown
  | MessagePosted
  | ChatDescribed
  | PatronMasked
  | ChatRequeued
  | NoticeGiven
  | ChatHeld
  | ChatResumed
  | PatronDropped
  | PatronReturned
  | IdleNoticed
  | OperatorInvited
  | InvitationWithdrawn
  | OperatorJoined
  | OperatorLeft
  | ChatAskedBack
  | ChatReassigned
  | TransferStarted
  | ConsultationStarted
  | TransferCompleted
  | TransferFailed
  | WrapUpStarted
  | ChatEnded
  | SubscriptionTold
  | BuddyChanged
  | BlockChanged
  | BuddyPresence
  | ContactTold
  | DirectMessageSent
  | ColleagueAsks;

/** One institution proposed terms to another. Show them to the administrator of `to`. */
export interface PartnershipProposed extends Happened {
  type: "partnershipProposed";

  /** Who proposed. */
  from: string;

  /** Who may accept or decline. */
  to: string;

  /** The number that the answer must name. */
  proposal: number;

  /** The terms, as the proposer sees them. */
  terms: Terms;
}

/** Two institutions have agreed: the terms of the proposal hold now. Tell both. */
export interface PartnershipAgreed extends Happened {
  type: "partnershipAgreed";

  /** Who had proposed. */
  proposer: string;

  /** Who accepted. */
  accepter: string;

  /** What they agreed on. */
  proposal: number;
}

/** A proposal was declined, or taken back. Tell both. */
export interface PartnershipDeclined extends Happened {
  type: "partnershipDeclined";

  /** Who declined, or took back. */
  by: string;

  /** The other institution. */
  with: string;

  /** The proposal. */
  proposal: number;
}

/** A partnership ended. Tell both. */
export interface PartnershipEnded extends Happened {
  type: "partnershipEnded";

  /** Who ended it. */
  by: string;

  /** The other institution. */
  with: string;
}

/**
 * An institution looks for partners. Show its terms to the administrators of all institutions
 * that see listings (`Router.listings`).
 */
export interface ListingPosted extends Happened {
  type: "listingPosted";

  /** Who looks for partners. */
  institution: string;

  /** The terms, as they see them. */
  terms: Terms;
}

/** An institution looks for partners no more. Take its listing off the screens. */
export interface ListingWithdrawn extends Happened {
  type: "listingWithdrawn";

  /** Who. */
  institution: string;
}

/**
 * A queue that is watched would do something else with a chat than before. Show it in the chat
 * widget.
 */
export interface AvailabilityChanged extends Happened {
  type: "availabilityChanged";

  /** The queue. */
  queue: string;

  /** What would come to a chat now. */
  availability: Availability;
}

/**
 * An operator is seen otherwise than before. Show it to `to`; `offline` means that the host
 * forgets their sessions.
 */
export interface PresenceChanged extends Happened {
  type: "presenceChanged";

  /** Who. */
  operator: string;

  /** How they are seen now. */
  presence: Presence;

  /**
   * Who is told: the operator, if they are there, and those who are there of whom they let see
   * them.
   */
  to: Recipients;
}

/**
 * An operator paused, and takes nothing new whatever their sessions show. Show it to them, and
 * where their supervisors look; colleagues see presence alone.
 */
export interface OperatorPaused extends Happened {
  type: "operatorPaused";

  /** Who. */
  operator: string;

  /** Why. */
  reason: PauseReason;

  /** Who is told: they, if they are there. */
  to: Recipients;
}

/** An operator's pause is over. Show it as the pause was shown. */
export interface OperatorUnpaused extends Happened {
  type: "operatorUnpaused";

  /** Who. */
  operator: string;

  /** Who is told: they, if they are there. */
  to: Recipients;
}

/**
 * An operator finishes the chats that they have, takes nothing new, and is logged out after the
 * last one; or does so no more. Show it as a pause is shown.
 */
export interface OperatorLeaving extends Happened {
  type: "operatorLeaving";

  /** Who. */
  operator: string;

  /** Whether they do. When they are gone, that they are seen as `offline` says so. */
  leaves: boolean;

  /** Who is told: they, if they are there. */
  to: Recipients;
}

/** An operator's last session ended; they keep their chats until the grace is over. */
export interface GraceStarted extends Happened {
  type: "graceStarted";

  /** Who. */
  operator: string;

  /** When the grace is over. */
  until: number;
}

/**
 * A queue opened or closed, by its hours or by hand. Show it where patrons find the queue.
 *
 * Only of queues that have hours, or were set to a state by hand.
 */
export interface QueueStateChanged extends Happened {
  type: "queueStateChanged";

  /** The queue. */
  queue: string;

  /** What it is now. */
  state: QueueState;
}

/** A chat is open and in line. Tell the patron. */
export interface ChatOpened extends Happened {
  type: "chatOpened";

  /** The chat. */
  chat: string;

  /** On which queue. */
  queue: string;

  /** Whose chat. */
  patron: string;
}

/** An operator may take a chat. Ring them, and show what is known of it. */
export interface ChatOffered extends Happened {
  type: "chatOffered";

  /** The chat. */
  chat: string;

  /** The number that the answer must name. */
  offer: number;

  /** Who is rung. */
  operator: string;

  /** The queue in whose name they would answer. */
  origin: string;

  /** How the offer came about. */
  cause: OfferCause;

  /** When the offer ends. `null`: when the chat is taken or moves on. */
  lapsesAt: number | null;

  /** What is known of the chat and may be shown to them, if anything is. */
  about?: About;
}

/** An offer is no more. Stop ringing them, and say why. */
export interface OfferWithdrawn extends Happened {
  type: "offerWithdrawn";

  /** The chat. */
  chat: string;

  /** The offer. */
  offer: number;

  /** Who was rung. */
  operator: string;

  /** Why. */
  reason: Withdrawal;
}

/** An offer was not answered in time. Stop ringing them. */
export interface OfferLapsed extends Happened {
  type: "offerLapsed";

  /** The chat. */
  chat: string;

  /** The offer. */
  offer: number;

  /** Who missed it. */
  operator: string;
}

/** An operator declined. Stop ringing them. */
export interface OfferDeclined extends Happened {
  type: "offerDeclined";

  /** The chat. */
  chat: string;

  /** The offer. */
  offer: number;

  /** Who declined. */
  operator: string;
}

/**
 * A level is passed over by all chats of its queue while nobody of it can be offered one.
 * Nothing to do; an administrator may want to know.
 */
export interface LevelPassedOver extends Happened {
  type: "levelPassedOver";

  /** The queue. */
  queue: string;

  /** The level, counted from 0. */
  level: number;

  /** Why. */
  reason: RollReason;
}

/** A chat rolled on to another level. Nothing to do; the patron may be told that it goes on. */
export interface ChatRolledOver extends Happened {
  type: "chatRolledOver";

  /** The chat. */
  chat: string;

  /** The queue. */
  queue: string;

  /** The level that it entered, counted from 0. */
  level: number;

  /** Why it left the one before. */
  reason: RollReason;
}

/** All have declined or missed a chat, and are rung anew. Nothing to do. */
export interface RoundStarted extends Happened {
  type: "roundStarted";

  /** The chat. */
  chat: string;

  /** The round, 2 for the second. */
  round: number;
}

/** An operator has a chat now, and nobody else does. Open it on their screen; tell the patron. */
export interface ChatClaimed extends Happened {
  type: "chatClaimed";

  /** The chat. */
  chat: string;

  /** Who answers. */
  operator: string;

  /** Why it is they. */
  reason: ClaimReason;

  /** Who is told: the patron, the operator, and who else takes part. */
  to: Recipients;
}

/** What an operator may read of a chat that they took, or in which they take part. Show it to them before they write. */
export interface TranscriptShown extends Happened {
  type: "transcriptShown";

  /** The chat. */
  chat: string;

  /** To whom. */
  operator: string;

  /** Everything that goes with the chat. */
  handover: Handover;
}

/** A message was posted. Deliver it to `to`, and to nobody else. */
export interface MessagePosted extends Happened {
  type: "messagePosted";

  /** The chat. */
  chat: string;

  /** The number of its entry in the transcript. */
  number: number;

  /** The message and its author. */
  posted: Posted;

  /**
   * Who may see it: the people in its audience. The author's other screens are among them if
   * the author is.
   */
  to: Recipients;
}

/** Those who answer said what a chat is about, or what came of it. Show it where the chat is shown. */
export interface ChatDescribed extends Happened {
  type: "chatDescribed";

  /** The chat. */
  chat: string;

  /** All that is said of it now. */
  details: Details;

  /** Who is told: the staff of the chat. */
  to: Recipients;
}

/**
 * A patron asked to be forgotten. Forget who they are and what they wrote in these entries, here
 * and in the stores and screens of all who have read them.
 */
export interface PatronMasked extends Happened {
  type: "patronMasked";

  /** The chat. */
  chat: string;

  /** What stands for the patron from now on. Not for a partner who may not know the patron. */
  patron: string;

  /** The numbers of the entries that were masked. */
  entries: number[];

  /**
   * Who is told: the staff of the chat, and those who are rung and were shown what was known of
   * the patron.
   */
  to: Recipients;
}

/**
 * A chat waits in another place than before, or waits again, always at its old place in line.
 * Take it off the screen of who had it; tell the patron.
 */
export interface ChatRequeued extends Happened {
  type: "chatRequeued";

  /** The chat. */
  chat: string;

  /** The queue in which it waits. */
  queue: string;

  /** Who answered until now. `null` if nobody did. */
  operator: string | null;

  /** Why. */
  reason: RequeueReason;

  /** Who is told: the patron, who had it if they are there, and who else took part. */
  to: Recipients;
}

/** A patron has waited for some time. Tell them so, in the words of the queue. */
export interface NoticeGiven extends Happened {
  type: "noticeGiven";

  /** The chat. */
  chat: string;

  /** What the patron is told. */
  notice: string;

  /** Who is told: the patron. */
  to: Recipients;
}

/** The operator has asked the patron to wait for a while. Tell the patron. */
export interface ChatHeld extends Happened {
  type: "chatHeld";

  /** The chat. */
  chat: string;

  /** Who answers. */
  operator: string;

  /** Who is told: everybody in the chat. */
  to: Recipients;
}

/** The operator goes on with a chat that was on hold. Tell the patron. */
export interface ChatResumed extends Happened {
  type: "chatResumed";

  /** The chat. */
  chat: string;

  /** Who answers. */
  operator: string;

  /** Who is told: everybody in the chat. */
  to: Recipients;
}

/** The patron's connection is lost. Show it to the staff of the chat. */
export interface PatronDropped extends Happened {
  type: "patronDropped";

  /** The chat. */
  chat: string;

  /** When they have left, if they do not come back. */
  until: number;

  /** Who is told: the staff of the chat. */
  to: Recipients;
}

/** A patron whose connection was lost is back. Show them their chat, and show it to the staff. */
export interface PatronReturned extends Happened {
  type: "patronReturned";

  /** The chat. */
  chat: string;

  /** Who is told: everybody in the chat. */
  to: Recipients;
}

/** Somebody has not written for some time. Tell them so, in the words of the queue. */
export interface IdleNoticed extends Happened {
  type: "idleNoticed";

  /** The chat. */
  chat: string;

  /** Who is to write. */
  idler: Idler;

  /** What they are told. */
  notice: string;

  /** Who is told: they. */
  to: Recipients;
}

/** An operator is invited to take part in a chat. Ask them. */
export interface OperatorInvited extends Happened {
  type: "operatorInvited";

  /** The chat. */
  chat: string;

  /** Who. */
  operator: string;

  /** Who answers it, and invites them. */
  by: string;

  /** What they should know. */
  note?: string;
}

/**
 * Somebody is not invited any more: they declined, or the chat goes on without them. Take the
 * question off their screen.
 */
export interface InvitationWithdrawn extends Happened {
  type: "invitationWithdrawn";

  /** The chat. */
  chat: string;

  /** Who was invited. */
  operator: string;

  /** Who is told: they and who answers, if they are there. */
  to: Recipients;
}

/**
 * An operator takes part in a chat that somebody else answers, or has another part than before.
 * Open it on their screen; show it to the others.
 */
export interface OperatorJoined extends Happened {
  type: "operatorJoined";

  /** The chat. */
  chat: string;

  /** Who. */
  operator: string;

  /** As what. */
  part: Part;

  /** Who is told: the staff of the chat, the patron only of those who may write to them. */
  to: Recipients;
}

/**
 * An operator takes part no more, or not so that the patron sees it. Close the chat on their screen
 * if they are told; show it to the others.
 */
export interface OperatorLeft extends Happened {
  type: "operatorLeft";

  /** The chat. */
  chat: string;

  /** Who. */
  operator: string;

  /** What they were. */
  part: Part;

  /** Who is told: as when they joined; not they themself where they have another part from now on. */
  to: Recipients;
}

/**
 * Home staff would like to have a chat back that a partner's operator answers. Show it to them:
 * they may transfer it.
 */
export interface ChatAskedBack extends Happened {
  type: "chatAskedBack";

  /** The chat. */
  chat: string;

  /** Who asks, at home. */
  operator: string;

  /** Who is told: who answers. */
  to: Recipients;
}

/** A chat was given to somebody else. Close it on the screen of who had it; the claim says the rest. */
export interface ChatReassigned extends Happened {
  type: "chatReassigned";

  /** The chat. */
  chat: string;

  /** Who had it. */
  from: string;

  /** Who has it now. */
  operator: string;

  /** Who is told: the two, if they are there. */
  to: Recipients;
}

/**
 * A transfer is pending; the sender goes on talking until somebody accepts. Show it to the
 * sender.
 */
export interface TransferStarted extends Happened {
  type: "transferStarted";

  /** The chat. */
  chat: string;

  /** The transfer. */
  transfer: number;

  /** Who sends. */
  from: string;

  /** To whom. */
  target: Target;

  /** What happens when somebody accepts. */
  mode?: TransferMode;

  /** When it fails if nobody has accepted. */
  lapsesAt: number;
}

/**
 * Who is to take a chat over has accepted to talk about it first: they read along, and what is
 * written to the staff goes to them. Open it on their screen; show it to the sender, who completes
 * the transfer or takes it back.
 */
export interface ConsultationStarted extends Happened {
  type: "consultationStarted";

  /** The chat. */
  chat: string;

  /** The transfer. */
  transfer: number;

  /** Who is consulted. */
  operator: string;

  /** Who is told: the staff of the chat, who is consulted among them. */
  to: Recipients;
}

/** A transfer was accepted. Close the chat on the sender's screen; the claim says the rest. */
export interface TransferCompleted extends Happened {
  type: "transferCompleted";

  /** The chat. */
  chat: string;

  /** The transfer. */
  transfer: number;

  /** Who has sent. */
  from: string;

  /** Who answers now. */
  operator: string;

  /** Who is told: the sender, the new operator, who else takes part, and the patron. */
  to: Recipients;
}

/** A transfer came to nothing; the chat is where it was. */
export interface TransferFailed extends Happened {
  type: "transferFailed";

  /** The chat. */
  chat: string;

  /** The transfer. */
  transfer: number;

  /** Why. */
  why: TransferFailure;

  /** Who is told: the sender, if they are there; and the operator whom it named. */
  to: Recipients;
}

/**
 * The patron has left, and the operator finishes their notes: nothing goes to the patron any
 * more. Close the chat on the patron's screen; show the operator how much time they have.
 */
export interface WrapUpStarted extends Happened {
  type: "wrapUpStarted";

  /** The chat. */
  chat: string;

  /** How the conversation ended. */
  outcome: Outcome;

  /** When the wrap-up is over, if nobody ends it before. */
  until: number;

  /** Who is told: the patron, the operator, and who else took part. */
  to: Recipients;
}

/** A chat is over. Close it on every screen, and keep the record: it is handed out only once. */
export interface ChatEnded extends Happened {
  type: "chatEnded";

  /** The chat. */
  chat: string;

  /** What the queue says to the patron, if it was the queue that ended it. */
  notice?: string;

  /** Everything about it: for the institution of its origin, and for nobody of another. */
  record: Record;

  /**
   * Who is told: the patron, the operator who answered, and who else took part; after a wrap-up the
   * operator alone.
   */
  to: Recipients;
}

/**
 * A party said something to another about seeing presence: it asks, lets them see it, or ends
 * that. Where `buddy` is a contact, send it by the gateway; where it is a queue, show it to the
 * administrator; else show it to `to`.
 */
export interface SubscriptionTold extends Happened {
  type: "subscriptionTold";

  /** Who said it. */
  party: Party;

  /** To whom. */
  buddy: Party;

  /** What, by its name in RFC 6121. */
  stanza: Stanza;

  /**
   * Who is told: the buddy, if they are an operator who is there. Who is not finds it among
   * their buddies when they come (`Router.colleagues`).
   */
  to: Recipients;
}

/** What is between a party and a buddy is otherwise than before. Show it in the party's list. */
export interface BuddyChanged extends Happened {
  type: "buddyChanged";

  /** Whose list: an operator's or a queue's. */
  party: Party;

  /** Who stands in it. With neither a subscription nor an approval they do not, any more. */
  buddy: Party;

  /** Who sees whom, and who has asked. */
  subscription: Subscription;

  /** Whether a request of the buddy is approved before it comes. */
  approved: boolean;

  /** Who is told: the party, if they are an operator who is there. */
  to: Recipients;
}

/** A party blocks another, or does so no more. Show it to the party. */
export interface BlockChanged extends Happened {
  type: "blockChanged";

  /** Who blocks. */
  party: Party;

  /** Whom. */
  buddy: Party;

  /** Whether they are blocked. */
  blocked: boolean;

  /** Who is told: the party, if they are an operator who is there. */
  to: Recipients;
}

/**
 * How a buddy is seen: told to whoever comes, or may see it from now on, if it is not `offline`;
 * when they may not any more, as `offline`; and of queues and contacts whenever it changes. Show
 * it to `to`.
 */
export interface BuddyPresence extends Happened {
  type: "buddyPresence";

  /** Who is seen. */
  buddy: Party;

  /** How. */
  presence: Presence;

  /** Who is told: operators who are there, and whom the buddy lets see it. */
  to: Recipients;
}

/** How a party is seen by a contact whom it lets see it. Send it by the gateway. */
export interface ContactTold extends Happened {
  type: "contactTold";

  /** Who is told. */
  contact: string;

  /** Who is seen. */
  buddy: Party;

  /** How. */
  presence: Presence;
}

/**
 * A message goes from one buddy to another. Where `buddy` is a contact, send it by the gateway;
 * an operator who is not among `to` is not there: keep it for them.
 */
export interface DirectMessageSent extends Happened {
  type: "directMessageSent";

  /** Who wrote it. */
  party: Party;

  /** To whom. */
  buddy: Party;

  /** What they wrote. */
  sent: DirectMessage;

  /**
   * Who is told: the sender, for their other screens, and the receiver, as far as they are
   * operators who are there.
   */
  to: Recipients;
}

/**
 * A colleague wrote to a queue, and this opened a chat on it: what goes to the patron of this
 * chat goes to them.
 */
export interface ColleagueAsks extends Happened {
  type: "colleagueAsks";

  /** The chat. */
  chat: string;

  /** On which queue. */
  queue: string;

  /** Who asks: an operator or a contact. */
  party: Party;
}

/**
 * What an operator is shown of a chat when they are rung for it, so that they can speak for the
 * institution whose patron it is. Opaque to the router.
 */
export interface About {
  /**
   * The profile that the origin queue had when the chat was opened
   * (`SetProfile`), if it had one.
   */
  profile?: string;

  /**
   * What the host knows of the patron (`OpenChat.context`), where they
   * may know who the patron is.
   */
  context?: string;

  /**
   * The ended chat after which the patron comes back (`OpenChat.returns`),
   * where they may know who the patron is.
   */
  returns?: string;
}

/** Why an operator takes nothing new. */
export type Absence =
  | Absence.Offline
  | Absence.InGrace
  | Absence.Paused
  | Absence.Leaving
  | Absence.NoCapacity
  | Absence.Shown;

export namespace Absence {
  /** They have no session. */
  export interface Offline {
    type: "offline";
  }

  /** Their last session ended, and their grace runs. */
  export interface InGrace {
    type: "inGrace";
  }

  /** They pause. */
  export interface Paused {
    type: "paused";
  }

  /** They finish what they have, and leave. */
  export interface Leaving {
    type: "leaving";
  }

  /** They take no chats at all. */
  export interface NoCapacity {
    type: "noCapacity";
  }

  /** They are seen in a way that takes no chats. */
  export interface Shown {
    type: "shown";

    /** How. */
    show: Show;
  }
}

/** Who gives a command. */
export type Actor =
  | Actor.Host
  | Actor.Institution
  | Actor.Operator
  | Actor.Patron;

export namespace Actor {
  /** The chat product that embeds the router. */
  export interface Host {
    type: "host";
  }

  /** An institution, that is, its administrator. */
  export interface Institution {
    type: "institution";

    /** Which one. */
    institution: string;
  }

  /** An operator. */
  export interface Operator {
    type: "operator";

    /** Who. */
    operator: string;
  }

  /** A patron. */
  export interface Patron {
    type: "patron";

    /** Who. */
    patron: string;
  }
}

/**
 * What happens to a chat after the last level.
 *
 * To a chat of a store-and-forward channel none of it does: it keeps waiting.
 */
export type After =
  | After.KeepWaiting
  | After.TakeMessage
  | After.Close
  | After.MoveTo;

export namespace After {
  /** It waits on at the last level, which keeps ringing. */
  export interface KeepWaiting {
    type: "keepWaiting";
  }

  /** It ends, and the patron is asked to leave a message. */
  export interface TakeMessage {
    type: "takeMessage";

    /** What the patron is told. */
    notice?: string | null;
  }

  /** It ends with a notice. */
  export interface Close {
    type: "close";

    /** What the patron is told. */
    notice?: string | null;
  }

  /**
   * It moves on to another queue, at its old place in line. Where it cannot, it keeps waiting: if
   * it has been there before, no level there would take a new chat now, no grant lets it wait
   * there, or it has moved on too often.
   */
  export interface MoveTo {
    type: "moveTo";

    /** That queue. Its own policy may not lead back here. */
    queue: string;
  }
}

/** One operator's turn at a chat. */
export interface Answer {
  /** Who. */
  operator: string;

  /** Where they work. */
  institution: string;

  /** When they took the chat. */
  at: number;

  /**
   * For how long the patron had then waited without an operator: from the arrival, or from the
   * loss of the operator before. Zero at a transfer.
   */
  waited: number;

  /** Why it was they. */
  reason: ClaimReason;
}

/** Who would answer. */
export type AnsweredBy =
  /** The staff of the institution, and whoever is assigned to the queue itself. */
  | "home"
  /** The staff of a partner. */
  | "partner"
  /** Those of a level for when the queue is not open. */
  | "backup";

/** Who asked for something that they may not do. Which patron stands in no refusal. */
export type Asker =
  | Asker.Host
  | Asker.Institution
  | Asker.Operator
  | Asker.Patron;

export namespace Asker {
  /** The host. */
  export interface Host {
    type: "host";
  }

  /** An institution, that is, its administrator. */
  export interface Institution {
    type: "institution";

    /** Which one. */
    institution: string;
  }

  /** An operator. */
  export interface Operator {
    type: "operator";

    /** Who. */
    operator: string;
  }

  /** A patron. */
  export interface Patron {
    type: "patron";
  }
}

/** Who may read an entry. */
export type Audience =
  | Audience.Everyone
  | Audience.Staff
  | Audience.Institution;

export namespace Audience {
  /** The patron and the staff of the chat. */
  export interface Everyone {
    type: "everyone";
  }

  /** The staff of the chat, whichever institution they are of. */
  export interface Staff {
    type: "staff";
  }

  /** The staff of the chat who are of this institution. */
  export interface Institution {
    type: "institution";

    /** Which one. */
    institution: string;
  }
}

/** Who wrote an entry. */
export type Author =
  | Author.Patron
  | Author.Operator
  | Author.Router;

export namespace Author {
  /** The patron. */
  export interface Patron {
    type: "patron";
  }

  /** An operator. */
  export interface Operator {
    type: "operator";

    /** Who. */
    operator: string;
  }

  /** The router itself. */
  export interface Router {
    type: "router";
  }
}

/**
 * What an ordinary chat that asks for nothing special would come to on a queue now.
 *
 * It is worked out over exactly those operators who could be offered it.
 */
export type Availability =
  | Availability.Available
  | Availability.Busy
  | Availability.Unstaffed
  | Availability.Full
  | Availability.Closed;

export namespace Availability {
  /** Somebody could be rung for it at once. Show that somebody is there. */
  export interface Available {
    type: "available";

    /** Who, of the first level that has anybody. */
    by: AnsweredBy;
  }

  /** Somebody is there, and all are busy: it would wait. Show that it may take a while. */
  export interface Busy {
    type: "busy";
  }

  /** It would be taken, and nobody is there to be rung for it. Offer to leave a message. */
  export interface Unstaffed {
    type: "unstaffed";
  }

  /** As many chats wait as the policy allows: what the policy says then would come to it. */
  export interface Full {
    type: "full";
  }

  /** It would be refused: no level is active. Show when the queue opens. */
  export interface Closed {
    type: "closed";

    /** When a level will be active, as far as hours tell. `null`: they do not. */
    opensAt: number | null;
  }
}

/** What an entry says. */
export type Body =
  | Body.Message
  | Body.Claimed
  | Body.RolledOver
  | Body.OperatorLost
  | Body.OperatorIdle
  | Body.Joined
  | Body.Left
  | Body.Held
  | Body.Resumed
  | Body.PatronDropped
  | Body.PatronReturned
  | Body.Returned
  | Body.Moved
  | Body.Notice
  | Body.TransferStarted
  | Body.TransferFailed
  | Body.ConsultationStarted
  | Body.TransferCompleted
  | Body.Ended
  | Body.Masked;

export namespace Body {
  /** A message, or a note among staff. */
  export interface Message {
    type: "message";

    /** Its id. */
    message: string;

    /** What it says, unless `reference` says where that is. */
    text?: string;

    /** Where the host keeps what it says: a file, a picture. */
    reference?: Reference;
  }

  /** An operator took the chat. */
  export interface Claimed {
    type: "claimed";

    /** Who. */
    operator: string;
  }

  /** The chat rolled on to another level. */
  export interface RolledOver {
    type: "rolledOver";

    /** The queue in which it waits. */
    queue: string;

    /** The level that it entered, counted from 0. */
    level: number;
  }

  /** The operator who answered is gone; the chat waits again. */
  export interface OperatorLost {
    type: "operatorLost";

    /** Who. */
    operator: string;
  }

  /** The operator who answered did not write to the patron for too long; the chat waits again. */
  export interface OperatorIdle {
    type: "operatorIdle";

    /** Who. */
    operator: string;
  }

  /** An operator takes part now, or has another part. */
  export interface Joined {
    type: "joined";

    /** Who. */
    operator: string;

    /** As what. */
    part: Part;
  }

  /** An operator takes part no more. */
  export interface Left {
    type: "left";

    /** Who. */
    operator: string;

    /** What they were. */
    part: Part;
  }

  /** The operator asked the patron to wait for a while. */
  export interface Held {
    type: "held";

    /** Who. */
    operator: string;
  }

  /** The operator went on with it. */
  export interface Resumed {
    type: "resumed";

    /** Who. */
    operator: string;
  }

  /** The patron's connection was lost. */
  export interface PatronDropped {
    type: "patronDropped";
  }

  /** The patron was back. */
  export interface PatronReturned {
    type: "patronReturned";
  }

  /** The chat returned to its origin queue, since the grant that carried it has ended. */
  export interface Returned {
    type: "returned";
  }

  /** The chat moved on to another queue, since the policy of the one before says so. */
  export interface Moved {
    type: "moved";

    /** The queue in which it waits. */
    queue: string;
  }

  /** The patron was told something while nobody answered, or whoever is to write was reminded. */
  export interface Notice {
    type: "notice";

    /** What. */
    text: string;
  }

  /** The operator asked for a transfer. */
  export interface TransferStarted {
    type: "transferStarted";

    /** Which transfer. */
    transfer: number;

    /** To whom. */
    to: Target;

    /** Why. */
    reason?: string;

    /** What the new operator should know. */
    note?: string;
  }

  /** A transfer came to nothing. */
  export interface TransferFailed {
    type: "transferFailed";

    /** Which one. */
    transfer: number;

    /** Why. */
    why: TransferFailure;
  }

  /** Who is to take the chat over reads along now, and talks with its operator first. */
  export interface ConsultationStarted {
    type: "consultationStarted";

    /** Which transfer. */
    transfer: number;

    /** Who. */
    operator: string;
  }

  /** A transfer was accepted: another operator answers now. */
  export interface TransferCompleted {
    type: "transferCompleted";

    /** Which one. */
    transfer: number;

    /** Who answered before. */
    from: string;

    /** Who answers now. */
    to: string;
  }

  /** The chat ended. */
  export interface Ended {
    type: "ended";

    /** How. */
    outcome: Outcome;
  }

  /** A message that was here, and that nobody is to read any more. */
  export interface Masked {
    type: "masked";

    /** Its id. */
    message: string;

    /**
     * What stands for it in the chain of digests: made of what it said. left out where
     * that cannot be known any more: it was masked in a record without a seal.
     */
    leaf?: string;
  }
}

/** What is between a party and another, as the party may know it. */
export interface BuddyView {
  /** The other. */
  buddy: Party;

  /** Who sees whom, and who has asked. */
  subscription: Subscription;

  /** Whether a request of theirs is approved before it comes. */
  approved: boolean;

  /** Whether the party blocks them. */
  blocked: boolean;

  /** How they are seen, if the party may see it. */
  presence: Presence | null;
}

/** A way by which patrons write. */
export interface Channel {
  /** How many units of an operator's capacity a chat costs. Default: 1; 0 counts as 1. */
  units?: number;

  /**
   * Whether patrons write and come back for an answer some time later, as by SMS or email. Such a
   * chat is admitted though its queue is closed, and waits there with its age until a level takes
   * it; nothing that a policy says ends its waiting. Default: no.
   */
  storeAndForward?: boolean;
}

/** How what a chat needs counts at a level. */
export type ChatNeeds =
  | ChatNeeds.InFull
  | ChatNeeds.Lowered
  | ChatNeeds.Ignored;

export namespace ChatNeeds {
  /** As it is. */
  export interface InFull {
    type: "inFull";
  }

  /** Each level of a skill is lowered, but never below having the skill at all. */
  export interface Lowered {
    type: "lowered";

    /** By how much. */
    by: number;
  }

  /** Not at all. */
  export interface Ignored {
    type: "ignored";
  }
}

/** An open chat, as it is now. */
export interface ChatView {
  /** The chat. */
  chat: string;

  /** Whose chat. */
  patron: string;

  /** Where it stands in its life. */
  phase: Phase;

  /** Where it was opened. */
  origin: string;

  /** Where it is now. */
  queue: string;

  /** When it was opened. */
  openedAt: number;

  /** Who answers, if somebody does. */
  owner: string | null;

  /** Who is to take it over, and talks about it with them first. */
  consulted: string | null;

  /** Who takes part beside them, in the order of joining. */
  company: [string, Part][];

  /** Who is rung, in the order of ringing, with the offer that each answers. */
  rung: [string, number][];

  /** The transfer that is pending, or has been accepted and is talked about, if there is one. */
  transfer: number | null;

  /**
   * The level that it entered last of those that ring for it, counted from 0. `null` while it does
   * not ring, or no level is active for it.
   */
  level: number | null;
}

/** An operator or a queue to whom a chat might be transferred. */
export interface Choice {
  /** Who. */
  target: Target;

  /** Whose operator or queue it is. */
  institution: string;

  /**
   * How an operator is seen, where who answers may see it: of a colleague at their own institution,
   * of a buddy, and where a grant shows it.
   */
  presence: Presence | null;

  /** Why a transfer to them would be refused now. `null`: it would not. */
  refusal: Refusal | null;
}

/** How an operator takes a chat that is offered to them. */
export type ClaimBy =
  /** By an explicit accept only. */
  | "accept"
  /**
   * By an accept, or by their first message to the patron. (A transfer is always accepted
   * explicitly.)
   */
  | "firstMessage";

/** Why an operator got a chat. */
export type ClaimReason =
  | ClaimReason.Accepted
  | ClaimReason.FirstMessage
  | ClaimReason.Preferred
  | ClaimReason.Transferred
  | ClaimReason.Picked
  | ClaimReason.Assigned
  | ClaimReason.Started
  | ClaimReason.Returned;

export namespace ClaimReason {
  /** They took an offer of this level, counted from 0, by an accept. */
  export interface Accepted {
    type: "accepted";

    /** The level. */
    level: number;

    /** By what they were the best of it. Left out: the level rang everybody. */
    won?: Won;
  }

  /** They took an offer of this level, counted from 0, by their first message. */
  export interface FirstMessage {
    type: "firstMessage";

    /** The level. */
    level: number;

    /** By what they were the best of it. Left out: the level rang everybody. */
    won?: Won;
  }

  /** The chat waited for them alone, and they took it. */
  export interface Preferred {
    type: "preferred";
  }

  /** They accepted a transfer that named them. */
  export interface Transferred {
    type: "transferred";
  }

  /** They took it out of the queue, whether they were rung for it or not. */
  export interface Picked {
    type: "picked";
  }

  /** The host, an administrator or a supervisor gave it to them. */
  export interface Assigned {
    type: "assigned";
  }

  /** They began it themselves. */
  export interface Started {
    type: "started";
  }

  /** They came back after they were lost, before anybody else had taken it. */
  export interface Returned {
    type: "returned";
  }
}

/** Whom an operator sees. */
export interface Colleagues {
  /** Their buddies, whoever has asked them, and whom they block, in the order of registration. */
  buddies: BuddyView[];

  /**
   * The operators of partners who let them see presence, each with how they are seen, without any
   * subscription, in the order of registration: those who are assigned to a queue that such a
   * grant covers, while its hours last. They are not told of changes: whoever wants that asks them
   * to be buddies.
   */
  visible: [string, Presence][];
}

/** A request: who gives it, and what is wanted. */
export interface Command {
  /** Who gives the command. The host has made sure that it is really they. */
  by: Actor;

  /** What they want. */
  action: Action;
}

/** What holds for a whole router, from its beginning to its end. */
export interface Config {
  /** How long an operator whose last session ended keeps their chats. Default: 60 s. */
  grace?: Span;

  /**
   * After how long a session ends that was not renewed by another
   * `SetPresence`, so that a forgotten log-in does not last. Default:
   * never.
   */
  sessionLength?: Span | null;

  /** How operators must show themselves to be offered chats. Default: `chat` and `available`. */
  takesChats?: readonly Show[];

  /** How long a transfer may be pending. Default: 60 s. */
  transferLapse?: Span;

  /** How long a patron whose connection is lost keeps their chat. Default: 60 s. */
  patronGrace?: Span;

  /**
   * The classes of priority above the ordinary 0: the first is class 1, and so on, each more urgent
   * than those before it. At most 100; those beyond are not there. Default: nine
   * strict ones.
   */
  priorities?: readonly Priority[];

  /**
   * The channels by which patrons write, for a chat to name. Default: none; a chat that names
   * none is an ordinary one.
   */
  channels?: { [name: string]: Channel };

  /**
   * Whether hand-overs and records carry the digest of the transcript. It costs
   * three hashes for each entry, once; asking for it
   * (`Router.transcriptDigest`) is possible either way, and
   * nothing is hashed before. Default: no.
   */
  digests?: boolean;

  /** The bounds of everything. */
  limits?: Limits;
}

/** A chat's way through the levels of a queue. */
export interface Course {
  /** The queue. */
  queue: string;

  /** The round, 1 for the first: whoever declined or missed it is not rung again in the same one. */
  round: number;

  /** When the next round starts, if it rests until then. */
  restsUntil?: number;

  /** When its wait in the queue is over, and what the policy says follows: by no level's clock. */
  ends?: number;

  /** The operator for whom it waits alone, before it enters the first level. */
  preferred?: ExplainedOperator;

  /** The levels that this page speaks of, in order. */
  levels: ExplainedLevel[];
}

/** Where a page ends: it holds whatever changes between two pages. */
export interface Cursor {
  level: number;

  registration: number;
}

/** A day of the week. */
export type Day =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

/** When the router wants to be woken, and whose timer it is. */
export interface Deadline {
  /** When to call `Router.advance`. */
  at: number;

  /** Whose timer it is. */
  reason: Reason;
}

/** What those who answered a chat said of it. */
export interface Details {
  /** Its tags, each once. */
  tags?: string[];

  /** Whether somebody is to come back to it. */
  followUp?: boolean;

  /** The code of how it was resolved, in the institution's own words. */
  resolution?: string;
}

/** A direct message as it was sent. */
export interface DirectMessage {
  /** The host's id of it. */
  message: string;

  /** What it says, unless `reference` says where that is. */
  text?: string;

  /** Where the host keeps what it says: a file, a picture. */
  reference?: Reference;
}

/** What becomes of a chat in progress at a partner when the grant that carries it ends. */
export type EndRule =
  /** It goes on to its end where it is. */
  | "finish"
  /** It returns to its origin queue, at its old place in line. */
  | "return";

/** What becomes of the earlier levels when a chat enters a level. */
export type Entering =
  /** They keep ringing, and whoever arrives at one of them is rung. */
  | "widen"
  /** Their offers are withdrawn; the chat has left them for good. */
  | "replace";

/** One entry of a transcript. Their numbers have no gaps. */
export interface Entry {
  /** Its number: 1 for the first. */
  number: number;

  /** When it was written. */
  at: number;

  /** Who wrote it. */
  author: Author;

  /** Who may read it. */
  audience: Audience;

  /** What it says. */
  body: Body;
}

/** Dates on which other hours count than on ordinary ones. */
export interface Exception {
  /**
   * The dates: each `YYYY-MM-DD`, or the first and the last of a range with `/` between them:
   * `2026-12-24/2027-01-03`. Default: none, then there must be holidays.
   */
  dates?: readonly string[];

  /** Names of lists whose dates are meant too. Default: none, then there must be dates. */
  holidays?: readonly string[];

  /** The windows on these dates, at most 64. Default: none, closed. */
  windows?: readonly Window[];
}

/** What a level is to a chat. */
export interface ExplainedLevel {
  /** The level, counted from 0. */
  level: number;

  /** How it stands. */
  state: LevelState;

  /**
   * Everybody of its pool, and those assigned to its queues who have opted out, in the order of
   * registration: those whom this page speaks of.
   */
  operators: ExplainedOperator[];
}

/** What stands between an operator and a chat, at one level. */
export interface ExplainedOperator {
  /** Who. */
  operator: string;

  /** What it is. */
  verdict: Verdict;
}

/** Why a chat is where it is, or as much of it as a page holds. */
export interface Explanation {
  /** The chat. */
  chat: string;

  /** Where it stands in its life. */
  phase: Phase;

  /** Who answers, and why it is they. Left out: nobody does. */
  answer?: Answer;

  /** The levels that it has left so far, in order, and why: whichever queue they are of. */
  passed: Hop[];

  /** Its way through the levels of a queue, while nobody answers or it is transferred to one. */
  course?: Course;

  /** Where the next page begins. Left out: this is the last one. */
  next?: Cursor;
}

/** A bound on how many chats wait in a queue. */
export interface Full {
  /** How many may wait, at least 1; those that are being transferred to the queue count. */
  chats: number;

  /**
   * What comes to a chat that opens while so many wait, in the step of its opening. Never to one
   * that was admitted before: lost, returned, transferred, or moved on from another queue.
   */
  then: After;
}

/** One right inside a partnership, on queues of the institution that gives it. */
export interface Grant {
  /** What the partner may do. */
  right: Right;

  /** On which queues of the giver. Default: all. */
  queues?: Queues;

  /**
   * The most chats at once that it carries across. For the right to staff: chats whose origin is
   * one of its queues, and which the partner's staff answer, or have a place reserved for; at the
   * cap those are as good as busy. For the right to transfer: chats of the partner's patrons that
   * wait here, are answered here or in company from here, or are being transferred here. It means
   * nothing for transcripts and presence.
   * Default: as many as come.
   */
  cap?: number | null;

  /**
   * When something new may cross by it; what crossed before goes on. It means nothing for
   * transcripts. Default: always.
   */
  hours?: OwnHours | null;
}

/** What goes with a chat to the operator who took it, by what the grant lets them see. */
export interface Handover {
  /** The entries that were written before they took it, and that they may read. */
  entries: Entry[];

  /** Who the patron is, where they may know. */
  patron?: string;

  /** What the host knows of the patron, where they may know. */
  context?: string;

  /** The ended chat after which the patron comes back, where they may know the patron. */
  returns?: string;

  /** The profile that the origin queue had when the chat was opened. */
  profile?: string;

  /** Why the chat was transferred, in the sender's words. */
  reason?: string;

  /** What the sender wants them to know. */
  note?: string;

  /**
   * Where the chain stood after the last entry that was written before they took it,
   * whether they may read that entry or not: where
   * `Config.digests` says so, and anything was written before.
   */
  digest?: string;
}

/** A list of dates that many hours refer to by its name. */
export interface Holidays {
  /**
   * The dates, in any order: each `YYYY-MM-DD`, or the first and the last of a range with `/`
   * between them. At most 4,096.
   */
  dates: readonly string[];
}

/** A level that a chat left unanswered. */
export interface Hop {
  /** The queue. */
  queue: string;

  /** The level, counted from 0. */
  level: number;

  /** When. */
  at: number;

  /** Why. */
  reason: RollReason;
}

/**
 * When something is open: the hours of a week, and the dates on which they are others.
 *
 * # Dates
 *
 * A date is ruled by one thing: by the last exception that names it, else by the week. Write what
 * is general first, and below it what is special (a summer, and the holidays in it). It is as if
 * they were painted over each other in this order:
 *
 * - An exception covers its dates from midnight to midnight, and only its own windows count then.
 *   A window of what stands above it (an earlier exception, the week) is cut off at the first
 *   midnight and goes on at the last, if it lasts so long: on a date that an exception does not
 *   name, it changes nothing.
 * - A window of its own that runs past midnight goes on into the next date, unless an exception
 *   further below covers that one.
 * - Windows that overlap or touch are one window. That two of one list overlap is an
 *   oddity, since it is hardly meant.
 *
 * # Clocks that are changed
 *
 * **A window opens at the first instant at which the clocks show `from` or later, and closes at
 * the instant from which on they show `to` or later for good.** So whenever the clocks show a time
 * within the window, it is open, and it is never interrupted. It follows:
 *
 * - In spring, where an hour is skipped, an edge within that hour is the instant at which the
 *   clocks are put forward. A window that lies in it as a whole does not happen. (RFC 5545 and
 *   others move the edge on by an hour, so that a service "from 02:30" would be closed while the
 *   clocks show 03:00.)
 * - In autumn, where an hour comes twice, it opens the first time and closes the second time, and
 *   is open all the time between.
 * - A window that ends just where that hour begins is over the first time: earlier times never
 *   come back. So what closes at 24:00 does, where the clocks go from 01:00 back to 00:00, and a
 *   closed date stays closed.
 * - One service until 01:30 and another from 01:30 are both open for an hour then, and never
 *   neither.
 * - A date that a zone left out (Samoa had no 30 December 2011) does not happen.
 */
export interface Hours {
  /**
   * The time zone of all times and dates here, by its IANA name as that is spelled: for example
   * `America/Chicago`.
   */
  timeZone: string;

  /**
   * The windows of an ordinary week; none: closed but for the exceptions. Around the clock is
   * one window on every day from `00:00` to `24:00`. At most 64. Default: none.
   */
  week?: readonly Window[];

  /**
   * Dates with hours of their own. Of two exceptions that name a date, the later one counts. At
   * most 512. Default: none.
   */
  exceptions?: readonly Exception[];
}

/**
 * What makes hours unusable.
 *
 * Each has a stable machine code and a sentence for people.
 *
 * More of them may come in any version: a `switch` needs a `default`.
 */
export type HoursFault =
  | HoursFault.UnknownZone
  | HoursFault.InvalidTime
  | HoursFault.BeginsAtEnd
  | HoursFault.EmptyWindow
  | HoursFault.NoDays
  | HoursFault.NoDates
  | HoursFault.InvalidDate
  | HoursFault.NoSuchDate
  | HoursFault.ReversedDates
  | HoursFault.UnknownHours
  | HoursFault.UnknownHolidays
  | HoursFault.InvalidHolidays
  | HoursFault.TooMany;

export namespace HoursFault {
  /** The time zone data has no zone of this name. */
  export interface UnknownZone {
    type: "unknownZone";

    /** The name. */
    zone: string;

    /** A zone whose name is nearly the same. */
    meant: string | null;
  }

  /** A text is no time of day. */
  export interface InvalidTime {
    type: "invalidTime";

    /** The text. */
    text: string;
  }

  /** A window begins at `24:00`. */
  export interface BeginsAtEnd {
    type: "beginsAtEnd";
  }

  /** A window ends where it begins. */
  export interface EmptyWindow {
    type: "emptyWindow";
  }

  /** A window names no day. */
  export interface NoDays {
    type: "noDays";
  }

  /** An exception has neither dates nor holidays. */
  export interface NoDates {
    type: "noDates";
  }

  /** A text is no date and no range of dates. */
  export interface InvalidDate {
    type: "invalidDate";

    /** The text. */
    text: string;
  }

  /** A date that no calendar has. */
  export interface NoSuchDate {
    type: "noSuchDate";

    /** The text. */
    text: string;
  }

  /** A range of dates ends before it begins. */
  export interface ReversedDates {
    type: "reversedDates";

    /** The text. */
    text: string;
  }

  /** Hours are only named, and no setup document is there to have them. */
  export interface UnknownHours {
    type: "unknownHours";

    /** The name. */
    name: string;
  }

  /** No holidays bear this name. */
  export interface UnknownHolidays {
    type: "unknownHolidays";

    /** The name. */
    name: string;

    /** A list whose name is nearly the same. */
    meant: string | null;
  }

  /** The holidays of this name have faults of their own. */
  export interface InvalidHolidays {
    type: "invalidHolidays";

    /** The name. */
    name: string;
  }

  /** A list is too long. */
  export interface TooMany {
    type: "tooMany";

    /** How many are allowed. */
    limit: number;
  }
}

/**
 * How long somebody in a chat may leave the last word to the other side. Time on hold, or during a
 * transfer, does not count.
 */
export interface IdleRule {
  /** What they are told before, and when: counted from when they are to write. Default: nothing. */
  notice?: Notice | null;

  /** After how long it is enough, the notice included: more than 0, and after the notice. */
  after: Span;
}

/** Who has not written for some time. */
export type Idler =
  /** The patron, since the staff wrote to them. */
  | "patron"
  /** Who answers, since they took the chat or the patron wrote. */
  | "operator";

/** An accepted command, with its number and its time. */
export interface Input {
  /** The first is 1, and there are no gaps. */
  number: number;

  /** When it was applied. */
  at: number;

  /** What was applied. */
  command: Command;
}

/** One step of a queue's rollover: who is rung, how, and for how long. */
export interface Level {
  /** Whose operators are rung, at least one source. */
  pool: readonly Source[];

  /** How many of them at once, and in which order. */
  ring: Ring;

  /**
   * How long a chat stays before it rolls on, counted from entering the level. `null`: for
   * ever, unless nobody is there. After the last level, `Policy.after` follows; where that is
   * to keep waiting, the wait of the last level means nothing. Default: `null`.
   */
  wait?: Span | null;

  /**
   * The skills that everybody here must have, besides what a chat asks for. At most
   * `Limits.needs`. Default: none.
   */
  needs?: readonly Need[];

  /** How what a chat asks for counts here. Default: in full. */
  chatNeeds?: ChatNeeds;

  /** What happens while all of the level's operators are busy. Default: the chat waits. */
  whenBusy?: WhenBusy;

  /** What becomes of the earlier levels when a chat enters this one. Default: they keep ringing. */
  entry?: Entering;

  /**
   * When it is active. A chat passes an inactive level over at once; it is rung there after all
   * if the level becomes active while the chat waits further on, unless a later level has
   * replaced it. A level that a chat has entered stays active for that chat. Default: while the
   * queue is open.
   */
  onlyWhen?: OnlyWhen;
}

/** How a level of the queue stands for a chat. */
export type LevelState =
  | LevelState.NotEntered
  | LevelState.Rings
  | LevelState.Dormant
  | LevelState.Replaced;

export namespace LevelState {
  /** The chat has not come to it. */
  export interface NotEntered {
    type: "notEntered";

    /** Why it would be passed over, as things are now. Left out: it would not. */
    vacant?: RollReason;
  }

  /** It rings for the chat: it was entered last, or was left and rings on, since the plan widens. */
  export interface Rings {
    type: "rings";

    /** How many operators it rings. */
    rung: number;

    /** How many it wants to ring. Left out: everybody. */
    wanted?: number;

    /** When the chat rolls on. Left out: by no clock. */
    until?: number;

    /**
     * Why the chat has rolled on from it; passed over is what `nobodyThere` and `allBusy` are.
     * Left out: it was entered last.
     */
    left?: RollReason;

    /** Why nobody of it could be offered a chat now. Left out: somebody could. */
    vacant?: RollReason;
  }

  /** The chat has come to it, and passed it over since it is not active; it rings once it is. */
  export interface Dormant {
    type: "dormant";
  }

  /** A later level has replaced it, for good. */
  export interface Replaced {
    type: "replaced";

    /** Why the chat had rolled on from it. */
    left?: RollReason;
  }
}

/**
 * What there may be only so many of.
 *
 * More of them may come in any version: a `switch` needs a `default`.
 */
export type Limited =
  /** Institutions. */
  | "institutions"
  /** Operators. */
  | "operators"
  /** Queues. */
  | "queues"
  /** Groups. */
  | "groups"
  /** Open chats. */
  | "openChats"
  /** Open chats of one patron. */
  | "openChatsOfPatron"
  /** Chats waiting in one queue. */
  | "waiting"
  /** Operators who take part in one chat. */
  | "participants"
  /** Sessions of one operator. */
  | "sessions"
  /** Queues, groups and levels that name one operator. */
  | "memberships"
  /** Skills of one operator. */
  | "skills"
  /** Skills that one chat or one level needs. */
  | "needs"
  /** Different things that chats ask for at one level. */
  | "demands"
  /** Operators whom one chat excludes. */
  | "excluded"
  /** Sources of one level. */
  | "sources"
  /** Operators that one level, group or mark names. */
  | "operatorsNamed"
  /** Grants of one side, and queues of one grant. */
  | "grants"
  /** Entries of a transcript. */
  | "transcriptEntries"
  /** Tags of one chat. */
  | "tags"
  /** Transfers of one chat. */
  | "hops"
  /** Buddies of one party. */
  | "buddies"
  /** Requests to one party to be buddies, without an answer. */
  | "buddyRequests"
  /** Whom one party blocks. */
  | "blocked"
  /** Contacts with whom anybody has to do. */
  | "contacts";

/**
 * How much there may be of each thing. Beyond it a command is refused with
 * `Refusal.LimitReached` or
 * `Refusal.TooLong`, and nothing changed.
 */
export interface Limits {
  /** Institutions. Default: 10,000. */
  institutions?: number;

  /** Operators. Default: 1,000,000. */
  operators?: number;

  /** Queues. Default: 100,000. */
  queues?: number;

  /** Groups. Default: 100,000. */
  groups?: number;

  /** Open chats. Default: 2,000,000. */
  openChats?: number;

  /** Open chats of one patron, those in wrap-up apart: they have left them. Default: 10. */
  openChatsPerPatron?: number;

  /**
   * Chats that wait in one queue; one that was admitted before is never refused. Default:
   * 100,000.
   */
  waitingPerQueue?: number;

  /**
   * How many ended chats' ids are remembered, so that a late repeat of an open is known as one, and
   * who answered them last, for patrons who come back. Default: 100,000.
   */
  endedIds?: number;

  /** Operators who take part in one chat, or are invited, beside the one who answers. Default: 8. */
  participants?: number;

  /** Sessions of one operator. Default: 32. */
  sessionsPerOperator?: number;

  /**
   * Broadcast offers that one operator holds; beyond them chats wait their turn with them. The
   * one limit that refuses nothing. Default: 20.
   */
  broadcastsPerOperator?: number;

  /** Queues that one operator is assigned to, and groups and levels that name them. Default: 64. */
  membershipsPerOperator?: number;

  /** Skills of one operator. Default: 64. */
  skillsPerOperator?: number;

  /** Skills that one chat or one level needs. Default: 8. */
  needs?: number;

  /**
   * Different things (skills, units) that chats ask for at one level at a time; at least 1. A chat
   * that was admitted before is never refused for it. Default: 64.
   */
  demandsPerLevel?: number;

  /** Operators whom one chat excludes. Default: 64. */
  excluded?: number;

  /** Sources of one level. Default: 64. */
  sourcesPerLevel?: number;

  /** Operators that one level or one group names. Default: 100,000. */
  operatorsNamed?: number;

  /**
   * Grants that one side gives in a partnership, and queues that one grant names. Default:
   * 1,000.
   */
  grants?: number;

  /** Bytes of a message. Default: 65,536. */
  messageBytes?: number;

  /** Bytes of a reference to the host's store: its key and its digest together. Default: 1,024. */
  referenceBytes?: number;

  /** Bytes of a reason, a note or a notice. Default: 4,096. */
  noteBytes?: number;

  /** Tags of one chat. Default: 32. */
  tags?: number;

  /** Bytes of a tag or of a resolution code. Default: 255. */
  labelBytes?: number;

  /** Bytes of a queue's profile. Default: 65,536. */
  profileBytes?: number;

  /** Bytes of a patron's context. Default: 65,536. */
  contextBytes?: number;

  /**
   * Entries of a transcript that messages may fill; the router's own entries always find room.
   * Default: 10,000.
   */
  transcriptEntries?: number;

  /** Transfers of one chat, whatever came of them. Default: 20. */
  hops?: number;

  /**
   * How many of the levels that one chat has left are told, at least 8: the record has
   * the last ones, and the transcript the first; the record counts the others. Default: 256.
   */
  levelsLeft?: number;

  /**
   * How often one chat moves on to another queue because a policy says so; beyond that it keeps
   * waiting. Default: 8.
   */
  overflows?: number;

  /** Buddies of one party, whoever it has asked or approved in advance included. Default: 10,000. */
  buddiesPerParty?: number;

  /**
   * Those who have asked one party to be buddies, and to whom it has said nothing yet; so strangers
   * take no room from buddies. Default: 1,000.
   */
  requestsPerParty?: number;

  /** Whom one party blocks. Default: 1,000. */
  blockedPerParty?: number;

  /** Contacts with whom anybody has to do. Default: 1,000,000. */
  contacts?: number;

  /**
   * How many of a sender's last direct messages are remembered, so that a repeat is known as one.
   * Default: 64.
   */
  directMessages?: number;

  /**
   * Events after which `Router.advance` stops between two timers.
   * Default: 10,000; 0 counts as 1.
   */
  eventsPerAdvance?: number;
}

/** A link of the chain: an entry, shown or not. */
export interface Link {
  /** Its number: 1 for the first, and no gaps. */
  number: number;

  /** What stands for it in the chain. */
  leaf: string;

  /** The entry. Left out: the reader may not read it. */
  shown?: Shown;
}

/** What is left of a message that was masked. */
export interface Masked {
  /** Its id. */
  message: string;

  /**
   * What stands for it in the chain of digests: made of what it said. left out where
   * that cannot be known any more: it was masked in a record without a seal.
   */
  leaf?: string;
}

/**
 * A text whose length is limited.
 *
 * More of them may come in any version: a `switch` needs a `default`.
 */
export type Measured =
  /** A message. */
  | "message"
  /** A reason or a note. */
  | "note"
  /** A patron's context. */
  | "context"
  /** A reference to the host's store, its key and its digest together. */
  | "reference"
  /** A tag, or a resolution code. */
  | "label"
  /** A queue's profile. */
  | "profile";

/** A skill that whoever takes a chat must have. */
export interface Need {
  /** Which skill: a language, a subject, a permission. */
  skill: string;

  /** At which level at least, from 1 to 100. Default: 1, having it at all. */
  atLeast?: number;
}

/** What somebody is told once: a patron while they wait in a queue, or who is to write in a chat. */
export interface Notice {
  /** When, counted from when the chat began to wait in this queue, or for them. */
  after: Span;

  /** What they are told. */
  text: string;
}

/** How an offer came about. */
export type OfferCause =
  | OfferCause.Level
  | OfferCause.Preferred
  | OfferCause.Transfer;

export namespace OfferCause {
  /** A level rang them, of the queue where the chat is or where it is being transferred. */
  export interface Level {
    type: "level";

    /** The level, counted from 0. */
    level: number;
  }

  /** The chat waits for them alone. */
  export interface Preferred {
    type: "preferred";
  }

  /** Somebody transfers the chat to them. */
  export interface Transfer {
    type: "transfer";

    /** The transfer. */
    transfer: number;
  }
}

/** When a level is active. */
export type OnlyWhen =
  | OnlyWhen.Open
  | OnlyWhen.Closed
  | OnlyWhen.Always
  | OnlyWhen.Hours;

export namespace OnlyWhen {
  /**
   * While the queue is open; and for chats that were admitted while it was, or that somebody
   * had answered before.
   */
  export interface Open {
    type: "open";
  }

  /** While the queue is not open: draining or closed. */
  export interface Closed {
    type: "closed";
  }

  /** Always. */
  export interface Always {
    type: "always";
  }

  /** In hours of its own. */
  export interface Hours {
    type: "hours";

    /** The hours; in a setup document also the name of some that it has. */
    hours: Hours | string;

    /** The lists of holidays that their exceptions may name. Default: none. */
    holidays?: { [name: string]: Holidays };
  }
}

/** An operator, as they are now. */
export interface OperatorView {
  /** Who. */
  operator: string;

  /** Where they work. */
  institution: string;

  /** How they are seen. */
  presence: Presence;

  /** Why they pause, if they do. */
  pause: PauseReason | null;

  /** Whether they log out when their last chat is over. */
  leaves: boolean;

  /** Their sessions, the oldest first. */
  sessions: string[];

  /** How many units of chats they answer at once. */
  capacity: number;

  /** The chats that they answer, in the order of claiming. */
  answering: string[];

  /** The chats that ring them, the oldest offer first, each with that offer. */
  rungFor: [string, number][];
}

/** Which operator is better than another. Ties end at the order of registration. */
export type Order =
  /**
   * Whose chats take the fewest units, those reserved by an offer included; then the longest
   * idle.
   */
  | "leastBusy"
  /**
   * Who has the most units to spare, that is, their capacity less what their chats take; then the
   * longest idle.
   */
  | "mostSpare"
  /**
   * Who has been without a chat for the longest time; those who have chats come after them,
   * whose last chat began or ended the longest ago first.
   */
  | "longestIdle"
  /** Who was offered a chat the longest ago, by any queue. */
  | "roundRobin"
  /**
   * In turns, each of as many chats as the operator's assignment weighs: whoever has been offered
   * so many goes behind the others. Turns count by themselves for each pool. In groups and
   * among names everybody weighs 1.
   */
  | "weightedRoundRobin"
  /**
   * By the rank that the operator's assignment gives them, or by their place in the group or
   * among the names; then the longest idle.
   */
  | "fixedRanks";

/** How a chat ended. */
export type Outcome =
  /** The patron left before anybody answered. */
  | "abandoned"
  /** The patron left. */
  | "patronLeft"
  /** The operator who answered closed it. */
  | "closed"
  /** The host or an administrator closed it. */
  | "forceClosed"
  /** The patron did not write for too long, and so has left. */
  | "patronIdle"
  /** Nobody answered, and the patron was asked for a message. */
  | "messageTaken"
  /** Nobody answered, and the queue closed it with a notice. */
  | "closedByQueue";

/**
 * Hours, and the lists of holidays that they name: all that it takes to know when something is open.
 * In a setup document a name alone may stand for all of it.
 */
export interface OwnHours {
  /** The hours; in a setup document also the name of some that it has. */
  hours: Hours | string;

  /** The lists of holidays that their exceptions may name. Default: none. */
  holidays?: { [name: string]: Holidays };
}

/** Which part of an explanation is wanted. */
export interface Page {
  /** What the page before ended with. `null`: the first one. */
  after?: Cursor | null;

  /** How many operators it speaks of at most; 0 counts as 1. */
  limit: number;
}

/** What somebody does in a chat that another operator answers. */
export type Part =
  /** Reads and writes like who answers: the operators whom they have invited. */
  | "invited"
  /**
   * Reads along in silence: supervisors of the queue where the chat is or of its origin; and
   * operators assigned to its origin, while a partner answers it.
   */
  | "observer"
  /** Reads along, and writes to the staff alone: supervisors, as for observers. */
  | "whisperer";

/**
 * Whoever may have buddies, and be one.
 *
 * An operator speaks for themself, an institution for its queues, and the host for contacts (it
 * hands on what comes by its gateway); the host may speak for anybody.
 */
export type Party =
  | Party.Operator
  | Party.Queue
  | Party.Contact;

export namespace Party {
  /** An operator. */
  export interface Operator {
    type: "operator";

    /** Who. */
    operator: string;
  }

  /** A queue: whoever writes to it opens a chat on it. */
  export interface Queue {
    type: "queue";

    /** Which one. */
    queue: string;
  }

  /** A colleague on some other chat service, reached through the host's gateway. */
  export interface Contact {
    type: "contact";

    /** Their address there. */
    contact: string;
  }
}

/** Why an operator pauses. */
export type PauseReason =
  | PauseReason.Asked
  | PauseReason.MissedOffers;

export namespace PauseReason {
  /** They, or somebody for them, asked for it. */
  export interface Asked {
    type: "asked";

    /** Why, in their words. */
    text: string;
  }

  /** They let targeted offers lapse, one after the other. */
  export interface MissedOffers {
    type: "missedOffers";

    /** How many. */
    count: number;
  }
}

/** Where a chat stands in its life. */
export type Phase =
  /** In line; nobody is rung. */
  | "waiting"
  /** In line; at least one operator is rung. */
  | "offered"
  /** An operator answers. */
  | "active"
  /** An operator answers, and has asked the patron to wait for a while. */
  | "onHold"
  /** An operator answers and wants to hand the chat over. */
  | "transferring"
  /** An operator answers and talks with the one who is to take the chat over. */
  | "consulting"
  /** The patron has left; the operator who answered finishes their notes. */
  | "wrapUp"
  /** Over. */
  | "ended";

/**
 * A queue's policy: its levels in the order of rollover, and what happens after the last.
 *
 * The simplest has one level, which rings everybody who is assigned to the queue
 * until somebody takes the chat.
 */
export interface Policy {
  /** The levels, at least one and at most 8. */
  levels: readonly Level[];

  /**
   * What happens when the last level has had its wait, or nobody of it is there. Default: keep
   * waiting.
   */
  after?: After;

  /** How an operator takes a chat that is offered to them. Default: by an accept only. */
  claimBy?: ClaimBy;

  /**
   * How long a chat waits for its preferred operator alone, where it has one who is there. Default:
   * 30 s.
   */
  preferredFor?: Span;

  /**
   * How long a chat whose patron comes back after an ended one waits for the operator who answered
   * that one last, where they are there and the chat names nobody else. Default: it does not.
   */
  returnsFor?: Span | null;

  /**
   * How long a chat rests at the last level when all who are free have declined or missed it, before
   * they are rung again: at least 1 s. Default: 20 s.
   */
  roundPause?: Span;

  /**
   * How long an operator has to finish their notes when the patron has left a chat that they
   * answered; it counts as theirs meanwhile. 0 is none. Default: none.
   */
  wrapUp?: Span | null;

  /**
   * How many targeted offers in a row an operator lets lapse before they are paused: at least 1,
   * and counted in all queues together; that of the last offer decides. Whoever claims or
   * declines something, is back from a pause, or logs out begins anew. Default: they are not.
   */
  pauseAfterMissed?: number | null;

  /**
   * How many chats may wait, and what comes to one that would be one too many. Default: no
   * bound.
   */
  full?: Full | null;

  /** How long a chat may wait, and what comes to one that has. Default: for ever. */
  tooLong?: TooLong | null;

  /** What the patron is told while nobody answers. Default: nothing. */
  notice?: Notice | null;

  /**
   * How long a patron who was written to may leave it at that, before the chat ends as if they had
   * left. Default: for ever.
   */
  idlePatron?: IdleRule | null;

  /**
   * How long an operator who took a chat, or to whom the patron wrote, may leave it at that, before
   * the chat is offered to others, at its old place in line. Default: for ever.
   */
  idleOperator?: IdleRule | null;
}

/**
 * What is wrong with a policy.
 *
 * More of them may come in any version: a `switch` needs a `default`.
 */
export type PolicyFault =
  /** It has no levels. */
  | "noLevels"
  /** It has too many. */
  | "tooManyLevels"
  /** A level names no source. */
  | "emptyPool"
  /** A level rings the best 0. */
  | "ringsNobody"
  /** An offer that ends in the instant of its birth. */
  | "lapsesAtOnce"
  /** The pause before a new round is below 1 s. */
  | "pauseTooShort"
  /** Operators who missed no offer would be paused. */
  | "pausesAtOnce"
  /** A level of a skill is not from 1 to 100. */
  | "noSuchSkillLevel"
  /** The queue's own operators are named by `assigned`. */
  | "namesItself"
  /** Chats would move on in a circle. */
  | "circle"
  /** What comes to a chat of a full queue, or after too long, is to keep waiting. */
  | "keepsWaiting"
  /** The queue is full with no chat, or the first instant is too long. */
  | "endsAtOnce"
  /** Whoever is to write would be idle at once, or told when it is too late. */
  | "idlesAtOnce";

/** Where a chat that nobody answers stands in line. */
export interface Position {
  /**
   * How many chats of its queue come before it, those who are being transferred there and those
   * for whom somebody is rung among them: 0 is the first in line.
   */
  before: number;

  /**
   * How long it may take until somebody is free for it; see `Router.position` for what that
   * supposes. Left out: nothing is known, since no chat of the queue has ended yet that somebody
   * answered, or nobody is there whom it reaches, or it waits for one operator alone.
   */
  expectedWait?: number;
}

/** A message as it was posted. */
export interface Posted {
  /** Who wrote it. */
  author: Author;

  /** The host's id of it. */
  message: string;

  /** Who may read it. */
  audience: Audience;

  /** What it says, unless `reference` says where that is. */
  text?: string;

  /** Where the host keeps what it says: a file, a picture. */
  reference?: Reference;
}

/** How an operator is seen. */
export type Presence =
  /** Eager to chat. */
  | "chat"
  /** There. */
  | "available"
  /** Away for a moment. */
  | "away"
  /** Away for longer. */
  | "xa"
  /** Not to be disturbed. */
  | "dnd"
  /** No session, and no grace. */
  | "offline";

/** What a class of priority gives to a chat. */
export type Priority =
  | Priority.Strict
  | Priority.HeadStart;

export namespace Priority {
  /** It comes before all chats of the classes below. */
  export interface Strict {
    type: "strict";
  }

  /** It counts as if it had come so much earlier than it did, among the ordinary ones. */
  export interface HeadStart {
    type: "headStart";

    /** How much. */
    span: Span;
  }
}

/** Whether a queue takes new chats. */
export type QueueState =
  /** It does, and other queues that name its operators ring them. */
  | "open"
  /** Only by levels for when it is not open; chats that were admitted while it was open wait on. */
  | "draining"
  /** As draining, with nobody left who was admitted while it was open; or closed by hand. */
  | "closed";

/** Which queues of an institution. */
export type Queues =
  | Queues.All
  | Queues.Only;

export namespace Queues {
  /** All, those of later too. */
  export interface All {
    type: "all";
  }

  /** These. */
  export interface Only {
    type: "only";

    /** Which ones. */
    queues: readonly string[];
  }
}

/** Whose timer it is. */
export type Reason =
  | Reason.OfferLapses
  | Reason.RingLapses
  | Reason.LevelEnds
  | Reason.PatienceEnds
  | Reason.RoundStarts
  | Reason.TransferLapses
  | Reason.WrapUpEnds
  | Reason.GrantHours
  | Reason.GraceEnds
  | Reason.SessionEnds
  | Reason.QueueOpens
  | Reason.QueueCloses
  | Reason.LevelOpens
  | Reason.LevelCloses
  | Reason.WaitEnds
  | Reason.NoticeDue
  | Reason.IdleDue
  | Reason.PatronGraceEnds;

export namespace Reason {
  /** An operator has not answered an offer. */
  export interface OfferLapses {
    type: "offerLapses";

    /** The chat. */
    chat: string;

    /** The offer. */
    offer: number;
  }

  /** Nobody of a level that rings all has claimed the chat. */
  export interface RingLapses {
    type: "ringLapses";

    /** The chat. */
    chat: string;

    /** The level, counted from 0. */
    level: number;
  }

  /** A chat rolls on from its level. */
  export interface LevelEnds {
    type: "levelEnds";

    /** The chat. */
    chat: string;
  }

  /** A chat waits for its preferred operator alone no longer. */
  export interface PatienceEnds {
    type: "patienceEnds";

    /** The chat. */
    chat: string;
  }

  /** All who declined or missed a chat are rung anew. */
  export interface RoundStarts {
    type: "roundStarts";

    /** The chat. */
    chat: string;
  }

  /** Nobody has accepted a transfer. */
  export interface TransferLapses {
    type: "transferLapses";

    /** The chat. */
    chat: string;

    /** The transfer. */
    transfer: number;
  }

  /** The time to finish a chat whose patron has left is over. */
  export interface WrapUpEnds {
    type: "wrapUpEnds";

    /** The chat. */
    chat: string;
  }

  /** The hours of a grant that an institution gives begin or end. */
  export interface GrantHours {
    type: "grantHours";

    /** Whose grant. */
    institution: string;
  }

  /** An operator whose last session ended has not come back. */
  export interface GraceEnds {
    type: "graceEnds";

    /** Who. */
    operator: string;
  }

  /** A session was not renewed. */
  export interface SessionEnds {
    type: "sessionEnds";

    /** Whose. */
    operator: string;

    /** Which one. */
    session: string;
  }

  /** A queue's hours begin. (A state by hand may outrank them.) */
  export interface QueueOpens {
    type: "queueOpens";

    /** The queue. */
    queue: string;
  }

  /** A queue's hours end. (A state by hand may outrank them.) */
  export interface QueueCloses {
    type: "queueCloses";

    /** The queue. */
    queue: string;
  }

  /** The own hours of a level begin. */
  export interface LevelOpens {
    type: "levelOpens";

    /** The queue. */
    queue: string;

    /** The level, counted from 0. */
    level: number;
  }

  /** The own hours of a level end. */
  export interface LevelCloses {
    type: "levelCloses";

    /** The queue. */
    queue: string;

    /** The level, counted from 0. */
    level: number;
  }

  /** A chat has waited in a queue as long as the policy allows. */
  export interface WaitEnds {
    type: "waitEnds";

    /** The chat. */
    chat: string;
  }

  /** A patron who waits is to be told so. */
  export interface NoticeDue {
    type: "noticeDue";

    /** The chat. */
    chat: string;
  }

  /** Somebody who is to write is told so, or has not written for too long. */
  export interface IdleDue {
    type: "idleDue";

    /** The chat. */
    chat: string;
  }

  /** A patron whose connection is lost has not come back. */
  export interface PatronGraceEnds {
    type: "patronGraceEnds";

    /** The chat. */
    chat: string;
  }
}

/** The people who are to see an event. */
export interface Recipients {
  /** Whether the patron of the chat is among them. */
  patron: boolean;

  /** Which operators are. */
  operators: string[];
}

/** The complete record of an ended chat. It belongs to the institution of the origin queue. */
export interface Record {
  /** The chat. */
  chat: string;

  /** Who asked. */
  patron: string;

  /** What the host knew of them when the chat opened. */
  context?: string;

  /** The ended chat after which they came back, if they did. */
  returns?: string;

  /** The channel by which they wrote, if one was named. */
  channel?: string;

  /** The institution whose patron it was. */
  institution: string;

  /** The queue on which it was opened. */
  origin: string;

  /** The queue where it was at the end. */
  queue: string;

  /** When it was opened. */
  openedAt: number;

  /** When the conversation ended: the patron left, or was left. A wrap-up comes after that. */
  endedAt: number;

  /** When the wrap-up was over. Left out: there was none. */
  wrappedUpAt?: number;

  /** How it ended. */
  outcome: Outcome;

  /** Who answered, in order, and for how long the patron had waited for each. */
  answers: Answer[];

  /** How many offers were made. */
  offers: number;

  /**
   * The levels that were passed, in order: the last ones, where there were more than
   * `Limits.levelsLeft`.
   */
  hops: Hop[];

  /** How many were passed before those. */
  hopsBefore?: number;

  /** The queues to which it moved on because a policy said so, in order. */
  overflows?: string[];

  /** The transfers, in order, with what came of each. */
  transfers: TransferRecord[];

  /** Every entry, whoever may read it. */
  transcript: Entry[];

  /** What those who answered said of it (`DescribeChat`), if anything. */
  details?: Details;

  /** Whether it was a practice chat: reports leave it out. */
  practice?: boolean;

  /**
   * What makes it possible to check them, where
   * `Config.digests` says so.
   */
  seal?: Seal;
}

/** Where the host keeps what a message says, and by what it is known again. Opaque to the router. */
export interface Reference {
  /** Under which key. */
  key: string;

  /** How many bytes it has there. Default: not told. */
  bytes?: number | null;

  /**
   * The digest of what is kept there, in the host's own form, such as `sha-256:` and its digits:
   * with it the transcript's digest vouches for what is kept as well. Default: not told.
   */
  digest?: string | null;
}

/**
 * Why a command was refused.
 *
 * Each has a stable machine code, the same in every language and never used again for
 * anything else, a sentence for people, and the ids that it speaks of.
 *
 * The checks are made in a fixed order, so that the same mistake always has the same code: texts
 * that are too long; names that nobody bears; whether the actor may; the state; the limits.
 *
 * More of them may come in any version: a `switch` needs a `default`.
 */
export type Refusal =
  | Refusal.TooLong
  | Refusal.LimitReached
  | Refusal.InvalidPolicy
  | Refusal.InvalidHours
  | Refusal.UnknownInstitution
  | Refusal.UnknownOperator
  | Refusal.UnknownQueue
  | Refusal.UnknownGroup
  | Refusal.UnknownChannel
  | Refusal.UnknownChat
  | Refusal.UnknownContact
  | Refusal.UnknownSession
  | Refusal.InstitutionExists
  | Refusal.OperatorExists
  | Refusal.QueueExists
  | Refusal.DuplicateChat
  | Refusal.QueueClosed
  | Refusal.NotPermitted
  | Refusal.WrongInstitution
  | Refusal.InUse
  | Refusal.NotAssigned
  | Refusal.NoGrant
  | Refusal.GrantClosed
  | Refusal.OwnPartner
  | Refusal.ProposalGone
  | Refusal.NoPartnership
  | Refusal.NoListing
  | Refusal.ListingNamesQueues
  | Refusal.UnknownPriority
  | Refusal.NoSuchSkillLevel
  | Refusal.NotPaused
  | Refusal.OperatorOffline
  | Refusal.ChatTaken
  | Refusal.OfferGone
  | Refusal.AcceptFirst
  | Refusal.WrongPhase
  | Refusal.NotInvited
  | Refusal.TransferToSelf
  | Refusal.NoSender
  | Refusal.TargetUnavailable
  | Refusal.NotEligible
  | Refusal.TransferGone
  | Refusal.OwnBuddy
  | Refusal.BothOutside
  | Refusal.ForeignBuddiesForbidden
  | Refusal.BuddyBlocked
  | Refusal.BuddyUnreachable
  | Refusal.NotBuddies
  | Refusal.ChatNeeded;

export namespace Refusal {
  /** A text has more bytes than the limit allows. */
  export interface TooLong {
    type: "tooLong";

    /** Which text. */
    what: Measured;

    /** How many bytes it has. */
    bytes: number;

    /** How many are allowed. */
    limit: number;
  }

  /** One more would be beyond the limit. */
  export interface LimitReached {
    type: "limitReached";

    /** Of what. */
    what: Limited;

    /** How many are allowed. */
    limit: number;
  }

  /** A policy cannot work. */
  export interface InvalidPolicy {
    type: "invalidPolicy";

    /** The level, counted from 0; or 0 where the fault is none of a level. */
    level: number;

    /** What is wrong with it. */
    fault: PolicyFault;
  }

  /** Hours have a fault. */
  export interface InvalidHours {
    type: "invalidHours";

    /**
     * Where, such as `hours.week[0].from`; in a policy, from there on:
     * `levels[1].onlyWhen.hours.timeZone`.
     */
    path: string;

    /** The first fault in them. */
    fault: HoursFault;
  }

  /** No institution bears this id. */
  export interface UnknownInstitution {
    type: "unknownInstitution";

    /** The id. */
    institution: string;
  }

  /** No operator bears this id. */
  export interface UnknownOperator {
    type: "unknownOperator";

    /** The id. */
    operator: string;
  }

  /** No queue bears this id. */
  export interface UnknownQueue {
    type: "unknownQueue";

    /** The id. */
    queue: string;
  }

  /** No group bears this id. */
  export interface UnknownGroup {
    type: "unknownGroup";

    /** The id. */
    group: string;
  }

  /** The configuration has no channel of this id. */
  export interface UnknownChannel {
    type: "unknownChannel";

    /** The id. */
    channel: string;
  }

  /** No open chat bears this id. */
  export interface UnknownChat {
    type: "unknownChat";

    /** The id. */
    chat: string;
  }

  /** Nobody here has to do with a contact of this id. */
  export interface UnknownContact {
    type: "unknownContact";

    /** The id. */
    contact: string;
  }

  /** The operator has no such session. */
  export interface UnknownSession {
    type: "unknownSession";

    /** Who. */
    operator: string;

    /** The session. */
    session: string;
  }

  /** An institution of this id is there already. */
  export interface InstitutionExists {
    type: "institutionExists";

    /** The id. */
    institution: string;
  }

  /** An operator of this id is there already. */
  export interface OperatorExists {
    type: "operatorExists";

    /** The id. */
    operator: string;
  }

  /** A queue of this id is there already. */
  export interface QueueExists {
    type: "queueExists";

    /** The id. */
    queue: string;
  }

  /** A chat of this id is open, or ended not long ago. */
  export interface DuplicateChat {
    type: "duplicateChat";

    /** The id. */
    chat: string;
  }

  /** The queue takes no chats now: none of its levels is active. */
  export interface QueueClosed {
    type: "queueClosed";

    /** The queue. */
    queue: string;

    /** When hours open it, or a level of it, next. `null` where they do not. */
    opensAt: number | null;
  }

  /** The actor may not do this. */
  export interface NotPermitted {
    type: "notPermitted";

    /** Who asked for it. */
    by: Asker;
  }

  /** The operator, queue or group is not of this institution. */
  export interface WrongInstitution {
    type: "wrongInstitution";

    /** Of which it would have to be. */
    institution: string;
  }

  /** Something still needs it, so that it cannot be removed. */
  export interface InUse {
    type: "inUse";

    /** What needs it. */
    by: Use;
  }

  /** The operator is not assigned to the queue. */
  export interface NotAssigned {
    type: "notAssigned";

    /** Who. */
    operator: string;

    /** The queue. */
    queue: string;
  }

  /** There is no live grant of `from` to `to` that covers this. */
  export interface NoGrant {
    type: "noGrant";

    /** Who would have to give it. */
    from: string;

    /** To whom. */
    to: string;
  }

  /**
   * The grants that would let this cross are outside their hours, or carry as many chats as they
   * may.
   */
  export interface GrantClosed {
    type: "grantClosed";

    /** Whose patron it is. */
    home: string;

    /** Where they would be answered. */
    to: string;
  }

  /** An institution cannot be its own partner. */
  export interface OwnPartner {
    type: "ownPartner";
  }

  /** There is no such proposal, or not any more. */
  export interface ProposalGone {
    type: "proposalGone";

    /** The proposal. */
    proposal: number;
  }

  /** The two have no partnership. */
  export interface NoPartnership {
    type: "noPartnership";

    /** With whom. */
    with: string;
  }

  /** The institution has no listing, or none that the other may see. */
  export interface NoListing {
    type: "noListing";

    /** Whose listing. */
    of: string;
  }

  /** What a listing asks for names queues, of a partner who is not known yet. */
  export interface ListingNamesQueues {
    type: "listingNamesQueues";
  }

  /** There is no such class of priority. */
  export interface UnknownPriority {
    type: "unknownPriority";

    /** The class. */
    priority: number;
  }

  /** A level of a skill is not from 1 to 100. */
  export interface NoSuchSkillLevel {
    type: "noSuchSkillLevel";

    /** The skill. */
    skill: string;
  }

  /** The operator is not paused. */
  export interface NotPaused {
    type: "notPaused";

    /** Who. */
    operator: string;
  }

  /** The operator has no session. */
  export interface OperatorOffline {
    type: "operatorOffline";

    /** Who. */
    operator: string;
  }

  /** Somebody else answers the chat. */
  export interface ChatTaken {
    type: "chatTaken";

    /** The chat. */
    chat: string;

    /** Who answers it. */
    winner: string;
  }

  /** The offer was declined, missed or withdrawn, or was never theirs. */
  export interface OfferGone {
    type: "offerGone";

    /** The chat. */
    chat: string;

    /** The offer. */
    offer: number;
  }

  /** The chat has to be accepted first: the queue wants that, or this is no message to the patron. */
  export interface AcceptFirst {
    type: "acceptFirst";

    /** The chat. */
    chat: string;
  }

  /** The chat is not in a state that allows this. */
  export interface WrongPhase {
    type: "wrongPhase";

    /** The chat. */
    chat: string;

    /** What it is. */
    phase: Phase;
  }

  /** The operator is not invited to the chat, and takes no part in it. */
  export interface NotInvited {
    type: "notInvited";

    /** The chat. */
    chat: string;

    /** Who. */
    operator: string;
  }

  /** A chat cannot be transferred to who has it. */
  export interface TransferToSelf {
    type: "transferToSelf";

    /** The chat. */
    chat: string;
  }

  /** Who answers the chat did not get it by a transfer. */
  export interface NoSender {
    type: "noSender";

    /** The chat. */
    chat: string;
  }

  /** The operator may not be offered a chat now: not there, paused, or full. */
  export interface TargetUnavailable {
    type: "targetUnavailable";

    /** Who. */
    operator: string;
  }

  /** The chat excludes the operator, or no level of the queue where it waits reaches them for it. */
  export interface NotEligible {
    type: "notEligible";

    /** Who. */
    operator: string;

    /** The chat. */
    chat: string;
  }

  /** There is no such transfer pending. */
  export interface TransferGone {
    type: "transferGone";

    /** The chat. */
    chat: string;

    /** The transfer. */
    transfer: number;
  }

  /** Nobody is their own buddy. */
  export interface OwnBuddy {
    type: "ownBuddy";
  }

  /** Both are contacts outside: what is between them is not known here. */
  export interface BothOutside {
    type: "bothOutside";
  }

  /** An institution does not let its operators and queues become buddies of anybody outside it. */
  export interface ForeignBuddiesForbidden {
    type: "foreignBuddiesForbidden";

    /** Which one of the two. */
    institution: string;
  }

  /** The sender has blocked them. */
  export interface BuddyBlocked {
    type: "buddyBlocked";

    /** Who is blocked. */
    buddy: Party;
  }

  /** They do not take anything from the sender. */
  export interface BuddyUnreachable {
    type: "buddyUnreachable";

    /** Who. */
    buddy: Party;
  }

  /** Neither of the two sees the other's presence. */
  export interface NotBuddies {
    type: "notBuddies";

    /** Who would have to be one. */
    buddy: Party;
  }

  /** The message would open a chat on the queue, and does not name one. */
  export interface ChatNeeded {
    type: "chatNeeded";

    /** The queue. */
    queue: string;
  }
}

/** Why a chat waits again, or somewhere else. */
export type RequeueReason =
  /** The operator who answered is gone. */
  | "operatorLost"
  /** The grant by which it was answered, or waited, at a partner has ended. */
  | "grantEnded"
  /** The policy of the queue where it waited sends it on. */
  | "overflow"
  /** The operator who answered has not written to the patron for too long. */
  | "operatorIdle";

/** What a grant lets the partner do. */
export type Right =
  | Right.Transfer
  | Right.Staff
  | Right.SeePresence
  | Right.Transcript;

export namespace Right {
  /** Transfer patrons to the giver's queues, and to the operators assigned to them. */
  export interface Transfer {
    type: "transfer";
  }

  /** Answer the giver's chats: its operators may be rung by levels of the giver's queues. */
  export interface Staff {
    type: "staff";
  }

  /**
   * See the presence of the giver's operators who are assigned to its queues, without a
   * subscription (`Router.colleagues`).
   */
  export interface SeePresence {
    type: "seePresence";
  }

  /**
   * Read the transcripts of the giver's chats when they answer them. Without this right the
   * partner reads as with `"fromNow"`.
   */
  export interface Transcript {
    type: "transcript";

    /** How much of them. */
    view: View;
  }
}

/** How many operators of a level are rung at once. */
export type Ring =
  | Ring.All
  | Ring.Best;

export namespace Ring {
  /** Everybody: the first to claim wins. Such an offer is a broadcast and reserves nothing. */
  export interface All {
    type: "all";

    /**
     * When the ring ends for everybody who has not answered, counted from its start; they
     * have missed it then. `null`, the default, on the wire `never`: not before the level is
     * left.
     */
    lapseAfter?: Span | "never";
  }

  /**
   * The best few, the next best whenever one declines or misses. Such an offer is targeted and
   * reserves its place in the operator's capacity.
   */
  export interface Best {
    type: "best";

    /** How many at once, at least 1. Default: 1. */
    count?: number;

    /** Which of them is better. */
    order: Order;

    /**
     * Whether those who are better at what is needed come first, and the order decides among
     * equals: by the sum of their levels in the skills that the chat and the level ask for,
     * up to 1,023. Default: no.
     */
    proficientFirst?: boolean;

    /**
     * When an offer ends for somebody who has not answered; they have missed it then.
     * `null`, on the wire `never`: not before the level is left. Default: 20 s.
     */
    lapseAfter?: Span | "never";
  }
}

/** Why a chat rolls on from a level. */
export type RollReason =
  /** The level's wait is over. */
  | "unanswered"
  /** Everybody there has declined or missed it. */
  | "allDeclined"
  /** Nobody of the level is there. */
  | "nobodyThere"
  /** Everybody there is busy, and the level says to roll on then. */
  | "allBusy"
  /** The level is not active now: its queue is closed, or open, or it is not in its own hours. */
  | "outOfHours";

/** What a record has besides its entries, so that they can be checked. */
export interface Seal {
  /** Where the chain stands after the last entry. */
  digest: string;

  /** The salt of each entry, in order; `null` where it was masked. */
  salts: (string | null)[];
}

/** How a session shows an operator, as in XMPP, the best first. */
export type Show =
  /** Eager to chat. */
  | "chat"
  /** There. */
  | "available"
  /** Away for a moment. */
  | "away"
  /** Away for longer. */
  | "xa"
  /** Not to be disturbed: chats in progress go on. */
  | "dnd";

/** An entry that the reader may read. */
export interface Shown {
  /** The entry. */
  entry: Entry;

  /** Its salt. Left out: it was masked, and its leaf is that of what it said before. */
  salt?: string;
}

/**
 * Where the operators of a level's pool come from.
 *
 * Whichever it is, only operators with whose institution there is a live grant to staff the queue
 * are ever rung, and those of the queue's own institution.
 */
export type Source =
  | Source.Assigned
  | Source.Queue
  | Source.Group
  | Source.Operators;

export namespace Source {
  /** The operators assigned to the queue itself who have opted in. */
  export interface Assigned {
    type: "assigned";
  }

  /**
   * The operators assigned to another queue, of this institution or of a partner, who have
   * opted in, while that queue is open. Its own levels do not apply.
   */
  export interface Queue {
    type: "queue";

    /** That queue. */
    queue: string;
  }

  /** The operators of a group, of this institution or of a partner. */
  export interface Group {
    type: "group";

    /** The group. */
    group: string;
  }

  /** These operators, whether assigned or not. */
  export interface Operators {
    type: "operators";

    /** Who they are. */
    operators: readonly string[];
  }
}

/** What one party tells the other about a subscription, by its name in RFC 6121. */
export type Stanza =
  /** They ask to see the presence of whom they tell it. */
  | "subscribe"
  /** They let them see theirs. */
  | "subscribed"
  /** They do not want to see it any more. */
  | "unsubscribe"
  /** They do not let them see theirs. */
  | "unsubscribed";

/** What is between a party and a buddy, as the party sees it: the nine states of RFC 6121. */
export type Subscription =
  /** Neither sees the other's presence, and nobody has asked. */
  | "none"
  /** Neither does; the party has asked. */
  | "nonePendingOut"
  /** Neither does; the buddy has asked. */
  | "nonePendingIn"
  /** Neither does; both have asked. */
  | "nonePendingOutIn"
  /** The party sees the buddy's presence. */
  | "to"
  /** The party does, and the buddy has asked. */
  | "toPendingIn"
  /** The buddy sees the party's presence. */
  | "from"
  /** The buddy does, and the party has asked. */
  | "fromPendingOut"
  /** Each sees the other's. */
  | "both";

/** What a queue may be set to by hand. */
export type Switch =
  /** Open, whatever its hours. */
  | "open"
  /** Not open: chats that wait keep their levels. */
  | "draining"
  /**
   * Not open. What the policy says after the last level comes to the chats that were admitted
   * while it was open and wait, and pending transfers of such chats to it fail. Where the policy
   * lets them wait on, they do.
   */
  | "closed"
  /** What its hours say. */
  | "byHours";

/** Where a transfer goes. */
export type Target =
  | Target.Operator
  | Target.Queue;

export namespace Target {
  /** To this operator. */
  export interface Operator {
    type: "operator";

    /** Who. */
    operator: string;
  }

  /** To this queue, by its levels. */
  export interface Queue {
    type: "queue";

    /** Which one. */
    queue: string;
  }
}

/** What two institutions agree on, as the one that proposes it sees it. */
export interface Terms {
  /** What the proposer lets the other do. */
  gives?: readonly Grant[];

  /** What the other lets the proposer do. */
  asks?: readonly Grant[];

  /** What becomes of chats in progress when a grant that carries them ends. Default: they finish. */
  onEnd?: EndRule;
}

/** A bound on how long a chat waits in a queue. */
export interface TooLong {
  /** How long, at least 1 ms, counted from when it began to wait in this queue. */
  after: Span;

  /** What comes to it then. */
  then: After;
}

/**
 * A transcript as somebody may read it, whole or in part, such that it can be checked: of an entry
 * that they may not read it has the number and the leaf.
 */
export interface TranscriptView {
  /** The chat. */
  chat: string;

  /** Where the chain stands after the last entry. */
  digest: string;

  /** Every entry, shown or not, in order. */
  links: Link[];
}

/** Why a transfer came to nothing. */
export type TransferFailure =
  /** The operator whom it named declined. */
  | "declined"
  /** Nobody accepted in time. */
  | "lapsed"
  /** It was taken back. */
  | "cancelled"
  /**
   * The operator whom it named may not be offered chats any more: they left, paused, are away
   * or full.
   */
  | "targetLost"
  /** The operator who had asked for it is gone. */
  | "senderLost"
  /** Nobody of the queue is there, and its policy does not let chats wait for them. */
  | "nobodyThere"
  /** The grant that carried it has ended. */
  | "grantEnded"
  /** The queue was closed by hand. */
  | "queueClosed"
  /** The chat was given to somebody else. */
  | "reassigned"
  /** The chat ended first. */
  | "chatEnded";

/** What happens when somebody accepts a transfer. */
export type TransferMode =
  /** The chat is theirs, and the sender has it no more. */
  | "blind"
  /**
   * They read along and talk with the sender alone; the chat is theirs when the sender says so
   * (`CompleteTransfer`).
   */
  | "consult"
  /** The chat is theirs, and the sender stays as an invited operator. */
  | "join";

/** A transfer and what came of it. */
export interface TransferRecord {
  /** Who handed the chat over, or tried to. */
  from: string;

  /** To whom. */
  to: Target;

  /** What was to happen when somebody accepts. */
  mode?: TransferMode;

  /** When they asked for it. */
  at: number;

  /** Why, in their words. */
  reason?: string;

  /** What came of it. `null` while it is pending. */
  result: TransferResult | null;
}

/** What an operator asked for who hands a chat over. */
export interface TransferRequest {
  /** Which transfer. */
  transfer: number;

  /** To whom. */
  to: Target;

  /** Why. */
  reason?: string;

  /** What the new operator should know. */
  note?: string;
}

/** What came of a transfer. */
export type TransferResult =
  | TransferResult.Completed
  | TransferResult.Failed;

export namespace TransferResult {
  /** This operator took the chat. */
  export interface Completed {
    type: "completed";

    /** Who. */
    by: string;
  }

  /** Nobody took it. */
  export interface Failed {
    type: "failed";

    /** Why not. */
    why: TransferFailure;
  }
}

/**
 * What still needs something that was to be removed.
 *
 * More of them may come in any version: a `switch` needs a `default`.
 */
export type Use =
  /** Operators of the institution. */
  | "operators"
  /** Queues of the institution. */
  | "queues"
  /** Groups of the institution. */
  | "groups"
  /** Partnerships or proposals of the institution. */
  | "partnerships"
  /** A policy that names it. */
  | "policy"
  /** Open chats of the queue. */
  | "chats";

/**
 * What stands between an operator and a chat at one level: the first thing that does, in the order of
 * this list.
 */
export type Verdict =
  | Verdict.Rung
  | Verdict.RungElsewhere
  | Verdict.Answers
  | Verdict.Excluded
  | Verdict.Refused
  | Verdict.OptedOut
  | Verdict.QueueClosed
  | Verdict.NoGrant
  | Verdict.GrantAtCap
  | Verdict.GrantClosed
  | Verdict.LacksSkill
  | Verdict.NotThere
  | Verdict.NoRoom
  | Verdict.AssignmentFull
  | Verdict.TooManyBroadcasts
  | Verdict.LevelNotEntered
  | Verdict.LevelDormant
  | Verdict.LevelLeft
  | Verdict.Next
  | Verdict.EnoughRung;

export namespace Verdict {
  /** They are rung for it by this level. */
  export interface Rung {
    type: "rung";

    /** The offer. */
    offer: number;

    /** By what they were the best. Left out: the level rings everybody; or it waits for them alone. */
    won?: Won;

    /** When the offer ends. Left out: when the chat is taken or moves on. */
    lapsesAt?: number;
  }

  /** They are rung for it already, but not by this level. */
  export interface RungElsewhere {
    type: "rungElsewhere";

    /** By which one. Left out: the chat waits for them alone. */
    level?: number;
  }

  /** They answer it, and want to hand it over. */
  export interface Answers {
    type: "answers";
  }

  /** The chat excludes them. */
  export interface Excluded {
    type: "excluded";
  }

  /** They declined or missed it in this round. */
  export interface Refused {
    type: "refused";
  }

  /** They are assigned to the queue, and have opted out. */
  export interface OptedOut {
    type: "optedOut";
  }

  /** The level names the queue to which they are assigned, which is not open. */
  export interface QueueClosed {
    type: "queueClosed";
  }

  /** No live grant lets their institution staff the queue. */
  export interface NoGrant {
    type: "noGrant";
  }

  /** The grants that would let their institution staff the queue carry as many chats as they may. */
  export interface GrantAtCap {
    type: "grantAtCap";

    /** How many. */
    cap: number;
  }

  /** The grants that would let their institution staff the queue are outside their hours. */
  export interface GrantClosed {
    type: "grantClosed";
  }

  /** They lack a skill that is asked for here: the first of them by its id. */
  export interface LacksSkill {
    type: "lacksSkill";

    /** Which one. */
    skill: string;

    /** At which level they have it; 0 is not at all. */
    has: number;

    /** At which level it is needed. */
    needs: number;
  }

  /** They are not there, or take nothing new. */
  export interface NotThere {
    type: "notThere";

    /** Why. */
    why: Absence;
  }

  /** They have no room for it. */
  export interface NoRoom {
    type: "noRoom";

    /** How many units it takes. */
    needs: number;

    /** For how many they have room. */
    room: number;

    /** How many they take in all. */
    capacity: number;
  }

  /** They have taken as much through their assignment as its limit allows. */
  export interface AssignmentFull {
    type: "assignmentFull";

    /** How many units the chat takes. */
    needs: number;

    /** For how many there is room. */
    room: number;
  }

  /** They hold as many broadcast offers as may be: it waits its turn with them. */
  export interface TooManyBroadcasts {
    type: "tooManyBroadcasts";

    /** How many. */
    holds: number;
  }

  /** Nothing, but the chat has not come to the level. */
  export interface LevelNotEntered {
    type: "levelNotEntered";
  }

  /** Nothing, but the level is not active at this time. */
  export interface LevelDormant {
    type: "levelDormant";
  }

  /** Nothing, but the chat has left the level for good. */
  export interface LevelLeft {
    type: "levelLeft";
  }

  /** Nothing, but enough operators of the level are rung; they would be the next. */
  export interface Next {
    type: "next";

    /** By what they are the best of the others. Left out: the level rings everybody. */
    won?: Won;
  }

  /** Nothing, but enough operators of the level are rung, and others would come before them. */
  export interface EnoughRung {
    type: "enoughRung";

    /** Their place among those who are not rung: 2 comes after the next. */
    place: number;

    /** By what they have that place. */
    won?: Won;
  }
}

/** How much of a chat an operator of a partner sees. */
export type View =
  /** What is written from the hand-over on, and not who the patron is. */
  | "fromNow"
  /** Everything, but not who the patron is. */
  | "masked"
  /** Everything, and who the patron is. */
  | "full";

/** What a chat does at a level all of whose operators are busy. */
export type WhenBusy =
  /** It waits until one is free, or the level's wait is over. */
  | "wait"
  /** It rolls on at once, as it does where nobody is there. */
  | "rollOn";

/** A time of being open, on some days of the week. */
export interface Window {
  /**
   * The days on which it begins, each once and at least one. Default: every day (for an
   * exception: every date that it names).
   */
  days?: readonly Day[];

  /** When it opens, as the clocks of the time zone show it: `HH:MM`, from `00:00` to `23:59`. */
  from: string;

  /**
   * When it closes: `HH:MM`, from `00:00` to `24:00`. Where that is earlier than `from`, it is
   * on the next day; `00:00` is the same as `24:00` then. It may not equal `from`.
   */
  to: string;
}

/** Why an offer is no more. */
export type Withdrawal =
  | Withdrawal.Claimed
  | Withdrawal.Full
  | Withdrawal.Absent
  | Withdrawal.Unassigned
  | Withdrawal.GrantEnded
  | Withdrawal.QueueClosed
  | Withdrawal.GrantClosed
  | Withdrawal.LevelLeft
  | Withdrawal.PolicyChanged
  | Withdrawal.TransferOver
  | Withdrawal.Returned
  | Withdrawal.ChatEnded;

export namespace Withdrawal {
  /** Somebody else took the chat. */
  export interface Claimed {
    type: "claimed";

    /** Who. */
    winner: string;
  }

  /** The operator has as many chats as they take. */
  export interface Full {
    type: "full";
  }

  /** The operator is not there any more: away, paused, gone. */
  export interface Absent {
    type: "absent";
  }

  /**
   * The operator may not be rung for this chat any more: opted out, taken off the queue or the
   * group, removed, or without a skill that it asks for.
   */
  export interface Unassigned {
    type: "unassigned";
  }

  /** The grant that covered it has ended. */
  export interface GrantEnded {
    type: "grantEnded";
  }

  /** The queue whose staff they were rung as is open no more. */
  export interface QueueClosed {
    type: "queueClosed";
  }

  /** The grant that covered it is outside its hours, or carries as many chats as it may. */
  export interface GrantClosed {
    type: "grantClosed";
  }

  /** The chat has left the level. */
  export interface LevelLeft {
    type: "levelLeft";
  }

  /** The queue has another policy. */
  export interface PolicyChanged {
    type: "policyChanged";
  }

  /** The transfer failed or was taken back. */
  export interface TransferOver {
    type: "transferOver";
  }

  /** The chat has returned to somebody who had lost it. */
  export interface Returned {
    type: "returned";
  }

  /** The chat ended. */
  export interface ChatEnded {
    type: "chatEnded";
  }
}

/**
 * By which order an operator was the best of a level, and by which key: as they stood just before
 * the offer, which is when they were chosen.
 *
 * Keys are compared from left to right, and the better one comes first: the higher
 * `proficiency`, where it counts; then the better
 * `figure`, which is what the order looks at; then the lower
 * `turn` or `registration`.
 *
 * | order | figure | better is | then |
 * |---|---|---|---|
 * | `"leastBusy"` | the units that their chats took, reserved ones too | less | the longest idle: the turn at which their last chat began or ended, or they came |
 * | `"mostSpare"` | the units that they had to spare | more | the longest idle |
 * | `"longestIdle"` | 0 for those without a chat, 1 for the others | less | the longest idle |
 * | `"roundRobin"` | none | | the turn at which they were last offered a chat; those who never were come first, by their registration |
 * | `"weightedRoundRobin"` | none | | the turn at which they were last offered the whole of their weight, in this pool; those who never were come first, by their registration |
 * | `"fixedRanks"` | their rank | less | the longest idle |
 *
 * Turns are counted, not timed: they say who was first, and nothing else. Above 65,535 (above 1,023
 * where proficiency counts) figures are as good as that.
 */
export interface Won {
  /** The order. */
  order: Order;

  /**
   * How good they were at what was needed, up to 1,023, where the level rings the most proficient
   * first.
   */
  proficiency?: number;

  /** What the order looks at. Left out: at turns alone. */
  figure?: number;

  /** The turn that decides among equals, the lowest first. */
  turn?: number;

  /** The number of registration that decides among those whose turn never was, the lowest first. */
  registration?: number;
}

/** A whole collaborative, as people write it down. */
export interface Setup {
  /** The tenants, in the order of registration. */
  institutions?: readonly Setup.Institution[];

  /** The staff of all institutions, in the order of registration. */
  operators?: readonly Setup.Operator[];

  /** Named groups of operators. */
  groups?: readonly Setup.Group[];

  /** Lists of holidays by name, for hours to refer to. */
  holidays?: { [name: string]: Holidays };

  /** Opening hours by name, for queues and levels to refer to. */
  hours?: { [name: string]: Hours };

  /** The queues of all institutions, in the order of registration. */
  queues?: readonly Setup.Queue[];

  /** Who supervises what. */
  supervisors?: readonly Setup.Supervisor[];

  /** What institutions have agreed on, two by two. */
  partnerships?: readonly Setup.Partnership[];
}

export namespace Setup {
  /** An operator's assignment to a queue. Where there is no more to say, their id stands for it. */
  export interface Assigned {
    /** Who. */
    operator: string;

    /** Whether they have opted in. Default: as they have it; at first they have. */
    enabled?: boolean | null;

    /** Their rank where the order is by fixed ranks: 0 is the first. Default: 0. */
    rank?: number;

    /**
     * How many chats their turn is worth where the order is round robin by weight; 0 counts as 1.
     * Default: 1.
     */
    weight?: number;

    /**
     * The most units of chats that they answer at once of those that reached them through this
     * assignment. Default: as many as their capacity allows.
     */
    limit?: number | null;
  }

  /** A named group of operators. */
  export interface Group {
    /** Its id. */
    id: string;

    /** Whose group it is. */
    institution: string;

    /** Who is in it, all of that institution, in the order of fixed ranks. Default: nobody. */
    operators?: readonly string[];
  }

  /** A tenant. */
  export interface Institution {
    /** Its id. */
    id: string;

    /**
     * Whether it sees the listings of others, and may answer them. Default: as it has it; at first
     * it does.
     */
    seesListings?: boolean | null;
  }

  /** A member of staff. */
  export interface Operator {
    /** Their id. */
    id: string;

    /** Where they work. */
    institution: string;

    /**
     * How many units of chats they answer at once; a chat costs one unit unless its channel costs
     * more. 0: none.
     */
    capacity: number;

    /** Their skills and the level of each, from 1 to 100. Default: none. */
    skills?: { [name: string]: number };
  }

  /** What two institutions have agreed on. */
  export interface Partnership {
    /** The two, each with what it lets the other do. */
    sides: Side;

    /** What becomes of chats in progress when a grant that carries them ends. Default: they finish. */
    onEnd?: EndRule;
  }

  /** Where an institution's patrons wait. */
  export interface Queue {
    /** Its id. */
    id: string;

    /** Whose queue it is. */
    institution: string;

    /**
     * What it does with a waiting chat. Default: one level that rings everybody assigned until
     * somebody takes the chat.
     */
    policy?: Policy;

    /** When it is open: the name of hours, or a table with the hours themselves. Default: always. */
    hours?: OwnHours | null;

    /**
     * What whoever answers its patrons should know to speak in its name
     * (`SetProfile`). Default: nothing.
     */
    profile?: string | null;

    /**
     * Who is assigned to it: operators of its institution, or of one that it lets staff it. Each is
     * an id, or a table where there is more to say. Default: nobody.
     */
    assigned?: readonly (string | Assigned)[];
  }

  /** One of two partners, with what it lets the other do. */
  export interface Side {
    /** Which institution. */
    institution: string;

    /** What it lets the other do. Default: nothing. */
    gives?: readonly Grant[];
  }

  /** Marks an operator as supervisor over queues and groups of their institution. */
  export interface Supervisor {
    /** Who. */
    operator: string;

    /** Over which queues. Default: none. */
    queues?: readonly string[];

    /** Over which groups. Default: none. */
    groups?: readonly string[];
  }
}

/**
 * What came of the chats that have ended. Practice chats are not in it.
 *
 * Chats belong to the institution and the queue where they were opened, and to the hour in which they
 * were; those that are still open are not in it yet.
 */
export interface Report {
  /** Where the clocks are that say the hour. */
  timeZone: string;

  /** When it begins: the time of the first event that was heard. */
  from: number;

  /** When it ends. */
  until: number;

  /** All chats. */
  all: Report.Chats;

  /**
   * The chats of each queue. Rollovers are of the levels of the queue; offers, those that were made in
   * its name.
   */
  queues: { [name: string]: Report.Chats };

  /** Each institution. */
  institutions: { [name: string]: Report.InstitutionReport };

  /** Each operator. */
  operators: { [name: string]: Report.OperatorReport };

  /**
   * The chats by the hour of the day in which they were opened, 24 of them; offers by the hour in which
   * they were made.
   */
  hours: Report.Chats[];

  /** Who answered whose patrons: by the first answer. */
  reciprocity: Report.Exchange[];
}

export namespace Report {
  /**
   * What came of chats that have ended.
   *
   * `offered` is `answered`, `abandoned` and `unanswered` together. Chats that an operator began
   * (`StartChat`) are counted as `started` and among the `durations`, and nowhere
   * else: nobody waited for them.
   */
  export interface Chats {
    /** How many patrons asked. */
    offered: number;

    /** How many of them somebody answered. */
    answered: number;

    /** How many of those were first answered by somebody of the patron's own institution. */
    answeredAtHome: number;

    /** How many by a partner. */
    answeredByPartners: number;

    /** How many patrons left before anybody answered. */
    abandoned: number;

    /**
     * How many chats ended without an answer and without the patron's doing: a message was taken, the
     * queue closed them, or somebody did.
     */
    unanswered: number;

    /** How many chats an operator began. */
    started: number;

    /** What became of the offers. */
    offers: Offers;

    /** How often a chat left each level, from level 0 on; of a queue, the levels of that queue. */
    rollovers: number[];

    /**
     * How often chats rolled over before what their records still tell
     * (`Record.hopsBefore`).
     */
    rolloversBefore?: number;

    /** How often a policy sent a chat on to another queue. */
    overflows: number;

    /** What came of the transfers. */
    transfers: Transfers;

    /** How long those who were answered had waited for the first answer. */
    waits: Spread;

    /** How long those waited who abandoned. */
    abandonedAfter: Spread;

    /** How long the conversations took, from the first answer on, wrap-ups left out. */
    durations: Spread;
  }

  /** How many chats of one institution's patrons another answered, or the same. */
  export interface Exchange {
    /** Whose patrons. */
    home: string;

    /** Who answered first. */
    answeredBy: string;

    /** How many chats. */
    chats: number;
  }

  /** What an institution asked and gave. */
  export interface InstitutionReport {
    /** The chats of its patrons. Offers are those to its operators, whoever's patrons. */
    chats: Chats;

    /** How many chats its operators answered first, of whoever's patrons. */
    answered: number;

    /** How many of them were patrons of others. */
    answeredForPartners: number;

    /** For how long at least one of its operators was seen as `chat` or `available`, and not paused. */
    covered: number;

    /** The same by the hour of the day, 24 of them. */
    coveredByHour: number[];

    /** For how long its operators were, all together. */
    onDuty: number;
  }

  /** What became of the offers of ended chats. */
  export interface Offers {
    /** How many were made: all those below. */
    made: number;

    /** Whoever was rung took the chat, or a consultation about it. */
    accepted: number;

    /** They declined. */
    declined: number;

    /** They did not answer in time. */
    missed: number;

    /** Somebody else was faster. */
    lost: number;

    /** The chat moved on or ended, or they could not take it any more. */
    withdrawn: number;
  }

  /** What an operator did. */
  export interface OperatorReport {
    /** Where they work. Left out: nobody told. */
    institution?: string;

    /** What became of the offers to them. */
    offers: Offers;

    /** How many chats they began. */
    started: number;

    /**
     * How long the patrons whom they answered had waited for them, by every answer and not by the first
     * alone: zero at a transfer. `n` is how many chats they got.
     */
    waits: Spread;

    /**
     * How long they had each chat: until the next operator took it or the patron began to wait for one;
     * their last turn, until the conversation was over.
     */
    durations: Spread;

    /** For how long they were on duty. */
    onDuty: number;
  }

  /**
   * How spans are spread.
   *
   * `n`, `mean` and `max` are exact, the mean to the millisecond. The others are the smallest span that
   * so many of all are not longer than: exact below 256 ms, and above that too long by less than 1 %.
   * With `n` of 0 all are 0.
   */
  export interface Spread {
    /** How many there are. */
    n: number;

    /** Their mean. */
    mean: number;

    /** Half of them are not longer. */
    median: number;

    /** 90 % of them are not longer. */
    p90: number;

    /** 95 % of them are not longer. */
    p95: number;

    /** The longest. */
    max: number;
  }

  /** What came of transfers. */
  export interface Transfers {
    /** How many were asked for. */
    asked: number;

    /** How many somebody accepted. */
    completed: number;

    /** How many came to nothing. */
    failed: number;
  }
}

/** What another setup would have done with a recorded journal. */
export interface WhatIf {
  /** What the journal came to. */
  recorded: Report;

  /** What the other setup would have come to, at the time at which the journal ends. */
  supposed: Report;

  /**
   * Every chat that a patron asked for and that has ended in either, in the order of their ids. Practice
   * chats are left out, as in the reports.
   */
  chats: WhatIf.Compared[];

  /** How much of it is what was recorded, and how much is not. */
  assumed: WhatIf.Assumed;
}

export namespace WhatIf {
  /** How much of a supposed world is recorded, and how much is drawn or left out. */
  export interface Assumed {
    /** Commands that set something up: the document stands for them. */
    setupCommands: number;

    /** Answers to offers as they were given in the journal. */
    answersRecorded: number;

    /** Answers to offers that were drawn. */
    answersDrawn: number;

    /** Patrons who left after a time that was drawn. */
    patienceDrawn: number;

    /** Conversations whose length was drawn. */
    conversationsDrawn: number;

    /** What people did in the journal and could not do here, by the code of the refusal. */
    refused: { [name: string]: number };
  }

  /**
   * What came of chats that have ended.
   *
   * `offered` is `answered`, `abandoned` and `unanswered` together. Chats that an operator began
   * (`StartChat`) are counted as `started` and among the `durations`, and nowhere
   * else: nobody waited for them.
   */
  export interface Chats {
    /** How many patrons asked. */
    offered: number;

    /** How many of them somebody answered. */
    answered: number;

    /** How many of those were first answered by somebody of the patron's own institution. */
    answeredAtHome: number;

    /** How many by a partner. */
    answeredByPartners: number;

    /** How many patrons left before anybody answered. */
    abandoned: number;

    /**
     * How many chats ended without an answer and without the patron's doing: a message was taken, the
     * queue closed them, or somebody did.
     */
    unanswered: number;

    /** How many chats an operator began. */
    started: number;

    /** What became of the offers. */
    offers: Offers;

    /** How often a chat left each level, from level 0 on; of a queue, the levels of that queue. */
    rollovers: number[];

    /**
     * How often chats rolled over before what their records still tell
     * (`Record.hopsBefore`).
     */
    rolloversBefore?: number;

    /** How often a policy sent a chat on to another queue. */
    overflows: number;

    /** What came of the transfers. */
    transfers: Transfers;

    /** How long those who were answered had waited for the first answer. */
    waits: Spread;

    /** How long those waited who abandoned. */
    abandonedAfter: Spread;

    /** How long the conversations took, from the first answer on, wrap-ups left out. */
    durations: Spread;
  }

  /** What became of a chat, and what would have. */
  export interface Compared {
    /** The chat. */
    chat: string;

    /** What became of it. */
    recorded: Fate;

    /** What would have. */
    supposed: Fate;
  }

  /** How many chats of one institution's patrons another answered, or the same. */
  export interface Exchange {
    /** Whose patrons. */
    home: string;

    /** Who answered first. */
    answeredBy: string;

    /** How many chats. */
    chats: number;
  }

  /** What became of a chat. */
  export type Fate =
    | Fate.Answered
    | Fate.Abandoned
    | Fate.Unanswered
    | Fate.Open;

  export namespace Fate {
    /** Somebody answered it. */
    export interface Answered {
      type: "answered";

      /** Who did first. */
      operator: string;

      /** Where they work. */
      institution: string;

      /** Whether that is the institution whose patron it was. */
      atHome: boolean;

      /** For how long the patron had waited. */
      waited: number;
    }

    /** The patron left first. */
    export interface Abandoned {
      type: "abandoned";

      /** For how long they had waited. */
      waited: number;
    }

    /** It ended without an answer: a message was taken, or it was closed. */
    export interface Unanswered {
      type: "unanswered";

      /** For how long the patron had waited. */
      waited: number;
    }

    /** It was open when the journal ended, or was never opened. */
    export interface Open {
      type: "open";
    }
  }

  /** What an institution asked and gave. */
  export interface InstitutionReport {
    /** The chats of its patrons. Offers are those to its operators, whoever's patrons. */
    chats: Chats;

    /** How many chats its operators answered first, of whoever's patrons. */
    answered: number;

    /** How many of them were patrons of others. */
    answeredForPartners: number;

    /** For how long at least one of its operators was seen as `chat` or `available`, and not paused. */
    covered: number;

    /** The same by the hour of the day, 24 of them. */
    coveredByHour: number[];

    /** For how long its operators were, all together. */
    onDuty: number;
  }

  /** What became of the offers of ended chats. */
  export interface Offers {
    /** How many were made: all those below. */
    made: number;

    /** Whoever was rung took the chat, or a consultation about it. */
    accepted: number;

    /** They declined. */
    declined: number;

    /** They did not answer in time. */
    missed: number;

    /** Somebody else was faster. */
    lost: number;

    /** The chat moved on or ended, or they could not take it any more. */
    withdrawn: number;
  }

  /** What an operator did. */
  export interface OperatorReport {
    /** Where they work. Left out: nobody told. */
    institution?: string;

    /** What became of the offers to them. */
    offers: Offers;

    /** How many chats they began. */
    started: number;

    /**
     * How long the patrons whom they answered had waited for them, by every answer and not by the first
     * alone: zero at a transfer. `n` is how many chats they got.
     */
    waits: Spread;

    /**
     * How long they had each chat: until the next operator took it or the patron began to wait for one;
     * their last turn, until the conversation was over.
     */
    durations: Spread;

    /** For how long they were on duty. */
    onDuty: number;
  }

  /**
   * How spans are spread.
   *
   * `n`, `mean` and `max` are exact, the mean to the millisecond. The others are the smallest span that
   * so many of all are not longer than: exact below 256 ms, and above that too long by less than 1 %.
   * With `n` of 0 all are 0.
   */
  export interface Spread {
    /** How many there are. */
    n: number;

    /** Their mean. */
    mean: number;

    /** Half of them are not longer. */
    median: number;

    /** 90 % of them are not longer. */
    p90: number;

    /** 95 % of them are not longer. */
    p95: number;

    /** The longest. */
    max: number;
  }

  /** What came of transfers. */
  export interface Transfers {
    /** How many were asked for. */
    asked: number;

    /** How many somebody accepted. */
    completed: number;

    /** How many came to nothing. */
    failed: number;
  }
}

/** What the router or its files could not do. Nothing has changed then, but for `Router.replay`. */
export class RefdeskError extends Error {
  protected constructor(code: string, message: string);

  /** The stable machine code, the same in every language. */
  readonly code: string;
}

/** A command that was not carried out. */
export class Refused extends RefdeskError {
  /** Why, with the ids that it speaks of. */
  readonly refusal: Refusal;
}

/** A setup document with faults. */
export class InvalidSetup extends RefdeskError {
  /** Each fault, where it is and which. */
  readonly report: SetupReport;
}

/** What was kept gives no router. */
export class InvalidSnapshot extends RefdeskError {}

/** A journal that is damaged, has a gap, or does not go on from this router. */
export class InvalidJournal extends RefdeskError {
  /** What happened before the fault, where it was replayed: the router stands there now. Otherwise nothing. */
  readonly events: Event[];
}

/** A transcript that is not what its digests say. */
export class ChainBroken extends RefdeskError {}

/**
 * The library has a fault: a rule that holds between any two steps does not, or it panicked, now or before: a router or a
 * tally that it stopped in answers nothing more.
 */
export class InvariantBroken extends RefdeskError {}

/** A value that no command can have, such as an empty id. The text begins with its place. */
export class InvalidValue extends RefdeskError {
  readonly code: "invalid_value";
}

/** How a router is made. */
export interface RouterOptions {
  /** Its configuration. What is left out is as by default. */
  config?: Config;

  /** The instant at which it begins. Default: 0, which is 1970. */
  now?: Instant;

  /**
   * 32 bytes that key its hash tables, so that nobody who chooses ids can make it slow: give random ones where
   * ids come from outside. Default: zeros.
   */
  secret?: Uint8Array;
}

/**
 * A whole collaborative as a deterministic state machine.
 *
 * The same configuration and the same commands at the same times give the same events. It has no clock: time moves
 * by `advance` alone. It belongs to the thread that made it.
 */
export class Router {
  /** A router without institutions. Throws `InvalidValue`. */
  constructor(options?: RouterOptions);

  /**
   * A router that goes on where another stood when a snapshot was taken: bytes of `snapshot`, or the text of
   * `snapshotJson`. Throws `InvalidSnapshot`.
   *
   * `adoptTimeZones` takes a snapshot of other time zone data, and looks at all hours again. Default: no.
   */
  static restore(
    snapshot: Uint8Array | string,
    options?: { secret?: Uint8Array; adoptTimeZones?: boolean },
  ): Router;

  /**
   * Moves time on to `now` and fires every timer due, each at its own deadline.
   *
   * A `now` that is not later than the last moves nothing. After `Limits.eventsPerAdvance` events it stops between
   * two timers: advance again while the deadline is due.
   */
  advance(now: Instant): Event[];

  /**
   * Carries a command out, at the time last advanced to, and says what happened.
   *
   * The host has made sure that it is really `by` who asks. What repeats what is so already is no mistake and gives
   * no events. Throws `Refused`, or `InvalidValue`, and then nothing has changed.
   */
  apply(by: Actor, action: Action): Event[];

  /**
   * Carries many commands out, one after the other, in one call: what came of each. Throws `InvalidValue` where one
   * of them is no command, and then none of them was carried out.
   */
  applyAll(commands: readonly Command[]): Applied[];

  /** As `applyAll`, in the wire form: a JSON list of commands, and a JSON list of what came of each. */
  applyJson(commands: string): string;

  /** As `applyJson`, in CBOR. */
  applyBytes(commands: Uint8Array): Buffer;

  /** As `advance`: the events as a JSON list. */
  advanceJson(now: Instant): string;

  /** As `advance`: the events as a list in CBOR. */
  advanceBytes(now: Instant): Buffer;

  /** When to call `advance` next, and whose timer it is. It changes with every call. `null`: nothing is due. */
  deadline(): Deadline | null;

  /** The time last advanced to, in milliseconds since the Unix epoch. */
  get now(): number;

  /** The configuration that it was made with. */
  get config(): Required<Config>;

  /** The open chats, in the order of their ids, for a host that begins again. */
  chats(): string[];

  /** How many chats are open. */
  get openChats(): number;

  /** How many commands it has accepted: the number of the last one in a journal. */
  get accepted(): number;

  /** An open chat, as it is now. `null`: there is none of this id. */
  viewChat(chat: string): ChatView | null;

  /** An operator, as they are now. `null`: there is nobody of this id. */
  viewOperator(operator: string): OperatorView | null;

  /** What would come of a new chat on a queue now. `null`: there is no such queue. */
  availability(queue: string): Availability | null;

  /** Whether a queue is open, draining or closed. `null`: there is no such queue. */
  queueState(queue: string): QueueState | null;

  /** Where a waiting chat stands in line, and how long it may take. `null`: it does not wait. */
  position(chat: string): Position | null;

  /** Why a chat is where it is: for each operator why they are rung, or why not. Throws `Refused`. */
  explain(chat: string, by: Actor, page?: Page): Explanation;

  /** What `reader` may read of an open chat. Throws `Refused`. */
  transcript(chat: string, reader: Actor): Entry[];

  /** As `transcript`, such that it can be checked with `verify`. Throws `Refused`. */
  viewTranscript(chat: string, reader: Actor): TranscriptView;

  /** Where the chain of digests of an open chat stands now: 64 hexadecimal digits. Throws `Refused`. */
  transcriptDigest(chat: string, reader: Actor): string;

  /** All whom an operator sees: buddies, and staff of the same queues. `null`: there is nobody of this id. */
  colleagues(operator: string): Colleagues | null;

  /** The buddies of an operator, a queue or a contact. */
  buddies(party: Party): BuddyView[];

  /** Who looks for partners, and on which terms, as far as an institution sees it. Throws `Refused`. */
  listings(institution: string): { institution: string; terms: Terms }[];

  /**
   * To whom a chat that somebody answers may be transferred, and why not to others. For the host, and for who answers.
   * Throws `Refused`.
   */
  targets(chat: string, reader: Actor): Choice[];

  /**
   * The open chats of an institution's patrons that are at partners, in the order of arrival. Throws `Refused`.
   */
  chatsAtPartners(institution: string, reader: Actor): ChatView[];

  /** Checks all that has to hold between any two steps. Throws `InvariantBroken`. */
  checkInvariants(): void;

  /** The commands that lead from what is there to what a document says. Throws `InvalidSetup`, `InvalidValue`. */
  plan(setup: Setup): Command[];

  /** Brings the router to what a document says. Throws `InvalidSetup`, and then nothing has changed. */
  applySetup(setup: Setup): Event[];

  /** What there is, as a document. */
  setup(): Setup;

  /** The whole state, to be kept. */
  snapshot(): Buffer;

  /** The whole state as JSON. */
  snapshotJson(): string;

  /** What stands for the whole state, the same on every platform and in every language. */
  digest(): string;

  /** What a journal of bytes begins with: written before the first command. */
  journalHeader(): Buffer;

  /** What a journal of lines begins with. */
  journalHeaderLine(): string;

  /**
   * A command that was accepted at this time, as it goes into a journal before its events are carried out.
   *
   * It is the one that was accepted last, or the one with this `number`: of several in one call the first has `accepted`
   * before the call, and 1 more; who is refused has no number. A command that was not accepted is no part of a journal.
   */
  journalFrame(by: Actor, action: Action, number?: number): Buffer;

  /** As `journalFrame`, for a journal of lines. */
  journalLine(by: Actor, action: Action, number?: number): string;

  /**
   * Carries out what a journal has and this router has not. Throws `InvalidJournal`, and stands in front
   * of what is wrong then; its `events` say what happened until there.
   *
   * With `events: false` none are kept, for a long journal.
   */
  replay(journal: Journal, options?: { events?: boolean }): Event[];

  /** Another router that stands where this one does. */
  clone(): Router;
}

/** A journal that was read: the accepted commands of a router, in order. */
export class Journal implements Iterable<Input> {
  /** Reads one of bytes, or of lines. Throws `InvalidJournal` where it is damaged; a torn end is none. */
  constructor(journal: Uint8Array | string);

  /** How many bytes from the beginning are whole: where `torn`, cut the file there and go on. */
  get whole(): number;

  /** Whether it ends in the midst of a command, of which nobody was told. */
  get torn(): boolean;

  /** The version of the time zone data that it was written with. */
  get timeZones(): string;

  /** When the router began, in milliseconds since the Unix epoch. */
  get began(): number;

  /** The configuration of the router. */
  get config(): Required<Config>;

  /** How many commands it has. */
  get length(): number;

  /** The router before the first command. Throws `InvalidJournal` where its time zone data is another. */
  router(options?: { secret?: Uint8Array }): Router;

  /** The commands, in order. */
  [Symbol.iterator](): IterableIterator<Input>;
}

/** Something found in a setup document. */
export interface Finding {
  /** Where, such as `queues[2].policy.levels[0].ring`. Empty: the document as a whole. */
  path: string;

  /** The stable machine code. */
  code: string;

  /** A sentence for people. */
  text: string;
}

/** All that is wrong with a setup document, and all that is odd about it. */
export interface SetupReport {
  faults: Finding[];
  oddities: Finding[];
}

/** All that is wrong with a setup document, and all that is odd about it. */
export function checkSetup(setup: Setup, config?: Config): SetupReport;

/** A report in the making: hears events, in order. */
export class Tally {
  /**
   * One that has heard of nothing. Hours of the day are those of `timeZone`, such as `America/Toronto`. Throws
   * `InvalidValue`.
   */
  constructor(timeZone: string);

  /** Hears where an operator works: what it takes to say how long an institution was covered. */
  worksAt(operator: string, institution: string): void;

  /** Hears where all operators of a router work. */
  worksAtOf(router: Router): void;

  /** Hears of a command that was accepted, before its events: it may say where somebody works. */
  hearCommand(command: Command): void;

  /** Hears of an event. */
  hear(event: Event): void;

  /** What it has come to. */
  report(until: Instant): Report;
}

/** A journal that was replayed, to be asked what another setup would have done. */
export class Recording {
  /** Hours of the day are those of `timeZone`. Default: `UTC`. Throws `InvalidJournal`, `InvalidValue`. */
  constructor(journal: Journal, timeZone?: string);

  /** How the collaborative was set up at the end. */
  get setup(): Setup;

  /** What the journal came to. */
  get report(): Report;

  /** What another setup would have done with the same patrons and operators. Throws `InvalidSetup`. */
  under(setup: Setup): WhatIf;
}

/** What `inWords` makes sentences and tables of. */
export interface Spoken {
  explanation: Explanation;
  record: Record;
  refusal: Refusal;
  report: Report;
  whatIf: WhatIf;
}

/** A value for people: `inWords("explanation", router.explain(chat, by))`. */
export function inWords<K extends keyof Spoken>(kind: K, value: Spoken[K]): string;

/** Checks a transcript against its chain: the digest after its last entry. Throws `ChainBroken`. */
export function verify(view: TranscriptView): string;

/** The transcript of a record, such that it can be checked with `verify`; `null` without a chain of digests. */
export function viewRecord(record: Record): TranscriptView | null;

/** The same record without what the patron wrote, and with another name for them. */
export function maskPatron(record: Record, name: string): Record;

/** The version of the time zone data that is built in, such as `2026b`. */
export function tzVersion(): string;

/** The version of the library. */
export const version: string;
