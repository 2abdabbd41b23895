package import LicenseModel

/// The numbers of a public key, parsed strictly from any supported format.
///
/// Every key is converted to this type first, and libcrypto sees only the SubjectPublicKeyInfo that this type encodes.
/// This way, a key never depends on how lenient a DER parser is.
package enum KeyMaterial {
    /// An Ed25519 key: the encoded point, 32 bytes (RFC 8032, section 5.1.2).
    case ed25519([UInt8])

    /// An elliptic curve key: the coordinates x and y, big-endian, each of the curve's ``Curve/coordinateSize``.
    case point(Curve, x: [UInt8], y: [UInt8])

    /// An RSA key with the exponent 65537: the modulus, big-endian, without leading zeros.
    case rsa(modulus: [UInt8])

    /// A named curve, with the JWK name as its raw value.
    ///
    /// Keys with explicit curve parameters are not supported.
    package enum Curve: String, CaseIterable {
        case p256 = "P-256"
        case p384 = "P-384"
        case sm2 = "SM2"

        /// The size of a coordinate in bytes.
        package var coordinateSize: Int {
            self == .p384 ? 48 : 32
        }

        /// The SubjectPublicKeyInfo of a key of this curve, up to the coordinates (RFC 5480, GB/T 35276).
        var prefix: [UInt8] {
            switch self {
            case .p256:
                [
                    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,
                    0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
                ]
            case .p384:
                [
                    0x30, 0x76, 0x30, 0x10, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,
                    0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22, 0x03, 0x62, 0x00, 0x04,
                ]
            case .sm2:
                [
                    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,
                    0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82, 0x2D, 0x03, 0x42, 0x00, 0x04,
                ]
            }
        }
    }

    /// The algorithms that the key can be used with.
    ///
    /// If there are several, the algorithm must be specified when the key is loaded.
    package var algorithms: [SignatureAlgorithm] {
        switch self {
        case .ed25519: [.ed25519]
        case .point(.p256, _, _): [.es256]
        case .point(.p384, _, _): [.es384]
        case .point(.sm2, _, _): [.sm2SM3]
        case .rsa: [.ps256, .rs256]
        }
    }

    /// The required members of the key's JWK (RFC 7638, section 3.2), in the order of their names.
    package var jwkMembers: [(name: String, value: String)] {
        switch self {
        case .ed25519(let point):
            [("crv", "Ed25519"), ("kty", "OKP"), ("x", Base64.encodeURL(point))]
        case .point(let curve, let x, let y):
            [("crv", curve.rawValue), ("kty", "EC"), ("x", Base64.encodeURL(x)), ("y", Base64.encodeURL(y))]
        case .rsa(let modulus):
            [("e", "AQAB"), ("kty", "RSA"), ("n", Base64.encodeURL(modulus))]
        }
    }

    /// The JSON whose hash is the key's thumbprint (RFC 7638, section 3).
    var thumbprintInput: String {
        "{" + self.jwkMembers.map { #""\#($0.name)":"\#($0.value)""# }.joined(separator: ",") + "}"
    }
}

// SubjectPublicKeyInfo (RFC 5280, section 4.1).
extension KeyMaterial {
    private static let ed25519Prefix: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]
    private static let rsaAlgorithm: [UInt8] = [
        0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]
    private static let rsaExponent: [UInt8] = [0x02, 0x03, 0x01, 0x00, 0x01]

    /// Parses a SubjectPublicKeyInfo, which must be exactly what ``subjectPublicKeyInfo`` encodes.
    ///
    /// - Throws: `TrustedKeyError` with `unsupported` for any other encoding or key type.
    package init(subjectPublicKeyInfo der: [UInt8]) throws(TrustedKeyError) {
        if der.starts(with: Self.ed25519Prefix), der.count == Self.ed25519Prefix.count + 32 {
            self = .ed25519(Array(der.dropFirst(Self.ed25519Prefix.count)))
            return
        }
        for curve in Curve.allCases where der.starts(with: curve.prefix) {
            let coordinates = der.dropFirst(curve.prefix.count)
            guard coordinates.count == 2 * curve.coordinateSize else {
                break
            }
            let x = Array(coordinates.prefix(curve.coordinateSize))
            self = .point(curve, x: x, y: Array(coordinates.dropFirst(curve.coordinateSize)))
            return
        }
        // A modulus of 2,048 to 4,096 bits comes after a prefix of 32 bytes and before the exponent.
        let modulus = Array(der.dropFirst(32).dropLast(Self.rsaExponent.count).drop { $0 == 0 })
        let candidate = KeyMaterial.rsa(modulus: modulus)
        guard (256...512).contains(modulus.count), candidate.subjectPublicKeyInfo == der else {
            throw TrustedKeyError(.unsupported, .otherEncoding)
        }
        self = candidate
    }

    /// The DER encoding of the key's SubjectPublicKeyInfo.
    package var subjectPublicKeyInfo: [UInt8] {
        switch self {
        case .ed25519(let point):
            return Self.ed25519Prefix + point
        case .point(let curve, let x, let y):
            return curve.prefix + x + y
        case .rsa(let modulus):
            let sign: [UInt8] = modulus.first.map { $0 >= 0x80 } ?? true ? [0] : []
            let key = Self.element(0x30, Self.element(0x02, sign + modulus) + Self.rsaExponent)
            return Self.element(0x30, Self.rsaAlgorithm + Self.element(0x03, [0] + key))
        }
    }

    /// The DER encoding of the key's AlgorithmIdentifier, which a PrivateKeyInfo contains too.
    package var algorithmIdentifier: [UInt8] {
        // Remove the SEQUENCE header before it and the BIT STRING header after it.
        switch self {
        case .ed25519: Array(Self.ed25519Prefix.dropFirst(2).dropLast(3))
        case .point(let curve, _, _): Array(curve.prefix.dropFirst(2).dropLast(4))
        case .rsa: Self.rsaAlgorithm
        }
    }

    /// Returns a DER element with a two-byte length, which every variable element of an RSA key of 2,048 bits or more has.
    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag, 0x82, UInt8(truncatingIfNeeded: content.count >> 8), UInt8(truncatingIfNeeded: content.count)] + content
    }
}
