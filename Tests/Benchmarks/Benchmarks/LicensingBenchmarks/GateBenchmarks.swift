import Benchmark
import Foundation
import Glibc
import LicenseModel
import LicensePolicy
import LicenseTesting
import Synchronization
import ZStackLicensing

/// Compares a gate's check with a coarse clock and an atomic load, the minimum for a time-dependent result, and with a lock.
func gate() {
    let world = GateWorld()
    ratio("gate check ÷ coarse clock and atomic load", perRound: 1_000_000) { count in
        world.check(count)
    } to: { count in
        world.bare(count)
    }
    ratio("mutex and dictionary ÷ gate check", perRound: 1_000_000) { count in
        world.locked(count)
    } to: { count in
        world.check(count)
    }
    scaling("gate check: scaling on two threads ÷ scaling of clock and load", perRound: 1_000_000) { count in
        world.check(count)
    } to: { count in
        world.bare(count)
    }
}

/// Compares how two functions scale from one thread to two, in thousandths: 1000 means that both scale equally.
private func scaling(
    _ name: String,
    perRound count: Int,
    of first: @escaping @Sendable (_ count: Int) -> Void,
    to second: @escaping @Sendable (_ count: Int) -> Void
) {
    let metric = BenchmarkMetric.custom("ratio × 1000", polarity: .prefersLarger, useScalingFactor: false)
    let configuration = Benchmark.Configuration(
        metrics: [metric],
        warmupIterations: 3,
        maxDuration: .seconds(60),
        maxIterations: 101
    )
    Benchmark(name, configuration: configuration) { benchmark in
        var times = (one: Duration.zero, two: Duration.zero, bareOne: Duration.zero, bareTwo: Duration.zero)
        let clock = ContinuousClock()
        for _ in 0..<10 {
            times.one += clock.measure { first(count / 10) }
            times.bareOne += clock.measure { second(count / 10) }
            times.two += clock.measure {
                DispatchQueue.concurrentPerform(iterations: 2) { _ in first(count / 10) }
            }
            times.bareTwo += clock.measure {
                DispatchQueue.concurrentPerform(iterations: 2) { _ in second(count / 10) }
            }
        }
        let ratio = (times.one / times.two) / (times.bareOne / times.bareTwo)
        benchmark.measurement(metric, Int((ratio * 1_000).rounded()))
    }
}

/// A check of a gate, and the operations that it is compared with.
private final class GateWorld: Sendable {
    private let check: LicenseCheck
    private let deadline = Atomic<UInt64>(1)
    private let answers = Mutex<[String: Bool]>(["view vmware": true])

    init() {
        let clock = TestLicenseClock(at: SystemLicenseClock().read().wall)
        self.check = requireValue {
            let licenses = try TestLicensing(
                .base(days: 365),
                .plus(.vmware, days: 13),
                clock: clock,
                configuration: .testing(.zstack)
            )
            .licenses
            return LicenseGate(
                licenses,
                configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .any),
                trustedClock: .firstStart
            )
            .makeCheck(for: .view(.module(.vmware)))
        }
    }

    @inline(never)
    func check(_ count: Int) {
        for _ in 0..<count {
            blackHole(self.check.isAllowed)
        }
    }

    @inline(never)
    func bare(_ count: Int) {
        for _ in 0..<count {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
            blackHole(UInt64(truncatingIfNeeded: time.tv_nsec) < self.deadline.load(ordering: .acquiring))
        }
    }

    @inline(never)
    func locked(_ count: Int) {
        for _ in 0..<count {
            blackHole(self.answers.withLock { $0["view vmware"] ?? false })
        }
    }
}
