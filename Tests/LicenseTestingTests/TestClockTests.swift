import LicenseModel
import LicenseTesting
import Testing

@Suite("The clock of a test")
struct TestClockTests {
    @Test("It starts at the instant that is said, and stands still")
    func start() {
        let clock = TestLicenseClock()
        #expect(clock.now.description == "2027-01-01T00:00:00Z")
        #expect(clock.now == TestLicenseClock.start)
        #expect(TestLicenseClock(at: LicenseInstant(secondsSince1970: 5)).now.secondsSince1970 == 5)
    }

    @Test("It goes where it is told, back as well")
    func steering() {
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

    @Test("It stops at the ends of time")
    func ends() {
        let clock = TestLicenseClock()
        clock.advance(days: .max)
        #expect(clock.now == .latest)
        clock.advance(seconds: .min)
        #expect(clock.now == .earliest)
    }

    @Test("Steps of many threads all count")
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
