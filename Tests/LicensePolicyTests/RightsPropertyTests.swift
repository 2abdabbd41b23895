import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

/// Properties of passing time, added licenses and added hosts, in every random scenario.
@Suite("Properties of additions")
struct RightsPropertyTests {
    @Test("An expired slot stays expired, and login redirects, until a license starts")
    func staysExpired() {
        let steps: [Span] = [.seconds(1), .days(1), .days(10), .days(100), .days(36_500)]
        var expired = 0
        PropertyTests.holds { scenario in
            let entitlements = scenario.entitlements
            for slot in RandomScenario.slots where entitlements[slot].state == .expired {
                expired += 1
                let starts = scenario.licenses
                    .filter {
                        slot.module.map($0.modules.contains) ?? ($0.category == .base)
                    }
                    .map(\.notBefore).filter { $0 > scenario.instant }
                for step in steps {
                    let later = entitlements.at(scenario.instant + step)
                    guard !starts.contains(where: { $0 <= later.instant }) else { break }
                    guard later[slot].status == .expired, later.login == .redirect else { return false }
                }
            }
            return true
        }
        #expect(expired * 4 > RandomScenario.count)
    }

    @Test("Adding a current license can deny a feature only where it becomes effective")
    func addedLicense() {
        var (gained, lost) = (0, 0)
        PropertyTests.holds { scenario in
            let addition = scenario.addition
            let before = scenario.entitlements
            let after = scenario.entitlements(of: scenario.licenses + [addition])
            for capability in RandomScenario.deniableCapabilities {
                let isAllowed = before.decision(for: capability).isAllowed
                let reasons = after.decision(for: capability).reasons
                gained += !isAllowed && reasons.isEmpty ? 1 : 0
                guard isAllowed, !reasons.isEmpty else { continue }
                lost += 1
                let isSuperseding =
                    after[capability.slot].license == addition && before[capability.slot].license != addition
                guard isSuperseding, reasons.map(\.code) == [.featureNotIncluded] else { return false }
            }
            return RandomScenario.slots.allSatisfy { slot in
                !before[slot].state.isLicensed || after[slot].state.isLicensed
            }
        }
        #expect(gained * 5 > RandomScenario.count)
        #expect(lost * 50 > RandomScenario.count)
    }

    @Test("Adding a current license can deny additions only if it becomes effective")
    func addedLicenseAndHosts() {
        var lost = 0
        PropertyTests.holds { scenario in
            let addition = scenario.addition
            let before = scenario.entitlements
            let after = scenario.entitlements(of: scenario.licenses + [addition])
            let usage = LicenseUsage(total: [.hosts: 12], modules: [.vmware: [.hosts: 6], .baremetal: [.hosts: 4]])
            for slot in RandomScenario.slots {
                let reasons = after.reasons(adding: [.hosts: 2], to: slot, given: usage)
                guard before.reasons(adding: [.hosts: 2], to: slot, given: usage).isEmpty, !reasons.isEmpty else {
                    continue
                }
                lost += 1
                let isSuperseding = RandomScenario.slots.contains {
                    after[$0].license == addition && before[$0].license != addition
                }
                guard isSuperseding, reasons.map(\.code) == [.limitReached] else { return false }
            }
            return true
        }
        #expect(lost * 100 > RandomScenario.count)
    }

    @Test("One more host never ends an overage or a denial")
    func oneMoreHost() {
        var over = 0
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let entitlements = scenario.entitlements
            return RandomScenario.slots.allSatisfy { slot in
                var wasOver = 0
                var wasDenied = false
                let start = Int(scenario.seed % 17)
                for hosts in start..<start + 8 {
                    var usage = LicenseUsage(
                        total: [.hosts: 6 + hosts],
                        modules: [.vmware: [.hosts: 4], .baremetal: [.hosts: 2]]
                    )
                    if let module = slot.module {
                        usage.modules[module, default: [:]][.hosts, default: 0] += hosts
                    }
                    let isOver = entitlements.quotas(given: usage).first?.overage ?? 0
                    let isDenied = entitlements.reasons(adding: [.hosts: 1], to: slot, given: usage)
                        .contains { $0.code == .limitReached }
                    over += isOver > 0 ? 1 : 0
                    // If there is an overage or the previous host was denied, one more host is denied.
                    guard isOver >= wasOver, isDenied || (!wasDenied && isOver == 0) else { return false }
                    (wasOver, wasDenied) = (isOver, isDenied)
                }
                return true
            }
        }
        #expect(over * 2 > RandomScenario.sample.count)
    }

    @Test("A larger addition stays denied, and an allowed addition gives no overage")
    func largerAddition() {
        let usage = LicenseUsage(total: [.hosts: 9], modules: [.vmware: [.hosts: 4], .baremetal: [.hosts: 3]])
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let entitlements = scenario.entitlements
            return RandomScenario.slots.allSatisfy { slot in
                var wasDenied = false
                for amount in [1, 2, 3, 5, 8, 13, 21, .max] {
                    let isDenied = entitlements.reasons(adding: [.hosts: amount], to: slot, given: usage)
                        .contains { $0.code == .limitReached }
                    guard isDenied || !wasDenied else { return false }
                    wasDenied = isDenied
                    guard !isDenied, amount < 100 else { continue }
                    var after = usage
                    after.total[.hosts, default: 0] += amount
                    if let module = slot.module {
                        after.modules[module, default: [:]][.hosts, default: 0] += amount
                    }
                    guard (entitlements.quotas(given: after).first?.overage ?? 0) == 0 else { return false }
                }
                return true
            }
        }
    }
}
