import LicenseIssuing
import LicenseModel
import Testing

@Suite("Time zones without ambiguity")
struct CalendarZoneTests {
    @Test(
        "A zone is the name of a place, UTC, or a fixed offset",
        arguments: [
            ("Asia/Shanghai", "+08:00"), ("America/Argentina/Buenos_Aires", "-03:00"), ("America/Chicago", "-06:00"),
            ("Asia/Kathmandu", "+05:45"), ("Etc/GMT+12", "-12:00"), ("UTC", "+00:00"), ("Etc/UTC", "+00:00"),
            ("+08:00", "+08:00"), ("-03:30", "-03:30"), ("+00:00", "+00:00"), ("+14:00", "+14:00"),
            ("-14:00", "-14:00"),
        ]
    )
    func accepted(text: String, offset: String) throws {
        let zone = try CalendarZone(text)
        #expect(zone.description == text)
        #expect(zone.offset(at: try LicenseInstant("2027-01-15T08:00:00Z")) == offset)
    }

    @Test(
        "An abbreviation is refused as ambiguous",
        arguments: [
            "CST", "EST", "IST", "BST", "GMT", "PST8PDT", "Z", "utc", "Shanghai", "China Standard Time", "", "GB",
        ]
    )
    func ambiguous(text: String) {
        let error = #expect(throws: InvalidTextError.self) { try CalendarZone(text) }
        #expect(error?.description.contains("is ambiguous") ?? false)
    }

    @Test(
        "A text that is neither a known place nor an offset is refused",
        arguments: [
            "Asia/Shangai", "asia/shanghai", "Asia/", "/", "../Asia/Shanghai", "posix/Asia/Shanghai", "Foo/Bar", "+8",
            "+8:00", "+0800", "+08:60", "+14:01", "-15:00", "+24:00", "+08:00 ", "+", "-", "+08:00:00", "+０8:00",
            "−08:00",
        ]
    )
    func refused(text: String) {
        #expect(throws: InvalidTextError.self) { try CalendarZone(text) }
    }

    @Test("Local time and offset follow daylight saving time")
    func localTime() throws {
        let berlin = try CalendarZone("Europe/Berlin")
        #expect(berlin.localTime(at: try LicenseInstant("2027-01-15T23:30:00Z")) == "2027-01-16T00:30:00+01:00")
        #expect(berlin.localTime(at: try LicenseInstant("2027-07-15T22:30:00Z")) == "2027-07-16T00:30:00+02:00")
        #expect(
            CalendarZone.utc.localTime(at: try LicenseInstant("2027-07-15T22:30:00Z")) == "2027-07-15T22:30:00+00:00"
        )
    }

    @Test(
        "A number of years ends on the same date and at the same time of day in the zone",
        arguments: [
            ("2027-03-01T08:00:00Z", 1, "UTC", "2028-03-01T08:00:00Z"),
            // A leap day in between does not shorten the term.
            ("2027-06-30T16:00:00Z", 1, "Asia/Shanghai", "2028-06-30T16:00:00Z"),
            ("2027-06-30T16:00:00Z", 3, "Asia/Shanghai", "2030-06-30T16:00:00Z"),
            // February 29, in the zone and not in UTC.
            ("2028-02-29T12:00:00Z", 1, "UTC", "2029-03-01T12:00:00Z"),
            ("2028-02-29T12:00:00Z", 4, "UTC", "2032-02-29T12:00:00Z"),
            ("2028-02-29T12:00:00Z", 72, "UTC", "2100-03-01T12:00:00Z"),
            ("2028-02-28T16:00:00Z", 1, "Asia/Shanghai", "2029-02-28T16:00:00Z"),
            ("2028-02-29T16:00:00Z", 1, "Asia/Shanghai", "2029-02-28T16:00:00Z"),
            ("2028-02-28T16:00:00Z", 1, "+08:00", "2029-02-28T16:00:00Z"),
            // The start is in summer time, the end in winter time: the time of day is the same.
            ("2026-03-29T10:00:00Z", 1, "Europe/Berlin", "2027-03-29T10:00:00Z"),
            ("2026-10-25T11:00:00Z", 2, "Europe/Berlin", "2028-10-25T10:00:00Z"),
            // At the end, clocks skip 02:30, or show it twice.
            ("2026-03-28T01:30:00Z", 1, "Europe/Berlin", "2027-03-28T01:00:00Z"),
            ("2026-10-31T01:30:00Z", 1, "Europe/Berlin", "2027-10-31T01:30:00Z"),
            ("9998-06-30T00:00:00Z", 1, "UTC", "9999-06-30T00:00:00Z"),
        ]
    )
    func years(start: String, years: Int, zone: String, end: String) throws {
        let start = try LicenseInstant(start)
        #expect(try CalendarZone(zone).instant(years: years, after: start)?.description == end)
    }

    @Test(
        "A number of years that ends after the year 9999, or is not positive, has no end",
        arguments: [0, -1, .min, 7_973, .max]
    )
    func noEnd(years: Int) throws {
        #expect(CalendarZone.utc.instant(years: years, after: try LicenseInstant("2027-03-01T08:00:00Z")) == nil)
    }
}
