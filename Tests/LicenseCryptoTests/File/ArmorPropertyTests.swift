import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The armor reader compared with a slow reference reader over random and mutated files.
@Suite("Armor properties")
struct ArmorPropertyTests {
    #if DEBUG
    private static let files = 1_000
    #else
    private static let files = 1_000_000
    #endif

    /// Pieces from which random files are built: everything that the rules name, and what is almost that.
    private static let pieces =
        [
            "-----BEGIN LICENSE-----", "-----END LICENSE-----", "-----BEGIN LICENCE-----", "-----END LICENCE-----",
            "-----BEGIN LICENSE", "LICENSE-----", "-----", "BEGIN", "END", "begin license", "\n", "\r", "\r\n", " ",
            "\t",
            "\\n", "\\r", "\\t", "\\", "n", "> ", "a.b.c", "eyJhbGciOiJFZDI1NTE5In0.e30.AA", "words", "key: ", "=",
            "\"",
            "\u{A0}", "\u{2013}", "\u{FEFF}", String(repeating: "a", count: 59), String(repeating: "b", count: 60), ".",
            "",
        ]
        .map { Array($0.utf8) } + [[0xFF], [0x00], [0xC2]]

    private static func randomFile(_ random: inout SplitMix64) -> [UInt8] {
        (0..<Int.random(in: 0...14, using: &random)).flatMap { _ in self.pieces.randomElement(using: &random) ?? [] }
    }

    private static let originals: [[UInt8]] = {
        let token = TestSigner.ed25519.token(.base)
        return [
            armored(token),
            "Dear customer,\r\n" + armored(token, lineEnd: " \r\n") + "Bye\n" + armored(token, width: 30),
            armored(token, lineEnd: "\\n"), token + "\n",
        ]
        .map { Array($0.utf8) }
    }()

    /// Returns a file with one to three changes: a byte flipped, pieces inserted or removed, or a part repeated.
    private static func mutatedFile(_ random: inout SplitMix64) -> [UInt8] {
        var file = self.originals.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let position = Int.random(in: 0...file.count, using: &random)
            let end = min(file.count, position + Int.random(in: 0...30, using: &random))
            switch Int.random(in: 0...3, using: &random) {
            case 0 where position < file.count: file[position] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 1: file.insert(contentsOf: self.pieces.randomElement(using: &random) ?? [], at: position)
            case 2: file.removeSubrange(position..<end)
            default: file.insert(contentsOf: file[position..<end], at: Int.random(in: 0...file.count, using: &random))
            }
        }
        return file
    }

    private static func result(_ file: [UInt8]) -> ReferenceArmorReader.Result {
        do throws(LicenseError) {
            let text = try LicenseText(file)
            return .tokens(text.tokens, isArmored: text.isArmored)
        } catch {
            return .malformed(block: error.block, line: error.line ?? 0)
        }
    }

    @Test(
        "The armor reader agrees with the reference reader on random and mutated files",
        arguments: [1, 2] as [UInt64]
    )
    func agreement(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var (armored, bare, malformed) = (0, 0, 0)
        for index in 0..<(Self.files / 2) {
            let file = index.isMultiple(of: 2) ? Self.randomFile(&random) : Self.mutatedFile(&random)
            let result = Self.result(file)
            switch result {
            case .tokens(_, let isArmored): (armored, bare) = isArmored ? (armored + 1, bare) : (armored, bare + 1)
            case .malformed: malformed += 1
            }
            guard result == ReferenceArmorReader.read(file) else {
                Issue.record(
                    "file \(index) of seed \(seed): \(file.map { String($0, radix: 16) }.joined(separator: " "))"
                )
                return
            }
        }
        // Each kind of result is common, so that the comparison means something.
        #expect(
            min(armored, bare, malformed) > Self.files / 40,
            "\(armored) armored, \(bare) bare, \(malformed) malformed"
        )
    }

    @Test("A recognized file is refused all the same: recognizing changes only the message")
    func recognizing() throws {
        var random = SplitMix64(seed: 3)
        let verifier = try LicenseVerifier.standard
        for _ in 0..<500 {
            let file = Self.mutatedFile(&random)
            let text = Result { try LicenseText(file) }
            do throws(LicenseError) {
                _ = try verifier.verify(contents: file)
                #expect(throws: Never.self) { try text.get() }
            } catch {
                if let recognized = error.recognizedFile {
                    #expect(RecognizedFile.known.contains(recognized))
                }
                if case .failure(let failure as LicenseError) = text {
                    #expect(failure.code == error.code && failure.block == error.block && failure.line == error.line)
                }
            }
        }
    }
}
