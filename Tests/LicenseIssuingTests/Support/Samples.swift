import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// Drafts, and an issuer with keys that are generated when the tests run, except for RSA.
enum Samples {
    /// The time of signing: 2026-11-24T12:00:00Z.
    static let now = LicenseInstant(secondsSince1970: 1_795_521_600)

    /// A key for each algorithm, which the tests share.
    static let keys: [SignatureAlgorithm: SigningKey] = {
        do {
            var keys: [SignatureAlgorithm: SigningKey] = [:]
            for algorithm in SignatureAlgorithm.known {
                keys[algorithm] = try Samples.key(algorithm, rsa: algorithm == .ps256 ? .first : .second)
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

    /// Returns a key for an algorithm that is not the shared one.
    static func otherKey(_ algorithm: SignatureAlgorithm) throws -> SigningKey {
        try self.key(algorithm, rsa: algorithm == .ps256 ? .second : .first)
    }

    /// Generates a key for an algorithm, or takes a sample for RSA.
    private static func key(_ algorithm: SignatureAlgorithm, rsa sample: RSAKeySample) throws -> SigningKey {
        switch algorithm {
        case .ps256, .rs256:
            let pem = "-----BEGIN PRIVATE KEY-----\n\(sample.base64)\n-----END PRIVATE KEY-----\n"
            return try SigningKey(pem: SecretBytes(pem), algorithm: algorithm)
        default: return try SigningKey.generate(algorithm)
        }
    }

    /// Keys in PEM that the openssl command has encrypted with ``password``, in its few rounds of PBKDF2.
    ///
    /// Deriving a key in the library's 600,000 rounds takes a third of a second.
    static let encryptedPEMs: [SignatureAlgorithm: SecretBytes] = keys.mapValues { key -> SecretBytes in
        do {
            let files = ["key.pem": try key.unencryptedPEM().text]
            return SecretBytes(
                try OpenSSLCommand.run("openssl pkcs8 -topk8 -in key.pem -passout 'pass:\(password)'", files: files)
            )
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static let password = "pässword with spaces"

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
