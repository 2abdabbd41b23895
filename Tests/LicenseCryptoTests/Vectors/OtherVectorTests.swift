import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// Third-party vectors for SM2 signatures, for the signatures in RFCs and for the edge cases of Ed25519.
@Suite(
    "SM2, RFC and Ed25519 edge-case vectors",
    .tags(.p30),
    .enabled(if: Vectors.areAvailable, "\(Vectors.skipReason)")
)
struct OtherVectorTests {
    private struct SM2File: Decodable {
        struct Case: Decodable {
            let tcId: Int
            let comment: String
            let publicKeyDer: String
            let id: String
            let msg: String
            let sigP1363: String
            let result: String

            var triple: String {
                "\(self.publicKeyDer) \(self.msg) \(self.sigP1363)"
            }
        }

        let cases: [Case]
    }

    @Test("SM2 signatures are valid only with the signer id 1234567812345678")
    func sm2() throws {
        let cases = try Vectors.decode("sm2/sm2_vectors.json", as: SM2File.self).cases
        // A result assumes the signer id of its case, but the library always uses the format's ID. The same signature
        // can occur in cases with different ids.
        let valid = Set(cases.filter { $0.result == "valid" && $0.id == "1234567812345678" }.map(\.triple))
        #expect(valid.count == 19)
        var accepted = 0
        for example in cases {
            let key = try TrustedKey(pem: [UInt8](hexadecimal: example.publicKeyDer).pem())
            #expect(key.algorithm == .sm2SM3)
            let signature = [UInt8](hexadecimal: example.sigP1363)
            let isValid = key.isValid(signature, over: [UInt8](hexadecimal: example.msg)[...])
            #expect(isValid == valid.contains(example.triple), "case \(example.tcId): \(example.comment)")
            if example.id == "1234567812345678" {
                #expect(isValid == (example.result == "valid"), "case \(example.tcId): \(example.comment)")
            } else if example.result == "valid" {
                #expect(!isValid, "case \(example.tcId) is valid with another id")
            }
            accepted += isValid ? 1 : 0
        }
        #expect(cases.count == 91)
        print("SM2: \(cases.count) cases, \(accepted) accepted, \(cases.count - accepted) refused")
    }

    private struct Signature: Decodable {
        let name: String
        let jwk: [String: String]
        let jws: String
    }

    /// The signatures of the RFCs, each with the algorithm to verify it with and the outcome.
    ///
    /// Figure 20 is a signature of PS384 and Figure 27 one of ES512, which the format does not have.
    private static let signatures: [(name: String, alg: String, expected: String)] = [
        ("RFC8037 A.4", "EdDSA", "valid"), ("RFC7515 A.3", "ES256", "valid"), ("RFC7520 Figure13", "RS256", "valid"),
        ("RFC7520 Figure20", "PS256", "invalid"), ("RFC7520 Figure27", "ES384", "unsupported"),
    ]

    @Test("An RFC signature is valid if the format has its algorithm", arguments: 0..<5)
    func signatures(index: Int) throws {
        let vectors = try Vectors.decode("rfc_jws_vectors.json", as: [Signature].self)
        try #require(vectors.count == 5)
        let (vector, example) = (vectors[index], Self.signatures[index])
        #expect(vector.name.hasPrefix(example.name))
        // The kid of these keys, an email address, is not a valid key id.
        var jwk = vector.jwk
        jwk["kid"] = nil
        jwk["alg"] = example.alg
        let members = jwk.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
        let parts = vector.jws.split(separator: ".").map(String.init)
        let outcome: String
        do {
            let key = try TrustedKey(jwk: "{\(members)}")
            let signature = try #require(Base64.decodeURL(parts[2]))
            outcome = key.isValid(signature, over: Array("\(parts[0]).\(parts[1])".utf8)[...]) ? "valid" : "invalid"
        } catch let error as TrustedKeyError {
            outcome = error.code.description
        }
        #expect(outcome == example.expected)
    }

    @Test("There are five signatures of RFCs")
    func signatureCount() throws {
        let vectors = try Vectors.decode("rfc_jws_vectors.json", as: [Signature].self)
        #expect(vectors.count == 5)
        print("RFC 8037, 7515 and 7520: \(vectors.count) signatures, 3 accepted")
    }

    private struct Check: Decodable {
        let message: String
        let pubKey: String
        let signature: String

        private enum CodingKeys: String, CodingKey {
            case message
            case pubKey = "pub_key"
            case signature
        }
    }

    /// The expected outcomes of the cases of ed25519-speccheck.
    ///
    /// The keys of cases 0, 1, 10 and 11 have a low order or are not canonical. The other outcomes follow from the
    /// verification equation of RFC 8032 without the cofactor.
    private static let checks = [
        "weak-key", "weak-key", "valid", "valid", "invalid", "invalid", "invalid", "invalid", "invalid", "invalid",
        "weak-key",
        "weak-key",
    ]

    @Test("The edge cases of ed25519-speccheck have the outcomes of strict verification")
    func edgeCases() throws {
        let checks = try Vectors.decode("ed25519_speccheck_cases.json", as: [Check].self)
        var outcomes: [String] = []
        for check in checks {
            let info = [UInt8](hexadecimal: "302A300506032B6570032100" + check.pubKey)
            let loading = verdict { try TrustedKey(pem: info.pem()) }
            guard loading == "accepted" else {
                outcomes.append(loading)
                continue
            }
            let key = try TrustedKey(pem: info.pem())
            let text = [UInt8](hexadecimal: check.message)
            let isValid = key.isValid([UInt8](hexadecimal: check.signature), over: text[...])
            outcomes.append(isValid ? "valid" : "invalid")
        }
        #expect(outcomes == Self.checks)
        print("ed25519-speccheck: \(checks.count) cases, \(outcomes.count { $0 == "valid" }) accepted")
    }
}
