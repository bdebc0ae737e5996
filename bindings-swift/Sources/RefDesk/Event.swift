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
    private static let names = Names(["at", "seq", "type"])
    private static let misplaced = RefDeskError.invalidValue("`at` and `seq` are wanted before the `type` of an event")

    init(reading reader: inout Reader) throws {
        var fields = try Fields(&reader)
        guard try fields.next(Self.names, &reader) == 0 else { throw Self.misplaced }
        at = try Timestamp(reading: &reader)
        guard try fields.next(Self.names, &reader) == 1 else { throw Self.misplaced }
        seq = try UInt64(reading: &reader)
        let tag = try fields.tag(of: EventKind.tags, after: Self.names, &reader)
        kind = try EventKind(tag: tag, &fields, &reader)
    }

    func write(to writer: inout Writer) {
        writer.map()
        writer.key("at"); at.write(to: &writer)
        writer.key("seq"); seq.write(to: &writer)
        kind.writeFields(to: &writer)
        writer.end()
    }
}
