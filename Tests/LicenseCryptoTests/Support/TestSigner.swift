import LicenseCrypto
import LicenseModel

/// An issuer for tests: a key of one algorithm, made when the tests run, and what it signs.
final class TestSigner: Sendable {
    let algorithm: SignatureAlgorithm
    let keyID: String
    let pair: TestKeyPair

    /// Makes a key.
    ///
    /// RSA takes its time: use the shared ones.
    init(_ algorithm: SignatureAlgorithm, keyID: String, rsaBits: Int32 = 2_048) {
        self.algorithm = algorithm
        self.keyID = keyID
        self.pair =
            switch algorithm {
            case .ed25519: TestKeyPair(.named("ED25519"))
            case .es256: TestKeyPair(.curve("P-256"))
            case .es384: TestKeyPair(.curve("P-384"))
            case .ps256, .rs256: TestKeyPair(.rsa("RSA", bits: rsaBits))
            case .sm2SM3: TestKeyPair(.named("SM2"))
            default: preconditionFailure("No key of these tests is for \(algorithm)")
            }
    }

    private static let shared: [SignatureAlgorithm: TestSigner] = Dictionary(
        uniqueKeysWithValues: SignatureAlgorithm.known.map { ($0, TestSigner($0, keyID: "key-\($0.rawValue)")) }
    )

    /// The key of an algorithm that the tests share.
    static func shared(_ algorithm: SignatureAlgorithm) -> TestSigner {
        guard let signer = self.shared[algorithm] else {
            preconditionFailure("There is a key for every algorithm")
        }
        return signer
    }

    /// The Ed25519 key that the tests share.
    static var ed25519: TestSigner {
        self.shared(.ed25519)
    }

    // MARK: The public key

    var pem: String {
        self.pair.subjectPublicKeyInfo.pem()
    }

    /// An RSA key's modulus.
    var modulus: [UInt8] {
        Array(self.pair.subjectPublicKeyInfo.dropFirst(33).dropLast(5))
    }

    /// The public key as a JWK, with `kid` and `alg`.
    var jwk: JSONText {
        let info = self.pair.subjectPublicKeyInfo
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

    /// The public key as it is trusted.
    var trusted: TrustedKey {
        get throws {
            try TrustedKey(jwk: self.jwk.text)
        }
    }

    // MARK: What it signs

    /// How the format has this algorithm sign.
    var parameters: TestKeyPair.Parameters {
        switch self.algorithm {
        case .ed25519: .init()
        case .es256: .init(digest: "SHA256")
        case .es384: .init(digest: "SHA384")
        case .ps256: .init(digest: "SHA256", padding: .pss(saltLength: 32, maskDigest: "SHA256"))
        case .rs256: .init(digest: "SHA256", padding: .pkcs1)
        case .sm2SM3: .init(digest: "SM3", signerID: "1234567812345678")
        default: preconditionFailure("No key of these tests is for \(self.algorithm)")
        }
    }

    /// The signature of a text, as a token spells it.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - parameters: How to sign. By default as the format has it.
    /// - Returns: The signature; r‖s on a curve.
    func signature(over text: [UInt8], _ parameters: TestKeyPair.Parameters? = nil) -> [UInt8] {
        self.spelled(self.pair.signature(over: text, parameters ?? self.parameters))
    }

    /// A signature of libcrypto as a token spells it.
    func spelled(_ signature: [UInt8]) -> [UInt8] {
        switch self.algorithm {
        case .es256, .sm2SM3: DER.pair(signature, size: 32)
        case .es384: DER.pair(signature, size: 48)
        default: signature
        }
    }

    /// The header of a good token.
    var header: JSONText {
        JSONText(["alg": "\"\(self.algorithm.rawValue)\"", "kid": "\"\(self.keyID)\"", "typ": #""license+jwt""#])
    }

    /// A token over any header and payload.
    func token(
        header: String? = nil,
        payload: [UInt8],
        _ parameters: TestKeyPair.Parameters? = nil
    ) -> String {
        let text = Array((header ?? self.header.text).utf8).base64URL + "." + payload.base64URL
        return text + "." + self.signature(over: Array(text.utf8), parameters).base64URL
    }

    /// A token over claims.
    func token(_ claims: JSONText, header: String? = nil) -> String {
        self.token(header: header, payload: Array(claims.text.utf8))
    }
}
