import LicenseCrypto
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// The JSON of the payload, which must be strict even in unknown members.
@Suite("Payload")
struct PayloadTests {
    private static let text = JSONText.base.text

    private static func outcome(_ payload: [UInt8]) -> String {
        verdict(with: .member) { try license(payload: payload) }
    }

    private static func outcome(_ payload: String) -> String {
        self.outcome(Array(payload.utf8))
    }

    /// Returns the valid payload with the value added as an unknown member.
    private static func withUnknownMember(_ value: String) -> String {
        self.text.dropLast() + #","note":\#(value)}"#
    }

    @Test("The payload is valid with white space, escapes and unknown members")
    func validPayload() {
        #expect(Self.outcome(Self.text) == "accepted")
        #expect(Self.outcome(" \r\n\t" + Self.text + "\n") == "accepted")
        #expect(Self.outcome(Self.withUnknownMember("[1.5,-0,1e400,null]")) == "accepted")
        #expect(Self.outcome(Self.text.replacing(#""jti""#, with: #""\u006a\u0074\u0069""#)) == "accepted")
    }

    @Test("A duplicate member is refused, whichever value is greater", .tags(.p31))
    func duplicates() {
        for limits in [#"{"hosts":250,"hosts":9999}"#, #"{"hosts":9999,"hosts":250}"#, #"{"hosts":1,"h\u006fsts":2}"#] {
            #expect(
                Self.outcome(JSONText.base.setting("license.limits", JSONText(raw: limits)).text) == "claims-invalid -"
            )
        }
        #expect(Self.outcome(Self.text.dropLast() + #","exp":1824560000}"#) == "claims-invalid -")
        #expect(Self.outcome(Self.withUnknownMember(#"{"a":1,"a":1}"#)) == "claims-invalid -")
    }

    @Test(
        "Invalid JSON is refused in a known and in an unknown member",
        .tags(.p32),
        arguments: [
            "[1,]", "[1/*a*/]", "NaN", "01", "+1", "0x10", "1.", ".5", "'a'", "True", "undefined", "-", "[1 2]", "",
        ]
    )
    func invalidJSON(value: String) {
        #expect(Self.outcome(Self.withUnknownMember(value)) == "claims-invalid -")
        #expect(Self.outcome(JSONText.base.setting("exp", JSONText(raw: value)).text) == "claims-invalid -")
    }

    @Test("A trailing comma or a comment is refused", .tags(.p32))
    func trailingCommaOrComment() {
        #expect(Self.outcome(Self.text.dropLast() + ",}") == "claims-invalid -")
        #expect(Self.outcome(Self.text + "// a") == "claims-invalid -")
        #expect(Self.outcome("/* a */" + Self.text) == "claims-invalid -")
    }

    @Test(
        "An instant written as -0 or with a fraction or exponent is refused",
        .tags(.p32),
        arguments: ["1824560000.0", "1.82456e9", "182456e4", "-0"]
    )
    func otherNotations(value: String) {
        #expect(Self.outcome(JSONText.base.setting("exp", JSONText(raw: value)).text) == "claims-invalid exp")
    }

    @Test("A byte order mark or an encoding other than UTF-8 is refused", .tags(.p33))
    func encodings() {
        let units = Array(Self.text.utf16)
        #expect(Self.outcome([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)) == "claims-invalid -")
        #expect(Self.outcome(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "claims-invalid -")
        #expect(Self.outcome(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "claims-invalid -")
        #expect(Self.outcome(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8), 0, 0] }) == "claims-invalid -")
    }

    @Test(
        "Bytes that are not UTF-8 are refused, even in an unknown member",
        .tags(.p34),
        arguments: ["FF", "C080", "EDA080", "C3"]
    )
    func notUTF8(hexadecimal: String) {
        let start = Array((Self.text.dropLast() + #","note":""#).utf8)
        let bytes = start + [UInt8](hexadecimal: hexadecimal) + Array(#""}"#.utf8)
        #expect(Self.outcome(bytes) == "claims-invalid -")
    }

    @Test(
        "A lone surrogate or U+0000 is refused, even in an unknown member",
        .tags(.p34),
        arguments: ["d800", "dc00", "0000"]
    )
    func escapes(digits: String) {
        #expect(Self.outcome(Self.withUnknownMember(#""\u\#(digits)""#)) == "claims-invalid -")
    }

    @Test(
        "JSON deeper than 8 levels is refused, even on a stack of 128 KiB",
        .tags(.p35),
        arguments: [8, 9, 512, 513, 10_000, 24_000]
    )
    func depth(depth: Int) throws {
        let value = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
        let closed = TestSigner.ed25519.token(payload: Array(Self.withUnknownMember(value).utf8))
        let open = TestSigner.ed25519.token(
            payload: Array(Self.withUnknownMember(String(repeating: "[", count: depth)).utf8)
        )
        let verifier = try LicenseVerifier.standard
        let outcomes = onSmallStack {
            [verdict { try verifier.verify(token: closed) }, verdict { try verifier.verify(token: open) }]
        }
        #expect(outcomes == [depth == 8 ? "accepted" : "claims-invalid", "claims-invalid"])
    }

    @Test("Adjacent 500-deep arrays are refused within 5 ms and 128 KiB of stack", .tags(.p36))
    func adjacentDeepArrays() throws {
        let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        let value = "[" + Array(repeating: deep, count: 47).joined(separator: ",") + "]"
        let token = TestSigner.ed25519.token(payload: Array(Self.withUnknownMember(value).utf8))
        #expect((60_000...65_536).contains(token.utf8.count))
        let verifier = try LicenseVerifier.standard
        #expect(onSmallStack { verdict { try verifier.verify(token: token) } } == "claims-invalid")
        #if !DEBUG
        #expect(bestTime { _ = verdict { try verifier.verify(token: token) } } < 0.005)
        #endif
    }

    @Test(
        "A payload that is not exactly one object is refused",
        .tags(.p37),
        arguments: ["[]", #""a""#, "1", "null", "true", "[{}]", "{}{}", "x", "{}x", " ", "{}"]
    )
    func notOneObject(text: String) {
        // '{}' is an object without claims, and `license` is the first claim that is checked.
        #expect(Self.outcome(text) == (text == "{}" ? "claims-invalid license" : "claims-invalid -"))
        #expect(Self.outcome(Self.text + text) == (text == " " ? "accepted" : "claims-invalid -"))
    }

    @Test(
        "An integer outside 0 to 2^53 - 1 is accepted only in an unknown member",
        .tags(.p38),
        arguments: [
            "9007199254740992", "9223372036854775807", "9223372036854775808", "18446744073709551616", "-1",
            "12345678901234567", "100000000000000000000000000000",
        ]
    )
    func largeIntegers(value: String) {
        let limit = JSONText.base.setting("license.limits.hosts", JSONText(raw: value)).text
        #expect(Self.outcome(limit) == "claims-invalid license.limits.hosts")
        #expect(Self.outcome(JSONText.base.setting("exp", JSONText(raw: value)).text) == "claims-invalid exp")
        #expect(Self.outcome(Self.withUnknownMember(value)) == "accepted")
    }
}
