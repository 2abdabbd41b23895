import ArgumentParser
import Licensing

/// Shows what will change, and when.
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show every future change of a status, menu entry, reminder or decision: a line for each."
    )

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions

    @Option(help: "The first instant, by RFC 3339. By default that of --at.")
    var from: LicenseInstant?

    @Option(help: "The last instant, by RFC 3339. By default a year of 365 days after the first.")
    var to: LicenseInstant?

    func run() throws {
        let entitlements = try self.policy.entitlements(by: self.verifier)
        let start = self.from ?? entitlements.instant
        let timeline = entitlements.timeline(
            from: start,
            to: self.to ?? start.advanced(byDays: 365),
            given: self.policy.usage
        )
        for point in timeline {
            try printLine(Point(at: point.instant, changes: point.changes))
        }
    }

    /// An instant at which something changes.
    private struct Point: Encodable {
        let at: LicenseInstant
        let changes: [EntitlementChange]
    }
}
