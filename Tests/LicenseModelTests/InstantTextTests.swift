import Foundation
import LicenseModel
import TestSupport
import Testing

@Suite("Instants in RFC 3339 format", .tags(.p61))
struct InstantTextTests {
    @Test(
        "A date and time with an offset is parsed as the same second in UTC",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01t00:00:00z", 0), ("1970-01-01T00:00:00+00:00", 0),
            ("1970-01-01T00:00:00-00:00", 0), ("1969-12-31T23:59:59Z", -1), ("2027-01-15T08:00:00Z", 1_800_000_000),
            ("2027-01-15T16:00:00+08:00", 1_800_000_000), ("2027-01-15T02:30:00-05:30", 1_800_000_000),
            ("2027-01-16T07:59:00+23:59", 1_800_000_000), ("2027-01-14T08:01:00-23:59", 1_800_000_000),
            ("2017-08-23T12:27:01.000+08:00", 1_503_462_421), ("2038-01-19T03:14:07Z", 2_147_483_647),
            ("2038-01-19T03:14:08Z", 2_147_483_648), ("2100-02-28T23:59:59Z", 4_107_542_399),
            ("2100-03-01T00:00:00Z", 4_107_542_400), ("2106-02-07T06:28:15Z", 4_294_967_295),
            ("2000-02-29T00:00:00Z", 951_782_400), ("2024-02-29T23:59:59Z", 1_709_251_199),
            ("0000-01-01T00:00:00Z", -62_167_219_200), ("0000-02-29T00:00:00Z", -62_162_121_600),
            ("0000-12-31T23:59:59Z", -62_135_596_801), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799), ("9999-12-31T23:59:59+23:59", 253_402_214_459),
        ] as [(String, Int64)]
    )
    func parsing(_ text: String, _ seconds: Int64) {
        #expect((try? LicenseInstant(text))?.secondsSince1970 == seconds)
    }

    @Test(
        "A fraction of a second is truncated, not rounded",
        arguments: [
            ("1970-01-01T00:00:00.0Z", 0), ("1970-01-01T00:00:00.999999999999999999999Z", 0),
            ("1970-01-01T00:00:59.9+00:00", 59), ("1969-12-31T23:59:59.5Z", -1),
            ("2027-01-15T08:00:00.5Z", 1_800_000_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799),
        ] as [(String, Int64)]
    )
    func fractions(_ text: String, _ seconds: Int64) {
        #expect((try? LicenseInstant(text))?.secondsSince1970 == seconds)
    }

    @Test(
        "A leap second is valid only at 23:59:60 UTC, and becomes the next second",
        arguments: [
            ("2016-12-31T23:59:60Z", 1_483_228_800), ("2016-12-31T23:59:60.5Z", 1_483_228_800),
            ("2017-01-01T07:59:60+08:00", 1_483_228_800), ("2016-12-31T15:59:60-08:00", 1_483_228_800),
            ("2016-12-31T23:58:60Z", nil), ("2016-12-31T22:59:60Z", nil), ("2016-12-31T00:00:60Z", nil),
            ("2016-12-31T23:59:60+08:00", nil), ("2016-12-31T23:59:60-00:01", nil), ("2016-12-31T23:59:61Z", nil),
            ("9999-12-31T23:59:60Z", nil),
        ] as [(String, Int64?)]
    )
    func leapSeconds(_ text: String, _ seconds: Int64?) {
        #expect((try? LicenseInstant(text))?.secondsSince1970 == seconds)
    }

    @Test(
        "An invalid date, time or offset, or any other text, is refused",
        arguments: [
            "", "now", "0", "1800000000", "2027-01-15", "2027-01-15T08:00:00", "2027-01-15T08:00Z",
            "2027-01-15 08:00:00Z", "2027-01-15_08:00:00Z", "20270115T080000Z", "2027-1-15T08:00:00Z",
            "2027-01-5T08:00:00Z", "2027-01-15T8:00:00Z", "27-01-15T08:00:00Z", "02027-01-15T08:00:00Z",
            "+2027-01-15T08:00:00Z", "-001-01-15T08:00:00Z", "10000-01-01T00:00:00Z",
            "2027-00-15T08:00:00Z", "2027-13-15T08:00:00Z", "2027-01-00T08:00:00Z", "2027-01-32T08:00:00Z",
            "2027-04-31T08:00:00Z", "2027-06-31T08:00:00Z", "2027-09-31T08:00:00Z", "2027-11-31T08:00:00Z",
            "2027-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2024-02-30T00:00:00Z",
            "2027-01-15T24:00:00Z", "2027-01-15T08:60:00Z", "2027-01-15T08:00:99Z",
            "2027-01-15T08:00:00.Z", "2027-01-15T08:00:00,5Z", "2027-01-15T08:00:00.5", "2027-01-15T08:00:00.5.5Z",
            "2027-01-15T08:00:00+8:00", "2027-01-15T08:00:00+08", "2027-01-15T08:00:00+0800",
            "2027-01-15T08:00:00+24:00", "2027-01-15T08:00:00+08:60", "2027-01-15T08:00:00 +08:00",
            "2027-01-15T08:00:00Z ", " 2027-01-15T08:00:00Z", "2027-01-15T08:00:00Z\n", "2027-01-15T08:00:00ZZ",
            "2027-01-15T08:00:00Z\0", "2027-01-15T08:00:00UTC", "２027-01-15T08:00:00Z", "2027‐01‐15T08:00:00Z",
            "2027-01-15T08:00:0-1Z", "2027-01-15T08:00:-1Z", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        ]
    )
    func invalid(_ text: String) {
        let error = #expect(throws: InvalidTextError.self) { try LicenseInstant(text) }
        #expect(
            error?.problem == "is not a date and time with an offset in RFC 3339 format, such as 2027-03-01T08:00:00Z"
        )
    }

    @Test(
        "An instant is formatted in UTC with whole seconds and a four-digit year",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_800_000_000, "2027-01-15T08:00:00Z"),
            (2_147_483_648, "2038-01-19T03:14:08Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"),
            (-62_162_121_600, "0000-02-29T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
            (.max, "9999-12-31T23:59:59Z"), (.min, "0000-01-01T00:00:00Z"),
        ] as [(Int64, String)]
    )
    func formatting(_ seconds: Int64, _ text: String) {
        #expect(LicenseInstant(secondsSince1970: seconds).description == text)
    }

    @Test("An instant is an RFC 3339 string in JSON")
    func coding() throws {
        let instant = LicenseInstant(secondsSince1970: 1_800_000_000)
        let data = try JSONEncoder().encode([instant])
        #expect(String(decoding: data, as: UTF8.self) == #"["2027-01-15T08:00:00Z"]"#)
        #expect(try JSONDecoder().decode([LicenseInstant].self, from: data) == [instant])
        let otherOffset = Data(#"["2027-01-15T16:00:00.250+08:00"]"#.utf8)
        #expect(try JSONDecoder().decode([LicenseInstant].self, from: otherOffset) == [instant])
    }

    @Test(
        "JSON that is not an RFC 3339 string is not decoded as an instant",
        arguments: ["[1800000000]", #"["2027-01-15"]"#, "[null]"]
    )
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LicenseInstant].self, from: Data(json.utf8))
        }
    }
}
