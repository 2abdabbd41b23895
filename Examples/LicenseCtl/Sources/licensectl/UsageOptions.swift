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

    /// The usage that the options specify, or no usage.
    var usage: LicenseUsage {
        self.usage(replacing: .zero)
    }

    /// Returns a usage with the numbers that the options specify in place of its own.
    func usage(replacing start: LicenseUsage) -> LicenseUsage {
        let named: [(LimitUnit, Amount?)] = [(.hosts, self.hostsUsed), (.cpus, self.cpusUsed), (.vms, self.vmsUsed)]
        var given = LicenseUsage(total: [:])
        for (unit, amount) in named {
            given.total[unit] = amount?.value
        }
        for use in self.used {
            given.total[use.unit, default: 0].add(use.count)
        }
        for use in self.moduleUsed {
            given.modules[use.module, default: [:]][use.amount.unit, default: 0].add(use.amount.count)
        }
        var usage = start
        usage.total.merge(given.total) { $1 }
        usage.modules.merge(given.modules) { $0.merging($1) { $1 } }
        return usage
    }
}

extension LicenseUsage {
    /// No usage of the platform's units.
    static let zero = LicenseUsage(total: [.hosts: 0, .cpus: 0, .vms: 0])
}
