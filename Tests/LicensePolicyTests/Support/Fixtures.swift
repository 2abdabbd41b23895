import LicenseModel
import LicensePolicy

/// A span of time, counted from ``LicenseModel/Instant/now`` where it stands for a point in time.
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

extension Instant {
    /// The instant at which the tests take place: 2027-01-15T08:00:00Z.
    static let now = Instant(secondsSince1970: 1_800_000_000)

    static func + (lhs: Instant, rhs: Span) -> Instant {
        lhs.advanced(bySeconds: rhs.seconds)
    }
}

extension ClaimString {
    static let vendor = ClaimString(literal: "vendor")
    static let customer = ClaimString(literal: "customer@example.com")

    init(literal: String) {
        guard let line = ClaimString(rawValue: literal) else {
            preconditionFailure("A literal is no line")
        }
        self = line
    }
}

extension License {
    /// A licence for the platform: in force since 100 days, for 265 more, unless the test says otherwise.
    ///
    /// It is perpetual where `until` is `nil`.
    static func base(
        _ id: LicenseID = "B-1",
        from: Span = .days(-100),
        until: Span? = .days(265),
        issued: Span = .days(-100),
        issuer: ClaimString = .vendor,
        licensee: ClaimString = .customer,
        edition: Edition = .enterprise,
        bundles modules: [Module] = [],
        type: LicenseType = .paid,
        limits: [LimitUnit: Limit] = [.hosts: .count(100)],
        features: Set<Feature>? = nil,
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
            sequence: sequence,
            reminderDays: reminderDays,
            graceDays: graceDays,
            updatesUntil: updatesUntil
        )
    }

    /// A licence for modules: in force since 100 days, for 265 more, unless the test says otherwise.
    ///
    /// It is perpetual where `until` is `nil`.
    static func plus(
        _ modules: Module...,
        id: LicenseID = "P-1",
        from: Span = .days(-100),
        until: Span? = .days(265),
        issued: Span = .days(-100),
        issuer: ClaimString = .vendor,
        licensee: ClaimString = .customer,
        type: LicenseType = .addOn,
        limits: [LimitUnit: Limit] = [:],
        features: Set<Feature>? = nil,
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
        edition: Edition?,
        modules: [Module],
        type: LicenseType,
        limits: [LimitUnit: Limit],
        features: Set<Feature>?,
        sequence: Int?,
        reminderDays: Int?,
        graceDays: Int?,
        updatesUntil: Span?,
        digest bytes: [UInt8]? = nil
    ) {
        // As for a real licence, the digest is one of all that it says, and another for another content.
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
        for feature in features?.sorted() ?? ["all"] {
            digest.add(feature.rawValue)
        }
        self.init(
            id: id,
            issuer: issuer,
            product: "cloud",
            licensee: licensee,
            organization: nil,
            issuedAt: .now + issued,
            notBefore: .now + term.from,
            expiresAt: term.until.map { .now + $0 },
            category: category,
            edition: edition,
            modules: modules,
            type: type,
            limits: limits,
            features: features,
            nodes: nil,
            sequence: sequence,
            reminderDays: reminderDays,
            graceDays: graceDays,
            updatesUntil: updatesUntil.map { .now + $0 },
            algorithm: .ed25519,
            keyID: "test",
            environment: .test,
            payloadDigest: PayloadDigest(bytes ?? digest.bytes)
        )
    }
}

extension Entitlements {
    /// What some licences grant at a time counted from now.
    init(
        _ licenses: License...,
        after span: Span = .zero,
        configuration: PolicyConfiguration = .init()
    ) {
        self.init(licenses, at: .now + span, configuration: configuration)
    }

    /// The codes of the reasons against something, in the answer's order.
    func codes(_ capability: Capability) -> [String] {
        self.decision(for: capability).reasons.map(\.code.rawValue)
    }

    /// The codes of the reasons against an addition, in the answer's order.
    func codes(
        adding amounts: [LimitUnit: Int],
        to slot: Slot,
        feature: Feature? = nil,
        given usage: Usage
    ) -> [String] {
        do {
            try self.admit(amounts, to: slot, feature: feature, given: usage)
            return []
        } catch {
            return error.reasons.map(\.code.rawValue)
        }
    }

    /// The reasons against an addition, without an error, of which the test library would take down each one's stack.
    func reasons(adding amounts: [LimitUnit: Int], to slot: Slot, given usage: Usage) -> [DenialReason] {
        self.decision(adding: amounts, to: slot, given: usage).reasons
    }
}

extension Array {
    /// Every order of the elements.
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
