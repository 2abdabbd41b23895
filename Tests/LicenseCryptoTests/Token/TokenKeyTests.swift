import CLicenseOpenSSL
import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The trusted key determines the algorithm, and the header's `alg` is only compared with it.
@Suite("Keys and algorithms of tokens")
struct TokenKeyTests {
    @Test(
        "A license of any algorithm is accepted and has its algorithm and key id",
        arguments: SignatureAlgorithm.known
    )
    func algorithms(algorithm: SignatureAlgorithm) throws {
        let signer = TestSigner.shared(algorithm)
        let license = try LicenseVerifier([signer]).verify(token: signer.token(.base))
        #expect(license.algorithm == algorithm)
        #expect(license.keyID.rawValue == "key-\(algorithm.rawValue)")
        #expect(license.id == "base-1")
    }

    @Test(
        "An alg other than the key's is a mismatch, even if the signature is valid",
        .tags(.p16)
    )
    func mismatch() throws {
        for signer in SignatureAlgorithm.known.map(TestSigner.shared) {
            let verifier = try LicenseVerifier([signer])
            for other in SignatureAlgorithm.known where other != signer.algorithm {
                let header = signer.header.setting("alg", "\"\(other.rawValue)\"").text
                let token = signer.token(.base, header: header)
                #expect(
                    verdict { try verifier.verify(token: token) } == "algorithm-mismatch",
                    "\(signer.algorithm) as \(other)"
                )
            }
        }
    }

    @Test("An RSA key is trusted for either PS256 or RS256, not for both", .tags(.p16))
    func rsaAlgorithms() throws {
        let signer = TestSigner.shared(.ps256)
        let jwk = signer.jwk.setting("alg", #""RS256""#).text
        let verifier = LicenseVerifier(trusting: try TrustedKeys([try TrustedKey(jwk: jwk)]), product: .only("cloud"))
        let pkcs1 = TestKeyPair.Parameters(digest: "SHA256", padding: .pkcs1)
        let header = signer.header.setting("alg", #""RS256""#).text
        let claims = Array(JSONText.base.text.utf8)
        #expect(verdict { try verifier.verify(token: signer.token(.base)) } == "algorithm-mismatch")
        #expect(
            verdict { try verifier.verify(token: signer.token(header: header, payload: claims)) } == "signature-invalid"
        )
        #expect(
            verdict { try verifier.verify(token: signer.token(header: header, payload: claims, pkcs1)) } == "accepted"
        )
    }

    @Test("A MAC over the token, keyed with the public key in any encoding, is refused", .tags(.p15))
    func mac() throws {
        let signer = TestSigner.ed25519
        let info = signer.keyPair.subjectPublicKeyInfo
        let keys: [[UInt8]] = [
            Array(signer.pem.utf8), info, info.suffix(32), [0], Array(signer.jwk.text.utf8),
            Array(Array(info.suffix(32)).base64URL.utf8),
        ]
        let verifier = try LicenseVerifier.standard
        for key in keys {
            for name in ["HS256", "Ed25519"] {
                let header = signer.header.setting("alg", "\"\(name)\"").text
                let text = Array(header.utf8).base64URL + "." + Array(JSONText.base.text.utf8).base64URL
                let mac = Self.mac(key, Array(text.utf8))
                let expected = name == "HS256" ? "unsupported-algorithm" : "signature-invalid"
                #expect(verdict { try verifier.verify(token: "\(text).\(mac.base64URL)") } == expected)
            }
        }
    }

    private static func mac(_ key: [UInt8], _ text: [UInt8]) -> [UInt8] {
        var mac = [UInt8](repeating: 0, count: 64)
        var count = 0
        precondition(
            EVP_Q_mac(nil, "HMAC", nil, "SHA256", nil, key, key.count, text, text.count, &mac, mac.count, &count) != nil
        )
        return Array(mac.prefix(count))
    }

    @Test(
        "A signature by a trusted key that the header does not name is invalid",
        .tags(.p23),
        arguments: SignatureAlgorithm.known
    )
    func otherTrustedKey(algorithm: SignatureAlgorithm) throws {
        let named = TestSigner.shared(algorithm)
        let other = TestSigner(algorithm, keyID: "other", rsa: algorithm == .ps256 ? .second : .first)
        let verifier = try LicenseVerifier([named, other])
        #expect(verdict { try verifier.verify(token: other.token(.base)) } == "accepted")
        #expect(
            verdict { try verifier.verify(token: other.token(.base, header: named.header.text)) } == "signature-invalid"
        )
    }

    @Test("The signature covers the header: replacing a valid header makes it invalid")
    func headerIsSigned() throws {
        let token = TestSigner.ed25519.token(.base).split(separator: ".")
        let header = TestSigner.ed25519.header.setting("alg", #""EdDSA""#).text
        let text = "\(Array(header.utf8).base64URL).\(token[1]).\(token[2])"
        #expect(verdict { try LicenseVerifier.standard.verify(token: text) } == "signature-invalid")
    }

    @Test("Parts of two valid licenses do not form another valid license")
    func mixed() throws {
        let first = TestSigner.ed25519.token(.base).split(separator: ".")
        let second = TestSigner.ed25519.token(.plus).split(separator: ".")
        let verifier = try LicenseVerifier.standard
        #expect(verdict { try verifier.verify(token: "\(first[0]).\(first[1]).\(second[2])") } == "signature-invalid")
        #expect(verdict { try verifier.verify(token: "\(first[0]).\(second[1]).\(first[2])") } == "signature-invalid")
        #expect(verdict { try verifier.verify(token: "\(first[0]).\(second[1]).\(second[2])") } == "accepted")
    }

    @Test("Without trusted keys, the key of every license is unknown")
    func noKeys() throws {
        let verifier = LicenseVerifier(trusting: try TrustedKeys([]), product: .only("cloud"))
        #expect(verdict { try verifier.verify(token: TestSigner.ed25519.token(.base)) } == "unknown-key")
    }
}
