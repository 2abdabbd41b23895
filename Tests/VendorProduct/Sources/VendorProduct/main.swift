import Foundation
import LicenseStore
import Licensing
import ZStackLicensing

// Installs a license file of the platform in a folder, and prints GetLicenseInfo's answer.
// usage: VendorProduct KEY.pem FILE FOLDER
let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    print("usage: VendorProduct KEY.pem FILE FOLDER")
    exit(64)
}
let reader = try VendorLicenseReader(
    trusting: try String(contentsOfFile: arguments[1], encoding: .utf8),
    issuer: try ClaimString("Vendor"),
    product: ProductCatalog.zstack.product,
    environment: .production
)
let folder = try await LicenseFolder.open(
    at: arguments[3],
    verifier: LicenseVerifier(trusting: try TrustedKeys([]), catalog: .zstack, formats: [reader.format]),
    configuration: .zstack(node: .only([]), build: .any)
)
try await folder.install(
    contentsOf: arguments[2],
    by: LicenseActor(name: "admin", isAdministrator: true),
    activates: true
)
let response = GetLicenseInfoResponse(
    folder.gate.entitlements,
    usage: .zero,
    licenseRequest: try await folder.licenseRequest(),
    offset: .china
)
print(String(decoding: try JSONEncoder().encode(response), as: UTF8.self))
