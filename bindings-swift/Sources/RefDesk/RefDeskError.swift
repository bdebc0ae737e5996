import Foundation
internal import RefDeskBorder

/// What the router or its files could not do. Nothing has changed then, but for `Router.replay` and a panic of the library.
public enum RefDeskError: Error, Hashable, Sendable {
    /// A command or a question was refused: the stable machine code, and why, with the ids that it speaks of.
    case refused(code: String, Refusal)
    /// A value that no command can have, such as an empty id.
    case invalidValue(String)
    /// A setup document has faults.
    case invalidSetup(code: String, SetupReport)
    /// What was kept gives no router.
    case invalidSnapshot(code: String, text: String)
    /// A journal is damaged, has a gap, or does not go on from this router. What happened before the fault, where it was
    /// replayed, are its events: the router stands there now.
    case invalidJournal(code: String, text: String, events: [Event])
    /// A transcript is not what its digests say.
    case chainBroken(String)
    /// A rule that holds between any two steps does not, or the library has panicked: a fault of the library. A router that
    /// stopped in the middle of a step answers nothing more; what cannot throw stops the program then.
    case invariantBroken(String)

    /// The stable machine code, the same in every language.
    public var code: String {
        switch self {
        case .refused(let code, _), .invalidSetup(let code, _): code
        case .invalidSnapshot(let code, _), .invalidJournal(let code, _, _): code
        case .invalidValue: "invalid_value"
        case .chainBroken: "chain_broken"
        case .invariantBroken: "invariant_broken"
        }
    }
}

extension RefDeskError: CustomStringConvertible, LocalizedError {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .refused(_, let refusal): refusal.description
        case .invalidSetup(_, let report): report.description
        case .invalidValue(let text), .chainBroken(let text), .invariantBroken(let text): text
        case .invalidSnapshot(_, let text), .invalidJournal(_, let text, _): text
        }
    }

    public var errorDescription: String? { description }
}

extension RefDeskError {
    init(_ fault: Fault) {
        switch fault {
        case .Refused(let code, _, let refusal):
            self = .refused(code: code, sure { try Refusal(bytes: refusal) })
        case .InvalidValue(let text): self = .invalidValue(text)
        case .InvalidSetup(let code, let found): self = .invalidSetup(code: code, SetupReport(found))
        case .InvalidSnapshot(let code, let text): self = .invalidSnapshot(code: code, text: text)
        case .InvalidJournal(let code, let text, let events):
            self = .invalidJournal(code: code, text: text, events: read(events))
        case .ChainBroken(let text): self = .chainBroken(text)
        case .InvariantBroken(let text): self = .invariantBroken(text)
        }
    }
}

/// What the library says, with its faults as errors of this module.
func faults<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
        return try body()
    } catch let error as RefDeskError {
        throw error
    } catch let fault as Fault {
        throw RefDeskError(fault)
    } catch {
        // A panic of the library, which it never should have.
        throw RefDeskError.invariantBroken(error.localizedDescription)
    }
}

/// What the library cannot fail to say, unless it has panicked, or the types here are not those that it was built with.
func sure<Answer>(_ body: () throws -> Answer) -> Answer {
    do {
        return try body()
    } catch RefDeskError.invariantBroken(let text) {
        fatalError(text)
    } catch {
        fatalError("the types of RefDesk are not those of its library: \(error)")
    }
}
