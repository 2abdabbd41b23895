import LicenseCrypto
import LicenseModel
import Testing
import ZStackLicensing

/// The properties of a license, which have the values of its claims.
@Suite("License content")
struct LicenseContentTests {
    @Test("A base license has the values of all its claims")
    func allClaims() throws {
        let claims = JSONText([
            "iss": #""供应商 Ltd""#, "aud": #""cloud""#, "sub": #""Ex\u00e4mple""#, "jti": #""L-1.2_3""#,
            "iat": "1790000000", "nbf": "1790000100", "exp": "1824560000",
            "license": JSONText([
                "category": #""base""#, "edition": #""hybrid""#, "modules": #"["vmware","baremetal","x-1"]"#,
                "type": #""HybridTrialExt""#, "perpetual": "false",
                "limits": #"{"hosts":10,"cpus":"unlimited","vms":0,"x":7}"#,
                "features": #"["b","a"]"#, "organization": #""Example Group""#, "nodes": #"["n 1","n 2"]"#,
                "sequence": "42", "reminderDays": "30", "graceDays": "7", "updatesUntil": "1800000000",
                "critical": #"["limits"]"#,
            ]),
        ])
        let license = try license(claims)
        #expect(license.id == "L-1.2_3")
        #expect(license.issuer.rawValue == "供应商 Ltd")
        #expect(license.product == "cloud")
        #expect(license.licensee.rawValue == "Exämple")
        #expect(license.organization?.rawValue == "Example Group")
        #expect(license.issuedAt.secondsSince1970 == 1_790_000_000)
        #expect(license.notBefore.secondsSince1970 == 1_790_000_100)
        #expect(license.expiresAt?.secondsSince1970 == 1_824_560_000)
        #expect(license.category == .base)
        #expect(license.edition == .hybrid)
        #expect(license.modules == ["vmware", "baremetal", "x-1"])
        #expect(license.type == .hybridTrialExt)
        #expect(license.limits == [.hosts: .count(10), .cpus: .unlimited, .vms: .count(0), "x": .count(7)])
        #expect(license.features == ["a", "b"])
        #expect(license.nodes?.map(\.rawValue) == ["n 1", "n 2"])
        #expect(license.sequence == 42)
        #expect(license.reminderDays == 30)
        #expect(license.graceDays == 7)
        #expect(license.updatesUntil?.secondsSince1970 == 1_800_000_000)
        #expect(license.algorithm == .ed25519)
        #expect(license.keyID == "key-Ed25519")
        #expect(license.environment == .production)
        // 1824560000 + 7 × 86400.
        #expect(license.graceUntil?.secondsSince1970 == 1_825_164_800)
    }

    @Test("Optional claims that are missing are nil or empty")
    func missingClaims() throws {
        let license = try license(.base)
        #expect(license.organization == nil)
        #expect(license.modules.isEmpty)
        #expect(license.features == nil)
        #expect(license.nodes == nil)
        #expect(license.sequence == nil)
        #expect(license.reminderDays == nil)
        #expect(license.graceDays == nil)
        #expect(license.updatesUntil == nil)
        #expect(license.graceUntil == nil)
    }

    @Test("A plus license has modules, no edition and optional limits")
    func plus() throws {
        let plus = try license(.plus)
        #expect(plus.category == .plus)
        #expect(plus.edition == nil)
        #expect(plus.modules == ["vmware"])
        #expect(plus.limits.isEmpty)
        #expect(try license(.plus.setting("license.limits", #"{"vms":5}"#)).limits == [.vms: .count(5)])
    }

    @Test("An empty list of features differs from a missing one")
    func emptyFeatures() throws {
        #expect(try license(.base.setting("license.features", "[]")).features == [])
    }

    @Test("The order of the claims changes only the digest of the payload")
    func order() throws {
        let text =
            #"{"license":{"limits":{"hosts":10},"type":"Paid","edition":"enterprise","category":"base"},"#
            + #""exp":1824560000,"iat":1790000000,"jti":"base-1","sub":"Example Ltd","aud":"cloud","iss":"Test Vendor"}"#
        let license = try license(payload: Array(text.utf8))
        let other = try LicenseCryptoTests.license(.base)
        #expect(license.id == other.id)
        #expect(license.limits == other.limits)
        #expect(license.payloadDigest != other.payloadDigest)
    }

    @Test("The payload digest is the SHA-256 of the payload's bytes")
    func digest() throws {
        let claims = JSONText.base.text
        let license = try license(.base)
        #expect(license.payloadDigest.bytes == TestKeyPair.digest("SHA256", Array(claims.utf8)))
        #expect(
            try LicenseCryptoTests.license(payload: Array((claims + " ").utf8)).payloadDigest != license.payloadDigest
        )
    }

    @Test("The payload digest equals the output of sha256sum")
    func publishedDigest() throws {
        // The expected value is the output of `printf %s "$text" | sha256sum`.
        let text =
            #"{"iss":"V","aud":"cloud","sub":"S","jti":"1","iat":0,"exp":1,"license":{"category":"plus","modules":["a"],"#
            + #""type":"Paid"}}"#
        let digest = try license(payload: Array(text.utf8)).payloadDigest
        #expect(digest.description == "f4aba276bfa6f20411d7ab8407aec91e7776fc044096c6cc6c74f19859d5f956")
    }
}
