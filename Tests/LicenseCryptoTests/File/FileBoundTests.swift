import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The limits of a file, a token and a header, tested at the limit and just beyond it.
@Suite("File and token limits")
struct FileBoundTests {
    private static let token = TestSigner.ed25519.token(.base)

    private static func outcome(_ text: String) -> String {
        verdict(with: .block) { try LicenseVerifier.standard.verify(contents: text) }
    }

    @Test("64 blocks are accepted and 65 are malformed")
    func blocks() throws {
        let block = armored(Self.token)
        let full = String(repeating: block, count: 64)
        #expect(try LicenseVerifier.standard.verify(contents: full).licenses.count == 64)
        #expect(Self.outcome(full + block) == "malformed -")
        #expect(Self.outcome(full + "-----BEGIN LICENSE-----\n") == "malformed -")
        let line = String(repeating: block.replacing("\n", with: ""), count: 64)
        #expect(try LicenseVerifier.standard.verify(contents: line).licenses.count == 64)
        #expect(Self.outcome(line + "-----BEGIN LICENSE-----") == "malformed -")
    }

    @Test("A file of 256 KiB is accepted and one byte more is too large")
    func fileSize() {
        let block = armored(Self.token)
        let text = String(repeating: "x", count: 262_144 - block.utf8.count)
        #expect(Self.outcome(block + text) == "accepted")
        #expect(Self.outcome(block + text + "x") == "too-large -")
        let spaces = String(repeating: " ", count: 262_144 - Self.token.utf8.count)
        #expect(Self.outcome(Self.token + spaces) == "accepted")
        #expect(Self.outcome(Self.token + spaces + " ") == "too-large -")
    }

    /// Returns a valid token with the given number of bytes, padded by an unknown member.
    private static func token(size: Int) throws -> String {
        for headerBlanks in 0..<4 {
            let header = TestSigner.ed25519.header.text + String(repeating: " ", count: headerBlanks)
            let empty = TestSigner.ed25519.token(.base.setting("filler", #""""#), header: header).utf8.count
            let guess = (size - empty) * 3 / 4
            for count in (guess - 2)...(guess + 2) {
                let filler = JSONText(raw: "\"\(String(repeating: "x", count: count))\"")
                let token = TestSigner.ed25519.token(.base.setting("filler", filler), header: header)
                if token.utf8.count == size {
                    return token
                }
            }
        }
        throw LicenseError(.malformed, message: "No token has this size.")
    }

    @Test("A token of 64 KiB is accepted and one byte more is too large")
    func tokenSize() throws {
        let largest = try Self.token(size: 65_536)
        let larger = try Self.token(size: 65_537)
        #expect(verdict { try LicenseVerifier.standard.verify(token: largest) } == "accepted")
        #expect(verdict { try LicenseVerifier.standard.verify(token: larger) } == "too-large")
        #expect(Self.outcome(largest) == "accepted")
        #expect(Self.outcome(larger) == "too-large -")
        #expect(Self.outcome(armored(largest)) == "accepted")
        #expect(Self.outcome(armored(Self.token) + armored(larger)) == "too-large 2")
    }

    @Test("A header of 1 KiB is accepted and one byte more is too large")
    func headerSize() {
        let header = TestSigner.ed25519.header.text
        let spaces = String(repeating: " ", count: 1_024 - header.utf8.count)
        #expect(Self.outcome(TestSigner.ed25519.token(.base, header: header + spaces)) == "accepted")
        #expect(Self.outcome(TestSigner.ed25519.token(.base, header: header + spaces + " ")) == "too-large -")
    }

    @Test(
        "A file above the size limit is too large, whatever its content",
        .tags(.p02),
        arguments: [UInt8(0x00), 0x20, 0x2E, 0x41, 0xFF]
    )
    func anyContent(byte: UInt8) {
        let text = [UInt8](repeating: byte, count: 262_145)
        #expect(verdict { try LicenseVerifier.standard.verify(contents: text) } == "too-large")
    }

    @Test("At most one byte beyond the size limit is read", .tags(.p02))
    func boundedRead() {
        let text = CountedBytes(count: 10_000_000)
        #expect(verdict { try LicenseVerifier.standard.verify(contents: text) } == "too-large")
        #expect(text.counter.highest <= 262_145)
        #expect(text.counter.reads > 0)
        #expect(text.counter.reads <= 262_145)
    }
}

/// A collection that records the number of reads and the highest number of bytes read.
private struct CountedBytes: Collection {
    final class Counter {
        var reads = 0
        var highest = 0
    }

    let count: Int
    let counter = Counter()
    let startIndex = 0

    var endIndex: Int {
        self.count
    }

    func index(after index: Int) -> Int {
        index + 1
    }

    subscript(position: Int) -> UInt8 {
        self.counter.reads += 1
        self.counter.highest = Swift.max(self.counter.highest, position + 1)
        return UInt8(ascii: "x")
    }
}
