import Foundation

/// A page of the folder Documentation, as lines.
struct GuidePage {
    let lines: [String]

    init(_ name: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "Documentation/\(name)"), encoding: .utf8)
        self.lines = text.components(separatedBy: "\n")
    }

    /// The headings of the second level, in order.
    var headings: [String] {
        self.lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    }

    /// The lines of the first table below a heading of the second level, or none if the section has no table.
    func table(below heading: String) -> [String] {
        let section = self.lines.drop { $0 != "## \(heading)" }.dropFirst().prefix { !$0.hasPrefix("## ") }
        return Array(section.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") })
    }
}
