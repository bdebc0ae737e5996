import Foundation

/// Any value of the wire form: what stands between its two forms.
enum Tree: Wired, Codable, Hashable {
    case null
    case bool(Bool)
    case number(Int64)
    case large(UInt64)
    case double(Double)
    case text(String)
    case list([Tree])
    case map([String: Tree])

    init(reading reader: inout Reader) throws {
        let (major, low) = try reader.peek()
        switch (major, low) {
        case (0, _):
            let size: UInt64 = try reader.integer()
            self = Int64(exactly: size).map(Tree.number) ?? .large(size)
        case (1, _): self = .number(try reader.integer())
        case (3, _): self = .text(try String(reading: &reader))
        case (4, _): self = .list(try reader.deeper { try [Tree](reading: &$0) })
        case (5, _): self = .map(try reader.deeper { try [String: Tree](reading: &$0) })
        case (7, 20), (7, 21): self = .bool(try reader.bool())
        case (7, 22): _ = try reader.isNull(); self = .null
        case (7, 27): self = .double(try reader.double())
        default: throw Reader.strange
        }
    }

    func write(to writer: inout Writer) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .number(let value): writer.number(value)
        case .large(let value): writer.number(value)
        case .double(let value): writer.double(value)
        case .text(let value): writer.text(value)
        case .list(let items): items.write(to: &writer)
        case .map(let items): Self.write(items, to: &writer)
        }
    }

    /// What tells the kind of a thing stands first, in an event after its time and its number.
    private static func write(_ items: [String: Tree], to writer: inout Writer) {
        writer.map(items.count)
        let first = (items["seq"] == nil ? ["type"] : ["at", "seq", "type"]).filter { items[$0] != nil }
        for key in first + items.keys.filter({ !first.contains($0) }).sorted() {
            writer.text(key)
            items[key]?.write(to: &writer)
        }
    }

    init(from decoder: any Decoder) throws {
        if let map = try? decoder.container(keyedBy: Key.self) {
            var items: [String: Tree] = [:]
            for key in map.allKeys { items[key.stringValue] = try map.decode(Tree.self, forKey: key) }
            self = .map(items)
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var items: [Tree] = []
            while !list.isAtEnd { items.append(try list.decode(Tree.self)) }
            self = .list(items)
            return
        }
        let one = try decoder.singleValueContainer()
        if one.decodeNil() {
            self = .null
        } else if let value = try? one.decode(String.self) {
            self = .text(value)
        } else if let value = try? one.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? one.decode(Int64.self) {
            self = .number(value)
        } else if let value = try? one.decode(UInt64.self) {
            self = .large(value)
        } else {
            self = .double(try one.decode(Double.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .list(let items):
            var list = encoder.unkeyedContainer()
            for item in items { try list.encode(item) }
        case .map(let items):
            var map = encoder.container(keyedBy: Key.self)
            for (key, item) in items { try map.encode(item, forKey: Key(stringValue: key)) }
        case .null:
            var one = encoder.singleValueContainer()
            try one.encodeNil()
        case .bool(let value): try Self.alone(value, encoder)
        case .number(let value): try Self.alone(value, encoder)
        case .large(let value): try Self.alone(value, encoder)
        case .double(let value): try Self.alone(value, encoder)
        case .text(let value): try Self.alone(value, encoder)
        }
    }

    private static func alone(_ value: some Encodable, _ encoder: any Encoder) throws {
        var one = encoder.singleValueContainer()
        try one.encode(value)
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
