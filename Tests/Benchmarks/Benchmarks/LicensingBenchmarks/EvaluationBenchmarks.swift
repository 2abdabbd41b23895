import Benchmark
import LicenseModel
import LicensePolicy
import LicenseTesting
import ZStackLicensing

/// Measures evaluating few and many licenses, and admitting a unit, in nanoseconds for each operation.
func evaluation() {
    timed("evaluate 1 base and 4 modules", perRound: 1_000) {
        blackHole(Entitlements(samples.five, at: samples.now, configuration: unchecked))
    }
    for count in EvaluationSamples.counts {
        timed("evaluate \(count) licenses, each", perRound: max(10, 10_000 / count), dividingBy: count) {
            blackHole(Entitlements(samples.many[count] ?? [], at: samples.now, configuration: unchecked))
        }
    }
    let usage = LicenseUsage(total: [.hosts: 40], modules: [.vmware: [.hosts: 12]])
    timed("admit a host to a module", perRound: 1_000) {
        blackHole(try? samples.entitlements.admit([.hosts: 1], to: .module(.vmware), given: usage))
    }
    timed("refuse a host over the limit", perRound: 1_000) {
        blackHole(try? samples.entitlements.admit([.hosts: 100], to: .base, given: usage))
    }
}

/// Measures a call in rounds and reports the median, in nanoseconds.
///
/// - Parameters:
///   - name: The name of the benchmark.
///   - count: The number of calls in one round.
///   - parts: The number of parts of one call; the result is the time for one part.
///   - body: The call.
private func timed(
    _ name: String,
    perRound count: Int,
    dividingBy parts: Int = 1,
    _ body: @escaping @Sendable () -> Void
) {
    let metric = BenchmarkMetric.custom("ns", polarity: .prefersSmaller, useScalingFactor: false)
    let configuration = Benchmark.Configuration(
        metrics: [metric],
        warmupIterations: 3,
        maxDuration: .seconds(30),
        maxIterations: 101
    )
    Benchmark(name, configuration: configuration) { benchmark in
        let time = ContinuousClock()
            .measure {
                for _ in 0..<count {
                    body()
                }
            }
        benchmark.measurement(metric, Int((time / .nanoseconds(count * parts)).rounded()))
    }
}

/// The licenses, which are made by the first benchmark that uses them: each benchmark runs in a process of its own.
private let samples = EvaluationSamples()

/// Signed and verified licenses to evaluate.
private struct EvaluationSamples: Sendable {
    static let counts = [10, 100, 1_000, 10_000]

    let now: LicenseInstant
    let five: [License]

    /// Many licenses, by their count.
    let many: [Int: [License]]

    let entitlements: Entitlements

    init() {
        let world = requireValue {
            try TestLicensing(
                .base(days: 365).limited(to: [.hosts: 100]),
                .plus(.vmware, days: 13).limited(to: [.hosts: 10]),
                .plus(.baremetal),
                .plus(.disasterRecovery),
                .plus(.projectManagement),
                configuration: .testing(.zstack)
            )
        }
        self.now = world.clock.now
        self.five = world.licenses
        // Every eighth is a base license; the others are for the modules of the catalog in turn.
        let many = (0..<10_000)
            .flatMap { index in
                requireValue {
                    let days = index % 64 + 1
                    let license =
                        index % 8 == 0
                        ? TestLicense.base(days: days)
                        : .plus(ProductCatalog.zstack.modules.keys.sorted()[index % 4], days: days)
                    return try world.verifier.verify(contents: try world.file(for: license)).licenses
                }
            }
        precondition(many.count == 10_000 && Set(many).count == 10_000)
        self.many = Dictionary(uniqueKeysWithValues: Self.counts.map { ($0, Array(many.prefix($0))) })
        self.entitlements = Entitlements(self.five, at: self.now, configuration: unchecked)
    }
}

/// A configuration that checks neither the node nor the build.
private let unchecked = PolicyConfiguration(catalog: .zstack, node: .any, build: .any)
