import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The examples run: somebody talks to the chat.
@Suite(.timeLimit(.minutes(2)), .serialized)
struct ExampleTests {
    @Test func aChatRingsIsAnsweredTransferredAndClosed() throws {
        let host = try Program("chat", "0")
        defer { host.stop() }
        let port = try #require(UInt16(host.line().split(separator: " ").last ?? ""))
        let (ana, pat) = (try Person(port, "operator ana"), try Person(port, "patron pat"))
        pat.says("Where is the atlas?")
        ana.reads("* c2 rings")
        pat.reads("patron: Where is the atlas?")
        ana.says("accept")
        ana.reads("* ana answers", "| Where is the atlas?")
        pat.reads("* ana answers")
        let ben = try Person(port, "operator ben")
        ben.says("close")
        ben.reads("! there is no chat")
        ana.says("transfer ben")
        ben.reads("* c2 rings")
        ben.says("accept")
        ben.reads("* ben answers", "| Where is the atlas?")
        pat.reads("* ben answers")
        ben.says("On the second floor.")
        pat.reads("ben: On the second floor.")
        ben.says("close")
        pat.reads("* the chat is over")
    }

    @Test func aChatRollsOverByTheDeadline() throws {
        let host = try Program("chat", "0")
        defer { host.stop() }
        let port = try #require(UInt16(host.line().split(separator: " ").last ?? ""))
        let (ana, ben) = (try Person(port, "operator ana"), try Person(port, "operator ben"))
        let pat = try Person(port, "patron pat")
        pat.says("Anybody there?")
        ana.reads("* c2 rings")
        ben.reads("* c2 rings")  // Ten seconds later, and nobody gave a command.
        ben.says("accept")
        pat.reads("patron: Anybody there?", "* ben answers")
        ana.reads("* it rings no more")
    }

    @Test func aLongLoopGrowsNothing() throws {
        let last = try Program("soak", "50000").all().split(separator: "\n").last
        let grown = try #require(Int(last?.split(separator: " ").dropFirst(2).first ?? ""), "\(last ?? "")")
        #expect(grown < 512)
    }

    @Test func thePageShowsWhatRunsAndWhatItSays() throws {
        let page = try Place.text("bindings-swift/README.md")
        let example = try Place.text("bindings-swift/Examples/First/main.swift")
        #expect(page.contains("```swift\n\(example)```"))
        let said = try Program("first").all()
        #expect(page.contains("```text\n\(said)```"))
    }

    @Test func theTenLinesAreThoseOfEveryLanguage() throws {
        let page = try Place.text("docs/bindings.md")
        let host = try Place.text("bindings-swift/Examples/Host/main.swift")
        let parts = try #require(host.components(separatedBy: "// The ten lines.\n").last?.components(separatedBy: "\n// As"))
        #expect(page.contains("```swift\n\(parts[0])```"))
        #expect(page.contains("```text\n\(try Program("host").all())```"))
    }
}

/// A program of the package, as it was built beside the tests.
private final class Program {
    private let process = Process()
    private let out = Pipe()

    init(_ name: String, _ arguments: String...) throws {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL = folder.appendingPathComponent(name)
        process.arguments = arguments
        process.standardOutput = out
        try process.run()
    }

    func line() -> String {
        var line: [UInt8] = []
        while let byte = out.fileHandleForReading.readData(ofLength: 1).first, byte != UInt8(ascii: "\n") {
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self)
    }

    func all() throws -> String {
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return text
    }

    func stop() {
        // Whoever runs the tests may have blocked the signal that asks.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

private final class Person {
    private let socket: Int32

    init(_ port: UInt16, _ who: String) throws {
        #if canImport(Glibc)
            socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let met = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        try #require(met == 0)
        var wait = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        says(who)
    }

    deinit { close(socket) }

    func says(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        #expect(send(socket, bytes, bytes.count, 0) == bytes.count)
    }

    func reads(_ lines: String...) {
        for line in lines { #expect(next() == line) }
    }

    private func next() -> String {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while recv(socket, &byte, 1, 0) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }
}
