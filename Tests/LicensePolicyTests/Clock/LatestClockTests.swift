import Foundation
import LicenseModel
import LicensePolicy
import Testing

@Suite("The latest of several saved clocks")
struct LatestClockTests {
    /// A clock with a mark, and the wall clock's time of its reading.
    private static func clock(_ mark: Int64?, _ wall: Int64? = nil) -> TrustedClock {
        var clock = mark.map { TrustedClock(mark: LicenseInstant(secondsSince1970: $0)) } ?? .firstStart
        if let wall {
            let instant = LicenseInstant(secondsSince1970: wall)
            clock.observe(ClockReading(wall: instant, bootTime: 5, bootID: "boot"))
        }
        return clock
    }

    @Test(
        "It is the one with the latest mark, of equal ones the latest reading",
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

    @Test("A mark is a mark, even the earliest that there is")
    func earliestMark() {
        let marked = TrustedClock(mark: LicenseInstant(secondsSince1970: 0))
        let clocks = [TrustedClock.firstStart, marked]
        #expect(TrustedClock.latest(of: clocks) == marked)
        #expect(TrustedClock.latest(of: clocks.reversed()) == marked)
    }

    @Test("Of none there is none, so that only the caller can say that it is a first start")
    func none() {
        #expect(TrustedClock.latest(of: []) == nil)
    }

    @Test("Of two files that are written in turn, the one that was saved last is found")
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
