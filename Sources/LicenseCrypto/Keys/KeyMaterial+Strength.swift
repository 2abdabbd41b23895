// Checks for weak keys.
extension KeyMaterial {
    /// Throws if the key is so weak that its signatures can be forged, which libcrypto does not check.
    func requireStrength() throws(TrustedKeyError) {
        switch self {
        case .ed25519(let point):
            guard !Self.isLowOrderOrNotCanonical(point) else {
                throw TrustedKeyError(.weakKey, .weakPoint)
            }
        case .point:
            // libcrypto checks that the point is on the curve and not at infinity.
            break
        case .rsa(let modulus):
            let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
            guard (2_048...4_096).contains(bits) else {
                throw TrustedKeyError(.weakKey, .rsaSize, "\(bits)")
            }
            guard !Self.hasROCAFingerprint(modulus) else {
                throw TrustedKeyError(.weakKey, .factorable)
            }
        }
    }

    /// Returns whether an encoded point is of low order or not canonical.
    ///
    /// The eight points of low order have 14 encodings. A point is not canonical if y ≥ p = 2^255 - 19 (RFC 8032, section
    /// 5.1.3). RFC 8032 leaves the check for low order to the application.
    private static func isLowOrderOrNotCanonical(_ point: [UInt8]) -> Bool {
        var y = point
        y[31] &= 0x7F
        let isAtLeastPrime = y[0] >= 0xED && y[1..<31].allSatisfy { $0 == 0xFF } && y[31] == 0x7F
        return isAtLeastPrime || self.lowOrderOrdinates.contains(y)
    }

    /// The y-coordinates of the points of order 1, 2, 4 and 8, little-endian.
    private static let lowOrderOrdinates: [[UInt8]] = [
        [1] + [UInt8](repeating: 0, count: 31),
        [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [UInt8](repeating: 0, count: 32),
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
            0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
            0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
        ],
    ]

    /// Returns whether a modulus has the fingerprint of the faulty key generator of CVE-2017-15361 ("ROCA").
    ///
    /// The primes that the generator makes, and therefore the modulus, are a power of 65537 modulo each small prime. Fewer
    /// than one in 2^27 other moduli have this property.
    private static func hasROCAFingerprint(_ modulus: [UInt8]) -> Bool {
        self.smallPrimes.allSatisfy { prime in
            let residue = modulus.reduce(0) { ($0 << 8 | Int($1)) % prime }
            var power = 1
            repeat {
                if power == residue {
                    return true
                }
                power = power * 65_537 % prime
            } while power != 1
            return false
        }
    }

    private static let smallPrimes = [
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113,
        127, 131, 137, 139, 149, 151, 157, 163, 167,
    ]
}
