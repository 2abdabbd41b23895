import Foundation
import LicenseStore
import Licensing

/// A folder with the vendor's public key, the license files, and the license folder of a run.
struct Place: Sendable {
    let root: String
    private let verifier: LicenseVerifier

    /// The license folder that is changed.
    private(set) var home: String

    /// Reads the vendor's key, so that no later fault hits that.
    init(_ root: String) throws {
        self.root = root
        self.home = root + "/home"
        self.verifier = try Vendor.verifier(root + "/vendor.jwk")
    }

    func path(_ name: String) -> String {
        "\(self.root)/\(name)"
    }

    /// Returns the place with another license folder.
    func with(home: String) -> Place {
        var place = self
        place.home = home
        return place
    }

    /// The file whose appearance starts a worker.
    var start: String {
        self.path("start")
    }

    /// Opens the license folder.
    func open(
        _ opening: LicenseFolder.Opening,
        witness: LicenseRequirement<LicenseTimeWitness> = .any
    ) async throws -> LicenseFolder {
        try await LicenseFolder.open(
            at: self.home,
            verifier: self.verifier,
            configuration: PolicyConfiguration(catalog: Vendor.catalog, node: .only([]), build: .any),
            opening: opening,
            witness: witness
        )
    }

    /// Makes the license folder as it is before a change, under a name of its own.
    func prepare(_ change: Change) async throws {
        try self.removeHome()
        if change != .firstOpen, change != .firstInstall {
            let folder = try await self.open(.creating)
            try await folder.install(contentsOf: self.path("x.lic"), by: .admin, activates: true)
            if change == .deleteOfBundle {
                try FileManager.default.copyItem(atPath: self.path("abc.lic"), toPath: self.home + "/bundle.lic")
                try await folder.reload(by: .admin)
            }
            await folder.saveTime()
        }
        try? FileManager.default.removeItem(atPath: self.path("before"))
        if FileManager.default.fileExists(atPath: self.home) {
            try FileManager.default.moveItem(atPath: self.home, toPath: self.path("before"))
        }
    }

    /// Brings the license folder back into the state before the change.
    func restore() throws {
        try self.removeHome()
        if FileManager.default.fileExists(atPath: self.path("before")) {
            try FileManager.default.copyItem(atPath: self.path("before"), toPath: self.home)
        }
    }

    func removeHome() throws {
        if FileManager.default.fileExists(atPath: self.home) {
            try FileManager.default.removeItem(atPath: self.home)
        }
    }

    /// The names of temporary files that are left.
    var temporaries: [String] {
        [self.home, self.home + "/private"]
            .flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
            .filter { $0.hasPrefix(".tmp-") }
    }
}
