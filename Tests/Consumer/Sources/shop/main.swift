import Inventory
import Licensing

// usage: shop KEYS LICENSE SECONDS — reads a license and adds shelves while it allows them.
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
