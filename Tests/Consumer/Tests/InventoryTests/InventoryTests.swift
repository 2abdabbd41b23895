import Inventory
import LicenseModel
import LicenseTesting
import Testing

@Test("VMware hosts can be added while the module's licence lasts")
func addVMwareHost() throws {
    let world = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13))
    let inventory = Inventory { world.entitlements }

    try inventory.addVMwareHost()
    world.clock.advance(days: 14)
    #expect(throws: LicenseDenial.self) { try inventory.addVMwareHost() }
}
