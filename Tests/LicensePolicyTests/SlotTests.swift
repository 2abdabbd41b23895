import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Slots")
struct SlotTests {
    @Test(
        "The base comes first, then the modules in byte order",
        arguments: [
            [LicenseSlot.module(.vmware), .base, .module(.baremetal)],
            [.module(.baremetal), .module(.vmware), .base],
            [.base, .module(.vmware), .module(.baremetal)],
        ]
    )
    func order(_ slots: [LicenseSlot]) {
        #expect(slots.sorted() == [.base, .module(.baremetal), .module(.vmware)])
    }

    @Test("Digits and uppercase letters come before lowercase letters")
    func byteOrder() {
        let slots: [LicenseSlot] = [.module("a"), .module("Z"), .module("9"), .module("10"), .base]
        #expect(slots.sorted() == [.base, .module("10"), .module("9"), .module("Z"), .module("a")])
    }

    @Test("No slot comes before itself")
    func irreflexive() {
        #expect(!(LicenseSlot.base < .base))
        #expect(!(LicenseSlot.module(.vmware) < .module(.vmware)))
        #expect(!(LicenseSlot.module(.vmware) < .base))
        #expect(LicenseSlot.base < .module("0"))
    }

    @Test("Each of many modules has its own licenses", arguments: [1, 7, 8, 9, 10, 40])
    func manyModules(_ count: Int) throws {
        let modules = try (0..<count).map { try License.Module("m\($0)") }
        let additions = try modules.map { License.plus($0, id: try LicenseID("P-\($0)")) }
        let entitlements = Entitlements(
            additions.prefix(1) + additions.reversed() + [.base(bundles: modules)],
            at: .now
        )
        let expected = modules.sorted()
        #expect(entitlements.modules.map(\.slot) == expected.map(LicenseSlot.module))
        #expect(entitlements.modules.map { $0.license?.id.rawValue } == expected.map { "P-\($0)" })
        #expect(modules.map { entitlements[.module($0)].license } == additions)
    }

    @Test("A slot's description is 'base' or the module's name")
    func description() {
        #expect(LicenseSlot.base.description == "base")
        #expect(LicenseSlot.module(.disasterRecovery).description == "disaster-recovery")
    }

    @Test("The base slot has no module")
    func module() {
        #expect(LicenseSlot.base.module == nil)
        #expect(LicenseSlot.module(.vmware).module == .vmware)
    }

    @Test(
        "A capability's description has the operation, the slot and the feature",
        arguments: [
            (LicenseCapability.view(.base), "view base"),
            (.operate(.module(.vmware), feature: "clone"), "operate vmware (clone)"),
            (.keepRunning(.module(.baremetal)), "keepRunning baremetal"),
            (.recover(.base), "recover base"),
        ]
    )
    func capabilityDescription(_ capability: LicenseCapability, _ text: String) {
        #expect(capability.description == text)
    }
}
