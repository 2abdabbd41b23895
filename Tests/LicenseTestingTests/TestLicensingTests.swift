import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing
import ZStackLicensing

@Suite("Worlds for tests")
struct TestLicensingTests {
    @Test("The clock decides what the licenses grant")
    func clock() throws {
        let world = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13), configuration: .testing(.zstack))
        let capability = LicenseCapability.operate(.module(.vmware))
        #expect(world.entitlements.decision(for: capability) == .allowed)
        world.clock.advance(days: 12)
        #expect(world.entitlements.reminders.map(\.subject) == [.module(.vmware)])
        world.clock.advance(days: 1)
        #expect(!world.entitlements.decision(for: capability).isAllowed)
        #expect(world.entitlements.login == .redirect)
        world.clock.advance(days: -1)
        #expect(world.entitlements.decision(for: capability) == .allowed)
    }

    @Test("A world without licenses is one of a product without any")
    func empty() throws {
        let world = try TestLicensing(configuration: .testing(.zstack))
        #expect(world.licenses.isEmpty)
        #expect(world.texts.isEmpty)
        #expect(world.file == "")
        #expect(world.entitlements.base.state == .empty)
    }

    @Test("Clock, product and configuration are as they are given")
    func parameters() throws {
        let world = try TestLicensing(
            .base(days: 1),
            clock: TestLicenseClock(at: LicenseInstant(secondsSince1970: 1_000_000)),
            configuration: PolicyConfiguration(
                catalog: ProductCatalog(product: "storage", name: "Storage", units: [.hosts: "hosts"]),
                node: .any,
                build: .any,
                community: CommunityGrant(limits: [.hosts: .count(3)])
            )
        )
        let license = try #require(world.licenses.first)
        #expect(license.product == "storage")
        #expect(license.issuedAt.secondsSince1970 == 1_000_000)
        #expect(world.entitlements.instant.secondsSince1970 == 1_000_000)
        #expect(world.entitlements.configuration.community?.limits == [.hosts: .count(3)])
        #expect(world.verifier.product == .only("storage"))
    }

    @Test("A license of other nodes is excluded, one for another product refuses the world")
    func otherScope() throws {
        let world = try TestLicensing(
            .base().bound(to: TestLicensing.node.rawValue),
            .plus(.vmware).bound(to: "another node"),
            configuration: .testing(.zstack)
        )
        #expect(world.licenses.map(\.id) == ["test-1", "test-2"])
        #expect(world.gate.allows(.operate(.base)))
        #expect(world.gate.decision(for: .view(.module(.vmware))).reasons.map(\.code) == [.moduleWrongNode])
        let error = try #require(throws: LicenseError.self) {
            try TestLicensing(.base().product("other"), configuration: .testing(.zstack))
        }
        #expect(error.code == .wrongProduct)
    }

    @Test("A list of licenses makes the same world as one by one")
    func lists() throws {
        let licenses: [TestLicense] = [.base().bundling(["gpu"]), .plus([.vmware, .baremetal]).features(["clone"])]
        let world = try TestLicensing(licenses, configuration: .testing(.zstack))
        #expect(world.licenses.map(\.modules) == [["gpu"], [.vmware, .baremetal]])
        #expect(try world.verifier.verify(contents: world.file(for: licenses)).licenses.count == 2)
    }

    @Test("A text that is not valid is told when the license is issued")
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

    @Test("Each text holds its license, and the file all of them")
    func texts() throws {
        let world = try TestLicensing(.base(), .plus(.vmware), .plus(.baremetal), configuration: .testing(.zstack))
        for (text, license) in zip(world.texts, world.licenses) {
            #expect(try world.verifier.verify(contents: text).licenses == [license])
        }
        #expect(try world.verifier.verify(contents: world.file).licenses == world.licenses)
        #expect(world.licenses.map(\.id) == ["test-1", "test-2", "test-3"])
    }

    @Test("A file of more licenses is issued at the clock's time, with ids that go on")
    func moreLicenses() throws {
        let world = try TestLicensing(.base(days: 10), configuration: .testing(.zstack))
        world.clock.advance(days: 9)
        let file = try world.file(for: .base(days: 10), .plus(.vmware))
        let licenses = try world.verifier.verify(contents: file).licenses
        #expect(licenses.map(\.id) == ["test-2", "test-3"])
        #expect(licenses.map(\.issuedAt.description) == ["2027-01-10T00:00:00Z", "2027-01-10T00:00:00Z"])
        #expect(world.licenses.map(\.id) == ["test-1"])
    }

    @Test("Production refuses what is made for tests")
    func production() throws {
        let world = try TestLicensing(.base(), configuration: .testing(.zstack))
        let production = LicenseVerifier(trusting: world.trustedKeys, product: .only("cloud"))
        let error = try #require(throws: LicenseError.self) { try production.verify(contents: world.file) }
        #expect(error.code == .keyNotValid)
        #expect(error.member == nil)
    }

    @Test("Two worlds trust the same keys, and know each other's licenses")
    func twoWorlds() throws {
        let first = try TestLicensing(.base(), configuration: .testing(.zstack))
        let second = try TestLicensing(.base(days: 7), configuration: .testing(.zstack))
        #expect(try second.verifier.verify(contents: first.file).licenses == first.licenses)
    }
}
