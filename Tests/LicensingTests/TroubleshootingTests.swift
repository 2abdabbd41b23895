import Foundation
import LicenseIssuing
import LicenseStore
import Licensing
import Testing
import ZStackLicensing

/// Compares `Documentation/Troubleshooting.md` with the codes of the library, in both directions.
@Suite("The page about troubleshooting")
struct TroubleshootingTests {
    /// The codes of each table of the page, by its heading, in the order of the page.
    static let tables: [(heading: String, codes: [String])] = [
        ("Refused license files", texts(LicenseError.Code.known)),
        ("What a file is instead", texts(RecognizedFile.known)),
        ("Reasons of a denial", texts(DenialReason.Code.known)),
        ("Statuses", texts(LicenseStatus.known)),
        ("Menu entries of modules", texts([MenuState.hidden, .shown, .forbidden])),
        ("Login", texts([LoginDirective.proceed, .remind, .redirect])),
        ("Reminders", texts(LicenseReminder.Kind.known)),
        ("Roles in an explanation", texts(LicenseExplanation.Role.known)),
        ("Findings about licenses", texts(LicenseFinding.Code.known)),
        ("Warnings before an installation", texts(LicenseWarning.Code.known)),
        ("Changes in logs", texts(EntitlementChange.Aspect.known)),
        ("Errors of a license folder", texts(LicenseStoreError.Code.known)),
        ("Findings of a license folder", texts(LicenseStoreFinding.Code.known)),
        ("Events in the history", texts(LicenseHistoryEntry.Event.known)),
        ("Changes of a license folder", texts(LicenseFolderChange.Kind.known)),
        ("Errors of public keys", texts(TrustedKeyError.Code.known)),
        ("Errors of signing keys", texts(SigningKeyError.Code.known)),
        ("Errors at issuing", texts(IssuingError.Code.known)),
        ("Codes of the ZStack platform", texts(PlatformErrorCode.known)),
    ]

    private static func texts(_ codes: [some RawRepresentable<String>]) -> [String] {
        codes.map(\.rawValue)
    }

    @Test("Each table of the page has exactly the codes that this release defines", arguments: tables.indices)
    func table(_ index: Int) throws {
        let (heading, codes) = Self.tables[index]
        let lines = try GuidePage("Troubleshooting.md").table(below: heading)
        #expect(lines.first == "| code | what it means | what to do |")
        let rows = lines.dropFirst(2)
            .map { line in
                line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            }
        #expect(rows.allSatisfy { $0.count == 3 && $0.allSatisfy { !$0.isEmpty } })
        let listed = rows.compactMap(\.first)
        #expect(Set(listed) == Set(codes.map { "`\($0)`" }), "\(heading)")
        #expect(listed.count == codes.count, "\(heading)")
    }

    @Test("Each section of the page has a table of codes, after the questions")
    func headings() throws {
        let page = try GuidePage("Troubleshooting.md")
        #expect(page.headings == ["Five questions"] + Self.tables.map(\.heading))
        #expect(page.table(below: "Five questions").count == 2 + 5)
    }

    @Test("Each type of code in the sources has a table")
    func types() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let enumerator = FileManager.default.enumerator(atPath: root.appending(path: "Sources").path)
        var subjects: Set<String> = []
        for case let name as String in try #require(enumerator) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: root.appending(path: "Sources/\(name)"), encoding: .utf8)
            subjects.formUnion(text.matches(of: /typealias \w+ = LicenseCode<(\w+)>/).map { String($0.1) })
        }
        // The members of a draft are paths of claims, which a message shows with what is wrong.
        subjects.remove("LicenseDraft")
        let expected: Set<String> = [
            "DenialReason", "EntitlementChange", "IssuingError", "LicenseError", "LicenseExplanation", "LicenseFinding",
            "LicenseFolderChange", "LicenseHistoryEntry", "LicenseReminder", "LicenseStoreError", "LicenseStoreFinding",
            "LicenseWarning",
            "RefusedFile", "SigningKeyError", "TrustedKeyError",
        ]
        #expect(subjects == expected)
    }
}
