import Foundation
import LicenseModel
import LicensePolicy
import Testing

@Suite("TrustedClock")
struct TrustedClockTests {
    private func reading(_ wall: Int64, boot: Int64, _ bootID: String = "boot") -> ClockReading {
        ClockReading(wall: LicenseInstant(secondsSince1970: wall), bootTime: boot, bootID: bootID)
    }

    @Test("Without a mark the wall clock alone is the time, and nothing is carried")
    func first() {
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
        "A license's iat raises the mark up to a day ahead of the wall clock, and never lowers it",
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
        "It is suspect where the mark is more than a day ahead of the wall clock",
        arguments: [(1_000_000, false), (913_600, false), (913_599, true), (0, true)] as [(Int64, Bool)]
    )
    func suspect(_ wall: Int64, _ isSuspect: Bool) {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(wall, boot: 10))
        #expect(clock.isSuspect == isSuspect)
        #expect(clock.now == LicenseInstant(secondsSince1970: 1_000_000))
    }

    @Test(
        "Two nodes' clocks may be five minutes apart",
        arguments: [(1_000_300, false), (999_700, false), (1_000_301, true), (999_699, true)] as [(Int64, Bool)]
    )
    func nodes(_ other: Int64, _ isSuspect: Bool) {
        var clock = TrustedClock.firstStart
        #expect(!clock.isSuspect(beside: LicenseInstant(secondsSince1970: other)))
        clock.observe(self.reading(1_000_000, boot: 10))
        #expect(clock.isSuspect(beside: LicenseInstant(secondsSince1970: other)) == isSuspect)
    }

    @Test("Late readings by another thread count no time twice")
    func late() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 100))
        for second in 1...1_000 as ClosedRange<Int64> {
            clock.observe(self.reading(0, boot: 100 + second))
            clock.observe(self.reading(0, boot: 100 + second - 1))
        }
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_001_000))
    }

    @Test("A boot time that falls, as does that of a machine put back to a snapshot, counts on from there")
    func fall() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 10_000))
        clock.observe(self.reading(0, boot: 500))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 800))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_300))
    }

    @Test(
        "Less than a minute behind, a reading is late and ignored; from a minute on, the boot time has fallen",
        arguments: [(9_941, 59), (9_940, 0)] as [(Int64, Int64)]
    )
    func lateness(boot: Int64, lost: Int64) {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 10_000))
        clock.observe(self.reading(5, boot: boot))
        // A late reading is not the latest one.
        #expect(clock.reading?.bootTime == (lost == 0 ? boot : 10_000))
        clock.observe(self.reading(0, boot: 10_010))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_000 + (lost == 0 ? 70 : 10)))
    }

    @Test("A boot time that falls within one start makes the clock wait for a steady hour again")
    func fallAndSteadiness() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(2_000_000, boot: 10_000))
        clock.observe(self.reading(2_003_600, boot: 13_600))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_007_200))
        // The wall clock keeps its distance from the boot time, which falls all the same.
        clock.observe(self.reading(1_990_600, boot: 600))
        clock.observe(self.reading(1_994_199, boot: 4_199))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_010_799))
        clock.observe(self.reading(1_994_200, boot: 4_200))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_010_801))
    }

    @Test("The build's date raises the mark and never lowers it, whatever the wall clock shows")
    func buildDate() {
        var clock = TrustedClock.firstStart
        clock.observe(builtAt: LicenseInstant(secondsSince1970: 5_000_000))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 5_000_000))
        #expect(clock.observe(self.reading(0, boot: 10)) == LicenseInstant(secondsSince1970: 5_000_000))
        clock.observe(builtAt: LicenseInstant(secondsSince1970: 4_000_000))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 5_000_000))
        #expect(clock.isSuspect)
    }

    @Test("Over a restart of the process the boot time carries the mark, over one of the machine it does not")
    func restart() {
        let saved = self.reading(1_000_000, boot: 1_000, "caf\u{E9}")
        var same = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000), reading: saved)
        same.observe(self.reading(0, boot: 1_500, "caf\u{E9}"))
        #expect(same.mark == LicenseInstant(secondsSince1970: 1_000_500))

        var other = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000), reading: saved)
        other.observe(self.reading(0, boot: 1_500, "cafe\u{301}"))
        #expect(other.mark == LicenseInstant(secondsSince1970: 1_000_000))
    }

    @Test("A virtual machine that was paused follows its clock again after a steady hour")
    func paused() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(1_000_000, boot: 0))
        // Ten minutes pass while the boot time stands still.
        #expect(clock.observe(self.reading(1_000_610, boot: 10)) == LicenseInstant(secondsSince1970: 1_000_610))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_010))
        clock.observe(self.reading(1_004_209, boot: 3_609))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_003_609))
        clock.observe(self.reading(1_004_809, boot: 4_209))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_004_809))
    }

    @Test("Nothing traps at the ends of the numbers, and the mark does not fall")
    func ends() {
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

    @Test("A boot time between the ends of the numbers passes all time, or falls")
    func bootTimeEnds() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: .max))
        clock.observe(self.reading(0, boot: .min))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: .max))
        #expect(clock.mark == .latest)
    }

    @Test("Another start of the machine waits for a steady hour of its own")
    func restartAndSteadiness() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(2_000_000, boot: 0, "one"))
        // The wall clock has the same distance from the boot time, by chance.
        clock.observe(self.reading(2_004_000, boot: 4_000, "two"))
        clock.observe(self.reading(2_004_100, boot: 4_100, "two"))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_000_100))
    }

    @Test("A late reading is answered with the mark, too")
    func lateAnswer() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        clock.observe(self.reading(0, boot: 100))
        #expect(clock.observe(self.reading(0, boot: 99)) == LicenseInstant(secondsSince1970: 1_000_000))
        #expect(clock.observe(self.reading(1_000_001, boot: 99)) == LicenseInstant(secondsSince1970: 1_000_001))
    }

    @Test("The build's date raises a saved mark that is older")
    func buildDateAfterMark() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 4_000_000))
        clock.observe(builtAt: LicenseInstant(secondsSince1970: 5_000_000))
        #expect(clock.mark == LicenseInstant(secondsSince1970: 5_000_000))
    }

    @Test("The nanoseconds of a reading lie within its second")
    func nanoseconds() {
        func nanoseconds(_ count: Int32) -> Int32 {
            ClockReading(wall: .now, nanoseconds: count, bootTime: 0, bootID: "").nanoseconds
        }
        #expect([Int32.min, -1, 0, 5].map(nanoseconds) == [0, 0, 0, 5])
        #expect([999_999_999, 1_000_000_000, Int32.max].map(nanoseconds) == [999_999_999, 999_999_999, 999_999_999])
    }

    @Test("Readings are equal where all of what they show is")
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

    @Test("The machine's clocks show this century, one start, and a boot time that does not fall")
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

    @Test("A saved clock goes on where it was, by JSON too")
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

    @Test("A clock without a mark is saved as one, with null for what there is none of")
    func codingFirstStart() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(TrustedClock.firstStart)
        #expect(String(decoding: data, as: UTF8.self) == #"{"mark":null,"reading":null}"#)
        #expect(try JSONDecoder().decode(TrustedClock.self, from: data) == .firstStart)
    }

    @Test(
        "What is no saved clock is an error, and no first start",
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
