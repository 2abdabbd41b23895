import ArgumentParser
import Licensing

/// Shows what an installation would change.
struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what installing licenses would change, before it happens."
    )

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions

    @Option(help: "A file of licenses to install. May be repeated.")
    var installing: [InputFile]

    func validate() throws {
        guard !self.verifier.trust.isEmpty else {
            throw ValidationError("Name the keys that are trusted with --trust.")
        }
    }

    func run() throws {
        let entitlements = try self.policy.entitlements(by: self.verifier)
        let added = try self.verifier.licenses(of: self.installing, for: entitlements.configuration.catalog)
        let preview = entitlements.preview(installing: added, given: self.policy.usage)
        try printLine(
            Difference(
                at: preview.before.instant,
                changes: preview.changes,
                gained: preview.gained.map(\.description),
                lost: preview.lost.map(\.description),
                warnings: preview.warnings
            )
        )
    }

    /// What would be different.
    private struct Difference: Encodable {
        let at: LicenseInstant
        let changes: [EntitlementChange]
        let gained: [String]
        let lost: [String]
        let warnings: [Localized<LicenseWarning>]
    }
}
