import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// Ed25519 signatures, each of which has exactly one valid encoding.
@Suite("Ed25519 signatures")
struct Ed25519SignatureTests {
    private static let text = Array("a text that is signed".utf8)
    private static let signature = TestSigner.ed25519.signature(over: text)

    private static func isValid(_ signature: [UInt8]) throws -> Bool {
        try TestSigner.ed25519.trusted.isValid(signature, over: self.text[...])
    }

    @Test("The unaltered signature is valid over its text and no other")
    func unaltered() throws {
        #expect(try Self.isValid(Self.signature))
        let key = try TestSigner.ed25519.trusted
        #expect(!key.isValid(Self.signature, over: Self.text.dropLast()))
        #expect(!key.isValid(Self.signature, over: []))
        #expect(!key.isValid(Self.signature, over: (Self.text + [0])[...]))
    }

    @Test("Only the bytes of a slice are verified, not the whole text")
    func slice() throws {
        let key = try TestSigner.ed25519.trusted
        let long = [1, 2, 3] + Self.text + [4, 5]
        #expect(key.isValid(Self.signature, over: long[3..<(3 + Self.text.count)]))
        #expect(!key.isValid(Self.signature, over: long[2..<(2 + Self.text.count)]))
    }

    @Test("An S increased by 1 to 7 times L is invalid", .tags(.p25))
    func malleable() throws {
        let order = [UInt8](hexadecimal: "1000000000000000000000000000000014DEF9DEA2F79CD65812631A5CF5D3ED")
        var number = Array(Self.signature.suffix(32).reversed())
        for times in 1...7 {
            number = number.adding(order)
            #expect(number.count == 32)
            #expect(try !Self.isValid(Self.signature.prefix(32) + number.reversed()), "\(times) times")
        }
    }

    @Test("An S of 0, L - 1, L or all ones is invalid", .tags(.p25))
    func otherNumbers() throws {
        for hexadecimal in [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "ECD3F55C1A631258D69CF7A2DEF9DE1400000000000000000000000000000010",
            "EDD3F55C1A631258D69CF7A2DEF9DE1400000000000000000000000000000010",
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        ] {
            #expect(try !Self.isValid(Self.signature.prefix(32) + [UInt8](hexadecimal: hexadecimal)))
        }
    }

    @Test("An R that is not canonical or has a low order is invalid", .tags(.p25))
    func otherPoints() throws {
        let high = [UInt8](repeating: 0xFF, count: 30) + [0x7F]
        for point in [[0xEE] + high, [0xED] + high, [0xEC] + high, [1] + [UInt8](repeating: 0, count: 31)] {
            #expect(try !Self.isValid(point + Self.signature.suffix(32)))
            #expect(try !Self.isValid(point + [UInt8](repeating: 0, count: 32)))
        }
    }

    @Test(
        "A signature that does not have 64 bytes is invalid",
        .tags(.p25),
        arguments: [0, 1, 32, 63, 65, 96, 128]
    )
    func lengths(count: Int) throws {
        let long = Self.signature + Self.signature
        #expect(try !Self.isValid(Array(long.prefix(count))))
    }
}
