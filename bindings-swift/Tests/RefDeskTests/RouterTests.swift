import Foundation
import RefDesk
import Testing

/// The router as a host sees it.
struct RouterTests {
    let router: Router

    /// Ana's desk, and she is there.
    init() throws {
        router = try Router(now: 0)
        let everybody = Policy(levels: [Level(pool: [.assigned], ring: .all(lapseAfter: .seconds(40)))])
        for action: Action in [
            .addInstitution(institution: "ames"),
            .addOperator(operator: "ana", institution: "ames", capacity: 2),
            .addQueue(queue: "desk", institution: "ames", policy: everybody),
            .assignOperator(operator: "ana", queue: "desk"),
            .setPresence(operator: "ana", session: "tab-1", show: .available),
        ] {
            try router.apply(by: .host, action)
        }
    }

    private let open = Command(by: .patron("pat"), action: .openChat(chat: "c1", queue: "desk", patron: "pat"))

    @Test func aChatFromItsBeginningToItsRecord() throws {
        let events = try router.apply(open)
        guard events.count == 2, case .chatOpened = events[0].kind, case .chatOffered(let offered) = events[1].kind
        else {
            Issue.record("nobody is rung: \(events)")
            return
        }
        #expect(offered.chat == "c1" && offered.operator == "ana" && offered.offer == 1)
        #expect(router.deadline == Deadline(at: 40_000, reason: .ringLapses(chat: "c1", level: 0)))
        try router.apply(by: .operator("ana"), .acceptOffer(chat: "c1", offer: 1))
        try router.apply(by: .patron("pat"), .postMessage(chat: "c1", message: "m1", content: "Where is the atlas?"))
        let view = try #require(try router.viewChat("c1"))
        #expect(view.owner == "ana" && view.phase == .active && view.patron == "pat")
        #expect(try router.viewOperator("ana")?.answering == ["c1"])
        guard case .chatEnded(let ended)? = try router.apply(by: .operator("ana"), .closeChat(chat: "c1")).last?.kind
        else {
            Issue.record("it does not end")
            return
        }
        let said = ended.record.transcript.compactMap { if case .message(_, let content) = $0.body { content } else { nil } }
        #expect(said == ["Where is the atlas?"])
        #expect(try Record(json: ended.record.json) == ended.record)
        #expect(try ended.record.masked(as: "p0").patron == "p0")
        #expect(try router.viewChat("c1") == nil && router.openChats == 0)
    }

    @Test func aRefusalIsAnErrorWithItsIds() throws {
        try router.apply(open)
        let before = router.digest()
        do {
            try router.apply(open)
            Issue.record("a second chat has the id of the first")
        } catch let error as RefDeskError {
            switch error {
            case .refused(let code, .duplicateChat(let chat)): #expect(code == "duplicate_chat" && chat == "c1")
            case .refused, .invalidValue, .invalidSetup, .invalidSnapshot, .invalidJournal, .chainBroken,
                .invariantBroken:
                Issue.record("another error: \(error)")
            }
            #expect(error.code == "duplicate_chat")
            #expect("\(error)" == "there is a chat `c1` already, or was not long ago")
        }
        #expect(router.digest() == before)
    }

    /// To the router, ids are their bytes: what it says has those that it was told, though Swift takes both for one.
    @Test func idsThatAreOneToSwiftAreTwoToTheRouter() throws {
        let (one, other) = ("caf\u{E9}", "cafe\u{301}")
        for chat in [one, other] {
            let opened = try router.apply(by: .patron("pat"), .openChat(chat: chat, queue: "desk", patron: "pat"))
            guard case .chatOpened(let told)? = opened.first?.kind else { Issue.record("it is not opened"); return }
            #expect(told.chat.utf8.elementsEqual(chat.utf8))
        }
        #expect(router.openChats == 2)
        #expect(zip(router.chats, [other, one]).allSatisfy { $0.utf8.elementsEqual($1.utf8) })
    }

    @Test func longTextsAndLargeNumbersCross() throws {
        let texts = ["é", String(repeating: "ü", count: 99), String(repeating: "atlas ", count: 500)]
        for (number, text) in texts.enumerated() {
            let chat = "c\(number)"
            try router.apply(by: .patron("pat"), .openChat(chat: chat, queue: "desk", patron: "pat"))
            let posted = try router.apply(
                by: .patron("pat"), .postMessage(chat: chat, message: "m1", content: .text(text)))
            guard case .messagePosted(let told)? = posted.last?.kind else { Issue.record("\(posted)"); return }
            #expect(told.posted.content == .text(text))
        }
        // Where nobody waits, time moves on to its end at once.
        let quiet = try RouterTests().router
        for now: Timestamp in [99, 100, 127, 128, 16_384, 1_795_593_640_250, 8_640_000_000_000_000] {
            quiet.advance(to: now)
            let away = try quiet.apply(
                by: .operator("ana"), .setPresence(operator: "ana", session: "tab-1", show: .away, priority: -128))
            #expect(away.count == 1 && away[0].at == now && quiet.now == now)
            try quiet.apply(by: .operator("ana"), .setPresence(operator: "ana", session: "tab-1", show: .chat))
        }
        #expect { try router.apply(by: .operator("ana"), .acceptOffer(chat: "c0", offer: .max)) } throws: { error in
            let error = error as? RefDeskError
            return error?.code == "offer_gone" && error?.description.contains("offer 4294967295") == true
        }
    }

    @Test func aBadValueIsAnErrorAndChangesNothing() throws {
        let before = router.digest()
        for (id, said) in [("", "empty"), ("c\n", "control"), (String(repeating: "c", count: 256), "255 bytes")] {
            #expect { try router.apply(by: .host, .openChat(chat: id, queue: "desk", patron: "p")) } throws: { error in
                let error = error as? RefDeskError
                return error?.code == "invalid_value" && "\(error!)".contains(said)
            }
        }
        #expect(throws: RefDeskError.invalidValue("`chat`: an id must not be empty")) { try router.viewChat("") }
        #expect(throws: RefDeskError.invalidValue("`secret`: 32 bytes are wanted")) {
            try Router(secret: Data([1, 2, 3]))
        }
        #expect(throws: RefDeskError.self) {
            try router.applyAll([open, Command(by: .patron(""), action: .leaveChat(chat: "c1"))])
        }
        #expect(throws: RefDeskError.self) { try router.applyJSON("[7]") }
        #expect(throws: RefDeskError.self) { try router.applyBytes(Data([0xFF])) }
        #expect(router.digest() == before)
    }

    @Test func manyCommandsInOneCall() throws {
        let other = router.copy()
        let commands = (0..<5).map {
            Command(by: .patron("pat"), action: .openChat(chat: "c\($0 % 3)", queue: "desk", patron: "pat"))
        }
        for (command, answer) in zip(commands, try router.applyAll(commands)) {
            switch answer {
            case .success(let events): #expect(try other.apply(command) == events)
            case .failure(let refused): #expect(throws: refused) { try other.apply(command) }
            }
        }
        #expect(router.digest() == other.digest())
    }

    @Test func whySomebodyIsRung() throws {
        try router.apply(open)
        let explanation = try router.explain("c1", by: .host)
        #expect(explanation.course?.levels.first?.operators.map(\.operator) == ["ana"])
        #expect("\(explanation)".contains("ana"))
        #expect(throws: RefDeskError.refused(code: "not_permitted", .notPermitted(by: .patron))) {
            try router.explain("c1", by: .patron("pat"))
        }
        #expect(try router.position(of: "c1") != nil)
        #expect(try router.availability(of: "desk") != nil && router.availability(of: "no") == nil)
        #expect(try router.queueState(of: "desk") == .open)
        #expect(try router.colleagues(of: "ana")?.buddies == [])
        #expect(try router.listings(for: "ames").isEmpty)
        #expect(try router.chatsAtPartners(of: "ames", reader: .host).isEmpty)
        try router.apply(by: .operator("ana"), .acceptOffer(chat: "c1", offer: 1))
        try router.apply(by: .host, .addOperator(operator: "ben", institution: "ames", capacity: 1))
        try router.apply(by: .host, .assignOperator(operator: "ben", queue: "desk"))
        let choices = try router.targets(of: "c1", reader: .operator("ana"))
        #expect(try !choices.isEmpty && choices == router.targets(of: "c1", reader: .host))
        #expect(throws: RefDeskError.self) { try router.targets(of: "c1", reader: .patron("pat")) }
    }

    @Test func aChainOfDigestsIsChecked() throws {
        var config = Config()
        config.digests = true
        #expect(config != Config() && config.limits == Limits())
        let router = try Router(config, now: 0)
        #expect(router.config == config)
        _ = try Desk(router)
        let rung = try router.apply(by: .patron("pat"), .openChat(chat: "c2", queue: "desk", patron: "pat"))
        guard case .chatOffered(let offered)? = rung.last?.kind else {
            Issue.record("nobody is rung: \(rung)")
            return
        }
        try router.apply(by: .operator("ana"), .acceptOffer(chat: "c2", offer: offered.offer))
        try router.apply(by: .patron("pat"), .postMessage(chat: "c2", message: "m1", content: "hello"))
        var view = try router.viewTranscript(of: "c2", reader: .host)
        #expect(try view.verify() == router.transcriptDigest(of: "c2", reader: .host))
        #expect(try router.transcript(of: "c2", reader: .patron("pat")).count == 2)
        view.links.removeFirst()
        #expect { try view.verify() } throws: { ($0 as? RefDeskError)?.code == "chain_broken" }
    }

    @Test func tasksShareARouter() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for who in 0..<4 {
                group.addTask {
                    for number in 0..<100 {
                        let chat = "c\(who)-\(number)"
                        let patron = Actor.patron("p\(who)")
                        try router.apply(by: patron, .openChat(chat: chat, queue: "desk", patron: "p\(who)"))
                        try router.apply(by: patron, .leaveChat(chat: chat))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(router.openChats == 0 && router.accepted == 5 + 4 * 100 * 2)
        try router.checkInvariants()
    }
}
