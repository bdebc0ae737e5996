// Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

/// What somebody wants of the router.
public enum Action: WireForm {
    /// Adds an institution.
    case addInstitution(AddInstitution)
    /// Removes an institution that has no operators, queues, groups or partnerships any more.
    case removeInstitution(RemoveInstitution)
    /// Adds an operator to an institution. They are offline until they open a session.
    case addOperator(AddOperator)
    /// Changes how many units of chats an operator answers at once. Chats beyond a lowered limit go on,
    /// and nothing new comes until they are below it.
    case setCapacity(SetCapacity)
    /// Says which skills an operator has. Offers for which they lack one now are withdrawn.
    case setSkills(SetSkills)
    /// Removes an operator. Their chats are offered again, as if they had logged out.
    case removeOperator(RemoveOperator)
    /// Adds a queue to an institution.
    case addQueue(AddQueue)
    /// Watches a queue's availability, for a chat widget: from now on an event tells how it is, at once
    /// and whenever it changes.
    case watchAvailability(WatchAvailability)
    /// Gives a queue another policy. Chats that wait in it begin again at the first level, each at its
    /// old place in line.
    case setPolicy(SetPolicy)
    /// Gives a queue hours, others than before, or none: then it is always open.
    ///
    /// In its hours a queue is open. Outside them it is draining while chats wait that were admitted
    /// while it was open (they keep their levels), and closed when none does; which levels take new chats
    /// then is for `Level.onlyWhen` to say. A state
    /// by hand outranks the hours.
    case setHours(SetHours)
    /// Opens or closes a queue by hand, or leaves it to its hours again.
    case setQueueState(SetQueueState)
    /// Says what whoever answers a queue's patrons should know to speak in its name: greetings, rules,
    /// links. Opaque to the router; offers and hand-overs of chats that open from now on carry it, those at
    /// partners too.
    case setProfile(SetProfile)
    /// Removes a queue that has no open chats and that no policy and no grant names.
    case removeQueue(RemoveQueue)
    /// Defines a group of operators, or says anew who is in it.
    case setGroup(SetGroup)
    /// Removes a group that no policy names.
    case removeGroup(RemoveGroup)
    /// Assigns an operator to a queue of their institution, or of one that lets them staff it.
    ///
    /// Given again, it sets what it says anew.
    case assignOperator(AssignOperator)
    /// Takes an operator off a queue. Chats in progress go on.
    case unassignOperator(UnassignOperator)
    /// An operator takes chats of a queue again that they are assigned to.
    case optIn(OptIn)
    /// An operator takes no new chats of a queue that they are assigned to. Chats in progress go on.
    case optOut(OptOut)
    /// Marks an operator as supervisor over queues and groups of their institution, and of no others.
    case setSupervisor(SetSupervisor)
    /// Proposes a partnership to another institution, or other terms for the one that lives.
    ///
    /// Given by an institution. A later proposal of the same institution replaces its earlier one.
    case proposePartnership(ProposePartnership)
    /// Agrees to a proposal of the other institution: from now on its terms hold.
    case acceptPartnership(AcceptPartnership)
    /// Declines a proposal of the other institution, or takes back one's own.
    case declinePartnership(DeclinePartnership)
    /// Ends a partnership, at once and without asking.
    ///
    /// Offers and transfers across are withdrawn in the same step; chats in progress follow
    /// `Terms.onEnd`.
    case endPartnership(EndPartnership)
    /// Lists an institution that looks for partners: an open proposal with its terms.
    ///
    /// Institutions that see listings may answer it. Given again, it replaces the terms.
    case postListing(PostListing)
    /// Takes one's listing back. Proposals that answered it stay.
    case withdrawListing(WithdrawListing)
    /// Says whether an institution sees the listings of others, and may answer them. It does until it
    /// says no.
    case seeListings(SeeListings)
    /// Answers the listing of another institution: its terms become a proposal to the lister, who
    /// accepts or declines it like any other.
    case answerListing(AnswerListing)
    /// Opens a session of an operator, or says anew how it shows them.
    case setPresence(SetPresence)
    /// Ends one session of an operator: a tab closed, a connection lost.
    ///
    /// The others go on. The last one starts their grace.
    case endSession(EndSession)
    /// Ends all sessions of an operator, without a grace: their chats are offered again at once.
    case logOut(LogOut)
    /// An operator finishes the chats that they have, and is logged out, without a grace, when the last
    /// of them is over, its wrap-up included: at once, if they have none. Nothing new comes meanwhile.
    case finishThenLeave(FinishThenLeave)
    /// Pauses an operator, whatever their sessions show: nothing new comes until they are back.
    case pause(Pause)
    /// Ends an operator's pause.
    case unpause(Unpause)
    /// Opens a patron's chat on a queue.
    case openChat(OpenChat)
    /// An operator takes the chat that an offer invites them to, a transferred one too.
    case acceptOffer(AcceptOffer)
    /// An operator declines an offer: others are rung, and the chat keeps its place.
    case declineOffer(DeclineOffer)
    /// An operator takes a chat that waits in a queue whose levels reach them, rung or not: also one that
    /// they had declined or missed, and by a level that the chat has not come to. It never exceeds what
    /// they can take.
    case pickChat(PickChat)
    /// Gives a chat to an operator who is there, whether it waits or somebody else answers it: by the host,
    /// the institution of its origin, or a supervisor of the queue where it is. A supervisor takes a chat
    /// over by giving it to themself.
    ///
    /// Where somebody else answers it, a transfer that is pending fails. It may exceed what they can take, and then nothing new comes until they are below it.
    case assignChat(AssignChat)
    /// Posts a message of the patron or of the operator who answers.
    ///
    /// By an operator whose offer the queue's policy lets a first message claim, it claims the chat.
    case postMessage(PostMessage)
    /// The patron leaves their chat, whatever state it is in. Where an operator answers and the policy
    /// has it, a wrap-up follows; in one it is a repeat.
    case leaveChat(LeaveChat)
    /// Closes a chat: its operator ends it, or the host or its institution does, in any state.
    ///
    /// By its operator, a wrap-up follows where the policy has it; the host, the institution or a
    /// supervisor ends it at once. In a wrap-up, it ends the wrap-up.
    case closeChat(CloseChat)
    /// Ends a chat's wrap-up before its time: the record is handed out.
    case finishWrapUp(FinishWrapUp)
    /// Says what a chat was about and what came of it: who answers it, in its wrap-up too, a supervisor,
    /// the institution of its origin, or the host. What is left out stays as it is.
    case describeChat(DescribeChat)
    /// Masks the patron of an open chat, who asks to be forgotten: they bear another name from now on,
    /// what the host knew of them is gone, and so is what they wrote. By the host or the institution of
    /// the origin.
    ///
    /// The entries keep their numbers and what stands for them in the chain of digests.
    /// What others wrote of them stays. Given again with the same name, it masks what they have written
    /// since. For a record that was handed out there is
    /// `Record.masked`.
    case maskPatron(MaskPatron)
    /// Asks the patron of a chat to wait for a while: by who answers it, and it stays theirs.
    ///
    /// Nobody counts as idle meanwhile, and nothing can be written to the patron before it goes on.
    case holdChat(HoldChat)
    /// Goes on with a chat that was on hold.
    case resumeChat(ResumeChat)
    /// An operator opens a chat to a patron whom they know, on a queue to which they are assigned, and
    /// answers it from the beginning.
    ///
    /// It never exceeds what they can take. A queue that is closed to patrons is open to this.
    case startChat(StartChat)
    /// The connection of a chat's patron is lost: they have
    /// `Config.patronGrace` to come back, and keep their place. After that they
    /// have left.
    ///
    /// In a chat by a store-and-forward channel it means nothing, and in a wrap-up neither.
    case dropPatron(DropPatron)
    /// A chat's patron whose connection was lost is back. A message of theirs says the same.
    case returnPatron(ReturnPatron)
    /// Who answers a chat invites another operator to take part.
    ///
    /// Nobody needs room for it: a chat takes units of its owner alone.
    case inviteOperator(InviteOperator)
    /// An operator takes part in a chat that somebody else answers.
    case joinChat(JoinChat)
    /// Somebody takes part in a chat no more, or is not invited or consulted any more: by themselves, by who answers, a
    /// supervisor, the institution of its origin, or the host.
    case removeParticipant(RemoveParticipant)
    /// Home staff ask the partner's operator who answers their patron's chat to hand it back: by an
    /// operator assigned to its origin.
    ///
    /// The router passes the question on and keeps nothing of it; a transfer home is always allowed.
    case askBackChat(AskBackChat)
    /// The operator who answers a chat hands it to an operator or a queue.
    ///
    /// Until somebody accepts, the chat stays theirs and they go on talking.
    case transferChat(TransferChat)
    /// The sender of a transfer has talked with who is to take the chat over: now it is theirs.
    case completeTransfer(CompleteTransfer)
    /// The operator who got a chat by a transfer hands it back to whom they had it from: a blind transfer
    /// to them.
    case returnChat(ReturnChat)
    /// Takes a pending transfer back, a consultation too.
    case cancelTransfer(CancelTransfer)
    /// Says whether the operators and queues of an institution may become buddies of anybody outside it:
    /// of another institution, or a contact. They may until it says no.
    ///
    /// From then on requests across its border, and approvals of such, are refused. Those who are
    /// buddies already stay so.
    case allowForeignBuddies(AllowForeignBuddies)
    /// Asks a party to let another see its presence: `subscribe`, in the words of RFC 6121.
    ///
    /// Given again, it does no harm. Where the other has approved before, it is granted at once.
    case subscribe(Subscribe)
    /// Lets another party see one's presence: `subscribed`, in the words of RFC 6121.
    ///
    /// Before any request of theirs it approves the one to come, until it is taken back.
    case approveSubscription(ApproveSubscription)
    /// Sees a party's presence no more, or takes a request back: `unsubscribe`, in the words of
    /// RFC 6121.
    case unsubscribe(Unsubscribe)
    /// Lets another party see one's presence no more, declines their request, or takes an approval back
    /// that was given before any: `unsubscribed`, in the words of RFC 6121.
    case cancelSubscription(CancelSubscription)
    /// Ends all between two parties, on both sides: subscriptions, requests, approvals. Blocks stay.
    case removeBuddy(RemoveBuddy)
    /// Blocks another party, a buddy or not: their requests and messages do not arrive, and neither sees
    /// the other's presence. Subscriptions stay for the day when the block ends.
    case block(Block)
    /// Ends a block.
    case unblock(Unblock)
    /// Says how a contact is seen, as the host's gateway has heard. Offline, until it says otherwise.
    case setContactPresence(SetContactPresence)
    /// Removes a contact whose address is no more: from everybody's buddies, requests and blocks.
    case removeContact(RemoveContact)
    /// Sends a message of an operator or a contact to a buddy: one of the two sees the other's presence.
    ///
    /// To a queue, it opens a chat on it, whose patron is the sender; as long as that one is open, what
    /// they send to the queue goes into it. A queue sends nothing: those who answer it write in the chat.
    case sendDirectMessage(SendDirectMessage)
}

extension Action: Tagged {
    static let tags = Names(["addInstitution", "removeInstitution", "addOperator", "setCapacity", "setSkills", "removeOperator", "addQueue", "watchAvailability", "setPolicy", "setHours", "setQueueState", "setProfile", "removeQueue", "setGroup", "removeGroup", "assignOperator", "unassignOperator", "optIn", "optOut", "setSupervisor", "proposePartnership", "acceptPartnership", "declinePartnership", "endPartnership", "postListing", "withdrawListing", "seeListings", "answerListing", "setPresence", "endSession", "logOut", "finishThenLeave", "pause", "unpause", "openChat", "acceptOffer", "declineOffer", "pickChat", "assignChat", "postMessage", "leaveChat", "closeChat", "finishWrapUp", "describeChat", "maskPatron", "holdChat", "resumeChat", "startChat", "dropPatron", "returnPatron", "inviteOperator", "joinChat", "removeParticipant", "askBackChat", "transferChat", "completeTransfer", "returnChat", "cancelTransfer", "allowForeignBuddies", "subscribe", "approveSubscription", "unsubscribe", "cancelSubscription", "removeBuddy", "block", "unblock", "setContactPresence", "removeContact", "sendDirectMessage"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: self = .addInstitution(try AddInstitution(&fields, &reader))
        case 1: self = .removeInstitution(try RemoveInstitution(&fields, &reader))
        case 2: self = .addOperator(try AddOperator(&fields, &reader))
        case 3: self = .setCapacity(try SetCapacity(&fields, &reader))
        case 4: self = .setSkills(try SetSkills(&fields, &reader))
        case 5: self = .removeOperator(try RemoveOperator(&fields, &reader))
        case 6: self = .addQueue(try AddQueue(&fields, &reader))
        case 7: self = .watchAvailability(try WatchAvailability(&fields, &reader))
        case 8: self = .setPolicy(try SetPolicy(&fields, &reader))
        case 9: self = .setHours(try SetHours(&fields, &reader))
        case 10: self = .setQueueState(try SetQueueState(&fields, &reader))
        case 11: self = .setProfile(try SetProfile(&fields, &reader))
        case 12: self = .removeQueue(try RemoveQueue(&fields, &reader))
        case 13: self = .setGroup(try SetGroup(&fields, &reader))
        case 14: self = .removeGroup(try RemoveGroup(&fields, &reader))
        case 15: self = .assignOperator(try AssignOperator(&fields, &reader))
        case 16: self = .unassignOperator(try UnassignOperator(&fields, &reader))
        case 17: self = .optIn(try OptIn(&fields, &reader))
        case 18: self = .optOut(try OptOut(&fields, &reader))
        case 19: self = .setSupervisor(try SetSupervisor(&fields, &reader))
        case 20: self = .proposePartnership(try ProposePartnership(&fields, &reader))
        case 21: self = .acceptPartnership(try AcceptPartnership(&fields, &reader))
        case 22: self = .declinePartnership(try DeclinePartnership(&fields, &reader))
        case 23: self = .endPartnership(try EndPartnership(&fields, &reader))
        case 24: self = .postListing(try PostListing(&fields, &reader))
        case 25: self = .withdrawListing(try WithdrawListing(&fields, &reader))
        case 26: self = .seeListings(try SeeListings(&fields, &reader))
        case 27: self = .answerListing(try AnswerListing(&fields, &reader))
        case 28: self = .setPresence(try SetPresence(&fields, &reader))
        case 29: self = .endSession(try EndSession(&fields, &reader))
        case 30: self = .logOut(try LogOut(&fields, &reader))
        case 31: self = .finishThenLeave(try FinishThenLeave(&fields, &reader))
        case 32: self = .pause(try Pause(&fields, &reader))
        case 33: self = .unpause(try Unpause(&fields, &reader))
        case 34: self = .openChat(try OpenChat(&fields, &reader))
        case 35: self = .acceptOffer(try AcceptOffer(&fields, &reader))
        case 36: self = .declineOffer(try DeclineOffer(&fields, &reader))
        case 37: self = .pickChat(try PickChat(&fields, &reader))
        case 38: self = .assignChat(try AssignChat(&fields, &reader))
        case 39: self = .postMessage(try PostMessage(&fields, &reader))
        case 40: self = .leaveChat(try LeaveChat(&fields, &reader))
        case 41: self = .closeChat(try CloseChat(&fields, &reader))
        case 42: self = .finishWrapUp(try FinishWrapUp(&fields, &reader))
        case 43: self = .describeChat(try DescribeChat(&fields, &reader))
        case 44: self = .maskPatron(try MaskPatron(&fields, &reader))
        case 45: self = .holdChat(try HoldChat(&fields, &reader))
        case 46: self = .resumeChat(try ResumeChat(&fields, &reader))
        case 47: self = .startChat(try StartChat(&fields, &reader))
        case 48: self = .dropPatron(try DropPatron(&fields, &reader))
        case 49: self = .returnPatron(try ReturnPatron(&fields, &reader))
        case 50: self = .inviteOperator(try InviteOperator(&fields, &reader))
        case 51: self = .joinChat(try JoinChat(&fields, &reader))
        case 52: self = .removeParticipant(try RemoveParticipant(&fields, &reader))
        case 53: self = .askBackChat(try AskBackChat(&fields, &reader))
        case 54: self = .transferChat(try TransferChat(&fields, &reader))
        case 55: self = .completeTransfer(try CompleteTransfer(&fields, &reader))
        case 56: self = .returnChat(try ReturnChat(&fields, &reader))
        case 57: self = .cancelTransfer(try CancelTransfer(&fields, &reader))
        case 58: self = .allowForeignBuddies(try AllowForeignBuddies(&fields, &reader))
        case 59: self = .subscribe(try Subscribe(&fields, &reader))
        case 60: self = .approveSubscription(try ApproveSubscription(&fields, &reader))
        case 61: self = .unsubscribe(try Unsubscribe(&fields, &reader))
        case 62: self = .cancelSubscription(try CancelSubscription(&fields, &reader))
        case 63: self = .removeBuddy(try RemoveBuddy(&fields, &reader))
        case 64: self = .block(try Block(&fields, &reader))
        case 65: self = .unblock(try Unblock(&fields, &reader))
        case 66: self = .setContactPresence(try SetContactPresence(&fields, &reader))
        case 67: self = .removeContact(try RemoveContact(&fields, &reader))
        default: self = .sendDirectMessage(try SendDirectMessage(&fields, &reader))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .addInstitution(let of): writer.tag("addInstitution"); of.writeFields(to: &writer)
        case .removeInstitution(let of): writer.tag("removeInstitution"); of.writeFields(to: &writer)
        case .addOperator(let of): writer.tag("addOperator"); of.writeFields(to: &writer)
        case .setCapacity(let of): writer.tag("setCapacity"); of.writeFields(to: &writer)
        case .setSkills(let of): writer.tag("setSkills"); of.writeFields(to: &writer)
        case .removeOperator(let of): writer.tag("removeOperator"); of.writeFields(to: &writer)
        case .addQueue(let of): writer.tag("addQueue"); of.writeFields(to: &writer)
        case .watchAvailability(let of): writer.tag("watchAvailability"); of.writeFields(to: &writer)
        case .setPolicy(let of): writer.tag("setPolicy"); of.writeFields(to: &writer)
        case .setHours(let of): writer.tag("setHours"); of.writeFields(to: &writer)
        case .setQueueState(let of): writer.tag("setQueueState"); of.writeFields(to: &writer)
        case .setProfile(let of): writer.tag("setProfile"); of.writeFields(to: &writer)
        case .removeQueue(let of): writer.tag("removeQueue"); of.writeFields(to: &writer)
        case .setGroup(let of): writer.tag("setGroup"); of.writeFields(to: &writer)
        case .removeGroup(let of): writer.tag("removeGroup"); of.writeFields(to: &writer)
        case .assignOperator(let of): writer.tag("assignOperator"); of.writeFields(to: &writer)
        case .unassignOperator(let of): writer.tag("unassignOperator"); of.writeFields(to: &writer)
        case .optIn(let of): writer.tag("optIn"); of.writeFields(to: &writer)
        case .optOut(let of): writer.tag("optOut"); of.writeFields(to: &writer)
        case .setSupervisor(let of): writer.tag("setSupervisor"); of.writeFields(to: &writer)
        case .proposePartnership(let of): writer.tag("proposePartnership"); of.writeFields(to: &writer)
        case .acceptPartnership(let of): writer.tag("acceptPartnership"); of.writeFields(to: &writer)
        case .declinePartnership(let of): writer.tag("declinePartnership"); of.writeFields(to: &writer)
        case .endPartnership(let of): writer.tag("endPartnership"); of.writeFields(to: &writer)
        case .postListing(let of): writer.tag("postListing"); of.writeFields(to: &writer)
        case .withdrawListing(let of): writer.tag("withdrawListing"); of.writeFields(to: &writer)
        case .seeListings(let of): writer.tag("seeListings"); of.writeFields(to: &writer)
        case .answerListing(let of): writer.tag("answerListing"); of.writeFields(to: &writer)
        case .setPresence(let of): writer.tag("setPresence"); of.writeFields(to: &writer)
        case .endSession(let of): writer.tag("endSession"); of.writeFields(to: &writer)
        case .logOut(let of): writer.tag("logOut"); of.writeFields(to: &writer)
        case .finishThenLeave(let of): writer.tag("finishThenLeave"); of.writeFields(to: &writer)
        case .pause(let of): writer.tag("pause"); of.writeFields(to: &writer)
        case .unpause(let of): writer.tag("unpause"); of.writeFields(to: &writer)
        case .openChat(let of): writer.tag("openChat"); of.writeFields(to: &writer)
        case .acceptOffer(let of): writer.tag("acceptOffer"); of.writeFields(to: &writer)
        case .declineOffer(let of): writer.tag("declineOffer"); of.writeFields(to: &writer)
        case .pickChat(let of): writer.tag("pickChat"); of.writeFields(to: &writer)
        case .assignChat(let of): writer.tag("assignChat"); of.writeFields(to: &writer)
        case .postMessage(let of): writer.tag("postMessage"); of.writeFields(to: &writer)
        case .leaveChat(let of): writer.tag("leaveChat"); of.writeFields(to: &writer)
        case .closeChat(let of): writer.tag("closeChat"); of.writeFields(to: &writer)
        case .finishWrapUp(let of): writer.tag("finishWrapUp"); of.writeFields(to: &writer)
        case .describeChat(let of): writer.tag("describeChat"); of.writeFields(to: &writer)
        case .maskPatron(let of): writer.tag("maskPatron"); of.writeFields(to: &writer)
        case .holdChat(let of): writer.tag("holdChat"); of.writeFields(to: &writer)
        case .resumeChat(let of): writer.tag("resumeChat"); of.writeFields(to: &writer)
        case .startChat(let of): writer.tag("startChat"); of.writeFields(to: &writer)
        case .dropPatron(let of): writer.tag("dropPatron"); of.writeFields(to: &writer)
        case .returnPatron(let of): writer.tag("returnPatron"); of.writeFields(to: &writer)
        case .inviteOperator(let of): writer.tag("inviteOperator"); of.writeFields(to: &writer)
        case .joinChat(let of): writer.tag("joinChat"); of.writeFields(to: &writer)
        case .removeParticipant(let of): writer.tag("removeParticipant"); of.writeFields(to: &writer)
        case .askBackChat(let of): writer.tag("askBackChat"); of.writeFields(to: &writer)
        case .transferChat(let of): writer.tag("transferChat"); of.writeFields(to: &writer)
        case .completeTransfer(let of): writer.tag("completeTransfer"); of.writeFields(to: &writer)
        case .returnChat(let of): writer.tag("returnChat"); of.writeFields(to: &writer)
        case .cancelTransfer(let of): writer.tag("cancelTransfer"); of.writeFields(to: &writer)
        case .allowForeignBuddies(let of): writer.tag("allowForeignBuddies"); of.writeFields(to: &writer)
        case .subscribe(let of): writer.tag("subscribe"); of.writeFields(to: &writer)
        case .approveSubscription(let of): writer.tag("approveSubscription"); of.writeFields(to: &writer)
        case .unsubscribe(let of): writer.tag("unsubscribe"); of.writeFields(to: &writer)
        case .cancelSubscription(let of): writer.tag("cancelSubscription"); of.writeFields(to: &writer)
        case .removeBuddy(let of): writer.tag("removeBuddy"); of.writeFields(to: &writer)
        case .block(let of): writer.tag("block"); of.writeFields(to: &writer)
        case .unblock(let of): writer.tag("unblock"); of.writeFields(to: &writer)
        case .setContactPresence(let of): writer.tag("setContactPresence"); of.writeFields(to: &writer)
        case .removeContact(let of): writer.tag("removeContact"); of.writeFields(to: &writer)
        case .sendDirectMessage(let of): writer.tag("sendDirectMessage"); of.writeFields(to: &writer)
        }
    }
}

extension Action {
    /// Adds an institution.
    public static func addInstitution(institution: String) -> Action {
        .addInstitution(AddInstitution(institution: institution))
    }

    /// Removes an institution that has no operators, queues, groups or partnerships any more.
    public static func removeInstitution(institution: String) -> Action {
        .removeInstitution(RemoveInstitution(institution: institution))
    }

    /// Adds an operator to an institution. They are offline until they open a session.
    public static func addOperator(operator: String, institution: String, capacity: UInt16) -> Action {
        .addOperator(AddOperator(operator: `operator`, institution: institution, capacity: capacity))
    }

    /// Changes how many units of chats an operator answers at once. Chats beyond a lowered limit go on,
    /// and nothing new comes until they are below it.
    public static func setCapacity(operator: String, capacity: UInt16) -> Action {
        .setCapacity(SetCapacity(operator: `operator`, capacity: capacity))
    }

    /// Says which skills an operator has. Offers for which they lack one now are withdrawn.
    public static func setSkills(operator: String, skills: [String: UInt8]) -> Action {
        .setSkills(SetSkills(operator: `operator`, skills: skills))
    }

    /// Removes an operator. Their chats are offered again, as if they had logged out.
    public static func removeOperator(operator: String) -> Action {
        .removeOperator(RemoveOperator(operator: `operator`))
    }

    /// Adds a queue to an institution.
    public static func addQueue(queue: String, institution: String, policy: Policy) -> Action {
        .addQueue(AddQueue(queue: queue, institution: institution, policy: policy))
    }

    /// Watches a queue's availability, for a chat widget: from now on an event tells how it is, at once
    /// and whenever it changes.
    public static func watchAvailability(queue: String, watch: Bool = true) -> Action {
        .watchAvailability(WatchAvailability(queue: queue, watch: watch))
    }

    /// Gives a queue another policy. Chats that wait in it begin again at the first level, each at its
    /// old place in line.
    public static func setPolicy(queue: String, policy: Policy) -> Action {
        .setPolicy(SetPolicy(queue: queue, policy: policy))
    }

    /// Gives a queue hours, others than before, or none: then it is always open.
    ///
    /// In its hours a queue is open. Outside them it is draining while chats wait that were admitted
    /// while it was open (they keep their levels), and closed when none does; which levels take new chats
    /// then is for `Level.onlyWhen` to say. A state
    /// by hand outranks the hours.
    public static func setHours(queue: String, hours: OwnHours? = nil) -> Action {
        .setHours(SetHours(queue: queue, hours: hours))
    }

    /// Opens or closes a queue by hand, or leaves it to its hours again.
    public static func setQueueState(queue: String, state: Switch) -> Action {
        .setQueueState(SetQueueState(queue: queue, state: state))
    }

    /// Says what whoever answers a queue's patrons should know to speak in its name: greetings, rules,
    /// links. Opaque to the router; offers and hand-overs of chats that open from now on carry it, those at
    /// partners too.
    public static func setProfile(queue: String, profile: String? = nil) -> Action {
        .setProfile(SetProfile(queue: queue, profile: profile))
    }

    /// Removes a queue that has no open chats and that no policy and no grant names.
    public static func removeQueue(queue: String) -> Action {
        .removeQueue(RemoveQueue(queue: queue))
    }

    /// Defines a group of operators, or says anew who is in it.
    public static func setGroup(group: String, institution: String, operators: [String]) -> Action {
        .setGroup(SetGroup(group: group, institution: institution, operators: operators))
    }

    /// Removes a group that no policy names.
    public static func removeGroup(group: String) -> Action {
        .removeGroup(RemoveGroup(group: group))
    }

    /// Assigns an operator to a queue of their institution, or of one that lets them staff it.
    ///
    /// Given again, it sets what it says anew.
    public static func assignOperator(
        operator: String,
        queue: String,
        enabled: Bool = true,
        rank: UInt16 = 0,
        weight: UInt16 = 1,
        limit: UInt16? = nil
    ) -> Action {
        .assignOperator(AssignOperator(
            operator: `operator`,
            queue: queue,
            enabled: enabled,
            rank: rank,
            weight: weight,
            limit: limit
        ))
    }

    /// Takes an operator off a queue. Chats in progress go on.
    public static func unassignOperator(operator: String, queue: String) -> Action {
        .unassignOperator(UnassignOperator(operator: `operator`, queue: queue))
    }

    /// An operator takes chats of a queue again that they are assigned to.
    public static func optIn(operator: String, queue: String) -> Action {
        .optIn(OptIn(operator: `operator`, queue: queue))
    }

    /// An operator takes no new chats of a queue that they are assigned to. Chats in progress go on.
    public static func optOut(operator: String, queue: String) -> Action {
        .optOut(OptOut(operator: `operator`, queue: queue))
    }

    /// Marks an operator as supervisor over queues and groups of their institution, and of no others.
    public static func setSupervisor(operator: String, queues: [String] = [], groups: [String] = []) -> Action {
        .setSupervisor(SetSupervisor(operator: `operator`, queues: queues, groups: groups))
    }

    /// Proposes a partnership to another institution, or other terms for the one that lives.
    ///
    /// Given by an institution. A later proposal of the same institution replaces its earlier one.
    public static func proposePartnership(with: String, terms: Terms) -> Action {
        .proposePartnership(ProposePartnership(with: with, terms: terms))
    }

    /// Agrees to a proposal of the other institution: from now on its terms hold.
    public static func acceptPartnership(with: String, proposal: UInt32) -> Action {
        .acceptPartnership(AcceptPartnership(with: with, proposal: proposal))
    }

    /// Declines a proposal of the other institution, or takes back one's own.
    public static func declinePartnership(with: String, proposal: UInt32) -> Action {
        .declinePartnership(DeclinePartnership(with: with, proposal: proposal))
    }

    /// Ends a partnership, at once and without asking.
    ///
    /// Offers and transfers across are withdrawn in the same step; chats in progress follow
    /// `Terms.onEnd`.
    public static func endPartnership(with: String) -> Action {
        .endPartnership(EndPartnership(with: with))
    }

    /// Lists an institution that looks for partners: an open proposal with its terms.
    ///
    /// Institutions that see listings may answer it. Given again, it replaces the terms.
    public static func postListing(terms: Terms) -> Action {
        .postListing(PostListing(terms: terms))
    }

    /// Takes one's listing back. Proposals that answered it stay.
    public static func withdrawListing() -> Action {
        .withdrawListing(WithdrawListing())
    }

    /// Says whether an institution sees the listings of others, and may answer them. It does until it
    /// says no.
    public static func seeListings(sees: Bool) -> Action {
        .seeListings(SeeListings(sees: sees))
    }

    /// Answers the listing of another institution: its terms become a proposal to the lister, who
    /// accepts or declines it like any other.
    public static func answerListing(of: String) -> Action {
        .answerListing(AnswerListing(of: of))
    }

    /// Opens a session of an operator, or says anew how it shows them.
    public static func setPresence(operator: String, session: String, show: Show, priority: Int8 = 0) -> Action {
        .setPresence(SetPresence(operator: `operator`, session: session, show: show, priority: priority))
    }

    /// Ends one session of an operator: a tab closed, a connection lost.
    ///
    /// The others go on. The last one starts their grace.
    public static func endSession(operator: String, session: String) -> Action {
        .endSession(EndSession(operator: `operator`, session: session))
    }

    /// Ends all sessions of an operator, without a grace: their chats are offered again at once.
    public static func logOut(operator: String) -> Action {
        .logOut(LogOut(operator: `operator`))
    }

    /// An operator finishes the chats that they have, and is logged out, without a grace, when the last
    /// of them is over, its wrap-up included: at once, if they have none. Nothing new comes meanwhile.
    public static func finishThenLeave(operator: String, leaves: Bool = true) -> Action {
        .finishThenLeave(FinishThenLeave(operator: `operator`, leaves: leaves))
    }

    /// Pauses an operator, whatever their sessions show: nothing new comes until they are back.
    public static func pause(operator: String, reason: String) -> Action {
        .pause(Pause(operator: `operator`, reason: reason))
    }

    /// Ends an operator's pause.
    public static func unpause(operator: String) -> Action {
        .unpause(Unpause(operator: `operator`))
    }

    /// Opens a patron's chat on a queue.
    public static func openChat(
        chat: String,
        queue: String,
        patron: String,
        priority: UInt8 = 0,
        preferred: String? = nil,
        returns: String? = nil,
        excluded: [String] = [],
        needs: [Need] = [],
        context: String? = nil,
        channel: String? = nil,
        salt: String? = nil,
        practice: Bool = false
    ) -> Action {
        .openChat(OpenChat(
            chat: chat,
            queue: queue,
            patron: patron,
            priority: priority,
            preferred: preferred,
            returns: returns,
            excluded: excluded,
            needs: needs,
            context: context,
            channel: channel,
            salt: salt,
            practice: practice
        ))
    }

    /// An operator takes the chat that an offer invites them to, a transferred one too.
    public static func acceptOffer(chat: String, offer: UInt32) -> Action {
        .acceptOffer(AcceptOffer(chat: chat, offer: offer))
    }

    /// An operator declines an offer: others are rung, and the chat keeps its place.
    public static func declineOffer(chat: String, offer: UInt32) -> Action {
        .declineOffer(DeclineOffer(chat: chat, offer: offer))
    }

    /// An operator takes a chat that waits in a queue whose levels reach them, rung or not: also one that
    /// they had declined or missed, and by a level that the chat has not come to. It never exceeds what
    /// they can take.
    public static func pickChat(chat: String) -> Action {
        .pickChat(PickChat(chat: chat))
    }

    /// Gives a chat to an operator who is there, whether it waits or somebody else answers it: by the host,
    /// the institution of its origin, or a supervisor of the queue where it is. A supervisor takes a chat
    /// over by giving it to themself.
    ///
    /// Where somebody else answers it, a transfer that is pending fails. It may exceed what they can take, and then nothing new comes until they are below it.
    public static func assignChat(chat: String, operator: String) -> Action {
        .assignChat(AssignChat(chat: chat, operator: `operator`))
    }

    /// Posts a message of the patron or of the operator who answers.
    ///
    /// By an operator whose offer the queue's policy lets a first message claim, it claims the chat.
    public static func postMessage(chat: String, message: String, audience: Audience = .everyone, content: Content) -> Action {
        .postMessage(PostMessage(chat: chat, message: message, audience: audience, content: content))
    }

    /// The patron leaves their chat, whatever state it is in. Where an operator answers and the policy
    /// has it, a wrap-up follows; in one it is a repeat.
    public static func leaveChat(chat: String) -> Action {
        .leaveChat(LeaveChat(chat: chat))
    }

    /// Closes a chat: its operator ends it, or the host or its institution does, in any state.
    ///
    /// By its operator, a wrap-up follows where the policy has it; the host, the institution or a
    /// supervisor ends it at once. In a wrap-up, it ends the wrap-up.
    public static func closeChat(chat: String) -> Action {
        .closeChat(CloseChat(chat: chat))
    }

    /// Ends a chat's wrap-up before its time: the record is handed out.
    public static func finishWrapUp(chat: String) -> Action {
        .finishWrapUp(FinishWrapUp(chat: chat))
    }

    /// Says what a chat was about and what came of it: who answers it, in its wrap-up too, a supervisor,
    /// the institution of its origin, or the host. What is left out stays as it is.
    public static func describeChat(
        chat: String,
        tags: Set<String>? = nil,
        followUp: Bool? = nil,
        resolution: String? = nil
    ) -> Action {
        .describeChat(DescribeChat(chat: chat, tags: tags, followUp: followUp, resolution: resolution))
    }

    /// Masks the patron of an open chat, who asks to be forgotten: they bear another name from now on,
    /// what the host knew of them is gone, and so is what they wrote. By the host or the institution of
    /// the origin.
    ///
    /// The entries keep their numbers and what stands for them in the chain of digests.
    /// What others wrote of them stays. Given again with the same name, it masks what they have written
    /// since. For a record that was handed out there is
    /// `Record.masked`.
    public static func maskPatron(chat: String, name: String) -> Action {
        .maskPatron(MaskPatron(chat: chat, name: name))
    }

    /// Asks the patron of a chat to wait for a while: by who answers it, and it stays theirs.
    ///
    /// Nobody counts as idle meanwhile, and nothing can be written to the patron before it goes on.
    public static func holdChat(chat: String) -> Action {
        .holdChat(HoldChat(chat: chat))
    }

    /// Goes on with a chat that was on hold.
    public static func resumeChat(chat: String) -> Action {
        .resumeChat(ResumeChat(chat: chat))
    }

    /// An operator opens a chat to a patron whom they know, on a queue to which they are assigned, and
    /// answers it from the beginning.
    ///
    /// It never exceeds what they can take. A queue that is closed to patrons is open to this.
    public static func startChat(
        chat: String,
        queue: String,
        patron: String,
        context: String? = nil,
        channel: String? = nil,
        salt: String? = nil,
        practice: Bool = false
    ) -> Action {
        .startChat(StartChat(
            chat: chat,
            queue: queue,
            patron: patron,
            context: context,
            channel: channel,
            salt: salt,
            practice: practice
        ))
    }

    /// The connection of a chat's patron is lost: they have
    /// `Config.patronGrace` to come back, and keep their place. After that they
    /// have left.
    ///
    /// In a chat by a store-and-forward channel it means nothing, and in a wrap-up neither.
    public static func dropPatron(chat: String) -> Action {
        .dropPatron(DropPatron(chat: chat))
    }

    /// A chat's patron whose connection was lost is back. A message of theirs says the same.
    public static func returnPatron(chat: String) -> Action {
        .returnPatron(ReturnPatron(chat: chat))
    }

    /// Who answers a chat invites another operator to take part.
    ///
    /// Nobody needs room for it: a chat takes units of its owner alone.
    public static func inviteOperator(chat: String, operator: String, note: String? = nil) -> Action {
        .inviteOperator(InviteOperator(chat: chat, operator: `operator`, note: note))
    }

    /// An operator takes part in a chat that somebody else answers.
    public static func joinChat(chat: String, part: Part) -> Action {
        .joinChat(JoinChat(chat: chat, part: part))
    }

    /// Somebody takes part in a chat no more, or is not invited or consulted any more: by themselves, by who answers, a
    /// supervisor, the institution of its origin, or the host.
    public static func removeParticipant(chat: String, operator: String) -> Action {
        .removeParticipant(RemoveParticipant(chat: chat, operator: `operator`))
    }

    /// Home staff ask the partner's operator who answers their patron's chat to hand it back: by an
    /// operator assigned to its origin.
    ///
    /// The router passes the question on and keeps nothing of it; a transfer home is always allowed.
    public static func askBackChat(chat: String) -> Action {
        .askBackChat(AskBackChat(chat: chat))
    }

    /// The operator who answers a chat hands it to an operator or a queue.
    ///
    /// Until somebody accepts, the chat stays theirs and they go on talking.
    public static func transferChat(
        chat: String,
        to: Target,
        reason: String? = nil,
        note: String? = nil,
        mode: TransferMode = .blind,
        preferred: String? = nil
    ) -> Action {
        .transferChat(TransferChat(chat: chat, to: to, reason: reason, note: note, mode: mode, preferred: preferred))
    }

    /// The sender of a transfer has talked with who is to take the chat over: now it is theirs.
    public static func completeTransfer(chat: String, transfer: UInt32) -> Action {
        .completeTransfer(CompleteTransfer(chat: chat, transfer: transfer))
    }

    /// The operator who got a chat by a transfer hands it back to whom they had it from: a blind transfer
    /// to them.
    public static func returnChat(chat: String, reason: String? = nil, note: String? = nil) -> Action {
        .returnChat(ReturnChat(chat: chat, reason: reason, note: note))
    }

    /// Takes a pending transfer back, a consultation too.
    public static func cancelTransfer(chat: String, transfer: UInt32) -> Action {
        .cancelTransfer(CancelTransfer(chat: chat, transfer: transfer))
    }

    /// Says whether the operators and queues of an institution may become buddies of anybody outside it:
    /// of another institution, or a contact. They may until it says no.
    ///
    /// From then on requests across its border, and approvals of such, are refused. Those who are
    /// buddies already stay so.
    public static func allowForeignBuddies(institution: String, allow: Bool) -> Action {
        .allowForeignBuddies(AllowForeignBuddies(institution: institution, allow: allow))
    }

    /// Asks a party to let another see its presence: `subscribe`, in the words of RFC 6121.
    ///
    /// Given again, it does no harm. Where the other has approved before, it is granted at once.
    public static func subscribe(party: Party, buddy: Party) -> Action {
        .subscribe(Subscribe(party: party, buddy: buddy))
    }

    /// Lets another party see one's presence: `subscribed`, in the words of RFC 6121.
    ///
    /// Before any request of theirs it approves the one to come, until it is taken back.
    public static func approveSubscription(party: Party, buddy: Party) -> Action {
        .approveSubscription(ApproveSubscription(party: party, buddy: buddy))
    }

    /// Sees a party's presence no more, or takes a request back: `unsubscribe`, in the words of
    /// RFC 6121.
    public static func unsubscribe(party: Party, buddy: Party) -> Action {
        .unsubscribe(Unsubscribe(party: party, buddy: buddy))
    }

    /// Lets another party see one's presence no more, declines their request, or takes an approval back
    /// that was given before any: `unsubscribed`, in the words of RFC 6121.
    public static func cancelSubscription(party: Party, buddy: Party) -> Action {
        .cancelSubscription(CancelSubscription(party: party, buddy: buddy))
    }

    /// Ends all between two parties, on both sides: subscriptions, requests, approvals. Blocks stay.
    public static func removeBuddy(party: Party, buddy: Party) -> Action {
        .removeBuddy(RemoveBuddy(party: party, buddy: buddy))
    }

    /// Blocks another party, a buddy or not: their requests and messages do not arrive, and neither sees
    /// the other's presence. Subscriptions stay for the day when the block ends.
    public static func block(party: Party, buddy: Party) -> Action {
        .block(Block(party: party, buddy: buddy))
    }

    /// Ends a block.
    public static func unblock(party: Party, buddy: Party) -> Action {
        .unblock(Unblock(party: party, buddy: buddy))
    }

    /// Says how a contact is seen, as the host's gateway has heard. Offline, until it says otherwise.
    public static func setContactPresence(contact: String, presence: Presence) -> Action {
        .setContactPresence(SetContactPresence(contact: contact, presence: presence))
    }

    /// Removes a contact whose address is no more: from everybody's buddies, requests and blocks.
    public static func removeContact(contact: String) -> Action {
        .removeContact(RemoveContact(contact: contact))
    }

    /// Sends a message of an operator or a contact to a buddy: one of the two sees the other's presence.
    ///
    /// To a queue, it opens a chat on it, whose patron is the sender; as long as that one is open, what
    /// they send to the queue goes into it. A queue sends nothing: those who answer it write in the chat.
    public static func sendDirectMessage(party: Party, buddy: Party, message: String, content: Content, chat: String? = nil) -> Action {
        .sendDirectMessage(SendDirectMessage(party: party, buddy: buddy, message: message, content: content, chat: chat))
    }
}

/// Adds an institution.
public struct AddInstitution: WireForm {
    /// Its id, not yet in use.
    public var institution: String

    public init(institution: String) {
        self.institution = institution
    }
}

extension AddInstitution: Fielded {
    static let names = Names(["institution"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var institution: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: institution = try String(reading: &reader)
            }
        }
        self.init(institution: try fields.must(institution, "institution"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("institution"); institution.write(to: &writer)
    }
}

/// Removes an institution that has no operators, queues, groups or partnerships any more.
public struct RemoveInstitution: WireForm {
    /// Which one.
    public var institution: String

    public init(institution: String) {
        self.institution = institution
    }
}

extension RemoveInstitution: Fielded {
    static let names = Names(["institution"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var institution: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: institution = try String(reading: &reader)
            }
        }
        self.init(institution: try fields.must(institution, "institution"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("institution"); institution.write(to: &writer)
    }
}

/// Adds an operator to an institution. They are offline until they open a session.
public struct AddOperator: WireForm {
    /// Their id, not yet in use.
    public var `operator`: String
    /// Where they work.
    public var institution: String
    /// How many units of chats they answer at once; a chat costs one unit unless its channel costs
    /// more. 0: none.
    public var capacity: UInt16

    public init(operator: String, institution: String, capacity: UInt16) {
        self.operator = `operator`
        self.institution = institution
        self.capacity = capacity
    }
}

extension AddOperator: Fielded {
    static let names = Names(["operator", "institution", "capacity"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var institution: String?
        var capacity: UInt16?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: institution = try String(reading: &reader)
            default: capacity = try UInt16(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            institution: try fields.must(institution, "institution"),
            capacity: try fields.must(capacity, "capacity")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("institution"); institution.write(to: &writer)
        writer.key("capacity"); capacity.write(to: &writer)
    }
}

/// Changes how many units of chats an operator answers at once. Chats beyond a lowered limit go on,
/// and nothing new comes until they are below it.
public struct SetCapacity: WireForm {
    /// Who.
    public var `operator`: String
    /// How many units of chats they answer at once; a chat costs one unit unless its channel costs
    /// more. 0: none.
    public var capacity: UInt16

    public init(operator: String, capacity: UInt16) {
        self.operator = `operator`
        self.capacity = capacity
    }
}

extension SetCapacity: Fielded {
    static let names = Names(["operator", "capacity"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var capacity: UInt16?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: capacity = try UInt16(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            capacity: try fields.must(capacity, "capacity")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("capacity"); capacity.write(to: &writer)
    }
}

/// Says which skills an operator has. Offers for which they lack one now are withdrawn.
public struct SetSkills: WireForm {
    /// Who.
    public var `operator`: String
    /// Their skills and the level of each, from 1 to 100. Those of
    /// before are forgotten. At most `Limits.skillsPerOperator`.
    public var skills: [String: UInt8]

    public init(operator: String, skills: [String: UInt8]) {
        self.operator = `operator`
        self.skills = skills
    }
}

extension SetSkills: Fielded {
    static let names = Names(["operator", "skills"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var skills: [String: UInt8]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: skills = try [String: UInt8](reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            skills: try fields.must(skills, "skills")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("skills"); skills.write(to: &writer)
    }
}

/// Removes an operator. Their chats are offered again, as if they had logged out.
public struct RemoveOperator: WireForm {
    /// Who. No policy may name them.
    public var `operator`: String

    public init(operator: String) {
        self.operator = `operator`
    }
}

extension RemoveOperator: Fielded {
    static let names = Names(["operator"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: `operator` = try String(reading: &reader)
            }
        }
        self.init(operator: try fields.must(`operator`, "operator"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
    }
}

/// Adds a queue to an institution.
public struct AddQueue: WireForm {
    /// Its id, not yet in use.
    public var queue: String
    /// Whose queue it is.
    public var institution: String
    /// What it does with a waiting chat.
    public var policy: Policy

    public init(queue: String, institution: String, policy: Policy) {
        self.queue = queue
        self.institution = institution
        self.policy = policy
    }
}

extension AddQueue: Fielded {
    static let names = Names(["queue", "institution", "policy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var institution: String?
        var policy: Policy?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            case 1: institution = try String(reading: &reader)
            default: policy = try Policy(reading: &reader)
            }
        }
        self.init(
            queue: try fields.must(queue, "queue"),
            institution: try fields.must(institution, "institution"),
            policy: try fields.must(policy, "policy")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("institution"); institution.write(to: &writer)
        writer.key("policy"); policy.write(to: &writer)
    }
}

/// Watches a queue's availability, for a chat widget: from now on an event tells how it is, at once
/// and whenever it changes.
public struct WatchAvailability: WireForm {
    /// Which queue.
    public var queue: String
    /// Whether it is told. Default: yes.
    public var watch: Bool

    public init(queue: String, watch: Bool = true) {
        self.queue = queue
        self.watch = watch
    }
}

extension WatchAvailability: Fielded {
    static let names = Names(["queue", "watch"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var watch: Bool = true
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            default: watch = try Bool(reading: &reader)
            }
        }
        self.init(queue: try fields.must(queue, "queue"), watch: watch)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("watch"); watch.write(to: &writer)
    }
}

/// Gives a queue another policy. Chats that wait in it begin again at the first level, each at its
/// old place in line.
public struct SetPolicy: WireForm {
    /// Which queue.
    public var queue: String
    /// What it does with a waiting chat from now on.
    public var policy: Policy

    public init(queue: String, policy: Policy) {
        self.queue = queue
        self.policy = policy
    }
}

extension SetPolicy: Fielded {
    static let names = Names(["queue", "policy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var policy: Policy?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            default: policy = try Policy(reading: &reader)
            }
        }
        self.init(queue: try fields.must(queue, "queue"), policy: try fields.must(policy, "policy"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("policy"); policy.write(to: &writer)
    }
}

/// Gives a queue hours, others than before, or none: then it is always open.
///
/// In its hours a queue is open. Outside them it is draining while chats wait that were admitted
/// while it was open (they keep their levels), and closed when none does; which levels take new chats
/// then is for `Level.onlyWhen` to say. A state
/// by hand outranks the hours.
public struct SetHours: WireForm {
    /// Which queue.
    public var queue: String
    /// When it is open. `nil`: always.
    public var hours: OwnHours?

    public init(queue: String, hours: OwnHours? = nil) {
        self.queue = queue
        self.hours = hours
    }
}

extension SetHours: Fielded {
    static let names = Names(["queue", "hours"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var hours: OwnHours? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            default: hours = try Optional<OwnHours>(reading: &reader)
            }
        }
        self.init(queue: try fields.must(queue, "queue"), hours: hours)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("hours"); hours.write(to: &writer)
    }
}

/// Opens or closes a queue by hand, or leaves it to its hours again.
public struct SetQueueState: WireForm {
    /// Which queue.
    public var queue: String
    /// What it is from now on.
    public var state: Switch

    public init(queue: String, state: Switch) {
        self.queue = queue
        self.state = state
    }
}

extension SetQueueState: Fielded {
    static let names = Names(["queue", "state"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var state: Switch?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            default: state = try Switch(reading: &reader)
            }
        }
        self.init(queue: try fields.must(queue, "queue"), state: try fields.must(state, "state"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("state"); state.write(to: &writer)
    }
}

/// Says what whoever answers a queue's patrons should know to speak in its name: greetings, rules,
/// links. Opaque to the router; offers and hand-overs of chats that open from now on carry it, those at
/// partners too.
public struct SetProfile: WireForm {
    /// Which queue.
    public var queue: String
    /// What they should know. `nil`: nothing. At most
    /// `Limits.profileBytes`.
    public var profile: String?

    public init(queue: String, profile: String? = nil) {
        self.queue = queue
        self.profile = profile
    }
}

extension SetProfile: Fielded {
    static let names = Names(["queue", "profile"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var profile: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            default: profile = try Optional<String>(reading: &reader)
            }
        }
        self.init(queue: try fields.must(queue, "queue"), profile: profile)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("profile"); profile.write(to: &writer)
    }
}

/// Removes a queue that has no open chats and that no policy and no grant names.
public struct RemoveQueue: WireForm {
    /// Which one.
    public var queue: String

    public init(queue: String) {
        self.queue = queue
    }
}

extension RemoveQueue: Fielded {
    static let names = Names(["queue"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: queue = try String(reading: &reader)
            }
        }
        self.init(queue: try fields.must(queue, "queue"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
    }
}

/// Defines a group of operators, or says anew who is in it.
public struct SetGroup: WireForm {
    /// The group.
    public var group: String
    /// Whose group it is; an existing group stays with its institution.
    public var institution: String
    /// Who is in it, all of that institution.
    public var operators: [String]

    public init(group: String, institution: String, operators: [String]) {
        self.group = group
        self.institution = institution
        self.operators = operators
    }
}

extension SetGroup: Fielded {
    static let names = Names(["group", "institution", "operators"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var group: String?
        var institution: String?
        var operators: [String]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: group = try String(reading: &reader)
            case 1: institution = try String(reading: &reader)
            default: operators = try [String](reading: &reader)
            }
        }
        self.init(
            group: try fields.must(group, "group"),
            institution: try fields.must(institution, "institution"),
            operators: try fields.must(operators, "operators")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("group"); group.write(to: &writer)
        writer.key("institution"); institution.write(to: &writer)
        writer.key("operators"); operators.write(to: &writer)
    }
}

/// Removes a group that no policy names.
public struct RemoveGroup: WireForm {
    /// Which one.
    public var group: String

    public init(group: String) {
        self.group = group
    }
}

extension RemoveGroup: Fielded {
    static let names = Names(["group"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var group: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: group = try String(reading: &reader)
            }
        }
        self.init(group: try fields.must(group, "group"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("group"); group.write(to: &writer)
    }
}

/// Assigns an operator to a queue of their institution, or of one that lets them staff it.
///
/// Given again, it sets what it says anew.
public struct AssignOperator: WireForm {
    /// Who.
    public var `operator`: String
    /// To which queue.
    public var queue: String
    /// Whether they have opted in. Default: yes.
    public var enabled: Bool
    /// Their rank where the order is by fixed ranks: 0 is the first. Default: 0.
    public var rank: UInt16
    /// How many chats their turn is worth where the order is round robin by weight; 0 counts as 1.
    /// Default: 1.
    public var weight: UInt16
    /// The most units of chats that they answer at once of those that reached them through this
    /// assignment. What they had taken before a limit was first set does not count. Default: as many
    /// as their capacity allows.
    public var limit: UInt16?

    public init(
        operator: String,
        queue: String,
        enabled: Bool = true,
        rank: UInt16 = 0,
        weight: UInt16 = 1,
        limit: UInt16? = nil
    ) {
        self.operator = `operator`
        self.queue = queue
        self.enabled = enabled
        self.rank = rank
        self.weight = weight
        self.limit = limit
    }
}

extension AssignOperator: Fielded {
    static let names = Names(["operator", "queue", "enabled", "rank", "weight", "limit"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var queue: String?
        var enabled: Bool = true
        var rank: UInt16 = 0
        var weight: UInt16 = 1
        var limit: UInt16? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: queue = try String(reading: &reader)
            case 2: enabled = try Bool(reading: &reader)
            case 3: rank = try UInt16(reading: &reader)
            case 4: weight = try UInt16(reading: &reader)
            default: limit = try Optional<UInt16>(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            queue: try fields.must(queue, "queue"),
            enabled: enabled,
            rank: rank,
            weight: weight,
            limit: limit
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("enabled"); enabled.write(to: &writer)
        if rank != 0 { writer.key("rank"); rank.write(to: &writer) }
        if weight != 1 { writer.key("weight"); weight.write(to: &writer) }
        if let limit { writer.key("limit"); limit.write(to: &writer) }
    }
}

/// Takes an operator off a queue. Chats in progress go on.
public struct UnassignOperator: WireForm {
    /// Who.
    public var `operator`: String
    /// Off which queue.
    public var queue: String

    public init(operator: String, queue: String) {
        self.operator = `operator`
        self.queue = queue
    }
}

extension UnassignOperator: Fielded {
    static let names = Names(["operator", "queue"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var queue: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: queue = try String(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            queue: try fields.must(queue, "queue")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
    }
}

/// An operator takes chats of a queue again that they are assigned to.
public struct OptIn: WireForm {
    /// Who.
    public var `operator`: String
    /// Which queue.
    public var queue: String

    public init(operator: String, queue: String) {
        self.operator = `operator`
        self.queue = queue
    }
}

extension OptIn: Fielded {
    static let names = Names(["operator", "queue"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var queue: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: queue = try String(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            queue: try fields.must(queue, "queue")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
    }
}

/// An operator takes no new chats of a queue that they are assigned to. Chats in progress go on.
public struct OptOut: WireForm {
    /// Who.
    public var `operator`: String
    /// Which queue.
    public var queue: String

    public init(operator: String, queue: String) {
        self.operator = `operator`
        self.queue = queue
    }
}

extension OptOut: Fielded {
    static let names = Names(["operator", "queue"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var queue: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: queue = try String(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            queue: try fields.must(queue, "queue")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
    }
}

/// Marks an operator as supervisor over queues and groups of their institution, and of no others.
public struct SetSupervisor: WireForm {
    /// Who.
    public var `operator`: String
    /// Over which queues.
    public var queues: [String]
    /// Over which groups.
    public var groups: [String]

    public init(operator: String, queues: [String] = [], groups: [String] = []) {
        self.operator = `operator`
        self.queues = queues
        self.groups = groups
    }
}

extension SetSupervisor: Fielded {
    static let names = Names(["operator", "queues", "groups"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var queues: [String] = []
        var groups: [String] = []
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: queues = try [String](reading: &reader)
            default: groups = try [String](reading: &reader)
            }
        }
        self.init(operator: try fields.must(`operator`, "operator"), queues: queues, groups: groups)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("queues"); queues.write(to: &writer)
        writer.key("groups"); groups.write(to: &writer)
    }
}

/// Proposes a partnership to another institution, or other terms for the one that lives.
///
/// Given by an institution. A later proposal of the same institution replaces its earlier one.
public struct ProposePartnership: WireForm {
    /// With whom.
    public var with: String
    /// On which terms, as the proposer sees them.
    public var terms: Terms

    public init(with: String, terms: Terms) {
        self.with = with
        self.terms = terms
    }
}

extension ProposePartnership: Fielded {
    static let names = Names(["with", "terms"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var with: String?
        var terms: Terms?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: with = try String(reading: &reader)
            default: terms = try Terms(reading: &reader)
            }
        }
        self.init(with: try fields.must(with, "with"), terms: try fields.must(terms, "terms"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("with"); with.write(to: &writer)
        writer.key("terms"); terms.write(to: &writer)
    }
}

/// Agrees to a proposal of the other institution: from now on its terms hold.
public struct AcceptPartnership: WireForm {
    /// With whom.
    public var with: String
    /// Which proposal, so that nobody agrees to terms that they have not seen.
    public var proposal: UInt32

    public init(with: String, proposal: UInt32) {
        self.with = with
        self.proposal = proposal
    }
}

extension AcceptPartnership: Fielded {
    static let names = Names(["with", "proposal"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var with: String?
        var proposal: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: with = try String(reading: &reader)
            default: proposal = try UInt32(reading: &reader)
            }
        }
        self.init(
            with: try fields.must(with, "with"),
            proposal: try fields.must(proposal, "proposal")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("with"); with.write(to: &writer)
        writer.key("proposal"); proposal.write(to: &writer)
    }
}

/// Declines a proposal of the other institution, or takes back one's own.
public struct DeclinePartnership: WireForm {
    /// With whom.
    public var with: String
    /// Which proposal.
    public var proposal: UInt32

    public init(with: String, proposal: UInt32) {
        self.with = with
        self.proposal = proposal
    }
}

extension DeclinePartnership: Fielded {
    static let names = Names(["with", "proposal"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var with: String?
        var proposal: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: with = try String(reading: &reader)
            default: proposal = try UInt32(reading: &reader)
            }
        }
        self.init(
            with: try fields.must(with, "with"),
            proposal: try fields.must(proposal, "proposal")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("with"); with.write(to: &writer)
        writer.key("proposal"); proposal.write(to: &writer)
    }
}

/// Ends a partnership, at once and without asking.
///
/// Offers and transfers across are withdrawn in the same step; chats in progress follow
/// `Terms.onEnd`.
public struct EndPartnership: WireForm {
    /// With whom.
    public var with: String

    public init(with: String) {
        self.with = with
    }
}

extension EndPartnership: Fielded {
    static let names = Names(["with"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var with: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: with = try String(reading: &reader)
            }
        }
        self.init(with: try fields.must(with, "with"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("with"); with.write(to: &writer)
    }
}

/// Lists an institution that looks for partners: an open proposal with its terms.
///
/// Institutions that see listings may answer it. Given again, it replaces the terms.
public struct PostListing: WireForm {
    /// The terms that it offers, as the lister sees them. What it asks for cannot name queues,
    /// since they would be those of a partner who is not known yet.
    public var terms: Terms

    public init(terms: Terms) {
        self.terms = terms
    }
}

extension PostListing: Fielded {
    static let names = Names(["terms"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var terms: Terms?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: terms = try Terms(reading: &reader)
            }
        }
        self.init(terms: try fields.must(terms, "terms"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("terms"); terms.write(to: &writer)
    }
}

/// Takes one's listing back. Proposals that answered it stay.
public struct WithdrawListing: WireForm {
    public init() {
    }
}

extension WithdrawListing: Fielded {
    static let names = Names([])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        _ = try fields.next(Self.names, &reader)
        self.init()
    }

    func writeFields(to writer: inout Writer) {
    }
}

/// Says whether an institution sees the listings of others, and may answer them. It does until it
/// says no.
public struct SeeListings: WireForm {
    /// Whether it does.
    public var sees: Bool

    public init(sees: Bool) {
        self.sees = sees
    }
}

extension SeeListings: Fielded {
    static let names = Names(["sees"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var sees: Bool?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: sees = try Bool(reading: &reader)
            }
        }
        self.init(sees: try fields.must(sees, "sees"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("sees"); sees.write(to: &writer)
    }
}

/// Answers the listing of another institution: its terms become a proposal to the lister, who
/// accepts or declines it like any other.
public struct AnswerListing: WireForm {
    /// Whose listing.
    public var of: String

    public init(of: String) {
        self.of = of
    }
}

extension AnswerListing: Fielded {
    static let names = Names(["of"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var of: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: of = try String(reading: &reader)
            }
        }
        self.init(of: try fields.must(of, "of"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("of"); of.write(to: &writer)
    }
}

/// Opens a session of an operator, or says anew how it shows them.
public struct SetPresence: WireForm {
    /// Who.
    public var `operator`: String
    /// Which of their sessions.
    public var session: String
    /// How it shows them.
    public var show: Show
    /// The priority of the session: where messages go, among several. Default: 0.
    public var priority: Int8

    public init(operator: String, session: String, show: Show, priority: Int8 = 0) {
        self.operator = `operator`
        self.session = session
        self.show = show
        self.priority = priority
    }
}

extension SetPresence: Fielded {
    static let names = Names(["operator", "session", "show", "priority"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var session: String?
        var show: Show?
        var priority: Int8 = 0
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: session = try String(reading: &reader)
            case 2: show = try Show(reading: &reader)
            default: priority = try Int8(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            session: try fields.must(session, "session"),
            show: try fields.must(show, "show"),
            priority: priority
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("session"); session.write(to: &writer)
        writer.key("show"); show.write(to: &writer)
        writer.key("priority"); priority.write(to: &writer)
    }
}

/// Ends one session of an operator: a tab closed, a connection lost.
///
/// The others go on. The last one starts their grace.
public struct EndSession: WireForm {
    /// Who.
    public var `operator`: String
    /// Which of their sessions.
    public var session: String

    public init(operator: String, session: String) {
        self.operator = `operator`
        self.session = session
    }
}

extension EndSession: Fielded {
    static let names = Names(["operator", "session"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var session: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: session = try String(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            session: try fields.must(session, "session")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("session"); session.write(to: &writer)
    }
}

/// Ends all sessions of an operator, without a grace: their chats are offered again at once.
public struct LogOut: WireForm {
    /// Who.
    public var `operator`: String

    public init(operator: String) {
        self.operator = `operator`
    }
}

extension LogOut: Fielded {
    static let names = Names(["operator"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: `operator` = try String(reading: &reader)
            }
        }
        self.init(operator: try fields.must(`operator`, "operator"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
    }
}

/// An operator finishes the chats that they have, and is logged out, without a grace, when the last
/// of them is over, its wrap-up included: at once, if they have none. Nothing new comes meanwhile.
public struct FinishThenLeave: WireForm {
    /// Who.
    public var `operator`: String
    /// Whether they leave, or stay after all. Default: yes.
    public var leaves: Bool

    public init(operator: String, leaves: Bool = true) {
        self.operator = `operator`
        self.leaves = leaves
    }
}

extension FinishThenLeave: Fielded {
    static let names = Names(["operator", "leaves"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var leaves: Bool = true
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: leaves = try Bool(reading: &reader)
            }
        }
        self.init(operator: try fields.must(`operator`, "operator"), leaves: leaves)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("leaves"); leaves.write(to: &writer)
    }
}

/// Pauses an operator, whatever their sessions show: nothing new comes until they are back.
public struct Pause: WireForm {
    /// Who.
    public var `operator`: String
    /// Why, in their own words: for themself, and for whoever looks after them.
    public var reason: String

    public init(operator: String, reason: String) {
        self.operator = `operator`
        self.reason = reason
    }
}

extension Pause: Fielded {
    static let names = Names(["operator", "reason"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var reason: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: reason = try String(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            reason: try fields.must(reason, "reason")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
    }
}

/// Ends an operator's pause.
public struct Unpause: WireForm {
    /// Who.
    public var `operator`: String

    public init(operator: String) {
        self.operator = `operator`
    }
}

extension Unpause: Fielded {
    static let names = Names(["operator"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: `operator` = try String(reading: &reader)
            }
        }
        self.init(operator: try fields.must(`operator`, "operator"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
    }
}

/// Opens a patron's chat on a queue.
public struct OpenChat: WireForm {
    /// The chat's id, not in use and not used by one of the last that ended.
    public var chat: String
    /// Where the patron asks: the chat's origin for ever.
    public var queue: String
    /// Who asks.
    public var patron: String
    /// The class of priority, of those that the router was set up with
    /// (`Config.priorities`). Default: 0, ordinary.
    public var priority: UInt8
    /// The operator who should have it, since they know the patron or the question: where they are
    /// there, and a level of the queue reaches them, it waits for them alone as long as
    /// `Policy.preferredFor` says. Default: nobody.
    public var preferred: String?
    /// The ended chat after which the patron comes back. The record of this one names it, and whoever
    /// may know who the patron is sees it. Where the router remembers it still
    /// (`Limits.endedIds`), who answered it last is preferred as long as
    /// `Policy.returnsFor` says, unless `preferred` names somebody.
    ///
    /// Only the host names it: the router keeps nothing of whose an ended chat was, so it is the host
    /// who knows that it was this patron's. One in wrap-up counts as ended. Default: none.
    public var returns: String?
    /// The operators who are never to have it. At most
    /// `Limits.excluded`. Default: nobody.
    public var excluded: [String]
    /// The skills that whoever answers must have: a language, a subject. At most
    /// `Limits.needs`. Default: none.
    public var needs: [Need]
    /// What the host knows of the patron and their question, opaque to the router; the operator
    /// who takes the chat is shown it. Default: nothing.
    public var context: String?
    /// The channel by which the patron writes, one of `Config.channels`.
    /// Default: none, an ordinary one.
    public var channel: String?
    /// The secret from which the salts of the chat's chain of digests are made: 32
    /// bytes that nobody can guess, others for each chat. Default: none, and then a short entry can be
    /// guessed from the leaf that stands for it in a view that hides it.
    public var salt: String?
    /// Whether it is for practice: it goes its way as any other, and its record says so. Default: no.
    public var practice: Bool

    public init(
        chat: String,
        queue: String,
        patron: String,
        priority: UInt8 = 0,
        preferred: String? = nil,
        returns: String? = nil,
        excluded: [String] = [],
        needs: [Need] = [],
        context: String? = nil,
        channel: String? = nil,
        salt: String? = nil,
        practice: Bool = false
    ) {
        self.chat = chat
        self.queue = queue
        self.patron = patron
        self.priority = priority
        self.preferred = preferred
        self.returns = returns
        self.excluded = excluded
        self.needs = needs
        self.context = context
        self.channel = channel
        self.salt = salt
        self.practice = practice
    }
}

extension OpenChat: Fielded {
    static let names = Names(["chat", "queue", "patron", "priority", "preferred", "returns", "excluded", "needs", "context", "channel", "salt", "practice"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var queue: String?
        var patron: String?
        var priority: UInt8 = 0
        var preferred: String? = nil
        var returns: String? = nil
        var excluded: [String] = []
        var needs: [Need] = []
        var context: String? = nil
        var channel: String? = nil
        var salt: String? = nil
        var practice: Bool = false
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: queue = try String(reading: &reader)
            case 2: patron = try String(reading: &reader)
            case 3: priority = try UInt8(reading: &reader)
            case 4: preferred = try Optional<String>(reading: &reader)
            case 5: returns = try Optional<String>(reading: &reader)
            case 6: excluded = try [String](reading: &reader)
            case 7: needs = try [Need](reading: &reader)
            case 8: context = try Optional<String>(reading: &reader)
            case 9: channel = try Optional<String>(reading: &reader)
            case 10: salt = try Optional<String>(reading: &reader)
            default: practice = try Bool(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            queue: try fields.must(queue, "queue"),
            patron: try fields.must(patron, "patron"),
            priority: priority,
            preferred: preferred,
            returns: returns,
            excluded: excluded,
            needs: needs,
            context: context,
            channel: channel,
            salt: salt,
            practice: practice
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("patron"); patron.write(to: &writer)
        if priority != 0 { writer.key("priority"); priority.write(to: &writer) }
        if let preferred { writer.key("preferred"); preferred.write(to: &writer) }
        if let returns { writer.key("returns"); returns.write(to: &writer) }
        if !excluded.isEmpty { writer.key("excluded"); excluded.write(to: &writer) }
        if !needs.isEmpty { writer.key("needs"); needs.write(to: &writer) }
        if let context { writer.key("context"); context.write(to: &writer) }
        if let channel { writer.key("channel"); channel.write(to: &writer) }
        if let salt { writer.key("salt"); salt.write(to: &writer) }
        if practice { writer.key("practice"); practice.write(to: &writer) }
    }
}

/// An operator takes the chat that an offer invites them to, a transferred one too.
public struct AcceptOffer: WireForm {
    /// The chat.
    public var chat: String
    /// The offer.
    public var offer: UInt32

    public init(chat: String, offer: UInt32) {
        self.chat = chat
        self.offer = offer
    }
}

extension AcceptOffer: Fielded {
    static let names = Names(["chat", "offer"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var offer: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: offer = try UInt32(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"), offer: try fields.must(offer, "offer"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("offer"); offer.write(to: &writer)
    }
}

/// An operator declines an offer: others are rung, and the chat keeps its place.
public struct DeclineOffer: WireForm {
    /// The chat.
    public var chat: String
    /// The offer.
    public var offer: UInt32

    public init(chat: String, offer: UInt32) {
        self.chat = chat
        self.offer = offer
    }
}

extension DeclineOffer: Fielded {
    static let names = Names(["chat", "offer"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var offer: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: offer = try UInt32(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"), offer: try fields.must(offer, "offer"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("offer"); offer.write(to: &writer)
    }
}

/// An operator takes a chat that waits in a queue whose levels reach them, rung or not: also one that
/// they had declined or missed, and by a level that the chat has not come to. It never exceeds what
/// they can take.
public struct PickChat: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension PickChat: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// Gives a chat to an operator who is there, whether it waits or somebody else answers it: by the host,
/// the institution of its origin, or a supervisor of the queue where it is. A supervisor takes a chat
/// over by giving it to themself.
///
/// Where somebody else answers it, a transfer that is pending fails. It may exceed what they can take, and then nothing new comes until they are below it.
public struct AssignChat: WireForm {
    /// The chat.
    public var chat: String
    /// To whom: somebody who has a session and does not pause, and whom live grants let answer it.
    public var `operator`: String

    public init(chat: String, operator: String) {
        self.chat = chat
        self.operator = `operator`
    }
}

extension AssignChat: Fielded {
    static let names = Names(["chat", "operator"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: `operator` = try String(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
    }
}

/// Posts a message of the patron or of the operator who answers.
///
/// By an operator whose offer the queue's policy lets a first message claim, it claims the chat.
public struct PostMessage: WireForm {
    /// The chat.
    public var chat: String
    /// The message's id: a repeat in the same chat is dropped.
    public var message: String
    /// Who may read it. A patron's are always for everyone. Default: everyone.
    public var audience: Audience
    /// What it says.
    public var content: Content

    public init(chat: String, message: String, audience: Audience = .everyone, content: Content) {
        self.chat = chat
        self.message = message
        self.audience = audience
        self.content = content
    }
}

extension PostMessage: Fielded {
    static let names = Names(["chat", "message", "audience", "text", "reference"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var message: String?
        var audience: Audience = .everyone
        var content: Content?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: message = try String(reading: &reader)
            case 2: audience = try Audience(reading: &reader)
            case 3: content = try Content.text(String(reading: &reader)).alone(beside: content)
            default: content = try Content.reference(Reference(reading: &reader)).alone(beside: content)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            message: try fields.must(message, "message"),
            audience: audience,
            content: try fields.must(content, "content")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("message"); message.write(to: &writer)
        writer.key("audience"); audience.write(to: &writer)
        content.writeFields(to: &writer)
    }
}

/// The patron leaves their chat, whatever state it is in. Where an operator answers and the policy
/// has it, a wrap-up follows; in one it is a repeat.
public struct LeaveChat: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension LeaveChat: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// Closes a chat: its operator ends it, or the host or its institution does, in any state.
///
/// By its operator, a wrap-up follows where the policy has it; the host, the institution or a
/// supervisor ends it at once. In a wrap-up, it ends the wrap-up.
public struct CloseChat: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension CloseChat: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// Ends a chat's wrap-up before its time: the record is handed out.
public struct FinishWrapUp: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension FinishWrapUp: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// Says what a chat was about and what came of it: who answers it, in its wrap-up too, a supervisor,
/// the institution of its origin, or the host. What is left out stays as it is.
public struct DescribeChat: WireForm {
    /// The chat.
    public var chat: String
    /// Its tags from now on, each once. At most `Limits.tags`. Default: as before.
    public var tags: Set<String>?
    /// Whether somebody is to come back to it. Default: as before.
    public var followUp: Bool?
    /// The code of how it was resolved, in the institution's own words; an empty one takes it back.
    /// Default: as before.
    public var resolution: String?

    public init(
        chat: String,
        tags: Set<String>? = nil,
        followUp: Bool? = nil,
        resolution: String? = nil
    ) {
        self.chat = chat
        self.tags = tags
        self.followUp = followUp
        self.resolution = resolution
    }
}

extension DescribeChat: Fielded {
    static let names = Names(["chat", "tags", "followUp", "resolution"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var tags: Set<String>? = nil
        var followUp: Bool? = nil
        var resolution: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: tags = try Optional<Set<String>>(reading: &reader)
            case 2: followUp = try Optional<Bool>(reading: &reader)
            default: resolution = try Optional<String>(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            tags: tags,
            followUp: followUp,
            resolution: resolution
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        if let tags { writer.key("tags"); tags.write(to: &writer) }
        if let followUp { writer.key("followUp"); followUp.write(to: &writer) }
        if let resolution { writer.key("resolution"); resolution.write(to: &writer) }
    }
}

/// Masks the patron of an open chat, who asks to be forgotten: they bear another name from now on,
/// what the host knew of them is gone, and so is what they wrote. By the host or the institution of
/// the origin.
///
/// The entries keep their numbers and what stands for them in the chain of digests.
/// What others wrote of them stays. Given again with the same name, it masks what they have written
/// since. For a record that was handed out there is
/// `Record.masked`.
public struct MaskPatron: WireForm {
    /// The chat.
    public var chat: String
    /// What stands for the patron from now on, made up by the host and telling nothing of them: in the
    /// record, and as who gives the patron's commands.
    public var name: String

    public init(chat: String, name: String) {
        self.chat = chat
        self.name = name
    }
}

extension MaskPatron: Fielded {
    static let names = Names(["chat", "name"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var name: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: name = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"), name: try fields.must(name, "name"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("name"); name.write(to: &writer)
    }
}

/// Asks the patron of a chat to wait for a while: by who answers it, and it stays theirs.
///
/// Nobody counts as idle meanwhile, and nothing can be written to the patron before it goes on.
public struct HoldChat: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension HoldChat: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// Goes on with a chat that was on hold.
public struct ResumeChat: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension ResumeChat: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// An operator opens a chat to a patron whom they know, on a queue to which they are assigned, and
/// answers it from the beginning.
///
/// It never exceeds what they can take. A queue that is closed to patrons is open to this.
public struct StartChat: WireForm {
    /// The chat's id, not in use and not used by one of the last that ended.
    public var chat: String
    /// In whose name: the chat's origin for ever.
    public var queue: String
    /// To whom.
    public var patron: String
    /// What the host knows of the patron and the matter, opaque to the router. Default: nothing.
    public var context: String?
    /// The channel by which the patron is written to, one of
    /// `Config.channels`. Default: none, an ordinary one.
    public var channel: String?
    /// As `OpenChat.salt`: given by the host, which passes the command on. Default: none.
    public var salt: String?
    /// Whether it is for practice, as `OpenChat.practice`. Default: no.
    public var practice: Bool

    public init(
        chat: String,
        queue: String,
        patron: String,
        context: String? = nil,
        channel: String? = nil,
        salt: String? = nil,
        practice: Bool = false
    ) {
        self.chat = chat
        self.queue = queue
        self.patron = patron
        self.context = context
        self.channel = channel
        self.salt = salt
        self.practice = practice
    }
}

extension StartChat: Fielded {
    static let names = Names(["chat", "queue", "patron", "context", "channel", "salt", "practice"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var queue: String?
        var patron: String?
        var context: String? = nil
        var channel: String? = nil
        var salt: String? = nil
        var practice: Bool = false
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: queue = try String(reading: &reader)
            case 2: patron = try String(reading: &reader)
            case 3: context = try Optional<String>(reading: &reader)
            case 4: channel = try Optional<String>(reading: &reader)
            case 5: salt = try Optional<String>(reading: &reader)
            default: practice = try Bool(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            queue: try fields.must(queue, "queue"),
            patron: try fields.must(patron, "patron"),
            context: context,
            channel: channel,
            salt: salt,
            practice: practice
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("patron"); patron.write(to: &writer)
        if let context { writer.key("context"); context.write(to: &writer) }
        if let channel { writer.key("channel"); channel.write(to: &writer) }
        if let salt { writer.key("salt"); salt.write(to: &writer) }
        if practice { writer.key("practice"); practice.write(to: &writer) }
    }
}

/// The connection of a chat's patron is lost: they have
/// `Config.patronGrace` to come back, and keep their place. After that they
/// have left.
///
/// In a chat by a store-and-forward channel it means nothing, and in a wrap-up neither.
public struct DropPatron: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension DropPatron: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// A chat's patron whose connection was lost is back. A message of theirs says the same.
public struct ReturnPatron: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension ReturnPatron: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// Who answers a chat invites another operator to take part.
///
/// Nobody needs room for it: a chat takes units of its owner alone.
public struct InviteOperator: WireForm {
    /// The chat.
    public var chat: String
    /// Whom: somebody who has a session, and whom live grants let answer the chat.
    public var `operator`: String
    /// What they should know; no patron ever sees it.
    public var note: String?

    public init(chat: String, operator: String, note: String? = nil) {
        self.chat = chat
        self.operator = `operator`
        self.note = note
    }
}

extension InviteOperator: Fielded {
    static let names = Names(["chat", "operator", "note"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var note: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            default: note = try Optional<String>(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            note: note
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        if let note { writer.key("note"); note.write(to: &writer) }
    }
}

/// An operator takes part in a chat that somebody else answers.
public struct JoinChat: WireForm {
    /// The chat.
    public var chat: String
    /// As what. Whoever takes part already has this part from now on.
    public var part: Part

    public init(chat: String, part: Part) {
        self.chat = chat
        self.part = part
    }
}

extension JoinChat: Fielded {
    static let names = Names(["chat", "part"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var part: Part?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: part = try Part(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"), part: try fields.must(part, "part"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("part"); part.write(to: &writer)
    }
}

/// Somebody takes part in a chat no more, or is not invited or consulted any more: by themselves, by who answers, a
/// supervisor, the institution of its origin, or the host.
public struct RemoveParticipant: WireForm {
    /// The chat.
    public var chat: String
    /// Who.
    public var `operator`: String

    public init(chat: String, operator: String) {
        self.chat = chat
        self.operator = `operator`
    }
}

extension RemoveParticipant: Fielded {
    static let names = Names(["chat", "operator"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: `operator` = try String(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
    }
}

/// Home staff ask the partner's operator who answers their patron's chat to hand it back: by an
/// operator assigned to its origin.
///
/// The router passes the question on and keeps nothing of it; a transfer home is always allowed.
public struct AskBackChat: WireForm {
    /// The chat.
    public var chat: String

    public init(chat: String) {
        self.chat = chat
    }
}

extension AskBackChat: Fielded {
    static let names = Names(["chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: chat = try String(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
    }
}

/// The operator who answers a chat hands it to an operator or a queue.
///
/// Until somebody accepts, the chat stays theirs and they go on talking.
public struct TransferChat: WireForm {
    /// The chat.
    public var chat: String
    /// To whom.
    public var to: Target
    /// Why, in words for the new operator and the record.
    public var reason: String?
    /// What the new operator should know; no patron ever sees it.
    public var note: String?
    /// What happens when somebody accepts. Default: the chat is theirs.
    public var mode: TransferMode
    /// The operator of the queue who should have it: as where a chat is opened, it waits for them
    /// alone for a while. It means nothing where the transfer names an operator. Default: nobody.
    public var preferred: String?

    public init(
        chat: String,
        to: Target,
        reason: String? = nil,
        note: String? = nil,
        mode: TransferMode = .blind,
        preferred: String? = nil
    ) {
        self.chat = chat
        self.to = to
        self.reason = reason
        self.note = note
        self.mode = mode
        self.preferred = preferred
    }
}

extension TransferChat: Fielded {
    static let names = Names(["chat", "to", "reason", "note", "mode", "preferred"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var to: Target?
        var reason: String? = nil
        var note: String? = nil
        var mode: TransferMode = .blind
        var preferred: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: to = try Target(reading: &reader)
            case 2: reason = try Optional<String>(reading: &reader)
            case 3: note = try Optional<String>(reading: &reader)
            case 4: mode = try TransferMode(reading: &reader)
            default: preferred = try Optional<String>(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            to: try fields.must(to, "to"),
            reason: reason,
            note: note,
            mode: mode,
            preferred: preferred
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
        if let reason { writer.key("reason"); reason.write(to: &writer) }
        if let note { writer.key("note"); note.write(to: &writer) }
        if mode != .blind { writer.key("mode"); mode.write(to: &writer) }
        if let preferred { writer.key("preferred"); preferred.write(to: &writer) }
    }
}

/// The sender of a transfer has talked with who is to take the chat over: now it is theirs.
public struct CompleteTransfer: WireForm {
    /// The chat.
    public var chat: String
    /// Which of its transfers.
    public var transfer: UInt32

    public init(chat: String, transfer: UInt32) {
        self.chat = chat
        self.transfer = transfer
    }
}

extension CompleteTransfer: Fielded {
    static let names = Names(["chat", "transfer"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var transfer: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: transfer = try UInt32(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            transfer: try fields.must(transfer, "transfer")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("transfer"); transfer.write(to: &writer)
    }
}

/// The operator who got a chat by a transfer hands it back to whom they had it from: a blind transfer
/// to them.
public struct ReturnChat: WireForm {
    /// The chat.
    public var chat: String
    /// Why, in words for the operator and the record.
    public var reason: String?
    /// What they should know; no patron ever sees it.
    public var note: String?

    public init(chat: String, reason: String? = nil, note: String? = nil) {
        self.chat = chat
        self.reason = reason
        self.note = note
    }
}

extension ReturnChat: Fielded {
    static let names = Names(["chat", "reason", "note"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var reason: String? = nil
        var note: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: reason = try Optional<String>(reading: &reader)
            default: note = try Optional<String>(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"), reason: reason, note: note)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        if let reason { writer.key("reason"); reason.write(to: &writer) }
        if let note { writer.key("note"); note.write(to: &writer) }
    }
}

/// Takes a pending transfer back, a consultation too.
public struct CancelTransfer: WireForm {
    /// The chat.
    public var chat: String
    /// Which of its transfers.
    public var transfer: UInt32

    public init(chat: String, transfer: UInt32) {
        self.chat = chat
        self.transfer = transfer
    }
}

extension CancelTransfer: Fielded {
    static let names = Names(["chat", "transfer"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var transfer: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: transfer = try UInt32(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            transfer: try fields.must(transfer, "transfer")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("transfer"); transfer.write(to: &writer)
    }
}

/// Says whether the operators and queues of an institution may become buddies of anybody outside it:
/// of another institution, or a contact. They may until it says no.
///
/// From then on requests across its border, and approvals of such, are refused. Those who are
/// buddies already stay so.
public struct AllowForeignBuddies: WireForm {
    /// Which institution.
    public var institution: String
    /// Whether they may.
    public var allow: Bool

    public init(institution: String, allow: Bool) {
        self.institution = institution
        self.allow = allow
    }
}

extension AllowForeignBuddies: Fielded {
    static let names = Names(["institution", "allow"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var institution: String?
        var allow: Bool?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: institution = try String(reading: &reader)
            default: allow = try Bool(reading: &reader)
            }
        }
        self.init(
            institution: try fields.must(institution, "institution"),
            allow: try fields.must(allow, "allow")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("institution"); institution.write(to: &writer)
        writer.key("allow"); allow.write(to: &writer)
    }
}

/// Asks a party to let another see its presence: `subscribe`, in the words of RFC 6121.
///
/// Given again, it does no harm. Where the other has approved before, it is granted at once.
public struct Subscribe: WireForm {
    /// Who asks.
    public var party: Party
    /// Who is asked.
    public var buddy: Party

    public init(party: Party, buddy: Party) {
        self.party = party
        self.buddy = buddy
    }
}

extension Subscribe: Fielded {
    static let names = Names(["party", "buddy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            default: buddy = try Party(reading: &reader)
            }
        }
        self.init(party: try fields.must(party, "party"), buddy: try fields.must(buddy, "buddy"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
    }
}

/// Lets another party see one's presence: `subscribed`, in the words of RFC 6121.
///
/// Before any request of theirs it approves the one to come, until it is taken back.
public struct ApproveSubscription: WireForm {
    /// Who approves.
    public var party: Party
    /// Whose request.
    public var buddy: Party

    public init(party: Party, buddy: Party) {
        self.party = party
        self.buddy = buddy
    }
}

extension ApproveSubscription: Fielded {
    static let names = Names(["party", "buddy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            default: buddy = try Party(reading: &reader)
            }
        }
        self.init(party: try fields.must(party, "party"), buddy: try fields.must(buddy, "buddy"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
    }
}

/// Sees a party's presence no more, or takes a request back: `unsubscribe`, in the words of
/// RFC 6121.
public struct Unsubscribe: WireForm {
    /// Who wants it no more.
    public var party: Party
    /// Whose presence.
    public var buddy: Party

    public init(party: Party, buddy: Party) {
        self.party = party
        self.buddy = buddy
    }
}

extension Unsubscribe: Fielded {
    static let names = Names(["party", "buddy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            default: buddy = try Party(reading: &reader)
            }
        }
        self.init(party: try fields.must(party, "party"), buddy: try fields.must(buddy, "buddy"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
    }
}

/// Lets another party see one's presence no more, declines their request, or takes an approval back
/// that was given before any: `unsubscribed`, in the words of RFC 6121.
public struct CancelSubscription: WireForm {
    /// Who declines.
    public var party: Party
    /// Whose request.
    public var buddy: Party

    public init(party: Party, buddy: Party) {
        self.party = party
        self.buddy = buddy
    }
}

extension CancelSubscription: Fielded {
    static let names = Names(["party", "buddy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            default: buddy = try Party(reading: &reader)
            }
        }
        self.init(party: try fields.must(party, "party"), buddy: try fields.must(buddy, "buddy"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
    }
}

/// Ends all between two parties, on both sides: subscriptions, requests, approvals. Blocks stay.
public struct RemoveBuddy: WireForm {
    /// Who ends it.
    public var party: Party
    /// With whom.
    public var buddy: Party

    public init(party: Party, buddy: Party) {
        self.party = party
        self.buddy = buddy
    }
}

extension RemoveBuddy: Fielded {
    static let names = Names(["party", "buddy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            default: buddy = try Party(reading: &reader)
            }
        }
        self.init(party: try fields.must(party, "party"), buddy: try fields.must(buddy, "buddy"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
    }
}

/// Blocks another party, a buddy or not: their requests and messages do not arrive, and neither sees
/// the other's presence. Subscriptions stay for the day when the block ends.
public struct Block: WireForm {
    /// Who blocks.
    public var party: Party
    /// Whom.
    public var buddy: Party

    public init(party: Party, buddy: Party) {
        self.party = party
        self.buddy = buddy
    }
}

extension Block: Fielded {
    static let names = Names(["party", "buddy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            default: buddy = try Party(reading: &reader)
            }
        }
        self.init(party: try fields.must(party, "party"), buddy: try fields.must(buddy, "buddy"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
    }
}

/// Ends a block.
public struct Unblock: WireForm {
    /// Who blocks no more.
    public var party: Party
    /// Whom.
    public var buddy: Party

    public init(party: Party, buddy: Party) {
        self.party = party
        self.buddy = buddy
    }
}

extension Unblock: Fielded {
    static let names = Names(["party", "buddy"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            default: buddy = try Party(reading: &reader)
            }
        }
        self.init(party: try fields.must(party, "party"), buddy: try fields.must(buddy, "buddy"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
    }
}

/// Says how a contact is seen, as the host's gateway has heard. Offline, until it says otherwise.
public struct SetContactPresence: WireForm {
    /// Who: somebody's buddy, or somebody who is asked.
    public var contact: String
    /// How they are seen.
    public var presence: Presence

    public init(contact: String, presence: Presence) {
        self.contact = contact
        self.presence = presence
    }
}

extension SetContactPresence: Fielded {
    static let names = Names(["contact", "presence"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var contact: String?
        var presence: Presence?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: contact = try String(reading: &reader)
            default: presence = try Presence(reading: &reader)
            }
        }
        self.init(
            contact: try fields.must(contact, "contact"),
            presence: try fields.must(presence, "presence")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("contact"); contact.write(to: &writer)
        writer.key("presence"); presence.write(to: &writer)
    }
}

/// Removes a contact whose address is no more: from everybody's buddies, requests and blocks.
public struct RemoveContact: WireForm {
    /// Who.
    public var contact: String

    public init(contact: String) {
        self.contact = contact
    }
}

extension RemoveContact: Fielded {
    static let names = Names(["contact"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var contact: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: contact = try String(reading: &reader)
            }
        }
        self.init(contact: try fields.must(contact, "contact"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("contact"); contact.write(to: &writer)
    }
}

/// Sends a message of an operator or a contact to a buddy: one of the two sees the other's presence.
///
/// To a queue, it opens a chat on it, whose patron is the sender; as long as that one is open, what
/// they send to the queue goes into it. A queue sends nothing: those who answer it write in the chat.
public struct SendDirectMessage: WireForm {
    /// Who writes.
    public var party: Party
    /// To whom.
    public var buddy: Party
    /// The message's id: a repeat to the same buddy is dropped, among the last
    /// `Limits.directMessages` of the sender.
    public var message: String
    /// What it says.
    public var content: Content
    /// The id of the chat that it opens if it is to a queue and none is open: not in use and not used
    /// by one of the last that ended. Default: none, which does where no chat is to be opened.
    public var chat: String?

    public init(party: Party, buddy: Party, message: String, content: Content, chat: String? = nil) {
        self.party = party
        self.buddy = buddy
        self.message = message
        self.content = content
        self.chat = chat
    }
}

extension SendDirectMessage: Fielded {
    static let names = Names(["party", "buddy", "message", "text", "reference", "chat"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        var message: String?
        var content: Content?
        var chat: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            case 1: buddy = try Party(reading: &reader)
            case 2: message = try String(reading: &reader)
            case 3: content = try Content.text(String(reading: &reader)).alone(beside: content)
            case 4: content = try Content.reference(Reference(reading: &reader)).alone(beside: content)
            default: chat = try Optional<String>(reading: &reader)
            }
        }
        self.init(
            party: try fields.must(party, "party"),
            buddy: try fields.must(buddy, "buddy"),
            message: try fields.must(message, "message"),
            content: try fields.must(content, "content"),
            chat: chat
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
        writer.key("message"); message.write(to: &writer)
        content.writeFields(to: &writer)
        if let chat { writer.key("chat"); chat.write(to: &writer) }
    }
}
