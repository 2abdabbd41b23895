import ArgumentParser
import LicenseModel
import LicensePolicy

/// Asks whether something is allowed.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Ask whether an operation is allowed, and why not.")

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions

    @Option(help: "The operation: \(Capability.Operation.allCases.map(\.rawValue).joined(separator: ", ")).")
    var operation: Capability.Operation

    @Option(help: "The module. By default the core.")
    var module: Module?

    @Option(help: "The function, where licences may name it.")
    var feature: Feature?

    @Option(help: "What is to be added: UNIT:N, with --operation operate. May be repeated, and then adds up.")
    var add: [UnitAmount] = []

    func validate() throws {
        guard self.module?.isModule ?? true else {
            throw ValidationError("'base' and 'core' are no modules. Leave out --module to ask about the core.")
        }
        guard self.add.isEmpty || self.operation == .operate else {
            throw ValidationError("--add goes with --operation operate alone.")
        }
        guard self.add.allSatisfy({ $0.count >= 1 }) else {
            throw ValidationError("--add adds 1 or more.")
        }
    }

    func run() throws {
        let entitlements = self.policy.entitlements(try self.verifier.licenses())
        let slot = self.module.map(Slot.module) ?? .base
        do {
            if self.add.isEmpty {
                try entitlements.decision(for: Capability(self.operation, slot, feature: self.feature)).require()
            } else {
                var amounts: [LimitUnit: Int] = [:]
                for amount in self.add {
                    amounts[amount.unit, default: 0].add(amount.count)
                }
                try entitlements.admit(amounts, to: slot, feature: self.feature, given: self.policy.usage)
            }
            try (["allowed": true] as JSON).printLine()
        } catch let denial as LicenseDenial {
            let line: JSON = [
                "allowed": false,
                "message": .object(
                    .init(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, .string(denial.message[$0])) })
                ),
                "reasons": .array(denial.reasons.map { .string($0.code.rawValue) }),
            ]
            try line.printLine()
            throw ExitCode.refused
        }
    }
}
