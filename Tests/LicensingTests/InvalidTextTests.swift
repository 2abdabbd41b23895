import LicenseIssuing
import Licensing
import Testing
import ZStackLicensing

/// Invalid texts, such as those that once turned off a check.
@Suite("Invalid texts in a configuration")
struct InvalidTextTests {
    @Test(
        "The error for an invalid node id names the character",
        arguments: ["4c4c4544\n", "\n", "node\r\n", " \u{200B}"]
    )
    func node(_ text: String) {
        let error = #expect(throws: InvalidTextError.self) {
            PolicyConfiguration(catalog: .zstack, node: .only([try ClaimString(text)]), build: .any)
        }
        #expect(error?.type == "ClaimString")
        #expect(error?.problem.hasPrefix("has U+") == true)
        #expect(error?.description.contains("4c4c4544") == false)
    }

    @Test("An invalid product id throws", arguments: ["photon db", "", "-photon", "photon\n", "фотон"])
    func product(_ text: String) throws {
        let keys = try TrustedKeys([])
        #expect(throws: InvalidTextError.self) { LicenseVerifier(trusting: keys, product: .only(try ProductID(text))) }
    }

    @Test(
        "The error for an invalid date names the format",
        arguments: ["2026-11-28", "", "now", "2026-11-28T08:00:00", "1795521600"]
    )
    func date(_ text: String) {
        let error = #expect(throws: InvalidTextError.self) {
            PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: try LicenseInstant(text)))
        }
        #expect(error?.description.contains("RFC 3339") == true)
        #expect(throws: InvalidTextError.self) { TrustedClock(mark: try LicenseInstant(text)) }
    }

    @Test("Each type that is created from a text throws if the text is invalid")
    func everyType() {
        let text = "a b\n"
        #expect(throws: InvalidTextError.self) { try License.Module(text) }
        #expect(throws: InvalidTextError.self) { try License.Feature(text) }
        #expect(throws: InvalidTextError.self) { try License.Edition(text) }
        #expect(throws: InvalidTextError.self) { try LicenseID(text) }
        #expect(throws: InvalidTextError.self) { try LicenseType(text) }
        #expect(throws: InvalidTextError.self) { try LimitUnit(text) }
        #expect(throws: InvalidTextError.self) { try ProductID(text) }
        #expect(throws: InvalidTextError.self) { try KeyID(text) }
        #expect(throws: InvalidTextError.self) { try ClaimString(text) }
        #expect(throws: InvalidTextError.self) { try LicenseInstant(text) }
        #expect(throws: InvalidTextError.self) { try CalendarDay(text) }
    }
}
