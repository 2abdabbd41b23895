import LicenseModel

/// Which licenses fill which slots.
struct SlotTable {
    /// The licenses as they were given.
    private let given: [License]

    /// The terms of the licenses that count: each once, and only those that cover the build.
    private(set) var terms: [Term] = []

    /// The licenses that do not count here, each once.
    private(set) var excluded: [ExcludedLicense] = []

    /// For each slot the license whose exclusion a denial names.
    private var namedExclusions: [LicenseSlot: ExcludedLicense] = [:]

    /// The places in ``terms`` of the licenses for the base.
    private(set) var base: [Int] = []

    /// The places in ``terms`` of the licenses for each module that one names, ordered by the modules' bytes.
    private(set) var modules: [(module: License.Module, places: [Int])] = []

    /// The licenses that count.
    var licenses: [License] {
        self.terms.map { self.license(of: $0) }
    }

    /// All licenses, each once.
    var all: [License] {
        self.licenses + self.excluded.map(\.license)
    }

    /// Sorts licenses into slots.
    init(_ given: [License], _ configuration: PolicyConfiguration) {
        self.given = given
        let (build, node) = (configuration.build.date, configuration.node.value)
        // A digest stands for the whole payload, issuer and id included.
        var seen = DigestTable(capacity: given.count)
        var numbers = ModuleNumbers()
        self.terms.reserveCapacity(given.count)
        for (index, license) in given.enumerated() where seen.insert(license.payloadDigest, at: index, of: given) {
            if let cause = ExcludedLicense.cause(of: license, build: build, node: node) {
                self.exclude(ExcludedLicense(license: license, cause: cause))
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
        self.modules = self.modules.ordered { $0.module < $1.module }
    }

    /// The license that a term is from.
    func license(of term: Term) -> License {
        self.given[term.index]
    }

    /// How a slot stands at an instant, with the licenses that fill it.
    func standing(of slot: LicenseSlot, _ places: [Int], at instant: LicenseInstant) -> SlotEntitlement {
        guard let effective = Precedence(instant: instant, table: self).first(of: places) else {
            return SlotEntitlement(slot: slot, instant: instant, state: .empty, license: nil, coveredUntil: nil)
        }
        return SlotEntitlement(
            slot: slot,
            instant: instant,
            state: effective.state(at: instant),
            license: self.license(of: effective),
            coveredUntil: self.coverageEnd(from: effective, places)
        )
    }

    /// How far the licenses at some places reach without a gap, from one of them on.
    private func coverageEnd(from effective: Term, _ places: [Int]) -> LicenseInstant? {
        guard places.count > 1 else {
            return effective.end == .max ? nil : LicenseInstant(secondsSince1970: effective.end)
        }
        return CoverageTable(places.map { self.terms[$0] }).end(from: effective)
    }

    /// The places in ``terms`` of the licenses that fill a slot.
    func places(of slot: LicenseSlot) -> [Int] {
        guard let module = slot.module else {
            return self.base
        }
        let index = self.modules.endOfFirst { $0.module < module }
        return index < self.modules.count && self.modules[index].module == module ? self.modules[index].places : []
    }

    /// The license of a slot whose exclusion a denial names, or `nil` if none was excluded.
    func exclusion(of slot: LicenseSlot) -> ExcludedLicense? {
        self.namedExclusions[slot]
    }

    private mutating func exclude(_ license: ExcludedLicense) {
        self.excluded.append(license)
        for slot in license.license.slots {
            if let other = self.namedExclusions[slot], !license.precedes(other) {
                continue
            }
            self.namedExclusions[slot] = license
        }
    }
}

extension License {
    /// The slots that it fills.
    var slots: [LicenseSlot] {
        (self.category == .base ? [.base] : []) + self.modules.map(LicenseSlot.module)
    }
}
