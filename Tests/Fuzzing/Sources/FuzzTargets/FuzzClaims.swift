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

/// How many inputs were run, and how many of them became licenses.
///
/// All of them pass the signature.
private let claimsRuns = Atomic<Int>(0)

/// How many of them became licenses.
private let claimsAccepted = Atomic<Int>(0)

/// Says at the end of the process how much came past the signature.
private let report: Void = {
    atexit {
        let (runs, accepted) = (claimsRuns.load(ordering: .relaxed), claimsAccepted.load(ordering: .relaxed))
        print("claims: \(runs) inputs past the signature, \(accepted) of them licenses")
    }
}()

/// Signs claims that the input changes, or the input itself as a payload, and verifies them.
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
        promise(
            [.claimsInvalid, .unsupportedRequirement, .tooLarge, .malformed].contains(error.code),
            "behind a good signature only the claims can be wrong"
        )
        promise(
            payload.isEmpty || payload.count > 40_000 || error.code != .malformed && error.code != .tooLarge,
            "only no payload is malformed, and only a long one too large"
        )
        checkText(of: error)
    }
}

/// What every license promises.
private func check(_ license: License) {
    promise(license.expiresAt.map { license.notBefore < $0 } ?? true, "a license starts before it ends")
    promise((license.category == .base) == (license.edition != nil), "a base license has an edition, another none")
    promise(license.category == .base || !license.modules.isEmpty, "a license for modules names some")
    promise(!license.modules.contains { $0.rawValue == "base" || $0.rawValue == "core" }, "the platform is no module")
    promise(Set(license.modules).count == license.modules.count, "modules are distinct")
    promise(license.limits.count <= 64, "at most 64 units")
    promise(license.category == .plus || !license.limits.isEmpty, "a base license names a unit")
    for case .count(let count) in license.limits.values {
        promise((0...License.Limit.maximumCount).contains(count), "a limit is in range")
    }
    promise(license.issuedAt.secondsSince1970 >= 0, "no license is signed before 1970")
}

/// What the policy promises of any license, at the edges of its term.
private func checkPolicy(_ license: License) {
    let edges = [license.notBefore, license.expiresAt, license.graceUntil, .earliest, .latest].compactMap(\.self)
    for edge in edges.flatMap({ [$0.advanced(bySeconds: -1), $0, $0.advanced(bySeconds: 1)] }) {
        let entitlements = Entitlements(
            [license, license],
            at: edge,
            configuration: PolicyConfiguration(catalog: catalog, node: .any, build: .any)
        )
        for standing in [entitlements.base] + entitlements.modules {
            promise(entitlements.decision(for: .keepRunning(standing.slot)).isAllowed, "what runs goes on")
            promise(entitlements.decision(for: .recover(standing.slot)).isAllowed, "getting out of trouble is allowed")
            if standing.slot != .base {
                promise(
                    entitlements.decision(for: .view(standing.slot)).isAllowed == (standing.menu == .shown),
                    "a menu shows what can be viewed"
                )
            }
        }
        _ = entitlements.quotas(
            given: LicenseUsage(total: ["hosts": .max, "cpus": .min], modules: ["vmware": ["hosts": .max]])
        )
        _ = entitlements.reminders.map(\.message)
    }
}
