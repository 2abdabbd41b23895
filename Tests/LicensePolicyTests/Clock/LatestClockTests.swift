import Foundation
import LicenseModel
import LicensePolicy
import Testing

@Suite("The latest of several saved clocks")
struct LatestClockTests {
    /// Returns a clock with a mark, and with a reading if there is a wall time.
    ///
    /// Both arguments are in seconds since 1970. Without a mark, the result is the clock of a first start.
    private static func clock(_ mark: Int64?, _ wall: Int64? = nil) -> TrustedClock {
        var clock = mark.map { TrustedClock(mark: LicenseInstant(secondsSince1970: $0)) } ?? .firstStart
        if let wall {
            let instant = LicenseInstant(secondsSince1970: wall)
            clock.observe(ClockReading(wall: instant, bootTime: 5, bootID: "boot"))
        }
        return clock
    }

    @Test(
        "The latest clock has the latest mark or, if marks are equal, the latest reading",
        arguments: [
            [(1_000, nil), (2_000, nil)], [(1_999, 9_000), (2_000, 5)], [(nil, 9_000), (1, nil)],
            [(nil, nil), (1, nil)],
            [(2_000, 5), (2_000, 6)], [(2_000, nil), (2_000, 5)], [(nil, 5), (nil, 6)], [(nil, nil), (nil, 5)],
            [(1_000, 9), (1_500, 8), (2_000, 7)], [(7, 7)],
        ] as [[(Int64?, Int64?)]]
    )
    func latest(_ values: [(Int64?, Int64?)]) throws {
        let clocks = values.map { Self.clock($0, $1) }
        for order in clocks.permutations {
            #expect(TrustedClock.latest(of: order) == clocks.last)
        }
    }

    @Test("A clock with a mark of 1970 is later than a clock without a mark")
    func markAndNoMark() {
        let marked = TrustedClock(mark: LicenseInstant(secondsSince1970: 0))
        let clocks = [TrustedClock.firstStart, marked]
        #expect(TrustedClock.latest(of: clocks) == marked)
        #expect(TrustedClock.latest(of: clocks.reversed()) == marked)
    }

    @Test("Without clocks the result is nil, because only the caller knows of a first start")
    func noClocks() {
        #expect(TrustedClock.latest(of: []) == nil)
    }

    @Test("Of two files that are written alternately, the one saved last is the latest")
    func files() throws {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000))
        var files: [Data] = []
        for second in 0..<2 as Range<Int64> {
            let wall = LicenseInstant(secondsSince1970: 5_000 + second)
            clock.observe(ClockReading(wall: wall, bootTime: 10 + second, bootID: "boot"))
            files.append(try JSONEncoder().encode(clock))
        }
        let clocks = try files.reversed().map { try JSONDecoder().decode(TrustedClock.self, from: $0) }
        #expect(TrustedClock.latest(of: clocks)?.reading == clock.reading)
        #expect(TrustedClock.latest(of: clocks)?.mark == clock.mark)
    }
}
