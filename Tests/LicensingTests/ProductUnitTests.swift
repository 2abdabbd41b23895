import Foundation
import Licensing
import TestSupport
import Testing
import ZStackLicensing

/// Values that the unit tests of a product create without a license file.
@Suite("Errors and denials in a product's unit tests")
struct ProductUnitTests {
    /// Returns the HTTP status with which a product responds to a denial.
    private func status(_ denial: LicenseDenial) -> Int {
        denial.reasons.contains { $0.code == .limitReached } ? 409 : 402
    }

    @Test("A denial can be created without a license")
    func denial() {
        let shortage = LimitShortage(unit: "databases", limit: 5, used: 5, requested: 1)
        let limitReached = LicenseDenial(
            .operate(.base),
            for: DenialReason(.limitReached, .base, shortages: [shortage]),
            catalog: .zstack
        )
        #expect(self.status(limitReached) == 409)
        let expired = LicenseDenial(
            .view(.module("replication")),
            for: DenialReason(.moduleExpired, .module("replication"), licenseID: "P-1", instant: .latest),
            catalog: .zstack
        )
        #expect(self.status(expired) == 402)
        #expect(expired.localizedDescription.contains("P-1"))
        #expect("\(expired.reasons[0])" == "module-expired (replication, P-1)")
    }

    @Test("Errors are hashable and have a description for logs")
    func errors() {
        let error = LicenseError(.claimsInvalid, member: "license.limits", block: 2, licenseID: "L-1")
        #expect(Set([error, error, LicenseError(.claimsInvalid)]).count == 2)
        #expect(error.description.hasPrefix("claims-invalid: License 2 in the file "))
    }

    @Test("Findings and decisions have a description for logs")
    func descriptions() {
        #expect("\(LicenseFinding(.wrongNode, licenseID: "L-1"))" == "wrong-node L-1")
        #expect("\(LicenseFinding(.clockSuspect))" == "clock-suspect")
        #expect("\(LicenseDecision.allowed)" == "allowed")
        let denial = LicenseDenial(
            .view(.module("a")),
            for: DenialReason(.moduleNotActivated, .module("a")),
            catalog: .zstack
        )
        #expect("\(LicenseDecision.denied(denial))" == "view a is denied: module-not-activated")
    }

    @Test("Each type of error has a localized description")
    func localizedDescriptions() throws {
        let text = "a b"
        let invalid = #expect(throws: InvalidTextError.self) { try ProductID(text) }
        #expect(invalid?.localizedDescription == invalid?.description)
        let key = #expect(throws: TrustedKeyError.self) { try TrustedKeys(contents: text) }
        #expect(key?.localizedDescription == key?.message.english)
        for code in LicenseError.Code.known {
            #expect(LicenseError(code).localizedDescription == LicenseError(code).message.english)
        }
    }
}
