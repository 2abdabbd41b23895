import ArgumentParser
import LicenseStore
import Licensing

/// Shows what has happened to the folder.
struct HistoryCall: HomeCall {
    static let name = "history"
    static let abstract = "Show all changes, refused changes and findings, the oldest first, one entry per line."
    static let needsKeys = false

    func answer(in home: HomeFolder) async throws -> Answer {
        let entries = try await home.folder.history().map(Self.line)
        let line: JSON = ["entries": .array(entries)]
        return Answer(line: line, ownLines: try entries.map(jsonText))
    }

    private static func line(_ entry: LicenseHistoryEntry) -> JSON {
        [
            "actor": JSON(entry.actor), "at": JSON(entry.at), "code": JSON(entry.code), "count": .integer(entry.count),
            "event": JSON(entry.event.rawValue), "file": JSON(entry.file),
            "ids": .array(entry.licenseIDs.map(JSON.init)),
        ]
    }
}
