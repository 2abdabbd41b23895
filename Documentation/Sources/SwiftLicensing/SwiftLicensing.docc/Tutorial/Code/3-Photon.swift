import Hummingbird
import LicenseStore
import Licensing
import PhotonCatalog

@main
struct Photon {
    static func main() async throws {
        let folder = try await LicenseFolder.open(
            at: "licenses",
            verifier: LicenseVerifier(
                trusting: try TrustedKeys(jwk: vendorKey),
                catalog: .photon
            ),
            configuration: PolicyConfiguration(
                catalog: .photon,
                node: .only([]),
                build: .made(at: try LicenseInstant("2025-01-01T00:00:00Z"))
            )
        )
        // Saves the trusted time every ten minutes, and once more when the server ends.
        async let _: Void = folder.run()

        let application = Application(
            router: makeRouter(folder),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 8080))
        )
        try await application.runService()
    }
}
