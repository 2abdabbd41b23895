import LicenseModel
import LicensePolicy
import Testing

@Suite("A wrong wall clock on a machine that ran correctly for a day")
struct TrustedClockSimulationTests {
    private static let tenYears: Int64 = 315_576_000

    @Test(
        "Setting the wall clock back on a running machine does not gain time",
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
        "Setting the wall clock back during a reboot does not gain time",
        arguments: [82_800, 90_000, 34_560_000] as [Int64]
    )
    func backOverReboot(_ seconds: Int64) {
        var machine = SimulatedMachine()
        machine.reboot(after: 0, error: -seconds)
        #expect(machine.lead == 0)
        machine.run(7 * 86_400)
        #expect(machine.lead == 0)
    }

    @Test("The mark regains the time of a shutdown once the wall clock is correct")
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
        "A wall clock that is ten years ahead for a while costs at most that time",
        // The mark follows from the reading that completes an hour, which covers the ten minutes before it.
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
        "Booting with a dead clock battery has no lasting effect",
        arguments: [
            // The error of the wall clock, which shows 1970, 2000 and ten years ahead, and the lasting cost.
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

    @Test("The mark follows the uptime over many reboots with the wall clock ahead")
    func reboots() {
        var machine = SimulatedMachine()
        for _ in 0..<100 {
            machine.reboot(after: 0, error: 315_576_000)
            machine.run(3_599)
        }
        machine.setWall(error: 0)
        #expect(machine.lead == 0)
    }

    @Test("A machine that was suspended for a weekend has the correct time")
    func suspended() {
        var machine = SimulatedMachine()
        machine.run(216_000, every: 216_000)
        #expect(machine.lead == 0)
        #expect(machine.markLead == 0)
        machine.setWall(error: -90_000)
        #expect(machine.lead == 0)
    }

    @Test("A step of less than a minute keeps the clock steady, a minute restarts the hour")
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

    @Test("The mark of an old license catches up at twice the speed after the first hour")
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
        // A day of uptime, and the same again except for the first 50 minutes.
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_799_305_800))
        // Until then, setting the wall clock back to the mark gains time: nine days here.
        observe(after: 86_400, wall: -100 * 86_400)
        #expect(clock.now == clock.mark)
        for seconds in stride(from: 87_000, through: 11 * 86_400, by: 600) as StrideThrough<Int64> {
            observe(after: seconds)
        }
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_800_950_400))
    }
}
