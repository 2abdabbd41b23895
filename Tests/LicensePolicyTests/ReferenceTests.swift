import LicenseModel
import LicensePolicy
import Testing

/// The contract's sentences on the effective license and on the coverage, written down a second time, as plainly as
/// they read and without a thought of speed.
@Suite("The slots against the contract's words")
struct ReferenceTests {
    static func rank(_ license: License, _ now: LicenseInstant) -> Int {
        if now < license.notBefore { return 3 }
        guard let expiry = license.expiresAt else { return 0 }
        if now < expiry { return 0 }
        let grace = Int64(license.graceDays ?? 0) * 86_400
        return now.secondsSince1970 < expiry.secondsSince1970 + grace ? 1 : 2
    }

    /// What a license is sorted by: numbers first, the smaller the better, then bytes.
    static func key(_ license: License, _ slot: LicenseSlot, _ now: LicenseInstant) -> ([Int], [UInt8]) {
        let numbers = [
            Self.rank(license, now), slot == .base || license.category == .plus ? 0 : 1,
            -Int(license.issuedAt.secondsSince1970), -(license.sequence ?? -1),
        ]
        return (numbers, Array("\(license.id)\0\(license.issuer)".utf8))
    }

    static func licenses(of slot: LicenseSlot, in world: RandomWorld) -> [License] {
        world.licenses.filter { license in
            if let builtAt = world.configuration.build.date, let until = license.updatesUntil, until < builtAt {
                return false
            }
            if case .only(let nodes) = world.configuration.node, let bound = license.nodes,
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

    @Test("A slot has the state, the license and the coverage that the contract's words give it")
    func slots() {
        var failures: [UInt64] = []
        let states: [SlotState] = [.inForce, .grace, .expired, .pending]
        for world in RandomWorld.all {
            let entitlements = world.entitlements
            for slot in RandomWorld.slots {
                let licenses = Self.licenses(of: slot, in: world)
                let best = licenses.map { Self.key($0, slot, world.instant) }
                    .min { $0.0 == $1.0 ? $0.1.lexicographicallyPrecedes($1.1) : $0.0.lexicographicallyPrecedes($1.0) }
                let standing = entitlements[slot]
                guard let best else {
                    failures += standing.license == nil && standing.state == .empty ? [] : [world.seed]
                    continue
                }
                guard let license = standing.license, Self.key(license, slot, world.instant) == best,
                    standing.state == states[best.0[0]],
                    standing.coveredUntil == Self.coverage(from: license, licenses)
                else {
                    failures.append(world.seed)
                    continue
                }
            }
        }
        #expect(failures.isEmpty, "\(failures.count) slots, of seeds \(failures.prefix(5))")
    }
}
