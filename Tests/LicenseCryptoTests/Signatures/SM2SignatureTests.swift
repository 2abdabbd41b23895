import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// SM2 signatures, which use SM3 and the signer id 1234567812345678.
@Suite("SM2 signatures")
struct SM2SignatureTests {
    private static let text = Array("a text that is signed".utf8)
    private static let signer = TestSigner.shared(.sm2SM3)

    private static func isValid(_ signature: [UInt8]) throws -> Bool {
        try self.signer.trusted.isValid(signature, over: self.text[...])
    }

    @Test(
        "A signature with another signer id or none is invalid",
        .tags(.p29),
        arguments: [
            ("1234567812345678", true), ("", false), ("ALICE123@YAHOO.COM", false), ("1234567812345679", false),
            ("123456781234567", false), ("12345678123456780", false), (nil, false),
        ] as [(String?, Bool)]
    )
    func signerIDs(id: String?, isValid: Bool) throws {
        let signature = Self.signer.signature(over: Self.text, .init(digest: "SM3", signerID: id))
        #expect(try Self.isValid(signature) == isValid)
    }

    /// Returns the digest that SM2 signs (GB/T 32918.2), of the signer id, the curve, the key and the text.
    private static func digest(_ name: String) -> [UInt8] {
        let curve = [UInt8](
            hexadecimal: "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC"
                + "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93"
                + "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"
                + "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"
        )
        let id = [0, 128] + Array("1234567812345678".utf8)
        let identity = TestKeyPair.digest(name, id + curve + self.signer.keyPair.subjectPublicKeyInfo.suffix(64))
        return TestKeyPair.digest(name, identity + self.text)
    }

    @Test("A signature with SHA-256 instead of SM3 is invalid", .tags(.p29))
    func otherDigest() throws {
        func signature(_ digest: [UInt8]) -> [UInt8] {
            Self.signer.tokenEncoding(of: Self.signer.keyPair.signature(overDigest: digest))
        }
        #expect(try Self.isValid(signature(Self.digest("SM3"))), "the test computes the digest as SM2 requires")
        #expect(try !Self.isValid(signature(Self.digest("SHA256"))))
        #expect(try !Self.isValid(signature(TestKeyPair.digest("SM3", Self.text))))
        #expect(try !Self.isValid(signature(TestKeyPair.digest("SHA256", Self.text))))
    }

    @Test("The signature of GB/T 32918.5, Annex A, is valid over its text and no other")
    func published() throws {
        let key = try TrustedKey(
            jwk: #"{"kty":"EC","crv":"SM2","x":"CfnfMR5UIaFQ3X0WHkvFxnIXn60YM_wHa7CP81bzUCA","#
                + #""y":"zOpJDOJndaUtxupxjMGqYArtBfvzXghKZjL2By2prRM"}"#
        )
        let signature = [UInt8](
            hexadecimal: "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"
        )
        #expect(key.isValid(signature, over: Array("message digest".utf8)[...]))
        #expect(!key.isValid(signature, over: Array("message digesT".utf8)[...]))
    }
}
