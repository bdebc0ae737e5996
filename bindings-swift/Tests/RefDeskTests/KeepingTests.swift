import Foundation
import RefDesk
import Testing

struct KeepingTests {
    @Test func aJournalBringsTheRouterBack() throws {
        let router = try Router(now: 0)
        var (frames, lines) = (router.journalHeader(), router.journalHeaderLine())
        var whole = 0
        let actions: [Action] = [
            .addInstitution(institution: "ames"), .addOperator(operator: "ana", institution: "ames", capacity: 1),
        ]
        for action in actions {
            whole = frames.count
            try router.apply(by: .host, action)
            frames += try router.journalFrame(by: .host, action)
            lines += try router.journalLine(by: .host, action)
            router.advance(to: 1000)
        }
        for journal in [try Journal(frames), try Journal(lines: lines)] {
            #expect(journal.map(\.number) == [1, 2] && !journal.torn && journal.count == 2)
            #expect(journal.map(\.command) == actions.map { Command(by: .host, action: $0) })
            let again = try journal.router()
            try again.replay(journal)
            #expect(again.digest() == router.digest())
            #expect(try again.replay(journal).isEmpty)
        }
        let torn = try Journal(frames.dropLast())
        #expect(torn.torn && torn.count == 1 && torn.whole == UInt64(whole))
        #expect { try Journal(Data("no journal".utf8)) } throws: { ($0 as? RefDeskError)?.code == "no_journal" }
    }

    @Test func commandsOfOneCallAreKeptByTheirNumbers() throws {
        let router = try Router(now: 0)
        var journal = router.journalHeader()
        let commands = ["ames", "ames", "burr"].map { Command(by: .host, action: .addInstitution(institution: $0)) }
        var number = router.accepted
        for (command, answer) in zip(commands, try router.applyAll(commands)) {
            guard case .success = answer else { continue }
            number += 1
            journal += try router.journalFrame(by: command.by, command.action, number: number)
        }
        let again = try Journal(journal).router()
        try again.replay(Journal(journal))
        #expect(number == 2 && again.digest() == router.digest())
        #expect(throws: RefDeskError.invalidValue("`number`: no command was accepted as number 3: the router has accepted 2 so far")) {
            try router.journalFrame(by: .host, commands[0].action, number: 3)
        }
    }

    @Test func aJournalWithAFaultSaysWhatItHasLedTo() throws {
        let router = try Router(now: 0)
        let desk = try Desk(router)
        let refused = Action.addInstitution(institution: "ames")
        try router.apply(by: .host, .addInstitution(institution: "burr"))
        let journal = try Journal(desk.journal + router.journalFrame(by: .host, refused))
        for kept in [true, false] {
            do {
                try journal.router().replay(journal, events: kept)
                Issue.record("the journal has a fault")
            } catch RefDeskError.invalidJournal(let code, _, let events) {
                #expect(code == "refused" && events == (kept ? desk.events : []))
            }
        }
    }

    @Test func aRandomJournalLeadsToTheDigestOfAllLanguages() throws {
        let folder = Place.project + "/target/journal"
        guard let bytes = FileManager.default.contents(atPath: folder + "/random.journal") else {
            Issue.record("run `make journal`")
            return
        }
        let digest = try String(contentsOfFile: folder + "/random.digest", encoding: .utf8)
        let journal = try Journal(bytes)
        #expect(journal.count == 100_000)
        let router = try journal.router()
        try router.replay(journal, events: false)
        #expect(router.digest() == digest.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    @Test(arguments: [Data(), Data("REFDESKS".utf8), Data(repeating: 0, count: 100)])
    func whatIsNoSnapshotIsRefused(_ bytes: Data) {
        #expect { try Router(snapshot: bytes) } throws: { error in
            ["no_snapshot", "cut", "unreadable"].contains((error as? RefDeskError)?.code)
        }
        #expect(throws: RefDeskError.self) { try Router(snapshotJSON: String(repeating: "[", count: 10_000)) }
    }

    @Test func aSetupDocumentIsAppliedOrSaysWhatIsWrong() throws {
        let setup = try Setup(
            json: """
                {"institutions": [{"id": "ames"}], "operators": [{"id": "ana", "institution": "ames", "capacity": 2}],
                 "queues": [{"id": "desk", "institution": "ames", "assigned": ["ana"]}]}
                """)
        let router = try Router()
        #expect(try router.plan(setup).count == 4)
        try router.apply(setup)
        #expect(try router.plan(setup).isEmpty)
        #expect(try Setup(json: router.setup().json) == router.setup())
        let odd = try Setup(
            json: """
                {"institutions": [{"id": "ames"}],
                 "operators": [{"id": "ana", "institution": "amse", "capacity": 1}]}
                """)
        do {
            try router.apply(odd)
            Issue.record("a fault is no error")
        } catch RefDeskError.invalidSetup(let code, let report) {
            #expect(code == "unknown_name" && report.faults.map(\.path) == ["operators[0].institution"])
            #expect(try report.faults == odd.check().faults && report.description.contains("ames"))
        }
        #expect(throws: RefDeskError.self) { try Setup(json: "{\"institution\": []}") }
    }

    @Test func whatAnotherSetupWouldHaveDone() throws {
        let router = try Router(now: 0)
        let desk = try Desk(router)
        let recording = try Recording(try Journal(desk.journal))
        let supposed = try recording.under(recording.setup)
        #expect(supposed.recorded == recording.report && !supposed.description.isEmpty)
        #expect(supposed.json.contains("\"supposed\""))
    }

    @Test func aReportCountsWhatWasHeard() throws {
        let router = try Router(now: 0)
        let tally = try Tally(timeZone: "America/Chicago")
        let desk = try Desk(router)
        tally.hearOperators(of: router)
        try tally.hear(desk.events)
        let report = tally.report(until: 60_000)
        #expect(report.json.contains("\"offered\":1") && report.description.contains("ames"))
        #expect(throws: RefDeskError.self) { try Tally(timeZone: "Mars/Olympus") }
    }
}

/// A chat from its beginning to its end, with what is kept of it.
struct Desk {
    var journal: Data
    var events: [Event] = []

    init(_ router: Router) throws {
        journal = router.journalHeader()
        let everybody = Policy(levels: [Level(pool: [.assigned], ring: .all(lapseAfter: .seconds(40)))])
        for action: Action in [
            .addInstitution(institution: "ames"),
            .addOperator(operator: "ana", institution: "ames", capacity: 2),
            .addQueue(queue: "desk", institution: "ames", policy: everybody),
            .assignOperator(operator: "ana", queue: "desk"),
            .setPresence(operator: "ana", session: "tab-1", show: .available),
        ] {
            try take(router, .host, action)
        }
        try take(router, .patron("pat"), .openChat(chat: "c1", queue: "desk", patron: "pat"))
        try take(router, .operator("ana"), .acceptOffer(chat: "c1", offer: 1))
        try take(router, .patron("pat"), .postMessage(chat: "c1", message: "m1", content: "Where is the atlas?"))
        try take(router, .operator("ana"), .closeChat(chat: "c1"))
    }

    private mutating func take(_ router: Router, _ by: Actor, _ action: Action) throws {
        events += try router.apply(by: by, action)
        journal += try router.journalFrame(by: by, action)
    }
}
