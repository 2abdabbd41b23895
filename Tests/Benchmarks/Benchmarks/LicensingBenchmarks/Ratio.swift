import Benchmark

/// Compares two ways of doing a thing, in rounds in which they take turns, so that a noisy machine slows both.
///
/// The metric is the ratio of their times in a round, in thousandths: 1080 says that the first took 1.08 times as long.
/// The median over the rounds is the figure. Each way is told how many times to do it, so that the call costs nothing.
func ratio(
    _ name: String,
    perRound count: Int,
    rounds: Int = 101,
    of first: @escaping @Sendable (_ count: Int) async -> Void,
    to second: @escaping @Sendable (_ count: Int) async -> Void
) {
    let metric = BenchmarkMetric.custom("ratio × 1000", polarity: .prefersSmaller, useScalingFactor: false)
    let configuration = Benchmark.Configuration(
        metrics: [metric],
        warmupIterations: 5,
        maxDuration: .seconds(60),
        maxIterations: rounds
    )
    Benchmark(name, configuration: configuration) { benchmark in
        var firstTime = Duration.zero
        var secondTime = Duration.zero
        let clock = ContinuousClock()
        // Short turns: what disturbs the machine then disturbs both.
        for _ in 0..<10 {
            firstTime += await clock.measure { await first(count / 10) }
            secondTime += await clock.measure { await second(count / 10) }
        }
        benchmark.measurement(metric, Int((firstTime / secondTime * 1_000).rounded()))
    }
}
