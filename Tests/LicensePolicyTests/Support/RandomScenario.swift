import LicenseModel
import LicensePolicy
import TestSupport
import ZStackLicensing

/// Random licenses, an instant and a configuration, which depend only on a seed.
///
/// Times are on a coarse grid, give or take a second, so that terms often join, overlap or have a gap.
struct RandomScenario: Sendable {
    #if DEBUG
    /// The number of scenarios, smaller than in a release build so that debug tests stay fast.
    static let count = 500
    #else
    /// The number of scenarios.
    static let count = 100_000
    #endif

    #if DEBUG
    private static let sampleCount = 160
    #else
    private static let sampleCount = count
    #endif

    /// All scenarios, which are the same in every run.
    static let all: [RandomScenario] = (0..<count).map { RandomScenario(seed: UInt64($0)) }

    /// The scenarios for properties that need many evaluations: in a release build, all of them.
    static let sample = all.prefix(sampleCount)

    static let modules: [License.Module] = [.vmware, .baremetal]
    static let slots: [LicenseSlot] = [.base, .module(.vmware), .module(.baremetal), .module(.disasterRecovery)]
    static let features: [License.Feature?] = [nil, "clone", "migrate"]

    static let capabilities: [LicenseCapability] = LicenseCapability.Operation.allCases.flatMap { operation in
        slots.flatMap { slot in features.map { LicenseCapability(operation, slot, ofFeature: $0) } }
    }

    /// Capabilities that can be denied: a selection of slots and features, to save time.
    static let deniableCapabilities: [LicenseCapability] = capabilities.filter {
        ($0.operation == .view || $0.operation == .operate) && $0.feature != "clone" && $0.slot != slots.last
    }

    /// The node of a scenario that checks the node, and another node.
    static let nodes = [ClaimString(literal: "this"), ClaimString(literal: "another")]

    let seed: UInt64
    let licenses: [License]
    let instant: LicenseInstant
    let configuration: PolicyConfiguration

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        self.seed = seed
        let instant = LicenseInstant.now + Self.span(&random)
        // Every other scenario has a given pair of states, because some pairs are rare among random licenses.
        self.licenses =
            seed.isMultiple(of: 2)
            ? Self.licenses(ofPair: Int(seed / 2 % 25), at: instant, &random)
            : (0..<random.below(7)).map { _ in Self.license(&random) }
        self.instant = instant
        self.configuration = PolicyConfiguration(
            catalog: .zstack,
            node: random.oneIn(2) ? .only([Self.nodes[0]]) : .any,
            build: random.oneIn(3) ? .made(at: .now + Self.span(&random)) : .any,
            community: random.oneIn(3) ? Self.grant(&random) : nil
        )
    }

    /// Returns a random grant, which is often smaller than the licenses.
    static func grant(_ random: inout SplitMix64) -> CommunityGrant {
        CommunityGrant(
            limits: random.oneIn(4) ? [:] : [.hosts: .count(random.below(10))],
            afterExpiry: random.oneIn(2)
        )
    }

    var entitlements: Entitlements {
        self.entitlements(of: self.licenses)
    }

    func entitlements(of licenses: [License]) -> Entitlements {
        Entitlements(licenses, at: self.instant, configuration: self.configuration)
    }

    /// Evaluates the licenses of the scenario with another community grant, or without any.
    func entitlements(granting community: CommunityGrant?) -> Entitlements {
        var configuration = self.configuration
        configuration.community = community
        return Entitlements(self.licenses, at: self.instant, configuration: configuration)
    }

    /// Returns a random span on the grid, give or take a second.
    static func span(_ random: inout SplitMix64) -> Span {
        .days(random.below(13) * 10 - 60) + .seconds(Int64(random.below(3) - 1))
    }

    /// Returns a random license for the base, for modules or for both, with all features or a list of one.
    static func license(
        _ random: inout SplitMix64,
        for candidates: [License.Module] = modules,
        listing feature: License.Feature = "clone"
    ) -> License {
        let start = Self.span(&random)
        let end = random.oneIn(8) ? nil : start + .days(random.below(6) * 10 + 10) + .seconds(Int64(random.below(2)))
        let id: LicenseID = ["L-1", "L-2", "L-3"][random.below(3)]
        let issued = Self.span(&random)
        let issuer = random.oneIn(4) ? ClaimString(literal: "reseller") : .vendor
        let isBase = random.oneIn(2)
        let modules = isBase && random.oneIn(2) ? [] : candidates.filter { _ in random.oneIn(2) }
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
        // Some licenses are for both modules, the others for one.
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

/// The results of an evaluation, to compare two evaluations.
struct EvaluationResult: Equatable {
    let slots: [SlotEntitlement]
    let findings: [LicenseFinding]
    let reminders: [LicenseReminder]
    let login: LoginDirective
    let decisions: [LicenseDecision]
    let quotas: [LicenseQuota]

    init(_ entitlements: Entitlements) {
        let usage = LicenseUsage(total: [.hosts: 25], modules: [.vmware: [.hosts: 11], .baremetal: [.hosts: 9]])
        self.slots = [entitlements.base] + entitlements.modules
        self.findings = entitlements.findings
        self.reminders = entitlements.reminders
        self.login = entitlements.login
        self.decisions = RandomScenario.deniableCapabilities.map(entitlements.decision(for:))
        self.quotas = entitlements.quotas(given: usage)
    }
}
