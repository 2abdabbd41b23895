import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// P59: keys on a curve are points of a named curve, uncompressed.
@Suite("Curve keys")
struct CurveKeyTests {
    private static let signers = [TestSigner.shared(.es256), .shared(.es384), .shared(.sm2SM3)]

    private static func curve(_ signer: TestSigner) -> String {
        switch signer.algorithm {
        case .es256: "P-256"
        case .es384: "P-384"
        default: "SM2"
        }
    }

    private static func coordinates(_ signer: TestSigner) -> (x: [UInt8], y: [UInt8]) {
        let size = signer.algorithm == .es384 ? 48 : 32
        let info = signer.pair.subjectPublicKeyInfo
        return (Array(info.suffix(2 * size).prefix(size)), Array(info.suffix(size)))
    }

    private static func outcomes(_ curve: String, x: [UInt8], y: [UInt8]) -> [String] {
        let jwk = #"{"kty":"EC","crv":"\#(curve)","x":"\#(x.base64URL)","y":"\#(y.base64URL)"}"#
        let info = DER.point(curve, [4] + x + y)
        return [verdict { try TrustedKey(jwk: jwk) }, verdict { try TrustedKey(pem: info.pem()) }]
    }

    @Test("A key that libcrypto has made is taken, as a JWK and as PEM", arguments: signers)
    func good(signer: TestSigner) throws {
        let (x, y) = Self.coordinates(signer)
        #expect(Self.outcomes(Self.curve(signer), x: x, y: y) == ["accepted", "accepted"])
        #expect(try TrustedKey(pem: signer.pem).algorithm == signer.algorithm)
    }

    @Test("The curve by its parameters is refused", .tags(.p59), arguments: ["P-256", "P-384"])
    func explicitParameters(curve: String) {
        let pair = TestKeyPair(.curve(curve))
        #expect(verdict { try TrustedKey(pem: pair.subjectPublicKeyInfo.pem()) } == "accepted")
        pair.nameParameters()
        #expect(pair.subjectPublicKeyInfo.count > 200)
        #expect(verdict { try TrustedKey(pem: pair.subjectPublicKeyInfo.pem()) } == "unsupported")
    }

    @Test("Compressed, hybrid and infinite points are refused", .tags(.p59), arguments: signers)
    func otherPoints(signer: TestSigner) throws {
        let (x, y) = Self.coordinates(signer)
        let sign = try #require(y.last) & 1
        for point in [
            [2 + sign] + x, [3 - sign] + x, [6 + sign] + x + y, [7 - sign] + x + y, [0], [], x + y, [5] + x + y,
        ] {
            let info = DER.point(Self.curve(signer), point)
            #expect(verdict { try TrustedKey(pem: info.pem()) } == "unsupported", "\(point.first ?? 0)")
        }
    }

    @Test("A point that is not on the curve is weak", .tags(.p59), arguments: signers)
    func offCurve(signer: TestSigner) {
        let curve = Self.curve(signer)
        let (x, y) = Self.coordinates(signer)
        let zero = [UInt8](repeating: 0, count: x.count)
        var other = y
        other[other.count - 1] ^= 1
        #expect(Self.outcomes(curve, x: x, y: other) == ["weak-key", "weak-key"])
        #expect(Self.outcomes(curve, x: y, y: x) == ["weak-key", "weak-key"])
        #expect(Self.outcomes(curve, x: zero, y: zero) == ["weak-key", "weak-key"])
        #expect(Self.outcomes(curve, x: x.map { _ in 0xFF }, y: y) == ["weak-key", "weak-key"])
    }

    @Test("A point of one curve is none of another of its size")
    func otherCurve() {
        let (x, y) = Self.coordinates(.shared(.es256))
        #expect(Self.outcomes("SM2", x: x, y: y) == ["weak-key", "weak-key"])
        let other = Self.coordinates(.shared(.sm2SM3))
        #expect(Self.outcomes("P-256", x: other.x, y: other.y) == ["weak-key", "weak-key"])
    }

    @Test("A coordinate from the curve's prime on is weak, although the point would be on the curve")
    func notReduced() {
        // x = 0 is on P-256, with this y; x = p is the same point, spelled otherwise.
        let y = [UInt8](hexadecimal: "66485C780E2F83D72433BD5D84A06BB6541C2AF31DAE871728BF856A174F93F4")
        let prime = [UInt8](hexadecimal: "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF")
        #expect(Self.outcomes("P-256", x: [UInt8](repeating: 0, count: 32), y: y) == ["accepted", "accepted"])
        #expect(Self.outcomes("P-256", x: prime, y: y) == ["weak-key", "weak-key"])
    }

    @Test("A coordinate of another length is none", arguments: signers)
    func lengths(signer: TestSigner) {
        let curve = Self.curve(signer)
        let (x, y) = Self.coordinates(signer)
        #expect(Self.outcomes(curve, x: [0] + x, y: y) == ["malformed", "unsupported"])
        #expect(Self.outcomes(curve, x: x, y: [0] + y) == ["malformed", "unsupported"])
        #expect(Self.outcomes(curve, x: Array(x.dropLast()), y: y) == ["malformed", "unsupported"])
        #expect(Self.outcomes(curve, x: [], y: y) == ["malformed", "unsupported"])
        let jwk = #"{"kty":"EC","crv":"\#(curve)","x":"\#(x.base64URL)"}"#
        #expect(verdict { try TrustedKey(jwk: jwk) } == "malformed")
    }

    @Test("A byte after the SubjectPublicKeyInfo is refused", .tags(.p59), arguments: signers)
    func trailingByte(signer: TestSigner) {
        let info = signer.pair.subjectPublicKeyInfo
        #expect(verdict { try TrustedKey(pem: info.pem()) } == "accepted")
        #expect(verdict { try TrustedKey(pem: (info + [0]).pem()) } == "unsupported")
        #expect(verdict { try TrustedKey(pem: info.dropLast().pem()) } == "unsupported")
    }

    @Test("A curve that is not taken is refused", arguments: ["P-224", "P-521", "secp256k1", "brainpoolP256r1"])
    func otherCurves(name: String) {
        let info = TestKeyPair(.curve(name)).subjectPublicKeyInfo
        #expect(verdict { try TrustedKey(pem: info.pem()) } == "unsupported")
        let (x, y) = Self.coordinates(.shared(.es256))
        let jwk = #"{"kty":"EC","crv":"\#(name)","x":"\#(x.base64URL)","y":"\#(y.base64URL)"}"#
        #expect(verdict { try TrustedKey(jwk: jwk) } == "unsupported")
    }

    @Test("A key is for the algorithm of its curve alone", arguments: signers)
    func algorithms(signer: TestSigner) {
        for algorithm in SignatureAlgorithm.known {
            let expected = algorithm == signer.algorithm ? "accepted" : "unsupported"
            #expect(verdict { try TrustedKey(pem: signer.pem, algorithm: algorithm) } == expected)
            let jwk = signer.jwk.setting("alg", "\"\(algorithm.rawValue)\"").text
            #expect(verdict { try TrustedKey(jwk: jwk) } == expected)
        }
        #expect(verdict { try TrustedKey(jwk: signer.jwk.removing("alg").text) } == "accepted")
    }
}
