import RefDesk
import Testing

@Test func aPatronAsksAndAnaIsRung() throws {
    let router = try Router(now: 0)
    for action: Action in [
        .addInstitution(institution: "ames"),
        .addOperator(operator: "ana", institution: "ames", capacity: 2),
        .addQueue(queue: "desk", institution: "ames", policy: Policy(levels: [Level(pool: [.assigned], ring: .all(lapseAfter: .seconds(40)))])),
        .assignOperator(operator: "ana", queue: "desk"),
        .setPresence(operator: "ana", session: "tab-1", show: .available),
    ] {
        try router.apply(by: .host, action)
    }
    let events = try router.apply(by: .patron("pat"), .openChat(chat: "c1", queue: "desk", patron: "pat"))
    #expect(events.count == 2)
    guard case .chatOffered(let offered) = events[1].kind else { Issue.record("\(events)"); return }
    #expect(offered.operator == "ana")
    #expect(router.deadline?.at == 40_000)
    #expect(throws: RefDeskError.refused(code: "duplicate_chat", .duplicateChat(chat: "c1"))) {
        try router.apply(by: .patron("pat"), .openChat(chat: "c1", queue: "desk", patron: "pat"))
    }
}
