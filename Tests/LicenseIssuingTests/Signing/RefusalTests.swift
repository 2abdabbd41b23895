import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing

@Suite("Nothing is handed out that a product would refuse")
struct RefusalTests {
    private struct BrokenModule: Error {}

    private static func issue(
        with key: SigningKey,
        _ sign: @escaping @Sendable ([UInt8]) throws -> [UInt8]
    ) throws -> IssuedLicense {
        let signer = LicenseSigner(publicKey: key.trustedKey, sign: sign)
        return try LicenseIssuer(signer: signer, issuer: Samples.issuer, catalog: Samples.catalog)
            .issue(Samples.base, at: Samples.now)
    }

    @Test("A key that something else holds signs as well", arguments: SignatureAlgorithm.known)
    func otherHolder(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let issued = try Self.issue(with: key) { try key.signature(over: $0) }
        #expect(issued.license.algorithm == algorithm)
        #expect(issued.license.id == "L-1")
    }

    @Test("A signer that signs wrongly is caught", arguments: SignatureAlgorithm.known)
    func brokenSigner(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let other = try SigningKey.generate(algorithm, rsaBits: 2_048)
        let signers: [@Sendable ([UInt8]) throws -> [UInt8]] = [
            { _ in [0] },
            { try other.signature(over: $0) },
            { try key.signature(over: $0 + [0x20]) },
            { text in
                var signature = try key.signature(over: text)
                signature[signature.count / 2] ^= 1
                return signature
            },
        ]
        for sign in signers {
            let error = #expect(throws: IssuingError.self) { try Self.issue(with: key, sign) }
            #expect(error?.code == .refused)
            #expect(error?.refusal?.code == .signatureInvalid)
        }
    }

    @Test("A signer that fails, or returns nothing, issues nothing")
    func failingSigner() throws {
        let key = try Samples.key(.es256)
        let failing = #expect(throws: IssuingError.self) { try Self.issue(with: key) { _ in throw BrokenModule() } }
        #expect(failing?.code == .signingFailed)
        let silent = #expect(throws: IssuingError.self) { try Self.issue(with: key) { _ in [] } }
        #expect(silent?.refusal?.code == .malformed)
    }

    @Test("A key does not sign for another issuer, or outside of its time")
    func conditions() throws {
        let key = try SigningKey.generate(
            conditions: KeyConditions(
                issuer: .only(Samples.issuer),
                validity: .between(Samples.now, Samples.now.advanced(bySeconds: 10))
            )
        )
        let issuer = LicenseIssuer(key: key, issuer: Samples.issuer, catalog: Samples.catalog)
        for seconds in [0, 9] as [Int64] {
            _ = try issuer.issue(Samples.base, at: Samples.now.advanced(bySeconds: seconds))
        }
        for seconds in [-1, 10] as [Int64] {
            let error = #expect(throws: IssuingError.self) {
                try issuer.issue(Samples.base, at: Samples.now.advanced(bySeconds: seconds))
            }
            #expect(error?.refusal?.code == .keyNotValid)
        }
        let reseller = LicenseIssuer(key: key, issuer: ClaimString(literal: "reseller"), catalog: Samples.catalog)
        let error = #expect(throws: IssuingError.self) { try reseller.issue(Samples.base, at: Samples.now) }
        #expect(error?.refusal?.code == .issuerMismatch)
    }

    @Test("A key of the test environment issues for tests, and a product refuses it")
    func testKey() throws {
        let key = try SigningKey.generate(
            conditions: KeyConditions(issuer: .any, validity: .always, environment: .test)
        )
        let issued = try LicenseIssuer(key: key, issuer: Samples.issuer, catalog: Samples.catalog)
            .issue(Samples.base, at: Samples.now)
        #expect(issued.license.environment == .test)
        #expect(issued.armored.contains("for tests only"))
        let product = LicenseVerifier(trusting: try TrustedKeys([key.trustedKey]), product: .only("cloud"))
        let error = #expect(throws: LicenseError.self) { try product.verify(token: issued.token) }
        #expect(error?.code == .keyNotValid)
    }

    @Test("A draft that is valid and still too large for a token is refused")
    func tooLarge() throws {
        var draft = Samples.base
        let tail = String(repeating: "x", count: 59)
        draft.features = .only(Set((1_000..<2_024).compactMap { License.Feature(rawValue: "\(tail)\($0)") }))
        try #require(
            draft.features.value?.count == 1_024 && draft.problems(signedAt: Samples.now, for: Samples.catalog).isEmpty
        )
        let error = #expect(throws: IssuingError.self) { try Samples.issuer().issue(draft, at: Samples.now) }
        #expect(error?.refusal?.code == .tooLarge)
    }
}
