import ArgumentParser
import Licensing

/// Checks whether an operation is allowed.
struct CheckCall: EvaluationCall {
    static let name = "check"
    static let abstract = "Check whether an operation is allowed, and show the reasons if it is denied."

    @OptionGroup var use: UsageOptions

    @Option(help: "The operation: \(LicenseCapability.Operation.allCases.map(\.rawValue).joined(separator: ", ")).")
    var operation: LicenseCapability.Operation

    @Option(help: "The module to check. Defaults to the core, which is the product without its modules.")
    var module: License.Module?

    @Option(help: "The feature to check. By default, features are not checked.")
    var feature: License.Feature?

    @Option(help: "The amount to add: UNIT:N. Requires --operation operate. Can be repeated; the numbers are added.")
    var add: [UnitAmount] = []

    func validate() throws {
        guard self.add.isEmpty || self.operation == .operate else {
            throw ValidationError("--add requires --operation operate.")
        }
        guard self.add.allSatisfy({ $0.count >= 1 }) else {
            throw ValidationError("--add requires a number of at least 1.")
        }
    }

    /// Warns about names that neither the catalog, a license nor the community grant has: they are likely typos.
    private func warnOfUnknownNames(_ licenses: [License], _ configuration: PolicyConfiguration) throws {
        let catalog = configuration.catalog
        if let module = self.module, catalog.modules[module] == nil,
            !licenses.contains(where: { $0.modules.contains(module) })
        {
            try printError("Warning: neither the catalog nor a license names the module '\(module)'.")
        }
        for unit in Set(self.add.map(\.unit)).sorted()
        where catalog.units[unit] == nil && configuration.community?.limits[unit] == nil
            && !licenses.contains(where: { $0.limits[unit] != nil })
        {
            try printError(
                "Warning: neither the catalog nor a license names the unit '\(unit)', so it is not limited."
            )
        }
        if let feature = self.feature, !licenses.contains(where: { $0.features?.contains(feature) ?? false }) {
            try printError("Warning: no license names the feature '\(feature)'.")
        }
    }

    func answer(_ evaluation: Evaluation) throws -> Answer {
        let entitlements = evaluation.entitlements
        let slot = self.module.map(LicenseSlot.module) ?? .base
        try self.warnOfUnknownNames(evaluation.licenses, entitlements.configuration)
        do {
            try self.require(slot, entitlements, given: self.use.usage(replacing: evaluation.usage))
            return Answer(line: ["allowed": true] as JSON)
        } catch {
            let line: JSON = [
                "allowed": false,
                "message": JSON(error.message, in: entitlements.configuration.catalog.languages),
                "reasons": .array(error.reasons.map { .string($0.code.rawValue) }),
            ]
            return Answer(line: line, status: .refused)
        }
    }

    private func require(
        _ slot: LicenseSlot,
        _ entitlements: Entitlements,
        given usage: LicenseUsage
    ) throws(LicenseDenial) {
        guard !self.add.isEmpty else {
            let capability =
                self.feature.map { LicenseCapability(self.operation, slot, feature: $0) }
                ?? LicenseCapability(self.operation, slot)
            try entitlements.decision(for: capability).require()
            return
        }
        var amounts: [LimitUnit: Int] = [:]
        for amount in self.add {
            amounts[amount.unit, default: 0].add(amount.count)
        }
        if let feature = self.feature {
            try entitlements.admit(amounts, to: slot, feature: feature, given: usage)
        } else {
            try entitlements.admit(amounts, to: slot, given: usage)
        }
    }
}
