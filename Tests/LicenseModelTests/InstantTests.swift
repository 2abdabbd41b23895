import Foundation
import LicenseModel
import TestSupport
import Testing

@Suite("Instants in seconds since 1970", .tags(.p61))
struct InstantTests {
    static let earliest: Int64 = -62_167_219_200
    static let latest: Int64 = 253_402_300_799

    @Test(
        "Seconds outside the years 0 to 9999 are clamped",
        arguments: [
            (0, 0), (-1, -1), (1_800_000_000, 1_800_000_000),
            (earliest, earliest), (earliest - 1, earliest), (earliest + 1, earliest + 1), (.min, earliest),
            (latest, latest), (latest + 1, latest), (latest - 1, latest - 1), (.max, latest),
        ] as [(Int64, Int64)]
    )
    func clamping(_ seconds: Int64, _ expected: Int64) {
        #expect(LicenseInstant(secondsSince1970: seconds).secondsSince1970 == expected)
    }

    @Test("The range is the first second of the year 0 to the last of the year 9999")
    func ends() {
        #expect(LicenseInstant.earliest.secondsSince1970 == -62_167_219_200)
        #expect(LicenseInstant.latest.secondsSince1970 == 253_402_300_799)
    }

    @Test(
        "A date is rounded down to a whole second, also before 1970",
        arguments: [
            (0, 0), (0.999, 0), (1, 1), (-0.001, -1), (-1, -1), (-1.5, -2), (1_800_000_000.75, 1_800_000_000),
            (253_402_300_798.5, 253_402_300_798), (253_402_300_799, latest), (253_402_300_799.5, latest),
            (253_402_300_800, latest), (-62_167_219_200, earliest), (-62_167_219_200.5, earliest),
            (-62_167_219_199.5, earliest),
        ] as [(Double, Int64)]
    )
    func dates(_ seconds: Double, _ expected: Int64) {
        #expect(LicenseInstant(Date(timeIntervalSince1970: seconds)).secondsSince1970 == expected)
    }

    @Test(
        "An infinite or huge date is clamped, and a NaN date becomes the latest instant",
        arguments: [
            (.nan, latest), (.signalingNaN, latest), (.infinity, latest), (-.infinity, earliest),
            (.greatestFiniteMagnitude, latest), (-.greatestFiniteMagnitude, earliest), (1e300, latest),
        ] as [(Double, Int64)]
    )
    func extremeDates(_ seconds: Double, _ expected: Int64) {
        #expect(LicenseInstant(Date(timeIntervalSince1970: seconds)).secondsSince1970 == expected)
    }

    @Test("An instant converts to a date and back unchanged", arguments: [earliest, -1, 0, 1_800_000_000, latest])
    func dateRoundTrip(_ seconds: Int64) {
        let date = LicenseInstant(secondsSince1970: seconds).date
        #expect(date.timeIntervalSince1970 == Double(seconds))
        #expect(LicenseInstant(date).secondsSince1970 == seconds)
    }

    @Test(
        "Days of 86,400 seconds are added, up to the ends of the range",
        arguments: [
            (0, 0, 0), (0, 1, 86_400), (0, -1, -86_400), (1_800_000_000, 14, 1_801_209_600),
            (1_800_000_000, 365, 1_831_536_000), (latest - 86_400, 1, latest), (latest - 86_399, 1, latest),
            (earliest + 86_400, -1, earliest), (earliest + 86_399, -1, earliest),
            (0, .max, latest), (0, .min, earliest), (latest, .max, latest), (latest, .min, earliest),
            (earliest, .max, latest), (earliest, .min, earliest), (0, 106_751_991_167_300, latest),
            (0, 106_751_991_167_301, latest), (0, -106_751_991_167_301, earliest),
        ] as [(Int64, Int, Int64)]
    )
    func days(_ start: Int64, _ days: Int, _ expected: Int64) {
        #expect(LicenseInstant(secondsSince1970: start).advanced(byDays: days).secondsSince1970 == expected)
    }

    @Test(
        "Seconds are added, up to the ends of the range",
        arguments: [
            (0, 1, 1), (0, -1, -1), (latest, 1, latest), (latest, -1, latest - 1), (earliest, -1, earliest),
            (earliest, 1, earliest + 1), (latest, .max, latest), (latest, .min, earliest), (earliest, .min, earliest),
            (earliest, .max, latest), (0, .max, latest), (0, .min, earliest), (-1, .min, earliest), (1, .max, latest),
        ] as [(Int64, Int64, Int64)]
    )
    func seconds(_ start: Int64, _ seconds: Int64, _ expected: Int64) {
        #expect(LicenseInstant(secondsSince1970: start).advanced(bySeconds: seconds).secondsSince1970 == expected)
    }

    @Test("Instants are ordered by time")
    func order() {
        let instants = [5, -7, 0, .max, .min].map(LicenseInstant.init(secondsSince1970:))
        let expected: [Int64] = [Self.earliest, -7, 0, 5, Self.latest]
        #expect(instants.sorted().map(\.secondsSince1970) == expected)
        #expect(!(LicenseInstant(secondsSince1970: 5) < LicenseInstant(secondsSince1970: 5)))
    }
}
