import ArgumentParser
import Licensing

/// Explains the status of each slot and the decision for each capability.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain what each license allows or denies, until when, and what the remedies are.",
        discussion: "The explanation is written to standard output as JSON, and to standard error as text for people."
    )

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions

    @Option(help: "The language of the text, as a language tag: en, zh-Hans, or another language of the catalog.")
    var language = LicenseLanguage.english

    func run() throws {
        let entitlements = try self.policy.entitlements(by: self.verifier)
        let catalog = entitlements.configuration.catalog
        let explained = Explained(
            explanation: entitlements.explanation(),
            quotas: entitlements.quotas(given: self.policy.usage)
        )
        try printLine(explained)
        try printError(explained.explanation.message(in: catalog)[self.language])
        for quota in explained.quotas {
            let over = quota.overage > 0 ? " (+\(quota.overage))" : ""
            try printError(
                "\(catalog.name(of: quota.unit)[self.language]): \(quota.counted) / \(quota.licensed)\(over)"
            )
        }
    }

    /// An explanation together with the limits and the use.
    private struct Explained: Encodable {
        let explanation: EntitlementsExplanation
        let quotas: [LicenseQuota]

        private enum CodingKeys: CodingKey {
            case quotas
        }

        func encode(to encoder: any Encoder) throws {
            try self.explanation.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(self.quotas, forKey: .quotas)
        }
    }
}
