import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing
import ZStackLicensing

@Suite("TestLicensing")
struct TestLicensingTests {
    @Test("The entitlements follow the clock")
    func clock() throws {
        let licensing = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13), configuration: .testing(.zstack))
        let capability = LicenseCapability.operate(.module(.vmware))
        #expect(licensing.entitlements.decision(for: capability) == .allowed)
        licensing.clock.advance(days: 12)
        #expect(licensing.entitlements.reminders.map(\.slot) == [.module(.vmware)])
        licensing.clock.advance(days: 1)
        #expect(!licensing.entitlements.decision(for: capability).isAllowed)
        #expect(licensing.entitlements.login == .redirect)
        licensing.clock.advance(days: -1)
        #expect(licensing.entitlements.decision(for: capability) == .allowed)
    }

    @Test("Without licenses, the product is unlicensed")
    func empty() throws {
        let licensing = try TestLicensing(configuration: .testing(.zstack))
        #expect(licensing.licenses.isEmpty)
        #expect(licensing.texts.isEmpty)
        #expect(licensing.file == "")
        #expect(licensing.entitlements.base.state == .empty)
    }

    @Test("The clock, product and configuration are those that were passed")
    func parameters() throws {
        let licensing = try TestLicensing(
            .base(days: 1),
            clock: TestLicenseClock(at: LicenseInstant(secondsSince1970: 1_000_000)),
            configuration: PolicyConfiguration(
                catalog: ProductCatalog(product: "storage", name: "Storage", units: [.hosts: "hosts"]),
                node: .any,
                build: .any,
                community: CommunityGrant(limits: [.hosts: .count(3)])
            )
        )
        let license = try #require(licensing.licenses.first)
        #expect(license.product == "storage")
        #expect(license.issuedAt.secondsSince1970 == 1_000_000)
        #expect(licensing.entitlements.instant.secondsSince1970 == 1_000_000)
        #expect(licensing.entitlements.configuration.community?.limits == [.hosts: .count(3)])
        #expect(licensing.verifier.product == .only("storage"))
    }

    @Test("A license for another node is excluded, one for another product is refused")
    func otherScope() throws {
        let licensing = try TestLicensing(
            .base().bound(to: TestLicensing.node.rawValue),
            .plus(.vmware).bound(to: "another node"),
            configuration: .testing(.zstack)
        )
        #expect(licensing.licenses.map(\.id) == ["test-1", "test-2"])
        #expect(licensing.gate.allows(.operate(.base)))
        #expect(licensing.gate.decision(for: .view(.module(.vmware))).reasons.map(\.code) == [.moduleWrongNode])
        let error = try #require(throws: LicenseError.self) {
            try TestLicensing(.base().product("other"), configuration: .testing(.zstack))
        }
        #expect(error.code == .wrongProduct)
    }

    @Test("Licenses can be passed as an array")
    func lists() throws {
        let licenses: [TestLicense] = [.base().bundling(["gpu"]), .plus([.vmware, .baremetal]).features(["clone"])]
        let licensing = try TestLicensing(licenses, configuration: .testing(.zstack))
        #expect(licensing.licenses.map(\.modules) == [["gpu"], [.vmware, .baremetal]])
        #expect(try licensing.verifier.verify(contents: licensing.file(for: licenses)).licenses.count == 2)
    }

    @Test("An invalid text throws when the license is issued")
    func invalidTexts() throws {
        let text = "two\nlines"
        #expect(throws: InvalidTextError.self) {
            try TestLicensing(.base().issued(to: text), configuration: .testing(.zstack))
        }
        #expect(throws: InvalidTextError.self) {
            try TestLicensing(.base().bound(to: text), configuration: .testing(.zstack))
        }
        #expect(throws: InvalidTextError.self) {
            try TestLicensing(.base().issued(by: ""), configuration: .testing(.zstack))
        }
    }

    @Test("Each text contains one license, and the file contains all licenses")
    func texts() throws {
        let licensing = try TestLicensing(.base(), .plus(.vmware), .plus(.baremetal), configuration: .testing(.zstack))
        for (text, license) in zip(licensing.texts, licensing.licenses) {
            #expect(try licensing.verifier.verify(contents: text).licenses == [license])
        }
        #expect(try licensing.verifier.verify(contents: licensing.file).licenses == licensing.licenses)
        #expect(licensing.licenses.map(\.id) == ["test-1", "test-2", "test-3"])
    }

    @Test("Further licenses are issued at the current time and numbered consecutively")
    func moreLicenses() throws {
        let licensing = try TestLicensing(.base(days: 10), configuration: .testing(.zstack))
        licensing.clock.advance(days: 9)
        let file = try licensing.file(for: .base(days: 10), .plus(.vmware))
        let licenses = try licensing.verifier.verify(contents: file).licenses
        #expect(licenses.map(\.id) == ["test-2", "test-3"])
        #expect(licenses.map(\.issuedAt.description) == ["2027-01-10T00:00:00Z", "2027-01-10T00:00:00Z"])
        #expect(licensing.licenses.map(\.id) == ["test-1"])
    }

    @Test("A verifier for production refuses test licenses")
    func production() throws {
        let licensing = try TestLicensing(.base(), configuration: .testing(.zstack))
        let production = LicenseVerifier(trusting: licensing.trustedKeys, product: .only("cloud"))
        let error = try #require(throws: LicenseError.self) { try production.verify(contents: licensing.file) }
        #expect(error.code == .keyNotValid)
        #expect(error.member == nil)
    }

    @Test("Two instances trust the same keys and accept each other's licenses")
    func twoInstances() throws {
        let first = try TestLicensing(.base(), configuration: .testing(.zstack))
        let second = try TestLicensing(.base(days: 7), configuration: .testing(.zstack))
        #expect(try second.verifier.verify(contents: first.file).licenses == first.licenses)
    }
}
