import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing

@Suite("Licenses that are not issued")
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

    @Test("A signer can use a key that is stored elsewhere", arguments: SignatureAlgorithm.known)
    func externalKey(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let issued = try Self.issue(with: key) { try key.signature(over: $0) }
        #expect(issued.license.algorithm == algorithm)
        #expect(issued.license.id == "L-1")
    }

    @Test("A license with an invalid signature is not issued", arguments: SignatureAlgorithm.known)
    func brokenSigner(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let other = try Samples.otherKey(algorithm)
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

    @Test("A signer that fails or returns an empty signature is an error")
    func failingSigner() throws {
        let key = try Samples.key(.es256)
        let failing = #expect(throws: IssuingError.self) { try Self.issue(with: key) { _ in throw BrokenModule() } }
        #expect(failing?.code == .signingFailed)
        let empty = #expect(throws: IssuingError.self) { try Self.issue(with: key) { _ in [] } }
        #expect(empty?.refusal?.code == .malformed)
    }

    @Test("A license is not issued earlier than one that was issued before")
    func clockBehind() throws {
        let older = try Samples.issuer().issue(Samples.plus, at: Samples.now.advanced(bySeconds: -9)).license
        let newer = try Samples.issuer().issue(Samples.base, at: Samples.now).license
        let signer = LicenseSigner(key: try Samples.key(.ed25519))
        let claims =
            #"{"iss":"v","aud":"cloud","sub":"c","jti":"J","exp":1900000000,"license":{"category":"plus","#
            + #""modules":["vmware"],"type":"AddOn"}}"#
        for signer in [
            signer.after([newer, older]), signer.after([newer]).after([older]), signer.after([newer]).after([]),
        ] {
            let issuer = LicenseIssuer(signer: signer, issuer: Samples.issuer, catalog: Samples.catalog)
            let early = Samples.now.advanced(bySeconds: -1)
            let draft = #expect(throws: IssuingError.self) { try issuer.issue(Samples.base, at: early) }
            #expect(draft?.code == .clockBehind)
            #expect(
                draft?.message
                    .contains("2026-11-24T11:59:59Z, is earlier than that of the license 'L-1', 2026-11-24T12:00:00Z")
                    ?? false
            )
            let json = #expect(throws: IssuingError.self) { try signer.sign(claims: claims.utf8, at: early) }
            #expect(json?.code == .clockBehind)
            #expect(try issuer.issue(Samples.base, at: Samples.now).license == newer)
            #expect(try signer.sign(claims: claims.utf8, at: Samples.now).license.id == "J")
        }
    }

    @Test("A key signs only for its issuer and within its validity period")
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

    @Test("A test key issues licenses for testing, which a product refuses")
    func testKey() throws {
        let key = try SigningKey.generate(
            conditions: KeyConditions(issuer: .any, validity: .always, environment: .test)
        )
        let issued = try LicenseIssuer(key: key, issuer: Samples.issuer, catalog: Samples.catalog)
            .issue(Samples.base, at: Samples.now)
        #expect(issued.license.environment == .test)
        #expect(issued.armored.contains("for testing only"))
        let product = LicenseVerifier(trusting: try TrustedKeys([key.trustedKey]), product: .only("cloud"))
        let error = #expect(throws: LicenseError.self) { try product.verify(token: issued.token) }
        #expect(error?.code == .keyNotValid)
    }

    @Test("A valid draft that is too large for a token is refused")
    func tooLarge() throws {
        var draft = Samples.base
        let filler = String(repeating: "x", count: 59)
        draft.features = .only(Set((1_000..<2_024).compactMap { License.Feature(rawValue: "\(filler)\($0)") }))
        try #require(
            draft.features.value?.count == 1_024 && draft.problems(signedAt: Samples.now, for: Samples.catalog).isEmpty
        )
        let error = #expect(throws: IssuingError.self) { try Samples.issuer().issue(draft, at: Samples.now) }
        #expect(error?.refusal?.code == .tooLarge)
    }
}
