import CLicenseOpenSSL
import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// RSA signatures: PS256 requires a salt of 32 bytes and MGF1 with SHA-256, and RS256 is PKCS #1 v1.5 with SHA-256.
@Suite("RSA signatures")
struct RSASignatureTests {
    private static let text = Array("a text that is signed".utf8)
    private static let ps256 = TestSigner.shared(.ps256)
    private static let rs256 = TestSigner.shared(.rs256)

    private static func isValid(_ signature: [UInt8], _ signer: TestSigner) throws -> Bool {
        try signer.trusted.isValid(signature, over: self.text[...])
    }

    @Test(
        "A salt that does not have 32 bytes is invalid",
        .tags(.p28),
        arguments: [
            (0, false), (8, false), (20, false), (31, false), (32, true), (33, false), (64, false), (222, false),
        ]
            as [(Int32, Bool)]
    )
    func saltLengths(length: Int32, isValid: Bool) throws {
        let parameters = TestKeyPair.Parameters(
            digest: "SHA256",
            padding: .pss(saltLength: length, maskDigest: "SHA256")
        )
        let signature = Self.ps256.signature(over: Self.text, parameters)
        #expect(try Self.isValid(signature, Self.ps256) == isValid)
    }

    @Test("MGF1 with a digest other than SHA-256 is invalid", .tags(.p28), arguments: ["SHA1", "SHA384", "SHA512"])
    func maskDigest(name: String) throws {
        let padding = TestKeyPair.Parameters.Padding.pss(saltLength: 32, maskDigest: name)
        let signature = Self.ps256.signature(over: Self.text, .init(digest: "SHA256", padding: padding))
        #expect(try !Self.isValid(signature, Self.ps256))
    }

    @Test("A digest other than SHA-256 is invalid", .tags(.p28), arguments: ["SHA1", "SHA224", "SHA384", "SHA512"])
    func digest(name: String) throws {
        let padding = TestKeyPair.Parameters.Padding.pss(saltLength: 32, maskDigest: "SHA256")
        let pss = Self.ps256.signature(over: Self.text, .init(digest: name, padding: padding))
        #expect(try !Self.isValid(pss, Self.ps256))
        let pkcs1 = Self.rs256.signature(over: Self.text, .init(digest: name, padding: .pkcs1))
        #expect(try !Self.isValid(pkcs1, Self.rs256))
    }

    @Test("A PKCS #1 v1.5 signature is invalid for PS256, and a PSS signature for RS256", .tags(.p28))
    func otherPadding() throws {
        let pkcs1 = Self.ps256.signature(over: Self.text, .init(digest: "SHA256", padding: .pkcs1))
        #expect(try !Self.isValid(pkcs1, Self.ps256))
        let padding = TestKeyPair.Parameters.Padding.pss(saltLength: 32, maskDigest: "SHA256")
        let pss = Self.rs256.signature(over: Self.text, .init(digest: "SHA256", padding: padding))
        #expect(try !Self.isValid(pss, Self.rs256))
        #expect(try Self.isValid(Self.rs256.signature(over: Self.text), Self.rs256))
        #expect(try Self.isValid(Self.ps256.signature(over: Self.text), Self.ps256))
    }

    @Test("The sum of a signature and n is invalid, with 256 bytes and with 257", .tags(.p28))
    func plusModulus() throws {
        let modulus = Self.ps256.modulus
        #expect(modulus.count == 256)
        var sumsOf256Bytes = 0
        // The greater n is, the fewer sums have 256 bytes. Typically, one in three does.
        for _ in 0..<3_000 {
            let signature = Self.ps256.signature(over: Self.text)
            let sum = signature.adding(modulus)
            #expect(try !Self.isValid(sum, Self.ps256))
            sumsOf256Bytes += sum.count == 256 ? 1 : 0
            if sumsOf256Bytes > 1 {
                break
            }
        }
        #expect(sumsOf256Bytes > 0, "no sum has 256 bytes")
    }

    @Test(
        "A signature of another length is invalid, even if padded with zeros",
        arguments: [TestSigner.shared(.ps256), .shared(.rs256)]
    )
    func lengths(signer: TestSigner) throws {
        let signature = signer.signature(over: Self.text)
        #expect(try Self.isValid(signature, signer))
        for other in [[0] + signature, signature + [0], signature.dropLast(), Array(signature.dropFirst()), []] {
            #expect(try !Self.isValid(Array(other), signer), "\(other.count) bytes")
        }
        #expect(try !Self.isValid([UInt8](repeating: 0, count: 256), signer))
        #expect(try !Self.isValid([UInt8](repeating: 0, count: 255) + [1], signer))
        #expect(try !Self.isValid(signer.modulus, signer))
    }

    @Test(
        "A signature without its leading zero byte is invalid",
        .tags(.p28),
        arguments: [TestSigner.shared(.ps256), .shared(.rs256)]
    )
    func leadingZero(signer: TestSigner) throws {
        // One signature in 256 starts with a zero byte. The probability that none of 10,000 does is 10^-17.
        var found: ([UInt8], [UInt8])?
        for number in 0..<10_000 where found == nil {
            let text = Array("text \(number)".utf8)
            let signature = signer.signature(over: text)
            if signature[0] == 0 {
                found = (text, signature)
            }
        }
        let (text, signature) = try #require(found)
        let key = try signer.trusted
        #expect(key.isValid(signature, over: text[...]))
        #expect(!key.isValid(Array(signature.dropFirst()), over: text[...]))
        #expect(!key.isValid(Array(signature.drop { $0 == 0 }), over: text[...]))
    }
}
