import LicenseIssuing
import LicenseModel

// Signs a licence and prints its file: the vendor's program, for the search in run.sh and for nothing else.
let key = try SigningKey.generate(.ed25519)
guard let vendor = ClaimString("Vendor"), let customer = ClaimString("Customer") else {
    fatalError("The names are texts")
}
let draft = LicenseDraft(
    for: customer,
    .base(edition: .enterprise, limits: [.hosts: .count(1)]),
    type: .paid,
    term: .days(1)
)
let issuer = LicenseIssuer(key: key, issuer: vendor, product: "cloud")
print(try issuer.issue(draft, at: Instant(secondsSince1970: 1_800_000_000)).armored)
