import Benchmark

/// Compares two ways of doing a thing, in rounds in which they take turns, so that a noisy machine slows both.
///
/// The metric is the ratio of their times in a round, in thousandths: 1080 says that the first took 1.08 times as long.
/// The median over the rounds is the figure.
func ratio(
    _ name: String,
    perRound count: Int,
    rounds: Int = 101,
    of first: @escaping @Sendable () async -> Void,
    to second: @escaping @Sendable () async -> Void
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
            firstTime += await clock.measure {
                for _ in 0..<(count / 10) {
                    await first()
                }
            }
            secondTime += await clock.measure {
                for _ in 0..<(count / 10) {
                    await second()
                }
            }
        }
        benchmark.measurement(metric, Int((firstTime / secondTime * 1_000).rounded()))
    }
}
