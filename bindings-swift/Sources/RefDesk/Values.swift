internal import RefDeskBorder

/// What a message says.
public enum Content: Hashable, Sendable, ExpressibleByStringLiteral {
    /// These words. At most `Limits.messageBytes`.
    case text(String)
    /// Something in the host's own store: a file, a picture, or words that are not to stand in the router's state. At
    /// most `Limits.referenceBytes`.
    case reference(Reference)

    public init(stringLiteral value: String) { self = .text(value) }
}

extension Content {
    /// It stands in the message as the key `text` or as the key `reference`, one of both.
    func writeFields(to writer: inout Writer) {
        switch self {
        case .text(let text): writer.key("text"); text.write(to: &writer)
        case .reference(let reference): writer.key("reference"); reference.write(to: &writer)
        }
    }

    /// It, where the other key was not there before: one of both would be lost.
    func alone(beside other: Content?) throws -> Content {
        guard other == nil else { throw RefDeskError.invalidValue("`text` and `reference` stand there both") }
        return self
    }
}

/// Hours, or the name of some: only a setup document has hours by name.
public enum HoursOf: WireForm {
    /// These.
    case here(Hours)
    /// Those that the setup document has by this name.
    case named(String)
}

extension HoursOf: Wired {
    init(reading reader: inout Reader) throws {
        let isName = try reader.peek().major == 3
        self = isName ? .named(try String(reading: &reader)) : .here(try Hours(reading: &reader))
    }

    func write(to writer: inout Writer) {
        switch self {
        case .here(let hours): hours.write(to: &writer)
        case .named(let name): name.write(to: &writer)
        }
    }
}

/// Two values that belong together.
public struct Pair<First: Hashable & Sendable, Second: Hashable & Sendable>: Hashable, Sendable {
    public var first: First
    public var second: Second

    public init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }
}

extension Pair: Wired where First: Wired, Second: Wired {
    init(reading reader: inout Reader) throws {
        guard try reader.list() == 2 else { throw Reader.strange }
        first = try First(reading: &reader)
        second = try Second(reading: &reader)
    }

    func write(to writer: inout Writer) {
        writer.list(2)
        first.write(to: &writer)
        second.write(to: &writer)
    }
}

extension Refusal: CustomStringConvertible {
    /// A sentence for people.
    public var description: String { (try? refusalText(refusal: bytes.crossable)) ?? "a refusal that no router has made" }

    /// The stable machine code, the same in every language.
    public var code: String { (try? refusalCode(refusal: bytes.crossable)) ?? "invalid_value" }
}

extension Explanation: CustomStringConvertible {
    /// The explanation for people.
    public var description: String {
        (try? explanationText(explanation: bytes.crossable)) ?? "an explanation that no router has given"
    }
}

extension TranscriptView {
    /// Checks the transcript against its chain: the digest after its last entry. Throws `RefDeskError.chainBroken`.
    @discardableResult
    public func verify() throws -> String {
        try faults { try RefDeskBorder.verify(view: bytes.crossable) }
    }
}

extension Record {
    /// The transcript, such that it can be checked; nil without a chain of digests. Throws `RefDeskError.invalidValue`
    /// where the record is none that a router has made.
    public func view() throws -> TranscriptView? {
        try faults { try viewRecord(record: bytes.crossable).map { try TranscriptView(bytes: $0) } }
    }

    /// The same record without what the patron wrote, and with another name for them.
    public func masked(as name: String) throws -> Record {
        try faults { try Record(bytes: maskPatron(record: bytes.crossable, name: name.crossable)) }
    }
}
