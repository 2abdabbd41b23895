import Metrics

/// Connects swift-metrics to the registry that Prometheus reads.
package enum MetricsBootstrap {
    /// Connects them.
    ///
    /// Call it once, when the process starts.
    package static func run() {
        MetricsSystem.bootstrap(PrometheusRegistry.shared)
    }
}
