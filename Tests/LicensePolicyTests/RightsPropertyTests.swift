import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

/// What holds of time, licenses and hosts that are added, in every world.
@Suite("Properties of what is added")
struct RightsPropertyTests {
    @Test("A slot that is expired stays so until a license of it starts, and so does the login's leading away")
    func expiredForGood() {
        let steps: [Span] = [.seconds(1), .days(1), .days(10), .days(100), .days(36_500)]
        var expired = 0
        PropertyTests.holds { world in
            let entitlements = world.entitlements
            for slot in RandomWorld.slots where entitlements[slot].state == .expired {
                expired += 1
                let starts = world.licenses
                    .filter {
                        slot.module.map($0.modules.contains) ?? ($0.category == .base)
                    }
                    .map(\.notBefore).filter { $0 > world.instant }
                for step in steps {
                    let later = entitlements.at(world.instant + step)
                    guard !starts.contains(where: { $0 <= later.instant }) else { break }
                    guard later[slot].status == .expired, later.login == .redirect else { return false }
                }
            }
            return true
        }
        #expect(expired * 4 > RandomWorld.count)
    }

    @Test("A license in force that is added takes a right only where it takes the place of another, by its functions")
    func addedLicense() {
        var (gained, lost) = (0, 0)
        PropertyTests.holds { world in
            let addition = world.addition
            let before = world.entitlements
            let after = world.entitlements(of: world.licenses + [addition])
            for question in RandomWorld.questions {
                let isAllowed = before.decision(for: question).isAllowed
                let reasons = after.decision(for: question).reasons
                gained += !isAllowed && reasons.isEmpty ? 1 : 0
                guard isAllowed, !reasons.isEmpty else { continue }
                lost += 1
                let isSuperseding =
                    after[question.slot].license == addition && before[question.slot].license != addition
                guard isSuperseding, reasons.map(\.code) == [.featureNotIncluded] else { return false }
            }
            return RandomWorld.slots.allSatisfy { slot in
                !before[slot].state.isLicensed || after[slot].state.isLicensed
            }
        }
        #expect(gained * 5 > RandomWorld.count)
        #expect(lost * 50 > RandomWorld.count)
    }

    @Test("A license in force that is added takes room only where it becomes the effective one of a slot")
    func addedLicenseAndRoom() {
        var lost = 0
        PropertyTests.holds { world in
            let addition = world.addition
            let before = world.entitlements
            let after = world.entitlements(of: world.licenses + [addition])
            let usage = LicenseUsage(total: [.hosts: 12], modules: [.vmware: [.hosts: 6], .baremetal: [.hosts: 4]])
            for slot in RandomWorld.slots {
                let refused = after.reasons(adding: [.hosts: 2], to: slot, given: usage)
                guard before.reasons(adding: [.hosts: 2], to: slot, given: usage).isEmpty, !refused.isEmpty else {
                    continue
                }
                lost += 1
                let isSuperseding = RandomWorld.slots.contains {
                    after[$0].license == addition && before[$0].license != addition
                }
                guard isSuperseding, refused.map(\.code) == [.limitReached] else { return false }
            }
            return true
        }
        #expect(lost * 100 > RandomWorld.count)
    }

    @Test("One more host never turns over into compliant, nor a refusal into a yes")
    func oneMoreHost() {
        var over = 0
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let entitlements = world.entitlements
            return RandomWorld.slots.allSatisfy { slot in
                var wasOver = 0
                var wasRefused = false
                let start = Int(world.seed % 17)
                for hosts in start..<start + 8 {
                    var usage = LicenseUsage(
                        total: [.hosts: 6 + hosts],
                        modules: [.vmware: [.hosts: 4], .baremetal: [.hosts: 2]]
                    )
                    if let module = slot.module {
                        usage.modules[module, default: [:]][.hosts, default: 0] += hosts
                    }
                    let isOver = entitlements.quotas(given: usage).first?.over ?? 0
                    let isRefused = entitlements.reasons(adding: [.hosts: 1], to: slot, given: usage)
                        .contains { $0.code == .limitReached }
                    over += isOver > 0 ? 1 : 0
                    // Who is over, or has no room left, is refused one more.
                    guard isOver >= wasOver, isRefused || (!wasRefused && isOver == 0) else { return false }
                    (wasOver, wasRefused) = (isOver, isRefused)
                }
                return true
            }
        }
        #expect(over * 2 > RandomWorld.fewer.count)
    }

    @Test("Asking for more never turns a refusal into a yes, and what is allowed leaves nothing over")
    func moreOfIt() {
        let usage = LicenseUsage(total: [.hosts: 9], modules: [.vmware: [.hosts: 4], .baremetal: [.hosts: 3]])
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let entitlements = world.entitlements
            return RandomWorld.slots.allSatisfy { slot in
                var wasRefused = false
                for amount in [1, 2, 3, 5, 8, 13, 21, .max] {
                    let isRefused = entitlements.reasons(adding: [.hosts: amount], to: slot, given: usage)
                        .contains { $0.code == .limitReached }
                    guard isRefused || !wasRefused else { return false }
                    wasRefused = isRefused
                    guard !isRefused, amount < 100 else { continue }
                    var after = usage
                    after.total[.hosts, default: 0] += amount
                    if let module = slot.module {
                        after.modules[module, default: [:]][.hosts, default: 0] += amount
                    }
                    guard (entitlements.quotas(given: after).first?.over ?? 0) == 0 else { return false }
                }
                return true
            }
        }
    }
}
