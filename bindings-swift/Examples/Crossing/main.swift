import Foundation
import RefDesk

// What it costs to cross the border between Swift and Rust: the life of a chat, again and again, in one run.
//
//     make crossing-swift
//
// A row is the processor time of one command of the four, the least of all runs. The first is the core alone: the same
// commands, written down and carried out in one call that keeps no events. After it, only the rows are run whose name has
// the second argument in it: `./swift.sh ./release.sh crossing 100000 typed` is long enough for a profile.

let chats = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 20_000
let wanted = CommandLine.arguments.dropFirst(2).first ?? ""
let (together, asked, text) = (25, 4, "Where is the atlas?")

func desk() throws -> Router {
    // A router remembers the ids of ended chats up to a limit. It is reached soon, so that many chats cost what few do.
    var config = Config()
    config.limits.endedIds = 1_000
    let router = try Router(config, now: 0)
    let everybody = Policy(levels: [Level(pool: [.assigned], ring: .all(lapseAfter: .seconds(40)))])
    try router.apply(by: .host, .addInstitution(institution: "ames"))
    try router.apply(by: .host, .addQueue(queue: "desk", institution: "ames", policy: everybody))
    for name in ["ana", "ben"] {
        try router.apply(by: .host, .addOperator(operator: name, institution: "ames", capacity: 2))
        try router.apply(by: .host, .assignOperator(operator: name, queue: "desk"))
        try router.apply(by: .operator(name), .setPresence(operator: name, session: "tab-1", show: .available))
    }
    return router
}

/// A chat is opened, taken, written in and closed.
func life(_ chat: String) -> [Command] {
    let (ana, pat) = (Actor.operator("ana"), Actor.patron("pat"))
    return [
        Command(by: pat, action: .openChat(chat: chat, queue: "desk", patron: "pat")),
        Command(by: ana, action: .acceptOffer(chat: chat, offer: 1)),
        Command(by: pat, action: .postMessage(chat: chat, message: "m1", content: .text(text))),
        Command(by: ana, action: .closeChat(chat: chat)),
    ]
}

func lives(from first: Int) -> [Command] {
    (first..<min(first + together, chats)).flatMap { life("c\($0)") }
}

func processor() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

func row(_ name: String, times: Int, _ prepare: () throws -> () throws -> Int) throws -> Double {
    guard core == nil || wanted.isEmpty || name.contains(wanted) else { return 0 }
    var (least, events) = (UInt64.max, 0)
    for _ in 0..<5 {
        let timed = try prepare()
        let start = processor()
        events = try timed()
        least = min(least, processor() - start)
    }
    let each = Double(least) / Double(times)
    let ratio = core.map { String(format: "%.1f", each / $0) } ?? "1.0"
    print("| \(name) | \(Int(each.rounded())) | \(ratio) |", events == 0 ? "" : "\(events) events")
    return each
}

let count = chats * asked
nonisolated(unsafe) var core: Double?
nonisolated(unsafe) var made: [Command] = []
print("| what is done | ns a command | to the core |\n|---|---:|---:|")
core = try row("the core alone", times: count) {
    let router = try desk()
    let played = try desk()
    var journal = played.journalHeader()
    var kept: [Data] = []
    for chat in 0..<chats {
        for command in life("c\(chat)") {
            try played.apply(command)
            kept.append(try played.journalFrame(by: command.by, command.action))
        }
    }
    journal.append(contentsOf: kept.joined())
    let read = try Journal(journal)
    return { try router.replay(read, events: false).count }
}
_ = try row("typed, one in a call", times: count) {
    let (router, names) = (try desk(), (0..<chats).map { "c\($0)" })
    return {
        var events = 0
        for chat in names {
            for command in life(chat) { events += try router.apply(command).count }
        }
        return events
    }
}
_ = try row("typed, a hundred in a call", times: count) {
    let router = try desk()
    return {
        var events = 0
        for first in stride(from: 0, to: chats, by: together) {
            for answer in try router.applyAll(lives(from: first)) { events += try answer.get().count }
        }
        return events
    }
}
_ = try row("CBOR, one in a call", times: count) {
    let router = try desk()
    let lists = (0..<chats).flatMap { life("c\($0)").map { Data([0x81]) + $0.bytes } }
    return { try lists.reduce(0) { try $0 + (router.applyBytes($1).isEmpty ? 1 : 0) } }
}
_ = try row("CBOR, a hundred in a call", times: count) {
    let router = try desk()
    let lists = stride(from: 0, to: chats, by: together).map { first in
        lives(from: first).reduce(into: Data([0x98, UInt8(asked * together)])) { $0 += $1.bytes }
    }
    return { try lists.reduce(0) { try $0 + (router.applyBytes($1).isEmpty ? 1 : 0) } }
}
_ = try row("JSON, a hundred in a call", times: count) {
    let router = try desk()
    let lists = stride(from: 0, to: chats, by: together).map { first in
        "[" + lives(from: first).map(\.json).joined(separator: ",") + "]"
    }
    return { try lists.reduce(0) { try $0 + (router.applyJSON($1).isEmpty ? 1 : 0) } }
}
_ = try row("a command made in Swift, and not sent", times: count) {
    let names = (0..<chats).map { "c\($0)" }
    return {
        for chat in names { made = life(chat) }
        return made.count
    }
}
_ = try row("a call that asks for the time", times: count) {
    let router = try desk()
    return { (0..<count).reduce(0) { sum, _ in sum + Int(router.now.milliseconds) } }
}
_ = try row("a command as bytes, and one from bytes", times: count) {
    let commands = (0..<chats).flatMap { life("c\($0)") }
    return { try commands.reduce(0) { try $0 + (Command(bytes: $1.bytes) == $1 ? 0 : 1) } }
}
