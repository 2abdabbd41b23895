import LicenseCrypto
import Testing

/// JSON numbers: every valid number is accepted, and only one in integer notation is an integer.
@Suite("JSON numbers")
struct JSONNumberTests {
    @Test(
        "An integer within ±(2^53 - 1) has its value",
        arguments: [
            ("0", 0), ("1", 1), ("-1", -1), ("10", 10), ("1790000000", 1_790_000_000),
            ("9007199254740991", 9_007_199_254_740_991), ("-9007199254740991", -9_007_199_254_740_991),
        ]
    )
    func integers(text: String, expected: Int) throws {
        #expect(try firstValue(of: #"{"a":\#(text)}"#)?.integer == expected)
        #expect(try firstValue(of: #"{"a": \#(text) }"#)?.integer == expected)
    }

    @Test(
        "Any other valid number is accepted but is not an integer",
        arguments: [
            "-0", "1.0", "0.0", "-0.0", "1e3", "1E3", "1e0", "0e1", "1e-1", "1.5", "1.0e+28", "9007199254740992",
            "-9007199254740992", "9223372036854775807", "9223372036854775808", "18446744073709551616",
            "99999999999999999", "-99999999999999999", "123456789012345678901234567890", "1e400",
        ]
    )
    func otherNumbers(text: String) throws {
        let value = try #require(try firstValue(of: #"{"a":\#(text)}"#))
        #expect(value.integer == nil)
        #expect(value.string == nil)
    }

    @Test(
        "A number that is not valid JSON is refused",
        arguments: [
            "01", "00", "-01", "-00", "+1", "-", "--1", "-+1", "1.", ".5", "-.5", "1.e3", "1e", "1e+", "1E-", "1e1.5",
            "1.2.3",
            "0x10", "1_000", "1,000.0.0", "１", "1a", "1f", "1L", "0b1", "0o7", "1 2", "∞", "NaN", "-NaN", "1e٣",
        ]
    )
    func notNumbers(text: String) {
        #expect(jsonVerdict(#"{"a":\#(text)}"#) == "refused")
        #expect(jsonVerdict(#"{"a":[\#(text)]}"#) == "refused")
    }

    @Test("A text that ends with a number is refused", arguments: ["-", "1", "1.", "1e", "1e+", "0"])
    func cutOff(text: String) {
        #expect(jsonVerdict(#"{"a":\#(text)"#) == "refused")
    }

    @Test("A string, a Boolean and null are not integers")
    func otherTypes() throws {
        #expect(try firstValue(of: #"{"a":"1"}"#)?.integer == nil)
        #expect(try firstValue(of: #"{"a":true}"#)?.integer == nil)
        #expect(try firstValue(of: #"{"a":null}"#)?.integer == nil)
    }
}
