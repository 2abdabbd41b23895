import Foundation
import LicenseCrypto
import LicenseModel
import Testing
import ZStackLicensing

/// The vendor's published files and variants of them, which are next to the project and not part of it.
@Suite(
    "Published license files of the platform",
    .enabled(if: SharedVendorFiles.areAvailable, "The files are not next to the project")
)
struct SharedVendorFileTests {
    @Test("A file is accepted or refused as its manifest says", arguments: SharedVendorFiles.cases)
    func verdict(example: SharedVendorFiles.Case) throws {
        let contents = Array(
            try Data(contentsOf: SharedVendorFiles.folder.appendingPathComponent("cases/\(example.id)"))
        )
        let key = try String(contentsOf: SharedVendorFiles.folder.appendingPathComponent(example.key), encoding: .utf8)
        func verdict(allowsSHA1: Bool) throws -> String {
            let reader = try VendorLicenseReader(
                trusting: key,
                issuer: try ClaimString("Vendor"),
                product: "cloud",
                environment: .production,
                allowsSHA1: allowsSHA1,
                // The files of the test key have a type that published files do not have.
                types: VendorLicenseType.published.merging([2: .base(.paid)]) { $1 }
            )
            return VendorFiles.verdict(contents, VendorFiles.verifier(reader))
        }
        let (strict, legacy) = (try verdict(allowsSHA1: false), try verdict(allowsSHA1: true))
        switch example.expect {
        case "accept":
            #expect(strict == "accepted")
            #expect(legacy == "accepted")
        case "accept-legacy":
            #expect(strict == "unsupported-algorithm")
            #expect(legacy == "accepted")
        default:
            #expect(example.expect == "reject")
            #expect(strict != "accepted")
            #expect(legacy != "accepted")
        }
    }
}
