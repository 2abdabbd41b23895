import LicenseCrypto
import LicenseModel
import Testing

/// The bounds of each claim, tested at each bound and just beyond it.
@Suite("Claim bounds")
struct ClaimBoundTests {
    private static func outcome(_ member: String, _ value: String, in claims: JSONText = .base) -> String {
        verdict(with: .member) { try license(claims.setting(member, JSONText(raw: value))) }
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text)\""
    }

    @Test("An identifier has 1 to 64 characters", arguments: ["jti", "license.edition", "license.type"])
    func identifierLength(member: String) {
        #expect(Self.outcome(member, Self.quoted("a")) == "accepted")
        #expect(Self.outcome(member, Self.quoted(String(repeating: "a", count: 64))) == "accepted")
        #expect(Self.outcome(member, Self.quoted(String(repeating: "a", count: 65))) == "claims-invalid \(member)")
        #expect(Self.outcome(member, Self.quoted("")) == "claims-invalid \(member)")
    }

    @Test(
        "An identifier starts with a letter or digit and continues with . _ - as well",
        arguments: [
            ("A-Z", true), ("0", true), ("9.9", true), ("a._-", true), ("Z", true), ("-a", false), (".a", false),
            ("_a", false), ("a b", false), ("a/b", false), ("a:b", false), ("é", false), ("a\\n", false),
            ("a\\u0000", false),
            ("\\u212a", false), ("a@b", false), ("許可", false), ("a+b", false), ("٣", false),
        ]
    )
    func identifierCharacters(text: String, isAccepted: Bool) {
        for member in ["jti", "license.edition", "license.type"] {
            // U+0000 makes the JSON itself invalid, so the error does not name a member.
            let named = text == "a\\u0000" ? "-" : member
            #expect(Self.outcome(member, Self.quoted(text)) == (isAccepted ? "accepted" : "claims-invalid \(named)"))
        }
    }

    private static let stringMembers = ["iss", "sub", "license.organization"]

    @Test("A string has 1 to 256 scalars of any size in bytes", arguments: stringMembers, ["x", "é", "许", "😀"])
    func stringLength(member: String, scalar: String) {
        #expect(Self.outcome(member, Self.quoted(scalar)) == "accepted")
        #expect(Self.outcome(member, Self.quoted(String(repeating: scalar, count: 256))) == "accepted")
        let long = Self.quoted(String(repeating: scalar, count: 257))
        #expect(Self.outcome(member, long) == "claims-invalid \(member)")
    }

    @Test("The length of a string is its number of scalars, not of characters")
    func scalars() {
        #expect(Self.outcome("sub", Self.quoted(String(repeating: "e\u{301}", count: 128))) == "accepted")
        #expect(Self.outcome("sub", Self.quoted(String(repeating: "e\u{301}", count: 129))) == "claims-invalid sub")
    }

    /// Returns a text with a scalar between two letters, written as `\u` escapes.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let units = UTF16.encode(scalar).map { Array($0) } ?? []
        return units.reduce("a") { text, unit in
            let digits = String(unit, radix: 16)
            return text + "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } + "b"
    }

    @Test(
        "A string with an invisible or direction-changing character is refused",
        arguments: [
            0x01...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x061C...0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x200B...0x200B,
            0x200E...0x200F, 0x2028...0x2029, 0x202A...0x202E, 0x2060...0x206F, 0x2800...0x2800, 0x3164...0x3164,
            0xFDD0...0xFDEF, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0x1D173...0x1D17A,
            0xE0000...0xE007F, 0x10FFFE...0x10FFFF,
        ] as [ClosedRange<UInt32>]
    )
    func invisible(range: ClosedRange<UInt32>) throws {
        for value in range {
            let text = Self.escaped(try #require(Unicode.Scalar(value)))
            #expect(Self.outcome("sub", Self.quoted(text)) == "claims-invalid sub", "\(text)")
            #expect(
                Self.outcome("license.nodes", "[\(Self.quoted(text))]") == "claims-invalid license.nodes[0]",
                "\(text)"
            )
        }
    }

    @Test(
        "The characters next to the refused ranges are accepted",
        arguments: [
            0x20, 0x7E, 0xA0, 0xAC, 0xAE, 0x061B, 0x061D, 0x115E, 0x1161, 0x17B3, 0x17B6, 0x200A, 0x200C, 0x200D,
            0x2010, 0x2027, 0x202F, 0x205F, 0x2070, 0x27FF, 0x2801, 0x3163, 0x3165, 0xFDCF, 0xFDF0, 0xFEFE, 0xFF00,
            0xFF9F, 0xFFA1, 0xFFF8, 0xFFFC, 0xFFFD, 0x10000, 0x1D172, 0x1D17B, 0xDFFFD, 0xE0080, 0xE00FF, 0xE0100,
            0xE01EF, 0x10FFFD,
        ] as [UInt32]
    )
    func visible(value: UInt32) throws {
        let text = Self.escaped(try #require(Unicode.Scalar(value)))
        #expect(Self.outcome("sub", Self.quoted(text)) == "accepted")
    }

    @Test(
        "A joiner or variation selector is refused without a character to act on",
        arguments: [
            (#"a\u200cb"#, true), (#"a\u200db"#, true), (#"\u200ca"#, false), (#"\u200da"#, false),
            (#"a\u200c"#, false),
            (#"a\u200d"#, false), (#"\u200d"#, false), (#"a\ufe0f"#, true), (#"\ufe0fa"#, false),
            (#"a\udb40\uddef"#, true), (#"\udb40\uddefa"#, false), (#"\u180ba"#, false), (#"a\u180f"#, true),
        ]
    )
    func positions(text: String, isAccepted: Bool) {
        for member in Self.stringMembers {
            #expect(Self.outcome(member, Self.quoted(text)) == (isAccepted ? "accepted" : "claims-invalid \(member)"))
        }
    }

    @Test("An array of modules or nodes has 1 to 64 elements", arguments: ["license.modules", "license.nodes"])
    func elements(member: String) {
        func array(_ count: Int) -> String {
            "[\((0..<count).map { "\"m\($0)\"" }.joined(separator: ","))]"
        }
        #expect(Self.outcome(member, array(1)) == "accepted")
        #expect(Self.outcome(member, array(64)) == "accepted")
        #expect(Self.outcome(member, array(65)) == "claims-invalid \(member)")
        #expect(Self.outcome(member, array(0)) == "claims-invalid \(member)")
    }

    @Test("An array of features has 0 to 1,024 elements")
    func features() {
        func array(_ count: Int) -> String {
            "[\((0..<count).map { "\"f\($0)\"" }.joined(separator: ","))]"
        }
        #expect(Self.outcome("license.features", array(0)) == "accepted")
        #expect(Self.outcome("license.features", array(1_024)) == "accepted")
        #expect(Self.outcome("license.features", array(1_025)) == "claims-invalid license.features")
    }

    @Test("An array with a duplicate element is refused", arguments: ["modules", "features", "nodes", "critical"])
    func distinct(member: String) {
        let path = "license.\(member)"
        #expect(
            Self.outcome(path, #"["type","Type"]"#)
                == (member == "critical" ? "unsupported-requirement license.critical" : "accepted")
        )
        #expect(Self.outcome(path, #"["type","edition","type"]"#) == "claims-invalid \(path)[2]")
        #expect(Self.outcome(path, #"["type","\u0074ype"]"#) == "claims-invalid \(path)[1]")
    }

    @Test("Nodes are compared by their bytes, not by canonical equivalence")
    func nodeBytes() {
        #expect(Self.outcome("license.nodes", #"["Caf\u00e9","Cafe\u0301"]"#) == "accepted")
    }

    @Test("The names base and core are refused as modules", arguments: ["base", "core"])
    func reservedModules(name: String) {
        #expect(Self.outcome("license.modules", #"["vmware","\#(name)"]"#) == "claims-invalid license.modules[1]")
        let plus = JSONText.plus
        #expect(Self.outcome("license.modules", #"["\#(name)"]"#, in: plus) == "claims-invalid license.modules[0]")
        #expect(Self.outcome("license.modules", #"["\#(name)2","\#(name.uppercased())"]"#) == "accepted")
    }

    @Test("A license limits at most 64 units")
    func units() {
        func units(_ count: Int) -> String {
            "{\((1...count).map { "\"u\($0)\":1" }.joined(separator: ","))}"
        }
        #expect(Self.outcome("license.limits", units(1)) == "accepted")
        #expect(Self.outcome("license.limits", units(64)) == "accepted")
        #expect(Self.outcome("license.limits", units(65)) == "claims-invalid license.limits")
    }

    @Test("Reminder and grace periods are 1 to 365 days", arguments: ["license.reminderDays", "license.graceDays"])
    func days(member: String) {
        #expect(Self.outcome(member, "1") == "accepted")
        #expect(Self.outcome(member, "365") == "accepted")
        for value in ["0", "366", "-1", "1.0", "9007199254740991"] {
            #expect(Self.outcome(member, value) == "claims-invalid \(member)", "\(value)")
        }
    }

    @Test("A sequence is 0 to 2^53 - 1")
    func sequence() {
        #expect(Self.outcome("license.sequence", "0") == "accepted")
        #expect(Self.outcome("license.sequence", "9007199254740991") == "accepted")
        #expect(Self.outcome("license.sequence", "9007199254740992") == "claims-invalid license.sequence")
        #expect(Self.outcome("license.sequence", "-1") == "claims-invalid license.sequence")
    }

    @Test(
        "An instant is 0 to the last second of the year 9999",
        arguments: ["iat", "nbf", "license.updatesUntil", "exp"]
    )
    func instants(member: String) {
        let claims = member == "exp" ? JSONText.base : .base.setting("exp", "253402300799")
        let first = member == "exp" ? "claims-invalid exp" : "accepted"
        #expect(Self.outcome(member, "0", in: claims) == first)
        #expect(
            Self.outcome(member, "253402300799", in: claims.removing("exp").setting("license.perpetual", "true"))
                == (member == "exp" ? "claims-invalid exp" : "accepted")
        )
        #expect(Self.outcome(member, "253402300800", in: claims) == "claims-invalid \(member)")
        #expect(Self.outcome(member, "-1", in: claims) == "claims-invalid \(member)")
        #expect(Self.outcome(member, "9007199254740991", in: claims) == "claims-invalid \(member)")
    }

    @Test("A license can end in the last second of the year 9999")
    func lastEnd() {
        #expect(Self.outcome("exp", "253402300799") == "accepted")
    }
}
