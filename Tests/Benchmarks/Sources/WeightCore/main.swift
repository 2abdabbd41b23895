import FoundationEssentials
import LicenseCrypto
import LicenseModel
import LicensePolicy

// The program WeightBare that also verifies a license and uses a gate.
// usage: WeightCore KEYS LICENSE
let now = Date()
print(await Task { now.timeIntervalSince1970 }.value)
print(CommandLine.arguments.count)

if CommandLine.arguments.count > 2 {
    let keys = try TrustedKeys(contents: CommandLine.arguments[1])
    let catalog = ProductCatalog(product: "cloud", name: "the platform", modules: ["vmware": "VMware management"])
    let verifier = LicenseVerifier(trusting: keys, catalog: catalog)
    let gate = LicenseGate(
        try verifier.verify(contents: CommandLine.arguments[2]).licenses,
        configuration: PolicyConfiguration(catalog: catalog, node: .any, build: .any),
        trustedClock: .firstStart
    )
    let entitlements = gate.entitlements
    print(
        gate.makeCheck(for: .operate(.module("vmware"))).isAllowed,
        entitlements.login,
        entitlements.explanation().message(in: catalog).english
    )
    print(entitlements.preview(installing: []).changes, entitlements.quotas(given: LicenseUsage.zero))
    for point in entitlements.timeline(from: LicenseInstant(now), to: .latest) {
        print(point.instant, point.changes.count)
    }
    print(entitlements.report().reminders)
}
