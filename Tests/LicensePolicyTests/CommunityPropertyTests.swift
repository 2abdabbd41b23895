import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// A community grant never makes a customer worse off, in every random scenario.
@Suite("Properties of the community grant")
struct CommunityPropertyTests {
    @Test("A grant never makes a decision worse")
    func neverWorse() {
        var better = 0
        PropertyTests.holds { scenario in
            var random = SplitMix64(seed: scenario.seed ^ 0x6A47)
            let without = scenario.entitlements(granting: nil)
            let with = scenario.entitlements(granting: RandomScenario.grant(&random))
            better += with.allows(.operate(.base)) && !without.allows(.operate(.base)) ? 1 : 0
            return RandomScenario.deniableCapabilities.allSatisfy { with.allows($0) || !without.allows($0) }
                && RandomScenario.slots.allSatisfy { with.admits($0) || !without.admits($0) }
                && with.base == without.base && with.modules == without.modules && with.login == without.login
                && with.reminders == without.reminders && with.findings == without.findings
        }
        #expect(better * 4 > RandomScenario.count)
    }

    @Test("A license that is not current takes nothing away from what the grant gives")
    func notCurrent() {
        var (pending, expired, excluded, operating) = (0, 0, 0, 0)
        PropertyTests.holds { scenario in
            var random = SplitMix64(seed: scenario.seed ^ 0x0FF)
            let (grant, license) = (RandomScenario.grant(&random), RandomScenario.license(&random))
            let before = scenario.entitlements(granting: grant)
            let after = before.adding([license])
            let isExcluded =
                after.findings.count { [.buildNotCovered, .wrongNode].contains($0.code) }
                > before.findings.count { [.buildNotCovered, .wrongNode].contains($0.code) }
            switch license.state(at: scenario.instant) {
            case _ where isExcluded: excluded += 1
            case .pending: pending += 1
            case .expired where grant.afterExpiry: expired += 1
            default: return true
            }
            operating += before.communityGrant == nil ? 0 : 1
            return RandomScenario.deniableCapabilities.allSatisfy { after.allows($0) || !before.allows($0) }
                && RandomScenario.slots.allSatisfy { after.admits($0) || !before.admits($0) }
        }
        for count in [pending, expired, excluded, operating] {
            #expect(count * 20 > RandomScenario.count)
        }
    }

    @Test("Every excluded license has exactly one finding")
    func excluded() {
        var count = 0
        PropertyTests.holds { scenario in
            let ids = scenario.licenses.map(\.id)
            let unique = scenario.licenses.filter { license in ids.count { $0 == license.id } == 1 }
            return unique.allSatisfy { license in
                let isOtherBuild =
                    scenario.configuration.build.date.map { (license.updatesUntil ?? .latest) < $0 } ?? false
                guard isOtherBuild || !license.isUsable(on: scenario.configuration.node) else { return true }
                count += 1
                let codes = scenario.entitlements.findings.filter { $0.licenseID == license.id }.map(\.code)
                return codes == [isOtherBuild ? .buildNotCovered : .wrongNode]
            }
        }
        #expect(count * 20 > RandomScenario.count)
    }

    @Test("GetLicenseInfo promises nothing that the check of additions denies")
    func licenseInfo() {
        let usage = LicenseUsage(total: [.hosts: 4], modules: [.vmware: [.hosts: 1]])
        var (promised, denied) = (0, 0)
        PropertyTests.holds { scenario in
            let entitlements = scenario.entitlements
            let inventory = LicenseInventory(entitlements, usage: usage, licenseRequest: "", offset: .china)
            guard let available = inventory.availableHostNum, let hosts = inventory.hostNum, available <= hosts,
                inventory.availableCpuNum == nil
            else { return false }
            promised += available > 0 ? 1 : 0
            denied += entitlements.allows(.operate(.base)) ? 0 : 1
            let admits =
                available == 0 || entitlements.codes(adding: [.hosts: available], to: .base, given: usage) == []
            let isDenied = !entitlements.allows(.operate(.base))
            return admits && (!isDenied || available == 0 && (inventory.expired || inventory.uuid != nil))
        }
        #expect(promised * 4 > RandomScenario.count)
        #expect(denied * 10 > RandomScenario.count)
    }
}

extension Entitlements {
    fileprivate func allows(_ capability: LicenseCapability) -> Bool {
        self.codes(capability).isEmpty
    }

    /// Returns whether 2 hosts can be added to a slot.
    fileprivate func admits(_ slot: LicenseSlot) -> Bool {
        let usage = LicenseUsage(total: [.hosts: 5], modules: [.vmware: [.hosts: 2], .baremetal: [.hosts: 1]])
        return self.codes(adding: [.hosts: 2], to: slot, given: usage).isEmpty
    }
}
