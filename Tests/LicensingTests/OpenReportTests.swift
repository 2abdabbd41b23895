import Foundation
import LicenseTesting
import Licensing
import TestSupport
import Testing
import ZStackLicensing

/// A report of a later release, read by this one.
@Suite("Codes that only a later release has")
struct OpenReportTests {
    /// A report's JSON in which each of some texts is another.
    private static func json(_ replacements: [(String, String)]) throws -> Data {
        let world = try TestLicensing(
            .base(days: 20),
            .plus(.vmware).expired(),
            .plus(.baremetal).bound(to: "another"),
            configuration: .testing(.zstack)
        )
        world.clock.advance(days: 10)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var text = String(decoding: try encoder.encode(world.entitlements.report()), as: UTF8.self)
        for (known, later) in replacements {
            try #require(text.contains(known), "\(known)")
            text = text.replacing(known, with: later)
        }
        return Data(text.utf8)
    }

    @Test("A report keeps the codes that this release does not know")
    func report() throws {
        let later = try Self.json([
            (#""status":"valid""#, #""status":"paused""#), (#""module-expired""#, #""module-revoked""#),
            (#""code":"wrong-node""#, #""code":"grants-less""#), (#""kind":"expiring""#, #""kind":"updates""#),
            (#""id":"expiring:"#, #""id":"updates:"#),
        ])
        let report = try JSONDecoder().decode(EntitlementsReport.self, from: later)
        #expect(report.base.status.rawValue == "paused")
        #expect(report[.module(.vmware)]?.againstViewing.map(\.rawValue) == ["module-revoked"])
        #expect(report.findings.map(\.code.rawValue).contains("grants-less"))
        #expect(report.reminders.map(\.kind.rawValue).contains("updates"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(report) == later)
    }

    @Test("What this release does not know still has words")
    func words() {
        let reason = DenialReason(.init(rawValue: "module-revoked"), .module(.vmware), licenseID: "P-1")
        #expect(reason.message.english == "It is denied: module-revoked.")
        #expect(reason.message.simplifiedChinese.contains("module-revoked"))
        #expect(!reason.remedy.english.isEmpty)
        #expect(
            LicenseFinding(.init(rawValue: "grants-less"), licenseID: "P-1").message.english.contains("grants-less P-1")
        )
        #expect(LicenseStatus(rawValue: "paused").name.english == "paused")
    }

    @Test("Changes, explanations and denials keep them, too")
    func others() throws {
        let world = try TestLicensing(.base(days: 1), configuration: .testing(.zstack))
        world.clock.advance(days: 2)
        let explanation = world.entitlements.explanation()
        let decision = world.entitlements.decision(for: .operate(.base))
        guard case .denied(let denial) = decision else {
            Issue.record("It is allowed")
            return
        }
        func later<Value: Codable & Equatable>(_ value: Value, _ known: String, _ later: String) throws {
            let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
            try #require(text.contains(known))
            let data = Data(text.replacing(known, with: later).utf8)
            let read = try JSONDecoder().decode(Value.self, from: data)
            #expect(read != value)
            let again = try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(read))
            #expect(again == read)
            #expect(String(decoding: try JSONEncoder().encode(again), as: UTF8.self).contains(later))
        }
        try later(explanation, #""role":"effective""#, #""role":"primary""#)
        try later(DenialReport(denial), #""code":"base-expired""#, #""code":"base-revoked""#)
        let empty = try TestLicensing(configuration: .testing(.zstack)).entitlements.report()
        let change = try #require(empty.changes(to: world.entitlements.report()).first { $0.aspect == .status })
        try later(change, #""aspect":"status""#, #""aspect":"health""#)
    }
}
