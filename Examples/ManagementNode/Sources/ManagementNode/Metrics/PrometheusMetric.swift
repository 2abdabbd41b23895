import CoreMetrics
import Synchronization

/// A metric with its labels, which counts, or keeps the latest value or the sum of all values.
final class PrometheusMetric: CounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    /// The number of values, and their sum or the latest of them.
    struct State: Sendable {
        var count: Int64 = 0
        var value: Double = 0
    }

    /// What the metric is for Prometheus.
    enum Kind: String, Sendable {
        case counter, gauge, summary
    }

    let name: String
    let kind: Kind
    let labels: [(String, String)]
    private let protected = Mutex(State())

    init(_ name: String, _ kind: Kind, _ labels: [(String, String)]) {
        (self.name, self.kind, self.labels) = (name, kind, labels)
    }

    /// The number of values and their sum, or the latest value.
    var state: State { self.protected.withLock { $0 } }

    func increment(by amount: Int64) {
        self.increment(by: Double(amount))
    }

    func increment(by amount: Double) {
        self.protected.withLock { $0.value += amount }
    }

    func decrement(by amount: Double) {
        self.increment(by: -amount)
    }

    func reset() {
        self.protected.withLock { $0 = State() }
    }

    func set(_ value: Int64) {
        self.set(Double(value))
    }

    func set(_ value: Double) {
        self.protected.withLock { $0.value = value }
    }

    func record(_ value: Int64) {
        self.record(Double(value))
    }

    func record(_ value: Double) {
        guard self.kind == .summary else {
            return self.set(value)
        }
        self.protected.withLock { state in
            state.count += 1
            state.value += value
        }
    }

    func recordNanoseconds(_ duration: Int64) {
        self.record(Double(duration) / 1e9)
    }
}
