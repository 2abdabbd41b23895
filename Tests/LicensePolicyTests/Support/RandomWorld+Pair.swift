import LicenseModel
import LicensePolicy
import TestSupport
import ZStackLicensing

extension RandomWorld {
    /// A base and a license for VMware in one of the 25 pairs of states, and at times others beside them.
    static func licenses(ofPair pair: Int, at instant: LicenseInstant, _ random: inout SplitMix64) -> [License] {
        let states = SlotCase.allCases
        let others: [License] =
            random.oneIn(2) ? [.plus(.baremetal, id: "L-9", features: ["clone"], updatesUntil: self.span(&random))] : []
        let (base, module) = (states[pair / 5], states[pair % 5])
        var licenses = others
        if let term = self.term(base, at: instant, &random) {
            licenses.append(
                .base(
                    from: term.from,
                    until: term.until,
                    limits: [.hosts: .count(random.below(20))],
                    features: random.oneIn(3) ? ["clone"] : nil,
                    graceDays: term.graceDays
                )
            )
        }
        if let term = self.term(module, at: instant, &random) {
            licenses.append(
                .plus(
                    .vmware,
                    from: term.from,
                    until: term.until,
                    limits: random.oneIn(2) ? [.hosts: .count(random.below(20))] : [:],
                    features: random.oneIn(3) ? ["clone"] : nil,
                    graceDays: term.graceDays
                )
            )
        }
        return licenses
    }

    /// A license that is in force in this world, and covers its build.
    var addition: License {
        self.addition()
    }

    /// A license that is in force in this world, and covers its build.
    func addition(for modules: [License.Module] = Self.modules, listing feature: License.Feature = "clone") -> License {
        var random = SplitMix64(seed: self.seed ^ 0xADD)
        while true {
            let license = Self.license(&random, for: modules, listing: feature)
            let isCovered = self.configuration.build.date.map { (license.updatesUntil ?? .latest) >= $0 } ?? true
            if isCovered, license.isUsable(on: .only([Self.nodes[0]])), license.state(at: self.instant) == .inForce {
                return license
            }
        }
    }

    /// A term that puts a license into a state, often by a second alone.
    private static func term(
        _ state: SlotCase,
        at instant: LicenseInstant,
        _ random: inout SplitMix64
    ) -> (from: Span, until: Span, graceDays: Int?)? {
        let now = Span.seconds(instant.secondsSince1970 - LicenseInstant.now.secondsSince1970)
        let some = random.oneIn(3) ? Span.zero : .days(random.below(30))
        let start = now - .days(200)
        return switch state {
        case .empty: nil
        case .pending: (now + some + .seconds(1), now + .days(100), nil)
        case .inForce: (start, now + some + .seconds(1), random.oneIn(2) ? 5 : nil)
        case .grace: (start, now - some, 31)
        case .expired: (start, now - some - .days(10), random.oneIn(2) ? 10 : nil)
        }
    }
}
