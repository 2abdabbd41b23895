import ArgumentParser
import Foundation
import LicenseIssuing
import Licensing
import ZStackLicensing

/// The command that writes license files of the test environment.
@main
struct DemoVendor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-vendor",
        abstract: "Writes a license file of the test environment, for a node that runs with --demo.",
        discussion: "Without --plus, it is a base license. The first call makes the vendor's keys in a folder."
    )

    @Argument(help: "The license file to write.")
    var file: String

    @Option(help: ArgumentHelp("The folder of the vendor's keys.", valueName: "folder"))
    var keys = "demo-vendor"

    @Option(help: ArgumentHelp("A module of a plus license. It can be repeated.", valueName: "module"))
    var plus: [License.Module] = []

    @Option(help: ArgumentHelp("A module that the base license bundles. It can be repeated.", valueName: "module"))
    var bundling: [License.Module] = []

    @Option(help: "The edition of a base license. By default, it is enterprise.")
    var edition: License.Edition?

    @Option(help: "The number of hosts.")
    var hosts: Int?

    @Option(help: "The number of CPU sockets.")
    var cpus: Int?

    @Option(help: "The days from the start to the end.")
    var days = 365

    @Option(help: "For how many days the license has been signed, and started.")
    var issuedDaysAgo = 0

    @Option(help: "The days after the end in which everything is still allowed.")
    var graceDays: Int?

    @Option(help: "The customer.")
    var licensee = "customer@example.com"

    @Option(help: "The ID of the license. By default, it is random.")
    var id: LicenseID?

    @Option(help: ArgumentHelp("The application code of the only node that can use the license.", valueName: "file"))
    var request: String?

    func validate() throws {
        guard !self.plus.isEmpty || self.hosts != nil || self.cpus != nil else {
            throw ValidationError("A base license needs --hosts or --cpus.")
        }
        guard self.plus.isEmpty || (self.edition == nil && self.bundling.isEmpty) else {
            throw ValidationError("--edition and --bundling are for a base license, which has no --plus.")
        }
        guard !VendorKeyFolder(path: self.keys).hasKey(at: self.file) else {
            throw ValidationError("The license would replace a key of the vendor. Give the file another name.")
        }
    }

    func run() throws {
        let keys = try VendorKeyFolder(path: self.keys).open()
        let now = LicenseInstant(Date()).advanced(byDays: -self.issuedDaysAgo)
        let issuer = LicenseIssuer(key: keys, issuer: try ClaimString("demo-vendor"), catalog: .zstack)
        let license = try issuer.issue(try self.draft(), at: now)
        try Data(license.armored.utf8).write(to: URL(filePath: self.file))
        print("License \(license.license.id) is in \(self.file). Trust it with: --demo --trust \(self.keys)/public.jwk")
    }

    private func draft() throws -> LicenseDraft {
        var limits: [LimitUnit: License.Limit] = [:]
        limits[.hosts] = self.hosts.map(License.Limit.count)
        limits[.cpus] = self.cpus.map(License.Limit.count)
        let isBase = self.plus.isEmpty
        var draft = LicenseDraft(
            for: try ClaimString(self.licensee),
            isBase
                ? .base(edition: self.edition ?? .enterprise, limits: limits, bundling: self.bundling)
                : .plus(self.plus, limits: limits),
            type: isBase ? "Paid" : "AddOn",
            term: .days(self.days),
            id: self.id ?? .random()
        )
        draft.graceDays = self.graceDays
        if let request = self.request {
            let code = try LicenseRequest(contents: try Data(contentsOf: URL(filePath: request)))
            draft.nodes = .only([code.thumbprint])
        }
        return draft
    }
}
