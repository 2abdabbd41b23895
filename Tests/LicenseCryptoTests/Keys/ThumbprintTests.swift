import LicenseCrypto
import LicenseModel
import Testing

/// The thumbprint of a key (RFC 7638), which is the id of a key without a `kid`.
@Suite("Thumbprints")
struct ThumbprintTests {
    /// JWKs and their thumbprints.
    ///
    /// The first two are from RFC 7638, 3.1, and RFC 8037, A.3. The others were computed with Python's hashlib, for the
    /// keys of RFC 7515, A.3, of Wycheproof's first P-384 case and of GB/T 32918.5, Annex A.
    private static let vectors: [(jwk: String, thumbprint: String)] = [
        (
            #"{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJEC"#
                + "PebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAta"
                + "Sqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_"
                + #"xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256"}"#,
            "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
        ),
        (
            #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
            "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
        ),
        (
            #"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","#
                + #""y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
            "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U"
        ),
        (
            #"{"kty":"EC","crv":"P-384","x":"LaV92hCJJ2pUP5_9rAv_DZdsrXHrcoDn2b_Z_uS9svIPR_-IgnQ4l3LZjMV1ITiq","#
                + #""y":"S20FTWnc8-JexJ34cHFeNIg7GDYZfXb4rZYuePZXG7x0B7DWCR-eTYjwFCdEBhdP"}"#,
            "vA1jjRof0nun04D9IUSFJkfrULKR4vocVmU8xRJAbXU"
        ),
        (
            #"{"kty":"EC","crv":"SM2","x":"CfnfMR5UIaFQ3X0WHkvFxnIXn60YM_wHa7CP81bzUCA","#
                + #""y":"zOpJDOJndaUtxupxjMGqYArtBfvzXghKZjL2By2prRM"}"#,
            "lgVsnVqdKsFLJ2q4y2l6gACWaCOEQcWQb1t30j4Q6fU"
        ),
    ]

    @Test("The id of a key without a kid is its thumbprint", arguments: vectors)
    func thumbprint(jwk: String, thumbprint: String) throws {
        #expect(try TrustedKey(jwk: jwk).id.rawValue == thumbprint)
    }

    @Test("Other members of a JWK do not change the thumbprint", arguments: vectors)
    func otherMembers(jwk: String, thumbprint: String) throws {
        let more = #"{"iss":"V","use":"sig","nbf":1,"environment":"test","x5c":[],"# + jwk.dropFirst()
        #expect(try TrustedKey(jwk: more).id.rawValue == thumbprint)
    }

    @Test("A key in PEM has the same thumbprint as its JWK", arguments: SignatureAlgorithm.known)
    func pem(algorithm: SignatureAlgorithm) throws {
        let signer = TestSigner.shared(algorithm)
        let jwk = try TrustedKey(jwk: signer.jwk.removing("kid").text)
        #expect(try TrustedKey(pem: signer.pem, algorithm: algorithm).id == jwk.id)
        #expect(jwk.id.rawValue.utf8.count == 43)
    }

    @Test("A license can name its key by the thumbprint")
    func license() throws {
        let signer = TestSigner.ed25519
        let key = try TrustedKey(pem: signer.pem)
        let verifier = LicenseVerifier(trusting: try TrustedKeys([key]), product: .only("cloud"))
        let header = signer.header.setting("kid", "\"\(key.id)\"").text
        #expect(try verifier.verify(token: signer.token(.base, header: header)).keyID == key.id)
        #expect(verdict { try verifier.verify(token: signer.token(.base)) } == "unknown-key")
    }
}
