import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// Files that are truncated or altered, which must never yield a license other than the signed one.
@Suite("Tampering")
struct TamperingTests {
    // Short names save time, because each byte is altered in several ways.
    private static let token = Array(
        TestSigner.ed25519
            .token(.plus.setting("iss", #""V""#).setting("sub", #""L""#).setting("jti", #""p""#)).utf8
    )

    @Test("The unaltered files are accepted")
    func unaltered() throws {
        #expect(verdict { try LicenseVerifier.standard.verify(contents: Self.token) } == "accepted")
        #expect(verdict { try LicenseVerifier.standard.verify(contents: Self.armoredFile) } == "accepted")
    }

    @Test("A bare license that is truncated at either end is refused", .tags(.p04))
    func truncatedBare() throws {
        let verifier = try LicenseVerifier.standard
        let prefixes = Self.token.indices.filter { (try? verifier.verify(contents: Self.token.prefix($0))) != nil }
        #expect(prefixes.isEmpty, "accepted with so many bytes: \(prefixes)")
        let suffixes = Self.token.indices.dropFirst()
            .filter { (try? verifier.verify(contents: Self.token.dropFirst($0))) != nil }
        #expect(suffixes.isEmpty, "accepted without so many bytes: \(suffixes)")
    }

    #if DEBUG
    /// Every other byte, so that four bits of each byte are flipped in turn.
    private static let step = 2
    #else
    private static let step = 1
    #endif

    @Test("A bare license with any single bit flipped is refused", .tags(.p05), arguments: 0..<8)
    func flippedBare(bit: Int) throws {
        let verifier = try LicenseVerifier.standard
        let accepted = stride(from: bit % Self.step, to: Self.token.count, by: Self.step)
            .filter { index in
                var altered = Self.token
                altered[index] ^= 1 << bit
                return (try? verifier.verify(contents: altered)) != nil
            }
        #expect(accepted.isEmpty, "accepted with the bit of one of these bytes flipped: \(accepted)")
    }

    @Test("A bare license with any single byte removed or duplicated is refused", .tags(.p05))
    func removedAndDuplicated() throws {
        let verifier = try LicenseVerifier.standard
        let removed = Self.token.indices.filter { index in
            var altered = Self.token
            altered.remove(at: index)
            return (try? verifier.verify(contents: altered)) != nil
        }
        #expect(removed.isEmpty, "accepted with one of these bytes removed: \(removed)")
        let duplicated = Self.token.indices.filter { index in
            var altered = Self.token
            altered.insert(altered[index], at: index)
            return (try? verifier.verify(contents: altered)) != nil
        }
        #expect(duplicated.isEmpty, "accepted with one of these bytes duplicated: \(duplicated)")
    }

    // Text outside the block and trailing spaces, so that some changes are harmless.
    private static let armoredFile = Array(
        ("Your license:\r\n" + armored(String(decoding: token, as: UTF8.self), lineEnd: " \r\n") + "Bye\n").utf8
    )

    @Test("An armored license with any bit flipped is unchanged or refused", .tags(.p05), arguments: 0..<8)
    func flippedArmored(bit: Int) throws {
        let verifier = try LicenseVerifier.standard
        let original = try verifier.verify(contents: Self.armoredFile)
        #expect(original.licenses.count == 1)
        var accepted = 0
        for index in Self.armoredFile.indices {
            var altered = Self.armoredFile
            altered[index] ^= 1 << bit
            guard let file = try? verifier.verify(contents: altered) else {
                continue
            }
            accepted += 1
            #expect(file == original, "byte \(index)")
        }
        // At least the text outside the block can be altered.
        #expect(accepted >= 13)
        #expect(accepted < 100)
    }

    @Test("An armored license that is truncated is unchanged or refused", .tags(.p04))
    func truncatedArmored() throws {
        let verifier = try LicenseVerifier.standard
        let original = try verifier.verify(contents: Self.armoredFile)
        // The file is complete up to the END line. The white space and the text after it can be missing.
        let needed = Self.armoredFile.count - " \r\nBye\n".utf8.count
        for count in Self.armoredFile.indices {
            let file = try? verifier.verify(contents: Self.armoredFile.prefix(count))
            #expect(file == (count >= needed ? original : nil), "\(count) bytes")
        }
    }

    @Test("A flipped bit in any byte of a signature makes it invalid", arguments: SignatureAlgorithm.known)
    func flippedSignature(algorithm: SignatureAlgorithm) throws {
        let signer = TestSigner.shared(algorithm)
        let key = try signer.trusted
        let text = Array("a text".utf8)
        let signature = signer.signature(over: text)
        #expect(key.isValid(signature, over: text[...]))
        for index in signature.indices {
            for bit in stride(from: index % 3, to: 8, by: 3) {
                var altered = signature
                altered[index] ^= 1 << bit
                #expect(!key.isValid(altered, over: text[...]), "byte \(index), bit \(bit)")
            }
        }
    }
}
