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
        var usage = start
        for (unit, amount) in [(LimitUnit.hosts, self.hostsUsed), (.cpus, self.cpusUsed), (.vms, self.vmsUsed)] {
            usage.total[unit] = amount?.value ?? usage.total[unit]
        }
        for unit in Set(self.used.map(\.unit)) where !self.isNamed(unit) {
            usage.total[unit] = 0
        }
        for use in self.used {
            usage.total[use.unit, default: 0].add(use.count)
        }
        for use in self.moduleUsed {
            usage.modules[use.module]?[use.amount.unit] = 0
        }
        for use in self.moduleUsed {
            usage.modules[use.module, default: [:]][use.amount.unit, default: 0].add(use.amount.count)
        }
        return usage
    }

    /// Returns whether an option of its own specifies the usage of a unit, to which `--used` adds.
    private func isNamed(_ unit: LimitUnit) -> Bool {
        switch unit {
        case .hosts: self.hostsUsed != nil
        case .cpus: self.cpusUsed != nil
        case .vms: self.vmsUsed != nil
        default: false
        }
    }
}

extension LicenseUsage {
    /// No usage of the platform's units.
    static let zero = LicenseUsage(total: [.hosts: 0, .cpus: 0, .vms: 0])
}
