import LicenseCrypto
import LicenseModel
import TestSupport
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

    /// A prime, as 2^bits - deficit: the greatest one of its size, or the next one below.
    private struct Prime {
        let bits: Int
        let deficit: UInt64

        /// The prime, big-endian.
        var bytes: [UInt8] {
            var bytes = [UInt8](repeating: 0xFF, count: (self.bits + 7) / 8)
            bytes[0] >>= (8 - self.bits % 8) % 8
            let end = UInt64.max - (self.deficit - 1)
            for place in 0..<8 {
                bytes[bytes.count - 1 - place] = UInt8(truncatingIfNeeded: end >> (8 * UInt64(place)))
            }
            return bytes
        }
    }

    /// Moduli for these tests alone, each a product of two large primes, as a key's modulus is, so that only its length
    /// can be at fault.
    ///
    /// They have no small factor on purpose. libcrypto checks a modulus with random bases, and calls it weak where a base
    /// happens to share a factor with it: with a factor of 1667, that is one check in 1667. A test with such a modulus
    /// fails now and then. With prime factors of 1,023 bits and more, the chance is below 2^-1000.
    private static let moduli: [Int: [UInt8]] = [
        2_047: product([Prime(bits: 1_023, deficit: 361), Prime(bits: 1_024, deficit: 105)]),
        2_048: product([Prime(bits: 1_024, deficit: 105), Prime(bits: 1_024, deficit: 179)]),
        3_072: product([Prime(bits: 1_536, deficit: 3_453), Prime(bits: 1_536, deficit: 4_977)]),
        4_096: product([Prime(bits: 2_048, deficit: 1_557), Prime(bits: 2_048, deficit: 2_543)]),
        4_097: product([Prime(bits: 2_048, deficit: 1_557), Prime(bits: 2_049, deficit: 1_449)]),
        16_384: product((0..<8).map { Prime(bits: 2_048, deficit: $0 % 2 == 0 ? 1_557 : 2_543) }),
    ]

    /// The product of primes, big-endian and without leading zeros.
    private static func product(_ primes: [Prime]) -> [UInt8] {
        primes.reduce([1]) { product, prime in
            let factor = prime.bytes
            var sum = [UInt8](repeating: 0, count: product.count + factor.count)
            for (place, digit) in product.enumerated().reversed() {
                var carry = 0
                for (other, otherDigit) in factor.enumerated().reversed() {
                    carry += Int(sum[place + other + 1]) + Int(digit) * Int(otherDigit)
                    sum[place + other + 1] = UInt8(truncatingIfNeeded: carry)
                    carry >>= 8
                }
                sum[place] = UInt8(carry)
            }
            return Array(sum.drop { $0 == 0 })
        }
    }

    @Test("A modulus of these tests has its size and no factor below 65,536", arguments: moduli)
    func noSmallFactor(bits: Int, modulus: [UInt8]) {
        #expect(modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0) == bits)
        #expect(Self.smallFactor(of: modulus) == nil)
    }

    /// The smallest factor of a number from 2 to 65,535, or `nil`.
    private static func smallFactor(of number: [UInt8]) -> UInt64? {
        // Four bytes at a time: 2^32 times a remainder below 2^16 fits.
        let padding = [UInt8](repeating: 0, count: (4 - number.count % 4) % 4)
        let padded = padding + number
        let words = stride(from: 0, to: padded.count, by: 4)
            .map { start in
                padded[start..<(start + 4)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            }
        return ([2] + Array(stride(from: UInt64(3), to: 65_536, by: 2)))
            .first { divisor in
                words.reduce(0) { ($0 << 32 | $1) % divisor } == 0
            }
    }

    @Test("A key that libcrypto has made is taken, as a JWK and as PEM")
    func good() {
        #expect(Self.jwkOutcome(Self.modulus, Self.exponent) == "accepted")
        #expect(Self.pemOutcome(TestSigner.shared(.ps256).pair.subjectPublicKeyInfo) == "accepted")
        #expect(Self.pemOutcome(DER.rsaKey(modulus: Self.modulus, exponent: Self.exponent)) == "accepted")
    }

    @Test(
        "2,048 and 4,096 bits are taken, a bit less or more is not",
        .tags(.p59),
        arguments: [
            (2_048, "accepted", "accepted"), (3_072, "accepted", "accepted"), (4_096, "accepted", "accepted"),
            (2_047, "weak-key", "weak-key"), (4_097, "weak-key", "unsupported"), (16_384, "weak-key", "unsupported"),
        ]
    )
    func sizes(bits: Int, jwk: String, pem: String) throws {
        let modulus = try #require(Self.moduli[bits])
        #expect(Self.jwkOutcome(modulus, Self.exponent) == jwk)
        #expect(Self.pemOutcome(DER.rsaKey(modulus: modulus, exponent: Self.exponent)) == pem)
    }

    @Test("Keys of 1,024 and 2,040 bits that libcrypto has made are refused", .tags(.p59), arguments: [1_024, 2_040])
    func small(bits: Int) {
        let info = TestKeyPair(.rsa("RSA", bits: Int32(bits))).subjectPublicKeyInfo
        #expect(Self.pemOutcome(info) == "unsupported")
        // The modulus stands before the 5 bytes of the exponent.
        let modulus = Array(info.dropLast(5).suffix(bits / 8))
        #expect(Self.jwkOutcome(modulus, Self.exponent) == "weak-key")
    }

    @Test(
        "Any other exponent than 65537 is refused",
        .tags(.p59),
        arguments: ["01", "03", "11", "02", "00", "010000", "010003", "00010001", "01000001", "0100000001", "FFFFFFFF"]
    )
    func exponents(hexadecimal: String) {
        let exponent = [UInt8](hexadecimal: hexadecimal)
        #expect(Self.jwkOutcome(Self.modulus, exponent) == "weak-key")
        if exponent != [0, 1, 0, 1] {
            #expect(Self.pemOutcome(DER.rsaKey(modulus: Self.modulus, exponent: exponent)) == "unsupported")
        }
    }

    @Test("An even modulus is refused", .tags(.p59))
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

    /// The product of two primes of 1,024 bits that are powers of 65537 modulo each prime from 3 to 167, as the faulty
    /// generator makes them.
    ///
    /// Made for this test, and without small factors, so that only the fingerprint can be at fault.
    private static let faulty = [UInt8](
        hexadecimal: """
            D2F7C3E323D367E9D158E057D5B5D0B5ADD3CFC9591D163DB332BDFA0B0D6D5FDFDE05FB720A2708B9114CC6640F6D2D1686\
            21551F2640F4DF9A8119A19A2E3946423ACC357ED2E4A9607556996C9B13C508B203A5F70425876A409BCC2DF1F4E920994A\
            A9C46F9ADA28C3EDE1AEF417F793E362B9ABB62FCF8C92E655EDBD1083FE9607F0219956499ABDD02A032C7FB8D8013EAB31\
            1FF396EFBF7AB6E1A95C3329849A10CAD787762EAB24E9162FCF229D8AF52EE35E690B8278FF2308023C3293367755CFF362\
            45862E62014E3B48865D48526F4102A6F53229F9211640EFF7B724F66B339EC8CC283E58D86C2F1B02A9B3FC50EF366621A4\
            9FAD64BB84CB
            """
    )

    /// Such a product, but for one prime: modulo 157 it is no power of 65537.
    private static let almostFaulty = [UInt8](
        hexadecimal: """
            AD029E75EC908A014DB5F2D426B5A628E234773CD84BF4B9B68C02714DE5730795C14D06E2F91B4B9EC7205779B6E67BDCD1\
            4F407DD27F03981664A9F0C553EB08B59B8BA72AD21B9476CDD0A21DC3A4F917C49821B5DF34D04E152EADFF0F409094807C\
            CE58121F25CA7F674C7BC140FD02B7CDBDBE7F9C1D0CBFD0CC4980C2DB9028B934295DE4FDAB9C505242CCD80BFD189F4078\
            109C0A0522B6AF05CDD2EABB9AB0B96BD80F5AF5EDA7349E365BC97A0FCC9BC2072070784A1C339E089A48962561DC7F0700\
            FD8AB0532A85193BF93D2BAD1C6856B235E9D998A1C7CCD6B6CD54EE63B9E191CE1838618284D769C465EA99DE7CE1C6E07E\
            1C06D4895BA5
            """
    )

    @Test(
        "A modulus that is a power of 65537 modulo each prime up to 167 is of the faulty generator of CVE-2017-15361",
        .tags(.p59),
        arguments: [(faulty, "weak-key"), (almostFaulty, "accepted")]
    )
    func faultyGenerator(modulus: [UInt8], expected: String) {
        #expect(Self.smallFactor(of: modulus) == nil)
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
