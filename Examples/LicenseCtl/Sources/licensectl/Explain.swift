import ArgumentParser
import LicenseModel
import LicensePolicy

/// Says why everything stands as it does.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain which licence grants or refuses what, until when, and what would mend it.",
        discussion: "The explanation is JSON on standard output, and words for people on standard error."
    )

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions

    @Option(help: "The language of the words: \(Language.allCases.map(\.rawValue).joined(separator: " or ")).")
    var language = Language.english

    func run() throws {
        let explanation = self.policy.entitlements(try self.verifier.licenses()).explain()
        try printLine(explanation)
        try printError(explanation.text[self.language])
    }
}
