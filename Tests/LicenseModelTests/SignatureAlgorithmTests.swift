import LicenseModel
import Testing

@Suite("Names of signature algorithms")
struct SignatureAlgorithmTests {
    @Test(
        "A known name identifies its algorithm",
        arguments: [
            ("Ed25519", SignatureAlgorithm.ed25519), ("EdDSA", .ed25519), ("ES256", .es256), ("ES384", .es384),
            ("PS256", .ps256), ("RS256", .rs256), ("SM2-SM3", .sm2SM3),
        ]
    )
    func known(_ name: String, _ expected: SignatureAlgorithm) {
        #expect(SignatureAlgorithm(name: name) == expected)
    }

    @Test(
        "Any other name is refused, including a known name in a different case",
        arguments: [
            "", "none", "None", "ed25519", "ED25519", "eddsa", "EDDSA", "EdDsa", "es256", "ES512", "ES256K", "ps256",
            "PS384", "PS512", "rs256", "RS384", "RS512", "HS256", "sm2-sm3", "SM2", "SM2_SM3", "Ed448", "ML-DSA-65",
            " Ed25519", "Ed25519 ", "Ed25519\n", "Ed25519\0", "ＥＳ256",
        ]
    )
    func unknown(_ name: String) {
        #expect(SignatureAlgorithm(name: name) == nil)
    }

    @Test("The six algorithms have their current names, such as Ed25519 and not EdDSA")
    func currentNames() {
        let names = SignatureAlgorithm.known.map(\.rawValue)
        #expect(names == ["Ed25519", "ES256", "ES384", "PS256", "RS256", "SM2-SM3"])
    }
}
