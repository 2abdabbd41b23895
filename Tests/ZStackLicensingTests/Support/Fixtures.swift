import Foundation
import LicenseModel
import Testing

extension License {
    /// The licence of the guide's example: 5 hosts, signed 2017-07-26T09:30:27+08:00, for 28 days, 2 h, 56 min, 34 s.
    ///
    /// Its digest is made up of one byte.
    static func example(
        _ category: LicenseCategory = .base,
        id: LicenseID = "L-1",
        digest: UInt8 = 0xA1,
        issuedAt: Int64 = 1_501_032_627,
        notBefore: Int64? = nil,
        expiresAt: Int64? = 1_503_462_421,
        modules: [Module] = [],
        type: LicenseType = .paid,
        limits: [LimitUnit: Limit] = [.hosts: .count(5)],
        graceDays: Int? = nil,
        licensee: String = "admin@example.com"
    ) throws -> License {
        License(
            id: id,
            issuer: try #require(ClaimString(rawValue: "vendor")),
            product: "cloud",
            licensee: try #require(ClaimString(rawValue: licensee)),
            organization: nil,
            issuedAt: Instant(secondsSince1970: issuedAt),
            notBefore: Instant(secondsSince1970: notBefore ?? issuedAt),
            expiresAt: expiresAt.map { Instant(secondsSince1970: $0) },
            category: category,
            edition: category == .base ? .enterprise : nil,
            modules: modules,
            type: type,
            limits: limits,
            features: nil,
            nodes: nil,
            sequence: nil,
            reminderDays: nil,
            graceDays: graceDays,
            updatesUntil: nil,
            algorithm: .ed25519,
            keyID: "test",
            environment: .test,
            payloadDigest: PayloadDigest([UInt8](repeating: digest, count: 32))
        )
    }
}

extension Encodable {
    /// The value as Foundation writes it, keys sorted.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
