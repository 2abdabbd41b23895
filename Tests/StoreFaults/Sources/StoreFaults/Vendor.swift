import Foundation
import LicenseIssuing
import Licensing

/// The vendor of the licenses, whose public key all processes of a run read from a file.
struct Vendor {
    static let catalog = ProductCatalog(
        product: "faults",
        name: "Faults",
        modules: ["m": "m"],
        units: ["units": "units"],
        editions: ["standard": "Standard"]
    )

    private let key: SigningKey

    /// Generates a key, and writes its public half into a file.
    init(publicKey path: String) throws {
        self.key = try SigningKey.generate(.ed25519)
        try self.key.publicJWK.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Returns the verifier that trusts the key in a file.
    static func verifier(_ path: String) throws -> LicenseVerifier {
        let jwk = try String(contentsOfFile: path, encoding: .utf8)
        return LicenseVerifier(trusting: try TrustedKeys(jwk: jwk), catalog: self.catalog)
    }

    /// Issues base licenses with the given IDs, each an hour after the one before, and writes them into one file.
    func write(_ ids: [String], to path: String) throws {
        let issuer = LicenseIssuer(key: self.key, issuer: try ClaimString("Vendor"), catalog: Self.catalog)
        let start = LicenseInstant(Date()).advanced(byDays: -30)
        let licenses = try ids.enumerated()
            .map { number, id in
                // Licensees that differ make no license older than another.
                let draft = LicenseDraft(
                    for: try ClaimString("Customer \(id)"),
                    .base(edition: "standard", limits: ["units": .count(10)]),
                    type: .paid,
                    term: .days(3_650),
                    id: try LicenseID(id)
                )
                return try issuer.issue(draft, at: start.advanced(bySeconds: Int64(number) * 3_600))
            }
        try LicenseBundle(licenses).armored.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
