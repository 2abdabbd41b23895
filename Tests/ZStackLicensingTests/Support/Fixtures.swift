import Foundation
import LicenseModel
import LicensePolicy
import ZStackLicensing

extension License {
    /// Creates the license of the platform's example: 5 hosts, from 2017-07-26 09:30:27 to 2017-08-23 12:27:01 (UTC+8).
    ///
    /// Instants are in seconds since 1970. The payload digest repeats one byte.
    static func example(
        _ category: LicenseCategory = .base,
        id: LicenseID = "L-1",
        digest: UInt8 = 0xA1,
        issuedAt: Int64 = 1_501_032_627,
        notBefore: Int64? = nil,
        expiresAt: Int64? = 1_503_462_421,
        modules: [License.Module] = [],
        type: LicenseType = .paid,
        limits: [LimitUnit: License.Limit] = [.hosts: .count(5)],
        nodes: [ClaimString]? = nil,
        graceDays: Int? = nil,
        licensee: String = "admin@example.com"
    ) throws -> License {
        License(
            License.Fields(
                id: id,
                issuer: try ClaimString("vendor"),
                product: "cloud",
                licensee: try ClaimString(licensee),
                issuedAt: LicenseInstant(secondsSince1970: issuedAt),
                notBefore: LicenseInstant(secondsSince1970: notBefore ?? issuedAt),
                expiresAt: expiresAt.map { LicenseInstant(secondsSince1970: $0) },
                category: category,
                edition: category == .base ? .enterprise : nil,
                modules: modules,
                type: type,
                limits: limits,
                nodes: nodes,
                graceDays: graceDays,
                algorithm: .ed25519,
                keyID: "test",
                environment: .test,
                payloadDigest: PayloadDigest([UInt8](repeating: digest, count: 32))
            )
        )
    }
}

extension Encodable {
    /// The value as JSON with sorted keys.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
