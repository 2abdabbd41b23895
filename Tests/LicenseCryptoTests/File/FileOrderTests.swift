import LicenseCrypto
import LicenseModel
import Testing

/// Which error a file of several blocks has, and what becomes of the licences beside a bad one.
@Suite("Files of several licences")
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
        verdictAndBlock { try LicenseVerifier([.ed25519], node: "node-a").verify(file: text) }
    }

    @Test("The licences come in the file's order")
    func order() throws {
        let file = try LicenseVerifier.standard.verify(file: Self.plus + Self.good + Self.plus)
        #expect(file.licenses.map(\.id) == ["plus-1", "base-1", "plus-1"])
        #expect(file.entries.count == 3)
        #expect(file.otherNodes.isEmpty)
    }

    @Test("The first failing token's error is the file's, with its block")
    func firstError() {
        #expect(Self.outcome(Self.good + Self.unsigned) == "signature-invalid 2")
        #expect(Self.outcome(Self.good + Self.plus + Self.unknownKey) == "unknown-key 3")
        #expect(Self.outcome(Self.unsigned + Self.unknownKey) == "signature-invalid 1")
        #expect(Self.outcome(Self.unknownKey + Self.unsigned) == "unknown-key 1")
        #expect(Self.outcome(Self.good + Self.claimless + Self.unsigned) == "claims-invalid 2")
    }

    @Test("A bad licence refuses the good ones beside it")
    func wholeFile() {
        #expect(Self.outcome(Self.good + Self.unsigned + Self.good) == "signature-invalid 2")
        #expect(Self.outcome(Self.good + Self.plus) == "accepted")
    }

    @Test("The armour of the whole file is checked before any token")
    func armourFirst() {
        #expect(Self.outcome(Self.unsigned + "-----END LICENSE-----\n") == "malformed 2")
        #expect(Self.outcome(Self.unsigned + "-----BEGIN LICENSE-----\n") == "malformed 2")
        #expect(Self.outcome(Self.unsigned + Self.good + Self.good.replacingFirst("e", "!")) == "malformed 3")
        #expect(Self.outcome(Self.unsigned + String(repeating: Self.good, count: 64)) == "malformed 65")
    }

    @Test("The file's size is checked before its armour")
    func sizeFirst() {
        let words = String(repeating: "x", count: 262_144)
        #expect(Self.outcome("-----END LICENSE-----\n" + words) == "too-large -")
    }

    @Test("A licence of other nodes leaves the others standing")
    func otherNodes() throws {
        let verifier = try LicenseVerifier([.ed25519], node: "node-a")
        let file = try verifier.verify(file: Self.good + Self.foreign + Self.plus)
        #expect(file.licenses.map(\.id) == ["base-1", "plus-1"])
        #expect(file.otherNodes.map(\.code) == [.wrongNode])
        #expect(file.otherNodes.map(\.block) == [2])
        #expect(file.otherNodes.map(\.licenseID) == ["foreign"])
        guard case .otherNode = try #require(file.entries.dropFirst().first) else {
            Issue.record("The second entry is the foreign one")
            return
        }
    }

    @Test("A file of nothing but licences of other nodes is read, and has none for this one")
    func onlyOtherNodes() throws {
        let verifier = try LicenseVerifier([.ed25519], node: "node-a")
        let file = try verifier.verify(file: Self.foreign + Self.foreign)
        #expect(file.licenses.isEmpty)
        #expect(file.otherNodes.map(\.block) == [1, 2])
        let bare = Self.foreign.split(separator: "\n").dropFirst().dropLast().joined()
        #expect(try verifier.verify(file: bare).otherNodes.map(\.block) == [nil])
        #expect(verdict { try verifier.verify(token: bare) } == "wrong-node")
    }

    @Test("A bad licence refuses a file in which another is for other nodes")
    func otherNodesAndBad() {
        #expect(Self.outcome(Self.foreign + Self.unsigned) == "signature-invalid 2")
        #expect(Self.outcome(Self.unsigned + Self.foreign) == "signature-invalid 1")
        #expect(Self.outcome(Self.foreign + Self.good + Self.unknownKey) == "unknown-key 3")
    }

    @Test("Licences of several keys and algorithms stand in one file")
    func severalKeys() throws {
        let signers = SignatureAlgorithm.allCases.map(TestSigner.shared)
        let verifier = try LicenseVerifier(signers)
        let file = signers.map { armored($0.token(.base)) }.joined(separator: "\n")
        #expect(try verifier.verify(file: file).licenses.map(\.algorithm) == SignatureAlgorithm.allCases)
    }
}

extension String {
    /// A bare token with another signature of the same form.
    fileprivate func replacingSignature() -> String {
        self.split(separator: ".").dropLast().joined(separator: ".") + "." + [UInt8](repeating: 7, count: 64).base64URL
    }

    /// The text with the first of a character that is no armour line's replaced.
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
