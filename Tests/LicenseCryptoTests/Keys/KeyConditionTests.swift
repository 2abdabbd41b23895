import LicenseCrypto
import LicenseModel
import Testing

/// The conditions under which a key is trusted: an issuer, a period of signing and an environment.
@Suite("Key conditions")
struct KeyConditionTests {
    private static func outcome(
        _ claims: JSONText,
        _ members: [(String, String)],
        environments: Set<KeyEnvironment> = [.production]
    ) throws -> String {
        let jwk = members.reduce(TestSigner.ed25519.jwk) { $0.setting($1.0, JSONText(raw: $1.1)) }
        let verifier = LicenseVerifier(
            trusting: try TrustedKeys([try TrustedKey(jwk: jwk.text)]),
            product: .only("cloud"),
            environments: environments
        )
        return verdict(with: .member) { try verifier.verify(token: TestSigner.ed25519.token(claims)) }
    }

    @Test(
        "A key that is trusted for one issuer refuses the licenses of any other",
        arguments: [
            ("Test Vendor", "accepted"), ("test vendor", "issuer-mismatch iss"),
            ("Test Vendor ", "issuer-mismatch iss"),
            ("Test", "issuer-mismatch iss"), ("Another", "issuer-mismatch iss"),
        ]
    )
    func issuer(issuer: String, expected: String) throws {
        #expect(try Self.outcome(.base, [("iss", "\"\(issuer)\"")]) == expected)
    }

    @Test("An issuer is compared by its bytes, not by canonical equivalence")
    func issuerBytes() throws {
        let composed = JSONText.base.setting("iss", #""Caf\u00e9""#)
        let decomposed = JSONText.base.setting("iss", #""Cafe\u0301""#)
        #expect(try Self.outcome(composed, [("iss", #""Café""#)]) == "accepted")
        #expect(try Self.outcome(decomposed, [("iss", "\"Caf\u{E9}\"")]) == "issuer-mismatch iss")
        #expect(try Self.outcome(decomposed, [("iss", "\"Cafe\u{301}\"")]) == "accepted")
    }

    @Test("A key without an issuer accepts licenses of any issuer")
    func anyIssuer() throws {
        #expect(try Self.outcome(.base.setting("iss", #""Any Issuer""#), []) == "accepted")
    }

    // The license is signed at 1790000000.
    @Test(
        "A license must be signed at or after the start and before the end of its key",
        arguments: [
            (1_790_000_000, nil, "accepted"), (1_790_000_001, nil, "key-not-valid iat"),
            (1_789_999_999, nil, "accepted"),
            (nil, 1_790_000_001, "accepted"), (nil, 1_790_000_000, "key-not-valid iat"),
            (nil, 1_789_999_999, "key-not-valid iat"), (1_790_000_000, 1_790_000_001, "accepted"),
            (1_789_999_999, 1_790_000_000, "key-not-valid iat"), (0, 253_402_300_799, "accepted"),
            (nil, nil, "accepted"),
        ] as [(Int?, Int?, String)]
    )
    func validity(from: Int?, until: Int?, expected: String) throws {
        var members: [(String, String)] = []
        if let from {
            members.append(("nbf", "\(from)"))
        }
        if let until {
            members.append(("exp", "\(until)"))
        }
        #expect(try Self.outcome(.base, members) == expected)
    }

    @Test("A license can start and end after the end of its key")
    func licenseOutlivesKey() throws {
        let claims = JSONText.base.setting("nbf", "1800000000")
        #expect(try Self.outcome(claims, [("exp", "1790000001")]) == "accepted")
    }

    @Test("A key is accepted only if the verifier includes its environment")
    func environments() throws {
        let test = [("environment", #""test""#)]
        #expect(try Self.outcome(.base, test) == "key-not-valid -")
        #expect(try Self.outcome(.base, test, environments: [.production, .test]) == "accepted")
        #expect(try Self.outcome(.base, test, environments: [.test]) == "accepted")
        #expect(try Self.outcome(.base, [], environments: [.test]) == "key-not-valid -")
        #expect(try Self.outcome(.base, [], environments: []) == "key-not-valid -")
    }

    @Test("A license has the environment of its key")
    func environmentOfLicense() throws {
        let jwk = TestSigner.ed25519.jwk.setting("environment", #""test""#).text
        let verifier = LicenseVerifier(
            trusting: try TrustedKeys([try TrustedKey(jwk: jwk)]),
            product: .any,
            environments: [.test]
        )
        #expect(try verifier.verify(token: TestSigner.ed25519.token(.base)).environment == .test)
        #expect(try license(.base).environment == .production)
    }

    @Test("The error for a failed condition names the license")
    func namesLicense() throws {
        let jwk = TestSigner.ed25519.jwk.setting("iss", #""Another""#).text
        let verifier = LicenseVerifier(trusting: try TrustedKeys([try TrustedKey(jwk: jwk)]), product: .only("cloud"))
        let error = try #require(throws: LicenseError.self) {
            try verifier.verify(token: TestSigner.ed25519.token(.base))
        }
        #expect(error.licenseID == "base-1")
    }
}
