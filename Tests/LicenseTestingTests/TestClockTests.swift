import LicenseModel
import LicenseTesting
import Testing

@Suite("The manual clock for tests")
struct TestClockTests {
    @Test("The clock starts at the given instant, and does not advance")
    func start() {
        let clock = TestLicenseClock()
        #expect(clock.now.description == "2027-01-01T00:00:00Z")
        #expect(clock.now == TestLicenseClock.start)
        #expect(TestLicenseClock(at: LicenseInstant(secondsSince1970: 5)).now.secondsSince1970 == 5)
    }

    @Test("The clock can be advanced, set back and set to an instant")
    func moving() {
        let clock = TestLicenseClock()
        clock.advance(days: 14)
        #expect(clock.now.description == "2027-01-15T00:00:00Z")
        clock.advance(seconds: -1)
        #expect(clock.now.description == "2027-01-14T23:59:59Z")
        clock.advance(days: -366)
        #expect(clock.now.description == "2026-01-13T23:59:59Z")
        clock.set(to: LicenseInstant(secondsSince1970: 0))
        #expect(clock.now.description == "1970-01-01T00:00:00Z")
        #expect(clock.description == "TestLicenseClock(1970-01-01T00:00:00Z)")
    }

    @Test("The clock stops at the earliest and the latest instant")
    func ends() {
        let clock = TestLicenseClock()
        clock.advance(days: .max)
        #expect(clock.now == .latest)
        clock.advance(seconds: .min)
        #expect(clock.now == .earliest)
    }

    @Test("If many threads advance the clock, no step is lost")
    func threads() async {
        let clock = TestLicenseClock(at: LicenseInstant(secondsSince1970: 0))
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1_000 {
                        clock.advance(seconds: 1)
                    }
                }
            }
        }
        #expect(clock.now.secondsSince1970 == 8_000)
    }
}
