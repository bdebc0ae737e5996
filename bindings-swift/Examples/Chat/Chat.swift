// A small chat: two operators and as many patrons as like to come, over TCP.
//
//     swift run -c release -Xlinker -L../target/swift/release chat 7000
//
// Then, in other terminals, `nc localhost 7000`. The first line says who you are: `operator ana`, `operator ben`,
// `patron pat`. A patron writes, and that opens a chat; Ana is rung, and Ben after ten seconds. Operators write
// `accept`, `decline`, `transfer ben`, `close`, or a message.

import RefDesk

/// Hands time and commands in, and carries events out.
final class Host {
    let router: Router
    var people: [Actor: Line] = [:]
    private var chats: [Actor: String] = [:]
    private var offers: [Actor: ChatOffered] = [:]
    private var count = 0

    init() throws {
        router = try Router(now: .now)
        let anaFirst = Policy(levels: [
            Level(pool: [.operators(["ana"])], ring: .all(), wait: .seconds(10)),
            Level(pool: [.operators(["ben"])], ring: .all()),
        ])
        let setup: [Action] = [
            .addInstitution(institution: "ames"),
            .addOperator(operator: "ana", institution: "ames", capacity: 1),
            .addOperator(operator: "ben", institution: "ames", capacity: 1),
            .addQueue(queue: "desk", institution: "ames", policy: anaFirst),
        ]
        for action in setup { try router.apply(by: .host, action) }
    }

    /// How many milliseconds there are until the router wants to be woken.
    var wait: Int64? {
        router.deadline.map { max(0, $0.at.milliseconds - Timestamp.now.milliseconds) }
    }

    func wake() {
        carryOut(router.advanceAll(to: .now))
    }

    private func apply(by actor: Actor, _ action: Action) {
        wake()
        do {
            carryOut(try router.apply(by: actor, action))
        } catch {
            tell(actor, "! \(error)")
        }
    }

    private func carryOut(_ events: [Event]) {
        for event in events {
            switch event.kind {
            case .chatOffered(let offered):
                offers[.operator(offered.operator)] = offered
                tell(.operator(offered.operator), "* \(offered.chat) rings")
            case .offerWithdrawn(let gone): ringsNoMore(gone.operator)
            case .offerLapsed(let gone): ringsNoMore(gone.operator)
            case .chatClaimed(let claimed):
                chats[.operator(claimed.operator)] = claimed.chat
                offers[.operator(claimed.operator)] = nil
                tell(claimed.chat, claimed.to, "* \(claimed.operator) answers")
            case .transcriptShown(let shown):
                for case .message(_, .text(let text)) in shown.handover.entries.map(\.body) {
                    tell(.operator(shown.operator), "| \(text)")
                }
            case .messagePosted(let message):
                guard case .text(let text) = message.posted.content else { break }
                let who = if case .operator(let name) = message.posted.author { name } else { "patron" }
                tell(message.chat, message.to, "\(who): \(text)")
            case .transferCompleted(let done): chats[.operator(done.from)] = nil
            case .chatEnded(let ended):
                tell(ended.chat, ended.to, "* the chat is over")
                chats = chats.filter { $0.value != ended.chat }
            default: break
            }
        }
    }

    private func ringsNoMore(_ name: String) {
        offers[.operator(name)] = nil
        tell(.operator(name), "* it rings no more")
    }

    private func tell(_ chat: String, _ to: Recipients, _ line: String) {
        for name in to.operators { tell(.operator(name), line) }
        for case (.patron(let name), chat) in chats where to.patron { tell(.patron(name), line) }
    }

    private func tell(_ actor: Actor, _ line: String) {
        people[actor]?.write(line)
    }

    func comes(_ actor: Actor, _ line: Line) {
        people[actor] = line
        if case .operator(let name) = actor {
            apply(by: actor, .setPresence(operator: name, session: "tab", show: .available))
        }
    }

    func leaves(_ actor: Actor) {
        if case .operator(let name) = actor {
            apply(by: actor, .logOut(operator: name))
        } else if let chat = chats[actor] {
            apply(by: actor, .leaveChat(chat: chat))
        }
        people[actor] = nil
    }

    func says(_ actor: Actor, _ line: String) {
        count += 1
        let (message, words) = ("m\(count)", line.split(separator: " ").map(String.init))
        switch (actor, words.first, chats[actor], offers[actor]) {
        case (.operator, "accept", _, let offer?): apply(by: actor, .acceptOffer(chat: offer.chat, offer: offer.offer))
        case (.operator, "decline", _, let offer?): apply(by: actor, .declineOffer(chat: offer.chat, offer: offer.offer))
        case (.operator, "transfer", let chat?, _) where words.count == 2:
            apply(by: actor, .transferChat(chat: chat, to: .operator(words[1])))
        case (.operator, "close", let chat?, _): apply(by: actor, .closeChat(chat: chat))
        case (.patron(let name), _, nil, _):
            count += 1
            let chat = "c\(count)"
            chats[actor] = chat
            apply(by: actor, .openChat(chat: chat, queue: "desk", patron: name))
            apply(by: actor, .postMessage(chat: chat, message: message, content: .text(line)))
        case (_, _, let chat?, _): apply(by: actor, .postMessage(chat: chat, message: message, content: .text(line)))
        default: tell(actor, "! there is no chat")
        }
    }
}

@main
struct Chat {
    static func main() throws {
        let host = try Host()
        try Lines.serve(port: CommandLine.arguments.dropFirst().first.flatMap(UInt16.init) ?? 7000, host)
    }
}
