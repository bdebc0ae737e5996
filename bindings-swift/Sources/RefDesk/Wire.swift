import Foundation

/// A value that has a wire form: as bytes (CBOR) and, by `Codable`, as JSON. It is the same in every language.
public protocol WireForm: Codable, Hashable, Sendable {
    /// It in the wire form, as CBOR.
    var bytes: Data { get }

    /// One from the wire form. Throws `RefDeskError.invalidValue`.
    init(bytes: Data) throws
}

extension WireForm {
    /// It in the wire form, as JSON.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    /// One from JSON. Throws `RefDeskError.invalidValue`.
    public init(json: String) throws {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
        } catch DecodingError.dataCorrupted(let context) {
            let what = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
            throw RefDeskError.invalidValue("this cannot be read: \(what ?? context.debugDescription)")
        } catch let error as DecodingError {
            throw RefDeskError.invalidValue("this cannot be read: \(error)")
        }
    }
}

/// Reads and writes itself in CBOR.
protocol Wired {
    init(reading reader: inout Reader) throws
    func write(to writer: inout Writer)
}

/// What has fields, by itself or beside a `type`.
protocol Fielded: Wired {
    static var names: Names { get }
    init(_ fields: inout Fields, _ reader: inout Reader) throws
    func writeFields(to writer: inout Writer)
}

/// One of several kinds of thing, with a `type`.
protocol Tagged: Wired {
    static var tags: Names { get }
    init(tag: Int, _ fields: inout Fields, _ reader: inout Reader) throws
    func writeFields(to writer: inout Writer)
}

/// One of several words.
protocol Word: Wired, RawRepresentable where RawValue == String {}

extension Wired {
    public var bytes: Data {
        var writer = Writer()
        write(to: &writer)
        return Data(writer.bytes)
    }

    public init(bytes: Data) throws {
        self = try Self.read([UInt8](bytes))
    }

    /// Reads once more what cannot be read, and looks where the fault is: nobody else pays for that.
    private static func read(_ bytes: [UInt8], traced: Bool = false) throws -> Self {
        var reader = Reader(bytes, traced: traced)
        do {
            let value = try Self(reading: &reader)
            try reader.end()
            return value
        } catch RefDeskError.invalidValue(let what) {
            if traced { throw reader.fault(what) }
            return try read(bytes, traced: true)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var writer = Writer()
        write(to: &writer)
        var reader = Reader(writer.bytes)
        try Tree(reading: &reader).encode(to: encoder)
    }

    public init(from decoder: any Decoder) throws {
        var writer = Writer()
        try Tree(from: decoder).write(to: &writer)
        self = try Self.read(writer.bytes)
    }
}

extension Fielded {
    init(reading reader: inout Reader) throws {
        var fields = try Fields(&reader)
        try self.init(&fields, &reader)
    }

    func write(to writer: inout Writer) {
        writer.map()
        writeFields(to: &writer)
        writer.end()
    }
}

extension Tagged {
    init(reading reader: inout Reader) throws {
        var fields = try Fields(&reader)
        let tag = try fields.tag(of: Self.tags, &reader)
        try self.init(tag: tag, &fields, &reader)
    }

    func write(to writer: inout Writer) {
        writer.map()
        writeFields(to: &writer)
        writer.end()
    }
}

extension Word {
    init(reading reader: inout Reader) throws {
        let text = try String(reading: &reader)
        guard let word = Self(rawValue: text) else {
            throw RefDeskError.invalidValue("`\(text)` is no \(Self.self)")
        }
        self = word
    }

    func write(to writer: inout Writer) {
        rawValue.write(to: &writer)
    }
}

/// The keys of a type, or its tags, in order.
struct Names: Sendable {
    private let letters: [UInt8]
    /// Where each ends; the first begins at 0.
    private let ends: [Int]
    /// Whether other keys are passed over.
    let isOpen: Bool

    static let type = Names(["type"])

    init(_ names: [StaticString], open: Bool = false) {
        var (letters, ends): ([UInt8], [Int]) = ([], [])
        for name in names {
            name.withUTF8Buffer { letters.append(contentsOf: $0) }
            ends.append(letters.count)
        }
        (self.letters, self.ends, isOpen) = (letters, ends, open)
    }

    /// Which one stands in the bytes there. It is nearly always the one that is looked for first.
    func place(of bytes: [UInt8], _ range: Range<Int>, from first: Int) -> Int? {
        if first < ends.count, matches(first, bytes, range) { return first }
        for place in ends.indices where matches(place, bytes, range) { return place }
        return nil
    }

    @inline(__always)
    private func matches(_ place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let start = place == 0 ? 0 : ends[place - 1]
        guard ends[place] - start == range.count else { return false }
        for offset in 0..<range.count where letters[start + offset] != bytes[range.lowerBound + offset] {
            return false
        }
        return true
    }
}

/// The keys of a map, as they are read; the reader stands at a value after each.
struct Fields {
    /// How many are left; nil where an end stands behind the last one.
    private var left: Int?
    private var likely = 0
    /// The places of those that were read, a bit for each.
    private var seen: UInt64 = 0
    /// What stands before them: what tells the kind, if there are kinds.
    private var head: Names?
    private let level: Int

    init(_ reader: inout Reader) throws {
        level = reader.level
        left = try reader.map()
    }

    /// The place of the next key among these; nil at the end.
    mutating func next(_ names: Names, _ reader: inout Reader) throws -> Int? {
        while let key = try nextKey(&reader) {
            guard let place = names.place(of: reader.bytes, key, from: likely) else {
                try pass(key, names.isOpen, &reader)
                continue
            }
            let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place)
            guard seen & bit == 0 else { throw Self.twice(try reader.string(key)) }
            seen |= bit
            likely = place + 1
            return place
        }
        return nil
    }

    /// That there are no more fields: beside a `type` that has none, other keys are passed over.
    mutating func none(_ reader: inout Reader) throws {
        while let key = try nextKey(&reader) { try pass(key, true, &reader) }
    }

    /// Passes what is no field here.
    private func pass(_ key: Range<Int>, _ isOpen: Bool, _ reader: inout Reader) throws {
        let name = try reader.string(key)
        guard head?.place(of: reader.bytes, key, from: 0) == nil else { throw Self.twice(name) }
        guard isOpen else { throw RefDeskError.invalidValue("`\(name)` is no field that is known here") }
        try reader.skip()
    }

    /// Which kind it is: the first key, always.
    mutating func tag(of tags: Names, after head: Names = .type, _ reader: inout Reader) throws -> Int {
        guard let key = try nextKey(&reader), Names.type.place(of: reader.bytes, key, from: 0) != nil else {
            throw RefDeskError.invalidValue("`type` is missing, or not the first key")
        }
        let tag = try reader.text()
        guard let place = tags.place(of: reader.bytes, tag, from: 0) else {
            throw RefDeskError.invalidValue("`\(try reader.string(tag))` is no kind that is known here")
        }
        (self.head, seen) = (head, 0)
        return place
    }

    func must<Value>(_ value: Value?, _ name: StaticString) throws -> Value {
        guard let value else { throw RefDeskError.invalidValue("`\(name)` is missing") }
        return value
    }

    private static func twice(_ key: String) -> RefDeskError {
        .invalidValue("`\(key)` stands there twice")
    }

    private mutating func nextKey(_ reader: inout Reader) throws -> Range<Int>? {
        reader.leave(to: level)
        if let count = left {
            if count == 0 { return nil }
            left = count - 1
        } else if try reader.isEnd() {
            return nil
        }
        let key = try reader.text()
        try reader.enter(key, in: level)
        return key
    }
}
