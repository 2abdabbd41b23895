#if canImport(Glibc)
import Foundation
import LicenseModel
import LicenseStore
import LicenseTesting
import Testing

@Suite("JSON reports of store errors")
struct LicenseStoreErrorReportTests {
    private static let admin = LicenseActor(name: "admin", isAdministrator: true)

    /// The report of what a call throws, which decodes unchanged, and its JSON.
    private static func report(
        _ call: () async throws(LicenseStoreError) -> Void
    ) async throws -> (report: LicenseStoreErrorReport, json: String) {
        let thrown = await #expect(throws: LicenseStoreError.self) { try await call() }
        let error = try #require(thrown)
        #expect(error.localizedDescription == error.message.english)
        let report = LicenseStoreErrorReport(error, catalog: .testing)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(report)
        #expect(try JSONDecoder().decode(LicenseStoreErrorReport.self, from: data) == report)
        return (report, String(decoding: data, as: UTF8.self))
    }

    @Test("A refused file has its own report, and both have a message in each language")
    func refusedFile() async throws {
        let test = try await TestLicenseFolder(.base())
        let (report, json) = try await Self.report { () throws(LicenseStoreError) in
            try await test.folder.install(Array("no license".utf8), by: Self.admin)
        }
        #expect(report.code.rawValue == "malformed" && report.licenseError?.code == .malformed)
        #expect(report.message == report.licenseError?.message)
        #expect(json.hasPrefix(#"{"code":"malformed","licenseError":{"code":"malformed","#))
        #expect(!json.contains("null") && json.contains(#""zh-Hans":"#))
    }

    @Test("A refusal names its licenses, and has no member for what it is not about")
    func refusal() async throws {
        let test = try await TestLicenseFolder(.base())
        let (report, json) = try await Self.report { () throws(LicenseStoreError) in
            try await test.folder.delete("missing", by: Self.admin)
        }
        #expect(report.licenseIDs == ["missing"] && report.licenseError == nil && report.file == nil)
        #expect(json.hasPrefix(#"{"code":"not-found","licenseIDs":["missing"],"message":{"en":"No license with"#))
    }

    @Test("A code from a later release is kept")
    func laterCode() throws {
        let json = #"{"code":"quota-exceeded","licenseIDs":[],"message":{"en":"No."},"systemError":"EDQUOT"}"#
        let report = try JSONDecoder().decode(LicenseStoreErrorReport.self, from: Data(json.utf8))
        #expect(report.code.rawValue == "quota-exceeded" && report.systemError == "EDQUOT")
    }
}
#endif
