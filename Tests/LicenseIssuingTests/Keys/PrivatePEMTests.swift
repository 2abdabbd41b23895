import Foundation
import LicenseCrypto
import LicenseIssuing
import LicenseModel
import Testing

@Suite("Private keys in PEM")
struct PrivatePEMTests {
    private static let password = SecretBytes(Samples.password)

    #if DEBUG
    /// The algorithms whose keys the library encrypts, which takes long: one with a short key and one with a long key.
    private static let encryptedAlgorithms: [SignatureAlgorithm] = [.ed25519, .ps256]
    #else
    private static let encryptedAlgorithms = SignatureAlgorithm.known
    #endif

    @Test("A key is encoded as unencrypted PEM and decoded unchanged", arguments: SignatureAlgorithm.known)
    func plain(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let pem = try key.unencryptedPEM()
        #expect(pem.text.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        let again = try SigningKey(pem: pem, algorithm: algorithm)
        #expect(again.publicJWK == key.publicJWK)
        #expect(try again.privateJWK().text == key.privateJWK().text)
    }

    @Test(
        "The library and the openssl command decrypt a key only with its password",
        arguments: encryptedAlgorithms
    )
    func encrypted(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let pem = try key.pem(encryptedWith: Self.password)
        #expect(pem.text.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
        #expect(try SigningKey(pem: pem, password: Self.password, algorithm: algorithm).publicJWK == key.publicJWK)
        let missing = #expect(throws: SigningKeyError.self) { try SigningKey(pem: pem, algorithm: algorithm) }
        #expect(missing?.code == .passwordMissing)
        let wrong = #expect(throws: SigningKeyError.self) {
            try SigningKey(pem: pem, password: SecretBytes("x"), algorithm: algorithm)
        }
        #expect(wrong?.code == .passwordWrong)
        let command = "openssl pkey -in encrypted.pem -passin 'pass:\(Samples.password)' -pubout"
        #expect(try OpenSSLCommand.run(command, files: ["encrypted.pem": pem.text]) == key.publicPEM)
    }

    @Test(
        "A key that the openssl command encrypted is not decrypted by another password",
        arguments: SignatureAlgorithm.known
    )
    func wrongPassword(algorithm: SignatureAlgorithm) throws {
        let pem = try #require(Samples.encryptedPEMs[algorithm])
        let key = try SigningKey(pem: pem, password: Self.password, algorithm: algorithm)
        #expect(key.publicJWK == (try Samples.key(algorithm)).publicJWK)
        for wrong in ["", "x", "pässword with space", "password with spaces", "pässword with spaces "] {
            let error = #expect(throws: SigningKeyError.self) {
                try SigningKey(pem: pem, password: SecretBytes(wrong), algorithm: algorithm)
            }
            #expect(error?.code == .passwordWrong, "\(wrong)")
        }
    }

    @Test(
        "A key that the openssl command generated is loaded, whether encrypted or not",
        arguments: [
            ("ED25519", SignatureAlgorithm.ed25519), ("EC -pkeyopt group:P-256", .es256),
            ("EC -pkeyopt group:P-384", .es384),
            ("RSA -pkeyopt rsa_keygen_bits:2048", .ps256), ("RSA -pkeyopt rsa_keygen_bits:2048", .rs256),
            ("SM2", .sm2SM3),
        ]
    )
    func generatedByOpenSSL(type: String, algorithm: SignatureAlgorithm) throws {
        let texts =
            try OpenSSLCommand.run(
                """
                openssl genpkey -algorithm \(type) -out key.pem
                openssl pkcs8 -topk8 -in key.pem -passout pass:secret -out encrypted.pem
                openssl pkey -in key.pem -pubout -out public.pem
                cat key.pem; echo; cat encrypted.pem; echo; cat public.pem
                """
            )
            .split(separator: "\n\n").map { String($0).withoutFinalNewline + "\n" }
        try #require(texts.count == 3)
        let key = try SigningKey(pem: SecretBytes(texts[0]), algorithm: algorithm)
        let decrypted = try SigningKey(
            pem: SecretBytes(texts[1]),
            password: SecretBytes("secret"),
            algorithm: algorithm
        )
        #expect(key.publicPEM == texts[2])
        #expect(decrypted.publicPEM == texts[2])
        #expect(key.algorithm == algorithm)
    }

    @Test("The openssl command reads the keys that the library encodes", arguments: SignatureAlgorithm.known)
    func readByOpenSSL(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let files = [
            "key.pem": try key.unencryptedPEM().text,
            "public.pem": key.publicPEM,
        ]
        #expect(try OpenSSLCommand.run("openssl pkey -in key.pem -pubout", files: files) == key.publicPEM)
        #expect(try OpenSSLCommand.run("openssl pkey -pubin -in public.pem -pubout", files: files) == key.publicPEM)
    }

    @Test(
        "A key of another type, size or encoding is refused",
        arguments: [
            ("openssl genpkey -algorithm X25519", SigningKeyError.Code.unsupported),
            ("openssl genpkey -algorithm ED448", .unsupported),
            ("openssl genpkey -algorithm EC -pkeyopt group:P-521", .unsupported),
            ("openssl genpkey -algorithm EC -pkeyopt group:secp256k1", .unsupported),
            ("openssl genpkey -algorithm EC -pkeyopt group:P-256 -pkeyopt ec_param_enc:explicit", .unsupported),
            ("openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048", .unsupported),
            ("openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024", .unsupported),
            ("openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_keygen_pubexp:3", .unsupported),
            ("openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048", .algorithmMissing),
            ("openssl genpkey -algorithm EC -pkeyopt group:P-256 | openssl ec", .malformed),
            ("openssl genpkey -algorithm ED25519 | openssl pkey -pubout", .malformed),
            ("openssl genpkey -algorithm ED25519 -out k; cat k k", .malformed),
            ("openssl genpkey -algorithm ED25519 -out k; echo words; cat k", .malformed),
            ("openssl genpkey -algorithm ED25519 | sed 2s/M/A/", .malformed),
            ("openssl genpkey -algorithm ED25519 | sed '2s/=*$/=/'", .malformed),
            ("openssl genpkey -algorithm ED25519 | sed 's/PRIVATE/ENCRYPTED PRIVATE/'", .passwordMissing),
            ("head -c 300000 /dev/zero", .tooLarge),
            ("true", .malformed),
        ]
    )
    func refused(command: String, code: SigningKeyError.Code) throws {
        let pem = SecretBytes(try OpenSSLCommand.run(command))
        let error = #expect(throws: SigningKeyError.self) { try SigningKey(pem: pem) }
        #expect(error?.code == code)
    }

    @Test(
        "An Ed25519 key that is not encoded as in RFC 8410 is refused",
        arguments: [
            // The algorithm identifier has parameters: NULL.
            [
                0x30, 0x30, 0x02, 0x01, 0x00, 0x30, 0x07, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x05, 0x00, 0x04, 0x22, 0x04,
                0x20,
            ],
            // The seed is in a BIT STRING instead of an OCTET STRING.
            [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x03, 0x20],
            // The inner length is encoded in two bytes, which is BER but not DER.
            [0x30, 0x2F, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x23, 0x04, 0x81, 0x20],
            // The inner length is wrong.
            [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x21],
        ] as [[UInt8]]
    )
    func otherEd25519Encoding(prefix: [UInt8]) throws {
        func load(_ prefix: [UInt8]) throws -> SigningKey {
            let base64 = Data(prefix + [UInt8](repeating: 7, count: 32)).base64EncodedString()
            return try SigningKey(
                pem: SecretBytes("-----BEGIN PRIVATE KEY-----\n\(base64)\n-----END PRIVATE KEY-----\n")
            )
        }
        let error = #expect(throws: SigningKeyError.self) { try load(prefix) }
        #expect(error?.code == .malformed)
        let validPrefix: [UInt8] = [
            0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
        ]
        #expect(try load(validPrefix).algorithm == .ed25519)
    }

    @Test("The missing public half of an EC key is computed")
    func withoutPublicHalf() throws {
        let texts =
            try OpenSSLCommand.run(
                """
                openssl genpkey -algorithm EC -pkeyopt group:P-256 -out key.pem
                openssl ec -in key.pem -no_public | openssl pkcs8 -topk8 -nocrypt
                echo
                openssl pkey -in key.pem -pubout
                """
            )
            .split(separator: "\n\n").map(String.init)
        try #require(texts.count == 2)
        #expect(try SigningKey(pem: SecretBytes(texts[0])).publicPEM == texts[1])
    }

    @Test("The id and conditions of a PEM key are passed as arguments")
    func conditions() throws {
        let pem = try Samples.key(.ed25519).unencryptedPEM()
        let from = LicenseInstant(secondsSince1970: 5)
        let conditions = KeyConditions(issuer: .only(Samples.issuer), validity: .from(from), environment: .test)
        let key = try SigningKey(pem: pem, id: "old", conditions: conditions)
        #expect(key.id == "old")
        #expect(key.trustedKey.conditions == conditions)
        #expect(key.environment == .test)
        let empty = KeyConditions(issuer: .any, validity: .between(from, from))
        #expect(throws: SigningKeyError.self) { try SigningKey(pem: pem, conditions: empty) }
    }
}

extension String {
    fileprivate var withoutFinalNewline: String {
        self.last == "\n" ? String(self.dropLast()) : self
    }
}
