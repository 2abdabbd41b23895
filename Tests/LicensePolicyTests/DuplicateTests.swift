import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Duplicate licenses")
struct DuplicateTests {
    static let usage = LicenseUsage(total: [.hosts: 20], modules: [.vmware: [.hosts: 20]])

    @Test("A duplicate license gives one allowance")
    func allowance() {
        let plus = License.plus(.vmware, limits: [.hosts: .count(3)])
        let entitlements = Entitlements(.base(), plus, plus, plus)
        #expect(entitlements.quotas(given: Self.usage).map(\.coveredByModules) == [3])
    }

    @Test("A duplicate license gives one finding and one reminder")
    func findings() {
        let plus = License.plus(.vmware, until: .days(3), licensee: ClaimString(literal: "another"))
        let old = License.plus(.baremetal, id: "P-2", updatesUntil: .days(-1))
        let entitlements = Entitlements(
            .base(),
            plus,
            old,
            plus,
            old,
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        let findings = entitlements.findings.map { "\($0.code.rawValue) \($0.licenseID?.rawValue ?? "-")" }
        #expect(findings == ["build-not-covered P-2", "licensee-differs P-1"])
        #expect(entitlements.reminders.map(\.slot) == [.module(.vmware)])
        #expect(entitlements.modules.map(\.slot) == [.module(.vmware)])
    }

    @Test("Licenses with the same id but different content are both used")
    func otherContent() {
        let entitlements = Entitlements(
            .base(),
            .plus(.vmware, id: "P-1", limits: [.hosts: .count(3)]),
            .plus(.baremetal, id: "P-1", limits: [.hosts: .count(4)])
        )
        #expect(entitlements[.module(.vmware)].state == .current)
        #expect(entitlements[.module(.baremetal)].state == .current)
        let usage = LicenseUsage(total: [.hosts: 20], modules: [.vmware: [.hosts: 10], .baremetal: [.hosts: 10]])
        #expect(entitlements.quotas(given: usage).map(\.coveredByModules) == [7])
    }

    @Test("Base licenses with the same id but different content both extend the coverage")
    func coverage() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(10)),
            .base("B-1", from: .days(10), until: .days(30))
        )
        #expect(entitlements.base.coveredUntil == .now + .days(30))
    }

    @Test("Licenses with the same id but different content have separate findings")
    func twoFindings() {
        let entitlements = Entitlements(
            .plus(.vmware, id: "P-1", issued: .days(3)),
            .plus(.vmware, id: "P-1", issued: .days(4))
        )
        #expect(entitlements.findings.map(\.licenseID) == ["P-1", "P-1"])
    }

    @Test("Licenses with the same id and content from different issuers are both used")
    func otherIssuer() {
        let entitlements = Entitlements(
            .base(),
            .plus(.vmware, id: "P-1", issuer: ClaimString(literal: "a")),
            .plus(.vmware, id: "P-1", issuer: ClaimString(literal: "b"))
        )
        #expect(entitlements.findings.map(\.code) == [.licenseeDiffers, .licenseeDiffers])
    }

    @Test("Licenses whose digests differ in a single byte are all used", arguments: 0..<32)
    func similarDigests(_ index: Int) {
        let licenses = (0..<40)
            .map { number in
                var digest = [UInt8](repeating: 7, count: 32)
                digest[index] = UInt8(number)
                return License.plus(License.Module(stringLiteral: "m\(number)"), digest: digest)
            }
        let entitlements = Entitlements(licenses + licenses.reversed(), at: .now)
        #expect(entitlements.modules.count == 40)
        #expect(entitlements.modules.allSatisfy { $0.state == .current })
        let preview = Entitlements([licenses[0], licenses[0]], at: .now).preview(removing: [licenses[0]])
        #expect(preview.before.modules.compactMap(\.licenseID) == ["P-1"])
        #expect(preview.after.modules.compactMap(\.licenseID) == [])
    }

    @Test("Many modules have a slot each, in byte order", arguments: [1, 7, 8, 9, 10, 100])
    func manyModules(_ count: Int) {
        let modules = (0..<count).map { License.Module(stringLiteral: "m\(($0 * 37) % 101)") }
        // Each module has two licenses, of which the newer one is effective.
        let newer = modules.enumerated().map { License.plus($1, id: LicenseID(stringLiteral: "P-\($0)")) }
        let older = modules.map { License.plus($0, id: "A", issued: .days(-200), limits: [.hosts: .count(1)]) }
        let entitlements = Entitlements(older + newer.reversed(), at: .now)
        #expect(entitlements.modules.map(\.slot) == modules.sorted().map(LicenseSlot.module))
        for (number, module) in modules.enumerated() {
            #expect(entitlements[.module(module)].license?.id.rawValue == "P-\(number)")
        }
    }
}
