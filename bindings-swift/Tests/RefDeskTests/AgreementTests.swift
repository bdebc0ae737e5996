import Foundation
import RefDeskBorder
import Testing

@testable import RefDesk

/// What is no command and no event to the core is none to Swift, which reads them by itself.
struct AgreementTests {
    /// One of each kind of thing that the stories have.
    private static func each(_ of: (Tree) -> [Tree], _ kind: (Tree) -> Tree?) throws -> [Tree] {
        var seen: [Tree: Tree] = [:]
        for path in ScenarioTests.stories {
            for one in of(try Tree(json: Place.text(path))) {
                if let kind = kind(one) { seen[kind] = seen[kind] ?? one }
            }
        }
        return Array(seen.values)
    }

    @Test func aCommandThatTheCoreRefusesIsRefused() throws {
        let given: (Tree) -> [Tree] = { ($0["given"]?.items ?? []) + ($0["steps"]?.items ?? []).compactMap { $0["do"] } }
        let commands = try Self.each(given) { $0["action"]?["type"] }
        let router = try Router(now: 0)
        #expect(commands.count > 65)
        for command in commands.map(inFull) {
            try compare(command) { try Command(bytes: $0) } core: { _ = try router.applyBytes(Data([0x81]) + $0) }
        }
    }

    @Test func anEventThatTheCoreRefusesIsRefused() throws {
        let seen: (Tree) -> [Tree] = { ($0["steps"]?.items ?? []).flatMap { $0["see"]?.items ?? [] } }
        let events = try Self.each(seen) { $0["type"] }
        let tally = try RefDeskBorder.Tally(timeZone: "UTC")
        #expect(events.count > 50)
        for case .map(let event) in events {
            let whole = Tree.map(event.merging(["at": .number(0), "seq": .number(1)]) { $1 })
            try compare(whole) { try Event(bytes: $0) } core: { try tally.hear(events: Data([0x81]) + $0) }
        }
    }

    @Test func aRefusalThatTheCoreRefusesIsRefused() throws {
        let refused: (Tree) -> [Tree] = { ($0["steps"]?.items ?? []).compactMap { $0["refused"] } }
        let refusals = try Self.each(refused, { $0["type"] })
        #expect(refusals.count > 40)
        for refusal in refusals {
            try compare(refusal) { try Refusal(bytes: $0) } core: { _ = try refusalText(refusal: $0) }
        }
    }

    @Test func aMessageHasWordsOrAReference() throws {
        let reference = #""reference":{"key":"k1","digest":"\#(String(repeating: "0", count: 64))"}"#
        let router = try Router(now: 0)
        for content in [#""text":"a""#, reference, #""text":"a",\#(reference)"#, #""more":1"#] {
            let tree = try Tree(json: #"{"by":{"type":"host"},"action":{"type":"postMessage","chat":"c1","message":"m1",\#(content)}}"#)
            try compare(tree) { try Command(bytes: $0) } core: { _ = try router.applyBytes(Data([0x81]) + $0) }
        }
    }

    /// With a key twice, and with one that nobody knows, in each of its maps.
    private func compare<Value>(
        _ tree: Tree, swift: (Data) throws -> Value, core: (Data) throws -> Void
    ) throws {
        for (number, map) in maps(in: tree).enumerated() {
            for key in [nil, "more"] + map.keys.sorted() {
                let bytes = Spoiled(map: number, key: key).bytes(of: tree)
                let (ours, theirs) = (fault { _ = try swift(bytes) }, fault { try core(bytes) })
                // Of what the host has named itself, such as skills, the core takes the last.
                if ours?.contains("two keys are equal to Swift") == true { continue }
                #expect((ours == nil) == (theirs == nil), "\(tree.json), `\(key ?? "")`: \(ours ?? "read") \(theirs ?? "read")")
            }
        }
    }

    private func fault(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return "\(error)"
        }
    }
}

/// The maps of a tree, each before those in it.
private func maps(in tree: Tree) -> [[String: Tree]] {
    switch tree {
    case .map(let items): [items] + keys(of: items).flatMap { items[$0].map(maps) ?? [] }
    case .list(let items): items.flatMap(maps)
    default: []
    }
}

/// In the order of the wire form.
private func keys(of items: [String: Tree]) -> [String] {
    let first = (items["seq"] == nil ? ["type"] : ["at", "seq", "type"]).filter { items[$0] != nil }
    return first + items.keys.filter { !first.contains($0) }.sorted()
}

/// Writes a tree with one key more at the end of one of its maps: one that is there already, or another.
private struct Spoiled {
    var map: Int
    let key: String?

    func bytes(of tree: Tree) -> Data {
        var (writer, spoiled) = (Writer(), self)
        spoiled.write(tree, to: &writer)
        return Data(writer.bytes)
    }

    private mutating func write(_ tree: Tree, to writer: inout Writer) {
        switch tree {
        case .list(let items):
            writer.list(items.count)
            for item in items { write(item, to: &writer) }
        case .map(let items):
            let isIt = map == 0 && key != nil
            map -= 1
            writer.map(items.count + (isIt ? 1 : 0))
            for key in keys(of: items) {
                writer.text(key)
                write(items[key] ?? .null, to: &writer)
            }
            if isIt, let key {
                writer.text(key)
                (items[key] ?? .number(1)).write(to: &writer)
            }
        default: tree.write(to: &writer)
        }
    }
}

extension Tree {
    fileprivate var json: String {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
