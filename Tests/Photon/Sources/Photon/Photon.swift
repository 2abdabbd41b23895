import Foundation
import Hummingbird
import LicenseStore
import Licensing
import Logging
import PhotonCore

/// The database server, with its files in a folder.
///
/// usage: `Photon FOLDER`
@main
struct Photon {
    /// The vendor's public key, which verifies Photon's licenses.
    private static let vendorKey =
        #"{"kty": "OKP", "crv": "Ed25519", "kid": "photon-1", "x": "_NHwZEZaUrbPX7rk-t_QN-BeWoXJsXHIqc1xaERpjzQ"}"#

    static func main() async throws {
        let logger = Logger(label: "photon")
        let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".", directoryHint: .isDirectory)
        let catalog = try ProductCatalog.photon()
        let verifier = LicenseVerifier(trusting: try TrustedKeys(jwk: self.vendorKey), catalog: catalog)
        let build = try LicenseInstant("2026-11-01T00:00:00Z")
        let licenses = LicenseService(
            try await LicenseFolder.open(
                at: folder.appending(path: "licenses").path,
                verifier: verifier,
                configuration: PolicyConfiguration(catalog: catalog, node: .only([]), build: .made(at: build))
            ),
            logger
        )
        let databases = try Databases(path: folder.appending(path: "photon.sqlite").path)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let router = PhotonServer(licenses, databases, machineCores: cores).makeRouter()
        try await Application(router: router, services: [licenses], logger: logger).runService()
    }
}
