import LicenseModel
import LicensePolicy
import TestSupport
import ZStackLicensing

/// A span of time, or a point in time relative to `LicenseInstant.now`.
struct Span: Sendable, Hashable {
    let seconds: Int64

    static let zero = Span(seconds: 0)

    static func days(_ days: Int) -> Span {
        Span(seconds: Int64(days) * 86_400)
    }

    static func seconds(_ seconds: Int64) -> Span {
        Span(seconds: seconds)
    }

    static func + (lhs: Span, rhs: Span) -> Span {
        Span(seconds: lhs.seconds + rhs.seconds)
    }

    static func - (lhs: Span, rhs: Span) -> Span {
        Span(seconds: lhs.seconds - rhs.seconds)
    }
}

extension LicenseInstant {
    /// The current instant of the tests: 2027-01-15T08:00:00Z.
    static let now = LicenseInstant(secondsSince1970: 1_800_000_000)

    static func + (lhs: LicenseInstant, rhs: Span) -> LicenseInstant {
        lhs.advanced(bySeconds: rhs.seconds)
    }
}

extension ClaimString {
    static let vendor = ClaimString(literal: "vendor")
    static let customer = ClaimString(literal: "customer@example.com")
}

extension License {
    /// Creates a base license that by default started 100 days ago and ends in 265 days.
    ///
    /// The license is perpetual if `until` is `nil`.
    static func base(
        _ id: LicenseID = "B-1",
        from: Span = .days(-100),
        until: Span? = .days(265),
        issued: Span = .days(-100),
        issuer: ClaimString = .vendor,
        licensee: ClaimString = .customer,
        edition: License.Edition = .enterprise,
        bundles modules: [License.Module] = [],
        type: LicenseType = .paid,
        limits: [LimitUnit: License.Limit] = [.hosts: .count(100)],
        features: Set<License.Feature>? = nil,
        nodes: [ClaimString]? = nil,
        sequence: Int? = nil,
        reminderDays: Int? = nil,
        graceDays: Int? = nil,
        updatesUntil: Span? = nil
    ) -> License {
        License(
            .base,
            id,
            (from, until),
            issued: issued,
            issuer: issuer,
            licensee: licensee,
            edition: edition,
            modules: modules,
            type: type,
            limits: limits,
            features: features,
            nodes: nodes,
            sequence: sequence,
            reminderDays: reminderDays,
            graceDays: graceDays,
            updatesUntil: updatesUntil
        )
    }

    /// Creates a plus license that by default started 100 days ago and ends in 265 days.
    ///
    /// The license is perpetual if `until` is `nil`.
    static func plus(
        _ modules: License.Module...,
        id: LicenseID = "P-1",
        from: Span = .days(-100),
        until: Span? = .days(265),
        issued: Span = .days(-100),
        issuer: ClaimString = .vendor,
        licensee: ClaimString = .customer,
        type: LicenseType = .addOn,
        limits: [LimitUnit: License.Limit] = [:],
        features: Set<License.Feature>? = nil,
        nodes: [ClaimString]? = nil,
        sequence: Int? = nil,
        reminderDays: Int? = nil,
        graceDays: Int? = nil,
        updatesUntil: Span? = nil,
        digest: [UInt8]? = nil
    ) -> License {
        License(
            .plus,
            id,
            (from, until),
            issued: issued,
            issuer: issuer,
            licensee: licensee,
            edition: nil,
            modules: modules,
            type: type,
            limits: limits,
            features: features,
            nodes: nodes,
            sequence: sequence,
            reminderDays: reminderDays,
            graceDays: graceDays,
            updatesUntil: updatesUntil,
            digest: digest
        )
    }

    private init(
        _ category: LicenseCategory,
        _ id: LicenseID,
        _ term: (from: Span, until: Span?),
        issued: Span,
        issuer: ClaimString,
        licensee: ClaimString,
        edition: License.Edition?,
        modules: [License.Module],
        type: LicenseType,
        limits: [LimitUnit: License.Limit],
        features: Set<License.Feature>?,
        nodes: [ClaimString]?,
        sequence: Int?,
        reminderDays: Int?,
        graceDays: Int?,
        updatesUntil: Span?,
        digest bytes: [UInt8]? = nil
    ) {
        // Like the digest of a real license, the digest is different for different content.
        var digest = ContentDigest()
        digest.add(category.rawValue, id.rawValue, issuer.rawValue, licensee.rawValue, edition?.rawValue, type.rawValue)
        digest.add(term.from.seconds, term.until?.seconds, issued.seconds, updatesUntil?.seconds)
        digest.add(sequence.map(Int64.init), reminderDays.map(Int64.init), graceDays.map(Int64.init))
        for module in modules {
            digest.add(module.rawValue)
        }
        for (unit, limit) in limits.sorted(by: { $0.key < $1.key }) {
            digest.add(unit.rawValue, limit.description)
        }
        for node in nodes ?? [] {
            digest.add(node.rawValue)
        }
        for feature in features?.sorted() ?? ["all"] {
            digest.add(feature.rawValue)
        }
        self.init(
            License.Fields(
                id: id,
                issuer: issuer,
                product: "cloud",
                licensee: licensee,
                issuedAt: .now + issued,
                notBefore: .now + term.from,
                expiresAt: term.until.map { .now + $0 },
                category: category,
                edition: edition,
                modules: modules,
                type: type,
                limits: limits,
                features: features,
                nodes: nodes,
                sequence: sequence,
                reminderDays: reminderDays,
                graceDays: graceDays,
                updatesUntil: updatesUntil.map { .now + $0 },
                algorithm: .ed25519,
                keyID: "test",
                environment: .test,
                payloadDigest: PayloadDigest(bytes ?? digest.bytes)
            )
        )
    }
}

extension Entitlements {
    /// Evaluates licenses at an instant, on any node and for any build.
    init(_ licenses: [License], at instant: LicenseInstant) {
        self.init(licenses, at: instant, configuration: .unchecked)
    }

    /// Evaluates licenses at a time relative to now.
    init(
        _ licenses: License...,
        after span: Span = .zero,
        configuration: PolicyConfiguration = .unchecked
    ) {
        self.init(licenses, at: .now + span, configuration: configuration)
    }

    /// Returns the codes of the reasons against a capability, in the order of the decision.
    func codes(_ capability: LicenseCapability) -> [String] {
        self.decision(for: capability).reasons.map(\.code.rawValue)
    }

    /// Returns the codes of the reasons against an addition, in the order of the decision.
    func codes(
        adding amounts: [LimitUnit: Int],
        to slot: LicenseSlot,
        feature: License.Feature? = nil,
        given usage: LicenseUsage
    ) -> [String] {
        let decision =
            if let feature {
                self.decision(adding: amounts, to: slot, feature: feature, given: usage)
            } else {
                self.decision(adding: amounts, to: slot, given: usage)
            }
        return decision.reasons.map(\.code.rawValue)
    }

    /// Returns the reasons against an addition.
    ///
    /// It does not throw, because Swift Testing captures a backtrace of each thrown error, which is slow.
    func reasons(adding amounts: [LimitUnit: Int], to slot: LicenseSlot, given usage: LicenseUsage) -> [DenialReason] {
        self.decision(adding: amounts, to: slot, given: usage).reasons
    }
}

extension LicenseCapability {
    /// Creates a capability on a feature, or on the whole slot if the feature is `nil`.
    init(_ operation: Operation, _ slot: LicenseSlot, ofFeature feature: License.Feature?) {
        self = feature.map { LicenseCapability(operation, slot, feature: $0) } ?? LicenseCapability(operation, slot)
    }
}

extension Array {
    /// All permutations of the elements.
    var permutations: [[Element]] {
        guard self.count > 1 else {
            return [self]
        }
        return self.indices.flatMap { index in
            var rest = self
            let element = rest.remove(at: index)
            return rest.permutations.map { [element] + $0 }
        }
    }
}
