import Inventory
import Licensing

// Verifies a license and adds shelves until it does not allow more.
// usage: shop KEYS LICENSE SECONDS    SECONDS: the time, since 1970
guard CommandLine.arguments.count == 4, let seconds = Int64(CommandLine.arguments[3]) else {
    fatalError("usage: shop KEYS LICENSE SECONDS")
}
let verifier = LicenseVerifier(trusting: try TrustedKeys(jwkSet: CommandLine.arguments[1]), catalog: .shop)
let licenses = try verifier.verify(contents: CommandLine.arguments[2]).licenses
let configuration = PolicyConfiguration(catalog: .shop, node: .any, build: .any)
let inventory = Inventory {
    Entitlements(licenses, at: LicenseInstant(secondsSince1970: seconds), configuration: configuration)
}
while inventory.shelfCount < 1_000 {
    do {
        try inventory.addShelf()
    } catch {
        print("\(inventory.shelfCount) shelves: \(error)")
        break
    }
}
