import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// Ed25519 keys, among them weak ones that allow forged signatures and that libcrypto accepts.
@Suite("Ed25519 keys")
struct Ed25519KeyTests {
    /// Returns the outcomes of loading a point as a JWK and as PEM.
    private static func outcomes(_ point: [UInt8]) -> [String] {
        let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"\#(point.base64URL)"}"#
        let pem = ([UInt8](hexadecimal: "302A300506032B6570032100") + point).pem()
        return [verdict { try TrustedKey(jwk: jwk) }, verdict { try TrustedKey(pem: pem) }]
    }

    // The public keys of RFC 8032, section 7.1, and the negation of the first.
    private static let published = [
        "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A",
        "3D4017C3E843895A92B70AA74D1B7EBC9C982CCF2EC4968CC0CD55F12AF4660C",
        "FC51CD8E6218A1A38DA47ED00230F0580816ED13BA3303AC5DEB911548908025",
        "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707519A",
    ]

    @Test("A published key is accepted", arguments: published)
    func publishedKeys(hexadecimal: String) {
        #expect(Self.outcomes([UInt8](hexadecimal: hexadecimal)) == ["accepted", "accepted"])
    }

    @Test(
        "Each of the 14 encodings of a point of low order is a weak key",
        .tags(.p58),
        arguments: [
            "0100000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000080",
            "ECFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F",
            "ECFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "26E8958FC2B227B045C3F489F2EF98F0D5DFAC05D3C63339B13802886D53FC05",
            "26E8958FC2B227B045C3F489F2EF98F0D5DFAC05D3C63339B13802886D53FC85",
            "C7176A703D4DD84FBA3C0B760D10670F2A2053FA2C39CCC64EC7FD7792AC037A",
            "C7176A703D4DD84FBA3C0B760D10670F2A2053FA2C39CCC64EC7FD7792AC03FA",
            "EDFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F",
            "EDFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
            "EEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F",
            "EEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        ]
    )
    func lowOrder(hexadecimal: String) {
        #expect(Self.outcomes([UInt8](hexadecimal: hexadecimal)) == ["weak-key", "weak-key"])
    }

    @Test(
        "Each y from p to 2^255 - 1 is a weak key, with either sign",
        .tags(.p58),
        arguments: UInt8(0xED)...0xFF,
        [UInt8(0x7F), 0xFF]
    )
    func notCanonical(lowest: UInt8, highest: UInt8) {
        let point = [lowest] + [UInt8](repeating: 0xFF, count: 30) + [highest]
        #expect(Self.outcomes(point) == ["weak-key", "weak-key"])
    }

    @Test("A y below p is accepted, even if some of its bytes exceed the bytes of p")
    func belowPrime() {
        // y = p - 2, and values with one byte below the same byte of p and a lowest byte above it.
        for (index, byte) in [(0, UInt8(0xEB)), (1, 0xFE), (15, 0xFE), (30, 0xFE), (31, 0x7E)] {
            var point = [0xFF] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
            point[index] = byte
            #expect(Self.outcomes(point) == ["accepted", "accepted"], "byte \(index)")
        }
    }

    @Test("A key of another length is refused", arguments: [0, 1, 31, 33, 57, 64])
    func length(count: Int) {
        let point = Array(([UInt8](hexadecimal: Self.published[0]) + [UInt8](repeating: 7, count: 64)).prefix(count))
        #expect(Self.outcomes(point) == ["malformed", "unsupported"])
    }

    @Test("A SubjectPublicKeyInfo with trailing bytes or another encoding is refused")
    func otherEncodings() {
        let point = Self.published[0]
        for prefixAndSuffix in [
            ("302A300506032B6570032100", "00"), ("302B300506032B6570032100", "00"),
            // With parameters, a two-byte length, unused bits, other object identifiers, and an indefinite length.
            ("302C300706032B65700500032100", ""), ("30812A300506032B6570032100", ""), ("302A300506032B6570032101", ""),
            ("302A300506032B656E032100", ""), ("302A300506032B6571032100", ""), ("3080300506032B6570032100", "0000"),
        ] {
            let info = [UInt8](hexadecimal: prefixAndSuffix.0 + point + prefixAndSuffix.1)
            #expect(verdict { try TrustedKey(pem: info.pem()) } == "unsupported", "\(prefixAndSuffix)")
        }
    }

    @Test(
        "A key that cannot sign or whose curve is not supported is refused",
        arguments: ["X25519", "X448", "ED448"]
    )
    func otherKinds(name: String) {
        let info = TestKeyPair(.named(name)).subjectPublicKeyInfo
        #expect(verdict { try TrustedKey(pem: info.pem()) } == "unsupported")
        let jwk = #"{"kty":"OKP","crv":"\#(name)","x":"\#(Array(info.suffix(32)).base64URL)"}"#
        #expect(verdict { try TrustedKey(jwk: jwk) } == "unsupported")
    }
}
