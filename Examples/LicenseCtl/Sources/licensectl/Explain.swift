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
    @OptionGroup var use: UsageOptions

    @Option(help: "The language of the text, as a language tag: en, zh-Hans, or another language of the catalog.")
    var language = LicenseLanguage.english

    func run() throws {
        let entitlements = try self.policy.entitlements(by: self.verifier)
        let catalog = entitlements.configuration.catalog
        let explanation = entitlements.explanation(given: self.use.usage)
        try printLine(explanation)
        try printError(explanation.message(in: catalog)[self.language])
    }
}
