import LicenseModel
import TestSupport
import Testing

@Suite("Calendar dates", .tags(.p61))
struct CivilDateTests {
    /// A date and time in UTC, with its seconds since 1970 as Python's `datetime` counts them.
    struct Literal: Sendable, CustomTestStringConvertible {
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

    static let literals: [Literal] = [
        Literal(0, 1, 1, 0, 0, 0, -62_167_219_200),
        Literal(0, 2, 28, 23, 59, 59, -62_162_121_601),
        Literal(0, 2, 29, 0, 0, 0, -62_162_121_600),
        Literal(0, 3, 1, 0, 0, 0, -62_162_035_200),
        Literal(0, 12, 31, 23, 59, 59, -62_135_596_801),
        Literal(1, 1, 1, 0, 0, 0, -62_135_596_800),
        Literal(4, 2, 29, 12, 0, 0, -62_035_848_000),
        Literal(100, 2, 28, 23, 59, 59, -59_006_361_601),
        Literal(100, 3, 1, 0, 0, 0, -59_006_361_600),
        Literal(400, 2, 29, 0, 0, 0, -49_539_340_800),
        Literal(1582, 10, 4, 0, 0, 0, -12_220_243_200),
        Literal(1582, 10, 15, 0, 0, 0, -12_219_292_800),
        Literal(1600, 2, 29, 6, 7, 8, -11_670_976_372),
        Literal(1700, 2, 28, 0, 0, 0, -8_515_324_800),
        Literal(1700, 3, 1, 0, 0, 0, -8_515_238_400),
        Literal(1883, 11, 18, 12, 3, 58, -2_717_668_562),
        Literal(1900, 2, 28, 23, 59, 59, -2_203_891_201),
        Literal(1900, 3, 1, 0, 0, 0, -2_203_891_200),
        Literal(1901, 12, 13, 20, 45, 52, -2_147_483_648),
        Literal(1969, 12, 31, 23, 59, 59, -1),
        Literal(1970, 1, 1, 0, 0, 0, 0),
        Literal(1970, 1, 1, 23, 59, 59, 86_399),
        Literal(1972, 2, 29, 0, 0, 0, 68_169_600),
        Literal(1999, 12, 31, 23, 59, 59, 946_684_799),
        Literal(2000, 2, 29, 0, 0, 0, 951_782_400),
        Literal(2000, 3, 1, 0, 0, 0, 951_868_800),
        Literal(2016, 12, 31, 23, 59, 59, 1_483_228_799),
        Literal(2017, 8, 23, 4, 27, 1, 1_503_462_421),
        Literal(2024, 2, 29, 23, 59, 59, 1_709_251_199),
        Literal(2025, 2, 28, 23, 59, 59, 1_740_787_199),
        Literal(2025, 3, 1, 0, 0, 0, 1_740_787_200),
        Literal(2027, 1, 15, 8, 0, 0, 1_800_000_000),
        Literal(2038, 1, 19, 3, 14, 7, 2_147_483_647),
        Literal(2038, 1, 19, 3, 14, 8, 2_147_483_648),
        Literal(2100, 2, 28, 23, 59, 59, 4_107_542_399),
        Literal(2100, 3, 1, 0, 0, 0, 4_107_542_400),
        Literal(2106, 2, 7, 6, 28, 15, 4_294_967_295),
        Literal(2400, 2, 29, 0, 0, 0, 13_574_563_200),
        Literal(4000, 2, 29, 0, 0, 0, 64_065_686_400),
        Literal(9999, 12, 31, 0, 0, 0, 253_402_214_400),
        Literal(9999, 12, 31, 23, 59, 59, 253_402_300_799),
    ]

    @Test("An instant has the date and time that a calendar says", arguments: literals)
    func fromInstant(_ literal: Literal) {
        let civil = CivilDate(LicenseInstant(secondsSince1970: literal.seconds))
        #expect([civil.year, civil.month, civil.day] == literal.date)
        #expect([civil.hour, civil.minute, civil.second] == literal.time)
    }

    @Test("A date and time is the second that a calendar says", arguments: literals)
    func toSeconds(_ literal: Literal) {
        let (date, time) = (literal.date, literal.time)
        let civil = CivilDate(
            year: date[0],
            month: date[1],
            day: date[2],
            hour: time[0],
            minute: time[1],
            second: time[2]
        )
        #expect(civil.secondsSince1970 == literal.seconds)
    }

    @Test("Every day of the years 0 to 9999 follows the one before", .timeLimit(.minutes(1)))
    func everyMonth() {
        // The first of each month, by the lengths of the months alone.
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
        "February has 29 days in years that 4 divides and 100 does not, or 400 does",
        arguments: [
            (0, 29), (1, 28), (4, 29), (100, 28), (400, 29), (1900, 28), (2000, 29), (2023, 28), (2024, 29),
            (2100, 28), (2400, 29), (9996, 29), (9999, 28),
        ]
    )
    func february(_ year: Int, _ days: Int) {
        #expect(CivilDate.days(inMonth: 2, of: year) == days)
    }

    @Test("The other months have the lengths of every year")
    func months() {
        let lengths = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map { CivilDate.days(inMonth: $0, of: 2_027) }
        #expect(lengths == [31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    }
}
