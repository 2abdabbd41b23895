import ArgumentParser
import Licensing

/// Shows how installing licenses would change the entitlements.
struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what installing licenses would change, without installing them."
    )

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var use: UsageOptions

    @Option(help: "A license file to install. Can be repeated.")
    var installing: [InputFile]

    func validate() throws {
        try self.verifier.trust.requireKeys()
    }

    func run() throws {
        let entitlements = try self.policy.entitlements(by: self.verifier)
        let added = try self.verifier.licenses(of: self.installing, for: entitlements.configuration.catalog)
        let preview = entitlements.preview(installing: added, given: self.use.usage)
        try printLine(
            Difference(
                at: preview.before.instant,
                changes: preview.changes,
                gained: preview.gained.map(\.description),
                lost: preview.lost.map(\.description) + preview.lowered.map(\.description),
                warnings: preview.warnings
            )
        )
    }

    /// The differences between the current and the new entitlements.
    private struct Difference: Encodable {
        let at: LicenseInstant
        let changes: [EntitlementChange]
        let gained: [String]
        let lost: [String]
        let warnings: [LicenseNotice<LicenseWarning>]
    }
}
