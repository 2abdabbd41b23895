import LicenseIssuing
import LicenseModel
import Testing

@Suite("A text can be looked at without being believed")
struct UnverifiedLicenseTests {
    @Test("Every block's header and claims are shown as they stand there")
    func blocks() throws {
        let bundle = try Samples.issuer().issue([Samples.base, Samples.plus], at: Samples.now)
        let shown = try UnverifiedLicense.inspect(contents: bundle.armored.utf8)
        #expect(shown.count == 2)
        #expect(shown[0].header.hasPrefix(#"{"alg":"Ed25519","kid":""#))
        #expect(shown[0].claims.hasPrefix(#"{"iss":"https://vendor.example","aud":"cloud","#))
        #expect(shown[1].claims.contains(#""jti":"L-2""#))
    }

    @Test("A forged text is shown too, whatever it says")
    func forged() throws {
        // {"alg":"none"} . {"sub":"everything"} . one byte
        let shown = try UnverifiedLicense.inspect(contents: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmVyeXRoaW5nIn0.AA".utf8)
        #expect(shown.map(\.header) == [#"{"alg":"none"}"#])
        #expect(shown.map(\.claims) == [#"{"sub":"everything"}"#])
    }

    @Test(
        "A text without the form is refused",
        arguments: [
            ("", LicenseError.Code.malformed), ("a.b", .malformed), ("e30.e30", .malformed), ("e30..e30", .malformed),
            ("e30.e30.e30.e30", .malformed), ("e30=.e30.e30", .malformed), ("e31.e30.e30", .malformed),
            ("e30.e31.e30", .malformed), ("W10.e30.AA", .malformed), ("e30.W10.AA", .claimsInvalid),
            ("-----BEGIN LICENSE-----\ne30.e30.AA\n", .malformed),
        ]
    )
    func refused(text: String, code: LicenseError.Code) {
        let error = #expect(throws: LicenseError.self) { try UnverifiedLicense.inspect(contents: text.utf8) }
        #expect(error?.code == code)
    }

    @Test("Sizes are bounded, and a block is named")
    func bounds() {
        let large = #expect(throws: LicenseError.self) {
            try UnverifiedLicense.inspect(contents: [UInt8](repeating: 0x41, count: 256 * 1_024 + 1))
        }
        #expect(large?.code == .tooLarge)
        let token = #expect(throws: LicenseError.self) {
            try UnverifiedLicense.inspect(contents: [UInt8](repeating: 0x41, count: 64 * 1_024 + 1))
        }
        #expect(token?.code == .tooLarge)
        let block = "-----BEGIN LICENSE-----\ne30.e30.AA\n-----END LICENSE-----\n"
        let second = #expect(throws: LicenseError.self) {
            try UnverifiedLicense.inspect(contents: (block + block.replacing("e30.e30", with: "e30")).utf8)
        }
        #expect(second?.block == 2)
    }
}
