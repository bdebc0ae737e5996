import Foundation
import RefDesk

// What it costs to cross: commands built, carried out, and their events read, against the same in one call, in the
// wire form, and against a call that does nothing.
//
//     ./swift.sh swift run -c release -Xlinker -L../target/swift/release crossing

let rounds = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 20_000

func desk() throws -> Router {
    let router = try Router(now: 0)
    let everybody = Policy(levels: [Level(pool: [.assigned], ring: .all())])
    let setup: [Action] = [
        .addInstitution(institution: "ames"),
        .addOperator(operator: "ana", institution: "ames", capacity: 2),
        .addQueue(queue: "desk", institution: "ames", policy: everybody),
        .assignOperator(operator: "ana", queue: "desk"),
        .setPresence(operator: "ana", session: "tab-1", show: .available),
    ]
    for action in setup { try router.apply(by: .host, action) }
    return router
}

/// A chat that is opened and left again: commands with two events each.
func story(_ number: Int) -> [Command] {
    let (pat, chat) = (Actor.patron("pat"), "c\(number)")
    return [
        Command(by: pat, action: .openChat(chat: chat, queue: "desk", patron: "pat")),
        Command(by: pat, action: .leaveChat(chat: chat)),
    ]
}

func measured(_ name: String, commands: Int, _ body: () throws -> Int) throws {
    let start = DispatchTime.now().uptimeNanoseconds
    let events = try body()
    let spent = Double(DispatchTime.now().uptimeNanoseconds - start) / 1000
    let padded = name.padding(toLength: 44, withPad: " ", startingAt: 0)
    print(padded, String(format: "%7.2f µs a command", spent / Double(commands)), "  \(events) events")
}

let all = (0..<rounds).map(story)
let count = rounds * 2

try measured("one by one, typed, built and read", commands: count) {
    let router = try desk()
    var events = 0
    for number in 0..<rounds {
        for command in story(number) { events += try router.apply(command).count }
    }
    return events
}
for size in [1, 50] {
    try measured("\(size * 2) in one call, typed", commands: count) {
        let router = try desk()
        var events = 0
        for first in stride(from: 0, to: rounds, by: size) {
            let commands = all[first..<min(first + size, rounds)].flatMap { $0 }
            for answer in try router.applyAll(commands) { events += try answer.get().count }
        }
        return events
    }
}
try measured("1 in a call, bytes in and out", commands: count) {
    let router = try desk()
    var bytes = 0
    let lists = all.map { $0.map { Data([0x81]) + $0.bytes } }
    for story in lists { for list in story { bytes += try router.applyBytes(list).count } }
    return bytes == 0 ? 1 : 0
}
try measured("a call that asks for the time", commands: count) {
    let router = try desk()
    var sum: Int64 = 0
    for _ in 0..<count { sum += router.now.milliseconds }
    return Int(sum)
}
