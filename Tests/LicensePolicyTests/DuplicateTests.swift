import LicenseModel
import LicensePolicy
import Testing

@Suite("Licences that are there twice")
struct DuplicateTests {
    static let usage = Usage(total: [.hosts: 20], modules: [.vmware: [.hosts: 20]])

    @Test("A licence that is there twice gives one allowance")
    func allowance() {
        let plus = License.plus(.vmware, limits: [.hosts: .count(3)])
        let entitlements = Entitlements(.base(), plus, plus, plus)
        #expect(entitlements.quotas(given: Self.usage).map(\.absorbed) == [3])
    }

    @Test("A licence that is there twice gives one finding and one reminder")
    func findings() {
        let plus = License.plus(.vmware, until: .days(3), licensee: ClaimString(literal: "another"))
        let old = License.plus(.baremetal, id: "P-2", updatesUntil: .days(-1))
        let entitlements = Entitlements(
            .base(),
            plus,
            old,
            plus,
            old,
            configuration: PolicyConfiguration(builtAt: .now)
        )
        let findings = entitlements.findings.map { "\($0.code.rawValue) \($0.licenseID?.rawValue ?? "-")" }
        #expect(findings == ["build-not-covered P-2", "licensee-differs P-1"])
        #expect(entitlements.reminders.map(\.subject) == [.module(.vmware)])
        #expect(entitlements.modules.map(\.slot) == [.module(.vmware)])
    }

    @Test("Licences of one id with other content both stand")
    func otherContent() {
        let entitlements = Entitlements(
            .base(),
            .plus(.vmware, id: "P-1", limits: [.hosts: .count(3)]),
            .plus(.baremetal, id: "P-1", limits: [.hosts: .count(4)])
        )
        #expect(entitlements[.module(.vmware)].state == .inForce)
        #expect(entitlements[.module(.baremetal)].state == .inForce)
        let usage = Usage(total: [.hosts: 20], modules: [.vmware: [.hosts: 10], .baremetal: [.hosts: 10]])
        #expect(entitlements.quotas(given: usage).map(\.absorbed) == [7])
    }

    @Test("Base licences of one id with other content both count for the coverage")
    func coverage() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(10)),
            .base("B-1", from: .days(10), until: .days(30))
        )
        #expect(entitlements.base.coveredUntil == .now + .days(30))
    }

    @Test("Two findings of one id stand where their contents differ")
    func twoFindings() {
        let entitlements = Entitlements(
            .plus(.vmware, id: "P-1", issued: .days(3)),
            .plus(.vmware, id: "P-1", issued: .days(4))
        )
        #expect(entitlements.findings.map(\.licenseID) == ["P-1", "P-1"])
    }

    @Test("Licences of one id and content by other issuers both stand")
    func otherIssuer() {
        let entitlements = Entitlements(
            .base(),
            .plus(.vmware, id: "P-1", issuer: ClaimString(literal: "a")),
            .plus(.vmware, id: "P-1", issuer: ClaimString(literal: "b"))
        )
        #expect(entitlements.findings.map(\.code) == [.licenseeDiffers, .licenseeDiffers])
    }
}
