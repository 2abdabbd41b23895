import Foundation
import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseStore
import LicenseTesting
import Testing
import ZStackLicensing
import ZStackLicensingTesting

/// Files of the platform's vendor in a license folder.
@Suite("License files of the platform in a folder")
struct VendorFolderTests {
    private static let administrator = TestLicenseFolder.administrator

    /// An open folder with a clock that is at the start of the sample file.
    private struct Place {
        let path: String
        let clock = TestLicenseClock(at: TestVendorFile.sample.issuedAt)

        func open(_ formats: [LicenseFormat]) async throws -> LicenseFolder {
            try await LicenseFolder.open(
                at: self.path,
                verifier: LicenseVerifier(
                    trusting: .none,
                    catalog: .zstack,
                    environments: [.test],
                    formats: formats
                ),
                configuration: .zstack(node: .only([]), build: .any),
                clock: self.clock
            )
        }
    }

    /// Runs a test with a folder that is removed after it.
    private static func withPlace(_ body: (Place) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "vendor-folder-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(Place(path: path))
    }

    @Test("A file is installed, listed, reloaded and deleted, and GetLicenseInfo shows it")
    func lifetime() async throws {
        let format = try TestVendorFile.reader(product: "cloud").format
        let contents = try TestVendorFile.sample.contents()
        try await Self.withPlace { place in
            let folder = try await place.open([format])
            let installation = try await folder.install(contents, by: Self.administrator)
            #expect(installation.installed.map(\.id.rawValue) == [TestVendorFile.sample.id])
            #expect(folder.gate.licenses.isEmpty)
            #expect(try await folder.install(contents, by: Self.administrator).unchanged.count == 1)
            let stored = try #require(try await folder.list().first)
            #expect(stored.isStaged && !stored.isActive)

            try await folder.reload(by: Self.administrator)
            #expect(folder.gate.allows(.operate(.base)))
            #expect(folder.findings.isEmpty)
            let inventory = LicenseInventory(
                folder.gate.entitlements,
                usage: LicenseUsage(total: [.hosts: 3]),
                licenseRequest: try await folder.licenseRequest(),
                offset: .china
            )
            #expect(inventory.uuid == stored.license.platformUUID)
            #expect(inventory.licenseType == "Trial")
            #expect(inventory.user == "test-customer")
            #expect(inventory.hostNum == 10)
            #expect(inventory.availableHostNum == 7)
            #expect(inventory.cpuNum == 4)
            #expect(inventory.issuedDate == "2026-01-01T08:00:00.000+08:00")
            #expect(inventory.expiredDate == "2027-01-01T08:00:00.000+08:00")

            // The file on disk is the one that was installed, and a new process reads it.
            let file = try #require(stored.files.first)
            #expect(Array(try Data(contentsOf: URL(fileURLWithPath: place.path).appending(path: file))) == contents)
            #expect(try await place.open([format]).gate.licenses == [stored.license])

            try await folder.delete(stored.license.id, by: Self.administrator)
            #expect(folder.gate.licenses.isEmpty)
            #expect(try await folder.list().isEmpty)
        }
    }

    @Test("A product that pins no key refuses a file, and keeps what it has")
    func unpinned() async throws {
        let contents = try TestVendorFile.sample.contents()
        try await Self.withPlace { place in
            let folder = try await place.open([])
            let error = await #expect(throws: LicenseStoreError.self) {
                try await folder.install(contents, by: Self.administrator)
            }
            #expect(error?.licenseError?.code == .malformed)
            #expect(error?.message.english.contains("VendorLicenseReader") == true)
            #expect(try await folder.list().isEmpty)
        }
    }

    @Test("A file that is damaged on disk does not replace its license")
    func damaged() async throws {
        let format = try TestVendorFile.reader(product: "cloud").format
        try await Self.withPlace { place in
            let folder = try await place.open([format])
            try await folder.install(
                try TestVendorFile.sample.contents(),
                by: Self.administrator,
                activates: true
            )
            let stored = try #require(try await folder.list().first)
            let file = URL(fileURLWithPath: place.path).appending(path: try #require(stored.files.first))
            var contents = Array(try Data(contentsOf: file))
            contents[contents.count / 4] ^= 1
            try Data(contents).write(to: file)
            try await folder.reload(by: Self.administrator)
            #expect(folder.gate.licenses == [stored.license])
            #expect(folder.findings.map(\.code.rawValue) == ["reload-failed"])
        }
    }

    @Test("A file for another node is refused as such")
    func otherNode() async throws {
        var file = TestVendorFile.sample
        file.thumbprint = "node-1"
        let contents = try file.contents()
        let format = try TestVendorFile.reader(product: "cloud").format
        try await Self.withPlace { place in
            let folder = try await place.open([format])
            let error = await #expect(throws: LicenseStoreError.self) {
                try await folder.install(contents, by: Self.administrator)
            }
            #expect(error?.code.rawValue == "wrong-node")
        }
    }
}
