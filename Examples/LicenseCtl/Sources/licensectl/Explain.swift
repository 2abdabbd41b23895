import ArgumentParser
import Licensing

/// Says why everything stands as it does.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain which license grants or refuses what, until when, and what would mend it.",
        discussion: "The explanation is JSON on standard output, and words for people on standard error."
    )

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions

    @Option(help: "The language of the words, by its tag: en, zh-Hans, or another of the catalog.")
    var language = LicenseLanguage.english

    func run() throws {
        let entitlements = try self.policy.entitlements(by: self.verifier)
        let explanation = entitlements.explanation()
        try printLine(explanation)
        try printError(explanation.message(in: entitlements.configuration.catalog)[self.language])
    }
}
