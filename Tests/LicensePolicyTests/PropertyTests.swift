import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// What holds in every world: see ``RandomWorld`` for how many are tried.
@Suite("Properties over random worlds")
struct PropertyTests {
    /// Fails with the seeds of the worlds in which something does not hold.
    static func holds(
        in worlds: ArraySlice<RandomWorld> = RandomWorld.all[...],
        _ property: (RandomWorld) -> Bool,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let seeds = worlds.filter { !property($0) }.map(\.seed)
        #expect(seeds.isEmpty, "\(seeds.count) worlds, of seeds \(seeds.prefix(5))", sourceLocation: sourceLocation)
    }

    @Test("The worlds are of every kind, so that the properties can fail")
    func worlds() {
        var pairs: [[SlotState]: Int] = [:]
        var (reminders, leftOut, elsewhere, denials) = (0, 0, 0, 0)
        for world in RandomWorld.all {
            let entitlements = world.entitlements
            pairs[[entitlements.base.state, entitlements[.module(.vmware)].state], default: 0] += 1
            reminders += entitlements.reminders.isEmpty ? 0 : 1
            elsewhere += entitlements.findings.contains { $0.code == .wrongNode } ? 1 : 0
            leftOut += entitlements.findings.contains { $0.code == .buildNotCovered } ? 1 : 0
            denials += entitlements.decision(for: .operate(.base)).isAllowed ? 0 : 1
        }
        #expect(RandomWorld.all.count == RandomWorld.count)
        for base in SlotState.allCases {
            for module in SlotState.allCases {
                #expect((pairs[[base, module]] ?? 0) * 100 >= RandomWorld.count, "\(base) base, \(module) module")
            }
        }
        #expect(reminders * 20 > RandomWorld.count)
        #expect(leftOut * 20 > RandomWorld.count)
        #expect(elsewhere * 20 > RandomWorld.count)
        #expect(denials * 20 > RandomWorld.count)
        #expect(denials * 20 < RandomWorld.count * 19)
    }

    @Test("More time never brings a single license back to an earlier state")
    func time() {
        let order: [SlotState] = [.pending, .inForce, .grace, .expired]
        Self.holds { world in
            world.licenses.allSatisfy { license in
                let steps: [Span] = [.zero, .seconds(1), .days(1), .days(10), .days(100), .days(36_500)]
                let ranks = steps.map { order.firstIndex(of: license.state(at: world.instant + $0)) ?? -1 }
                return ranks == ranks.sorted() && !ranks.contains(-1)
            }
        }
    }

    @Test("Letting run and recovering are never denied")
    func alwaysAllowed() {
        let capabilities = RandomWorld.capabilities.filter { $0.operation == .keepRunning || $0.operation == .recover }
        #expect(capabilities.count == 24)
        Self.holds { world in
            let entitlements = world.entitlements
            return capabilities.allSatisfy { entitlements.decision(for: $0) == .allowed }
        }
    }

    @Test("Menu, status and decision never contradict one another")
    func consistency() {
        Self.holds { world in
            let entitlements = world.entitlements
            let baseRuns = entitlements.base.status == .valid || entitlements.base.status == .grace
            guard entitlements.base.menu == nil else { return false }
            return RandomWorld.slots.dropFirst()
                .allSatisfy { slot in
                    let view = entitlements.decision(for: .view(slot))
                    let operate = entitlements.decision(for: .operate(slot))
                    let codes = Set(view.reasons.map(\.code))
                    guard operate.isAllowed == (view.isAllowed && baseRuns) else { return false }
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

    @Test("An expired module's menu entry is forbidden, and the login leads away")
    func expiredModule() {
        Self.holds { world in
            let entitlements = world.entitlements
            return entitlements.modules.allSatisfy {
                $0.status != .expired || ($0.menu == .forbidden && entitlements.login == .redirect)
            }
        }
    }

    @Test("Who may operate the core has a base in force, in grace or a community's")
    func operatingTheCore() {
        Self.holds { world in
            let entitlements = world.entitlements
            let isAllowed = entitlements.decision(for: .operate(.base)).isAllowed
            switch entitlements.base.status {
            case .valid, .grace: return isAllowed
            case .unlicensed:
                let isCommunity = world.configuration.community != nil
                return entitlements.findings.isEmpty ? isAllowed == isCommunity : !isAllowed || isCommunity
            default: return !isAllowed
            }
        }
    }

    @Test("The reasons of a denial are there, each once, in the order of their codes")
    func reasons() {
        let places = Dictionary(uniqueKeysWithValues: zip(DenialReason.Code.known, 0...))
        let usage = LicenseUsage(total: [.hosts: 10], modules: [.vmware: [.hosts: 5]])
        func isOrdered(_ denial: LicenseDenial) -> Bool {
            var last = -1
            for reason in denial.reasons {
                guard let place = places[reason.code], place > last else { return false }
                last = place
            }
            return !denial.reasons.isEmpty
        }
        Self.holds { world in
            let entitlements = world.entitlements
            return RandomWorld.questions.allSatisfy { capability in
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

    @Test("Neither the order of the licenses nor that they are there twice changes anything")
    func orderAndRepetition() {
        var inOtherOrder: [UInt64] = []
        var twice: [UInt64] = []
        for world in RandomWorld.all {
            var random = SplitMix64(seed: world.seed ^ 0xFFFF)
            let expected = Answers(world.entitlements)
            if Answers(world.entitlements(of: world.licenses.shuffled(using: &random))) != expected {
                inOtherOrder.append(world.seed)
            }
            if Answers(world.entitlements(of: world.licenses + world.licenses)) != expected {
                twice.append(world.seed)
            }
        }
        #expect(inOtherOrder.isEmpty, "\(inOtherOrder.count) worlds, of seeds \(inOtherOrder.prefix(5))")
        #expect(twice.isEmpty, "\(twice.count) worlds, of seeds \(twice.prefix(5))")
    }
}
