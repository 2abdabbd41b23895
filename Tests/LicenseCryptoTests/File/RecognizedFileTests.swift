import Foundation
import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// Files that are something other than a license, which the error's message states.
@Suite("Recognized files")
struct RecognizedFileTests {
    /// A file that is refused, and what it is.
    struct Example: CustomTestStringConvertible {
        let name: String
        let file: [UInt8]
        let recognized: RecognizedFile?

        init(_ name: String, _ file: [UInt8], _ recognized: RecognizedFile?) {
            self.name = name
            self.file = file
            self.recognized = recognized
        }

        init(_ name: String, _ file: String, _ recognized: RecognizedFile?) {
            self.init(name, Array(file.utf8), recognized)
        }

        var testDescription: String {
            self.name
        }
    }

    private static let token = TestSigner.ed25519.token(.base)
    private static let block = armored(token)
    private static let quoted = "> " + block.dropLast().replacing("\n", with: "\n> ") + "\n"

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
    }

    private static func wide(_ text: String, _ encoding: String.Encoding, mark: [UInt8] = []) -> [UInt8] {
        mark + Array(text.data(using: encoding) ?? Data())
    }

    private static let binaries: [Example] = [
        Example("no bytes", "", .empty), Example("blanks", " \r\n\t\n", .empty),
        Example("zeros, as after a power failure", [UInt8](repeating: 0, count: 512), .empty),
        Example("a byte order mark alone", [0xEF, 0xBB, 0xBF], .empty),
        Example("UTF-16, little-endian", wide(block, .utf16LittleEndian, mark: [0xFF, 0xFE]), .utf16),
        Example("UTF-16, big-endian", wide(block, .utf16BigEndian, mark: [0xFE, 0xFF]), .utf16),
        Example("UTF-16 without a mark", wide(block, .utf16LittleEndian), .utf16),
        Example("UTF-16, big-endian, without a mark", wide(block, .utf16BigEndian), .utf16),
        Example("UTF-32", wide(block, .utf32LittleEndian, mark: [0xFF, 0xFE, 0, 0]), .utf32),
        Example("UTF-32, big-endian", wide(block, .utf32BigEndian, mark: [0, 0, 0xFE, 0xFF]), .utf32),
        Example("UTF-32 without a mark", wide(block, .utf32LittleEndian), .utf32),
        Example("gzip", [0x1F, 0x8B, 8, 0] + Array("x".utf8), .gzip),
        Example("zip", Array("PK\u{3}\u{4}".utf8) + [20, 0], .zip), Example("an empty zip", "PK\u{5}\u{6}", .zip),
        Example("tar", Array("base.lic".utf8) + [UInt8](repeating: 0, count: 249) + Array("ustar\0".utf8), .tar),
        Example("PDF", "%PDF-1.4\n1 0 obj\n", .pdf), Example("PNG", [0x89] + Array("PNG\r\n".utf8), .image),
        Example("RAR", "Rar!\u{1A}\u{7}", .archive), Example("7z", Array("7z".utf8) + [0xBC, 0xAF, 0x27], .archive),
        Example("xz", [0xFD] + Array("7zXZ\0".utf8), .archive), Example("bzip2", "BZh91AY", .archive),
        Example("JPEG", [0xFF, 0xD8, 0xFF, 0xE0], .image), Example("GIF", "GIF89a", .image),
        Example("a gzip file that is too large", [0x1F, 0x8B] + [UInt8](repeating: 7, count: 300_000), .gzip),
    ]

    private static let keys: [Example] = [
        Example("a private key", "-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n", .privateKey),
        Example("an encrypted key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMC4C\n", .privateKey),
        Example("an SSH key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n", .privateKey),
        Example("a private key after words", "my key:\n-----BEGIN RSA PRIVATE KEY-----\nMC4C\n", .privateKey),
        Example(
            "a private key in UTF-16",
            wide("-----BEGIN PRIVATE KEY-----\n", .utf16LittleEndian, mark: [0xFF, 0xFE]),
            .privateKey
        ),
        Example("a private JWK", #"{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}"#, .privateKey),
        Example("a private JWK in a set", #"{"keys":[{"kty":"EC","d" : "AA"}]}"#, .privateKey),
        Example("a secret JWK", #"{"kty":"oct","k":"AA"}"#, .privateKey),
        Example("a public key", "-----BEGIN PUBLIC KEY-----\nMC4C\n-----END PUBLIC KEY-----\n", .publicKey),
        Example(
            "a private key after many words",
            String(repeating: "words ", count: 9_000) + "-----BEGIN PRIVATE KEY-----",
            .privateKey
        ),
        Example("an OpenPGP private key", "-----BEGIN PGP PRIVATE KEY BLOCK-----\nMC4C\n", .privateKey),
        Example("a public JWK with the ID k", #"{"kty":"OKP","kid":"k","x":"AA"}"#, .publicKey),
        Example("a public JWK", #"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#, .publicKey),
        Example("a JWK Set", #"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AA"}]}"#, .publicKey),
        Example("a public key for SSH", "ssh-ed25519 AAAA user@host\n", .publicKey),
        Example("a certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", .certificate),
        Example("a certificate request", "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n", .certificate),
    ]

    private static let documents: [Example] = [
        Example("a web page", "<!DOCTYPE html>\n<title>Sign in</title>", .html),
        Example("a page", "\n<HTML></HTML>", .html),
        Example("a license in a page", "<pre>\n\(token)\n</pre>", .html),
        Example("a block in a page", "<html><pre>\(block)</pre></html>", .html),
        Example("XML", "<?xml version=\"1.0\"?><license>\(token)</license>", .xml),
        Example("JSON", #"{"message":"not found"}"#, .json), Example("a JSON string", "\"\(token)\"", .json),
        Example("a license in JSON", "{\"license\": \"words\\n\(block.replacing("\n", with: "\\n"))\"}", .json),
        Example(
            "a license in formatted JSON",
            "{\n\"a\": 1,\n\"license\": \"\(block.replacing("\n", with: "\\n"))\"\n}\n",
            .json
        ),
        Example("text in XML without its end", "<?xml version=\"1.0\"?><a>", .xml),
        Example("a quoted web address", "<https://x> wrote:\n" + quoted, .mailQuoting),
        Example(
            "an email with a quoted license",
            "From: a\nContent-Transfer-Encoding: 7bit\n\n" + quoted,
            .mailQuoting
        ),
        Example("a quoted license in YAML", "---\n" + quoted, .mailQuoting),
        Example("a quoted license and a certificate", quoted + "-----BEGIN CERTIFICATE-----\n", .mailQuoting),
        Example("YAML with CRLF", "---\r\nlicense: abc\r\n", .yaml),
        Example("a list in YAML", "- license: \(block)", .yaml),
        Example(
            "an email that the sender signed",
            "Message-ID: <a>\nContent-Type: multipart/signed; protocol=\"application/pkcs7-signature\"\nContent-Transfer-Encoding: base64\n\nx",
            .mail
        ),
        Example("a JSON array", "[1]", .json), Example("YAML", "---\nlicense: \(base64(block))\n", .yaml),
        Example("a secret of Kubernetes", "apiVersion: v1\nkind: Secret\ndata:\n  license: \(base64(block))\n", .yaml),
        Example("a value in YAML", "license: \"\(block.replacing("\n", with: "\\n"))\"\n", .yaml),
        Example("a value in YAML, on lines", "license: \(block)", .yaml),
        Example(
            "an S/MIME message",
            "MIME-Version: 1.0\nContent-Type: multipart/signed; protocol=\"application/x-pkcs7-signature\"\n\nx\n",
            .signedMessage
        ),
        Example("an email", "From: a\nContent-Transfer-Encoding: base64\n\n\(base64(block))\n", .mail),
        Example(
            "an email with a changed license",
            "From: a\nContent-Transfer-Encoding: quoted-printable\n\n\(token)=\n",
            .quotedPrintable
        ),
    ]

    private static let changed: [Example] = [
        Example("quoted as in a reply", quoted, .mailQuoting),
        Example("a second block that is quoted", block + quoted, .mailQuoting),
        Example("a quoted line in a block", block.replacing("\n-----END", with: "\n> -----END"), .mailQuoting),
        Example("quoted twice", quoted.replacing("> ", with: ">> "), .mailQuoting),
        Example("a quoted bare license", "> \(token.prefix(70))\n> \(token.dropFirst(70))\n", .mailQuoting),
        Example("soft line breaks", block.replacing("\n", with: "=\n"), .quotedPrintable),
        Example("escaped hyphens", block.replacing("-----END", with: "=2D----END"), .quotedPrintable),
        Example(
            "a bare license with soft line breaks",
            "\(token.prefix(70))=\n\(token.dropFirst(70))\n",
            .quotedPrintable
        ),
        Example("en dashes", block.replacing("-----", with: "\u{2013}\u{2013}"), .changedMarker),
        Example("six hyphens", block.replacing("-----", with: "------"), .changedMarker),
        Example("the British spelling", block.replacing("LICENSE", with: "LICENCE"), .changedMarker),
        Example("another end", block.replacing("END LICENSE", with: "End License"), .changedMarker),
        Example("a no-break space", block + "\u{A0}" + block, .changedMarker),
        Example("a block on one line after words", "license=" + block.replacing("\n", with: " "), .changedMarker),
        Example("a bare license on two lines", "\(token.prefix(70))\n\(token.dropFirst(70))\n", .brokenLines),
        Example("a bare license with blanks", token.map { "\($0) " }.joined(), .brokenLines),
        Example("base64 of a file", base64(block), .base64),
        Example("base64 of a token", base64(token) + "\n", .base64),
        Example(
            "base64 of a file, in lines",
            base64(block).enumerated().map { $0 % 60 == 59 ? "\($1)\n" : "\($1)" }.joined(),
            .base64
        ),
        Example(
            "base64 of UTF-16",
            Data(wide(block, .utf16LittleEndian, mark: [0xFF, 0xFE])).base64EncodedString(),
            .base64
        ),
        Example("base64url without padding", base64(block + "\n").filter { $0 != "=" }, .base64),
        Example("the base64 of a private key", base64("-----BEGIN PRIVATE KEY-----\nMC4C\n"), .privateKey),
        Example("the base64 of a private JWK", base64(#"{"kty":"OKP","d":"AA"}"#), .privateKey),
        Example("the base64 of JSON", base64(#"{"host":"abc"}"#), .applicationCode),
    ]

    /// Refused files about which there is nothing to say beyond what is wrong with them.
    private static let others: [Example] = [
        Example("words", "Dear customer,\nthe license follows.\n", nil),
        Example("the first part of a token", String(token.prefix { $0 != "." }), nil),
        Example("the inner text of a license of the platform", base64(#"{"license":"abc","aeskey":""}"#), nil),
        Example("rich text", "{\\rtf1 \(token)}", nil), Example("a placeholder", "{{ .Values.license }}", nil),
        Example("a token with padding", token.replacing(".", with: "==."), nil),
        Example("a token after a word", "Bearer \(token)", nil),
        Example("a section of a configuration file", "[license]\ntext=\(token)\n[end]", nil),
        Example("half a token", String(token.prefix(200)), nil),
        Example("random text", "abc", nil), Example("a token with a damaged header", "e30" + token, nil),
        Example("an END marker without its BEGIN", token + "\n-----END LICENSE-----\n", nil),
        Example("no END marker", String(block.dropLast(22)), nil),
        Example("BEGIN twice", "-----BEGIN LICENSE-----\n" + block, nil),
        Example("a wrong character", block.replacing(".", with: "!"), nil),
        Example("padding", block.replacing("\n-----END", with: "==\n-----END"), nil),
        Example("base64 of words", base64("some words, of any kind"), nil),
        Example("a damaged block", armored(token + ".a"), nil),
    ]

    private static let all = binaries + keys + documents + changed

    private static func error(_ example: Example) throws -> LicenseError {
        try #require(throws: LicenseError.self) { try LicenseVerifier.standard.verify(contents: example.file) }
    }

    @Test("A file that is something else is refused, and the message states what it is", arguments: all + others)
    func recognized(example: Example) throws {
        let error = try Self.error(example)
        #expect(error.code == (example.file.count > 262_144 ? .tooLarge : .malformed))
        #expect(error.recognizedFile == example.recognized)
        if let kind = example.recognized {
            let general = LicenseError(error.code, block: error.block, line: error.line, recognizedFile: kind)
            #expect(error.message == general.message)
        }
    }

    @Test("The examples cover every kind of file")
    func coverage() {
        #expect(Set(Self.all.compactMap(\.recognized)) == Set(RecognizedFile.known))
    }

    @Test("Each kind of file has a message of its own in both languages", arguments: RecognizedFile.known)
    func messages(kind: RecognizedFile) {
        let message = LicenseError(.malformed, recognizedFile: kind).message
        #expect(message.english.hasSuffix(".") && message.simplifiedChinese.hasSuffix("。"))
        #expect(message != LicenseError(.malformed).message)
        let others = RecognizedFile.known.filter { $0 != kind }
        #expect(!others.map { LicenseError(.malformed, recognizedFile: $0).message }.contains(message))
        let later = LicenseError(.malformed, recognizedFile: RecognizedFile(rawValue: "cbor")).message
        #expect(later.english.hasPrefix("The file is not a license: cbor."))
    }

    @Test("A private key leads to the warning that whoever has it can issue licenses")
    func privateKey() throws {
        let message = LicenseError(.malformed, recognizedFile: .privateKey).message
        #expect(message.english.contains("Keep it secret") && message.english.contains("can issue licenses"))
        #expect(message.simplifiedChinese.contains("保密") && message.simplifiedChinese.contains("签发许可证"))
    }

    @Test("An application code in the form of a token has an unsupported format")
    func applicationCode() throws {
        let header = TestSigner.ed25519.header.setting("typ", #""license-request+jwt""#).text
        let code = TestSigner.ed25519.token(.base, header: header)
        for file in [code, armored(code)] {
            let error = try Self.error(Example("", file, nil))
            #expect(error.code == .unsupportedFormat)
            #expect(error.recognizedFile == .applicationCode)
        }
    }

    #if DEBUG
    private static let limit = Duration.seconds(60)
    #else
    private static let limit = Duration.milliseconds(300)
    #endif

    @Test("A recognized file of the largest size is refused quickly")
    func time() throws {
        let line = Array("> BEGIN LICENSE = \"kty\n".utf8)
        let file = (0..<(262_144 / line.count)).flatMap { _ in line }
        let elapsed = try processorTime { _ = try Self.error(Example("", file, nil)) }
        #expect(elapsed < Self.limit)
    }
}
