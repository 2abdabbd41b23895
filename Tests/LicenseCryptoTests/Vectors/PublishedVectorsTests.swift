import LicenseCrypto
import LicenseModel
import Testing

/// The vectors in Tests/Vectors, which share no code with the library, have here the answers that they publish.
@Suite("Published vectors")
struct PublishedVectorsTests {
    private static let licenseCases: [PublishedVectors.LicenseCase] =
        (try? PublishedVectors.cases("licenses.json")) ?? []
    private static let keyCases: [PublishedVectors.KeyCase] = (try? PublishedVectors.cases("keys.json")) ?? []
    private static let keys = Result { try TrustedKeys(jwkSet: PublishedVectors.text("trusted-keys.json")) }

    @Test("A license case has its answer", arguments: licenseCases)
    func licenses(example: PublishedVectors.LicenseCase) throws {
        let verifier = LicenseVerifier(
            trusting: try Self.keys.get(),
            product: example.product.map { .only($0) } ?? .any,
            environments: example.environments
        )
        let expected = example.expected
        do {
            let file = try verifier.verify(contents: try example.input.bytes)
            #expect(expected.ok, "\(example.note)")
            let found = try file.licenses.map { try PublishedVectors.Entry($0, on: example.node) }
            #expect(found == expected.licenses, "\(example.note)")
        } catch let error as LicenseError {
            #expect(error.code.description == expected.error, "\(example.note)")
            if expected.isMemberSaid {
                #expect(error.member == expected.member, "\(example.note)")
            }
            if let block = expected.block {
                #expect(error.block == block, "\(example.note)")
            }
        }
    }

    @Test("A key case has its answer", arguments: keyCases)
    func keys(example: PublishedVectors.KeyCase) throws {
        do {
            let keys = try TrustedKeys(contents: try example.contents, algorithm: example.alg, id: example.kid)
            let expected = try #require(example.expected.keys, "\(example.note)")
            let names = expected.map(\.kid.rawValue).sorted().joined(separator: ", ")
            #expect(keys.description == "TrustedKeys(\(names))")
            let found = expected.compactMap { keys[$0.kid] }
                .map {
                    PublishedVectors.KeyCase.Key(
                        kid: $0.id,
                        alg: $0.algorithm,
                        iss: $0.conditions.issuer.value,
                        nbf: $0.conditions.validity.start?.secondsSince1970,
                        exp: $0.conditions.validity.end?.secondsSince1970,
                        environment: $0.conditions.environment
                    )
                }
            #expect(found == expected, "\(example.note)")
        } catch let error as TrustedKeyError {
            #expect(error.code.description == example.expected.error, "\(example.note)")
        }
    }

    @Test(
        "The examples for the steps by hand are accepted",
        arguments: ["ed25519", "es256", "es384", "ps256", "rs256", "sm2"]
    )
    func examples(name: String) throws {
        let algorithm = SignatureAlgorithm(name: name.uppercased())
        let keys = try TrustedKeys(
            contents: PublishedVectors.text("examples/\(name).pem"),
            algorithm: algorithm,
            id: KeyID(rawValue: name)
        )
        let file = try LicenseVerifier(trusting: keys, product: .only("cloud"))
            .verify(contents: PublishedVectors.text("examples/\(name).lic"))
        #expect(file.licenses.map(\.id) == ["example-1"])
    }

    @Test("There are cases of every code and algorithm, and their ids differ")
    func coverage() throws {
        let cases = Self.licenseCases
        #expect(cases.count == 1_290)
        #expect(Self.keyCases.count == 318)
        #expect(Set(cases.map(\.id)).count == cases.count)
        #expect(Set(Self.keyCases.map(\.id)).count == Self.keyCases.count)

        let refused = Set(cases.compactMap(\.expected.error))
        let otherNodes = cases.contains { $0.expected.licenses?.contains(.otherNode("base-1")) ?? false }
        #expect(otherNodes)
        #expect(
            refused == [
                "too-large", "malformed", "unsupported-format", "unsupported-algorithm", "unknown-key",
                "algorithm-mismatch", "signature-invalid", "claims-invalid", "unsupported-requirement",
                "issuer-mismatch", "key-not-valid", "wrong-product",
            ]
        )
        let algorithms = cases.flatMap { $0.expected.licenses ?? [] }
            .compactMap { entry -> SignatureAlgorithm? in
                if case .license(let content) = entry { content.algorithm } else { nil }
            }
        #expect(Set(algorithms) == Set(SignatureAlgorithm.known))
        #expect(
            Set(Self.keyCases.compactMap(\.expected.error)) == [
                "too-large", "malformed", "unsupported", "algorithm-missing", "private-key", "weak-key",
                "duplicate-key-id", "duplicate-key",
            ]
        )
    }
}
