import Foundation
internal import RefDeskBorder
internal import RefDeskFFI

// Commands and events cross without names, their fields one after the other: `src/stream.rs` is the other half. Both are
// written from the same sources and agree on the order.

/// What goes to the library.
protocol Sent {
    func send(in out: inout Outgoing)
}

/// What comes from the library.
protocol Received {
    init(from given: inout Incoming)
}

/// The bytes of what goes to the library.
struct Outgoing: ~Copyable {
    private var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 512)
    private var room = 512
    private var count = 0

    deinit { bytes.deallocate() }

    /// Hands them to the library.
    borrowing func with<Answer>(_ body: (ForeignBytes) throws -> Answer) throws -> Answer {
        try body(ForeignBytes(len: crossable(count), data: bytes))
    }

    @inline(__always)
    mutating func byte(_ value: UInt8) {
        if count == room { grow(1) }
        bytes[count] = value
        count += 1
    }

    /// Whether something is so, as a byte.
    @inline(__always)
    mutating func flag(_ value: Bool) -> Bool {
        byte(value ? 1 : 0)
        return value
    }

    /// Below 100 a byte; of others a byte says how many groups of seven bits follow, the lowest first.
    @inline(__always)
    mutating func number(_ value: UInt64) {
        if value < 100 { byte(UInt8(truncatingIfNeeded: value)) } else { large(value) }
    }

    private mutating func large(_ value: UInt64) {
        let groups = (70 - value.leadingZeroBitCount) / 7
        byte(100 + UInt8(groups))
        for group in 0..<groups { byte(UInt8(truncatingIfNeeded: value >> UInt64(7 * group)) & 127) }
    }

    /// Those below 0 stand between the others.
    mutating func signed(_ value: Int64) {
        number(UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { letters in
            number(UInt64(letters.count))
            guard let first = letters.baseAddress else { return }
            if room - count < letters.count { grow(letters.count) }
            (bytes + count).update(from: first, count: letters.count)
            count += letters.count
        }
    }

    /// The wire form, each byte in two halves.
    mutating func halves(_ value: [UInt8]) {
        number(UInt64(value.count))
        for each in value {
            byte(each >> 4)
            byte(each & 15)
        }
    }

    private mutating func grow(_ more: Int) {
        room = Swift.max(room * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }
}

/// The length of what crosses in one piece, as `uniffi` says it: in 32 bits.
func crossable(_ count: Int) throws -> Int32 {
    guard let length = Int32(exactly: count) else {
        throw RefDeskError.invalidValue("what crosses in one call has at most \(Int32.max) bytes, and this has \(count)")
    }
    return length
}

extension Data {
    /// It, where it is not too long to cross.
    var crossable: Data { get throws { _ = try RefDesk.crossable(count); return self } }
}

extension String {
    /// It, where it is not too long to cross.
    var crossable: String { get throws { _ = try RefDesk.crossable(utf8.count); return self } }
}

/// The bytes of what comes from the library, for as long as it is read.
struct Incoming {
    private var at: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        at = bytes.baseAddress!
        end = at + bytes.count
    }

    @inline(__always)
    mutating func byte() -> UInt8 {
        if at == end { strange() }
        let value = at.pointee
        at += 1
        return value
    }

    @inline(__always)
    mutating func flag() -> Bool { byte() != 0 }

    @inline(__always)
    mutating func number() -> UInt64 {
        let head = byte()
        return head < 100 ? UInt64(head) : large(head)
    }

    private mutating func large(_ head: UInt8) -> UInt64 {
        var value: UInt64 = 0
        for group in 0..<UInt64(head - 100) { value |= UInt64(byte()) << (7 * group) }
        return value
    }

    mutating func signed() -> Int64 {
        let value = number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func text() -> String {
        let count = Int(number())
        if end - at < count { strange() }
        let letters = UnsafeBufferPointer(start: at, count: count)
        at += count
        return String(decoding: letters, as: UTF8.self)
    }

    mutating func halves() -> [UInt8] {
        let count = number()
        return (0..<count).map { _ in byte() << 4 | byte() }
    }

    mutating func list<Item: Received>() -> [Item] {
        let count = Int(number())
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(Item(from: &self)) }
        return items
    }

    /// What the library cannot have written, unless the types here are not those that it was built with.
    func strange() -> Never {
        preconditionFailure("the types of RefDesk are not those of its library")
    }
}

extension Bool: Sent, Received {
    func send(in out: inout Outgoing) { out.byte(self ? 1 : 0) }
    init(from given: inout Incoming) { self = given.flag() }
}

extension String: Sent, Received {
    func send(in out: inout Outgoing) { out.text(self) }
    init(from given: inout Incoming) { self = given.text() }
}

extension FixedWidthInteger where Self: UnsignedInteger {
    func send(in out: inout Outgoing) { out.number(UInt64(self)) }
    init(from given: inout Incoming) { self.init(given.number()) }
}

extension UInt8: Sent, Received {}
extension UInt16: Sent, Received {}
extension UInt32: Sent, Received {}
extension UInt64: Sent, Received {}

extension Int8: Sent {
    func send(in out: inout Outgoing) { out.signed(Int64(self)) }
}

extension Timestamp: Sent, Received {
    func send(in out: inout Outgoing) { out.signed(milliseconds) }
    init(from given: inout Incoming) { milliseconds = given.signed() }
}

extension Span: Received {
    init(from given: inout Incoming) { milliseconds = given.number() }
}

extension Optional: Sent where Wrapped: Sent {
    func send(in out: inout Outgoing) {
        guard let self else { return out.byte(0) }
        out.byte(1)
        self.send(in: &out)
    }
}

extension Optional: Received where Wrapped: Received {
    init(from given: inout Incoming) { self = given.flag() ? Wrapped(from: &given) : nil }
}

extension Array: Sent where Element: Sent {
    func send(in out: inout Outgoing) {
        out.number(UInt64(count))
        for item in self { item.send(in: &out) }
    }
}

extension Array: Received where Element: Received {
    init(from given: inout Incoming) { self = given.list() }
}

extension Set: Sent where Element: Sent {
    func send(in out: inout Outgoing) {
        out.number(UInt64(count))
        for item in self { item.send(in: &out) }
    }
}

extension Set: Received where Element: Received {
    init(from given: inout Incoming) { self = Set(given.list() as [Element]) }
}

extension Dictionary: Sent where Key == String, Value: Sent {
    func send(in out: inout Outgoing) {
        out.number(UInt64(count))
        for (key, value) in self {
            out.text(key)
            value.send(in: &out)
        }
    }
}

extension Pair: Received where First: Received, Second: Received {
    init(from given: inout Incoming) {
        first = First(from: &given)
        second = Second(from: &given)
    }
}

extension Content: Sent, Received {
    func send(in out: inout Outgoing) {
        switch self {
        case .text(let text): out.byte(0); out.text(text)
        case .reference(let reference): out.byte(1); reference.send(in: &out)
        }
    }

    init(from given: inout Incoming) {
        self = given.flag() ? .reference(Reference(from: &given)) : .text(given.text())
    }
}

extension Command: Sent {
    func send(in out: inout Outgoing) {
        by.send(in: &out)
        action.send(in: &out)
    }
}

/// What has many parts and is seldom seen goes in the wire form.
protocol SentWhole: Sent, Wired {}

extension SentWhole {
    func send(in out: inout Outgoing) {
        var writer = Writer()
        write(to: &writer)
        out.halves(writer.bytes)
    }
}

/// The same of what comes.
protocol ReceivedWhole: Received, Wired {}

extension ReceivedWhole {
    init(from given: inout Incoming) {
        let bytes = given.halves()
        self = sure {
            var reader = Reader(bytes, ours: true)
            return try Self(reading: &reader)
        }
    }
}

extension Router {
    /// A call of the library, by its own name: what `uniffi` writes around it copies every byte twice.
    func crossing<Answer>(
        _ call: (UInt64, UnsafeMutablePointer<RustCallStatus>) -> RustBuffer,
        _ receive: (inout Incoming) throws -> Answer
    ) throws -> Answer {
        var status = RustCallStatus()
        let answer = call(border.uniffiCloneHandle(), &status)
        guard status.code == 0 else { throw fault(status) }
        defer { free(answer) }
        var given = Incoming(UnsafeBufferPointer(start: answer.data, count: Int(answer.len)))
        return try receive(&given)
    }

    private func fault(_ status: RustCallStatus) -> RefDeskError {
        if status.code == 1, let fault = try? FfiConverterTypeFault_lift(status.errorBuf) { return RefDeskError(fault) }
        // A panic of the library, which it never should have.
        defer { free(status.errorBuf) }
        let letters = UnsafeBufferPointer(start: status.errorBuf.data, count: Int(status.errorBuf.len))
        return .invariantBroken(String(decoding: letters, as: UTF8.self))
    }

    private func free(_ buffer: RustBuffer) {
        var status = RustCallStatus()
        ffi_refdesk_swift_rustbuffer_free(buffer, &status)
    }
}
