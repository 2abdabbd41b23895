import LicenseModel
import LicensePolicy
import Testing

/// A second implementation of the rules for the effective license and the coverage, which is simple and slow.
@Suite("Slots compared with a reference implementation")
struct ReferenceTests {
    static func rank(_ license: License, _ now: LicenseInstant) -> Int {
        if now < license.notBefore { return 3 }
        guard let expiry = license.expiresAt else { return 0 }
        if now < expiry { return 0 }
        let grace = Int64(license.graceDays ?? 0) * 86_400
        return now.secondsSince1970 < expiry.secondsSince1970 + grace ? 1 : 2
    }

    /// Returns the sort key of a license: numbers, then bytes.
    ///
    /// The license with the smallest key is effective.
    static func key(_ license: License, _ slot: LicenseSlot, _ now: LicenseInstant) -> ([Int], [UInt8]) {
        let numbers = [
            Self.rank(license, now), slot == .base || license.category == .plus ? 0 : 1,
            -Int(license.issuedAt.secondsSince1970), -(license.sequence ?? -1),
        ]
        return (numbers, Array("\(license.id)\0\(license.issuer)".utf8))
    }

    static func licenses(of slot: LicenseSlot, in scenario: RandomScenario) -> [License] {
        scenario.licenses.filter { license in
            if let builtAt = scenario.configuration.build.date, let until = license.updatesUntil, until < builtAt {
                return false
            }
            if case .only(let nodes) = scenario.configuration.node, let bound = license.nodes,
                nodes.isDisjoint(with: bound)
            {
                return false
            }
            return slot.module.map(license.modules.contains) ?? (license.category == .base)
        }
    }

    static func coverage(from effective: License, _ licenses: [License]) -> LicenseInstant? {
        guard var end = effective.expiresAt else { return nil }
        while let next = licenses.first(where: { $0.notBefore <= end && ($0.expiresAt ?? .latest) > end }) {
            guard let later = next.expiresAt else { return nil }
            end = later
        }
        return end
    }

    @Test("A slot has the state, license and coverage of the reference implementation")
    func slots() {
        var failures: [UInt64] = []
        let states: [SlotState] = [.current, .grace, .expired, .pending]
        for scenario in RandomScenario.all {
            let entitlements = scenario.entitlements
            for slot in RandomScenario.slots {
                let licenses = Self.licenses(of: slot, in: scenario)
                let best = licenses.map { Self.key($0, slot, scenario.instant) }
                    .min { $0.0 == $1.0 ? $0.1.lexicographicallyPrecedes($1.1) : $0.0.lexicographicallyPrecedes($1.0) }
                let entitlement = entitlements[slot]
                guard let best else {
                    failures += entitlement.license == nil && entitlement.state == .empty ? [] : [scenario.seed]
                    continue
                }
                guard let license = entitlement.license, Self.key(license, slot, scenario.instant) == best,
                    entitlement.state == states[best.0[0]],
                    entitlement.coveredUntil == Self.coverage(from: license, licenses)
                else {
                    failures.append(scenario.seed)
                    continue
                }
            }
        }
        #expect(failures.isEmpty, "\(failures.count) slots, with seeds \(failures.prefix(5))")
    }
}
