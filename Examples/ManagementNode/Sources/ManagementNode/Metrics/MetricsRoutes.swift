import Hummingbird
import Licensing

/// Lets Prometheus read the metrics of the node.
struct MetricsRoutes {
    let licenses: LicenseService
    let registry: PrometheusRegistry

    /// Adds the route to a router.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.get("metrics") { _, _ in
            var text = self.registry.text
            LicenseMetrics.add(try await self.licenses.report(), to: &text)
            var response = Response.text(text.text)
            response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
            return response
        }
    }
}
