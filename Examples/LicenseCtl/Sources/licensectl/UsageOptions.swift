import ArgumentParser
import Licensing
import ZStackLicensing

/// The options that specify the current usage.
struct UsageOptions: ParsableArguments {
    @Option(help: "The total number of hosts in use. Defaults to 0.")
    var hostsUsed: Amount?

    @Option(help: "The total number of CPU sockets in use. Defaults to 0.")
    var cpusUsed: Amount?

    @Option(help: "The total number of virtual machines in use. Defaults to 0.")
    var vmsUsed: Amount?

    @Option(help: "The total usage of any unit: UNIT:N. Can be repeated; the numbers are added.")
    var used: [UnitAmount] = []

    @Option(help: "The usage by a module's own objects: MODULE:UNIT:N. Can be repeated; the numbers are added.")
    var moduleUsed: [ModuleUse] = []

    /// The usage that the options specify, or `nil` if none of them is given.
    var given: LicenseUsage? {
        let totals: [LimitUnit: Amount?] = [.hosts: self.hostsUsed, .cpus: self.cpusUsed, .vms: self.vmsUsed]
        guard !self.used.isEmpty || !self.moduleUsed.isEmpty || totals.values.contains(where: { $0 != nil }) else {
            return nil
        }
        var usage = LicenseUsage(total: totals.mapValues { $0?.value ?? 0 })
        for use in self.used {
            usage.total[use.unit, default: 0].add(use.count)
        }
        for use in self.moduleUsed {
            usage.modules[use.module, default: [:]][use.amount.unit, default: 0].add(use.amount.count)
        }
        return usage
    }

    /// The usage that the options specify, or no usage.
    var usage: LicenseUsage {
        self.given ?? .zero
    }
}

extension LicenseUsage {
    /// No usage of the platform's units.
    static let zero = LicenseUsage(total: [.hosts: 0, .cpus: 0, .vms: 0])
}
