import LicenseCrypto
import LicenseModel
import Testing

/// Files with several licenses: the order of the licenses, and the one error that refuses all of them.
@Suite("Files of several licenses")
struct FileOrderTests {
    private static let valid = armored(TestSigner.ed25519.token(.base))
    private static let plus = armored(TestSigner.ed25519.token(.plus))
    private static let badlySigned = armored(TestSigner.ed25519.token(.base).replacingSignature())
    private static let withoutClaims = armored(TestSigner.ed25519.token(payload: Array("{}".utf8)))
    private static let unknownKey = armored(
        TestSigner.ed25519.token(.base, header: TestSigner.ed25519.header.setting("kid", #""other""#).text)
    )
    private static let otherNode = armored(
        TestSigner.ed25519.token(.plus.setting("license.nodes", #"["node-b"]"#).setting("jti", #""foreign""#))
    )

    private static func outcome(_ text: String) -> String {
        verdict(with: .block) { try LicenseVerifier([.ed25519]).verify(contents: text) }
    }

    @Test("The licenses are in the order of the file")
    func order() throws {
        let file = try LicenseVerifier.standard.verify(contents: Self.plus + Self.valid + Self.plus)
        #expect(file.licenses.map(\.id) == ["plus-1", "base-1", "plus-1"])
        #expect(file.entries.count == 3)
    }

    @Test("A file fails with the error of the first refused token and its block number")
    func firstError() {
        #expect(Self.outcome(Self.valid + Self.badlySigned) == "signature-invalid 2")
        #expect(Self.outcome(Self.valid + Self.plus + Self.unknownKey) == "unknown-key 3")
        #expect(Self.outcome(Self.badlySigned + Self.unknownKey) == "signature-invalid 1")
        #expect(Self.outcome(Self.unknownKey + Self.badlySigned) == "unknown-key 1")
        #expect(Self.outcome(Self.valid + Self.withoutClaims + Self.badlySigned) == "claims-invalid 2")
    }

    @Test("One refused license refuses all licenses of the file")
    func wholeFile() {
        #expect(Self.outcome(Self.valid + Self.badlySigned + Self.valid) == "signature-invalid 2")
        #expect(Self.outcome(Self.valid + Self.plus) == "accepted")
    }

    @Test("The armor of the whole file is checked before any token")
    func armorFirst() {
        #expect(Self.outcome(Self.badlySigned + "-----END LICENSE-----\n") == "malformed -")
        #expect(Self.outcome(Self.badlySigned + "-----BEGIN LICENSE-----\n") == "malformed 2")
        #expect(Self.outcome(Self.badlySigned + Self.valid + Self.valid.replacingFirst("e", "!")) == "malformed 3")
        #expect(Self.outcome(Self.badlySigned + String(repeating: Self.valid, count: 64)) == "malformed -")
    }

    @Test("The file's size is checked before its armor")
    func sizeFirst() {
        let text = String(repeating: "x", count: 262_144)
        #expect(Self.outcome("-----END LICENSE-----\n" + text) == "too-large -")
    }

    @Test("A license for another node verifies and is refused only by the node check")
    func otherNodes() throws {
        let file = try LicenseVerifier.standard.verify(contents: Self.valid + Self.otherNode + Self.plus)
        #expect(file.licenses.map(\.id) == ["base-1", "foreign", "plus-1"])
        let node: Set<ClaimString> = [try ClaimString("node-a")]
        #expect(file.licenses.compactMap { $0.wrongNodeError(on: .only(node))?.licenseID } == ["foreign"])
    }

    @Test("A license has the number of its block, and none in a file without armor")
    func blocks() throws {
        let verifier = try LicenseVerifier.standard
        let file = try verifier.verify(contents: "some text\n" + Self.valid + "more text\r\n" + Self.plus)
        #expect(file.entries.map(\.block) == [1, 2])
        #expect(try verifier.verify(contents: Self.valid).entries.map(\.block) == [1])
        #expect(try verifier.verify(contents: TestSigner.ed25519.token(.base)).entries.map(\.block) == [nil])
    }

    @Test("The source of each license is a license file that verifies on its own")
    func sources() throws {
        let verifier = try LicenseVerifier.standard
        let file = try verifier.verify(contents: "some text\n" + Self.valid + "more text\r\n" + Self.plus)
        #expect(file.entries.map(\.license.id) == ["base-1", "plus-1"])
        for entry in file.entries {
            let again = try verifier.verify(contents: entry.source)
            #expect(again.licenses == [entry.license])
            #expect(again.entries.map(\.source) == [entry.source])
            #expect(try verifier.verify(token: String(decoding: entry.source, as: UTF8.self)) == entry.license)
        }
        let bare = TestSigner.ed25519.token(.base)
        #expect(try verifier.verify(contents: "\u{FEFF} \t\(bare)\n\n").entries.map(\.source) == [Array(bare.utf8)])
    }

    @Test("One refused license also refuses a license for another node")
    func otherNodesAndBad() {
        #expect(Self.outcome(Self.otherNode + Self.badlySigned) == "signature-invalid 2")
        #expect(Self.outcome(Self.badlySigned + Self.otherNode) == "signature-invalid 1")
        #expect(Self.outcome(Self.otherNode + Self.valid + Self.unknownKey) == "unknown-key 3")
    }

    @Test("A file can contain licenses of several keys and algorithms")
    func severalKeys() throws {
        let signers = SignatureAlgorithm.known.map(TestSigner.shared)
        let verifier = try LicenseVerifier(signers)
        let file = signers.map { armored($0.token(.base)) }.joined(separator: "\n")
        #expect(try verifier.verify(contents: file).licenses.map(\.algorithm) == SignatureAlgorithm.known)
    }
}

extension String {
    /// Returns a bare token with its signature replaced by an invalid one of the same length.
    fileprivate func replacingSignature() -> String {
        self.split(separator: ".").dropLast().joined(separator: ".") + "." + [UInt8](repeating: 7, count: 64).base64URL
    }

    /// Returns the text with the first occurrence of a character replaced.
    fileprivate func replacingFirst(_ character: Character, _ replacement: Character) -> String {
        guard let index = self.firstIndex(of: character) else {
            preconditionFailure("There is no '\(character)'")
        }
        return self[..<index] + String(replacement) + self[self.index(after: index)...]
    }
}
