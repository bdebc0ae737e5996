// Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

/// What happened, and what the host does about it.
///
/// Exhaustive on purpose: a new kind is a breaking change, and each host and binding must notice.
public indirect enum EventKind: WireForm {
    /// One institution proposed terms to another. Show them to the administrator of `to`.
    case partnershipProposed(PartnershipProposed)
    /// Two institutions have agreed: the terms of the proposal hold now. Tell both.
    case partnershipAgreed(PartnershipAgreed)
    /// A proposal was declined, or taken back. Tell both.
    case partnershipDeclined(PartnershipDeclined)
    /// A partnership ended. Tell both.
    case partnershipEnded(PartnershipEnded)
    /// An institution looks for partners. Show its terms to the administrators of all institutions
    /// that see listings (`Router.listings`).
    case listingPosted(ListingPosted)
    /// An institution looks for partners no more. Take its listing off the screens.
    case listingWithdrawn(ListingWithdrawn)
    /// A queue that is watched would do something else with a chat than before. Show it in the chat
    /// widget.
    case availabilityChanged(AvailabilityChanged)
    /// An operator is seen otherwise than before. Show it to `to`; `offline` means that the host
    /// forgets their sessions.
    case presenceChanged(PresenceChanged)
    /// An operator paused, and takes nothing new whatever their sessions show. Show it to them, and
    /// where their supervisors look; colleagues see presence alone.
    case operatorPaused(OperatorPaused)
    /// An operator's pause is over. Show it as the pause was shown.
    case operatorUnpaused(OperatorUnpaused)
    /// An operator finishes the chats that they have, takes nothing new, and is logged out after the
    /// last one; or does so no more. Show it as a pause is shown.
    case operatorLeaving(OperatorLeaving)
    /// An operator's last session ended; they keep their chats until the grace is over.
    case graceStarted(GraceStarted)
    /// A queue opened or closed, by its hours or by hand. Show it where patrons find the queue.
    ///
    /// Only of queues that have hours, or were set to a state by hand.
    case queueStateChanged(QueueStateChanged)
    /// A chat is open and in line. Tell the patron.
    case chatOpened(ChatOpened)
    /// An operator may take a chat. Ring them, and show what is known of it.
    case chatOffered(ChatOffered)
    /// An offer is no more. Stop ringing them, and say why.
    case offerWithdrawn(OfferWithdrawn)
    /// An offer was not answered in time. Stop ringing them.
    case offerLapsed(OfferLapsed)
    /// An operator declined. Stop ringing them.
    case offerDeclined(OfferDeclined)
    /// A level is passed over by all chats of its queue while nobody of it can be offered one.
    /// Nothing to do; an administrator may want to know.
    case levelPassedOver(LevelPassedOver)
    /// A chat rolled on to another level. Nothing to do; the patron may be told that it goes on.
    case chatRolledOver(ChatRolledOver)
    /// All have declined or missed a chat, and are rung anew. Nothing to do.
    case roundStarted(RoundStarted)
    /// An operator has a chat now, and nobody else does. Open it on their screen; tell the patron.
    case chatClaimed(ChatClaimed)
    /// What an operator may read of a chat that they took, or in which they take part. Show it to them before they write.
    case transcriptShown(TranscriptShown)
    /// A message was posted. Deliver it to `to`, and to nobody else.
    case messagePosted(MessagePosted)
    /// Those who answer said what a chat is about, or what came of it. Show it where the chat is shown.
    case chatDescribed(ChatDescribed)
    /// A patron asked to be forgotten. Forget who they are and what they wrote in these entries, here
    /// and in the stores and screens of all who have read them.
    case patronMasked(PatronMasked)
    /// A chat waits in another place than before, or waits again, always at its old place in line.
    /// Take it off the screen of who had it; tell the patron.
    case chatRequeued(ChatRequeued)
    /// A patron has waited for some time. Tell them so, in the words of the queue.
    case noticeGiven(NoticeGiven)
    /// The operator has asked the patron to wait for a while. Tell the patron.
    case chatHeld(ChatHeld)
    /// The operator goes on with a chat that was on hold. Tell the patron.
    case chatResumed(ChatResumed)
    /// The patron's connection is lost. Show it to the staff of the chat.
    case patronDropped(PatronDropped)
    /// A patron whose connection was lost is back. Show them their chat, and show it to the staff.
    case patronReturned(PatronReturned)
    /// Somebody has not written for some time. Tell them so, in the words of the queue.
    case idleNoticed(IdleNoticed)
    /// An operator is invited to take part in a chat. Ask them.
    case operatorInvited(OperatorInvited)
    /// Somebody is not invited any more: they declined, or the chat goes on without them. Take the
    /// question off their screen.
    case invitationWithdrawn(InvitationWithdrawn)
    /// An operator takes part in a chat that somebody else answers, or has another part than before.
    /// Open it on their screen; show it to the others.
    case operatorJoined(OperatorJoined)
    /// An operator takes part no more, or not so that the patron sees it. Close the chat on their screen
    /// if they are told; show it to the others.
    case operatorLeft(OperatorLeft)
    /// Home staff would like to have a chat back that a partner's operator answers. Show it to them:
    /// they may transfer it.
    case chatAskedBack(ChatAskedBack)
    /// A chat was given to somebody else. Close it on the screen of who had it; the claim says the rest.
    case chatReassigned(ChatReassigned)
    /// A transfer is pending; the sender goes on talking until somebody accepts. Show it to the
    /// sender.
    case transferStarted(TransferStarted)
    /// Who is to take a chat over has accepted to talk about it first: they read along, and what is
    /// written to the staff goes to them. Open it on their screen; show it to the sender, who completes
    /// the transfer or takes it back.
    case consultationStarted(ConsultationStarted)
    /// A transfer was accepted. Close the chat on the sender's screen; the claim says the rest.
    case transferCompleted(TransferCompleted)
    /// A transfer came to nothing; the chat is where it was.
    case transferFailed(TransferFailed)
    /// The patron has left, and the operator finishes their notes: nothing goes to the patron any
    /// more. Close the chat on the patron's screen; show the operator how much time they have.
    case wrapUpStarted(WrapUpStarted)
    /// A chat is over. Close it on every screen, and keep the record: it is handed out only once.
    case chatEnded(ChatEnded)
    /// A party said something to another about seeing presence: it asks, lets them see it, or ends
    /// that. Where `buddy` is a contact, send it by the gateway; where it is a queue, show it to the
    /// administrator; else show it to `to`.
    case subscriptionTold(SubscriptionTold)
    /// What is between a party and a buddy is otherwise than before. Show it in the party's list.
    case buddyChanged(BuddyChanged)
    /// A party blocks another, or does so no more. Show it to the party.
    case blockChanged(BlockChanged)
    /// How a buddy is seen: told to whoever comes, or may see it from now on, if it is not `offline`;
    /// when they may not any more, as `offline`; and of queues and contacts whenever it changes. Show
    /// it to `to`.
    case buddyPresence(BuddyPresence)
    /// How a party is seen by a contact whom it lets see it. Send it by the gateway.
    case contactTold(ContactTold)
    /// A message goes from one buddy to another. Where `buddy` is a contact, send it by the gateway;
    /// an operator who is not among `to` is not there: keep it for them.
    case directMessageSent(DirectMessageSent)
    /// A colleague wrote to a queue, and this opened a chat on it: what goes to the patron of this
    /// chat goes to them.
    case colleagueAsks(ColleagueAsks)
}

extension EventKind: Tagged {
    static let tags = Names(["partnershipProposed", "partnershipAgreed", "partnershipDeclined", "partnershipEnded", "listingPosted", "listingWithdrawn", "availabilityChanged", "presenceChanged", "operatorPaused", "operatorUnpaused", "operatorLeaving", "graceStarted", "queueStateChanged", "chatOpened", "chatOffered", "offerWithdrawn", "offerLapsed", "offerDeclined", "levelPassedOver", "chatRolledOver", "roundStarted", "chatClaimed", "transcriptShown", "messagePosted", "chatDescribed", "patronMasked", "chatRequeued", "noticeGiven", "chatHeld", "chatResumed", "patronDropped", "patronReturned", "idleNoticed", "operatorInvited", "invitationWithdrawn", "operatorJoined", "operatorLeft", "chatAskedBack", "chatReassigned", "transferStarted", "consultationStarted", "transferCompleted", "transferFailed", "wrapUpStarted", "chatEnded", "subscriptionTold", "buddyChanged", "blockChanged", "buddyPresence", "contactTold", "directMessageSent", "colleagueAsks"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: self = .partnershipProposed(try PartnershipProposed(&fields, &reader))
        case 1: self = .partnershipAgreed(try PartnershipAgreed(&fields, &reader))
        case 2: self = .partnershipDeclined(try PartnershipDeclined(&fields, &reader))
        case 3: self = .partnershipEnded(try PartnershipEnded(&fields, &reader))
        case 4: self = .listingPosted(try ListingPosted(&fields, &reader))
        case 5: self = .listingWithdrawn(try ListingWithdrawn(&fields, &reader))
        case 6: self = .availabilityChanged(try AvailabilityChanged(&fields, &reader))
        case 7: self = .presenceChanged(try PresenceChanged(&fields, &reader))
        case 8: self = .operatorPaused(try OperatorPaused(&fields, &reader))
        case 9: self = .operatorUnpaused(try OperatorUnpaused(&fields, &reader))
        case 10: self = .operatorLeaving(try OperatorLeaving(&fields, &reader))
        case 11: self = .graceStarted(try GraceStarted(&fields, &reader))
        case 12: self = .queueStateChanged(try QueueStateChanged(&fields, &reader))
        case 13: self = .chatOpened(try ChatOpened(&fields, &reader))
        case 14: self = .chatOffered(try ChatOffered(&fields, &reader))
        case 15: self = .offerWithdrawn(try OfferWithdrawn(&fields, &reader))
        case 16: self = .offerLapsed(try OfferLapsed(&fields, &reader))
        case 17: self = .offerDeclined(try OfferDeclined(&fields, &reader))
        case 18: self = .levelPassedOver(try LevelPassedOver(&fields, &reader))
        case 19: self = .chatRolledOver(try ChatRolledOver(&fields, &reader))
        case 20: self = .roundStarted(try RoundStarted(&fields, &reader))
        case 21: self = .chatClaimed(try ChatClaimed(&fields, &reader))
        case 22: self = .transcriptShown(try TranscriptShown(&fields, &reader))
        case 23: self = .messagePosted(try MessagePosted(&fields, &reader))
        case 24: self = .chatDescribed(try ChatDescribed(&fields, &reader))
        case 25: self = .patronMasked(try PatronMasked(&fields, &reader))
        case 26: self = .chatRequeued(try ChatRequeued(&fields, &reader))
        case 27: self = .noticeGiven(try NoticeGiven(&fields, &reader))
        case 28: self = .chatHeld(try ChatHeld(&fields, &reader))
        case 29: self = .chatResumed(try ChatResumed(&fields, &reader))
        case 30: self = .patronDropped(try PatronDropped(&fields, &reader))
        case 31: self = .patronReturned(try PatronReturned(&fields, &reader))
        case 32: self = .idleNoticed(try IdleNoticed(&fields, &reader))
        case 33: self = .operatorInvited(try OperatorInvited(&fields, &reader))
        case 34: self = .invitationWithdrawn(try InvitationWithdrawn(&fields, &reader))
        case 35: self = .operatorJoined(try OperatorJoined(&fields, &reader))
        case 36: self = .operatorLeft(try OperatorLeft(&fields, &reader))
        case 37: self = .chatAskedBack(try ChatAskedBack(&fields, &reader))
        case 38: self = .chatReassigned(try ChatReassigned(&fields, &reader))
        case 39: self = .transferStarted(try TransferStarted(&fields, &reader))
        case 40: self = .consultationStarted(try ConsultationStarted(&fields, &reader))
        case 41: self = .transferCompleted(try TransferCompleted(&fields, &reader))
        case 42: self = .transferFailed(try TransferFailed(&fields, &reader))
        case 43: self = .wrapUpStarted(try WrapUpStarted(&fields, &reader))
        case 44: self = .chatEnded(try ChatEnded(&fields, &reader))
        case 45: self = .subscriptionTold(try SubscriptionTold(&fields, &reader))
        case 46: self = .buddyChanged(try BuddyChanged(&fields, &reader))
        case 47: self = .blockChanged(try BlockChanged(&fields, &reader))
        case 48: self = .buddyPresence(try BuddyPresence(&fields, &reader))
        case 49: self = .contactTold(try ContactTold(&fields, &reader))
        case 50: self = .directMessageSent(try DirectMessageSent(&fields, &reader))
        default: self = .colleagueAsks(try ColleagueAsks(&fields, &reader))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .partnershipProposed(let of): writer.tag("partnershipProposed"); of.writeFields(to: &writer)
        case .partnershipAgreed(let of): writer.tag("partnershipAgreed"); of.writeFields(to: &writer)
        case .partnershipDeclined(let of): writer.tag("partnershipDeclined"); of.writeFields(to: &writer)
        case .partnershipEnded(let of): writer.tag("partnershipEnded"); of.writeFields(to: &writer)
        case .listingPosted(let of): writer.tag("listingPosted"); of.writeFields(to: &writer)
        case .listingWithdrawn(let of): writer.tag("listingWithdrawn"); of.writeFields(to: &writer)
        case .availabilityChanged(let of): writer.tag("availabilityChanged"); of.writeFields(to: &writer)
        case .presenceChanged(let of): writer.tag("presenceChanged"); of.writeFields(to: &writer)
        case .operatorPaused(let of): writer.tag("operatorPaused"); of.writeFields(to: &writer)
        case .operatorUnpaused(let of): writer.tag("operatorUnpaused"); of.writeFields(to: &writer)
        case .operatorLeaving(let of): writer.tag("operatorLeaving"); of.writeFields(to: &writer)
        case .graceStarted(let of): writer.tag("graceStarted"); of.writeFields(to: &writer)
        case .queueStateChanged(let of): writer.tag("queueStateChanged"); of.writeFields(to: &writer)
        case .chatOpened(let of): writer.tag("chatOpened"); of.writeFields(to: &writer)
        case .chatOffered(let of): writer.tag("chatOffered"); of.writeFields(to: &writer)
        case .offerWithdrawn(let of): writer.tag("offerWithdrawn"); of.writeFields(to: &writer)
        case .offerLapsed(let of): writer.tag("offerLapsed"); of.writeFields(to: &writer)
        case .offerDeclined(let of): writer.tag("offerDeclined"); of.writeFields(to: &writer)
        case .levelPassedOver(let of): writer.tag("levelPassedOver"); of.writeFields(to: &writer)
        case .chatRolledOver(let of): writer.tag("chatRolledOver"); of.writeFields(to: &writer)
        case .roundStarted(let of): writer.tag("roundStarted"); of.writeFields(to: &writer)
        case .chatClaimed(let of): writer.tag("chatClaimed"); of.writeFields(to: &writer)
        case .transcriptShown(let of): writer.tag("transcriptShown"); of.writeFields(to: &writer)
        case .messagePosted(let of): writer.tag("messagePosted"); of.writeFields(to: &writer)
        case .chatDescribed(let of): writer.tag("chatDescribed"); of.writeFields(to: &writer)
        case .patronMasked(let of): writer.tag("patronMasked"); of.writeFields(to: &writer)
        case .chatRequeued(let of): writer.tag("chatRequeued"); of.writeFields(to: &writer)
        case .noticeGiven(let of): writer.tag("noticeGiven"); of.writeFields(to: &writer)
        case .chatHeld(let of): writer.tag("chatHeld"); of.writeFields(to: &writer)
        case .chatResumed(let of): writer.tag("chatResumed"); of.writeFields(to: &writer)
        case .patronDropped(let of): writer.tag("patronDropped"); of.writeFields(to: &writer)
        case .patronReturned(let of): writer.tag("patronReturned"); of.writeFields(to: &writer)
        case .idleNoticed(let of): writer.tag("idleNoticed"); of.writeFields(to: &writer)
        case .operatorInvited(let of): writer.tag("operatorInvited"); of.writeFields(to: &writer)
        case .invitationWithdrawn(let of): writer.tag("invitationWithdrawn"); of.writeFields(to: &writer)
        case .operatorJoined(let of): writer.tag("operatorJoined"); of.writeFields(to: &writer)
        case .operatorLeft(let of): writer.tag("operatorLeft"); of.writeFields(to: &writer)
        case .chatAskedBack(let of): writer.tag("chatAskedBack"); of.writeFields(to: &writer)
        case .chatReassigned(let of): writer.tag("chatReassigned"); of.writeFields(to: &writer)
        case .transferStarted(let of): writer.tag("transferStarted"); of.writeFields(to: &writer)
        case .consultationStarted(let of): writer.tag("consultationStarted"); of.writeFields(to: &writer)
        case .transferCompleted(let of): writer.tag("transferCompleted"); of.writeFields(to: &writer)
        case .transferFailed(let of): writer.tag("transferFailed"); of.writeFields(to: &writer)
        case .wrapUpStarted(let of): writer.tag("wrapUpStarted"); of.writeFields(to: &writer)
        case .chatEnded(let of): writer.tag("chatEnded"); of.writeFields(to: &writer)
        case .subscriptionTold(let of): writer.tag("subscriptionTold"); of.writeFields(to: &writer)
        case .buddyChanged(let of): writer.tag("buddyChanged"); of.writeFields(to: &writer)
        case .blockChanged(let of): writer.tag("blockChanged"); of.writeFields(to: &writer)
        case .buddyPresence(let of): writer.tag("buddyPresence"); of.writeFields(to: &writer)
        case .contactTold(let of): writer.tag("contactTold"); of.writeFields(to: &writer)
        case .directMessageSent(let of): writer.tag("directMessageSent"); of.writeFields(to: &writer)
        case .colleagueAsks(let of): writer.tag("colleagueAsks"); of.writeFields(to: &writer)
        }
    }
}

/// One institution proposed terms to another. Show them to the administrator of `to`.
public struct PartnershipProposed: WireForm {
    /// Who proposed.
    public var from: String
    /// Who may accept or decline.
    public var to: String
    /// The number that the answer must name.
    public var proposal: UInt32
    /// The terms, as the proposer sees them.
    public var terms: Terms

    public init(from: String, to: String, proposal: UInt32, terms: Terms) {
        self.from = from
        self.to = to
        self.proposal = proposal
        self.terms = terms
    }
}

extension PartnershipProposed: Fielded {
    static let names = Names(["from", "to", "proposal", "terms"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var from: String?
        var to: String?
        var proposal: UInt32?
        var terms: Terms?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: from = try String(reading: &reader)
            case 1: to = try String(reading: &reader)
            case 2: proposal = try UInt32(reading: &reader)
            default: terms = try Terms(reading: &reader)
            }
        }
        self.init(
            from: try fields.must(from, "from"),
            to: try fields.must(to, "to"),
            proposal: try fields.must(proposal, "proposal"),
            terms: try fields.must(terms, "terms")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("from"); from.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
        writer.key("proposal"); proposal.write(to: &writer)
        writer.key("terms"); terms.write(to: &writer)
    }
}

/// Two institutions have agreed: the terms of the proposal hold now. Tell both.
public struct PartnershipAgreed: WireForm {
    /// Who had proposed.
    public var proposer: String
    /// Who accepted.
    public var accepter: String
    /// What they agreed on.
    public var proposal: UInt32

    public init(proposer: String, accepter: String, proposal: UInt32) {
        self.proposer = proposer
        self.accepter = accepter
        self.proposal = proposal
    }
}

extension PartnershipAgreed: Fielded {
    static let names = Names(["proposer", "accepter", "proposal"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var proposer: String?
        var accepter: String?
        var proposal: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: proposer = try String(reading: &reader)
            case 1: accepter = try String(reading: &reader)
            default: proposal = try UInt32(reading: &reader)
            }
        }
        self.init(
            proposer: try fields.must(proposer, "proposer"),
            accepter: try fields.must(accepter, "accepter"),
            proposal: try fields.must(proposal, "proposal")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("proposer"); proposer.write(to: &writer)
        writer.key("accepter"); accepter.write(to: &writer)
        writer.key("proposal"); proposal.write(to: &writer)
    }
}

/// A proposal was declined, or taken back. Tell both.
public struct PartnershipDeclined: WireForm {
    /// Who declined, or took back.
    public var by: String
    /// The other institution.
    public var with: String
    /// The proposal.
    public var proposal: UInt32

    public init(by: String, with: String, proposal: UInt32) {
        self.by = by
        self.with = with
        self.proposal = proposal
    }
}

extension PartnershipDeclined: Fielded {
    static let names = Names(["by", "with", "proposal"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var by: String?
        var with: String?
        var proposal: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: by = try String(reading: &reader)
            case 1: with = try String(reading: &reader)
            default: proposal = try UInt32(reading: &reader)
            }
        }
        self.init(
            by: try fields.must(by, "by"),
            with: try fields.must(with, "with"),
            proposal: try fields.must(proposal, "proposal")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("by"); by.write(to: &writer)
        writer.key("with"); with.write(to: &writer)
        writer.key("proposal"); proposal.write(to: &writer)
    }
}

/// A partnership ended. Tell both.
public struct PartnershipEnded: WireForm {
    /// Who ended it.
    public var by: String
    /// The other institution.
    public var with: String

    public init(by: String, with: String) {
        self.by = by
        self.with = with
    }
}

extension PartnershipEnded: Fielded {
    static let names = Names(["by", "with"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var by: String?
        var with: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: by = try String(reading: &reader)
            default: with = try String(reading: &reader)
            }
        }
        self.init(by: try fields.must(by, "by"), with: try fields.must(with, "with"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("by"); by.write(to: &writer)
        writer.key("with"); with.write(to: &writer)
    }
}

/// An institution looks for partners. Show its terms to the administrators of all institutions
/// that see listings (`Router.listings`).
public struct ListingPosted: WireForm {
    /// Who looks for partners.
    public var institution: String
    /// The terms, as they see them.
    public var terms: Terms

    public init(institution: String, terms: Terms) {
        self.institution = institution
        self.terms = terms
    }
}

extension ListingPosted: Fielded {
    static let names = Names(["institution", "terms"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var institution: String?
        var terms: Terms?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: institution = try String(reading: &reader)
            default: terms = try Terms(reading: &reader)
            }
        }
        self.init(
            institution: try fields.must(institution, "institution"),
            terms: try fields.must(terms, "terms")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("institution"); institution.write(to: &writer)
        writer.key("terms"); terms.write(to: &writer)
    }
}

/// An institution looks for partners no more. Take its listing off the screens.
public struct ListingWithdrawn: WireForm {
    /// Who.
    public var institution: String

    public init(institution: String) {
        self.institution = institution
    }
}

extension ListingWithdrawn: Fielded {
    static let names = Names(["institution"], open: true)

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

/// A queue that is watched would do something else with a chat than before. Show it in the chat
/// widget.
public struct AvailabilityChanged: WireForm {
    /// The queue.
    public var queue: String
    /// What would come to a chat now.
    public var availability: Availability

    public init(queue: String, availability: Availability) {
        self.queue = queue
        self.availability = availability
    }
}

extension AvailabilityChanged: Fielded {
    static let names = Names(["queue", "availability"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var availability: Availability?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            default: availability = try Availability(reading: &reader)
            }
        }
        self.init(
            queue: try fields.must(queue, "queue"),
            availability: try fields.must(availability, "availability")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("availability"); availability.write(to: &writer)
    }
}

/// An operator is seen otherwise than before. Show it to `to`; `offline` means that the host
/// forgets their sessions.
public struct PresenceChanged: WireForm {
    /// Who.
    public var `operator`: String
    /// How they are seen now.
    public var presence: Presence
    /// Who is told: the operator, if they are there, and those who are there of whom they let see
    /// them.
    public var to: Recipients

    public init(operator: String, presence: Presence, to: Recipients) {
        self.operator = `operator`
        self.presence = presence
        self.to = to
    }
}

extension PresenceChanged: Fielded {
    static let names = Names(["operator", "presence", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var presence: Presence?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: presence = try Presence(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            presence: try fields.must(presence, "presence"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("presence"); presence.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// An operator paused, and takes nothing new whatever their sessions show. Show it to them, and
/// where their supervisors look; colleagues see presence alone.
public struct OperatorPaused: WireForm {
    /// Who.
    public var `operator`: String
    /// Why.
    public var reason: PauseReason
    /// Who is told: they, if they are there.
    public var to: Recipients

    public init(operator: String, reason: PauseReason, to: Recipients) {
        self.operator = `operator`
        self.reason = reason
        self.to = to
    }
}

extension OperatorPaused: Fielded {
    static let names = Names(["operator", "reason", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var reason: PauseReason?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: reason = try PauseReason(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            reason: try fields.must(reason, "reason"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// An operator's pause is over. Show it as the pause was shown.
public struct OperatorUnpaused: WireForm {
    /// Who.
    public var `operator`: String
    /// Who is told: they, if they are there.
    public var to: Recipients

    public init(operator: String, to: Recipients) {
        self.operator = `operator`
        self.to = to
    }
}

extension OperatorUnpaused: Fielded {
    static let names = Names(["operator", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(operator: try fields.must(`operator`, "operator"), to: try fields.must(to, "to"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// An operator finishes the chats that they have, takes nothing new, and is logged out after the
/// last one; or does so no more. Show it as a pause is shown.
public struct OperatorLeaving: WireForm {
    /// Who.
    public var `operator`: String
    /// Whether they do. When they are gone, that they are seen as `offline` says so.
    public var leaves: Bool
    /// Who is told: they, if they are there.
    public var to: Recipients

    public init(operator: String, leaves: Bool, to: Recipients) {
        self.operator = `operator`
        self.leaves = leaves
        self.to = to
    }
}

extension OperatorLeaving: Fielded {
    static let names = Names(["operator", "leaves", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var leaves: Bool?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: leaves = try Bool(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            leaves: try fields.must(leaves, "leaves"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("leaves"); leaves.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// An operator's last session ended; they keep their chats until the grace is over.
public struct GraceStarted: WireForm {
    /// Who.
    public var `operator`: String
    /// When the grace is over.
    public var until: Timestamp

    public init(operator: String, until: Timestamp) {
        self.operator = `operator`
        self.until = until
    }
}

extension GraceStarted: Fielded {
    static let names = Names(["operator", "until"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var until: Timestamp?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: until = try Timestamp(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            until: try fields.must(until, "until")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("until"); until.write(to: &writer)
    }
}

/// A queue opened or closed, by its hours or by hand. Show it where patrons find the queue.
///
/// Only of queues that have hours, or were set to a state by hand.
public struct QueueStateChanged: WireForm {
    /// The queue.
    public var queue: String
    /// What it is now.
    public var state: QueueState

    public init(queue: String, state: QueueState) {
        self.queue = queue
        self.state = state
    }
}

extension QueueStateChanged: Fielded {
    static let names = Names(["queue", "state"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var state: QueueState?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            default: state = try QueueState(reading: &reader)
            }
        }
        self.init(queue: try fields.must(queue, "queue"), state: try fields.must(state, "state"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("state"); state.write(to: &writer)
    }
}

/// A chat is open and in line. Tell the patron.
public struct ChatOpened: WireForm {
    /// The chat.
    public var chat: String
    /// On which queue.
    public var queue: String
    /// Whose chat.
    public var patron: String

    public init(chat: String, queue: String, patron: String) {
        self.chat = chat
        self.queue = queue
        self.patron = patron
    }
}

extension ChatOpened: Fielded {
    static let names = Names(["chat", "queue", "patron"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var queue: String?
        var patron: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: queue = try String(reading: &reader)
            default: patron = try String(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            queue: try fields.must(queue, "queue"),
            patron: try fields.must(patron, "patron")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("patron"); patron.write(to: &writer)
    }
}

/// An operator may take a chat. Ring them, and show what is known of it.
public struct ChatOffered: WireForm {
    /// The chat.
    public var chat: String
    /// The number that the answer must name.
    public var offer: UInt32
    /// Who is rung.
    public var `operator`: String
    /// The queue in whose name they would answer.
    public var origin: String
    /// How the offer came about.
    public var cause: OfferCause
    /// When the offer ends. `nil`: when the chat is taken or moves on.
    public var lapsesAt: Timestamp?
    /// What is known of the chat and may be shown to them, if anything is.
    public var about: About?

    public init(
        chat: String,
        offer: UInt32,
        operator: String,
        origin: String,
        cause: OfferCause,
        lapsesAt: Timestamp? = nil,
        about: About? = nil
    ) {
        self.chat = chat
        self.offer = offer
        self.operator = `operator`
        self.origin = origin
        self.cause = cause
        self.lapsesAt = lapsesAt
        self.about = about
    }
}

extension ChatOffered: Fielded {
    static let names = Names(["chat", "offer", "operator", "origin", "cause", "lapsesAt", "about"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var offer: UInt32?
        var `operator`: String?
        var origin: String?
        var cause: OfferCause?
        var lapsesAt: Timestamp? = nil
        var about: About? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: offer = try UInt32(reading: &reader)
            case 2: `operator` = try String(reading: &reader)
            case 3: origin = try String(reading: &reader)
            case 4: cause = try OfferCause(reading: &reader)
            case 5: lapsesAt = try Optional<Timestamp>(reading: &reader)
            default: about = try Optional<About>(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            offer: try fields.must(offer, "offer"),
            operator: try fields.must(`operator`, "operator"),
            origin: try fields.must(origin, "origin"),
            cause: try fields.must(cause, "cause"),
            lapsesAt: lapsesAt,
            about: about
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("offer"); offer.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("origin"); origin.write(to: &writer)
        writer.key("cause"); cause.write(to: &writer)
        writer.key("lapsesAt"); lapsesAt.write(to: &writer)
        if let about { writer.key("about"); about.write(to: &writer) }
    }
}

/// An offer is no more. Stop ringing them, and say why.
public struct OfferWithdrawn: WireForm {
    /// The chat.
    public var chat: String
    /// The offer.
    public var offer: UInt32
    /// Who was rung.
    public var `operator`: String
    /// Why.
    public var reason: Withdrawal

    public init(chat: String, offer: UInt32, operator: String, reason: Withdrawal) {
        self.chat = chat
        self.offer = offer
        self.operator = `operator`
        self.reason = reason
    }
}

extension OfferWithdrawn: Fielded {
    static let names = Names(["chat", "offer", "operator", "reason"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var offer: UInt32?
        var `operator`: String?
        var reason: Withdrawal?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: offer = try UInt32(reading: &reader)
            case 2: `operator` = try String(reading: &reader)
            default: reason = try Withdrawal(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            offer: try fields.must(offer, "offer"),
            operator: try fields.must(`operator`, "operator"),
            reason: try fields.must(reason, "reason")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("offer"); offer.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
    }
}

/// An offer was not answered in time. Stop ringing them.
public struct OfferLapsed: WireForm {
    /// The chat.
    public var chat: String
    /// The offer.
    public var offer: UInt32
    /// Who missed it.
    public var `operator`: String

    public init(chat: String, offer: UInt32, operator: String) {
        self.chat = chat
        self.offer = offer
        self.operator = `operator`
    }
}

extension OfferLapsed: Fielded {
    static let names = Names(["chat", "offer", "operator"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var offer: UInt32?
        var `operator`: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: offer = try UInt32(reading: &reader)
            default: `operator` = try String(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            offer: try fields.must(offer, "offer"),
            operator: try fields.must(`operator`, "operator")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("offer"); offer.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
    }
}

/// An operator declined. Stop ringing them.
public struct OfferDeclined: WireForm {
    /// The chat.
    public var chat: String
    /// The offer.
    public var offer: UInt32
    /// Who declined.
    public var `operator`: String

    public init(chat: String, offer: UInt32, operator: String) {
        self.chat = chat
        self.offer = offer
        self.operator = `operator`
    }
}

extension OfferDeclined: Fielded {
    static let names = Names(["chat", "offer", "operator"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var offer: UInt32?
        var `operator`: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: offer = try UInt32(reading: &reader)
            default: `operator` = try String(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            offer: try fields.must(offer, "offer"),
            operator: try fields.must(`operator`, "operator")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("offer"); offer.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
    }
}

/// A level is passed over by all chats of its queue while nobody of it can be offered one.
/// Nothing to do; an administrator may want to know.
public struct LevelPassedOver: WireForm {
    /// The queue.
    public var queue: String
    /// The level, counted from 0.
    public var level: UInt8
    /// Why.
    public var reason: RollReason

    public init(queue: String, level: UInt8, reason: RollReason) {
        self.queue = queue
        self.level = level
        self.reason = reason
    }
}

extension LevelPassedOver: Fielded {
    static let names = Names(["queue", "level", "reason"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var level: UInt8?
        var reason: RollReason?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            case 1: level = try UInt8(reading: &reader)
            default: reason = try RollReason(reading: &reader)
            }
        }
        self.init(
            queue: try fields.must(queue, "queue"),
            level: try fields.must(level, "level"),
            reason: try fields.must(reason, "reason")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("level"); level.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
    }
}

/// A chat rolled on to another level. Nothing to do; the patron may be told that it goes on.
public struct ChatRolledOver: WireForm {
    /// The chat.
    public var chat: String
    /// The queue.
    public var queue: String
    /// The level that it entered, counted from 0.
    public var level: UInt8
    /// Why it left the one before.
    public var reason: RollReason

    public init(chat: String, queue: String, level: UInt8, reason: RollReason) {
        self.chat = chat
        self.queue = queue
        self.level = level
        self.reason = reason
    }
}

extension ChatRolledOver: Fielded {
    static let names = Names(["chat", "queue", "level", "reason"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var queue: String?
        var level: UInt8?
        var reason: RollReason?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: queue = try String(reading: &reader)
            case 2: level = try UInt8(reading: &reader)
            default: reason = try RollReason(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            queue: try fields.must(queue, "queue"),
            level: try fields.must(level, "level"),
            reason: try fields.must(reason, "reason")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("level"); level.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
    }
}

/// All have declined or missed a chat, and are rung anew. Nothing to do.
public struct RoundStarted: WireForm {
    /// The chat.
    public var chat: String
    /// The round, 2 for the second.
    public var round: UInt32

    public init(chat: String, round: UInt32) {
        self.chat = chat
        self.round = round
    }
}

extension RoundStarted: Fielded {
    static let names = Names(["chat", "round"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var round: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: round = try UInt32(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"), round: try fields.must(round, "round"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("round"); round.write(to: &writer)
    }
}

/// An operator has a chat now, and nobody else does. Open it on their screen; tell the patron.
public struct ChatClaimed: WireForm {
    /// The chat.
    public var chat: String
    /// Who answers.
    public var `operator`: String
    /// Why it is they.
    public var reason: ClaimReason
    /// Who is told: the patron, the operator, and who else takes part.
    public var to: Recipients

    public init(chat: String, operator: String, reason: ClaimReason, to: Recipients) {
        self.chat = chat
        self.operator = `operator`
        self.reason = reason
        self.to = to
    }
}

extension ChatClaimed: Fielded {
    static let names = Names(["chat", "operator", "reason", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var reason: ClaimReason?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            case 2: reason = try ClaimReason(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            reason: try fields.must(reason, "reason"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// What an operator may read of a chat that they took, or in which they take part. Show it to them before they write.
public struct TranscriptShown: WireForm {
    /// The chat.
    public var chat: String
    /// To whom.
    public var `operator`: String
    /// Everything that goes with the chat.
    public var handover: Handover

    public init(chat: String, operator: String, handover: Handover) {
        self.chat = chat
        self.operator = `operator`
        self.handover = handover
    }
}

extension TranscriptShown: Fielded {
    static let names = Names(["chat", "operator", "handover"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var handover: Handover?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            default: handover = try Handover(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            handover: try fields.must(handover, "handover")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("handover"); handover.write(to: &writer)
    }
}

/// A message was posted. Deliver it to `to`, and to nobody else.
public struct MessagePosted: WireForm {
    /// The chat.
    public var chat: String
    /// The number of its entry in the transcript.
    public var number: UInt32
    /// The message and its author.
    public var posted: Posted
    /// Who may see it: the people in its audience. The author's other screens are among them if
    /// the author is.
    public var to: Recipients

    public init(chat: String, number: UInt32, posted: Posted, to: Recipients) {
        self.chat = chat
        self.number = number
        self.posted = posted
        self.to = to
    }
}

extension MessagePosted: Fielded {
    static let names = Names(["chat", "number", "posted", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var number: UInt32?
        var posted: Posted?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: number = try UInt32(reading: &reader)
            case 2: posted = try Posted(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            number: try fields.must(number, "number"),
            posted: try fields.must(posted, "posted"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("number"); number.write(to: &writer)
        writer.key("posted"); posted.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// Those who answer said what a chat is about, or what came of it. Show it where the chat is shown.
public struct ChatDescribed: WireForm {
    /// The chat.
    public var chat: String
    /// All that is said of it now.
    public var details: Details
    /// Who is told: the staff of the chat.
    public var to: Recipients

    public init(chat: String, details: Details, to: Recipients) {
        self.chat = chat
        self.details = details
        self.to = to
    }
}

extension ChatDescribed: Fielded {
    static let names = Names(["chat", "details", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var details: Details?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: details = try Details(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            details: try fields.must(details, "details"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("details"); details.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A patron asked to be forgotten. Forget who they are and what they wrote in these entries, here
/// and in the stores and screens of all who have read them.
public struct PatronMasked: WireForm {
    /// The chat.
    public var chat: String
    /// What stands for the patron from now on. Not for a partner who may not know the patron.
    public var patron: String
    /// The numbers of the entries that were masked.
    public var entries: [UInt32]
    /// Who is told: the staff of the chat, and those who are rung and were shown what was known of
    /// the patron.
    public var to: Recipients

    public init(chat: String, patron: String, entries: [UInt32], to: Recipients) {
        self.chat = chat
        self.patron = patron
        self.entries = entries
        self.to = to
    }
}

extension PatronMasked: Fielded {
    static let names = Names(["chat", "patron", "entries", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var patron: String?
        var entries: [UInt32]?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: patron = try String(reading: &reader)
            case 2: entries = try [UInt32](reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            patron: try fields.must(patron, "patron"),
            entries: try fields.must(entries, "entries"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("patron"); patron.write(to: &writer)
        writer.key("entries"); entries.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A chat waits in another place than before, or waits again, always at its old place in line.
/// Take it off the screen of who had it; tell the patron.
public struct ChatRequeued: WireForm {
    /// The chat.
    public var chat: String
    /// The queue in which it waits.
    public var queue: String
    /// Who answered until now. `nil` if nobody did.
    public var `operator`: String?
    /// Why.
    public var reason: RequeueReason
    /// Who is told: the patron, who had it if they are there, and who else took part.
    public var to: Recipients

    public init(
        chat: String,
        queue: String,
        operator: String? = nil,
        reason: RequeueReason,
        to: Recipients
    ) {
        self.chat = chat
        self.queue = queue
        self.operator = `operator`
        self.reason = reason
        self.to = to
    }
}

extension ChatRequeued: Fielded {
    static let names = Names(["chat", "queue", "operator", "reason", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var queue: String?
        var `operator`: String? = nil
        var reason: RequeueReason?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: queue = try String(reading: &reader)
            case 2: `operator` = try Optional<String>(reading: &reader)
            case 3: reason = try RequeueReason(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            queue: try fields.must(queue, "queue"),
            operator: `operator`,
            reason: try fields.must(reason, "reason"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A patron has waited for some time. Tell them so, in the words of the queue.
public struct NoticeGiven: WireForm {
    /// The chat.
    public var chat: String
    /// What the patron is told.
    public var notice: String
    /// Who is told: the patron.
    public var to: Recipients

    public init(chat: String, notice: String, to: Recipients) {
        self.chat = chat
        self.notice = notice
        self.to = to
    }
}

extension NoticeGiven: Fielded {
    static let names = Names(["chat", "notice", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var notice: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: notice = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            notice: try fields.must(notice, "notice"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("notice"); notice.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// The operator has asked the patron to wait for a while. Tell the patron.
public struct ChatHeld: WireForm {
    /// The chat.
    public var chat: String
    /// Who answers.
    public var `operator`: String
    /// Who is told: everybody in the chat.
    public var to: Recipients

    public init(chat: String, operator: String, to: Recipients) {
        self.chat = chat
        self.operator = `operator`
        self.to = to
    }
}

extension ChatHeld: Fielded {
    static let names = Names(["chat", "operator", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// The operator goes on with a chat that was on hold. Tell the patron.
public struct ChatResumed: WireForm {
    /// The chat.
    public var chat: String
    /// Who answers.
    public var `operator`: String
    /// Who is told: everybody in the chat.
    public var to: Recipients

    public init(chat: String, operator: String, to: Recipients) {
        self.chat = chat
        self.operator = `operator`
        self.to = to
    }
}

extension ChatResumed: Fielded {
    static let names = Names(["chat", "operator", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// The patron's connection is lost. Show it to the staff of the chat.
public struct PatronDropped: WireForm {
    /// The chat.
    public var chat: String
    /// When they have left, if they do not come back.
    public var until: Timestamp
    /// Who is told: the staff of the chat.
    public var to: Recipients

    public init(chat: String, until: Timestamp, to: Recipients) {
        self.chat = chat
        self.until = until
        self.to = to
    }
}

extension PatronDropped: Fielded {
    static let names = Names(["chat", "until", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var until: Timestamp?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: until = try Timestamp(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            until: try fields.must(until, "until"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("until"); until.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A patron whose connection was lost is back. Show them their chat, and show it to the staff.
public struct PatronReturned: WireForm {
    /// The chat.
    public var chat: String
    /// Who is told: everybody in the chat.
    public var to: Recipients

    public init(chat: String, to: Recipients) {
        self.chat = chat
        self.to = to
    }
}

extension PatronReturned: Fielded {
    static let names = Names(["chat", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(chat: try fields.must(chat, "chat"), to: try fields.must(to, "to"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// Somebody has not written for some time. Tell them so, in the words of the queue.
public struct IdleNoticed: WireForm {
    /// The chat.
    public var chat: String
    /// Who is to write.
    public var idler: Idler
    /// What they are told.
    public var notice: String
    /// Who is told: they.
    public var to: Recipients

    public init(chat: String, idler: Idler, notice: String, to: Recipients) {
        self.chat = chat
        self.idler = idler
        self.notice = notice
        self.to = to
    }
}

extension IdleNoticed: Fielded {
    static let names = Names(["chat", "idler", "notice", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var idler: Idler?
        var notice: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: idler = try Idler(reading: &reader)
            case 2: notice = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            idler: try fields.must(idler, "idler"),
            notice: try fields.must(notice, "notice"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("idler"); idler.write(to: &writer)
        writer.key("notice"); notice.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// An operator is invited to take part in a chat. Ask them.
public struct OperatorInvited: WireForm {
    /// The chat.
    public var chat: String
    /// Who.
    public var `operator`: String
    /// Who answers it, and invites them.
    public var by: String
    /// What they should know.
    public var note: String?

    public init(chat: String, operator: String, by: String, note: String? = nil) {
        self.chat = chat
        self.operator = `operator`
        self.by = by
        self.note = note
    }
}

extension OperatorInvited: Fielded {
    static let names = Names(["chat", "operator", "by", "note"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var by: String?
        var note: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            case 2: by = try String(reading: &reader)
            default: note = try Optional<String>(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            by: try fields.must(by, "by"),
            note: note
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("by"); by.write(to: &writer)
        if let note { writer.key("note"); note.write(to: &writer) }
    }
}

/// Somebody is not invited any more: they declined, or the chat goes on without them. Take the
/// question off their screen.
public struct InvitationWithdrawn: WireForm {
    /// The chat.
    public var chat: String
    /// Who was invited.
    public var `operator`: String
    /// Who is told: they and who answers, if they are there.
    public var to: Recipients

    public init(chat: String, operator: String, to: Recipients) {
        self.chat = chat
        self.operator = `operator`
        self.to = to
    }
}

extension InvitationWithdrawn: Fielded {
    static let names = Names(["chat", "operator", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// An operator takes part in a chat that somebody else answers, or has another part than before.
/// Open it on their screen; show it to the others.
public struct OperatorJoined: WireForm {
    /// The chat.
    public var chat: String
    /// Who.
    public var `operator`: String
    /// As what.
    public var part: Part
    /// Who is told: the staff of the chat, the patron only of those who may write to them.
    public var to: Recipients

    public init(chat: String, operator: String, part: Part, to: Recipients) {
        self.chat = chat
        self.operator = `operator`
        self.part = part
        self.to = to
    }
}

extension OperatorJoined: Fielded {
    static let names = Names(["chat", "operator", "part", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var part: Part?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            case 2: part = try Part(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            part: try fields.must(part, "part"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("part"); part.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// An operator takes part no more, or not so that the patron sees it. Close the chat on their screen
/// if they are told; show it to the others.
public struct OperatorLeft: WireForm {
    /// The chat.
    public var chat: String
    /// Who.
    public var `operator`: String
    /// What they were.
    public var part: Part
    /// Who is told: as when they joined; not they themself where they have another part from now on.
    public var to: Recipients

    public init(chat: String, operator: String, part: Part, to: Recipients) {
        self.chat = chat
        self.operator = `operator`
        self.part = part
        self.to = to
    }
}

extension OperatorLeft: Fielded {
    static let names = Names(["chat", "operator", "part", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var part: Part?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            case 2: part = try Part(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            part: try fields.must(part, "part"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("part"); part.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// Home staff would like to have a chat back that a partner's operator answers. Show it to them:
/// they may transfer it.
public struct ChatAskedBack: WireForm {
    /// The chat.
    public var chat: String
    /// Who asks, at home.
    public var `operator`: String
    /// Who is told: who answers.
    public var to: Recipients

    public init(chat: String, operator: String, to: Recipients) {
        self.chat = chat
        self.operator = `operator`
        self.to = to
    }
}

extension ChatAskedBack: Fielded {
    static let names = Names(["chat", "operator", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var `operator`: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: `operator` = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            operator: try fields.must(`operator`, "operator"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A chat was given to somebody else. Close it on the screen of who had it; the claim says the rest.
public struct ChatReassigned: WireForm {
    /// The chat.
    public var chat: String
    /// Who had it.
    public var from: String
    /// Who has it now.
    public var `operator`: String
    /// Who is told: the two, if they are there.
    public var to: Recipients

    public init(chat: String, from: String, operator: String, to: Recipients) {
        self.chat = chat
        self.from = from
        self.operator = `operator`
        self.to = to
    }
}

extension ChatReassigned: Fielded {
    static let names = Names(["chat", "from", "operator", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var from: String?
        var `operator`: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: from = try String(reading: &reader)
            case 2: `operator` = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            from: try fields.must(from, "from"),
            operator: try fields.must(`operator`, "operator"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("from"); from.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A transfer is pending; the sender goes on talking until somebody accepts. Show it to the
/// sender.
public struct TransferStarted: WireForm {
    /// The chat.
    public var chat: String
    /// The transfer.
    public var transfer: UInt32
    /// Who sends.
    public var from: String
    /// To whom.
    public var target: Target
    /// What happens when somebody accepts.
    public var mode: TransferMode
    /// When it fails if nobody has accepted.
    public var lapsesAt: Timestamp

    public init(
        chat: String,
        transfer: UInt32,
        from: String,
        target: Target,
        mode: TransferMode = .blind,
        lapsesAt: Timestamp
    ) {
        self.chat = chat
        self.transfer = transfer
        self.from = from
        self.target = target
        self.mode = mode
        self.lapsesAt = lapsesAt
    }
}

extension TransferStarted: Fielded {
    static let names = Names(["chat", "transfer", "from", "target", "mode", "lapsesAt"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var transfer: UInt32?
        var from: String?
        var target: Target?
        var mode: TransferMode = .blind
        var lapsesAt: Timestamp?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: transfer = try UInt32(reading: &reader)
            case 2: from = try String(reading: &reader)
            case 3: target = try Target(reading: &reader)
            case 4: mode = try TransferMode(reading: &reader)
            default: lapsesAt = try Timestamp(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            transfer: try fields.must(transfer, "transfer"),
            from: try fields.must(from, "from"),
            target: try fields.must(target, "target"),
            mode: mode,
            lapsesAt: try fields.must(lapsesAt, "lapsesAt")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("transfer"); transfer.write(to: &writer)
        writer.key("from"); from.write(to: &writer)
        writer.key("target"); target.write(to: &writer)
        if mode != .blind { writer.key("mode"); mode.write(to: &writer) }
        writer.key("lapsesAt"); lapsesAt.write(to: &writer)
    }
}

/// Who is to take a chat over has accepted to talk about it first: they read along, and what is
/// written to the staff goes to them. Open it on their screen; show it to the sender, who completes
/// the transfer or takes it back.
public struct ConsultationStarted: WireForm {
    /// The chat.
    public var chat: String
    /// The transfer.
    public var transfer: UInt32
    /// Who is consulted.
    public var `operator`: String
    /// Who is told: the staff of the chat, who is consulted among them.
    public var to: Recipients

    public init(chat: String, transfer: UInt32, operator: String, to: Recipients) {
        self.chat = chat
        self.transfer = transfer
        self.operator = `operator`
        self.to = to
    }
}

extension ConsultationStarted: Fielded {
    static let names = Names(["chat", "transfer", "operator", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var transfer: UInt32?
        var `operator`: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: transfer = try UInt32(reading: &reader)
            case 2: `operator` = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            transfer: try fields.must(transfer, "transfer"),
            operator: try fields.must(`operator`, "operator"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("transfer"); transfer.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A transfer was accepted. Close the chat on the sender's screen; the claim says the rest.
public struct TransferCompleted: WireForm {
    /// The chat.
    public var chat: String
    /// The transfer.
    public var transfer: UInt32
    /// Who has sent.
    public var from: String
    /// Who answers now.
    public var `operator`: String
    /// Who is told: the sender, the new operator, who else takes part, and the patron.
    public var to: Recipients

    public init(chat: String, transfer: UInt32, from: String, operator: String, to: Recipients) {
        self.chat = chat
        self.transfer = transfer
        self.from = from
        self.operator = `operator`
        self.to = to
    }
}

extension TransferCompleted: Fielded {
    static let names = Names(["chat", "transfer", "from", "operator", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var transfer: UInt32?
        var from: String?
        var `operator`: String?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: transfer = try UInt32(reading: &reader)
            case 2: from = try String(reading: &reader)
            case 3: `operator` = try String(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            transfer: try fields.must(transfer, "transfer"),
            from: try fields.must(from, "from"),
            operator: try fields.must(`operator`, "operator"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("transfer"); transfer.write(to: &writer)
        writer.key("from"); from.write(to: &writer)
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A transfer came to nothing; the chat is where it was.
public struct TransferFailed: WireForm {
    /// The chat.
    public var chat: String
    /// The transfer.
    public var transfer: UInt32
    /// Why.
    public var why: TransferFailure
    /// Who is told: the sender, if they are there; and the operator whom it named.
    public var to: Recipients

    public init(chat: String, transfer: UInt32, why: TransferFailure, to: Recipients) {
        self.chat = chat
        self.transfer = transfer
        self.why = why
        self.to = to
    }
}

extension TransferFailed: Fielded {
    static let names = Names(["chat", "transfer", "why", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var transfer: UInt32?
        var why: TransferFailure?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: transfer = try UInt32(reading: &reader)
            case 2: why = try TransferFailure(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            transfer: try fields.must(transfer, "transfer"),
            why: try fields.must(why, "why"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("transfer"); transfer.write(to: &writer)
        writer.key("why"); why.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// The patron has left, and the operator finishes their notes: nothing goes to the patron any
/// more. Close the chat on the patron's screen; show the operator how much time they have.
public struct WrapUpStarted: WireForm {
    /// The chat.
    public var chat: String
    /// How the conversation ended.
    public var outcome: Outcome
    /// When the wrap-up is over, if nobody ends it before.
    public var until: Timestamp
    /// Who is told: the patron, the operator, and who else took part.
    public var to: Recipients

    public init(chat: String, outcome: Outcome, until: Timestamp, to: Recipients) {
        self.chat = chat
        self.outcome = outcome
        self.until = until
        self.to = to
    }
}

extension WrapUpStarted: Fielded {
    static let names = Names(["chat", "outcome", "until", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var outcome: Outcome?
        var until: Timestamp?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: outcome = try Outcome(reading: &reader)
            case 2: until = try Timestamp(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            outcome: try fields.must(outcome, "outcome"),
            until: try fields.must(until, "until"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("outcome"); outcome.write(to: &writer)
        writer.key("until"); until.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A chat is over. Close it on every screen, and keep the record: it is handed out only once.
public struct ChatEnded: WireForm {
    /// The chat.
    public var chat: String
    /// What the queue says to the patron, if it was the queue that ended it.
    public var notice: String?
    /// Everything about it: for the institution of its origin, and for nobody of another.
    public var record: Record
    /// Who is told: the patron, the operator who answered, and who else took part; after a wrap-up the
    /// operator alone.
    public var to: Recipients

    public init(chat: String, notice: String? = nil, record: Record, to: Recipients) {
        self.chat = chat
        self.notice = notice
        self.record = record
        self.to = to
    }
}

extension ChatEnded: Fielded {
    static let names = Names(["chat", "notice", "record", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var notice: String? = nil
        var record: Record?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: notice = try Optional<String>(reading: &reader)
            case 2: record = try Record(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            notice: notice,
            record: try fields.must(record, "record"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        if let notice { writer.key("notice"); notice.write(to: &writer) }
        writer.key("record"); record.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A party said something to another about seeing presence: it asks, lets them see it, or ends
/// that. Where `buddy` is a contact, send it by the gateway; where it is a queue, show it to the
/// administrator; else show it to `to`.
public struct SubscriptionTold: WireForm {
    /// Who said it.
    public var party: Party
    /// To whom.
    public var buddy: Party
    /// What, by its name in RFC 6121.
    public var stanza: Stanza
    /// Who is told: the buddy, if they are an operator who is there. Who is not finds it among
    /// their buddies when they come (`Router.colleagues`).
    public var to: Recipients

    public init(party: Party, buddy: Party, stanza: Stanza, to: Recipients) {
        self.party = party
        self.buddy = buddy
        self.stanza = stanza
        self.to = to
    }
}

extension SubscriptionTold: Fielded {
    static let names = Names(["party", "buddy", "stanza", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        var stanza: Stanza?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            case 1: buddy = try Party(reading: &reader)
            case 2: stanza = try Stanza(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            party: try fields.must(party, "party"),
            buddy: try fields.must(buddy, "buddy"),
            stanza: try fields.must(stanza, "stanza"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
        writer.key("stanza"); stanza.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// What is between a party and a buddy is otherwise than before. Show it in the party's list.
public struct BuddyChanged: WireForm {
    /// Whose list: an operator's or a queue's.
    public var party: Party
    /// Who stands in it. With neither a subscription nor an approval they do not, any more.
    public var buddy: Party
    /// Who sees whom, and who has asked.
    public var subscription: Subscription
    /// Whether a request of the buddy is approved before it comes.
    public var approved: Bool
    /// Who is told: the party, if they are an operator who is there.
    public var to: Recipients

    public init(
        party: Party,
        buddy: Party,
        subscription: Subscription,
        approved: Bool,
        to: Recipients
    ) {
        self.party = party
        self.buddy = buddy
        self.subscription = subscription
        self.approved = approved
        self.to = to
    }
}

extension BuddyChanged: Fielded {
    static let names = Names(["party", "buddy", "subscription", "approved", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        var subscription: Subscription?
        var approved: Bool?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            case 1: buddy = try Party(reading: &reader)
            case 2: subscription = try Subscription(reading: &reader)
            case 3: approved = try Bool(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            party: try fields.must(party, "party"),
            buddy: try fields.must(buddy, "buddy"),
            subscription: try fields.must(subscription, "subscription"),
            approved: try fields.must(approved, "approved"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
        writer.key("subscription"); subscription.write(to: &writer)
        writer.key("approved"); approved.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A party blocks another, or does so no more. Show it to the party.
public struct BlockChanged: WireForm {
    /// Who blocks.
    public var party: Party
    /// Whom.
    public var buddy: Party
    /// Whether they are blocked.
    public var blocked: Bool
    /// Who is told: the party, if they are an operator who is there.
    public var to: Recipients

    public init(party: Party, buddy: Party, blocked: Bool, to: Recipients) {
        self.party = party
        self.buddy = buddy
        self.blocked = blocked
        self.to = to
    }
}

extension BlockChanged: Fielded {
    static let names = Names(["party", "buddy", "blocked", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        var blocked: Bool?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            case 1: buddy = try Party(reading: &reader)
            case 2: blocked = try Bool(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            party: try fields.must(party, "party"),
            buddy: try fields.must(buddy, "buddy"),
            blocked: try fields.must(blocked, "blocked"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
        writer.key("blocked"); blocked.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// How a buddy is seen: told to whoever comes, or may see it from now on, if it is not `offline`;
/// when they may not any more, as `offline`; and of queues and contacts whenever it changes. Show
/// it to `to`.
public struct BuddyPresence: WireForm {
    /// Who is seen.
    public var buddy: Party
    /// How.
    public var presence: Presence
    /// Who is told: operators who are there, and whom the buddy lets see it.
    public var to: Recipients

    public init(buddy: Party, presence: Presence, to: Recipients) {
        self.buddy = buddy
        self.presence = presence
        self.to = to
    }
}

extension BuddyPresence: Fielded {
    static let names = Names(["buddy", "presence", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var buddy: Party?
        var presence: Presence?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: buddy = try Party(reading: &reader)
            case 1: presence = try Presence(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            buddy: try fields.must(buddy, "buddy"),
            presence: try fields.must(presence, "presence"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("buddy"); buddy.write(to: &writer)
        writer.key("presence"); presence.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// How a party is seen by a contact whom it lets see it. Send it by the gateway.
public struct ContactTold: WireForm {
    /// Who is told.
    public var contact: String
    /// Who is seen.
    public var buddy: Party
    /// How.
    public var presence: Presence

    public init(contact: String, buddy: Party, presence: Presence) {
        self.contact = contact
        self.buddy = buddy
        self.presence = presence
    }
}

extension ContactTold: Fielded {
    static let names = Names(["contact", "buddy", "presence"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var contact: String?
        var buddy: Party?
        var presence: Presence?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: contact = try String(reading: &reader)
            case 1: buddy = try Party(reading: &reader)
            default: presence = try Presence(reading: &reader)
            }
        }
        self.init(
            contact: try fields.must(contact, "contact"),
            buddy: try fields.must(buddy, "buddy"),
            presence: try fields.must(presence, "presence")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("contact"); contact.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
        writer.key("presence"); presence.write(to: &writer)
    }
}

/// A message goes from one buddy to another. Where `buddy` is a contact, send it by the gateway;
/// an operator who is not among `to` is not there: keep it for them.
public struct DirectMessageSent: WireForm {
    /// Who wrote it.
    public var party: Party
    /// To whom.
    public var buddy: Party
    /// What they wrote.
    public var sent: DirectMessage
    /// Who is told: the sender, for their other screens, and the receiver, as far as they are
    /// operators who are there.
    public var to: Recipients

    public init(party: Party, buddy: Party, sent: DirectMessage, to: Recipients) {
        self.party = party
        self.buddy = buddy
        self.sent = sent
        self.to = to
    }
}

extension DirectMessageSent: Fielded {
    static let names = Names(["party", "buddy", "sent", "to"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var party: Party?
        var buddy: Party?
        var sent: DirectMessage?
        var to: Recipients?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: party = try Party(reading: &reader)
            case 1: buddy = try Party(reading: &reader)
            case 2: sent = try DirectMessage(reading: &reader)
            default: to = try Recipients(reading: &reader)
            }
        }
        self.init(
            party: try fields.must(party, "party"),
            buddy: try fields.must(buddy, "buddy"),
            sent: try fields.must(sent, "sent"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("party"); party.write(to: &writer)
        writer.key("buddy"); buddy.write(to: &writer)
        writer.key("sent"); sent.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// A colleague wrote to a queue, and this opened a chat on it: what goes to the patron of this
/// chat goes to them.
public struct ColleagueAsks: WireForm {
    /// The chat.
    public var chat: String
    /// On which queue.
    public var queue: String
    /// Who asks: an operator or a contact.
    public var party: Party

    public init(chat: String, queue: String, party: Party) {
        self.chat = chat
        self.queue = queue
        self.party = party
    }
}

extension ColleagueAsks: Fielded {
    static let names = Names(["chat", "queue", "party"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var queue: String?
        var party: Party?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: queue = try String(reading: &reader)
            default: party = try Party(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            queue: try fields.must(queue, "queue"),
            party: try fields.must(party, "party")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("party"); party.write(to: &writer)
    }
}
