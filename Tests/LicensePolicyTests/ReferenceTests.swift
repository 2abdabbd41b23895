import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

/// Every random scenario, compared with ``Reference``.
@Suite("Evaluation compared with a reference implementation")
struct ReferenceTests {
    private static let uses: [License.Module: Int] = [.vmware: 6, .baremetal: 4]
    private static let usage = LicenseUsage(total: [.hosts: 12], modules: uses.mapValues { [.hosts: $0] })

    @Test("A slot has the state, license and coverage of the reference implementation")
    func slots() {
        PropertyTests.holds { scenario in
            let (entitlements, reference) = (scenario.entitlements, scenario.reference)
            return RandomScenario.slots.allSatisfy { slot in
                let (entitlement, expected) = (entitlements[slot], reference.effective(slot))
                return entitlement.license == expected?.license && entitlement.state == expected?.state ?? .empty
                    && entitlement.coveredUntil == reference.coverage(of: slot)
            }
        }
    }

    @Test("Decisions have the reasons of the reference implementation")
    func decisions() {
        PropertyTests.holds { scenario in
            let (entitlements, reference) = (scenario.entitlements, scenario.reference)
            return RandomScenario.deniableCapabilities.allSatisfy { entitlements.codes($0) == reference.codes($0) }
        }
    }

    @Test("Quotas, limits and additions are those of the reference implementation")
    func quotas() {
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let (entitlements, reference) = (scenario.entitlements, scenario.reference)
            let quotas = entitlements.quotas(given: Self.usage)
                .map { "\($0.licensed) \($0.used) \($0.coveredByModules) \($0.available) \($0.overage)" }
            guard quotas == [reference.quota(.hosts, used: 12, Self.uses)].compactMap(\.self) else { return false }
            return RandomScenario.slots.allSatisfy { slot in
                [1, 5]
                    .allSatisfy { amount in
                        entitlements.codes(adding: [.hosts: amount], to: slot, given: Self.usage)
                            == reference.codes(adding: amount, .hosts, to: slot, used: 12, Self.uses)
                    }
            }
        }
    }

    @Test("Findings are those of the reference implementation")
    func findings() {
        var counts: [LicenseFinding.Code: Int] = [:]
        PropertyTests.holds { scenario in
            let findings = scenario.entitlements.findings
            for code in Set(findings.map(\.code)) {
                counts[code, default: 0] += 1
            }
            return findings.map(\.description) == scenario.reference.findings
        }
        for code in LicenseFinding.Code.known where code != .clockSuspect {
            #expect((counts[code] ?? 0) * 50 > RandomScenario.count, "\(code)")
        }
    }

    @Test("Reminders and login are those of the reference implementation")
    func notices() {
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let (entitlements, reference) = (scenario.entitlements, scenario.reference)
            let reminders = entitlements.reminders.map { reminder in
                let days = "\(reminder.daysRemaining) \(reminder.daysUntilEnd)"
                return "\(reminder.kind) \(reminder.slot) \(days) \(reminder.until?.description ?? "")"
            }
            let expected = reference.reminders(RandomScenario.slots)
            let isExpired = RandomScenario.slots.contains { reference.effective($0)?.state == .expired }
            let login: LoginDirective = isExpired ? .redirect : expected.isEmpty ? .proceed : .remind
            return reminders == expected && entitlements.login == login
        }
    }
}
