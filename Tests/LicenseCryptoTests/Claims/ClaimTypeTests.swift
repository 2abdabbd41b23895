import LicenseCrypto
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// A claim of the wrong type is refused with an error that names it, and never treated as missing.
@Suite("Claim types")
struct ClaimTypeTests {
    /// Values of every JSON type, and numbers that are not valid integers.
    ///
    /// Few claims accept any of them.
    private static let samples: [(type: String, value: String)] = [
        ("string", #""x y\u200b""#), ("number", "7.5"), ("true", "true"), ("false", "false"), ("null", "null"),
        ("array", "[[]]"), ("object", #"{"a b":{}}"#), ("empty string", #""""#), ("empty array", "[]"),
        ("empty object", "{}"), ("1.0", "1.0"), ("1e3", "1e3"), ("-0", "-0"), ("-1", "-1"),
        ("2^53", "9007199254740992"),
        ("2^63", "9223372036854775808"), ("a number's text", #""1795392000""#), ("a boolean's text", #""true""#),
    ]

    /// The claims, each with the names of the ``samples`` that it accepts.
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

    /// Returns the member that the error names.
    private static func named(_ member: String, _ type: String) -> String {
        switch (member, type) {
        case ("license.modules", "array"), ("license.features", "array"), ("license.nodes", "array"),
            ("license.critical", "array"):
            "\(member)[0]"
        case ("license.perpetual", "true"):
            // The license has an end but claims to be perpetual.
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

    @Test("A claim of the wrong type is refused, and the error names it", .tags(.p39), arguments: cases)
    func type(member: String, type: String, value: String, isAccepted: Bool) {
        let outcome = verdict(with: .member) { try license(.base.setting(member, JSONText(raw: value))) }
        switch (member, type) {
        case ("aud", "a number's text"), ("aud", "a boolean's text"):
            #expect(outcome == "wrong-product aud")
        default:
            #expect(outcome == (isAccepted ? "accepted" : "claims-invalid \(Self.named(member, type))"))
        }
    }

    @Test(
        "An array element of the wrong type is refused, and the error has its index",
        arguments: ["modules", "features", "nodes", "critical"]
    )
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
        "A limit is a nonnegative integer or the string 'unlimited'",
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

    @Test(
        "A unit with a name that is not an identifier is refused",
        arguments: ["", " ", "a b", "é", "hosts ", ".hosts", "K\u{212A}", "a/b"]
    )
    func unitNames(name: String) {
        let valid = JSONText.base.setting("license.limits", #"{"hosts":1,"x.y_z-1":1}"#)
        #expect(verdict(with: .member) { try license(valid) } == "accepted")
        let invalid = JSONText.base.setting("license.limits", JSONText(raw: #"{"hosts":1,"\#(name)":1}"#))
        #expect(verdict(with: .member) { try license(invalid) } == "claims-invalid license.limits")
    }
}
