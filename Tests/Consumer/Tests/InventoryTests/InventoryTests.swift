import Inventory
import LicenseTesting
import Licensing
import Testing

@Test("VMware hosts can be added while the module's license lasts")
func addVMwareHost() throws {
    let world = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13))
    let inventory = Inventory { world.entitlements }

    try inventory.addVMwareHost()
    world.clock.advance(days: 14)
    #expect(throws: LicenseDenial.self) { try inventory.addVMwareHost() }
}
