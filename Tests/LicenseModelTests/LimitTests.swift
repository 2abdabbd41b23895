import Foundation
import LicenseModel
import Testing
import ZStackLicensing

@Suite("Limits")
struct LimitTests {
    @Test(
        "A limit is a number or 'unlimited' in JSON, and decodes unchanged",
        arguments: [
            (License.Limit.count(0), "[0]"), (.count(1), "[1]"), (.count(9_007_199_254_740_991), "[9007199254740991]"),
            (.unlimited, #"["unlimited"]"#),
        ]
    )
    func coding(_ limit: License.Limit, _ json: String) throws {
        #expect(String(decoding: try JSONEncoder().encode([limit]), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode([License.Limit].self, from: Data(json.utf8)) == [limit])
    }

    @Test(
        "JSON that is not a count in range or 'unlimited' is not decoded as a limit",
        arguments: [
            "[-1]", "[9007199254740992]", "[1.5]", "[1e30]", "[null]", "[true]", "[{}]", #"["Unlimited"]"#,
            #"["UNLIMITED"]"#, #"["unlimited "]"#, #"[""]"#, #"["5"]"#,
        ]
    )
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([License.Limit].self, from: Data(json.utf8))
        }
    }

    @Test("A dictionary of limits is an object in JSON")
    func dictionaries() throws {
        let limits: [LimitUnit: License.Limit] = [.hosts: .count(5), .cpus: .unlimited]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(limits)
        #expect(String(decoding: data, as: UTF8.self) == #"{"cpus":"unlimited","hosts":5}"#)
        #expect(try JSONDecoder().decode([LimitUnit: License.Limit].self, from: data) == limits)
    }

    @Test("A limit's description is its number or 'unlimited'")
    func text() {
        #expect("\(License.Limit.count(0)) \(License.Limit.count(12)) \(License.Limit.unlimited)" == "0 12 unlimited")
    }

    @Test("The maximum count is 2^53 - 1, and no count equals 'unlimited'")
    func maximum() {
        #expect(License.Limit.maximumCount == 9_007_199_254_740_991)
        #expect(License.Limit.count(License.Limit.maximumCount) != .unlimited)
        #expect(License.Limit.count(0) != .unlimited)
    }

    @Test("A limit's count is its number, or nil if it is unlimited")
    func count() {
        #expect(License.Limit.count(0).count == 0)
        #expect(License.Limit.count(12).count == 12)
        #expect(License.Limit.unlimited.count == nil)
    }
}
