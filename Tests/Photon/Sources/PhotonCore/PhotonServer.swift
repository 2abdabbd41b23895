import Hummingbird
import Licensing

/// The HTTP server of Photon, with its routes.
public struct PhotonServer: Sendable {
    private let licenses: LicenseService
    private let databases: Databases
    private let machineCores: Int

    /// Creates a server from its services.
    public init(_ licenses: LicenseService, _ databases: Databases, machineCores: Int) {
        (self.licenses, self.databases, self.machineCores) = (licenses, databases, machineCores)
    }

    /// Creates a router with all routes.
    public func makeRouter() -> Router<BasicRequestContext> {
        let router = Router()
        let gate = self.licenses.gate
        let require = { RequireLicense<BasicRequestContext>(check: gate.makeCheck(for: $0)) }
        router.group("query").add(middleware: require(.query)).post { _, _ in ["cores": self.cores] }
        router.group("replication").add(middleware: require(.replicate)).post("start") { _, _ in "started" }
        router.group("search").add(middleware: require(.search)).post { _, _ in [String]() }
        router.get("databases") { _, _ in try await self.databases.names() }
        router.put("databases/:name") { _, context in
            try await self.databases.add(try context.parameters.require("name")) { count in
                try gate.entitlements.admit([.databases: 1], to: .base, given: self.usage(databases: count))
            }
            return HTTPResponse.Status.created
        }
        router.delete("databases/:name") { _, context in
            try await self.databases.remove(try context.parameters.require("name"))
            return HTTPResponse.Status.noContent
        }
        LicenseRoutes(licenses: self.licenses) { self.usage(databases: try await self.databases.names().count) }
            .add(to: router.group("license"))
        return router
    }

    /// The number of cores for queries: all cores of the machine, up to the limit of the licenses.
    private var cores: Int {
        min(self.licenses.gate.entitlements.limit(of: .cores).count ?? .max, self.machineCores)
    }

    private func usage(databases: Int) -> LicenseUsage {
        LicenseUsage(total: [.databases: databases, .cores: self.cores])
    }
}
