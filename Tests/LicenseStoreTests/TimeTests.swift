#if DEBUG
import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing

@testable import LicenseStore

@Suite("Saved time")
struct TimeTests {
    private let fixture: StoreFixture

    init() throws {
        self.fixture = try StoreFixture()
    }

    private func slot(_ number: Int) -> String {
        "/licenses/private/time.\(number)"
    }

    /// Opens the folder with a license of 30 days, and lets some days pass with the folder in use.
    private func used(days: Int) throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base(days: 30).id("a")), activates: true)
        for _ in 0..<days {
            self.fixture.clock.advance(days: 1)
            engine.saveTime()
        }
    }

    @Test(
        "Setting the clock back after a restart gains nothing",
        .tags(.p47),
        arguments: [(23, false), (25, true), (400 * 24, true)]
    )
    func setBack(hours: Int, isSuspect: Bool) throws {
        try self.used(days: 31)
        self.fixture.clock.advance(seconds: Int64(-hours * 3_600))
        let engine = try self.fixture.open()
        #expect(engine.gate.entitlements.base.status == .expired)
        #expect(engine.gate.findings.contains { $0.code == .clockSuspect } == isSuspect)
        #expect(engine.findings.isEmpty)
        #expect(try engine.readHistory().contains { $0.code == "clock-suspect" } == isSuspect)
    }

    @Test("The time is saved into both files in turn, and the later one counts")
    func slots() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        var texts: [String?] = [self.fixture.files.text(at: self.slot(0)), self.fixture.files.text(at: self.slot(1))]
        for step in 0..<4 {
            self.fixture.clock.advance(days: 1)
            engine.saveTime()
            let new = [self.fixture.files.text(at: self.slot(0)), self.fixture.files.text(at: self.slot(1))]
            #expect(zip(texts, new).count { $0 != $1 } == 1, "step \(step)")
            texts = new
            #expect(try self.fixture.open(creates: false).gate.trustedClock.mark == engine.gate.trustedClock.mark)
        }
    }

    @Test("A license proves the time as soon as it is installed, before a reload")
    func provenByInstallation() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.file(.base().id("a").issued(daysAgo: 2))
        let issuedAt = TestLicenseClock.start.advanced(byDays: -2)
        try engine.install(file)
        #expect(engine.gate.trustedClock.mark ?? .earliest < issuedAt)
        engine.saveTime()
        self.fixture.clock.set(to: LicenseInstant(secondsSince1970: 0))
        #expect(try self.fixture.open(creates: false).gate.entitlements.instant == issuedAt)
    }

    @Test("A clock before 1970 fails no installation")
    func before1970() throws {
        let file = try self.fixture.file(.base().id("a"))
        self.fixture.clock.set(to: LicenseInstant(secondsSince1970: -1_000_000))
        let engine = try self.fixture.open()
        #expect(try engine.licenseRequest().isEmpty == false)
        try engine.install(file, activates: true)
        #expect(try self.fixture.open(creates: false).activeIDs == ["a"])
        #expect(try engine.readHistory().map(\.event) == [.install, .reload])
    }

    @Test("One damaged file is a finding, and the other one is used", arguments: [0, 1])
    func oneDamaged(_ number: Int) throws {
        try self.used(days: 31)
        self.fixture.files.edit(self.slot(number)) { $0.content[20] ^= 1 }
        self.fixture.clock.advance(days: -100)
        let reader = try self.fixture.open(creates: false)
        #expect(reader.findingCodes == ["time-damaged"])
        #expect(reader.findings.first?.file == "private/time.\(number)")
        #expect(reader.gate.entitlements.base.status == .expired)
        // Saving twice repairs both files.
        let engine = try self.fixture.open()
        engine.saveTime()
        #expect(try self.fixture.open(creates: false).findings.isEmpty)
    }

    @Test("Two damaged files are a finding of their own, and nothing latches")
    func bothDamaged() throws {
        try self.used(days: 3)
        for number in [0, 1] {
            self.fixture.files.edit(self.slot(number)) { $0.content = [] }
        }
        let engine = try self.fixture.open()
        #expect(engine.findingCodes == ["time-unreadable"])
        #expect(engine.gate.entitlements.base.status == .valid)
        engine.saveTime()
        #expect(try self.fixture.open(creates: false).findings.isEmpty)
    }

    @Test("A time that is missing later is a finding", arguments: [[0], [1], [0, 1]])
    func missing(_ numbers: [Int]) throws {
        try self.used(days: 3)
        for number in numbers {
            self.fixture.files.take(self.slot(number))
        }
        let engine = try self.fixture.open()
        #expect(engine.findingCodes == ["time-missing"])
        engine.saveTime()
        #expect(try self.fixture.open(creates: false).findings.isEmpty)
    }

    @Test("A restored folder is noticed with a witness, and no right is gained")
    func restored() throws {
        try self.used(days: 1)
        let backup = self.fixture.files.copy()
        let engine = try self.fixture.open()
        for _ in 0..<40 {
            self.fixture.clock.advance(days: 1)
            engine.saveTime()
        }
        #expect(engine.gate.entitlements.base.status == .expired)
        let witness = try #require(engine.witness)

        // Within one boot of the machine, the time continues from the backup's reading.
        self.fixture.clock.set(to: TestLicenseClock.start.advanced(byDays: 2))
        let sameBoot = try FolderEngine(self.fixture.settings(opening: .withoutWriting, on: backup))
        #expect(sameBoot.gate.entitlements.base.status == .expired)

        self.fixture.clock.restart()
        let blind = try FolderEngine(self.fixture.settings(opening: .withoutWriting, on: backup))
        #expect(blind.gate.entitlements.base.status == .valid)
        #expect(blind.findings.isEmpty)

        let seeing = try FolderEngine(self.fixture.settings(on: backup, witness: witness))
        #expect(seeing.findingCodes == ["time-restored"])
        #expect(seeing.gate.entitlements.base.status == .expired)
        #expect(try seeing.readHistory().contains { $0.code == "time-restored" })
        // The next witness is not behind the old one.
        let next = try #require(seeing.witness)
        #expect(try #require(next.mark) >= (try #require(witness.mark)))
        #expect(next.generation > witness.generation)
        #expect(try FolderEngine(self.fixture.settings(on: backup, witness: next)).findings.isEmpty)
    }

    @Test("A time that cannot be saved is a finding since the first failure")
    func notSaved() throws {
        let engine = try self.fixture.open()
        self.fixture.files.inject(.errors(28, from: 0))
        engine.saveTime()
        self.fixture.clock.advance(days: 1)
        engine.saveTime()
        let finding = try #require(engine.findings.first)
        #expect(finding.code == .timeNotSaved)
        #expect(finding.error == "ENOSPC")
        #expect(finding.since == TestLicenseClock.start)
        self.fixture.files.inject(nil)
        engine.saveTime()
        #expect(engine.findings.isEmpty)
    }

    @Test("A clock at 1970 does not lower what is saved")
    func clockAtStart() throws {
        try self.used(days: 3)
        let mark = try self.fixture.open(creates: false).gate.trustedClock.mark
        self.fixture.clock.set(to: LicenseInstant(secondsSince1970: 0))
        self.fixture.clock.restart()
        let engine = try self.fixture.open()
        engine.saveTime()
        #expect(engine.gate.trustedClock.mark == mark)
        #expect(try self.fixture.open(creates: false).gate.trustedClock.mark == mark)
    }

    @Test("Another process's later mark is kept")
    func twoProcesses() throws {
        try self.used(days: 1)
        let first = try self.fixture.open()
        let second = try self.fixture.open()
        self.fixture.clock.advance(days: 5)
        second.saveTime()
        let mark = second.gate.trustedClock.mark
        self.fixture.clock.set(to: TestLicenseClock.start)
        first.saveTime()
        #expect(try #require(try self.fixture.open(creates: false).gate.trustedClock.mark) >= (try #require(mark)))
    }

    @Test("A folder that is opened without saving the time never saves it")
    func withoutSavingTime() throws {
        try self.used(days: 3)
        let texts = [self.fixture.files.text(at: self.slot(0)), self.fixture.files.text(at: self.slot(1))]
        self.fixture.clock.advance(days: 5)
        let engine = try FolderEngine(self.fixture.settings(opening: .withoutSavingTime))
        try engine.install(self.fixture.file(.plus("m").id("b")), activates: true)
        try engine.delete("a")
        engine.saveTime()
        #expect([self.fixture.files.text(at: self.slot(0)), self.fixture.files.text(at: self.slot(1))] == texts)
        #expect(engine.activeIDs == ["b"])
        #expect(engine.findings.isEmpty)
    }

    @Test("The saved form has every part of the clock, and any damage is noticed")
    func savedForm() throws {
        let reading = ClockReading(wall: self.fixture.clock.now, bootTime: 77, bootID: "boot \"1\"")
        let clock = TrustedClock(mark: self.fixture.clock.now, reading: reading)
        let saved = SavedTime(clock, generation: 5)
        let text = try #require(saved.text)
        #expect(SavedTime(text) == saved)
        #expect(SavedTime(text)?.clock == clock)
        #expect(SavedTime(SavedTime(.firstStart, generation: 0).text ?? [])?.clock == .firstStart)
        for index in text.indices {
            var damaged = text
            damaged[index] ^= 0x04
            #expect(SavedTime(damaged) == nil, "byte \(index)")
        }
        #expect(SavedTime(Array(text.dropLast())) == nil)
        #expect(SavedTime([]) == nil)
    }
}
#endif
