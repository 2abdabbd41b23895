import ArgumentParser
import LicenseStore
import Licensing
import ZStackLicensing

/// Shows the base license as the platform's GetLicenseInfo does.
struct InfoCall: HomeCall {
    static let name = "info"
    static let abstract = "Show the base license and what can be added, as the platform's GetLicenseInfo does."

    @OptionGroup var report: ReportOptions

    func answer(in home: HomeFolder) async throws -> Answer {
        Answer(
            line: GetLicenseInfoResponse(
                home.platformEntitlements,
                usage: self.report.use.usage(replacing: home.usage),
                licenseRequest: try await home.folder.existingLicenseRequest() ?? "",
                offset: self.report.offset ?? home.offset
            )
        )
    }
}

/// Shows the plus licenses as the platform's GetLicenseAddOns does.
struct AddOnsCall: HomeCall {
    static let name = "addons"
    static let abstract = "Show the plus licenses, as the platform's GetLicenseAddOns does."

    @OptionGroup var report: ReportOptions

    func answer(in home: HomeFolder) async throws -> Answer {
        Answer(line: GetLicenseAddOnsResponse(home.platformEntitlements, offset: self.report.offset ?? home.offset))
    }
}

/// The options of the platform's own answers.
struct ReportOptions: ParsableArguments {
    @OptionGroup var use: UsageOptions

    // Unconditional, because the offset -03:30 starts like an option.
    @Option(parsing: .unconditional, help: "The offset of the dates from UTC. Defaults to +08:00.")
    var offset: UTCOffset?
}
