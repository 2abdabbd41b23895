import LicenseModel

/// A table of the licenses that fill each slot.
struct SlotTable {
    /// All licenses as they were passed, including duplicates.
    let input: [License]

    /// The terms of the licenses that are not excluded, without duplicates.
    private(set) var terms: [Term] = []

    /// The excluded licenses, without duplicates.
    private(set) var excluded: [ExcludedLicense] = []

    /// The excluded licenses of each slot, of which a denial names the first.
    private(set) var exclusions: [LicenseSlot: [ExcludedLicense]] = [:]

    /// The indices in ``terms`` of the licenses that fill the base slot.
    private(set) var base: [Int] = []

    /// The modules that ``terms`` name, each with the indices of the licenses that fill its slot.
    ///
    /// They are in ascending order of the module names' bytes.
    private(set) var modules: [ModuleTerms] = []

    /// The licenses that are not excluded, without duplicates.
    var licenses: [License] {
        self.terms.map { self.license(of: $0) }
    }

    /// All licenses without duplicates, the excluded ones last.
    var all: [License] {
        self.licenses + self.excluded.map(\.license)
    }

    /// Assigns licenses to the slots that they fill.
    init(_ input: [License], _ configuration: PolicyConfiguration) {
        self.input = input
        let (build, node) = (configuration.build.date, configuration.node.value)
        // The digest identifies the whole payload, including issuer and ID.
        var seen = DigestTable(capacity: input.count)
        var modules = ModuleTable(licenseCount: input.count)
        self.terms.reserveCapacity(input.count)
        // Fields are read in place: an array would retain and release each license.
        let licenses = input.span
        for index in licenses.indices
        where seen.insert(licenses[index].content.fields.payloadDigest, at: index, of: input) {
            if let cause = ExcludedLicense.cause(of: licenses[index], build: build, node: node) {
                self.exclude(ExcludedLicense(license: licenses[index], cause: cause, node: node))
                continue
            }
            let term = Term(licenses, at: index)
            if term.isBase {
                self.base.append(self.terms.count)
            }
            for position in licenses[index].content.fields.modules.indices {
                modules.add(self.terms.count, to: licenses[index].content.fields.modules[position])
            }
            self.terms.append(term)
        }
        self.modules = modules.ordered
    }

    /// Returns the license to which a term belongs.
    func license(of term: Term) -> License {
        self.input[term.index]
    }

    /// Returns the entitlement of a slot at an instant, given the indices of the licenses that fill it.
    func entitlement(of slot: LicenseSlot, _ indices: [Int], at instant: LicenseInstant) -> SlotEntitlement {
        guard let effective = Precedence(instant: instant, table: self).first(of: indices) else {
            return SlotEntitlement(slot: slot, instant: instant, state: .empty, license: nil, coveredUntil: nil)
        }
        return SlotEntitlement(
            slot: slot,
            instant: instant,
            state: effective.state(at: instant),
            license: self.license(of: effective),
            coveredUntil: self.coverageEnd(from: effective, indices)
        )
    }

    /// Returns the end of the coverage without a gap that starts with a term, or `nil` if it has no end.
    private func coverageEnd(from effective: Term, _ indices: [Int]) -> LicenseInstant? {
        guard indices.count > 1 else {
            return effective.end == .max ? nil : LicenseInstant(secondsSince1970: effective.end)
        }
        return CoverageTable(indices, in: self.terms).end(from: effective)
    }

    /// Returns the indices in ``terms`` of the licenses that fill a slot.
    func indices(of slot: LicenseSlot) -> [Int] {
        guard let module = slot.module else {
            return self.base
        }
        let index = self.modules.endOfPrefix { $0.module < module }
        return index < self.modules.count && self.modules[index].module == module ? self.modules[index].indices : []
    }

    /// Returns the excluded license that a denial names for a slot, or `nil` if none was excluded.
    func exclusion(of slot: LicenseSlot) -> ExcludedLicense? {
        self.exclusions[slot]?.first
    }

    private mutating func exclude(_ license: ExcludedLicense) {
        self.excluded.append(license)
        for slot in license.license.slots {
            if let first = self.exclusion(of: slot), !license.precedes(first) {
                self.exclusions[slot]?.append(license)
            } else {
                self.exclusions[slot, default: []].insert(license, at: 0)
            }
        }
    }
}

extension License {
    /// The slots that the license fills.
    var slots: [LicenseSlot] {
        (self.category == .base ? [.base] : []) + self.modules.map(LicenseSlot.module)
    }
}
