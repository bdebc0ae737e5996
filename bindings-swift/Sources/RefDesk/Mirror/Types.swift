// Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

/// What an operator is shown of a chat when they are rung for it, so that they can speak for the
/// institution whose patron it is. Opaque to the router.
public struct About: WireForm {
    /// The profile that the origin queue had when the chat was opened
    /// (`SetProfile`), if it had one.
    public var profile: String?
    /// What the host knows of the patron (`OpenChat.context`), where they
    /// may know who the patron is.
    public var context: String?
    /// The ended chat after which the patron comes back (`OpenChat.returns`),
    /// where they may know who the patron is.
    public var returns: String?

    public init(profile: String? = nil, context: String? = nil, returns: String? = nil) {
        self.profile = profile
        self.context = context
        self.returns = returns
    }
}

extension About: Fielded {
    static let names = Names(["profile", "context", "returns"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var profile: String? = nil
        var context: String? = nil
        var returns: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: profile = try Optional<String>(reading: &reader)
            case 1: context = try Optional<String>(reading: &reader)
            default: returns = try Optional<String>(reading: &reader)
            }
        }
        self.init(profile: profile, context: context, returns: returns)
    }

    func writeFields(to writer: inout Writer) {
        if let profile { writer.key("profile"); profile.write(to: &writer) }
        if let context { writer.key("context"); context.write(to: &writer) }
        if let returns { writer.key("returns"); returns.write(to: &writer) }
    }
}

/// Why an operator takes nothing new.
public enum Absence: WireForm {
    /// They have no session.
    case offline
    /// Their last session ended, and their grace runs.
    case inGrace
    /// They pause.
    case paused
    /// They finish what they have, and leave.
    case leaving
    /// They take no chats at all.
    case noCapacity
    /// They are seen in a way that takes no chats.
    /// - `show`: How.
    case shown(show: Show)
}

extension Absence: Tagged {
    static let tags = Names(["offline", "inGrace", "paused", "leaving", "noCapacity", "shown"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .offline
        case 1: try fields.none(&reader); self = .inGrace
        case 2: try fields.none(&reader); self = .paused
        case 3: try fields.none(&reader); self = .leaving
        case 4: try fields.none(&reader); self = .noCapacity
        default:
            var show: Show?
            while let slot = try fields.next(Self.shownNames, &reader) {
                switch slot {
                default: show = try Show(reading: &reader)
                }
            }
            self = .shown(show: try fields.must(show, "show"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .offline: writer.tag("offline")
        case .inGrace: writer.tag("inGrace")
        case .paused: writer.tag("paused")
        case .leaving: writer.tag("leaving")
        case .noCapacity: writer.tag("noCapacity")
        case .shown(let show):
            writer.tag("shown")
            writer.key("show"); show.write(to: &writer)
        }
    }

    private static let shownNames = Names(["show"])
}

/// Who gives a command.
public enum Actor: WireForm {
    /// The chat product that embeds the router.
    case host
    /// An institution, that is, its administrator.
    /// - `institution`: Which one.
    case institution(String)
    /// An operator.
    /// - `operator`: Who.
    case `operator`(String)
    /// A patron.
    /// - `patron`: Who.
    case patron(String)
}

extension Actor: Tagged {
    static let tags = Names(["host", "institution", "operator", "patron"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .host
        case 1:
            var institution: String?
            while let slot = try fields.next(Self.institutionNames, &reader) {
                switch slot {
                default: institution = try String(reading: &reader)
                }
            }
            self = .institution(try fields.must(institution, "institution"))
        case 2:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operator(try fields.must(`operator`, "operator"))
        default:
            var patron: String?
            while let slot = try fields.next(Self.patronNames, &reader) {
                switch slot {
                default: patron = try String(reading: &reader)
                }
            }
            self = .patron(try fields.must(patron, "patron"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .host: writer.tag("host")
        case .institution(let institution):
            writer.tag("institution")
            writer.key("institution"); institution.write(to: &writer)
        case .operator(let `operator`):
            writer.tag("operator")
            writer.key("operator"); `operator`.write(to: &writer)
        case .patron(let patron):
            writer.tag("patron")
            writer.key("patron"); patron.write(to: &writer)
        }
    }

    private static let institutionNames = Names(["institution"])
    private static let operatorNames = Names(["operator"])
    private static let patronNames = Names(["patron"])
}

/// What happens to a chat after the last level.
///
/// To a chat of a store-and-forward channel none of it does: it keeps waiting.
public enum After: WireForm {
    /// It waits on at the last level, which keeps ringing.
    case keepWaiting
    /// It ends, and the patron is asked to leave a message.
    /// - `notice`: What the patron is told.
    case takeMessage(notice: String? = nil)
    /// It ends with a notice.
    /// - `notice`: What the patron is told.
    case close(notice: String? = nil)
    /// It moves on to another queue, at its old place in line. Where it cannot, it keeps waiting: if
    /// it has been there before, no level there would take a new chat now, no grant lets it wait
    /// there, or it has moved on too often.
    /// - `queue`: That queue. Its own policy may not lead back here.
    case moveTo(queue: String)
}

extension After: Tagged {
    static let tags = Names(["keepWaiting", "takeMessage", "close", "moveTo"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .keepWaiting
        case 1:
            var notice: String? = nil
            while let slot = try fields.next(Self.takeMessageNames, &reader) {
                switch slot {
                default: notice = try Optional<String>(reading: &reader)
                }
            }
            self = .takeMessage(notice: notice)
        case 2:
            var notice: String? = nil
            while let slot = try fields.next(Self.closeNames, &reader) {
                switch slot {
                default: notice = try Optional<String>(reading: &reader)
                }
            }
            self = .close(notice: notice)
        default:
            var queue: String?
            while let slot = try fields.next(Self.moveToNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .moveTo(queue: try fields.must(queue, "queue"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .keepWaiting: writer.tag("keepWaiting")
        case .takeMessage(let notice):
            writer.tag("takeMessage")
            writer.key("notice"); notice.write(to: &writer)
        case .close(let notice):
            writer.tag("close")
            writer.key("notice"); notice.write(to: &writer)
        case .moveTo(let queue):
            writer.tag("moveTo")
            writer.key("queue"); queue.write(to: &writer)
        }
    }

    private static let takeMessageNames = Names(["notice"])
    private static let closeNames = Names(["notice"])
    private static let moveToNames = Names(["queue"])
}

/// One operator's turn at a chat.
public struct Answer: WireForm {
    /// Who.
    public var `operator`: String
    /// Where they work.
    public var institution: String
    /// When they took the chat.
    public var at: Timestamp
    /// For how long the patron had then waited without an operator: from the arrival, or from the
    /// loss of the operator before. Zero at a transfer.
    public var waited: Span
    /// Why it was they.
    public var reason: ClaimReason

    public init(
        operator: String,
        institution: String,
        at: Timestamp,
        waited: Span,
        reason: ClaimReason
    ) {
        self.operator = `operator`
        self.institution = institution
        self.at = at
        self.waited = waited
        self.reason = reason
    }
}

extension Answer: Fielded {
    static let names = Names(["operator", "institution", "at", "waited", "reason"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var institution: String?
        var at: Timestamp?
        var waited: Span?
        var reason: ClaimReason?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: institution = try String(reading: &reader)
            case 2: at = try Timestamp(reading: &reader)
            case 3: waited = try Span(reading: &reader)
            default: reason = try ClaimReason(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            institution: try fields.must(institution, "institution"),
            at: try fields.must(at, "at"),
            waited: try fields.must(waited, "waited"),
            reason: try fields.must(reason, "reason")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("institution"); institution.write(to: &writer)
        writer.key("at"); at.write(to: &writer)
        writer.key("waited"); waited.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
    }
}

/// Who asked for something that they may not do. Which patron stands in no refusal.
public enum Asker: WireForm {
    /// The host.
    case host
    /// An institution, that is, its administrator.
    /// - `institution`: Which one.
    case institution(String)
    /// An operator.
    /// - `operator`: Who.
    case `operator`(String)
    /// A patron.
    case patron
}

extension Asker: Tagged {
    static let tags = Names(["host", "institution", "operator", "patron"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .host
        case 1:
            var institution: String?
            while let slot = try fields.next(Self.institutionNames, &reader) {
                switch slot {
                default: institution = try String(reading: &reader)
                }
            }
            self = .institution(try fields.must(institution, "institution"))
        case 2:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operator(try fields.must(`operator`, "operator"))
        default: try fields.none(&reader); self = .patron
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .host: writer.tag("host")
        case .institution(let institution):
            writer.tag("institution")
            writer.key("institution"); institution.write(to: &writer)
        case .operator(let `operator`):
            writer.tag("operator")
            writer.key("operator"); `operator`.write(to: &writer)
        case .patron: writer.tag("patron")
        }
    }

    private static let institutionNames = Names(["institution"])
    private static let operatorNames = Names(["operator"])
}

/// Who may read an entry.
public enum Audience: WireForm {
    /// The patron and the staff of the chat.
    case everyone
    /// The staff of the chat, whichever institution they are of.
    case staff
    /// The staff of the chat who are of this institution.
    /// - `institution`: Which one.
    case institution(String)
}

extension Audience: Tagged {
    static let tags = Names(["everyone", "staff", "institution"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .everyone
        case 1: try fields.none(&reader); self = .staff
        default:
            var institution: String?
            while let slot = try fields.next(Self.institutionNames, &reader) {
                switch slot {
                default: institution = try String(reading: &reader)
                }
            }
            self = .institution(try fields.must(institution, "institution"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .everyone: writer.tag("everyone")
        case .staff: writer.tag("staff")
        case .institution(let institution):
            writer.tag("institution")
            writer.key("institution"); institution.write(to: &writer)
        }
    }

    private static let institutionNames = Names(["institution"])
}

/// Who wrote an entry.
public enum Author: WireForm {
    /// The patron.
    case patron
    /// An operator.
    /// - `operator`: Who.
    case `operator`(String)
    /// The router itself.
    case router
}

extension Author: Tagged {
    static let tags = Names(["patron", "operator", "router"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .patron
        case 1:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operator(try fields.must(`operator`, "operator"))
        default: try fields.none(&reader); self = .router
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .patron: writer.tag("patron")
        case .operator(let `operator`):
            writer.tag("operator")
            writer.key("operator"); `operator`.write(to: &writer)
        case .router: writer.tag("router")
        }
    }

    private static let operatorNames = Names(["operator"])
}

/// What an ordinary chat that asks for nothing special would come to on a queue now.
///
/// It is worked out over exactly those operators who could be offered it.
public enum Availability: WireForm {
    /// Somebody could be rung for it at once. Show that somebody is there.
    /// - `by`: Who, of the first level that has anybody.
    case available(by: AnsweredBy)
    /// Somebody is there, and all are busy: it would wait. Show that it may take a while.
    case busy
    /// It would be taken, and nobody is there to be rung for it. Offer to leave a message.
    case unstaffed
    /// As many chats wait as the policy allows: what the policy says then would come to it.
    case full
    /// It would be refused: no level is active. Show when the queue opens.
    /// - `opensAt`: When a level will be active, as far as hours tell. `nil`: they do not.
    case closed(opensAt: Timestamp? = nil)
}

extension Availability: Tagged {
    static let tags = Names(["available", "busy", "unstaffed", "full", "closed"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var by: AnsweredBy?
            while let slot = try fields.next(Self.availableNames, &reader) {
                switch slot {
                default: by = try AnsweredBy(reading: &reader)
                }
            }
            self = .available(by: try fields.must(by, "by"))
        case 1: try fields.none(&reader); self = .busy
        case 2: try fields.none(&reader); self = .unstaffed
        case 3: try fields.none(&reader); self = .full
        default:
            var opensAt: Timestamp? = nil
            while let slot = try fields.next(Self.closedNames, &reader) {
                switch slot {
                default: opensAt = try Optional<Timestamp>(reading: &reader)
                }
            }
            self = .closed(opensAt: opensAt)
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .available(let by):
            writer.tag("available")
            writer.key("by"); by.write(to: &writer)
        case .busy: writer.tag("busy")
        case .unstaffed: writer.tag("unstaffed")
        case .full: writer.tag("full")
        case .closed(let opensAt):
            writer.tag("closed")
            writer.key("opensAt"); opensAt.write(to: &writer)
        }
    }

    private static let availableNames = Names(["by"], open: true)
    private static let closedNames = Names(["opensAt"], open: true)
}

/// What an entry says.
public enum Body: WireForm {
    /// A message, or a note among staff.
    /// - `message`: Its id.
    /// - `content`: What it says.
    case message(message: String, content: Content)
    /// An operator took the chat.
    /// - `operator`: Who.
    case claimed(operator: String)
    /// The chat rolled on to another level.
    /// - `queue`: The queue in which it waits.
    /// - `level`: The level that it entered, counted from 0.
    case rolledOver(queue: String, level: UInt8)
    /// The operator who answered is gone; the chat waits again.
    /// - `operator`: Who.
    case operatorLost(operator: String)
    /// The operator who answered did not write to the patron for too long; the chat waits again.
    /// - `operator`: Who.
    case operatorIdle(operator: String)
    /// An operator takes part now, or has another part.
    /// - `operator`: Who.
    /// - `part`: As what.
    case joined(operator: String, part: Part)
    /// An operator takes part no more.
    /// - `operator`: Who.
    /// - `part`: What they were.
    case left(operator: String, part: Part)
    /// The operator asked the patron to wait for a while.
    /// - `operator`: Who.
    case held(operator: String)
    /// The operator went on with it.
    /// - `operator`: Who.
    case resumed(operator: String)
    /// The patron's connection was lost.
    case patronDropped
    /// The patron was back.
    case patronReturned
    /// The chat returned to its origin queue, since the grant that carried it has ended.
    case returned
    /// The chat moved on to another queue, since the policy of the one before says so.
    /// - `queue`: The queue in which it waits.
    case moved(queue: String)
    /// The patron was told something while nobody answered, or whoever is to write was reminded.
    /// - `text`: What.
    case notice(text: String)
    /// The operator asked for a transfer.
    case transferStarted(TransferRequest)
    /// A transfer came to nothing.
    /// - `transfer`: Which one.
    /// - `why`: Why.
    case transferFailed(transfer: UInt32, why: TransferFailure)
    /// Who is to take the chat over reads along now, and talks with its operator first.
    /// - `transfer`: Which transfer.
    /// - `operator`: Who.
    case consultationStarted(transfer: UInt32, operator: String)
    /// A transfer was accepted: another operator answers now.
    case transferCompleted(TransferCompleted)
    /// The chat ended.
    /// - `outcome`: How.
    case ended(outcome: Outcome)
    /// A message that was here, and that nobody is to read any more.
    case masked(Masked)

    /// A transfer was accepted: another operator answers now.
    public struct TransferCompleted: WireForm {
        /// Which one.
        public var transfer: UInt32
        /// Who answered before.
        public var from: String
        /// Who answers now.
        public var to: String

        public init(transfer: UInt32, from: String, to: String) {
            self.transfer = transfer
            self.from = from
            self.to = to
        }
    }
}

extension Body: Tagged {
    static let tags = Names(["message", "claimed", "rolledOver", "operatorLost", "operatorIdle", "joined", "left", "held", "resumed", "patronDropped", "patronReturned", "returned", "moved", "notice", "transferStarted", "transferFailed", "consultationStarted", "transferCompleted", "ended", "masked"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var message: String?
            var content: Content?
            while let slot = try fields.next(Self.messageNames, &reader) {
                switch slot {
                case 0: message = try String(reading: &reader)
                case 1: content = try Content.text(String(reading: &reader)).alone(beside: content)
                default: content = try Content.reference(Reference(reading: &reader)).alone(beside: content)
                }
            }
            self = .message(message: try fields.must(message, "message"), content: try fields.must(content, "content"))
        case 1:
            var `operator`: String?
            while let slot = try fields.next(Self.claimedNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .claimed(operator: try fields.must(`operator`, "operator"))
        case 2:
            var queue: String?
            var level: UInt8?
            while let slot = try fields.next(Self.rolledOverNames, &reader) {
                switch slot {
                case 0: queue = try String(reading: &reader)
                default: level = try UInt8(reading: &reader)
                }
            }
            self = .rolledOver(queue: try fields.must(queue, "queue"), level: try fields.must(level, "level"))
        case 3:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorLostNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operatorLost(operator: try fields.must(`operator`, "operator"))
        case 4:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorIdleNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operatorIdle(operator: try fields.must(`operator`, "operator"))
        case 5:
            var `operator`: String?
            var part: Part?
            while let slot = try fields.next(Self.joinedNames, &reader) {
                switch slot {
                case 0: `operator` = try String(reading: &reader)
                default: part = try Part(reading: &reader)
                }
            }
            self = .joined(operator: try fields.must(`operator`, "operator"), part: try fields.must(part, "part"))
        case 6:
            var `operator`: String?
            var part: Part?
            while let slot = try fields.next(Self.leftNames, &reader) {
                switch slot {
                case 0: `operator` = try String(reading: &reader)
                default: part = try Part(reading: &reader)
                }
            }
            self = .left(operator: try fields.must(`operator`, "operator"), part: try fields.must(part, "part"))
        case 7:
            var `operator`: String?
            while let slot = try fields.next(Self.heldNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .held(operator: try fields.must(`operator`, "operator"))
        case 8:
            var `operator`: String?
            while let slot = try fields.next(Self.resumedNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .resumed(operator: try fields.must(`operator`, "operator"))
        case 9: try fields.none(&reader); self = .patronDropped
        case 10: try fields.none(&reader); self = .patronReturned
        case 11: try fields.none(&reader); self = .returned
        case 12:
            var queue: String?
            while let slot = try fields.next(Self.movedNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .moved(queue: try fields.must(queue, "queue"))
        case 13:
            var text: String?
            while let slot = try fields.next(Self.noticeNames, &reader) {
                switch slot {
                default: text = try String(reading: &reader)
                }
            }
            self = .notice(text: try fields.must(text, "text"))
        case 14: self = .transferStarted(try TransferRequest(&fields, &reader))
        case 15:
            var transfer: UInt32?
            var why: TransferFailure?
            while let slot = try fields.next(Self.transferFailedNames, &reader) {
                switch slot {
                case 0: transfer = try UInt32(reading: &reader)
                default: why = try TransferFailure(reading: &reader)
                }
            }
            self = .transferFailed(transfer: try fields.must(transfer, "transfer"), why: try fields.must(why, "why"))
        case 16:
            var transfer: UInt32?
            var `operator`: String?
            while let slot = try fields.next(Self.consultationStartedNames, &reader) {
                switch slot {
                case 0: transfer = try UInt32(reading: &reader)
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .consultationStarted(transfer: try fields.must(transfer, "transfer"), operator: try fields.must(`operator`, "operator"))
        case 17: self = .transferCompleted(try TransferCompleted(&fields, &reader))
        case 18:
            var outcome: Outcome?
            while let slot = try fields.next(Self.endedNames, &reader) {
                switch slot {
                default: outcome = try Outcome(reading: &reader)
                }
            }
            self = .ended(outcome: try fields.must(outcome, "outcome"))
        default: self = .masked(try Masked(&fields, &reader))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .message(let message, let content):
            writer.tag("message")
            writer.key("message"); message.write(to: &writer)
            content.writeFields(to: &writer)
        case .claimed(let `operator`):
            writer.tag("claimed")
            writer.key("operator"); `operator`.write(to: &writer)
        case .rolledOver(let queue, let level):
            writer.tag("rolledOver")
            writer.key("queue"); queue.write(to: &writer)
            writer.key("level"); level.write(to: &writer)
        case .operatorLost(let `operator`):
            writer.tag("operatorLost")
            writer.key("operator"); `operator`.write(to: &writer)
        case .operatorIdle(let `operator`):
            writer.tag("operatorIdle")
            writer.key("operator"); `operator`.write(to: &writer)
        case .joined(let `operator`, let part):
            writer.tag("joined")
            writer.key("operator"); `operator`.write(to: &writer)
            writer.key("part"); part.write(to: &writer)
        case .left(let `operator`, let part):
            writer.tag("left")
            writer.key("operator"); `operator`.write(to: &writer)
            writer.key("part"); part.write(to: &writer)
        case .held(let `operator`):
            writer.tag("held")
            writer.key("operator"); `operator`.write(to: &writer)
        case .resumed(let `operator`):
            writer.tag("resumed")
            writer.key("operator"); `operator`.write(to: &writer)
        case .patronDropped: writer.tag("patronDropped")
        case .patronReturned: writer.tag("patronReturned")
        case .returned: writer.tag("returned")
        case .moved(let queue):
            writer.tag("moved")
            writer.key("queue"); queue.write(to: &writer)
        case .notice(let text):
            writer.tag("notice")
            writer.key("text"); text.write(to: &writer)
        case .transferStarted(let of): writer.tag("transferStarted"); of.writeFields(to: &writer)
        case .transferFailed(let transfer, let why):
            writer.tag("transferFailed")
            writer.key("transfer"); transfer.write(to: &writer)
            writer.key("why"); why.write(to: &writer)
        case .consultationStarted(let transfer, let `operator`):
            writer.tag("consultationStarted")
            writer.key("transfer"); transfer.write(to: &writer)
            writer.key("operator"); `operator`.write(to: &writer)
        case .transferCompleted(let of): writer.tag("transferCompleted"); of.writeFields(to: &writer)
        case .ended(let outcome):
            writer.tag("ended")
            writer.key("outcome"); outcome.write(to: &writer)
        case .masked(let of): writer.tag("masked"); of.writeFields(to: &writer)
        }
    }

    private static let messageNames = Names(["message", "text", "reference"])
    private static let claimedNames = Names(["operator"])
    private static let rolledOverNames = Names(["queue", "level"])
    private static let operatorLostNames = Names(["operator"])
    private static let operatorIdleNames = Names(["operator"])
    private static let joinedNames = Names(["operator", "part"])
    private static let leftNames = Names(["operator", "part"])
    private static let heldNames = Names(["operator"])
    private static let resumedNames = Names(["operator"])
    private static let movedNames = Names(["queue"])
    private static let noticeNames = Names(["text"])
    private static let transferFailedNames = Names(["transfer", "why"])
    private static let consultationStartedNames = Names(["transfer", "operator"])
    private static let endedNames = Names(["outcome"])
}

extension Body.TransferCompleted: Fielded {
    static let names = Names(["transfer", "from", "to"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var transfer: UInt32?
        var from: String?
        var to: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: transfer = try UInt32(reading: &reader)
            case 1: from = try String(reading: &reader)
            default: to = try String(reading: &reader)
            }
        }
        self.init(
            transfer: try fields.must(transfer, "transfer"),
            from: try fields.must(from, "from"),
            to: try fields.must(to, "to")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("transfer"); transfer.write(to: &writer)
        writer.key("from"); from.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// What is between a party and another, as the party may know it.
public struct BuddyView: WireForm {
    /// The other.
    public var buddy: Party
    /// Who sees whom, and who has asked.
    public var subscription: Subscription
    /// Whether a request of theirs is approved before it comes.
    public var approved: Bool
    /// Whether the party blocks them.
    public var blocked: Bool
    /// How they are seen, if the party may see it.
    public var presence: Presence?

    public init(
        buddy: Party,
        subscription: Subscription,
        approved: Bool,
        blocked: Bool,
        presence: Presence? = nil
    ) {
        self.buddy = buddy
        self.subscription = subscription
        self.approved = approved
        self.blocked = blocked
        self.presence = presence
    }
}

extension BuddyView: Fielded {
    static let names = Names(["buddy", "subscription", "approved", "blocked", "presence"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var buddy: Party?
        var subscription: Subscription?
        var approved: Bool?
        var blocked: Bool?
        var presence: Presence? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: buddy = try Party(reading: &reader)
            case 1: subscription = try Subscription(reading: &reader)
            case 2: approved = try Bool(reading: &reader)
            case 3: blocked = try Bool(reading: &reader)
            default: presence = try Optional<Presence>(reading: &reader)
            }
        }
        self.init(
            buddy: try fields.must(buddy, "buddy"),
            subscription: try fields.must(subscription, "subscription"),
            approved: try fields.must(approved, "approved"),
            blocked: try fields.must(blocked, "blocked"),
            presence: presence
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("buddy"); buddy.write(to: &writer)
        writer.key("subscription"); subscription.write(to: &writer)
        writer.key("approved"); approved.write(to: &writer)
        writer.key("blocked"); blocked.write(to: &writer)
        writer.key("presence"); presence.write(to: &writer)
    }
}

/// A way by which patrons write.
public struct Channel: WireForm {
    /// How many units of an operator's capacity a chat costs. Default: 1; 0 counts as 1.
    public var units: UInt16
    /// Whether patrons write and come back for an answer some time later, as by SMS or email. Such a
    /// chat is admitted though its queue is closed, and waits there with its age until a level takes
    /// it; nothing that a policy says ends its waiting. Default: no.
    public var storeAndForward: Bool

    public init(units: UInt16 = 1, storeAndForward: Bool = false) {
        self.units = units
        self.storeAndForward = storeAndForward
    }
}

extension Channel: Fielded {
    static let names = Names(["units", "storeAndForward"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var units: UInt16 = 1
        var storeAndForward: Bool = false
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: units = try UInt16(reading: &reader)
            default: storeAndForward = try Bool(reading: &reader)
            }
        }
        self.init(units: units, storeAndForward: storeAndForward)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("units"); units.write(to: &writer)
        writer.key("storeAndForward"); storeAndForward.write(to: &writer)
    }
}

/// How what a chat needs counts at a level.
public enum ChatNeeds: WireForm {
    /// As it is.
    case inFull
    /// Each level of a skill is lowered, but never below having the skill at all.
    /// - `by`: By how much.
    case lowered(by: UInt8)
    /// Not at all.
    case ignored
}

extension ChatNeeds: Tagged {
    static let tags = Names(["inFull", "lowered", "ignored"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .inFull
        case 1:
            var by: UInt8?
            while let slot = try fields.next(Self.loweredNames, &reader) {
                switch slot {
                default: by = try UInt8(reading: &reader)
                }
            }
            self = .lowered(by: try fields.must(by, "by"))
        default: try fields.none(&reader); self = .ignored
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .inFull: writer.tag("inFull")
        case .lowered(let by):
            writer.tag("lowered")
            writer.key("by"); by.write(to: &writer)
        case .ignored: writer.tag("ignored")
        }
    }

    private static let loweredNames = Names(["by"])
}

/// An open chat, as it is now.
public struct ChatView: WireForm {
    /// The chat.
    public var chat: String
    /// Whose chat.
    public var patron: String
    /// Where it stands in its life.
    public var phase: Phase
    /// Where it was opened.
    public var origin: String
    /// Where it is now.
    public var queue: String
    /// When it was opened.
    public var openedAt: Timestamp
    /// Who answers, if somebody does.
    public var owner: String?
    /// Who is to take it over, and talks about it with them first.
    public var consulted: String?
    /// Who takes part beside them, in the order of joining.
    public var company: [Pair<String, Part>]
    /// Who is rung, in the order of ringing, with the offer that each answers.
    public var rung: [Pair<String, UInt32>]
    /// The transfer that is pending, or has been accepted and is talked about, if there is one.
    public var transfer: UInt32?
    /// The level that it entered last of those that ring for it, counted from 0. `nil` while it does
    /// not ring, or no level is active for it.
    public var level: UInt8?

    public init(
        chat: String,
        patron: String,
        phase: Phase,
        origin: String,
        queue: String,
        openedAt: Timestamp,
        owner: String? = nil,
        consulted: String? = nil,
        company: [Pair<String, Part>],
        rung: [Pair<String, UInt32>],
        transfer: UInt32? = nil,
        level: UInt8? = nil
    ) {
        self.chat = chat
        self.patron = patron
        self.phase = phase
        self.origin = origin
        self.queue = queue
        self.openedAt = openedAt
        self.owner = owner
        self.consulted = consulted
        self.company = company
        self.rung = rung
        self.transfer = transfer
        self.level = level
    }
}

extension ChatView: Fielded {
    static let names = Names(["chat", "patron", "phase", "origin", "queue", "openedAt", "owner", "consulted", "company", "rung", "transfer", "level"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var patron: String?
        var phase: Phase?
        var origin: String?
        var queue: String?
        var openedAt: Timestamp?
        var owner: String? = nil
        var consulted: String? = nil
        var company: [Pair<String, Part>]?
        var rung: [Pair<String, UInt32>]?
        var transfer: UInt32? = nil
        var level: UInt8? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: patron = try String(reading: &reader)
            case 2: phase = try Phase(reading: &reader)
            case 3: origin = try String(reading: &reader)
            case 4: queue = try String(reading: &reader)
            case 5: openedAt = try Timestamp(reading: &reader)
            case 6: owner = try Optional<String>(reading: &reader)
            case 7: consulted = try Optional<String>(reading: &reader)
            case 8: company = try [Pair<String, Part>](reading: &reader)
            case 9: rung = try [Pair<String, UInt32>](reading: &reader)
            case 10: transfer = try Optional<UInt32>(reading: &reader)
            default: level = try Optional<UInt8>(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            patron: try fields.must(patron, "patron"),
            phase: try fields.must(phase, "phase"),
            origin: try fields.must(origin, "origin"),
            queue: try fields.must(queue, "queue"),
            openedAt: try fields.must(openedAt, "openedAt"),
            owner: owner,
            consulted: consulted,
            company: try fields.must(company, "company"),
            rung: try fields.must(rung, "rung"),
            transfer: transfer,
            level: level
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("patron"); patron.write(to: &writer)
        writer.key("phase"); phase.write(to: &writer)
        writer.key("origin"); origin.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("openedAt"); openedAt.write(to: &writer)
        writer.key("owner"); owner.write(to: &writer)
        writer.key("consulted"); consulted.write(to: &writer)
        writer.key("company"); company.write(to: &writer)
        writer.key("rung"); rung.write(to: &writer)
        writer.key("transfer"); transfer.write(to: &writer)
        writer.key("level"); level.write(to: &writer)
    }
}

/// An operator or a queue to whom a chat might be transferred.
public struct Choice: WireForm {
    /// Who.
    public var target: Target
    /// Whose operator or queue it is.
    public var institution: String
    /// How an operator is seen, where who answers may see it: of a colleague at their own institution,
    /// of a buddy, and where a grant shows it.
    public var presence: Presence?
    /// Why a transfer to them would be refused now. `nil`: it would not.
    public var refusal: Refusal?

    public init(
        target: Target,
        institution: String,
        presence: Presence? = nil,
        refusal: Refusal? = nil
    ) {
        self.target = target
        self.institution = institution
        self.presence = presence
        self.refusal = refusal
    }
}

extension Choice: Fielded {
    static let names = Names(["target", "institution", "presence", "refusal"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var target: Target?
        var institution: String?
        var presence: Presence? = nil
        var refusal: Refusal? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: target = try Target(reading: &reader)
            case 1: institution = try String(reading: &reader)
            case 2: presence = try Optional<Presence>(reading: &reader)
            default: refusal = try Optional<Refusal>(reading: &reader)
            }
        }
        self.init(
            target: try fields.must(target, "target"),
            institution: try fields.must(institution, "institution"),
            presence: presence,
            refusal: refusal
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("target"); target.write(to: &writer)
        writer.key("institution"); institution.write(to: &writer)
        writer.key("presence"); presence.write(to: &writer)
        writer.key("refusal"); refusal.write(to: &writer)
    }
}

/// Why an operator got a chat.
public enum ClaimReason: WireForm {
    /// They took an offer of this level, counted from 0, by an accept.
    /// - `level`: The level.
    /// - `won`: By what they were the best of it. `nil`: the level rang everybody.
    case accepted(level: UInt8, won: Won? = nil)
    /// They took an offer of this level, counted from 0, by their first message.
    /// - `level`: The level.
    /// - `won`: By what they were the best of it. `nil`: the level rang everybody.
    case firstMessage(level: UInt8, won: Won? = nil)
    /// The chat waited for them alone, and they took it.
    case preferred
    /// They accepted a transfer that named them.
    case transferred
    /// They took it out of the queue, whether they were rung for it or not.
    case picked
    /// The host, an administrator or a supervisor gave it to them.
    case assigned
    /// They began it themselves.
    case started
    /// They came back after they were lost, before anybody else had taken it.
    case returned
}

extension ClaimReason: Tagged {
    static let tags = Names(["accepted", "firstMessage", "preferred", "transferred", "picked", "assigned", "started", "returned"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var level: UInt8?
            var won: Won? = nil
            while let slot = try fields.next(Self.acceptedNames, &reader) {
                switch slot {
                case 0: level = try UInt8(reading: &reader)
                default: won = try Optional<Won>(reading: &reader)
                }
            }
            self = .accepted(level: try fields.must(level, "level"), won: won)
        case 1:
            var level: UInt8?
            var won: Won? = nil
            while let slot = try fields.next(Self.firstMessageNames, &reader) {
                switch slot {
                case 0: level = try UInt8(reading: &reader)
                default: won = try Optional<Won>(reading: &reader)
                }
            }
            self = .firstMessage(level: try fields.must(level, "level"), won: won)
        case 2: try fields.none(&reader); self = .preferred
        case 3: try fields.none(&reader); self = .transferred
        case 4: try fields.none(&reader); self = .picked
        case 5: try fields.none(&reader); self = .assigned
        case 6: try fields.none(&reader); self = .started
        default: try fields.none(&reader); self = .returned
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .accepted(let level, let won):
            writer.tag("accepted")
            writer.key("level"); level.write(to: &writer)
            if let won { writer.key("won"); won.write(to: &writer) }
        case .firstMessage(let level, let won):
            writer.tag("firstMessage")
            writer.key("level"); level.write(to: &writer)
            if let won { writer.key("won"); won.write(to: &writer) }
        case .preferred: writer.tag("preferred")
        case .transferred: writer.tag("transferred")
        case .picked: writer.tag("picked")
        case .assigned: writer.tag("assigned")
        case .started: writer.tag("started")
        case .returned: writer.tag("returned")
        }
    }

    private static let acceptedNames = Names(["level", "won"])
    private static let firstMessageNames = Names(["level", "won"])
}

/// Whom an operator sees.
public struct Colleagues: WireForm {
    /// Their buddies, whoever has asked them, and whom they block, in the order of registration.
    public var buddies: [BuddyView]
    /// The operators of partners who let them see presence, each with how they are seen, without any
    /// subscription, in the order of registration: those who are assigned to a queue that such a
    /// grant covers, while its hours last. They are not told of changes: whoever wants that asks them
    /// to be buddies.
    public var visible: [Pair<String, Presence>]

    public init(buddies: [BuddyView], visible: [Pair<String, Presence>]) {
        self.buddies = buddies
        self.visible = visible
    }
}

extension Colleagues: Fielded {
    static let names = Names(["buddies", "visible"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var buddies: [BuddyView]?
        var visible: [Pair<String, Presence>]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: buddies = try [BuddyView](reading: &reader)
            default: visible = try [Pair<String, Presence>](reading: &reader)
            }
        }
        self.init(
            buddies: try fields.must(buddies, "buddies"),
            visible: try fields.must(visible, "visible")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("buddies"); buddies.write(to: &writer)
        writer.key("visible"); visible.write(to: &writer)
    }
}

/// A request: who gives it, and what is wanted.
public struct Command: WireForm {
    /// Who gives the command. The host has made sure that it is really they.
    public var by: Actor
    /// What they want.
    public var action: Action

    public init(by: Actor, action: Action) {
        self.by = by
        self.action = action
    }
}

extension Command: Fielded {
    static let names = Names(["by", "action"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var by: Actor?
        var action: Action?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: by = try Actor(reading: &reader)
            default: action = try Action(reading: &reader)
            }
        }
        self.init(by: try fields.must(by, "by"), action: try fields.must(action, "action"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("by"); by.write(to: &writer)
        writer.key("action"); action.write(to: &writer)
    }
}

/// What holds for a whole router, from its beginning to its end.
public struct Config: WireForm {
    /// How long an operator whose last session ended keeps their chats. Default: 60 s.
    public var grace: Span
    /// After how long a session ends that was not renewed by another
    /// `SetPresence`, so that a forgotten log-in does not last. Default:
    /// never.
    public var sessionLength: Span?
    /// How operators must show themselves to be offered chats. Default: `chat` and `available`.
    public var takesChats: [Show]
    /// How long a transfer may be pending. Default: 60 s.
    public var transferLapse: Span
    /// How long a patron whose connection is lost keeps their chat. Default: 60 s.
    public var patronGrace: Span
    /// The classes of priority above the ordinary 0: the first is class 1, and so on, each more urgent
    /// than those before it. At most 100; those beyond are not there. Default: nine
    /// strict ones.
    public var priorities: [Priority]
    /// The channels by which patrons write, for a chat to name. Default: none; a chat that names
    /// none is an ordinary one.
    public var channels: [String: Channel]
    /// Whether hand-overs and records carry the digest of the transcript. It costs
    /// three hashes for each entry, once; asking for it
    /// (`Router.transcriptDigest`) is possible either way, and
    /// nothing is hashed before. Default: no.
    public var digests: Bool
    /// The bounds of everything.
    public var limits: Limits

    public init(
        grace: Span = .seconds(60),
        sessionLength: Span? = nil,
        takesChats: [Show] = [.chat, .available],
        transferLapse: Span = .seconds(60),
        patronGrace: Span = .seconds(60),
        priorities: [Priority] = Array(repeating: .strict, count: 9),
        channels: [String: Channel] = [:],
        digests: Bool = false,
        limits: Limits = Limits()
    ) {
        self.grace = grace
        self.sessionLength = sessionLength
        self.takesChats = takesChats
        self.transferLapse = transferLapse
        self.patronGrace = patronGrace
        self.priorities = priorities
        self.channels = channels
        self.digests = digests
        self.limits = limits
    }
}

extension Config: Fielded {
    static let names = Names(["grace", "sessionLength", "takesChats", "transferLapse", "patronGrace", "priorities", "channels", "digests", "limits"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var grace: Span = .seconds(60)
        var sessionLength: Span? = nil
        var takesChats: [Show] = [.chat, .available]
        var transferLapse: Span = .seconds(60)
        var patronGrace: Span = .seconds(60)
        var priorities: [Priority] = Array(repeating: .strict, count: 9)
        var channels: [String: Channel] = [:]
        var digests: Bool = false
        var limits: Limits = Limits()
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: grace = try Span(reading: &reader)
            case 1: sessionLength = try Optional<Span>(reading: &reader)
            case 2: takesChats = try [Show](reading: &reader)
            case 3: transferLapse = try Span(reading: &reader)
            case 4: patronGrace = try Span(reading: &reader)
            case 5: priorities = try [Priority](reading: &reader)
            case 6: channels = try [String: Channel](reading: &reader)
            case 7: digests = try Bool(reading: &reader)
            default: limits = try Limits(reading: &reader)
            }
        }
        self.init(
            grace: grace,
            sessionLength: sessionLength,
            takesChats: takesChats,
            transferLapse: transferLapse,
            patronGrace: patronGrace,
            priorities: priorities,
            channels: channels,
            digests: digests,
            limits: limits
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("grace"); grace.write(to: &writer)
        writer.key("sessionLength"); sessionLength.write(to: &writer)
        writer.key("takesChats"); takesChats.write(to: &writer)
        writer.key("transferLapse"); transferLapse.write(to: &writer)
        writer.key("patronGrace"); patronGrace.write(to: &writer)
        writer.key("priorities"); priorities.write(to: &writer)
        writer.key("channels"); channels.write(to: &writer)
        writer.key("digests"); digests.write(to: &writer)
        writer.key("limits"); limits.write(to: &writer)
    }
}

/// A chat's way through the levels of a queue.
public struct Course: WireForm {
    /// The queue.
    public var queue: String
    /// The round, 1 for the first: whoever declined or missed it is not rung again in the same one.
    public var round: UInt32
    /// When the next round starts, if it rests until then.
    public var restsUntil: Timestamp?
    /// When its wait in the queue is over, and what the policy says follows: by no level's clock.
    public var ends: Timestamp?
    /// The operator for whom it waits alone, before it enters the first level.
    public var preferred: ExplainedOperator?
    /// The levels that this page speaks of, in order.
    public var levels: [ExplainedLevel]

    public init(
        queue: String,
        round: UInt32,
        restsUntil: Timestamp? = nil,
        ends: Timestamp? = nil,
        preferred: ExplainedOperator? = nil,
        levels: [ExplainedLevel]
    ) {
        self.queue = queue
        self.round = round
        self.restsUntil = restsUntil
        self.ends = ends
        self.preferred = preferred
        self.levels = levels
    }
}

extension Course: Fielded {
    static let names = Names(["queue", "round", "restsUntil", "ends", "preferred", "levels"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var round: UInt32?
        var restsUntil: Timestamp? = nil
        var ends: Timestamp? = nil
        var preferred: ExplainedOperator? = nil
        var levels: [ExplainedLevel]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            case 1: round = try UInt32(reading: &reader)
            case 2: restsUntil = try Optional<Timestamp>(reading: &reader)
            case 3: ends = try Optional<Timestamp>(reading: &reader)
            case 4: preferred = try Optional<ExplainedOperator>(reading: &reader)
            default: levels = try [ExplainedLevel](reading: &reader)
            }
        }
        self.init(
            queue: try fields.must(queue, "queue"),
            round: try fields.must(round, "round"),
            restsUntil: restsUntil,
            ends: ends,
            preferred: preferred,
            levels: try fields.must(levels, "levels")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("round"); round.write(to: &writer)
        if let restsUntil { writer.key("restsUntil"); restsUntil.write(to: &writer) }
        if let ends { writer.key("ends"); ends.write(to: &writer) }
        if let preferred { writer.key("preferred"); preferred.write(to: &writer) }
        writer.key("levels"); levels.write(to: &writer)
    }
}

/// Where a page ends: it holds whatever changes between two pages.
public struct Cursor: WireForm {
    public var level: UInt8
    public var registration: UInt64

    public init(level: UInt8, registration: UInt64) {
        self.level = level
        self.registration = registration
    }
}

extension Cursor: Fielded {
    static let names = Names(["level", "registration"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var level: UInt8?
        var registration: UInt64?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: level = try UInt8(reading: &reader)
            default: registration = try UInt64(reading: &reader)
            }
        }
        self.init(
            level: try fields.must(level, "level"),
            registration: try fields.must(registration, "registration")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("level"); level.write(to: &writer)
        writer.key("registration"); registration.write(to: &writer)
    }
}

/// When the router wants to be woken, and whose timer it is.
public struct Deadline: WireForm {
    /// When to call `Router.advance`.
    public var at: Timestamp
    /// Whose timer it is.
    public var reason: Reason

    public init(at: Timestamp, reason: Reason) {
        self.at = at
        self.reason = reason
    }
}

extension Deadline: Fielded {
    static let names = Names(["at", "reason"], open: true)

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var at: Timestamp?
        var reason: Reason?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: at = try Timestamp(reading: &reader)
            default: reason = try Reason(reading: &reader)
            }
        }
        self.init(at: try fields.must(at, "at"), reason: try fields.must(reason, "reason"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("at"); at.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
    }
}

/// What those who answered a chat said of it.
public struct Details: WireForm {
    /// Its tags, each once.
    public var tags: Set<String>
    /// Whether somebody is to come back to it.
    public var followUp: Bool
    /// The code of how it was resolved, in the institution's own words.
    public var resolution: String?

    public init(tags: Set<String> = [], followUp: Bool = false, resolution: String? = nil) {
        self.tags = tags
        self.followUp = followUp
        self.resolution = resolution
    }
}

extension Details: Fielded {
    static let names = Names(["tags", "followUp", "resolution"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var tags: Set<String> = []
        var followUp: Bool = false
        var resolution: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: tags = try Set<String>(reading: &reader)
            case 1: followUp = try Bool(reading: &reader)
            default: resolution = try Optional<String>(reading: &reader)
            }
        }
        self.init(tags: tags, followUp: followUp, resolution: resolution)
    }

    func writeFields(to writer: inout Writer) {
        if !tags.isEmpty { writer.key("tags"); tags.write(to: &writer) }
        if followUp { writer.key("followUp"); followUp.write(to: &writer) }
        if let resolution { writer.key("resolution"); resolution.write(to: &writer) }
    }
}

/// A direct message as it was sent.
public struct DirectMessage: WireForm {
    /// The host's id of it.
    public var message: String
    /// What it says.
    public var content: Content

    public init(message: String, content: Content) {
        self.message = message
        self.content = content
    }
}

extension DirectMessage: Fielded {
    static let names = Names(["message", "text", "reference"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var message: String?
        var content: Content?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: message = try String(reading: &reader)
            case 1: content = try Content.text(String(reading: &reader)).alone(beside: content)
            default: content = try Content.reference(Reference(reading: &reader)).alone(beside: content)
            }
        }
        self.init(
            message: try fields.must(message, "message"),
            content: try fields.must(content, "content")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("message"); message.write(to: &writer)
        content.writeFields(to: &writer)
    }
}

/// One entry of a transcript. Their numbers have no gaps.
public struct Entry: WireForm {
    /// Its number: 1 for the first.
    public var number: UInt32
    /// When it was written.
    public var at: Timestamp
    /// Who wrote it.
    public var author: Author
    /// Who may read it.
    public var audience: Audience
    /// What it says.
    public var body: Body

    public init(number: UInt32, at: Timestamp, author: Author, audience: Audience, body: Body) {
        self.number = number
        self.at = at
        self.author = author
        self.audience = audience
        self.body = body
    }
}

extension Entry: Fielded {
    static let names = Names(["number", "at", "author", "audience", "body"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var number: UInt32?
        var at: Timestamp?
        var author: Author?
        var audience: Audience?
        var body: Body?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: number = try UInt32(reading: &reader)
            case 1: at = try Timestamp(reading: &reader)
            case 2: author = try Author(reading: &reader)
            case 3: audience = try Audience(reading: &reader)
            default: body = try Body(reading: &reader)
            }
        }
        self.init(
            number: try fields.must(number, "number"),
            at: try fields.must(at, "at"),
            author: try fields.must(author, "author"),
            audience: try fields.must(audience, "audience"),
            body: try fields.must(body, "body")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("number"); number.write(to: &writer)
        writer.key("at"); at.write(to: &writer)
        writer.key("author"); author.write(to: &writer)
        writer.key("audience"); audience.write(to: &writer)
        writer.key("body"); body.write(to: &writer)
    }
}

/// Dates on which other hours count than on ordinary ones.
public struct Exception: WireForm {
    /// The dates: each `YYYY-MM-DD`, or the first and the last of a range with `/` between them:
    /// `2026-12-24/2027-01-03`. Default: none, then there must be holidays.
    public var dates: [String]
    /// Names of lists whose dates are meant too. Default: none, then there must be dates.
    public var holidays: [String]
    /// The windows on these dates, at most 64. Default: none, closed.
    public var windows: [Window]

    public init(dates: [String] = [], holidays: [String] = [], windows: [Window] = []) {
        self.dates = dates
        self.holidays = holidays
        self.windows = windows
    }
}

extension Exception: Fielded {
    static let names = Names(["dates", "holidays", "windows"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var dates: [String] = []
        var holidays: [String] = []
        var windows: [Window] = []
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: dates = try [String](reading: &reader)
            case 1: holidays = try [String](reading: &reader)
            default: windows = try [Window](reading: &reader)
            }
        }
        self.init(dates: dates, holidays: holidays, windows: windows)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("dates"); dates.write(to: &writer)
        writer.key("holidays"); holidays.write(to: &writer)
        writer.key("windows"); windows.write(to: &writer)
    }
}

/// What a level is to a chat.
public struct ExplainedLevel: WireForm {
    /// The level, counted from 0.
    public var level: UInt8
    /// How it stands.
    public var state: LevelState
    /// Everybody of its pool, and those assigned to its queues who have opted out, in the order of
    /// registration: those whom this page speaks of.
    public var operators: [ExplainedOperator]

    public init(level: UInt8, state: LevelState, operators: [ExplainedOperator]) {
        self.level = level
        self.state = state
        self.operators = operators
    }
}

extension ExplainedLevel: Fielded {
    static let names = Names(["level", "state", "operators"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var level: UInt8?
        var state: LevelState?
        var operators: [ExplainedOperator]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: level = try UInt8(reading: &reader)
            case 1: state = try LevelState(reading: &reader)
            default: operators = try [ExplainedOperator](reading: &reader)
            }
        }
        self.init(
            level: try fields.must(level, "level"),
            state: try fields.must(state, "state"),
            operators: try fields.must(operators, "operators")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("level"); level.write(to: &writer)
        writer.key("state"); state.write(to: &writer)
        writer.key("operators"); operators.write(to: &writer)
    }
}

/// What stands between an operator and a chat, at one level.
public struct ExplainedOperator: WireForm {
    /// Who.
    public var `operator`: String
    /// What it is.
    public var verdict: Verdict

    public init(operator: String, verdict: Verdict) {
        self.operator = `operator`
        self.verdict = verdict
    }
}

extension ExplainedOperator: Fielded {
    static let names = Names(["operator", "verdict"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var verdict: Verdict?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            default: verdict = try Verdict(reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            verdict: try fields.must(verdict, "verdict")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("verdict"); verdict.write(to: &writer)
    }
}

/// Why a chat is where it is, or as much of it as a page holds.
public struct Explanation: WireForm {
    /// The chat.
    public var chat: String
    /// Where it stands in its life.
    public var phase: Phase
    /// Who answers, and why it is they. `nil`: nobody does.
    public var answer: Answer?
    /// The levels that it has left so far, in order, and why: whichever queue they are of.
    public var passed: [Hop]
    /// Its way through the levels of a queue, while nobody answers or it is transferred to one.
    public var course: Course?
    /// Where the next page begins. `nil`: this is the last one.
    public var next: Cursor?

    public init(
        chat: String,
        phase: Phase,
        answer: Answer? = nil,
        passed: [Hop],
        course: Course? = nil,
        next: Cursor? = nil
    ) {
        self.chat = chat
        self.phase = phase
        self.answer = answer
        self.passed = passed
        self.course = course
        self.next = next
    }
}

extension Explanation: Fielded {
    static let names = Names(["chat", "phase", "answer", "passed", "course", "next"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var phase: Phase?
        var answer: Answer? = nil
        var passed: [Hop]?
        var course: Course? = nil
        var next: Cursor? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: phase = try Phase(reading: &reader)
            case 2: answer = try Optional<Answer>(reading: &reader)
            case 3: passed = try [Hop](reading: &reader)
            case 4: course = try Optional<Course>(reading: &reader)
            default: next = try Optional<Cursor>(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            phase: try fields.must(phase, "phase"),
            answer: answer,
            passed: try fields.must(passed, "passed"),
            course: course,
            next: next
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("phase"); phase.write(to: &writer)
        if let answer { writer.key("answer"); answer.write(to: &writer) }
        writer.key("passed"); passed.write(to: &writer)
        if let course { writer.key("course"); course.write(to: &writer) }
        if let next { writer.key("next"); next.write(to: &writer) }
    }
}

/// A bound on how many chats wait in a queue.
public struct Full: WireForm {
    /// How many may wait, at least 1; those that are being transferred to the queue count.
    public var chats: UInt32
    /// What comes to a chat that opens while so many wait, in the step of its opening. Never to one
    /// that was admitted before: lost, returned, transferred, or moved on from another queue.
    public var then: After

    public init(chats: UInt32, then: After) {
        self.chats = chats
        self.then = then
    }
}

extension Full: Fielded {
    static let names = Names(["chats", "then"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chats: UInt32?
        var then: After?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chats = try UInt32(reading: &reader)
            default: then = try After(reading: &reader)
            }
        }
        self.init(chats: try fields.must(chats, "chats"), then: try fields.must(then, "then"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chats"); chats.write(to: &writer)
        writer.key("then"); then.write(to: &writer)
    }
}

/// One right inside a partnership, on queues of the institution that gives it.
public struct Grant: WireForm {
    /// What the partner may do.
    public var right: Right
    /// On which queues of the giver. Default: all.
    public var queues: Queues
    /// The most chats at once that it carries across. For the right to staff: chats whose origin is
    /// one of its queues, and which the partner's staff answer, or have a place reserved for; at the
    /// cap those are as good as busy. For the right to transfer: chats of the partner's patrons that
    /// wait here, are answered here or in company from here, or are being transferred here. It means
    /// nothing for transcripts and presence.
    /// Default: as many as come.
    public var cap: UInt32?
    /// When something new may cross by it; what crossed before goes on. It means nothing for
    /// transcripts. Default: always.
    public var hours: OwnHours?

    public init(right: Right, queues: Queues = .all, cap: UInt32? = nil, hours: OwnHours? = nil) {
        self.right = right
        self.queues = queues
        self.cap = cap
        self.hours = hours
    }
}

extension Grant: Fielded {
    static let names = Names(["right", "queues", "cap", "hours"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var right: Right?
        var queues: Queues = .all
        var cap: UInt32? = nil
        var hours: OwnHours? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: right = try Right(reading: &reader)
            case 1: queues = try Queues(reading: &reader)
            case 2: cap = try Optional<UInt32>(reading: &reader)
            default: hours = try Optional<OwnHours>(reading: &reader)
            }
        }
        self.init(right: try fields.must(right, "right"), queues: queues, cap: cap, hours: hours)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("right"); right.write(to: &writer)
        writer.key("queues"); queues.write(to: &writer)
        if let cap { writer.key("cap"); cap.write(to: &writer) }
        if let hours { writer.key("hours"); hours.write(to: &writer) }
    }
}

/// What goes with a chat to the operator who took it, by what the grant lets them see.
public struct Handover: WireForm {
    /// The entries that were written before they took it, and that they may read.
    public var entries: [Entry]
    /// Who the patron is, where they may know.
    public var patron: String?
    /// What the host knows of the patron, where they may know.
    public var context: String?
    /// The ended chat after which the patron comes back, where they may know the patron.
    public var returns: String?
    /// The profile that the origin queue had when the chat was opened.
    public var profile: String?
    /// Why the chat was transferred, in the sender's words.
    public var reason: String?
    /// What the sender wants them to know.
    public var note: String?
    /// Where the chain stood after the last entry that was written before they took it,
    /// whether they may read that entry or not: where
    /// `Config.digests` says so, and anything was written before.
    public var digest: String?

    public init(
        entries: [Entry],
        patron: String? = nil,
        context: String? = nil,
        returns: String? = nil,
        profile: String? = nil,
        reason: String? = nil,
        note: String? = nil,
        digest: String? = nil
    ) {
        self.entries = entries
        self.patron = patron
        self.context = context
        self.returns = returns
        self.profile = profile
        self.reason = reason
        self.note = note
        self.digest = digest
    }
}

extension Handover: Fielded {
    static let names = Names(["entries", "patron", "context", "returns", "profile", "reason", "note", "digest"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var entries: [Entry]?
        var patron: String? = nil
        var context: String? = nil
        var returns: String? = nil
        var profile: String? = nil
        var reason: String? = nil
        var note: String? = nil
        var digest: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: entries = try [Entry](reading: &reader)
            case 1: patron = try Optional<String>(reading: &reader)
            case 2: context = try Optional<String>(reading: &reader)
            case 3: returns = try Optional<String>(reading: &reader)
            case 4: profile = try Optional<String>(reading: &reader)
            case 5: reason = try Optional<String>(reading: &reader)
            case 6: note = try Optional<String>(reading: &reader)
            default: digest = try Optional<String>(reading: &reader)
            }
        }
        self.init(
            entries: try fields.must(entries, "entries"),
            patron: patron,
            context: context,
            returns: returns,
            profile: profile,
            reason: reason,
            note: note,
            digest: digest
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("entries"); entries.write(to: &writer)
        if let patron { writer.key("patron"); patron.write(to: &writer) }
        if let context { writer.key("context"); context.write(to: &writer) }
        if let returns { writer.key("returns"); returns.write(to: &writer) }
        if let profile { writer.key("profile"); profile.write(to: &writer) }
        if let reason { writer.key("reason"); reason.write(to: &writer) }
        if let note { writer.key("note"); note.write(to: &writer) }
        if let digest { writer.key("digest"); digest.write(to: &writer) }
    }
}

/// A list of dates that many hours refer to by its name.
public struct Holidays: WireForm {
    /// The dates, in any order: each `YYYY-MM-DD`, or the first and the last of a range with `/`
    /// between them. At most 4,096.
    public var dates: [String]

    public init(dates: [String]) {
        self.dates = dates
    }
}

extension Holidays: Fielded {
    static let names = Names(["dates"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var dates: [String]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            default: dates = try [String](reading: &reader)
            }
        }
        self.init(dates: try fields.must(dates, "dates"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("dates"); dates.write(to: &writer)
    }
}

/// A level that a chat left unanswered.
public struct Hop: WireForm {
    /// The queue.
    public var queue: String
    /// The level, counted from 0.
    public var level: UInt8
    /// When.
    public var at: Timestamp
    /// Why.
    public var reason: RollReason

    public init(queue: String, level: UInt8, at: Timestamp, reason: RollReason) {
        self.queue = queue
        self.level = level
        self.at = at
        self.reason = reason
    }
}

extension Hop: Fielded {
    static let names = Names(["queue", "level", "at", "reason"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var queue: String?
        var level: UInt8?
        var at: Timestamp?
        var reason: RollReason?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: queue = try String(reading: &reader)
            case 1: level = try UInt8(reading: &reader)
            case 2: at = try Timestamp(reading: &reader)
            default: reason = try RollReason(reading: &reader)
            }
        }
        self.init(
            queue: try fields.must(queue, "queue"),
            level: try fields.must(level, "level"),
            at: try fields.must(at, "at"),
            reason: try fields.must(reason, "reason")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("queue"); queue.write(to: &writer)
        writer.key("level"); level.write(to: &writer)
        writer.key("at"); at.write(to: &writer)
        writer.key("reason"); reason.write(to: &writer)
    }
}

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
public struct Hours: WireForm {
    /// The time zone of all times and dates here, by its IANA name as that is spelled: for example
    /// `America/Chicago`.
    public var timeZone: String
    /// The windows of an ordinary week; none: closed but for the exceptions. Around the clock is
    /// one window on every day from `00:00` to `24:00`. At most 64. Default: none.
    public var week: [Window]
    /// Dates with hours of their own. Of two exceptions that name a date, the later one counts. At
    /// most 512. Default: none.
    public var exceptions: [Exception]

    public init(timeZone: String, week: [Window] = [], exceptions: [Exception] = []) {
        self.timeZone = timeZone
        self.week = week
        self.exceptions = exceptions
    }
}

extension Hours: Fielded {
    static let names = Names(["timeZone", "week", "exceptions"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var timeZone: String?
        var week: [Window] = []
        var exceptions: [Exception] = []
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: timeZone = try String(reading: &reader)
            case 1: week = try [Window](reading: &reader)
            default: exceptions = try [Exception](reading: &reader)
            }
        }
        self.init(
            timeZone: try fields.must(timeZone, "timeZone"),
            week: week,
            exceptions: exceptions
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("timeZone"); timeZone.write(to: &writer)
        writer.key("week"); week.write(to: &writer)
        writer.key("exceptions"); exceptions.write(to: &writer)
    }
}

/// What makes hours unusable.
///
/// Each has a stable machine code and a sentence for people.
public enum HoursFault: WireForm {
    /// The time zone data has no zone of this name.
    /// - `zone`: The name.
    /// - `meant`: A zone whose name is nearly the same.
    case unknownZone(zone: String, meant: String? = nil)
    /// A text is no time of day.
    /// - `text`: The text.
    case invalidTime(text: String)
    /// A window begins at `24:00`.
    case beginsAtEnd
    /// A window ends where it begins.
    case emptyWindow
    /// A window names no day.
    case noDays
    /// An exception has neither dates nor holidays.
    case noDates
    /// A text is no date and no range of dates.
    /// - `text`: The text.
    case invalidDate(text: String)
    /// A date that no calendar has.
    /// - `text`: The text.
    case noSuchDate(text: String)
    /// A range of dates ends before it begins.
    /// - `text`: The text.
    case reversedDates(text: String)
    /// Hours are only named, and no setup document is there to have them.
    /// - `name`: The name.
    case unknownHours(name: String)
    /// No holidays bear this name.
    /// - `name`: The name.
    /// - `meant`: A list whose name is nearly the same.
    case unknownHolidays(name: String, meant: String? = nil)
    /// The holidays of this name have faults of their own.
    /// - `name`: The name.
    case invalidHolidays(name: String)
    /// A list is too long.
    /// - `limit`: How many are allowed.
    case tooMany(limit: UInt32)
}

extension HoursFault: Tagged {
    static let tags = Names(["unknownZone", "invalidTime", "beginsAtEnd", "emptyWindow", "noDays", "noDates", "invalidDate", "noSuchDate", "reversedDates", "unknownHours", "unknownHolidays", "invalidHolidays", "tooMany"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var zone: String?
            var meant: String? = nil
            while let slot = try fields.next(Self.unknownZoneNames, &reader) {
                switch slot {
                case 0: zone = try String(reading: &reader)
                default: meant = try Optional<String>(reading: &reader)
                }
            }
            self = .unknownZone(zone: try fields.must(zone, "zone"), meant: meant)
        case 1:
            var text: String?
            while let slot = try fields.next(Self.invalidTimeNames, &reader) {
                switch slot {
                default: text = try String(reading: &reader)
                }
            }
            self = .invalidTime(text: try fields.must(text, "text"))
        case 2: try fields.none(&reader); self = .beginsAtEnd
        case 3: try fields.none(&reader); self = .emptyWindow
        case 4: try fields.none(&reader); self = .noDays
        case 5: try fields.none(&reader); self = .noDates
        case 6:
            var text: String?
            while let slot = try fields.next(Self.invalidDateNames, &reader) {
                switch slot {
                default: text = try String(reading: &reader)
                }
            }
            self = .invalidDate(text: try fields.must(text, "text"))
        case 7:
            var text: String?
            while let slot = try fields.next(Self.noSuchDateNames, &reader) {
                switch slot {
                default: text = try String(reading: &reader)
                }
            }
            self = .noSuchDate(text: try fields.must(text, "text"))
        case 8:
            var text: String?
            while let slot = try fields.next(Self.reversedDatesNames, &reader) {
                switch slot {
                default: text = try String(reading: &reader)
                }
            }
            self = .reversedDates(text: try fields.must(text, "text"))
        case 9:
            var name: String?
            while let slot = try fields.next(Self.unknownHoursNames, &reader) {
                switch slot {
                default: name = try String(reading: &reader)
                }
            }
            self = .unknownHours(name: try fields.must(name, "name"))
        case 10:
            var name: String?
            var meant: String? = nil
            while let slot = try fields.next(Self.unknownHolidaysNames, &reader) {
                switch slot {
                case 0: name = try String(reading: &reader)
                default: meant = try Optional<String>(reading: &reader)
                }
            }
            self = .unknownHolidays(name: try fields.must(name, "name"), meant: meant)
        case 11:
            var name: String?
            while let slot = try fields.next(Self.invalidHolidaysNames, &reader) {
                switch slot {
                default: name = try String(reading: &reader)
                }
            }
            self = .invalidHolidays(name: try fields.must(name, "name"))
        default:
            var limit: UInt32?
            while let slot = try fields.next(Self.tooManyNames, &reader) {
                switch slot {
                default: limit = try UInt32(reading: &reader)
                }
            }
            self = .tooMany(limit: try fields.must(limit, "limit"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .unknownZone(let zone, let meant):
            writer.tag("unknownZone")
            writer.key("zone"); zone.write(to: &writer)
            writer.key("meant"); meant.write(to: &writer)
        case .invalidTime(let text):
            writer.tag("invalidTime")
            writer.key("text"); text.write(to: &writer)
        case .beginsAtEnd: writer.tag("beginsAtEnd")
        case .emptyWindow: writer.tag("emptyWindow")
        case .noDays: writer.tag("noDays")
        case .noDates: writer.tag("noDates")
        case .invalidDate(let text):
            writer.tag("invalidDate")
            writer.key("text"); text.write(to: &writer)
        case .noSuchDate(let text):
            writer.tag("noSuchDate")
            writer.key("text"); text.write(to: &writer)
        case .reversedDates(let text):
            writer.tag("reversedDates")
            writer.key("text"); text.write(to: &writer)
        case .unknownHours(let name):
            writer.tag("unknownHours")
            writer.key("name"); name.write(to: &writer)
        case .unknownHolidays(let name, let meant):
            writer.tag("unknownHolidays")
            writer.key("name"); name.write(to: &writer)
            writer.key("meant"); meant.write(to: &writer)
        case .invalidHolidays(let name):
            writer.tag("invalidHolidays")
            writer.key("name"); name.write(to: &writer)
        case .tooMany(let limit):
            writer.tag("tooMany")
            writer.key("limit"); limit.write(to: &writer)
        }
    }

    private static let unknownZoneNames = Names(["zone", "meant"], open: true)
    private static let invalidTimeNames = Names(["text"], open: true)
    private static let invalidDateNames = Names(["text"], open: true)
    private static let noSuchDateNames = Names(["text"], open: true)
    private static let reversedDatesNames = Names(["text"], open: true)
    private static let unknownHoursNames = Names(["name"], open: true)
    private static let unknownHolidaysNames = Names(["name", "meant"], open: true)
    private static let invalidHolidaysNames = Names(["name"], open: true)
    private static let tooManyNames = Names(["limit"], open: true)
}

/// How long somebody in a chat may leave the last word to the other side. Time on hold, or during a
/// transfer, does not count.
public struct IdleRule: WireForm {
    /// What they are told before, and when: counted from when they are to write. Default: nothing.
    public var notice: Notice?
    /// After how long it is enough, the notice included: more than 0, and after the notice.
    public var after: Span

    public init(notice: Notice? = nil, after: Span) {
        self.notice = notice
        self.after = after
    }
}

extension IdleRule: Fielded {
    static let names = Names(["notice", "after"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var notice: Notice? = nil
        var after: Span?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: notice = try Optional<Notice>(reading: &reader)
            default: after = try Span(reading: &reader)
            }
        }
        self.init(notice: notice, after: try fields.must(after, "after"))
    }

    func writeFields(to writer: inout Writer) {
        if let notice { writer.key("notice"); notice.write(to: &writer) }
        writer.key("after"); after.write(to: &writer)
    }
}

/// An accepted command, with its number and its time.
public struct Input: WireForm {
    /// The first is 1, and there are no gaps.
    public var number: UInt64
    /// When it was applied.
    public var at: Timestamp
    /// What was applied.
    public var command: Command

    public init(number: UInt64, at: Timestamp, command: Command) {
        self.number = number
        self.at = at
        self.command = command
    }
}

extension Input: Fielded {
    static let names = Names(["number", "at", "command"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var number: UInt64?
        var at: Timestamp?
        var command: Command?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: number = try UInt64(reading: &reader)
            case 1: at = try Timestamp(reading: &reader)
            default: command = try Command(reading: &reader)
            }
        }
        self.init(
            number: try fields.must(number, "number"),
            at: try fields.must(at, "at"),
            command: try fields.must(command, "command")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("number"); number.write(to: &writer)
        writer.key("at"); at.write(to: &writer)
        writer.key("command"); command.write(to: &writer)
    }
}

/// One step of a queue's rollover: who is rung, how, and for how long.
public struct Level: WireForm {
    /// Whose operators are rung, at least one source.
    public var pool: [Source]
    /// How many of them at once, and in which order.
    public var ring: Ring
    /// How long a chat stays before it rolls on, counted from entering the level. `nil`: for
    /// ever, unless nobody is there. After the last level, `Policy.after` follows; where that is
    /// to keep waiting, the wait of the last level means nothing. Default: `nil`.
    public var wait: Span?
    /// The skills that everybody here must have, besides what a chat asks for. At most
    /// `Limits.needs`. Default: none.
    public var needs: [Need]
    /// How what a chat asks for counts here. Default: in full.
    public var chatNeeds: ChatNeeds
    /// What happens while all of the level's operators are busy. Default: the chat waits.
    public var whenBusy: WhenBusy
    /// What becomes of the earlier levels when a chat enters this one. Default: they keep ringing.
    public var entry: Entering
    /// When it is active. A chat passes an inactive level over at once; it is rung there after all
    /// if the level becomes active while the chat waits further on, unless a later level has
    /// replaced it. A level that a chat has entered stays active for that chat. Default: while the
    /// queue is open.
    public var onlyWhen: OnlyWhen

    public init(
        pool: [Source],
        ring: Ring,
        wait: Span? = nil,
        needs: [Need] = [],
        chatNeeds: ChatNeeds = .inFull,
        whenBusy: WhenBusy = .wait,
        entry: Entering = .widen,
        onlyWhen: OnlyWhen = .open
    ) {
        self.pool = pool
        self.ring = ring
        self.wait = wait
        self.needs = needs
        self.chatNeeds = chatNeeds
        self.whenBusy = whenBusy
        self.entry = entry
        self.onlyWhen = onlyWhen
    }
}

extension Level: Fielded {
    static let names = Names(["pool", "ring", "wait", "needs", "chatNeeds", "whenBusy", "entry", "onlyWhen"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var pool: [Source]?
        var ring: Ring?
        var wait: Span? = nil
        var needs: [Need] = []
        var chatNeeds: ChatNeeds = .inFull
        var whenBusy: WhenBusy = .wait
        var entry: Entering = .widen
        var onlyWhen: OnlyWhen = .open
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: pool = try [Source](reading: &reader)
            case 1: ring = try Ring(reading: &reader)
            case 2: wait = try Optional<Span>(reading: &reader)
            case 3: needs = try [Need](reading: &reader)
            case 4: chatNeeds = try ChatNeeds(reading: &reader)
            case 5: whenBusy = try WhenBusy(reading: &reader)
            case 6: entry = try Entering(reading: &reader)
            default: onlyWhen = try OnlyWhen(reading: &reader)
            }
        }
        self.init(
            pool: try fields.must(pool, "pool"),
            ring: try fields.must(ring, "ring"),
            wait: wait,
            needs: needs,
            chatNeeds: chatNeeds,
            whenBusy: whenBusy,
            entry: entry,
            onlyWhen: onlyWhen
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("pool"); pool.write(to: &writer)
        writer.key("ring"); ring.write(to: &writer)
        writer.key("wait"); wait.write(to: &writer)
        if !needs.isEmpty { writer.key("needs"); needs.write(to: &writer) }
        if chatNeeds != .inFull { writer.key("chatNeeds"); chatNeeds.write(to: &writer) }
        writer.key("whenBusy"); whenBusy.write(to: &writer)
        writer.key("entry"); entry.write(to: &writer)
        writer.key("onlyWhen"); onlyWhen.write(to: &writer)
    }
}

/// How a level of the queue stands for a chat.
public enum LevelState: WireForm {
    /// The chat has not come to it.
    /// - `vacant`: Why it would be passed over, as things are now. `nil`: it would not.
    case notEntered(vacant: RollReason? = nil)
    /// It rings for the chat: it was entered last, or was left and rings on, since the plan widens.
    case rings(Rings)
    /// The chat has come to it, and passed it over since it is not active; it rings once it is.
    case dormant
    /// A later level has replaced it, for good.
    /// - `left`: Why the chat had rolled on from it.
    case replaced(left: RollReason? = nil)

    /// It rings for the chat: it was entered last, or was left and rings on, since the plan widens.
    public struct Rings: WireForm {
        /// How many operators it rings.
        public var rung: UInt32
        /// How many it wants to ring. `nil`: everybody.
        public var wanted: UInt16?
        /// When the chat rolls on. `nil`: by no clock.
        public var until: Timestamp?
        /// Why the chat has rolled on from it; passed over is what `nobodyThere` and `allBusy` are.
        /// `nil`: it was entered last.
        public var left: RollReason?
        /// Why nobody of it could be offered a chat now. `nil`: somebody could.
        public var vacant: RollReason?

        public init(
            rung: UInt32,
            wanted: UInt16? = nil,
            until: Timestamp? = nil,
            left: RollReason? = nil,
            vacant: RollReason? = nil
        ) {
            self.rung = rung
            self.wanted = wanted
            self.until = until
            self.left = left
            self.vacant = vacant
        }
    }
}

extension LevelState: Tagged {
    static let tags = Names(["notEntered", "rings", "dormant", "replaced"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var vacant: RollReason? = nil
            while let slot = try fields.next(Self.notEnteredNames, &reader) {
                switch slot {
                default: vacant = try Optional<RollReason>(reading: &reader)
                }
            }
            self = .notEntered(vacant: vacant)
        case 1: self = .rings(try Rings(&fields, &reader))
        case 2: try fields.none(&reader); self = .dormant
        default:
            var left: RollReason? = nil
            while let slot = try fields.next(Self.replacedNames, &reader) {
                switch slot {
                default: left = try Optional<RollReason>(reading: &reader)
                }
            }
            self = .replaced(left: left)
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .notEntered(let vacant):
            writer.tag("notEntered")
            if let vacant { writer.key("vacant"); vacant.write(to: &writer) }
        case .rings(let of): writer.tag("rings"); of.writeFields(to: &writer)
        case .dormant: writer.tag("dormant")
        case .replaced(let left):
            writer.tag("replaced")
            if let left { writer.key("left"); left.write(to: &writer) }
        }
    }

    private static let notEnteredNames = Names(["vacant"])
    private static let replacedNames = Names(["left"])
}

extension LevelState.Rings: Fielded {
    static let names = Names(["rung", "wanted", "until", "left", "vacant"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var rung: UInt32?
        var wanted: UInt16? = nil
        var until: Timestamp? = nil
        var left: RollReason? = nil
        var vacant: RollReason? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: rung = try UInt32(reading: &reader)
            case 1: wanted = try Optional<UInt16>(reading: &reader)
            case 2: until = try Optional<Timestamp>(reading: &reader)
            case 3: left = try Optional<RollReason>(reading: &reader)
            default: vacant = try Optional<RollReason>(reading: &reader)
            }
        }
        self.init(
            rung: try fields.must(rung, "rung"),
            wanted: wanted,
            until: until,
            left: left,
            vacant: vacant
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("rung"); rung.write(to: &writer)
        if let wanted { writer.key("wanted"); wanted.write(to: &writer) }
        if let until { writer.key("until"); until.write(to: &writer) }
        if let left { writer.key("left"); left.write(to: &writer) }
        if let vacant { writer.key("vacant"); vacant.write(to: &writer) }
    }
}

/// How much there may be of each thing. Beyond it a command is refused with
/// `Refusal.limitReached` or
/// `Refusal.tooLong`, and nothing changed.
public struct Limits: WireForm {
    /// Institutions. Default: 10,000.
    public var institutions: UInt32
    /// Operators. Default: 1,000,000.
    public var operators: UInt32
    /// Queues. Default: 100,000.
    public var queues: UInt32
    /// Groups. Default: 100,000.
    public var groups: UInt32
    /// Open chats. Default: 2,000,000.
    public var openChats: UInt32
    /// Open chats of one patron, those in wrap-up apart: they have left them. Default: 10.
    public var openChatsPerPatron: UInt32
    /// Chats that wait in one queue; one that was admitted before is never refused. Default:
    /// 100,000.
    public var waitingPerQueue: UInt32
    /// How many ended chats' ids are remembered, so that a late repeat of an open is known as one, and
    /// who answered them last, for patrons who come back. Default: 100,000.
    public var endedIds: UInt32
    /// Operators who take part in one chat, or are invited, beside the one who answers. Default: 8.
    public var participants: UInt32
    /// Sessions of one operator. Default: 32.
    public var sessionsPerOperator: UInt32
    /// Broadcast offers that one operator holds; beyond them chats wait their turn with them. The
    /// one limit that refuses nothing. Default: 20.
    public var broadcastsPerOperator: UInt32
    /// Queues that one operator is assigned to, and groups and levels that name them. Default: 64.
    public var membershipsPerOperator: UInt32
    /// Skills of one operator. Default: 64.
    public var skillsPerOperator: UInt32
    /// Skills that one chat or one level needs. Default: 8.
    public var needs: UInt32
    /// Different things (skills, units) that chats ask for at one level at a time; at least 1. A chat
    /// that was admitted before is never refused for it. Default: 64.
    public var demandsPerLevel: UInt32
    /// Operators whom one chat excludes. Default: 64.
    public var excluded: UInt32
    /// Sources of one level. Default: 64.
    public var sourcesPerLevel: UInt32
    /// Operators that one level or one group names. Default: 100,000.
    public var operatorsNamed: UInt32
    /// Grants that one side gives in a partnership, and queues that one grant names. Default:
    /// 1,000.
    public var grants: UInt32
    /// Bytes of a message. Default: 65,536.
    public var messageBytes: UInt32
    /// Bytes of a reference to the host's store: its key and its digest together. Default: 1,024.
    public var referenceBytes: UInt32
    /// Bytes of a reason, a note or a notice. Default: 4,096.
    public var noteBytes: UInt32
    /// Tags of one chat. Default: 32.
    public var tags: UInt32
    /// Bytes of a tag or of a resolution code. Default: 255.
    public var labelBytes: UInt32
    /// Bytes of a queue's profile. Default: 65,536.
    public var profileBytes: UInt32
    /// Bytes of a patron's context. Default: 65,536.
    public var contextBytes: UInt32
    /// Entries of a transcript that messages may fill; the router's own entries always find room.
    /// Default: 10,000.
    public var transcriptEntries: UInt32
    /// Transfers of one chat, whatever came of them. Default: 20.
    public var hops: UInt32
    /// How many of the levels that one chat has left are told, at least 8: the record has
    /// the last ones, and the transcript the first; the record counts the others. Default: 256.
    public var levelsLeft: UInt32
    /// How often one chat moves on to another queue because a policy says so; beyond that it keeps
    /// waiting. Default: 8.
    public var overflows: UInt32
    /// Buddies of one party, whoever it has asked or approved in advance included. Default: 10,000.
    public var buddiesPerParty: UInt32
    /// Those who have asked one party to be buddies, and to whom it has said nothing yet; so strangers
    /// take no room from buddies. Default: 1,000.
    public var requestsPerParty: UInt32
    /// Whom one party blocks. Default: 1,000.
    public var blockedPerParty: UInt32
    /// Contacts with whom anybody has to do. Default: 1,000,000.
    public var contacts: UInt32
    /// How many of a sender's last direct messages are remembered, so that a repeat is known as one.
    /// Default: 64.
    public var directMessages: UInt32
    /// Events after which `Router.advance` stops between two timers.
    /// Default: 10,000; 0 counts as 1.
    public var eventsPerAdvance: UInt32

    public init(
        institutions: UInt32 = 10_000,
        operators: UInt32 = 1_000_000,
        queues: UInt32 = 100_000,
        groups: UInt32 = 100_000,
        openChats: UInt32 = 2_000_000,
        openChatsPerPatron: UInt32 = 10,
        waitingPerQueue: UInt32 = 100_000,
        endedIds: UInt32 = 100_000,
        participants: UInt32 = 8,
        sessionsPerOperator: UInt32 = 32,
        broadcastsPerOperator: UInt32 = 20,
        membershipsPerOperator: UInt32 = 64,
        skillsPerOperator: UInt32 = 64,
        needs: UInt32 = 8,
        demandsPerLevel: UInt32 = 64,
        excluded: UInt32 = 64,
        sourcesPerLevel: UInt32 = 64,
        operatorsNamed: UInt32 = 100_000,
        grants: UInt32 = 1_000,
        messageBytes: UInt32 = 65_536,
        referenceBytes: UInt32 = 1_024,
        noteBytes: UInt32 = 4_096,
        tags: UInt32 = 32,
        labelBytes: UInt32 = 255,
        profileBytes: UInt32 = 65_536,
        contextBytes: UInt32 = 65_536,
        transcriptEntries: UInt32 = 10_000,
        hops: UInt32 = 20,
        levelsLeft: UInt32 = 256,
        overflows: UInt32 = 8,
        buddiesPerParty: UInt32 = 10_000,
        requestsPerParty: UInt32 = 1_000,
        blockedPerParty: UInt32 = 1_000,
        contacts: UInt32 = 1_000_000,
        directMessages: UInt32 = 64,
        eventsPerAdvance: UInt32 = 10_000
    ) {
        self.institutions = institutions
        self.operators = operators
        self.queues = queues
        self.groups = groups
        self.openChats = openChats
        self.openChatsPerPatron = openChatsPerPatron
        self.waitingPerQueue = waitingPerQueue
        self.endedIds = endedIds
        self.participants = participants
        self.sessionsPerOperator = sessionsPerOperator
        self.broadcastsPerOperator = broadcastsPerOperator
        self.membershipsPerOperator = membershipsPerOperator
        self.skillsPerOperator = skillsPerOperator
        self.needs = needs
        self.demandsPerLevel = demandsPerLevel
        self.excluded = excluded
        self.sourcesPerLevel = sourcesPerLevel
        self.operatorsNamed = operatorsNamed
        self.grants = grants
        self.messageBytes = messageBytes
        self.referenceBytes = referenceBytes
        self.noteBytes = noteBytes
        self.tags = tags
        self.labelBytes = labelBytes
        self.profileBytes = profileBytes
        self.contextBytes = contextBytes
        self.transcriptEntries = transcriptEntries
        self.hops = hops
        self.levelsLeft = levelsLeft
        self.overflows = overflows
        self.buddiesPerParty = buddiesPerParty
        self.requestsPerParty = requestsPerParty
        self.blockedPerParty = blockedPerParty
        self.contacts = contacts
        self.directMessages = directMessages
        self.eventsPerAdvance = eventsPerAdvance
    }
}

extension Limits: Fielded {
    static let names = Names(["institutions", "operators", "queues", "groups", "openChats", "openChatsPerPatron", "waitingPerQueue", "endedIds", "participants", "sessionsPerOperator", "broadcastsPerOperator", "membershipsPerOperator", "skillsPerOperator", "needs", "demandsPerLevel", "excluded", "sourcesPerLevel", "operatorsNamed", "grants", "messageBytes", "referenceBytes", "noteBytes", "tags", "labelBytes", "profileBytes", "contextBytes", "transcriptEntries", "hops", "levelsLeft", "overflows", "buddiesPerParty", "requestsPerParty", "blockedPerParty", "contacts", "directMessages", "eventsPerAdvance"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var institutions: UInt32 = 10_000
        var operators: UInt32 = 1_000_000
        var queues: UInt32 = 100_000
        var groups: UInt32 = 100_000
        var openChats: UInt32 = 2_000_000
        var openChatsPerPatron: UInt32 = 10
        var waitingPerQueue: UInt32 = 100_000
        var endedIds: UInt32 = 100_000
        var participants: UInt32 = 8
        var sessionsPerOperator: UInt32 = 32
        var broadcastsPerOperator: UInt32 = 20
        var membershipsPerOperator: UInt32 = 64
        var skillsPerOperator: UInt32 = 64
        var needs: UInt32 = 8
        var demandsPerLevel: UInt32 = 64
        var excluded: UInt32 = 64
        var sourcesPerLevel: UInt32 = 64
        var operatorsNamed: UInt32 = 100_000
        var grants: UInt32 = 1_000
        var messageBytes: UInt32 = 65_536
        var referenceBytes: UInt32 = 1_024
        var noteBytes: UInt32 = 4_096
        var tags: UInt32 = 32
        var labelBytes: UInt32 = 255
        var profileBytes: UInt32 = 65_536
        var contextBytes: UInt32 = 65_536
        var transcriptEntries: UInt32 = 10_000
        var hops: UInt32 = 20
        var levelsLeft: UInt32 = 256
        var overflows: UInt32 = 8
        var buddiesPerParty: UInt32 = 10_000
        var requestsPerParty: UInt32 = 1_000
        var blockedPerParty: UInt32 = 1_000
        var contacts: UInt32 = 1_000_000
        var directMessages: UInt32 = 64
        var eventsPerAdvance: UInt32 = 10_000
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: institutions = try UInt32(reading: &reader)
            case 1: operators = try UInt32(reading: &reader)
            case 2: queues = try UInt32(reading: &reader)
            case 3: groups = try UInt32(reading: &reader)
            case 4: openChats = try UInt32(reading: &reader)
            case 5: openChatsPerPatron = try UInt32(reading: &reader)
            case 6: waitingPerQueue = try UInt32(reading: &reader)
            case 7: endedIds = try UInt32(reading: &reader)
            case 8: participants = try UInt32(reading: &reader)
            case 9: sessionsPerOperator = try UInt32(reading: &reader)
            case 10: broadcastsPerOperator = try UInt32(reading: &reader)
            case 11: membershipsPerOperator = try UInt32(reading: &reader)
            case 12: skillsPerOperator = try UInt32(reading: &reader)
            case 13: needs = try UInt32(reading: &reader)
            case 14: demandsPerLevel = try UInt32(reading: &reader)
            case 15: excluded = try UInt32(reading: &reader)
            case 16: sourcesPerLevel = try UInt32(reading: &reader)
            case 17: operatorsNamed = try UInt32(reading: &reader)
            case 18: grants = try UInt32(reading: &reader)
            case 19: messageBytes = try UInt32(reading: &reader)
            case 20: referenceBytes = try UInt32(reading: &reader)
            case 21: noteBytes = try UInt32(reading: &reader)
            case 22: tags = try UInt32(reading: &reader)
            case 23: labelBytes = try UInt32(reading: &reader)
            case 24: profileBytes = try UInt32(reading: &reader)
            case 25: contextBytes = try UInt32(reading: &reader)
            case 26: transcriptEntries = try UInt32(reading: &reader)
            case 27: hops = try UInt32(reading: &reader)
            case 28: levelsLeft = try UInt32(reading: &reader)
            case 29: overflows = try UInt32(reading: &reader)
            case 30: buddiesPerParty = try UInt32(reading: &reader)
            case 31: requestsPerParty = try UInt32(reading: &reader)
            case 32: blockedPerParty = try UInt32(reading: &reader)
            case 33: contacts = try UInt32(reading: &reader)
            case 34: directMessages = try UInt32(reading: &reader)
            default: eventsPerAdvance = try UInt32(reading: &reader)
            }
        }
        self.init(
            institutions: institutions,
            operators: operators,
            queues: queues,
            groups: groups,
            openChats: openChats,
            openChatsPerPatron: openChatsPerPatron,
            waitingPerQueue: waitingPerQueue,
            endedIds: endedIds,
            participants: participants,
            sessionsPerOperator: sessionsPerOperator,
            broadcastsPerOperator: broadcastsPerOperator,
            membershipsPerOperator: membershipsPerOperator,
            skillsPerOperator: skillsPerOperator,
            needs: needs,
            demandsPerLevel: demandsPerLevel,
            excluded: excluded,
            sourcesPerLevel: sourcesPerLevel,
            operatorsNamed: operatorsNamed,
            grants: grants,
            messageBytes: messageBytes,
            referenceBytes: referenceBytes,
            noteBytes: noteBytes,
            tags: tags,
            labelBytes: labelBytes,
            profileBytes: profileBytes,
            contextBytes: contextBytes,
            transcriptEntries: transcriptEntries,
            hops: hops,
            levelsLeft: levelsLeft,
            overflows: overflows,
            buddiesPerParty: buddiesPerParty,
            requestsPerParty: requestsPerParty,
            blockedPerParty: blockedPerParty,
            contacts: contacts,
            directMessages: directMessages,
            eventsPerAdvance: eventsPerAdvance
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("institutions"); institutions.write(to: &writer)
        writer.key("operators"); operators.write(to: &writer)
        writer.key("queues"); queues.write(to: &writer)
        writer.key("groups"); groups.write(to: &writer)
        writer.key("openChats"); openChats.write(to: &writer)
        writer.key("openChatsPerPatron"); openChatsPerPatron.write(to: &writer)
        writer.key("waitingPerQueue"); waitingPerQueue.write(to: &writer)
        writer.key("endedIds"); endedIds.write(to: &writer)
        writer.key("participants"); participants.write(to: &writer)
        writer.key("sessionsPerOperator"); sessionsPerOperator.write(to: &writer)
        writer.key("broadcastsPerOperator"); broadcastsPerOperator.write(to: &writer)
        writer.key("membershipsPerOperator"); membershipsPerOperator.write(to: &writer)
        writer.key("skillsPerOperator"); skillsPerOperator.write(to: &writer)
        writer.key("needs"); needs.write(to: &writer)
        writer.key("demandsPerLevel"); demandsPerLevel.write(to: &writer)
        writer.key("excluded"); excluded.write(to: &writer)
        writer.key("sourcesPerLevel"); sourcesPerLevel.write(to: &writer)
        writer.key("operatorsNamed"); operatorsNamed.write(to: &writer)
        writer.key("grants"); grants.write(to: &writer)
        writer.key("messageBytes"); messageBytes.write(to: &writer)
        writer.key("referenceBytes"); referenceBytes.write(to: &writer)
        writer.key("noteBytes"); noteBytes.write(to: &writer)
        writer.key("tags"); tags.write(to: &writer)
        writer.key("labelBytes"); labelBytes.write(to: &writer)
        writer.key("profileBytes"); profileBytes.write(to: &writer)
        writer.key("contextBytes"); contextBytes.write(to: &writer)
        writer.key("transcriptEntries"); transcriptEntries.write(to: &writer)
        writer.key("hops"); hops.write(to: &writer)
        writer.key("levelsLeft"); levelsLeft.write(to: &writer)
        writer.key("overflows"); overflows.write(to: &writer)
        writer.key("buddiesPerParty"); buddiesPerParty.write(to: &writer)
        writer.key("requestsPerParty"); requestsPerParty.write(to: &writer)
        writer.key("blockedPerParty"); blockedPerParty.write(to: &writer)
        writer.key("contacts"); contacts.write(to: &writer)
        writer.key("directMessages"); directMessages.write(to: &writer)
        writer.key("eventsPerAdvance"); eventsPerAdvance.write(to: &writer)
    }
}

/// A link of the chain: an entry, shown or not.
public struct Link: WireForm {
    /// Its number: 1 for the first, and no gaps.
    public var number: UInt32
    /// What stands for it in the chain.
    public var leaf: String
    /// The entry. `nil`: the reader may not read it.
    public var shown: Shown?

    public init(number: UInt32, leaf: String, shown: Shown? = nil) {
        self.number = number
        self.leaf = leaf
        self.shown = shown
    }
}

extension Link: Fielded {
    static let names = Names(["number", "leaf", "shown"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var number: UInt32?
        var leaf: String?
        var shown: Shown? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: number = try UInt32(reading: &reader)
            case 1: leaf = try String(reading: &reader)
            default: shown = try Optional<Shown>(reading: &reader)
            }
        }
        self.init(
            number: try fields.must(number, "number"),
            leaf: try fields.must(leaf, "leaf"),
            shown: shown
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("number"); number.write(to: &writer)
        writer.key("leaf"); leaf.write(to: &writer)
        if let shown { writer.key("shown"); shown.write(to: &writer) }
    }
}

/// What is left of a message that was masked.
public struct Masked: WireForm {
    /// Its id.
    public var message: String
    /// What stands for it in the chain of digests: made of what it said. `nil` where
    /// that cannot be known any more: it was masked in a record without a seal.
    public var leaf: String?

    public init(message: String, leaf: String? = nil) {
        self.message = message
        self.leaf = leaf
    }
}

extension Masked: Fielded {
    static let names = Names(["message", "leaf"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var message: String?
        var leaf: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: message = try String(reading: &reader)
            default: leaf = try Optional<String>(reading: &reader)
            }
        }
        self.init(message: try fields.must(message, "message"), leaf: leaf)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("message"); message.write(to: &writer)
        if let leaf { writer.key("leaf"); leaf.write(to: &writer) }
    }
}

/// A skill that whoever takes a chat must have.
public struct Need: WireForm {
    /// Which skill: a language, a subject, a permission.
    public var skill: String
    /// At which level at least, from 1 to 100. Default: 1, having it at all.
    public var atLeast: UInt8

    public init(skill: String, atLeast: UInt8 = 1) {
        self.skill = skill
        self.atLeast = atLeast
    }
}

extension Need: Fielded {
    static let names = Names(["skill", "atLeast"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var skill: String?
        var atLeast: UInt8 = 1
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: skill = try String(reading: &reader)
            default: atLeast = try UInt8(reading: &reader)
            }
        }
        self.init(skill: try fields.must(skill, "skill"), atLeast: atLeast)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("skill"); skill.write(to: &writer)
        writer.key("atLeast"); atLeast.write(to: &writer)
    }
}

/// What somebody is told once: a patron while they wait in a queue, or who is to write in a chat.
public struct Notice: WireForm {
    /// When, counted from when the chat began to wait in this queue, or for them.
    public var after: Span
    /// What they are told.
    public var text: String

    public init(after: Span, text: String) {
        self.after = after
        self.text = text
    }
}

extension Notice: Fielded {
    static let names = Names(["after", "text"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var after: Span?
        var text: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: after = try Span(reading: &reader)
            default: text = try String(reading: &reader)
            }
        }
        self.init(after: try fields.must(after, "after"), text: try fields.must(text, "text"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("after"); after.write(to: &writer)
        writer.key("text"); text.write(to: &writer)
    }
}

/// How an offer came about.
public enum OfferCause: WireForm {
    /// A level rang them, of the queue where the chat is or where it is being transferred.
    /// - `level`: The level, counted from 0.
    case level(UInt8)
    /// The chat waits for them alone.
    case preferred
    /// Somebody transfers the chat to them.
    /// - `transfer`: The transfer.
    case transfer(UInt32)
}

extension OfferCause: Tagged {
    static let tags = Names(["level", "preferred", "transfer"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var level: UInt8?
            while let slot = try fields.next(Self.levelNames, &reader) {
                switch slot {
                default: level = try UInt8(reading: &reader)
                }
            }
            self = .level(try fields.must(level, "level"))
        case 1: try fields.none(&reader); self = .preferred
        default:
            var transfer: UInt32?
            while let slot = try fields.next(Self.transferNames, &reader) {
                switch slot {
                default: transfer = try UInt32(reading: &reader)
                }
            }
            self = .transfer(try fields.must(transfer, "transfer"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .level(let level):
            writer.tag("level")
            writer.key("level"); level.write(to: &writer)
        case .preferred: writer.tag("preferred")
        case .transfer(let transfer):
            writer.tag("transfer")
            writer.key("transfer"); transfer.write(to: &writer)
        }
    }

    private static let levelNames = Names(["level"])
    private static let transferNames = Names(["transfer"])
}

/// When a level is active.
public enum OnlyWhen: WireForm {
    /// While the queue is open; and for chats that were admitted while it was, or that somebody
    /// had answered before.
    case open
    /// While the queue is not open: draining or closed.
    case closed
    /// Always.
    case always
    /// In hours of its own.
    case hours(OwnHours)
}

extension OnlyWhen: Tagged {
    static let tags = Names(["open", "closed", "always", "hours"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .open
        case 1: try fields.none(&reader); self = .closed
        case 2: try fields.none(&reader); self = .always
        default: self = .hours(try OwnHours(&fields, &reader))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .open: writer.tag("open")
        case .closed: writer.tag("closed")
        case .always: writer.tag("always")
        case .hours(let of): writer.tag("hours"); of.writeFields(to: &writer)
        }
    }
}

/// An operator, as they are now.
public struct OperatorView: WireForm {
    /// Who.
    public var `operator`: String
    /// Where they work.
    public var institution: String
    /// How they are seen.
    public var presence: Presence
    /// Why they pause, if they do.
    public var pause: PauseReason?
    /// Whether they log out when their last chat is over.
    public var leaves: Bool
    /// Their sessions, the oldest first.
    public var sessions: [String]
    /// How many units of chats they answer at once.
    public var capacity: UInt16
    /// The chats that they answer, in the order of claiming.
    public var answering: [String]
    /// The chats that ring them, the oldest offer first, each with that offer.
    public var rungFor: [Pair<String, UInt32>]

    public init(
        operator: String,
        institution: String,
        presence: Presence,
        pause: PauseReason? = nil,
        leaves: Bool,
        sessions: [String],
        capacity: UInt16,
        answering: [String],
        rungFor: [Pair<String, UInt32>]
    ) {
        self.operator = `operator`
        self.institution = institution
        self.presence = presence
        self.pause = pause
        self.leaves = leaves
        self.sessions = sessions
        self.capacity = capacity
        self.answering = answering
        self.rungFor = rungFor
    }
}

extension OperatorView: Fielded {
    static let names = Names(["operator", "institution", "presence", "pause", "leaves", "sessions", "capacity", "answering", "rungFor"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var `operator`: String?
        var institution: String?
        var presence: Presence?
        var pause: PauseReason? = nil
        var leaves: Bool?
        var sessions: [String]?
        var capacity: UInt16?
        var answering: [String]?
        var rungFor: [Pair<String, UInt32>]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: `operator` = try String(reading: &reader)
            case 1: institution = try String(reading: &reader)
            case 2: presence = try Presence(reading: &reader)
            case 3: pause = try Optional<PauseReason>(reading: &reader)
            case 4: leaves = try Bool(reading: &reader)
            case 5: sessions = try [String](reading: &reader)
            case 6: capacity = try UInt16(reading: &reader)
            case 7: answering = try [String](reading: &reader)
            default: rungFor = try [Pair<String, UInt32>](reading: &reader)
            }
        }
        self.init(
            operator: try fields.must(`operator`, "operator"),
            institution: try fields.must(institution, "institution"),
            presence: try fields.must(presence, "presence"),
            pause: pause,
            leaves: try fields.must(leaves, "leaves"),
            sessions: try fields.must(sessions, "sessions"),
            capacity: try fields.must(capacity, "capacity"),
            answering: try fields.must(answering, "answering"),
            rungFor: try fields.must(rungFor, "rungFor")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("operator"); `operator`.write(to: &writer)
        writer.key("institution"); institution.write(to: &writer)
        writer.key("presence"); presence.write(to: &writer)
        writer.key("pause"); pause.write(to: &writer)
        writer.key("leaves"); leaves.write(to: &writer)
        writer.key("sessions"); sessions.write(to: &writer)
        writer.key("capacity"); capacity.write(to: &writer)
        writer.key("answering"); answering.write(to: &writer)
        writer.key("rungFor"); rungFor.write(to: &writer)
    }
}

/// Hours, and the lists of holidays that they name: all that it takes to know when something is open.
/// In a setup document a name alone may stand for all of it.
public struct OwnHours: WireForm {
    /// The hours; in a setup document also the name of some that it has.
    public var hours: HoursOf
    /// The lists of holidays that their exceptions may name. Default: none.
    public var holidays: [String: Holidays]

    public init(hours: HoursOf, holidays: [String: Holidays] = [:]) {
        self.hours = hours
        self.holidays = holidays
    }
}

extension OwnHours: Fielded {
    static let names = Names(["hours", "holidays"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var hours: HoursOf?
        var holidays: [String: Holidays] = [:]
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: hours = try HoursOf(reading: &reader)
            default: holidays = try [String: Holidays](reading: &reader)
            }
        }
        self.init(hours: try fields.must(hours, "hours"), holidays: holidays)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("hours"); hours.write(to: &writer)
        writer.key("holidays"); holidays.write(to: &writer)
    }
}

/// Which part of an explanation is wanted.
public struct Page: WireForm {
    /// What the page before ended with. `nil`: the first one.
    public var after: Cursor?
    /// How many operators it speaks of at most; 0 counts as 1.
    public var limit: UInt32

    public init(after: Cursor? = nil, limit: UInt32) {
        self.after = after
        self.limit = limit
    }
}

extension Page: Fielded {
    static let names = Names(["after", "limit"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var after: Cursor? = nil
        var limit: UInt32?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: after = try Optional<Cursor>(reading: &reader)
            default: limit = try UInt32(reading: &reader)
            }
        }
        self.init(after: after, limit: try fields.must(limit, "limit"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("after"); after.write(to: &writer)
        writer.key("limit"); limit.write(to: &writer)
    }
}

/// Whoever may have buddies, and be one.
///
/// An operator speaks for themself, an institution for its queues, and the host for contacts (it
/// hands on what comes by its gateway); the host may speak for anybody.
public enum Party: WireForm {
    /// An operator.
    /// - `operator`: Who.
    case `operator`(String)
    /// A queue: whoever writes to it opens a chat on it.
    /// - `queue`: Which one.
    case queue(String)
    /// A colleague on some other chat service, reached through the host's gateway.
    /// - `contact`: Their address there.
    case contact(String)
}

extension Party: Tagged {
    static let tags = Names(["operator", "queue", "contact"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operator(try fields.must(`operator`, "operator"))
        case 1:
            var queue: String?
            while let slot = try fields.next(Self.queueNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .queue(try fields.must(queue, "queue"))
        default:
            var contact: String?
            while let slot = try fields.next(Self.contactNames, &reader) {
                switch slot {
                default: contact = try String(reading: &reader)
                }
            }
            self = .contact(try fields.must(contact, "contact"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .operator(let `operator`):
            writer.tag("operator")
            writer.key("operator"); `operator`.write(to: &writer)
        case .queue(let queue):
            writer.tag("queue")
            writer.key("queue"); queue.write(to: &writer)
        case .contact(let contact):
            writer.tag("contact")
            writer.key("contact"); contact.write(to: &writer)
        }
    }

    private static let operatorNames = Names(["operator"])
    private static let queueNames = Names(["queue"])
    private static let contactNames = Names(["contact"])
}

/// Why an operator pauses.
public enum PauseReason: WireForm {
    /// They, or somebody for them, asked for it.
    /// - `text`: Why, in their words.
    case asked(text: String)
    /// They let targeted offers lapse, one after the other.
    /// - `count`: How many.
    case missedOffers(count: UInt16)
}

extension PauseReason: Tagged {
    static let tags = Names(["asked", "missedOffers"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var text: String?
            while let slot = try fields.next(Self.askedNames, &reader) {
                switch slot {
                default: text = try String(reading: &reader)
                }
            }
            self = .asked(text: try fields.must(text, "text"))
        default:
            var count: UInt16?
            while let slot = try fields.next(Self.missedOffersNames, &reader) {
                switch slot {
                default: count = try UInt16(reading: &reader)
                }
            }
            self = .missedOffers(count: try fields.must(count, "count"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .asked(let text):
            writer.tag("asked")
            writer.key("text"); text.write(to: &writer)
        case .missedOffers(let count):
            writer.tag("missedOffers")
            writer.key("count"); count.write(to: &writer)
        }
    }

    private static let askedNames = Names(["text"])
    private static let missedOffersNames = Names(["count"])
}

/// A queue's policy: its levels in the order of rollover, and what happens after the last.
///
/// The simplest has one level, which rings everybody who is assigned to the queue
/// until somebody takes the chat.
public struct Policy: WireForm {
    /// The levels, at least one and at most 8.
    public var levels: [Level]
    /// What happens when the last level has had its wait, or nobody of it is there. Default: keep
    /// waiting.
    public var after: After
    /// How an operator takes a chat that is offered to them. Default: by an accept only.
    public var claimBy: ClaimBy
    /// How long a chat waits for its preferred operator alone, where it has one who is there. Default:
    /// 30 s.
    public var preferredFor: Span
    /// How long a chat whose patron comes back after an ended one waits for the operator who answered
    /// that one last, where they are there and the chat names nobody else. Default: it does not.
    public var returnsFor: Span?
    /// How long a chat rests at the last level when all who are free have declined or missed it, before
    /// they are rung again: at least 1 s. Default: 20 s.
    public var roundPause: Span
    /// How long an operator has to finish their notes when the patron has left a chat that they
    /// answered; it counts as theirs meanwhile. 0 is none. Default: none.
    public var wrapUp: Span?
    /// How many targeted offers in a row an operator lets lapse before they are paused: at least 1,
    /// and counted in all queues together; that of the last offer decides. Whoever claims or
    /// declines something, is back from a pause, or logs out begins anew. Default: they are not.
    public var pauseAfterMissed: UInt16?
    /// How many chats may wait, and what comes to one that would be one too many. Default: no
    /// bound.
    public var full: Full?
    /// How long a chat may wait, and what comes to one that has. Default: for ever.
    public var tooLong: TooLong?
    /// What the patron is told while nobody answers. Default: nothing.
    public var notice: Notice?
    /// How long a patron who was written to may leave it at that, before the chat ends as if they had
    /// left. Default: for ever.
    public var idlePatron: IdleRule?
    /// How long an operator who took a chat, or to whom the patron wrote, may leave it at that, before
    /// the chat is offered to others, at its old place in line. Default: for ever.
    public var idleOperator: IdleRule?

    public init(
        levels: [Level],
        after: After = .keepWaiting,
        claimBy: ClaimBy = .accept,
        preferredFor: Span = .seconds(30),
        returnsFor: Span? = nil,
        roundPause: Span = .seconds(20),
        wrapUp: Span? = nil,
        pauseAfterMissed: UInt16? = nil,
        full: Full? = nil,
        tooLong: TooLong? = nil,
        notice: Notice? = nil,
        idlePatron: IdleRule? = nil,
        idleOperator: IdleRule? = nil
    ) {
        self.levels = levels
        self.after = after
        self.claimBy = claimBy
        self.preferredFor = preferredFor
        self.returnsFor = returnsFor
        self.roundPause = roundPause
        self.wrapUp = wrapUp
        self.pauseAfterMissed = pauseAfterMissed
        self.full = full
        self.tooLong = tooLong
        self.notice = notice
        self.idlePatron = idlePatron
        self.idleOperator = idleOperator
    }
}

extension Policy: Fielded {
    static let names = Names(["levels", "after", "claimBy", "preferredFor", "returnsFor", "roundPause", "wrapUp", "pauseAfterMissed", "full", "tooLong", "notice", "idlePatron", "idleOperator"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var levels: [Level]?
        var after: After = .keepWaiting
        var claimBy: ClaimBy = .accept
        var preferredFor: Span = .seconds(30)
        var returnsFor: Span? = nil
        var roundPause: Span = .seconds(20)
        var wrapUp: Span? = nil
        var pauseAfterMissed: UInt16? = nil
        var full: Full? = nil
        var tooLong: TooLong? = nil
        var notice: Notice? = nil
        var idlePatron: IdleRule? = nil
        var idleOperator: IdleRule? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: levels = try [Level](reading: &reader)
            case 1: after = try After(reading: &reader)
            case 2: claimBy = try ClaimBy(reading: &reader)
            case 3: preferredFor = try Span(reading: &reader)
            case 4: returnsFor = try Optional<Span>(reading: &reader)
            case 5: roundPause = try Span(reading: &reader)
            case 6: wrapUp = try Optional<Span>(reading: &reader)
            case 7: pauseAfterMissed = try Optional<UInt16>(reading: &reader)
            case 8: full = try Optional<Full>(reading: &reader)
            case 9: tooLong = try Optional<TooLong>(reading: &reader)
            case 10: notice = try Optional<Notice>(reading: &reader)
            case 11: idlePatron = try Optional<IdleRule>(reading: &reader)
            default: idleOperator = try Optional<IdleRule>(reading: &reader)
            }
        }
        self.init(
            levels: try fields.must(levels, "levels"),
            after: after,
            claimBy: claimBy,
            preferredFor: preferredFor,
            returnsFor: returnsFor,
            roundPause: roundPause,
            wrapUp: wrapUp,
            pauseAfterMissed: pauseAfterMissed,
            full: full,
            tooLong: tooLong,
            notice: notice,
            idlePatron: idlePatron,
            idleOperator: idleOperator
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("levels"); levels.write(to: &writer)
        writer.key("after"); after.write(to: &writer)
        writer.key("claimBy"); claimBy.write(to: &writer)
        if preferredFor != .seconds(30) { writer.key("preferredFor"); preferredFor.write(to: &writer) }
        if let returnsFor { writer.key("returnsFor"); returnsFor.write(to: &writer) }
        writer.key("roundPause"); roundPause.write(to: &writer)
        if let wrapUp { writer.key("wrapUp"); wrapUp.write(to: &writer) }
        if let pauseAfterMissed { writer.key("pauseAfterMissed"); pauseAfterMissed.write(to: &writer) }
        if let full { writer.key("full"); full.write(to: &writer) }
        if let tooLong { writer.key("tooLong"); tooLong.write(to: &writer) }
        if let notice { writer.key("notice"); notice.write(to: &writer) }
        if let idlePatron { writer.key("idlePatron"); idlePatron.write(to: &writer) }
        if let idleOperator { writer.key("idleOperator"); idleOperator.write(to: &writer) }
    }
}

/// Where a chat that nobody answers stands in line.
public struct Position: WireForm {
    /// How many chats of its queue come before it, those who are being transferred there and those
    /// for whom somebody is rung among them: 0 is the first in line.
    public var before: UInt32
    /// How long it may take until somebody is free for it; see `Router.position` for what that
    /// supposes. `nil`: nothing is known, since no chat of the queue has ended yet that somebody
    /// answered, or nobody is there whom it reaches, or it waits for one operator alone.
    public var expectedWait: Span?

    public init(before: UInt32, expectedWait: Span? = nil) {
        self.before = before
        self.expectedWait = expectedWait
    }
}

extension Position: Fielded {
    static let names = Names(["before", "expectedWait"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var before: UInt32?
        var expectedWait: Span? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: before = try UInt32(reading: &reader)
            default: expectedWait = try Optional<Span>(reading: &reader)
            }
        }
        self.init(before: try fields.must(before, "before"), expectedWait: expectedWait)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("before"); before.write(to: &writer)
        if let expectedWait { writer.key("expectedWait"); expectedWait.write(to: &writer) }
    }
}

/// A message as it was posted.
public struct Posted: WireForm {
    /// Who wrote it.
    public var author: Author
    /// The host's id of it.
    public var message: String
    /// Who may read it.
    public var audience: Audience
    /// What it says.
    public var content: Content

    public init(author: Author, message: String, audience: Audience, content: Content) {
        self.author = author
        self.message = message
        self.audience = audience
        self.content = content
    }
}

extension Posted: Fielded {
    static let names = Names(["author", "message", "audience", "text", "reference"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var author: Author?
        var message: String?
        var audience: Audience?
        var content: Content?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: author = try Author(reading: &reader)
            case 1: message = try String(reading: &reader)
            case 2: audience = try Audience(reading: &reader)
            case 3: content = try Content.text(String(reading: &reader)).alone(beside: content)
            default: content = try Content.reference(Reference(reading: &reader)).alone(beside: content)
            }
        }
        self.init(
            author: try fields.must(author, "author"),
            message: try fields.must(message, "message"),
            audience: try fields.must(audience, "audience"),
            content: try fields.must(content, "content")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("author"); author.write(to: &writer)
        writer.key("message"); message.write(to: &writer)
        writer.key("audience"); audience.write(to: &writer)
        content.writeFields(to: &writer)
    }
}

/// What a class of priority gives to a chat.
public enum Priority: WireForm {
    /// It comes before all chats of the classes below.
    case strict
    /// It counts as if it had come so much earlier than it did, among the ordinary ones.
    /// - `span`: How much.
    case headStart(span: Span)
}

extension Priority: Tagged {
    static let tags = Names(["strict", "headStart"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .strict
        default:
            var span: Span?
            while let slot = try fields.next(Self.headStartNames, &reader) {
                switch slot {
                default: span = try Span(reading: &reader)
                }
            }
            self = .headStart(span: try fields.must(span, "span"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .strict: writer.tag("strict")
        case .headStart(let span):
            writer.tag("headStart")
            writer.key("span"); span.write(to: &writer)
        }
    }

    private static let headStartNames = Names(["span"])
}

/// Which queues of an institution.
public enum Queues: WireForm {
    /// All, those of later too.
    case all
    /// These.
    /// - `queues`: Which ones.
    case only(queues: [String])
}

extension Queues: Tagged {
    static let tags = Names(["all", "only"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .all
        default:
            var queues: [String]?
            while let slot = try fields.next(Self.onlyNames, &reader) {
                switch slot {
                default: queues = try [String](reading: &reader)
                }
            }
            self = .only(queues: try fields.must(queues, "queues"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .all: writer.tag("all")
        case .only(let queues):
            writer.tag("only")
            writer.key("queues"); queues.write(to: &writer)
        }
    }

    private static let onlyNames = Names(["queues"])
}

/// Whose timer it is.
public enum Reason: WireForm {
    /// An operator has not answered an offer.
    /// - `chat`: The chat.
    /// - `offer`: The offer.
    case offerLapses(chat: String, offer: UInt32)
    /// Nobody of a level that rings all has claimed the chat.
    /// - `chat`: The chat.
    /// - `level`: The level, counted from 0.
    case ringLapses(chat: String, level: UInt8)
    /// A chat rolls on from its level.
    /// - `chat`: The chat.
    case levelEnds(chat: String)
    /// A chat waits for its preferred operator alone no longer.
    /// - `chat`: The chat.
    case patienceEnds(chat: String)
    /// All who declined or missed a chat are rung anew.
    /// - `chat`: The chat.
    case roundStarts(chat: String)
    /// Nobody has accepted a transfer.
    /// - `chat`: The chat.
    /// - `transfer`: The transfer.
    case transferLapses(chat: String, transfer: UInt32)
    /// The time to finish a chat whose patron has left is over.
    /// - `chat`: The chat.
    case wrapUpEnds(chat: String)
    /// The hours of a grant that an institution gives begin or end.
    /// - `institution`: Whose grant.
    case grantHours(institution: String)
    /// An operator whose last session ended has not come back.
    /// - `operator`: Who.
    case graceEnds(operator: String)
    /// A session was not renewed.
    /// - `operator`: Whose.
    /// - `session`: Which one.
    case sessionEnds(operator: String, session: String)
    /// A queue's hours begin. (A state by hand may outrank them.)
    /// - `queue`: The queue.
    case queueOpens(queue: String)
    /// A queue's hours end. (A state by hand may outrank them.)
    /// - `queue`: The queue.
    case queueCloses(queue: String)
    /// The own hours of a level begin.
    /// - `queue`: The queue.
    /// - `level`: The level, counted from 0.
    case levelOpens(queue: String, level: UInt8)
    /// The own hours of a level end.
    /// - `queue`: The queue.
    /// - `level`: The level, counted from 0.
    case levelCloses(queue: String, level: UInt8)
    /// A chat has waited in a queue as long as the policy allows.
    /// - `chat`: The chat.
    case waitEnds(chat: String)
    /// A patron who waits is to be told so.
    /// - `chat`: The chat.
    case noticeDue(chat: String)
    /// Somebody who is to write is told so, or has not written for too long.
    /// - `chat`: The chat.
    case idleDue(chat: String)
    /// A patron whose connection is lost has not come back.
    /// - `chat`: The chat.
    case patronGraceEnds(chat: String)
}

extension Reason: Tagged {
    static let tags = Names(["offerLapses", "ringLapses", "levelEnds", "patienceEnds", "roundStarts", "transferLapses", "wrapUpEnds", "grantHours", "graceEnds", "sessionEnds", "queueOpens", "queueCloses", "levelOpens", "levelCloses", "waitEnds", "noticeDue", "idleDue", "patronGraceEnds"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var chat: String?
            var offer: UInt32?
            while let slot = try fields.next(Self.offerLapsesNames, &reader) {
                switch slot {
                case 0: chat = try String(reading: &reader)
                default: offer = try UInt32(reading: &reader)
                }
            }
            self = .offerLapses(chat: try fields.must(chat, "chat"), offer: try fields.must(offer, "offer"))
        case 1:
            var chat: String?
            var level: UInt8?
            while let slot = try fields.next(Self.ringLapsesNames, &reader) {
                switch slot {
                case 0: chat = try String(reading: &reader)
                default: level = try UInt8(reading: &reader)
                }
            }
            self = .ringLapses(chat: try fields.must(chat, "chat"), level: try fields.must(level, "level"))
        case 2:
            var chat: String?
            while let slot = try fields.next(Self.levelEndsNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .levelEnds(chat: try fields.must(chat, "chat"))
        case 3:
            var chat: String?
            while let slot = try fields.next(Self.patienceEndsNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .patienceEnds(chat: try fields.must(chat, "chat"))
        case 4:
            var chat: String?
            while let slot = try fields.next(Self.roundStartsNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .roundStarts(chat: try fields.must(chat, "chat"))
        case 5:
            var chat: String?
            var transfer: UInt32?
            while let slot = try fields.next(Self.transferLapsesNames, &reader) {
                switch slot {
                case 0: chat = try String(reading: &reader)
                default: transfer = try UInt32(reading: &reader)
                }
            }
            self = .transferLapses(chat: try fields.must(chat, "chat"), transfer: try fields.must(transfer, "transfer"))
        case 6:
            var chat: String?
            while let slot = try fields.next(Self.wrapUpEndsNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .wrapUpEnds(chat: try fields.must(chat, "chat"))
        case 7:
            var institution: String?
            while let slot = try fields.next(Self.grantHoursNames, &reader) {
                switch slot {
                default: institution = try String(reading: &reader)
                }
            }
            self = .grantHours(institution: try fields.must(institution, "institution"))
        case 8:
            var `operator`: String?
            while let slot = try fields.next(Self.graceEndsNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .graceEnds(operator: try fields.must(`operator`, "operator"))
        case 9:
            var `operator`: String?
            var session: String?
            while let slot = try fields.next(Self.sessionEndsNames, &reader) {
                switch slot {
                case 0: `operator` = try String(reading: &reader)
                default: session = try String(reading: &reader)
                }
            }
            self = .sessionEnds(operator: try fields.must(`operator`, "operator"), session: try fields.must(session, "session"))
        case 10:
            var queue: String?
            while let slot = try fields.next(Self.queueOpensNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .queueOpens(queue: try fields.must(queue, "queue"))
        case 11:
            var queue: String?
            while let slot = try fields.next(Self.queueClosesNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .queueCloses(queue: try fields.must(queue, "queue"))
        case 12:
            var queue: String?
            var level: UInt8?
            while let slot = try fields.next(Self.levelOpensNames, &reader) {
                switch slot {
                case 0: queue = try String(reading: &reader)
                default: level = try UInt8(reading: &reader)
                }
            }
            self = .levelOpens(queue: try fields.must(queue, "queue"), level: try fields.must(level, "level"))
        case 13:
            var queue: String?
            var level: UInt8?
            while let slot = try fields.next(Self.levelClosesNames, &reader) {
                switch slot {
                case 0: queue = try String(reading: &reader)
                default: level = try UInt8(reading: &reader)
                }
            }
            self = .levelCloses(queue: try fields.must(queue, "queue"), level: try fields.must(level, "level"))
        case 14:
            var chat: String?
            while let slot = try fields.next(Self.waitEndsNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .waitEnds(chat: try fields.must(chat, "chat"))
        case 15:
            var chat: String?
            while let slot = try fields.next(Self.noticeDueNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .noticeDue(chat: try fields.must(chat, "chat"))
        case 16:
            var chat: String?
            while let slot = try fields.next(Self.idleDueNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .idleDue(chat: try fields.must(chat, "chat"))
        default:
            var chat: String?
            while let slot = try fields.next(Self.patronGraceEndsNames, &reader) {
                switch slot {
                default: chat = try String(reading: &reader)
                }
            }
            self = .patronGraceEnds(chat: try fields.must(chat, "chat"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .offerLapses(let chat, let offer):
            writer.tag("offerLapses")
            writer.key("chat"); chat.write(to: &writer)
            writer.key("offer"); offer.write(to: &writer)
        case .ringLapses(let chat, let level):
            writer.tag("ringLapses")
            writer.key("chat"); chat.write(to: &writer)
            writer.key("level"); level.write(to: &writer)
        case .levelEnds(let chat):
            writer.tag("levelEnds")
            writer.key("chat"); chat.write(to: &writer)
        case .patienceEnds(let chat):
            writer.tag("patienceEnds")
            writer.key("chat"); chat.write(to: &writer)
        case .roundStarts(let chat):
            writer.tag("roundStarts")
            writer.key("chat"); chat.write(to: &writer)
        case .transferLapses(let chat, let transfer):
            writer.tag("transferLapses")
            writer.key("chat"); chat.write(to: &writer)
            writer.key("transfer"); transfer.write(to: &writer)
        case .wrapUpEnds(let chat):
            writer.tag("wrapUpEnds")
            writer.key("chat"); chat.write(to: &writer)
        case .grantHours(let institution):
            writer.tag("grantHours")
            writer.key("institution"); institution.write(to: &writer)
        case .graceEnds(let `operator`):
            writer.tag("graceEnds")
            writer.key("operator"); `operator`.write(to: &writer)
        case .sessionEnds(let `operator`, let session):
            writer.tag("sessionEnds")
            writer.key("operator"); `operator`.write(to: &writer)
            writer.key("session"); session.write(to: &writer)
        case .queueOpens(let queue):
            writer.tag("queueOpens")
            writer.key("queue"); queue.write(to: &writer)
        case .queueCloses(let queue):
            writer.tag("queueCloses")
            writer.key("queue"); queue.write(to: &writer)
        case .levelOpens(let queue, let level):
            writer.tag("levelOpens")
            writer.key("queue"); queue.write(to: &writer)
            writer.key("level"); level.write(to: &writer)
        case .levelCloses(let queue, let level):
            writer.tag("levelCloses")
            writer.key("queue"); queue.write(to: &writer)
            writer.key("level"); level.write(to: &writer)
        case .waitEnds(let chat):
            writer.tag("waitEnds")
            writer.key("chat"); chat.write(to: &writer)
        case .noticeDue(let chat):
            writer.tag("noticeDue")
            writer.key("chat"); chat.write(to: &writer)
        case .idleDue(let chat):
            writer.tag("idleDue")
            writer.key("chat"); chat.write(to: &writer)
        case .patronGraceEnds(let chat):
            writer.tag("patronGraceEnds")
            writer.key("chat"); chat.write(to: &writer)
        }
    }

    private static let offerLapsesNames = Names(["chat", "offer"], open: true)
    private static let ringLapsesNames = Names(["chat", "level"], open: true)
    private static let levelEndsNames = Names(["chat"], open: true)
    private static let patienceEndsNames = Names(["chat"], open: true)
    private static let roundStartsNames = Names(["chat"], open: true)
    private static let transferLapsesNames = Names(["chat", "transfer"], open: true)
    private static let wrapUpEndsNames = Names(["chat"], open: true)
    private static let grantHoursNames = Names(["institution"], open: true)
    private static let graceEndsNames = Names(["operator"], open: true)
    private static let sessionEndsNames = Names(["operator", "session"], open: true)
    private static let queueOpensNames = Names(["queue"], open: true)
    private static let queueClosesNames = Names(["queue"], open: true)
    private static let levelOpensNames = Names(["queue", "level"], open: true)
    private static let levelClosesNames = Names(["queue", "level"], open: true)
    private static let waitEndsNames = Names(["chat"], open: true)
    private static let noticeDueNames = Names(["chat"], open: true)
    private static let idleDueNames = Names(["chat"], open: true)
    private static let patronGraceEndsNames = Names(["chat"], open: true)
}

/// The people who are to see an event.
public struct Recipients: WireForm {
    /// Whether the patron of the chat is among them.
    public var patron: Bool
    /// Which operators are.
    public var operators: [String]

    public init(patron: Bool, operators: [String]) {
        self.patron = patron
        self.operators = operators
    }
}

extension Recipients: Fielded {
    static let names = Names(["patron", "operators"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var patron: Bool?
        var operators: [String]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: patron = try Bool(reading: &reader)
            default: operators = try [String](reading: &reader)
            }
        }
        self.init(
            patron: try fields.must(patron, "patron"),
            operators: try fields.must(operators, "operators")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("patron"); patron.write(to: &writer)
        writer.key("operators"); operators.write(to: &writer)
    }
}

/// The complete record of an ended chat. It belongs to the institution of the origin queue.
public struct Record: WireForm {
    /// The chat.
    public var chat: String
    /// Who asked.
    public var patron: String
    /// What the host knew of them when the chat opened.
    public var context: String?
    /// The ended chat after which they came back, if they did.
    public var returns: String?
    /// The channel by which they wrote, if one was named.
    public var channel: String?
    /// The institution whose patron it was.
    public var institution: String
    /// The queue on which it was opened.
    public var origin: String
    /// The queue where it was at the end.
    public var queue: String
    /// When it was opened.
    public var openedAt: Timestamp
    /// When the conversation ended: the patron left, or was left. A wrap-up comes after that.
    public var endedAt: Timestamp
    /// When the wrap-up was over. `nil`: there was none.
    public var wrappedUpAt: Timestamp?
    /// How it ended.
    public var outcome: Outcome
    /// Who answered, in order, and for how long the patron had waited for each.
    public var answers: [Answer]
    /// How many offers were made.
    public var offers: UInt32
    /// The levels that were passed, in order: the last ones, where there were more than
    /// `Limits.levelsLeft`.
    public var hops: [Hop]
    /// How many were passed before those.
    public var hopsBefore: UInt32
    /// The queues to which it moved on because a policy said so, in order.
    public var overflows: [String]
    /// The transfers, in order, with what came of each.
    public var transfers: [TransferRecord]
    /// Every entry, whoever may read it.
    public var transcript: [Entry]
    /// What those who answered said of it (`DescribeChat`), if anything.
    public var details: Details?
    /// Whether it was a practice chat: reports leave it out.
    public var practice: Bool
    /// What makes it possible to check them, where
    /// `Config.digests` says so.
    public var seal: Seal?

    public init(
        chat: String,
        patron: String,
        context: String? = nil,
        returns: String? = nil,
        channel: String? = nil,
        institution: String,
        origin: String,
        queue: String,
        openedAt: Timestamp,
        endedAt: Timestamp,
        wrappedUpAt: Timestamp? = nil,
        outcome: Outcome,
        answers: [Answer],
        offers: UInt32,
        hops: [Hop],
        hopsBefore: UInt32 = 0,
        overflows: [String] = [],
        transfers: [TransferRecord],
        transcript: [Entry],
        details: Details? = nil,
        practice: Bool = false,
        seal: Seal? = nil
    ) {
        self.chat = chat
        self.patron = patron
        self.context = context
        self.returns = returns
        self.channel = channel
        self.institution = institution
        self.origin = origin
        self.queue = queue
        self.openedAt = openedAt
        self.endedAt = endedAt
        self.wrappedUpAt = wrappedUpAt
        self.outcome = outcome
        self.answers = answers
        self.offers = offers
        self.hops = hops
        self.hopsBefore = hopsBefore
        self.overflows = overflows
        self.transfers = transfers
        self.transcript = transcript
        self.details = details
        self.practice = practice
        self.seal = seal
    }
}

extension Record: Fielded {
    static let names = Names(["chat", "patron", "context", "returns", "channel", "institution", "origin", "queue", "openedAt", "endedAt", "wrappedUpAt", "outcome", "answers", "offers", "hops", "hopsBefore", "overflows", "transfers", "transcript", "details", "practice", "seal"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var patron: String?
        var context: String? = nil
        var returns: String? = nil
        var channel: String? = nil
        var institution: String?
        var origin: String?
        var queue: String?
        var openedAt: Timestamp?
        var endedAt: Timestamp?
        var wrappedUpAt: Timestamp? = nil
        var outcome: Outcome?
        var answers: [Answer]?
        var offers: UInt32?
        var hops: [Hop]?
        var hopsBefore: UInt32 = 0
        var overflows: [String] = []
        var transfers: [TransferRecord]?
        var transcript: [Entry]?
        var details: Details? = nil
        var practice: Bool = false
        var seal: Seal? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: patron = try String(reading: &reader)
            case 2: context = try Optional<String>(reading: &reader)
            case 3: returns = try Optional<String>(reading: &reader)
            case 4: channel = try Optional<String>(reading: &reader)
            case 5: institution = try String(reading: &reader)
            case 6: origin = try String(reading: &reader)
            case 7: queue = try String(reading: &reader)
            case 8: openedAt = try Timestamp(reading: &reader)
            case 9: endedAt = try Timestamp(reading: &reader)
            case 10: wrappedUpAt = try Optional<Timestamp>(reading: &reader)
            case 11: outcome = try Outcome(reading: &reader)
            case 12: answers = try [Answer](reading: &reader)
            case 13: offers = try UInt32(reading: &reader)
            case 14: hops = try [Hop](reading: &reader)
            case 15: hopsBefore = try UInt32(reading: &reader)
            case 16: overflows = try [String](reading: &reader)
            case 17: transfers = try [TransferRecord](reading: &reader)
            case 18: transcript = try [Entry](reading: &reader)
            case 19: details = try Optional<Details>(reading: &reader)
            case 20: practice = try Bool(reading: &reader)
            default: seal = try Optional<Seal>(reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            patron: try fields.must(patron, "patron"),
            context: context,
            returns: returns,
            channel: channel,
            institution: try fields.must(institution, "institution"),
            origin: try fields.must(origin, "origin"),
            queue: try fields.must(queue, "queue"),
            openedAt: try fields.must(openedAt, "openedAt"),
            endedAt: try fields.must(endedAt, "endedAt"),
            wrappedUpAt: wrappedUpAt,
            outcome: try fields.must(outcome, "outcome"),
            answers: try fields.must(answers, "answers"),
            offers: try fields.must(offers, "offers"),
            hops: try fields.must(hops, "hops"),
            hopsBefore: hopsBefore,
            overflows: overflows,
            transfers: try fields.must(transfers, "transfers"),
            transcript: try fields.must(transcript, "transcript"),
            details: details,
            practice: practice,
            seal: seal
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("patron"); patron.write(to: &writer)
        if let context { writer.key("context"); context.write(to: &writer) }
        if let returns { writer.key("returns"); returns.write(to: &writer) }
        if let channel { writer.key("channel"); channel.write(to: &writer) }
        writer.key("institution"); institution.write(to: &writer)
        writer.key("origin"); origin.write(to: &writer)
        writer.key("queue"); queue.write(to: &writer)
        writer.key("openedAt"); openedAt.write(to: &writer)
        writer.key("endedAt"); endedAt.write(to: &writer)
        if let wrappedUpAt { writer.key("wrappedUpAt"); wrappedUpAt.write(to: &writer) }
        writer.key("outcome"); outcome.write(to: &writer)
        writer.key("answers"); answers.write(to: &writer)
        writer.key("offers"); offers.write(to: &writer)
        writer.key("hops"); hops.write(to: &writer)
        if hopsBefore != 0 { writer.key("hopsBefore"); hopsBefore.write(to: &writer) }
        if !overflows.isEmpty { writer.key("overflows"); overflows.write(to: &writer) }
        writer.key("transfers"); transfers.write(to: &writer)
        writer.key("transcript"); transcript.write(to: &writer)
        if let details { writer.key("details"); details.write(to: &writer) }
        if practice { writer.key("practice"); practice.write(to: &writer) }
        if let seal { writer.key("seal"); seal.write(to: &writer) }
    }
}

/// Where the host keeps what a message says, and by what it is known again. Opaque to the router.
public struct Reference: WireForm {
    /// Under which key.
    public var key: String
    /// How many bytes it has there. Default: not told.
    public var bytes: UInt64?
    /// The digest of what is kept there, in the host's own form, such as `sha-256:` and its digits:
    /// with it the transcript's digest vouches for what is kept as well. Default: not told.
    public var digest: String?

    public init(key: String, bytes: UInt64? = nil, digest: String? = nil) {
        self.key = key
        self.bytes = bytes
        self.digest = digest
    }
}

extension Reference: Fielded {
    static let names = Names(["key", "bytes", "digest"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var key: String?
        var bytes: UInt64? = nil
        var digest: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: key = try String(reading: &reader)
            case 1: bytes = try Optional<UInt64>(reading: &reader)
            default: digest = try Optional<String>(reading: &reader)
            }
        }
        self.init(key: try fields.must(key, "key"), bytes: bytes, digest: digest)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("key"); key.write(to: &writer)
        if let bytes { writer.key("bytes"); bytes.write(to: &writer) }
        if let digest { writer.key("digest"); digest.write(to: &writer) }
    }
}

/// What a grant lets the partner do.
public enum Right: WireForm {
    /// Transfer patrons to the giver's queues, and to the operators assigned to them.
    case transfer
    /// Answer the giver's chats: its operators may be rung by levels of the giver's queues.
    case staff
    /// See the presence of the giver's operators who are assigned to its queues, without a
    /// subscription (`Router.colleagues`).
    case seePresence
    /// Read the transcripts of the giver's chats when they answer them. Without this right the
    /// partner reads as with `View.fromNow`.
    /// - `view`: How much of them.
    case transcript(view: View)
}

extension Right: Tagged {
    static let tags = Names(["transfer", "staff", "seePresence", "transcript"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .transfer
        case 1: try fields.none(&reader); self = .staff
        case 2: try fields.none(&reader); self = .seePresence
        default:
            var view: View?
            while let slot = try fields.next(Self.transcriptNames, &reader) {
                switch slot {
                default: view = try View(reading: &reader)
                }
            }
            self = .transcript(view: try fields.must(view, "view"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .transfer: writer.tag("transfer")
        case .staff: writer.tag("staff")
        case .seePresence: writer.tag("seePresence")
        case .transcript(let view):
            writer.tag("transcript")
            writer.key("view"); view.write(to: &writer)
        }
    }

    private static let transcriptNames = Names(["view"])
}

/// How many operators of a level are rung at once.
public enum Ring: WireForm {
    /// Everybody: the first to claim wins. Such an offer is a broadcast and reserves nothing.
    /// - `lapseAfter`: When the ring ends for everybody who has not answered, counted from its start; they
    /// have missed it then. `nil`, the default, on the wire `never`: not before the level is
    /// left.
    case all(lapseAfter: Span? = nil)
    /// The best few, the next best whenever one declines or misses. Such an offer is targeted and
    /// reserves its place in the operator's capacity.
    case best(Best)

    /// The best few, the next best whenever one declines or misses. Such an offer is targeted and
    /// reserves its place in the operator's capacity.
    public struct Best: WireForm {
        /// How many at once, at least 1. Default: 1.
        public var count: UInt16
        /// Which of them is better.
        public var order: Order
        /// Whether those who are better at what is needed come first, and the order decides among
        /// equals: by the sum of their levels in the skills that the chat and the level ask for,
        /// up to 1,023. Default: no.
        public var proficientFirst: Bool
        /// When an offer ends for somebody who has not answered; they have missed it then.
        /// `nil`, on the wire `never`: not before the level is left. Default: 20 s.
        public var lapseAfter: Span?

        public init(
            count: UInt16 = 1,
            order: Order,
            proficientFirst: Bool = false,
            lapseAfter: Span? = .seconds(20)
        ) {
            self.count = count
            self.order = order
            self.proficientFirst = proficientFirst
            self.lapseAfter = lapseAfter
        }
    }
}

extension Ring: Tagged {
    static let tags = Names(["all", "best"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var lapseAfter: Span? = nil
            while let slot = try fields.next(Self.allNames, &reader) {
                switch slot {
                default: lapseAfter = try Optional<Span>(reading: &reader)
                }
            }
            self = .all(lapseAfter: lapseAfter)
        default: self = .best(try Best(&fields, &reader))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .all(let lapseAfter):
            writer.tag("all")
            writer.key("lapseAfter"); lapseAfter.write(to: &writer)
        case .best(let of): writer.tag("best"); of.writeFields(to: &writer)
        }
    }

    private static let allNames = Names(["lapseAfter"])
}

extension Ring.Best: Fielded {
    static let names = Names(["count", "order", "proficientFirst", "lapseAfter"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var count: UInt16 = 1
        var order: Order?
        var proficientFirst: Bool = false
        var lapseAfter: Span? = .seconds(20)
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: count = try UInt16(reading: &reader)
            case 1: order = try Order(reading: &reader)
            case 2: proficientFirst = try Bool(reading: &reader)
            default: lapseAfter = try Optional<Span>(reading: &reader)
            }
        }
        self.init(
            count: count,
            order: try fields.must(order, "order"),
            proficientFirst: proficientFirst,
            lapseAfter: lapseAfter
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("count"); count.write(to: &writer)
        writer.key("order"); order.write(to: &writer)
        if proficientFirst { writer.key("proficientFirst"); proficientFirst.write(to: &writer) }
        writer.key("lapseAfter"); lapseAfter.write(to: &writer)
    }
}

/// What a record has besides its entries, so that they can be checked.
public struct Seal: WireForm {
    /// Where the chain stands after the last entry.
    public var digest: String
    /// The salt of each entry, in order; `nil` where it was masked.
    public var salts: [String?]

    public init(digest: String, salts: [String?]) {
        self.digest = digest
        self.salts = salts
    }
}

extension Seal: Fielded {
    static let names = Names(["digest", "salts"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var digest: String?
        var salts: [String?]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: digest = try String(reading: &reader)
            default: salts = try [String?](reading: &reader)
            }
        }
        self.init(digest: try fields.must(digest, "digest"), salts: try fields.must(salts, "salts"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("digest"); digest.write(to: &writer)
        writer.key("salts"); salts.write(to: &writer)
    }
}

/// An entry that the reader may read.
public struct Shown: WireForm {
    /// The entry.
    public var entry: Entry
    /// Its salt. `nil`: it was masked, and its leaf is that of what it said before.
    public var salt: String?

    public init(entry: Entry, salt: String? = nil) {
        self.entry = entry
        self.salt = salt
    }
}

extension Shown: Fielded {
    static let names = Names(["entry", "salt"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var entry: Entry?
        var salt: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: entry = try Entry(reading: &reader)
            default: salt = try Optional<String>(reading: &reader)
            }
        }
        self.init(entry: try fields.must(entry, "entry"), salt: salt)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("entry"); entry.write(to: &writer)
        if let salt { writer.key("salt"); salt.write(to: &writer) }
    }
}

/// Where the operators of a level's pool come from.
///
/// Whichever it is, only operators with whose institution there is a live grant to staff the queue
/// are ever rung, and those of the queue's own institution.
public enum Source: WireForm {
    /// The operators assigned to the queue itself who have opted in.
    case assigned
    /// The operators assigned to another queue, of this institution or of a partner, who have
    /// opted in, while that queue is open. Its own levels do not apply.
    /// - `queue`: That queue.
    case queue(String)
    /// The operators of a group, of this institution or of a partner.
    /// - `group`: The group.
    case group(String)
    /// These operators, whether assigned or not.
    /// - `operators`: Who they are.
    case operators([String])
}

extension Source: Tagged {
    static let tags = Names(["assigned", "queue", "group", "operators"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: try fields.none(&reader); self = .assigned
        case 1:
            var queue: String?
            while let slot = try fields.next(Self.queueNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .queue(try fields.must(queue, "queue"))
        case 2:
            var group: String?
            while let slot = try fields.next(Self.groupNames, &reader) {
                switch slot {
                default: group = try String(reading: &reader)
                }
            }
            self = .group(try fields.must(group, "group"))
        default:
            var operators: [String]?
            while let slot = try fields.next(Self.operatorsNames, &reader) {
                switch slot {
                default: operators = try [String](reading: &reader)
                }
            }
            self = .operators(try fields.must(operators, "operators"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .assigned: writer.tag("assigned")
        case .queue(let queue):
            writer.tag("queue")
            writer.key("queue"); queue.write(to: &writer)
        case .group(let group):
            writer.tag("group")
            writer.key("group"); group.write(to: &writer)
        case .operators(let operators):
            writer.tag("operators")
            writer.key("operators"); operators.write(to: &writer)
        }
    }

    private static let queueNames = Names(["queue"])
    private static let groupNames = Names(["group"])
    private static let operatorsNames = Names(["operators"])
}

/// Where a transfer goes.
public enum Target: WireForm {
    /// To this operator.
    /// - `operator`: Who.
    case `operator`(String)
    /// To this queue, by its levels.
    /// - `queue`: Which one.
    case queue(String)
}

extension Target: Tagged {
    static let tags = Names(["operator", "queue"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var `operator`: String?
            while let slot = try fields.next(Self.operatorNames, &reader) {
                switch slot {
                default: `operator` = try String(reading: &reader)
                }
            }
            self = .operator(try fields.must(`operator`, "operator"))
        default:
            var queue: String?
            while let slot = try fields.next(Self.queueNames, &reader) {
                switch slot {
                default: queue = try String(reading: &reader)
                }
            }
            self = .queue(try fields.must(queue, "queue"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .operator(let `operator`):
            writer.tag("operator")
            writer.key("operator"); `operator`.write(to: &writer)
        case .queue(let queue):
            writer.tag("queue")
            writer.key("queue"); queue.write(to: &writer)
        }
    }

    private static let operatorNames = Names(["operator"])
    private static let queueNames = Names(["queue"])
}

/// What two institutions agree on, as the one that proposes it sees it.
public struct Terms: WireForm {
    /// What the proposer lets the other do.
    public var gives: [Grant]
    /// What the other lets the proposer do.
    public var asks: [Grant]
    /// What becomes of chats in progress when a grant that carries them ends. Default: they finish.
    public var onEnd: EndRule

    public init(gives: [Grant] = [], asks: [Grant] = [], onEnd: EndRule = .finish) {
        self.gives = gives
        self.asks = asks
        self.onEnd = onEnd
    }
}

extension Terms: Fielded {
    static let names = Names(["gives", "asks", "onEnd"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var gives: [Grant] = []
        var asks: [Grant] = []
        var onEnd: EndRule = .finish
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: gives = try [Grant](reading: &reader)
            case 1: asks = try [Grant](reading: &reader)
            default: onEnd = try EndRule(reading: &reader)
            }
        }
        self.init(gives: gives, asks: asks, onEnd: onEnd)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("gives"); gives.write(to: &writer)
        writer.key("asks"); asks.write(to: &writer)
        writer.key("onEnd"); onEnd.write(to: &writer)
    }
}

/// A bound on how long a chat waits in a queue.
public struct TooLong: WireForm {
    /// How long, at least 1 ms, counted from when it began to wait in this queue.
    public var after: Span
    /// What comes to it then.
    public var then: After

    public init(after: Span, then: After) {
        self.after = after
        self.then = then
    }
}

extension TooLong: Fielded {
    static let names = Names(["after", "then"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var after: Span?
        var then: After?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: after = try Span(reading: &reader)
            default: then = try After(reading: &reader)
            }
        }
        self.init(after: try fields.must(after, "after"), then: try fields.must(then, "then"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("after"); after.write(to: &writer)
        writer.key("then"); then.write(to: &writer)
    }
}

/// A transcript as somebody may read it, whole or in part, such that it can be checked: of an entry
/// that they may not read it has the number and the leaf.
public struct TranscriptView: WireForm {
    /// The chat.
    public var chat: String
    /// Where the chain stands after the last entry.
    public var digest: String
    /// Every entry, shown or not, in order.
    public var links: [Link]

    public init(chat: String, digest: String, links: [Link]) {
        self.chat = chat
        self.digest = digest
        self.links = links
    }
}

extension TranscriptView: Fielded {
    static let names = Names(["chat", "digest", "links"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var chat: String?
        var digest: String?
        var links: [Link]?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: chat = try String(reading: &reader)
            case 1: digest = try String(reading: &reader)
            default: links = try [Link](reading: &reader)
            }
        }
        self.init(
            chat: try fields.must(chat, "chat"),
            digest: try fields.must(digest, "digest"),
            links: try fields.must(links, "links")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("chat"); chat.write(to: &writer)
        writer.key("digest"); digest.write(to: &writer)
        writer.key("links"); links.write(to: &writer)
    }
}

/// A transfer and what came of it.
public struct TransferRecord: WireForm {
    /// Who handed the chat over, or tried to.
    public var from: String
    /// To whom.
    public var to: Target
    /// What was to happen when somebody accepts.
    public var mode: TransferMode
    /// When they asked for it.
    public var at: Timestamp
    /// Why, in their words.
    public var reason: String?
    /// What came of it. `nil` while it is pending.
    public var result: TransferResult?

    public init(
        from: String,
        to: Target,
        mode: TransferMode = .blind,
        at: Timestamp,
        reason: String? = nil,
        result: TransferResult? = nil
    ) {
        self.from = from
        self.to = to
        self.mode = mode
        self.at = at
        self.reason = reason
        self.result = result
    }
}

extension TransferRecord: Fielded {
    static let names = Names(["from", "to", "mode", "at", "reason", "result"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var from: String?
        var to: Target?
        var mode: TransferMode = .blind
        var at: Timestamp?
        var reason: String? = nil
        var result: TransferResult? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: from = try String(reading: &reader)
            case 1: to = try Target(reading: &reader)
            case 2: mode = try TransferMode(reading: &reader)
            case 3: at = try Timestamp(reading: &reader)
            case 4: reason = try Optional<String>(reading: &reader)
            default: result = try Optional<TransferResult>(reading: &reader)
            }
        }
        self.init(
            from: try fields.must(from, "from"),
            to: try fields.must(to, "to"),
            mode: mode,
            at: try fields.must(at, "at"),
            reason: reason,
            result: result
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("from"); from.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
        if mode != .blind { writer.key("mode"); mode.write(to: &writer) }
        writer.key("at"); at.write(to: &writer)
        if let reason { writer.key("reason"); reason.write(to: &writer) }
        writer.key("result"); result.write(to: &writer)
    }
}

/// What an operator asked for who hands a chat over.
public struct TransferRequest: WireForm {
    /// Which transfer.
    public var transfer: UInt32
    /// To whom.
    public var to: Target
    /// Why.
    public var reason: String?
    /// What the new operator should know.
    public var note: String?

    public init(transfer: UInt32, to: Target, reason: String? = nil, note: String? = nil) {
        self.transfer = transfer
        self.to = to
        self.reason = reason
        self.note = note
    }
}

extension TransferRequest: Fielded {
    static let names = Names(["transfer", "to", "reason", "note"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var transfer: UInt32?
        var to: Target?
        var reason: String? = nil
        var note: String? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: transfer = try UInt32(reading: &reader)
            case 1: to = try Target(reading: &reader)
            case 2: reason = try Optional<String>(reading: &reader)
            default: note = try Optional<String>(reading: &reader)
            }
        }
        self.init(
            transfer: try fields.must(transfer, "transfer"),
            to: try fields.must(to, "to"),
            reason: reason,
            note: note
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("transfer"); transfer.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
        if let reason { writer.key("reason"); reason.write(to: &writer) }
        if let note { writer.key("note"); note.write(to: &writer) }
    }
}

/// What came of a transfer.
public enum TransferResult: WireForm {
    /// This operator took the chat.
    /// - `by`: Who.
    case completed(by: String)
    /// Nobody took it.
    /// - `why`: Why not.
    case failed(why: TransferFailure)
}

extension TransferResult: Tagged {
    static let tags = Names(["completed", "failed"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var by: String?
            while let slot = try fields.next(Self.completedNames, &reader) {
                switch slot {
                default: by = try String(reading: &reader)
                }
            }
            self = .completed(by: try fields.must(by, "by"))
        default:
            var why: TransferFailure?
            while let slot = try fields.next(Self.failedNames, &reader) {
                switch slot {
                default: why = try TransferFailure(reading: &reader)
                }
            }
            self = .failed(why: try fields.must(why, "why"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .completed(let by):
            writer.tag("completed")
            writer.key("by"); by.write(to: &writer)
        case .failed(let why):
            writer.tag("failed")
            writer.key("why"); why.write(to: &writer)
        }
    }

    private static let completedNames = Names(["by"])
    private static let failedNames = Names(["why"])
}

/// What stands between an operator and a chat at one level: the first thing that does, in the order of
/// this list.
public enum Verdict: WireForm {
    /// They are rung for it by this level.
    case rung(Rung)
    /// They are rung for it already, but not by this level.
    /// - `level`: By which one. `nil`: the chat waits for them alone.
    case rungElsewhere(level: UInt8? = nil)
    /// They answer it, and want to hand it over.
    case answers
    /// The chat excludes them.
    case excluded
    /// They declined or missed it in this round.
    case refused
    /// They are assigned to the queue, and have opted out.
    case optedOut
    /// The level names the queue to which they are assigned, which is not open.
    case queueClosed
    /// No live grant lets their institution staff the queue.
    case noGrant
    /// The grants that would let their institution staff the queue carry as many chats as they may.
    /// - `cap`: How many.
    case grantAtCap(cap: UInt32)
    /// The grants that would let their institution staff the queue are outside their hours.
    case grantClosed
    /// They lack a skill that is asked for here: the first of them by its id.
    case lacksSkill(LacksSkill)
    /// They are not there, or take nothing new.
    /// - `why`: Why.
    case notThere(why: Absence)
    /// They have no room for it.
    case noRoom(NoRoom)
    /// They have taken as much through their assignment as its limit allows.
    /// - `needs`: How many units the chat takes.
    /// - `room`: For how many there is room.
    case assignmentFull(needs: UInt16, room: UInt16)
    /// They hold as many broadcast offers as may be: it waits its turn with them.
    /// - `holds`: How many.
    case tooManyBroadcasts(holds: UInt32)
    /// Nothing, but the chat has not come to the level.
    case levelNotEntered
    /// Nothing, but the level is not active at this time.
    case levelDormant
    /// Nothing, but the chat has left the level for good.
    case levelLeft
    /// Nothing, but enough operators of the level are rung; they would be the next.
    /// - `won`: By what they are the best of the others. `nil`: the level rings everybody.
    case next(won: Won? = nil)
    /// Nothing, but enough operators of the level are rung, and others would come before them.
    /// - `place`: Their place among those who are not rung: 2 comes after the next.
    /// - `won`: By what they have that place.
    case enoughRung(place: UInt32, won: Won? = nil)

    /// They are rung for it by this level.
    public struct Rung: WireForm {
        /// The offer.
        public var offer: UInt32
        /// By what they were the best. `nil`: the level rings everybody; or it waits for them alone.
        public var won: Won?
        /// When the offer ends. `nil`: when the chat is taken or moves on.
        public var lapsesAt: Timestamp?

        public init(offer: UInt32, won: Won? = nil, lapsesAt: Timestamp? = nil) {
            self.offer = offer
            self.won = won
            self.lapsesAt = lapsesAt
        }
    }

    /// They lack a skill that is asked for here: the first of them by its id.
    public struct LacksSkill: WireForm {
        /// Which one.
        public var skill: String
        /// At which level they have it; 0 is not at all.
        public var has: UInt8
        /// At which level it is needed.
        public var needs: UInt8

        public init(skill: String, has: UInt8, needs: UInt8) {
            self.skill = skill
            self.has = has
            self.needs = needs
        }
    }

    /// They have no room for it.
    public struct NoRoom: WireForm {
        /// How many units it takes.
        public var needs: UInt16
        /// For how many they have room.
        public var room: UInt16
        /// How many they take in all.
        public var capacity: UInt16

        public init(needs: UInt16, room: UInt16, capacity: UInt16) {
            self.needs = needs
            self.room = room
            self.capacity = capacity
        }
    }
}

extension Verdict: Tagged {
    static let tags = Names(["rung", "rungElsewhere", "answers", "excluded", "refused", "optedOut", "queueClosed", "noGrant", "grantAtCap", "grantClosed", "lacksSkill", "notThere", "noRoom", "assignmentFull", "tooManyBroadcasts", "levelNotEntered", "levelDormant", "levelLeft", "next", "enoughRung"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0: self = .rung(try Rung(&fields, &reader))
        case 1:
            var level: UInt8? = nil
            while let slot = try fields.next(Self.rungElsewhereNames, &reader) {
                switch slot {
                default: level = try Optional<UInt8>(reading: &reader)
                }
            }
            self = .rungElsewhere(level: level)
        case 2: try fields.none(&reader); self = .answers
        case 3: try fields.none(&reader); self = .excluded
        case 4: try fields.none(&reader); self = .refused
        case 5: try fields.none(&reader); self = .optedOut
        case 6: try fields.none(&reader); self = .queueClosed
        case 7: try fields.none(&reader); self = .noGrant
        case 8:
            var cap: UInt32?
            while let slot = try fields.next(Self.grantAtCapNames, &reader) {
                switch slot {
                default: cap = try UInt32(reading: &reader)
                }
            }
            self = .grantAtCap(cap: try fields.must(cap, "cap"))
        case 9: try fields.none(&reader); self = .grantClosed
        case 10: self = .lacksSkill(try LacksSkill(&fields, &reader))
        case 11:
            var why: Absence?
            while let slot = try fields.next(Self.notThereNames, &reader) {
                switch slot {
                default: why = try Absence(reading: &reader)
                }
            }
            self = .notThere(why: try fields.must(why, "why"))
        case 12: self = .noRoom(try NoRoom(&fields, &reader))
        case 13:
            var needs: UInt16?
            var room: UInt16?
            while let slot = try fields.next(Self.assignmentFullNames, &reader) {
                switch slot {
                case 0: needs = try UInt16(reading: &reader)
                default: room = try UInt16(reading: &reader)
                }
            }
            self = .assignmentFull(needs: try fields.must(needs, "needs"), room: try fields.must(room, "room"))
        case 14:
            var holds: UInt32?
            while let slot = try fields.next(Self.tooManyBroadcastsNames, &reader) {
                switch slot {
                default: holds = try UInt32(reading: &reader)
                }
            }
            self = .tooManyBroadcasts(holds: try fields.must(holds, "holds"))
        case 15: try fields.none(&reader); self = .levelNotEntered
        case 16: try fields.none(&reader); self = .levelDormant
        case 17: try fields.none(&reader); self = .levelLeft
        case 18:
            var won: Won? = nil
            while let slot = try fields.next(Self.nextNames, &reader) {
                switch slot {
                default: won = try Optional<Won>(reading: &reader)
                }
            }
            self = .next(won: won)
        default:
            var place: UInt32?
            var won: Won? = nil
            while let slot = try fields.next(Self.enoughRungNames, &reader) {
                switch slot {
                case 0: place = try UInt32(reading: &reader)
                default: won = try Optional<Won>(reading: &reader)
                }
            }
            self = .enoughRung(place: try fields.must(place, "place"), won: won)
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .rung(let of): writer.tag("rung"); of.writeFields(to: &writer)
        case .rungElsewhere(let level):
            writer.tag("rungElsewhere")
            if let level { writer.key("level"); level.write(to: &writer) }
        case .answers: writer.tag("answers")
        case .excluded: writer.tag("excluded")
        case .refused: writer.tag("refused")
        case .optedOut: writer.tag("optedOut")
        case .queueClosed: writer.tag("queueClosed")
        case .noGrant: writer.tag("noGrant")
        case .grantAtCap(let cap):
            writer.tag("grantAtCap")
            writer.key("cap"); cap.write(to: &writer)
        case .grantClosed: writer.tag("grantClosed")
        case .lacksSkill(let of): writer.tag("lacksSkill"); of.writeFields(to: &writer)
        case .notThere(let why):
            writer.tag("notThere")
            writer.key("why"); why.write(to: &writer)
        case .noRoom(let of): writer.tag("noRoom"); of.writeFields(to: &writer)
        case .assignmentFull(let needs, let room):
            writer.tag("assignmentFull")
            writer.key("needs"); needs.write(to: &writer)
            writer.key("room"); room.write(to: &writer)
        case .tooManyBroadcasts(let holds):
            writer.tag("tooManyBroadcasts")
            writer.key("holds"); holds.write(to: &writer)
        case .levelNotEntered: writer.tag("levelNotEntered")
        case .levelDormant: writer.tag("levelDormant")
        case .levelLeft: writer.tag("levelLeft")
        case .next(let won):
            writer.tag("next")
            if let won { writer.key("won"); won.write(to: &writer) }
        case .enoughRung(let place, let won):
            writer.tag("enoughRung")
            writer.key("place"); place.write(to: &writer)
            if let won { writer.key("won"); won.write(to: &writer) }
        }
    }

    private static let rungElsewhereNames = Names(["level"])
    private static let grantAtCapNames = Names(["cap"])
    private static let notThereNames = Names(["why"])
    private static let assignmentFullNames = Names(["needs", "room"])
    private static let tooManyBroadcastsNames = Names(["holds"])
    private static let nextNames = Names(["won"])
    private static let enoughRungNames = Names(["place", "won"])
}

extension Verdict.Rung: Fielded {
    static let names = Names(["offer", "won", "lapsesAt"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var offer: UInt32?
        var won: Won? = nil
        var lapsesAt: Timestamp? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: offer = try UInt32(reading: &reader)
            case 1: won = try Optional<Won>(reading: &reader)
            default: lapsesAt = try Optional<Timestamp>(reading: &reader)
            }
        }
        self.init(offer: try fields.must(offer, "offer"), won: won, lapsesAt: lapsesAt)
    }

    func writeFields(to writer: inout Writer) {
        writer.key("offer"); offer.write(to: &writer)
        if let won { writer.key("won"); won.write(to: &writer) }
        if let lapsesAt { writer.key("lapsesAt"); lapsesAt.write(to: &writer) }
    }
}

extension Verdict.LacksSkill: Fielded {
    static let names = Names(["skill", "has", "needs"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var skill: String?
        var has: UInt8?
        var needs: UInt8?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: skill = try String(reading: &reader)
            case 1: has = try UInt8(reading: &reader)
            default: needs = try UInt8(reading: &reader)
            }
        }
        self.init(
            skill: try fields.must(skill, "skill"),
            has: try fields.must(has, "has"),
            needs: try fields.must(needs, "needs")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("skill"); skill.write(to: &writer)
        writer.key("has"); has.write(to: &writer)
        writer.key("needs"); needs.write(to: &writer)
    }
}

extension Verdict.NoRoom: Fielded {
    static let names = Names(["needs", "room", "capacity"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var needs: UInt16?
        var room: UInt16?
        var capacity: UInt16?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: needs = try UInt16(reading: &reader)
            case 1: room = try UInt16(reading: &reader)
            default: capacity = try UInt16(reading: &reader)
            }
        }
        self.init(
            needs: try fields.must(needs, "needs"),
            room: try fields.must(room, "room"),
            capacity: try fields.must(capacity, "capacity")
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("needs"); needs.write(to: &writer)
        writer.key("room"); room.write(to: &writer)
        writer.key("capacity"); capacity.write(to: &writer)
    }
}

/// A time of being open, on some days of the week.
public struct Window: WireForm {
    /// The days on which it begins, each once and at least one. Default: every day (for an
    /// exception: every date that it names).
    public var days: [Day]
    /// When it opens, as the clocks of the time zone show it: `HH:MM`, from `00:00` to `23:59`.
    public var from: String
    /// When it closes: `HH:MM`, from `00:00` to `24:00`. Where that is earlier than `from`, it is
    /// on the next day; `00:00` is the same as `24:00` then. It may not equal `from`.
    public var to: String

    public init(days: [Day] = Day.allCases, from: String, to: String) {
        self.days = days
        self.from = from
        self.to = to
    }
}

extension Window: Fielded {
    static let names = Names(["days", "from", "to"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var days: [Day] = Day.allCases
        var from: String?
        var to: String?
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: days = try [Day](reading: &reader)
            case 1: from = try String(reading: &reader)
            default: to = try String(reading: &reader)
            }
        }
        self.init(days: days, from: try fields.must(from, "from"), to: try fields.must(to, "to"))
    }

    func writeFields(to writer: inout Writer) {
        writer.key("days"); days.write(to: &writer)
        writer.key("from"); from.write(to: &writer)
        writer.key("to"); to.write(to: &writer)
    }
}

/// Why an offer is no more.
public enum Withdrawal: WireForm {
    /// Somebody else took the chat.
    /// - `winner`: Who.
    case claimed(winner: String)
    /// The operator has as many chats as they take.
    case full
    /// The operator is not there any more: away, paused, gone.
    case absent
    /// The operator may not be rung for this chat any more: opted out, taken off the queue or the
    /// group, removed, or without a skill that it asks for.
    case unassigned
    /// The grant that covered it has ended.
    case grantEnded
    /// The queue whose staff they were rung as is open no more.
    case queueClosed
    /// The grant that covered it is outside its hours, or carries as many chats as it may.
    case grantClosed
    /// The chat has left the level.
    case levelLeft
    /// The queue has another policy.
    case policyChanged
    /// The transfer failed or was taken back.
    case transferOver
    /// The chat has returned to somebody who had lost it.
    case returned
    /// The chat ended.
    case chatEnded
}

extension Withdrawal: Tagged {
    static let tags = Names(["claimed", "full", "absent", "unassigned", "grantEnded", "queueClosed", "grantClosed", "levelLeft", "policyChanged", "transferOver", "returned", "chatEnded"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var winner: String?
            while let slot = try fields.next(Self.claimedNames, &reader) {
                switch slot {
                default: winner = try String(reading: &reader)
                }
            }
            self = .claimed(winner: try fields.must(winner, "winner"))
        case 1: try fields.none(&reader); self = .full
        case 2: try fields.none(&reader); self = .absent
        case 3: try fields.none(&reader); self = .unassigned
        case 4: try fields.none(&reader); self = .grantEnded
        case 5: try fields.none(&reader); self = .queueClosed
        case 6: try fields.none(&reader); self = .grantClosed
        case 7: try fields.none(&reader); self = .levelLeft
        case 8: try fields.none(&reader); self = .policyChanged
        case 9: try fields.none(&reader); self = .transferOver
        case 10: try fields.none(&reader); self = .returned
        default: try fields.none(&reader); self = .chatEnded
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .claimed(let winner):
            writer.tag("claimed")
            writer.key("winner"); winner.write(to: &writer)
        case .full: writer.tag("full")
        case .absent: writer.tag("absent")
        case .unassigned: writer.tag("unassigned")
        case .grantEnded: writer.tag("grantEnded")
        case .queueClosed: writer.tag("queueClosed")
        case .grantClosed: writer.tag("grantClosed")
        case .levelLeft: writer.tag("levelLeft")
        case .policyChanged: writer.tag("policyChanged")
        case .transferOver: writer.tag("transferOver")
        case .returned: writer.tag("returned")
        case .chatEnded: writer.tag("chatEnded")
        }
    }

    private static let claimedNames = Names(["winner"])
}

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
/// | `Order.leastBusy` | the units that their chats took, reserved ones too | less | the longest idle: the turn at which their last chat began or ended, or they came |
/// | `Order.mostSpare` | the units that they had to spare | more | the longest idle |
/// | `Order.longestIdle` | 0 for those without a chat, 1 for the others | less | the longest idle |
/// | `Order.roundRobin` | none | | the turn at which they were last offered a chat; those who never were come first, by their registration |
/// | `Order.weightedRoundRobin` | none | | the turn at which they were last offered the whole of their weight, in this pool; those who never were come first, by their registration |
/// | `Order.fixedRanks` | their rank | less | the longest idle |
///
/// Turns are counted, not timed: they say who was first, and nothing else. Above 65,535 (above 1,023
/// where proficiency counts) figures are as good as that.
public struct Won: WireForm {
    /// The order.
    public var order: Order
    /// How good they were at what was needed, up to 1,023, where the level rings the most proficient
    /// first.
    public var proficiency: UInt16?
    /// What the order looks at. `nil`: at turns alone.
    public var figure: UInt16?
    /// The turn that decides among equals, the lowest first.
    public var turn: UInt64?
    /// The number of registration that decides among those whose turn never was, the lowest first.
    public var registration: UInt64?

    public init(
        order: Order,
        proficiency: UInt16? = nil,
        figure: UInt16? = nil,
        turn: UInt64? = nil,
        registration: UInt64? = nil
    ) {
        self.order = order
        self.proficiency = proficiency
        self.figure = figure
        self.turn = turn
        self.registration = registration
    }
}

extension Won: Fielded {
    static let names = Names(["order", "proficiency", "figure", "turn", "registration"])

    init(_ fields: inout Fields, _ reader: inout Reader) throws {
        var order: Order?
        var proficiency: UInt16? = nil
        var figure: UInt16? = nil
        var turn: UInt64? = nil
        var registration: UInt64? = nil
        while let slot = try fields.next(Self.names, &reader) {
            switch slot {
            case 0: order = try Order(reading: &reader)
            case 1: proficiency = try Optional<UInt16>(reading: &reader)
            case 2: figure = try Optional<UInt16>(reading: &reader)
            case 3: turn = try Optional<UInt64>(reading: &reader)
            default: registration = try Optional<UInt64>(reading: &reader)
            }
        }
        self.init(
            order: try fields.must(order, "order"),
            proficiency: proficiency,
            figure: figure,
            turn: turn,
            registration: registration
        )
    }

    func writeFields(to writer: inout Writer) {
        writer.key("order"); order.write(to: &writer)
        if let proficiency { writer.key("proficiency"); proficiency.write(to: &writer) }
        if let figure { writer.key("figure"); figure.write(to: &writer) }
        if let turn { writer.key("turn"); turn.write(to: &writer) }
        if let registration { writer.key("registration"); registration.write(to: &writer) }
    }
}

/// What came of a command.
public enum Applied: WireForm {
    /// It was carried out.
    /// - `events`: What happened, in order.
    case done(events: [Event])
    /// It was not, and nothing has changed.
    /// - `code`: The code of the refusal.
    /// - `refusal`: Why.
    case refused(code: String, refusal: Refusal)
}

extension Applied: Tagged {
    static let tags = Names(["done", "refused"])

    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws {
        switch tag {
        case 0:
            var events: [Event]?
            while let slot = try fields.next(Self.doneNames, &reader) {
                switch slot {
                default: events = try [Event](reading: &reader)
                }
            }
            self = .done(events: try fields.must(events, "events"))
        default:
            var code: String?
            var refusal: Refusal?
            while let slot = try fields.next(Self.refusedNames, &reader) {
                switch slot {
                case 0: code = try String(reading: &reader)
                default: refusal = try Refusal(reading: &reader)
                }
            }
            self = .refused(code: try fields.must(code, "code"), refusal: try fields.must(refusal, "refusal"))
        }
    }

    func writeFields(to writer: inout Writer) {
        switch self {
        case .done(let events):
            writer.tag("done")
            writer.key("events"); events.write(to: &writer)
        case .refused(let code, let refusal):
            writer.tag("refused")
            writer.key("code"); code.write(to: &writer)
            writer.key("refusal"); refusal.write(to: &writer)
        }
    }

    private static let doneNames = Names(["events"])
    private static let refusedNames = Names(["code", "refusal"])
}
