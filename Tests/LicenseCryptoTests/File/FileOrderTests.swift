import LicenseCrypto
import LicenseModel
import Testing

/// Which error a file of several blocks has, and what becomes of the licenses beside a bad one.
@Suite("Files of several licenses")
struct FileOrderTests {
    private static let good = armored(TestSigner.ed25519.token(.base))
    private static let plus = armored(TestSigner.ed25519.token(.plus))
    private static let unsigned = armored(TestSigner.ed25519.token(.base).replacingSignature())
    private static let claimless = armored(TestSigner.ed25519.token(payload: Array("{}".utf8)))
    private static let unknownKey = armored(
        TestSigner.ed25519.token(.base, header: TestSigner.ed25519.header.setting("kid", #""other""#).text)
    )
    private static let foreign = armored(
        TestSigner.ed25519.token(.plus.setting("license.nodes", #"["node-b"]"#).setting("jti", #""foreign""#))
    )

    private static func outcome(_ text: String) -> String {
        verdict(with: .block) { try LicenseVerifier([.ed25519]).verify(contents: text) }
    }

    @Test("The licenses come in the file's order")
    func order() throws {
        let file = try LicenseVerifier.standard.verify(contents: Self.plus + Self.good + Self.plus)
        #expect(file.licenses.map(\.id) == ["plus-1", "base-1", "plus-1"])
        #expect(file.entries.count == 3)
    }

    @Test("The first failing token's error is the file's, with its block")
    func firstError() {
        #expect(Self.outcome(Self.good + Self.unsigned) == "signature-invalid 2")
        #expect(Self.outcome(Self.good + Self.plus + Self.unknownKey) == "unknown-key 3")
        #expect(Self.outcome(Self.unsigned + Self.unknownKey) == "signature-invalid 1")
        #expect(Self.outcome(Self.unknownKey + Self.unsigned) == "unknown-key 1")
        #expect(Self.outcome(Self.good + Self.claimless + Self.unsigned) == "claims-invalid 2")
    }

    @Test("A bad license refuses the good ones beside it")
    func wholeFile() {
        #expect(Self.outcome(Self.good + Self.unsigned + Self.good) == "signature-invalid 2")
        #expect(Self.outcome(Self.good + Self.plus) == "accepted")
    }

    @Test("The armor of the whole file is checked before any token")
    func armorFirst() {
        #expect(Self.outcome(Self.unsigned + "-----END LICENSE-----\n") == "malformed 2")
        #expect(Self.outcome(Self.unsigned + "-----BEGIN LICENSE-----\n") == "malformed 2")
        #expect(Self.outcome(Self.unsigned + Self.good + Self.good.replacingFirst("e", "!")) == "malformed 3")
        #expect(Self.outcome(Self.unsigned + String(repeating: Self.good, count: 64)) == "malformed 65")
    }

    @Test("The file's size is checked before its armor")
    func sizeFirst() {
        let words = String(repeating: "x", count: 262_144)
        #expect(Self.outcome("-----END LICENSE-----\n" + words) == "too-large -")
    }

    @Test("A license of other nodes is genuine, and says so when it is asked about a node")
    func otherNodes() throws {
        let file = try LicenseVerifier.standard.verify(contents: Self.good + Self.foreign + Self.plus)
        #expect(file.licenses.map(\.id) == ["base-1", "foreign", "plus-1"])
        let node: Set<ClaimString> = [try ClaimString("node-a")]
        #expect(file.licenses.compactMap { $0.wrongNodeError(on: .only(node))?.licenseID } == ["foreign"])
    }

    @Test("Each license comes with the bytes that it was read from, which are a file by themselves")
    func sources() throws {
        let verifier = try LicenseVerifier.standard
        let file = try verifier.verify(contents: "words\n" + Self.good + "more words\r\n" + Self.plus)
        #expect(file.entries.map(\.license.id) == ["base-1", "plus-1"])
        for entry in file.entries {
            let again = try verifier.verify(contents: entry.source)
            #expect(again.entries == [entry])
            #expect(try verifier.verify(token: String(decoding: entry.source, as: UTF8.self)) == entry.license)
        }
        let bare = TestSigner.ed25519.token(.base)
        #expect(try verifier.verify(contents: "\u{FEFF} \t\(bare)\n\n").entries.map(\.source) == [Array(bare.utf8)])
    }

    @Test("A bad license refuses a file in which another is for other nodes")
    func otherNodesAndBad() {
        #expect(Self.outcome(Self.foreign + Self.unsigned) == "signature-invalid 2")
        #expect(Self.outcome(Self.unsigned + Self.foreign) == "signature-invalid 1")
        #expect(Self.outcome(Self.foreign + Self.good + Self.unknownKey) == "unknown-key 3")
    }

    @Test("Licenses of several keys and algorithms stand in one file")
    func severalKeys() throws {
        let signers = SignatureAlgorithm.known.map(TestSigner.shared)
        let verifier = try LicenseVerifier(signers)
        let file = signers.map { armored($0.token(.base)) }.joined(separator: "\n")
        #expect(try verifier.verify(contents: file).licenses.map(\.algorithm) == SignatureAlgorithm.known)
    }
}

extension String {
    /// A bare token with another signature of the same form.
    fileprivate func replacingSignature() -> String {
        self.split(separator: ".").dropLast().joined(separator: ".") + "." + [UInt8](repeating: 7, count: 64).base64URL
    }

    /// The text with the first of a character that is no armor line's replaced.
    fileprivate func replacingFirst(_ character: Character, _ replacement: Character) -> String {
        guard let index = self.firstIndex(of: character) else {
            preconditionFailure("There is no '\(character)'")
        }
        return self.replacingCharacters(at: index, replacement)
    }

    private func replacingCharacters(at index: Index, _ replacement: Character) -> String {
        self[..<index] + String(replacement) + self[self.index(after: index)...]
    }
}
