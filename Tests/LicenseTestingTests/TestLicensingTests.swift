import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

@Suite("Worlds for tests")
struct TestLicensingTests {
    @Test("The clock decides what the licences grant")
    func clock() throws {
        let world = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13))
        let capability = Capability.operate(.module(.vmware))
        #expect(world.entitlements.decision(for: capability) == .allowed)
        world.clock.advance(days: 12)
        #expect(world.entitlements.reminders.map(\.subject) == [.module(.vmware)])
        world.clock.advance(days: 1)
        #expect(!world.entitlements.decision(for: capability).isAllowed)
        #expect(world.entitlements.login == .redirect)
        world.clock.advance(days: -1)
        #expect(world.entitlements.decision(for: capability) == .allowed)
    }

    @Test("A world without licences is one of a product without any")
    func empty() throws {
        let world = try TestLicensing()
        #expect(world.licenses.isEmpty)
        #expect(world.texts.isEmpty)
        #expect(world.file == "")
        #expect(world.entitlements.base.state == .empty)
    }

    @Test("Clock, product, node and configuration are as they are given")
    func parameters() throws {
        let world = try TestLicensing(
            .base(days: 1).bound(to: "node-7"),
            clock: TestClock(at: Instant(secondsSince1970: 1_000_000)),
            product: "storage",
            node: "node-7",
            configuration: PolicyConfiguration(community: CommunityGrant(limits: [.hosts: .count(3)]))
        )
        let license = try #require(world.licenses.first)
        #expect(license.product == "storage")
        #expect(license.issuedAt.secondsSince1970 == 1_000_000)
        #expect(world.entitlements.instant.secondsSince1970 == 1_000_000)
        #expect(world.entitlements.configuration.community?.limits == [.hosts: .count(3)])
        #expect(world.verifier.product == "storage")
        #expect(world.verifier.node == "node-7")
    }

    @Test("A licence of other nodes is left out, one for another product refuses the world")
    func otherScope() throws {
        let world = try TestLicensing(.base(), .plus(.vmware).bound(to: "another node"))
        #expect(world.licenses.map(\.id) == ["test-1"])
        #expect(world.texts.count == 2)
        let error = try #require(throws: LicenseError.self) { try TestLicensing(.base().product("other")) }
        #expect(error.code == .wrongProduct)
    }

    @Test("Each text holds its licence, and the file all of them")
    func texts() throws {
        let world = try TestLicensing(.base(), .plus(.vmware), .plus(.baremetal))
        for (text, license) in zip(world.texts, world.licenses) {
            #expect(try world.verifier.verify(file: text).licenses == [license])
        }
        #expect(try world.verifier.verify(file: world.file).licenses == world.licenses)
        #expect(world.licenses.map(\.id) == ["test-1", "test-2", "test-3"])
    }

    @Test("A file of more licences is issued at the clock's time, with ids that go on")
    func moreLicenses() throws {
        let world = try TestLicensing(.base(days: 10))
        world.clock.advance(days: 9)
        let file = try world.file(for: .base(days: 10), .plus(.vmware))
        let licenses = try world.verifier.verify(file: file).licenses
        #expect(licenses.map(\.id) == ["test-2", "test-3"])
        #expect(licenses.map(\.issuedAt.description) == ["2027-01-10T00:00:00Z", "2027-01-10T00:00:00Z"])
        #expect(world.licenses.map(\.id) == ["test-1"])
    }

    @Test("Production refuses what is made for tests")
    func production() throws {
        let world = try TestLicensing(.base())
        let production = LicenseVerifier(trusting: world.trustedKeys, product: "cloud")
        let error = try #require(throws: LicenseError.self) { try production.verify(file: world.file) }
        #expect(error.code == .keyNotValid)
        #expect(error.member == nil)
    }

    @Test("Two worlds trust the same keys, and know each other's licences")
    func twoWorlds() throws {
        let first = try TestLicensing(.base())
        let second = try TestLicensing(.base(days: 7))
        #expect(try second.verifier.verify(file: first.file).licenses == first.licenses)
    }
}
