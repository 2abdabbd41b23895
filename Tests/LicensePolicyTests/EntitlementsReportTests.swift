import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("The entitlements report")
struct EntitlementsReportTests {
    static let entitlements = Entitlements(
        .base(until: .days(13), bundles: [.vmware], limits: [.hosts: .count(10)], features: ["clone"]),
        .plus("quantum", until: .days(-1), licensee: ClaimString(literal: "another"))
    )

    @Test("A report has the status of the base, the catalog's and the licensed modules")
    func content() throws {
        let report = Self.entitlements.report(given: LicenseUsage(total: [.hosts: 12]))
        #expect(report.instant.description == "2027-01-15T08:00:00Z")
        #expect(report.login == .redirect)
        #expect(report.base.status == .valid)
        #expect(report.base.menu == nil)
        #expect(report.base.licenseID == "B-1")
        #expect(report.base.edition == .enterprise)
        #expect(report.base.expiresAt?.description == "2027-01-28T08:00:00Z")
        #expect(report.base.coveredUntil?.description == "2027-01-28T08:00:00Z")
        #expect(report.base.graceUntil == nil)
        #expect(report.base.licenseDaysRemaining == 13)
        #expect(report.base.limits == [.hosts: .count(10)])
        #expect(report.base.features == ["clone"])
        #expect(report.base.operateDenialCodes == [])
        #expect(
            report.modules.map(\.slot.description) == [
                "baremetal", "disaster-recovery", "project-management", "quantum", "vmware",
            ]
        )
        let quantum = try #require(report[.module("quantum")])
        #expect(quantum.status == .expired)
        #expect(quantum.menu == .forbidden)
        #expect(quantum.viewDenialCodes == [.moduleExpired])
        #expect(quantum.operateDenialCodes == [.moduleExpired])
        #expect(report[.module(.vmware)]?.status == .activated)
        #expect(report[.module(.baremetal)]?.status == .notActivated)
        #expect(report[.module(.baremetal)]?.viewDenialCodes == [.moduleNotActivated])
        #expect(report[.module("unheard-of")] == nil)
        #expect(report.quotas.map(\.overage) == [2])
        #expect(report.findings.map(\.code) == [.licenseeDiffers])
        #expect(report.reminders.map(\.slot.description) == ["base", "quantum", "vmware"])
    }

    @Test("A JSON round trip preserves a report; limits are an object, instants RFC 3339")
    func coding() throws {
        let report = Self.entitlements.report(given: LicenseUsage(total: [.hosts: 12]))
        let data = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(EntitlementsReport.self, from: data) == report)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains(#""limits":{"hosts":10}"#))
        #expect(text.contains(#""instant":"2027-01-15T08:00:00Z""#))
        #expect(text.contains(#""version":1"#))
    }

    @Test("Decoding a report of another version fails", arguments: ["0", "2", "null", "\"1\""])
    func version(_ version: String) throws {
        let data = try JSONEncoder().encode(Self.entitlements.report())
        let text = String(decoding: data, as: UTF8.self)
            .replacingOccurrences(of: #""version":1"#, with: #""version":\#(version)"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(EntitlementsReport.self, from: Data(text.utf8))
        }
    }
}
