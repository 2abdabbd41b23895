public import LicenseModel

extension LicenseDraft {
    /// Validates the draft and returns all of its problems.
    ///
    /// A name that the catalog does not define is a problem, unless ``allowsUnknownNames`` is `true`.
    ///
    /// - Parameters:
    ///   - instant: The time at which the license will be signed.
    ///   - catalog: The catalog of the product that the license is for.
    /// - Returns: All problems, or an empty array if the draft is valid.
    public func problems(signedAt instant: LicenseInstant, for catalog: ProductCatalog) -> [DraftProblem] {
        var problems = DraftProblems(catalog: catalog, allowsUnknownNames: self.allowsUnknownNames)
        problems.checkTimes(of: self, signedAt: instant)
        problems.checkScope(self.scope)
        problems.checkName(self.type, "license.type", among: DraftProblems.types, "type")
        if let features = self.features.value, features.count > 1_024 {
            problems.add("license.features", "has \(features.count) features; the maximum is 1024")
        }
        if let nodes = self.nodes.value {
            problems.checkCount(nodes.count, "license.nodes", "nodes")
            problems.checkDistinct(nodes, "license.nodes")
        }
        problems.checkRange(self.sequence, "license.sequence", 0...License.Limit.maximumCount)
        problems.checkRange(self.reminderDays, "license.reminderDays", 1...365)
        problems.checkRange(self.graceDays, "license.graceDays", 1...365)
        problems.checkInstant(self.updates.end, "license.updatesUntil")
        for member in self.critical.subtracting(Member.known).map(\.rawValue).sorted() {
            problems.add("license.critical", "names the member '\(member)', which this release does not define")
        }
        return problems.all
    }
}

/// Collects the problems of a draft.
private struct DraftProblems {
    /// The commercial types that the license format defines.
    static let types: [LicenseType] = [
        .paid, .trial, .trialExt, .hybrid, .hybridTrialExt, .oem, .free, .addOn,
    ]

    private(set) var all: [DraftProblem] = []
    let catalog: ProductCatalog
    let allowsUnknownNames: Bool

    init(catalog: ProductCatalog, allowsUnknownNames: Bool) {
        self.catalog = catalog
        self.allowsUnknownNames = allowsUnknownNames
    }

    mutating func add(_ member: String, _ problem: String) {
        self.all.append(DraftProblem(member: member, problem: problem))
    }

    mutating func checkTimes(of draft: LicenseDraft, signedAt instant: LicenseInstant) {
        self.checkInstant(instant, "iat")
        self.checkInstant(draft.start.instant, "nbf")
        let start = draft.start.instant ?? instant
        switch draft.term {
        case .perpetual:
            break
        case .days(let days):
            guard days >= 1 else {
                self.add("exp", "would be \(days) days after the start; a license lasts at least 1 day")
                return
            }
            let seconds = Int64(days).multipliedClamped(by: LicenseInstant.secondsPerDay)
            guard seconds <= LicenseInstant.latest.secondsSince1970 - start.secondsSince1970 else {
                self.add("exp", "would be after the year 9999; shorten the term or make the license perpetual")
                return
            }
        case .years(let years, let zone):
            guard years >= 1 else {
                self.add("exp", "would be \(years) years after the start; a license lasts at least 1 year")
                return
            }
            if zone.instant(years: years, after: start) == nil {
                self.add("exp", "would be after the year 9999; shorten the term or make the license perpetual")
            }
        case .until(let end):
            self.checkInstant(end, "exp")
            self.checkEnd(end, after: start)
        case .endOfDay(let day, let zone):
            self.checkEnd(day.end(in: zone), after: start)
        }
    }

    private mutating func checkEnd(_ end: LicenseInstant, after start: LicenseInstant) {
        guard start < end else {
            self.add("exp", "would be \(end), which is not after the start, \(start)")
            return
        }
    }

    mutating func checkScope(_ scope: LicenseDraft.Scope) {
        switch scope {
        case .base(let edition, let limits, let modules):
            self.checkName(edition, "license.edition", among: Array(self.catalog.editions.keys), "edition")
            self.checkModules(modules)
            self.checkLimits(limits)
            self.checkRequired(limits)
        case .plus(let modules, let limits):
            if modules.isEmpty {
                self.add("license.modules", "names no module; a plus license names one or more")
            }
            self.checkModules(modules)
            self.checkLimits(limits)
        }
    }

    private mutating func checkModules(_ modules: [License.Module]) {
        if modules.count > 64 {
            self.add("license.modules", "has \(modules.count) modules; the maximum is 64")
        }
        for (index, module) in modules.enumerated() {
            let path = "license.modules[\(index)]"
            self.checkName(module, path, among: Array(self.catalog.modules.keys), "module")
        }
        self.checkDistinct(modules, "license.modules")
    }

    private mutating func checkLimits(_ limits: [LimitUnit: License.Limit]) {
        if limits.count > 64 {
            self.add("license.limits", "has \(limits.count) units; the maximum is 64")
        }
        for (unit, limit) in limits.sorted(by: { $0.key < $1.key }) {
            let path = "license.limits.\(unit)"
            self.checkName(unit, path, among: Array(self.catalog.units.keys), "unit")
            if case .count(let count) = limit {
                self.checkRange(count, path, 0...License.Limit.maximumCount)
            }
        }
    }

    /// Checks that a base license has the limits that the format and the catalog require.
    private mutating func checkRequired(_ limits: [LimitUnit: License.Limit]) {
        if limits.isEmpty, self.catalog.requiredLimits.isEmpty {
            self.add("license.limits", "names no unit; a base license names one or more")
        }
        for units in self.catalog.requiredLimits where !units.isEmpty && units.isDisjoint(with: limits.keys) {
            let names = units.sorted().map { "'\($0)'" }.joined(separator: " or ")
            self.add("license.limits", "does not name \(names), which is required for base licenses of the product")
        }
    }

    mutating func checkName<Name: LicenseIdentifier>(
        _ name: Name,
        _ member: String,
        among known: [Name],
        _ kind: String
    ) {
        guard self.allowsUnknownNames || known.contains(name) else {
            let names = known.map(\.rawValue).sorted().joined(separator: ", ")
            let all = names.isEmpty ? "none" : names
            self.add(member, "names the \(kind) '\(name)', which is not defined (known: \(all))")
            return
        }
    }

    mutating func checkCount(_ count: Int, _ member: String, _ elements: String) {
        guard (1...64).contains(count) else {
            self.add(member, "has \(count) \(elements); it must have 1 to 64")
            return
        }
    }

    mutating func checkDistinct<Element: Hashable>(_ elements: [Element], _ member: String) {
        var seen: Set<Element> = []
        for (index, element) in elements.enumerated() where !seen.insert(element).inserted {
            self.add("\(member)[\(index)]", "is a duplicate")
        }
    }

    mutating func checkRange(_ number: Int?, _ member: String, _ range: ClosedRange<Int>) {
        guard let number, !range.contains(number) else {
            return
        }
        self.add(member, "is \(number); it must be from \(range.lowerBound) to \(range.upperBound)")
    }

    mutating func checkInstant(_ instant: LicenseInstant?, _ member: String) {
        guard let instant, instant.secondsSince1970 < 0 else {
            return
        }
        self.add(member, "would be \(instant), before 1970")
    }
}
