import LicenseCrypto
import LicenseModel
import TestSupport

/// An issuer for tests, which signs tokens with a key that is generated while the tests run, or with an RSA sample.
final class TestSigner: Sendable {
    let algorithm: SignatureAlgorithm
    let keyID: String
    let keyPair: TestKeyPair

    /// Generates a key pair for an algorithm, or takes a sample for RSA.
    init(_ algorithm: SignatureAlgorithm, keyID: String, rsa sample: RSAKeySample = .first) {
        self.algorithm = algorithm
        self.keyID = keyID
        self.keyPair =
            switch algorithm {
            case .ed25519: TestKeyPair(.named("ED25519"))
            case .es256: TestKeyPair(.curve("P-256"))
            case .es384: TestKeyPair(.curve("P-384"))
            case .ps256, .rs256: TestKeyPair(sample)
            case .sm2SM3: TestKeyPair(.named("SM2"))
            default: preconditionFailure("The tests have no key for \(algorithm)")
            }
    }

    private static let shared: [SignatureAlgorithm: TestSigner] = Dictionary(
        uniqueKeysWithValues: SignatureAlgorithm.known.map {
            ($0, TestSigner($0, keyID: "key-\($0.rawValue)", rsa: $0 == .ps256 ? .first : .second))
        }
    )

    /// Returns the shared signer for an algorithm.
    static func shared(_ algorithm: SignatureAlgorithm) -> TestSigner {
        guard let signer = self.shared[algorithm] else {
            preconditionFailure("The tests share no signer for \(algorithm)")
        }
        return signer
    }

    /// The shared signer for Ed25519.
    static var ed25519: TestSigner {
        self.shared(.ed25519)
    }

    // MARK: The public key

    var pem: String {
        self.keyPair.subjectPublicKeyInfo.pem()
    }

    /// The modulus of an RSA key, big-endian and without leading zeros.
    var modulus: [UInt8] {
        // For 2,048 bits and more, 33 bytes of DER precede the modulus, and the exponent in 5 bytes follows it.
        Array(self.keyPair.subjectPublicKeyInfo.dropFirst(33).dropLast(5))
    }

    /// The public key as a JWK, with `kid` and `alg`.
    var jwk: JSONText {
        let info = self.keyPair.subjectPublicKeyInfo
        let size = self.algorithm == .es384 ? 48 : 32
        let numbers: JSONText
        switch self.algorithm {
        case .ed25519:
            numbers = JSONText(["kty": #""OKP""#, "crv": #""Ed25519""#, "x": .string(info.suffix(32))])
        case .es256, .es384, .sm2SM3:
            let curve = self.algorithm == .es256 ? "P-256" : self.algorithm == .es384 ? "P-384" : "SM2"
            numbers = JSONText([
                "kty": #""EC""#, "crv": "\"\(curve)\"", "x": .string(info.suffix(2 * size).prefix(size)),
                "y": .string(info.suffix(size)),
            ])
        default:
            numbers = JSONText(["kty": #""RSA""#, "n": .string(self.modulus[...]), "e": #""AQAB""#])
        }
        return numbers.setting("kid", "\"\(self.keyID)\"").setting("alg", "\"\(self.algorithm.rawValue)\"")
    }

    /// The public key as a trusted key.
    var trusted: TrustedKey {
        get throws {
            try TrustedKey(jwk: self.jwk.text)
        }
    }

    // MARK: Signing

    /// The signature parameters that the format requires for this algorithm.
    var parameters: TestKeyPair.Parameters {
        switch self.algorithm {
        case .ed25519: .init()
        case .es256: .init(digest: "SHA256")
        case .es384: .init(digest: "SHA384")
        case .ps256: .init(digest: "SHA256", padding: .pss(saltLength: 32, maskDigest: "SHA256"))
        case .rs256: .init(digest: "SHA256", padding: .pkcs1)
        case .sm2SM3: .init(digest: "SM3", signerID: "1234567812345678")
        default: preconditionFailure("The tests have no key for \(self.algorithm)")
        }
    }

    /// Returns the signature over a text, in the encoding of a token.
    ///
    /// - Parameters:
    ///   - text: The text to sign.
    ///   - parameters: The signature parameters; by default those that the format requires.
    /// - Returns: The signature, as r‖s for an algorithm on a curve.
    func signature(over text: [UInt8], _ parameters: TestKeyPair.Parameters? = nil) -> [UInt8] {
        self.tokenEncoding(of: self.keyPair.signature(over: text, parameters ?? self.parameters))
    }

    /// Returns a signature by libcrypto in the encoding of a token.
    func tokenEncoding(of signature: [UInt8]) -> [UInt8] {
        switch self.algorithm {
        case .es256, .sm2SM3: DER.fixedWidthSignature(signature, size: 32)
        case .es384: DER.fixedWidthSignature(signature, size: 48)
        default: signature
        }
    }

    /// The header of a valid token.
    var header: JSONText {
        JSONText(["alg": "\"\(self.algorithm.rawValue)\"", "kid": "\"\(self.keyID)\"", "typ": #""license+jwt""#])
    }

    /// Returns a signed token with any header and payload.
    func token(
        header: String? = nil,
        payload: [UInt8],
        _ parameters: TestKeyPair.Parameters? = nil
    ) -> String {
        let text = Array((header ?? self.header.text).utf8).base64URL + "." + payload.base64URL
        return text + "." + self.signature(over: Array(text.utf8), parameters).base64URL
    }

    /// Returns a signed token with the given claims.
    func token(_ claims: JSONText, header: String? = nil) -> String {
        self.token(header: header, payload: Array(claims.text.utf8))
    }
}
