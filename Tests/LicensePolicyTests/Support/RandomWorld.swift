import LicenseModel
import LicensePolicy
import TestSupport
import ZStackLicensing

/// Some licenses and an instant, made of a seed.
///
/// Times lie on a coarse grid, with a second more or less, so that terms often meet, overlap or leave a gap.
struct RandomWorld: Sendable {
    #if DEBUG
    /// Fewer than in a release build, so that the developer's loop stays short.
    static let count = 20_000
    #else
    static let count = 100_000
    #endif

    #if DEBUG
    private static let fewerCount = 4_000
    #else
    private static let fewerCount = count
    #endif

    /// The same worlds in every run.
    static let all: [RandomWorld] = (0..<count).map { RandomWorld(seed: UInt64($0)) }

    /// Of the worlds as many as are tried where each costs many evaluations: in a release build all.
    static let fewer = all.prefix(fewerCount)

    static let modules: [License.Module] = [.vmware, .baremetal]
    static let slots: [LicenseSlot] = [.base, .module(.vmware), .module(.baremetal), .module(.disasterRecovery)]
    static let features: [License.Feature?] = [nil, "clone", "migrate"]

    static let capabilities: [LicenseCapability] = LicenseCapability.Operation.allCases.flatMap { operation in
        slots.flatMap { slot in features.map { LicenseCapability(operation, slot, ofFeature: $0) } }
    }

    /// What may be denied.
    static let questions: [LicenseCapability] = capabilities.filter {
        ($0.operation == .view || $0.operation == .operate) && $0.feature != "clone" && $0.slot != slots.last
    }

    /// The node of a world that has one, and another.
    static let nodes = [ClaimString(literal: "this"), ClaimString(literal: "another")]

    let seed: UInt64
    let licenses: [License]
    let instant: LicenseInstant
    let configuration: PolicyConfiguration

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        self.seed = seed
        let instant = LicenseInstant.now + Self.span(&random)
        // Every other world is of a pair of states, each pair as often: by chance some pairs are rare.
        self.licenses =
            seed.isMultiple(of: 2)
            ? Self.licenses(ofPair: Int(seed / 2 % 25), at: instant, &random)
            : (0..<random.below(7)).map { _ in Self.license(&random) }
        self.instant = instant
        self.configuration = PolicyConfiguration(
            catalog: .zstack,
            node: random.oneIn(2) ? .only([Self.nodes[0]]) : .any,
            build: random.oneIn(3) ? .made(at: .now + Self.span(&random)) : .any,
            community: random.oneIn(4) ? CommunityGrant(limits: [.hosts: .count(3)]) : nil
        )
    }

    var entitlements: Entitlements {
        self.entitlements(of: self.licenses)
    }

    func entitlements(of licenses: [License]) -> Entitlements {
        Entitlements(licenses, at: self.instant, configuration: self.configuration)
    }

    static func span(_ random: inout SplitMix64) -> Span {
        .days(random.below(13) * 10 - 60) + .seconds(Int64(random.below(3) - 1))
    }

    /// A license for the base, for modules, or both, which covers all functions or lists one.
    static func license(
        _ random: inout SplitMix64,
        for someModules: [License.Module] = modules,
        listing feature: License.Feature = "clone"
    ) -> License {
        let start = Self.span(&random)
        let end = random.oneIn(8) ? nil : start + .days(random.below(6) * 10 + 10) + .seconds(Int64(random.below(2)))
        let id: LicenseID = ["L-1", "L-2", "L-3"][random.below(3)]
        let issued = Self.span(&random)
        let issuer = random.oneIn(4) ? ClaimString(literal: "reseller") : .vendor
        let isBase = random.oneIn(2)
        let modules = isBase && random.oneIn(2) ? [] : someModules.filter { _ in random.oneIn(2) }
        let limits: [LimitUnit: License.Limit] = [.hosts: random.oneIn(5) ? .unlimited : .count(random.below(20))]
        let features: Set<License.Feature>? = random.oneIn(3) ? [feature] : nil
        let sequence = random.oneIn(2) ? random.below(3) : nil
        let reminderDays = random.oneIn(4) ? random.below(60) + 1 : nil
        let graceDays = random.oneIn(3) ? random.below(3) * 10 + 10 : nil
        let updatesUntil = random.oneIn(5) ? Self.span(&random) : nil
        let nodes = random.oneIn(4) ? Self.nodes.filter { _ in random.oneIn(2) } : nil
        if isBase {
            return .base(
                id,
                from: start,
                until: end,
                issued: issued,
                issuer: issuer,
                edition: graceDays == nil ? .enterprise : .hybrid,
                bundles: modules,
                limits: limits,
                features: features,
                nodes: nodes,
                sequence: sequence,
                reminderDays: reminderDays,
                graceDays: graceDays,
                updatesUntil: updatesUntil
            )
        }
        // Of both modules at times, and of one otherwise.
        let (first, second) = (modules.first ?? .vmware, modules.last ?? .vmware)
        return first == second
            ? .plus(
                first,
                id: id,
                from: start,
                until: end,
                issued: issued,
                issuer: issuer,
                limits: limits,
                features: features,
                nodes: nodes,
                sequence: sequence,
                reminderDays: reminderDays,
                graceDays: graceDays,
                updatesUntil: updatesUntil
            )
            : .plus(
                first,
                second,
                id: id,
                from: start,
                until: end,
                issued: issued,
                issuer: issuer,
                limits: limits,
                features: features,
                nodes: nodes,
                sequence: sequence,
                reminderDays: reminderDays,
                graceDays: graceDays,
                updatesUntil: updatesUntil
            )
    }
}

/// Everything that a product can learn of entitlements, for comparing two of them.
struct Answers: Equatable {
    let standings: [SlotEntitlement]
    let findings: [LicenseFinding]
    let reminders: [LicenseReminder]
    let login: LoginDirective
    let decisions: [LicenseDecision]
    let quotas: [LicenseQuota]

    init(_ entitlements: Entitlements) {
        let usage = LicenseUsage(total: [.hosts: 25], modules: [.vmware: [.hosts: 11], .baremetal: [.hosts: 9]])
        self.standings = [entitlements.base] + entitlements.modules
        self.findings = entitlements.findings
        self.reminders = entitlements.reminders
        self.login = entitlements.login
        self.decisions = RandomWorld.questions.map(entitlements.decision(for:))
        self.quotas = entitlements.quotas(given: usage)
    }
}
