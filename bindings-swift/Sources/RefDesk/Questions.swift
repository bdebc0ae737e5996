import Foundation
internal import RefDeskBorder

extension Router {
    /// An open chat, as it is now; nil where none is open by that id.
    public func viewChat(_ chat: String) throws -> ChatView? {
        read(try faults { try border.viewChat(chat: chat.crossable) })
    }

    /// An operator, as they are now; nil where nobody bears the id.
    public func viewOperator(_ operator: String) throws -> OperatorView? {
        read(try faults { try border.viewOperator(operator: `operator`.crossable) })
    }

    /// The open chats, in the order of their ids, for a host that begins again.
    public var chats: [String] { border.chats() }

    /// How many chats are open.
    public var openChats: Int { Int(border.openChats()) }

    /// What would come of a new chat on a queue now; nil where no queue bears the id.
    public func availability(of queue: String) throws -> Availability? {
        read(try faults { try border.availability(queue: queue.crossable) })
    }

    /// Whether a queue is open, draining or closed; nil where no queue bears the id.
    public func queueState(of queue: String) throws -> QueueState? {
        read(try faults { try border.queueState(queue: queue.crossable) })
    }

    /// Where a waiting chat stands in line, and how long it may take; nil where it does not wait.
    public func position(of chat: String) throws -> Position? {
        read(try faults { try border.position(chat: chat.crossable) })
    }

    /// Why a chat is where it is: for each operator why they are rung, or why not. Without a page, everybody.
    ///
    /// Throws `RefDeskError.refused`.
    public func explain(_ chat: String, by: Actor, page: Page? = nil) throws -> Explanation {
        let page = page?.bytes ?? Data()
        return read(try faults { try border.explain(chat: chat.crossable, by: by.bytes.crossable, page: page.crossable) })
    }

    /// What `reader` may read of an open chat. Throws `RefDeskError.refused`.
    public func transcript(of chat: String, reader: Actor) throws -> [Entry] {
        read(try faults { try border.transcript(chat: chat.crossable, reader: reader.bytes.crossable) })
    }

    /// As `transcript`, such that it can be checked with `TranscriptView.verify`.
    public func viewTranscript(of chat: String, reader: Actor) throws -> TranscriptView {
        read(try faults { try border.viewTranscript(chat: chat.crossable, reader: reader.bytes.crossable) })
    }

    /// Where the chain of digests of an open chat stands now: 64 hexadecimal digits.
    public func transcriptDigest(of chat: String, reader: Actor) throws -> String {
        try faults { try border.transcriptDigest(chat: chat.crossable, reader: reader.bytes.crossable) }
    }

    /// To whom a chat that somebody answers may be transferred, and why not to others.
    ///
    /// For the host, and for who answers. Throws `RefDeskError.refused`.
    public func targets(of chat: String, reader: Actor) throws -> [Choice] {
        read(try faults { try border.targets(chat: chat.crossable, reader: reader.bytes.crossable) })
    }

    /// The open chats of an institution's patrons that are at partners, in the order of arrival. Throws
    /// `RefDeskError.refused`.
    public func chatsAtPartners(of institution: String, reader: Actor) throws -> [ChatView] {
        read(try faults { try border.chatsAtPartners(institution: institution.crossable, reader: reader.bytes.crossable) })
    }

    /// All whom an operator sees: buddies, and staff of the same queues; nil where nobody bears the id.
    public func colleagues(of operator: String) throws -> Colleagues? {
        read(try faults { try border.colleagues(operator: `operator`.crossable) })
    }

    /// The buddies of an operator, a queue or a contact.
    public func buddies(of party: Party) throws -> [BuddyView] {
        read(try faults { try border.buddies(party: party.bytes.crossable) })
    }

    /// Who looks for partners, and on which terms, as far as an institution sees it. Throws `RefDeskError.refused`.
    public func listings(for institution: String) throws -> [Pair<String, Terms>] {
        read(try faults { try border.listings(institution: institution.crossable) })
    }
}
