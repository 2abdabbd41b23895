import CoreMetrics
import Synchronization

/// Keeps the metrics of swift-metrics in memory, for Prometheus to read.
final class PrometheusRegistry: MetricsFactory {
    /// The registry of the process, because swift-metrics has one for each process.
    static let shared = PrometheusRegistry()

    private struct Key: Hashable {
        let name: String
        let kind: PrometheusMetric.Kind
        let labels: [String]
    }

    private let metrics = Mutex<[Key: PrometheusMetric]>([:])

    /// All metrics in the text format of Prometheus, sorted by name and labels.
    var text: PrometheusText {
        let metrics = self.metrics.withLock { Array($0.values) }
        var text = PrometheusText()
        for (name, group) in Dictionary(grouping: metrics, by: { "\($0.name) \($0.kind.rawValue)" })
            .sorted(by: { $0.key < $1.key })
        {
            let kind = group[0].kind
            let sorted = group.sorted { "\($0.labels)" < "\($1.labels)" }
            let name = name.prefix { $0 != " " }
            switch kind {
            case .counter: text.add("\(name)_total", "counter", sorted.map { ($0.labels, $0.state.value) })
            case .gauge: text.add(String(name), "gauge", sorted.map { ($0.labels, $0.state.value) })
            case .summary:
                text.add(
                    String(name),
                    "summary",
                    samples: sorted.flatMap { metric in
                        let state = metric.state
                        return [("_sum", metric.labels, state.value), ("_count", metric.labels, Double(state.count))]
                    }
                )
            }
        }
        return text
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        self.metric(label, .counter, dimensions)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        self.metric(label, .gauge, dimensions)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        self.metric(label, aggregate ? .summary : .gauge, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        self.metric(label + "_seconds", .summary, dimensions)
    }

    func destroyCounter(_ handler: any CounterHandler) {
        self.remove(handler)
    }

    func destroyMeter(_ handler: any MeterHandler) {
        self.remove(handler)
    }

    func destroyRecorder(_ handler: any RecorderHandler) {
        self.remove(handler)
    }

    func destroyTimer(_ handler: any TimerHandler) {
        self.remove(handler)
    }

    /// Returns the metric with these labels.
    ///
    /// The same labels give the same metric.
    private func metric(_ label: String, _ kind: PrometheusMetric.Kind, _ labels: [(String, String)])
        -> PrometheusMetric
    {
        let name = PrometheusText.name(label)
        let key = Key(name: name, kind: kind, labels: labels.flatMap { [$0.0, $0.1] })
        return self.metrics.withLock { metrics in
            if let metric = metrics[key] {
                return metric
            }
            let metric = PrometheusMetric(name, kind, labels)
            metrics[key] = metric
            return metric
        }
    }

    private func remove(_ handler: AnyObject) {
        self.metrics.withLock { metrics in
            metrics = metrics.filter { $0.value !== handler }
        }
    }
}
