import LicenseCrypto
import LicenseModel
import Testing

/// A format of files beside the library's own: here a license's token behind a line of words.
@Suite("Formats of license files")
struct LicenseFormatTests {
    private static let mark = Array("FORMAT\n".utf8)

    /// Reads what follows the mark by a verifier of its own, as a format with its own keys does.
    private static func format(_ environments: Set<KeyEnvironment> = [.production]) throws -> LicenseFormat {
        let verifier = try LicenseVerifier([.ed25519], product: .any, environments: environments)
        return LicenseFormat(
            name: "a format of the tests",
            recognizes: { $0.starts(with: Self.mark) },
            read: { bytes throws(LicenseError) in
                try verifier.verify(token: String(decoding: bytes.dropFirst(Self.mark.count), as: UTF8.self))
            }
        )
    }

    private static func verifier() throws -> LicenseVerifier {
        let keys = try TrustedKeys([try TestSigner.ed25519.trusted])
        return LicenseVerifier(trusting: keys, product: .only("cloud"), formats: [try Self.format()])
    }

    @Test("A file that a format recognizes is read by it, and comes with all of its bytes")
    func recognized() throws {
        let file = Self.mark + Array(TestSigner.ed25519.token(.base).utf8)
        let verified = try Self.verifier().verify(contents: file)
        #expect(verified.licenses.map(\.id) == ["base-1"])
        #expect(verified.entries.map(\.source) == [file])
        #expect(try Self.verifier().verify(contents: verified.entries[0].source) == verified)
    }

    @Test("What a format refuses no other format reads")
    func refused() throws {
        let file = Self.mark + Array("words\n".utf8) + Array(armored(TestSigner.ed25519.token(.base)).utf8)
        #expect(verdict { try Self.verifier().verify(contents: file) } == "malformed")
        // Without the format, the block stands.
        #expect(verdict { try LicenseVerifier.standard.verify(contents: file) } == "accepted")
    }

    @Test("Another file is read as ever")
    func other() throws {
        let file = armored(TestSigner.ed25519.token(.base))
        #expect(try Self.verifier().verify(contents: file).licenses.map(\.id) == ["base-1"])
    }

    @Test("What a format reads is held to the verifier's product")
    func product() throws {
        let token = TestSigner.ed25519.token(.base.setting("aud", #""other""#))
        #expect(verdict { try Self.verifier().verify(contents: Self.mark + Array(token.utf8)) } == "wrong-product")
    }

    @Test("What a format reads is held to the verifier's environments")
    func environment() throws {
        let keys = try TrustedKeys([try TestSigner.ed25519.trusted])
        let token = TestSigner.ed25519.token(.base)
        let verifier = LicenseVerifier(
            trusting: keys,
            product: .any,
            environments: [.test],
            formats: [try Self.format()]
        )
        #expect(verdict { try verifier.verify(contents: Self.mark + Array(token.utf8)) } == "key-not-valid")
    }

    @Test("A file over the cap reaches no format")
    func cap() throws {
        let file = Self.mark + [UInt8](repeating: UInt8(ascii: "A"), count: 256 * 1_024)
        #expect(verdict { try Self.verifier().verify(contents: file) } == "too-large")
    }
}
