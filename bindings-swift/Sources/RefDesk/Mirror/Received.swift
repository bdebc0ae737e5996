// Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

extension About: Received {
    init(from given: inout Incoming) {
        profile = Optional<String>(from: &given)
        context = Optional<String>(from: &given)
        returns = Optional<String>(from: &given)
    }
}

extension Answer: Received {
    init(from given: inout Incoming) {
        `operator` = String(from: &given)
        institution = String(from: &given)
        at = Timestamp(from: &given)
        waited = Span(from: &given)
        reason = ClaimReason(from: &given)
    }
}

extension AnsweredBy: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .home
        case 1: self = .partner
        case 2: self = .backup
        default: given.strange()
        }
    }
}

extension Applied: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let events = [Event](from: &given)
            self = .done(events: events)
        case 1:
            let code = String(from: &given)
            let refusal = Refusal(from: &given)
            self = .refused(code: code, refusal: refusal)
        default: given.strange()
        }
    }
}

extension Asker: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .host
        case 1:
            let institution = String(from: &given)
            self = .institution(institution)
        case 2:
            let `operator` = String(from: &given)
            self = .operator(`operator`)
        case 3: self = .patron
        default: given.strange()
        }
    }
}

extension Audience: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .everyone
        case 1: self = .staff
        case 2:
            let institution = String(from: &given)
            self = .institution(institution)
        default: given.strange()
        }
    }
}

extension Author: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .patron
        case 1:
            let `operator` = String(from: &given)
            self = .operator(`operator`)
        case 2: self = .router
        default: given.strange()
        }
    }
}

extension Availability: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let by = AnsweredBy(from: &given)
            self = .available(by: by)
        case 1: self = .busy
        case 2: self = .unstaffed
        case 3: self = .full
        case 4:
            let opensAt = Optional<Timestamp>(from: &given)
            self = .closed(opensAt: opensAt)
        default: given.strange()
        }
    }
}

extension Body: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let message = String(from: &given)
            let content = Content(from: &given)
            self = .message(message: message, content: content)
        case 1:
            let `operator` = String(from: &given)
            self = .claimed(operator: `operator`)
        case 2:
            let queue = String(from: &given)
            let level = UInt8(from: &given)
            self = .rolledOver(queue: queue, level: level)
        case 3:
            let `operator` = String(from: &given)
            self = .operatorLost(operator: `operator`)
        case 4:
            let `operator` = String(from: &given)
            self = .operatorIdle(operator: `operator`)
        case 5:
            let `operator` = String(from: &given)
            let part = Part(from: &given)
            self = .joined(operator: `operator`, part: part)
        case 6:
            let `operator` = String(from: &given)
            let part = Part(from: &given)
            self = .left(operator: `operator`, part: part)
        case 7:
            let `operator` = String(from: &given)
            self = .held(operator: `operator`)
        case 8:
            let `operator` = String(from: &given)
            self = .resumed(operator: `operator`)
        case 9: self = .patronDropped
        case 10: self = .patronReturned
        case 11: self = .returned
        case 12:
            let queue = String(from: &given)
            self = .moved(queue: queue)
        case 13:
            let text = String(from: &given)
            self = .notice(text: text)
        case 14: self = .transferStarted(TransferRequest(from: &given))
        case 15:
            let transfer = UInt32(from: &given)
            let why = TransferFailure(from: &given)
            self = .transferFailed(transfer: transfer, why: why)
        case 16:
            let transfer = UInt32(from: &given)
            let `operator` = String(from: &given)
            self = .consultationStarted(transfer: transfer, operator: `operator`)
        case 17: self = .transferCompleted(TransferCompleted(from: &given))
        case 18:
            let outcome = Outcome(from: &given)
            self = .ended(outcome: outcome)
        case 19: self = .masked(Masked(from: &given))
        default: given.strange()
        }
    }
}

extension Body.TransferCompleted: Received {
    init(from given: inout Incoming) {
        transfer = UInt32(from: &given)
        from = String(from: &given)
        to = String(from: &given)
    }
}

extension ClaimReason: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let level = UInt8(from: &given)
            let won = Optional<Won>(from: &given)
            self = .accepted(level: level, won: won)
        case 1:
            let level = UInt8(from: &given)
            let won = Optional<Won>(from: &given)
            self = .firstMessage(level: level, won: won)
        case 2: self = .preferred
        case 3: self = .transferred
        case 4: self = .picked
        case 5: self = .assigned
        case 6: self = .started
        case 7: self = .returned
        default: given.strange()
        }
    }
}

extension Deadline: Received {
    init(from given: inout Incoming) {
        at = Timestamp(from: &given)
        reason = Reason(from: &given)
    }
}

extension Details: Received {
    init(from given: inout Incoming) {
        resolution = Optional<String>(from: &given)
        tags = given.flag() ? Set<String>(from: &given) : []
        followUp = given.flag() ? Bool(from: &given) : false
    }
}

extension DirectMessage: Received {
    init(from given: inout Incoming) {
        message = String(from: &given)
        content = Content(from: &given)
    }
}

extension Entry: Received {
    init(from given: inout Incoming) {
        number = UInt32(from: &given)
        at = Timestamp(from: &given)
        author = Author(from: &given)
        audience = Audience(from: &given)
        body = Body(from: &given)
    }
}

extension Event: Received {
    init(from given: inout Incoming) {
        at = Timestamp(from: &given)
        seq = UInt64(from: &given)
        kind = EventKind(from: &given)
    }
}

extension EventKind: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .partnershipProposed(PartnershipProposed(from: &given))
        case 1: self = .partnershipAgreed(PartnershipAgreed(from: &given))
        case 2: self = .partnershipDeclined(PartnershipDeclined(from: &given))
        case 3: self = .partnershipEnded(PartnershipEnded(from: &given))
        case 4: self = .listingPosted(ListingPosted(from: &given))
        case 5: self = .listingWithdrawn(ListingWithdrawn(from: &given))
        case 6: self = .availabilityChanged(AvailabilityChanged(from: &given))
        case 7: self = .presenceChanged(PresenceChanged(from: &given))
        case 8: self = .operatorPaused(OperatorPaused(from: &given))
        case 9: self = .operatorUnpaused(OperatorUnpaused(from: &given))
        case 10: self = .operatorLeaving(OperatorLeaving(from: &given))
        case 11: self = .graceStarted(GraceStarted(from: &given))
        case 12: self = .queueStateChanged(QueueStateChanged(from: &given))
        case 13: self = .chatOpened(ChatOpened(from: &given))
        case 14: self = .chatOffered(ChatOffered(from: &given))
        case 15: self = .offerWithdrawn(OfferWithdrawn(from: &given))
        case 16: self = .offerLapsed(OfferLapsed(from: &given))
        case 17: self = .offerDeclined(OfferDeclined(from: &given))
        case 18: self = .levelPassedOver(LevelPassedOver(from: &given))
        case 19: self = .chatRolledOver(ChatRolledOver(from: &given))
        case 20: self = .roundStarted(RoundStarted(from: &given))
        case 21: self = .chatClaimed(ChatClaimed(from: &given))
        case 22: self = .transcriptShown(TranscriptShown(from: &given))
        case 23: self = .messagePosted(MessagePosted(from: &given))
        case 24: self = .chatDescribed(ChatDescribed(from: &given))
        case 25: self = .patronMasked(PatronMasked(from: &given))
        case 26: self = .chatRequeued(ChatRequeued(from: &given))
        case 27: self = .noticeGiven(NoticeGiven(from: &given))
        case 28: self = .chatHeld(ChatHeld(from: &given))
        case 29: self = .chatResumed(ChatResumed(from: &given))
        case 30: self = .patronDropped(PatronDropped(from: &given))
        case 31: self = .patronReturned(PatronReturned(from: &given))
        case 32: self = .idleNoticed(IdleNoticed(from: &given))
        case 33: self = .operatorInvited(OperatorInvited(from: &given))
        case 34: self = .invitationWithdrawn(InvitationWithdrawn(from: &given))
        case 35: self = .operatorJoined(OperatorJoined(from: &given))
        case 36: self = .operatorLeft(OperatorLeft(from: &given))
        case 37: self = .chatAskedBack(ChatAskedBack(from: &given))
        case 38: self = .chatReassigned(ChatReassigned(from: &given))
        case 39: self = .transferStarted(TransferStarted(from: &given))
        case 40: self = .consultationStarted(ConsultationStarted(from: &given))
        case 41: self = .transferCompleted(TransferCompleted(from: &given))
        case 42: self = .transferFailed(TransferFailed(from: &given))
        case 43: self = .wrapUpStarted(WrapUpStarted(from: &given))
        case 44: self = .chatEnded(ChatEnded(from: &given))
        case 45: self = .subscriptionTold(SubscriptionTold(from: &given))
        case 46: self = .buddyChanged(BuddyChanged(from: &given))
        case 47: self = .blockChanged(BlockChanged(from: &given))
        case 48: self = .buddyPresence(BuddyPresence(from: &given))
        case 49: self = .contactTold(ContactTold(from: &given))
        case 50: self = .directMessageSent(DirectMessageSent(from: &given))
        case 51: self = .colleagueAsks(ColleagueAsks(from: &given))
        default: given.strange()
        }
    }
}

extension PartnershipProposed: Received {
    init(from given: inout Incoming) {
        from = String(from: &given)
        to = String(from: &given)
        proposal = UInt32(from: &given)
        terms = Terms(from: &given)
    }
}

extension PartnershipAgreed: Received {
    init(from given: inout Incoming) {
        proposer = String(from: &given)
        accepter = String(from: &given)
        proposal = UInt32(from: &given)
    }
}

extension PartnershipDeclined: Received {
    init(from given: inout Incoming) {
        by = String(from: &given)
        with = String(from: &given)
        proposal = UInt32(from: &given)
    }
}

extension PartnershipEnded: Received {
    init(from given: inout Incoming) {
        by = String(from: &given)
        with = String(from: &given)
    }
}

extension ListingPosted: Received {
    init(from given: inout Incoming) {
        institution = String(from: &given)
        terms = Terms(from: &given)
    }
}

extension ListingWithdrawn: Received {
    init(from given: inout Incoming) {
        institution = String(from: &given)
    }
}

extension AvailabilityChanged: Received {
    init(from given: inout Incoming) {
        queue = String(from: &given)
        availability = Availability(from: &given)
    }
}

extension PresenceChanged: Received {
    init(from given: inout Incoming) {
        `operator` = String(from: &given)
        presence = Presence(from: &given)
        to = Recipients(from: &given)
    }
}

extension OperatorPaused: Received {
    init(from given: inout Incoming) {
        `operator` = String(from: &given)
        reason = PauseReason(from: &given)
        to = Recipients(from: &given)
    }
}

extension OperatorUnpaused: Received {
    init(from given: inout Incoming) {
        `operator` = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension OperatorLeaving: Received {
    init(from given: inout Incoming) {
        `operator` = String(from: &given)
        leaves = Bool(from: &given)
        to = Recipients(from: &given)
    }
}

extension GraceStarted: Received {
    init(from given: inout Incoming) {
        `operator` = String(from: &given)
        until = Timestamp(from: &given)
    }
}

extension QueueStateChanged: Received {
    init(from given: inout Incoming) {
        queue = String(from: &given)
        state = QueueState(from: &given)
    }
}

extension ChatOpened: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        queue = String(from: &given)
        patron = String(from: &given)
    }
}

extension ChatOffered: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        offer = UInt32(from: &given)
        `operator` = String(from: &given)
        origin = String(from: &given)
        cause = OfferCause(from: &given)
        lapsesAt = Optional<Timestamp>(from: &given)
        about = Optional<About>(from: &given)
    }
}

extension OfferWithdrawn: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        offer = UInt32(from: &given)
        `operator` = String(from: &given)
        reason = Withdrawal(from: &given)
    }
}

extension OfferLapsed: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        offer = UInt32(from: &given)
        `operator` = String(from: &given)
    }
}

extension OfferDeclined: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        offer = UInt32(from: &given)
        `operator` = String(from: &given)
    }
}

extension LevelPassedOver: Received {
    init(from given: inout Incoming) {
        queue = String(from: &given)
        level = UInt8(from: &given)
        reason = RollReason(from: &given)
    }
}

extension ChatRolledOver: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        queue = String(from: &given)
        level = UInt8(from: &given)
        reason = RollReason(from: &given)
    }
}

extension RoundStarted: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        round = UInt32(from: &given)
    }
}

extension ChatClaimed: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        reason = ClaimReason(from: &given)
        to = Recipients(from: &given)
    }
}

extension TranscriptShown: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        handover = Handover(from: &given)
    }
}

extension MessagePosted: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        number = UInt32(from: &given)
        posted = Posted(from: &given)
        to = Recipients(from: &given)
    }
}

extension ChatDescribed: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        details = Details(from: &given)
        to = Recipients(from: &given)
    }
}

extension PatronMasked: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        patron = String(from: &given)
        entries = [UInt32](from: &given)
        to = Recipients(from: &given)
    }
}

extension ChatRequeued: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        queue = String(from: &given)
        `operator` = Optional<String>(from: &given)
        reason = RequeueReason(from: &given)
        to = Recipients(from: &given)
    }
}

extension NoticeGiven: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        notice = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension ChatHeld: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension ChatResumed: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension PatronDropped: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        until = Timestamp(from: &given)
        to = Recipients(from: &given)
    }
}

extension PatronReturned: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension IdleNoticed: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        idler = Idler(from: &given)
        notice = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension OperatorInvited: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        by = String(from: &given)
        note = Optional<String>(from: &given)
    }
}

extension InvitationWithdrawn: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension OperatorJoined: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        part = Part(from: &given)
        to = Recipients(from: &given)
    }
}

extension OperatorLeft: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        part = Part(from: &given)
        to = Recipients(from: &given)
    }
}

extension ChatAskedBack: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        `operator` = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension ChatReassigned: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        from = String(from: &given)
        `operator` = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension TransferStarted: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        transfer = UInt32(from: &given)
        from = String(from: &given)
        target = Target(from: &given)
        lapsesAt = Timestamp(from: &given)
        mode = given.flag() ? TransferMode(from: &given) : .blind
    }
}

extension ConsultationStarted: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        transfer = UInt32(from: &given)
        `operator` = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension TransferCompleted: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        transfer = UInt32(from: &given)
        from = String(from: &given)
        `operator` = String(from: &given)
        to = Recipients(from: &given)
    }
}

extension TransferFailed: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        transfer = UInt32(from: &given)
        why = TransferFailure(from: &given)
        to = Recipients(from: &given)
    }
}

extension WrapUpStarted: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        outcome = Outcome(from: &given)
        until = Timestamp(from: &given)
        to = Recipients(from: &given)
    }
}

extension ChatEnded: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        record = Record(from: &given)
        to = Recipients(from: &given)
        notice = Optional<String>(from: &given)
    }
}

extension SubscriptionTold: Received {
    init(from given: inout Incoming) {
        party = Party(from: &given)
        buddy = Party(from: &given)
        stanza = Stanza(from: &given)
        to = Recipients(from: &given)
    }
}

extension BuddyChanged: Received {
    init(from given: inout Incoming) {
        party = Party(from: &given)
        buddy = Party(from: &given)
        subscription = Subscription(from: &given)
        approved = Bool(from: &given)
        to = Recipients(from: &given)
    }
}

extension BlockChanged: Received {
    init(from given: inout Incoming) {
        party = Party(from: &given)
        buddy = Party(from: &given)
        blocked = Bool(from: &given)
        to = Recipients(from: &given)
    }
}

extension BuddyPresence: Received {
    init(from given: inout Incoming) {
        buddy = Party(from: &given)
        presence = Presence(from: &given)
        to = Recipients(from: &given)
    }
}

extension ContactTold: Received {
    init(from given: inout Incoming) {
        contact = String(from: &given)
        buddy = Party(from: &given)
        presence = Presence(from: &given)
    }
}

extension DirectMessageSent: Received {
    init(from given: inout Incoming) {
        party = Party(from: &given)
        buddy = Party(from: &given)
        sent = DirectMessage(from: &given)
        to = Recipients(from: &given)
    }
}

extension ColleagueAsks: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        queue = String(from: &given)
        party = Party(from: &given)
    }
}

extension Handover: Received {
    init(from given: inout Incoming) {
        entries = [Entry](from: &given)
        patron = Optional<String>(from: &given)
        context = Optional<String>(from: &given)
        returns = Optional<String>(from: &given)
        profile = Optional<String>(from: &given)
        reason = Optional<String>(from: &given)
        note = Optional<String>(from: &given)
        digest = Optional<String>(from: &given)
    }
}

extension Hop: Received {
    init(from given: inout Incoming) {
        queue = String(from: &given)
        level = UInt8(from: &given)
        at = Timestamp(from: &given)
        reason = RollReason(from: &given)
    }
}

extension HoursFault: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let zone = String(from: &given)
            let meant = Optional<String>(from: &given)
            self = .unknownZone(zone: zone, meant: meant)
        case 1:
            let text = String(from: &given)
            self = .invalidTime(text: text)
        case 2: self = .beginsAtEnd
        case 3: self = .emptyWindow
        case 4: self = .noDays
        case 5: self = .noDates
        case 6:
            let text = String(from: &given)
            self = .invalidDate(text: text)
        case 7:
            let text = String(from: &given)
            self = .noSuchDate(text: text)
        case 8:
            let text = String(from: &given)
            self = .reversedDates(text: text)
        case 9:
            let name = String(from: &given)
            self = .unknownHours(name: name)
        case 10:
            let name = String(from: &given)
            let meant = Optional<String>(from: &given)
            self = .unknownHolidays(name: name, meant: meant)
        case 11:
            let name = String(from: &given)
            self = .invalidHolidays(name: name)
        case 12:
            let limit = UInt32(from: &given)
            self = .tooMany(limit: limit)
        default: given.strange()
        }
    }
}

extension Idler: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .patron
        case 1: self = .operator
        default: given.strange()
        }
    }
}

extension Limited: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .institutions
        case 1: self = .operators
        case 2: self = .queues
        case 3: self = .groups
        case 4: self = .openChats
        case 5: self = .openChatsOfPatron
        case 6: self = .waiting
        case 7: self = .participants
        case 8: self = .sessions
        case 9: self = .memberships
        case 10: self = .skills
        case 11: self = .needs
        case 12: self = .demands
        case 13: self = .excluded
        case 14: self = .sources
        case 15: self = .operatorsNamed
        case 16: self = .grants
        case 17: self = .transcriptEntries
        case 18: self = .tags
        case 19: self = .hops
        case 20: self = .buddies
        case 21: self = .buddyRequests
        case 22: self = .blocked
        case 23: self = .contacts
        default: given.strange()
        }
    }
}

extension Masked: Received {
    init(from given: inout Incoming) {
        message = String(from: &given)
        leaf = Optional<String>(from: &given)
    }
}

extension Measured: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .message
        case 1: self = .note
        case 2: self = .context
        case 3: self = .reference
        case 4: self = .label
        case 5: self = .profile
        default: given.strange()
        }
    }
}

extension OfferCause: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let level = UInt8(from: &given)
            self = .level(level)
        case 1: self = .preferred
        case 2:
            let transfer = UInt32(from: &given)
            self = .transfer(transfer)
        default: given.strange()
        }
    }
}

extension Order: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .leastBusy
        case 1: self = .mostSpare
        case 2: self = .longestIdle
        case 3: self = .roundRobin
        case 4: self = .weightedRoundRobin
        case 5: self = .fixedRanks
        default: given.strange()
        }
    }
}

extension Outcome: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .abandoned
        case 1: self = .patronLeft
        case 2: self = .closed
        case 3: self = .forceClosed
        case 4: self = .patronIdle
        case 5: self = .messageTaken
        case 6: self = .closedByQueue
        default: given.strange()
        }
    }
}

extension Part: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .invited
        case 1: self = .observer
        case 2: self = .whisperer
        default: given.strange()
        }
    }
}

extension Party: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let `operator` = String(from: &given)
            self = .operator(`operator`)
        case 1:
            let queue = String(from: &given)
            self = .queue(queue)
        case 2:
            let contact = String(from: &given)
            self = .contact(contact)
        default: given.strange()
        }
    }
}

extension PauseReason: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let text = String(from: &given)
            self = .asked(text: text)
        case 1:
            let count = UInt16(from: &given)
            self = .missedOffers(count: count)
        default: given.strange()
        }
    }
}

extension Phase: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .waiting
        case 1: self = .offered
        case 2: self = .active
        case 3: self = .onHold
        case 4: self = .transferring
        case 5: self = .consulting
        case 6: self = .wrapUp
        case 7: self = .ended
        default: given.strange()
        }
    }
}

extension PolicyFault: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .noLevels
        case 1: self = .tooManyLevels
        case 2: self = .emptyPool
        case 3: self = .ringsNobody
        case 4: self = .lapsesAtOnce
        case 5: self = .pauseTooShort
        case 6: self = .pausesAtOnce
        case 7: self = .noSuchSkillLevel
        case 8: self = .namesItself
        case 9: self = .circle
        case 10: self = .keepsWaiting
        case 11: self = .endsAtOnce
        case 12: self = .idlesAtOnce
        default: given.strange()
        }
    }
}

extension Posted: Received {
    init(from given: inout Incoming) {
        author = Author(from: &given)
        message = String(from: &given)
        audience = Audience(from: &given)
        content = Content(from: &given)
    }
}

extension Presence: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .chat
        case 1: self = .available
        case 2: self = .away
        case 3: self = .xa
        case 4: self = .dnd
        case 5: self = .offline
        default: given.strange()
        }
    }
}

extension QueueState: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .open
        case 1: self = .draining
        case 2: self = .closed
        default: given.strange()
        }
    }
}

extension Reason: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let chat = String(from: &given)
            let offer = UInt32(from: &given)
            self = .offerLapses(chat: chat, offer: offer)
        case 1:
            let chat = String(from: &given)
            let level = UInt8(from: &given)
            self = .ringLapses(chat: chat, level: level)
        case 2:
            let chat = String(from: &given)
            self = .levelEnds(chat: chat)
        case 3:
            let chat = String(from: &given)
            self = .patienceEnds(chat: chat)
        case 4:
            let chat = String(from: &given)
            self = .roundStarts(chat: chat)
        case 5:
            let chat = String(from: &given)
            let transfer = UInt32(from: &given)
            self = .transferLapses(chat: chat, transfer: transfer)
        case 6:
            let chat = String(from: &given)
            self = .wrapUpEnds(chat: chat)
        case 7:
            let institution = String(from: &given)
            self = .grantHours(institution: institution)
        case 8:
            let `operator` = String(from: &given)
            self = .graceEnds(operator: `operator`)
        case 9:
            let `operator` = String(from: &given)
            let session = String(from: &given)
            self = .sessionEnds(operator: `operator`, session: session)
        case 10:
            let queue = String(from: &given)
            self = .queueOpens(queue: queue)
        case 11:
            let queue = String(from: &given)
            self = .queueCloses(queue: queue)
        case 12:
            let queue = String(from: &given)
            let level = UInt8(from: &given)
            self = .levelOpens(queue: queue, level: level)
        case 13:
            let queue = String(from: &given)
            let level = UInt8(from: &given)
            self = .levelCloses(queue: queue, level: level)
        case 14:
            let chat = String(from: &given)
            self = .waitEnds(chat: chat)
        case 15:
            let chat = String(from: &given)
            self = .noticeDue(chat: chat)
        case 16:
            let chat = String(from: &given)
            self = .idleDue(chat: chat)
        case 17:
            let chat = String(from: &given)
            self = .patronGraceEnds(chat: chat)
        default: given.strange()
        }
    }
}

extension Recipients: Received {
    init(from given: inout Incoming) {
        patron = Bool(from: &given)
        operators = [String](from: &given)
    }
}

extension Record: Received {
    init(from given: inout Incoming) {
        chat = String(from: &given)
        patron = String(from: &given)
        institution = String(from: &given)
        origin = String(from: &given)
        queue = String(from: &given)
        openedAt = Timestamp(from: &given)
        endedAt = Timestamp(from: &given)
        outcome = Outcome(from: &given)
        answers = [Answer](from: &given)
        offers = UInt32(from: &given)
        hops = [Hop](from: &given)
        transfers = [TransferRecord](from: &given)
        transcript = [Entry](from: &given)
        context = Optional<String>(from: &given)
        returns = Optional<String>(from: &given)
        channel = Optional<String>(from: &given)
        wrappedUpAt = Optional<Timestamp>(from: &given)
        details = Optional<Details>(from: &given)
        seal = Optional<Seal>(from: &given)
        hopsBefore = given.flag() ? UInt32(from: &given) : 0
        overflows = given.flag() ? [String](from: &given) : []
        practice = given.flag() ? Bool(from: &given) : false
    }
}

extension Reference: Received {
    init(from given: inout Incoming) {
        key = String(from: &given)
        bytes = Optional<UInt64>(from: &given)
        digest = Optional<String>(from: &given)
    }
}

extension Refusal: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .tooLong(TooLong(from: &given))
        case 1:
            let what = Limited(from: &given)
            let limit = UInt32(from: &given)
            self = .limitReached(what: what, limit: limit)
        case 2:
            let level = UInt32(from: &given)
            let fault = PolicyFault(from: &given)
            self = .invalidPolicy(level: level, fault: fault)
        case 3:
            let path = String(from: &given)
            let fault = HoursFault(from: &given)
            self = .invalidHours(path: path, fault: fault)
        case 4:
            let institution = String(from: &given)
            self = .unknownInstitution(institution: institution)
        case 5:
            let `operator` = String(from: &given)
            self = .unknownOperator(operator: `operator`)
        case 6:
            let queue = String(from: &given)
            self = .unknownQueue(queue: queue)
        case 7:
            let group = String(from: &given)
            self = .unknownGroup(group: group)
        case 8:
            let channel = String(from: &given)
            self = .unknownChannel(channel: channel)
        case 9:
            let chat = String(from: &given)
            self = .unknownChat(chat: chat)
        case 10:
            let contact = String(from: &given)
            self = .unknownContact(contact: contact)
        case 11:
            let `operator` = String(from: &given)
            let session = String(from: &given)
            self = .unknownSession(operator: `operator`, session: session)
        case 12:
            let institution = String(from: &given)
            self = .institutionExists(institution: institution)
        case 13:
            let `operator` = String(from: &given)
            self = .operatorExists(operator: `operator`)
        case 14:
            let queue = String(from: &given)
            self = .queueExists(queue: queue)
        case 15:
            let chat = String(from: &given)
            self = .duplicateChat(chat: chat)
        case 16:
            let queue = String(from: &given)
            let opensAt = Optional<Timestamp>(from: &given)
            self = .queueClosed(queue: queue, opensAt: opensAt)
        case 17:
            let by = Asker(from: &given)
            self = .notPermitted(by: by)
        case 18:
            let institution = String(from: &given)
            self = .wrongInstitution(institution: institution)
        case 19:
            let by = Use(from: &given)
            self = .inUse(by: by)
        case 20:
            let `operator` = String(from: &given)
            let queue = String(from: &given)
            self = .notAssigned(operator: `operator`, queue: queue)
        case 21:
            let from = String(from: &given)
            let to = String(from: &given)
            self = .noGrant(from: from, to: to)
        case 22:
            let home = String(from: &given)
            let to = String(from: &given)
            self = .grantClosed(home: home, to: to)
        case 23: self = .ownPartner
        case 24:
            let proposal = UInt32(from: &given)
            self = .proposalGone(proposal: proposal)
        case 25:
            let with = String(from: &given)
            self = .noPartnership(with: with)
        case 26:
            let of = String(from: &given)
            self = .noListing(of: of)
        case 27: self = .listingNamesQueues
        case 28:
            let priority = UInt8(from: &given)
            self = .unknownPriority(priority: priority)
        case 29:
            let skill = String(from: &given)
            self = .noSuchSkillLevel(skill: skill)
        case 30:
            let `operator` = String(from: &given)
            self = .notPaused(operator: `operator`)
        case 31:
            let `operator` = String(from: &given)
            self = .operatorOffline(operator: `operator`)
        case 32:
            let chat = String(from: &given)
            let winner = String(from: &given)
            self = .chatTaken(chat: chat, winner: winner)
        case 33:
            let chat = String(from: &given)
            let offer = UInt32(from: &given)
            self = .offerGone(chat: chat, offer: offer)
        case 34:
            let chat = String(from: &given)
            self = .acceptFirst(chat: chat)
        case 35:
            let chat = String(from: &given)
            let phase = Phase(from: &given)
            self = .wrongPhase(chat: chat, phase: phase)
        case 36:
            let chat = String(from: &given)
            let `operator` = String(from: &given)
            self = .notInvited(chat: chat, operator: `operator`)
        case 37:
            let chat = String(from: &given)
            self = .transferToSelf(chat: chat)
        case 38:
            let chat = String(from: &given)
            self = .noSender(chat: chat)
        case 39:
            let `operator` = String(from: &given)
            self = .targetUnavailable(operator: `operator`)
        case 40:
            let `operator` = String(from: &given)
            let chat = String(from: &given)
            self = .notEligible(operator: `operator`, chat: chat)
        case 41:
            let chat = String(from: &given)
            let transfer = UInt32(from: &given)
            self = .transferGone(chat: chat, transfer: transfer)
        case 42: self = .ownBuddy
        case 43: self = .bothOutside
        case 44:
            let institution = String(from: &given)
            self = .foreignBuddiesForbidden(institution: institution)
        case 45:
            let buddy = Party(from: &given)
            self = .buddyBlocked(buddy: buddy)
        case 46:
            let buddy = Party(from: &given)
            self = .buddyUnreachable(buddy: buddy)
        case 47:
            let buddy = Party(from: &given)
            self = .notBuddies(buddy: buddy)
        case 48:
            let queue = String(from: &given)
            self = .chatNeeded(queue: queue)
        default: given.strange()
        }
    }
}

extension Refusal.TooLong: Received {
    init(from given: inout Incoming) {
        what = Measured(from: &given)
        bytes = UInt64(from: &given)
        limit = UInt32(from: &given)
    }
}

extension RequeueReason: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .operatorLost
        case 1: self = .grantEnded
        case 2: self = .overflow
        case 3: self = .operatorIdle
        default: given.strange()
        }
    }
}

extension RollReason: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .unanswered
        case 1: self = .allDeclined
        case 2: self = .nobodyThere
        case 3: self = .allBusy
        case 4: self = .outOfHours
        default: given.strange()
        }
    }
}

extension Seal: Received {
    init(from given: inout Incoming) {
        digest = String(from: &given)
        salts = [String?](from: &given)
    }
}

extension Stanza: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .subscribe
        case 1: self = .subscribed
        case 2: self = .unsubscribe
        case 3: self = .unsubscribed
        default: given.strange()
        }
    }
}

extension Subscription: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .none
        case 1: self = .nonePendingOut
        case 2: self = .nonePendingIn
        case 3: self = .nonePendingOutIn
        case 4: self = .to
        case 5: self = .toPendingIn
        case 6: self = .from
        case 7: self = .fromPendingOut
        case 8: self = .both
        default: given.strange()
        }
    }
}

extension Target: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let `operator` = String(from: &given)
            self = .operator(`operator`)
        case 1:
            let queue = String(from: &given)
            self = .queue(queue)
        default: given.strange()
        }
    }
}

extension TransferFailure: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .declined
        case 1: self = .lapsed
        case 2: self = .cancelled
        case 3: self = .targetLost
        case 4: self = .senderLost
        case 5: self = .nobodyThere
        case 6: self = .grantEnded
        case 7: self = .queueClosed
        case 8: self = .reassigned
        case 9: self = .chatEnded
        default: given.strange()
        }
    }
}

extension TransferMode: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .blind
        case 1: self = .consult
        case 2: self = .join
        default: given.strange()
        }
    }
}

extension TransferRecord: Received {
    init(from given: inout Incoming) {
        from = String(from: &given)
        to = Target(from: &given)
        at = Timestamp(from: &given)
        result = Optional<TransferResult>(from: &given)
        reason = Optional<String>(from: &given)
        mode = given.flag() ? TransferMode(from: &given) : .blind
    }
}

extension TransferRequest: Received {
    init(from given: inout Incoming) {
        transfer = UInt32(from: &given)
        to = Target(from: &given)
        reason = Optional<String>(from: &given)
        note = Optional<String>(from: &given)
    }
}

extension TransferResult: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let by = String(from: &given)
            self = .completed(by: by)
        case 1:
            let why = TransferFailure(from: &given)
            self = .failed(why: why)
        default: given.strange()
        }
    }
}

extension Use: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0: self = .operators
        case 1: self = .queues
        case 2: self = .groups
        case 3: self = .partnerships
        case 4: self = .policy
        case 5: self = .chats
        default: given.strange()
        }
    }
}

extension Withdrawal: Received {
    init(from given: inout Incoming) {
        switch given.byte() {
        case 0:
            let winner = String(from: &given)
            self = .claimed(winner: winner)
        case 1: self = .full
        case 2: self = .absent
        case 3: self = .unassigned
        case 4: self = .grantEnded
        case 5: self = .queueClosed
        case 6: self = .grantClosed
        case 7: self = .levelLeft
        case 8: self = .policyChanged
        case 9: self = .transferOver
        case 10: self = .returned
        case 11: self = .chatEnded
        default: given.strange()
        }
    }
}

extension Won: Received {
    init(from given: inout Incoming) {
        order = Order(from: &given)
        proficiency = Optional<UInt16>(from: &given)
        figure = Optional<UInt16>(from: &given)
        turn = Optional<UInt64>(from: &given)
        registration = Optional<UInt64>(from: &given)
    }
}

extension Terms: ReceivedWhole {}
