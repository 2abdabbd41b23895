import LicenseCrypto
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// The rules for claims that are required, not allowed or unknown, and for claims that depend on each other.
@Suite("Claim rules")
struct ClaimRuleTests {
    private static func outcome(_ claims: JSONText) -> String {
        verdict(with: .member) { try license(claims) }
    }

    @Test("A license with only the required claims is accepted")
    func minimal() {
        #expect(Self.outcome(.base) == "accepted")
        #expect(Self.outcome(.plus) == "accepted")
    }

    @Test(
        "The error for a base license names the required claim that is missing",
        .tags(.p40),
        arguments: [
            "iss", "aud", "sub", "jti", "iat", "exp", "license", "license.category", "license.edition", "license.type",
            "license.limits",
        ]
    )
    func missingInBase(member: String) {
        #expect(Self.outcome(.base.removing(member)) == "claims-invalid \(member)")
    }

    @Test(
        "The error for a plus license names the required claim that is missing",
        .tags(.p40),
        arguments: [
            "iss", "aud", "sub", "jti", "iat", "exp", "license", "license.category", "license.type", "license.modules",
        ]
    )
    func missingInPlus(member: String) {
        #expect(Self.outcome(.plus.removing(member)) == "claims-invalid \(member)")
    }

    @Test(
        "A license can limit units with any name",
        arguments: [
            #"{"hosts":1}"#, #"{"cpus":1}"#, #"{"hosts":1,"cpus":2}"#, #"{"hosts":"unlimited"}"#, #"{"hosts":0}"#,
            #"{"cores":1}"#, #"{"x":0}"#, #"{"vms":1}"#, #"{"Hosts":1}"#, #"{"databases":"unlimited"}"#,
            #"{"cores":1,"x":2}"#,
        ]
    )
    func units(limits: String) {
        #expect(Self.outcome(.base.setting("license.limits", JSONText(raw: limits))) == "accepted")
        #expect(Self.outcome(.plus.setting("license.limits", JSONText(raw: limits))) == "accepted")
    }

    @Test("A base license must limit at least one unit, and a plus license need not")
    func noUnits() throws {
        let base = JSONText.base.setting("license.limits", "{}")
        #expect(Self.outcome(base) == "claims-invalid license.limits")
        let error = try #require(throws: LicenseError.self) { try license(base) }
        #expect(
            error.message.english.contains("'license.limits' has no unit, but a base license must name at least one.")
        )
        #expect(try license(.plus.setting("license.limits", "{}")).limits.isEmpty)
    }

    @Test("A plus license with an edition is refused")
    func editionOfPlus() {
        #expect(Self.outcome(.plus.setting("license.edition", #""enterprise""#)) == "claims-invalid license.edition")
    }

    @Test(
        "A category other than base or plus is refused",
        arguments: [#""Base""#, #""PLUS""#, #""""#, #""core""#, #""base ""#, #""both""#, #""addon""#]
    )
    func category(value: String) {
        #expect(
            Self.outcome(.base.setting("license.category", JSONText(raw: value))) == "claims-invalid license.category"
        )
    }

    @Test("Unknown members are ignored, whatever their value", .tags(.p40))
    func unknownMembers() {
        for value in ["null", "1.5", "-0", "1e400", #"{"a":[{}]}"#, #""x\u200b""#, "99999999999999999999"] {
            for path in ["ver", "Exp", "license.ver", "license.Category", "license.hosts", "license.\u{212A}", ""] {
                #expect(Self.outcome(.base.setting(path, JSONText(raw: value))) == "accepted", "\(path) \(value)")
            }
        }
    }

    @Test("A license starts at its nbf, or when it was signed if it has none")
    func start() throws {
        #expect(try license(.base).notBefore.secondsSince1970 == 1_790_000_000)
        let later = try license(.base.setting("nbf", "1800000000"))
        #expect(later.notBefore.secondsSince1970 == 1_800_000_000)
        #expect(later.issuedAt.secondsSince1970 == 1_790_000_000)
        let earlier = try license(.base.setting("nbf", "1"))
        #expect(earlier.notBefore.secondsSince1970 == 1)
    }

    @Test(
        "A license that does not end after its start is refused",
        .tags(.p41),
        arguments: [
            (1_790_000_000, nil, 1_790_000_001, "accepted"), (1_790_000_000, nil, 1_790_000_000, "claims-invalid exp"),
            (1_790_000_000, nil, 1_789_999_999, "claims-invalid exp"), (5, 10, 11, "accepted"),
            (5, 10, 10, "claims-invalid exp"), (5, 10, 9, "claims-invalid exp"), (20, 10, 15, "accepted"),
            (0, nil, 1, "accepted"), (0, nil, 0, "claims-invalid exp"), (0, 0, 1, "accepted"),
        ] as [(Int, Int?, Int, String)]
    )
    func end(issued: Int, start: Int?, end: Int, expected: String) {
        var claims = JSONText.base.setting("iat", "\(issued)").setting("exp", "\(end)")
        if let start {
            claims = claims.setting("nbf", "\(start)")
        }
        #expect(Self.outcome(claims) == expected)
    }

    @Test("A license that was signed in the far future is accepted", .tags(.p41))
    func signedInFuture() {
        let claims = JSONText.base.setting("iat", "253402300798").setting("exp", "253402300799")
        #expect(Self.outcome(claims) == "accepted")
    }

    @Test("Verification accepts an expired license")
    func expired() throws {
        let license = try license(.base.setting("iat", "1000").setting("exp", "2000"))
        #expect(license.expiresAt?.secondsSince1970 == 2_000)
    }

    @Test("A license is perpetual only if it says so and has no end")
    func perpetual() throws {
        let endless = JSONText.base.removing("exp")
        #expect(try license(endless.setting("license.perpetual", "true")).expiresAt == nil)
        #expect(Self.outcome(endless) == "claims-invalid exp")
        #expect(Self.outcome(endless.setting("license.perpetual", "false")) == "claims-invalid exp")
        #expect(Self.outcome(.base.setting("license.perpetual", "true")) == "claims-invalid exp")
        #expect(Self.outcome(.base.setting("license.perpetual", "false")) == "accepted")
        #expect(Self.outcome(endless.setting("license.perpetual", "null")) == "claims-invalid license.perpetual")
        #expect(Self.outcome(endless.setting("exp", "null")) == "claims-invalid exp")
        let both = endless.setting("license.perpetual", "true").setting("exp", "null")
        #expect(Self.outcome(both) == "claims-invalid exp", "null is not absent")
    }

    @Test("A license with an unknown critical member is refused")
    func critical() {
        for name in [
            "category", "edition", "modules", "type", "perpetual", "limits", "features", "organization", "nodes",
            "sequence",
            "reminderDays", "graceDays", "updatesUntil", "critical",
        ] {
            let claims = JSONText.base.setting("license.critical", JSONText(raw: #"["\#(name)"]"#))
            #expect(Self.outcome(claims) == "accepted", "\(name)")
        }
        for name in ["quota", "Limits", "hosts", "exp", "nbf", "license", "license.limits", "k"] {
            let claims = JSONText.base.setting("license.critical", JSONText(raw: #"["limits","\#(name)"]"#))
            #expect(Self.outcome(claims) == "unsupported-requirement license.critical", "\(name)")
        }
    }

    @Test("An unknown critical member is reported after any other invalid claim")
    func criticalLast() throws {
        let claims = JSONText.base.setting("license.critical", #"["quota"]"#)
        #expect(Self.outcome(claims) == "unsupported-requirement license.critical")
        #expect(Self.outcome(claims.removing("jti")) == "claims-invalid jti")
        #expect(Self.outcome(claims.removing("license.type")) == "claims-invalid license.type")
        #expect(Self.outcome(claims.setting("exp", "1")) == "claims-invalid exp")
        #expect(Self.outcome(claims.setting("license.sequence", "-1")) == "claims-invalid license.sequence")
        let error = try #require(throws: LicenseError.self) { try license(claims) }
        #expect(error.licenseID == "base-1")
    }

    @Test(
        "A license for another product is refused, compared byte for byte",
        .tags(.p44),
        arguments: ["Cloud", "cloud2", "clou", "cloud.x"]
    )
    func otherProduct(product: String) {
        #expect(Self.outcome(.base.setting("aud", "\"\(product)\"")) == "wrong-product aud")
    }

    @Test("A verifier for any product accepts every product", .tags(.p44))
    func anyProduct() throws {
        let verifier = try LicenseVerifier([.ed25519], product: .any)
        let token = TestSigner.ed25519.token(.base.setting("aud", #""another""#))
        #expect(try verifier.verify(token: token).product == "another")
    }

    @Test("A license that lists nodes is usable only on those, compared byte for byte", .tags(.p44))
    func nodes() throws {
        let claims = JSONText.base.setting("license.nodes", #"["node-a","Caf\u00e9"]"#)
        let token = TestSigner.ed25519.token(claims)
        for (node, expected) in [
            ("node-a", "accepted"), ("Caf\u{E9}", "accepted"), ("Cafe\u{301}", "wrong-node license.nodes"),
            ("node-A", "wrong-node license.nodes"), ("node-", "wrong-node license.nodes"),
        ] {
            let verifier = try LicenseVerifier.standard
            #expect(
                verdict(with: .member) { try verifier.verify(token: token).usable(on: node) } == expected,
                "\(node)"
            )
            #expect(
                verdict { try verifier.verify(token: TestSigner.ed25519.token(.base)).usable(on: node) } == "accepted"
            )
        }
        #expect(Self.outcome(claims) == "accepted", "verification does not check the node")
    }
}
