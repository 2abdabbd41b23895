import FoundationEssentials
import LicenseCrypto
import LicenseModel
import LicensePolicy

// The same program, which also reads a licence and asks a gate: usage: WeightCore KEYS LICENSE
let now = Date()
print(await Task { now.timeIntervalSince1970 }.value)
print(CommandLine.arguments.count)

if CommandLine.arguments.count > 2 {
    let keys = try TrustedKeys(keyFile: CommandLine.arguments[1])
    let verifier = LicenseVerifier(trusting: keys, product: "cloud")
    let gate = try LicenseGate(verifier.verify(file: CommandLine.arguments[2]).licenses)
    let entitlements = gate.entitlements
    print(gate.check(.operate(.module(.vmware))).isAllowed, entitlements.login, entitlements.explain().text.english)
    print(entitlements.preview(installing: []).changes, entitlements.quotas(given: Usage()))
    for point in entitlements.timeline(from: Instant(now), to: .latest) {
        print(point.instant, point.changes.count)
    }
    print(entitlements.report().reminders)
}
