import Foundation
import LicenseIssuing
import LicenseModel
import Testing

@Suite("The end of a calendar day in a time zone")
struct CalendarDayTests {
    @Test(
        "A day ends when no clock in the time zone shows it any longer",
        arguments: [
            ("2027-06-30", "Asia/Shanghai", "2027-06-30T16:00:00Z"),
            ("2027-06-30", "UTC", "2027-07-01T00:00:00Z"),
            ("2027-12-31", "UTC", "2028-01-01T00:00:00Z"),
            ("2028-02-28", "UTC", "2028-02-29T00:00:00Z"),
            ("2028-02-29", "UTC", "2028-03-01T00:00:00Z"),
            // Winter, summer, and the days on which daylight saving time starts or ends, with the day before.
            ("2027-01-15", "Europe/Berlin", "2027-01-15T23:00:00Z"),
            ("2027-07-15", "Europe/Berlin", "2027-07-15T22:00:00Z"),
            ("2027-03-27", "Europe/Berlin", "2027-03-27T23:00:00Z"),
            ("2027-03-28", "Europe/Berlin", "2027-03-28T22:00:00Z"),
            ("2027-10-30", "Europe/Berlin", "2027-10-30T22:00:00Z"),
            ("2027-10-31", "Europe/Berlin", "2027-10-31T23:00:00Z"),
            ("2027-03-13", "America/New_York", "2027-03-14T05:00:00Z"),
            ("2027-03-14", "America/New_York", "2027-03-15T04:00:00Z"),
            ("2027-11-07", "America/New_York", "2027-11-08T05:00:00Z"),
            // Midnight is skipped: at 04:00 UTC, the clocks are set from 24:00 to 01:00.
            ("2027-09-04", "America/Santiago", "2027-09-05T04:00:00Z"),
            // Midnight is repeated: at 03:00 UTC, the clocks are set back from 24:00 to 23:00 of the same day.
            ("2027-04-03", "America/Santiago", "2027-04-04T04:00:00Z"),
            // The zones farthest from UTC, and zones with unusual offsets.
            ("2027-06-30", "Pacific/Kiritimati", "2027-06-30T10:00:00Z"),
            ("2027-06-30", "Etc/GMT+12", "2027-07-01T12:00:00Z"),
            ("2027-06-30", "Asia/Kathmandu", "2027-06-30T18:15:00Z"),
            ("2027-01-15", "Australia/Lord_Howe", "2027-01-15T13:00:00Z"),
            ("2027-07-15", "Australia/Lord_Howe", "2027-07-15T13:30:00Z"),
            // The zone skipped 2011-12-30.
            ("2011-12-29", "Pacific/Apia", "2011-12-30T10:00:00Z"),
            ("2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z"),
            ("2011-12-31", "Pacific/Apia", "2011-12-31T10:00:00Z"),
            // The latest instant.
            ("9999-12-31", "UTC", "9999-12-31T23:59:59Z"),
        ]
    )
    func end(day: String, zone: String, end: String) throws {
        let day = try CalendarDay(day)
        #expect(day.end(in: try CalendarZone(zone)).description == end)
    }

    @Test("In every time zone, clocks show a later date only from the end of the day on")
    func everyZone() throws {
        let days = ["2026-10-31", "2027-03-13", "2027-03-27", "2027-04-03", "2027-09-04", "2027-10-30"]
        for identifier in TimeZone.knownTimeZoneIdentifiers where identifier.contains("/") {
            let zone = try CalendarZone(identifier)
            for text in days {
                let day = try CalendarDay(text)
                let end = day.end(in: zone)
                #expect(Self.day(of: end.advanced(bySeconds: -1), in: zone) <= text, "\(identifier) \(text)")
                for minutes in 0..<48 {
                    let later = end.advanced(bySeconds: Int64(minutes) * 1_800)
                    #expect(Self.day(of: later, in: zone) > text, "\(identifier) \(text) +\(minutes * 30) min")
                }
            }
        }
    }

    /// Returns the date that clocks in a time zone show at an instant, in ISO 8601 format.
    private static func day(of instant: LicenseInstant, in zone: CalendarZone) -> String {
        let offset = zone.timeZone.secondsFromGMT(for: instant.date)
        return String(instant.advanced(bySeconds: Int64(offset)).description.prefix(10))
    }

    @Test(
        "A text that is not a date from 1970 or later is refused",
        arguments: [
            "", "2027", "2027-6-30", "2027-06-31", "2027-02-29", "2027-13-01", "2027-00-10", "2027-06-00", "1969-12-31",
            "2027-06-30T", "2027-06-3O", " 2027-06-30", "2027-06-30 ", "20270630", "2027/06/30", "２027-06-30",
        ]
    )
    func refused(text: String) {
        #expect(throws: InvalidTextError.self) { try CalendarDay(text) }
    }

    @Test("A day can be created from numbers, and its description is in ISO 8601 format")
    func numbers() throws {
        #expect(CalendarDay(year: 2_027, month: 6, day: 30)?.description == "2027-06-30")
        #expect(try CalendarDay("2027-06-30") == CalendarDay(year: 2_027, month: 6, day: 30))
        for (year, month, day) in [(2_027, 2, 29), (10_000, 1, 1), (.min, .max, .max)] {
            #expect(CalendarDay(year: year, month: month, day: day) == nil)
        }
    }
}
