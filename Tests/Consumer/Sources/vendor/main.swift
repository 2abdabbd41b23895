import Inventory
import LicenseIssuing
import Licensing

// Signs a license and prints its file. Only run.sh uses this program, to check its search for signing symbols.
let key = try SigningKey.generate(.ed25519)
let (vendor, customer) = (try ClaimString("Vendor"), try ClaimString("Customer"))
let draft = LicenseDraft(
    for: customer,
    .base(edition: "standard", limits: [.shelves: .count(1)]),
    type: .paid,
    term: .days(1)
)
let issuer = LicenseIssuer(key: key, issuer: vendor, catalog: .shop)
print(try issuer.issue(draft, at: LicenseInstant(secondsSince1970: 1_800_000_000)).armored)
