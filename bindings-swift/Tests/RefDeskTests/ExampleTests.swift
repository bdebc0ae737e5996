import Foundation
import Testing

/// The examples run: somebody talks to the chat.
@Suite(.timeLimit(.minutes(2)), .serialized)
struct ExampleTests {
    @Test func aChatRingsIsAnsweredTransferredAndClosed() throws {
        let chat = try Program("chat")
        defer { chat.stop() }
        chat.says("pat: Where is the atlas?")
        chat.shows("> ana: * c1 rings", "> pat: patron: Where is the atlas?")
        chat.says("ana: accept")
        chat.shows("> ana, pat: * ana answers", "> ana: | Where is the atlas?")
        chat.says("ben: close")
        chat.shows("> ben: ! there is no chat")
        chat.says("ana: transfer zoe")
        chat.shows("> ana: ! there is no operator `zoe`")
        chat.says("ana: transfer ben")
        chat.shows("> ben: * c1 rings")
        chat.says("ben: accept")
        chat.shows("> ben, pat: * ben answers", "> ben: | Where is the atlas?")
        chat.says("ben: On the second floor.")
        chat.shows("> ben, pat: ben: On the second floor.")
        chat.says("ben: close")
        chat.shows("> ben, pat: * the chat is over")
    }

    @Test func aChatRollsOverByTheDeadline() throws {
        let chat = try Program("chat")
        defer { chat.stop() }
        chat.says("pat: Anybody there?")
        chat.shows("> ana: * c1 rings", "> pat: patron: Anybody there?")
        chat.shows("> ben: * c1 rings")  // Ten seconds later, and nobody gave a command.
        chat.says("ben: accept")
        chat.shows("> ben, pat: * ben answers", "> ben: | Anybody there?", "> ana: * c1 rings no more")
    }

    @Test func whatIsNoLineOfAChatIsToldAndChangesNothing() throws {
        let chat = try Program("chat")
        defer { chat.stop() }
        for line in ["hello", "pat:", ": hello", ""] {
            chat.says(line)
            chat.shows("! say who speaks, as in `pat: Where is the atlas?`")
        }
        chat.says([UInt8]("pat: ".utf8) + [0xFF, 0xC0])
        chat.shows("! say who speaks, as in `pat: Where is the atlas?`")
        chat.says("p\u{7}: hello")
        chat.shows("> p\u{7}: ! `operator`: an id must not hold control characters")
        chat.says("pat: Where is the atlas?\r")
        chat.shows("> ana: * c1 rings", "> pat: patron: Where is the atlas?")
    }

    @Test func whoIsThereGoesAtTheEndOfTheInput() throws {
        let chat = try Program("chat")
        chat.says("pat: Where is the atlas?")
        chat.says("ana: accept")
        chat.shows("> ana: * c1 rings", "> pat: patron: Where is the atlas?", "> ana, pat: * ana answers")
        chat.shows("> ana: | Where is the atlas?")
        chat.says("pat: Thank you.", end: "")
        chat.ends()
        #expect(try chat.all() == "> ana, pat: patron: Thank you.\n> ana, pat: * the chat is over\n")
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

/// A program of the package, as it was built beside the tests, and somebody who talks to it.
private final class Program {
    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())

    init(_ name: String, _ arguments: String...) throws {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL = folder.appendingPathComponent(name)
        process.arguments = arguments
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
    }

    func says(_ line: String, end: String = "\n") {
        input.fileHandleForWriting.write(Data((line + end).utf8))
    }

    func says(_ line: [UInt8]) {
        input.fileHandleForWriting.write(Data(line) + Data("\n".utf8))
    }

    func shows(_ lines: String...) {
        for line in lines { #expect(next() == line) }
    }

    /// The next line, or as much of it as comes within twenty seconds.
    private func next() -> String {
        let file = output.fileHandleForReading.fileDescriptor
        var line: [UInt8] = []
        var byte: UInt8 = 0
        var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        while poll(&ready, 1, 20_000) == 1, read(file, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }

    /// The end of what is said to it.
    func ends() {
        input.fileHandleForWriting.closeFile()
    }

    func all() throws -> String {
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
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
