import LicenseStore
import Licensing

/// What a reload would change: licenses that are installed and not in effect, and those of removed files, which are.
struct StagedView {
    /// A line for each kind of change, with the IDs of its licenses.
    let stagedLines: [String]
    let needsReload: Bool

    /// Names the licenses in the order in which the page shows them.
    init(_ facts: AboutView.Facts, in language: LicenseLanguage) {
        let stored = StoredView.ordered(facts)
        self.stagedLines = [
            ("stagedNotice", stored.filter { !$0.isActive }), ("leavingNotice", stored.filter { !$0.isStaged }),
        ]
        .compactMap { name, changed in
            let ids = changed.prefix(20).map(\.license.id.rawValue) + (changed.count > 20 ? ["…"] : [])
            let list = ids.joined(separator: PageTexts.text("comma", in: language))
            return ids.isEmpty ? nil : PageTexts.text(name, list, in: language)
        }
        self.needsReload = !self.stagedLines.isEmpty
    }
}
