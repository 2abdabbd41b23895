import LicenseModel
import LicensePolicy
import TestSupport
import ZStackLicensing

extension RandomScenario {
    /// Returns a base and a VMware license in one of the 25 pairs of states, often with a license for another module.
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

    /// A license that is current and not excluded in this scenario.
    var addition: License {
        self.addition()
    }

    /// Returns a license that is current and not excluded in this scenario.
    func addition(for modules: [License.Module] = Self.modules, listing feature: License.Feature = "clone") -> License {
        var random = SplitMix64(seed: self.seed ^ 0xADD)
        while true {
            let license = Self.license(&random, for: modules, listing: feature)
            let isCovered = self.configuration.build.date.map { (license.updatesUntil ?? .latest) >= $0 } ?? true
            if isCovered, license.isUsable(on: .only([Self.nodes[0]])), license.state(at: self.instant) == .current {
                return license
            }
        }
    }

    /// Returns the term of a license in a state, often at the exact second of a boundary.
    private static func term(
        _ state: SlotCase,
        at instant: LicenseInstant,
        _ random: inout SplitMix64
    ) -> (from: Span, until: Span, graceDays: Int?)? {
        let now = Span.seconds(instant.secondsSince1970 - LicenseInstant.now.secondsSince1970)
        let offset = random.oneIn(3) ? Span.zero : .days(random.below(30))
        let start = now - .days(200)
        return switch state {
        case .empty: nil
        case .pending: (now + offset + .seconds(1), now + .days(100), nil)
        case .current: (start, now + offset + .seconds(1), random.oneIn(2) ? 5 : nil)
        case .grace: (start, now - offset, 31)
        case .expired: (start, now - offset - .days(10), random.oneIn(2) ? 10 : nil)
        }
    }
}
