import LicenseModel
import LicenseNodeKey

extension LicenseDraft {
    /// Returns the claims of the draft in a deterministic encoding.
    ///
    /// Members are in the order of the format's tables, and the elements of sets are sorted. A member is omitted if its
    /// value is the default.
    func claims(issuer: ClaimString, product: ProductID, signedAt instant: LicenseInstant) -> JSONText {
        var claims: [(name: String, value: JSONText)] = [
            ("iss", .string(issuer.rawValue)), ("aud", .string(product.rawValue)),
            ("sub", .string(self.licensee.rawValue)), ("jti", .string(self.id.rawValue)), ("iat", .instant(instant)),
        ]
        if let start = self.start.instant {
            claims.append(("nbf", .instant(start)))
        }
        if let end = self.term.end(from: self.start.instant ?? instant) {
            claims.append(("exp", .instant(end)))
        }
        return .object(claims + [("license", .object(self.members))])
    }

    private var members: [(name: String, value: JSONText)] {
        let (category, edition, modules, limits) = self.scope.parts
        var members: [(name: String, value: JSONText)] = []

        func add(_ member: Member, _ value: JSONText?) {
            value.map { members.append((member.rawValue, $0)) }
        }
        add(.category, .string(category.rawValue))
        add(.edition, edition.map { .string($0.rawValue) })
        add(.modules, modules.isEmpty ? nil : .array(modules.map { .string($0.rawValue) }))
        add(.type, .string(self.type.rawValue))
        add(.perpetual, self.term == .perpetual ? .boolean(true) : nil)
        let sortedLimits = limits.sorted { $0.key < $1.key }.map { (name: $0.rawValue, value: JSONText.limit($1)) }
        add(.limits, limits.isEmpty ? nil : .object(sortedLimits))
        add(.features, self.features.value.map { .array($0.sorted().map { .string($0.rawValue) }) })
        add(.organization, self.organization.map { .string($0.rawValue) })
        add(.nodes, self.nodes.value.map { .array($0.map { .string($0.rawValue) }) })
        add(.sequence, self.sequence.map(JSONText.integer))
        add(.reminderDays, self.reminderDays.map(JSONText.integer))
        add(.graceDays, self.graceDays.map(JSONText.integer))
        add(.updatesUntil, self.updates.end.map(JSONText.instant))
        let critical = self.critical.map(\.rawValue).sorted()
        add(.critical, critical.isEmpty ? nil : .array(critical.map(JSONText.string)))
        return members
    }

    /// Returns whether a license has the content of this draft.
    func matches(_ license: License, issuer: ClaimString, product: ProductID, signedAt instant: LicenseInstant) -> Bool
    {
        let (category, edition, modules, limits) = self.scope.parts
        let start = self.start.instant ?? instant
        return license.id == self.id && license.issuer == issuer && license.product == product
            && license.licensee == self.licensee && license.issuedAt == instant && license.notBefore == start
            && license.expiresAt == self.term.end(from: start) && license.category == category
            && license.edition == edition && license.modules == modules && license.type == self.type
            && license.limits == limits && license.features == self.features.value
            && license.organization == self.organization && license.nodes == self.nodes.value
            && license.sequence == self.sequence && license.reminderDays == self.reminderDays
            && license.graceDays == self.graceDays && license.updatesUntil == self.updates.end
    }
}

extension LicenseDraft.Scope {
    fileprivate var parts: (LicenseCategory, License.Edition?, [License.Module], [LimitUnit: License.Limit]) {
        switch self {
        case .base(let edition, let limits, let modules): (.base, edition, modules, limits)
        case .plus(let modules, let limits): (.plus, nil, modules, limits)
        }
    }
}

extension JSONText {
    fileprivate static func instant(_ instant: LicenseInstant) -> JSONText {
        .integer(Int(instant.secondsSince1970))
    }

    fileprivate static func limit(_ limit: License.Limit) -> JSONText {
        switch limit {
        case .count(let count): .integer(count)
        case .unlimited: .string("unlimited")
        }
    }
}
