import Foundation
internal import RefDeskBorder

/// An instant: milliseconds since the Unix epoch, UTC. What lies outside the range of the library becomes the nearer end.
public struct Timestamp: WireForm, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// Milliseconds since the Unix epoch.
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public init(integerLiteral value: Int64) { milliseconds = value }

    /// The instant of a date, to the millisecond. Throws `RefDeskError.invalidValue` where the date is not a number.
    public init(_ date: Date) throws {
        guard !date.timeIntervalSince1970.isNaN else {
            throw RefDeskError.invalidValue("a date that is not a number is no instant")
        }
        self.init(seconds: date.timeIntervalSince1970)
    }

    private init(seconds: TimeInterval) {
        let exact = (seconds * 1000).rounded()
        milliseconds = Int64(exactly: exact) ?? (exact > 0 ? .max : .min)
    }

    /// The instant that it is now, by the clock of the machine. The router has none.
    public static var now: Timestamp { Timestamp(seconds: Date().timeIntervalSince1970) }

    public var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
    public var description: String { String(milliseconds) }

    public static func < (one: Timestamp, other: Timestamp) -> Bool { one.milliseconds < other.milliseconds }

    /// This instant moved on, at most to the end of what a number holds.
    public static func + (at: Timestamp, span: Span) -> Timestamp {
        let (sum, over) = at.milliseconds.addingReportingOverflow(Int64(clamping: span.milliseconds))
        return Timestamp(milliseconds: over ? .max : sum)
    }
}

/// A length of time in whole milliseconds, never negative. None is longer than `max`: what would be longer becomes that.
public struct Span: WireForm, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// The longest: 2^53 - 1 milliseconds, 285,616 years.
    public static let max = Span(milliseconds: 9_007_199_254_740_991)

    /// How many milliseconds.
    public let milliseconds: UInt64

    public init(milliseconds: UInt64) { self.milliseconds = min(milliseconds, 9_007_199_254_740_991) }
    public init(integerLiteral value: UInt64) { self.init(milliseconds: value) }

    /// That of a duration, to the millisecond; 0 where it is negative.
    @available(macOS 13, iOS 16, watchOS 9, tvOS 16, *)
    public init(_ duration: Duration) {
        let (seconds, rest) = duration.components
        let whole = min(UInt64(clamping: seconds).clamped(times: 1000), Span.max.milliseconds)
        self.init(milliseconds: whole + UInt64(clamping: rest / 1_000_000_000_000_000))
    }

    /// That of a text such as `40 s`, `1h 30m` or `PT40S`. Throws `RefDeskError.invalidValue`.
    public init(_ text: String) throws {
        self.init(milliseconds: try faults { try spanOf(text: text.crossable) })
    }

    public static func milliseconds(_ count: UInt64) -> Span { Span(milliseconds: count) }
    public static func seconds(_ count: UInt64) -> Span { Span(milliseconds: count.clamped(times: 1000)) }
    public static func minutes(_ count: UInt64) -> Span { Span(milliseconds: count.clamped(times: 60_000)) }
    public static func hours(_ count: UInt64) -> Span { Span(milliseconds: count.clamped(times: 3_600_000)) }

    @available(macOS 13, iOS 16, watchOS 9, tvOS 16, *)
    public var duration: Duration { .milliseconds(Int64(clamping: milliseconds)) }
    public var description: String { "\(milliseconds) ms" }

    public static func < (one: Span, other: Span) -> Bool { one.milliseconds < other.milliseconds }
}

extension UInt64 {
    fileprivate func clamped(times factor: UInt64) -> UInt64 {
        let (product, over) = multipliedReportingOverflow(by: factor)
        return over ? .max : product
    }
}

extension Timestamp: Wired {
    init(reading reader: inout Reader) throws { milliseconds = try reader.integer() }
    func write(to writer: inout Writer) { writer.number(milliseconds) }
}

extension Span: Wired {
    init(reading reader: inout Reader) throws {
        switch try reader.peek() {
        case (3, _):
            let text = try String(reading: &reader)
            guard let span = try? Span(text) else {
                throw RefDeskError.invalidValue("`\(text)` is no span of whole milliseconds, such as `40 s` or `1h 30m`")
            }
            self = span
        case (7, 27):
            // What does not fit into 64 bits is this in JSON.
            guard try reader.double() >= 0x1p64 else { throw Reader.strange }
            self = .max
        default: self.init(milliseconds: try reader.integer())
        }
    }
    func write(to writer: inout Writer) { writer.number(milliseconds) }
}
