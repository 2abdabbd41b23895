import Licensing
import Testing

@testable import PhotonCore

struct GermanTests {
    private let missing: [String]

    init() throws {
        self.missing = try ProductCatalog.photon().missingTexts(in: "de")
    }

    @Test("Statuses, menus, reasons, remedies, reminders and the status page are in German")
    func users() {
        let kinds = [
            "status.", "nodes.", "menu.", "reason.", "shortage", "remedy.", "reminder.", "explanation.", "role.",
            "modules.",
            "units.",
            "contact",
        ]
        #expect(self.missing.filter { key in kinds.contains { key.hasPrefix($0) } } == [])
    }

    @Test("The rest falls back to English")
    func operators() {
        let kinds = Set(self.missing.map { $0.prefix { $0 != "." } })
        #expect(
            kinds == [
                "limit", "login", "error", "file", "finding", "warning", "storeError", "storeFinding", "name",
                "editions",
            ]
        )
    }
}
