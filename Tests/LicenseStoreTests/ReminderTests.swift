#if DEBUG
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

@testable import LicenseStore

@Suite("Reminders of a folder")
struct ReminderTests {
    @Test("A reminder is due at once and then once a day, and again after it was gone")
    func schedule() throws {
        let world = try TestLicensing(.base(days: 10))
        var schedule = ReminderSchedule()
        func due() -> Int {
            let report = world.gate.report()
            return schedule.due(report.reminders, at: report.instant).count
        }
        #expect(due() == 1)
        world.clock.advance(seconds: 86_399)
        #expect(due() == 0)
        world.clock.advance(seconds: 1)
        #expect(due() == 1)
        #expect(schedule.due([], at: world.clock.now).isEmpty)
        #expect(due() == 1)
    }

    @Test(
        "A running folder sends each reminder at its start, and then once a day",
        .timeLimit(.minutes(1))
    )
    func running() async throws {
        let test = try await TestLicenseFolder(.base(days: 30).id("b"), .plus("replication", days: 13).id("r"))
        var reminders = test.folder.changes().filter { $0.kind == .reminders }
            .map { $0.reminders.map { "\($0.licenseID) \($0.daysRemaining)" }.sorted() }
            .makeAsyncIterator()
        let run = Task { await test.folder.run(every: .milliseconds(2)) }
        #expect(await reminders.next() == ["r 13"])
        test.clock.advance(days: 1)
        #expect(await reminders.next() == ["r 12"])
        test.clock.advance(days: 16)
        let both = await reminders.next()
        #expect(both == ["b 13", "r 0"])
        run.cancel()
        await run.value
        // The next run starts with all of them.
        let again = Task { await test.folder.run(every: .seconds(600)) }
        #expect(await reminders.next() == ["b 13", "r 0"])
        again.cancel()
        await again.value
    }

    @Test("Changes start with the time that was saved last, and have each later one")
    func witness() async throws {
        let test = try await TestLicenseFolder(.base())
        let saved = try #require(test.folder.witness)
        var changes = test.folder.changes().makeAsyncIterator()
        #expect(await changes.next()?.witness == saved)
        test.clock.advance(days: 1)
        await test.folder.saveTime()
        let next = try #require(await changes.next()?.witness)
        #expect(next.generation == saved.generation + 1)
        #expect(next == test.folder.witness)
    }
}
#endif
