// Keys that prove nothing.
extension KeyMaterial {
    /// Refuses a key whose signatures prove nothing, and which libcrypto takes all the same.
    func requireStrength() throws(TrustedKeyError) {
        switch self {
        case .ed25519(let point):
            guard !Self.isLowOrderOrNotCanonical(point) else {
                throw TrustedKeyError(
                    .weakKey,
                    "The Ed25519 key is a point of low order or not canonical: anybody can sign for it. Make a new key."
                )
            }
        case .point:
            // That the point is on the curve and not infinity is libcrypto's to check.
            break
        case .rsa(let modulus):
            let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
            guard (2_048...4_096).contains(bits) else {
                throw TrustedKeyError(
                    .weakKey,
                    "The RSA key has \(bits) bits; 2048 to 4096 are taken. Make a new key."
                )
            }
            guard !Self.isOfWeakGenerator(modulus) else {
                throw TrustedKeyError(
                    .weakKey,
                    "The RSA key was made by a faulty smart card, whose keys can be factored (CVE-2017-15361). Make a new key."
                )
            }
        }
    }

    /// Whether an encoded point is one of the 14 spellings of the eight points of low order, or has y ≥ p = 2^255 - 19
    /// (RFC 8032, section 5.1.3, which leaves low order to the application).
    private static func isLowOrderOrNotCanonical(_ point: [UInt8]) -> Bool {
        var y = point
        y[31] &= 0x7F
        let isAtLeastPrime = y[0] >= 0xED && y[1..<31].allSatisfy { $0 == 0xFF } && y[31] == 0x7F
        return isAtLeastPrime || self.lowOrderOrdinates.contains(y)
    }

    /// The y of the points of order 1, 2, 4 and 8, little-endian.
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

    /// Whether a modulus has the fingerprint of the generator in CVE-2017-15361 ('ROCA'): modulo each small prime it is
    /// a power of 65537, as the primes that it makes are.
    ///
    /// Of other moduli, one in far more than 2^27 is.
    private static func isOfWeakGenerator(_ modulus: [UInt8]) -> Bool {
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
