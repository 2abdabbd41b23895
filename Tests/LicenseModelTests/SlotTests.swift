import LicenseModel
import Testing

@Suite("Slots")
struct SlotTests {
    @Test(
        "The base comes first, then the modules by their bytes",
        arguments: [
            [Slot.module(.vmware), .base, .module(.baremetal)],
            [.module(.baremetal), .module(.vmware), .base],
            [.base, .module(.vmware), .module(.baremetal)],
        ]
    )
    func order(_ slots: [Slot]) {
        #expect(slots.sorted() == [.base, .module(.baremetal), .module(.vmware)])
    }

    @Test("Capital letters and digits come before small letters")
    func byteOrder() {
        let slots: [Slot] = [.module("a"), .module("Z"), .module("9"), .module("10"), .base]
        #expect(slots.sorted() == [.base, .module("10"), .module("9"), .module("Z"), .module("a")])
    }

    @Test("No slot comes before itself")
    func irreflexive() {
        #expect(!(Slot.base < .base))
        #expect(!(Slot.module(.vmware) < .module(.vmware)))
        #expect(!(Slot.module(.vmware) < .base))
        #expect(Slot.base < .module("0"))
    }

    @Test("A slot's text is 'base' or the module's name")
    func text() {
        #expect(Slot.base.description == "base")
        #expect(Slot.module(.disasterRecovery).description == "disaster-recovery")
    }

    @Test("The base is no module")
    func module() {
        #expect(Slot.base.module == nil)
        #expect(Slot.module(.vmware).module == .vmware)
        #expect(Slot.base != .module("base"))
    }

    @Test(
        "A capability's text names the operation, the slot and the function",
        arguments: [
            (Capability.view(.base), "view base"),
            (.operate(.module(.vmware), feature: "clone"), "operate vmware (clone)"),
            (.keepRunning(.module(.baremetal)), "keepRunning baremetal"),
            (.recover(.base), "recover base"),
        ]
    )
    func capabilityText(_ capability: Capability, _ text: String) {
        #expect(capability.description == text)
    }
}
