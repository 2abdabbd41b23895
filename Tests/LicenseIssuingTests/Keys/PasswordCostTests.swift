import LicenseIssuing
import LicenseModel
import TestSupport
import Testing

@Suite("The cost of loading a PEM key")
struct PasswordCostTests {
    private static let pbkdf2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C]
    private static let scrypt: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B]
    private static let salt = DER.element(0x04, [1, 2, 3, 4, 5, 6, 7, 8])
    /// AES-256-CBC.
    private static let cipher = DER.element(
        0x30,
        DER.element(0x06, [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A]),
        DER.element(0x04, [UInt8](repeating: 0, count: 16))
    )
    /// A hash that libcrypto does not have, so that it derives no key even if the library accepts the parameters.
    private static let noHash = DER.element(0x30, DER.element(0x06, [0x2A, 0x03]))

    /// Returns a PEM key that is encrypted with PBES2 and a key derivation function.
    private static func encrypted(_ function: [UInt8], _ parameters: [UInt8]...) -> SecretBytes {
        let pbes2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D]
        let derivation = DER.element(
            0x30,
            DER.element(0x06, function),
            DER.element(0x30, parameters.flatMap(\.self))
        )
        let identifier = DER.element(
            0x30,
            DER.element(0x06, pbes2),
            DER.element(0x30, derivation, self.cipher)
        )
        let info = DER.element(0x30, identifier, DER.element(0x04, [UInt8](repeating: 0, count: 64)))
        return DER.pem("ENCRYPTED PRIVATE KEY", info)
    }

    /// Returns the code of the error for a PEM key, which must be refused within a second.
    private static func refusal(of pem: SecretBytes) throws -> SigningKeyError.Code {
        var error: SigningKeyError?
        let time = processorTime {
            error = #expect(throws: SigningKeyError.self) {
                try SigningKey(pem: pem, password: SecretBytes("secret"))
            }
        }
        #expect(time < .seconds(1))
        return try #require(error?.code)
    }

    @Test(
        "PBKDF2 with 0 or more than 2,000,000 rounds is refused before deriving a key",
        arguments: [
            (0, SigningKeyError.Code.tooCostly), (1, .passwordWrong), (2_000_000, .passwordWrong),
            (2_000_001, .tooCostly), (0x7FFF_FFFF, .tooCostly), (0xFFFF_FFFF, .tooCostly), (.max, .tooCostly),
            (-1, .unsupported),
        ]
    )
    func rounds(_ rounds: Int, code: SigningKeyError.Code) throws {
        let pem = Self.encrypted(Self.pbkdf2, Self.salt, DER.integer(rounds), Self.noHash)
        #expect(try Self.refusal(of: pem) == code)
    }

    @Test("2^31 - 1 rounds, or more than Int.max, are refused before deriving a key")
    func endless() throws {
        for rounds in [DER.integer(0x7FFF_FFFF), DER.element(0x02, [UInt8](repeating: 0x7F, count: 200))] {
            #expect(try Self.refusal(of: Self.encrypted(Self.pbkdf2, Self.salt, rounds)) == .tooCostly)
            let longKey = Self.encrypted(Self.pbkdf2, Self.salt, rounds, DER.integer(32))
            #expect(try Self.refusal(of: longKey) == .tooCostly)
        }
    }

    @Test(
        "scrypt with invalid or costly parameters is refused before deriving a key",
        arguments: [
            (1 << 20, 8, 1), (1 << 15, 8, 1), (16_384, 8, 1_000), (2, 1, 1 << 20), (1 << 62, 1 << 62, 1 << 62),
            (16_384, 8, .max), (0, 8, 1), (16_384, 0, 1), (16_384, 8, 0),
        ]
    )
    func scrypt(cost: Int, blockSize: Int, lanes: Int) throws {
        let pem = Self.encrypted(
            Self.scrypt,
            Self.salt,
            DER.integer(cost),
            DER.integer(blockSize),
            DER.integer(lanes)
        )
        #expect(try Self.refusal(of: pem) == .tooCostly)
    }

    @Test("Parameters that are not the strict DER of PBKDF2 are refused")
    func form() throws {
        let rounds = DER.integer(2_048)
        for parameters: [[UInt8]] in [
            [], [Self.salt], [rounds, Self.salt], [Self.salt, [0x02, 0x00]], [Self.salt, [0x02, 0x02, 0x00, 0x01]],
            [Self.salt, [0x02, 0x81, 0x01, 0x01]], [Self.salt, [0x02, 0x80]],
            [Self.salt, [0x02, 0x84, 0, 0, 0, 1, 1]],
            [Self.salt, [0x02, 0x7F, 0x01]], [Self.salt, [0x02]], [Self.salt, rounds, rounds, rounds],
            [Self.salt, rounds, Self.noHash, rounds], [Self.salt, rounds, [0x05, 0x00]],
            // A salt from another source, for which RFC 8018 defines no algorithm.
            [Self.noHash, rounds],
        ] {
            let pem = Self.encrypted(Self.pbkdf2, parameters.flatMap(\.self))
            #expect(try Self.refusal(of: pem) == .unsupported, "\(parameters)")
        }
    }

    @Test(
        "A key that the openssl command encrypts with PBES2 is loaded",
        arguments: [
            "-v2prf hmacWithSHA1", "-v2prf hmacWithSHA512 -iter 100000", "-v2 aes-128-cbc -iter 1", "-v2 des3",
            "-scrypt",
            "-scrypt -scrypt_N 1024 -scrypt_r 4 -scrypt_p 16",
        ]
    )
    func accepted(options: String) throws {
        let text = try OpenSSLCommand.run(
            "openssl genpkey -algorithm ED25519 | openssl pkcs8 -topk8 \(options) -passout pass:secret"
        )
        #expect(try SigningKey(pem: SecretBytes(text), password: SecretBytes("secret")).algorithm == .ed25519)
        let wrong = #expect(throws: SigningKeyError.self) {
            try SigningKey(pem: SecretBytes(text), password: SecretBytes("wrong"))
        }
        #expect(wrong?.code == .passwordWrong)
    }

    @Test("A key with an older encryption than PBES2 is refused", arguments: ["PBE-SHA1-3DES", "PBE-MD5-DES"])
    func older(name: String) throws {
        let text = try OpenSSLCommand.run(
            "openssl genpkey -algorithm ED25519 | openssl pkcs8 -topk8 -provider legacy -provider default -v1 \(name)"
                + " -passout pass:secret"
        )
        #expect(try Self.refusal(of: SecretBytes(text)) == .unsupported)
    }

    @Test("A truncated key is refused, and any flipped bit is handled in reasonable time")
    func damaged() throws {
        let text = try OpenSSLCommand.run(
            "openssl genpkey -algorithm ED25519 | openssl pkcs8 -topk8 -iter 1 -passout pass:secret"
        )
        let der = DER.bytes(ofPEM: text)
        try #require(der.count > 100)
        for count in der.indices {
            let truncated = DER.pem("ENCRYPTED PRIVATE KEY", Array(der[..<count]))
            #expect(throws: SigningKeyError.self) { try SigningKey(pem: truncated, password: SecretBytes("secret")) }
        }
        let time = processorTime {
            for index in der.indices {
                for bit in 0..<8 {
                    var changed = der
                    changed[index] ^= 1 << bit
                    let pem = DER.pem("ENCRYPTED PRIVATE KEY", changed)
                    _ = try? SigningKey(pem: pem, password: SecretBytes("secret"))
                }
            }
        }
        #expect(time < .seconds(30))
    }

    @Test("An RSA number longer than the modulus is refused in PEM", arguments: 2...8)
    func largeNumber(position: Int) throws {
        let numbers = [0, 0, 65_537, 3, 5, 7, 1, 1, 1].map(DER.integer)
        func pem(_ change: (inout [[UInt8]]) -> Void) -> SecretBytes {
            var changed = numbers
            changed[1] = DER.element(0x02, [0x00] + [UInt8](repeating: 0xFF, count: 256))
            change(&changed)
            let identifier = DER.element(
                0x30,
                DER.element(0x06, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]),
                [0x05, 0x00]
            )
            let key = DER.element(0x04, DER.element(0x30, changed.flatMap(\.self)))
            return DER.pem("PRIVATE KEY", DER.element(0x30, DER.integer(0), identifier, key))
        }
        let large = DER.element(0x02, [UInt8](repeating: 0x7F, count: 20_000))
        #expect(try Self.refusal(of: pem { $0[position] = large }) == .malformed)
        #expect(try Self.refusal(of: pem { $0[1] = large }) == .unsupported)
        #expect(try Self.refusal(of: pem { $0[0] = DER.integer(1) }) == .unsupported)
        #expect(try Self.refusal(of: pem { $0.append(large) }) == .malformed)
        #expect(try Self.refusal(of: pem { $0.remove(at: position) }) == .malformed)
    }

    @Test("An unsupported type of key is refused before libcrypto computes with it")
    func otherKind() throws {
        // A DSA key of 160,000 bits, whose public half libcrypto would compute.
        let number = DER.element(0x02, [UInt8](repeating: 0x7F, count: 20_000))
        let identifier = DER.element(
            0x30,
            DER.element(0x06, [0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01]),
            DER.element(0x30, number, number, DER.integer(2))
        )
        let key = DER.element(0x04, number)
        let pem = DER.pem("PRIVATE KEY", DER.element(0x30, DER.integer(0), identifier, key))
        #expect(try Self.refusal(of: pem) == .unsupported)
    }

    @Test("An EC key that names two curves or has explicit parameters is refused")
    func twoCurves() throws {
        let p256 = DER.element(0x06, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07])
        let p384 = DER.element(0x06, [0x2B, 0x81, 0x04, 0x00, 0x22])
        let curve = DER.element(0x06, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01])
        func pem(_ outer: [UInt8], _ inner: [UInt8]?) -> SecretBytes {
            let scalar = DER.element(0x04, [UInt8](repeating: 7, count: 32))
            let key = DER.element(0x30, DER.integer(1), scalar, inner.map { DER.element(0xA0, $0) } ?? [])
            let info = DER.element(0x30, DER.integer(0), DER.element(0x30, curve, outer), DER.element(0x04, key))
            return DER.pem("PRIVATE KEY", info)
        }
        func outcome(_ pem: SecretBytes) -> String {
            do throws(SigningKeyError) {
                return try SigningKey(pem: pem).algorithm.rawValue
            } catch {
                return "\(error.code)"
            }
        }
        #expect(outcome(pem(p256, nil)) == "ES256")
        #expect(outcome(pem(p256, p256)) == "ES256")
        #expect(outcome(pem(p256, p384)) == "malformed")
        #expect(outcome(pem(p384, p256)) == "malformed")
        #expect(outcome(pem(p256, DER.element(0x30, DER.integer(1)))) == "malformed")
        #expect(outcome(pem(p256, p256 + p256)) == "malformed")
    }
}
