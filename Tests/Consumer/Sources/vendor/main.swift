import Inventory
import LicenseIssuing
import Licensing

// Signs a license and prints its file: the vendor's program, for the search in run.sh and for nothing else.
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
