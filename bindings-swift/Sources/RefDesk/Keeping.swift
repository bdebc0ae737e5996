import Foundation
internal import RefDeskBorder

extension Router {
    /// The whole state, to be kept.
    public func snapshot() -> Data { border.snapshot() }

    /// The whole state as JSON.
    public func snapshotJSON() -> String { border.snapshotJson() }

    /// A router that goes on where another stood when a snapshot was taken.
    ///
    /// `adoptTimeZones` takes a snapshot of other time zone data, and looks at all hours again. Throws
    /// `RefDeskError.invalidSnapshot`.
    public convenience init(snapshot: Data, secret: Data = Data(), adoptTimeZones: Bool = false) throws {
        self.init(
            try faults { try .restore(snapshot: snapshot.crossable, secret: secret.crossable, adoptTimeZones: adoptTimeZones) })
    }

    /// As `init(snapshot:)`, from JSON.
    public convenience init(snapshotJSON: String, secret: Data = Data(), adoptTimeZones: Bool = false) throws {
        self.init(
            try faults { try .restoreJson(snapshot: snapshotJSON.crossable, secret: secret.crossable, adoptTimeZones: adoptTimeZones) })
    }

    /// What stands for the whole state, the same on every platform and in every language: 64 hexadecimal digits.
    public func digest() -> String { border.digest() }

    /// How many commands it has accepted: the number of the last one in a journal.
    public var accepted: UInt64 { border.accepted() }

    /// What a journal of bytes begins with: written before the first command.
    public func journalHeader() -> Data { border.journalHeader() }

    /// What a journal of lines begins with.
    public func journalHeaderLine() -> String { border.journalHeaderLine() }

    /// A command that was accepted at this time, as it goes into a journal before its events are carried out.
    ///
    /// It is the one that was accepted last, or the one with this `number`: of several in one call the first has
    /// `accepted` before the call, and 1 more; who is refused has no number. A command that was not accepted is no part
    /// of a journal. Throws `RefDeskError.invalidValue` where so many were not accepted.
    public func journalFrame(by: Actor, _ action: Action, number: UInt64? = nil) throws -> Data {
        try faults { try border.journalFrame(command: Command(by: by, action: action).bytes.crossable, number: number) }
    }

    /// As `journalFrame`, for a journal of lines.
    public func journalLine(by: Actor, _ action: Action, number: UInt64? = nil) throws -> String {
        try faults { try border.journalLine(command: Command(by: by, action: action).bytes.crossable, number: number) }
    }

    /// Carries out what a journal has and this router has not: the events.
    ///
    /// Throws `RefDeskError.invalidJournal`, and stands in front of what is wrong then; the error has what happened
    /// until there.
    ///
    /// Without `events` none are kept, for a long journal.
    @discardableResult
    public func replay(_ journal: Journal, events: Bool = true) throws -> [Event] {
        read(try faults { try border.replay(journal: journal.border, events: events) })
    }
}

/// A journal that was read: the accepted commands of a router, in order.
public final class Journal: Sendable {
    let border: RefDeskBorder.Journal

    /// Reads one of bytes. Throws `RefDeskError.invalidJournal` where it is damaged; a torn end is none.
    public init(_ journal: Data) throws {
        border = try faults { try .read(journal: journal.crossable) }
    }

    /// Reads one of lines.
    public init(lines: String) throws {
        border = try faults { try .readLines(journal: lines.crossable) }
    }

    /// How many bytes from the beginning are whole: where `torn`, cut the file there and go on.
    public var whole: UInt64 { border.whole() }

    /// Whether it ends in the midst of a command, of which nobody was told.
    public var torn: Bool { border.torn() }

    /// The version of the time zone data that it was written with.
    public var timeZones: String { border.timeZones() }

    /// When the router began.
    public var began: Timestamp { Timestamp(milliseconds: border.began()) }

    /// The configuration of the router.
    public var config: Config { read(border.config()) }

    /// How many commands it has.
    public var count: Int { Int(border.count()) }

    /// The router before the first command. Throws `RefDeskError.invalidJournal` where hours may go otherwise by the
    /// time zone data that is built in.
    public func router(secret: Data = Data()) throws -> Router {
        Router(try faults { try border.router(secret: secret.crossable) })
    }
}

extension Journal: Sequence {
    /// Its commands, one after the other.
    public func makeIterator() -> AnyIterator<Input> {
        var (next, page): (UInt64, [Input]) = (0, [])
        return AnyIterator {
            if page.isEmpty {
                page = read(self.border.inputs(first: next, most: 256))
                next += UInt64(page.count)
                page.reverse()
            }
            return page.popLast()
        }
    }

    public var underestimatedCount: Int { count }
}
