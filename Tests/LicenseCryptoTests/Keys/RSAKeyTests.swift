import LicenseCrypto
import LicenseModel
import Testing

/// P59: RSA keys have 2,048 to 4,096 bits and the exponent 65537.
@Suite("RSA keys")
struct RSAKeyTests {
    private static let modulus = TestSigner.shared(.ps256).modulus
    private static let exponent: [UInt8] = [1, 0, 1]

    private static func jwk(_ modulus: [UInt8], _ exponent: [UInt8]) -> String {
        #"{"kty":"RSA","alg":"PS256","n":"\#(modulus.base64URL)","e":"\#(exponent.base64URL)"}"#
    }

    private static func jwkOutcome(_ modulus: [UInt8], _ exponent: [UInt8]) -> String {
        verdict { try TrustedKey(jwk: self.jwk(modulus, exponent)) }
    }

    private static func pemOutcome(_ info: [UInt8]) -> String {
        verdict { try TrustedKey(pem: info.pem(), algorithm: .ps256) }
    }

    /// 2^(bits - 1) and a bit more: composite, and no small prime divides it, so that only its length can be at fault.
    private static func modulus(bits: Int, _ surplus: UInt8) -> [UInt8] {
        var modulus = [UInt8](repeating: 0, count: (bits + 7) / 8)
        modulus[0] = 1 << ((bits - 1) % 8)
        modulus[modulus.count - 1] = surplus
        return modulus
    }

    @Test("A key that libcrypto has made is taken, as a JWK and as PEM")
    func good() {
        #expect(Self.jwkOutcome(Self.modulus, Self.exponent) == "accepted")
        #expect(Self.pemOutcome(TestSigner.shared(.ps256).pair.subjectPublicKeyInfo) == "accepted")
        #expect(Self.pemOutcome(DER.rsaKey(modulus: Self.modulus, exponent: Self.exponent)) == "accepted")
    }

    @Test(
        "P59: 2,048 and 4,096 bits are taken, a bit less or more is not",
        arguments: [
            (2_048, 3, "accepted", "accepted"), (3_072, 15, "accepted", "accepted"), (4_096, 3, "accepted", "accepted"),
            (2_047, 3, "weak-key", "weak-key"), (4_097, 3, "weak-key", "unsupported"),
            (16_384, 9, "weak-key", "unsupported"),
        ] as [(Int, UInt8, String, String)]
    )
    func sizes(bits: Int, surplus: UInt8, jwk: String, pem: String) {
        let modulus = Self.modulus(bits: bits, surplus)
        #expect(Self.jwkOutcome(modulus, Self.exponent) == jwk)
        #expect(Self.pemOutcome(DER.rsaKey(modulus: modulus, exponent: Self.exponent)) == pem)
    }

    @Test("P59: keys of 1,024 and 2,040 bits that libcrypto has made are refused", arguments: [1_024, 2_040])
    func small(bits: Int) {
        let info = TestKeyPair(.rsa("RSA", bits: Int32(bits))).subjectPublicKeyInfo
        #expect(Self.pemOutcome(info) == "unsupported")
        // The modulus stands before the 5 bytes of the exponent.
        let modulus = Array(info.dropLast(5).suffix(bits / 8))
        #expect(Self.jwkOutcome(modulus, Self.exponent) == "weak-key")
    }

    @Test(
        "P59: any other exponent than 65537 is refused",
        arguments: ["01", "03", "11", "02", "00", "010000", "010003", "00010001", "01000001", "0100000001", "FFFFFFFF"]
    )
    func exponents(hexadecimal: String) {
        let exponent = [UInt8](hexadecimal: hexadecimal)
        #expect(Self.jwkOutcome(Self.modulus, exponent) == "weak-key")
        if exponent != [0, 1, 0, 1] {
            #expect(Self.pemOutcome(DER.rsaKey(modulus: Self.modulus, exponent: exponent)) == "unsupported")
        }
    }

    @Test("P59: an even modulus is refused")
    func even() {
        var modulus = Self.modulus
        modulus[255] &= 0xFE
        #expect(Self.jwkOutcome(modulus, Self.exponent) == "weak-key")
        #expect(Self.pemOutcome(DER.rsaKey(modulus: modulus, exponent: Self.exponent)) == "weak-key")
    }

    @Test("A modulus with a leading zero byte, and none at all, are refused")
    func leadingZero() {
        #expect(Self.jwkOutcome([0] + Self.modulus, Self.exponent) == "malformed")
        #expect(Self.jwkOutcome([], Self.exponent) == "malformed")
        #expect(Self.jwkOutcome([UInt8](repeating: 0, count: 256), Self.exponent) == "malformed")
        #expect(verdict { try TrustedKey(jwk: #"{"kty":"RSA","alg":"PS256","e":"AQAB"}"#) } == "malformed")
        let noExponent = #"{"kty":"RSA","alg":"PS256","n":"\#(Self.modulus.base64URL)"}"#
        #expect(verdict { try TrustedKey(jwk: noExponent) } != "accepted")
    }

    @Test("The key must say for which of two algorithms it is")
    func algorithm() throws {
        let signer = TestSigner.shared(.ps256)
        #expect(verdict { try TrustedKey(jwk: signer.jwk.removing("alg").text) } == "malformed")
        #expect(verdict { try TrustedKey(pem: signer.pem) } == "algorithm-missing")
        #expect(try TrustedKey(pem: signer.pem, algorithm: .ps256).algorithm == .ps256)
        #expect(try TrustedKey(pem: signer.pem, algorithm: .rs256).algorithm == .rs256)
        for algorithm in [SignatureAlgorithm.ed25519, .es256, .es384, .sm2SM3] {
            #expect(verdict { try TrustedKey(pem: signer.pem, algorithm: algorithm) } == "unsupported")
            let jwk = signer.jwk.setting("alg", "\"\(algorithm.rawValue)\"").text
            #expect(verdict { try TrustedKey(jwk: jwk) } == "unsupported")
        }
    }

    @Test(
        "P59: a modulus that is a power of 65537 modulo each prime up to 167 is of the faulty generator of CVE-2017-15361",
        arguments: [(1, "weak-key"), (179, "accepted")] as [(UInt8, String)]
    )
    func faultyGenerator(surplus: UInt8, expected: String) {
        // The product of the primes from 3 to 167, times 2^1829: with 1 more it is 65537^0 modulo each of them.
        let product = [UInt8](hexadecimal: "924CBA6AE99DFA084537FACC54948DF0C23DA044D8CABE0EDD75BC60")
        let modulus = product + [UInt8](repeating: 0, count: 227) + [surplus]
        #expect(Self.jwkOutcome(modulus, Self.exponent) == expected)
        #expect(Self.pemOutcome(DER.rsaKey(modulus: modulus, exponent: Self.exponent)) == expected)
    }

    @Test("A key for RSASSA-PSS alone is refused")
    func pssKey() {
        let info = TestKeyPair(.rsa("RSA-PSS", bits: 2_048)).subjectPublicKeyInfo
        #expect(Self.pemOutcome(info) == "unsupported")
    }

    @Test("Bytes after the SubjectPublicKeyInfo, and other spellings of it, are refused")
    func otherSpellings() {
        let null = [UInt8](hexadecimal: "300D06092A864886F70D0101010500")
        let absent = [UInt8](hexadecimal: "300B06092A864886F70D010101")
        let pss = [UInt8](hexadecimal: "300D06092A864886F70D01010A0500")
        let number = DER.integer(Self.modulus)
        let key = DER.element(0x30, number + DER.integer(Self.exponent))
        func info(_ algorithm: [UInt8], _ key: [UInt8], unused: UInt8 = 0) -> [UInt8] {
            DER.element(0x30, algorithm + DER.element(0x03, [unused] + key))
        }
        #expect(Self.pemOutcome(info(null, key)) == "accepted")
        let zero = DER.element(0x02, [0, 0] + Self.modulus)
        let negative = DER.element(0x02, Self.modulus)
        let others: [(String, [UInt8])] = [
            ("a byte after it", info(null, key) + [0]),
            ("a byte after the key", info(null, key + [0])),
            ("a third number", info(null, DER.element(0x30, number + DER.integer(Self.exponent) + DER.integer([1])))),
            ("parameters absent", info(absent, key)),
            ("the object of RSASSA-PSS", info(pss, key)),
            ("unused bits", info(null, key, unused: 1)),
            ("two leading zeros", info(null, DER.element(0x30, zero + DER.integer(Self.exponent)))),
            ("a negative number", info(null, DER.element(0x30, negative + DER.integer(Self.exponent)))),
            ("the exponent with a zero", info(null, DER.element(0x30, number + [0x02, 0x04, 0, 1, 0, 1]))),
            ("cut off", info(null, key).dropLast()),
            ("without its envelope", key),
        ]
        for (what, info) in others {
            #expect(Self.pemOutcome(info) == "unsupported", "\(what)")
        }
    }
}
