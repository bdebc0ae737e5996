/// Something that happened, for the host to carry out.
public struct Event: WireForm {
    /// When it happened.
    public var at: Timestamp
    /// Its number: 1 for a router's first event, without gaps.
    public var seq: UInt64
    /// What happened.
    public var kind: EventKind

    public init(at: Timestamp, seq: UInt64, kind: EventKind) {
        self.at = at
        self.seq = seq
        self.kind = kind
    }
}

extension Event: Wired {
    private static let names = Names(["at", "seq"])

    init(reading reader: inout Reader) throws {
        var fields = try Fields(&reader)
        guard try fields.next(Self.names, &reader) == 0 else { throw Reader.strange }
        at = try Timestamp(reading: &reader)
        guard try fields.next(Self.names, &reader) == 1 else { throw Reader.strange }
        seq = try UInt64(reading: &reader)
        let tag = try fields.tag(of: EventKind.tags, &reader)
        kind = try EventKind(tag: tag, &fields, &reader)
    }

    func write(to writer: inout Writer) {
        writer.map()
        writer.key("at"); at.write(to: &writer)
        writer.key("seq"); seq.write(to: &writer)
        kind.writeFields(to: &writer)
        writer.end()
    }

    public init(from decoder: any Decoder) throws {
        guard case .map(var items) = try Tree(from: decoder) else { throw Reader.strange }
        var writer = Writer()
        writer.list(3)
        for key in ["at", "seq"] {
            guard let item = items.removeValue(forKey: key) else {
                throw RefDeskError.invalidValue("`\(key)` is missing")
            }
            item.write(to: &writer)
        }
        Tree.map(items).write(to: &writer)
        var reader = Reader(writer.bytes)
        _ = try reader.list()
        at = try Timestamp(reading: &reader)
        seq = try UInt64(reading: &reader)
        kind = try EventKind(reading: &reader)
    }
}
