import Foundation

/// Writes CBOR (RFC 8949).
struct Writer {
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(192)
    }

    /// A map; `end` stands behind its last value.
    mutating func map() {
        bytes.append(0xBF)
    }

    mutating func end() {
        bytes.append(0xFF)
    }

    mutating func list(_ count: Int) {
        head(4, UInt64(count))
    }

    mutating func map(_ count: Int) {
        head(5, UInt64(count))
    }

    mutating func key(_ name: StaticString) {
        head(3, UInt64(name.utf8CodeUnitCount))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func tag(_ name: StaticString) {
        key("type")
        key(name)
    }

    mutating func null() {
        bytes.append(0xF6)
    }

    mutating func bool(_ value: Bool) {
        bytes.append(value ? 0xF5 : 0xF4)
    }

    mutating func number(_ value: UInt64) {
        head(0, value)
    }

    mutating func number(_ value: Int64) {
        if value >= 0 { head(0, UInt64(value)) } else { head(1, UInt64(-1 - value)) }
    }

    mutating func double(_ value: Double) {
        bytes.append(0xFB)
        big(value.bitPattern, 8)
    }

    mutating func text(_ value: String) {
        head(3, UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    private mutating func head(_ major: UInt8, _ value: UInt64) {
        let major = major << 5
        switch value {
        case 0..<24: bytes.append(major | UInt8(value))
        case 24...0xFF: bytes.append(major | 24); bytes.append(UInt8(value))
        case 0x100...0xFFFF: bytes.append(major | 25); big(value, 2)
        case 0x1_0000...0xFFFF_FFFF: bytes.append(major | 26); big(value, 4)
        default: bytes.append(major | 27); big(value, 8)
        }
    }

    private mutating func big(_ value: UInt64, _ count: Int) {
        for place in stride(from: count - 1, through: 0, by: -1) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place)))
        }
    }
}

/// Reads CBOR (RFC 8949), as much of it as the wire form has.
struct Reader {
    let bytes: [UInt8]
    private(set) var at = 0
    /// How deep the value is that is being read: lists in lists without end would exhaust the stack.
    private var depth = 0
    /// Whether the library has written it. It tells keys apart that are one to Swift, and what it says is never refused.
    private let isOurs: Bool
    /// Where it stands, by keys and numbers. Only who looks for a fault keeps it.
    private var path: [String]?

    init(_ bytes: [UInt8], ours: Bool = false, traced: Bool = false) {
        self.bytes = bytes
        isOurs = ours
        path = traced ? [] : nil
    }

    init(_ data: Data, ours: Bool = false) {
        self.init([UInt8](data), ours: ours)
    }

    /// How many steps the path has.
    var level: Int { path?.count ?? 0 }

    /// Goes on to what is called so within what has a path of so many steps.
    mutating func enter(_ step: @autoclosure () throws -> String, in level: Int) rethrows {
        guard path != nil else { return }
        leave(to: level)
        path?.append(try step())
    }

    /// The same, where the name stands in the bytes.
    mutating func enter(_ key: Range<Int>, in level: Int) throws {
        guard path != nil else { return }
        let name = try string(key)
        enter(".\(name)", in: level)
    }

    mutating func leave(to level: Int) {
        path?.removeSubrange(level...)
    }

    /// The sentence of what is wrong here.
    func fault(_ what: String) -> RefDeskError {
        let opening = "this cannot be read: "
        let what = what.hasPrefix(opening) ? String(what.dropFirst(opening.count)) : what
        let path = (path ?? []).joined()
        let place = path.hasPrefix(".") ? String(path.dropFirst()) : path
        return .invalidValue(opening + (place.isEmpty ? what : "\(place): \(what)"))
    }

    /// What comes next: its major type, and its low bits.
    private mutating func head() throws -> (UInt8, UInt8) {
        guard at < bytes.count else { throw Self.torn }
        let byte = bytes[at]
        at += 1
        return (byte >> 5, byte & 31)
    }

    private mutating func size(_ low: UInt8) throws -> UInt64 {
        if low < 24 { return UInt64(low) }
        guard low < 28 else { throw Self.strange }
        let count = 1 << Int(low - 24)
        guard bytes.count - at >= count else { throw Self.torn }
        var value: UInt64 = 0
        for place in at..<at + count { value = value << 8 | UInt64(bytes[place]) }
        at += count
        return value
    }

    /// How many pairs a map has; nil where an end stands behind the last one.
    mutating func map() throws -> Int? {
        try many(5)
    }

    /// How many items a list has; nil where an end stands behind the last one.
    mutating func list() throws -> Int? {
        try many(4)
    }

    private mutating func many(_ wanted: UInt8) throws -> Int? {
        let (major, low) = try head()
        guard major == wanted else { throw Self.strange }
        if low == 31 { return nil }
        let count = try size(low)
        // Each item has a byte at least.
        guard count <= UInt64(bytes.count - at) else { throw Self.torn }
        return Int(count)
    }

    /// Whether the end of a map or list stands here, which is passed then.
    mutating func isEnd() throws -> Bool {
        guard at < bytes.count else { throw Self.torn }
        guard bytes[at] == 0xFF else { return false }
        at += 1
        return true
    }

    /// Whether a null stands here, which is passed then.
    mutating func isNull() throws -> Bool {
        guard at < bytes.count else { throw Self.torn }
        guard bytes[at] == 0xF6 else { return false }
        at += 1
        return true
    }

    /// Where the letters of a text stand.
    mutating func text() throws -> Range<Int> {
        let (major, low) = try head()
        guard major == 3 else { throw Self.strange }
        let count = try size(low)
        guard count <= UInt64(bytes.count - at) else { throw Self.torn }
        let range = at..<at + Int(count)
        at = range.upperBound
        return range
    }

    /// The text that stands there. What is no UTF-8 would become another text.
    func string(_ range: Range<Int>) throws -> String {
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard isOurs || text.utf8.elementsEqual(bytes[range]) else {
            throw RefDeskError.invalidValue("this cannot be read: a text is not UTF-8")
        }
        return text
    }

    /// That a map has no such key yet. Texts of different letters may be one key to Swift, and one of the values be lost.
    func once(_ key: String, _ isThere: Bool) throws {
        guard isOurs || !isThere else {
            throw RefDeskError.invalidValue("this cannot be read: two keys are equal to Swift, `\(key)`")
        }
    }

    mutating func bool() throws -> Bool {
        let (major, low) = try head()
        guard major == 7, low == 20 || low == 21 else { throw Self.strange }
        return low == 21
    }

    mutating func integer<Number: FixedWidthInteger>() throws -> Number {
        let (major, low) = try head()
        guard major < 2 else { throw Self.strange }
        let size = try size(low)
        let number = major == 0 ? Number(exactly: size) : Int64(exactly: size).flatMap { Number(exactly: -1 - $0) }
        guard let number else { throw RefDeskError.invalidValue("a number is too large or too small") }
        return number
    }

    /// That nothing more stands here.
    func end() throws {
        guard at == bytes.count else { throw Self.strange }
    }

    /// Passes a value, whatever it is.
    mutating func skip() throws {
        _ = try Tree(reading: &self)
    }

    /// The major type and low bits of what comes next, not passed.
    func peek() throws -> (major: UInt8, low: UInt8) {
        guard at < bytes.count else { throw Self.torn }
        return (bytes[at] >> 5, bytes[at] & 31)
    }

    mutating func double() throws -> Double {
        _ = try head()
        return Double(bitPattern: try size(27))
    }

    mutating func deeper<Value>(_ read: (inout Reader) throws -> Value) throws -> Value {
        guard depth < 128 else { throw Self.strange }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    static let torn = RefDeskError.invalidValue("this cannot be read: it ends too early")
    static let strange = RefDeskError.invalidValue("this cannot be read: something else is wanted here")
}

extension Bool: Wired {
    init(reading reader: inout Reader) throws { self = try reader.bool() }
    func write(to writer: inout Writer) { writer.bool(self) }
}

extension String: Wired {
    init(reading reader: inout Reader) throws {
        let range = try reader.text()
        self = try reader.string(range)
    }
    func write(to writer: inout Writer) { writer.text(self) }
}

extension FixedWidthInteger where Self: UnsignedInteger {
    init(reading reader: inout Reader) throws { self = try reader.integer() }
    func write(to writer: inout Writer) { writer.number(UInt64(self)) }
}

extension FixedWidthInteger where Self: SignedInteger {
    init(reading reader: inout Reader) throws { self = try reader.integer() }
    func write(to writer: inout Writer) { writer.number(Int64(self)) }
}

extension UInt8: Wired {}
extension UInt16: Wired {}
extension UInt32: Wired {}
extension UInt64: Wired {}
extension Int8: Wired {}
extension Int16: Wired {}
extension Int32: Wired {}
extension Int64: Wired {}

extension Optional: Wired where Wrapped: Wired {
    init(reading reader: inout Reader) throws {
        self = try reader.isNull() ? nil : Wrapped(reading: &reader)
    }

    func write(to writer: inout Writer) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }
}

extension Array: Wired where Element: Wired {
    init(reading reader: inout Reader) throws {
        self = []
        let level = reader.level
        if let count = try reader.list() {
            // What is said to come may not be there.
            reserveCapacity(Swift.min(count, 64))
            for _ in 0..<count { try append(from: &reader, level) }
        } else {
            while try !reader.isEnd() { try append(from: &reader, level) }
        }
        reader.leave(to: level)
    }

    @inline(__always)
    private mutating func append(from reader: inout Reader, _ level: Int) throws {
        reader.enter("[\(count)]", in: level)
        append(try Element(reading: &reader))
    }

    func write(to writer: inout Writer) {
        writer.list(count)
        for item in self { item.write(to: &writer) }
    }
}

extension Set: Wired where Element: Wired & Comparable {
    init(reading reader: inout Reader) throws {
        self = Set(try [Element](reading: &reader))
    }

    func write(to writer: inout Writer) {
        sorted().write(to: &writer)
    }
}

extension Dictionary: Wired where Key == String, Value: Wired {
    init(reading reader: inout Reader) throws {
        self = [:]
        let level = reader.level
        let count = try reader.map()
        var left = count ?? Int.max
        while left > 0 {
            if count == nil, try reader.isEnd() { break }
            left -= 1
            let key = try String(reading: &reader)
            reader.enter(".\(key)", in: level)
            try reader.once(key, self[key] != nil)
            self[key] = try Value(reading: &reader)
        }
        reader.leave(to: level)
    }

    func write(to writer: inout Writer) {
        writer.map(count)
        for key in keys.sorted() {
            writer.text(key)
            self[key]?.write(to: &writer)
        }
    }
}
