import ArgumentParser
import LicenseStore
import Licensing

/// Licenses and what they allow, for a command that shows it.
struct Evaluation {
    let entitlements: Entitlements
    let licenses: [License]

    /// The findings, as a status shows them.
    let findings: [JSON]

    /// The usage for a command without its own.
    let usage: LicenseUsage
}

/// A command that evaluates licenses: those of files, or those of a license folder.
protocol EvaluationCall: HomeCall {
    /// Does what the command says with licenses that are evaluated already.
    func answer(_ evaluation: Evaluation) throws -> Answer
}

extension EvaluationCall {
    func answer(in home: HomeFolder) async throws -> Answer {
        try self.answer(
            Evaluation(
                entitlements: home.entitlements,
                licenses: home.folder.gate.licenses,
                findings: home.findings,
                usage: home.usage
            )
        )
    }
}

/// A command that evaluates the licenses of files, or of a license folder.
struct EvaluationCommand<Call: EvaluationCall>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: Call.name, abstract: Call.abstract)
    }

    @OptionGroup var verifier: VerifierOptions

    @Option(help: "The license folder of the product, in place of files.")
    var home: HomePath?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var call: Call

    func validate() throws {
        guard self.home != nil else {
            guard self.actor.name == nil else {
                throw ValidationError("--as requires --home.")
            }
            return
        }
        guard self.verifier.files.isEmpty else {
            throw ValidationError("Specify license files or --home, but not both.")
        }
        guard self.verifier.node == nil else {
            throw ValidationError("--node cannot be combined with --home: the folder has the key of its node.")
        }
        try self.verifier.trust.requireKeys()
    }

    func run() async throws {
        let catalog = try self.verifier.trust.catalog.catalog()
        guard let path = self.home else {
            try self.call.answer(try self.evaluation(catalog)).print()
            return
        }
        do {
            let home = try await HomeFolder(path, catalog, as: self.actor.actor, self.verifier.trust, self.policy)
            try await self.call.answer(in: home).print()
        } catch let error as LicenseStoreError {
            try Answer(error, catalog).print()
        }
    }

    private func evaluation(_ catalog: ProductCatalog) throws -> Evaluation {
        let licenses = try self.verifier.licenses(for: catalog)
        let entitlements = try self.policy.entitlements(of: licenses, by: self.verifier, catalog)
        return Evaluation(
            entitlements: entitlements,
            licenses: licenses,
            findings: entitlements.findings.map(JSON.init),
            usage: .zero
        )
    }
}
