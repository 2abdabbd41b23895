import Foundation
import LicenseModel
import Testing

@Suite("Limits")
struct LimitTests {
    @Test(
        "A limit is a number or the word 'unlimited' in JSON, and is read as it was written",
        arguments: [
            (Limit.count(0), "[0]"), (.count(1), "[1]"), (.count(9_007_199_254_740_991), "[9007199254740991]"),
            (.unlimited, #"["unlimited"]"#),
        ]
    )
    func coding(_ limit: Limit, _ json: String) throws {
        #expect(String(decoding: try JSONEncoder().encode([limit]), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode([Limit].self, from: Data(json.utf8)) == [limit])
    }

    @Test(
        "What is neither a count in range nor the word is not decoded as a limit",
        arguments: [
            "[-1]", "[9007199254740992]", "[1.5]", "[1e30]", "[null]", "[true]", "[{}]", #"["Unlimited"]"#,
            #"["UNLIMITED"]"#, #"["unlimited "]"#, #"[""]"#, #"["5"]"#,
        ]
    )
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Limit].self, from: Data(json.utf8))
        }
    }

    @Test("A table of limits is an object in JSON")
    func tables() throws {
        let limits: [LimitUnit: Limit] = [.hosts: .count(5), .cpus: .unlimited]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(limits)
        #expect(String(decoding: data, as: UTF8.self) == #"{"cpus":"unlimited","hosts":5}"#)
        #expect(try JSONDecoder().decode([LimitUnit: Limit].self, from: data) == limits)
    }

    @Test("A limit's text is its number, or the word")
    func text() {
        #expect("\(Limit.count(0)) \(Limit.count(12)) \(Limit.unlimited)" == "0 12 unlimited")
    }

    @Test("The greatest count is 2^53 - 1, and no count is 'unlimited'")
    func greatest() {
        #expect(Limit.maximumCount == 9_007_199_254_740_991)
        #expect(Limit.count(Limit.maximumCount) != .unlimited)
        #expect(Limit.count(0) != .unlimited)
    }
}
