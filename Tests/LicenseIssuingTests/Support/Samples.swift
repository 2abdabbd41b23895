import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// Drafts, and an issuer with keys that are generated when the tests run.
enum Samples {
    /// The time of signing: 2026-11-24T12:00:00Z.
    static let now = LicenseInstant(secondsSince1970: 1_795_521_600)

    /// A key for each algorithm, which the tests share because generating RSA keys is slow.
    static let keys: [SignatureAlgorithm: SigningKey] = {
        do {
            var keys: [SignatureAlgorithm: SigningKey] = [:]
            for algorithm in SignatureAlgorithm.known {
                keys[algorithm] = try SigningKey.generate(algorithm, rsaBits: 2_048)
            }
            return keys
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// Returns the shared key for an algorithm.
    static func key(_ algorithm: SignatureAlgorithm) throws -> SigningKey {
        try #require(self.keys[algorithm])
    }

    static let issuer = ClaimString(literal: "https://vendor.example")

    /// The catalog of the cloud platform, with the product id `cloud`.
    static let catalog: ProductCatalog = {
        var catalog = ProductCatalog.zstack
        catalog.product = "cloud"
        return catalog
    }()

    /// Returns an issuer that signs with the shared key for an algorithm.
    static func issuer(_ algorithm: SignatureAlgorithm = .ed25519) throws -> LicenseIssuer {
        LicenseIssuer(key: try self.key(algorithm), issuer: self.issuer, catalog: Samples.catalog)
    }

    /// A draft of a base license for ten hosts and 365 days.
    static var base: LicenseDraft {
        LicenseDraft(
            for: ClaimString(literal: "Müller 有限公司"),
            .base(edition: .enterprise, limits: [.hosts: .count(10)]),
            type: .paid,
            term: .days(365),
            id: "L-1"
        )
    }

    /// A draft of a plus license for VMware management and 13 days.
    static var plus: LicenseDraft {
        LicenseDraft(
            for: ClaimString(literal: "Müller 有限公司"),
            .plus([.vmware]),
            type: .addOn,
            term: .days(13),
            id: "L-2"
        )
    }
}
