import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// Signatures of ES256, ES384 and SM2-SM3, which are r‖s with both numbers padded to the size of the curve.
@Suite("Curve signatures")
struct CurveSignatureTests {
    private static let text = Array("a text that is signed".utf8)
    private static let signers = [TestSigner.shared(.es256), .shared(.es384), .shared(.sm2SM3)]

    private static func isValid(_ signature: [UInt8], _ signer: TestSigner) throws -> Bool {
        try signer.trusted.isValid(signature, over: self.text[...])
    }

    /// Returns the order n of a signer's curve.
    private static func order(_ signer: TestSigner) -> [UInt8] {
        switch signer.algorithm {
        case .es256:
            [UInt8](hexadecimal: "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551")
        case .es384:
            [UInt8](
                hexadecimal: "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
                    + "C7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973"
            )
        default:
            [UInt8](hexadecimal: "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123")
        }
    }

    @Test("Signatures by libcrypto are valid, whatever their numbers start with", arguments: signers)
    func validSignatures(signer: TestSigner) throws {
        let key = try signer.trusted
        // Of 600 numbers, many have the high bit set, and at least one has a leading zero byte in nine of ten runs.
        for index in 0..<300 {
            let text = Array("text \(index)".utf8)
            #expect(key.isValid(signer.signature(over: text), over: text[...]))
        }
    }

    @Test("An r or s of 0, 1, n - 1, n or all ones is invalid, in every combination", .tags(.p26), arguments: signers)
    func numbers(signer: TestSigner) throws {
        let order = Self.order(signer)
        let signature = signer.signature(over: Self.text)
        let (r, s) = (Array(signature.prefix(order.count)), Array(signature.suffix(order.count)))
        let zero = [UInt8](repeating: 0, count: order.count)
        let one = Array(zero.dropLast() + [1])
        let others = [zero, one, order.subtracting(one), order, [UInt8](repeating: 0xFF, count: order.count)]
        #expect(try Self.isValid(r + s, signer))
        for (left, leftNumber) in ([r] + others).enumerated() {
            for (right, rightNumber) in ([s] + others).enumerated() where left + right > 0 {
                #expect(try !Self.isValid(leftNumber + rightNumber, signer), "\(left) \(right)")
            }
        }
        #expect(try !Self.isValid(s + r, signer))
    }

    @Test("An r or s increased by n is invalid in an encoding one byte wider", .tags(.p26), arguments: signers)
    func numbersBeyondOrder(signer: TestSigner) throws {
        let order = Self.order(signer)
        let signature = signer.signature(over: Self.text)
        let (r, s) = (Array(signature.prefix(order.count)), Array(signature.suffix(order.count)))
        let wide = order.count + 1
        func padded(_ number: [UInt8]) -> [UInt8] {
            [UInt8](repeating: 0, count: wide - number.count) + number
        }
        #expect(try !Self.isValid(padded(r.adding(order)) + padded(s), signer))
        #expect(try !Self.isValid(padded(r) + padded(s.adding(order)), signer))
        #expect(try !Self.isValid(padded(r) + padded(s), signer), "leading zeros")
    }

    @Test("A signature in DER or of another length is invalid", .tags(.p26), arguments: signers)
    func lengths(signer: TestSigner) throws {
        let signature = signer.signature(over: Self.text)
        let size = signature.count / 2
        let der = DER.element(
            0x30,
            DER.integer(Array(signature.prefix(size))) + DER.integer(Array(signature.suffix(size)))
        )
        #expect(try !Self.isValid(der, signer))
        for count in [0, 1, size, 2 * size - 2, 2 * size - 1] {
            #expect(try !Self.isValid(Array(signature.prefix(count)), signer), "\(count) bytes")
        }
        for surplus in [[0], [0, 0], signature] {
            #expect(try !Self.isValid(signature + surplus, signer))
            #expect(try !Self.isValid(surplus + signature, signer))
            // If the surplus is zeros, these are the same two numbers, the second one with leading zeros.
            #expect(try !Self.isValid(signature.prefix(size) + surplus + signature.suffix(size), signer))
        }
    }

    @Test(
        "With n - s instead of s, an ECDSA signature is valid for the same license",
        .tags(.p27),
        arguments: [TestSigner.shared(.es256), .shared(.es384)]
    )
    func malleable(signer: TestSigner) throws {
        let order = Self.order(signer)
        let verifier = try LicenseVerifier([signer])
        let token = signer.token(.base)
        let parts = token.split(separator: ".").map(String.init)
        let signature = try #require(Base64.decodeURL(parts[2]))
        let other = signature.prefix(order.count) + order.subtracting(Array(signature.suffix(order.count)))
        #expect(Array(other) != signature)
        let altered = try verifier.verify(token: "\(parts[0]).\(parts[1]).\(Array(other).base64URL)")
        let original = try verifier.verify(token: token)
        #expect(altered == original)
        #expect(Set([altered, original]).count == 1)
        #expect(altered.payloadDigest == original.payloadDigest)
    }

    @Test("With n - s instead of s, an SM2 signature is invalid", .tags(.p29))
    func notMalleable() throws {
        let signer = TestSigner.shared(.sm2SM3)
        let signature = signer.signature(over: Self.text)
        let other = Self.order(signer).subtracting(Array(signature.suffix(32)))
        #expect(try !Self.isValid(signature.prefix(32) + other, signer))
    }

    @Test("A signature with another digest is invalid")
    func otherDigest() throws {
        for (signer, digests) in [
            (TestSigner.shared(.es256), ["SHA1", "SHA384", "SHA512", "SM3"]), (.shared(.es384), ["SHA256"]),
        ] {
            for digest in digests {
                let signature = signer.signature(over: Self.text, .init(digest: digest))
                #expect(try !Self.isValid(signature, signer), "\(digest)")
            }
        }
    }
}
