import Inventory
import Licensing

// usage: shop KEYS LICENSE SECONDS — reads a license and adds VMware hosts while it allows them.
guard CommandLine.arguments.count == 4, let seconds = Int64(CommandLine.arguments[3]) else {
    fatalError("usage: shop KEYS LICENSE SECONDS")
}
let verifier = LicenseVerifier(trusting: try TrustedKeys(jwkSet: CommandLine.arguments[1]), product: .only("cloud"))
let licenses = try verifier.verify(contents: CommandLine.arguments[2]).licenses
let configuration = PolicyConfiguration(node: .any, build: .any)
let inventory = Inventory {
    Entitlements(licenses, at: LicenseInstant(secondsSince1970: seconds), configuration: configuration)
}
while inventory.hostCount < 1_000 {
    do {
        try inventory.addVMwareHost()
    } catch {
        print("\(inventory.hostCount) hosts: \(error)")
        break
    }
}
