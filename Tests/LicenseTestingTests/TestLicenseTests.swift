import LicenseModel
import LicenseTesting
import Testing
import ZStackLicensing

@Suite("Test licenses")
struct TestLicenseTests {
    /// Returns the license that is issued for a description.
    private static func license(_ license: TestLicense) throws -> License {
        try #require(try TestLicensing(license, configuration: .testing(.zstack)).licenses.first)
    }

    @Test("A base license has every required claim")
    func base() throws {
        let license = try Self.license(.base(days: 30))
        #expect(license.category == .base)
        #expect(license.edition == .enterprise)
        #expect(license.type == .paid)
        #expect(license.limits == [.hosts: .count(10), .cpus: .count(10), .vms: .count(10)])
        #expect(license.modules == [])
        #expect(license.id == "test-1")
        #expect(license.product == "cloud")
        #expect(license.issuer.rawValue == "Test Vendor")
        #expect(license.licensee.rawValue == "Test Customer")
        #expect(license.issuedAt.description == "2027-01-01T00:00:00Z")
        #expect(license.notBefore.description == "2027-01-01T00:00:00Z")
        #expect(license.expiresAt?.description == "2027-01-31T00:00:00Z")
        #expect(license.environment == .test)
        #expect(license.algorithm == .ed25519)
        #expect(license.features == nil)
        #expect(license.nodes == nil)
        #expect(license.graceDays == nil)
    }

    @Test("A plus license has every required claim")
    func plus() throws {
        let license = try Self.license(.plus(.vmware, .baremetal, days: 13))
        #expect(license.category == .plus)
        #expect(license.edition == nil)
        #expect(license.type == .addOn)
        #expect(license.limits == [:])
        #expect(license.modules == [.vmware, .baremetal])
        #expect(license.expiresAt?.description == "2027-01-14T00:00:00Z")
    }

    @Test(
        "The description determines when the license is issued, starts and ends",
        arguments: [
            (.base(days: 10).expired(), "2026-12-21", "2026-12-21", "2026-12-31"),
            (.base(days: 10).expired(daysAgo: 0), "2026-12-22", "2026-12-22", "2027-01-01"),
            (.plus(.vmware, days: 5).expired(daysAgo: 30), "2026-11-27", "2026-11-27", "2026-12-02"),
            (.base(days: 10).pending(), "2027-01-01", "2027-01-02", "2027-01-12"),
            (.base(days: 10).pending(days: 31), "2027-01-01", "2027-02-01", "2027-02-11"),
            (.base(days: 10).issued(daysAgo: 4), "2026-12-28", "2026-12-28", "2027-01-07"),
            (.base().perpetual(), "2027-01-01", "2027-01-01", nil),
            (.base().perpetual().issued(daysAgo: 1), "2026-12-31", "2026-12-31", nil),
            (.base(days: 10).inGrace(daysAgo: 2), "2026-12-20", "2026-12-20", "2026-12-30"),
        ] as [(TestLicense, String, String, String?)]
    )
    func terms(license: TestLicense, issued: String, starts: String, ends: String?) throws {
        let license = try Self.license(license)
        #expect(license.issuedAt.description == "\(issued)T00:00:00Z")
        #expect(license.notBefore.description == "\(starts)T00:00:00Z")
        #expect(license.expiresAt?.description == ends.map { "\($0)T00:00:00Z" })
    }

    @Test("Every claim of a license can be set")
    func everything() throws {
        let license = try Self.license(
            .base(days: 10).edition(.hybrid).bundling(.vmware).bundling(.baremetal, "gpu").type(.trial)
                .limited(to: [.cpus: 4, .vms: 5]).unlimited(.hosts).features("snapshots", "backup")
                .bound(to: "a", "test-node")
                .issued(to: "Example Ltd", of: "Example Group").issued(by: "Example Vendor").id("renewal").sequence(7)
                .reminderDays(30).graceDays(5)
                .updatesUntil(LicenseInstant(secondsSince1970: 1_900_000_000))
        )
        #expect(license.edition == .hybrid)
        #expect(license.modules == [.vmware, .baremetal, "gpu"])
        #expect(license.type == .trial)
        #expect(license.limits == [.cpus: .count(4), .vms: .count(5), .hosts: .unlimited])
        #expect(license.features == ["snapshots", "backup"])
        #expect(license.nodes?.map(\.rawValue) == ["a", "test-node"])
        #expect(license.licensee.rawValue == "Example Ltd")
        #expect(license.organization?.rawValue == "Example Group")
        #expect(license.issuer.rawValue == "Example Vendor")
        #expect(license.id == "renewal")
        #expect(license.sequence == 7)
        #expect(license.reminderDays == 30)
        #expect(license.graceDays == 5)
        #expect(license.updatesUntil?.secondsSince1970 == 1_900_000_000)
    }

    @Test("Without arguments, all units that the license lists become unlimited")
    func unlimited() throws {
        let license = try Self.license(.base().limited(to: [.hosts: 1, .vms: 2]).unlimited())
        #expect(license.limits == [.hosts: .unlimited, .vms: .unlimited])
    }

    @Test("A plus license has no edition, and covers the modules that are added")
    func plusContents() throws {
        let license = try Self.license(.plus(.vmware).edition(.hybrid).bundling(.baremetal))
        #expect(license.edition == nil)
        #expect(license.modules == [.vmware, .baremetal])
    }

    @Test(
        "An invalid description throws an error that names the member",
        arguments: [
            (.base(days: 0), "'exp'"), (.plus(), "'license.modules'"), (.base().limited(to: [:]), "'license.limits'"),
            (.base().graceDays(366), "'license.graceDays'"), (.base().sequence(-1), "'license.sequence'"),
            (.plus(.vmware, .vmware), "'license.modules[1]'"),
        ] as [(TestLicense, String)]
    )
    func invalid(license: TestLicense, member: String) throws {
        let error = try #require(throws: (any Error).self) {
            try TestLicensing(license, configuration: .testing(.zstack))
        }
        #expect("\(error)".contains(member))
    }
}
