import GRDB
import Licensing
import ZStackLicensing

/// The hosts of the platform, which licenses limit.
struct HostStore: Sendable {
    let database: NodeDatabase
    let gate: LicenseGate

    /// Adds a host if the licenses allow one more.
    ///
    /// Counting, the check and the insertion are one transaction. Two clients that add the last host at the same time cannot both
    /// succeed.
    ///
    /// - Throws: `LicenseDenial` with every reason, or `PlatformFailure` if the address is in use.
    func add(_ host: Host) async throws -> Host {
        try await self.database.change { database in
            try self.gate.entitlements.admit(
                [.hosts: 1, .cpus: host.cpuSockets],
                to: host.slot,
                given: try Self.usage(in: database)
            )
            return try host.inserted(in: database)
        }
    }

    /// Returns how many hosts and CPU sockets are in use.
    func usage() async throws -> LicenseUsage {
        try await self.database.read { try Self.usage(in: $0) }
    }

    private static func usage(in database: Database) throws -> LicenseUsage {
        var usage = LicenseUsage.zero
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT hypervisor, COUNT(*) AS hosts, SUM(cpuSockets) AS cpus FROM host GROUP BY hypervisor"
        )
        for row in rows {
            let (hosts, cpus): (Int, Int) = (row["hosts"], row["cpus"])
            usage.total[.hosts, default: 0] += hosts
            usage.total[.cpus, default: 0] += cpus
            if let module = Host.Hypervisor(rawValue: row["hypervisor"])?.slot.module {
                usage.modules[module] = [.hosts: hosts, .cpus: cpus]
            }
        }
        return usage
    }
}
