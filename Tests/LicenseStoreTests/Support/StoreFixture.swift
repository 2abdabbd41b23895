#if DEBUG
import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting

@testable import LicenseStore

/// A license folder on files in memory, with a vendor that issues licenses for it.
struct StoreFixture {
    static let admin = LicenseActor(name: "admin", isAdministrator: true)
    static let guest = LicenseActor(name: "guest", isAdministrator: false)
    static let path = "/licenses"

    let licensing: TestLicensing
    let clock: TestLicenseClock
    var files: RecordingFiles
    private let made = Lock<[String: [UInt8]]>([:])

    init(_ files: RecordingFiles = RecordingFiles()) throws {
        self.clock = TestLicenseClock()
        self.licensing = try TestLicensing(clock: self.clock)
        self.files = files
    }

    /// The settings for a folder on these files, or on others.
    func settings(
        opening: LicenseFolder.Opening = .creating,
        verifier: LicenseVerifier? = nil,
        on files: RecordingFiles? = nil,
        witness: LicenseTimeWitness? = nil,
        host: [String: String] = [:]
    ) -> FolderSettings {
        FolderSettings(
            disk: FolderDisk(
                path: Self.path,
                files: StoreFiles(calls: files ?? self.files),
                texts: StoreTexts(catalog: .testing)
            ),
            verifier: verifier ?? self.licensing.verifier,
            configuration: PolicyConfiguration(catalog: .testing, node: .only([]), build: .any),
            clock: self.clock,
            witness: witness,
            opening: opening,
            host: host
        )
    }

    /// Opens the folder.
    func open(creates: Bool = true, on files: RecordingFiles? = nil) throws -> FolderEngine {
        try FolderEngine(self.settings(opening: creates ? .creating : .withoutWriting, on: files))
    }

    /// Issues licenses and returns their file.
    func file(_ licenses: TestLicense...) throws -> [UInt8] {
        Array(try self.licensing.file(for: licenses).utf8)
    }

    /// Returns the file that a closure made at the first use of its name.
    func files(named name: String, _ make: (StoreFixture) throws -> [UInt8]) -> [UInt8] {
        if let file = self.made.withLock({ $0[name] }) {
            return file
        }
        guard let file = try? make(self) else {
            preconditionFailure("The file \(name) cannot be made")
        }
        self.made.withLock { $0[name] = file }
        return file
    }

    /// Verifies a file and returns its entries.
    func entries(_ licenses: TestLicense...) throws -> [VerifiedFile.Entry] {
        try self.licensing.verifier.verify(contents: try self.licensing.file(for: licenses)).entries
    }
}

extension FolderEngine {
    /// Installs a file as the administrator.
    @discardableResult
    func install(
        _ contents: [UInt8],
        allowsOlder: Bool = false,
        activates: Bool = false,
        by actor: LicenseActor = StoreFixture.admin
    ) throws(LicenseStoreError) -> LicenseInstallation {
        try self.install(
            InstallRequest(contents: contents, allowsOlder: allowsOlder, activates: activates),
            by: actor
        )
    }

    @discardableResult
    func reload() throws(LicenseStoreError) -> LicenseReload {
        try self.reload(by: StoreFixture.admin)
    }

    @discardableResult
    func delete(_ id: LicenseID) throws(LicenseStoreError) -> LicenseDeletion {
        try self.delete(id, issuer: .any, by: StoreFixture.admin)
    }

    /// The IDs of the active licenses, sorted.
    var activeIDs: [String] {
        self.activeLicenses.map(\.id.rawValue).sorted()
    }

    /// The codes of the findings, sorted.
    var findingCodes: [String] {
        self.findings.map(\.code.rawValue)
    }
}
#endif
