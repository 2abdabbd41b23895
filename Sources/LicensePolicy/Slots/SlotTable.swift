import LicenseModel

/// Which licences fill which slots.
struct SlotTable {
    /// The licences as they were given.
    private let given: [License]

    /// The terms of the licences that count: each once, and only those that cover the build.
    private(set) var terms: [Term] = []

    /// The licences that do not cover the build, each once.
    private(set) var leftOut: [License] = []

    /// For each slot the license that was left out, the one for the latest builds where there are several.
    private var lastLeftOut: [Slot: License] = [:]

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
                self.leaveOut(license)
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
            coveredUntil: self.coverageEnd(from: effective, places)
        )
    }

    /// How far the licenses at some places reach without a gap, from one of them on.
    private func coverageEnd(from effective: Term, _ places: [Int]) -> Instant? {
        guard places.count > 1 else {
            return effective.end == .max ? nil : Instant(secondsSince1970: effective.end)
        }
        return CoverageTable(places.map { self.terms[$0] }).end(from: effective)
    }

    /// The places in ``terms`` of the licenses that fill a slot.
    func places(of slot: Slot) -> [Int] {
        guard let module = slot.module else {
            return self.base
        }
        let index = self.modules.endOfFirst { $0.module < module }
        return index < self.modules.count && self.modules[index].module == module ? self.modules[index].places : []
    }

    /// The license of a slot that was left out for this build, the one for the latest builds where there are several.
    func leftOut(of slot: Slot) -> License? {
        self.lastLeftOut[slot]
    }

    private mutating func leaveOut(_ license: License) {
        self.leftOut.append(license)
        for slot in license.slots {
            if let other = self.lastLeftOut[slot], !Self.isForLaterBuilds(license, other) {
                continue
            }
            self.lastLeftOut[slot] = license
        }
    }

    private static func isForLaterBuilds(_ license: License, _ other: License) -> Bool {
        (other.updatesUntil ?? .earliest, license.id) < (license.updatesUntil ?? .earliest, other.id)
    }
}

extension License {
    /// The slots that it fills.
    var slots: [Slot] {
        (self.category == .base ? [.base] : []) + self.modules.map(Slot.module)
    }
}
