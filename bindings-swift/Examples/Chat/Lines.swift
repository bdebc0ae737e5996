// Lines over TCP, for the chat: one thread that waits for whoever writes, or for the router's deadline.

import RefDesk

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One person's connection.
final class Line {
    let socket: Int32
    var who: Actor?
    private var rest: [UInt8] = []

    init(_ socket: Int32) {
        self.socket = socket
    }

    func write(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = send(socket, bytes, bytes.count, 0)
    }

    /// The lines that have come since; nil when they have gone.
    func read() -> [String]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        rest += bytes[..<count]
        var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        rest = Array(lines.removeLast())
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }
}

enum Lines {
    struct NoPort: Error {}

    static func serve(port: UInt16, _ host: Host) throws {
        signal(SIGPIPE, SIG_IGN)
        let listener = try listen(port)
        var lines: [Int32: Line] = [:]
        while true {
            var ready = ([listener] + lines.keys).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            poll(&ready, nfds_t(ready.count), host.wait.map { Int32(clamping: $0) } ?? -1)
            host.wake()
            for one in ready where one.revents != 0 {
                guard let line = lines[one.fd] else {
                    let socket = accept(listener, nil, nil)
                    if socket >= 0 { lines[socket] = Line(socket) }
                    continue
                }
                guard let said = line.read() else {
                    if let who = line.who { host.leaves(who) }
                    lines[one.fd] = nil
                    close(one.fd)
                    continue
                }
                for words in said { take(words, line, host) }
            }
        }
    }

    /// The first line says who somebody is.
    private static func take(_ words: String, _ line: Line, _ host: Host) {
        if let who = line.who { return host.says(who, words) }
        let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return line.write("! say `operator ana` or `patron pat`") }
        let who: Actor = parts[0] == "operator" ? .operator(parts[1]) : .patron(parts[1])
        line.who = who
        host.comes(who, line)
    }

    private static func listen(_ port: UInt16) throws -> Int32 {
        #if canImport(Glibc)
            let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var (yes, size) = (Int32(1), socklen_t(MemoryLayout<sockaddr_in>.size))
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(socket, place, size) == 0 && Self.isHeard(socket) && getsockname(socket, place, &size) == 0
            }
        }
        guard bound else { throw NoPort() }
        print("listening on \(UInt16(bigEndian: address.sin_port))")
        fflush(nil)
        return socket
    }

    private static func isHeard(_ socket: Int32) -> Bool {
        #if canImport(Glibc)
            return Glibc.listen(socket, 16) == 0
        #else
            return Darwin.listen(socket, 16) == 0
        #endif
    }
}
