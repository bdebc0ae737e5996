// A whole host: the desk of one library, a chat that nobody answers, and a clock that a person could have moved.

import RefDesk

let setup = """
    {
        "institutions": [{"id": "ames"}],
        "operators": [{"id": "ana", "institution": "ames", "capacity": 2}],
        "queues": [{"id": "desk", "institution": "ames", "assigned": ["ana"], "policy": {"levels": [
            {"pool": [{"type": "assigned"}], "ring": {"type": "all", "lapseAfter": "40 s"}}
        ]}}]
    }
    """

// The ten lines.
func step(_ router: Router, _ now: Timestamp, by: Actor, _ action: Action) throws -> Deadline? {
    var events = router.advance(to: now)
    do {
        events += try router.apply(by: by, action)
    } catch RefDeskError.refused(let code, _) {
        print("refused: \(code)")
    }
    for event in events {
        switch event.kind {
        case .chatOffered(let offered): print("ring \(offered.operator) for \(offered.chat)")
        case .offerLapsed(let lapsed): print("\(lapsed.operator) did not answer \(lapsed.chat)")
        default: break
        }
    }
    return router.deadline
}

// As far as here.
let router = try Router(now: 0)
try router.apply(Setup(json: setup))
let (ana, pat) = (Actor.operator("ana"), Actor.patron("pat"))
_ = try step(router, 0, by: ana, .setPresence(operator: "ana", session: "tab-1", show: .available))
guard let alarm = try step(router, 1_000, by: pat, .openChat(chat: "c1", queue: "desk", patron: "pat")) else {
    fatalError("an offer lapses")
}
print("wake me at \(alarm.at)")
_ = try step(router, alarm.at, by: pat, .openChat(chat: "c1", queue: "desk", patron: "pat"))
