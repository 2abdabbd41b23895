import LicenseCrypto
import LicenseModel
import LicensePolicy
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private let catalog = ProductCatalog(product: "cloud", name: "the platform", modules: ["vmware": "VMware"])

private let verifier = LicenseVerifier(trusting: Issuer.trustedKeys, product: .any)

/// The number of inputs that passed the signature check.
private let claimsRuns = Atomic<Int>(0)

/// The number of those inputs that were accepted as licenses.
private let claimsAccepted = Atomic<Int>(0)

/// Prints the numbers when the process exits.
private let report: Void = {
    atexit {
        let (runs, accepted) = (claimsRuns.load(ordering: .relaxed), claimsAccepted.load(ordering: .relaxed))
        print("claims: \(runs) inputs past the signature, \(accepted) of them licenses")
    }
}()

/// Signs and verifies claims that the input modifies, or the input itself as a payload.
func fuzzClaims(_ input: [UInt8]) {
    guard let mode = input.first else {
        return
    }
    _ = report
    let payload: [UInt8]
    if mode < 64 {
        payload = Array(input.dropFirst())
    } else {
        var recipe = mode & 1 == 0 ? ClaimsRecipe.base : ClaimsRecipe.plus
        recipe.change(by: input.dropFirst())
        payload = Array(recipe.text.utf8)
    }
    claimsRuns.add(payload.isEmpty ? 0 : 1, ordering: .relaxed)
    do {
        let license = try verifier.verify(token: Issuer.token(payload))
        claimsAccepted.add(1, ordering: .relaxed)
        check(license)
        checkPolicy(license)
    } catch {
        guarantee(
            [.claimsInvalid, .unsupportedRequirement, .tooLarge, .malformed].contains(error.code),
            "after a valid signature, only the claims can be at fault"
        )
        guarantee(
            payload.isEmpty || payload.count > 40_000 || error.code != .malformed && error.code != .tooLarge,
            "only an empty payload is malformed, and only a long one is too large"
        )
        checkText(of: error)
    }
}

/// Checks what holds for every license.
private func check(_ license: License) {
    guarantee(license.expiresAt.map { license.notBefore < $0 } ?? true, "a license starts before it ends")
    guarantee((license.category == .base) == (license.edition != nil), "only a base license has an edition")
    guarantee(license.category == .base || !license.modules.isEmpty, "a plus license names modules")
    guarantee(!license.modules.contains { ["base", "core"].contains($0.rawValue) }, "the platform is not a module")
    guarantee(Set(license.modules).count == license.modules.count, "modules are distinct")
    guarantee(license.limits.count <= 64, "at most 64 units")
    guarantee(license.category == .plus || !license.limits.isEmpty, "a base license names a unit")
    for case .count(let count) in license.limits.values {
        guarantee((0...License.Limit.maximumCount).contains(count), "a limit is in range")
    }
    guarantee(license.issuedAt.secondsSince1970 >= 0, "every license is signed in 1970 or later")
}

/// Checks what the policy guarantees for any license, at the edges of its term.
private func checkPolicy(_ license: License) {
    let edges = [license.notBefore, license.expiresAt, license.graceUntil, .earliest, .latest].compactMap(\.self)
    for edge in edges.flatMap({ [$0.advanced(bySeconds: -1), $0, $0.advanced(bySeconds: 1)] }) {
        let entitlements = Entitlements(
            [license, license],
            at: edge,
            configuration: PolicyConfiguration(catalog: catalog, node: .any, build: .any)
        )
        for entitlement in [entitlements.base] + entitlements.modules {
            guarantee(entitlements.decision(for: .keepRunning(entitlement.slot)).isAllowed, "workloads keep running")
            guarantee(entitlements.decision(for: .recover(entitlement.slot)).isAllowed, "recovery is always allowed")
            if entitlement.slot != .base {
                guarantee(
                    entitlements.decision(for: .view(entitlement.slot)).isAllowed == (entitlement.menu == .shown),
                    "the menu shows exactly the modules that can be viewed"
                )
            }
        }
        _ = entitlements.quotas(
            given: LicenseUsage(total: ["hosts": .max, "cpus": .min], modules: ["vmware": ["hosts": .max]])
        )
        _ = entitlements.reminders.map(\.message)
    }
}
