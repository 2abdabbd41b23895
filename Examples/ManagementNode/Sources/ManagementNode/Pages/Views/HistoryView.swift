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
    let entries: [Entry]

    /// Shows the latest entries, the newest first.
    init(_ entries: [LicenseHistoryEntry], in language: LicenseLanguage, _ offset: UTCOffset) {
        self.hasEntries = !entries.isEmpty
        self.entries = entries.suffix(Self.maximumCount).reversed()
            .map { entry in
                let isKnown = LicenseHistoryEntry.Event.known.contains(entry.event)
                return Entry(
                    at: offset.pageText(of: entry.at),
                    eventWord: isKnown ? PageTexts.text("event.\(entry.event)", in: language) : entry.event.rawValue,
                    ids: entry.licenseIDs.map(\.rawValue).joined(separator: ", "),
                    code: entry.code ?? "",
                    entryFile: entry.file ?? "",
                    entryActor: entry.actor ?? "",
                    count: entry.count
                )
            }
    }
}
