import Foundation
import Testing

/// The vendor's published files and variants of them, which are next to the project and not part of it.
enum SharedVendorFiles {
    /// A case of the manifest.
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String
        let key: String
        let expect: String

        var testDescription: String {
            self.id
        }
    }

    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/vendor-files")
    static let cases: [Case] =
        (try? JSONDecoder()
            .decode([Case].self, from: Data(contentsOf: Self.folder.appendingPathComponent("manifest.json"))))
        ?? []
    static let areAvailable = !Self.cases.isEmpty
}
