import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// What the tests issue, and with what: keys are made when the tests run, and are for tests alone.
enum Samples {
    /// 2026-11-24T12:00:00Z.
    static let now = LicenseInstant(secondsSince1970: 1_795_521_600)

    /// A key of each algorithm, which the tests share: RSA takes its time.
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

    /// The shared key of an algorithm.
    static func key(_ algorithm: SignatureAlgorithm) throws -> SigningKey {
        try #require(self.keys[algorithm])
    }

    static let issuer = ClaimString(literal: "https://vendor.example")

    /// What the cloud platform's licenses may name, for a product of another id.
    static let catalog: ProductCatalog = {
        var catalog = ProductCatalog.zstack
        catalog.product = "cloud"
        return catalog
    }()

    /// An issuer with the shared key of an algorithm.
    static func issuer(_ algorithm: SignatureAlgorithm = .ed25519) throws -> LicenseIssuer {
        LicenseIssuer(key: try self.key(algorithm), issuer: self.issuer, catalog: Samples.catalog)
    }

    /// A base license for ten hosts and a year.
    static var base: LicenseDraft {
        LicenseDraft(
            for: ClaimString(literal: "Müller 有限公司"),
            .base(edition: .enterprise, limits: [.hosts: .count(10)]),
            type: .paid,
            term: .days(365),
            id: "L-1"
        )
    }

    /// A license for VMware management and 13 days.
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
