import Inventory
import LicenseCrypto
import LicenseModel
import LicensePolicy

// usage: shop KEYS LICENCE SECONDS — reads a licence and adds VMware hosts while it allows them.
guard CommandLine.arguments.count == 4, let seconds = Int64(CommandLine.arguments[3]) else {
    fatalError("usage: shop KEYS LICENCE SECONDS")
}
let verifier = LicenseVerifier(trusting: try TrustedKeys(jwkSet: CommandLine.arguments[1]), product: "cloud")
let licenses = try verifier.verify(file: CommandLine.arguments[2]).licenses
let inventory = Inventory { Entitlements(licenses, at: Instant(secondsSince1970: seconds)) }
while inventory.hostCount < 1_000 {
    do {
        try inventory.addVMwareHost()
    } catch {
        print("\(inventory.hostCount) hosts: \(error)")
        break
    }
}
