import ArgumentParser
import Licensing

/// Shows all future changes of the entitlements.
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show all future changes of statuses, menu entries, reminders and decisions, one line per instant."
    )

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var use: UsageOptions

    @Option(help: "The start of the timeline, in RFC 3339 format. Defaults to the instant of --at.")
    var from: LicenseInstant?

    @Option(help: "The end of the timeline, in RFC 3339 format. Defaults to 365 days after the start.")
    var to: LicenseInstant?

    func run() throws {
        let entitlements = try self.policy.entitlements(by: self.verifier)
        let start = self.from ?? entitlements.instant
        let timeline = entitlements.timeline(
            from: start,
            to: self.to ?? start.advanced(byDays: 365),
            given: self.use.usage
        )
        for point in timeline {
            try printLine(Point(at: point.instant, changes: point.changes))
        }
    }

    /// An instant and everything that changes at it.
    private struct Point: Encodable {
        let at: LicenseInstant
        let changes: [EntitlementChange]
    }
}
