import Foundation
import LicenseModel
import LicensePolicy
import Synchronization
import TestSupport
import Testing

/// Concurrent readers of a gate whose licenses change all the time.
///
/// A release build makes a billion checks, and a debug build as many as fit into half a second. The variable `GATE_SECONDS`
/// sets another duration, for example for the thread sanitizer.
@Suite("Concurrent use of a gate")
struct GateConcurrencyTests {
    private static let modules: [License.Module] = ["one", "two", "three", "four"]

    #if DEBUG
    private static let checkGoal = 0
    private static let defaultSeconds = 0.5
    #else
    private static let checkGoal = 1_000_000_000
    private static let defaultSeconds = 0.0
    #endif

    @Test("Eight readers never see a mixed state during a thousand updates per second")
    func readers() throws {
        let (base, plus) = (License.base(), License.plus("one", "two", "three", "four"))
        let gate = LicenseGate([base, plus], configuration: .unchecked, trustedClock: .firstStart)
        let shared = SharedChecks(gate, modules: Self.modules)
        let seconds = ProcessInfo.processInfo.environment["GATE_SECONDS"].flatMap(Double.init)
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds ?? Self.defaultSeconds)
        let limit = clock.now + .seconds(120)

        let group = DispatchGroup()
        for reader in 0..<8 {
            group.enter()
            Thread {
                shared.read(first: reader % Self.modules.count)
                group.leave()
            }
            .start()
        }
        // The licenses alternate, so that the modules are licensed after an even number of updates.
        var wait = clock.now
        while clock.now < end || (seconds == nil && shared.checks < Self.checkGoal && clock.now < limit) {
            for licenses in [[base], [base, plus]] {
                shared.updates.add(1, ordering: .sequentiallyConsistent)
                gate.update(licenses)
                shared.updates.add(1, ordering: .sequentiallyConsistent)
                wait += .milliseconds(1)
                let pause = wait - clock.now
                if pause > .zero {
                    Thread.sleep(forTimeInterval: Double(pause.components.attoseconds) / 1e18)
                }
            }
        }
        shared.stop.store(true, ordering: .sequentiallyConsistent)
        group.wait()

        let updateCount = shared.updates.load(ordering: .relaxed) / 2
        print("gate: \(shared.checks) checks, \(updateCount) updates, \(shared.faults) mixed")
        #expect(shared.faults == 0)
        #expect(shared.compared > 0, "No pair of answers was compared around an update")
        if seconds == nil {
            #expect(shared.checks >= Self.checkGoal)
        }
    }

    @Test("If eight threads modify the licenses at the same time, no change is lost")
    func modifications() throws {
        let (threads, rounds) = (8, 20)
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart)
        let runs = Atomic<Int>(0)
        let start = Atomic<Int>(0)
        let lost = Atomic<Int>(0)
        let done = DispatchGroup()
        for thread in 0..<threads {
            done.enter()
            Thread {
                // Wait for the other threads, because starting one takes longer than several rounds.
                start.add(1, ordering: .acquiringAndReleasing)
                while start.load(ordering: .acquiring) < threads {}
                for round in 0..<rounds {
                    let license = License.plus("one", id: LicenseID(stringLiteral: "P-\(thread)-\(round)"))
                    gate.modify { licenses in
                        runs.add(1, ordering: .relaxed)
                        licenses.append(license)
                    }
                    // Remove every second license again, so that a lost removal is detected, too.
                    if round % 2 == 1 {
                        gate.modify { $0.removeAll { $0 == license } }
                    }
                    if gate.licenses.contains(license) == (round % 2 == 1) {
                        lost.add(1, ordering: .relaxed)
                    }
                }
                done.leave()
            }
            .start()
        }
        done.wait()

        let expected = (0..<threads)
            .flatMap { thread in
                stride(from: 0, to: rounds, by: 2).map { "P-\(thread)-\($0)" }
            }
        #expect(gate.licenses.map(\.id.rawValue).sorted() == (["B-1"] + expected).sorted())
        #expect(lost.load(ordering: .relaxed) == 0)
        if ProcessInfo.processInfo.activeProcessorCount > 1 {
            #expect(runs.load(ordering: .relaxed) > threads * rounds, "The threads did not overlap")
        }
    }
}

/// The checks that the threads share, with the counts of their results.
private final class SharedChecks: Sendable {
    let updates = Atomic<Int>(0)
    let stop = Atomic<Bool>(false)

    private let all: LicenseCheck
    private let core: LicenseCheck
    private let single: [LicenseCheck]
    private let checkCount = Atomic<Int>(0)
    private let faultCount = Atomic<Int>(0)
    private let comparedCount = Atomic<Int>(0)

    init(_ gate: LicenseGate, modules: [License.Module]) {
        self.single = modules.map { gate.makeCheck(for: .view(.module($0))) }
        self.all = gate.makeCheck(for: .view(.module(modules[0])), and: modules.dropFirst().map { .view(.module($0)) })
        self.core = gate.makeCheck(for: .operate(.base))
    }

    var checks: Int { self.checkCount.load(ordering: .relaxed) }
    var faults: Int { self.faultCount.load(ordering: .relaxed) }
    var compared: Int { self.comparedCount.load(ordering: .relaxed) }

    /// Repeats the checks until the test stops, and compares each group of answers with the number of updates.
    ///
    /// `updates` is odd while an update runs. If at most one update overlaps a group, an old answer after a new one is
    /// a fault: the reader has seen half of an update.
    func read(first: Int) {
        let one = self.single[first]
        let other = self.single[(first + 1) % self.single.count]
        while !self.stop.load(ordering: .relaxed) {
            var faults = 0
            var compared = 0
            for _ in 0..<1_000 {
                let before = self.updates.load(ordering: .sequentiallyConsistent)
                let answers = (one.isAllowed, other.isAllowed, self.all.isAllowed)
                let after = self.updates.load(ordering: .sequentiallyConsistent)
                // The core is licensed in every state.
                faults += self.core.isAllowed ? 0 : 1

                // The only update that may overlap the group, and the answer that it leads to.
                let update = (before + 2) / 2
                guard after <= 2 * update else {
                    continue
                }
                let newAnswer = update % 2 == 0
                if answers.0 == newAnswer {
                    faults += answers.1 == newAnswer && answers.2 == newAnswer ? 0 : 1
                } else if answers.1 == newAnswer {
                    faults += answers.2 == newAnswer ? 0 : 1
                }
                if before == after, before % 2 == 0 {
                    // No update ran, so the answers still come from the previous one.
                    faults += answers == (!newAnswer, !newAnswer, !newAnswer) ? 0 : 1
                }
                compared += 1
            }
            self.checkCount.add(4_000, ordering: .relaxed)
            self.faultCount.add(faults, ordering: .relaxed)
            self.comparedCount.add(compared, ordering: .relaxed)
        }
    }
}
