// A small chat at one terminal: two operators, and as many patrons as like to come.
//
//     swift run -c release -Xlinker -L../target/swift/release chat
//
// Each line says who speaks: `pat: Where is the atlas?`. Who is no operator is a patron, and their first line opens a
// chat: Ana is rung, and Ben after ten seconds. Operators say `accept`, `decline`, `transfer ben`, `close`, `away`,
// `available`, or a message; patrons say `bye`, or a message. Behind `>` stands who sees it, and what they see.

import Foundation
import RefDesk

/// Hands time and commands in, and carries events out.
final class Host {
    private let router: Router
    private let operators = ["ana", "ben"]
    /// The chat of each patron. What an operator has to do with, the router knows.
    private var chats: [String: String] = [:]
    private var count = 0

    init() throws {
        router = try Router(now: .now)
        let anaFirst = Policy(levels: [
            Level(pool: [.operators(["ana"])], ring: .all(), wait: .seconds(10)),
            Level(pool: [.operators(["ben"])], ring: .all()),
        ])
        try router.apply(by: .host, .addInstitution(institution: "ames"))
        for name in operators {
            try router.apply(by: .host, .addOperator(operator: name, institution: "ames", capacity: 1))
            says(name, "available")
        }
        try router.apply(by: .host, .addQueue(queue: "desk", institution: "ames", policy: anaFirst))
    }

    /// How many milliseconds there are until the router wants to be woken, as `poll` has it: -1 is for ever.
    var wait: Int32 {
        guard let deadline = router.deadline else { return -1 }
        return Int32(clamping: max(0, deadline.at.milliseconds - Timestamp.now.milliseconds))
    }

    func wake() {
        carryOut(router.advanceAll(to: .now))
    }

    func says(_ name: String, _ words: String) {
        wake()
        do {
            if let one = try router.viewOperator(name) {
                guard let action = wanted(by: one, words) else { return show([name], "! there is no chat") }
                carryOut(try router.apply(by: .operator(name), action))
            } else {
                for action in wanted(byPatron: name, words) {
                    carryOut(try router.apply(by: .patron(name), action))
                }
            }
        } catch {
            show([name], "! \(error)")
        }
    }

    func everybodyGoes() {
        for patron in chats.keys.sorted() { says(patron, "bye") }
        for name in operators { says(name, "away") }
    }

    private func wanted(by one: OperatorView, _ line: String) -> Action? {
        let words = line.split(separator: " ").map(String.init)
        switch (words.first, one.rungFor.first, one.answering.first) {
        case ("available", _, _): return .setPresence(operator: one.operator, session: "desk", show: .available)
        case ("away", _, _): return .setPresence(operator: one.operator, session: "desk", show: .away)
        case ("accept", let rung?, _): return .acceptOffer(chat: rung.first, offer: rung.second)
        case ("decline", let rung?, _): return .declineOffer(chat: rung.first, offer: rung.second)
        case ("transfer", _, let chat?) where words.count == 2: return .transferChat(chat: chat, to: .operator(words[1]))
        case ("close", _, let chat?): return .closeChat(chat: chat)
        case (_, _, let chat?): return message(chat, line)
        default: return nil
        }
    }

    private func wanted(byPatron name: String, _ line: String) -> [Action] {
        if let chat = chats[name] { return [line == "bye" ? .leaveChat(chat: chat) : message(chat, line)] }
        count += 1
        return [.openChat(chat: "c\(count)", queue: "desk", patron: name), message("c\(count)", line)]
    }

    private func message(_ chat: String, _ text: String) -> Action {
        count += 1
        return .postMessage(chat: chat, message: "m\(count)", content: .text(text))
    }

    private func carryOut(_ events: [Event]) {
        for event in events {
            switch event.kind {
            case .chatOpened(let opened): chats[opened.patron] = opened.chat
            case .chatOffered(let offered): show([offered.operator], "* \(offered.chat) rings")
            case .offerWithdrawn(let gone): show([gone.operator], "* \(gone.chat) rings no more")
            case .offerLapsed(let gone): show([gone.operator], "* \(gone.chat) rings no more")
            case .chatClaimed(let claimed): show(claimed.chat, claimed.to, "* \(claimed.operator) answers")
            case .transcriptShown(let shown):
                for case .message(_, .text(let text)) in shown.handover.entries.map(\.body) {
                    show([shown.operator], "| \(text)")
                }
            case .messagePosted(let message):
                guard case .text(let text) = message.posted.content else { break }
                let author = if case .operator(let name) = message.posted.author { name } else { "patron" }
                show(message.chat, message.to, "\(author): \(text)")
            case .transferFailed(let failed): show(failed.chat, failed.to, "* it was not transferred")
            case .chatEnded(let ended):
                show(ended.chat, ended.to, "* the chat is over")
                chats[ended.record.patron] = nil
            default: break
            }
        }
    }

    private func show(_ chat: String, _ to: Recipients, _ line: String) {
        show(to.operators + (to.patron ? chats.filter { $0.value == chat }.map(\.key) : []), line)
    }

    private func show(_ people: [String], _ line: String) {
        guard !people.isEmpty else { return }
        print("> \(people.joined(separator: ", ")): \(line)")
    }
}

/// A line of the terminal, without its end.
func take(_ line: some Sequence<UInt8>, _ host: Host) {
    let parts = String(bytes: line, encoding: .utf8)?.split(separator: ":", maxSplits: 1) ?? []
    let said = parts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard said.count == 2, !said.contains("") else { return print("! say who speaks, as in `pat: Where is the atlas?`") }
    host.says(said[0], said[1])
}

let host = try Host()
var (bytes, rest) = ([UInt8](repeating: 0, count: 4096), [UInt8]())
while true {
    fflush(nil)
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, host.wait) > 0 else { host.wake(); continue }
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { break }
    var lines = (rest + bytes[..<count]).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    rest = Array(lines.removeLast())
    for line in lines { take(line, host) }
}
if !rest.isEmpty { take(rest, host) }
host.everybodyGoes()
