import LicenseModel
import LicensePolicy
import Testing

@Suite("A wrong clock, on a machine that has run a day at the true time")
struct TrustedClockSimulationTests {
    private static let tenYears: Int64 = 315_576_000

    @Test(
        "Set back in process, it gains nothing",
        arguments: [82_800, 90_000, 34_560_000] as [Int64]
    )
    func back(_ seconds: Int64) {
        var machine = SimulatedMachine()
        #expect(machine.lead == 0)
        machine.setWall(error: -seconds)
        #expect(machine.lead == 0)
        machine.run(7 * 86_400)
        #expect(machine.lead == 0)
        machine.setWall(error: 0)
        #expect(machine.lead == 0)
    }

    @Test(
        "Set back over a restart of the machine, it gains nothing",
        arguments: [82_800, 90_000, 34_560_000] as [Int64]
    )
    func backOverReboot(_ seconds: Int64) {
        var machine = SimulatedMachine()
        machine.reboot(after: 0, error: -seconds)
        #expect(machine.lead == 0)
        machine.run(7 * 86_400)
        #expect(machine.lead == 0)
    }

    @Test("Time that the machine was off is lost to the mark until the wall clock is right again")
    func off() {
        var machine = SimulatedMachine()
        machine.reboot(after: 3_600, error: -90_000)
        #expect(machine.lead == -3_600)
        machine.setWall(error: 0)
        #expect(machine.lead == 0)
        machine.run(4 * 3_600)
        #expect(machine.markLead == 0)
    }

    @Test(
        "Set forward ten years for a while and then right, it costs at most that while",
        // For the first hour the mark does not follow; the interval of ten minutes in which that hour ends counts.
        arguments: [(300, 0), (3_599, 0), (7_200, 4_200), (216_000, 213_000)] as [(Int64, Int64)]
    )
    func forward(_ duration: Int64, _ cost: Int64) {
        var machine = SimulatedMachine()
        machine.setWall(error: Self.tenYears)
        #expect(machine.lead == 315_576_000)
        machine.run(duration)
        machine.setWall(error: 0)
        #expect(machine.lead == cost)
        machine.run(30 * 86_400)
        #expect(machine.lead == cost)
    }

    @Test(
        "A start with a dead battery costs nothing that lasts, and nothing latches",
        arguments: [
            // The wall clock's error: back to 1970, to 2000, ten years ahead; and the lasting cost.
            (-1_800_086_400, 0), (-853_401_600, 0), (315_576_000, 0),
        ] as [(Int64, Int64)]
    )
    func deadBattery(_ error: Int64, _ cost: Int64) {
        var machine = SimulatedMachine()
        machine.reboot(after: 0, error: error)
        machine.run(300)
        machine.setWall(error: 0)
        #expect(machine.lead == cost)
        machine.run(30 * 86_400)
        #expect(machine.lead == cost)
        #expect(machine.markLead == cost)
        #expect(!machine.clock.isSuspect)
    }

    @Test("Restarted again and again with the wall clock ahead, the mark never leaves the boot time")
    func restarts() {
        var machine = SimulatedMachine()
        for _ in 0..<100 {
            machine.reboot(after: 0, error: 315_576_000)
            machine.run(3_599)
        }
        machine.setWall(error: 0)
        #expect(machine.lead == 0)
    }

    @Test("A machine that slept for a weekend with a right clock wakes with the right time")
    func suspended() {
        var machine = SimulatedMachine()
        machine.run(216_000, every: 216_000)
        #expect(machine.lead == 0)
        #expect(machine.markLead == 0)
        machine.setWall(error: -90_000)
        #expect(machine.lead == 0)
    }

    @Test("A clock that NTP moves by less than a minute stays steady, by a minute it must be steady for an hour again")
    func steps() {
        var machine = SimulatedMachine()
        machine.setWall(error: 59)
        machine.run(600)
        #expect(machine.markLead == 59)

        var other = SimulatedMachine()
        other.setWall(error: 60)
        other.run(3_599)
        #expect(other.markLead == 0)
        other.run(601)
        #expect(other.markLead == 60)
    }

    @Test("After a first start with an old license the mark catches up at twice the speed, after the first hour")
    func catchingUp() {
        let start: Int64 = 1_800_000_000
        var clock = TrustedClock.firstStart
        func observe(after seconds: Int64, wall error: Int64 = 0) {
            clock.observe(
                ClockReading(
                    wall: LicenseInstant(secondsSince1970: start + seconds + error),
                    bootTime: 50 + seconds,
                    bootID: "boot"
                )
            )
        }
        observe(after: 0)
        clock.observe(issuedAt: LicenseInstant(secondsSince1970: start - 10 * 86_400))
        for seconds in stride(from: 600, through: 3_000, by: 600) as StrideThrough<Int64> {
            observe(after: seconds)
        }
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_799_139_000))
        for seconds in stride(from: 3_600, through: 86_400, by: 600) as StrideThrough<Int64> {
            observe(after: seconds)
        }
        // A day of running, and the same again but for the first 50 minutes.
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_799_305_800))
        // What setting back can gain until then: down to the mark, here nine days.
        observe(after: 86_400, wall: -100 * 86_400)
        #expect(clock.now == clock.mark)
        for seconds in stride(from: 87_000, through: 11 * 86_400, by: 600) as StrideThrough<Int64> {
            observe(after: seconds)
        }
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_800_950_400))
    }
}
