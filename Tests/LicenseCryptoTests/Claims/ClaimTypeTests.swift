import LicenseCrypto
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// P39: a claim of the wrong type is an error that names it, never the same as absent.
@Suite("Claim types")
struct ClaimTypeTests {
    /// A value of each type of JSON that would otherwise be good nowhere, and of numbers that are no integers.
    private static let samples: [(type: String, value: String)] = [
        ("string", #""x y\u200b""#), ("number", "7.5"), ("true", "true"), ("false", "false"), ("null", "null"),
        ("array", "[[]]"), ("object", #"{"a b":{}}"#), ("empty string", #""""#), ("empty array", "[]"),
        ("empty object", "{}"), ("1.0", "1.0"), ("1e3", "1e3"), ("-0", "-0"), ("-1", "-1"),
        ("2^53", "9007199254740992"),
        ("2^63", "9223372036854775808"), ("a number's text", #""1795392000""#), ("a boolean's text", #""true""#),
    ]

    /// What each claim may be of these; the names are of ``samples``.
    private static let accepted: [(member: String, types: Set<String>)] = [
        ("iss", ["a number's text", "a boolean's text"]),
        ("aud", []),
        ("sub", ["a number's text", "a boolean's text"]),
        ("jti", ["a number's text", "a boolean's text"]),
        ("iat", []),
        ("nbf", []),
        ("exp", []),
        ("license", []),
        ("license.category", []),
        ("license.edition", ["a number's text", "a boolean's text"]),
        ("license.modules", []),
        ("license.type", ["a number's text", "a boolean's text"]),
        ("license.perpetual", ["false"]),
        ("license.limits", []),
        ("license.features", ["empty array"]),
        ("license.organization", ["a number's text", "a boolean's text"]),
        ("license.nodes", []),
        ("license.sequence", []),
        ("license.reminderDays", []),
        ("license.graceDays", []),
        ("license.updatesUntil", []),
        ("license.critical", ["empty array"]),
        ("license.limits.hosts", []),
    ]

    /// What the error names, where that is not the member itself.
    private static func place(_ member: String, _ type: String) -> String {
        switch (member, type) {
        case ("license.modules", "array"), ("license.features", "array"), ("license.nodes", "array"),
            ("license.critical", "array"):
            "\(member)[0]"
        case ("license.perpetual", "true"):
            // The license has an end, and says that it has none.
            "exp"
        case ("license", "empty object"), ("license", "object"):
            "license.category"
        default:
            member
        }
    }

    private static let cases = accepted.flatMap { claim in
        samples.map { (claim.member, $0.type, $0.value, claim.types.contains($0.type)) }
    }

    @Test("A claim of the wrong type is refused and named", .tags(.p39), arguments: cases)
    func type(member: String, type: String, value: String, isAccepted: Bool) {
        let outcome = verdict(with: .member) { try license(.base.setting(member, JSONText(raw: value))) }
        switch (member, type) {
        case ("aud", "a number's text"), ("aud", "a boolean's text"):
            #expect(outcome == "wrong-product aud")
        default:
            #expect(outcome == (isAccepted ? "accepted" : "claims-invalid \(Self.place(member, type))"))
        }
    }

    @Test("An element of the wrong type is refused and named", arguments: ["modules", "features", "nodes", "critical"])
    func elements(member: String) {
        for value in ["1", "true", "null", "[]", "{}", "1.5", #""""#] {
            let claims = JSONText.base.setting("license.\(member)", JSONText(raw: #"["category",\#(value)]"#))
            #expect(
                verdict(with: .member) { try license(claims) } == "claims-invalid license.\(member)[1]",
                "\(value)"
            )
        }
    }

    @Test(
        "A limit is an integer or unlimited",
        arguments: [
            ("0", "accepted"), ("1", "accepted"), ("9007199254740991", "accepted"), (#""unlimited""#, "accepted"),
            (#""unlim\u0069ted""#, "accepted"), (#""Unlimited""#, "claims-invalid license.limits.hosts"),
            (#""250""#, "claims-invalid license.limits.hosts"),
            ("9007199254740992", "claims-invalid license.limits.hosts"),
            ("-1", "claims-invalid license.limits.hosts"), ("1.0", "claims-invalid license.limits.hosts"),
            ("1e2", "claims-invalid license.limits.hosts"), ("true", "claims-invalid license.limits.hosts"),
            ("null", "claims-invalid license.limits.hosts"), ("[10]", "claims-invalid license.limits.hosts"),
            ("{}", "claims-invalid license.limits.hosts"),
            ("9223372036854775807", "claims-invalid license.limits.hosts"),
            ("9223372036854775808", "claims-invalid license.limits.hosts"),
            ("-0", "claims-invalid license.limits.hosts"),
        ]
    )
    func limits(value: String, expected: String) {
        let claims = JSONText.base.setting("license.limits.hosts", JSONText(raw: value))
        #expect(verdict(with: .member) { try license(claims) } == expected)
    }

    @Test("A unit's name is an identifier", arguments: ["", " ", "a b", "é", "hosts ", ".hosts", "K\u{212A}", "a/b"])
    func unitNames(name: String) {
        let good = JSONText.base.setting("license.limits", #"{"hosts":1,"x.y_z-1":1}"#)
        #expect(verdict(with: .member) { try license(good) } == "accepted")
        let bad = JSONText.base.setting("license.limits", JSONText(raw: #"{"hosts":1,"\#(name)":1}"#))
        #expect(verdict(with: .member) { try license(bad) } == "claims-invalid license.limits")
    }
}
