import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// Properties of every random scenario.
///
/// The number of scenarios is ``RandomScenario/count``.
@Suite("Properties of random scenarios")
struct PropertyTests {
    /// Expects that a property holds in all scenarios, and reports the seeds of those in which it does not.
    static func holds(
        in scenarios: ArraySlice<RandomScenario> = RandomScenario.all[...],
        _ property: (RandomScenario) -> Bool,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let seeds = scenarios.filter { !property($0) }.map(\.seed)
        #expect(
            seeds.isEmpty,
            "\(seeds.count) scenarios, with seeds \(seeds.prefix(5))",
            sourceLocation: sourceLocation
        )
    }

    @Test("The scenarios are diverse enough for the properties to fail")
    func scenarios() {
        var pairs: [[SlotState]: Int] = [:]
        var (reminders, otherBuilds, otherNodes, denials) = (0, 0, 0, 0)
        for scenario in RandomScenario.all {
            let entitlements = scenario.entitlements
            pairs[[entitlements.base.state, entitlements[.module(.vmware)].state], default: 0] += 1
            reminders += entitlements.reminders.isEmpty ? 0 : 1
            otherNodes += entitlements.findings.contains { $0.code == .wrongNode } ? 1 : 0
            otherBuilds += entitlements.findings.contains { $0.code == .buildNotCovered } ? 1 : 0
            denials += entitlements.decision(for: .operate(.base)).isAllowed ? 0 : 1
        }
        #expect(RandomScenario.all.count == RandomScenario.count)
        let states: [SlotState] = [.empty, .pending, .current, .grace, .expired]
        for base in states {
            for module in states {
                #expect((pairs[[base, module]] ?? 0) * 100 >= RandomScenario.count, "\(base) base, \(module) module")
            }
        }
        #expect(reminders * 20 > RandomScenario.count)
        #expect(otherBuilds * 20 > RandomScenario.count)
        #expect(otherNodes * 20 > RandomScenario.count)
        #expect(denials * 20 > RandomScenario.count)
        #expect(denials * 20 < RandomScenario.count * 19)
    }

    @Test("The state of a license never goes back as time passes")
    func time() {
        let order: [SlotState] = [.pending, .current, .grace, .expired]
        Self.holds { scenario in
            scenario.licenses.allSatisfy { license in
                let steps: [Span] = [.zero, .seconds(1), .days(1), .days(10), .days(100), .days(36_500)]
                let ranks = steps.map { order.firstIndex(of: license.state(at: scenario.instant + $0)) ?? -1 }
                return ranks == ranks.sorted() && !ranks.contains(-1)
            }
        }
    }

    @Test("keepRunning and recover are never denied")
    func alwaysAllowed() {
        let capabilities = RandomScenario.capabilities.filter {
            $0.operation == .keepRunning || $0.operation == .recover
        }
        #expect(capabilities.count == 2 * RandomScenario.slots.count * RandomScenario.features.count)
        Self.holds { scenario in
            let entitlements = scenario.entitlements
            return capabilities.allSatisfy { entitlements.decision(for: $0) == .allowed }
        }
    }

    @Test("Menu, status and decisions agree")
    func consistency() {
        Self.holds { scenario in
            let entitlements = scenario.entitlements
            let isBaseLicensed = entitlements.base.status == .valid || entitlements.base.status == .grace
            guard entitlements.base.menu == nil else { return false }
            return RandomScenario.slots.dropFirst()
                .allSatisfy { slot in
                    let view = entitlements.decision(for: .view(slot))
                    let operate = entitlements.decision(for: .operate(slot))
                    let codes = Set(view.reasons.map(\.code))
                    guard operate.isAllowed == (view.isAllowed && isBaseLicensed) else { return false }
                    switch (entitlements[slot].status, entitlements[slot].menu) {
                    case (.activated, .shown), (.grace, .shown): return view.isAllowed
                    case (.expired, .forbidden): return codes == [.moduleExpired]
                    case (.notYetValid, .hidden): return codes == [.moduleNotYetValid]
                    case (.notActivated, .hidden):
                        return [[.moduleNotActivated], [.moduleBuildNotCovered], [.moduleWrongNode]].contains(codes)
                    default: return false
                    }
                }
        }
    }

    @Test("An expired module's menu entry is forbidden, and login redirects")
    func expiredModule() {
        Self.holds { scenario in
            let entitlements = scenario.entitlements
            return entitlements.modules.allSatisfy {
                $0.status != .expired || ($0.menu == .forbidden && entitlements.login == .redirect)
            }
        }
    }

    @Test("Only a current base license, its grace period or a grant allows the core")
    func operatingTheCore() {
        Self.holds { scenario in
            let entitlements = scenario.entitlements
            let isAllowed = entitlements.decision(for: .operate(.base)).isAllowed
            switch entitlements.base.status {
            case .valid, .grace: return isAllowed
            case .unlicensed, .notYetValid: return isAllowed == (scenario.configuration.community != nil)
            default: return isAllowed == (scenario.configuration.community?.afterExpiry ?? false)
            }
        }
    }

    @Test("A denial has at least one reason, each only once, sorted by code")
    func reasons() {
        let ranks = Dictionary(uniqueKeysWithValues: zip(DenialReason.Code.known, 0...))
        let usage = LicenseUsage(total: [.hosts: 10], modules: [.vmware: [.hosts: 5]])
        func isOrdered(_ denial: LicenseDenial) -> Bool {
            var last = -1
            for reason in denial.reasons {
                guard let rank = ranks[reason.code], rank > last else { return false }
                last = rank
            }
            return !denial.reasons.isEmpty
        }
        Self.holds { scenario in
            let entitlements = scenario.entitlements
            return RandomScenario.deniableCapabilities.allSatisfy { capability in
                if case .denied(let denial) = entitlements.decision(for: capability), !isOrdered(denial) {
                    return false
                }
                guard capability.operation == .operate else { return true }
                let decision = entitlements.decision(adding: [.hosts: 9], by: capability, given: usage)
                guard case .denied(let denial) = decision else { return true }
                return isOrdered(denial) && denial.capability == capability
            }
        }
    }

    @Test("The order of the licenses and duplicates have no effect")
    func orderAndRepetition() {
        var shuffled: [UInt64] = []
        var doubled: [UInt64] = []
        for scenario in RandomScenario.all {
            var random = SplitMix64(seed: scenario.seed ^ 0xFFFF)
            let expected = EvaluationResult(scenario.entitlements)
            if EvaluationResult(scenario.entitlements(of: scenario.licenses.shuffled(using: &random))) != expected {
                shuffled.append(scenario.seed)
            }
            if EvaluationResult(scenario.entitlements(of: scenario.licenses + scenario.licenses)) != expected {
                doubled.append(scenario.seed)
            }
        }
        #expect(shuffled.isEmpty, "\(shuffled.count) scenarios, with seeds \(shuffled.prefix(5))")
        #expect(doubled.isEmpty, "\(doubled.count) scenarios, with seeds \(doubled.prefix(5))")
    }
}
