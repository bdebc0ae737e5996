import Foundation

@testable import RefDesk

/// Where things are.
enum Place {
    /// The folder of the project.
    static let project = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized.path

    static func files(in folder: String, ending: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: project + "/" + folder)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix("." + ending) }.sorted().map { folder + "/" + $0 }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: project + "/" + path, encoding: .utf8)
    }
}

extension Tree {
    init(json: String) throws {
        self = try JSONDecoder().decode(Tree.self, from: Data(json.utf8))
    }

    subscript(key: String) -> Tree? {
        if case .map(let items) = self { items[key] } else { nil }
    }

    var items: [Tree]? {
        if case .list(let items) = self { items } else { nil }
    }

    var number: Int64? {
        if case .number(let number) = self { number } else { nil }
    }
}
