import ArgumentParser
import Foundation
import Licensing
import ZStackLicensing

/// When licenses are asked, and what is in use.
struct PolicyOptions: ParsableArguments {
    @Option(help: "The instant, by RFC 3339. By default now.")
    var at: LicenseInstant?

    @Option(help: "When this build of the product was made, by RFC 3339. By default it is not checked.")
    var built: LicenseInstant?

    @Option(help: "Hosts in use, altogether.")
    var hostsUsed: Amount = 0

    @Option(help: "CPU sockets in use, altogether.")
    var cpusUsed: Amount = 0

    @Option(help: "Virtual machines in use, altogether.")
    var vmsUsed: Amount = 0

    @Option(help: "What is in use of any unit: UNIT:N. May be repeated, and then adds up.")
    var used: [UnitAmount] = []

    @Option(help: "What a module's own objects use: MODULE:UNIT:N. May be repeated, and then adds up.")
    var moduleUsed: [ModuleUse] = []

    /// What is in use.
    var usage: LicenseUsage {
        var usage = LicenseUsage(
            total: [.hosts: self.hostsUsed.value, .cpus: self.cpusUsed.value, .vms: self.vmsUsed.value]
        )
        for use in self.used {
            usage.total[use.unit, default: 0].add(use.count)
        }
        for use in self.moduleUsed {
            usage.modules[use.module, default: [:]][use.amount.unit, default: 0].add(use.amount.count)
        }
        return usage
    }

    /// What the licenses of all files grant at the instant.
    ///
    /// - Parameter verifier: What verifies the licenses: it names the product's catalog and the thumbprint of this node, too.
    /// - Returns: The entitlements.
    /// - Throws: The exit status of a catalog, key or file that can't be read, or of a license that is refused.
    func entitlements(by verifier: VerifierOptions) throws -> Entitlements {
        let catalog = try verifier.catalog.catalog()
        return Entitlements(
            try verifier.licenses(for: catalog),
            at: self.at ?? LicenseInstant(Date()),
            configuration: PolicyConfiguration(
                catalog: catalog,
                node: verifier.node.map { .only([$0]) } ?? .any,
                build: self.built.map { .made(at: $0) } ?? .any
            )
        )
    }
}

/// A number of 0 or more, in digits alone.
struct Amount: ExpressibleByArgument, ExpressibleByIntegerLiteral {
    let value: Int

    var defaultValueDescription: String {
        "\(self.value)"
    }

    init(integerLiteral value: Int) {
        self.value = value
    }

    init?(argument: String) {
        guard argument.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let value = Int(argument)
        else {
            return nil
        }
        self.value = value
    }
}

/// A number of a unit: `UNIT:N`.
struct UnitAmount: ExpressibleByArgument {
    let unit: LimitUnit
    let count: Int

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let unit = LimitUnit(rawValue: parts[0]), let amount = Amount(argument: parts[1]) else {
            return nil
        }
        self.unit = unit
        self.count = amount.value
    }
}

/// What a module's own objects use of a unit: `MODULE:UNIT:N`.
struct ModuleUse: ExpressibleByArgument {
    let module: License.Module
    let amount: UnitAmount

    init?(argument: String) {
        guard let colon = argument.firstIndex(of: ":"),
            let module = License.Module(rawValue: String(argument[..<colon])),
            let amount = UnitAmount(argument: String(argument[argument.index(after: colon)...]))
        else {
            return nil
        }
        self.module = module
        self.amount = amount
    }
}

extension Int {
    /// Adds a number of 0 or more, up to the greatest integer.
    mutating func add(_ other: Int) {
        let (sum, overflow) = self.addingReportingOverflow(other)
        self = overflow ? .max : sum
    }
}
