// Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

/// Why a command was refused.
///
/// Each has a stable machine code, the same in every language and never used again for
/// anything else, a sentence for people, and the ids that it speaks of.
///
/// The checks are made in a fixed order, so that the same mistake always has the same code: texts
/// that are too long; names that nobody bears; whether the actor may; the state; the limits.
public enum Refusal: WireForm {
    /// A text has more bytes than the limit allows.
    case tooLong(TooLong)
    /// One more would be beyond the limit.
    /// - `what`: Of what.
    /// - `limit`: How many are allowed.
    case limitReached(what: Limited, limit: UInt32)
    /// A policy cannot work.
    /// - `level`: The level, counted from 0; or 0 where the fault is none of a level.
    /// - `fault`: What is wrong with it.
    case invalidPolicy(level: UInt32, fault: PolicyFault)
    /// Hours have a fault.
    /// - `path`: Where, such as `hours.week[0].from`; in a policy, from there on:
    /// `levels[1].onlyWhen.hours.timeZone`.
    /// - `fault`: The first fault in them.
    case invalidHours(path: String, fault: HoursFault)
    /// No institution bears this id.
    /// - `institution`: The id.
    case unknownInstitution(institution: String)
    /// No operator bears this id.
    /// - `operator`: The id.
    case unknownOperator(operator: String)
    /// No queue bears this id.
    /// - `queue`: The id.
    case unknownQueue(queue: String)
    /// No group bears this id.
    /// - `group`: The id.
    case unknownGroup(group: String)
    /// The configuration has no channel of this id.
    /// - `channel`: The id.
    case unknownChannel(channel: String)
    /// No open chat bears this id.
    /// - `chat`: The id.
    case unknownChat(chat: String)
    /// Nobody here has to do with a contact of this id.
    /// - `contact`: The id.
    case unknownContact(contact: String)
    /// The operator has no such session.
    /// - `operator`: Who.
    /// - `session`: The session.
    case unknownSession(operator: String, session: String)
    /// An institution of this id is there already.
    /// - `institution`: The id.
    case institutionExists(institution: String)
    /// An operator of this id is there already.
    /// - `operator`: The id.
    case operatorExists(operator: String)
    /// A queue of this id is there already.
    /// - `queue`: The id.
    case queueExists(queue: String)
    /// A chat of this id is open, or ended not long ago.
    /// - `chat`: The id.
    case duplicateChat(chat: String)
    /// The queue takes no chats now: none of its levels is active.
    /// - `queue`: The queue.
    /// - `opensAt`: When hours open it, or a level of it, next. `nil` where they do not.
    case queueClosed(queue: String, opensAt: Timestamp? = nil)
    /// The actor may not do this.
    /// - `by`: Who asked for it.
    case notPermitted(by: Asker)
    /// The operator, queue or group is not of this institution.
    /// - `institution`: Of which it would have to be.
    case wrongInstitution(institution: String)
    /// Something still needs it, so that it cannot be removed.
    /// - `by`: What needs it.
    case inUse(by: Use)
    /// The operator is not assigned to the queue.
    /// - `operator`: Who.
    /// - `queue`: The queue.
    case notAssigned(operator: String, queue: String)
    /// There is no live grant of `from` to `to` that covers this.
    /// - `from`: Who would have to give it.
    /// - `to`: To whom.
    case noGrant(from: String, to: String)
    /// The grants that would let this cross are outside their hours, or carry as many chats as they
    /// may.
    /// - `home`: Whose patron it is.
    /// - `to`: Where they would be answered.
    case grantClosed(home: String, to: String)
    /// An institution cannot be its own partner.
    case ownPartner
    /// There is no such proposal, or not any more.
    /// - `proposal`: The proposal.
    case proposalGone(proposal: UInt32)
    /// The two have no partnership.
    /// - `with`: With whom.
    case noPartnership(with: String)
    /// The institution has no listing, or none that the other may see.
    /// - `of`: Whose listing.
    case noListing(of: String)
    /// What a listing asks for names queues, of a partner who is not known yet.
    case listingNamesQueues
    /// There is no such class of priority.
    /// - `priority`: The class.
    case unknownPriority(priority: UInt8)
    /// A level of a skill is not from 1 to 100.
    /// - `skill`: The skill.
    case noSuchSkillLevel(skill: String)
    /// The operator is not paused.
    /// - `operator`: Who.
    case notPaused(operator: String)
    /// The operator has no session.
    /// - `operator`: Who.
    case operatorOffline(operator: String)
    /// Somebody else answers the chat.
    /// - `chat`: The chat.
    /// - `winner`: Who answers it.
    case chatTaken(chat: String, winner: String)
    /// The offer was declined, missed or withdrawn, or was never theirs.
    /// - `chat`: The chat.
    /// - `offer`: The offer.
    case offerGone(chat: String, offer: UInt32)
    /// The chat has to be accepted first: the queue wants that, or this is no message to the patron.
    /// - `chat`: The chat.
    case acceptFirst(chat: String)
    /// The chat is not in a state that allows this.
    /// - `chat`: The chat.
    /// - `phase`: What it is.
    case wrongPhase(chat: String, phase: Phase)
    /// The operator is not invited to the chat, and takes no part in it.
    /// - `chat`: The chat.
    /// - `operator`: Who.
    case notInvited(chat: String, operator: String)
    /// A chat cannot be transferred to who has it.
    /// - `chat`: The chat.
    case transferToSelf(chat: String)
    /// Who answers the chat did not get it by a transfer.
    /// - `chat`: The chat.
    case noSender(chat: String)
    /// The operator may not be offered a chat now: not there, paused, or full.
    /// - `operator`: Who.
    case targetUnavailable(operator: String)
    /// The chat excludes the operator, or no level of the queue where it waits reaches them for it.
    /// - `operator`: Who.
    /// - `chat`: The chat.
    case notEligible(operator: String, chat: String)
    /// There is no such transfer pending.
    /// - `chat`: The chat.
    /// - `transfer`: The transfer.
    case transferGone(chat: String, transfer: UInt32)
    /// Nobody is their own buddy.
    case ownBuddy
    /// Both are contacts outside: what is between them is not known here.
    case bothOutside
    /// An institution does not let its operators and queues become buddies of anybody outside it.
    /// - `institution`: Which one of the two.
    case foreignBuddiesForbidden(institution: String)
    /// The sender has blocked them.
    /// - `buddy`: Who is blocked.
    case buddyBlocked(buddy: Party)
    /// They do not take anything from the sender.
    /// - `buddy`: Who.
    case buddyUnreachable(buddy: Party)
    /// Neither of the two sees the other's presence.
    /// - `buddy`: Who would have to be one.
    case notBuddies(buddy: Party)
    /// The message would open a chat on the queue, and does not name one.
    /// - `queue`: The queue.
    case chatNeeded(queue: String)

    /// A text has more bytes than the limit allows.
    public struct TooLong: WireForm {
        /// Which text.
        public var what: Measured
        /// How many bytes it has.
        public var bytes: UInt64
        /// How many are allowed.
        public var limit: UInt32

        public init(what: Measured, bytes: UInt64, limit: UInt32) {
            self.what = what
            self.bytes = bytes
            self.limit = limit
        }
    }
}

extension Refusal: Tagged {
    static let tags = Names(["tooLong", "limitReached", "invalidPolicy", "invalidHours", "unknownInstitution", "unknownOperator", "unknownQueue", "unknownGroup", "unknownChannel", "unknownChat", "unknownContact", "unknownSession", "institutionExists", "operatorExists", "queueExists", "duplicateChat", "queueClosed", "notPermitted", "wrongInstitution", "inUse", "notAssigned", "noGrant", "grantClosed", "ownPartner", "proposalGone", "noPartnership", "noListing", "listingNamesQueues", "unknownPriority", "noSuchSkillLevel", "notPaused", "operatorOffline", "chatTaken", "offerGone", "acceptFirst", "wrongPhase", "notInvited", "transferToSelf", "noSender", "targetUnavailable", "notEligible", "transferGone", "ownBuddy", "bothOutside", "foreignBuddiesForbidden", "buddyBlocked", "buddyUnreachable", "notBuddies", "chatNeeded"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: self = .tooLong(try TooLong(&fields, &reader))
        case 1:
            var what: Limited?
            var limit: UInt32?
            while let slot = try fields.next(Self.limitReachedNames, &reader) {
                switch slot {
                case 0: what = try Limited(reading: &reader)
                default: limit = try UInt32(reading: &reader)
                }
            }
            self = .limitReached(what: try fields.must(what, "what"), limit: try fields.must(limit, "limit"))
        case 2:
            var level: UInt32?
            var fault: PolicyFault?
            while let slot = try fields.next(Self.invalidPolicyNames, &reader) {
                switch slot {
                case 0: level = try UInt32(reading: &reader)
                default: fault = try PolicyFault(reading: &reader)
                }
            }
            self = .invalidPolicy(level: try fields.must(level, "level"), fault: try fields.must(fault, "fault"))
        case 3:
            var path: String?
            var fault: HoursFault?
            while let slot = try fields.next(Self.invalidHoursNames, &reader) {
                switch slot {
                case 0: path = try String(reading: &reader)
                default: fault = try HoursFault(reading: &reader)
                }
            }
            self = .invalidHours(path: try fields.must(path, "path"), fault: try fields.must(fault, "fault"))
        case 4:
            var institution: String?
            while let slot = try fields.next(Self.unknownInstitutionNames, &reader) {
                switch slot {
                default: institution = try String(reading: &reader)
                }
            }
            self = .unknownInstitution(institution: try fields.must(institution, "institution"))
        case 5:
            var `operator`: String?
            while let slot = try fields.next(Self.unknownOperatorNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .unknownOperator(operator: try fields.must(`operator`, "operator"))
        case 6:
            var queue: String?
            while let slot = try fields.next(Self.unknownQueueNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .unknownQueue(queue: try fields.must(queue, "queue"))
        case 7:
            var group: String?
            while let slot = try fields.next(Self.unknownGroupNames, &reader) {
                switch slot {
                default: group = try String(reading: &reader)
                }
            }
            self = .unknownGroup(group: try fields.must(group, "group"))
        case 8:
            var channel: String?
            while let slot = try fields.next(Self.unknownChannelNames, &reader) {
                switch slot {
                default: channel = try String(reading: &reader)
                }
            }
            self = .unknownChannel(channel: try fields.must(channel, "channel"))
        case 9:
            var chat: String?
            while let slot = try fields.next(Self.unknownChatNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .unknownChat(chat: try fields.must(chat, "chat"))
        case 10:
            var contact: String?
            while let slot = try fields.next(Self.unknownContactNames, &reader) {
                switch slot {
                default: contact = try String(reading: &reader)
                }
            }
            self = .unknownContact(contact: try fields.must(contact, "contact"))
        case 11:
            var `operator`: String?
            var session: String?
            while let slot = try fields.next(Self.unknownSessionNames, &reader) {
                switch slot {
                case 0: `operator` = try String(reading: &reader)
                default: session = try String(reading: &reader)
                }
            }
            self = .unknownSession(operator: try fields.must(`operator`, "operator"), session: try fields.must(session, "session"))
        case 12:
            var institution: String?
            while let slot = try fields.next(Self.institutionExistsNames, &reader) {
                switch slot {
                default: institution = try String(reading: &reader)
                }
            }
            self = .institutionExists(institution: try fields.must(institution, "institution"))
        case 13:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorExistsNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operatorExists(operator: try fields.must(`operator`, "operator"))
        case 14:
            var queue: String?
            while let slot = try fields.next(Self.queueExistsNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .queueExists(queue: try fields.must(queue, "queue"))
        case 15:
            var chat: String?
            while let slot = try fields.next(Self.duplicateChatNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .duplicateChat(chat: try fields.must(chat, "chat"))
        case 16:
            var queue: String?
            var opensAt: Timestamp? = nil
            while let slot = try fields.next(Self.queueClosedNames, &reader) {
                switch slot {
                case 0: queue = try String(reading: &reader)
                default: opensAt = try Optional<Timestamp>(reading: &reader)
                }
            }
            self = .queueClosed(queue: try fields.must(queue, "queue"), opensAt: opensAt)
        case 17:
            var by: Asker?
            while let slot = try fields.next(Self.notPermittedNames, &reader) {
                switch slot {
                default: by = try Asker(reading: &reader)
                }
            }
            self = .notPermitted(by: try fields.must(by, "by"))
        case 18:
            var institution: String?
            while let slot = try fields.next(Self.wrongInstitutionNames, &reader) {
                switch slot {
                default: institution = try String(reading: &reader)
                }
            }
            self = .wrongInstitution(institution: try fields.must(institution, "institution"))
        case 19:
            var by: Use?
            while let slot = try fields.next(Self.inUseNames, &reader) {
                switch slot {
                default: by = try Use(reading: &reader)
                }
            }
            self = .inUse(by: try fields.must(by, "by"))
        case 20:
            var `operator`: String?
            var queue: String?
            while let slot = try fields.next(Self.notAssignedNames, &reader) {
                switch slot {
                case 0: `operator` = try String(reading: &reader)
                default: queue = try String(reading: &reader)
                }
            }
            self = .notAssigned(operator: try fields.must(`operator`, "operator"), queue: try fields.must(queue, "queue"))
        case 21:
            var from: String?
            var to: String?
            while let slot = try fields.next(Self.noGrantNames, &reader) {
                switch slot {
                case 0: from = try String(reading: &reader)
                default: to = try String(reading: &reader)
                }
            }
            self = .noGrant(from: try fields.must(from, "from"), to: try fields.must(to, "to"))
        case 22:
            var home: String?
            var to: String?
            while let slot = try fields.next(Self.grantClosedNames, &reader) {
                switch slot {
                case 0: home = try String(reading: &reader)
                default: to = try String(reading: &reader)
                }
            }
            self = .grantClosed(home: try fields.must(home, "home"), to: try fields.must(to, "to"))
        case 23: try fields.none(&reader); self = .ownPartner
        case 24:
            var proposal: UInt32?
            while let slot = try fields.next(Self.proposalGoneNames, &reader) {
                switch slot {
                default: proposal = try UInt32(reading: &reader)
                }
            }
            self = .proposalGone(proposal: try fields.must(proposal, "proposal"))
        case 25:
            var with: String?
            while let slot = try fields.next(Self.noPartnershipNames, &reader) {
                switch slot {
                default: with = try String(reading: &reader)
                }
            }
            self = .noPartnership(with: try fields.must(with, "with"))
        case 26:
            var of: String?
            while let slot = try fields.next(Self.noListingNames, &reader) {
                switch slot {
                default: of = try String(reading: &reader)
                }
            }
            self = .noListing(of: try fields.must(of, "of"))
        case 27: try fields.none(&reader); self = .listingNamesQueues
        case 28:
            var priority: UInt8?
            while let slot = try fields.next(Self.unknownPriorityNames, &reader) {
                switch slot {
                default: priority = try UInt8(reading: &reader)
                }
            }
            self = .unknownPriority(priority: try fields.must(priority, "priority"))
        case 29:
            var skill: String?
            while let slot = try fields.next(Self.noSuchSkillLevelNames, &reader) {
                switch slot {
                default: skill = try String(reading: &reader)
                }
            }
            self = .noSuchSkillLevel(skill: try fields.must(skill, "skill"))
        case 30:
            var `operator`: String?
            while let slot = try fields.next(Self.notPausedNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .notPaused(operator: try fields.must(`operator`, "operator"))
        case 31:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorOfflineNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operatorOffline(operator: try fields.must(`operator`, "operator"))
        case 32:
            var chat: String?
            var winner: String?
            while let slot = try fields.next(Self.chatTakenNames, &reader) {
                switch slot {
                case 0: chat = try String(reading: &reader)
                default: winner = try String(reading: &reader)
                }
            }
            self = .chatTaken(chat: try fields.must(chat, "chat"), winner: try fields.must(winner, "winner"))
        case 33:
            var chat: String?
            var offer: UInt32?
            while let slot = try fields.next(Self.offerGoneNames, &reader) {
                switch slot {
                case 0: chat = try String(reading: &reader)
                default: offer = try UInt32(reading: &reader)
                }
            }
            self = .offerGone(chat: try fields.must(chat, "chat"), offer: try fields.must(offer, "offer"))
        case 34:
            var chat: String?
            while let slot = try fields.next(Self.acceptFirstNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .acceptFirst(chat: try fields.must(chat, "chat"))
        case 35:
            var chat: String?
            var phase: Phase?
            while let slot = try fields.next(Self.wrongPhaseNames, &reader) {
                switch slot {
                case 0: chat = try String(reading: &reader)
                default: phase = try Phase(reading: &reader)
                }
            }
            self = .wrongPhase(chat: try fields.must(chat, "chat"), phase: try fields.must(phase, "phase"))
        case 36:
            var chat: String?
            var `operator`: String?
            while let slot = try fields.next(Self.notInvitedNames, &reader) {
                switch slot {
                case 0: chat = try String(reading: &reader)
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .notInvited(chat: try fields.must(chat, "chat"), operator: try fields.must(`operator`, "operator"))
        case 37:
            var chat: String?
            while let slot = try fields.next(Self.transferToSelfNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .transferToSelf(chat: try fields.must(chat, "chat"))
        case 38:
            var chat: String?
            while let slot = try fields.next(Self.noSenderNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .noSender(chat: try fields.must(chat, "chat"))
        case 39:
            var `operator`: String?
            while let slot = try fields.next(Self.targetUnavailableNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .targetUnavailable(operator: try fields.must(`operator`, "operator"))
        case 40:
            var `operator`: String?
            var chat: String?
            while let slot = try fields.next(Self.notEligibleNames, &reader) {
                switch slot {
                case 0: `operator` = try String(reading: &reader)
                default: chat = try String(reading: &reader)
                }
            }
            self = .notEligible(operator: try fields.must(`operator`, "operator"), chat: try fields.must(chat, "chat"))
        case 41:
            var chat: String?
            var transfer: UInt32?
            while let slot = try fields.next(Self.transferGoneNames, &reader) {
                switch slot {
                case 0: chat = try String(reading: &reader)
                default: transfer = try UInt32(reading: &reader)
                }
            }
            self = .transferGone(chat: try fields.must(chat, "chat"), transfer: try fields.must(transfer, "transfer"))
        case 42: try fields.none(&reader); self = .ownBuddy
        case 43: try fields.none(&reader); self = .bothOutside
        case 44:
            var institution: String?
            while let slot = try fields.next(Self.foreignBuddiesForbiddenNames, &reader) {
                switch slot {
                default: institution = try String(reading: &reader)
                }
            }
            self = .foreignBuddiesForbidden(institution: try fields.must(institution, "institution"))
        case 45:
            var buddy: Party?
            while let slot = try fields.next(Self.buddyBlockedNames, &reader) {
                switch slot {
                default: buddy = try Party(reading: &reader)
                }
            }
            self = .buddyBlocked(buddy: try fields.must(buddy, "buddy"))
        case 46:
            var buddy: Party?
            while let slot = try fields.next(Self.buddyUnreachableNames, &reader) {
                switch slot {
                default: buddy = try Party(reading: &reader)
                }
            }
            self = .buddyUnreachable(buddy: try fields.must(buddy, "buddy"))
        case 47:
            var buddy: Party?
            while let slot = try fields.next(Self.notBuddiesNames, &reader) {
                switch slot {
                default: buddy = try Party(reading: &reader)
                }
            }
            self = .notBuddies(buddy: try fields.must(buddy, "buddy"))
        default:
            var queue: String?
            while let slot = try fields.next(Self.chatNeededNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .chatNeeded(queue: try fields.must(queue, "queue"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .tooLong(let of): writer.tag("tooLong"); of.writeFields(to: &writer)
        case .limitReached(let what, let limit):
            writer.tag("limitReached")
            writer.key("what"); what.write(to: &writer)
            writer.key("limit"); limit.write(to: &writer)
        case .invalidPolicy(let level, let fault):
            writer.tag("invalidPolicy")
            writer.key("level"); level.write(to: &writer)
            writer.key("fault"); fault.write(to: &writer)
        case .invalidHours(let path, let fault):
            writer.tag("invalidHours")
            writer.key("path"); path.write(to: &writer)
            writer.key("fault"); fault.write(to: &writer)
        case .unknownInstitution(let institution):
            writer.tag("unknownInstitution")
            writer.key("institution"); institution.write(to: &writer)
        case .unknownOperator(let `operator`):
            writer.tag("unknownOperator")
            writer.key("operator"); `operator`.write(to: &writer)
        case .unknownQueue(let queue):
            writer.tag("unknownQueue")
            writer.key("queue"); queue.write(to: &writer)
        case .unknownGroup(let group):
            writer.tag("unknownGroup")
            writer.key("group"); group.write(to: &writer)
        case .unknownChannel(let channel):
            writer.tag("unknownChannel")
            writer.key("channel"); channel.write(to: &writer)
        case .unknownChat(let chat):
            writer.tag("unknownChat")
            writer.key("chat"); chat.write(to: &writer)
        case .unknownContact(let contact):
            writer.tag("unknownContact")
            writer.key("contact"); contact.write(to: &writer)
        case .unknownSession(let `operator`, let session):
            writer.tag("unknownSession")
            writer.key("operator"); `operator`.write(to: &writer)
            writer.key("session"); session.write(to: &writer)
        case .institutionExists(let institution):
            writer.tag("institutionExists")
            writer.key("institution"); institution.write(to: &writer)
        case .operatorExists(let `operator`):
            writer.tag("operatorExists")
            writer.key("operator"); `operator`.write(to: &writer)
        case .queueExists(let queue):
            writer.tag("queueExists")
            writer.key("queue"); queue.write(to: &writer)
        case .duplicateChat(let chat):
            writer.tag("duplicateChat")
            writer.key("chat"); chat.write(to: &writer)
        case .queueClosed(let queue, let opensAt):
            writer.tag("queueClosed")
            writer.key("queue"); queue.write(to: &writer)
            writer.key("opensAt"); opensAt.write(to: &writer)
        case .notPermitted(let by):
            writer.tag("notPermitted")
            writer.key("by"); by.write(to: &writer)
        case .wrongInstitution(let institution):
            writer.tag("wrongInstitution")
            writer.key("institution"); institution.write(to: &writer)
        case .inUse(let by):
            writer.tag("inUse")
            writer.key("by"); by.write(to: &writer)
        case .notAssigned(let `operator`, let queue):
            writer.tag("notAssigned")
            writer.key("operator"); `operator`.write(to: &writer)
            writer.key("queue"); queue.write(to: &writer)
        case .noGrant(let from, let to):
            writer.tag("noGrant")
            writer.key("from"); from.write(to: &writer)
            writer.key("to"); to.write(to: &writer)
        case .grantClosed(let home, let to):
            writer.tag("grantClosed")
            writer.key("home"); home.write(to: &writer)
            writer.key("to"); to.write(to: &writer)
        case .ownPartner: writer.tag("ownPartner")
        case .proposalGone(let proposal):
            writer.tag("proposalGone")
            writer.key("proposal"); proposal.write(to: &writer)
        case .noPartnership(let with):
            writer.tag("noPartnership")
            writer.key("with"); with.write(to: &writer)
        case .noListing(let of):
            writer.tag("noListing")
            writer.key("of"); of.write(to: &writer)
        case .listingNamesQueues: writer.tag("listingNamesQueues")
        case .unknownPriority(let priority):
            writer.tag("unknownPriority")
            writer.key("priority"); priority.write(to: &writer)
        case .noSuchSkillLevel(let skill):
            writer.tag("noSuchSkillLevel")
            writer.key("skill"); skill.write(to: &writer)
        case .notPaused(let `operator`):
            writer.tag("notPaused")
            writer.key("operator"); `operator`.write(to: &writer)
        case .operatorOffline(let `operator`):
            writer.tag("operatorOffline")
            writer.key("operator"); `operator`.write(to: &writer)
        case .chatTaken(let chat, let winner):
            writer.tag("chatTaken")
            writer.key("chat"); chat.write(to: &writer)
            writer.key("winner"); winner.write(to: &writer)
        case .offerGone(let chat, let offer):
            writer.tag("offerGone")
            writer.key("chat"); chat.write(to: &writer)
            writer.key("offer"); offer.write(to: &writer)
        case .acceptFirst(let chat):
            writer.tag("acceptFirst")
            writer.key("chat"); chat.write(to: &writer)
        case .wrongPhase(let chat, let phase):
            writer.tag("wrongPhase")
            writer.key("chat"); chat.write(to: &writer)
            writer.key("phase"); phase.write(to: &writer)
        case .notInvited(let chat, let `operator`):
            writer.tag("notInvited")
            writer.key("chat"); chat.write(to: &writer)
            writer.key("operator"); `operator`.write(to: &writer)
        case .transferToSelf(let chat):
            writer.tag("transferToSelf")
            writer.key("chat"); chat.write(to: &writer)
        case .noSender(let chat):
            writer.tag("noSender")
            writer.key("chat"); chat.write(to: &writer)
        case .targetUnavailable(let `operator`):
            writer.tag("targetUnavailable")
            writer.key("operator"); `operator`.write(to: &writer)
        case .notEligible(let `operator`, let chat):
            writer.tag("notEligible")
            writer.key("operator"); `operator`.write(to: &writer)
            writer.key("chat"); chat.write(to: &writer)
        case .transferGone(let chat, let transfer):
            writer.tag("transferGone")
            writer.key("chat"); chat.write(to: &writer)
            writer.key("transfer"); transfer.write(to: &writer)
        case .ownBuddy: writer.tag("ownBuddy")
        case .bothOutside: writer.tag("bothOutside")
        case .foreignBuddiesForbidden(let institution):
            writer.tag("foreignBuddiesForbidden")
            writer.key("institution"); institution.write(to: &writer)
        case .buddyBlocked(let buddy):
            writer.tag("buddyBlocked")
            writer.key("buddy"); buddy.write(to: &writer)
        case .buddyUnreachable(let buddy):
            writer.tag("buddyUnreachable")
            writer.key("buddy"); buddy.write(to: &writer)
        case .notBuddies(let buddy):
            writer.tag("notBuddies")
            writer.key("buddy"); buddy.write(to: &writer)
        case .chatNeeded(let queue):
            writer.tag("chatNeeded")
            writer.key("queue"); queue.write(to: &writer)
        }
    }

    private static let limitReachedNames = Names(["what", "limit"], open: true)
    private static let invalidPolicyNames = Names(["level", "fault"], open: true)
    private static let invalidHoursNames = Names(["path", "fault"], open: true)
    private static let unknownInstitutionNames = Names(["institution"], open: true)
    private static let unknownOperatorNames = Names(["operator"], open: true)
    private static let unknownQueueNames = Names(["queue"], open: true)
    private static let unknownGroupNames = Names(["group"], open: true)
    private static let unknownChannelNames = Names(["channel"], open: true)
    private static let unknownChatNames = Names(["chat"], open: true)
    private static let unknownContactNames = Names(["contact"], open: true)
    private static let unknownSessionNames = Names(["operator", "session"], open: true)
    private static let institutionExistsNames = Names(["institution"], open: true)
    private static let operatorExistsNames = Names(["operator"], open: true)
    private static let queueExistsNames = Names(["queue"], open: true)
    private static let duplicateChatNames = Names(["chat"], open: true)
    private static let queueClosedNames = Names(["queue", "opensAt"], open: true)
    private static let notPermittedNames = Names(["by"], open: true)
    private static let wrongInstitutionNames = Names(["institution"], open: true)
    private static let inUseNames = Names(["by"], open: true)
    private static let notAssignedNames = Names(["operator", "queue"], open: true)
    private static let noGrantNames = Names(["from", "to"], open: true)
    private static let grantClosedNames = Names(["home", "to"], open: true)
    private static let proposalGoneNames = Names(["proposal"], open: true)
    private static let noPartnershipNames = Names(["with"], open: true)
    private static let noListingNames = Names(["of"], open: true)
    private static let unknownPriorityNames = Names(["priority"], open: true)
    private static let noSuchSkillLevelNames = Names(["skill"], open: true)
    private static let notPausedNames = Names(["operator"], open: true)
    private static let operatorOfflineNames = Names(["operator"], open: true)
    private static let chatTakenNames = Names(["chat", "winner"], open: true)
    private static let offerGoneNames = Names(["chat", "offer"], open: true)
    private static let acceptFirstNames = Names(["chat"], open: true)
    private static let wrongPhaseNames = Names(["chat", "phase"], open: true)
    private static let notInvitedNames = Names(["chat", "operator"], open: true)
    private static let transferToSelfNames = Names(["chat"], open: true)
    private static let noSenderNames = Names(["chat"], open: true)
    private static let targetUnavailableNames = Names(["operator"], open: true)
    private static let notEligibleNames = Names(["operator", "chat"], open: true)
    private static let transferGoneNames = Names(["chat", "transfer"], open: true)
    private static let foreignBuddiesForbiddenNames = Names(["institution"], open: true)
    private static let buddyBlockedNames = Names(["buddy"], open: true)
    private static let buddyUnreachableNames = Names(["buddy"], open: true)
    private static let notBuddiesNames = Names(["buddy"], open: true)
    private static let chatNeededNames = Names(["queue"], open: true)
}

extension Refusal.TooLong: Fielded {
    static let names = Names(["what", "bytes", "limit"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var what: Measured?
        var bytes: UInt64?
        var limit: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: what = try Measured(reading: &reader)
            case 1: bytes = try UInt64(reading: &reader)
            default: limit = try UInt32(reading: &reader)
            }
        }
        self.init(
            what: try fields.must(what, "what"),
            bytes: try fields.must(bytes, "bytes"),
            limit: try fields.must(limit, "limit")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("what"); what.write(to: &writer)
        writer.key("bytes"); bytes.write(to: &writer)
        writer.key("limit"); limit.write(to: &writer)
    }
}
