import Hummingbird
import Licensing

/// Tells an orchestrator whether the node runs and can work.
///
/// No license state makes the node unhealthy: a restart would not help, and would stop what runs.
struct HealthRoutes {
    let database: DatabaseHealth
    let gate: LicenseGate
    let isDemo: Bool

    private struct Health: Encodable {
        let status: String
        let database: String
        let license: String
        let demo: Bool?
    }

    /// Adds the routes to a router.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.get("health/live") { _, _ in
            try Response.json(["status": "up"])
        }
        routes.get("health/ready") { _, _ in
            let isReady = await self.database.isReady()
            let health = Health(
                status: isReady ? "up" : "down",
                database: isReady ? "up" : "down",
                license: self.gate.entitlements.base.status.rawValue,
                demo: self.isDemo ? true : nil
            )
            return try Response.json(health, status: isReady ? .ok : .serviceUnavailable)
        }
    }
}
