import Foundation
internal import RefDeskBorder

/// A whole collaborative as one document: institutions, operators, queues, partnerships.
public struct Setup: Hashable, Sendable {
    /// It as JSON, as the library writes it.
    public let json: String

    /// Reads a document in JSON. Throws `RefDeskError.invalidValue` where it has another form.
    public init(json: String) throws {
        self.json = try faults { try normalSetup(json: json.crossable) }
    }

    init(written json: String) {
        self.json = json
    }

    /// All that is wrong with it, and all that is odd about it.
    public func check(_ config: Config = Config()) throws -> SetupReport {
        SetupReport(try faults { try checkSetup(json: json.crossable, config: config.bytes) })
    }
}

extension Router {
    /// What there is, as a document.
    public func setup() -> Setup { Setup(written: border.setup()) }

    /// The commands that lead from what is there to what a document says. Throws `RefDeskError.invalidSetup`.
    public func plan(_ setup: Setup) throws -> [Command] {
        read(try faults { try border.plan(setup: setup.json.crossable) })
    }

    /// Brings the router to what a document says. Throws `RefDeskError.invalidSetup`, and then nothing has changed.
    @discardableResult
    public func apply(_ setup: Setup) throws -> [Event] {
        read(try faults { try border.applySetup(setup: setup.json.crossable) })
    }
}

/// All that is wrong with a setup document, and all that is odd about it.
public struct SetupReport: Hashable, Sendable, CustomStringConvertible {
    public let faults: [Finding]
    public let oddities: [Finding]
    /// It as JSON.
    public let json: String
    /// It for people, a line for each.
    public let description: String

    init(_ found: Findings) {
        faults = found.faults.map(Finding.init)
        oddities = found.oddities.map(Finding.init)
        json = found.json
        description = found.text
    }
}

/// Something found in a setup document.
public struct Finding: Hashable, Sendable {
    /// Where, such as `queues[2].policy.levels[0].ring`. Empty: the document as a whole.
    public let path: String
    /// The stable machine code.
    public let code: String
    /// A sentence for people.
    public let text: String

    init(_ found: RefDeskBorder.Finding) {
        (path, code, text) = (found.path, found.code, found.text)
    }
}

/// A report in the making: hears events, in order.
public final class Tally: Sendable {
    private let border: RefDeskBorder.Tally

    /// One that has heard of nothing. Hours of the day are those of `timeZone`, such as `America/Toronto`.
    public init(timeZone: String) throws {
        border = try faults { try .init(timeZone: timeZone.crossable) }
    }

    /// Hears where an operator works: what it takes to say how long an institution was covered.
    public func hear(operator: String, worksAt institution: String) throws {
        try faults { try border.worksAt(operator: `operator`.crossable, institution: institution.crossable) }
    }

    /// Hears where all operators of a router work.
    public func hearOperators(of router: Router) { border.worksAtOf(router: router.border) }

    /// Hears of a command that was accepted, before its events: it may say where somebody works.
    public func hear(_ command: Command) throws {
        try faults { try border.hearCommand(command: command.bytes.crossable) }
    }

    /// Hears of events, in order.
    public func hear(_ events: [Event]) throws {
        try faults { try border.hear(events: events.bytes.crossable) }
    }

    /// What it has come to.
    public func report(until: Timestamp) -> Report { Report(border.report(until: until.milliseconds)) }
}

/// What came of all chats: `description` has tables, `json` the figures.
public struct Report: Hashable, Sendable, CustomStringConvertible {
    public let json: String
    public let description: String

    init(_ told: Told) {
        (json, description) = (told.json, told.text)
    }
}

/// A journal that was replayed, to be asked what another setup would have done.
public final class Recording: Sendable {
    private let border: RefDeskBorder.Recording

    /// Replays a journal. Throws `RefDeskError.invalidJournal`.
    public init(_ journal: Journal, timeZone: String = "UTC") throws {
        border = try faults { try .init(journal: journal.border, timeZone: timeZone.crossable) }
    }

    /// How the collaborative was set up at the end.
    public var setup: Setup { Setup(written: border.setup()) }

    /// What the journal came to.
    public var report: Report { Report(border.report()) }

    /// What another setup would have done with the same patrons and operators. Throws `RefDeskError.invalidSetup`.
    public func under(_ setup: Setup) throws -> WhatIf {
        WhatIf(try faults { try border.under(setup: setup.json.crossable) })
    }
}

/// What another setup would have done: `description` has tables and what is assumed.
public struct WhatIf: Hashable, Sendable, CustomStringConvertible {
    public let recorded: Report
    public let supposed: Report
    public let json: String
    public let description: String

    init(_ what: RefDeskBorder.WhatIf) {
        (recorded, supposed) = (Report(what.recorded), Report(what.supposed))
        (json, description) = (what.whole.json, what.whole.text)
    }
}

/// What is built in.
public enum Library {
    /// The version of the library.
    public static var version: String { RefDeskBorder.version() }
    /// The version of the time zone data, such as `2026b`.
    public static var timeZones: String { tzVersion() }
}
