import Foundation
import LicenseModel
import LicensePolicy
import Synchronization
import TestSupport
import Testing

/// Readers on many threads, while the licenses change all the time.
///
/// In a release build a billion checks are asked, else as many as fit into a second; `GATE_SECONDS` says how long otherwise,
/// as for the thread sanitizer.
@Suite("Gate concurrency")
struct GateConcurrencyTests {
    private static let modules: [License.Module] = ["one", "two", "three", "four"]

    #if DEBUG
    private static let checkGoal = 0
    private static let leastSeconds = 1.0
    #else
    private static let checkGoal = 1_000_000_000
    private static let leastSeconds = 0.0
    #endif

    @Test("eight readers see no mixed answer while a thousand updates a second come")
    func readers() throws {
        let (base, plus) = (License.base(), License.plus("one", "two", "three", "four"))
        let gate = LicenseGate([base, plus], configuration: .unchecked, trustedClock: .firstStart)
        let world = World(gate, modules: Self.modules)
        let seconds = ProcessInfo.processInfo.environment["GATE_SECONDS"].flatMap(Double.init)
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds ?? Self.leastSeconds)
        let limit = clock.now + .seconds(120)

        let group = DispatchGroup()
        for reader in 0..<8 {
            group.enter()
            Thread {
                world.read(first: reader % Self.modules.count)
                group.leave()
            }
            .start()
        }
        // A state without the modules and one with them take turns: an even count of updates leaves them licensed.
        var wait = clock.now
        while clock.now < end || (seconds == nil && world.checks < Self.checkGoal && clock.now < limit) {
            for licenses in [[base], [base, plus]] {
                world.updates.add(1, ordering: .sequentiallyConsistent)
                gate.update(licenses)
                world.updates.add(1, ordering: .sequentiallyConsistent)
                wait += .milliseconds(1)
                let pause = wait - clock.now
                if pause > .zero {
                    Thread.sleep(forTimeInterval: Double(pause.components.attoseconds) / 1e18)
                }
            }
        }
        world.stop.store(true, ordering: .sequentiallyConsistent)
        group.wait()

        let updateCount = world.updates.load(ordering: .relaxed) / 2
        print("gate: \(world.checks) checks, \(updateCount) updates, \(world.faults) mixed")
        #expect(world.faults == 0)
        #expect(world.compared > 0, "No pair of answers was compared around an update")
        if seconds == nil {
            #expect(world.checks >= Self.checkGoal)
        }
    }

    @Test("eight threads that modify the licenses at once lose no change")
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
                // All at once: a thread takes longer to start than some rounds.
                start.add(1, ordering: .acquiringAndReleasing)
                while start.load(ordering: .acquiring) < threads {}
                for round in 0..<rounds {
                    let license = License.plus("one", id: LicenseID(stringLiteral: "P-\(thread)-\(round)"))
                    gate.modify { licenses in
                        runs.add(1, ordering: .relaxed)
                        licenses.append(license)
                    }
                    // Each other license goes again, so that removals can be lost, too.
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
            #expect(runs.load(ordering: .relaxed) > threads * rounds, "No thread was in another's way")
        }
    }
}

/// What the threads share.
private final class World: Sendable {
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

    /// Asks until the end, each time around the count of updates.
    ///
    /// The count is odd while an update runs. Where at most one update overlaps with two answers, the first of them new
    /// and the second old is half of an update.
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

                // The number of the update that may run meanwhile, and what it leads to.
                let number = (before + 2) / 2
                guard after <= 2 * number else {
                    continue
                }
                let new = number % 2 == 0
                if answers.0 == new {
                    faults += answers.1 == new && answers.2 == new ? 0 : 1
                } else if answers.1 == new {
                    faults += answers.2 == new ? 0 : 1
                }
                if before == after, before % 2 == 0 {
                    // No update runs: the answers are those of the last one.
                    faults += answers == (!new, !new, !new) ? 0 : 1
                }
                compared += 1
            }
            self.checkCount.add(4_000, ordering: .relaxed)
            self.faultCount.add(faults, ordering: .relaxed)
            self.comparedCount.add(compared, ordering: .relaxed)
        }
    }
}
