import LicenseModel
import TestSupport
import Testing

@Suite("Calendar dates", .tags(.p61))
struct CivilDateTests {
    /// A date and time in UTC, and its seconds since 1970.
    ///
    /// The seconds come from Python's `datetime`, except in the year 0, which Python does not support.
    struct Example: Sendable, CustomTestStringConvertible {
        let date: [Int]
        let time: [Int]
        let seconds: Int64

        var testDescription: String {
            "\(self.date) \(self.time)"
        }

        init(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, _ seconds: Int64) {
            self.date = [year, month, day]
            self.time = [hour, minute, second]
            self.seconds = seconds
        }
    }

    static let examples: [Example] = [
        Example(0, 1, 1, 0, 0, 0, -62_167_219_200),
        Example(0, 2, 28, 23, 59, 59, -62_162_121_601),
        Example(0, 2, 29, 0, 0, 0, -62_162_121_600),
        Example(0, 3, 1, 0, 0, 0, -62_162_035_200),
        Example(0, 12, 31, 23, 59, 59, -62_135_596_801),
        Example(1, 1, 1, 0, 0, 0, -62_135_596_800),
        Example(4, 2, 29, 12, 0, 0, -62_035_848_000),
        Example(100, 2, 28, 23, 59, 59, -59_006_361_601),
        Example(100, 3, 1, 0, 0, 0, -59_006_361_600),
        Example(400, 2, 29, 0, 0, 0, -49_539_340_800),
        Example(1582, 10, 4, 0, 0, 0, -12_220_243_200),
        Example(1582, 10, 15, 0, 0, 0, -12_219_292_800),
        Example(1600, 2, 29, 6, 7, 8, -11_670_976_372),
        Example(1700, 2, 28, 0, 0, 0, -8_515_324_800),
        Example(1700, 3, 1, 0, 0, 0, -8_515_238_400),
        Example(1883, 11, 18, 12, 3, 58, -2_717_668_562),
        Example(1900, 2, 28, 23, 59, 59, -2_203_891_201),
        Example(1900, 3, 1, 0, 0, 0, -2_203_891_200),
        Example(1901, 12, 13, 20, 45, 52, -2_147_483_648),
        Example(1969, 12, 31, 23, 59, 59, -1),
        Example(1970, 1, 1, 0, 0, 0, 0),
        Example(1970, 1, 1, 23, 59, 59, 86_399),
        Example(1972, 2, 29, 0, 0, 0, 68_169_600),
        Example(1999, 12, 31, 23, 59, 59, 946_684_799),
        Example(2000, 2, 29, 0, 0, 0, 951_782_400),
        Example(2000, 3, 1, 0, 0, 0, 951_868_800),
        Example(2016, 12, 31, 23, 59, 59, 1_483_228_799),
        Example(2017, 8, 23, 4, 27, 1, 1_503_462_421),
        Example(2024, 2, 29, 23, 59, 59, 1_709_251_199),
        Example(2025, 2, 28, 23, 59, 59, 1_740_787_199),
        Example(2025, 3, 1, 0, 0, 0, 1_740_787_200),
        Example(2027, 1, 15, 8, 0, 0, 1_800_000_000),
        Example(2038, 1, 19, 3, 14, 7, 2_147_483_647),
        Example(2038, 1, 19, 3, 14, 8, 2_147_483_648),
        Example(2100, 2, 28, 23, 59, 59, 4_107_542_399),
        Example(2100, 3, 1, 0, 0, 0, 4_107_542_400),
        Example(2106, 2, 7, 6, 28, 15, 4_294_967_295),
        Example(2400, 2, 29, 0, 0, 0, 13_574_563_200),
        Example(4000, 2, 29, 0, 0, 0, 64_065_686_400),
        Example(9999, 12, 31, 0, 0, 0, 253_402_214_400),
        Example(9999, 12, 31, 23, 59, 59, 253_402_300_799),
    ]

    @Test("An instant converts to its date and time in UTC", arguments: examples)
    func fromInstant(_ example: Example) {
        let civil = CivilDate(LicenseInstant(secondsSince1970: example.seconds))
        #expect([civil.year, civil.month, civil.day] == example.date)
        #expect([civil.hour, civil.minute, civil.second] == example.time)
    }

    @Test("A date and time in UTC converts to its seconds since 1970", arguments: examples)
    func toSeconds(_ example: Example) {
        let (date, time) = (example.date, example.time)
        let civil = CivilDate(
            year: date[0],
            month: date[1],
            day: date[2],
            hour: time[0],
            minute: time[1],
            second: time[2]
        )
        #expect(civil.secondsSince1970 == example.seconds)
    }

    @Test("Each month of the years 0 to 9999 starts when the previous one ends", .timeLimit(.minutes(1)))
    func everyMonth() {
        // The start of each month, calculated only from the lengths of the months before it.
        var seconds: Int64 = -62_167_219_200
        var failures = 0
        for year in 0...9_999 {
            for month in 1...12 {
                let civil = CivilDate(LicenseInstant(secondsSince1970: seconds))
                if civil != CivilDate(year: year, month: month, day: 1) || civil.secondsSince1970 != seconds {
                    failures += 1
                }
                seconds += Int64(CivilDate.days(inMonth: month, of: year)) * 86_400
            }
        }
        #expect(failures == 0)
        #expect(seconds == 253_402_300_800)
    }

    @Test(
        "February has 29 days only in leap years of the Gregorian calendar",
        arguments: [
            (0, 29), (1, 28), (4, 29), (100, 28), (400, 29), (1900, 28), (2000, 29), (2023, 28), (2024, 29),
            (2100, 28), (2400, 29), (9996, 29), (9999, 28),
        ]
    )
    func february(_ year: Int, _ days: Int) {
        #expect(CivilDate.days(inMonth: 2, of: year) == days)
    }

    @Test("Every month except February has 30 or 31 days")
    func months() {
        let lengths = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map { CivilDate.days(inMonth: $0, of: 2_027) }
        #expect(lengths == [31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    }
}
