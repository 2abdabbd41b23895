import LicenseStore
import Licensing
import ZStackLicensing

/// The content of the page with the history of the licenses.
struct HistoryView {
    /// An entry of the history.
    struct Entry {
        let at: String
        let eventWord: String
        let ids: String
        let code: String
        let entryFile: String
        let entryActor: String
        let count: Int
    }

    /// The most entries that the page shows.
    static let maximumCount = 200

    let hasEntries: Bool

    /// Whether there is something to say in the columns that are often empty.
    let hasCodes: Bool
    let hasFiles: Bool
    let hasCounts: Bool
    let entries: [Entry]

    /// Shows the latest entries, the newest first.
    init(_ entries: [LicenseHistoryEntry], in language: LicenseLanguage, _ offset: UTCOffset) {
        let latest = entries.suffix(Self.maximumCount)
        self.hasEntries = !latest.isEmpty
        self.hasCodes = latest.contains { $0.code != nil }
        self.hasFiles = latest.contains { $0.file != nil }
        self.hasCounts = latest.contains { $0.count > 1 }
        self.entries = latest.reversed()
            .map { entry in
                let isKnown = LicenseHistoryEntry.Event.known.contains(entry.event)
                return Entry(
                    at: offset.pageText(of: entry.at),
                    eventWord: isKnown ? PageTexts.text("event.\(entry.event)", in: language) : entry.event.rawValue,
                    ids: entry.licenseIDs.map(\.rawValue).joined(separator: PageTexts.text("comma", in: language)),
                    code: entry.code ?? "",
                    entryFile: entry.file ?? "",
                    entryActor: entry.actor ?? "",
                    count: entry.count
                )
            }
    }
}
