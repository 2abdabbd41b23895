import LicenseCrypto
import LicenseIssuing
import LicenseModel
import Testing
import ZStackLicensing

@Suite("Signing claims that are given as JSON")
struct ClaimsSigningTests {
    private static let license = #"{"category":"base","edition":"enterprise","type":"Paid","limits":{"hosts":5}}"#
    private static let claims =
        #"{"iss":"v","aud":"cloud","sub":"c","jti":"J-1","exp":1900000000,"license":\#(license)}"#

    private static func sign(_ json: String) throws -> IssuedLicense {
        try LicenseSigner(key: try Samples.key(.ed25519)).sign(claims: json.utf8, at: Samples.now)
    }

    private static func payload(_ issued: IssuedLicense) throws -> String {
        let parts = issued.token.split(separator: ".").map(String.init)
        return String(decoding: try #require(Base64.decodeURL(parts[1])), as: UTF8.self)
    }

    @Test("The claims are signed unchanged, except for an iat that is inserted first")
    func verbatim() throws {
        let issued = try Self.sign(Self.claims)
        #expect(try Self.payload(issued) == #"{"iat":1795521600,"# + Self.claims.dropFirst())
        #expect(issued.license.issuedAt == Samples.now)
        #expect(issued.license.id == "J-1")

        let spaced = "\n \(Self.claims.replacing("{", with: "{ \n", maxReplacements: 1))\n"
        #expect(try Self.payload(Self.sign(spaced)) == #"{"iat":1795521600, \#n"# + Self.claims.dropFirst() + "\n")
    }

    @Test("Members that the format does not define are kept")
    func unknownMembers() throws {
        let json = Self.claims.replacing("{\"iss\"", with: #"{"note":[1.5,null,{"ü":"\u00fc"}],"iss""#)
        #expect(try Self.payload(Self.sign(json)).contains(#""note":[1.5,null,{"ü":"\u00fc"}]"#))
    }

    @Test("An iat in the claims must be the time of signing")
    func issuedAt() throws {
        let json = Self.claims.replacing("{\"iss\"", with: #"{"iat":1795521600,"iss""#)
        #expect(try Self.payload(Self.sign(json)) == json)
        for other in ["1795521599", "1795521601", "1795521600.0", #""1795521600""#, "null"] {
            let text = json.replacing("1795521600", with: other)
            let error = #expect(throws: IssuingError.self) { try Self.sign(text) }
            #expect(error?.code == .invalidClaims)
            #expect(error?.message.contains("'iat'") ?? false)
        }
    }

    @Test(
        "Claims that are not strict JSON are refused",
        arguments: [
            "", "[]", "1", "{", "{}x", #"{"a":1,}"#, #"{"a":1,"a":2}"#, "\u{FEFF}{}", #"{"a":01}"#, "{/**/}",
        ]
    )
    func notJSON(json: String) {
        let error = #expect(throws: IssuingError.self) { try Self.sign(json) }
        #expect(error?.code == .invalidClaims)
    }

    @Test(
        "A license that a product would refuse is an error that names the member",
        arguments: [
            (#""iss":"v","#, "", LicenseError.Code.claimsInvalid, "iss"),
            (#""aud":"cloud""#, #""aud":["cloud"]"#, .claimsInvalid, "aud"),
            (#""jti":"J-1""#, #""jti":"J 1""#, .claimsInvalid, "jti"),
            ("1900000000", "1795521600", .claimsInvalid, "exp"),
            (#""exp":1900000000,"#, "", .claimsInvalid, "exp"),
            (#""hosts":5"#, #""hosts":-5"#, .claimsInvalid, "license.limits.hosts"),
            (#""hosts":5"#, "", .claimsInvalid, "license.limits"),
            (#""base""#, #""plus""#, .claimsInvalid, "license.modules"),
            (#""type":"Paid""#, #""type":"Paid","critical":["seats"]"#, .unsupportedRequirement, "license.critical"),
        ]
    )
    func refused(old: String, new: String, code: LicenseError.Code, member: String) throws {
        let json = Self.claims.replacing(old, with: new)
        try #require(json != Self.claims)
        let error = #expect(throws: IssuingError.self) { try Self.sign(json) }
        #expect(error?.code == .refused)
        #expect(error?.refusal?.code == code)
        #expect(error?.refusal?.member == member)
        #expect(error?.message.contains("'\(member)'") ?? false)
    }

    @Test(
        "Claims with an invalid string are refused, and the error describes the problem",
        arguments: ["iss", "sub", "license.organization", "license.nodes[0]"],
        [
            (#"a\u00adb"#, "has U+00AD, an invisible character"),
            (#"a\u061c"#, "has U+061C, which changes the direction"),
            (#"a\ufdd0"#, "has U+FDD0, a noncharacter"), (#"\u200ca"#, "starts with U+200C"),
            (#"a\u200c"#, "ends with U+200C"), (#"\ufe00a"#, "starts with U+FE00"), ("", "is empty"),
        ]
    )
    func texts(member: String, invalid: (text: String, problem: String)) throws {
        let (old, new) =
            switch member {
            case "iss": (#""iss":"v""#, #""iss":"\#(invalid.text)""#)
            case "sub": (#""sub":"c""#, #""sub":"\#(invalid.text)""#)
            case "license.organization": (#""type":"Paid""#, #""type":"Paid","organization":"\#(invalid.text)""#)
            default: (#""type":"Paid""#, #""type":"Paid","nodes":["\#(invalid.text)"]"#)
            }
        let error = try #require(throws: IssuingError.self) { try Self.sign(Self.claims.replacing(old, with: new)) }
        #expect(error.code == .refused)
        #expect(error.refusal?.member == member)
        #expect(error.message.contains("'\(member)' \(invalid.problem)"))
    }

    @Test("An empty object is refused, and so are claims that exceed the size of a token")
    func sizes() {
        let empty = #expect(throws: IssuingError.self) { try Self.sign("{}") }
        #expect(empty?.refusal?.code == .claimsInvalid)
        let filler = String(repeating: "x", count: 50_000)
        let large = #expect(throws: IssuingError.self) {
            try Self.sign(Self.claims.replacing("{\"iss\"", with: #"{"note":"\#(filler)","iss""#))
        }
        #expect(large?.refusal?.code == .tooLarge)
    }
}
