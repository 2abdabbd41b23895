import Foundation
import LicenseTesting
import Licensing
import TestSupport
import Testing
import ZStackLicensing

/// Reports of a later release that this release decodes.
@Suite("Codes that only a later release defines")
struct OpenReportTests {
    /// Returns the JSON of a report in which some codes are replaced.
    private static func json(_ replacements: [(String, String)]) throws -> Data {
        let licensing = try TestLicensing(
            .base(days: 20),
            .plus(.vmware).expired(),
            .plus(.baremetal).bound(to: "another"),
            configuration: .testing(.zstack)
        )
        licensing.clock.advance(days: 10)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var text = String(decoding: try encoder.encode(licensing.entitlements.report()), as: UTF8.self)
        for (known, later) in replacements {
            try #require(text.contains(known), "\(known)")
            text = text.replacing(known, with: later)
        }
        return Data(text.utf8)
    }

    @Test("A report keeps codes that this release does not define")
    func report() throws {
        let later = try Self.json([
            (#""status":"valid""#, #""status":"paused""#), (#""module-expired""#, #""module-revoked""#),
            (#""code":"wrong-node""#, #""code":"renewal-pending""#), (#""kind":"expiring""#, #""kind":"updates""#),
            (#""id":"expiring:"#, #""id":"updates:"#),
        ])
        let report = try JSONDecoder().decode(EntitlementsReport.self, from: later)
        #expect(report.base.status.rawValue == "paused")
        #expect(report[.module(.vmware)]?.viewDenialCodes.map(\.rawValue) == ["module-revoked"])
        #expect(report.findings.map(\.code.rawValue).contains("renewal-pending"))
        #expect(report.reminders.map(\.kind.rawValue).contains("updates"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(report) == later)
    }

    @Test("Unknown codes have a message, a remedy and a name")
    func messages() {
        let reason = DenialReason(.init(rawValue: "module-revoked"), .module(.vmware), licenseID: "P-1")
        #expect(reason.message.english == "Not allowed: module-revoked.")
        #expect(reason.message.simplifiedChinese.contains("module-revoked"))
        #expect(!reason.remedy.english.isEmpty)
        #expect(
            LicenseFinding(.init(rawValue: "renewal-pending"), licenseID: "P-1").message.english
                .contains("renewal-pending (license P-1)")
        )
        #expect(LicenseStatus(rawValue: "paused").name.english == "paused")
    }

    @Test("Changes, explanations and denials keep unknown codes")
    func otherTypes() throws {
        let licensing = try TestLicensing(.base(days: 1), configuration: .testing(.zstack))
        licensing.clock.advance(days: 2)
        let explanation = licensing.entitlements.explanation()
        let decision = licensing.entitlements.decision(for: .operate(.base))
        guard case .denied(let denial) = decision else {
            Issue.record("The operation is allowed")
            return
        }
        func expectKept<Value: Codable & Equatable>(_ later: String, insteadOf known: String, in value: Value) throws {
            let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
            try #require(text.contains(known))
            let data = Data(text.replacing(known, with: later).utf8)
            let decoded = try JSONDecoder().decode(Value.self, from: data)
            #expect(decoded != value)
            let again = try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(decoded))
            #expect(again == decoded)
            #expect(String(decoding: try JSONEncoder().encode(again), as: UTF8.self).contains(later))
        }
        try expectKept(#""role":"primary""#, insteadOf: #""role":"effective""#, in: explanation)
        try expectKept(#""code":"base-revoked""#, insteadOf: #""code":"base-expired""#, in: DenialReport(denial))
        let empty = try TestLicensing(configuration: .testing(.zstack)).entitlements.report()
        let change = try #require(empty.changes(to: licensing.entitlements.report()).first { $0.aspect == .status })
        try expectKept(#""aspect":"health""#, insteadOf: #""aspect":"status""#, in: change)
    }
}
