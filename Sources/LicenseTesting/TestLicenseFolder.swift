public import LicensePolicy
public import LicenseStore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A license folder in a temporary place, whose clock is manual.
///
/// ```swift
/// let test = try await TestLicenseFolder(.base(), .plus("replication", days: 13), configuration: .testing(catalog))
/// test.clock.advance(days: 13)
/// try await test.install(.plus("replication"))
/// #expect(!test.folder.gate.allows(.operate(.module("replication"))))    // staged, not reloaded
/// try await test.folder.reload(by: TestLicenseFolder.administrator)
/// #expect(test.folder.gate.allows(.operate(.module("replication"))))
/// ```
///
/// The folder is a real one: its files are written and read as those of your product. It is removed together with this object.
public final class TestLicenseFolder: Sendable {
    /// The administrator on whose behalf the methods of this type change the folder.
    public static let administrator = LicenseActor(name: "test-administrator", isAdministrator: true)

    /// The path of the folder, which exists.
    public let path: String

    /// The licenses that the folder starts with, and the means to issue and verify others.
    ///
    /// Its gate has these licenses alone. Use the gate of the ``folder`` instead.
    public let licensing: TestLicensing

    /// The open folder, as your product uses it.
    public let folder: LicenseFolder

    /// The clock of the folder and its gate.
    public var clock: TestLicenseClock {
        self.licensing.clock
    }

    /// Creates a folder with a file for each license, and opens it, so that the licenses are active.
    ///
    /// An installation would refuse a license that is for another node or older than another one. The files here have been
    /// copied into the folder, so that it can have any licenses.
    ///
    /// - Parameters:
    ///   - licenses: The licenses, which are issued at the time that the clock shows. If empty, the product is unlicensed.
    ///   - clock: The clock of the folder and its gate.
    ///   - configuration: The product's configuration, with its catalog. By default, a configuration for tests that do
    ///     not need a specific product. If its node is `.only`, the folder adds its own thumbprint.
    /// - Throws: The errors of ``TestLicensing``, an error of the system if a file cannot be written, or
    ///   ``/LicenseStore/LicenseStoreError`` if the folder cannot be opened.
    public convenience init(
        _ licenses: TestLicense...,
        clock: TestLicenseClock = TestLicenseClock(),
        configuration: PolicyConfiguration = .testing()
    ) async throws {
        try await self.init(licenses, clock: clock, configuration: configuration)
    }

    /// Creates a folder with a file for each license, and opens it, so that the licenses are active.
    ///
    /// An installation would refuse a license that is for another node or older than another one. The files here have been
    /// copied into the folder, so that it can have any licenses.
    ///
    /// - Parameters:
    ///   - licenses: The licenses, which are issued at the time that the clock shows. If empty, the product is unlicensed.
    ///   - clock: The clock of the folder and its gate.
    ///   - configuration: The product's configuration, with its catalog. By default, a configuration for tests that do
    ///     not need a specific product. If its node is `.only`, the folder adds its own thumbprint.
    /// - Throws: The errors of ``TestLicensing``, an error of the system if a file cannot be written, or
    ///   ``/LicenseStore/LicenseStoreError`` if the folder cannot be opened.
    public init(
        _ licenses: [TestLicense],
        clock: TestLicenseClock = TestLicenseClock(),
        configuration: PolicyConfiguration = .testing()
    ) async throws {
        self.licensing = try TestLicensing(licenses, clock: clock, configuration: configuration)
        let directory = FileManager.default.temporaryDirectory.appending(path: "license-folder-\(UUID())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        self.path = directory.path
        for (number, text) in self.licensing.texts.enumerated() {
            try Self.write(text, to: "\(directory.path)/license-\(number + 1).lic")
        }
        self.folder = try await Self.open(at: directory.path, self.licensing)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: self.path)
    }

    /// Issues licenses at the time that the clock shows, and installs them in one file.
    ///
    /// - Parameters:
    ///   - licenses: The licenses, 1 to 64, each with a unique ID.
    ///   - activates: Whether they become active at once. Otherwise they are staged, and a reload makes them active.
    /// - Returns: What was installed.
    /// - Throws: `IssuingError` if a license cannot be issued as described, or ``/LicenseStore/LicenseStoreError`` if the
    ///   folder refuses it.
    @discardableResult
    public func install(_ licenses: TestLicense..., activates: Bool = false) async throws -> LicenseInstallation {
        let file = try self.licensing.file(for: licenses)
        return try await self.folder.install(Array(file.utf8), by: Self.administrator, activates: activates)
    }

    /// Writes a file into the folder, as an administrator of the machine does who copies or edits a file.
    ///
    /// - Parameters:
    ///   - contents: The contents of the file, such as a license file or a damaged one.
    ///   - name: The name of the file in the folder, such as `copied.lic`.
    /// - Throws: An error of the system if the file cannot be written.
    public func write(_ contents: String, to name: String) throws {
        try Self.write(contents, to: "\(self.path)/\(name)")
    }

    private static func write(_ contents: String, to path: String) throws {
        try contents.write(toFile: path, atomically: false, encoding: .utf8)
    }

    /// Opens the folder once more, as your product does when it restarts.
    ///
    /// - Returns: Another open folder with the same files and the same clock.
    /// - Throws: ``/LicenseStore/LicenseStoreError`` if the folder cannot be opened.
    public func reopened() async throws(LicenseStoreError) -> LicenseFolder {
        try await Self.open(at: self.path, self.licensing)
    }

    private static func open(
        at path: String,
        _ licensing: TestLicensing
    ) async throws(LicenseStoreError) -> LicenseFolder {
        let folder = try await LicenseFolder.open(
            at: path,
            verifier: licensing.verifier,
            configuration: licensing.configuration,
            clock: licensing.clock
        )
        licensing.clock.addObserver { [weak gate = folder.gate] in gate?.refresh() }
        return folder
    }
}
