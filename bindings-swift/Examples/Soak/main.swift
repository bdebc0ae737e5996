import Foundation
import RefDesk

// Many commands in a loop, answered and refused, and how much memory the process has after each tenth of them: it must
// not grow.
//
//     ./swift.sh swift run -c release -Xlinker -L../target/swift/release soak 1000000

let rounds = max(10, (CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 1_000_000) / 5)
// A router remembers the ids of ended chats up to a limit: it is reached soon.
var config = Config()
config.limits.endedIds = 100
let router = try Router(config, now: 0)
let everybody = Policy(levels: [Level(pool: [.assigned], ring: .all())])
for action: Action in [
    .addInstitution(institution: "ames"),
    .addOperator(operator: "ana", institution: "ames", capacity: 2),
    .addQueue(queue: "desk", institution: "ames", policy: everybody),
    .assignOperator(operator: "ana", queue: "desk"),
    .setPresence(operator: "ana", session: "tab-1", show: .available),
] {
    try router.apply(by: .host, action)
}

/// What the process has in memory, in bytes; 0 where the system does not tell.
func resident() -> Int {
    let told = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    return Int(told?.split(separator: " ").dropFirst().first ?? "").map { $0 * 4096 } ?? 0
}

func chat(_ number: Int) throws {
    let (ana, pat, chat) = (Actor.operator("ana"), Actor.patron("pat"), "chat-\(number)-of-a-long-day")
    for event in try router.apply(by: pat, .openChat(chat: chat, queue: "desk", patron: "pat")) {
        guard case .chatOffered(let offered) = event.kind else { continue }
        try router.apply(by: ana, .acceptOffer(chat: chat, offer: offered.offer))
    }
    try router.apply(by: pat, .postMessage(chat: chat, message: "m1", content: "Where is the atlas, please?"))
    do {
        try router.apply(by: pat, .openChat(chat: chat, queue: "desk", patron: "pat"))
    } catch RefDeskError.refused(code: "duplicate_chat", _) {}
    try router.apply(by: ana, .closeChat(chat: chat))
}

var (warm, last) = (0, 0)
for tenth in 0..<10 {
    for number in tenth * rounds / 10..<(tenth + 1) * rounds / 10 { try chat(number) }
    last = resident()
    if tenth == 0 { warm = last }
    print("\((tenth + 1) * rounds / 2) commands: \(last / 1024) KiB")
}
print("grew by \((last - warm) / 1024) KiB after the first tenth")
