import LicenseCrypto
import LicenseModel
import Testing

/// What people provide by mistake instead of a public key, such as a certificate or a private key.
@Suite("Mistaken keys")
struct MistakenKeyTests {
    /// A text, and what the message about it says in both languages.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let words: [String]

        init(_ name: String, _ text: String, _ words: String...) {
            self.testDescription = name
            self.text = text
            self.words = words
        }
    }

    private static let spki = TestSigner.ed25519.pem
    private static let jwk = TestSigner.ed25519.jwk.text
    private static let der = [UInt8](repeating: 0x30, count: 60)

    private static func error(_ text: String) throws -> TrustedKeyError {
        try #require(throws: TrustedKeyError.self) { try TrustedKeys(contents: text) }
    }

    @Test(
        "The message says what the text is and how to get the public key",
        arguments: [
            Mistake("certificate", der.pem("CERTIFICATE"), "openssl x509 -pubkey -noout -in FILE"),
            Mistake("certificate with its text", "Certificate:\n" + der.pem("CERTIFICATE"), "openssl x509 -pubkey"),
            Mistake("certificates", der.pem("CERTIFICATE") + der.pem("CERTIFICATE"), "openssl x509 -pubkey"),
            Mistake("trusted certificate", der.pem("TRUSTED CERTIFICATE"), "openssl x509 -pubkey"),
            Mistake("certificate request", der.pem("CERTIFICATE REQUEST"), "openssl req -pubkey -noout -in FILE"),
            Mistake("new request", der.pem("NEW CERTIFICATE REQUEST"), "openssl req -pubkey -noout -in FILE"),
            Mistake("PKCS #1", der.pem("RSA PUBLIC KEY"), "PKCS #1", "openssl rsa -RSAPublicKey_in -pubout -in FILE"),
            Mistake("OpenPGP", der.pem("PGP PUBLIC KEY BLOCK"), "OpenPGP", "PEM", "JWK"),
            Mistake("OpenPGP message", der.pem("PGP MESSAGE"), "OpenPGP", "PEM", "JWK"),
            Mistake("SSH", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA vendor@example", "SSH", "PEM", "JWK"),
            Mistake("SSH with ECDSA", "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTI=", "SSH", "PEM", "JWK"),
            Mistake("SSH of a device", "sk-ssh-ed25519@openssh.com AAAAGnNrLXNz", "SSH", "PEM", "JWK"),
            Mistake("SSH2", "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----\n", "SSH", "PEM"),
            Mistake("license", armored(TestSigner.ed25519.token(.base))),
            Mistake("bare license", TestSigner.ed25519.token(.base)),
            Mistake("several keys", spki + spki, "JWK Set"),
            Mistake("escaped line breaks", spki.replacing("\n", with: #"\n"#), #"\n"#),
            Mistake("a quoted key", #""\#(spki.replacing("\n", with: #"\n"#))""#, #"\n"#),
            Mistake("line before", "key\n" + spki, "-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----"),
            Mistake("line after", spki + "\n", "-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----"),
            Mistake("one line", spki.replacing("\n", with: " "), "-----BEGIN PUBLIC KEY-----"),
            Mistake("JSON with a byte order mark", "\u{FEFF}" + jwk, "UTF-8", "JSON"),
            Mistake("array", "[\(jwk)]", #"{"keys":[…]}"#),
            Mistake("web page", "<!DOCTYPE html>\n<html><body>Log in</body></html>\n", "XML"),
            Mistake("base64", der.base64 + "\n", "BEGIN", "END", "PEM"),
            Mistake("empty", ""),
            Mistake("white space", " \r\n\t"),
        ]
    )
    func recognized(mistake: Mistake) throws {
        let error = try Self.error(mistake.text)
        #expect(error.code == .malformed)
        for language in [LicenseLanguage.english, .simplifiedChinese] {
            for word in mistake.words {
                #expect(error.message[language].contains(word))
            }
        }
        #expect(error.message != (try Self.error("-")).message)
        #expect(!error.message.english.hasPrefix("The key's JSON"))
    }

    @Test("Each kind of text has its own message")
    func distinct() throws {
        let texts = [
            Self.der.pem("CERTIFICATE"), Self.der.pem("CERTIFICATE REQUEST"), Self.der.pem("RSA PUBLIC KEY"),
            Self.der.pem("PGP MESSAGE"), "ssh-rsa AAAA", "eyJ", Self.spki + Self.spki, Self.spki + "\n",
            Self.spki + #"\n"#, "\u{FEFF}{}", "[]", "<", Self.der.base64, "", "-", "x",
        ]
        let messages = try texts.map { try Self.error($0).message }
        #expect(Set(messages.map(\.english)).count == texts.count)
        #expect(Set(messages.map(\.simplifiedChinese)).count == texts.count)
    }

    @Test(
        "A private key in PEM has the code private-key and a warning to replace it",
        arguments: [
            "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY", "DSA PRIVATE KEY",
            "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK",
        ]
    )
    func privateKeys(label: String) throws {
        let pem = Self.der.pem(label)
        for text in [
            pem, "\u{FEFF}" + pem, "\n" + pem, "Bag Attributes\n" + pem, pem.replacing("\n", with: #"\n"#),
            pem.replacing("\n", with: " "), #"{"key":"\#(pem)"}"#, Self.der.pem("CERTIFICATE") + pem, Self.spki + pem,
        ] {
            for load in [{ try TrustedKeys(contents: $0) }, { try TrustedKeys(jwkSet: $0) }] {
                let error = try #require(throws: TrustedKeyError.self) { try load(text) }
                #expect(error.code == .privateKey)
                let message = error.message
                #expect(message.english.contains("Whoever has it can issue licenses: keep it secret, and replace it"))
                #expect(message.simplifiedChinese.contains("持有该密钥者即可签发许可证：请妥善保密；如该密钥已离开签发机器，请更换密钥"))
            }
            #expect(verdict { try TrustedKey(pem: text) } == "private-key")
            #expect(verdict { try TrustedKey(jwk: text) } == "private-key")
        }
    }

    @Test("A private JWK has the same warning, and names the member in both languages")
    func privateJWK() throws {
        let error = try Self.error(TestSigner.ed25519.jwk.setting("d", #""AAAA""#).text)
        #expect(
            error.message.english == "The JWK has a private or secret key ('d'). Whoever has it can issue"
                + " licenses: keep it secret, and replace it if it has left the signing machine. Provide only the public key."
        )
        #expect(
            error.message.simplifiedChinese
                == "该JWK含有私钥或对称密钥（“d”）。持有该密钥者即可签发许可证：请妥善保密；如该密钥已离开签发机器，请更换密钥。请仅提供公钥。"
        )
    }

    @Test("A word about a private key is not a private key")
    func words() {
        for text in ["PRIVATE KEY", "-PRIVATE KEY-", "BEGIN PRIVATEKEY", "# not the PRIVATE KEY\n" + Self.spki] {
            #expect(verdict { try TrustedKeys(contents: text) } == "malformed")
        }
    }

    @Test("A text that is too large is not searched")
    func size() {
        let text = Self.der.pem("PRIVATE KEY") + String(repeating: "\n", count: 262_144)
        #expect(verdict { try TrustedKeys(contents: text) } == "too-large")
        #expect(verdict { try TrustedKeys(jwkSet: text) } == "too-large")
    }

    @Test("A set where one JWK is expected, and the reverse, have their own messages")
    func sets() throws {
        let set = #"{"keys":[\#(Self.jwk)]}"#
        let single = try #require(throws: TrustedKeyError.self) { try TrustedKey(jwk: set) }
        #expect(single.code == .malformed)
        #expect(single.message.english.hasPrefix("The text is a JWK Set, but a single JWK is expected."))
        let several = try #require(throws: TrustedKeyError.self) { try TrustedKeys(jwkSet: Self.jwk) }
        #expect(several.message.english.hasPrefix("The text is not a JWK Set"))
        #expect(verdict { try TrustedKey(jwk: TestSigner.ed25519.jwk.setting("keys", "1").text) } == "accepted")
    }

    @Test("A public key in PEM where a JWK is expected has its own message")
    func pemAsJWK() throws {
        for text in [Self.spki, "\u{FEFF}" + Self.spki] {
            let error = try #require(throws: TrustedKeyError.self) { try TrustedKey(jwk: text) }
            #expect(error.code == .malformed)
            #expect(error.message.english.hasPrefix("The text is a public key in PEM, but a JWK is expected."))
        }
    }
}
