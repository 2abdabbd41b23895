import LicenseModel

/// Which licences fill which slots.
struct SlotTable {
    /// The licences as they were given.
    private let given: [License]

    /// The terms of the licences that count: each once, and only those that cover the build.
    private(set) var terms: [Term] = []

    /// The licences that do not cover the build, each once.
    private(set) var leftOut: [License] = []

    /// The places in ``terms`` of the licences for the base.
    private(set) var base: [Int] = []

    /// The places in ``terms`` of the licences for each module that one names, ordered by the modules' bytes.
    private(set) var modules: [(module: Module, places: [Int])] = []

    /// The licences that count.
    var licenses: [License] {
        self.terms.map { self.license(of: $0) }
    }

    /// All licences, each once.
    var all: [License] {
        self.licenses + self.leftOut
    }

    /// Sorts licences into slots.
    init(_ given: [License], builtAt: Instant?) {
        self.given = given
        // A digest stands for the whole payload, issuer and id included.
        var seen = DigestTable(capacity: given.count)
        var numbers = ModuleNumbers()
        self.terms.reserveCapacity(given.count)
        for (index, license) in given.enumerated() where seen.insert(license.payloadDigest, at: index, of: given) {
            if let builtAt, let updatesUntil = license.updatesUntil, updatesUntil < builtAt {
                self.leftOut.append(license)
                continue
            }
            let place = self.terms.count
            self.terms.append(Term(license, index: index))
            if license.category == .base {
                self.base.append(place)
            }
            for module in license.modules {
                let number = numbers[module]
                if number == self.modules.count {
                    self.modules.append((module, []))
                }
                self.modules[number].places.append(place)
            }
        }
        self.modules.sort { $0.module < $1.module }
    }

    /// The licence that a term is from.
    func license(of term: Term) -> License {
        self.given[term.index]
    }

    /// How a slot stands at an instant, with the licences that fill it.
    func standing(of slot: Slot, _ places: [Int], at instant: Instant) -> SlotStanding {
        guard let effective = Precedence(instant: instant, table: self).first(of: places) else {
            return SlotStanding(slot: slot, instant: instant, state: .empty, license: nil, coveredUntil: nil)
        }
        return SlotStanding(
            slot: slot,
            instant: instant,
            state: effective.state(at: instant),
            license: self.license(of: effective),
            coveredUntil: Coverage.end(from: effective, through: places, of: self.terms)
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
