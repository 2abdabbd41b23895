import Foundation
import LicenseModel
import LicensePolicy
import LicenseTesting
import Synchronization
import TestSupport
import Testing
import ZStackLicensing

/// Readers of a gate's states that start and are canceled at any time, like clients that disconnect during a reload.
@Suite("Concurrent readers of a gate's states")
struct ChangesConcurrencyTests {
    #if DEBUG
    private static let defaultSeconds = 0.5
    #else
    private static let defaultSeconds = 10.0
    #endif

    // The test runs in a separate process, because other tests keep the threads of tasks busy, and because a deadlock
    // then ends only that process.
    @Test("Canceling readers during updates causes no deadlock")
    func cancellations() async {
        await #expect(processExitsWith: .success) {
            try await Self.cancelWhileUpdating()
        }
    }

    private static func cancelWhileUpdating() async throws {
        let clock = TestLicenseClock(at: SystemLicenseClock().read().wall)
        let licenses = try TestLicensing(
            .base(days: 365),
            .plus(.vmware),
            clock: clock,
            configuration: .testing(.zstack)
        )
        .licenses
        let gate = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart)
        let seconds = ProcessInfo.processInfo.environment["GATE_SECONDS"].flatMap(Double.init) ?? self.defaultSeconds
        let end = ContinuousClock.now + .seconds(seconds)
        let counts = Counts()
        let watchdog = Watchdog(seconds: seconds + 60)

        let updater = Thread {
            // A busy machine takes longer to reach the counts. The watchdog ends the test if it never does.
            while ContinuousClock.now < end || !counts.areReached {
                for loaded in [[], licenses] {
                    gate.update(loaded)
                    counts.updates.add(1, ordering: .relaxed)
                }
            }
            counts.isDone.store(true, ordering: .releasing)
        }
        updater.start()
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    while !counts.isDone.load(ordering: .acquiring) {
                        let reader = Task {
                            for await entitlements in gate.states() {
                                // Use the entitlements, so that the thread sanitizer checks the access.
                                counts.states.add(entitlements.modules.count > 1 ? 2 : 1, ordering: .relaxed)
                            }
                        }
                        try? await Task.sleep(for: .microseconds(Int.random(in: 0..<300)))
                        reader.cancel()
                        counts.cancellations.add(1, ordering: .relaxed)
                    }
                }
            }
        }
        watchdog.stop()
        try #require(gate.entitlements.base.status == .valid)
        try #require(counts.areReached)
    }

    private final class Counts: Sendable {
        let updates = Atomic<Int>(0)
        let cancellations = Atomic<Int>(0)
        let states = Atomic<Int>(0)
        let isDone = Atomic<Bool>(false)

        /// Whether enough has happened for a deadlock to show.
        var areReached: Bool {
            self.updates.load(ordering: .relaxed) > 100 && self.cancellations.load(ordering: .relaxed) > 100
                && self.states.load(ordering: .relaxed) > 0
        }
    }
}

/// A thread that ends the process if a test hangs, because a thread that waits for a lock cannot be canceled.
private final class Watchdog: Sendable {
    private let isStopped = Atomic<Bool>(false)

    init(seconds: Double) {
        let end = ContinuousClock.now + .seconds(seconds)
        Thread { [self] in
            while !self.isStopped.load(ordering: .acquiring) {
                precondition(ContinuousClock.now < end, "The gate is deadlocked")
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
        .start()
    }

    func stop() {
        self.isStopped.store(true, ordering: .releasing)
    }
}
