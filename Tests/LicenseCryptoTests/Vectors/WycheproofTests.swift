import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The signatures of C2SP/wycheproof, each verified with a trusted key over a text.
@Suite("Wycheproof", .tags(.p30), .enabled(if: Vectors.areAvailable, "\(Vectors.skipReason)"))
struct WycheproofTests {
    private struct File: Decodable {
        struct Group: Decodable {
            struct Case: Decodable {
                let tcId: Int
                let comment: String
                let msg: String
                let sig: String
                let result: String
            }

            let publicKeyDer: String
            let publicKeyJwk: [String: String]?
            let keyJwk: [String: String]?
            let tests: [Case]
        }

        let numberOfTests: Int
        let testGroups: [Group]
    }

    /// The files, each with the algorithm of its keys and the number of its cases and of accepted signatures.
    ///
    /// Cases that a file calls acceptable are refused: case 8 of both RSA files lacks the NULL in the parameters of the
    /// digest, which RFC 8017 requires. The keys of ``weakKeys`` are refused as well.
    static let files: [(name: String, algorithm: SignatureAlgorithm, cases: Int, accepted: Int)] = [
        ("ed25519_test.json", .ed25519, 151, 88),
        ("ecdsa_secp256r1_sha256_p1363_test.json", .es256, 262, 173),
        ("ecdsa_secp384r1_sha384_p1363_test.json", .es384, 280, 193),
        ("rsa_pss_2048_sha256_mgf1_32_test.json", .ps256, 108, 63),
        ("rsa_signature_2048_sha256_test.json", .rs256, 259, 7),
        ("rsa_signature_3072_sha256_test.json", .rs256, 259, 7),
    ]

    /// The cases with a valid signature of an RSA key that is refused because its exponent is 3.
    private static let weakKeys: [String: [Int]] = [
        "rsa_signature_2048_sha256_test.json": [258, 259],
        "rsa_signature_3072_sha256_test.json": [259],
    ]

    @Test("Every case has the result that the file states", arguments: files)
    func signatures(name: String, algorithm: SignatureAlgorithm, cases: Int, accepted: Int) throws {
        let file = try Vectors.decode("wycheproof/\(name)", as: File.self)
        #expect(file.numberOfTests == cases)
        var seen = 0
        var valid = 0
        for group in file.testGroups {
            let pem = [UInt8](hexadecimal: group.publicKeyDer).pem()
            if group.tests.contains(where: { Self.weakKeys[name]?.contains($0.tcId) ?? false }) {
                #expect(verdict { try TrustedKey(pem: pem, algorithm: algorithm) } == "unsupported")
                #expect(group.tests.count == 1)
                seen += 1
                continue
            }
            var keys = [try TrustedKey(pem: pem, algorithm: algorithm)]
            if let jwk = group.publicKeyJwk ?? group.keyJwk {
                let members = jwk.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
                keys.append(try TrustedKey(jwk: "{\(members)}"))
            }
            for example in group.tests {
                let text = [UInt8](hexadecimal: example.msg)
                let signature = [UInt8](hexadecimal: example.sig)
                for key in keys {
                    let isValid = key.isValid(signature, over: text[...])
                    #expect(isValid == (example.result == "valid"), "case \(example.tcId): \(example.comment)")
                    valid += isValid && key.id == keys[0].id ? 1 : 0
                }
                seen += 1
            }
        }
        #expect(seen == cases)
        #expect(valid == accepted)
        print("Wycheproof \(name): \(seen) cases, \(valid) accepted, \(seen - valid) refused")
    }

    private struct KeyFile: Decodable {
        struct Group: Decodable {
            struct Case: Decodable {
                let tcId: Int
                let jws: String
                let result: String
            }

            let comment: String
            let tests: [Case]
        }

        let testGroups: [Group]
    }

    /// The expected outcome of each JWK Set case: the code that refuses the set, or the result of the named key.
    ///
    /// Every case that Wycheproof calls invalid is refused. Cases 2 and 13 to 15 are valid with a symmetric key, which is
    /// a secret and therefore refuses its set.
    private static let sets: [Int: String] = [
        1: "private-key", 2: "private-key", 3: "private-key", 4: "private-key", 5: "valid", 6: "malformed",
        7: "weak-key", 8: "weak-key", 9: "weak-key", 10: "private-key", 11: "private-key", 12: "private-key",
        13: "private-key", 14: "private-key", 15: "private-key", 16: "private-key", 17: "private-key",
        18: "private-key", 19: "malformed", 20: "malformed", 21: "unsupported", 22: "weak-key", 23: "malformed",
        24: "malformed", 25: "private-key", 26: "private-key",
    ]

    @Test("Each JWK Set case has the expected outcome")
    func keySets() throws {
        let file = try Vectors.decode("wycheproof/json_web_key_test.json", as: KeyFile.self)
        let texts = try Self.setTexts()
        var seen = 0
        for (index, group) in file.testGroups.enumerated() {
            for example in group.tests {
                let parts = example.jws.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                var outcome: String
                do {
                    let keys = try TrustedKeys(jwkSet: texts[index])
                    let header = try StrictJSON(try #require(Base64.decodeURL(parts[0]))).members
                    let name = try #require(header.first { $0.name == "kid" }?.value.string)
                    let id = try #require(KeyID(rawValue: name))
                    let key = try #require(keys[id])
                    let text = Array("\(parts[0]).\(parts[1])".utf8)
                    outcome =
                        key.isValid(try #require(Base64.decodeURL(parts[2])), over: text[...]) ? "valid" : "invalid"
                } catch let error as TrustedKeyError {
                    outcome = error.code.description
                }
                #expect(outcome == Self.sets[example.tcId], "case \(example.tcId): \(group.comment)")
                seen += 1
            }
        }
        #expect(seen == 26)
        print("Wycheproof json_web_key_test.json: \(seen) cases, each with the expected outcome")
    }
}
