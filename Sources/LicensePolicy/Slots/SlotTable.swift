import LicenseModel

/// Which licences fill which slots.
struct SlotTable {
    /// The licences that count: each once, and only those that cover the build.
    private(set) var licenses: [License] = []

    /// The licences that do not cover the build, each once.
    private(set) var leftOut: [License] = []

    /// All licences, each once.
    var all: [License] {
        self.licenses + self.leftOut
    }

    private(set) var base: [Int] = []
    private(set) var modules: [Module: [Int]] = [:]

    /// Sorts licences into slots.
    init(_ all: [License], builtAt: Instant?) {
        // A digest stands for the whole payload, issuer and id included.
        var seen: Set<PayloadDigest> = []
        seen.reserveCapacity(all.count)
        self.licenses.reserveCapacity(all.count)
        for license in all where seen.insert(license.payloadDigest).inserted {
            if let builtAt, let updatesUntil = license.updatesUntil, updatesUntil < builtAt {
                self.leftOut.append(license)
                continue
            }
            let index = self.licenses.count
            self.licenses.append(license)
            if license.category == .base {
                self.base.append(index)
            }
            for module in license.modules {
                self.modules[module, default: []].append(index)
            }
        }
    }

    /// How a slot stands at an instant, with the licences that fill it.
    func standing(of slot: Slot, _ indices: [Int], at instant: Instant) -> SlotStanding {
        guard let first = Precedence(instant: instant, slot: slot).first(of: indices, in: self.licenses) else {
            return SlotStanding(slot: slot, instant: instant, state: .empty, license: nil, coveredUntil: nil)
        }
        let effective = self.licenses[first]
        return SlotStanding(
            slot: slot,
            instant: instant,
            state: effective.state(at: instant),
            license: effective,
            coveredUntil: Coverage.end(from: effective, through: indices, in: self.licenses)
        )
    }

    /// The licence of a slot that was left out for this build, the one for the latest builds where there are several.
    func leftOut(of slot: Slot) -> License? {
        self.leftOut
            .filter { license in
                switch slot {
                case .base: license.category == .base
                case .module(let module): license.modules.contains(module)
                }
            }
            .max { ($0.updatesUntil ?? .earliest, $1.id) < ($1.updatesUntil ?? .earliest, $0.id) }
    }
}
