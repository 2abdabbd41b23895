import LicenseCrypto
import LicenseModel
import Testing

/// An additional format of license files, in which a marker line precedes a token.
@Suite("Additional formats of license files")
struct LicenseFormatTests {
    private static let marker = Array("FORMAT\n".utf8)

    /// Returns a format with its own verifier, as a format with its own keys has.
    private static func format(_ environments: Set<KeyEnvironment> = [.production]) throws -> LicenseFormat {
        let verifier = try LicenseVerifier([.ed25519], product: .any, environments: environments)
        return LicenseFormat(
            name: "a test format",
            recognizes: { $0.starts(with: Self.marker) },
            read: { bytes throws(LicenseError) in
                try verifier.verify(token: String(decoding: bytes.dropFirst(Self.marker.count), as: UTF8.self))
            }
        )
    }

    private static func verifier() throws -> LicenseVerifier {
        let keys = try TrustedKeys([try TestSigner.ed25519.trusted])
        return LicenseVerifier(trusting: keys, product: .only("cloud"), formats: [try Self.format()])
    }

    @Test("A format reads the files it recognizes, and the source is the whole file")
    func recognized() throws {
        let file = Self.marker + Array(TestSigner.ed25519.token(.base).utf8)
        let verified = try Self.verifier().verify(contents: file)
        #expect(verified.licenses.map(\.id) == ["base-1"])
        #expect(verified.entries.map(\.source) == [file])
        #expect(try Self.verifier().verify(contents: verified.entries[0].source) == verified)
    }

    @Test("A file that a format recognizes and refuses is not read in another format")
    func refused() throws {
        let file = Self.marker + Array("text\n".utf8) + Array(armored(TestSigner.ed25519.token(.base)).utf8)
        #expect(verdict { try Self.verifier().verify(contents: file) } == "malformed")
        // Without the format, the armored block is accepted.
        #expect(verdict { try LicenseVerifier.standard.verify(contents: file) } == "accepted")
    }

    @Test("A file that no format recognizes is read as usual")
    func other() throws {
        let file = armored(TestSigner.ed25519.token(.base))
        #expect(try Self.verifier().verify(contents: file).licenses.map(\.id) == ["base-1"])
    }

    @Test("A license that a format reads must be for the verifier's product")
    func product() throws {
        let token = TestSigner.ed25519.token(.base.setting("aud", #""other""#))
        #expect(verdict { try Self.verifier().verify(contents: Self.marker + Array(token.utf8)) } == "wrong-product")
    }

    @Test("A license that a format reads must be in the verifier's environments")
    func environment() throws {
        let keys = try TrustedKeys([try TestSigner.ed25519.trusted])
        let token = TestSigner.ed25519.token(.base)
        let verifier = LicenseVerifier(
            trusting: keys,
            product: .any,
            environments: [.test],
            formats: [try Self.format()]
        )
        #expect(verdict { try verifier.verify(contents: Self.marker + Array(token.utf8)) } == "key-not-valid")
    }

    @Test("A file above the size limit is not passed to a format")
    func sizeLimit() throws {
        let file = Self.marker + [UInt8](repeating: UInt8(ascii: "A"), count: 256 * 1_024)
        #expect(verdict { try Self.verifier().verify(contents: file) } == "too-large")
    }
}
