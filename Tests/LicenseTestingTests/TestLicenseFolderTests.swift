import Foundation
import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseStore
import LicenseTesting
import Testing
import ZStackLicensing

@Suite("TestLicenseFolder")
struct TestLicenseFolderTests {
    private static let vmware = LicenseCapability.operate(.module(.vmware))

    @Test("A new folder has the given licenses, and they follow the clock")
    func start() async throws {
        let test = try await TestLicenseFolder(.base(), .plus(.vmware, days: 13), configuration: .testing(.zstack))
        #expect(try await test.folder.list().map(\.isActive) == [true, true])
        let check = test.folder.gate.makeCheck(for: Self.vmware)
        #expect(check.isAllowed)
        test.clock.advance(days: 13)
        #expect(!check.isAllowed)
    }

    @Test("Without licenses, the product is unlicensed")
    func empty() async throws {
        let test = try await TestLicenseFolder(configuration: .testing(.zstack))
        #expect(try await test.folder.list().isEmpty)
        #expect(test.folder.gate.entitlements.base.state == .empty)
        #expect(test.folder.findings.isEmpty)
    }

    @Test("Installed licenses are staged until a reload, or active at once")
    func install() async throws {
        let test = try await TestLicenseFolder(.base(), configuration: .testing(.zstack))
        try await test.install(.plus(.vmware))
        #expect(!test.folder.gate.allows(Self.vmware))
        try await test.folder.reload(by: TestLicenseFolder.administrator)
        #expect(test.folder.gate.allows(Self.vmware))
        let installation = try await test.install(.plus(.baremetal), activates: true)
        #expect(installation.installed.map(\.modules) == [[.baremetal]])
        #expect(test.folder.gate.allows(.operate(.module(.baremetal))))
    }

    @Test("A restart reads what is in the folder, and names a damaged file")
    func reopened() async throws {
        let test = try await TestLicenseFolder(.base(), configuration: .testing(.zstack))
        try test.write(try test.licensing.file(for: .plus(.vmware)), to: "copied.lic")
        try test.write("damaged", to: "damaged.lic")
        let folder = try await test.reopened()
        #expect(folder.gate.allows(Self.vmware))
        #expect(folder.findings.map(\.code) == [.reloadFailed])
        #expect(folder.findings.map(\.file) == ["damaged.lic"])
    }

    @Test("The folder is removed with the object")
    func removal() async throws {
        func path() async throws -> String {
            let test = try await TestLicenseFolder(.base())
            #expect(FileManager.default.fileExists(atPath: test.path))
            return test.path
        }
        #expect(!FileManager.default.fileExists(atPath: try await path()))
    }
}
