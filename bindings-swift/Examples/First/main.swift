import RefDesk

let router = try Router(now: 0)
let everybody = Policy(levels: [Level(pool: [.assigned], ring: .all(lapseAfter: .seconds(40)))])
let setup: [Action] = [
    .addInstitution(institution: "ames"),
    .addOperator(operator: "ana", institution: "ames", capacity: 2),
    .addQueue(queue: "desk", institution: "ames", policy: everybody),
    .assignOperator(operator: "ana", queue: "desk"),
    .setPresence(operator: "ana", session: "tab-1", show: .available),
]
for action in setup {
    try router.apply(by: .host, action)
}

for event in try router.apply(by: .patron("pat"), .openChat(chat: "c1", queue: "desk", patron: "pat")) {
    switch event.kind {
    case .chatOffered(let offered):
        print("ring \(offered.operator) for \(offered.chat)")
        try router.apply(
            by: .operator(offered.operator), .acceptOffer(chat: offered.chat, offer: offered.offer))
    default:
        break
    }
}

do {
    try router.apply(by: .patron("pat"), .openChat(chat: "c1", queue: "desk", patron: "pat"))
} catch RefDeskError.refused(let code, let refusal) {
    print("\(code): \(refusal)")
}
