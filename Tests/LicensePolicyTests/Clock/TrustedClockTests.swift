import Foundation
import LicenseModel
import LicensePolicy
import Testing

@Suite("TrustedClock")
struct TrustedClockTests {
    private func reading(_ wall: Int64, boot: Int64, _ bootID: String = "boot") -> ClockReading {
        ClockReading(wall: LicenseInstant(secondsSince1970: wall), bootTime: boot, bootID: bootID)
    }

    @Test("Without a mark, the time is the wall clock's, even if that goes back")
    func noMark() {
        var clock = TrustedClock.firstStart
        #expect(clock.now == nil)
        clock.observe(issuedAt: LicenseInstant(secondsSince1970: 5))
        #expect(clock.mark == nil)
        #expect(clock.observe(self.reading(1_000_000, boot: 10)) == LicenseInstant(secondsSince1970: 1_000_000))
        #expect(clock.observe(self.reading(400_000, boot: 20)) == LicenseInstant(secondsSince1970: 400_000))
        #expect(clock.mark == nil)
        #expect(!clock.isSuspect)
    }

    @Test(
        "An iat up to a day ahead of the wall clock raises the mark, but never lowers it",
        arguments: [
            (1_000_000, 1_000_000), (1_086_400, 1_086_400), (1_086_401, 900_000), (899_999, 900_000),
        ] as [(Int64, Int64)]
    )
    func issuedAt(_ issuedAt: Int64, _ mark: Int64) {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 900_000))
        clock.observe(self.reading(1_000_000, boot: 10))
        clock.observe(issuedAt: LicenseInstant(secondsSince1970: issuedAt))
        #expect(clock.mark == LicenseInstant(secondsSince1970: mark))
    }

    @Test(
        "The clock is suspect if the mark is more than a day ahead of the wall clock",
        arguments: [(1_000_000, false), (913_600, false), (913_599, true), (0, true)] as [(Int64, Bool)]
    )
    func suspect(_ wall: Int64, _ isSuspect: Bool) {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(wall, boot: 10))
        #expect(clock.isSuspect == isSuspect)
        #expect(clock.now == LicenseInstant(secondsSince1970: 1_000_000))
    }

    @Test(
        "The wall clocks of two nodes can differ by five minutes",
        arguments: [(1_000_300, false), (999_700, false), (1_000_301, true), (999_699, true)] as [(Int64, Bool)]
    )
    func nodes(_ other: Int64, _ isSuspect: Bool) {
        var clock = TrustedClock.firstStart
        #expect(!clock.isSuspect(comparedTo: LicenseInstant(secondsSince1970: other)))
        clock.observe(self.reading(1_000_000, boot: 10))
        #expect(clock.isSuspect(comparedTo: LicenseInstant(secondsSince1970: other)) == isSuspect)
    }

    @Test("Late readings by another thread do not count time twice")
    func late() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 100))
        for second in 1...1_000 as ClosedRange<Int64> {
            clock.observe(self.reading(0, boot: 100 + second))
            clock.observe(self.reading(0, boot: 100 + second - 1))
        }
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_001_000))
    }

    @Test("If the uptime drops, for example after restoring a snapshot, the mark continues")
    func fall() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 10_000))
        clock.observe(self.reading(0, boot: 500))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 800))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_300))
    }

    @Test(
        "A reading whose uptime drops by less than a minute is late and ignored",
        arguments: [(9_941, true), (9_940, false)] as [(Int64, Bool)]
    )
    func lateness(boot: Int64, isLate: Bool) {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 10_000))
        clock.observe(self.reading(5, boot: boot))
        #expect(clock.reading?.bootTime == (isLate ? 10_000 : boot))
        clock.observe(self.reading(0, boot: 10_010))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_000 + (isLate ? 10 : 70)))
    }

    @Test("If the uptime drops, the clock waits for a steady hour again")
    func fallAndSteadiness() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(2_000_000, boot: 10_000))
        clock.observe(self.reading(2_003_600, boot: 13_600))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_007_200))
        // The uptime drops, although its offset from the wall clock stays the same.
        clock.observe(self.reading(1_990_600, boot: 600))
        clock.observe(self.reading(1_994_199, boot: 4_199))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_010_799))
        clock.observe(self.reading(1_994_200, boot: 4_200))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_010_801))
    }

    @Test("The build date raises the mark regardless of the wall clock, and never lowers it")
    func buildDate() {
        var clock = TrustedClock.firstStart
        clock.observe(builtAt: LicenseInstant(secondsSince1970: 5_000_000))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 5_000_000))
        #expect(clock.observe(self.reading(0, boot: 10)) == LicenseInstant(secondsSince1970: 5_000_000))
        clock.observe(builtAt: LicenseInstant(secondsSince1970: 4_000_000))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 5_000_000))
        #expect(clock.isSuspect)
    }

    @Test("The mark advances by the uptime over a process restart, not over a reboot")
    func restart() {
        // The boot ids are equal as strings, but differ in their bytes.
        let saved = self.reading(1_000_000, boot: 1_000, "caf\u{E9}")
        var same = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000), reading: saved)
        same.observe(self.reading(0, boot: 1_500, "caf\u{E9}"))
        #expect(same.mark == LicenseInstant(secondsSince1970: 1_000_500))

        var other = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000), reading: saved)
        other.observe(self.reading(0, boot: 1_500, "cafe\u{301}"))
        #expect(other.mark == LicenseInstant(secondsSince1970: 1_000_000))
    }

    @Test("After a pause of the virtual machine, the mark follows after a steady hour")
    func paused() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(1_000_000, boot: 0))
        // Ten minutes pass in which the uptime does not advance.
        #expect(clock.observe(self.reading(1_000_610, boot: 10)) == LicenseInstant(secondsSince1970: 1_000_610))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_010))
        clock.observe(self.reading(1_004_209, boot: 3_609))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_003_609))
        clock.observe(self.reading(1_004_809, boot: 4_209))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_004_809))
    }

    @Test("Extreme values do not trap, and the mark does not fall")
    func extremes() {
        let marks: [LicenseInstant] = [.earliest, LicenseInstant(secondsSince1970: 0), .latest]
        let walls: [LicenseInstant] = [.earliest, LicenseInstant(secondsSince1970: 0), .latest]
        let boots: [Int64] = [.min, -1, 0, 1, .max]
        for mark in marks {
            var clock = TrustedClock(mark: mark)
            for wall in walls {
                for boot in boots + boots.reversed() {
                    let before = clock.mark
                    let now = clock.observe(ClockReading(wall: wall, bootTime: boot, bootID: ""))
                    clock.observe(issuedAt: wall)
                    #expect(now >= wall)
                    #expect((clock.mark ?? .earliest) >= (before ?? .earliest))
                }
            }
            #expect(clock.mark == .latest)
        }
    }

    @Test("An uptime that jumps between the bounds of Int64 is clamped")
    func bootTimeBounds() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: .max))
        clock.observe(self.reading(0, boot: .min))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: .max))
        #expect(clock.mark == .latest)
    }

    @Test("After a reboot, the clock waits for a steady hour again")
    func rebootAndSteadiness() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(2_000_000, boot: 0, "one"))
        // The wall clock happens to have the same offset from the uptime.
        clock.observe(self.reading(2_004_000, boot: 4_000, "two"))
        clock.observe(self.reading(2_004_100, boot: 4_100, "two"))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_100))
    }

    @Test("A late reading returns the mark or its wall clock, whichever is later")
    func lateReading() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 100))
        #expect(clock.observe(self.reading(0, boot: 99)) == LicenseInstant(secondsSince1970: 1_000_000))
        #expect(clock.observe(self.reading(1_000_001, boot: 99)) == LicenseInstant(secondsSince1970: 1_000_001))
    }

    @Test("The build date raises a saved mark that is earlier")
    func buildDateAfterMark() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 4_000_000))
        clock.observe(builtAt: LicenseInstant(secondsSince1970: 5_000_000))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 5_000_000))
    }

    @Test("The nanoseconds of a reading are clamped to its second")
    func nanoseconds() {
        func nanoseconds(_ count: Int32) -> Int32 {
            ClockReading(wall: .now, nanoseconds: count, bootTime: 0, bootID: "").nanoseconds
        }
        #expect([Int32.min, -1, 0, 5].map(nanoseconds) == [0, 0, 0, 5])
        #expect([999_999_999, 1_000_000_000, Int32.max].map(nanoseconds) == [999_999_999, 999_999_999, 999_999_999])
    }

    @Test("Readings are equal if all of their values are")
    func equality() {
        func reading(_ wall: Int64, _ nanoseconds: Int32, _ boot: Int64, _ bootID: String) -> ClockReading {
            let wall = LicenseInstant(secondsSince1970: wall)
            return ClockReading(wall: wall, nanoseconds: nanoseconds, bootTime: boot, bootID: bootID)
        }
        let one = reading(1, 2, 3, "caf\u{E9}")
        #expect(one == reading(1, 2, 3, "caf\u{E9}"))
        #expect(one != reading(0, 2, 3, "caf\u{E9}"))
        #expect(one != reading(1, 0, 3, "caf\u{E9}"))
        #expect(one != reading(1, 2, 0, "caf\u{E9}"))
        #expect(one != reading(1, 2, 3, "cafe\u{301}"))
    }

    @Test("The system clock returns a plausible time, a boot ID and a monotonic uptime")
    func system() {
        let clock = SystemLicenseClock()
        let first = clock.read()
        let second = clock.read()
        #expect(first.wall > LicenseInstant(secondsSince1970: 1_700_000_000))
        #expect((0...999_999_999).contains(first.nanoseconds))
        #expect(first.bootTime > 0)
        #expect(second.bootTime >= first.bootTime)
        #expect(first.bootID == SystemLicenseClock().read().bootID)
        #if os(Linux)
        #expect(first.bootID.utf8.count == 36)
        #endif
    }

    @Test("A decoded clock continues where the encoded one stopped")
    func coding() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(ClockReading(wall: LicenseInstant(secondsSince1970: 2_000_000), bootTime: 7, bootID: "a"))
        let data = try encoder.encode(clock)
        #expect(
            String(decoding: data, as: UTF8.self)
                == #"{"mark":"1970-01-12T13:46:40Z","reading":{"bootID":"a","bootTime":7,"nanoseconds":0,"#
                + #""wall":"1970-01-24T03:33:20Z"}}"#
        )
        var resumed = try JSONDecoder().decode(TrustedClock.self, from: data)
        #expect(resumed.mark == clock.mark)
        #expect(resumed.reading == clock.reading)
        let later = ClockReading(wall: .earliest, bootTime: 107, bootID: "a")
        #expect(resumed.observe(later) == clock.observe(later))
        #expect(resumed.mark == clock.mark)
    }

    @Test("A clock without a mark and a reading has null members in JSON")
    func codingFirstStart() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(TrustedClock.firstStart)
        #expect(String(decoding: data, as: UTF8.self) == #"{"mark":null,"reading":null}"#)
        #expect(try JSONDecoder().decode(TrustedClock.self, from: data) == .firstStart)
    }

    @Test(
        "JSON that is not a saved clock throws, and is not decoded as a first start",
        arguments: [
            "{}", "null", #"{"mark":null}"#, #"{"reading":null}"#, #"{"mark":1,"reading":null}"#,
            #"{"mark":"2027-01-01","reading":null}"#, #"{"mark":null,"reading":{}}"#,
            #"{"mark":null,"reading":{"wall":"2027-01-01T00:00:00Z","bootTime":1,"bootID":"a"}}"#,
        ]
    )
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(TrustedClock.self, from: Data(json.utf8)) }
    }
}
