import Foundation
import LicenseModel
import LicensePolicy
import LicenseStore
import LicenseTesting
import Synchronization
import Testing

/// A folder that many tasks use at once, for the thread sanitizer, too.
@Suite("Concurrent use of a license folder")
struct StoreConcurrencyTests {
    /// A clock that all threads of a folder read, with a data race on purpose if `SEEDED_RACE` is set.
    private final class RacyClock: LicenseClock, @unchecked Sendable {
        private let isRacing = ProcessInfo.processInfo.environment["SEEDED_RACE"] != nil
        private var count = 0

        func read() -> ClockReading {
            if self.isRacing {
                self.count += 1
            }
            return SystemLicenseClock().read()
        }
    }

    private static let rounds = 30
    private static let admin = LicenseActor(name: "admin", isAdministrator: true)

    @Test("Changing, checking, observing and canceling at once lose nothing")
    func everything() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let licensing = try TestLicensing(clock: TestLicenseClock(at: LicenseInstant(Date())))
        let files = try (0..<4).map { try licensing.file(for: .base().id(try LicenseID("l\($0)"))) }
        let clock = RacyClock()
        // As two processes, each with a thread of its own.
        var folders: [LicenseFolder] = []
        for _ in 0..<2 {
            folders.append(
                try await LicenseFolder.open(
                    at: path,
                    verifier: licensing.verifier,
                    configuration: PolicyConfiguration(catalog: .testing, node: .only([]), build: .any),
                    clock: clock
                )
            )
        }
        let (folder, other) = (folders[0], folders[1])
        try await folder.install(Array(files[0].utf8), by: Self.admin, activates: true)
        let observed = Atomic<Int>(0)
        let observer = Task {
            for await _ in folder.changes() {
                observed.add(1, ordering: .relaxed)
            }
        }
        let saving = Task { await folder.run() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...3 {
                group.addTask {
                    let folder = number == 1 ? other : folder
                    let id = try LicenseID("l\(number)")
                    for round in 0..<Self.rounds {
                        let file = Array(files[number].utf8)
                        try await folder.install(file, by: Self.admin, activates: round.isMultiple(of: 2))
                        try await folder.delete(id, by: Self.admin)
                    }
                    try await folder.install(Array(files[number].utf8), by: Self.admin)
                }
            }
            group.addTask {
                for _ in 0..<Self.rounds {
                    try await folder.reload(by: Self.admin)
                    _ = try await folder.list()
                    _ = try await folder.history()
                    await folder.saveTime()
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    let check = folder.gate.makeCheck(for: .operate(.base))
                    for _ in 0..<Self.rounds * 100 {
                        #expect(check.isAllowed)
                        _ = folder.findings
                        _ = folder.witness
                    }
                }
            }
            group.addTask {
                // Readers of changes that come and go, and calls whose task is canceled.
                for _ in 0..<Self.rounds {
                    let reader = Task {
                        for await _ in folder.changes() {}
                    }
                    let call = Task { try await folder.reload(by: Self.admin) }
                    let run = Task { await folder.run() }
                    call.cancel()
                    reader.cancel()
                    run.cancel()
                    _ = try await call.value
                    await reader.value
                    await run.value
                }
            }
            try await group.waitForAll()
        }
        saving.cancel()
        observer.cancel()
        await saving.value
        await observer.value
        let reload = try await folder.reload(by: Self.admin)
        #expect(Set(reload.active.map(\.id)) == ["l0", "l1", "l2", "l3"])
        #expect(reload.findings.isEmpty)
        #expect(observed.load(ordering: .relaxed) > Self.rounds)
    }
}
