import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

@Suite("The encoding of a draft")
struct ClaimsTextTests {
    private static func payload(_ draft: LicenseDraft) throws -> String {
        let token = try Samples.issuer().issue(draft, at: Samples.now).token
        let parts = token.split(separator: ".").map(String.init)
        return String(decoding: try #require(Base64.decodeURL(parts[1])), as: UTF8.self)
    }

    @Test("The claims of a base license have a fixed order")
    func base() throws {
        #expect(
            try Self.payload(Samples.base) == #"{"iss":"https://vendor.example","aud":"cloud","sub":"Müller 有限公司","#
                + #""jti":"L-1","iat":1795521600,"exp":1827057600,"license":{"category":"base","edition":"enterprise","#
                + #""type":"Paid","limits":{"hosts":10}}}"#
        )
    }

    @Test("The claims of a plus license with every optional member have a fixed order")
    func plus() throws {
        var draft = Samples.plus
        draft.licensee = ClaimString(literal: #"a"b\c/d"#)
        draft.scope = .plus([.vmware, .baremetal], limits: [.vms: .unlimited, .cpus: .count(4)])
        draft.start = .at(LicenseInstant(secondsSince1970: 1_800_000_000))
        draft.features = .only(["migrate", "clone"])
        draft.organization = ClaimString(literal: "Example 🏢")
        draft.nodes = .only([ClaimString(literal: "node b"), ClaimString(literal: "node a")])
        draft.sequence = 7
        draft.reminderDays = 30
        draft.graceDays = 14
        draft.updates = .until(LicenseInstant(secondsSince1970: 1_900_000_000))
        draft.critical = [.nodes, .features]
        #expect(
            try Self.payload(draft) == #"{"iss":"https://vendor.example","aud":"cloud","sub":"a\"b\\c/d","jti":"L-2","#
                + #""iat":1795521600,"nbf":1800000000,"exp":1801123200,"license":{"category":"plus","#
                + #""modules":["vmware","baremetal"],"type":"AddOn","limits":{"cpus":4,"vms":"unlimited"},"#
                + #""features":["clone","migrate"],"organization":"Example 🏢","nodes":["node b","node a"],"sequence":7,"#
                + #""reminderDays":30,"graceDays":14,"updatesUntil":1900000000,"critical":["features","nodes"]}}"#
        )
    }

    @Test("A perpetual license has the member perpetual, and no exp")
    func perpetual() throws {
        var draft = Samples.plus
        draft.term = .perpetual
        draft.features = .only([])
        #expect(
            try Self.payload(draft)
                == #"{"iss":"https://vendor.example","aud":"cloud","sub":"Müller 有限公司","jti":"L-2","#
                + #""iat":1795521600,"license":{"category":"plus","modules":["vmware"],"type":"AddOn","perpetual":true,"#
                + #""features":[]}}"#
        )
    }

    @Test("The header has the members alg, kid and typ, in this order")
    func header() throws {
        let key = try SigningKey.generate(.es256, id: "k.1_-")
        let issuer = LicenseIssuer(key: key, issuer: Samples.issuer, catalog: Samples.catalog)
        let token = try issuer.issue(Samples.base, at: Samples.now).token
        let header = try #require(token.split(separator: ".").first.flatMap { Base64.decodeURL(String($0)) })
        #expect(String(decoding: header, as: UTF8.self) == #"{"alg":"ES256","kid":"k.1_-","typ":"license+jwt"}"#)
    }
}
