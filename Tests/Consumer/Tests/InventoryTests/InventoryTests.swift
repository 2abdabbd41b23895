import Inventory
import LicenseTesting
import Licensing
import Testing

@Test("Shelves can be added until the warehouse's license expires")
func addShelf() throws {
    let world = try TestLicensing(.base(days: 365), .plus(.warehouse, days: 13), configuration: .testing(.shop))
    let inventory = Inventory { world.entitlements }

    try inventory.addShelf()
    world.clock.advance(days: 14)
    #expect(throws: LicenseDenial.self) { try inventory.addShelf() }
}
