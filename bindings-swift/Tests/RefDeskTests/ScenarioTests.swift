import Foundation
import Testing

@testable import RefDesk

/// The stories of the core, unchanged: each is told to a router by typed commands, and to another in JSON.
struct ScenarioTests {
    static let stories = Place.files(in: "core/tests/scenarios", ending: "json")

    @Test func allStoriesAreThere() {
        #expect(Self.stories.count > 300)
    }

    @Test(arguments: stories)
    func everybodySeesWhatIsTold(_ path: String) throws {
        let story = try Tree(json: Place.text(path))
        let teller = try Teller(story["config"] ?? .map([:]))
        for command in story["given"]?.items ?? [] {
            #expect(try teller.apply(command) == nil)
        }
        for (number, step) in (story["steps"]?.items ?? []).enumerated() {
            try teller.take(step, "step \(number)")
        }
        try teller.endsWhereItBegan()
    }
}

/// Tells a story, and keeps what is seen on the way.
private struct Teller {
    let router: Router
    let twin: Router

    init(_ config: Tree) throws {
        let config = try Config(bytes: config.bytes)
        router = try Router(config)
        twin = try Router(config)
    }

    func take(_ step: Tree, _ place: Comment) throws {
        let at = Timestamp(milliseconds: step["at"]?.number ?? -1)
        var seen = router.advanceAll(to: at)
        try told(twin.advanceJSON(to: at), as: seen, place)
        var refused: RefDeskError?
        if let command = step["do"] {
            switch try answer(command) {
            case .success(let events): seen += events
            case .failure(let error): refused = error
            }
        }
        #expect(try seen.map { try wire($0, at) } == step["see"]?.items ?? [], place)
        for event in seen {
            #expect(try Event(bytes: event.bytes) == event, place)
            #expect(try Event(json: event.json) == event, place)
        }
        if case .refused(let code, let refusal) = refused {
            #expect(try Tree(bytes: refusal.bytes) == step["refused"], place)
            #expect(.text(code) == step["code"], place)
            #expect(refusal.code == code && !refusal.description.isEmpty, place)
        } else {
            #expect(refused == nil && step["refused"] == nil, place)
        }
        if let deadline = step["deadline"] {
            #expect(try router.deadline.map { try Tree(bytes: $0.bytes) } ?? .null == deadline, place)
        }
        try router.checkInvariants()
    }

    func apply(_ command: Tree) throws -> RefDeskError? {
        guard case .failure(let error) = try answer(command) else { return nil }
        return error
    }

    /// What comes of a command by its type, after the same was made of the JSON of it.
    private func answer(_ tree: Tree) throws -> Result<[Event], RefDeskError> {
        let command = try Command(bytes: inFull(tree).bytes)
        #expect(try Command(json: command.json) == command)
        let told = try JSONDecoder().decode([Applied].self, from: Data(twin.applyJSON("[\(command.json)]").utf8))
        let answer = try router.applyAll([command])[0]
        #expect(told.map(\.result) == [answer])
        #expect(try told.allSatisfy { try Applied(json: $0.json) == $0 && Applied(bytes: $0.bytes) == $0 })
        return answer
    }

    private func told(_ json: String, as events: [Event], _ place: Comment) throws {
        // Where time stops between two timers, the twin stops there too.
        let first = try Tree(json: json).items ?? []
        #expect(try Array(events.prefix(first.count)).map { try Tree(bytes: $0.bytes) } == first, place)
        if first.count < events.count { _ = twin.advanceAll(to: router.now) }
    }

    func endsWhereItBegan() throws {
        #expect(twin.digest() == router.digest())
        let restored = try Router(snapshot: router.snapshot())
        #expect(restored.digest() == router.digest())
        #expect(try Router(snapshotJSON: restored.snapshotJSON()).digest() == router.digest())
    }
}

/// `operator:ana` for `{"type": "operator", "operator": "ana"}`.
func inFull(_ command: Tree) -> Tree {
    guard case .map(var items) = command, case .text(let by) = items["by"] else { return command }
    let parts = by.split(separator: ":", maxSplits: 1).map(String.init)
    items["by"] = .map(
        parts.count == 2 ? ["type": .text(parts[0]), parts[0]: .text(parts[1])] : ["type": .text(by)])
    return .map(items)
}

/// An event as stories have it.
private func wire(_ event: Event, _ at: Timestamp) throws -> Tree {
    guard case .map(var items) = try Tree(bytes: event.bytes) else { return .null }
    items["seq"] = nil
    if event.at == at { items["at"] = nil }
    return .map(items)
}
