import LicenseCrypto
import LicenseIssuing
import LicenseModel
import Testing

@Suite("Inspection of unverified licenses")
struct UnverifiedLicenseTests {
    @Test("Inspecting a file returns the header and claims of each block unchanged")
    func blocks() throws {
        let bundle = try Samples.issuer().issue([Samples.base, Samples.plus], at: Samples.now)
        let licenses = try UnverifiedLicense.inspect(contents: bundle.armored.utf8)
        #expect(licenses.count == 2)
        #expect(licenses[0].header.hasPrefix(#"{"alg":"Ed25519","kid":""#))
        #expect(licenses[0].claims.hasPrefix(#"{"iss":"https://vendor.example","aud":"cloud","#))
        #expect(licenses[1].claims.contains(#""jti":"L-2""#))
    }

    @Test("Inspecting a forged license returns its content")
    func forged() throws {
        // {"alg":"none"} . {"sub":"everything"} . one byte
        let token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmVyeXRoaW5nIn0.AA"
        let licenses = try UnverifiedLicense.inspect(contents: token.utf8)
        #expect(licenses.map(\.header) == [#"{"alg":"none"}"#])
        #expect(licenses.map(\.claims) == [#"{"sub":"everything"}"#])
    }

    @Test(
        "A malformed license is refused",
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

    @Test(
        "A file that is not a license is refused in the words of a product",
        arguments: ["", "a.b", "%PDF-1.7", "e30.e30.é"]
    )
    func words(text: String) throws {
        let verifier = LicenseVerifier(trusting: try TrustedKeys([]), product: .any)
        let refusal = #expect(throws: LicenseError.self) { try verifier.verify(contents: text) }
        let error = #expect(throws: LicenseError.self) { try UnverifiedLicense.inspect(contents: text.utf8) }
        #expect(error?.message == refusal?.message)
    }

    @Test("A file or token that exceeds its maximum size is too large")
    func tooLarge() {
        let large = #expect(throws: LicenseError.self) {
            try UnverifiedLicense.inspect(contents: [UInt8](repeating: 0x41, count: 256 * 1_024 + 1))
        }
        #expect(large?.code == .tooLarge)
        let token = #expect(throws: LicenseError.self) {
            try UnverifiedLicense.inspect(contents: [UInt8](repeating: 0x41, count: 64 * 1_024 + 1))
        }
        #expect(token?.code == .tooLarge)
    }

    @Test("The error for a malformed block has the number of the block")
    func blockNumber() {
        let block = "-----BEGIN LICENSE-----\ne30.e30.AA\n-----END LICENSE-----\n"
        let error = #expect(throws: LicenseError.self) {
            try UnverifiedLicense.inspect(contents: (block + block.replacing("e30.e30", with: "e30")).utf8)
        }
        #expect(error?.block == 2)
    }
}
