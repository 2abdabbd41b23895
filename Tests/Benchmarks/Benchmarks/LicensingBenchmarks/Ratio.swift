import Benchmark

/// Compares the times of two functions in rounds in which they alternate, so that a noisy machine slows both.
///
/// The metric is the ratio of their times in one round, in thousandths: 1080 means that the first took 1.08 times as long.
/// The result is the median over the rounds. Each function repeats its work the number of times that it is passed, so that
/// the cost of calling it does not matter.
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
        // Turns are short, so that a disturbance affects both functions.
        for _ in 0..<10 {
            firstTime += await clock.measure { await first(count / 10) }
            secondTime += await clock.measure { await second(count / 10) }
        }
        benchmark.measurement(metric, Int((firstTime / secondTime * 1_000).rounded()))
    }
}
